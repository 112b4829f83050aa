"""Matrices: sub-categories one way, items the other, and all the marks that applicants use where they meet."""

import dataclasses

import pytest

from mrse_assess.terms import MediaKind

TITLE = "Experience cross reference table"
ITEMS = [str(number) for number in range(1, 13)]
LEFT, TOP, HIGH, WIDE = 60, 150, 16, 30


class Matrix:
    """A matrix under construction: rows down, columns across, and a way to draw each mark."""

    def __init__(self, case, *, style="ruled", side=90, top=TOP):
        self.case, self.style, self.side, self.top = case, style, side, top
        self.portfolio = case.drawn()
        self.page = None

    def draw(self, rows, columns, mark, *, upright=False, heads=True, title=TITLE, row_height=HIGH):
        page = self.page = self.portfolio.page(title=title, top=60)
        for number, (_, head) in enumerate(columns if heads else ()):
            x = LEFT + self.side + number * WIDE
            if upright:
                page.insert_text((x + 18, self.top - 4), head, fontsize=8, rotate=90)
            else:
                page.insert_text((x + 3, self.top - 4), head, fontsize=7)
        for down, (row, text) in enumerate(rows):
            y = self.top + down * row_height
            for part, line in enumerate(text.split("\n")):
                page.insert_text((LEFT + 3, y + 11 + 9 * part), line, fontsize=8)
            for across, (column, _) in enumerate(columns):
                if {(row, column), (column, row)} & self.case.cells:
                    x = LEFT + self.side + across * WIDE
                    mark(page, (x, y, x + WIDE, y + row_height))
        self._lines(page, len(rows), len(columns), row_height)
        return self

    def _lines(self, page, rows, columns, row_height):
        left, right = LEFT, LEFT + self.side + columns * WIDE
        bottom = self.top + rows * row_height
        if self.style == "ruled":
            for row in range(rows + 1):
                page.draw_line((left, self.top + row * row_height), (right, self.top + row * row_height))
            for x in [left, *(LEFT + self.side + column * WIDE for column in range(columns + 1))]:
                page.draw_line((x, self.top - 14), (x, bottom))

    def read(self):
        return self.case.cells_read(self.portfolio)


def written(text):
    return lambda page, box: page.insert_text((box[0] + 12, box[1] + 11), text, fontsize=8)


def drawn_tick(page, box):
    x, y = box[0] + 11, box[1] + 4
    page.draw_line((x, y + 4), (x + 3, y + 7))
    page.draw_line((x + 3, y + 7), (x + 8, y))


def drawn_dot(page, box):
    page.draw_circle(((box[0] + box[2]) / 2, (box[1] + box[3]) / 2), 2.6, fill=(0, 0, 0))


def drawn_square(page, box):
    page.draw_rect((box[0] + 12, box[1] + 5, box[0] + 18, box[1] + 11), color=None, fill=(0.1, 0.3, 0.5))


def shaded(page, box):
    page.draw_rect(box, color=None, fill=(0.3, 0.5, 0.8))


def codes_of(case):
    return [(code, code) for code in case.codes]


def items(form="Ev. {}"):
    return [(each, form.format(each)) for each in ITEMS]


@pytest.mark.parametrize("style", ["ruled", "none"])
@pytest.mark.parametrize("mark", [drawn_tick, drawn_dot, drawn_square, shaded], ids=lambda mark: mark.__name__)
def test_marks_drawn_as_shapes_claim(case, style, mark):
    assert Matrix(case, style=style).draw(codes_of(case), items(), mark).read() == case.cells


@pytest.mark.parametrize("style", ["ruled", "none"])
def test_heads_may_stand_upright(case, style):
    matrix = Matrix(case, style=style)
    assert matrix.draw(codes_of(case), items("Ev. {} Work number"), written("x"), upright=True).read() == case.cells


def test_codes_may_stand_upright_over_the_items(case):
    matrix = Matrix(case, side=60)
    assert matrix.draw(items(), codes_of(case), drawn_tick, upright=True).read() == case.cells


def word_file(case, rows):
    """A document that holds the table itself, before the evidence in a PDF."""
    front = case.drawn(file="front.docx")
    front.page("The table stands here.", title=TITLE)
    evidence = case.drawn(file="evidence.pdf")
    for each in ITEMS:
        evidence.evidence(f"E{each}", pages=2, title=f"Work number {each}")
    return dataclasses.replace(front.reading(), tables=(case.native(rows),), media=MediaKind.DOCX), evidence


@pytest.mark.parametrize("sign", ["\u25cf", "P", "Y", "Yes", "\uf0fc", "\u2612", "main"])
def test_a_sign_of_any_kind_claims(case, sign):
    rows = [("Code", *(f"E{each}" for each in ITEMS))]
    rows += [(code, *(sign if (code, each) in case.cells else "" for each in ITEMS)) for code in case.codes]
    assert case.cells_of(case.read(*word_file(case, rows))) == case.cells


@pytest.mark.parametrize(("claims", "denies"), [("Y", "x"), ("\u2611", "\u2610"), ("\u25cf", "\u25cb"), ("Yes", "No")])
def test_signs_that_deny_claim_nothing(case, claims, denies):
    rows = [("Item", "Title", *case.codes)]
    rows += [
        (f"E{each}", "Work", *(claims if (code, each) in case.cells else denies for code in case.codes))
        for each in ITEMS
    ]
    assert case.cells_of(case.read(*word_file(case, rows))) == case.cells


@pytest.mark.parametrize("repeated", [True, False])
def test_a_matrix_goes_on_over_the_page(case, repeated):
    matrix = Matrix(case)
    rows = codes_of(case)
    matrix.draw(rows[:9], items(), drawn_dot)
    matrix.top = 80
    matrix.draw(rows[9:], items(), drawn_dot, heads=repeated, title="")
    assert matrix.read() == case.cells


