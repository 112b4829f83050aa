"""Tables that were read from pictures: drawn lines that were not seen, numerals that lost their strokes."""

from dataclasses import replace

import pytest

from mrse_assess.intake.grids.lost_points import put_in_order
from mrse_assess.intake.text.lines import file_lines
from mrse_assess.terms import TextSource

TITLE = "Experience Cross Reference Table"
EDGES = (60, 150, 300, 500)


def put(page, x, y, text, size=9):
    page.insert_text((x, y), text, fontsize=size)


def recognised(case, portfolio):
    """The cells read from the portfolio whose first page is taken for a picture's."""
    for number in range(1, 13):
        portfolio.evidence(f"Evidence {number}", pages=2, title=f"Work number {number}")
    written = portfolio.reading()
    first = replace(written.pages[0], text_source=TextSource.RECOGNISED)
    return case.cells_of(case.read(replace(written, pages=(first, *written.pages[1:]))))


@pytest.mark.parametrize("lost", ["1.1", "4.3", "8.2"])
def test_a_line_that_was_seen_in_one_column_only_parts_the_codes_too(case, lost):
    portfolio, y = case.drawn(), 104
    page = portfolio.page(title=TITLE, top=60)
    page.draw_line((60, y), (500, y))
    for x, text in zip(EDGES, ("Sub-category", "Evidence", "Comments"), strict=False):
        put(page, x + 3, y + 12, text)
    y += 16
    for code, text in case.claims.items():
        page.draw_line((150 if code == lost else 60, y), (300 if code == lost else 500, y))
        for x, each in zip(EDGES, (f"Sub-category {code}", text, "I led the work."), strict=False):
            put(page, x + 3, y + 12, each)
        y += 16
    page.draw_line((60, y), (500, y))
    for at in EDGES:
        page.draw_line((at, 104), (at, y))
    assert recognised(case, portfolio) == case.cells


def order(drawn, rows):
    """What is made of the codes in the first column of a page, taken for that of a picture."""
    portfolio = drawn()
    page = portfolio.page(title=TITLE, top=60)
    for number, texts in enumerate(rows):
        for x, text in zip((60, 150, 320), texts, strict=False):
            put(page, x, 100 + 16 * number, text)
    lines = file_lines(portfolio.reading()).pages[0]
    lines = lines._replace(page=replace(lines.page, text_source=TextSource.RECOGNISED))
    made = {word.y0: text.replace("\u2e33", ".") for word, text in put_in_order(lines, codes()).items()}
    return [made.get(word.y0, word.text) for word in lines.page.words if word.x0 < 62 and "(" in word.text]


def codes():
    return ["1.1", "1.2", "2.1", "2.2", "3", "4.1", "4.2", "4.3", "5.1", "5.2"]


def test_numerals_that_lost_strokes_are_counted_by_the_titles_of_their_category(drawn):
    rows = [("1()", "Governance"), ("1(i)", "Framework"), ("2(i)", "Local rules"), ("2(i)", "Audits"), ("3", "Changes")]
    rows += [("4(i)", "Conditional"), ("4(i)", "Unlabelled"), ("4(ii)", "Adornments"), ("5(i)", "Training")]
    found = order(drawn, [*rows, ("5(ii)", "Incidents")])
    assert found == ["1.1", "1.2", "2.1", "2.2", "4.1", "4.2", "4.3", "5.1", "5.2"]


def test_a_title_that_stands_again_is_of_the_same_sub_category(drawn):
    rows = [("1(i)", "Governance"), ("1(i)", "Framework"), ("2(i)", "Local rules"), ("2(i)", "Local rules")]
    rows += [("2(ii)", "Audits"), ("4(i)", "Conditional"), ("4(ii)", "Unlabelled"), ("4(ii)", "Unlabelled")]
    found = order(drawn, [*rows, ("4(i)", "Adornments")])
    assert found == ["1.1", "1.2", "2(i)", "2(i)", "2(ii)", "4(i)", "4(ii)", "4(ii)", "4.3"]


def test_numerals_beside_items_alone_stay_as_they_are(drawn):
    rows = [("4(i)", "Evidence 1"), ("4(i)", "Evidence 2"), ("4(ii)", "Evidence 3"), ("5(i)", "Evidence 4")]
    found = order(drawn, [*rows, ("5(ii)", "Evidence 5")])
    assert found == [code for code, _ in rows] + ["5(ii)"]


def test_a_list_of_sub_categories_with_pages_is_of_items_though_its_first_codes_rise(case):
    portfolio, rows = case.drawn(), [("Evidence", "Title", "Sub-categories (page)")]
    pairs = set()
    for number in range(1, 13):
        claimed = (case.codes[number - 1], case.codes[number + 3])
        rows.append((f"Evidence {number}", "Some work", f"{claimed[0]} (p. 2), {claimed[1]} (p. 1)"))
        pairs |= {(code, str(number)) for code in claimed}
    portfolio.table(portfolio.page(title=TITLE, top=60), rows, (80, 150, 200))
    assert case.cells_read(portfolio) == pairs
