"""What is drawn is what the table says: lengths, places, thicknesses and shades, counted by hand."""

import pytest

from mrse_assess.cohort.figures.drawing import picture_of
from mrse_assess.cohort.figures.sheet import Dot, Line, Shape
from mrse_assess.cohort.figures.style import style
from mrse_assess.cohort.figures.told import written
from mrse_assess.cohort.tables import Shape as Form

from .conftest import BARS, DAYS, FLOW, HEAT, MARGINS, ONE_ROW, PARETO, TOGETHER, TREND, TRENDS, made, number, told

COLOURS = style().colours


def sheet(table):
    return picture_of(told(table)).sheet


def bars(table):
    """Left and right end of each bar, down and across as drawn."""
    found = [mark for mark in sheet(table).marks if isinstance(mark, Shape) and mark.fill == COLOURS.pale]
    return [(mark.points[0], mark.points[2]) for mark in found]


def words(table):
    return [text.words for text in sheet(table).texts()]


def whiskers(table):
    lines = [mark for mark in sheet(table).marks if isinstance(mark, Line)]
    return [mark.points for mark in lines if mark.colour == COLOURS.ink and mark.thick == 1.2]


def lengths(table):
    return [round(end[0] - start[0], 6) for start, end in bars(table)]


def test_bars_are_as_long_as_their_shares_on_one_scale():
    one = lengths(ONE_ROW)
    assert one == pytest.approx([one[0], one[0] * 15 / 20, one[0] * 5 / 20])
    award, not_awarded = lengths(BARS)[:2], lengths(BARS)[2:]
    unit = award[0] / 0.8
    assert award == pytest.approx([0.8 * unit, 0.5 * unit])
    assert not_awarded == pytest.approx([0.2 * unit, 0.5 * unit])


def test_intervals_are_where_their_bounds_are():
    (start, end), ((low, _), (high, _)) = bars(ONE_ROW)[0], whiskers(ONE_ROW)[0]
    unit = (end[0] - start[0]) / 0.5
    assert (low - start[0], high - start[0]) == pytest.approx((0.35 * unit, 0.65 * unit))


def test_too_few_have_their_counts_and_no_bar():
    assert "2 of 5" in words(BARS)
    assert len(bars(BARS)) == 4  # of two rows by two columns; nobody is "Open"
    assert any("Nothing was counted in: Open." in line for line in words(BARS))


def test_bars_below_nought_reach_to_the_left():
    table = made(
        Form.BARS, ["Severity"],
        [
            ("A", [number(-1.0, 20, -1.5, -0.5)]), ("B", [number(0.5, 20, 0.1, 0.9)]),
            ("C", [number(0.1, 20, -0.2, 0.4)]),
        ],
        numbers={"Severity": "logits"},
    )  # fmt: skip
    (a, b, c) = bars(table)
    assert a[1][0] == pytest.approx(b[0][0])
    assert lengths(table) == pytest.approx([2 * lengths(table)[1], lengths(table)[1], lengths(table)[1] / 5])
    assert c[0][0] == pytest.approx(b[0][0])


def test_a_pareto_stands_as_its_table_does_with_the_share_so_far_as_numbers():
    assert lengths(PARETO) == pytest.approx([lengths(PARETO)[0], lengths(PARETO)[0] * 0.6, lengths(PARETO)[0] * 0.4])
    assert {"50 %", "80 %", "100 %"} <= set(words(PARETO))
    assert not any("No reason" in line for line in words(PARETO))  # nothing was counted for it


def test_reasons_stand_by_size_and_nothing_else_does():
    rows = [("few", [number(0.1, 30)]), ("many", [number(0.6, 30)]), ("some", [number(0.3, 30)])]
    by_size = made(Form.BARS, ["Primary reason"], rows, id="reasons_per_item")
    assert [line for line in words(by_size) if line in ("Few", "Many", "Some")] == ["Many", "Some", "Few"]
    as_it_is = made(Form.BARS, ["Primary reason"], rows, id="sub_categories")
    assert [line for line in words(as_it_is) if line in ("Few", "Many", "Some")] == ["Few", "Many", "Some"]


