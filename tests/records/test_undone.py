"""An undo cancels earlier acts of its own actor; undone itself, it cancels nothing; and nothing is ever erased."""

import itertools
import tempfile
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mrse_assess.errors import BadRequestError
from mrse_assess.model.acts import (
    Acceptance,
    Correction,
    Dismissal,
    ItemSpan,
    LetterEdit,
    PageOffset,
    Parking,
    PinnedQuote,
    PrivateNote,
    Purge,
    ReadingChoice,
    Seal,
    SignOff,
    Undo,
    Withdrawal,
)
from mrse_assess.model.judgement import Conclusion, Judgement, OutcomeChoice, PartConfirmation
from mrse_assess.records import Store, in_force, judgements_in_force, that_count, to_event, undone, verify
from mrse_assess.records.frame import frame
from mrse_assess.records.rows import insert_event
from mrse_assess.records.shapes import UNDOABLE
from mrse_assess.terms import EventKind, OutcomeKind, Phase, Verdict

OF_A1 = {"application": "A1", "attempt": 1}
AT = datetime(2026, 11, 21, tzinfo=UTC)
CONCLUSION = Conclusion(
    **OF_A1, phase=Phase.INDIVIDUAL, assessor="jo", sub_category="4.2", verdict=Verdict.SATISFACTORY
)
OF_EVERY_KIND = {
    EventKind.JUDGEMENT: Judgement(
        **OF_A1,
        phase=Phase.INDIVIDUAL,
        assessor="jo",
        sub_category="4.2",
        verdict=Verdict.SATISFACTORY,
        evidence_id="7",
    ),
    EventKind.CONCLUSION: CONCLUSION,
    EventKind.PRIVATE_NOTE: PrivateNote(**OF_A1, sub_category="4.2", evidence_id="7", text="look again"),
    EventKind.PARKING: Parking(**OF_A1, sub_category="4.2", evidence_id="7", parked=True),
    EventKind.PART: PartConfirmation(**OF_A1, part="exam", confirmed=True),
    EventKind.DISMISSAL: Dismissal(
        **OF_A1, observation="0a1b", check="dates", prompt="older", dismissed=True, why="work is rare"
    ),
    EventKind.CORRECTION: Correction(
        **OF_A1, sub_category="4.2", evidence_id="9", corrected_sub_category="4.2", corrected_evidence_id="10"
    ),
    EventKind.ITEM_SPAN: ItemSpan(**OF_A1, evidence_id="9"),
    EventKind.PAGE_OFFSET: PageOffset(**OF_A1, file="a.pdf", offset=2),
    EventKind.QUOTE: PinnedQuote(
        **OF_A1, sub_category="4.2", evidence_id="7", pin="p1", text="words", file="a.pdf", sha256="0", page=1
    ),
    EventKind.OUTCOME: OutcomeChoice(
        **OF_A1, outcome=OutcomeKind.AWARD, ground="", by="jo", recorded_at=AT, event="", decided_on_head="h"
    ),
    EventKind.READING_CHOICE: ReadingChoice(**OF_A1, setting="third_simulated", value="breach"),
    EventKind.ACCEPTANCE: Acceptance(**OF_A1, meeting="m", sub_categories=("1.1",), on_head="h"),
    EventKind.LETTER_EDIT: LetterEdit(**OF_A1, anchor="a", text="Words."),
    EventKind.SIGN_OFF: SignOff(**OF_A1, letter="A1-1-A", digest="d", head="h"),
}
"""One act of each kind that puts something in force and can be undone."""


@pytest.fixture
def record(store, new_id):
    """Records a value by the person it names, or by "jo", and gives the stored event."""

    def record_one(value, by="jo"):
        return store.append(to_event(value, event=new_id(), actor=getattr(value, "assessor", "") or by))

    return record_one


def undo_of(*events):
    return Undo(**OF_A1, undone=tuple(event.event for event in events))


