"""Tables on paper: columns, cells over several rows or columns, breaks over pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from .paper import BLACK, GREY, Colour, Paper

PALE: Final[Colour] = (0.9, 0.9, 0.9)
BLUE: Final[Colour] = (0.8, 0.87, 0.95)


@dataclass(frozen=True, kw_only=True)
class Cell:
    """What a cell shows. ``up`` turns its words, ``sign`` draws a mark instead of words."""

    text: str = ""
    span: int = 1
    rows: int = 1
    bold: bool = False
    fill: Colour | None = None
    align: str = "left"
    sign: str = ""
    up: bool = False


@dataclass(frozen=True, kw_only=True)
class Look:
    """How a table is drawn. ``lines``: all, rules (below each row), book (three of them), outer or none."""

    lines: str = "all"
    size: float = 9.5
    pad: float = 4.0
    zebra: Colour | None = None
    head_fill: Colour | None = PALE
    head: int = 1
    repeat: bool = True
    split: bool = False  # a row may go on in mid-cell on the next page
    clip: bool = False  # as a spreadsheet: one line for each row, cut at the cell's edge
    middle: bool = False
    colour: Colour = BLACK
    continued: str = ""
    left: float = 0.0
    width: float = 0.0  # all that is left where it is 0
    family: str = ""


Row = Sequence[Cell | str]


@dataclass(kw_only=True)
class _Placed:
    """A cell at its place, with the lines of its words."""

    cell: Cell
    row: int
    column: int
    lines: list[str]
    bold: bool


class Grid:
    """A table that knows its widths and heights, drawn where the paper's ``y`` is."""

    def __init__(self, paper: Paper, widths: Sequence[float], rows: Sequence[Row], look: Look) -> None:
        self.paper, self.look = paper, look
        total = sum(widths)
        room = look.width or paper.width - look.left
        self.widths = [room * width / total for width in widths]
        self.cells = self._placed(rows)
        self.count = len(rows)
        self.lead = look.size * 1.22
        self.heights = self._heights()
        self.drawn = 0

    def draw(self) -> None:
        """Draw all rows, on as many pages as it takes."""
        for first, last in self._blocks():
            height = sum(self.heights[first:last])
            room = self.paper.bottom - self.paper.y
            if height > room and first >= self.look.head:
                if self.look.split and last - first == 1 and room > 3.2 * self.lead:
                    self._split(first, room)
                    continue
                self._next_page()
            self._rows(first, last)
        self.paper.y += 8

    def _next_page(self) -> None:
        if self.look.continued:
            self.paper.put(self.paper.margin, self.paper.y + 2, self.look.continued, size=8)
        self.paper.new_page(wide=self.paper.wide)
        if self.look.repeat and self.look.head:
            self._rows(0, self.look.head)

    def _left(self, column: int) -> float:
        return self.paper.margin + self.look.left + sum(self.widths[:column])

    def _wide(self, placed: _Placed) -> float:
        return sum(self.widths[placed.column : placed.column + placed.cell.span])

    def _placed(self, rows: Sequence[Row]) -> list[_Placed]:
        taken: set[tuple[int, int]] = set()
        made = []
        for at, row in enumerate(rows):
            column = 0
            for one in row:
                cell = one if isinstance(one, Cell) else Cell(text=one)
                while (at, column) in taken:
                    column += 1
                taken |= {(at + down, column + over) for down in range(cell.rows) for over in range(cell.span)}
                bold = cell.bold or at < self.look.head
                placed = _Placed(cell=cell, row=at, column=column, lines=[], bold=bold)
                placed.lines = self._lines(placed)
                made.append(placed)
                column += cell.span
        return made

    def _lines(self, placed: _Placed) -> list[str]:
        room, cell = self._wide(placed) - 2 * self.look.pad, placed.cell
        size, family = self.look.size, self.look.family
        if cell.up or not cell.text:
            return []
        if not self.look.clip or placed.row < self.look.head:
            return self.paper.wrapped(cell.text, room, size=size, bold=placed.bold, family=family)
        text = cell.text.replace("\n", " ")
        while text and self.paper.measure(text, size=size, bold=placed.bold, family=family) > room + self.look.pad:
            text = text[:-1]
        return [text]

    def _heights(self) -> list[float]:
        heights = [self.lead + 2 * self.look.pad] * self.count
        for one in self.cells:
            if one.cell.rows == 1:
                heights[one.row] = max(heights[one.row], self._tall(one))
        for one in self.cells:
            lacking = self._tall(one) - sum(heights[one.row : one.row + one.cell.rows])
            if lacking > 0:
                heights[one.row + one.cell.rows - 1] += lacking
        return heights

    def _tall(self, one: _Placed) -> float:
        if one.cell.up:
            return self.paper.measure(one.cell.text, size=self.look.size, bold=one.bold) + 2 * self.look.pad + 2
        return len(one.lines) * self.lead + 2 * self.look.pad

    def _blocks(self) -> list[tuple[int, int]]:
        """Rows that stay together: the head, and rows that a cell joins."""
        tied = {one.row + down for one in self.cells for down in range(1, one.cell.rows)}
        tied |= set(range(1, self.look.head))
        starts = [row for row in range(self.count) if row not in tied]
        return list(zip(starts, [*starts[1:], self.count], strict=True))

    def _rows(self, first: int, last: int) -> None:
        tops = {first: self.paper.y}
        for row in range(first, last):
            tops[row + 1] = tops[row] + self.heights[row]
        for one in self.cells:
            if first <= one.row < last:
                height = tops[min(last, one.row + one.cell.rows)] - tops[one.row]
                self._cell(one, tops[one.row], height, one.lines)
        self._rules(first, tops[first], tops[last])
        self.paper.y = tops[last]
        self.drawn = last

    def _split(self, row: int, room: float) -> None:
        """A row in two parts."""
        fit = int((room - 2 * self.look.pad) / self.lead)
        mine = [one for one in self.cells if one.row == row]
        for part in (0, 1):
            parts = {id(one): (one.lines[:fit], one.lines[fit:])[part] for one in mine}
            height = max(len(lines) for lines in parts.values()) * self.lead + 2 * self.look.pad
            for one in mine:
                self._cell(one, self.paper.y, height, parts[id(one)])
            self._rules(row, self.paper.y, self.paper.y + height)
            self.paper.y += height
            if part == 0:
                self._next_page()

    def _cell(self, one: _Placed, top: float, height: float, lines: Sequence[str]) -> None:
        look, paper, cell = self.look, self.paper, one.cell
        x, width = self._left(one.column), self._wide(one)
        zebra = look.zebra if one.row >= look.head and (one.row - look.head) % 2 else None
        fill = cell.fill or (look.head_fill if one.row < look.head else zebra)
        if fill or look.lines == "all":
            paper.box(x, top, width, height, fill=fill, line=look.colour if look.lines == "all" else None)
        if cell.sign:
            paper.sign(cell.sign, x + width / 2, top + height / 2)
        if cell.up:
            paper.turned(
                x + width / 2 + look.size * 0.35, top + height - look.pad, cell.text, 90, size=look.size, bold=one.bold
            )
        y = top + ((height - len(lines) * self.lead) / 2 if look.middle else look.pad)
        for line in lines:
            paper.put(
                x + look.pad,
                y,
                line,
                size=look.size,
                bold=one.bold,
                align=cell.align,
                width=width - 2 * look.pad,
                family=look.family,
            )
            y += self.lead

    def _rules(self, row: int, top: float, bottom: float) -> None:
        left, right = self._left(0), self._left(len(self.widths))
        paper, lines = self.paper, self.look.lines
        if lines == "rules" or (lines == "book" and row < self.look.head):
            paper.line(left, bottom, right, bottom, width=0.5, colour=BLACK if lines == "book" else GREY)
        if lines == "book" and row == 0:
            paper.line(left, top, right, top, width=1.1)
        if lines == "book" and row >= self.look.head and bottom > self.paper.bottom - 40:
            paper.line(left, bottom, right, bottom, width=0.3)
        if lines == "outer":
            paper.box(left, top, right - left, bottom - top, line=GREY)
