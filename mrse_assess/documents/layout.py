"""Lay a sheet out on A4 with PyMuPDF's Story. Runs in the worker.

A Story cannot split a table row over two pages: what does not fit is lost without a word. Grids are therefore laid out
here, one Story a cell, so that a row of any height goes on over the page and every cell's place is known.
"""
# mypy: disable-error-code="no-untyped-call"
# The PDF library carries no types for most of its calls.

from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any

from mrse_assess.documents.sheets import Cell, Flow, Grid, Label, Sheet, Turn
from mrse_assess.documents.unicode_maps import repair_unicode_maps
from mrse_assess.model.places import Box

if TYPE_CHECKING:
    import pymupdf

A4 = (595.0, 842.0)
MARGIN = 51.0
_PADDING = (4.0, 2.5)  # left and right, top and bottom of a cell
_LEAST_ROW = 14.0
_WHOLE_SHARE = 0.45  # a row up to this share of the page is moved to the next page rather than split
_LEAST_PIECE = 40.0  # of a split row, left on the page it begins on
_ENDLESS = 1_000_000.0
_TRIMS = (0.0, 0.37, 0.91, 2.3, 4.7)  # points a box is made lower by when the library loses its place at its bottom
_TRAILING = 7.0  # points by which the last paragraph's own margin may pass the bottom
_SLACK = 0.05  # points; rounding of a height that was measured

CSS = """
* {font-family: sans-serif}
body {margin: 0; font-size: 10pt; overflow-wrap: break-word}
p {margin: 0 0 5pt 0; line-height: 1.25}
h1 {font-size: 17pt; margin: 8pt 0 6pt 0} h2 {font-size: 14pt; margin: 8pt 0 5pt 0}
h3 {font-size: 12pt; margin: 6pt 0 4pt 0} h4, h5, h6 {font-size: 11pt; margin: 5pt 0 3pt 0}
.line {margin: 0; white-space: pre-wrap}
.mark {color: #8a3200; font-size: 8pt}
.mono {font-family: monospace; font-size: 8.5pt}
.ins {color: #0b5a2a; text-decoration: underline}
.del {color: #a11212; text-decoration: line-through}
.box {border: 0.7pt solid #777777; padding: 4pt; margin: 3pt 0 6pt 0}
.aside {border: 0.7pt solid #bbbbbb; padding: 3pt 5pt; margin: 0 0 8pt 0; color: #444444; font-size: 8.5pt}
table {border-collapse: collapse; width: 100%}
td, th {border: 0.7pt solid #777777; padding: 2pt 4pt; vertical-align: top; text-align: left}
"""


@dataclass(frozen=True, kw_only=True)
class Laid:
    """The PDF, its number of pages, where each element with an id stands on them, and whether anything was cut."""

    pdf: bytes
    pages: int
    places: Mapping[str, tuple[tuple[int, Box], ...]]
    cut: bool


def lay_out(sheet: Sheet, page_limit: int) -> Laid:
    """The sheet as a PDF of at most ``page_limit`` pages."""
    press = _Press(sheet.pictures, page_limit)
    for segment in sheet.segments:
        if press.full:
            break
        match segment:
            case Turn():
                press.label = segment.label or press.label
                press.turn(landscape=segment.landscape, forced=segment.forced)
            case Label():
                press.label = segment.label
            case Flow():
                press.flow(segment.html)
            case Grid():
                press.grid(segment)
    return press.finish()


@dataclass
class _Open:
    """A cell while it is being laid out: its Story, its box's left, right and present top, the row it ends with."""

    story: "pymupdf.Story"
    cell: Cell
    left: float
    right: float
    top: float
    last_row: int
    more: bool = True

    def text_box(self, bottom: float) -> tuple[float, float, float, float]:
        across, down = _PADDING
        return (self.left + across, self.top + down, max(self.right - across, self.left + across + 6), bottom - down)

    def height(self) -> float:
        """The height that what is left of the cell needs, padding included."""
        if not self.more:
            return 0.0
        left, top, right, _ = self.text_box(_ENDLESS)
        _, filled = self.story.place((left, top, right, top + _ENDLESS))
        return max(float(filled[3]) - top, 0.0) + 2 * _PADDING[1] + _SLACK


