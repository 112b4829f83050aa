"""Which outcomes a person may choose, and what stands in the way of the others."""

import pytest

from mrse_assess.errors import BadRequestError
from mrse_assess.model.judgement import SettingValue
from mrse_assess.rules import allowed_outcomes, decide
from mrse_assess.terms import OutcomeKind

REFERENCES = ("2.2", "7.2")
AWARD, FURTHER, NOT_AWARDED, INCOMPLETE = OutcomeKind


def stated(**values):
    """Settings by key; None stands for not applicable."""
    return {
        key: SettingValue(key=key, value=value or "", source="minute 4", not_applicable=value is None)
        for key, value in values.items()
    }


TWO_ATTEMPTS = stated(attempts_allowed="2")


@pytest.fixture(scope="session")
def options(mrse, assess):
    """The outcomes of the MRSE scheme: by kind, the codes of what stands in the way."""

    def of(*, settings=TWO_ATTEMPTS, recorded=None, unopened=False, **unusual):
        decision = decide(assess(mrse, **{"mhra": REFERENCES, **unusual}), mrse, recorded)
        found = allowed_outcomes(decision, mrse, settings, chosen_readings=recorded, unopened=unopened)
        return {one.kind: [problem.code for problem in one.obstacles] for one in found}

    return of


def test_a_clear_case_allows_the_award_only(options):
    assert options() == {
        AWARD: [],
        FURTHER: ["rules-are-met"],
        NOT_AWARDED: ["rules-are-met"],
        INCOMPLETE: ["nothing-missing"],
    }


def test_a_rule_not_met_allows_further_evidence_and_refusal(options):
    assert options(not_satisfactory=("3",)) == {
        AWARD: ["rules-are-not-met"],
        FURTHER: [],
        NOT_AWARDED: [],
        INCOMPLETE: ["nothing-missing"],
    }


def test_refusal_needs_a_ground_in_words(mrse, assess):
    found = allowed_outcomes(decide(assess(mrse), mrse), mrse)
    assert [one.kind for one in found if one.needs_ground] == [NOT_AWARDED]
    assert [one.allowed for one in found] == [False, False, True, False]


def test_something_pending_allows_nothing_but_a_finding_on_missing_parts(options):
    found = options(unjudged=("3",), absent=("authentication",))
    assert found[INCOMPLETE] == []
    assert options(unjudged=("3",)) == {
        AWARD: ["sub-categories-pending", "rules-undetermined"],
        FURTHER: ["sub-categories-pending", "rules-undetermined"],
        NOT_AWARDED: ["sub-categories-pending", "rules-undetermined"],
        INCOMPLETE: ["nothing-missing"],
    }


def test_a_part_that_nobody_confirmed_blocks_the_award(options):
    assert options(unconfirmed=("exam",))[AWARD] == ["rules-undetermined"]


def test_a_part_that_nobody_confirmed_also_blocks_a_finding_that_something_is_short(options):
    assert options(unconfirmed=("exam",), not_satisfactory=("3",))[FURTHER] == ["rules-undetermined"]


def test_a_pending_sub_category_blocks_the_award_even_where_it_cannot_change_the_outcome(options):
    assert options(unjudged=("8.2",))[AWARD] == ["sub-categories-pending"]


def test_an_absent_part_makes_it_incomplete_before_anything_is_judged(options, mrse):
    assert options(unjudged=mrse.codes, absent=("cross_reference_table",))[INCOMPLETE] == []


def test_evidence_that_could_not_be_opened_makes_it_incomplete_too(options, mrse):
    assert options(unjudged=mrse.codes, unopened=True)[INCOMPLETE] == []


def test_further_evidence_waits_for_the_number_of_attempts(options):
    assert options(settings={}, not_satisfactory=("3",))[FURTHER] == ["setting-unset"]
    assert options(settings=stated(attempts_allowed="some"), not_satisfactory=("3",))[FURTHER] == [
        "setting-not-a-number"
    ]


def test_further_evidence_is_closed_after_the_last_attempt(options):
    assert options(settings=stated(attempts_allowed="1"), not_satisfactory=("3",))[FURTHER] == ["no-attempt-left"]


def test_without_a_limit_on_attempts_further_evidence_stays_open(options):
    assert options(settings=stated(attempts_allowed=None), not_satisfactory=("3",))[FURTHER] == []


def test_a_missing_exam_is_incomplete_only_if_it_was_due_at_submission(options):
    due = {
        value: options(settings=stated(attempts_allowed="2", exam_needed_at=value), absent=("exam",))[INCOMPLETE]
        for value in ("submission", "award")
    }
    assert due == {"submission": [], "award": ["nothing-missing"]}
    assert options(absent=("exam",))[INCOMPLETE] == ["setting-unset"]


def test_a_missing_exam_beside_a_missing_authentication_needs_no_setting(options):
    assert options(absent=("exam", "authentication"))[INCOMPLETE] == []


def test_a_contradiction_blocks_every_finding_even_where_it_cannot_change_the_outcome(options, rows):
    found = options(unjudged=("8.1",), rows=(rows.conclusion("8.1", to_panel="Seen elsewhere."),))
    assert found[AWARD] == ["satisfactory-without-enough-items"]


def test_an_outcome_that_hangs_on_a_reading_waits_for_the_panel(options):
    three = {"simulated": ("4.1", "4.3", "5.1")}
    assert options(**three)[FURTHER] == ["reading-not-recorded"]
    assert options(**three)[AWARD] == ["reading-not-recorded", "rules-are-not-met"]
    assert options(**three, recorded={"third_simulated": "breach"})[FURTHER] == []
    assert options(**three, recorded={"third_simulated": "not_counted"})[AWARD] == []


def test_a_decision_under_another_reading_than_the_recorded_one_is_refused(mrse, assess):
    with pytest.raises(BadRequestError, match="decide again under not_counted"):
        allowed_outcomes(decide(assess(mrse), mrse), mrse, chosen_readings={"third_simulated": "not_counted"})


def test_what_stands_in_the_way_names_what_to_settle(mrse, assess):
    decision = decide(assess(mrse, unjudged=("3",), mhra=REFERENCES), mrse)
    award = allowed_outcomes(decision, mrse)[0]
    assert award.obstacles[1].advice == "Settle what the outcome depends on: 3."
