"""Tables that lie on their side: the sub-categories across in the heads, what is offered for each below its head.

They are turned, a row for each sub-category, and read as any other. A page may hold several below each other, each with
some of the sub-categories. A matrix has its items down the side and is none of these.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from mrse_assess.intake.cells.references import Known
from mrse_assess.intake.grids.candidates import Candidate
from mrse_assess.intake.grids.grid import Cell, Grid, Row, native_grid
from mrse_assess.intake.grids.rulings import horizontals, positions
from mrse_assess.intake.table.across_blocks import block_axes, block_edges
from mrse_assess.intake.table.cross_reference import FoundTable, choose, find_tables, is_broad, is_replaced
from mrse_assess.intake.table.tick_axes import Axis, Kind, are_codes, heads, lone_code, without_upright
from mrse_assess.intake.table.tick_body import column_edges
from mrse_assess.intake.text.labels import read_label
from mrse_assess.intake.text.lines import FileLines, Line, PageLines, box_of, joined
from mrse_assess.intake.text.part_headings import CLOSING, TABLE_HEADING
from mrse_assess.model.pages import NativeTable, Word
from mrse_assess.terms import TextSource

_LEAST: Final = 4  # sub-categories across
_LINES_ABOVE: Final = 6
_MOST_ROWS: Final = 6  # rows below the heads: items, pages, sections, notes
_MATRIX: Final = 3  # rows with an item's label, as a matrix has
_ONE_ROW: Final = 2  # bounds of what is not cut into rows
_GAP: Final = 2.0  # line heights of white space below which the table has ended where no line ends it


def with_turned(
    tables: Sequence[FoundTable],
    candidates: Sequence[Candidate],
    files: Sequence[FileLines],
    codes: Sequence[str],
    known: Known,
) -> tuple[FoundTable, ...]:
    """The tables; where they claim for little or are not in force, those of candidates with what lies on its side."""
    turned = () if is_broad(tables) and not is_replaced(tables) else across_candidates(files, codes)
    return choose(tables, find_tables((*candidates, *turned), codes, known)) if turned else tuple(tables)


def across_candidates(files: Sequence[FileLines], codes: Sequence[str]) -> tuple[Candidate, ...]:
    """Every such table of the files, turned."""
    found: list[Candidate] = []
    for file in files:
        if any(table.rows for table in file.reading.tables):
            found.extend(_named(each for table in file.reading.tables for each in _native(file, table, codes)))
        else:
            found.extend(_named(each for page in file.pages for each in _on_page(file, page, codes)))
    return tuple(found)


def _named(found: Iterable[Candidate]) -> Iterator[Candidate]:
    """Those under a heading that names the table, and what goes on after them: results may stand below clauses too."""
    last: int | None = None
    for each in found:
        if TABLE_HEADING.search(each.heading) or (last is not None and 0 <= each.end_page - last <= 1):
            last = each.end_page
            yield each


def _native(file: FileLines, table: NativeTable, codes: Sequence[str]) -> Iterator[Candidate]:
    """The parts of a table of the file's own: from each row of heads to the next."""
    rows = native_grid(file.file, table).rows
    starts = [place for place, row in enumerate(rows) if _are_heads(row, codes)]
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=False):
        part = [row for row in rows[start:end] if not row.flows]
        if 1 < len(part) <= 1 + _MOST_ROWS and not _is_matrix([row.cells[0].text for row in part[1:]]):
            turned = [Row(cells, cells[0].page) for cells in zip(*(row.cells for row in part), strict=True)]
            page = table.pages[-1] if table.pages else 1
            grid = Grid(file.file, tuple(turned), table.pages, native=True, ruled=True)
            yield Candidate(grid, _heading(file, table.pages[0] if table.pages else 1, float("inf")), page, 0.0)


def _are_heads(row: Row, codes: Sequence[str]) -> bool:
    found = [code for cell in row.cells[1:] if (code := lone_code(cell.text, codes)) is not None]
    rising = all(codes.index(one) < codes.index(two) for one, two in pairwise(found))
    return len(found) >= max(_LEAST, len(row.cells) - 2) and rising


def _is_matrix(sides: Sequence[str]) -> bool:
    """Whether rows are labelled as items are."""
    return sum(read_label(text, bare=True) is not None for text in sides) >= _MATRIX


