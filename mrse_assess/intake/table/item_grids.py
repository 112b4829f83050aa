"""Grids that may be tables by item: tables of files, and on pages labels of items under each other, beside codes."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from mrse_assess.intake.grids.columns import bodies_of
from mrse_assess.intake.grids.delimited import delimited_grids
from mrse_assess.intake.grids.grid import Cell, Grid, Row, native_grid, pages_grid
from mrse_assess.intake.grids.region import Region, find_region
from mrse_assess.intake.grids.rulings import positions, verticals
from mrse_assess.intake.table.item_parts import Part, names_part, parts_of, rest_of
from mrse_assess.intake.text.labels import id_key
from mrse_assess.intake.text.lines import FileLines, Line, box_of, joined, lines_of, segments
from mrse_assess.intake.text.part_headings import TABLE_HEADING, heads_a_list, heads_codes, names_list
from mrse_assess.model.pages import Word

_LEAST: Final = 3  # labels on a page, and words that may be codes
_WANDERS: Final = 14.0  # points by which the column may wander from page to page
_HALF: Final = 0.22  # share of the page's width between the labels of two columns
_HEADS: Final = 50.0  # points above the first item in which its table's heads stand
_LINE: Final = 6.0  # points
_RIVERS: Final = 3  # places at which a page may be cut in two
_RIVER: Final = 6.0  # points
_LONGEST_HEADING: Final = 13  # words
_LINES_BEFORE: Final = 8  # lines of the page before in which the heading may stand


class ItemGrid(NamedTuple):
    """A grid that may be a table by item. ``headed``: the heading above names the table; ``listed``: a contents list.

    ``heading`` are the lines above it, ``end`` is the page and height where it stops.
    """

    grid: Grid
    headed: bool
    listed: bool
    end: tuple[int, float]
    heading: str = ""


def item_grids(file: FileLines, codes: Sequence[str]) -> Iterator[ItemGrid]:
    """Every grid of the file that may hold a row for each item."""
    for table in file.reading.tables:
        yield _native(file, native_grid(file.file, table))
    if file.reading.tables:
        return
    for each in delimited_grids(file, codes):
        headed, listed, heading = heading_above(file, each.grid.pages[0], each.top)
        yield ItemGrid(each.grid, headed, listed, each.end, heading)
    bodies = bodies_of(file)
    parts = {page.number: tuple(parts_of(page, bodies[page.number], codes)) for page in file.pages}
    taken: set[tuple[int, int]] = set()
    rows: set[frozenset[tuple[int, float]]] = set()  # of the grids that were given
    for page in file.pages:
        for place, part in enumerate(parts[page.number]):
            if len(part.ids) < _LEAST or (page.number, place) in taken:
                continue
            run = _with_ends(_run(part, page.number, parts, taken), file, bodies, codes)
            heights = frozenset((each.page.number, mark.anchor.y0) for each in run for mark in each.marks)
            if heights not in rows:
                yield from _placed(file, run)
            rows.add(heights)
        yield from (each for halves in _halves(parts[page.number]) for each in _placed(file, halves))


def _placed(file: FileLines, run: Sequence[Part]) -> Iterator[ItemGrid]:
    first = run[0]
    regions = [
        find_region(part.page, [mark.anchor for mark in part.marks], part.body, continued=_goes_on(place, run))
        for place, part in enumerate(run)
    ]
    grid = _side_by_side(regions) if _are_halves(run) else pages_grid(regions)
    if grid is not None and grid.rows:
        grid = _with_head(grid, first)
        headed, listed, heading = heading_above(file, first.page.number, first.marks[0].anchor.y0)
        last = regions[-1]
        low = max(region.bottom for region in regions if region.page.number == last.page.number)
        yield ItemGrid(grid, headed, listed, (last.page.number, low), heading)


def _with_head(grid: Grid, first: Part) -> Grid:
    """The grid with the lines above its first item as a row of heads, where the region left them out."""
    top = first.marks[0].anchor.y0
    boxes = [cell.box for cell in grid.rows[0].cells]
    if None in boxes or min(box[1] for box in boxes if box) < top - _LINE:
        return grid
    lines = [line for line in first.body if top - _HEADS < line.y0 and line.y1 <= top + 1]
    start = max((place + 1 for place, line in enumerate(lines) if names_part(line)), default=0)
    words = [word for line in lines[start:] for word in line.words]
    edges = [box[0] - 2 for box in boxes if box]
    columns: list[list[Word]] = [[] for _ in edges]
    for word in words:
        columns[max(bisect_right(edges, word.x0) - 1, 0)].append(word)
    if sum(map(bool, columns)) <= len(edges) / 2 or edges != sorted(edges):
        return grid
    number = first.page.number
    head = Row(tuple(Cell(joined(each), number, box_of(each)) for each in columns), number)
    return grid._replace(rows=(head, *grid.rows))


def _are_halves(run: Sequence[Part]) -> bool:
    return len({part.page.number for part in run}) < len(run)


def _side_by_side(regions: Sequence[Region]) -> Grid | None:
    """The rows of two columns of a page under each other, each cut by itself; None where they are not built alike."""
    grids = [pages_grid([region]) for region in regions]
    if len({len(row.cells) for grid in grids for row in grid.rows}) != 1:
        return None
    return grids[0]._replace(rows=tuple(row for grid in grids for row in grid.rows), ruled=any(g.ruled for g in grids))


def _goes_on(place: int, run: Sequence[Part]) -> bool:
    """Whether a part stands at the top of a page that follows: then no header need be above it."""
    return place > 0 and run[place].page.number != run[place - 1].page.number


def _native(file: FileLines, grid: Grid) -> ItemGrid:
    """A table of the file's own."""
    boxes = [(cell.page, cell.box) for row in grid.rows for cell in row.cells if cell.page is not None and cell.box]
    own = " ".join(cell.text for row in grid.rows[:1] for cell in row.cells)
    if not boxes:
        page = grid.pages[0] if grid.pages else 1
        headed, listed, heading = heading_above(file, page, float("inf"))
        return ItemGrid(grid, headed or bool(TABLE_HEADING.search(own)), listed, (page, 0.0), heading)
    page, top = min((number, box[1]) for number, box in boxes)
    headed, listed, heading = heading_above(file, page, top)
    end = max((number, box[3]) for number, box in boxes)
    return ItemGrid(grid, headed or bool(TABLE_HEADING.search(own)), listed, end, heading)


