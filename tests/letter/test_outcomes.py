"""The program never chooses an outcome: it lists those that a person may choose."""

from collections.abc import Callable
from typing import Any

import pytest

from mrse_assess.letter.case import LetterCase
from mrse_assess.letter.compose import compose
from mrse_assess.letter.outcomes import allowed_outcomes
from mrse_assess.terms import OutcomeKind, Verdict

Make = Callable[..., LetterCase]
AWARD, FURTHER, NOT_AWARDED, INCOMPLETE = OutcomeKind


def test_rules_that_are_met_allow_an_award_alone(make: Make) -> None:
    assert allowed_outcomes(make("award", outcome=None)) == (AWARD,)


def test_rules_that_are_not_met_allow_asking_for_more_or_not_awarding(make: Make) -> None:
    assert allowed_outcomes(make("further", outcome=None)) == (FURTHER, NOT_AWARDED)


@pytest.mark.parametrize("allowed", ["1", None])
def test_no_more_evidence_is_asked_for_when_attempts_are_used_up_or_unset(
    make: Make, values: Any, allowed: str | None
) -> None:
    assert allowed_outcomes(make("further", settings=values(attempts_allowed=allowed))) == (NOT_AWARDED,)


def test_nothing_is_allowed_while_something_is_pending(make: Make) -> None:
    case = make("award", outcome=None, conclusions={"8.2": {"verdict": Verdict.REFERRED_TO_PANEL}})
    assert allowed_outcomes(case) == ()
    assert "No outcome can be chosen yet." in {s.text for s in compose(case).sentences()}


def test_a_part_that_is_absent_allows_saying_that_the_application_is_incomplete(make: Make) -> None:
    assert INCOMPLETE in allowed_outcomes(make("award", parts={"authentication": False}))


@pytest.mark.parametrize(("needed_at", "incomplete"), [("submission", True), ("award", False)])
def test_a_missing_examination_result_makes_incomplete_only_where_it_is_needed_at_submission(
    make: Make, values: Any, needed_at: str, incomplete: bool
) -> None:
    case = make("award", parts={"exam": False}, settings=values(exam_needed_at=needed_at))
    assert (INCOMPLETE in allowed_outcomes(case)) == incomplete


def test_an_item_that_could_not_be_opened_makes_incomplete_before_any_judging(make: Make) -> None:
    case = make("award", outcome=INCOMPLETE, unreadable=("4", "15"), phases=())
    assert allowed_outcomes(case) == (INCOMPLETE,)
    texts = {s.text for s in compose(case).sentences()}
    assert (
        "We could not complete the assessment, because items 4 and 15 could not be opened. "
        "No finding has been made about your experience."
    ) in texts
    assert "Your evidence has not been judged yet." in texts
