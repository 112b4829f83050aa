"""Candidate tables: runs of pages with sub-category codes under each other, and tables that files hold themselves."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from mrse_assess.intake.grids.columns import Run, bodies_of, distinct_in, is_headed, runs
from mrse_assess.intake.grids.delimited import Delimited, delimited_grids
from mrse_assess.intake.grids.grid import Grid, native_grid, pages_grid
from mrse_assess.intake.grids.region import Region, find_region
from mrse_assess.intake.grids.rulings import positions, verticals
from mrse_assess.intake.grids.written_codes import usual_codes, usual_table
from mrse_assess.intake.text.lines import FileLines, Line
from mrse_assess.intake.text.part_headings import CLOSING, TABLE_HEADING, names_list
from mrse_assess.model.pages import NativeTable

__all__ = ["CLOSING", "TABLE_HEADING", "Candidate", "candidates", "find_candidates"]

_LINES_ABOVE: Final = 6
_SAME_EDGE: Final = 4.0  # points between column edges of two pages taken for the same
_WHOLE: Final = 10  # codes that make a run likely to be the table, whatever else there is
_PAGES_AFTER: Final = 2
_FEWEST: Final = 3  # codes that a run must have where there is nothing else
_RIVAL: Final = 6  # codes that a run without a heading must have then, or where no run has one


class Candidate(NamedTuple):
    """A grid that may be the table, with the words above it and where it ends; ``half``: beside another on its page.

    ``regions`` are where it stands, from which it can be cut otherwise; () for a table of the file's own.
    """

    grid: Grid
    heading: str
    end_page: int
    end_y: float
    half: bool = False
    regions: tuple[Region, ...] = ()


class _Seen(NamedTuple):
    file: FileLines
    bodies: Mapping[int, tuple[Line, ...]]
    run: Run


def find_candidates(files: Sequence[FileLines], codes: Sequence[str]) -> tuple[Candidate, ...]:
    """Every grid of the files that holds codes as a table would; of pages only those beside which no better one is."""
    found = [_native(file, usual_table(each, codes)) for file in files for each in file.reading.tables if each.rows]
    exported = [(file, each) for file in files for each in delimited_grids(file, codes)]
    found.extend(_exported(file, each) for file, each in exported)
    seen = [
        each for file in files if not any(table.rows for table in file.reading.tables) for each in _seen(file, codes)
    ]
    pages = {(file.file, page) for file, each in exported for page in each.grid.pages}
    seen = [each for each in seen if (each.file.file, each.run[0].page.number) not in pages]
    leads = [each for each in seen if is_headed(each.run) or distinct_in(each.run) >= _WHOLE]
    if not leads or any(distinct_in(each.run) >= _WHOLE for each in leads):
        some = [each for each in seen if distinct_in(each.run) >= _RIVAL or each.run[0].half or _near(each, leads)]
        small = [] if some or found else [each for each in seen if distinct_in(each.run) >= _FEWEST]
        seen = some or small
    found.extend(candidate for each in seen if (candidate := _candidate(each)) is not None)
    return tuple(found)


def _near(seen: _Seen, leads: Sequence[_Seen]) -> bool:
    """Whether a run is one of the likely tables, or stands on the pages right after one."""
    first = seen.run[0].page.number
    return any(
        each.file.file == seen.file.file and each.run[0].page.number <= first <= each.run[-1].page.number + _PAGES_AFTER
        for each in leads
    )


def candidates(file: FileLines, codes: Sequence[str]) -> tuple[Candidate, ...]:
    """The candidates of one file."""
    return find_candidates((file,), codes)


def _seen(file: FileLines, codes: Sequence[str]) -> Iterator[_Seen]:
    file = usual_codes(file, codes)
    bodies = bodies_of(file)
    return (_Seen(file, bodies, run) for run in runs(file, bodies, codes))


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


def _exported(file: FileLines, table: Delimited) -> Candidate:
    """A table written with signs between its cells."""
    lines = file.page(table.grid.pages[0]).lines
    heading = "\n".join([line.text for line in lines if line.y1 <= table.top + 2][-_LINES_ABOVE:])
    return Candidate(table.grid, heading, *table.end)


def _candidate(seen: _Seen) -> Candidate | None:
    run = seen.run
    regions = [
        find_region(column.page, column.anchors, column.body, continued=index > 0) for index, column in enumerate(run)
    ]
    if not run[0].half:
        regions.extend(_tail(seen.file, regions[-1], seen.bodies))
    grid = pages_grid(regions)
    if not grid.rows:
        return None
    top = regions[0].top
    lines = seen.file.page(run[0].page.number).lines
    above = [line.text for line in lines if line.y1 <= top + 2][-_LINES_ABOVE:]
    if not any(TABLE_HEADING.search(text) or names_list(text) for text in above):
        above = [line.text for line in lines[:4]] + above
    return Candidate(grid, "\n".join(above), regions[-1].page.number, regions[-1].bottom, run[0].half, tuple(regions))


def _tail(file: FileLines, last: Region, bodies: Mapping[int, tuple[Line, ...]]) -> list[Region]:
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
