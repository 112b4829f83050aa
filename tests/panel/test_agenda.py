"""The agenda by consequence, each order checked by hand against the pass rules of the scheme."""

from dataclasses import replace

from mrse_assess.panel.agenda import agenda
from mrse_assess.panel.effects import effect, settled_by
from mrse_assess.panel.sampling import agreed_passes, drawn
from mrse_assess.rules import decide
from mrse_assess.terms import Consequence, Phase, RuleStatus

from .conftest import NOT, REFER, SAT

OUTCOME, RULE, VERDICT, REASONS = (
    Consequence.OUTCOME,
    Consequence.RULE,
    Consequence.VERDICT,
    Consequence.REASONS,
)


def ranked(written, readings=None):
    found = agenda(written.judgements(), written.assessors, written.scheme, readings or {})
    return [(item.topic.key, item.consequence) for item in found.items]


def test_nothing_stands_on_the_agenda_of_assessors_who_agree(written):
    found = agenda(written.judgements(), written.assessors, written.scheme, {})
    assert found.items == ()
    assert len(found.agreed) == 33


def test_with_sixteen_sub_categories_one_open_one_changes_a_rule_and_not_the_outcome(written):
    written.fail("5.2", "A1")  # 15 or 16, and 14 are needed
    assert ranked(written) == [(("5.2", "E5.2"), RULE), (("5.2", ""), RULE)]


def test_with_thirteen_agreed_the_fourteenth_decides(written):
    for code in ("1.1", "2.2"):
        written.fail(code)
    written.fail("5.2", "A1")  # 13 or 14
    assert ranked(written) == [(("5.2", "E5.2"), OUTCOME), (("5.2", ""), OUTCOME)]


def test_category_three_decides_whatever_the_count(written):
    written.fail("3", "A2")
    assert {consequence for _, consequence in ranked(written)} == {OUTCOME}


def test_when_the_outcome_is_lost_anyway_nothing_decides_it(written):
    for code in ("1.1", "1.2", "2.1"):
        written.fail(code)  # category 1 is lost
    written.fail("5.2", "A1")
    assert {consequence for _, consequence in ranked(written)} == {RULE}


def test_a_third_simulated_sub_category_decides_and_stands_first(written):
    for code in ("4.1", "4.2"):
        for who in written.assessors:
            written.item(who, code, f"E{code}", simulated=True)
    written.item("A1", "4.3", "E4.3", simulated=True)
    written.fail("1.1", "A2")
    assert ranked(written) == [
        (("4.3", "E4.3"), OUTCOME),
        (("1.1", "E1.1"), RULE),
        (("1.1", ""), RULE),
    ]


def test_the_second_sub_category_with_an_mhra_reference_decides(written):
    written.item("A1", "7.2", "E7.2", mhra_reference=False)
    assert ranked(written) == [(("7.2", "E7.2"), OUTCOME)]


def test_a_third_reference_changes_a_count_alone(written):
    written.item("A1", "8.1", "E8.1", mhra_reference=True)
    assert ranked(written) == [(("8.1", "E8.1"), RULE)]


def test_an_item_beside_another_satisfactory_one_is_a_verdict_alone(written, scheme):
    for who in written.assessors:
        extra = replace(written.items[who, "5.2", "E5.2"], evidence_id="99")
        written.items[who, "5.2", "99"] = extra
    written.item("A2", "5.2", "99", verdict=NOT, reasons=("undated",), primary_reason="undated")
    assert ranked(written) == [(("5.2", "99"), VERDICT)]


def test_reasons_come_last(written):
    written.fail("8.2")
    written.item("A1", "8.2", "E8.2", reasons=("undated",), primary_reason="undated")
    written.fail("1.1", "A1")
    assert [consequence for _, consequence in ranked(written)] == [RULE, RULE, REASONS]


def test_what_is_referred_by_both_is_weighed_by_what_hangs_on_it(written):
    for code in ("1.1", "2.2"):
        written.fail(code)
    for who in written.assessors:
        written.whole(who, "5.2", REFER)
    assert ranked(written) == [(("5.2", ""), OUTCOME)]


def test_the_order_stays_when_the_panel_settles_and_what_is_left_shrinks(written):
    for code in ("1.1", "2.2"):
        written.fail(code)
    written.fail("5.2", "A1")
    before = agenda(written.judgements(), written.assessors, written.scheme, {})
    settled = settled_by(written.judgements(), [written.wholes["A2", "5.2"]])
    after = agenda(settled, written.assessors, written.scheme, {})
    assert [one.topic.key for one in after.items] == [one.topic.key for one in before.items]
    assert [one.consequence for one in after.items] == [one.consequence for one in before.items]
    assert [one.topic.key for one in after.left] == [("5.2", "E5.2")]


def test_what_the_rules_would_say_when_the_panel_follows_one_side(written):
    for code in ("1.1", "2.2"):
        written.fail(code)
    written.fail("5.2", "A1")
    given = written.judgements()
    now = decide(given, written.scheme)
    against = [written.items["A1", "5.2", "E5.2"], written.wholes["A1", "5.2"]]
    told = effect(given, against, written.scheme, {}, now)
    assert (told.now, told.then) == (RuleStatus.UNDETERMINED, RuleStatus.NOT_MET)
    (count,) = [one for one in told.changes if one.now.rule == "sub_categories"]
    assert (count.now.lowest, count.now.highest, count.then.lowest, count.then.highest) == (13, 14, 13, 13)


def test_settling_takes_the_place_of_what_the_panel_said_before_and_of_no_assessor(written):
    first = settled_by(written.judgements(), [replace(written.wholes["A1", "5.2"], verdict=NOT)])
    second = settled_by(first, [written.wholes["A1", "5.2"]])
    of_panel = [row for row in second.conclusions if row.phase is Phase.MODERATION]
    assert [row.verdict for row in of_panel] == [SAT]
    assert len(second.conclusions) == 33


def test_the_sample_is_drawn_from_agreed_passes_alike_each_time(written):
    written.fail("8.2")
    written.fail("1.1", "A1")
    written.item("A1", "7.1", "E7.1", simulated=True)  # passed by both; the panel turns to it for its item
    found = agenda(written.judgements(), written.assessors, written.scheme, {})
    codes = agreed_passes(found)
    assert set(written.scheme.codes) - set(codes) == {"8.2", "1.1", "7.1"}
    sample = drawn(codes, 20, "X", 7)
    assert len(sample) == 3
    assert sample == drawn(codes, 20, "X", 7)
    assert set(sample) <= set(codes)
    assert drawn(codes, 0, "X", 7) == ()
    assert drawn(codes, 100, "X", 7) == codes
    assert len({drawn(codes, 20, f"X{number}", 7) for number in range(20)}) > 1