def heading_above(file: FileLines, number: int, top: float) -> tuple[bool, bool, str]:
    """Whether the nearest heading above names the table, or a list of contents; and the last lines above."""
    lines = [line for line in file.page(number).lines if line.y0 < top] if number <= len(file.pages) else []
    if number > 1:
        lines = [*file.page(number - 1).lines[-_LINES_BEFORE:], *lines]
    lines = [line for line in lines if len(line.words) <= _LONGEST_HEADING]
    above = "\n".join(line.text for line in lines[-_LINES_BEFORE:])
    texts = [line.text for line in lines if not _heads_columns(line)]
    named = [text for text in texts if TABLE_HEADING.search(text) or names_list(text)]
    if not named:
        return False, any(map(heads_a_list, texts)), above
    headed = bool(TABLE_HEADING.search(named[-1]))
    return headed, not headed, above


def _heads_columns(line: Line) -> bool:
    """Whether a line is a table's row of heads, one of which may be "Contents"."""
    parts = [" ".join(word.text for word in words) for words in segments(line)]
    return len(parts) > 1 and not TABLE_HEADING.search(line.text) and any(map(heads_codes, parts))


def _run(part: Part, number: int, parts: Mapping[int, Sequence[Part]], taken: set[tuple[int, int]]) -> tuple[Part, ...]:
    """The part with those on the pages that follow: in the same column, of other items labelled alike."""
    run = [part]
    ids = set(part.ids)
    while following := next(
        (
            (place, other)
            for place, other in enumerate(parts.get(number + 1, ()))
            if abs(other.x0 - part.x0) <= _WANDERS and not ids & other.ids and _style(other) == _style(part)
        ),
        None,
    ):
        number += 1
        taken.add((number, following[0]))
        run.append(following[1])
        ids |= following[1].ids
    return tuple(run)


