"""Where the cells of a table stand in its figure, so that a press on a bar leads to whom it counts."""

import pytest
from hypothesis import given, settings

from mrse_assess.cohort.figures import figure_for
from mrse_assess.cohort.figures.drawing import picture_of
from mrse_assess.cohort.figures.sheet import Shape
from mrse_assess.cohort.figures.style import style

from .conftest import BARS, DAYS, FLOW, HEAT, MARGINS, ONE_ROW, PARETO, TOGETHER, TREND, TRENDS, told
from .test_properties import tables

COLOURS = style().colours


def spots(table):
    return figure_for(table).spots


def at(table):
    return [spot.at for spot in spots(table)]


def middles(table):
    """Where the middle of each bar is, as parts of the picture."""
    sheet = picture_of(told(table)).sheet
    wide, high = sheet.style.page.width, sheet.height + sheet.style.page.margin
    bars = [mark.points for mark in sheet.marks if isinstance(mark, Shape) and mark.fill == COLOURS.pale]
    return [((one[0][0] + one[2][0]) / 2 / wide, (one[0][1] + one[2][1]) / 2 / high) for one in bars]


def around(table, point):
    """The cells whose place a point lies in."""
    (x, y) = point
    return [
        spot.at
        for spot in spots(table)
        if spot.box[0] <= x <= spot.box[0] + spot.box[2] and spot.box[1] <= y <= spot.box[1] + spot.box[3]
    ]


def test_each_bar_stands_at_the_place_of_its_cell_and_of_no_other():
    assert at(BARS) == [(0, 0), (1, 0), (2, 0), (0, 1), (1, 1), (2, 1)]  # nobody is "Open": it is not drawn
    assert [around(BARS, one) for one in middles(BARS)] == [[(0, 0)], [(1, 0)], [(0, 1)], [(1, 1)]]


def test_the_columns_of_a_single_row_are_found_again_though_they_are_drawn_as_rows():
    assert [around(ONE_ROW, one) for one in middles(ONE_ROW)] == [[(0, 1)], [(0, 2)], [(0, 3)]]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (PARETO, [(0, 0), (1, 0), (2, 0)]),  # nobody gave the last
        (HEAT, [(row, column) for row in range(3) for column in range(4)]),
        (TOGETHER, [(0, 0), (1, 0), (2, 0), (3, 0)]),
        (DAYS, [(row, 1) for row in range(len(DAYS.rows))]),  # its median
    ],
    ids=["pareto", "heat", "together", "days"],
)
def test_every_shape_names_the_cells_that_it_draws(table, expected):
    assert at(table) == expected


def test_a_flow_has_its_number_at_both_ends_and_a_trend_each_period():
    assert sorted(set(at(FLOW))) == [(0, 0), (1, 0), (2, 0)]
    assert len(at(FLOW)) == 6
    for table in (TREND, TRENDS):
        assert {row for row, _ in at(table)} == set(range(len(table.rows)))
    assert len(at(MARGINS)) == len(set(at(MARGINS)))


@given(tables())
@settings(deadline=None, max_examples=60)
def test_whatever_the_table_every_place_is_on_the_picture_and_of_a_cell_that_there_is(table):
    figure = figure_for(table)
    for spot in figure.spots if figure else ():
        row, column = spot.at
        assert 0 <= row < len(table.rows)
        assert 0 <= column < len(table.columns)
        left, top, wide, high = spot.box
        assert min(left, top, wide, high) >= 0
        assert max(left + wide, top + high) <= 1.0001
