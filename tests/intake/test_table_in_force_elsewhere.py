"""Which table counts where one is said to be old, and what of a table by item looks like one by sub-category."""

import pytest

from mrse_assess.intake.cells.references import Known
from mrse_assess.intake.grids.grid import Cell, Grid, Row
from mrse_assess.intake.table.interpretation import interpret, lists_codes

OLD = ("(old version, kept for the record)", "- superseded", "(draft)", "v1, replaced by the table below")


@pytest.mark.parametrize("old", OLD)
def test_a_table_on_its_side_replaces_an_old_one_that_stands_upright(case, old):
    portfolio = case.drawn()
    page = portfolio.page(title=f"Cross Reference Table {old}")
    portfolio.table(page, [("Sub-category", "Evidence"), *((code, "Evidence 9") for code in case.codes)], (90, 300))
    page, low = portfolio.page(title="Experience Cross Reference Table - final", top=60, landscape=True), 110
    for start in range(0, 16, 4):
        codes = case.codes[start : start + 4]
        offered = [case.claims[code].replace("Evidence ", "E").replace(", E", "\nE") for code in codes]
        low = portfolio.table(
            page, [("Sub-category", *codes), ("Evidence", *offered)], (90, *[150] * 4), left=40, top=low
        )
        low += 18
    assert case.cells_read(portfolio) == case.cells


def test_the_table_in_force_stays_where_an_old_one_lies_on_its_side(case):
    portfolio = case.drawn()
    page = portfolio.page(title="Experience Cross Reference Table")
    portfolio.table(page, [("Sub-category", "Evidence"), *case.claims.items()], (90, 300))
    page, low = portfolio.page(title="Cross Reference Table (old version)", top=60, landscape=True), 110
    for start in range(0, 16, 4):
        rows = [("Sub-category", *case.codes[start : start + 4]), ("Evidence", *["E9"] * 4)]
        low = portfolio.table(page, rows, (90, *[150] * 4), left=40, top=low) + 18
    assert case.cells_read(portfolio) == case.cells


def by_item(*cells):
    rows = [Row((Cell("Ref.", 1, None), Cell("Maps to", 1, None)), 1)]
    rows += [Row((Cell(f"Evidence {n}", 1, None), Cell(text, 1, None)), 1) for n, text in enumerate(cells, 1)]
    return Grid("a.pdf", tuple(rows), (1,), ruled=True)


@pytest.mark.parametrize(
    ("cells", "listed"),
    [
        (("1.1 (p1)", "1.1; 1.2 (p1)", "2.1", "2.1 (p2)", "3 (p30)", "4.1"), True),
        (("1.1", "1.1; 1.2", "2.1", "2.1", "3", "4.1"), False),
        (("1.1 Governance", "1.2 Framework", "2.1 Rules", "2.1 Rules", "3 Sequences", "4.1 Devices"), False),
    ],
)
def test_codes_with_pages_are_those_of_a_table_by_item(case, cells, listed):
    table = interpret(by_item(*cells), case.codes, Known(codes=frozenset(case.codes)))
    assert lists_codes(table, case.codes) == listed
