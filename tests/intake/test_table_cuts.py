"""The words of a table are cut into the cells that its maker meant, whatever lines, colours and gaps there are."""

import pytest

TITLE = "Experience Cross Reference Table"
KINDS = ("Governance", "Documents", "Sequences", "Risk", "Training", "Purchase", "Siting", "Learning")


def put(page, x, y, text, size=9):
    page.insert_text((x, y), text, fontsize=size)


def paired(codes):
    """Two items for each sub-category, counted through twelve."""
    return {code: (place % 12 + 1, (place + 3) % 12 + 1) for place, code in enumerate(codes)}


@pytest.mark.parametrize("shaded", [(0, 3), (0, 2), (1, 3)])
def test_colour_down_some_columns_makes_no_cell_of_another_column(case, shaded):
    portfolio, y, left = case.drawn(), 130, (60, 120, 250, 420, 510)
    page = portfolio.page(title=TITLE)
    rows = [(code, case.titles[code][:20].replace("\n", " "), text, "") for code, text in case.claims.items()]
    for row in [("Code", "Title", "Evidence", "Remarks"), *rows]:
        for column in shaded:
            page.draw_rect((left[column], y, left[column + 1], y + 16), color=None, fill=(0.9, 0.9, 0.8))
        for column, text in enumerate(row):
            put(page, left[column] + 3, y + 11, text)
        y += 16
    assert case.cells_read(portfolio) == case.cells


def test_headings_of_categories_hide_no_columns(case):
    portfolio, y, last = case.drawn(), 130, ""
    page = portfolio.page(title=TITLE)
    for code, text in case.claims.items():
        if code[0] != last:
            put(page, 60, y, f"Category {code[0]} ({KINDS[int(code[0]) - 1]} and whatever goes with it)")
            last, y = code[0], y + 16
        put(page, 63, y, code)
        put(page, 95, y, text.replace("Evidence ", "E0"))
        if text.startswith("Evidence"):
            put(page, 190, y, "Reply to a forum")
            put(page, 480, y, "1")
        y += 14
    assert case.cells_read(portfolio) == case.cells


def test_rows_may_be_closer_to_each_other_than_the_lines_of_one(case):
    portfolio, y, wanted = case.drawn(), 130, set()
    page = portfolio.page(title=TITLE)
    for place, code in enumerate(case.codes):
        items = sorted((place + 2 * more) % 12 + 1 for more in range(place % 3 + 1))
        put(page, 63, y, code)
        for line, item in enumerate(items):
            put(page, 203, y + 13.5 * line, f"Evidence {item}")
            wanted.add((code, str(item)))
        y += 13.5 * (len(items) - 1) + 12
    assert case.cells_read(portfolio) == wanted


def test_items_may_be_named_by_letters_alone(case):
    portfolio = case.drawn()
    letters = {code: "ABCDEFGHIJ"[place % 10] for place, code in enumerate(case.codes)}
    portfolio.table(portfolio.page(title=TITLE), [("Sub-category", "Evidence"), *letters.items()], (90, 150))
    for letter in "ABCDEFGHIJ":
        portfolio.evidence(f"Appendix {letter}", pages=2, title="Work")
    assert case.cells_of(case.read(portfolio)) == set(letters.items())


def test_uprights_may_be_drawn_in_part_only(case):
    portfolio = case.drawn()
    page = portfolio.page(title=TITLE)
    rows = [(code, text, "Reply to a forum", "1-2") for code, text in case.claims.items()]
    end = portfolio.table(page, rows, (60, 150, 200, 60), style="rules")
    for x in (60, 470, 530):
        page.draw_line((x, 130), (x, end))
    assert case.cells_read(portfolio) == case.cells


def test_lines_across_may_stop_short_of_the_last_column(case):
    portfolio, y = case.drawn(), 130
    page = portfolio.page(title=TITLE)
    for code, text in case.claims.items():
        page.draw_line((60, y), (302, y))
        page.draw_line((345, y), (520, y))
        put(page, 63, y + 11, code)
        put(page, 303, y + 11, text.replace("Evidence ", "E"))
        y += 16
    assert case.cells_read(portfolio) == case.cells


