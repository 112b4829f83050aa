"""Withheld cells: no number, no height, no order."""

import re
from dataclasses import replace

import pytest

from mrse_assess.cohort.figures import figure_for
from mrse_assess.cohort.figures.drawing import picture_of
from mrse_assess.cohort.figures.sheet import Line, Shape
from mrse_assess.cohort.figures.style import style
from mrse_assess.cohort.tables import FOLDED, Row
from mrse_assess.cohort.tables import Shape as Form

from .conftest import (
    BARS,
    FLOW,
    HEAT,
    MARGINS,
    TABLES,
    TOGETHER,
    TREND,
    WITHHELD,
    made,
    number,
    share,
    told,
    withholding,
)

COLOURS = style().colours


def fields(table):
    """Width and height of each hatched field."""
    marks = picture_of(told(table)).sheet.marks
    found = [mark for mark in marks if isinstance(mark, Shape) and mark.edge == COLOURS.edge]
    return [tuple(round(b - a, 4) for a, b in zip(mark.points[0], mark.points[2], strict=True)) for mark in found]


@pytest.mark.parametrize("table", [BARS, HEAT, TREND, MARGINS, TOGETHER], ids=lambda table: str(table.shape))
def test_every_withheld_cell_is_hatched_and_all_look_alike(table):
    places = [(0, 0), (2 if len(table.rows) > 2 else 1, 0)]
    found = fields(withholding(table, *places))
    assert len(found) == len(places)
    assert len(set(found)) == 1


def test_a_withheld_way_is_a_dashed_line_of_one_thickness_without_a_number():
    some = withholding(FLOW, (0, 0), (2, 0))
    dashed = [mark for mark in picture_of(told(some)).sheet.marks if isinstance(mark, Line) and mark.dashed]
    assert len(dashed) == 2
    assert len({mark.thick for mark in dashed}) == 1
    words = [text.words for text in picture_of(told(some)).sheet.texts()]
    assert "12" not in words
    assert "6" not in words


def test_rows_without_a_number_stand_last_in_the_order_of_the_scheme():
    rows = [
        ("one", [WITHHELD]), ("two", [number(0.2, 30)]), ("three", [WITHHELD]), ("four", [number(0.6, 30)]),
        ("five", [number(0.3, 30)]), ("six", [WITHHELD]), ("seven", [number(-0.2, 30)]),
    ]  # fmt: skip
    table = made(Form.BARS, ["Primary reason"], rows, id="reasons_per_item")
    assert [row.label for row in picture_of(told(table)).rows] == [
        "four",
        "five",
        "two",
        "seven",
        "one",
        "three",
        "six",
    ]


@pytest.mark.parametrize("name", TABLES)
def test_none_is_drawn_where_all_is_withheld(name):
    table = TABLES[name]
    every = [(r, c) for r in range(len(table.rows)) for c in range(len(table.columns))]
    assert figure_for(withholding(table, *every)) is None


def test_it_is_said_that_cells_are_withheld_on_the_figure_and_beside_it():
    some = withholding(HEAT, (0, 0))
    assert "Some cells are withheld and drawn without a number." in figure_for(some).alt
    assert any("Hatched: withheld." in text.words for text in picture_of(told(some)).sheet.texts())
    assert "ithheld" not in figure_for(HEAT).alt
    assert not any("ithheld" in text.words for text in picture_of(told(HEAT)).sheet.texts())


def test_the_largest_are_of_those_shown_where_a_withheld_one_may_be_larger():
    assert "largest of those shown: " in figure_for(withholding(HEAT, (0, 0))).alt
    assert "largest: " in figure_for(HEAT).alt


def test_the_scale_does_not_tell_of_a_withheld_cell():
    small, large = (
        withholding(
            replace(MARGINS, rows=(Row(key=("a",), label="a", cells=(first, *MARGINS.rows[0].cells[1:])),)), (0, 0)
        )
        for first in (share(1, 40), share(40, 40))
    )
    assert figure_for(small).png == figure_for(large).png


def test_rows_folded_together_have_their_words_and_no_dots():
    folded = Row(key=FOLDED, label="other, withheld", cells=(WITHHELD,))
    table = replace(TOGETHER, rows=(*TOGETHER.rows, folded))
    words = [text.words for text in picture_of(told(table)).sheet.texts()]
    assert words.count("Other, withheld") == 1
    ways = replace(FLOW, rows=(*FLOW.rows, folded))
    assert any(re.search("Other, withheld: not drawn", text.words) for text in picture_of(told(ways)).sheet.texts())


def test_a_column_without_any_number_is_said_to_be_withheld_and_has_no_panel():
    table = withholding(BARS, *((row, 1) for row in range(3)))
    words = [text.words for text in picture_of(told(table)).sheet.texts()]
    assert "Not awarded" not in words
    assert "Withheld in every row: Not awarded." in " ".join(words)
    assert not fields(table)
