"""Words that are a heading of an item and of a sentence as well."""

import pytest

from mrse_assess.intake.cells.references import Known, read_cell

HEADINGS = frozenset({"Discussion", "Approved by", "Questions", "What is required", "Roles"})
KNOWN = Known(ids=frozenset(map(str, range(1, 25))), headings={str(number): HEADINGS for number in range(1, 25)})


def section(text):
    (reference,) = read_cell(text, KNOWN).references
    return reference.section_hint


@pytest.mark.parametrize(
    "text",
    [
        "E7 I chaired the discussion.",
        "E7 (page 2) I wrote this and it was approved by the safety group.",
        "E7. A lively discussion followed",
        "E7\nThe staff told us what is required of them",
        "E7 - my notes of a discussion with the supplier",
        "E7, the discussion was led by a colleague",
        "E7 e-mail on named roles",
        "E7 The images answered the question. Everybody was content.",
    ],
)
def test_words_of_a_sentence_name_no_part(text):
    assert section(text) is None


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("E7 Discussion", "Discussion"),
        ("E7, discussion", "discussion"),
        ("E7 (see the discussion)", "discussion"),
        ("E7 in the discussion", "discussion"),
        ("E7, Approved by", "Approved by"),
        ('E7 "what is required"', "what is required"),
        ("E7, discussion section", "discussion"),
    ],
)
def test_a_heading_beside_an_item_names_its_part(text, part):
    assert section(text) == part


def test_a_word_cut_short_may_bear_a_point_before_its_letter():
    (reference,) = read_cell("E7 sect. B", KNOWN).references
    assert reference.section_hint == "B"


def test_a_sentence_that_ends_in_a_parts_word_takes_no_item_with_it():
    references = read_cell("E7 The images answered the question. E9, page 3", KNOWN).references
    assert [(each.evidence_id, each.page_hint, each.section_hint) for each in references] == [
        ("7", None, None),
        ("9", "3", None),
    ]
