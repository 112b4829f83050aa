"""Rows of tables by item: lists of codes in rarer writings, heads, rows alone on a page, how long an item is."""

import pytest

from mrse_assess.intake.table.listed_codes import read_listed
from mrse_assess.scheme import load_scheme

TITLE = "Experience Cross Reference Table"
SERVED = {
    1: ("1.1", "3"),
    2: ("1.2", "4.1"),
    3: ("2.1", "4.2"),
    4: ("2.2", "5.1"),
    5: ("6.1", "8.1"),
    6: ("3", "6.2"),
    7: ("7.1", "7.2"),
    8: ("8.2", "5.2"),
}
CELLS = {(code, str(number)) for number, codes in SERVED.items() for code in codes}
WIDTHS = (120, 200)


def rows_of(numbers, head=("Item", "Sub-categories")):
    return [head, *((f"Item {number}", ", ".join(SERVED[number])) for number in numbers)]


def with_items(portfolio, pages=1):
    for number in SERVED:
        portfolio.evidence(f"Item {number}", pages=pages, title=f"Work number {number}")
    return portfolio


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("1.i 1.ii", "1.1 1.2"),
        ("1(i)(ii)", "1.1 1.2"),
        ("1 (i, ii), 4 (iii)", "1.1 1.2 4.3"),
        ("Cat 1: i, ii; Cat 4: iii", "1.1 1.2 4.3"),
        ("Cat1 (i & ii), Cat 3", "1.1 1.2 3"),
        ("1 - i, ii", "1.1 1.2"),
        ("4i-iii", "4.1 4.2 4.3"),
        ("4a to c", "4.1 4.2 4.3"),
        ("1i/ii", "1.1 1.2"),
        ("4.I, 5.II", "4.1 5.2"),
        ("[1.1], [3]", "1.1 3"),
        ("(1.1) (3) (4.2)", "1.1 3 4.2"),
        ("SC1.1, SC3", "1.1 3"),
        ("all of 4", "4.1 4.2 4.3"),
        ("4 (all), 5.1", "4.1 4.2 4.3 5.1"),
        ("5.1 through 6.2", "5.1 5.2 6.1 6.2"),
        ("1.1...2.1", "1.1 1.2 2.1"),
        ("8.1 as well as 8.2", "8.1 8.2"),
        ("1.1 pp 2-3 / 2.1 p 4", "1.1 2.1"),
    ],
)
def test_lists_of_codes_in_rarer_writings_are_read_whole(text, codes):
    listed = read_listed(text, load_scheme().codes)
    assert ([said.code for said in listed.said], listed.unread) == (codes.split(), ())


@pytest.mark.parametrize("text", ["3 - a report of mine", "3, see p 4 a and b", "3 (a summary)"])
def test_a_word_of_one_letter_behind_a_category_is_no_numeral(text):
    assert [said.code for said in read_listed(text, load_scheme().codes).said] == ["3"]


@pytest.mark.parametrize("head", ["Requirement(s)", "Requirements", "Meets", "Used for"])
def test_a_table_after_a_sentence_is_known_by_its_items_and_its_head(case, head):
    portfolio = case.drawn()
    page = portfolio.page("What each piece of my work is meant for:")
    portfolio.table(page, rows_of(SERVED, ("Ref", head)), WIDTHS)
    assert case.cells_of(case.read(with_items(portfolio))) == CELLS


def test_a_head_that_says_contents_makes_no_list_of_the_table_below_its_heading(case):
    portfolio = case.drawn()
    rows = [("No.", "Contents", "Sub-categories")]
    rows += [(f"Item {number}", f"Work number {number}", ", ".join(codes)) for number, codes in SERVED.items()]
    portfolio.table(portfolio.page(title=TITLE), rows, (70, 150, 150), style="rules")
    assert case.cells_of(case.read(with_items(portfolio))) == CELLS


@pytest.mark.parametrize("style", ["ruled", "rules", "none"])
@pytest.mark.parametrize("cut", [7, 6])
def test_the_last_rows_may_stand_alone_on_the_page_after(case, cut, style):
    portfolio = case.drawn()
    portfolio.table(portfolio.page(title=TITLE), rows_of(list(SERVED)[:cut]), WIDTHS, style=style)
    portfolio.table(portfolio.page(), rows_of(list(SERVED)[cut:])[1:], WIDTHS, style=style, top=70)
    found = case.read(with_items(portfolio))
    assert (case.cells_of(found), found.tables[0].pages) == (CELLS, (1, 2))


@pytest.mark.parametrize("cut", [1, 2])
def test_the_first_rows_may_stand_alone_on_the_page_before(case, cut):
    portfolio = case.drawn()
    page = portfolio.page(*(f"A line about me, number {line}." for line in range(40)), "", title="My work")
    page.insert_text((72, 710), TITLE, fontsize=12)
    portfolio.table(page, rows_of(list(SERVED)[:cut]), WIDTHS, top=720)
    portfolio.table(portfolio.page(), rows_of(list(SERVED)[cut:])[1:], WIDTHS, top=70)
    assert case.cells_of(case.read(with_items(portfolio))) == CELLS


@pytest.mark.parametrize(("said", "hints"), [(2, {None}), (1, {"1"})])
def test_numbers_of_pages_that_are_how_long_each_item_is_are_no_places_in_it(case, said, hints):
    portfolio = case.drawn()
    rows = [("Item", "Pages", "Sub-categories")]
    rows += [(f"Item {number}", str(said), ", ".join(codes)) for number, codes in SERVED.items()]
    portfolio.table(portfolio.page(title=TITLE), rows, (90, 60, 150))
    found = case.read(with_items(portfolio, pages=2))
    assert case.cells_of(found) == CELLS
    assert {entry.page_hint for entry in found.cross_references} == hints
