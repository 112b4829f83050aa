"""Rare forms of reference cells: lists in brackets, ranges of Roman numerals, hints before items in brackets."""

import pytest

from mrse_assess.intake.cells.references import Known, read_cell

CODES = frozenset({"1.1", "3"})
NUMBERS = Known(ids=frozenset(str(number) for number in range(1, 13)), codes=CODES)
PARTS = Known(ids=NUMBERS.ids | {"4a", "4b"}, codes=CODES)
ROMAN = Known(ids=frozenset({"I", "II", "III", "IV"}), codes=CODES)


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("(3), (9)", NUMBERS, [("3", None), ("9", None)]),
        ("3 (9)", NUMBERS, [("3", "9")]),
        ("Appendices I\u2013III", ROMAN, [("I", None), ("II", None), ("III", None)]),
        ("Item 4b, p. iii", PARTS, [("4b", None)]),
        ("Items 4a, b", PARTS, [("4a", None), ("4b", None)]),
        ("page 4 (Evidence 3), page 2 (Evidence 9)", NUMBERS, [("3", "4"), ("9", "2")]),
        ("7 (pp. 2f)", NUMBERS, [("7", "2-3")]),
    ],
)
def test_items_are_read_as_they_are_listed(text, known, expected):
    assert [(each.evidence_id, each.page_hint) for each in read_cell(text, known).references] == expected


@pytest.mark.parametrize(
    "said",
    ["mock patient", "imagined patient", "case made up for this portfolio", "theoretical case", "no real patient"],
)
def test_work_that_was_not_real_is_simulated_in_whatever_words(said):
    assert [each.notes for each in read_cell(f"Evidence 7 ({said})", NUMBERS).references] == [("simulated",)]