def _with_ends(
    run: tuple[Part, ...], file: FileLines, bodies: Mapping[int, Sequence[Line]], codes: Sequence[str]
) -> tuple[Part, ...]:
    """The parts with a row or two of the same table that stand alone on the page before or after."""
    before, after = run[0].page.number - 1, run[-1].page.number + 1
    begun = any(names_part(line) and TABLE_HEADING.search(line.text) for line in _above_first(run[0]))
    if before in bodies and not begun and (head := rest_of(run, file.page(before), bodies[before], codes, before=True)):
        run = (head, *run)
    if after in bodies and (tail := rest_of(run, file.page(after), bodies[after], codes, before=False)):
        run = (*run, tail)
    return run


def _above_first(part: Part) -> Iterator[Line]:
    """The lines of a part's page above its first item."""
    return (line for line in part.body if line.y1 <= part.marks[0].anchor.y0 + 1)


def _style(part: Part) -> tuple[bool, bool]:
    label = part.marks[0].label
    return bool(label.word), label.id[:1].isdecimal()


def _halves(parts: Sequence[Part]) -> Iterator[tuple[Part, Part]]:
    """Two columns of labels side by side with different items, each with its part of the page, cut at a white gap."""
    for one in parts:
        for two in parts:
            apart = two.x0 - one.x0 > _HALF * one.page.page.width
            if apart and not one.ids & two.ids and _style(one) == _style(two) and _level(one, two):
                for cut in _rivers(one, two):
                    yield _clipped(one, 0.0, cut), _clipped(two, cut, one.page.page.width + 1)


def _level(one: Part, two: Part) -> bool:
    """Whether two columns stand beside each other and the right one counts on."""
    beside = one.marks[0].anchor.y0 < two.marks[-1].anchor.y1 and two.marks[0].anchor.y0 < one.marks[-1].anchor.y1
    return beside and id_key(one.marks[0].label.id) < id_key(two.marks[0].label.id)


def _rivers(one: Part, two: Part) -> list[float]:
    """Upright white gaps between two columns of labels, the widest first."""
    top = min(part.marks[0].anchor.y0 for part in (one, two))
    low = max(part.marks[-1].anchor.y1 for part in (one, two))
    left, right = max(mark.anchor.x0 for mark in one.marks) + 1, two.x0
    words = [word for line in one.body if top - 1 <= line.y0 <= low for word in line.words]
    inside = [word for word in words if word.x1 > left and word.x0 <= right + 0.5]
    edges = sorted((max(word.x0, left), min(word.x1, right + 1)) for word in inside)
    gaps: list[tuple[float, float]] = []
    reached = left
    for x0, x1 in edges:
        if x0 - reached >= _RIVER:
            gaps.append((x0 - reached, _cut_at(one, reached, x0)))
        reached = max(reached, x1)
    return [at for _, at in sorted(gaps, reverse=True)[:_RIVERS]]


def _cut_at(part: Part, left: float, right: float) -> float:
    """Where a white gap is cut: between the borders of two tables, on the one that they share, or before the words."""
    drawn = [at for at in positions(verticals(part.page.page.rulings)) if left - 1 <= at <= right + 1]
    if len(drawn) > 1:
        return (drawn[-2] + drawn[-1]) / 2
    return drawn[0] if drawn else right - min(3.0, (right - left) / 2)


def _clipped(part: Part, left: float, right: float) -> Part:
    """The part on its half of the page."""
    whole = part.page.page
    words = tuple(word for word in whole.words if left <= (word.x0 + word.x1) / 2 < right)
    rulings = tuple(
        ruling._replace(x0=max(ruling.x0, left), x1=min(ruling.x1, right))
        for ruling in whole.rulings
        if max(ruling.x0, ruling.x1) >= left and min(ruling.x0, ruling.x1) <= right
    )
    lines = lines_of(words)
    page = part.page._replace(page=replace(whole, words=words, rulings=rulings, certainty=()), lines=lines)
    low, high = (part.body[0].y0, part.body[-1].y1) if part.body else (0.0, whole.height)
    return Part(page, tuple(line for line in lines if low - 1 <= line.y0 and line.y1 <= high + 1), part.marks)