def verdicts(store):
    return [(one.evidence_id, one.verdict) for one in judgements_in_force(store.events(), "A1", 1).judgements]


def test_what_came_before_an_undone_judgement_is_in_force_again(store, record, judgement):
    record(judgement())
    record(undo_of(record(judgement(verdict=Verdict.NOT_SATISFACTORY))))
    assert verdicts(store) == [("7", Verdict.SATISFACTORY)]


def test_an_undone_undo_brings_its_acts_back_several_levels_deep(store, record, judgement):
    record(judgement())
    last = record(judgement(verdict=Verdict.NOT_SATISFACTORY))
    for level in range(1, 6):
        last = record(undo_of(last))
        now = Verdict.SATISFACTORY if level % 2 else Verdict.NOT_SATISFACTORY
        assert verdicts(store) == [("7", now)]


def test_an_undone_withdrawal_brings_the_record_back(store, record, judgement):
    record(judgement())
    gone = record(Withdrawal(**OF_A1, of=EventKind.JUDGEMENT, unit=("individual", "4.2", "7")))
    assert verdicts(store) == []
    record(undo_of(gone))
    assert verdicts(store) == [("7", Verdict.SATISFACTORY)]


def test_an_undone_judgement_does_not_undo_the_withdrawal_before_it(store, record, judgement):
    record(judgement())
    record(Withdrawal(**OF_A1, of=EventKind.JUDGEMENT, unit=("individual", "4.2", "7")))
    record(undo_of(record(judgement())))
    assert verdicts(store) == []


@pytest.mark.parametrize("kind", sorted(OF_EVERY_KIND))
def test_every_kind_of_act_can_be_undone_and_done_again(store, record, kind):
    def said():
        return in_force(store.events(), "A1", 1)

    nothing = said()
    act = record(OF_EVERY_KIND[kind])
    done = said()
    assert done != nothing
    undoing = record(undo_of(act))
    assert said() == nothing
    record(undo_of(undoing))
    assert said() == done


def test_the_kinds_that_can_be_undone_are_those_that_only_their_own_actor_acts_upon():
    assert {*OF_EVERY_KIND, EventKind.WITHDRAWAL, EventKind.UNDO} == UNDOABLE
    assert not UNDOABLE & {
        EventKind.APPLICATION,
        EventKind.SEAL,
        EventKind.REVEAL,
        EventKind.SETTING,
        EventKind.ISSUE,
        EventKind.PURGE,
    }


def test_several_acts_are_undone_by_one_record(store, record, judgement):
    acts = [record(judgement(evidence_id=item)) for item in ("7", "8", "9")]
    record(undo_of(*acts[1:]))
    assert verdicts(store) == [("7", Verdict.SATISFACTORY)]


@pytest.mark.parametrize("other", ["another person's", "of another attempt", "a seal", "unknown", "its own"])
def test_an_undo_that_names_what_it_cannot_undo_is_not_stored(store, record, judgement, new_id, other):
    named = {
        "another person's": lambda: record(judgement(assessor="sam")).event,
        "of another attempt": lambda: record(judgement(attempt=2)).event,
        "a seal": lambda: record(Seal(**OF_A1, sealed=True)).event,
        "unknown": new_id,
        "its own": lambda: "00000000-0000-4000-8000-000000000000",
    }[other]()
    before = store.events()
    own_id = named if other == "its own" else new_id()
    with pytest.raises(BadRequestError, match="undo"):
        store.append(to_event(Undo(**OF_A1, undone=(named,)), event=own_id, actor="jo"))
    assert store.events() == before


@pytest.mark.parametrize("names", [(), ("not-an-id",), ("",)])
def test_an_undo_of_nothing_is_refused(new_id, names):
    with pytest.raises(BadRequestError, match="one or more"):
        to_event(Undo(**OF_A1, undone=names), event=new_id(), actor="jo")


def test_an_undo_names_each_record_once(new_id):
    with pytest.raises(BadRequestError, match="each once"):
        to_event(Undo(**OF_A1, undone=(new_id(),) * 2), event=new_id(), actor="jo")


