"""A sheet of paper and a pen: blocks are set one under another, and it is known on which page each stands."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, Final

import pymupdf

LIBRARY: Any = pymupdf
"""The library, whose calls have no types."""
WIDE, TALL = 595.0, 842.0
BLACK: Final = (0.0, 0.0, 0.0)
WHITE: Final = (1.0, 1.0, 1.0)
FACES: Final = {
    "sans": ("helv", "hebo", "heit"),
    "serif": ("tiro", "tibo", "tiit"),
    "typed": ("cour", "cobo", "coit"),
}
Colour = tuple[float, float, float]


@cache
def _font(name: str) -> Any:
    return LIBRARY.Font(name)


@cache
def _advance(name: str, letter: str) -> float:
    return float(_font(name).glyph_advance(ord(letter)))


@cache
def length_of(name: str, text: str) -> float:
    """How wide the text is at size 1."""
    return sum(_advance(name, letter) for letter in text)


class Sheet:
    """Writes downwards, page after page, in one face."""

    def __init__(self, face: str, size: float, *, left: float = 62, head: str = "", foot: str = "") -> None:
        """Begin on a fresh page; ``head`` and ``foot`` run on every page."""
        self.document: Any = LIBRARY.open()
        self.face, self.size, self.left = FACES[face], size, left
        self.head, self.foot = head, foot
        self.lead = size * 1.42
        self.writer: Any = None
        self.colour: Colour = BLACK
        self.after: list[Callable[[Any], None]] = []
        self.y = 0.0
        self.page: Any = None
        self.turn()

    @property
    def right(self) -> float:
        """The right margin."""
        return WIDE - self.left

    @property
    def number(self) -> int:
        """The page that is being written, from 1."""
        return len(self.document)

    def turn(self) -> None:
        """Go on to a new page."""
        self.flush()
        self.page = self.document.new_page(width=WIDE, height=TALL)
        self.y = 66.0
        if self.head:
            self.put(self.left, 40, self.head, size=8, colour=(0.3, 0.3, 0.3))
        if self.foot:
            self.put(self.left, TALL - 34, self.foot, size=8, colour=(0.3, 0.3, 0.3))

    def flush(self) -> None:
        """Ink what was set on this page."""
        self._ink()
        for draw in self.after:
            draw(self.page)
        self.after = []

    def _ink(self) -> None:
        """Write out the words of one colour, so that the file has them in the order of the page."""
        if self.writer:
            self.writer.write_text(self.page, color=self.colour)
        self.writer = None

    def need(self, points: float) -> None:
        """Turn the page unless so much is free."""
        if self.y + points > TALL - 62:
            self.turn()

    def wide(self, text: str, *, weight: int = 0, size: float = 0) -> float:
        """The width of a text."""
        return length_of(self.face[weight], text) * (size or self.size)

    def put(
        self, x: float, y: float, text: str, *, weight: int = 0, size: float = 0, colour: Colour = BLACK
    ) -> tuple[float, float, float, float]:
        """Words on a base line; the box round them."""
        size = size or self.size
        if text:
            if colour != self.colour:
                self._ink()
            self.colour = colour
            self.writer = self.writer or LIBRARY.TextWriter(LIBRARY.Rect(0, 0, WIDE, TALL))
            self.writer.append((x, y), text, font=_font(self.face[weight]), fontsize=size)
        return x - 1, y - size * 0.86, x + self.wide(text, weight=weight, size=size) + 1, y + size * 0.26

    def lines(self, text: str, room: float, *, weight: int = 0, size: float = 0) -> list[str]:
        """The text broken into lines that fit."""
        rows: list[str] = []
        for part in text.split("\n"):
            row = ""
            for word in part.split():
                trial = f"{row} {word}".strip()
                if row and self.wide(trial, weight=weight, size=size) > room:
                    rows.append(row)
                    row = word
                else:
                    row = trial
            rows.append(row)
        return rows

    def para(
        self,
        text: str,
        *,
        weight: int = 0,
        size: float = 0,
        indent: float = 0,
        lead: str = "",
        gap: float = 6,
        colour: Colour = BLACK,
    ) -> None:
        """A paragraph that is kept on one page; ``lead`` hangs before its first line."""
        size = size or self.size
        step = size * 1.42
        rows = self.lines(text, self.right - self.left - indent, weight=weight, size=size)
        self.need(step * len(rows) + gap)
        for at, row in enumerate(rows):
            self.y += step
            if lead and at == 0:
                self.put(self.left, self.y, lead, weight=weight, size=size, colour=colour)
            self.put(self.left + indent, self.y, row, weight=weight, size=size, colour=colour)
        self.y += gap

    def box(
        self, x0: float, y0: float, x1: float, y1: float, *, fill: Colour | None = None, line: Colour | None = BLACK
    ) -> None:
        """A rectangle, under what is set afterwards."""
        self.page.draw_rect(LIBRARY.Rect(x0, y0, x1, y1), color=line, fill=fill, width=0.6)

    def table(
        self, rows: Sequence[Sequence[str]], shares: Sequence[float], *, shade: Colour | None = None, ruled: bool = True
    ) -> None:
        """A table whose first row is its header; the header is set again on each new page."""
        fresh = True
        for at, row in enumerate(rows):
            tall = self._tall(row, shares)
            before = self.number
            self.need(tall + (self._tall(rows[1], shares) if fresh and len(rows) > 1 else 0))
            if self.number != before and at:
                self._row(rows[0], shares, shade, ruled=ruled, bold=True)
            self._row(row, shares, shade if at == 0 else None, ruled=ruled, bold=at == 0)
            fresh = False
        self.y += 10

    def _cells(self, row: Sequence[str], shares: Sequence[float]) -> list[list[str]]:
        unit, size = (self.right - self.left) / sum(shares), self.size * 0.92
        return [self.lines(c, unit * s - 9, weight=1, size=size) for c, s in zip(row, shares, strict=True)]

    def _tall(self, row: Sequence[str], shares: Sequence[float]) -> float:
        return max(len(cell) for cell in self._cells(row, shares)) * self.size * 1.2 + 7

    def _row(
        self, row: Sequence[str], shares: Sequence[float], shade: Colour | None, *, ruled: bool, bold: bool
    ) -> None:
        unit, size, x = (self.right - self.left) / sum(shares), self.size * 0.92, self.left
        tall = self._tall(row, shares)
        dark = shade is not None and sum(shade) < 1.5
        for cell, share in zip(self._cells(row, shares), shares, strict=True):
            if ruled or shade:
                self.box(x, self.y, x + unit * share, self.y + tall, fill=shade)
            for at, line in enumerate(cell):
                y = self.y + 2 + (at + 0.9) * self.size * 1.2
                self.put(x + 4, y, line, weight=int(bold), size=size, colour=WHITE if dark else BLACK)
            x += unit * share
        self.y += tall
