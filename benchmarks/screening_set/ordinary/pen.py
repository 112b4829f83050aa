"""A pen that writes down pages; it knows on which page it is, and what is drawn over the words once they stand."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import pymupdf

LIBRARY: Any = pymupdf
"""The library, whose calls have no types."""
WIDTH, HEIGHT = 595.0, 842.0
LEFT, RIGHT, TOP, BOTTOM = 62.0, 533.0, 66.0, 780.0
FACES = {"sans": ("helv", "hebo"), "serif": ("tiro", "tibo")}
Colour = tuple[float, float, float]
BLACK: Colour = (0.0, 0.0, 0.0)


@cache
def font(name: str) -> Any:
    """A font of the library itself."""
    return LIBRARY.Font(name)


@cache
def _advance(name: str, letter: str) -> float:
    return float(font(name).glyph_advance(ord(letter)))


def width(name: str, words: str, size: float) -> float:
    """How wide words are."""
    return sum(_advance(name, letter) for letter in words) * size


class Pen:
    """Writes paragraphs and tables from page to page of a document."""

    def __init__(self, document: Any, face: str, size: float, stamp: str = "") -> None:
        """Begin on a new page; ``stamp`` stands in the corner of every page."""
        self.document, self.face, self.size, self.stamp = document, face, size, stamp
        self.started = len(document)
        self.over: list[Callable[[Any], None]] = []
        self.writers: dict[tuple[Any, ...], Any] = {}
        self.page: Any = None
        self.y = TOP
        self.new_page()

    @property
    def number(self) -> int:
        """The page since this pen began, from 1."""
        return len(self.document) - self.started

    @property
    def fresh(self) -> bool:
        """Whether nothing stands on the page yet."""
        return self.y <= TOP

    def new_page(self) -> None:
        """Close the page and begin another."""
        self.close()
        self.page = self.document.new_page(width=WIDTH, height=HEIGHT)
        self.y = TOP
        if self.stamp:
            self.at(RIGHT - width("hebo", self.stamp, 10), 40, self.stamp, bold=True, size=10)

    def close(self) -> None:
        """Write out the words of this page, then what lies over them."""
        for (colour, opacity, mode), writer in self.writers.items():
            writer.write_text(self.page, color=colour, opacity=opacity, render_mode=mode)
        for draw in self.over:
            draw(self.page)
        self.writers, self.over = {}, []

    def at(
        self, x: float, y: float, words: str, *, bold: bool = False, size: float = 0, colour: Colour = BLACK,
        invisible: bool = False,
    ) -> None:  # fmt: skip
        """Words on a base line."""
        key = (colour, 1, 3 if invisible else 0)
        if key not in self.writers:
            self.writers[key] = LIBRARY.TextWriter(LIBRARY.Rect(0, 0, WIDTH, HEIGHT))
        self.writers[key].append((x, y), words, font=font(FACES[self.face][bold]), fontsize=size or self.size)

    def need(self, points: float) -> None:
        """Go on where at least this much is free."""
        if self.y + points > BOTTOM:
            self.new_page()

    def lines(self, words: str, wide: float, *, bold: bool = False, size: float = 0) -> list[str]:
        """Words broken to a width."""
        name, size = FACES[self.face][bold], size or self.size
        made = []
        for part in words.split("\n"):
            row = ""
            for word in part.split(" "):
                if row and width(name, f"{row} {word}", size) > wide:
                    made.append(row)
                    row = word
                else:
                    row = f"{row} {word}" if row else word
            made.append(row)
        return made

    def para(self, words: str, *, bold: bool = False, size: float = 0, gap: float = 8, centre: bool = False) -> None:
        """A paragraph; it is kept on one page."""
        size = size or self.size
        rows = self.lines(words, RIGHT - LEFT, bold=bold, size=size)
        self.need(len(rows) * size * 1.42)
        for row in rows:
            self.y += size * 1.42
            x = LEFT + (RIGHT - LEFT - width(FACES[self.face][bold], row, size)) / 2 if centre else LEFT
            self.at(x, self.y, row, bold=bold, size=size)
        self.y += gap

    def table(self, rows: Sequence[Sequence[str]], shares: Sequence[float], *, head: str = "bold") -> None:
        """A ruled table; ``head``: bold, black (white words on black) or none. A row is kept on one page."""
        unit, size = (RIGHT - LEFT) / sum(shares), self.size - 0.5
        for number, row in enumerate(rows):
            first = number == 0 and head != "none"
            cells = [
                self.lines(words, unit * share - 10, bold=first, size=size)
                for words, share in zip(row, shares, strict=True)
            ]
            tall = max(map(len, cells)) * size * 1.35 + 8
            self.need(tall)
            self._row(cells, [unit * share for share in shares], tall, size, dark=first and head == "black", bold=first)
        self.y += 12

    def _row(
        self, cells: Sequence[Sequence[str]], wide: Sequence[float], tall: float, size: float, *, dark: bool, bold: bool
    ) -> None:
        x = LEFT
        for cell, space in zip(cells, wide, strict=True):
            self.page.draw_rect((x, self.y, x + space, self.y + tall), width=0.6, fill=BLACK if dark else None)
            for at, line in enumerate(cell):
                base = self.y + 4 + (at + 0.8) * size * 1.35
                self.at(x + 5, base, line, bold=bold, size=size, colour=(1.0, 1.0, 1.0) if dark else BLACK)
            x += space
        self.y += tall

    def later(self, draw: Callable[[Any], None]) -> None:
        """Draw this on the page once its words are written."""
        self.over.append(draw)
