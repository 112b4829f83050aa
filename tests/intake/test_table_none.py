"""A portfolio without a cross reference table has none, whatever numbered tables its evidence holds."""

import pytest

CODES = ("1.1", "1.2", "2.1", "2.2", "3.1", "4.1", "4.2", "5.1", "5.2", "6.1", "6.2", "7.1", "8.1", "8.2")
INSIDE = {
    "scores of risks": [
        ("Ref.", "Hazard", "Evidence for the score", "Score"),
        *((code, "A trolley", "The door was open", str(5 + place)) for place, code in enumerate(CODES)),
    ],
    "clauses of guidance": [
        ("Rule", "Text of the rule", "Reference"),
        *(
            (code, "Doors are kept shut", f"MHRA 2021, {place % 5 + 1}.{place % 2 + 3}")
            for place, code in enumerate(CODES)
        ),
    ],
    "scores that are items": [
        ("Ref.", "Hazard", "Evidence for the score", "Score"),
        *((code, "A trolley", "The door was open", str(2 + place % 6)) for place, code in enumerate(CODES)),
    ],
}
WIDTHS = (60, 150, 150, 60)


def with_work(case, *, table=None):
    """Eight items of two pages, the third with the table on its second page."""
    portfolio = case.drawn()
    portfolio.page("Contents", *(f"Evidence {number} Work number {number}" for number in range(1, 9)))
    for number in range(1, 9):
        portfolio.evidence(f"Evidence {number}", title=f"Work number {number}")
        page = portfolio.page("What was seen in the unit.")
        if table and number == 3:
            portfolio.table(page, table, WIDTHS[: len(table[0])])
    return portfolio


@pytest.mark.parametrize("inside", sorted(INSIDE))
def test_a_numbered_table_of_an_item_is_not_the_table(case, inside):
    found = case.read(with_work(case, table=INSIDE[inside]))
    assert found.tables == ()
    assert found.cross_references == ()
    assert "table-not-found" in {problem.code for problem in found.problems}
    assert [item.spans[0].first for item in found.evidence] == list(range(2, 17, 2))
    assert set(found.orphans) == {str(number) for number in range(1, 9)}


@pytest.mark.parametrize("written", ["Evidence {}", "{}"])
@pytest.mark.parametrize("head", ["Area", "Sub-category"])
def test_a_table_that_no_heading_names_is_found_in_front_of_the_items(case, written, head):
    portfolio = case.drawn()
    rows = [(head, "Shown by"), *((code, written.format(place % 8 + 1)) for place, code in enumerate(case.codes))]
    portfolio.table(portfolio.page("How my work meets the scheme"), rows, (90, 200))
    for number in range(1, 9):
        portfolio.evidence(f"Evidence {number}", title=f"Work number {number}", pages=2)
    found = case.read(portfolio)
    assert [table.pages for table in found.tables] == [(1,)]
    assert case.cells_of(found) == {(code, str(place % 8 + 1)) for place, code in enumerate(case.codes)}


@pytest.mark.parametrize(
    ("heading", "is_table"),
    [("Inventory of items", False), ("Documents enclosed", False), ("Items and the sub-categories they support", True)],
)
def test_a_list_of_what_was_sent_with_sub_categories_is_no_table(case, heading, is_table):
    portfolio = case.drawn()
    claimed = ["1.1, 1.2", "2.1", "3, 4.1", "5.1", "6.2, 7.1", "8.1", "8.2, 2.2", "7.2"]
    rows = [
        ("No.", "Title", "Sub-categories"),
        *((f"Evidence {at}", f"Work number {at}", codes) for at, codes in enumerate(claimed, 1)),
    ]
    portfolio.table(portfolio.page(title=heading), rows, (90, 200, 100))
    for number in range(1, 9):
        portfolio.evidence(f"Evidence {number}", title=f"Work number {number}", pages=2)
    found = case.read(portfolio)
    assert bool(found.tables) is is_table
    assert bool(found.cross_references) is is_table
    assert len(found.evidence) == 8


def test_a_page_of_codes_and_items_that_no_table_was_made_of_is_named(case):
    portfolio = case.drawn()
    portfolio.page("A page before.")
    page = portfolio.page(title="How my work fits together")
    for place, code in enumerate(reversed(case.codes)):
        page.insert_text((60 + 130 * (place % 4), 150 + 60 * (place // 4)), code, fontsize=9)
        page.insert_text((90 + 130 * (place % 4), 175 + 60 * (place // 4)), f"Exhibit {place % 5 + 1}", fontsize=9)
    found = case.read(portfolio)
    assert not found.tables
    problem = next(each for each in found.problems if each.code == "table-not-found")
    assert (problem.locator.file, problem.locator.page) == ("Portfolio.pdf", 2)
    assert "page 2 of Portfolio.pdf" in problem.found
