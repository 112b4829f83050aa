"""Cells in which small signs decide: Roman numerals in small letters, marks before a colon, what is taken out."""

from dataclasses import replace

import pytest

from mrse_assess.intake.cells.noted_items import noted_items
from mrse_assess.intake.cells.references import Known, read_cell

CODES = frozenset({"1.1", "2.1", "3", "4.2"})
PLAIN = Known(ids=frozenset(map(str, range(1, 13))), codes=CODES)
ROMAN = Known(ids=frozenset({"I", "II", "III", "IV", "V", "VI", "X"}), codes=CODES)
MARKED = replace(PLAIN, marks=frozenset({"*", "(s)", "s"}))


def said(text, known=PLAIN):
    return [(each.evidence_id, each.page_hint, each.section_hint) for each in read_cell(text, known).references]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Appendix i", ["I"]),
        ("Appendix v (Siting study)", ["V"]),
        ("Appendices i, ii and v", ["I", "II", "V"]),
        ("Appendix i-iii", ["I", "II", "III"]),
        ("Annex v p 3; Annex x", ["V", "X"]),
    ],
)
def test_small_roman_numerals_name_items_that_bear_such(text, items):
    assert [item for item, *_ in said(text, ROMAN)] == items


def test_a_small_letter_behind_an_appendix_of_a_numbered_item_is_no_item():
    assert said("E3, Appendix v") == [("3", None, None)]


@pytest.mark.parametrize("text", ["E6*: pp 1-2", "E6 (S): pp 1-2", "E6 *: p 1-2"])
def test_a_place_stands_behind_a_mark_and_a_colon(text):
    found = read_cell(text, MARKED).references
    assert [(each.evidence_id, each.page_hint, bool(each.notes)) for each in found] == [("6", "1-2", True)]


@pytest.mark.parametrize("text", ["E6\n* = simulated", "E6\n*: simulated evidence"])
def test_a_key_that_a_cell_took_in_marks_nothing(text):
    assert [bool(each.notes) for each in read_cell(text, MARKED).references] == [False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Items 7 p3, 9 p4", [("7", "3", None), ("9", "4", None)]),
        ("Items 7 p. 3, 9 pp. 4-5", [("7", "3", None), ("9", "4-5", None)]),
        ("E7 pp 3, 9", [("7", "3, 9", None)]),
        ("E7 and E9, p3 and p4 respectively", [("7", "3", None), ("9", "4", None)]),
        ("E7-E9 (excluding E8)", [("7", None, None), ("9", None, None)]),
        ("E7-9 but not E8", [("7", None, None), ("9", None, None)]),
        ("E7 except page 3", [("7", None, None)]),
    ],
)
def test_numbers_behind_pages_and_what_is_taken_out(text, expected):
    assert said(text) == expected


@pytest.mark.parametrize("text", ["see section 2 and 3 of MHRA guidance", "sections 2, 3 and 4 of the MHRA guidelines"])
def test_sections_of_guidance_are_places_of_no_item(text):
    cell = read_cell(text, PLAIN)
    assert (cell.references, cell.loose_sections) == ((), ())


@pytest.mark.parametrize(
    ("title", "noted"),
    [
        ("Siting study for a 0.55 T system (simulated)", True),
        ("Siting study [simulated case]", True),
        ("Quench drill - hypothetical", True),
        ("Audit of simulated scans", False),
        ("Siting study (not simulated)", False),
        ("Siting study (Simulation suite)", False),
    ],
)
def test_a_note_behind_an_items_title_is_the_items(title, noted):
    known = replace(PLAIN, titles={"4": title, "5": "Local rules"})
    assert noted_items([], known) == ({"4"} if noted else set())
