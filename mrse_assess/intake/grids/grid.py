"""A table on one or more pages as rows of cells: from ruling lines where they are drawn, else from white space.

Codes that stand under each other (anchors) say where rows begin when no line does. What the cells mean is not decided
here. Merged cells are repeated in every place that they cover, as :class:`mrse_assess.model.pages.NativeTable` does.
"""

from bisect import bisect_right
from collections.abc import Callable, Collection, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from mrse_assess.intake.grids.bands import repeated_headers, row_bounds
from mrse_assess.intake.grids.region import Region
from mrse_assess.intake.grids.rivers import river_edges
from mrse_assess.intake.grids.rulings import covered
from mrse_assess.intake.text.lines import PageLines, box_of, lines_of
from mrse_assess.model.pages import NativeTable, Word
from mrse_assess.model.places import Box
from mrse_assess.terms import TextSource

_COVERED: Final = 0.5  # share of a column's width that a line must cover to end a cell there
_CLOSE: Final = 0.4  # line heights between words of running text
_MOST_MERGED: Final = 3  # codes beside one cell; no category has more sub-categories


class Cell(NamedTuple):
    """A cell's text, line breaks kept, and its place; page and box are None where the file has no pages.

    ``heights`` are the middles of its lines, in points from the page's top; () where they are not known.
    """

    text: str
    page: int | None
    box: Box | None
    heights: tuple[float, ...] = ()


class Row(NamedTuple):
    """One row. ``flows``: its text runs across columns, as a heading does. ``new_page``: the first of its page."""

    cells: tuple[Cell, ...]
    page: int | None
    flows: bool = False
    new_page: bool = False


class Grid(NamedTuple):
    """Rows of one table of one file, each with as many cells. ``native``: the file itself holds the table.

    ``recognised`` are its pages whose words were read from a picture.
    """

    file: str
    rows: tuple[Row, ...]
    pages: tuple[int, ...]
    native: bool = False
    ruled: bool = False
    recognised: frozenset[int] = frozenset()


def native_grid(file: str, table: NativeTable) -> Grid:
    """The grid of a table that the file itself holds."""
    width = max((len(row) for row in table.rows), default=0)
    rows: list[Row] = []
    for row in table.rows:
        cells = tuple(Cell(cell.text, cell.page, cell.box) for cell in row)
        cells += (Cell("", None, None),) * (width - len(cells))
        texts = {cell.text.strip() for cell in cells}
        rows.append(Row(cells, row[0].page if row else None, flows=len(texts) == 1 and width > 1))
    return Grid(file, tuple(rows), table.pages, native=True, ruled=True)


def pages_grid(
    regions: Sequence[Region],
    cut: Callable[[Sequence[Region]], tuple[float, ...]] = river_edges,
    *,
    level: bool = False,
) -> Grid:
    """The grid of a table that stands in the regions, one region a page, in order.

    ``cut`` tells the columns where no upright lines do; ``level``: rows begin at the height of their codes.
    """
    shared = cut(regions)
    headers = repeated_headers(regions)
    rows: list[Row] = []
    for region in regions:
        rows.extend(_page_rows(region, region.edges or shared, headers, level=level))
    width = max((len(row.cells) for row in rows), default=0)
    filled = tuple(
        row._replace(cells=row.cells + (Cell("", row.page, None),) * (width - len(row.cells))) for row in rows
    )
    pages = tuple(region.page.number for region in regions)
    read = frozenset(each.page.number for each in regions if each.page.page.text_source is not TextSource.WRITTEN)
    ruled = any(region.edges for region in regions)
    return Grid(regions[0].page.file, filled, pages, ruled=ruled, recognised=read)


def _page_rows(region: Region, edges: Sequence[float], headers: Collection[str], *, level: bool) -> list[Row]:
    words = [word for word in region.page.page.words if region.holds(word)]
    bounds, drawn = row_bounds(region, words, headers, level=level)
    columns, bands = len(edges) - 1, len(bounds) - 1
    if columns < 1 or bands < 1:
        return []
    content: list[list[list[Word]]] = [[[] for _ in range(columns)] for _ in range(bands)]
    for word in words:
        band = min(max(bisect_right(bounds, (word.y0 + word.y1) / 2) - 1, 0), bands - 1)
        column = min(max(bisect_right(edges, (word.x0 + word.x1) / 2) - 1, 0), columns - 1)
        content[band][column].append(word)
    merged = _merge(region, edges, bounds, drawn, content)
    rows: list[Row] = []
    for band in range(bands):
        if any(merged[band]):
            cells = tuple(_cell(region.page, words) for words in merged[band])
            flat = [word for column in content[band] for word in column]
            rows.append(Row(cells, region.page.number, flows=_flows(region, flat, edges), new_page=not rows))
    return rows