@dataclass
class _Press:
    """Prints segments one after another; knows the page and how far down it is."""

    pictures: Mapping[str, bytes]
    page_limit: int
    landscape: bool = False
    page: int = 0
    y: float = 0.0
    cut: bool = False
    label: str | None = None
    labels: dict[int, str | None] = field(default_factory=dict)
    places: dict[str, dict[int, Box]] = field(default_factory=dict)
    boxes: list[tuple[int, Box, bool, str | None]] = field(default_factory=list)  # page, cell box, bordered, shade

    def __post_init__(self) -> None:
        import pymupdf

        self._buffer = BytesIO()
        self._writer = pymupdf.DocumentWriter(self._buffer)
        self._archive = pymupdf.Archive()
        for name, content in self.pictures.items():
            self._archive.add((content, name))
        self._device: Any = None
        self._used = False  # whether anything stands on the present page

    @property
    def size(self) -> tuple[float, float]:
        return (A4[1], A4[0]) if self.landscape else A4

    @property
    def bottom(self) -> float:
        return self.size[1] - MARGIN

    @property
    def width(self) -> float:
        return self.size[0] - 2 * MARGIN

    @property
    def full(self) -> bool:
        return self.page > self.page_limit

    def turn(self, *, landscape: bool, forced: bool) -> None:
        """Begin a new page, unless nothing stands on this one and it lies the right way."""
        if self._device is None and forced:
            self._new_page(landscape=landscape)
        if self._device is not None and not self._used and landscape == self.landscape and not forced:
            self.labels[self.page] = self.label
            return
        self._new_page(landscape=landscape)

    def flow(self, html: str) -> None:
        """Lay paragraphs out from here on, over as many pages as they need."""
        if (self._device is None or self.bottom - self.y < _LEAST_ROW) and not self._new_page(landscape=self.landscape):
            return
        story = self._story(html)
        stuck = 0
        while True:
            more, reached = self._fit(story, (MARGIN, self.y, self.size[0] - MARGIN, self.bottom))
            self._print(story)
            if not more:
                self.y = min(max(self.y, reached), self.bottom)
                return
            stuck = 0 if reached - self.y > 1 else stuck + 1
            if stuck > 1:
                self.cut = True
                return
            if not self._new_page(landscape=self.landscape):
                return

    def grid(self, grid: Grid) -> None:
        """Lay a table out row by row."""
        if (self._device is None or self.bottom - self.y < _LEAST_ROW) and not self._new_page(landscape=self.landscape):
            return
        edges = _edges(grid.widths, self.width)
        spanning: list[_Open] = []
        for index, row in enumerate(grid.rows):
            cells = spanning + [self._open(cell, edges, index, len(grid.rows)) for cell in row]
            if not self._row(cells, index, bordered=grid.bordered):
                return
            spanning = [cell for cell in cells if cell.last_row > index]
        self.y += 6.0

    def _open(self, cell: Cell, edges: list[float], row: int, rows: int) -> _Open:
        last = min(cell.column + cell.columns, len(edges) - 1)
        first = min(cell.column, last - 1)
        ends = min(row + cell.rows, rows) - 1
        return _Open(self._story(cell.html), cell, MARGIN + edges[first], MARGIN + edges[last], self.y, ends)

    def _row(self, cells: list[_Open], index: int, *, bordered: bool) -> bool:
        """Lay one row out, over the page where it must; False when the page limit was met."""
        while True:
            need = self._needed(cells, index)
            if self.y + need <= self.bottom + _SLACK:
                self.y += need
                for cell in cells:
                    if cell.last_row <= index:
                        self._close(cell, self.y, bordered=bordered)
                return True
            move_whole = need <= (self.bottom - MARGIN) * _WHOLE_SHARE or self.bottom - self.y < _LEAST_PIECE
            fresh = self.y <= MARGIN + _SLACK
            begun = [cell for cell in cells if cell.top < self.y - _SLACK]
            for cell in begun if move_whole and not fresh else cells:
                self._close(cell, self.y if move_whole and not fresh else self.bottom, bordered=bordered)
            if not self._new_page(landscape=self.landscape):
                return False
            for cell in cells:
                cell.top = self.y

    def _needed(self, cells: list[_Open], index: int) -> float:
        """How tall the row must be for the cells that end with it."""
        ending = [cell.height() - (self.y - cell.top) for cell in cells if cell.last_row <= index]
        return max([_LEAST_ROW, *ending])

    def _close(self, cell: _Open, bottom: float, *, bordered: bool) -> None:
        """Print as much of the cell as fits above ``bottom`` and note its box."""
        if bottom - cell.top < 1:
            return
        if cell.more:
            more, reached = self._fit(cell.story, cell.text_box(bottom + _SLACK))
            self._print(cell.story)
            whole_page = bottom - cell.top > self.bottom - MARGIN - 1
            stands_still = more and whole_page and reached - cell.top < 1 + _PADDING[1]
            self.cut = self.cut or stands_still
            cell.more = more and not stands_still
        box = (cell.left, cell.top, cell.right, bottom)
        self.boxes.append((self.page, box, bordered, cell.cell.shade))
        if cell.cell.id is not None:
            self.places.setdefault(cell.cell.id, {})[self.page] = box

    def _fit(self, story: "pymupdf.Story", box: Box) -> tuple[bool, float]:
        """Place what fits into the box: whether more is left, and how far down it reaches.

        Where a line ends exactly at the bottom, the library loses its place and drops what follows; what it
        says it filled then lies far below the box, and a box a little lower helps.
        """
        left, top, right, bottom = box
        for trim in _TRIMS:
            more, filled = story.place((left, top, right, bottom - trim))
            if float(filled[3]) <= bottom - trim + _TRAILING:
                return bool(more), float(filled[3])
        self.cut = True
        return False, bottom

    def _story(self, html: str) -> "pymupdf.Story":
        import pymupdf

        return pymupdf.Story(html=html, user_css=CSS, archive=self._archive)

    def _print(self, story: "pymupdf.Story") -> None:
        def note(position: Any) -> None:  # the library counts a method's self as an argument, so no method
            self._note_place(position)

        story.element_positions(note)
        story.draw(self._device)
        self._used = True

    def _note_place(self, position: Any) -> None:
        """Remember where an element with an id stands; its box grows over the lines it covers."""
        if not position.id:
            return
        left, top, right, bottom = (float(value) for value in position.rect)
        known = self.places.setdefault(position.id, {}).get(self.page)
        if known is not None:
            left, top, right, bottom = (
                min(left, known[0]),
                min(top, known[1]),
                max(right, known[2]),
                max(bottom, known[3]),
            )
        self.places[position.id][self.page] = (left, top, right, bottom)

    def _new_page(self, *, landscape: bool) -> bool:
        """Go on at the top of a new page; False when there may be no more of them."""
        if self._device is not None:
            self._writer.end_page()
            self._device = None
        self.page += 1
        if self.full:
            self.cut = True
            return False
        self.landscape = landscape
        self.labels[self.page] = self.label
        self._device = self._writer.begin_page((0, 0, *self.size))
        self.y = MARGIN
        self._used = False
        return True

    def finish(self) -> Laid:
        """Close the file, draw the cells' borders and shades, and make the fonts small."""
        import pymupdf

        if self.page == 0:
            self._new_page(landscape=False)
        if self._device is not None:
            self._writer.end_page()
        self._writer.close()
        with pymupdf.open("pdf", self._buffer.getvalue()) as document:
            self._draw_boxes(document)
            self._name_pages(document)
            repair_unicode_maps(document)
            document.subset_fonts()
            pdf = document.tobytes(garbage=4 if self.pictures else 3, deflate=True, no_new_id=True)
            pages = document.page_count
        places = {name: tuple(sorted(found.items())) for name, found in self.places.items()}
        return Laid(pdf=pdf, pages=pages, places=places, cut=self.cut)

    def _name_pages(self, document: "pymupdf.Document") -> None:
        """Write the labels into the file, so that its pages are read with them like any PDF's."""
        if any(self.labels.values()):
            labels = [
                {"startpage": page - 1, "prefix": label or "", "style": "", "firstpagenum": 1}
                for page, label in sorted(self.labels.items())
            ]
            document.set_page_labels(labels)

    def _draw_boxes(self, document: "pymupdf.Document") -> None:
        by_page: dict[int, list[tuple[Box, bool, str | None]]] = {}
        for page, box, bordered, shade in self.boxes:
            by_page.setdefault(page, []).append((box, bordered, shade))
        for number, boxes in by_page.items():
            paper = document[number - 1]
            under, over = paper.new_shape(), paper.new_shape()
            for box, bordered, shade in boxes:
                if shade is not None:
                    under.draw_rect(box)
                    under.finish(fill=_colour(shade), color=None, width=0)
                if bordered:
                    over.draw_rect(box)
            under.commit(overlay=False)
            over.finish(color=(0.35, 0.35, 0.35), width=0.7)
            over.commit()


def _edges(widths: tuple[float, ...], room: float) -> list[float]:
    """The left edge of each column and the right edge of the last, scaled down to the room."""
    scale = min(1.0, room / max(sum(widths), 1.0))
    edges = [0.0]
    for width in widths:
        edges.append(edges[-1] + width * scale)
    return edges


def _colour(shade: str) -> tuple[float, ...]:
    """("#rrggbb") as three shares of one."""
    return tuple(int(shade[at : at + 2], 16) / 255 for at in (1, 3, 5))
