"""Sub-categories named by a title with the code behind it, and tables on pages left lying on their side."""

from dataclasses import replace

import pytest

from mrse_assess.intake.cells.references import Known
from mrse_assess.intake.grids.grid import Cell, Grid, Row
from mrse_assess.intake.table.claims import read_rows
from mrse_assess.intake.table.interpretation import interpret
from mrse_assess.intake.text.lying import stood_up
from mrse_assess.model.pages import Ruling, Word
from mrse_assess.model.straight import Straight

TITLE = "Experience Cross Reference Table"


def rows_behind(case):
    return [
        ("Evidence", "Experience"),
        *((text, f"{case.titles[code].replace('1.5 T', '')} ({code})") for code, text in case.claims.items()),
    ]


@pytest.mark.parametrize("style", ["ruled", "zebra", "none"])
def test_a_code_behind_its_title_says_the_row(case, style):
    portfolio = case.drawn()
    portfolio.table(portfolio.page(title=TITLE), rows_behind(case), (150, 250), style=style, padding=6)
    assert case.cells_read(portfolio) == case.cells


def test_a_code_behind_its_title_says_the_row_of_a_word_file(case):
    table = case.native(rows_behind(case))
    front, evidence = case.drawn(), case.drawn(file="Evidence.pdf")
    front.page(title=TITLE)
    for number in range(1, 13):
        evidence.evidence(f"Evidence {number}", title=f"Work number {number}", pages=2)
    reading = replace(case.document("Table.docx", front.reading().pages), tables=(table,))
    assert case.cells_of(case.read(reading, evidence)) == case.cells


def test_sub_categories_behind_the_titles_of_a_contents_list_are_left_alone(case):
    portfolio = case.drawn()
    claimed = ("3", "1.1", "5.2", "4.1", "2.1", "8.1", "7.2", "6.1")
    lines = (f"Evidence {at} Work number {at} ({code})" for at, code in enumerate(claimed, 1))
    portfolio.page(*lines, title="Contents")
    for number in range(1, 9):
        portfolio.evidence(f"Evidence {number}", title=f"Work number {number}", pages=2)
    found = case.read(portfolio)
    assert found.tables == ()
    assert [item.claimed for item in found.evidence] == [(code,) for code in claimed]


def on_its_side(page, skew):
    """The page as if its sheet had been turned by a quarter."""
    turn = Straight(page.height, page.width, skew)
    words = tuple(Word(*turn.shown_box(word[:4]), *word[4:]) for word in page.words)
    rulings = tuple(Ruling(*turn.shown(line.x0, line.y0), *turn.shown(line.x1, line.y1)) for line in page.rulings)
    headings = tuple(replace(heading, box=turn.shown_box(heading.box)) for heading in page.headings)
    return replace(page, width=page.height, height=page.width, words=words, rulings=rulings, headings=headings)


@pytest.mark.parametrize("skew", [-90.0, 90.0])
def test_a_table_on_a_page_left_on_its_side_is_read_and_its_cells_stand_where_they_are_seen(case, skew):
    portfolio = case.drawn()
    page = portfolio.page(title=TITLE, landscape=True)
    rows = [("Sub-category", "Title", "Evidence")]
    rows += [(code, case.titles[code].replace("\n", " "), text) for code, text in case.claims.items()]
    portfolio.table(page, rows, (90, 380, 200))
    for number in range(1, 13):
        portfolio.evidence(f"Evidence {number}")
    straight = portfolio.reading()
    lying = replace(straight, pages=(on_its_side(straight.pages[0], skew), *straight.pages[1:]))
    assert stood_up(lying.pages[0]).skew == skew
    expected, found = case.read(straight), case.read(lying)
    assert case.cells_of(found) == case.cells_of(expected) == case.cells
    turn = Straight(lying.pages[0].width, lying.pages[0].height, skew)
    for one, other in zip(expected.cross_references, found.cross_references, strict=True):
        assert other.cell.box == pytest.approx(turn.shown_box(one.cell.box), abs=1.5)


def test_a_page_with_upright_heads_only_does_not_lie_on_its_side(case):
    page = case.drawn()
    page.evidence("Evidence 1")
    straight = page.reading().pages[0]
    heads = tuple(Word(100 + 20 * at, 100, 110 + 20 * at, 160, "Evidence", 90, at) for at in range(14))
    assert stood_up(replace(straight, words=(*straight.words, *heads))).skew == 0


def test_items_named_by_their_titles_alone_make_a_table(case):
    titles = ("Quench pipe route", "Local rules for the breast unit", "Wheelchair drawn to the magnet")
    titles += ("Noise at the incubator", "Screening of escorts", "Acceptance of the mobile unit")
    portfolio = case.drawn()
    portfolio.page(*(f"Evidence {at} {title}" for at, title in enumerate(titles, 1)), title="Contents")
    rows = [(code, titles[place % 6]) for place, code in enumerate(case.codes)]
    portfolio.table(portfolio.page(title=TITLE), [("Sub-category", "Evidence"), *rows], (90, 300))
    for at, title in enumerate(titles, 1):
        portfolio.evidence(f"Evidence {at}", title=title, pages=2)
    found = case.read(portfolio)
    assert case.cells_of(found) == {(code, str(place % 6 + 1)) for place, code in enumerate(case.codes)}


def test_a_second_column_of_items_counts_whatever_stands_above_it(case):
    head = [("Sub-category", "Evidence 1st", "2nd")]
    rows = [(code, f"Evidence {at % 12 + 1}", f"Evidence {(at + 5) % 12 + 1}") for at, code in enumerate(case.codes)]
    portfolio = case.drawn()
    portfolio.table(portfolio.page(title=TITLE), head + rows, (90, 100, 100))
    expected = {(code, text.rpartition(" ")[2]) for code, *texts in rows for text in texts}
    assert case.cells_read(portfolio) == expected


def test_a_dash_may_stand_where_the_only_row_of_a_category_needs_no_code(case):
    rows = [("Sub-category", "Evidence")]
    for code, text in case.claims.items():
        if code == "3":
            rows += [("3. Modification of sequences", ""), ("- Advice on sequences", text)]
        else:
            rows.append((f"{code} {case.titles[code]}".replace("\n", " "), text))
    portfolio = case.drawn()
    portfolio.table(portfolio.page(title=TITLE), rows, (330, 120))
    assert case.cells_read(portfolio) == case.cells


def test_a_row_that_is_typed_below_its_title_may_point_at_the_row_above(case):
    portfolio = case.drawn()
    page = portfolio.page(title=TITLE)
    for at, (code, text) in enumerate(case.claims.items()):
        said = "ditto" if code == "2.1" else text
        page.insert_text((62, 120 + 40 * at), f"{code} {case.titles[code]}".replace("\n", " "), fontsize=10)
        page.insert_text((96, 136 + 40 * at), said, fontsize=10)
    assert case.cells_read(portfolio) == case.cells - {("2.1", "3")} | {("2.1", "2")}


def test_an_item_before_the_dots_of_a_title_that_goes_on_below_is_read():
    texts = ("4.1 Conditional devices ........ Evidence 4", "4.2 Devices that cannot be Evidence 9 met (p. .... 1)")
    rows = tuple(Row((Cell(text, 1, None),), 1) for text in texts)
    table = interpret(Grid("p.pdf", rows, (1,)), ("4.1", "4.2"), Known())
    assert table.rows[0].cells[0].text == "Evidence 4"
    claims = [row.claims for row in read_rows(table, Known())]
    assert [[claim.reference.evidence_id for claim in each] for each in claims] == [["4"], ["9"]]
