"""Sub-categories in one cell as no line parts them, each at the height of its first row."""

import pytest

from mrse_assess.intake.grids.grid import Cell, Grid, Row
from mrse_assess.intake.table.coded_rows import Layout, coded_rows
from mrse_assess.intake.table.parted_codes import parted
from mrse_assess.intake.table.shapes import shapes


def stacked(*lines, heights, rows):
    """Rows beside one cell with these lines at these heights."""
    shared = Cell("\n".join(lines), 1, (60, 0, 200, 100), heights)
    return Grid(
        "a.pdf",
        tuple(
            Row((shared, Cell(f"E{place}", 1, (200, y - 5, 300, y + 5), (y,))), 1) for place, y in enumerate(rows, 1)
        ),
        (1,),
        ruled=True,
    )


@pytest.mark.parametrize(
    ("lines", "heights", "rows", "codes"),
    [
        (("4.1 Devices", "that are known", "4.2 Others"), (10, 20, 40), (10, 25, 40), ["4.1", "4.1", "4.2"]),
        (("4.1 Devices", "4.2 Others", "4.3 Adornments"), (10, 25, 40), (10, 25, 40), ["4.1", "4.2", "4.3"]),
        (("2.2 Audit", "3 Sequences"), (10, 40), (10, 25, 40, 55), ["2.2", "2.2", "3", "3"]),
    ],
)
def test_each_row_goes_to_the_code_at_its_height(case, lines, heights, rows, codes):
    whole = stacked(*lines, heights=heights, rows=rows)
    (grid,) = parted(whole, case.codes)
    assert grid in tuple(shapes(whole, case.codes))
    assert [row.cells[0].text.split()[0] for row in grid.rows] == codes


@pytest.mark.parametrize(
    ("lines", "heights", "rows"),
    [
        (("4.1 Devices", "4.2 Others"), (10, 18), (14,)),  # one row for both
        (("4.1", "4.2"), (10, 25), (10, 25)),  # codes without titles are joint
        (("4.1 Devices", "4.2 Others"), (10, 18), (10, 40)),  # no row at the height of the second
        (("4.2 Others", "4.1 Devices"), (10, 25), (10, 25)),  # in another order
        (("4.1 Devices", "3 T scanners"), (10, 25), (10, 25)),  # a title that goes on with a number
    ],
)
def test_other_cells_stay_whole(case, lines, heights, rows):
    assert not list(parted(stacked(*lines, heights=heights, rows=rows), case.codes))


def test_rows_are_in_doubt_where_their_cell_holds_a_further_sub_category(case):
    grid = stacked("4.1 Devices", "4.2 Others", heights=(10, 18), rows=(10, 40))
    rows, _ = coded_rows(grid, case.codes, Layout(0, None, ("", ""), 0))
    assert all(row.doubtful for row in rows)
    plain = stacked("4.1 Devices", "that are known", heights=(10, 18), rows=(10, 40))
    rows, _ = coded_rows(plain, case.codes, Layout(0, None, ("", ""), 0))
    assert not any(row.doubtful for row in rows)
