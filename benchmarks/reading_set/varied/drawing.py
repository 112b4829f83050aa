"""The same blocks set line by line with PyMuPDF, as simple report programs do: each line of a cell stands alone."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import pymupdf

from .grids import draw_grid
from .typesetting import Sheets

Block = dict[str, Any]
SERIF = {"Libertinus Serif", "Office Serif", "STIXGeneral", "New Computer Modern", "DejaVu Serif"}
BOTTOM = 58.0  # points kept free at the foot


@cache
def _face(code: str) -> pymupdf.Font:
    return pymupdf.Font(code)


class Canvas:
    """Pages being filled from the top. ``y`` is where the next block begins."""

    def __init__(self) -> None:
        self.book = pymupdf.open()
        self.marks: dict[str, list[int]] = {}
        self.look: dict[str, Any] = {}
        self.page: pymupdf.Page
        self.y = 0.0

    @property
    def left(self) -> float:
        """The left margin in points."""
        return float(self.look.get("mx", 2.2)) * 28.35

    @property
    def width(self) -> float:
        """The width between the margins."""
        return float(self.page.rect.width) - 2 * self.left

    @property
    def size(self) -> float:
        """The size of running text."""
        return float(self.look["size"])

    def new_page(self) -> None:
        """Begins a page."""
        width, height = (842, 595) if self.look.get("flipped") else (595, 842)
        self.page = self.book.new_page(width=width, height=height)
        for name in ("regular", "bold"):
            self.page.insert_font(fontname=name, fontbuffer=_face(self.code(bold=name == "bold")).buffer)
        self.page.insert_font(fontname="mono", fontbuffer=_face("cour").buffer)
        self.y = 66.0
        if self.look.get("footer"):
            self.page.insert_text((width / 2, height - 36), str(len(self.book)), fontname="regular", fontsize=8)

    def code(self, *, bold: bool) -> str:
        """PyMuPDF's name of the face in use."""
        serif = self.look["font"] in SERIF
        return {(False, False): "helv", (False, True): "hebo", (True, False): "tiro", (True, True): "tibo"}[serif, bold]

    def room(self, needed: float) -> None:
        """Goes to a new page where less than ``needed`` points are left."""
        if self.y + needed > self.page.rect.height - BOTTOM:
            self.new_page()

    def mark(self, name: str) -> None:
        """Remembers the page of a named place."""
        self.marks.setdefault(name, []).append(len(self.book))

    def wrap(self, text: str, size: float, width: float, *, bold: bool = False) -> list[str]:
        """The text in lines that fit the width."""
        font, lines = _face(self.code(bold=bold)), []
        for paragraph in text.replace("\u2713", "X").replace("\u2714", "X").split("\n"):
            line = ""
            for word in paragraph.split(" "):
                longer = f"{line} {word}" if line else word
                if line and font.text_length(longer, size) > width:
                    lines.append(line)
                    line = word
                else:
                    line = longer
            lines.append(line)
        return lines

    def line(self, x: float, y: float, text: str, size: float, *, face: str = "regular") -> None:
        """One line of text with its base line at ``y``."""
        if text:
            self.page.insert_text((x, y), text, fontname=face, fontsize=size)

    def text(self, text: str, size: float, *, bold: bool = False, indent: float = 0.0, centre: bool = False) -> None:
        """A paragraph at the cursor."""
        for line in self.wrap(text, size, self.width - indent, bold=bold):
            self.room(size * 1.35)
            self.y += size * 1.3
            shift = (self.width - _face(self.code(bold=bold)).text_length(line, size)) / 2 if centre else indent
            self.line(self.left + shift, self.y, line, size, face="bold" if bold else "regular")
        self.y += size * 0.5


def draw(papers: Sequence[dict[str, Any]]) -> Sheets:
    """Draws papers one after another, each on a new page."""
    canvas = Canvas()
    for paper in papers:
        canvas.look = paper["look"]
        canvas.new_page()
        for block in paper["blocks"]:
            _block(canvas, block)
    data = bytes(canvas.book.tobytes(garbage=3, deflate=True, no_new_id=True))
    count = len(canvas.book)
    canvas.book.close()
    return Sheets(data, {name: tuple(sorted(pages)) for name, pages in canvas.marks.items()}, count)


def _block(canvas: Canvas, block: Block) -> None:  # noqa: C901, PLR0912 a case for each kind
    size = canvas.size
    match block["t"]:
        case "p":
            canvas.text(block["x"], size)
        case "h" | "centre":
            canvas.room(block["size"] * 4)
            canvas.y += block["size"] * 0.5
            canvas.text(block["x"], block["size"], bold=not block.get("light"), centre=block["t"] == "centre")
        case "ul":
            for text in block["xs"]:
                canvas.text(f"-  {text}", size, indent=8)
        case "kv":
            _pairs(canvas, block)
        case "dots":
            _dotted(canvas, block)
        case "mono":
            for line in block["x"].split("\n"):
                canvas.room(block["size"] * 1.3)
                canvas.y += block["size"] * 1.25
                canvas.line(canvas.left, canvas.y, line, block["size"], face="mono")
        case "mark":
            canvas.mark(block["name"])
        case "v":
            canvas.y += block["cm"] * 28.35
        case "ink":
            _ink(canvas, block)
        case "grid":
            draw_grid(canvas, block)
        case "line":
            canvas.page.draw_line((canvas.left, canvas.y), (canvas.left + canvas.width, canvas.y), width=0.5)
            canvas.y += 6
        case other:
            raise ValueError(f"no drawn block is called {other}")


def _pairs(canvas: Canvas, block: Block) -> None:
    shift = block.get("w", 4.4) * 28.35
    for key, value in block["xs"]:
        canvas.room(canvas.size * 2)
        canvas.y += canvas.size * 1.6
        canvas.line(canvas.left, canvas.y, f"{key}:", canvas.size, face="bold")
        for at, line in enumerate(canvas.wrap(value, canvas.size, canvas.width - shift)):
            canvas.y += canvas.size * 1.3 if at else 0
            canvas.line(canvas.left + shift, canvas.y, line, canvas.size)
    canvas.y += 6


def _dotted(canvas: Canvas, block: Block) -> None:
    font = _face(canvas.code(bold=False))
    for text, page in block["xs"]:
        canvas.room(canvas.size * 1.5)
        canvas.y += canvas.size * 1.45
        gap = canvas.width - font.text_length(text, canvas.size) - font.text_length(page, canvas.size) - 8
        dots = "." * max(3, int(gap / font.text_length(".", canvas.size)))
        canvas.line(canvas.left, canvas.y, text, canvas.size)
        canvas.line(canvas.left + font.text_length(text, canvas.size) + 4, canvas.y, dots, canvas.size)
        canvas.line(canvas.left + canvas.width - font.text_length(page, canvas.size), canvas.y, page, canvas.size)
    canvas.y += 6


def _ink(canvas: Canvas, block: Block) -> None:
    canvas.room(44)
    canvas.line(canvas.left, canvas.y + 26, block["label"], canvas.size)
    x, y, seed = canvas.left + 110, canvas.y + 22, block["seed"]
    bend = [(seed * 37 + at * 53) % 17 - 8 for at in range(8)]
    for at in range(4):
        start = pymupdf.Point(x + 24 * at, y + (0 if at == 0 else bend[at]))
        end = pymupdf.Point(x + 24 * (at + 1), y + bend[at + 1])
        canvas.page.draw_bezier(
            start, start + pymupdf.Point(6, -18), end + pymupdf.Point(-6, 16), end, color=(0.1, 0.15, 0.45), width=1.1
        )
    canvas.y += 42
