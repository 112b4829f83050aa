"""Which tables are worth a figure: where a column of numbers says it better there is none."""

from dataclasses import replace

import pytest

from mrse_assess.cohort.figures import figure_for
from mrse_assess.cohort.tables import Shape

from .conftest import DAYS, HEAT, NOBODY, TABLES, TREND, few, made, share

ALIKE = [(str(n), [share(10, 40)]) for n in range(5)]


@pytest.mark.parametrize("name", TABLES)
def test_each_of_the_tables_made_for_it_is(name):
    assert figure_for(TABLES[name]) is not None


@pytest.mark.parametrize("shape", [shape for shape in Shape if shape is not Shape.NONE])
@pytest.mark.parametrize(
    "rows",
    [[], [("a", [share(1, 40)]), ("b", [share(2, 40)])], [(str(n), [few(n, 5)]) for n in range(9)], ALIKE,
     [(str(n), [NOBODY]) for n in range(5)]],
    ids=["no rows", "few rows", "too few behind them", "all alike", "nobody"],
)  # fmt: skip
def test_none_is_drawn_of_what_a_table_says_better(shape, rows):
    counted = shape in (Shape.HEAT, Shape.FLOW) and len(rows) == 9  # counts may be drawn without shares
    assert figure_for(made(shape, ["Applications"], rows if not counted else [])) is None


def test_none_is_drawn_of_a_table_that_asks_for_none(table):
    assert figure_for(replace(table, shape=Shape.NONE)) is None


def test_none_is_drawn_without_columns():
    assert figure_for(replace(HEAT, columns=(), rows=tuple(replace(row, cells=()) for row in HEAT.rows))) is None


def test_a_small_grid_and_a_short_line_are_better_told():
    rows = [(f"row {n}", [share(n + m, 10) for m in range(3)]) for n in range(3)]
    assert figure_for(made(Shape.HEAT, ["a", "b", "c"], rows)) is None
    assert figure_for(replace(TREND, rows=TREND.rows[:3])) is None
    assert figure_for(replace(DAYS, rows=DAYS.rows[2:])) is None
