"""Rows and columns are told apart where lines are lost, stand on the other half of the page or wrap at the margin."""

from dataclasses import replace
from itertools import pairwise

import pytest

from mrse_assess.intake.cells.references import Known, read_cell
from mrse_assess.intake.grids.anchors import Anchor
from mrse_assess.intake.grids.bands import row_bounds
from mrse_assess.intake.grids.region import Region
from mrse_assess.intake.grids.strays import without_strays
from mrse_assess.intake.text.labels import read_label
from mrse_assess.intake.text.lines import PageLines, lines_of
from mrse_assess.model.pages import PageReading, Word
from mrse_assess.terms import TextSource

TITLE = "Experience Cross Reference Table"
PAIRS = ("Evidence 1\nEvidence 2", "Evidence 3")


def put(page, x, y, text, size=9):
    page.insert_text((x, y), text, fontsize=size)


def line(page, y, left=60, right=535):
    page.draw_line((left, y), (right, y))


@pytest.mark.parametrize("lost", [1, 7])
def test_a_line_that_is_missing_between_two_rows_does_not_make_them_one(case, lost):
    portfolio, y, wanted = case.drawn(), 130, set()
    page = portfolio.page(title=TITLE)
    for place, code in enumerate(case.codes):
        items = [str((place + more) % 12 + 1) for more in range(place % 2 + 1)]
        if place != lost:
            line(page, y)
        put(page, 63, y + 13, f"SC {code}")
        for each in items:
            put(page, 203, y + 13, f"Evidence {each}")
            wanted.add((code, each))
            y += 10.5
        y += 6
    line(page, y)
    assert case.cells_read(portfolio) == wanted


def test_codes_close_together_between_two_lines_still_share_their_cell(case):
    portfolio, y = case.drawn(), 130
    page = portfolio.page(title=TITLE)
    for first, second in zip(case.codes[::2], case.codes[1::2], strict=True):
        line(page, y)
        put(page, 63, y + 13, first)
        put(page, 203, y + 13, "Evidence 1")
        put(page, 203, y + 23, "Evidence 2")
        if second != "8.2":
            put(page, 63, y + 23, second)
            y += 30
            continue
        line(page, y + 30)
        put(page, 63, y + 43, second)
        put(page, 203, y + 43, "Evidence 3")
        y += 50
    line(page, y)
    found = case.cells_read(portfolio)
    assert not {("1.1", "3"), ("8.2", "1"), ("8.2", "2")} & found
    assert {("8.1", "1"), ("8.1", "2"), ("8.2", "3")} <= found


@pytest.mark.parametrize("ruled", [True, False])
def test_a_heading_on_the_other_half_of_the_page_cuts_no_column_of_codes(case, ruled):
    portfolio, style = case.drawn(), "ruled" if ruled else "none"
    page = portfolio.page(title=TITLE)
    rows = [("Code", "Evidence"), *((code, f"Evidence {place % 12 + 1}") for place, code in enumerate(case.codes))]
    portfolio.table(page, rows[:11], (50, 150), left=60, padding=9, style=style)
    below = portfolio.table(page, [rows[0], *rows[11:]], (50, 150), left=310, style=style)
    put(page, 310, below + 25, "Authentication by referee", 12)
    put(page, 310, below + 43, "I certify that this is a true reflection.")
    portfolio.table(page, [("Name", "Dr Ann Rowe"), ("Post", "Physicist")], (50, 150), left=310, top=below + 60)
    assert case.cells_read(portfolio) == {(code, str(place % 12 + 1)) for place, code in enumerate(case.codes)}


def test_a_typed_line_that_wraps_before_a_number_begins_no_row(case):
    portfolio, y = case.drawn(), 130
    page = portfolio.page(title=TITLE)
    for place, code in enumerate(case.codes):
        put(page, 62, y, f"{code} {case.titles[code].split()[0]}: Evidence {place % 12 + 1}, p.")
        put(page, 62, y + 12, f"{(place + 4) % 8 + 1}; Evidence {(place + 5) % 12 + 1}, p. 1")
        y += 30
    items = {code: (str(place % 12 + 1), str((place + 5) % 12 + 1)) for place, code in enumerate(case.codes)}
    assert case.cells_read(portfolio) == {(code, item) for code, both in items.items() for item in both}


def test_numbers_that_stand_in_the_order_of_the_categories_are_kept():
    names = ("1", "1.1", "1.2", "2", "2.1", "2.2", "3", "7", "4.1", "4.2")
    column = [
        Anchor(name if name == "3" or "." in name else None, name[0], 60, 70, 20.0 * at, 20.0 * at + 9, doubtful=False)
        for at, name in enumerate(names)
    ]
    assert [each.code or each.category for each in without_strays(column)] == [each for each in names if each != "7"]
    assert without_strays(column[:5]) == tuple(column[:5])


