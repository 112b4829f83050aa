"""Pages drawn with pymupdf: words, lines, boxes, and the marks that people put in tables."""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

import pymupdf as untyped_pymupdf

pymupdf: Any = untyped_pymupdf  # its own functions have no types
Colour = tuple[float, float, float]
BLACK: Final[Colour] = (0.0, 0.0, 0.0)
GREY: Final[Colour] = (0.6, 0.6, 0.6)
_FONTS: Final = Path("/usr/share/fonts/truetype")
_FAMILIES: Final = {
    "sans": "liberation/LiberationSans-{}.ttf",
    "serif": "liberation/LiberationSerif-{}.ttf",
    "narrow": "liberation/LiberationSansNarrow-{}.ttf",
    "mono": "liberation/LiberationMono-{}.ttf",
    "dejavu": "dejavu/DejaVuSans{}.ttf",
}
FAMILIES: Final = ("sans", "serif", "narrow", "dejavu")
_SIGNS: Final = "✓✔✗●■☒☐☑→"


@cache
def font_of(family: str, *, bold: bool = False) -> Any:
    """A font of this family."""
    weight = ("-Bold" if bold else "") if family == "dejavu" else ("Bold" if bold else "Regular")
    return pymupdf.Font(fontfile=str(_FONTS / _FAMILIES[family].format(weight)))