def _on_page(file: FileLines, page: PageLines, codes: Sequence[str]) -> Iterator[Candidate]:
    level = without_upright(page)
    axes = [axis for axis in heads(page, level, codes) if axis.kind is Kind.CODES and len(axis.entries) >= _LEAST]
    axes = [axis for axis in axes if are_codes(axis.names, codes)]
    blocks = () if axes else block_axes(level, codes)
    axes = sorted((*axes, *blocks), key=lambda axis: axis.top)
    limits = [*(after.top - 1 for after in axes[1:]), page.page.height]
    for axis, limit in zip(axes, limits, strict=False):
        lines = list(_below(level, axis, limit))
        if not lines:
            continue
        edges = block_edges(level, axis, lines) if blocks else column_edges(level, axis)
        bounds = _bounds(level, axis, lines, edges)
        if blocks and len(bounds) <= _ONE_ROW:
            bounds = _labelled(lines, edges[0], bounds)
        sides = [_cell(level, 0.0, edges[0], top, low).text for top, low in pairwise(bounds)]
        if len(sides) <= _MOST_ROWS and not _is_matrix(sides):
            yield Candidate(
                _turned(file, level, axis, edges, bounds),
                _heading(file, page.number, axis.top),
                page.number,
                bounds[-1],
            )


def _labelled(lines: Sequence[Line], left: float, bounds: Sequence[float]) -> list[float]:
    """Where rows begin that no line parts: where words stand at the side again after lines without any."""
    sides = [line for line in lines if line.x0 < left]
    starts = [
        line.y0 - 1
        for before, line in zip([None, *lines], lines, strict=False)
        if line in sides and (before is None or before not in sides or line.y0 - before.y1 > line.y1 - line.y0)
    ]
    return [*starts, bounds[-1]] if starts else list(bounds)


def _below(level: PageLines, axis: Axis, limit: float) -> Iterator[Line]:
    """The lines below the heads, to the next heads, the heading of another part, or a gap that no row has."""
    bottom = axis.bottom
    drawn = [each.at for each in horizontals(level.page.rulings)]
    for line in level.lines:
        if line.y0 < axis.bottom - 1:
            continue
        ruled = any(bottom - 1 <= at <= line.y0 + 1 for at in drawn) and any(at >= line.y1 - 1 for at in drawn)
        far = line.y0 - bottom > _GAP * (line.y1 - line.y0) and not ruled
        if line.y1 > limit or far or TABLE_HEADING.search(line.text) or CLOSING.search(line.text):
            return
        bottom = max(bottom, line.y1)
        yield line


def _bounds(level: PageLines, axis: Axis, lines: Sequence[Line], edges: Sequence[float]) -> list[float]:
    """Where the rows below the heads begin and end: at lines drawn across, else all is one row."""
    low = lines[-1].y1 + 2
    across = [each for each in horizontals(level.page.rulings) if each.start < edges[1] and each.end > edges[-2]]
    inner = [at for at in positions(across) if axis.bottom - 1 <= at <= low + 8]
    if len(inner) > 1:
        return inner
    return [axis.bottom + 1, low]


def _turned(file: FileLines, level: PageLines, axis: Axis, edges: Sequence[float], bounds: Sequence[float]) -> Grid:
    rows = list(pairwise(bounds))
    number = level.number
    head = Row((Cell("Sub-category", number, None), *(_cell(level, 0.0, edges[0], *row) for row in rows)), number)
    body = [
        Row(
            (
                Cell(entry.written, number, (entry.x0, entry.y0, entry.x1, entry.y1)),
                *(_cell(level, left, right, *row) for row in rows),
            ),
            number,
        )
        for entry, left, right in zip(axis.entries, edges, edges[1:], strict=False)
    ]
    seen = level.page.text_source is not TextSource.WRITTEN
    recognised = frozenset({number} if seen else set[int]())
    return Grid(file.file, (head, *body), (number,), ruled=True, recognised=recognised)


def _cell(level: PageLines, left: float, right: float, top: float, low: float) -> Cell:
    words: list[Word] = [
        word
        for line in level.lines
        for word in line.words
        if left <= (word.x0 + word.x1) / 2 < right and top <= (word.y0 + word.y1) / 2 < low
    ]
    return Cell(joined(words), level.number, box_of(words)) if words else Cell("", level.number, None)


def _heading(file: FileLines, number: int, top: float) -> str:
    if not 0 < number <= len(file.pages):
        return ""
    lines = [line.text for line in file.page(number).lines if line.y1 <= top + 2]
    return "\n".join([*lines[:4], *lines[-_LINES_ABOVE:]])