@pytest.mark.parametrize("style", ["ruled", "none"])
@pytest.mark.parametrize("turn", ["rows", "categories"])
def test_halves_may_take_the_codes_in_turns(case, style, turn):
    portfolio = case.drawn()
    page = portfolio.page(title=TITLE)
    for half, left in ((0, 40), (1, 310)):
        own = [
            (code, text)
            for place, (code, text) in enumerate(case.claims.items())
            if (place if turn == "rows" else int(code[0]) - 1) % 2 == half
        ]
        portfolio.table(page, [("Code", "Evidence"), *own], (70, 170), left=left, style=style)
    assert case.cells_read(portfolio) == case.cells


@pytest.mark.parametrize("style", ["ruled", "none"])
def test_two_codes_may_stand_in_each_row(case, style):
    portfolio = case.drawn()
    rows = list(case.claims.items())
    across = [(*first, *second) for first, second in zip(rows[::2], rows[1::2], strict=True)]
    portfolio.table(portfolio.page(title=TITLE), across, (60, 180, 60, 180), left=40, style=style)
    assert case.cells_read(portfolio) == case.cells


def test_the_row_at_the_end_of_a_half_may_go_on_in_the_next(case):
    portfolio, rows = case.drawn(), []
    for code, items in paired(case.codes).items():
        rows.extend((code, f"Evidence {item}", "1") for item in items)
    page = portfolio.page(title=TITLE)
    for half, left in ((rows[:17], 40), (rows[17:], 310)):
        portfolio.table(page, [("Code", "Item", "Page"), *half], (50, 120, 60), left=left, style="rules")
    wanted = {(code, str(item)) for code, items in paired(case.codes).items() for item in items}
    assert case.cells_read(portfolio) == wanted


def test_a_category_heading_that_runs_over_the_columns_is_no_row(case):
    portfolio, y, last = case.drawn(), 130, ""
    page = portfolio.page(title=TITLE)
    for code, text in case.claims.items():
        if code[0] != last:
            put(page, 60, y, f"CATEGORY {code[0]} Adjusting examinations for the safety of all")
            put(page, 60, y + 12, f"My work for category {code[0]} was done over several years.")
            last, y = code[0], y + 30
        put(page, 60, y, code)
        put(page, 145, y, text)
        y += 16
    assert case.cells_read(portfolio) == case.cells


def test_the_items_of_a_typed_row_may_follow_on_the_next_page(case):
    portfolio = case.drawn()
    lines = [line for code, text in case.claims.items() for line in (f"{code} Work of this kind", f"     {text}")]
    page = portfolio.page(title=TITLE)
    for place, line in enumerate(lines[:25]):
        put(page, 60, 130 + 25 * place, line)
    page = portfolio.page()
    for place, line in enumerate(lines[25:]):
        put(page, 60, 60 + 25 * place, line)
    assert case.cells_read(portfolio) == case.cells


def test_rows_that_begin_in_the_middle_of_a_sentence_are_cut_otherwise(case):
    portfolio, y, wanted = case.drawn(), 100, set()
    page = portfolio.page(title=TITLE, top=60)
    for place, code in enumerate(case.codes):
        items = (12, 3) if code == "5.2" else (place % 12 + 1, (place + 4) % 12 + 1)[: place % 2 + 1]
        titles = ("Rules of the unit and", "procedures for it") if place % 3 == 1 else ("Rules of the unit",)
        high = max(len(items), len(titles))
        for x, texts in ((150, titles), (300, [f"Evidence {each}" for each in items]), (63, [code])):
            for number, text in enumerate(texts):  # in the middle of their row
                put(page, x, y + 13.4 * (number + (high - len(texts)) / 2), text)
        wanted.update((code, str(each)) for each in items)
        y += 13.4 * (high - 1) + 16.9
    assert case.cells_read(portfolio) == wanted
