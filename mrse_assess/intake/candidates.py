"""Candidate tables: runs of pages with sub-category codes under each other, and tables that files hold themselves."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from mrse_assess.intake.anchors import Anchor, anchors_of, columns, distinct
from mrse_assess.intake.grid import Grid, native_grid, pages_grid
from mrse_assess.intake.lines import FileLines, Line, PageLines
from mrse_assess.intake.region import Region, find_region
from mrse_assess.intake.rulings import positions, verticals
from mrse_assess.intake.running import body_lines, running_keys
from mrse_assess.model.pages import NativeTable

TABLE_HEADING: Final = re.compile(
    r"cross[\s\-\u2010\u2011]*referenc|x-ref|evidence\s+(?:map|matrix|grid)", re.IGNORECASE
)
LIST_HEADING: Final = re.compile(
    r"\bcontents\b|\bindex of\b|\blist of (?:evidence|items|documents)\b|\bevidence (?:list|index)\b", re.IGNORECASE
)
CLOSING: Final = re.compile(
    r"\bauthenticat|\breferee\b|\bi (?:confirm|certify|declare)\b|\bdeclaration\b", re.IGNORECASE
)

_SEED: Final = 3  # codes under each other on a page that make it worth a look
_COLUMNS_A_PAGE: Final = 3
_ALIGNED: Final = 14.0  # points that the code column may wander from page to page
_MOST_RUNS: Final = 40
_LINES_ABOVE: Final = 6
_LONGEST_HEADING: Final = 13  # words
_SAME_EDGE: Final = 4.0  # points between column edges of two pages taken for the same


class Candidate(NamedTuple):
    """A grid that may be the table, with the words above it and where it ends."""

    grid: Grid
    heading: str
    end_page: int
    end_y: float


class _Column(NamedTuple):
    page: PageLines
    body: tuple[Line, ...]
    anchors: tuple[Anchor, ...]

    @property
    def x0(self) -> float:
        return min(anchor.x0 for anchor in self.anchors)


def candidates(file: FileLines, codes: Sequence[str]) -> tuple[Candidate, ...]:
    """Every grid of the file that holds codes as a table would, in the order of the pages; native tables first."""
    native = tuple(_native(file, table) for table in file.reading.tables if table.rows)
    if native:
        return native
    keys = running_keys(file)
    bodies = {page.number: body_lines(page, keys) for page in file.pages}
    found = [
        candidate for run in _runs(file, bodies, codes) if (candidate := _candidate(file, run, bodies)) is not None
    ]
    return tuple(found)


def _native(file: FileLines, table: NativeTable) -> Candidate:
    """A table of the file's own, with the words above it and its end where its place in the rendering is known."""
    placed = [
        (cell.page, cell.box) for row in table.rows for cell in row if cell.page is not None and cell.box is not None
    ]
    heading, end = "", (table.pages[-1] if table.pages else 1, 0.0)
    if placed:
        number, top = min((page, box[1]) for page, box in placed)
        heading = "\n".join([line.text for line in file.page(number).lines if line.y1 <= top + 2][-_LINES_ABOVE:])
        end = max((page, box[3]) for page, box in placed)
    return Candidate(native_grid(file.file, table), heading, *end)


def _candidate(file: FileLines, run: Sequence[_Column], bodies: dict[int, tuple[Line, ...]]) -> Candidate | None:
    regions = [
        find_region(column.page, column.anchors, column.body, continued=index > 0) for index, column in enumerate(run)
    ]
    regions.extend(_tail(file, regions[-1], bodies))
    grid = pages_grid(regions)
    if not grid.rows:
        return None
    top = regions[0].top
    above = [line.text for line in run[0].page.lines if line.y1 <= top + 2][-_LINES_ABOVE:]
    if not any(TABLE_HEADING.search(text) or LIST_HEADING.search(text) for text in above):
        above = [line.text for line in run[0].page.lines[:4]] + above
    return Candidate(grid, "\n".join(above), regions[-1].page.number, regions[-1].bottom)


