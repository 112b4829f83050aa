"""Pages drawn with pymupdf: words, lines and boxes. Lengths are in points; ``y`` is where the next thing begins."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final

import pymupdf as untyped_pymupdf

pymupdf: Any = untyped_pymupdf  # its own functions have no types
Colour = tuple[float, float, float]
BLACK: Final[Colour] = (0.0, 0.0, 0.0)
BLUE: Final[Colour] = (0.1, 0.2, 0.5)
_FONTS: Final = Path("/usr/share/fonts/truetype")
_FACES: Final = {
    "arial": ("helv", "hebo"),
    "times": ("tiro", "tibo"),
    "courier": ("cour", "cobo"),
    "narrow": ("dejavu/DejaVuSansCondensed.ttf", "dejavu/DejaVuSansCondensed-Bold.ttf"),
    "dejavu": ("dejavu/DejaVuSans.ttf", "dejavu/DejaVuSans-Bold.ttf"),
    "noto": ("noto/NotoSans-Regular.ttf", "noto/NotoSans-Bold.ttf"),
    "notoserif": ("noto/NotoSerif-Regular.ttf", "noto/NotoSerif-Bold.ttf"),
}
_SIGNS: Final = frozenset("\u2713\u2714\u2717\u25cf\u2610\u2611\u2612")


@cache
def _face(family: str, bold: bool) -> Any:
    name = _FACES[family][int(bold)]
    return pymupdf.Font(fontfile=str(_FONTS / name)) if "/" in name else pymupdf.Font(name)


@cache
def _advance(family: str, bold: bool, letter: str) -> float:
    return float(_face("dejavu" if letter in _SIGNS else family, bold).text_length(letter, fontsize=1))


@cache
def _width(family: str, bold: bool, word: str) -> float:
    return sum(_advance(family, bold, letter) for letter in word)


class Paper:
    """A document that is drawn from top to bottom, in one column or two."""

    def __init__(self, family: str, size: float, *, columns: int = 1, justified: bool = False) -> None:
        self.doc = pymupdf.open()
        self.family = family
        self.size = size
        self.columns = columns
        self.justified = justified
        self.margin = 60.0
        self.furniture: Callable[[Paper], None] = lambda _: None
        self.wide = False
        self._page: Any = None
        self._shape: Any = None
        self._ink: dict[Colour, Any] = {}
        self._turned: list[tuple[Any, Any]] = []
        self.column = 0
        self.y = 0.0

    @property
    def number(self) -> int:
        """The position of the present page, from 1."""
        return len(self.doc)

    @property
    def page_width(self) -> float:
        """The whole width."""
        return float(self._page.rect.width)

    @property
    def page_height(self) -> float:
        """The whole height."""
        return float(self._page.rect.height)

    @property
    def width(self) -> float:
        """What one column has between its margins."""
        return (self.page_width - 2 * self.margin - (self.columns - 1) * 18) / self.columns

    @property
    def left(self) -> float:
        """Where the present column begins."""
        return self.margin + self.column * (self.width + 18)

    @property
    def bottom(self) -> float:
        """Where the text must end."""
        return self.page_height - 66

    def page(self, *, wide: bool = False) -> None:
        """Begin a page."""
        self.finish()
        self._page = self.doc.new_page(width=842 if wide else 595, height=595 if wide else 842)
        self._shape, self.wide, self.column, self.y = self._page.new_shape(), wide, 0, 66.0

    def finish(self) -> None:
        """Put what was drawn on the present page."""
        if self._shape is None:
            return
        self.furniture(self)
        self._shape.commit()
        for colour, writer in self._ink.items():
            writer.write_text(self._page, color=colour)
        for writer, morph in self._turned:
            writer.write_text(self._page, morph=morph)
        self._shape, self._ink, self._turned = None, {}, []

    def picture(self, data: bytes, box: tuple[float, float, float, float]) -> None:
        """A picture in this box."""
        self._page.insert_image(pymupdf.Rect(*box), stream=data)

    def room(self, height: float) -> bool:
        """Go to the next column or page where this height is not left; whether it did."""
        if self.y + height <= self.bottom:
            return False
        self.next()
        return True

    def next(self) -> None:
        """Go to the next column or page."""
        if self.column + 1 < self.columns:
            self.column, self.y = self.column + 1, 66.0
        else:
            self.page(wide=self.wide)

    def measure(self, text: str, *, size: float = 0, bold: bool = False, family: str = "") -> float:
        """The width of a line of words."""
        words = text.split(" ")
        name = family or self.family
        gaps = (len(words) - 1) * _width(name, bold, " ")
        return (size or self.size) * (gaps + sum(_width(name, bold, word) for word in words))

    def put(self, x: float, y: float, text: str, *, size: float = 0, bold: bool = False, **how: Any) -> None:
        """One line of words with its top left corner here; ``align`` and ``width`` shift it, ``colour`` paints it."""
        size, family = size or self.size, how.get("family") or self.family
        shift = {"center": 0.5, "right": 1.0}.get(how.get("align", "left"), 0.0)
        if shift:
            x += shift * (how["width"] - self.measure(text, size=size, bold=bold, family=family))
        writer = self._writer(how.get("colour", BLACK))
        if how.get("stretch"):
            words = text.split(" ")
            spare = how["stretch"] - self.measure(text, size=size, bold=bold, family=family)
            gap = spare / max(1, len(words) - 1)
            for word in words:
                self._run(writer, x, y, word, size, family, bold=bold)
                x += self.measure(word + " ", size=size, bold=bold, family=family) + gap
            return
        self._run(writer, x, y, text, size, family, bold=bold)

    def _writer(self, colour: Colour) -> Any:
        if colour not in self._ink:
            self._ink[colour] = pymupdf.TextWriter(self._page.rect)
        return self._ink[colour]

    def _run(self, writer: Any, x: float, y: float, text: str, size: float, family: str, *, bold: bool) -> None:
        piece = ""
        for letter in [*text, ""]:
            if letter == "" or letter in _SIGNS or (piece and piece[-1] in _SIGNS):
                if piece:
                    face = _face("dejavu" if piece[-1] in _SIGNS else family, bold)
                    writer.append((x, y + 0.9 * size), piece, font=face, fontsize=size)
                    x += _width(family, bold, piece) * size
                piece = letter
            else:
                piece += letter

    def upright(self, x: float, y: float, text: str, *, size: float = 0, bold: bool = False) -> None:
        """Words that run upwards from this point."""
        writer = pymupdf.TextWriter(self._page.rect)
        writer.append((x, y), text, font=_face(self.family, bold), fontsize=size or self.size)
        self._turned.append((writer, (pymupdf.Point(x, y), pymupdf.Matrix(90))))

    def wrapped(self, text: str, width: float, *, size: float = 0, bold: bool = False, family: str = "") -> list[str]:
        """The words as lines of this width."""
        lines = []
        for part in text.split("\n"):
            line = ""
            for word in part.split(" "):
                longer = f"{line} {word}" if line else word
                if line and self.measure(longer, size=size, bold=bold, family=family) > width:
                    lines.append(line)
                    longer = word
                line = longer
            lines.append(line)
        return lines

    def words(self, text: str, *, size: float = 0, bold: bool = False, gap: float = 6, **how: Any) -> None:
        """A paragraph; ``indent`` moves it to the right, ``align`` centres it."""
        size, indent, family = size or self.size, how.get("indent", 0.0), how.get("family", "")
        lines = self.wrapped(text, self.width - indent, size=size, bold=bold, family=family)
        for at, line in enumerate(lines):
            self.room(size * 1.3)
            stretch = self.width - indent if self.justified and at < len(lines) - 1 and " " in line else 0.0
            self.put(
                self.left + indent,
                self.y,
                line,
                size=size,
                bold=bold,
                family=family,
                align=how.get("align", "left"),
                width=self.width - indent,
                stretch=stretch,
                colour=how.get("colour", BLACK),
            )
            self.y += size * 1.3
        self.y += gap

    def line(self, x: float, y: float, to_x: float, to_y: float, *, width: float = 0.6, colour: Colour = BLACK) -> None:
        """A straight line."""
        self._shape.draw_line((x, y), (to_x, to_y))
        self._shape.finish(color=colour, width=width)

    def box(
        self, x: float, y: float, width: float, height: float, *, fill: Colour | None = None, line: Colour | None = None
    ) -> None:
        """A rectangle, filled or with lines."""
        self._shape.draw_rect(pymupdf.Rect(x, y, x + width, y + height))
        self._shape.finish(color=line, fill=fill, width=0.6 if line else 0)

    def scrawl(self, x: float, y: float, points: list[tuple[float, float]]) -> None:
        """Ink: a curve through these points, which are offsets."""
        self._shape.draw_polyline([(x + right, y + down) for right, down in points])
        self._shape.finish(color=BLUE, width=1.2, closePath=False)


def saved(document: Any) -> bytes:
    """The same document gives the same bytes."""
    return bytes(document.tobytes(garbage=3, deflate=True, no_new_id=True))
