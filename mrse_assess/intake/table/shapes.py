"""Other shapes of one grid: codes in heading rows, halves side by side, codes in two columns or several in one cell.

Which shape is right is not decided here: each is read, and the reading that says most is kept.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from mrse_assess.intake.grids.columns import beside
from mrse_assess.intake.grids.grid import Cell, Grid, Row
from mrse_assess.intake.table.joined_codes import joined
from mrse_assess.intake.table.parted_codes import parted
from mrse_assess.intake.text.codes import Code, read_code

_LEAST_BESIDE: Final = 2  # codes in each half
_LEAST_HEADINGS: Final = 3
_LONG_HEADING: Final = 20  # words


def shapes(grid: Grid, codes: Sequence[str]) -> Iterator[Grid]:
    """The grid as it stands, then every other shape that its codes allow."""
    yield grid
    beside = _side_by_side(grid, codes)
    if beside is not None:
        yield beside
    under = _under_headings(grid, codes)
    if under is not None:
        yield under
    yield from joined(grid, codes)
    yield from parted(grid, codes)


def _side_by_side(grid: Grid, codes: Sequence[str]) -> Grid | None:
    """The halves under each other, where several columns hold codes that do not repeat those of another."""
    width = len(grid.rows[0].cells) if grid.rows else 0
    starts: list[int] = []
    found: list[list[int]] = []
    for index in range(width):
        places = [codes.index(code) for row in grid.rows if (code := _bare(row.cells[index], codes))]
        rising = all(first <= second for first, second in pairwise(places))
        if len(set(places)) >= _LEAST_BESIDE and rising and (not found or beside(places, found)):
            starts.append(index)
            found.append(places)
    if len(starts) < _LEAST_BESIDE or any(second - first < _LEAST_BESIDE for first, second in pairwise(starts)):
        return None
    block = starts[1] - starts[0]
    edges = (
        [index * block for index in range(len(starts) + 1)] if width == block * len(starts) else [0, *starts[1:], width]
    )
    widest = max(second - first for first, second in pairwise(edges))
    rows = tuple(
        row._replace(cells=_padded(row.cells[first:second], widest, row.page), new_page=False)
        for first, second in pairwise(edges)
        for row in grid.rows
    )
    return grid._replace(rows=rows)


def _bare(cell: Cell, codes: Sequence[str]) -> str | None:
    """The code of a cell that holds little else."""
    code = read_code(cell.text, codes) if cell.text else None
    return code.code if code else None


def _padded(cells: Sequence[Cell], width: int, page: int | None) -> tuple[Cell, ...]:
    return (*cells, *(Cell("", page, None) for _ in range(width - len(cells))))


def _under_headings(grid: Grid, codes: Sequence[str]) -> Grid | None:
    """Rows of evidence with the code of the heading row above them in a column of its own."""
    heads = [_heading(row, codes) for row in grid.rows]
    bearing = [code.code for code in heads if code and code.code]
    if len(set(bearing)) < _LEAST_HEADINGS or 2 * _own_codes(grid.rows, heads, codes) > len(set(bearing)):
        return None
    repeated = _repeated(grid.rows, heads)
    top = [row for row in grid.rows if _key(row) in repeated][:1]
    rows: list[Row] = [row._replace(cells=(Cell("", row.page, None), *row.cells)) for row in top]
    waiting: tuple[Code, Row] | None = None
    current: Code | None = None
    for row, head in zip(grid.rows, heads, strict=True):
        if head is not None:
            if waiting is not None:
                rows.append(_coded(*waiting, empty=True))
            waiting, current = ((head, row) if head.code else None), head if head.code else None
        elif current is not None and _key(row) not in repeated:
            rows.append(_coded(current, row))
            waiting = None
        elif current is None:
            rows.append(row._replace(cells=(Cell("", row.page, None), *row.cells)))
    if waiting is not None:
        rows.append(_coded(*waiting, empty=True))
    return grid._replace(rows=tuple(rows))


def _own_codes(rows: Sequence[Row], heads: Sequence[Code | None], codes: Sequence[str]) -> int:
    """How many rows of several cells bear a code and its title where headings stand: the others are rows as they."""
    columns = {
        place
        for row, head in zip(rows, heads, strict=True)
        if head is not None and not row.flows
        for place, cell in enumerate(row.cells)
        if cell.text.strip()
    }
    return sum(
        any((code := read_code(row.cells[place].text, codes)) and code.code and code.rest for place in columns)
        for row, head in zip(rows, heads, strict=True)
        if head is None
    )


def _heading(row: Row, codes: Sequence[str]) -> Code | None:
    """The code of a row that is a heading: its text runs across the columns, or it fills one cell only."""
    texts = list(dict.fromkeys(cell.text for cell in row.cells if cell.text.strip()))
    if not texts or not (row.flows or len(texts) == 1):
        return None
    text = " ".join(" ".join(texts).split())
    code = read_code(text, codes) if text.count(" ") < _LONG_HEADING else None
    return code if code is not None and (code.code or code.category) else None


def _repeated(rows: Sequence[Row], heads: Sequence[Code | None]) -> set[tuple[str, ...]]:
    """Header rows under the headings: words without a number in several cells, the same more than once."""
    counts = Counter(_key(row) for row, head in zip(rows, heads, strict=True) if head is None)
    return {
        key
        for key, count in counts.items()
        if count > 1 and sum(map(bool, key)) > 1 and not any(character.isdecimal() for character in "".join(key))
    }


def _key(row: Row) -> tuple[str, ...]:
    return tuple(" ".join(cell.text.split()).lower() for cell in row.cells)


def _coded(code: Code, row: Row, *, empty: bool = False) -> Row:
    cells = tuple(Cell("", row.page, None) for _ in row.cells) if empty else row.cells
    box = row.cells[0].box
    return row._replace(cells=(Cell(" / ".join(code.codes), row.page, box), *cells), flows=False)
