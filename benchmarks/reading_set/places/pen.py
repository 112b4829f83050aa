"""A pen that writes pages: wrapped paragraphs, rules, tables, frames. It knows on which page it is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any

import pymupdf

Run = tuple[str, str]
"""Words and the face they are set in: regular, bold or italic."""
LIBRARY: Any = pymupdf
"""The library, whose calls have no types."""
BLACK = (0.0, 0.0, 0.0)
WIDTH, HEIGHT = 595.0, 842.0
FACES = {
    "sans": {"regular": "helv", "bold": "hebo", "italic": "heit"},
    "serif": {"regular": "tiro", "bold": "tibo", "italic": "tiit"},
    "typewriter": {"regular": "cour", "bold": "cobo", "italic": "coit"},
}


@cache
def font(name: str) -> Any:
    """A font of the library itself."""
    return LIBRARY.Font(name)


@cache
def advance(name: str, letter: str) -> float:
    """How wide a letter is at size 1."""
    return float(font(name).glyph_advance(ord(letter)))


@cache
def word_width(name: str, word: str) -> float:
    """How wide a word is at size 1."""
    return sum(advance(name, letter) for letter in word)


@dataclass
class Look:
    """Type and margins of one document."""

    face: str = "sans"
    size: float = 10.0
    lead: float = 1.35
    left: float = 64.0
    right: float = 64.0
    top: float = 72.0
    bottom: float = 72.0


class Pen:
    """Writes downwards through frames (columns) and pages."""

    def __init__(self, document: Any, look: Look) -> None:
        """Begin on a new page of the document."""
        self.document, self.look = document, look
        self.columns, self.column, self.column_top = 1, 0, look.top
        self.header: Callable[[int], str] | None = None
        self.footer: Callable[[int], str] | None = None
        self.started = len(document)
        self.page: Any = None
        self.writers: dict[tuple[float, float, float], Any] = {}
        self.y = 0.0
        self.new_page()

    @property
    def number(self) -> int:
        """The page of this document, from 1."""
        return len(self.document) - self.started

    @property
    def frame(self) -> tuple[float, float]:
        """Left and right of where the pen writes."""
        look = self.look
        wide = (WIDTH - look.left - look.right - 20 * (self.columns - 1)) / self.columns
        left = look.left + self.column * (wide + 20)
        return left, left + wide

    @property
    def room(self) -> float:
        """Points that are left above the bottom margin."""
        return HEIGHT - self.look.bottom - self.y

    def new_page(self) -> None:
        """Close the page and begin another."""
        self.close()
        self.page = self.document.new_page(width=WIDTH, height=HEIGHT)
        self.column, self.column_top, self.y = 0, self.look.top, self.look.top
        if self.header and (words := self.header(self.number)):
            self.at(self.look.left, 42, words, size=8)
        if self.footer and (words := self.footer(self.number)):
            self.at(self.look.left, HEIGHT - 38, words, size=8)

    def advance(self) -> None:
        """To the next column, or the next page."""
        if self.column + 1 < self.columns:
            self.column += 1
            self.y = self.column_top
        else:
            self.new_page()

    def begin_columns(self, columns: int) -> None:
        """Write in so many columns from here on."""
        self.columns, self.column, self.column_top = columns, 0, self.y

    def close(self) -> None:
        """Write out what was set on this page."""
        for colour, writer in self.writers.items():
            writer.write_text(self.page, color=colour)
        self.writers = {}

    def need(self, points: float) -> None:
        """Go on where at least this much is free."""
        if self.room < points:
            self.advance()

    def at(
        self, x: float, y: float, words: str, *, face: str = "regular", size: float = 0, colour: Any = BLACK
    ) -> None:
        """Words on a base line."""
        if words:
            writer = self.writers.setdefault(colour, LIBRARY.TextWriter(LIBRARY.Rect(0, 0, WIDTH, HEIGHT)))
            writer.append((x, y), words, font=self._font(face), fontsize=size or self.look.size)

    def line(self, x0: float, y0: float, x1: float, y1: float, wide: float = 0.5) -> None:
        """A straight line."""
        self.page.draw_line((x0, y0), (x1, y1), width=wide)

    def box(self, x0: float, y0: float, x1: float, y1: float, *, fill: Any = None, wide: float = 0.5) -> None:
        """A rectangle; ruled where it is not filled."""
        self.page.draw_rect(LIBRARY.Rect(x0, y0, x1, y1), color=None if fill else BLACK, fill=fill, width=wide)

    def length(self, words: str, face: str = "regular", size: float = 0) -> float:
        """How wide words are."""
        return word_width(FACES[self.look.face][face], words) * (size or self.look.size)

    def para(
        self,
        words: str | Sequence[Run],
        *,
        face: str = "regular",
        size: float = 0,
        indent: float = 0,
        hang: str = "",
        gap: float = 6,
        align: str = "left",
        under: bool = False,
        colour: Any = BLACK,
    ) -> None:
        """A paragraph; ``hang`` is set to the left of its first line, in the indent."""
        runs = [(words, face)] if isinstance(words, str) else words
        size = size or self.look.size
        for number, row in enumerate(self._rows(runs, size, indent)):
            self.need(size * self.look.lead)
            self.y += size * self.look.lead
            left, right = self.frame
            wide = sum(self.length(text, kind, size) for text, kind in row)
            x = left + indent + ((right - left - indent - wide) / 2 if align == "centre" else 0)
            if hang and number == 0:
                self.at(left, self.y, hang, face=face, size=size)
            if under:
                self.line(x, self.y + 1.5, x + wide, self.y + 1.5)
            for text, kind in _joined(row):
                self.at(x, self.y, text, face=kind, size=size, colour=colour)
                x += sum(self.length(word + " ", kind, size) for word in text.split())
        self.y += gap

    def _rows(self, runs: Sequence[Run], size: float, indent: float) -> list[list[Run]]:
        left, right = self.frame
        return self.wrapped(runs, right - left - indent, size)

    def wrapped(self, runs: Sequence[Run], wide: float, size: float) -> list[list[Run]]:
        """Lines of runs that fit the width."""
        rows: list[list[Run]] = []
        for part in _paragraphs(runs):
            row, used = list[Run](), 0.0
            for word, face in part:
                step = self.length(word + " ", face, size)
                if row and used + step - self.length(" ", face, size) > wide:
                    rows.append(row)
                    row, used = [], 0.0
                row.append((word + " ", face))
                used += step
            rows.append(row)
        return rows

    def table(
        self,
        rows: Sequence[Sequence[str]],
        shares: Sequence[float],
        *,
        form: str = "ruled",
        bold: int = 1,
        size: float = 0,
        repeat: bool = False,
    ) -> list[int]:
        """A table; returns the page on which each row begins. Rows are not broken over pages."""
        size = size or self.look.size - 1
        begun = []
        for number, row in enumerate(rows):
            if self._row_height(row, shares, size) > self.room:
                self.advance()
                if repeat and number:
                    self._row(rows[0], shares, size, form, face="bold")
            begun.append(self.number)
            self._row(row, shares, size, form, face="bold" if number < bold else "regular")
        self.y += 10
        return begun

    def _cells(self, row: Sequence[str], shares: Sequence[float], size: float, face: str) -> list[list[list[Run]]]:
        left, right = self.frame
        unit = (right - left) / sum(shares)
        return [self.wrapped([(words, face)], unit * share - 8, size) for words, share in zip(row, shares, strict=True)]

    def _row_height(self, row: Sequence[str], shares: Sequence[float], size: float) -> float:
        return max(len(cell) for cell in self._cells(row, shares, size, "bold")) * size * 1.25 + 8

    def _row(self, row: Sequence[str], shares: Sequence[float], size: float, form: str, *, face: str) -> None:
        left, right = self.frame
        unit, x = (right - left) / sum(shares), left
        cells = self._cells(row, shares, size, face)
        tall = max(len(cell) for cell in cells) * size * 1.25 + 8
        if form == "shaded" and face == "bold":
            self.box(left, self.y, right, self.y + tall, fill=(0.85, 0.88, 0.93))
        for cell, share in zip(cells, shares, strict=True):
            if form in {"ruled", "shaded"}:
                self.box(x, self.y, x + unit * share, self.y + tall)
            for at, line in enumerate(cell):
                self.at(
                    x + 4, self.y + 3 + (at + 0.85) * size * 1.25, "".join(t for t, _ in line), face=face, size=size
                )
            x += unit * share
        if form == "rules":
            self.line(left, self.y + tall, right, self.y + tall)
        self.y += tall

    def _font(self, face: str) -> Any:
        return font(FACES[self.look.face][face])


def _paragraphs(runs: Sequence[Run]) -> list[list[Run]]:
    """The words of each line that is broken by hand."""
    parts: list[list[Run]] = [[]]
    for words, face in runs:
        for number, line in enumerate(words.split("\n")):
            if number:
                parts.append([])
            parts[-1].extend((word, face) for word in line.split())
    return parts


def _joined(row: Sequence[Run]) -> list[Run]:
    """Words that follow each other in one face, as one."""
    return [("".join(text for text, _ in part), face) for face, part in groupby(row, key=itemgetter(1))]
