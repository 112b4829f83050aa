"""What is said to whoever cannot see a figure: nothing that the table does not show."""

import re

from mrse_assess.cohort.figures import figure_for
from mrse_assess.cohort.figures.told import written

from .conftest import BARS, DAYS, FLOW, HEAT, ONE_ROW, PARETO, TOGETHER, TREND, TRENDS, told


def numbers(text):
    return set(re.findall(r"\d[\d,.]*\d|\d", text))


def shown(table):
    """Every number that the table shows, as people write it, and those in its words."""
    found = numbers(" ".join([table.title, table.guidance, f"{table.applications:,}"]))
    for label in [*(row.label for row in table.rows), *(label for _, label in table.columns)]:
        found |= numbers(label)
    for row in table.rows:
        for column in told(table).columns:
            cell = column.of(row)
            ends = [cell.interval.low, cell.interval.high, cell.interval.level] if cell.interval else []
            for value in [one for one in (cell.value, *ends) if one is not None]:
                found |= numbers(written(value, column.unit)) | numbers(written(value, ""))
            found |= {f"{one:,}" for one in (cell.count, cell.of) if one is not None}
    return found


def test_no_number_is_said_that_the_table_does_not_show(table):
    assert numbers(figure_for(table).alt) <= shown(table)


def test_no_number_is_said_that_the_widest_tables_do_not_show(wide):
    assert numbers(figure_for(wide).alt) <= shown(wide)


def test_bars_are_told_with_the_largest_three_and_their_intervals():
    assert figure_for(ONE_ROW).alt == (
        "Bars: A title, first attempts. Share of applications; guidance 2025; n = 40 applications. "
        "All, largest: Award 50 % (20 of 40), 95 % interval 35 to 65 %; Further evidence 38 % (15 of 40), "
        "95 % interval 24 to 53 %; Not awarded 12 % (5 of 40), 95 % interval 5 to 26 %."
    )


def test_a_grid_is_told_by_its_largest_counts():
    said = figure_for(HEAT).alt
    assert "Undated, 3 Sequences 10 of 20; Belongs elsewhere, 2.2 Audit of rules 9 of 12;" in said
    assert "Commentary only, 3 Sequences 8 of 20." in said


def test_what_is_counted_and_of_how_many_stands_on_every_figure():
    subs = [figure_for(one).alt for one in (BARS, PARETO, TOGETHER, FLOW, TREND, DAYS)]
    assert "Share of applications; guidance 2025; n as stated, 40 applications in all." in subs[0]
    assert "Share of items; guidance 2025; n = 100 items, in 40 applications." in subs[1]
    assert "Share of applications; guidance 2025; n = 40 applications." in subs[2]
    assert "Number of applications; guidance 2025; n = 40 applications." in subs[3]
    assert "In days; guidance 2025;" in subs[5]


def test_a_line_is_told_by_where_it_begins_and_ends():
    assert "Rules met: first 2023, quarter 1 40 % (8 of 20), 95 % interval 22 to 61 %; last 2024, quarter 1 50 %." in (
        figure_for(TREND).alt
    )
    assert "Items per application: 2024 44 items, 95 % interval 38 to 47." in figure_for(TRENDS).alt
