"""Numbers of a cell that are no items and no places: dates, times, years, quantities, field strengths."""

import pytest

from mrse_assess.intake.cells.references import Known, read_cell

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
