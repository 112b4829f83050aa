"""Tables on pages in columns are read as they are meant, whatever stands beside them."""

import pytest

from mrse_assess.intake.cells.references import Known
from mrse_assess.intake.grids.grid import Cell, Grid, Row
from mrse_assess.intake.table.interpretation import interpret

TITLE = "Experience Cross Reference Table"


@pytest.mark.parametrize("style", ["ruled", "rules", "none"])
@pytest.mark.parametrize(("left", "prose"), [(40, 310), (310, 40)])
def test_text_in_the_other_column_of_the_page_is_no_part_of_the_table(case, style, left, prose):
    portfolio = case.drawn()
    page = portfolio.page(title=TITLE)
    portfolio.table(page, [("Code", "Evidence"), *case.claims.items()], (50, 180), left=left, style=style)
    for line in range(38):
        text = f"Prose {line} about the work done in 4.{line % 3 + 1} and the audit"[:46]
        page.insert_text((prose, 135 + 13.7 * line), text, fontsize=9.5)
    assert case.cells_read(portfolio) == case.cells


@pytest.mark.parametrize("style", ["ruled", "rules", "none"])
def test_a_table_may_go_on_in_the_second_column_of_the_page(case, style):
    portfolio = case.drawn()
    page, rows = portfolio.page(title=TITLE), []
    for code, text in case.claims.items():
        rows.append((code, case.titles[code][:18].replace("\n", " "), text.replace("Evidence ", "E")))
    for half, left in ((rows[:8], 40), (rows[8:], 310)):
        portfolio.table(page, [("Code", "Title", "Evidence"), *half], (40, 110, 90), left=left, style=style)
    assert case.cells_read(portfolio) == case.cells


@pytest.mark.parametrize("style", ["ruled", "rules", "none"])
def test_halves_of_a_table_may_share_their_rows(case, style):
    portfolio = case.drawn()
    rows = list(case.claims.items())
    beside = [(*first, *second) for first, second in zip(rows[:8], rows[8:], strict=True)]
    page = portfolio.page(title=TITLE)
    portfolio.table(page, [("Code", "Evidence", "Code", "Evidence"), *beside], (50, 190, 50, 190), style=style)
    assert case.cells_read(portfolio) == case.cells


def test_halves_of_a_table_of_the_file_itself_may_share_their_rows(case):
    rows = list(case.claims.items())
    beside = [(*first, *second) for first, second in zip(rows[:8], rows[8:], strict=True)]
    front = case.drawn(file="Table.docx")
    front.page(TITLE)
    reading = case.document(
        "Table.docx",
        front.reading().pages,
        tables=(case.native([("Code", "Evidence", "Code", "Evidence"), *beside]),),
    )
    assert case.cells_of(case.read(reading)) == case.cells


@pytest.mark.parametrize("style", ["rules", "none"])
def test_a_word_of_another_cell_is_no_part_of_the_code_beside_it(case, style):
    portfolio = case.drawn()
    rows = [("Remarks", "Requirement", "Description", "Where to find it")]
    for code, text in case.claims.items():
        remark = "Adviser to the unit" if code in {"2.1", "5.2"} else ""
        rows.append((remark, code, case.titles[code], text))
    portfolio.table(portfolio.page(title="Cross reference table"), rows, (110, 70, 170, 150), style=style)
    assert case.cells_read(portfolio) == case.cells


def test_a_header_set_so_close_that_it_reads_as_one_line_still_heads_its_columns(case):
    def row(*texts, flows=False):
        return Row(tuple(Cell(text, 1, None) for text in texts), 1, flows=flows)

    head = ("Reference to evidence", "Sub-category", "Which pages")
    rows = [row("Evidence 4", code, "all" if code[0] in "1234" else "1") for code in case.codes]
    grid = Grid("a.pdf", (row(*head, flows=True), *rows), (1,))
    found = interpret(grid, case.codes, Known(codes=frozenset(case.codes)))
    assert found is not None
    assert found.headers == head
    assert found.roles.pages == 2


def test_a_column_of_pages_may_say_where_on_the_page(case):
    portfolio = case.drawn()
    page = portfolio.page(title=TITLE)
    places = ["p 1, row 3", "Table 2", "2, section 4"]
    rows = [(code, text, places[number % 3]) for number, (code, text) in enumerate(case.claims.items())]
    portfolio.table(page, [("Code", "Evidence", "Page / place"), *rows], (50, 180, 150))
    found = {entry.sub_category: entry for entry in case.read(portfolio).cross_references}
    said = [(found[code].page_hint, found[code].section_hint) for code in case.codes[:3]]
    assert said == [("1", "row 3"), (None, "table 2"), ("2", "4")]
