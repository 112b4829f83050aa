"""What an application waits for, and from whom."""

from datetime import UTC, date, datetime

import pytest

from mrse_assess.model import acts
from mrse_assess.terms import LetterAct, OutcomeKind
from mrse_assess.workbench.registering import waiting, wording
from mrse_assess.workbench.registering.views import Known

OF = {"application": "EX-1", "attempt": 1}


def issue(office, outcome, letter="EX-1-1-A"):
    office.record("O", acts.Issue(**OF, letter=letter, outcome=outcome, head="h"))


def test_before_the_panel_each_step_says_who_does_it(office):
    office.persons()
    assert office.waits() == ["office: allocate assessors"]
    office.setting(assessors_needed="2")
    assert office.waits() == ["office: allocate 2 assessors"]
    office.allocate("A1")
    assert office.waits() == ["office: allocate 1 more (2 needed)", "assessors: A1 to declare interests"]
    assert (office.entry().needed, office.entry().enough) == ("1 of 2 needed", False)
    office.allocate("A2")
    assert office.entry().enough
    assert office.waits() == ["assessors: A1 and A2 to declare interests"]
    office.people.declare(office.application, "A1", conflicted=False)
    assert office.waits() == ["assessors: A2 to declare interests", "assessors: A1 to seal"]
    office.people.declare(office.application, "A2", conflicted=True, interests=("personal",))
    assert office.waits()[0] == "office: A2 handed it back: give it to somebody else"


def test_once_all_have_sealed_the_panel_can_sit(office):
    office.register().sealed("A1")
    assert office.waits() == ["assessors: A2 to seal"]
    office.record("A2", acts.Seal(**OF, sealed=True))
    assert office.waits() == ["chair: the panel can sit"]
    office.setting(assessors_needed="3")
    assert office.waits() == ["office: allocate 1 more (3 needed)"]
    office.record("C", acts.Meeting(**OF, meeting="m", sitting=True))
    assert office.waits() == [f"chair: {wording.SETTLE}"]


def test_from_the_outcome_on_the_letter_is_waited_for(office):
    office.register().sealed()
    office.outcome()
    assert office.waits() == [f"office: {wording.SIGN_AND_ISSUE}"]
    issue(office, OutcomeKind.AWARD)
    assert office.waits() == []
    for state, words in ((LetterAct.HELD, wording.RELEASE), (LetterAct.RECALLED, wording.ANOTHER_LETTER)):
        office.record("O", acts.LetterStateChange(**OF, letter="EX-1-1-A", state=state, why="w"))
        assert office.waits() == [f"office: {words}"]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ("", "applicant: what the letter asked for"),
        ("2026-11-21", "applicant: an answer by 21 November 2026"),
        ("2026-11-20", "office: the answer was due on 20 November 2026"),
    ],
)
def test_a_letter_that_asks_for_more_waits_for_the_applicant_until_the_day(office, answers, expected):
    office.register().sealed()
    issue(office, OutcomeKind.FURTHER_EVIDENCE)
    if answers:
        office.desk().describe("EX-1", Known(answers=answers), "")
    assert office.workspace.clock().astimezone(UTC).date() == datetime(2026, 11, 21, tzinfo=UTC).date()
    assert office.waits() == [expected]


def test_after_a_letter_it_is_given_for_an_appeal(office):
    office.register().sealed()
    issue(office, OutcomeKind.NOT_AWARDED)
    assert office.entry().asked_for == "Fresh assessment after an appeal"
    assert office.allocate("A4") == "EX-1 is given to A4: Fresh assessment after an appeal."
    assert office.waits() == ["assessors: A4 to declare interests"]


def test_nothing_is_waited_for_by_somebody_alone_before_the_outcome(office):
    found = office.people.in_force(office.application)
    around = waiting.Around(needed=2, today=date(2026, 11, 21), alone=True)
    assert waiting.waits_of(found, (), around) == ()
