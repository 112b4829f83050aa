"""Codes and labels that a narrow cell breaks over lines, codes in two columns, titles that reach into the next one."""

import pytest

TITLE = "Experience cross reference table"
ITEMS = [str(number) for number in range(1, 13)]
NUMERALS = ("(i)", "(ii)", "(iii)")
PITCH = 12.3  # points from line to line


def put(page, x, y, text, size=9):
    page.insert_text((x, y), text, fontsize=size)


def stacked(page, y, code, text, *, head="Sub-"):
    """A row whose code stands below "Sub-" and "category" and its evidence beside their first line; where it ends."""
    for line in (head, "category", code):
        put(page, 63, y, line)
        y += PITCH
    for number, line in enumerate(text.split("\n")):
        put(page, 203, y - (3 - number) * PITCH, line)
    return y


def test_rows_as_close_as_their_lines_begin_at_the_first_word_of_their_code(case):
    portfolio, y = case.drawn(), 100
    page = portfolio.page(title=TITLE, top=60)
    for code, text in case.claims.items():
        y = stacked(page, y, code, text)
    assert case.cells_read(portfolio) == case.cells


def test_a_row_alone_on_a_page_begins_at_the_first_word_of_its_code(case):
    portfolio, y = case.drawn(), 100
    page = portfolio.page(title=TITLE, top=60)
    for code, text in case.claims.items():
        if code == "8.1":
            page, y = portfolio.page(), 100
            put(page, 63, 80, "Sub-category")
            put(page, 203, 80, "Evidence")
        if code != "8.2":
            y = stacked(page, y, code, text)
    assert case.cells_read(portfolio) == case.cells


def test_a_header_of_the_same_words_is_no_part_of_the_first_code(case):
    portfolio, y = case.drawn(), 130
    page = portfolio.page(title=TITLE, top=60)
    for line in ("Experience", "sub-", "category"):
        put(page, 63, y - 3 * PITCH, line)
        y += PITCH
    put(page, 203, 93, "Evidence")
    y = 130
    for code, text in case.claims.items():
        y = stacked(page, y, code, text)
    assert case.cells_read(portfolio) == case.cells


@pytest.mark.parametrize("written", [NUMERALS, ("a)", "b)", "c)"), ("1", "2", "3")])
@pytest.mark.parametrize("titled", [True, False])
def test_codes_may_be_in_two_columns(case, written, titled):
    portfolio, rows = case.drawn(), [("Category", "Sub-category", "Evidence")]
    for place, code in enumerate(case.codes):
        opens = place == 0 or case.codes[place - 1][0] != code[0]
        part = "-" if code == "3" else written[int(code[2]) - 1]
        title = " Work of this sort" if titled else ""
        rows.append((code[0] if opens else "", f"{part}{title}", case.claims[code]))
    portfolio.table(portfolio.page(title=TITLE, top=60), rows, (60, 120, 250), merge=(0,))
    assert case.cells_read(portfolio) == case.cells


def test_a_category_cut_by_the_edge_of_a_column_heads_the_row_below_it(case):
    portfolio, y = case.drawn(), 90
    page = portfolio.page(title=TITLE, top=60)
    for category in "12345678":
        put(page, 63, y, f"Category {category}: work of this sort", 10)
        rows = [("Sub-\ncategory", "Title", "Evidence")]
        for code in (each for each in case.codes if each[0] == category):
            part = "-" if code == "3" else NUMERALS[int(code[2]) - 1]
            rows.append((part, "Some work", case.claims[code]))
        y = portfolio.table(page, rows, (50, 120, 250), top=y + 4, padding=2) + 12
    assert case.cells_read(portfolio) == case.cells


def test_labels_of_a_matrix_may_be_broken_over_lines(case):
    portfolio = case.drawn()
    rows = [("Item", *case.codes)]
    for each in ITEMS:
        label = f"Evidence\n{each}" if each not in {"3", "7"} else f"Evidence {each}"
        rows.append((label, *("x" if (code, each) in case.cells else "" for code in case.codes)))
    portfolio.table(portfolio.page(title=TITLE, top=60), rows, (50, *[28] * 16), style="none", left=40)
    assert case.cells_read(portfolio) == case.cells


def test_the_end_of_a_title_below_the_first_head_is_no_mark(case):
    portfolio = case.drawn()
    rows = [("Item", "Title", *case.codes)]
    for each in ITEMS:
        title = "Local rules of the new x" if each in {"5", "9"} else "Some work"
        rows.append((f"E{each}", title, *("x" if (code, each) in case.cells else "" for code in case.codes)))
    portfolio.table(portfolio.page(title=TITLE, top=60), rows, (30, 98, *[25] * 16), style="none", left=40)
    assert case.cells_read(portfolio) == case.cells


def test_a_card_may_name_its_item_beside_the_name_of_a_field(case):
    portfolio = case.drawn()
    page, y = portfolio.page(title=TITLE, top=60), 90
    for each in ITEMS:
        if y > 700:
            page, y = portfolio.page(), 90
        claimed = ", ".join(code for code in case.codes if (code, each) in case.cells)
        rows = [("Evidence ref", f"E{each}"), ("Title", "Some work"), ("Sub-categories", claimed)]
        y = portfolio.table(page, rows, (100, 250), top=y) + 14
    assert case.cells_read(portfolio) == case.cells


def test_lettered_sub_categories_may_be_listed_beside_items(case):
    portfolio, rows = case.drawn(), [("Item", "Title", "Relevant to sub-category")]
    for each in ITEMS:
        claimed = (code for code in case.codes if (code, each) in case.cells)
        texts = (code if code == "3" else f"{code[0]}({'abc'[int(code[2]) - 1]})" for code in claimed)
        rows.append((f"Evidence {each}", "Some work", "; ".join(texts)))
    portfolio.table(portfolio.page(title=TITLE, top=60), rows, (80, 150, 200))
    assert case.cells_read(portfolio) == case.cells
