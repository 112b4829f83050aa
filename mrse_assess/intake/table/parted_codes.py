"""Sub-categories that share one cell as no line parts them: each row belongs to the code that stands at its height.

Where stripes are all that tells rows apart, sub-categories of one colour below each other look like one merged cell.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final, NamedTuple

from mrse_assess.intake.grids.grid import Cell, Grid, Row
from mrse_assess.intake.text.codes import read_code

_LEVEL: Final = 4.0  # points between the height of a code and that of the first line of its row


class _Part(NamedTuple):
    """A code with its title inside the cell: the lines from the code's to the one before the next code's."""

    code: str
    height: float
    text: str
    heights: tuple[float, ...]


def parted(grid: Grid, codes: Sequence[str]) -> Iterator[Grid]:
    """The grid with such cells cut between their codes, for every column in which that can be done."""
    width = len(grid.rows[0].cells) if grid.rows else 0
    for column in range(width):
        rows = [row for run in _runs(grid.rows, column) for row in _cut(run, column, codes)]
        if rows != list(grid.rows):
            yield grid._replace(rows=tuple(rows))


def _runs(rows: Sequence[Row], column: int) -> Iterator[tuple[Row, ...]]:
    """Rows below each other that share their cell of the column."""
    for _, run in groupby(rows, key=lambda row: (row.page, row.cells[column])):
        yield tuple(run)


def _cut(run: Sequence[Row], column: int, codes: Sequence[str]) -> Iterator[Row]:
    """The rows, each with the part of the shared cell that begins at its height or last above it."""
    parts = _parts(run[0].cells[column], codes) if len(run) > 1 else ()
    tops = [_top(row, column) for row in run]
    level = all(any(top is not None and abs(top - part.height) <= _LEVEL for top in tops) for part in parts)
    if len(parts) < 2 or not level or None in tops:  # noqa: PLR2004 - codes that share a cell
        yield from run
        return
    for row, top in zip(run, tops, strict=True):
        above = [part for part in parts if top is not None and part.height <= top + _LEVEL]
        yield _with_part(row, column, above[-1]) if above else row


def _parts(cell: Cell, codes: Sequence[str]) -> tuple[_Part, ...]:
    """The parts of a cell that begins with a code, each code with words behind it, in the scheme's order; else ()."""
    lines = cell.text.split("\n")
    if len(lines) != len(cell.heights):
        return ()
    read = [read_code(line, codes) for line in lines]
    found = [(place, each.code) for place, each in enumerate(read) if each is not None and each.code and each.rest]
    order = [codes.index(code) for _, code in found]
    if not found or found[0][0] or any(second <= first for first, second in pairwise(order)):
        return ()
    ends = [*(place for place, _ in found[1:]), len(lines)]
    return tuple(
        _Part(code, cell.heights[place], "\n".join(lines[place:end]), cell.heights[place:end])
        for (place, code), end in zip(found, ends, strict=True)
    )


def _top(row: Row, column: int) -> float | None:
    """The height of the row's first line outside the column; None where the row is empty there."""
    heights = [cell.heights[0] for place, cell in enumerate(row.cells) if place != column and cell.heights]
    return min(heights, default=None)


def _with_part(row: Row, column: int, part: _Part) -> Row:
    cells = list(row.cells)
    cells[column] = cells[column]._replace(text=part.text, heights=part.heights)
    return row._replace(cells=tuple(cells))
