"""Where assessors differ, unit by unit."""

from dataclasses import replace

import pytest

from mrse_assess.model.judgement import Conclusion
from mrse_assess.panel.comparing import topics
from mrse_assess.terms import Difference, Phase

from .conftest import NOT, REFER, SAT


def differing(written):
    found = topics(written.judgements(), written.assessors, written.scheme)
    return {topic.key: set(topic.differences) for topic in found if topic.differences}


def test_assessors_who_agree_differ_in_nothing_and_every_unit_is_there(written, scheme):
    found = topics(written.judgements(), written.assessors, scheme)
    assert differing(written) == {}
    assert len(found) == len(scheme.codes) * 2 + 1  # an item and a conclusion each, two items for 3
    assert all(topic.settled and len(topic.sides) == 2 for topic in found)


def test_items_stand_before_the_conclusion_on_their_sub_category_in_the_order_of_the_scheme(written, scheme):
    found = [topic.key for topic in topics(written.judgements(), written.assessors, scheme)]
    assert found[:2] == [("1.1", "E1.1"), ("1.1", "")]
    assert [key for key in found if key[0] == "3"] == [("3", "6"), ("3", "7"), ("3", "")]


@pytest.mark.parametrize(
    ("said", "difference"),
    [
        ({"verdict": NOT}, Difference.VERDICT),
        ({"simulated": True}, Difference.SIMULATED),
        ({"mhra_reference": True}, Difference.MHRA_REFERENCE),
    ],
)
def test_one_assessor_who_says_otherwise_of_an_item(written, said, difference):
    written.item("A1", "5.2", "E5.2", **said)
    assert differing(written) == {("5.2", "E5.2"): {difference}}


def test_an_item_that_anybody_refers_is_for_the_panel_though_all_refer_it(written):
    for who in written.assessors:
        written.item(who, "5.2", "E5.2", verdict=REFER)
    assert differing(written) == {("5.2", "E5.2"): {Difference.REFERRED}}


def test_flags_of_what_is_not_satisfactory_do_not_matter(written):
    written.fail("5.2")
    written.item("A1", "5.2", "E5.2", simulated=True, mhra_reference=True)
    assert differing(written) == {}


def test_other_reasons_for_the_same_verdict(written):
    written.fail("5.2")
    written.item("A1", "5.2", "E5.2", reasons=("undated",), primary_reason="undated")
    assert differing(written) == {("5.2", "E5.2"): {Difference.PRIMARY_REASON, Difference.REASONS}}


def test_reasons_in_another_order_are_the_same_reasons(written):
    written.fail("5.2")
    for who, reasons in (("A1", ("undated", "relay_only")), ("A2", ("relay_only", "undated"))):
        written.item(who, "5.2", "E5.2", reasons=reasons, primary_reason="undated")
    assert differing(written) == {}


def test_pieces_put_together_by_one_assessor_only(written):
    written.item("A1", "3", "7", independent_group="6")
    assert differing(written) == {("3", "7"): {Difference.INDEPENDENCE}}


def test_the_same_division_under_other_names_is_no_difference(written):
    for item in ("6", "7"):
        written.item("A1", "3", item, independent_group=f"group {item}")
    assert differing(written) == {}


def test_an_item_that_one_assessor_did_not_judge_is_said(written):
    del written.items["A2", "5.2", "E5.2"]
    (topic,) = [one for one in topics(written.judgements(), written.assessors, written.scheme) if one.differences]
    assert (topic.key, topic.differences, topic.without) == (("5.2", "E5.2"), {Difference.MISSING}, ("A2",))


def test_what_the_panel_settled_stands_beside_the_sides_and_replaces_none(written):
    written.whole("A1", "5.2", NOT)
    settled = replace(written.wholes["A1", "5.2"], phase=Phase.MODERATION, assessor="chair", verdict=SAT)
    given = replace(written.judgements(), conclusions=(*written.judgements().conclusions, settled))
    (topic,) = [one for one in topics(given, written.assessors, written.scheme) if one.differences]
    assert isinstance(topic.moderated, Conclusion)
    assert topic.settled
    assert [side.verdict for side in topic.sides] == [NOT, SAT]


def test_judgements_of_others_than_the_assessors_named_are_passed_over(written):
    written.whole("A2", "5.2", NOT)
    found = topics(written.judgements(), ("A1",), written.scheme)
    assert all(len(topic.sides) == 1 and not topic.differences for topic in found)
