"""The reasons why evidence falls short: which there are, where they are offered, on which clause they rest."""

from string import Formatter

import pytest

NEVER_ALONE = {"simulated", "outdated", "similar_items", "not_redacted", "no_mhra_reference", "whole_document"}

# needs, clause and further clauses, sub-categories where the reason is offered
REASONS = {
    "wrong_sub_category": (("seen", "target"), ("S",), ()),
    "authorship_unclear": ((), ("G8b", "G8c"), ()),
    "contribution_not_substantive": (("seen",), ("G12", "G13"), ()),
    "too_basic_or_minimal": (("seen",), ("G12", "S3"), ()),
    "relay_only": (("seen",), ("C4",), ("4.1", "4.2", "4.3")),
    "not_mr_safety": (("seen",), ("G5",), ()),
    "medical_scope": (("seen",), ("G6",), ()),
    "image_quality_aim": (("seen",), ("N3",), ("3",)),
    "no_image_quality_consideration": ((), ("C3",), ("3",)),
    "not_independent": (("seen", "other_item"), ("S3",), ("3",)),
    "simulated": ((), ("G3",), ()),
    "undated": ((), ("G7",), ()),
    "outdated": (("date",), ("G7",), ()),
    "similar_items": (("other_item",), ("G12",), ()),
    "commentary_only": ((), ("G8b",), ()),
    "attendance_only": (("seen",), ("S8.1",), ("8.1",)),
    "enacting_not_specifying": (("seen",), ("N1.1",), ("1.1",)),
    "document_requirement_not_stated": (("seen",), ("N1.2",), ("1.2",)),
    "missing_item": ((), ("G8c", "G9"), ()),
    "illegible_or_unresolvable": (("seen",), ("G8c", "G9"), ()),
    "not_redacted": ((), ("G11",), ()),
    "no_mhra_reference": (("seen",), ("G4",), ()),
    "not_own_work": (("seen",), ("G7",), ()),
    "image_use": (("seen",), ("G5",), ()),
    "not_framework_definition": (("seen",), ("N1.2",), ("1.2",)),
    "parameters_not_shown": (("seen",), ("S3",), ("3",)),
    "one_hazard_only": (("seen",), ("S4.2",), ("4.2",)),
    "trainer_only": (("seen",), ("S5.1",), ("5.1",)),
    "local_group_only": (("seen",), ("S8.2",), ("8.2",)),
    "linked_not_embedded": ((), ("G9",), ()),
    "whole_document": ((), ("C2",), ("2.1", "2.2")),
}

SLOTS = {
    "item": "Item 7",
    "page": "page 31 of Portfolio.pdf, page 2 of the item",
    "seen": "a one-line entry",
    "target": "7.2",
    "sub": "2.2",
    "about": "incident investigation",
    "other_item": "item 6",
    "other_page": "page 30 of Portfolio.pdf",
    "date": "3 May 2014",
    "reference_date": "21 November 2026",
    "k": "2",
    "list": "4.3 and 5.1",
    "data_handling": "The pages have been removed from our copies.",
}


def test_the_reasons_are_those_that_the_letters_need(shipped):
    found = {
        reason.id: (reason.needs, (reason.clause, *reason.further_clauses), reason.applies_to)
        for reason in shipped.reasons
    }
    assert found == REASONS


def test_some_reasons_never_decide_alone(shipped):
    assert {reason.id for reason in shipped.reasons if reason.never_alone} == NEVER_ALONE


def test_every_sentence_and_remedy_can_be_filled_with_what_a_letter_has(shipped):
    for reason in shipped.reasons:
        for text in (reason.sentence, reason.remedy):
            filled = text.format_map(SLOTS)
            assert "{" not in filled
            assert filled[0].isupper()


def test_a_remedy_becomes_a_sentence(shipped):
    reason = shipped.reason("too_basic_or_minimal")
    remedy = reason.remedy.format_map(SLOTS)
    assert shipped.passages[reason.remedy_passage].format(remedy=remedy) == (
        "Work on incident investigation of greater depth or complexity, with your reasoning visible, would do."
    )


def test_a_comma_stands_before_the_end_only_where_a_remedy_has_one_before_it(shipped):
    for reason in shipped.reasons:
        if "," not in reason.remedy:
            assert reason.remedy_passage == "remedy.would_do", reason.id


def test_every_reason_names_the_item_it_is_about(shipped):
    for reason in shipped.reasons:
        slots = {name for _, name, _, _ in Formatter().parse(reason.sentence) if name}
        assert "item" in slots, reason.id
        assert "page" in slots or reason.id in {"missing_item", "whole_document"}, reason.id


def test_the_words_of_a_reason_keep_to_the_tone_of_a_letter(shipped):
    refused = (
        "unfortunately",
        "fail",
        " very ",
        "weak",
        "poor",
        "excellent",
        "disappointing",
        "!",
        "detected",
        "system",
    )
    for reason in shipped.reasons:
        text = f"{reason.sentence} {reason.remedy}".lower().replace("mr system", "")
        assert not [word for word in refused if word in text], reason.id


def test_a_must_is_said_only_where_the_guidance_has_one(shipped):
    assert {reason.id for reason in shipped.reasons if " must " in reason.sentence} == {
        "no_image_quality_consideration"
    }
    for gentle in ("parameters_not_shown", "one_hazard_only", "whole_document"):
        assert " should " in shipped.reason(gentle).sentence


@pytest.mark.parametrize(
    ("reason", "code", "target", "clauses"),
    [
        ("too_basic_or_minimal", "5.2", "", ("G12",)),
        ("too_basic_or_minimal", "3", "", ("G12", "S3")),
        ("missing_item", "8.1", "", ("G8c", "G9")),
        ("wrong_sub_category", "2.2", "7.2", ("N2.2",)),
        ("wrong_sub_category", "2.2", "6.1", ("S2.2",)),
        ("wrong_sub_category", "2.2", "", ("S2.2",)),
        ("wrong_sub_category", "8.1", "5.1", ("S5.1",)),
        ("attendance_only", "8.1", "", ("S8.1",)),
    ],
)
def test_a_reason_cites_the_clauses_that_govern_the_sub_category(shipped, reason, code, target, clauses):
    assert shipped.reason_clauses(reason, code, target) == clauses


def test_every_reason_offered_for_a_sub_category_cites_something_listed(shipped):
    for code in shipped.codes:
        for reason in shipped.reasons_for(code):
            clauses = shipped.reason_clauses(reason.id, code)
            assert clauses
            assert all(shipped.clause_words(label) for label in clauses)


def test_the_reasons_of_a_sub_category_are_its_own_and_the_general_ones(shipped):
    offered = {reason.id for reason in shipped.reasons_for("8.1")}
    assert "attendance_only" in offered
    assert "too_basic_or_minimal" in offered
    assert "relay_only" not in offered