def test_the_widest_cell_of_a_centred_column_is_not_cut(case):
    portfolio, y, wanted = case.drawn(), 130, set()
    page = portfolio.page(title=TITLE)
    for place, code in enumerate(case.codes):
        items = [1, 4, 7, 9, 11] if code == "4.1" else [place % 12 + 1, (place + 3) % 12 + 1]
        text = "; ".join(f"{item} (p.1)" for item in items)
        put(page, 63, y, code)
        put(page, 130, y, "Governance mechanism"[: 12 + place % 9])
        put(page, 400 - 1.9 * len(text), y, text)
        wanted.update((code, str(item)) for item in items)
        y += 16
    assert case.cells_read(portfolio) == wanted


@pytest.mark.parametrize("shaded", [0, 1])
def test_rows_below_the_last_code_belong_to_it_where_every_other_row_is_shaded(case, shaded):
    portfolio, y, edges = case.drawn(), 130, (60, 130, 300, 400, 520)
    page = portfolio.page(title=TITLE)
    items = {code: [place % 12 + 1] for place, code in enumerate(case.codes)} | {"8.2": [3, 5, 8, 11]}
    rows = [(code if not more else "", item) for code, each in items.items() for more, item in enumerate(each)]
    for place, (code, item) in enumerate(rows):
        if place % 2 == shaded:
            for left, right in pairwise(edges):
                page.draw_rect((left, y, right, y + 16), color=None, fill=(0.9, 0.9, 0.9))
        put(page, 63, y + 11, code)
        put(page, 133, y + 11, "Text of the guidance" if code else "")
        put(page, 303, y + 11, f"Evidence {item}")
        y += 16
    put(page, 60, y + 25, "Authentication", 12)
    assert case.cells_read(portfolio) == {(code, str(item)) for code, each in items.items() for item in each}


def test_a_code_lower_than_the_words_beside_it_ends_the_row_above():
    texts = [(60, 100, 108, "1.1"), (200, 100, 111, "Contribute"), (200, 112, 120, "mechanism")]
    texts += [(60, 127, 135, "1.2"), (200, 126.5, 137.5, "Contribute"), (200, 140, 146, "requirements")]
    words = tuple(Word(x, y0, x + 6 * len(text), y1, text, 0, 0) for x, y0, y1, text in texts)
    read = PageReading(number=1, width=595, height=842, words=words, rulings=(), has_text=True, picture_share=0.0)
    read = replace(read, text_source=TextSource.RECOGNISED)
    page = PageLines("p.pdf", read, lines_of(words))
    anchors = tuple(
        Anchor(word.text, word.text[0], word.x0, word.x1, word.y0, word.y1, doubtful=False)
        for word in words
        if word.text[0] == "1"
    )
    region = Region(
        page=page, top=95, bottom=150, edges=(), horizontals=(), verticals=(), anchors=anchors, continued=False
    )
    bounds, _ = row_bounds(region, words, ())
    assert [at for at in bounds if 105 < at < 140] == [pytest.approx(123.25)]


def test_a_scanned_table_of_which_no_reference_was_read_is_found_and_said_to_be_unread(case):
    portfolio = case.drawn()
    page = portfolio.page(title=TITLE)
    portfolio.table(page, [("Code", "Evidence"), *((code, "") for code in case.codes)], (60, 300))
    portfolio.evidence("Evidence 1")
    written = portfolio.reading()
    first = replace(written.pages[0], text_source=TextSource.RECOGNISED)
    found = case.read(replace(written, pages=(first, *written.pages[1:])))
    assert [table.pages for table in found.tables] == [(1,)]
    assert [problem.code for problem in found.problems if problem.code.startswith("table-")] == ["table-not-read"]
    assert not case.read(written).tables


def test_a_cell_is_read_once_against_the_same():
    known = Known(ids=frozenset({"4"}))
    assert read_cell("Evidence 4", known) is read_cell("Evidence 4", known)
    other = replace(known, recognised=True)
    assert read_cell("Evidence 4", other) is not read_cell("Evidence 4", known)


@pytest.mark.parametrize(("text", "wanted"), [("EI 04", "4"), ("EI 4b Audit", "4b"), ("Artefact 3", "3"), ("EI7", "7")])
def test_an_evidence_item_may_be_called_by_its_initials(text, wanted):
    label = read_label(text)
    assert label is not None
    assert label.id == wanted