class Paper:
    """A document that is drawn from top to bottom. Lengths are in points, ``y`` is the top of what comes next."""

    def __init__(self, family: str, size: float) -> None:
        self.doc = pymupdf.open()
        self.family = family
        self.size = size
        self.margin = 56.0
        self.ink: dict[Colour, Any] = {}
        self.shape: Any = None
        self.y = 0.0
        self.later: list[tuple[Any, Any]] = []  # turned words, which fills would cover
        self.foot: Callable[[int], str] = lambda _: ""

    @property
    def number(self) -> int:
        """The position of the present page, from 1."""
        return len(self.doc)

    @property
    def width(self) -> float:
        """What is between the margins."""
        return float(self.page.rect.width) - 2 * self.margin

    @property
    def bottom(self) -> float:
        """Where the text must end."""
        return float(self.page.rect.height) - 62.0

    def new_page(self, *, wide: bool = False) -> None:
        """Begin a page."""
        self.finish()
        self.page = self.doc.new_page(width=842 if wide else 595, height=595 if wide else 842)
        self.wide = wide
        self.shape = self.page.new_shape()
        self.y = 62.0

    def finish(self) -> None:
        """Put what was drawn on the present page."""
        if self.shape is None:
            return
        self.put(self.margin, self.bottom + 24, self.foot(self.number), size=8.5, align="center", width=self.width)
        self.shape.commit()
        for colour, writer in self.ink.items():
            writer.write_text(self.page, color=colour)
        for writer, morph in self.later:
            writer.write_text(self.page, morph=morph)
        self.ink, self.shape, self.later = {}, None, []

    def put(
        self, x: float, y: float, text: str, *, size: float = 0, bold: bool = False, family: str = "", **how: Any
    ) -> None:
        """One line of words whose top left corner is here. ``align`` and ``width`` shift it, ``colour`` paints it."""
        size, family = size or self.size, family or self.family
        width = self.measure(text, size=size, bold=bold, family=family)
        shift = {"center": 0.5, "right": 1.0}.get(how.get("align", "left"), 0.0)
        x += shift * max(0.0, how.get("width", width) - width)
        colour = how.get("colour", BLACK)
        if colour not in self.ink:
            self.ink[colour] = pymupdf.TextWriter(self.page.rect)
        for piece, special in _pieces(text):
            font = font_of("dejavu" if special else family, bold=bold)
            self.ink[colour].append((x, y + 0.92 * size), piece, font=font, fontsize=size)
            x += font.text_length(piece, fontsize=size)

    def turned(self, x: float, y: float, text: str, angle: float, *, size: float = 0, bold: bool = False) -> None:
        """Words that run upwards from this point, at an angle in degrees to the line."""
        writer = pymupdf.TextWriter(self.page.rect)
        writer.append((x, y), text, font=font_of(self.family, bold=bold), fontsize=size or self.size)
        self.later.append((writer, (pymupdf.Point(x, y), pymupdf.Matrix(angle))))

    def measure(self, text: str, *, size: float = 0, bold: bool = False, family: str = "") -> float:
        """The width of a line of words."""
        plain, signs = font_of(family or self.family, bold=bold), font_of("dejavu", bold=bold)
        return sum(
            float((signs if special else plain).text_length(piece, fontsize=size or self.size))
            for piece, special in _pieces(text)
        )

    def wrapped(
        self, text: str, width: float, *, size: float = 0, bold: bool = False, family: str = "", indent: str = ""
    ) -> list[str]:
        """The words as lines of this width; later lines of a paragraph begin with ``indent``."""
        lines: list[str] = []
        for paragraph in text.split("\n"):
            line = ""
            for word in paragraph.split(" "):
                longer = f"{line} {word}" if line else word
                if line.strip() and self.measure(longer, size=size, bold=bold, family=family) > width:
                    lines.append(line)
                    longer = indent + word
                line = longer
            lines.append(line)
        return lines

    def words(self, text: str, *, size: float = 0, bold: bool = False, gap: float = 6, **how: Any) -> None:
        """A paragraph, which goes on to a next page where it must. ``indent`` moves it to the right."""
        size, indent, family = size or self.size, how.get("indent", 0.0), how.get("family", "")
        for line in self.wrapped(text, self.width - indent, size=size, bold=bold, family=family):
            self.room(size * 1.3)
            self.put(self.margin + indent, self.y, line, size=size, bold=bold, family=family)
            self.y += size * 1.3
        self.y += gap

    def room(self, height: float) -> bool:
        """Begin a page where this height is not left; whether one was begun."""
        if self.y + height <= self.bottom:
            return False
        self.new_page(wide=self.wide)
        return True

    def line(self, x: float, y: float, to_x: float, to_y: float, *, width: float = 0.6, colour: Colour = BLACK) -> None:
        """A straight line."""
        self.shape.draw_line((x, y), (to_x, to_y))
        self.shape.finish(color=colour, width=width)

    def box(
        self, x: float, y: float, width: float, height: float, *, fill: Colour | None = None, line: Colour | None = None
    ) -> None:
        """A rectangle, filled or with lines."""
        self.shape.draw_rect(pymupdf.Rect(x, y, x + width, y + height))
        self.shape.finish(color=line, fill=fill, width=0.6 if line else 0)

    def path(self, points: Sequence[tuple[float, float]], *, width: float = 1.1) -> None:
        """Lines from point to point."""
        self.shape.draw_polyline(points)
        self.shape.finish(color=BLACK, width=width, closePath=False)

    def sign(self, kind: str, x: float, y: float) -> None:
        """A drawn mark with its middle here: tick, cross, dot, square."""
        if kind == "tick":
            self.path([(x - 4, y), (x - 1, y + 4), (x + 5, y - 5)])
        elif kind == "cross":
            self.path([(x - 4, y - 4), (x + 4, y + 4)])
            self.path([(x - 4, y + 4), (x + 4, y - 4)])
        elif kind == "dot":
            self.shape.draw_circle((x, y), 3)
            self.shape.finish(fill=BLACK, color=None, width=0)
        else:
            self.box(x - 3.5, y - 3.5, 7, 7, fill=(0.1, 0.3, 0.45))


def _pieces(text: str) -> list[tuple[str, bool]]:
    """The text in runs of letters and of signs that common fonts lack."""
    runs: list[tuple[str, bool]] = []
    for letter in text:
        special = letter in _SIGNS
        if runs and runs[-1][1] == special:
            runs[-1] = (runs[-1][0] + letter, special)
        else:
            runs.append((letter, special))
    return runs
