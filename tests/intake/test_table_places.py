"""Matrices whose cells say where in the item it is shown, and copies of the guidance's table without evidence."""

import pytest

TITLE = "Experience Cross Reference Table"
SAID = ("all", "page 2", "section 2.1", "p.1", "all (simulated)", "pages 1-2")
HINTS = {"all": None, "page 2": "2", "section 2.1": None, "p.1": "1", "all (simulated)": None, "pages 1-2": "1-2"}


def said(case):
    """What each claimed place says, the sayings in turn."""
    cells = sorted(case.cells, key=lambda cell: (case.codes.index(cell[0]), int(cell[1])))
    return {cell: SAID[number % len(SAID)] for number, cell in enumerate(cells)}


def block(case, items):
    texts = said(case)
    head = ("Sub-category", *(f"Evidence {item}" for item in items))
    return [head, *((code, *(texts.get((code, str(item)), "") for item in items)) for code in case.codes)]


def in_blocks(case, count):
    """The matrix cut into blocks of so many items, two blocks to a page."""
    portfolio = case.drawn()
    parts = [range(first, min(first + count, 13)) for first in range(1, 13, count)]
    for place in range(0, len(parts), 2):
        page, top = portfolio.page(title="" if place else TITLE, top=60), 80
        for part in parts[place : place + 2]:
            top = 20 + portfolio.table(page, block(case, part), (70, *[90] * len(part)), top=top, padding=3)
    return portfolio


@pytest.mark.parametrize("count", [3, 4, 5])
def test_cells_that_say_a_place_claim_as_marks_do(case, count):
    assert case.cells_read(in_blocks(case, count)) == case.cells


def test_the_places_are_the_hints_of_the_claims(case):
    portfolio = in_blocks(case, 4)
    for number in range(1, 13):
        portfolio.evidence(f"Evidence {number}", pages=2, title=f"Work number {number}")
    found = {(entry.sub_category, entry.evidence_id): entry for entry in case.read(portfolio).cross_references}
    texts = said(case)
    assert {cell: entry.page_hint for cell, entry in found.items()} == {cell: HINTS[texts[cell]] for cell in texts}
    assert all(("simulated" in entry.notes) == ("simulated" in texts[cell]) for cell, entry in found.items())


def test_one_place_among_marks_claims_too(case):
    portfolio = case.drawn()
    rows = [("Evidence", *case.codes)]
    rows += [
        (
            f"Evidence {number}",
            *(
                "p. 1, s2" if (code, number) == ("7.1", 12) else "x" if (code, str(number)) in case.cells else ""
                for code in case.codes
            ),
        )
        for number in range(1, 13)
    ]
    portfolio.table(portfolio.page(title=TITLE, landscape=True), rows, (100, *[40] * 16), left=30, padding=3)
    assert case.cells_read(portfolio) == case.cells


def test_places_in_a_matrix_of_the_file_itself_are_read(case):
    front = case.drawn(file="Table.docx")
    front.page(TITLE)
    tables = (case.native(block(case, range(1, 13))),)
    assert case.cells_of(case.read(case.document("Table.docx", front.reading().pages, tables=tables))) == case.cells


def test_columns_that_name_items_are_not_items_themselves(case):
    portfolio = case.drawn()
    head = ("Sub-category", "Evidence 1", "Evidence 2", "Evidence 3")
    pairs = {code: sorted((int(item) for each, item in case.cells if each == code)) for code in case.codes}
    rows = [(code, *(f"E{item}, page 2" for item in items), *[""] * (3 - len(items))) for code, items in pairs.items()]
    portfolio.table(portfolio.page(title=TITLE), [head, *rows], (90, 110, 110, 110))
    assert case.cells_read(portfolio) == case.cells


def test_the_guidances_own_table_with_categories_claims_nothing(case):
    portfolio = case.drawn()
    rows = [("Category", "Sub-categories", "Evidence offered")]
    rows += [
        (
            f"{number}. Advice on a part of the work",
            "\n".join(f"{code} Title" for code in case.codes if code[0] == str(number)),
            "",
        )
        for number in range(1, 9)
    ]
    portfolio.table(portfolio.page(title=TITLE), rows, (150, 150, 150))
    assert case.cells_read(portfolio) == set()


def test_a_row_that_names_several_items_is_no_row_of_heads(case):
    portfolio = case.drawn()
    places = ("section 4", "bullet 2", "page 2", "p. 1")
    rows = [("Sub-category", "Where shown"), ("1.1", "No. 1"), ("1.2", "No. 2 and No. 4 and No. 11 section 4")]
    rows += [
        (code, f"No. {place % 8 + 1} {places[place % 4]} and No. 9 page 1")
        for place, code in enumerate(case.codes[2:], 1)
    ]
    wanted = {("1.1", "1"), ("1.2", "2"), ("1.2", "4"), ("1.2", "11")}
    wanted |= {(code, str(item)) for place, code in enumerate(case.codes[2:], 1) for item in (place % 8 + 1, 9)}
    portfolio.table(portfolio.page(title=TITLE), rows, (90, 300))
    assert case.cells_read(portfolio) == wanted
