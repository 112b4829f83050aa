"""What is in force follows from the log: the latest of each unit, less what was withdrawn."""

import itertools
import tempfile
import uuid
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mrse_assess.errors import StaleWriteError
from mrse_assess.model.acts import (
    ApplicationEntry,
    Correction,
    Dismissal,
    Issue,
    Parking,
    PrivateNote,
    Purge,
    ReadingChoice,
    Seal,
    Withdrawal,
)
from mrse_assess.model.judgement import Conclusion, Judgement, OutcomeChoice, PartConfirmation, SettingValue
from mrse_assess.records import Store, attempts, in_force, judgements_in_force, settings_in_force, to_event
from mrse_assess.records.replay import natural
from mrse_assess.terms import EventKind, OutcomeKind, Phase, Verdict

OF_A1 = {"application": "A1", "attempt": 1}


@pytest.fixture
def record(store, new_id):
    """Records values one after the other, each by its own assessor or by "jo"."""

    def record_all(*values, by="jo"):
        for value in values:
            store.append(to_event(value, event=new_id(), actor=getattr(value, "assessor", by)))
        return store.events()

    return record_all


def conclusion(code="4.2", verdict=Verdict.SATISFACTORY, assessor="jo", phase=Phase.INDIVIDUAL):
    return Conclusion(**OF_A1, phase=phase, assessor=assessor, sub_category=code, verdict=verdict)


def test_the_latest_judgement_of_a_unit_is_in_force(record, judgement):
    events = record(judgement(), judgement(evidence_id="8"), judgement(verdict=Verdict.NOT_SATISFACTORY))
    found = judgements_in_force(events, "A1", 1)
    assert [(each.evidence_id, each.verdict) for each in found.judgements] == [
        ("7", Verdict.NOT_SATISFACTORY),
        ("8", Verdict.SATISFACTORY),
    ]
    assert found.judgements[0].event == events[2].event
    assert found.judgements[0].recorded_at == events[2].recorded_at


def test_each_assessor_phase_attempt_and_application_stands_for_itself(record, judgement):
    events = record(
        judgement(),
        judgement(assessor="sam", verdict=Verdict.NOT_SATISFACTORY),
        judgement(assessor="chair", phase=Phase.MODERATION),
        judgement(attempt=2, verdict=Verdict.REFERRED_TO_PANEL),
        judgement(application="A2"),
        conclusion(),
    )
    found = judgements_in_force(events, "A1", 1)
    assert [(each.assessor, each.phase) for each in found.judgements] == [
        ("chair", Phase.MODERATION),
        ("jo", Phase.INDIVIDUAL),
        ("sam", Phase.INDIVIDUAL),
    ]
    assert [each.sub_category for each in found.conclusions] == ["4.2"]
    assert [each.verdict for each in judgements_in_force(events, "A1", 2).judgements] == [Verdict.REFERRED_TO_PANEL]
    assert attempts(events) == (("A1", 1), ("A1", 2), ("A2", 1))


def test_a_withdrawn_judgement_is_unjudged_and_can_be_judged_again(record, judgement):
    unit = ("individual", "4.2", "7")
    taken_back = Withdrawal(**OF_A1, of=EventKind.JUDGEMENT, unit=unit)
    events = record(judgement(), judgement(evidence_id="8"), taken_back)
    assert [each.evidence_id for each in judgements_in_force(events, "A1", 1).judgements] == ["8"]
    events = record(judgement(simulated=True))
    assert [each.simulated for each in judgements_in_force(events, "A1", 1).judgements] == [True, False]


def test_a_withdrawal_takes_back_ones_own_judgement_only(record, judgement):
    taken_back = Withdrawal(**OF_A1, of=EventKind.JUDGEMENT, unit=("individual", "4.2", "7"))
    events = record(judgement(), judgement(assessor="sam"), taken_back)
    assert [each.assessor for each in judgements_in_force(events, "A1", 1).judgements] == ["sam"]


def test_a_withdrawn_conclusion_leaves_the_items_judged(record, judgement):
    taken_back = Withdrawal(**OF_A1, of=EventKind.CONCLUSION, unit=("individual", "4.2"))
    found = judgements_in_force(record(judgement(), conclusion(), conclusion("4.3"), taken_back), "A1", 1)
    assert len(found.judgements) == 1
    assert [each.sub_category for each in found.conclusions] == ["4.3"]


def test_the_latest_word_on_a_part_is_in_force_whoever_said_it(record):
    part = PartConfirmation(**OF_A1, part="exam", confirmed=False)
    record(part, by="jo")
    events = record(PartConfirmation(**OF_A1, part="exam", confirmed=True), by="office")
    (found,) = judgements_in_force(events, "A1", 1).parts
    assert (found.confirmed, found.by, found.event) == (True, "office", events[1].event)
    events = record(Withdrawal(**OF_A1, of=EventKind.PART, unit=("exam",)), by="jo")
    assert judgements_in_force(events, "A1", 1).parts == ()