def _cell(page: PageLines, words: list[Word]) -> Cell:
    lines = lines_of(tuple(words))
    heights = tuple((line.y0 + line.y1) / 2 for line in lines)
    return Cell("\n".join(line.text for line in lines), page.number, box_of(words), heights)


def _merge(
    region: Region, edges: Sequence[float], bounds: Sequence[float], drawn: set[float], content: list[list[list[Word]]]
) -> list[list[list[Word]]]:
    """The words of each place, those of cells without a line between them taken together and repeated."""
    merged = [list(band) for band in content]
    reach = _reach(region, edges)
    lost = _lost_lines(region, edges, bounds, reach)
    for column in range(len(edges) - 1):
        start = 0
        for band in range(1, len(bounds)):
            inside = band < len(bounds) - 1
            open_cell = (
                inside
                and bounds[band] in drawn
                and not _ends(region, bounds[band], reach[column], reach[column + 1])
                and not (band in lost and content[band - 1][column] and content[band][column])
            )
            if open_cell:
                continue
            if band - start > 1 and not _is_unruled(region, bounds[start : band + 1], content[start:band], column):
                together = [word for place in range(start, band) for word in content[place][column]]
                for place in range(start, band):
                    merged[place][column] = together
            start = band
    return merged


def _lost_lines(region: Region, edges: Sequence[float], bounds: Sequence[float], reach: Sequence[float]) -> set[int]:
    """On a recognised page, the bounds between two codes where the line that parts them was not seen beside them.

    Elsewhere it was: where it is missing between words of further columns, it was not seen there either.
    """
    if region.page.page.text_source is TextSource.WRITTEN:
        return set()
    found: set[int] = set()
    for column, (left, right) in enumerate(pairwise(edges)):
        codes = [each for each in region.anchors if left - 2 <= (each.x0 + each.x1) / 2 <= right]
        bands = sorted({bisect_right(bounds, each.last) - 1 for each in codes})
        open_bands = [
            band
            for band in range(1, len(bounds) - 1)
            if not _ends(region, bounds[band], reach[column], reach[column + 1])
        ]
        heads = [bisect_right(bounds, codes[0].first) - 1] if codes else []  # the first row, below the header
        between = [second for first, second in pairwise(bands) if second - first == 1]
        found.update(band for band in (*heads, *between) if band in open_bands)
    return found


def _is_unruled(
    region: Region, bounds: Sequence[float], content: Sequence[Sequence[Sequence[Word]]], column: int
) -> bool:
    """Whether a column merely has no lines here: one cell does not stand beside many codes with words in each row."""
    beside = [bisect_right(bounds, (anchor.y0 + anchor.y1) / 2) for anchor in region.anchors]
    codes = len({place for place in beside if 0 < place < len(bounds)})
    filled = sum(bool(band[column]) for band in content)
    return codes > _MOST_MERGED and filled > 1


def _reach(region: Region, edges: Sequence[float]) -> list[float]:
    """The edges, the outer ones where the lines across end: white space ends the last column with its words."""
    found = list(edges)
    if found and region.horizontals and not region.edges:
        found[0] = min(found[0], *(stroke.start for stroke in region.horizontals))
        found[-1] = max(found[-1], *(stroke.end for stroke in region.horizontals))
    return found


def _ends(region: Region, at: float, left: float, right: float) -> bool:
    return covered(region.horizontals, at, left + 1, right - 1) >= _COVERED


def _flows(region: Region, words: Sequence[Word], edges: Sequence[float]) -> bool:
    """Whether a line of text runs across a column's edge where no line is drawn."""
    for line in lines_of(words):
        height = line.y1 - line.y0
        inner = [edge for edge in edges[1:-1] if not region.vertical_at(edge, (line.y0 + line.y1) / 2)]
        for left, right in pairwise(line.words):
            near = right.x0 - left.x1 < _CLOSE * height
            if near and any(left.x0 < edge - 1 and right.x1 > edge + 1 for edge in inner):
                return True
    return False
