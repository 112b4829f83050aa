"""Clauses that can be read in two ways."""

from dataclasses import replace

import pytest

from mrse_assess.errors import BadRequestError, SchemeError
from mrse_assess.rules import decide, unsettled_readings
from mrse_assess.terms import RuleStatus

REFERENCES = ("2.2", "7.2")


def otherwise(decision, setting):
    return next(one for one in decision.readings if one.setting == setting)


def test_the_schemes_defaults_are_used_and_named(mrse, assess):
    used = dict(decide(assess(mrse), mrse).readings_used)
    assert used == {
        "major_category_by": "sub_category",
        "third_simulated": "breach",
        "mhra_counts_in": "satisfactory",
        "five_years_from": "submission",
    }


def test_every_other_reading_is_answered(mrse, assess):
    decision = decide(assess(mrse), mrse, {"third_simulated": "not_counted"})
    assert [(one.setting, one.value) for one in decision.readings] == [
        ("major_category_by", "piece"),
        ("third_simulated", "breach"),
        ("mhra_counts_in", "any"),
        ("five_years_from", "assessment"),
    ]


def test_a_third_simulated_breaks_its_rule_or_is_left_out(mrse, assess):
    said = assess(mrse, simulated=("4.1", "4.3", "5.1"), mhra=REFERENCES)
    breach = decide(said, mrse)
    left_out = decide(said, mrse, {"third_simulated": "not_counted"})
    assert (breach.outcome, breach.finding("simulated_limit").observed) == (RuleStatus.NOT_MET, 3)
    assert (left_out.outcome, left_out.finding("simulated_limit").observed) == (RuleStatus.MET, 2)
    assert left_out.finding("sub_categories").observed == 15
    assert otherwise(breach, "third_simulated").outcome == RuleStatus.MET
    assert otherwise(breach, "third_simulated").observed == 2


def test_the_applicant_keeps_the_simulated_sub_categories_that_serve_best(mrse, assess):
    """Left out is 4.3, whose category holds real evidence, and not 3 or a half of category 5."""
    said = assess(mrse, simulated=("3", "4.3", "5.1"), not_satisfactory=("5.2",), mhra=REFERENCES)
    decision = decide(said, mrse, {"third_simulated": "not_counted"})
    assert decision.finding("major_categories").observed == 8
    assert decision.outcome == RuleStatus.MET


def test_a_flag_that_is_open_counts_for_neither_side_until_it_is_settled(mrse, assess, rows):
    differing = [rows.item("4.3", "1", simulated=one == "A", assessor=one) for one in ("A", "B")]
    said = assess(
        mrse, unjudged=("4.3",), simulated=("4.1", "5.1"), mhra=REFERENCES, rows=(*differing, rows.conclusion("4.3"))
    )
    finding = decide(said, mrse, {"third_simulated": "not_counted"}).finding("sub_categories")
    assert (finding.lowest, finding.observed, finding.highest) == (15, 16, 16)


def test_what_is_left_out_may_cost_a_category(mrse, assess):
    said = assess(mrse, simulated=("3", "5.1", "6.1"), not_satisfactory=("5.2", "6.2"), mhra=REFERENCES)
    decision = decide(said, mrse, {"third_simulated": "not_counted"})
    assert decision.finding("major_categories").observed == 7
    assert decision.outcome == RuleStatus.NOT_MET


def test_a_category_may_count_by_one_satisfactory_piece(mrse, assess, rows):
    sound = rows.item("5.1", "11")
    said = assess(
        mrse, unjudged=("5.1",), not_satisfactory=("5.2",), mhra=REFERENCES,
        rows=(sound, rows.conclusion("5.1", "not_satisfactory")),
    )  # fmt: skip
    decision = decide(said, mrse)
    assert (decision.outcome, decision.finding("major_categories").because) == (RuleStatus.NOT_MET, ("5",))
    assert otherwise(decision, "major_category_by").outcome == RuleStatus.MET
    assert otherwise(decision, "major_category_by").observed == 8


def test_references_may_count_in_any_sub_category(mrse, assess, rows):
    item = rows.item("7.2", "17", "not_satisfactory", mhra_reference=True)
    said = assess(
        mrse, unjudged=("7.2",), mhra=("2.2",), rows=(item, rows.conclusion("7.2", "not_satisfactory"))
    )  # fmt: skip
    decision = decide(said, mrse)
    assert decision.outcome == RuleStatus.NOT_MET
    assert otherwise(decision, "mhra_counts_in").outcome == RuleStatus.MET
    assert otherwise(decision, "mhra_counts_in").observed == 2


def test_a_reading_without_a_count_here_has_the_same_outcome_and_no_number(mrse, assess):
    result = otherwise(decide(assess(mrse, mhra=REFERENCES), mrse), "five_years_from")
    assert (result.outcome, result.observed) == (RuleStatus.MET, None)


def test_only_the_readings_on_which_the_outcome_hangs_have_to_be_recorded(mrse, assess):
    said = assess(mrse, simulated=("4.1", "4.3", "5.1"), mhra=REFERENCES)
    assert unsettled_readings(decide(said, mrse), {}) == ("third_simulated",)
    assert unsettled_readings(decide(said, mrse), {"third_simulated": "breach"}) == ()
    assert unsettled_readings(decide(assess(mrse, mhra=REFERENCES), mrse), {}) == ()


def test_two_readings_may_hang_together_where_neither_changes_the_outcome_alone(mrse, assess, rows):
    item = rows.item("7.2", "17", "not_satisfactory", mhra_reference=True)
    said = assess(
        mrse, unjudged=("7.2",), mhra=("2.2",), simulated=("4.1", "4.3", "5.1"),
        rows=(item, rows.conclusion("7.2", "not_satisfactory")),
    )  # fmt: skip
    decision = decide(said, mrse)
    assert {one.outcome for one in decision.readings} == {RuleStatus.NOT_MET}
    assert unsettled_readings(decision, {}) == ("third_simulated", "mhra_counts_in")
    assert unsettled_readings(decision, {"mhra_counts_in": "satisfactory"}) == ()


@pytest.mark.parametrize(
    ("readings", "named"), [({"fourth_simulated": "breach"}, "fourth_simulated"), ({"third_simulated": "x"}, "breach")]
)
def test_an_unknown_reading_or_value_is_refused_with_what_there_is(mrse, assess, readings, named):
    with pytest.raises(BadRequestError, match=named):
        decide(assess(mrse), mrse, readings)


def test_a_scheme_with_a_reading_that_the_rules_cannot_follow_is_refused(mrse, assess):
    odd = [replace(one, values=(*one.values, "lenient")) for one in mrse.readings]
    with pytest.raises(SchemeError, match="lenient"):
        decide(assess(mrse), replace(mrse, readings=tuple(odd)))