def test_everything_else_in_force_is_there(record, store):
    at = store._clock()
    events = record(
        ApplicationEntry(**OF_A1, received_on=date(2026, 9, 14), portfolio_digest="d1", applicant="Dr A"),
        PrivateNote(**OF_A1, sub_category="4.2", evidence_id="7", text="look again"),
        PrivateNote(**OF_A1, sub_category="4.2", evidence_id="8", text="gone soon"),
        PrivateNote(**OF_A1, sub_category="4.2", evidence_id="8", text=""),
        Parking(**OF_A1, sub_category="5.2", evidence_id="18", parked=True, words="compare with 17"),
        Parking(**OF_A1, sub_category="5.2", evidence_id="17", parked=True),
        Parking(**OF_A1, sub_category="5.2", evidence_id="17", parked=False),
        Dismissal(**OF_A1, observation="0a1b", check="dates", prompt="older", dismissed=True, why="first"),
        Dismissal(**OF_A1, observation="0a1b", check="dates", prompt="older", dismissed=True, why="rare work"),
        Dismissal(**OF_A1, observation="0c1d", check="scope", prompt="medical", dismissed=True, why="no"),
        Dismissal(**OF_A1, observation="0c1d", check="scope", prompt="medical", dismissed=False),
        Correction(
            **OF_A1, sub_category="4.2", evidence_id="9", corrected_sub_category="4.2", corrected_evidence_id="10"
        ),
        ReadingChoice(**OF_A1, setting="third_simulated", value="breach", ground="minute 3"),
        OutcomeChoice(
            **OF_A1, outcome=OutcomeKind.AWARD, ground="all met", by="jo", recorded_at=at, event="", decided_on_head="h"
        ),
        Seal(**OF_A1, sealed=True),
        Seal(**OF_A1, sealed=False, why="item 9 arrived"),
        Issue(**OF_A1, letter="A1-1-A", outcome=OutcomeKind.AWARD, head="5f1c9a27"),
        Issue(**OF_A1, letter="A1-1-B", outcome=OutcomeKind.AWARD, head="0b7de413"),
    )
    found = in_force(events, "A1", 1)
    assert (found.entry.received_on, found.entry.applicant) == (date(2026, 9, 14), "Dr A")
    assert [(note.evidence_id, note.text) for note in found.notes] == [("7", "look again")]
    assert [(each.evidence_id, each.words) for each in found.parked] == [("18", "compare with 17")]
    assert [(each.observation, each.why) for each in found.dismissals] == [("0a1b", "rare work")]
    assert [each.corrected_evidence_id for each in found.corrections] == ["10"]
    assert [(each.setting, each.value) for each in found.readings] == [("third_simulated", "breach")]
    assert (found.outcome.outcome, found.outcome.decided_on_head) == (OutcomeKind.AWARD, "h")
    assert [(seal.by, seal.sealed, seal.why) for seal in found.seals] == [("jo", False, "item 9 arrived")]
    assert [issue.letter for issue in found.issues] == ["A1-1-A", "A1-1-B"]
    assert not found.purged
    taken_back = (
        Withdrawal(**OF_A1, of=EventKind.OUTCOME),
        Withdrawal(**OF_A1, of=EventKind.READING_CHOICE, unit=("third_simulated",)),
        Withdrawal(**OF_A1, of=EventKind.CORRECTION, unit=("4.2", "9")),
    )
    found = in_force(record(*taken_back), "A1", 1)
    assert (found.outcome, found.readings, found.corrections) == (None, (), ())
    nothing = in_force((), "A1", 1)
    assert (nothing.entry, nothing.outcome, nothing.notes) == (None, None, ())


def test_a_purge_is_said_for_every_attempt(record, store, new_id, judgement):
    record(judgement(), judgement(attempt=2))
    store.erase_texts(to_event(Purge(application="A1", attempt=2, why="retention"), event=new_id(), actor="office"))
    assert in_force(store.events(), "A1", 1).purged
    assert not in_force(store.events(), "A2", 1).purged


def test_a_setting_is_the_latest_with_a_value(record):
    events = record(
        SettingValue(key="b", value="old", source="minute 1"),
        SettingValue(key="a", value="x", source="minute 1", invented=True),
        SettingValue(key="b", value="new", source="minute 2"),
        SettingValue(key="c", value="", source="minute 2", not_applicable=True),
        SettingValue(key="d", value="y", source="minute 2"),
        SettingValue(key="d", value="", source="minute 3"),
    )
    found = settings_in_force(events)
    assert [(each.key, each.value) for each in found] == [("a", "x"), ("b", "new"), ("c", "")]
    assert found[0].invented


