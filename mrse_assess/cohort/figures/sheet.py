"""A sheet that figures are drawn on: marks in millimetres from its upper left corner, put to paper elsewhere."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from mrse_assess.cohort.figures.measuring import extent, lines
from mrse_assess.cohort.figures.style import POINT, Style
from mrse_assess.cohort.figures.told import Column
from mrse_assess.cohort.tables import Row
from mrse_assess.rendering.clean import clean

Point = tuple[float, float]
_MIDDLE: Final = 0.36  # of the size of type: from the line it stands on up to the middle of its figures
_HATCH: Final = 1.1  # from line to line, in millimetres
_SHARE: Final = {"left": 0.0, "center": 0.5, "right": 1.0}


@dataclass(frozen=True, kw_only=True)
class Text:
    """One line of words. ``x`` is its start, middle or end by ``align``, ``y`` the line it stands on.

    ``turned``: it reads upwards, and ``x`` is the line it stands on.
    """

    x: float
    y: float
    words: str
    points: float
    colour: str
    align: str = "left"
    bold: bool = False
    turned: bool = False

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom."""
        width, above, below = extent(self.words, self.points, bold=self.bold)
        if self.turned:
            end = self.y + width * _SHARE[self.align]
            return self.x - above, end - width, self.x + below, end
        start = self.x - width * _SHARE[self.align]
        return start, self.y - above, start + width, self.y + below


@dataclass(frozen=True, kw_only=True)
class Shape:
    """A polygon, filled or outlined or both."""

    points: tuple[Point, ...]
    fill: str | None = None
    edge: str | None = None
    thick: float = 0.6


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line through points; ``thick`` in points."""

    points: tuple[Point, ...]
    colour: str
    thick: float = 0.6
    dashed: bool = False


@dataclass(frozen=True, kw_only=True)
class Dot:
    """A dot of ``size`` millimetres across."""

    at: Point
    size: float
    fill: str
    edge: str


Mark = Text | Shape | Line | Dot


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a cell of the table stands on the sheet, by the keys of its row and column.

    ``box``: left, top, width and height.
    """

    row: tuple[str, ...]
    column: str
    box: tuple[float, float, float, float]


@dataclass
class Sheet:
    """Marks in the order in which they are drawn, and how far down they reach."""

    style: Style
    marks: list[Mark] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    height: float = 0.0

    @property
    def left(self) -> float:
        """Where the page's room begins."""
        return self.style.page.margin

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.style.page.width - self.style.page.margin

    def reach(self, y: float) -> float:
        """Room is needed down to there."""
        self.height = max(self.height, y)
        return y

    def text(
        self, x: float, y: float, words: str, *, points: float = 0.0, colour: str = "", align: str = "left",
        bold: bool = False, turned: bool = False,
    ) -> None:  # fmt: skip
        """Words whose middle is at ``y`` (of turned ones at ``x``)."""
        points = points or self.style.type.text
        down = _MIDDLE * points * POINT
        x, y = (x + down, y) if turned else (x, y + down)
        self.marks.append(
            Text(x=x, y=y, words=clean(words), points=points, colour=colour or self.style.colours.ink, align=align,
                 bold=bold, turned=turned)
        )  # fmt: skip

    def block(
        self, x: float, y: float, room: float, words: str, *, points: float = 0.0, colour: str = "", bold: bool = False
    ) -> float:
        """Words in as many lines as they need from ``y`` down; gives where they end."""
        points = points or self.style.type.text
        lead = self.style.lead(points)
        for line in lines(clean(words), room, points, bold=bold):
            self.text(x, y + lead / 2, line, points=points, colour=colour, bold=bold)
            y += lead
        return self.reach(y)

    def beside(self, x: float, middle: float, words: Sequence[str], *, align: str = "left") -> None:
        """Lines of words around a middle."""
        lead = self.style.lead(self.style.type.text)
        for place, line in enumerate(words):
            self.text(x, middle + lead * (place - (len(words) - 1) / 2), line, align=align)

    def box(
        self, x: float, y: float, wide: float, high: float, *, fill: str | None = None, edge: str | None = None,
        thick: float = 0.6,
    ) -> None:  # fmt: skip
        """A rectangle."""
        corners = ((x, y), (x + wide, y), (x + wide, y + high), (x, y + high))
        self.marks.append(Shape(points=corners, fill=fill, edge=edge, thick=thick))

    def bar(self, x: float, y: float, wide: float, high: float) -> None:
        """A bar: pale, so that an interval can be seen on it, with an edge that can be seen on paper."""
        self.box(x, y, wide, high, fill=self.style.colours.pale, edge=self.style.colours.mark, thick=0.9)

    def area(self, points: Iterable[Point], fill: str) -> None:
        """A filled polygon."""
        self.marks.append(Shape(points=tuple(points), fill=fill))

    def line(self, points: Iterable[Point], *, colour: str = "", thick: float = 0.6, dashed: bool = False) -> None:
        """A line through points."""
        chosen = colour or self.style.colours.guide
        self.marks.append(Line(points=tuple(points), colour=chosen, thick=thick, dashed=dashed))

    def dot(self, at: Point, size: float, *, fill: str, edge: str) -> None:
        """A dot."""
        self.marks.append(Dot(at=at, size=size, fill=fill, edge=edge))

    def hatched(self, x: float, y: float, wide: float, high: float) -> None:
        """A field without a number, always alike: oblique lines in a thin frame."""
        edge = self.style.colours.edge
        self.box(x, y, wide, high, fill=self.style.colours.paper)
        count = int((wide + high) / _HATCH)
        for at in (step * _HATCH for step in range(1, count + 1)):
            start = (x + min(at, wide), y + max(0.0, at - wide))
            end = (x + max(0.0, at - high), y + min(at, high))
            self.line((start, end), colour=edge, thick=0.4)
        self.box(x, y, wide, high, edge=edge)

    def whisker(self, low: Point, high: Point) -> None:
        """An interval: a dark line."""
        self.line((low, high), colour=self.style.colours.ink, thick=1.2)

    def place(self, row: Row, column: Column, *box: float) -> None:
        """Remember where a cell stands, so that a press on the figure can lead to what is behind it.

        Args:
            row: the cell's row.
            column: its column.
            box: left, top, width and height.
        """
        left, top, wide, high = box
        self.places.append(Place(row=row.key, column=column.key, box=(left, top, wide, high)))

    def texts(self) -> tuple[Text, ...]:
        """All words on the sheet."""
        return tuple(mark for mark in self.marks if isinstance(mark, Text))


def ribbon(start: Point, end: Point, thick: float) -> tuple[Point, ...]:
    """The outline of a ribbon of even thickness, from its upper left corner round, by steps of a smooth curve."""
    upper = curve(start, end)
    return (*upper, *((x, y + thick) for x, y in reversed(upper)))


def curve(start: Point, end: Point) -> tuple[Point, ...]:
    """A curve that leaves and arrives level."""
    steps = 24
    shares = [step / steps for step in range(steps + 1)]
    rise = end[1] - start[1]
    return tuple((start[0] + (end[0] - start[0]) * one, start[1] + rise * one * one * (3 - 2 * one)) for one in shares)


def runs(present: Sequence[bool]) -> list[range]:
    """The stretches without a gap."""
    edges = [place for place, (one, other) in enumerate(pairwise([False, *present, False])) if one != other]
    return [range(first, last) for first, last in zip(edges[::2], edges[1::2], strict=True)]
