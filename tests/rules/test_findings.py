"""What each rule says, and why."""

from dataclasses import replace

import pytest

from mrse_assess.errors import BadRequestError, SchemeError
from mrse_assess.rules import decide
from mrse_assess.terms import RuleStatus

REFERENCES = ("2.2", "7.2")


def test_fifteen_of_sixteen_names_the_one_that_is_short(mrse, assess):
    finding = decide(assess(mrse, not_satisfactory=("4.3",), mhra=REFERENCES), mrse).finding("sub_categories")
    assert (finding.status, finding.observed, finding.threshold, finding.because) == (RuleStatus.MET, 15, 14, ("4.3",))
    assert finding.clause == "G2"


def test_pending_sub_categories_widen_the_bounds(mrse, assess):
    finding = decide(assess(mrse, unjudged=("1.1", "1.2", "4.3"), mhra=REFERENCES), mrse).finding("sub_categories")
    assert (finding.lowest, finding.observed, finding.highest, finding.pending) == (13, 13, 16, 3)
    assert finding.status == RuleStatus.UNDETERMINED


def test_a_major_category_without_satisfactory_evidence_is_named_by_its_number(mrse, assess):
    finding = decide(assess(mrse, not_satisfactory=("6.1", "6.2"), mhra=REFERENCES), mrse).finding("major_categories")
    assert (finding.status, finding.observed, finding.because) == (RuleStatus.NOT_MET, 7, ("6",))


def test_one_piece_in_category_3_is_one_short_even_when_it_is_sound(mrse, assess, rows):
    said = assess(
        mrse, unjudged=("3",), mhra=REFERENCES,
        rows=(rows.item("3", "6", independent_group="a"), rows.conclusion("3", "not_satisfactory")),
    )  # fmt: skip
    finding = decide(said, mrse).finding("independent_items")
    assert (finding.status, finding.observed, finding.because) == (RuleStatus.NOT_MET, 1, ("3",))


def test_where_several_sub_categories_ask_for_independence_the_weakest_decides(make_scheme, assess, rows):
    scheme = make_scheme(["1", "2"], {"independent_items": 2}, independent={"1": 2, "2": 2})
    item = rows.item("2", "x", independent_group="a")
    said = assess(scheme, unjudged=("2",), rows=(item, rows.conclusion("2", "not_satisfactory")))
    finding = decide(said, scheme).finding("independent_items")
    assert (finding.status, finding.observed, finding.because) == (RuleStatus.NOT_MET, 1, ("2",))


def test_two_simulated_sub_categories_are_allowed_and_named(mrse, assess):
    finding = decide(assess(mrse, simulated=("4.3", "5.2"), mhra=REFERENCES), mrse).finding("simulated_limit")
    assert (finding.status, finding.observed, finding.because) == (RuleStatus.MET, 2, ("4.3", "5.2"))


def test_a_pending_sub_category_could_be_the_third_simulated_one(mrse, assess):
    said = assess(mrse, simulated=("4.3", "5.2"), unjudged=("8.1",), mhra=REFERENCES)
    finding = decide(said, mrse).finding("simulated_limit")
    assert (finding.status, finding.lowest, finding.highest) == (RuleStatus.UNDETERMINED, 2, 3)


def test_references_are_counted_by_sub_category(mrse, assess):
    finding = decide(assess(mrse, mhra=("2.2",)), mrse).finding("mhra_references")
    assert (finding.status, finding.observed, finding.because) == (RuleStatus.NOT_MET, 1, ("2.2",))


def test_an_absent_part_is_named_and_pending_ones_are_not(mrse, assess):
    finding = decide(assess(mrse, absent=("authentication",), unconfirmed=("exam",)), mrse).finding("parts")
    assert (finding.status, finding.because, finding.pending) == (RuleStatus.NOT_MET, ("authentication",), 1)
    assert (finding.observed, finding.highest, finding.threshold) == (3, 4, 5)


def test_parts_that_nobody_confirmed_are_named_while_the_rule_is_open(mrse, assess):
    finding = decide(assess(mrse, unconfirmed=("exam",)), mrse).finding("parts")
    assert (finding.status, finding.because) == (RuleStatus.UNDETERMINED, ("exam",))


def test_recent_work_is_advisory_and_not_assessed(mrse, assess):
    decision = decide(assess(mrse, mhra=REFERENCES), mrse)
    finding = decision.finding("recent_work")
    assert (finding.status, finding.advisory) == (RuleStatus.NOT_ASSESSED, True)
    assert decision.outcome == RuleStatus.MET


def test_an_advisory_rule_never_decides(mrse, assess):
    rules = tuple(replace(rule, advisory=rule.advisory or rule.id == "mhra_references") for rule in mrse.rules)
    decision = decide(assess(mrse), replace(mrse, rules=rules))
    assert decision.finding("mhra_references").status == RuleStatus.NOT_MET
    assert decision.outcome == RuleStatus.MET


def test_an_advisory_part_never_decides(mrse, assess):
    rules = tuple(replace(rule, advisory=rule.advisory or rule.id == "parts") for rule in mrse.rules)
    scheme = replace(mrse, rules=rules)
    decision = decide(assess(mrse, absent=("exam",), mhra=REFERENCES), scheme)
    assert decision.finding("parts").because == ("exam",)
    assert decision.outcome == RuleStatus.MET
    short = decide(assess(mrse, absent=("exam",), not_satisfactory=("3",), mhra=REFERENCES), scheme)
    assert short.pivotal == (("3",),)


def test_contradictions_are_among_the_problems(mrse, assess, rows):
    decision = decide(assess(mrse, unjudged=("8.1",), rows=(rows.conclusion("8.1"),)), mrse)
    assert [problem.code for problem in decision.problems] == ["satisfactory-without-enough-items"]


def test_another_scheme_needs_nothing_of_the_first(small, assess):
    passed = decide(assess(small, not_satisfactory=("1.2",)), small)
    failed = decide(assess(small, not_satisfactory=("2.1",)), small)
    assert (passed.outcome, failed.outcome) == (RuleStatus.MET, RuleStatus.NOT_MET)
    assert failed.pivotal == (("2.1",),)
    assert passed.readings == ()


def test_a_deciding_rule_that_nothing_can_count_is_refused(mrse, assess):
    rules = tuple(replace(rule, advisory=False) for rule in mrse.rules)
    with pytest.raises(SchemeError, match="recent_work"):
        decide(assess(mrse), replace(mrse, rules=rules))


def test_a_counted_rule_without_a_number_is_refused(mrse, assess):
    rules = tuple(replace(rule, threshold=None) for rule in mrse.rules)
    with pytest.raises(SchemeError, match="no threshold"):
        decide(assess(mrse), replace(mrse, rules=rules))


def test_a_part_that_the_scheme_lacks_is_refused_by_name(mrse, rows):
    with pytest.raises(BadRequestError, match="'passport'"):
        decide(rows.together([], {"passport": True}), mrse)
