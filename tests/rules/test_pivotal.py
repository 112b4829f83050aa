"""The smallest changes that would flip the outcome."""

import pytest

from mrse_assess.rules import decide
from mrse_assess.rules import pivotal as module
from mrse_assess.terms import RuleStatus

REFERENCES = ("2.2", "7.2")


def test_two_short_and_category_3_missing_needs_category_3_and_two_more(mrse, assess):
    said = assess(mrse, not_satisfactory=("1.1", "3", "8.1"), nothing_offered=("4.3", "6.1"), mhra=REFERENCES)
    assert decide(said, mrse).pivotal == (
        ("1.1", "3", "4.3"), ("1.1", "3", "6.1"), ("1.1", "3", "8.1"), ("3", "4.3", "6.1"), ("3", "4.3", "8.1"),
        ("3", "6.1", "8.1"),
    )  # fmt: skip


def test_a_category_missed_altogether_needs_either_half(mrse, assess):
    said = assess(mrse, not_satisfactory=("5.1", "5.2"), mhra=REFERENCES)
    assert decide(said, mrse).pivotal == (("5.1",), ("5.2",))


def test_three_simulated_need_one_replaced(mrse, assess):
    said = assess(mrse, simulated=("4.1", "4.3", "5.1"), mhra=REFERENCES)
    assert decide(said, mrse).pivotal == (("simulated:4.1",), ("simulated:4.3",), ("simulated:5.1",))


def test_a_missing_part_and_missing_references_are_named(mrse, assess):
    said = assess(mrse, absent=("exam",), mhra=("2.2",))
    assert decide(said, mrse).pivotal == (("mhra_references", "part:exam"),)


def test_a_part_not_confirmed_yet_is_needed_too_when_the_outcome_is_not_met(mrse, assess):
    said = assess(mrse, not_satisfactory=("3",), unconfirmed=("exam",), mhra=REFERENCES)
    assert decide(said, mrse).pivotal == (("3", "part:exam"),)


def test_a_reference_that_waits_in_a_failed_sub_category_comes_with_it(mrse, assess, rows):
    item = rows.item("7.2", "17", mhra_reference=True)
    said = assess(
        mrse, unjudged=("7.2",), not_satisfactory=("1.1", "4.2"), mhra=("2.2",),
        rows=(item, rows.conclusion("7.2", "not_satisfactory")),
    )  # fmt: skip
    assert decide(said, mrse).pivotal == (("7.2",),)


def test_independence_that_is_open_is_settled_by_category_3(mrse, assess, rows):
    items = [rows.item("3", name) for name in ("6", "7")]
    said = assess(mrse, unjudged=("3",), absent=("exam",), mhra=REFERENCES, rows=(*items, rows.conclusion("3")))
    assert decide(said, mrse).pivotal == (("3", "part:exam"),)


def test_at_fourteen_every_sub_category_and_every_part_carries_the_award(mrse, assess):
    said = assess(mrse, not_satisfactory=("1.1", "8.2"), mhra=REFERENCES)
    kept = [code for code in mrse.codes if code not in {"1.1", "8.2"}]
    assert decide(said, mrse).pivotal == (*((code,) for code in kept), *((f"part:{part.id}",) for part in mrse.parts))


def test_at_sixteen_only_category_3_the_references_and_the_parts_carry_it(mrse, assess):
    said = assess(mrse, mhra=REFERENCES)
    assert [members[0] for members in decide(said, mrse).pivotal][:3] == ["2.2", "3", "7.2"]


def test_only_the_pending_units_that_matter_settle_an_open_outcome(mrse, assess):
    said = assess(mrse, unjudged=("3", "4.1"), mhra=REFERENCES)
    decision = decide(said, mrse)
    assert decision.outcome == RuleStatus.UNDETERMINED
    assert decision.pivotal == (("3",),)


def test_flags_and_parts_that_are_open_are_named(mrse, assess, rows):
    differing = [rows.item("4.3", "1", simulated=one == "A", assessor=one) for one in ("A", "B")]
    said = assess(
        mrse, unjudged=("4.3",), simulated=("4.1", "5.1"), unconfirmed=("exam",), mhra=REFERENCES,
        rows=(*differing, rows.conclusion("4.3")),
    )  # fmt: skip
    assert decide(said, mrse).pivotal == (("simulated:4.3", "part:exam"),)


def test_a_scheme_without_parts_may_need_several_losses(make_scheme, assess):
    scheme = make_scheme(["1.1", "1.2", "2.1", "2.2"], {"sub_categories": 2, "major_categories": 1})
    assert decide(assess(scheme), scheme).pivotal == (
        ("1.1", "1.2", "2.1"), ("1.1", "1.2", "2.2"), ("1.1", "2.1", "2.2"), ("1.2", "2.1", "2.2"),
    )  # fmt: skip


def test_what_cannot_be_reached_by_any_change_has_no_sets(make_scheme, assess):
    scheme = make_scheme(["1.1", "1.2"], {"sub_categories": 3})
    decision = decide(assess(scheme), scheme)
    assert (decision.outcome, decision.pivotal) == (RuleStatus.NOT_MET, ())


def test_what_no_loss_can_break_has_no_sets(make_scheme, assess):
    scheme = make_scheme(["1.1", "1.2"], {"sub_categories": 0})
    decision = decide(assess(scheme), scheme)
    assert (decision.outcome, decision.pivotal) == (RuleStatus.MET, ())


def test_all_1820_sets_of_the_worst_case_are_listed(mrse, assess):
    said = assess(mrse, simulated=mrse.codes, mhra=REFERENCES)
    decision = decide(said, mrse, {"third_simulated": "not_counted"})
    assert len(decision.pivotal) == len(set(decision.pivotal)) == 1820
    assert decision.pivotal_complete


def test_a_list_cut_short_says_so(make_scheme, assess):
    codes = [f"{category}.{number}" for category in range(1, 6) for number in range(1, 5)]
    scheme = make_scheme(codes, {"sub_categories": 10})
    decision = decide(assess(scheme, not_satisfactory=codes), scheme)
    assert len(decision.pivotal) == module.LISTED
    assert not decision.pivotal_complete


@pytest.mark.parametrize("unjudged", [0, 5, 16])
def test_twice_the_same_judgements_give_the_same_sets(mrse, assess, unjudged):
    said = assess(mrse, unjudged=mrse.codes[:unjudged], mhra=REFERENCES)
    assert decide(said, mrse) == decide(said, mrse)