def test_a_grid_shades_by_its_counts_and_shows_each():
    shades = [COLOURS.zero, *COLOURS.steps]
    cells = [mark for mark in sheet(HEAT).marks if isinstance(mark, Shape) and mark.edge == COLOURS.guide]
    counts = [1, 2, 10, 0, 4, 6, 8, 3, 0, 9, 0, 1]
    assert [shades.index(mark.fill) for mark in cells] == [1, 2, 5, 0, 3, 4, 5, 2, 0, 5, 0, 1]
    shown = words(HEAT)
    assert [int(line) for line in shown if line.isdigit()][:4] == [10, 12, 20, 11]  # n of each column
    assert sorted(int(line) for line in shown if line.isdigit())[-6:] == [9, 10, 10, 11, 12, 20]
    assert sum(counts) == sum(int(line) for line in shown if line.isdigit()) - (10 + 12 + 20 + 11)


def test_a_matrix_has_a_dot_for_each_member():
    dots = [mark for mark in sheet(TOGETHER).marks if isinstance(mark, Dot) and mark.fill == COLOURS.ink]
    rows = sorted({mark.at[1] for mark in dots})
    places = sorted({mark.at[0] for mark in dots})
    found = [tuple(places.index(mark.at[0]) for mark in dots if mark.at[1] == row) for row in rows]
    assert found == [(2,), (1, 2), (0, 1, 3)]  # of 1.1, 2.2, 3, 7.2
    assert "None" in words(TOGETHER)


def test_ribbons_are_as_thick_as_their_numbers():
    ribbons = [mark for mark in sheet(FLOW).marks if isinstance(mark, Shape) and mark.fill == COLOURS.flow]
    thick = [round(mark.points[-1][1] - mark.points[0][1], 6) for mark in ribbons]
    assert thick == pytest.approx([thick[0], thick[0] / 2, thick[0] / 4])  # 12, 6, 3
    assert words(FLOW).count("12") == words(FLOW).count("3") == 2  # at either end
    assert not any("4.1" in line for line in words(FLOW))  # nobody took that way


def test_lines_have_gaps_where_nothing_can_be_said():
    marks = sheet(TREND).marks
    lines = [mark for mark in marks if isinstance(mark, Line) and mark.colour == COLOURS.mark]
    assert [len(mark.points) for mark in lines] == [3]  # the third to the fifth; the first stands alone
    dots = [mark for mark in marks if isinstance(mark, Dot)]
    assert [mark.fill for mark in dots] == [COLOURS.mark] * 3 + [COLOURS.paper]  # the last has no interval
    heights = [mark.at[1] for mark in dots]
    unit = (heights[0] - heights[2]) / 0.4  # 0.4 to 0.8
    assert heights[0] - heights[1] == pytest.approx(0.2 * unit)
    bands = [mark for mark in marks if isinstance(mark, Shape) and mark.fill == COLOURS.pale]
    assert [len(mark.points) for mark in bands] == [4]
    ys = [y for _, y in bands[0].points]
    assert [heights[0] - y for y in ys] == pytest.approx([(v - 0.4) * unit for v in (0.78, 0.92, 0.58, 0.39)])
    assert [line for line in words(TREND) if line in ("20", "6", "12")] == ["20", "6", "20", "20", "12"]


def test_columns_without_anything_are_not_drawn_as_trends():
    assert "None of it" not in words(TRENDS)
    assert {"Undated", "Commentary only", "Items per application"} <= set(words(TRENDS))


def test_the_middle_half_and_the_median_are_where_they_are():
    (first, second) = bars(DAYS)
    assert second[1][0] - second[0][0] == pytest.approx((first[1][0] - first[0][0]) / 9 * 20)
    medians = [mark.points[0][0] for mark in sheet(DAYS).marks if isinstance(mark, Line) and mark.thick == 1.6]
    assert (medians[0] - first[0][0]) / (first[1][0] - first[0][0]) == pytest.approx(3 / 9)
    assert {"12", "9 to 18", "20 to 40", style().words["nothing"]} <= set(words(DAYS))


def test_upright_bars_are_as_high_as_their_shares():
    heights = [end[1] - start[1] for start, end in bars(MARGINS)]
    unit = heights[3] / 0.5
    assert heights == pytest.approx([0.05 * unit, 0.2 * unit, 0.25 * unit, 0.5 * unit, 0.1 * unit, 0.9 * unit])


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (0.5, "", "50\u00a0%"), (0.004, "", "<\u00a01\u00a0%"), (0.0, "", "0\u00a0%"), (0.9951, "", ">\u00a099\u00a0%"),
        (1.0, "", "100\u00a0%"),
        (13.25, "days", "13.2"), (14.0, "days", "14"), (1234.5, "days", "1,234"), (0.04, "days", "<0.1"),
    ],
)  # fmt: skip
def test_numbers_are_written_as_people_write_them(value, unit, said):
    assert written(value, unit) == said
