"""Agreement is computed from what each assessor had said at their own first seal."""

import itertools
import uuid
from datetime import UTC, datetime, timedelta

import pytest

from mrse_assess.agreement import Rating
from mrse_assess.model.acts import Reveal, Seal, Undo, Withdrawal
from mrse_assess.model.judgement import Conclusion, Judgement
from mrse_assess.panel.first_sealed import first_sealed
from mrse_assess.records import Store, to_event
from mrse_assess.terms import EventKind, Phase, Verdict

YES, NO = Verdict.SATISFACTORY, Verdict.NOT_SATISFACTORY


@pytest.fixture
def store(tmp_path):
    ticks = itertools.count()
    clock = lambda: datetime(2026, 11, 21, 14, 2, 7, tzinfo=UTC) + timedelta(seconds=next(ticks))  # noqa: E731 - short
    with Store.open(tmp_path / "records.sqlite", clock=clock, new_id=lambda: str(uuid.uuid4())) as opened:
        yield opened


@pytest.fixture
def say(store):
    """Records one act as somebody, and answers its id."""

    def record(who, value, **said):
        event = str(uuid.uuid4())
        store.append(to_event(value(application="A1", attempt=1, **said), event=event, actor=who))
        return event

    return record


@pytest.fixture
def item(say):
    def record(who, verdict, evidence_id="7", code="4.2", phase=Phase.INDIVIDUAL, reasons=()):
        said = {"sub_category": code, "evidence_id": evidence_id, "verdict": verdict, "reasons": reasons}
        return say(who, Judgement, phase=phase, assessor=who, **said)

    return record


def verdicts(store):
    return [(one.assessor, one.sub_category, one.evidence_id, one.category) for one in first_sealed(store.events())]


def test_judgements_and_conclusions_at_the_seal_become_ratings(store, say, item):
    item("jo", NO, reasons=("undated", "relay_only"))
    said = {"sub_category": "4.2", "verdict": Verdict.NOTHING_OFFERED}
    say("jo", Conclusion, phase=Phase.INDIVIDUAL, assessor="jo", **said)
    say("jo", Seal, sealed=True)
    unit = {"application": "A1", "attempt": 1, "sub_category": "4.2", "assessor": "jo"}
    assert first_sealed(store.events()) == (
        Rating(**unit, evidence_id="", category="nothing_offered"),
        Rating(**unit, evidence_id="7", category="not_satisfactory", reasons=("undated", "relay_only")),
    )


def test_what_was_changed_before_the_seal_counts_as_changed(store, say, item):
    item("jo", YES)
    item("jo", NO)
    item("jo", YES, "8")
    say("jo", Withdrawal, of=EventKind.JUDGEMENT, unit=("individual", "4.2", "8"))
    undone = item("jo", YES, "9")
    say("jo", Undo, undone=(undone,))
    say("jo", Seal, sealed=True)
    assert verdicts(store) == [("jo", "4.2", "7", NO)]


def test_what_was_changed_after_reopening_does_not_count(store, say, item):
    first = item("jo", YES)
    say("jo", Seal, sealed=True)
    say("jo", Seal, sealed=False, why="a page was overlooked")
    item("jo", NO)
    say("jo", Undo, undone=(first,))
    say("jo", Seal, sealed=True)
    assert verdicts(store) == [("jo", "4.2", "7", YES)]


def test_an_assessment_that_was_not_sealed_does_not_count(store, say, item):
    item("jo", YES)
    item("sam", NO)
    say("sam", Seal, sealed=True)
    assert verdicts(store) == [("sam", "4.2", "7", NO)]


def test_moderated_judgements_do_not_count(store, say, item):
    item("jo", NO, phase=Phase.MODERATION)
    item("jo", YES)
    say("jo", Seal, sealed=True)
    assert verdicts(store) == [("jo", "4.2", "7", YES)]


def test_an_assessor_who_saw_another_assessment_before_sealing_does_not_count(store, say, item):
    item("jo", YES)
    item("sam", NO)
    say("jo", Seal, sealed=True)
    say("sam", Reveal, of="jo")
    say("sam", Seal, sealed=True)
    say("jo", Reveal, of="sam")
    assert verdicts(store) == [("jo", "4.2", "7", YES)]


def test_the_order_in_which_assessors_came_into_the_store_does_not_matter(store, say, item):
    for who, code in (("sam", "4.10"), ("jo", "4.9"), ("sam", "4.9")):
        item(who, YES, code=code)
    for who in ("sam", "jo"):
        say(who, Seal, sealed=True)
    events = store.events()
    expected = [("jo", "4.9", "7", YES), ("sam", "4.9", "7", YES), ("sam", "4.10", "7", YES)]
    assert verdicts(store) == expected
    assert first_sealed(reversed(events)) == first_sealed(events)
