"""Tables as word processors draw them."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from .paper import BLACK, Colour, Paper

GREY: Final[Colour] = (0.86, 0.88, 0.91)
PALE: Final[Colour] = (0.94, 0.95, 0.97)
BLUEISH: Final[Colour] = (0.75, 0.83, 0.93)


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A cell; ``rows`` says over how many rows it goes, and the rows below leave its place out with None."""

    text: str = ""
    bold: bool = False
    rows: int = 1
    columns: int = 1
    upright: bool = False
    centred: bool = False


Row = Sequence[Cell | None]


@dataclass(frozen=True, kw_only=True)
class Look:
    """How a table looks. ``lines``: all, rules, booktabs, zebra, none. ``split`` lets a row go on over the page."""

    lines: str = "all"
    size: float = 0.0
    pad: float = 4.0
    shade: Colour | None = None
    repeat: bool = True
    split: bool = False
    middle: bool = False  # merged cells have their words in the middle
    head_bold: bool = True


@dataclass
class Grid:
    """A table that is being drawn on a paper. ``widths`` are shares of the column."""

    paper: Paper
    widths: Sequence[float]
    heads: Sequence[Row]
    rows: Sequence[Row]
    look: Look
    pages: list[int] = field(default_factory=list)
    _shaded: int = 0

    def _measure(self) -> None:
        if self.look.head_bold:
            self.heads = [[replace(cell, bold=True) if cell else None for cell in row] for row in self.heads]
        self.size = self.look.size or self.paper.size
        self.leading = self.size * 1.22
        total = sum(self.widths)
        self.across = [0.0]
        for share in self.widths:
            self.across.append(self.across[-1] + share / total * self.paper.width)

    def height(self) -> float:
        """How tall it is in one piece."""
        self._measure()
        return sum(self._heights(self.heads)) + self._height_of(self.rows)

    def draw(self) -> list[int]:
        """Draw it; the pages on which it stands."""
        self._measure()
        groups = _groups(self.rows)
        first = self._height_of(groups[0]) if groups else 0.0
        self.paper.room(sum(self._heights(self.heads)) + min(first, 160.0) + 2)
        self._begin()
        for group in groups:
            self._group(group)
        self._end()
        return self.pages

    def _begin(self) -> None:
        if self.look.lines in {"rules", "booktabs"}:
            self._rule(1.2 if self.look.lines == "booktabs" else 0.8)
        self._lines_of(self.heads, head=True)
        if self.heads and self.look.lines in {"rules", "booktabs", "none"} and self.look.lines != "none":
            self._rule(0.8)

    def _end(self) -> None:
        if self.look.lines == "booktabs":
            self._rule(1.2)
        self.paper.y += 8

    def _rule(self, width: float) -> None:
        left = self.paper.left
        self.paper.line(left, self.paper.y, left + self.across[-1], self.paper.y, width=width)

    def _group(self, group: Sequence[Row]) -> None:
        height = self._height_of(group)
        left = self.paper.bottom - self.paper.y
        if height > left:
            if self.look.split and len(group) == 1 and left > 3 * self.leading + 2 * self.look.pad:
                upper, lower = self._cut(group[0], int((left - 2 * self.look.pad) / self.leading))
                self._lines_of([upper])
                self._turn_over()
                self._group([lower])
                return
            self._turn_over()
        self._lines_of(group)

    def _turn_over(self) -> None:
        if self.look.lines == "booktabs":
            self._rule(0.8)
        self.paper.next()
        if self.look.repeat:
            self._begin()
        elif self.look.lines == "rules":
            self._rule(0.8)

    def _cut(self, row: Row, lines: int) -> tuple[Row, Row]:
        """The row in two: what fits into so many lines, and the rest."""
        upper: list[Cell | None] = []
        lower: list[Cell | None] = []
        for at, cell in enumerate(row):
            said = self._lines(row, at)
            bold = bool(cell and cell.bold)
            upper.append(Cell(text="\n".join(said[:lines]), bold=bold))
            lower.append(Cell(text="\n".join(said[lines:]), bold=bold))
        return upper, lower

    def _lines(self, row: Row, at: int) -> list[str]:
        cell = row[at]
        if cell is None or cell.upright or not cell.text:
            return []
        room = self._right(at, cell) - self.across[at] - 2 * self.look.pad
        return self.paper.wrapped(cell.text, room, size=self.size, bold=cell.bold)

    def _right(self, at: int, cell: Cell) -> float:
        return self.across[min(at + cell.columns, len(self.across) - 1)]

    def _height_of(self, group: Sequence[Row]) -> float:
        return sum(self._heights(group))

    def _heights(self, group: Sequence[Row]) -> list[float]:
        """The heights of the rows; the last of merged rows grows where the merged words need it."""
        heights = []
        for row in group:
            tall = max((len(self._lines(row, at)) for at, cell in enumerate(row) if cell and cell.rows == 1), default=1)
            turned = [
                self.paper.measure(cell.text, size=self.size, bold=cell.bold) for cell in row if cell and cell.upright
            ]
            heights.append(max(max(1, tall) * self.leading, *turned, 0.0) + 2 * self.look.pad)
        for down, row in enumerate(group):
            for at, cell in enumerate(row):
                if cell and cell.rows > 1:
                    needed = len(self._lines(row, at)) * self.leading + 2 * self.look.pad
                    last = down + cell.rows - 1
                    heights[last] += max(0.0, needed - sum(heights[down : last + 1]))
        return heights

    def _lines_of(self, group: Sequence[Row], *, head: bool = False) -> None:
        heights = self._heights(group)
        if self.paper.number not in self.pages and group:
            self.pages.append(self.paper.number)
        tops = [self.paper.y + sum(heights[:down]) for down in range(len(heights) + 1)]
        for down, row in enumerate(group):
            self._shade(tops[down], heights[down], head=head)
            for at, cell in enumerate(row):
                if cell is not None:
                    self._cell(row, at, tops[down], tops[min(down + cell.rows, len(heights))])
        self.paper.y = tops[-1]
        if self.look.lines == "rules" and not head:
            self._rule(0.5)

    def _shade(self, top: float, height: float, *, head: bool) -> None:
        fill = self.look.shade if head else None
        if self.look.lines == "zebra" and not head:
            self._shaded += 1
            fill = PALE if self._shaded % 2 else None
        if fill:
            self.paper.box(self.paper.left, top, self.across[-1], height, fill=fill)

    def _cell(self, row: Row, at: int, top: float, bottom: float) -> None:
        cell = row[at]
        assert cell is not None
        x, width = self.paper.left + self.across[at], self._right(at, cell) - self.across[at]
        bold = cell.bold
        if self.look.lines == "all":
            self.paper.box(x, top, width, bottom - top, line=BLACK)
        if cell.upright:
            self.paper.upright(x + width / 2 + self.size * 0.35, bottom - self.look.pad, cell.text, size=self.size)
            return
        y = top + self.look.pad
        lines = self.paper.wrapped(cell.text, width - 2 * self.look.pad, size=self.size, bold=bold)
        if self.look.middle and cell.rows > 1:
            y = (top + bottom - len(lines) * self.leading) / 2
        for line in lines:
            align = "center" if cell.centred else "left"
            inside = width - 2 * self.look.pad
            self.paper.put(x + self.look.pad, y, line, size=self.size, bold=bold, align=align, width=inside)
            y += self.leading


def _groups(rows: Sequence[Row]) -> list[list[Row]]:
    """Rows that a merged cell holds together."""
    groups: list[list[Row]] = []
    held = 0
    for row in rows:
        if held > 0:
            groups[-1].append(row)
        else:
            groups.append([row])
            held = 1
        held = max(held, *(cell.rows for cell in row if cell), 1) - 1
    return groups
