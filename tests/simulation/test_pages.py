"""The pages on applications that have no files: one sentence says so, and everything else goes on."""

import pytest

from mrse_assess.simulation.cohort import NO_FILES
from mrse_assess.terms import EventKind, OutcomeKind, Verdict
from mrse_assess.workbench.panel.hall import Hall
from mrse_assess.workbench.start import StartPage
from mrse_assess.workbench.views import ConclusionEntry, Entry, Unit
from mrse_assess.workspace.states import State

from .conftest import made, said


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """Ten applications, most of which stop somewhere, in a workspace that may be written."""
    parameters = said(course={"stopped": 0.9}, assessors={"number": 3})
    return made(tmp_path_factory.mktemp("small") / "workspace", 10, 9, parameters)


@pytest.fixture
def opened(small):
    with small.opened() as workspace:
        yield workspace


def in_state(small, state):
    return next(one for one in small.truth.applications if one.state == state)


def test_office_chair_and_assessors_have_their_start_pages(small, opened):
    every = [one.application for one in small.truth.applications]
    states = {one.application: State(one.state).words for one in small.truth.applications}
    for person in ("office", "chair"):
        rows = StartPage(opened, person).applications()
        assert sorted(row.application for row in rows) == sorted(every)
        for row in rows:
            assert row.applicant.endswith("(simulated)")
            assert row.problems == 1
            assert row.state.startswith("Outcome chosen") or row.state.lower() == states[row.application]
    given = {one.application for one in small.truth.applications if "assessor-01" in one.attempts[-1].assessors}
    assert given
    assert given <= {row.application for row in StartPage(opened, "assessor-01").applications()}


def test_who_judges_is_told_in_one_sentence_and_can_go_on(small, opened):
    waiting = in_state(small, State.JUDGING)
    acts = opened.store.events(waiting.application)
    sealed = {event.actor for event in acts if event.kind is EventKind.SEAL}
    (person, *_) = sorted({event.actor for event in acts if event.kind is EventKind.JUDGEMENT} - sealed)
    workbench = StartPage(opened, person).open_application(waiting.application)
    sentence = said().words.no_files
    points = [point.words for point in workbench.course.coverage().points]
    assert sum(sentence in words for words in points) == 1
    claims = [(row.code, claim) for row in workbench.worklist().rows for claim in row.claims]
    code, claim = next((code, claim) for code, claim in claims if claim.verdict is not None)
    unit = Unit(code, claim.evidence_id)
    assert workbench.judgement(unit).entry.verdict is claim.verdict
    assert workbench.item(claim.evidence_id).pages == ()
    other = Verdict.NOT_SATISFACTORY if claim.verdict is Verdict.SATISFACTORY else Verdict.SATISFACTORY
    reasons = ("undated",) if other is Verdict.NOT_SATISFACTORY else ()
    workbench.judge(unit, Entry(verdict=other, reasons=reasons, primary_reason="".join(reasons)))
    assert workbench.judgement(unit).entry.verdict is other
    workbench.course.undo()
    workbench.conclude(code, ConclusionEntry(verdict=Verdict.NOT_SATISFACTORY))
    assert workbench.conclusion(code).verdict is Verdict.NOT_SATISFACTORY
    assert workbench.course.seal_view().points
    assert workbench.standing().rules
    assert workbench.letter().blocks


def test_the_reading_says_why_there_is_nothing(small, opened):
    for application in opened.applications():
        (problem,) = opened.portfolio(application).problems
        assert problem.code == NO_FILES
    assert len({application.reading for application in opened.applications()}) == 1


def test_the_panel_chooses_an_outcome_for_what_waits_for_it(small, opened):
    """As people do it, from where the simulation stopped."""
    waiting = in_state(small, State.DECIDED)
    hall = Hall(opened, "chair")
    session = hall.open(waiting.application)
    assert session.agenda().left == 0
    session.sit("2027-03-01", ("chair", *waiting.attempts[-1].assessors), seed=1)
    kind = waiting.attempts[-1].outcome
    session.choose_outcome(kind, "As before.")
    assert session.outcomes().chosen is kind


def test_the_letter_of_a_decided_application_can_be_drafted(small, opened):
    decided = in_state(small, State.DECIDED)
    letter = StartPage(opened, "office").letter(decided.application)
    assert letter is not None
    assert decided.attempts[-1].outcome in set(OutcomeKind)