def _runs(file: FileLines, bodies: dict[int, tuple[Line, ...]], codes: Sequence[str]) -> list[list[_Column]]:
    per_page = [tuple(_page_columns(page, bodies[page.number], codes)) for page in file.pages]
    used: set[tuple[int, int]] = set()
    runs: list[list[_Column]] = []
    for index, found in enumerate(per_page):
        for place, column in enumerate(found):
            if (index, place) in used or not _is_seed(column, best=place == 0):
                continue
            run = [column]
            for later, next_found in enumerate(per_page[index + 1 :], start=index + 1):
                following = _following(run[-1], next_found, codes)
                if following is None:
                    break
                used.add((later, following))
                run.append(next_found[following])
            earlier = _following_back(run[0], per_page[index - 1], codes) if index else None
            if earlier is not None and (index - 1, earlier) not in used:
                run.insert(0, per_page[index - 1][earlier])
            runs.append(run)
            if len(runs) >= _MOST_RUNS:
                return runs
    return runs


def _is_seed(column: _Column, *, best: bool = True) -> bool:
    headed = best and any(TABLE_HEADING.search(line.text) for line in column.page.lines)
    return distinct(column.anchors) >= (1 if headed else _SEED)


def _page_columns(page: PageLines, body: tuple[Line, ...], codes: Sequence[str]) -> Iterator[_Column]:
    """The best few columns of codes on a page; one that a heading cuts in two counts as two."""
    taken: set[Anchor] = set()
    given = 0
    for column in columns(anchors_of(page._replace(lines=body), codes)):
        fresh = [anchor for anchor in column if anchor not in taken]
        if given >= _COLUMNS_A_PAGE or len(fresh) < 0.5 * len(column) or not distinct(column):
            continue
        taken.update(column)
        given += 1
        for part in _cut_by_headings(column, body):
            if distinct(part):
                yield _Column(page, body, part)


def _cut_by_headings(column: Sequence[Anchor], body: Sequence[Line]) -> Iterator[tuple[Anchor, ...]]:
    cuts = [
        line.y0
        for line in body
        if len(line.words) <= _LONGEST_HEADING
        and (TABLE_HEADING.search(line.text) or LIST_HEADING.search(line.text) or CLOSING.search(line.text))
    ]
    part: list[Anchor] = []
    for anchor in column:
        if part and any(part[-1].y1 <= cut < anchor.y0 for cut in cuts):
            yield tuple(part)
            part = []
        part.append(anchor)
    if part:
        yield tuple(part)


def _following(column: _Column, found: Sequence[_Column], codes: Sequence[str]) -> int | None:
    last = _places(column, codes)[-1]
    for place, other in enumerate(found):
        if abs(other.x0 - column.x0) <= _ALIGNED and _places(other, codes)[0] >= last:
            return place
    return None


def _following_back(column: _Column, found: Sequence[_Column], codes: Sequence[str]) -> int | None:
    first = _places(column, codes)[0]
    for place, other in enumerate(found):
        if abs(other.x0 - column.x0) <= _ALIGNED and _places(other, codes)[-1] <= first and not _is_seed(other):
            return place
    return None


def _places(column: _Column, codes: Sequence[str]) -> list[int]:
    return [codes.index(anchor.code) for anchor in column.anchors if anchor.code]


def _tail(file: FileLines, last: Region, bodies: dict[int, tuple[Line, ...]]) -> list[Region]:
    """The end of a row broken over a page: the next page begins with the same drawn columns and no code."""
    number = last.page.number + 1
    if not last.edges or number > len(file.pages):
        return []
    page = file.page(number)
    body = bodies[number]
    if not body:
        return []
    drawn = positions(verticals(page.page.rulings))
    if sum(any(abs(at - edge) <= _SAME_EDGE for at in drawn) for edge in last.edges) < len(last.edges):
        return []
    region = find_region(page, (), body, continued=True)
    return [region] if len(region.edges) == len(last.edges) else []
