"""Matrices with their rows named elsewhere than by codes at the left, and cells that are all filled."""

import pytest

TITLE = "Experience cross reference table"
ITEMS = [str(number) for number in range(1, 13)]


def ticks(case, item, mark="x", blank=""):
    return [mark if (code, item) in case.cells else blank for code in case.codes]


@pytest.mark.parametrize("style", ["ruled", "none"])
def test_items_may_stand_at_the_right_of_the_marks(case, style):
    portfolio = case.drawn()
    rows = [(*case.codes, "Evidence"), *((*ticks(case, each), f"E{each}") for each in ITEMS)]
    portfolio.table(portfolio.page(title=TITLE, top=60), rows, (*[28] * 16, 60), style=style, left=40)
    assert case.cells_read(portfolio) == case.cells


def test_rows_in_words_are_the_sub_categories_of_the_number_beside_them(case):
    portfolio = case.drawn()
    rows = [("", "What it shows", *(f"E{each}" for each in ITEMS))]
    for place, code in enumerate(case.codes):
        opens = place == 0 or case.codes[place - 1][0] != code[0]
        marks = ("x" if (code, each) in case.cells else "" for each in ITEMS)
        rows.append((code[0] if opens else "", f"Work of sort {chr(65 + place)}", *marks))
    portfolio.table(portfolio.page(title=TITLE, top=60), rows, (30, 100, *[30] * 12), merge=(0,), left=40)
    assert case.cells_read(portfolio) == case.cells


@pytest.mark.parametrize("blank", ["\u00b7", "z"])
def test_a_sign_in_nearly_all_other_places_says_that_nothing_is_there(case, blank):
    portfolio = case.drawn()
    rows = [("", *case.codes), *((f"E{each}", *ticks(case, each, "X", blank)) for each in ITEMS)]
    portfolio.table(portfolio.page(title=TITLE, top=60), rows, (40, *[28] * 16), style="none", left=40)
    assert case.cells_read(portfolio) == case.cells


def test_a_head_close_behind_the_word_for_items_is_no_item(case):
    portfolio = case.drawn()
    rows = [("Evidence", *case.codes), *((f"E{each}", *ticks(case, each)) for each in ITEMS)]
    portfolio.table(portfolio.page(title=TITLE, top=60), rows, (40, *[28] * 16), left=40)
    assert case.cells_read(portfolio) == case.cells