def test_items_that_do_not_fit_across_stand_in_a_second_matrix(case):
    matrix = Matrix(case)
    matrix.draw(codes_of(case), items()[:7], drawn_dot)
    matrix.draw(codes_of(case), items()[7:], drawn_dot, title="")
    assert matrix.read() == case.cells


def test_titles_of_two_lines_keep_marks_in_their_rows(case):
    matrix = Matrix(case, style="none", side=150)
    rows = [(code, f"{code} A title that fills\ntwo lines of its cell") for code in case.codes]
    assert matrix.draw(rows, items("E{}")[:9], drawn_dot, row_height=26).read() == {
        cell for cell in case.cells if int(cell[1]) < 10
    }


def test_pages_in_place_of_ticks_are_hints(case):
    matrix = Matrix(case)
    matrix.draw(codes_of(case), items(), written("1-2"))
    matrix.page.insert_text((60, 120), "The figures are pages of the item.", fontsize=9)
    for each in ITEMS:
        matrix.portfolio.evidence(f"Evidence {each}", pages=2, title=f"Work number {each}")
    found = case.read(matrix.portfolio)
    assert case.cells_of(found) == case.cells
    assert {entry.page_hint for entry in found.cross_references} == {"1-2"}


def test_a_letter_for_simulated_work_is_told_by_the_legend(case):
    matrix = Matrix(case)
    matrix.draw(codes_of(case), items(), written("S"))
    matrix.page.insert_text((60, 120), "R = real evidence, S = simulated evidence", fontsize=9)
    for each in ITEMS:
        matrix.portfolio.evidence(f"Evidence {each}", pages=2, title=f"Work number {each}")
    found = case.read(matrix.portfolio)
    assert case.cells_of(found) == case.cells
    assert {entry.notes for entry in found.cross_references} == {("simulated",)}


def test_a_small_matrix_for_each_category_is_a_part_of_the_table(case):
    portfolio = case.drawn()
    page, y = portfolio.page(title=TITLE), 120
    for category in "12345678":
        codes = [code for code in case.codes if code[0] == category]
        rows = [("Item", "Title", *codes)]
        for each in ITEMS:
            if any((code, each) in case.cells for code in codes):
                ticks = ["x" if (code, each) in case.cells else "" for code in codes]
                rows.append((f"Evidence {each}", f"Work number {each}", *ticks))
        page.insert_text((60, y), f"Category {category}", fontsize=11)
        y = portfolio.table(page, rows, (100, 160, *[50] * len(codes)), top=y + 6) + 22
        if y > 640:
            page, y = portfolio.page(), 90
    assert case.cells_read(portfolio) == case.cells


def test_figures_in_rows_of_categories_name_sub_categories(case):
    portfolio = case.drawn()
    rows = [("Category", *(f"E{each}" for each in ITEMS))]
    for category in "12345678":
        cells = [
            ", ".join(code[2:] or "yes" for code in case.codes if code[0] == category and (code, each) in case.cells)
            for each in ITEMS
        ]
        rows.append((f"{category} Work", *cells))
    portfolio.table(portfolio.page(title=TITLE), rows, (90, *[33] * 12))
    assert case.cells_read(portfolio) == case.cells


def test_a_column_whose_head_was_not_seen_gives_its_marks_to_no_other(case):
    matrix = Matrix(case, style="none")
    columns = [(each, "" if each == "7" else head) for each, head in items("E{}")]
    assert matrix.draw(codes_of(case), columns, drawn_dot).read() == {cell for cell in case.cells if cell[1] != "7"}


def test_columns_for_a_first_and_second_item_are_no_matrix(case):
    portfolio = case.drawn()
    rows = [("Code", "Item 1", "Item 2", "Item 3")]
    for code in case.codes:
        named = sorted((each for each in ITEMS if (code, each) in case.cells), key=int)
        rows.append((code, *[f"Evidence {each}" for each in named], *[""] * (3 - len(named))))
    portfolio.table(portfolio.page(title=TITLE), rows, (60, 100, 100, 100))
    assert case.cells_read(portfolio) == case.cells


def test_striped_rows_and_shaded_heads_are_no_marks(case):
    matrix = Matrix(case, style="none")
    matrix.draw(codes_of(case), items(), drawn_dot)
    for column in range(12):
        x = LEFT + 90 + column * WIDE
        for row in range(0, 16, 2):
            y = TOP + row * HIGH
            matrix.page.draw_rect((x, y, x + WIDE, y + HIGH), color=None, fill=(0.9, 0.9, 0.9), overlay=False)
    assert matrix.read() == case.cells


def two_rows_of_heads(case):
    figures = [code.partition(".")[2] for code in case.codes]
    return ["Item", *(code[0] for code in case.codes)], ["", *figures]


def test_sub_categories_may_be_figures_below_their_categories(case):
    categories, figures = two_rows_of_heads(case)
    once = [head if head != categories[place - 1] else "" for place, head in enumerate(categories)]
    rows = [once, figures]
    rows += [(f"E{each}", *("x" if (code, each) in case.cells else "" for code in case.codes)) for each in ITEMS]
    portfolio = case.drawn()
    portfolio.table(portfolio.page(title=TITLE), rows, (60, *[26] * 16), style="rules")
    assert case.cells_read(portfolio) == case.cells


def test_figures_below_categories_are_read_in_a_word_file(case):
    rows = list(two_rows_of_heads(case))
    rows += [(f"E{each}", *("x" if (code, each) in case.cells else "" for code in case.codes)) for each in ITEMS]
    assert case.cells_of(case.read(*word_file(case, rows))) == case.cells