def test_natural_order_is_by_number_and_tells_all_texts_apart():
    ordered = ["", "2", "07", "7", "10", "4.9", "4.10", "1" * 5000, "A2", "A10", "²"]
    assert sorted(["4.10", "10", "7", "07", "2"], key=natural) == ["2", "4.10", "07", "7", "10"]
    assert sorted(["A10", "A2"], key=natural) == ["A2", "A10"]
    assert len({natural(text) for text in ordered}) == len(ordered)


VERDICTS = st.sampled_from([Verdict.SATISFACTORY, Verdict.NOT_SATISFACTORY, Verdict.REFERRED_TO_PANEL])
ACTS = st.tuples(
    st.sampled_from(["judge", "conclude", "withdraw item", "withdraw conclusion", "part"]),
    st.sampled_from(["jo", "sam"]),
    st.sampled_from(["3", "4.2"]),
    st.sampled_from(["7", "8"]),
    VERDICTS,
)


def value_of(act):
    what, who, code, item, verdict = act
    own = {**OF_A1, "phase": Phase.INDIVIDUAL, "assessor": who, "sub_category": code, "verdict": verdict}
    return {
        "judge": lambda: Judgement(**own, evidence_id=item, feedback=f"of {item}"),
        "conclude": lambda: Conclusion(**own),
        "withdraw item": lambda: Withdrawal(**OF_A1, of=EventKind.JUDGEMENT, unit=("individual", code, item)),
        "withdraw conclusion": lambda: Withdrawal(**OF_A1, of=EventKind.CONCLUSION, unit=("individual", code)),
        "part": lambda: PartConfirmation(**OF_A1, part=item, confirmed=verdict is Verdict.SATISFACTORY),
    }[what]()


def modelled(acts):
    """Plain dictionaries: what the acts leave in force."""
    items, conclusions, parts = {}, {}, {}
    for what, who, code, item, verdict in acts:
        if what == "judge":
            items[who, code, item] = verdict
        elif what == "conclude":
            conclusions[who, code] = verdict
        elif what == "withdraw item":
            items.pop((who, code, item), None)
        elif what == "withdraw conclusion":
            conclusions.pop((who, code), None)
        else:
            parts[item] = verdict is Verdict.SATISFACTORY
    return items, conclusions, parts


def replayed(events):
    found = judgements_in_force(events, "A1", 1)
    items = {(each.assessor, each.sub_category, each.evidence_id): each.verdict for each in found.judgements}
    conclusions = {(each.assessor, each.sub_category): each.verdict for each in found.conclusions}
    return items, conclusions, {each.part: each.confirmed for each in found.parts}


def open_in(folder):
    ticks = itertools.count()
    return Store.open(
        Path(folder) / "records.sqlite",
        clock=lambda: datetime(2026, 11, 21, tzinfo=UTC) + timedelta(seconds=next(ticks)),
        new_id=lambda: str(uuid.uuid4()),
    )


@settings(max_examples=25, deadline=None)
@given(acts=st.lists(ACTS, max_size=12), cut=st.integers(0, 12))
def test_what_is_in_force_equals_a_plain_model_after_every_prefix(acts, cut):
    with tempfile.TemporaryDirectory() as folder, open_in(folder) as store:
        for act in acts:
            store.append(to_event(value_of(act), event=str(uuid.uuid4()), actor=act[1]))
        assert replayed(store.events()) == modelled(acts)
        assert replayed(store.events()[:cut]) == modelled(acts[:cut])


@settings(max_examples=25, deadline=None)
@given(acts=st.lists(st.tuples(ACTS, st.booleans()), max_size=10))
def test_a_writer_who_has_not_seen_the_head_never_changes_what_is_in_force(acts):
    """Each act is tried with the head just seen, or with the one before it."""
    with tempfile.TemporaryDirectory() as folder, open_in(folder) as store:
        taken, seen = [], {"jo": [None], "sam": [None]}
        for act, fresh in acts:
            heads = seen[act[1]]
            new = to_event(value_of(act), event=str(uuid.uuid4()), actor=act[1])
            if fresh or len(heads) == 1:
                heads.append(store.append(new, heads[-1]).hash)
                taken.append(act)
            else:
                with pytest.raises(StaleWriteError):
                    store.append(new, heads[-2])
        assert replayed(store.events()) == modelled(taken)


def test_the_order_of_what_is_in_force_does_not_hang_on_the_order_of_recording(record, judgement):
    items = ["10", "9", "A", "07"]
    events = record(*(judgement(evidence_id=item) for item in items))
    assert [each.evidence_id for each in judgements_in_force(events, "A1", 1).judgements] == ["07", "9", "10", "A"]
