"""Tables that lie on their side: sub-categories across, what is offered below each."""

import pytest

TITLE = "Experience Cross Reference Table"


def short(text):
    return (
        text.replace("Evidence ", "E")
        .replace(", E", ",\nE")
        .replace(" (simulated)", "\n(simulated)")
        .replace(", page 2", "\np2")
    )


def halves(case):
    return case.codes[:8], case.codes[8:]


def notes_and_pages(found):
    noted = {(each.sub_category, each.evidence_id) for each in found.cross_references if each.notes}
    return noted, {(each.sub_category, each.page_hint) for each in found.cross_references if each.page_hint}


@pytest.mark.parametrize("style", ["ruled", "rules", "none"])
def test_a_table_on_its_side_may_stand_in_two_halves(case, style):
    portfolio = case.drawn()
    page, low = portfolio.page(title=TITLE, top=60, landscape=True), 130
    for codes in halves(case):
        rows = [("Sub-category", *codes), ("Evidence", *(short(case.claims[code]) for code in codes))]
        low = portfolio.table(page, rows, (90, *[75] * 8), style=style, left=40, top=low) + 24
    for number in range(1, 13):
        portfolio.evidence(f"Evidence {number}", pages=2, title=f"Work number {number}")
    found = case.read(portfolio)
    assert case.cells_of(found) == case.cells
    assert notes_and_pages(found) == ({("8.1", "2")}, {("4.2", "2")})


@pytest.mark.parametrize("style", ["ruled", "none"])
def test_it_may_be_one_wide_row(case, style):
    portfolio = case.drawn()
    said = [
        "\n".join(short(case.claims[code]).replace("\n(simulated)", "").replace("\np2", "").split(",\n"))
        for code in case.codes
    ]
    rows = [("", *case.codes), ("Evidence", *said)]
    page = portfolio.page(title=TITLE, top=60, landscape=True)
    portfolio.table(page, rows, (60, *[44] * 16), style=style, left=30)
    assert case.cells_read(portfolio) == case.cells


def test_a_row_of_pages_belongs_to_the_items_above_it(case):
    portfolio = case.drawn()
    page, low = portfolio.page(title=TITLE, top=60, landscape=True), 130
    for codes in halves(case):
        items = [short(case.claims[code]).replace("\np2", "") for code in codes]
        rows = [
            ("Sub-category", *codes),
            ("Evidence", *items),
            ("Pages", *("2" if code == "4.2" else "" for code in codes)),
        ]
        low = portfolio.table(page, rows, (90, *[75] * 8), left=40, top=low) + 24
    for number in range(1, 13):
        portfolio.evidence(f"Evidence {number}", pages=2, title=f"Work number {number}")
    found = case.read(portfolio)
    assert case.cells_of(found) == case.cells
    assert notes_and_pages(found)[1] == {("4.2", "2")}


def test_a_table_of_the_files_own_may_lie_on_its_side(case):
    rows = [("Sub-category", *case.codes), ("Evidence", *(case.claims[code] for code in case.codes))]
    front = case.drawn(file="Table.docx")
    front.page("Name: Una Vale", title=TITLE)
    reading = case.document("Table.docx", front.reading().pages, tables=(case.native(rows),), media="docx")
    portfolio = case.drawn()
    for number in range(1, 13):
        portfolio.evidence(f"Evidence {number}", pages=2, title=f"Work number {number}")
    assert case.cells_of(case.read(reading, portfolio)) == case.cells


def test_results_below_clause_numbers_are_no_table(case):
    portfolio = case.drawn()
    page = portfolio.page(title="Audit of the local rules", top=60, landscape=True)
    rows = [("Clause", *case.codes), ("Met", *["yes", "no"] * 8), ("Score", *map(str, range(1, 17)))]
    portfolio.table(page, rows, (60, *[44] * 16), left=30)
    assert case.cells_read(portfolio) == set()


def test_a_file_whose_tables_hold_no_codes_is_read_all_the_same(case):
    front = case.drawn(file="Notes.docx")
    front.page("Name: Una Vale", title=TITLE)
    rows = [("Name", "Post"), ("Una Vale", "Clinical Scientist")]
    reading = case.document("Notes.docx", front.reading().pages, tables=(case.native(rows),), media="docx")
    assert case.cells_of(case.read(reading)) == set()
