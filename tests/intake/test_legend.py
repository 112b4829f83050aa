"""A mark that the table's legend explains says of an item what the legend says."""

import pytest

from mrse_assess.intake.cells.legend import legend_marks
from mrse_assess.intake.cells.references import Known, read_cell

ITEMS = frozenset(str(number) for number in range(1, 15))
MARKED = Known(ids=ITEMS, codes=frozenset({"1.1", "3"}), marks=frozenset({"*", "(s)", "\u2020"}))


@pytest.mark.parametrize(
    ("line", "marks"),
    [
        ("* = simulated", {"*"}),
        ("* simulated evidence", {"*"}),
        ("Items marked * are simulated.", {"*"}),
        ("Simulated items are marked \u2020", {"\u2020"}),
        ("Evidence marked with an asterisk is simulated", {"*"}),
        ("Key: # simulated", {"#"}),
        ("(S) = simulated, (R) = real", {"(s)"}),
        ("\u2020 hypothetical; * reference to the MHRA guidelines", {"\u2020"}),
        ("** Simulated case", {"**"}),
        ("* = not simulated", set()),
        ("* see the appendix", set()),
        ("(a) simulated incident review", set()),
        ("(i) Simulated evacuation of the scanner room", set()),
        ("1.1 Evidence 7* simulated", set()),
    ],
)
def test_a_legend_is_read_for_its_marks(line, marks):
    assert legend_marks([line]) == marks


@pytest.mark.parametrize(
    ("cell", "simulated"),
    [
        ("E7*", ["7"]),
        ("E7, E8*", ["8"]),
        ("E7 p 2*; E8", ["7"]),
        ("*E7; E8", ["7"]),
        ("E7 (S), E8", ["7"]),
        ("E7 (p 2) (S)", ["7"]),
        ("E7\u2020", ["7"]),
        ("E7, E8", []),
        ("E7#", []),
    ],
)
def test_a_mark_belongs_to_the_item_beside_it(cell, simulated):
    found = read_cell(cell, MARKED).references
    assert [each.evidence_id for each in found if "simulated" in each.notes] == simulated


def test_without_a_legend_a_mark_says_nothing():
    found = read_cell("E7*", Known(ids=ITEMS)).references
    assert [each.notes for each in found] == [()]


def test_a_legend_below_the_table_is_heard(case):
    portfolio = case.drawn()
    page = portfolio.page(title="Experience Cross Reference Table")
    rows = [("Sub-category", "Evidence"), ("1.1", "Evidence 1"), ("1.2", "Evidence 2*"), ("2.1", "Evidence 3"),
            ("2.2", "Evidence 4"), ("4.1", "Evidence 5 *")]  # fmt: skip
    bottom = portfolio.table(page, rows, (90, 300))
    page.insert_text((60, bottom + 20), "* = simulated evidence", fontsize=9)
    for number in range(1, 6):
        portfolio.evidence(f"Evidence {number}", pages=2, title=f"Work number {number}")
    found = case.read(portfolio)
    assert {each.sub_category for each in found.cross_references if each.notes == ("simulated",)} == {"1.2", "4.1"}