def force_in(store, value, new_id):
    """Store an act as a program that does not check would."""
    with store.writing() as connection:
        new = to_event(value, event=new_id(), actor="jo")
        return insert_event(connection, new, now=AT, new_id=new_id)


def test_verify_says_when_an_undo_names_what_it_cannot_undo(store, record, judgement, new_id):
    mine, another, seal = record(judgement()), record(judgement(assessor="sam")), record(Seal(**OF_A1, sealed=True))
    elsewhere = record(judgement(attempt=2))
    sound = record(undo_of(mine))
    assert verify(store) == ()
    unknown = new_id()
    force_in(store, Undo(**OF_A1, undone=(unknown, sound.event)), new_id)
    force_in(store, undo_of(another, seal), new_id)
    force_in(store, undo_of(elsewhere), new_id)
    found = verify(store)
    assert {finding.code for finding in found} == {"undo"}
    assert [finding.sequence for finding in found] == [6, 7, 7, 8]
    assert "not there" in found[0].found
    assert "another person's" in found[1].found
    assert "cannot be undone" in found[2].found
    assert "another application or attempt" in found[3].found
    assert len(judgements_in_force(store.events(), "A1", 1).judgements) == 2  # sam's, and jo's, whose undo was undone
    assert len(judgements_in_force(store.events(), "A1", 2).judgements) == 1
    assert in_force(store.events(), "A1", 1).seals[0].sealed


def test_verify_says_when_an_undo_came_before_what_it_names(store, record, judgement, new_id):
    later = new_id()
    force_in(store, Undo(**OF_A1, undone=(later,)), new_id)
    store.append(to_event(judgement(), event=later, actor="jo"))
    assert [finding.sequence for finding in verify(store)] == [1]
    assert len(verdicts(store)) == 1


def test_the_frame_counts_what_is_in_force(store, record, judgement):
    acts = [record(judgement(evidence_id=item)) for item in ("7", "8", "9")]
    record(CONCLUSION)
    undoing = record(undo_of(acts[0], acts[1]))
    assert list(frame([judgements_in_force(store.events(), "A1", 1)])["evidence_id"]) == ["9", ""]
    record(undo_of(undoing))
    assert list(frame([judgements_in_force(store.events(), "A1", 1)])["evidence_id"]) == ["7", "8", "9", ""]


def test_a_purge_erases_the_words_of_what_was_undone_too(store, record, judgement, new_id):
    gone = record(judgement(feedback="On item 7, please."))
    undoing = record(undo_of(gone))
    store.erase_texts(to_event(Purge(**OF_A1, why="retention"), event=new_id(), actor="office"))
    assert store.find(gone.event).erased == ("feedback",)
    assert verify(store) == ()
    record(undo_of(undoing))
    (back,) = judgements_in_force(store.events(), "A1", 1).judgements
    assert (back.feedback, back.verdict) == ("", Verdict.SATISFACTORY)


# ---------------------------------------------------------------- properties


VERDICTS = st.sampled_from([Verdict.SATISFACTORY, Verdict.NOT_SATISFACTORY, Verdict.REFERRED_TO_PANEL])
ACTS = st.tuples(
    st.sampled_from(["judge", "conclude", "withdraw", "note", "park", "undo", "undo", "undo"]),
    st.sampled_from(["jo", "sam"]),
    st.sampled_from(["7", "8"]),
    VERDICTS,
    st.integers(0, 20),
)


def value_of(act, own):
    """The act as a value; an undo names one of the actor's own events so far, or nothing can be undone: None."""
    what, who, item, verdict, which = act
    said = {**OF_A1, "phase": Phase.INDIVIDUAL, "assessor": who, "sub_category": "4.2", "verdict": verdict}
    place = {**OF_A1, "sub_category": "4.2", "evidence_id": item}
    if what == "undo":
        return Undo(**OF_A1, undone=(own[which % len(own)],)) if own else None
    return {
        "judge": lambda: Judgement(**said, evidence_id=item),
        "conclude": lambda: Conclusion(**said),
        "withdraw": lambda: Withdrawal(**OF_A1, of=EventKind.JUDGEMENT, unit=("individual", "4.2", item)),
        "note": lambda: PrivateNote(**place, text=str(verdict)),
        "park": lambda: Parking(**place, parked=verdict is Verdict.SATISFACTORY),
    }[what]()


