"""Numbers of a cell that are no items and no places: dates, times, years, quantities, field strengths."""

import pytest

from mrse_assess.intake.cells.references import SURE, Known, read_cell
from mrse_assess.workbench.reading_rows import SURE_FROM

KNOWN = Known(ids=frozenset(map(str, range(1, 25))), codes=frozenset({"1.1", "2.1", "3", "4.1"}))


@pytest.mark.parametrize(
    "text",
    [
        "E7 letter 12/03/23",
        "E7 dated 12.03.23",
        "E7 audit 2021/22",
        "E7 audit 2021-22",
        "E7 log, 9am to 5pm",
        "E7 at 1.5T",
        "E7 3T",
        "E7, led by myself and 2 colleagues",
        "E7, 3 scanners at 2 sites",
        "E7 incident W-2022-117",
    ],
)
def test_such_numbers_name_nothing(text):
    (reference,) = read_cell(text, KNOWN).references
    assert (reference.evidence_id, reference.page_hint, reference.section_hint) == ("7", None, None)


@pytest.mark.parametrize("text", ["E7, 8 and 9", "Evidence 7, 8 (simulated), 9", "7, 8, 9"])
def test_numbers_beside_other_words_are_items(text):
    assert [each.evidence_id for each in read_cell(text, KNOWN).references] == ["7", "8", "9"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Page 12 \u2013 Evidence 7; page 30 \u2013 Evidence 9", [("7", "12"), ("9", "30")]),
        ("p 12: E7, p 30: E9", [("7", "12"), ("9", "30")]),
        ("Evidence 7 - page 12; Evidence 9 - page 30", [("7", "12"), ("9", "30")]),
        ("EI7, EI 8 p 2", [("7", None), ("8", "2")]),
        ("Evidence 7 (pages: 3, 4)", [("7", "3, 4")]),
    ],
)
def test_pages_are_those_of_the_item_that_they_are_set_before_or_behind(text, said):
    assert [(each.evidence_id, each.page_hint) for each in read_cell(text, KNOWN).references] == said


@pytest.mark.parametrize("arrow", ["\u2192", "->", "-->", "=>", "\u21d2", "\u2794", "\u27a1\ufe0f"])
def test_a_number_that_an_arrow_points_at_is_a_page_in_doubt(arrow):
    (reference,) = read_cell(f"E3 {arrow} 4", KNOWN).references
    assert (reference.evidence_id, reference.page_hint) == ("3", "4")
    assert reference.confidence < SURE_FROM


@pytest.mark.parametrize("text", ["E3 \u2192 E5", "E3 -> E5", "3 \u2192 5", "3 -> 5"])
def test_items_joined_by_an_arrow_are_a_range_in_doubt(text):
    found = read_cell(text, KNOWN).references
    assert [each.evidence_id for each in found] == ["3", "4", "5"]
    assert all(each.confidence < SURE_FROM for each in found)


@pytest.mark.parametrize("text", ["E3 \u2192 p 4", "E3 -> page 4", "E3 => pp. 4"])
def test_an_arrow_before_a_page_with_its_word_leaves_no_doubt(text):
    (reference,) = read_cell(text, KNOWN).references
    assert (reference.evidence_id, reference.page_hint, reference.confidence) == ("3", "4", SURE)


@pytest.mark.parametrize("sign", ["-", "\u2022", "\u25ba", "\u25b6", "\u2192", "\u2794", "->"])
@pytest.mark.parametrize("text", ["{0} 3\n{0} 5", "{0} E3\n{0} E5", "{0} 3 (p 4)\n{0} 5", "Items:\n{0} E3\n{0} E5"])
def test_what_begins_each_line_of_a_list_points_at_nothing(sign, text):
    found = read_cell(text.format(sign), KNOWN).references
    assert [each.evidence_id for each in found] == ["3", "5"]
    assert all(each.confidence >= SURE_FROM for each in found)
