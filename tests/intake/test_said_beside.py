"""Columns beside the references that say by name of which item they speak, and rows in which a cell goes on."""

import pytest

from mrse_assess.intake.cells.references import Known
from mrse_assess.intake.grids.grid import Cell, Grid, Row
from mrse_assess.intake.table.claims import read_rows
from mrse_assess.intake.table.interpretation import interpret
from mrse_assess.intake.table.kinds import simulated_by_name
from mrse_assess.intake.table.pages_beside import Hints, hints_by_name

IDS = frozenset(map(str, range(1, 13)))
KNOWN = Known(ids=IDS, codes=frozenset({"1.1", "2.1"}))


def read(case, rows):
    """What the rows claim: (sub-category, item) with page, section and whether it is simulated."""
    cells = tuple(
        Row(tuple(Cell(text, 1, (60, 20 * place, 90, 20 * place + 10)) for text in row), 1)
        for place, row in enumerate(rows)
    )
    known = Known(ids=IDS, codes=frozenset(case.codes))
    table = interpret(Grid("Portfolio.docx", cells, (1,), native=True, ruled=True), case.codes, known)
    assert table is not None
    return {
        (row.code, each.evidence_id): (each.page_hint, each.section_hint, bool(each.notes))
        for row in read_rows(table, known)
        for each in (claim.reference for claim in row.claims)
    }


@pytest.mark.parametrize(
    ("text", "hints"),
    [
        ("E9: page 34", {"9": Hints("34", None)}),
        ("E2: pp 6-7\nE9: Table 1", {"2": Hints("6-7", None), "9": Hints(None, "table 1")}),
        ("2: p 3; 9: section 4", {"2": Hints("3", None), "9": Hints(None, "4")}),
        ("3-5", {}),
        ("2, 9", {}),
        ("p 3\nE9: p 4", {}),
    ],
)
def test_a_cell_of_places_may_name_its_items(text, hints):
    assert hints_by_name(text, KNOWN) == hints


def test_a_place_is_for_the_item_that_it_names_and_for_no_other(case):
    rows = [("Code", "Evidence", "Page / section")] + [(code, "E1\nE2\nE9", "E9: page 34") for code in case.codes]
    found = read(case, rows)
    assert {item: said for (code, item), said in found.items() if code == "4.1"} == {
        "1": (None, None, False),
        "2": (None, None, False),
        "9": ("34", None, False),
    }


@pytest.mark.parametrize("head", ["Specific part of evidence", "Location in evidence", "Evidence detail"])
def test_a_column_that_names_the_same_items_with_places_names_no_further_ones(case, head):
    beside = {"1.1": "E1: p 2", "2.1": "E2: section 4", "2.2": "p 1", "3": "all pages"}
    rows = [("Code", "Evidence", head)]
    rows += [(code, "E1\nE2" if "." in code else "E2", beside.get(code, "")) for code in case.codes]
    found = read(case, rows)
    assert set(found) == {(code, item) for code in case.codes for item in ("1", "2") if item == "2" or "." in code}
    assert found["1.1", "1"] == ("2", None, False)
    assert found["1.1", "2"] == (None, None, False)
    assert found["2.1", "2"] == (None, "4", False)


def test_a_second_column_of_items_with_pages_keeps_its_own_items(case):
    rows = [("Code", "Evidence", "Further evidence")] + [(code, "E1", "E2 p 3") for code in case.codes]
    assert read(case, rows) == {
        (code, item): (page, None, False) for code in case.codes for item, page in (("1", None), ("2", "3"))
    }


def test_a_column_of_places_names_the_items_where_the_references_were_lost(case):
    rows = [("Code", "Evidence", "Where to look")]
    rows += [(code, "", "1: section 2\n2: table 1") if code == "3" else (code, "E4", "p 2") for code in case.codes]
    found = read(case, rows)
    assert found["3", "1"] == (None, "2", False)
    assert found["3", "2"] == (None, "table 1", False)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Yes: E4", (True, False)),
        ("Yes (E4 and E5)", (True, True)),
        ("E4 yes; E5 no", (True, False)),
        ("Yes: Item\n4", (True, False)),
        ("No: E4", (False, False)),
        ("Y (No. 5)", (False, True)),
        ("Yes, no. 5", (False, True)),
        ("Y (Nos. 4 and 5)", (True, True)),
        ("No (E4), yes (E5)", (False, True)),
        ("Simulated: Evidence 4", (True, False)),
        ("Yes", ()),
        ("N", ()),
        ("Yes: E7", ()),
    ],
)
def test_a_cell_may_say_by_name_which_items_are_simulated(text, said):
    assert simulated_by_name(text, ["4", "5"], KNOWN) == said


@pytest.mark.parametrize("heads", [("Real evidence", "Simulated evidence"), ("Evidence", "Simulated evidence")])
def test_what_stands_below_simulated_evidence_is_simulated(case, heads):
    first = "E1" if heads[0].startswith("Real") else "E1\nE2"
    rows = [("Code", *heads)] + [(code, first, "E2" if code == "3" else "") for code in case.codes]
    found = read(case, rows)
    assert found["3", "1"] == (None, None, False)
    assert found["3", "2"] == (None, None, True)


def test_a_row_that_says_only_a_note_or_a_page_goes_on_with_the_row_above(case):
    rows = [("Code", "Evidence")]
    for code in case.codes:
        rows += [(code, "E1\nE9"), ("", "[simulated]" if code == "1.2" else "(p 4)")]
    found = read(case, rows)
    assert found["1.2", "1"] == (None, None, False)
    assert found["1.2", "9"] == (None, None, True)
    assert found["2.1", "9"] == ("4", None, False)


@pytest.mark.parametrize("heads", [("1st item", "2nd item"), ("First evidence", "Second evidence"), ("Item", "Item")])
def test_columns_of_numbers_under_heads_of_one_kind_all_name_items(case, heads):
    rows = [("Code", *heads)] + [(code, "3", "5" if place % 3 else "") for place, code in enumerate(case.codes)]
    assert set(read(case, rows)) == {
        (code, item) for place, code in enumerate(case.codes) for item in "35"[: 1 + bool(place % 3)]
    }


def test_a_column_of_versions_names_no_sections(case):
    rows = [("Code", "Document no.", "Version")] + [(code, "3", "1.0") for code in case.codes]
    assert set(read(case, rows).values()) == {(None, None, False)}