def open_in(folder):
    ticks = itertools.count()
    return Store.open(
        Path(folder) / "records.sqlite",
        clock=lambda: AT + timedelta(seconds=next(ticks)),
        new_id=lambda: str(uuid.uuid4()),
    )


def append(store, value, who):
    return store.append(to_event(value, event=str(uuid.uuid4()), actor=who)).event


def carried_out(store, acts):
    """Each person's stored event ids, in order."""
    own = {"jo": [], "sam": []}
    for act in acts:
        if (value := value_of(act, own[act[1]])) is not None:
            own[act[1]].append(append(store, value, act[1]))
    return own


def modelled(events):
    """By recursion: an event counts unless a later undo of the same person that counts itself names it."""

    def counts(place):
        event = events[place]
        return not any(
            later.kind is EventKind.UNDO
            and later.actor == event.actor
            and event.event in later.payload["undone"]
            and counts(at)
            for at, later in enumerate(events[place + 1 :], start=place + 1)
        )

    return {event.event for place, event in enumerate(events) if not counts(place)}


@settings(max_examples=40, deadline=None)
@given(acts=st.lists(ACTS, max_size=14))
def test_what_counts_is_what_no_later_undo_that_counts_names(acts):
    with tempfile.TemporaryDirectory() as folder, open_in(folder) as store:
        carried_out(store, acts)
        events = store.events()
        assert undone(events) == modelled(events)
        assert verify(store) == ()
        kept = tuple(
            event for event in events if event.kind is not EventKind.UNDO and event.event not in modelled(events)
        )
        assert that_count(events) == kept
        assert in_force(events, "A1", 1) == in_force(kept, "A1", 1)


@settings(max_examples=30, deadline=None)
@given(acts=st.lists(ACTS, max_size=10), steps=st.integers(0, 10))
def test_undoing_any_number_of_acts_and_doing_them_again_changes_nothing(acts, steps):
    with tempfile.TemporaryDirectory() as folder, open_in(folder) as store:
        own = carried_out(store, acts)
        before = in_force(store.events(), "A1", 1)
        undos = [
            append(store, Undo(**OF_A1, undone=(name,)), "jo") for name in reversed(own["jo"][-steps:] if steps else [])
        ]
        for undo in reversed(undos):
            append(store, Undo(**OF_A1, undone=(undo,)), "jo")
        assert in_force(store.events(), "A1", 1) == before


@settings(max_examples=30, deadline=None)
@given(acts=st.lists(ACTS, max_size=10))
def test_undoing_everything_leaves_nothing_in_force(acts):
    with tempfile.TemporaryDirectory() as folder, open_in(folder) as store:
        for who, names in carried_out(store, acts).items():
            for name in reversed(names):
                append(store, Undo(**OF_A1, undone=(name,)), who)
        assert in_force(store.events(), "A1", 1) == in_force((), "A1", 1)


@settings(max_examples=40, deadline=None)
@given(acts=st.lists(ACTS, max_size=14), chance=st.randoms(use_true_random=False))
def test_the_order_in_which_two_persons_records_came_together_does_not_matter(acts, chance):
    with tempfile.TemporaryDirectory() as folder, open_in(folder) as store:
        carried_out(store, acts)
        events = store.events()
        chains = [[event for event in events if event.actor == who] for who in ("jo", "sam")]
        merged = []
        while any(chains):
            merged.append(chance.choice([chain for chain in chains if chain]).pop(0))
        assert in_force(merged, "A1", 1) == in_force(events, "A1", 1)
