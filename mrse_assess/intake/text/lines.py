"""Pages as lines of words: what stands on one height, left to right, with its box."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from operator import attrgetter
from statistics import median
from typing import Final, NamedTuple

from mrse_assess.model.pages import DocumentReading, PageReading, Word
from mrse_assess.model.places import Box
from mrse_assess.terms import TextSource

_CUT: Final = re.compile(r"(?<=\w)-\s*\n(?=[a-z0-9])")
_SAME_LINE: Final = 0.5  # share of the smaller word's height that two words of a line have in common
_SHORT: Final = 4  # letters
_TALL: Final = 1.4  # usual heights from which a recognised short word's box is too tall
_left: Final = attrgetter("x0")
_top: Final = attrgetter("y0")
_bottom: Final = attrgetter("y1")


class _Line(NamedTuple):
    words: tuple[Word, ...]
    y0: float
    y1: float


class Line(_Line):
    """The words of one height of a page, from left to right."""

    @cached_property
    def text(self) -> str:
        """The words with single spaces; asked for by every stage, so it is put together once."""
        return " ".join([word.text for word in self.words])

    @property
    def x0(self) -> float:
        """The left edge in points."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """The right edge in points."""
        return max([word.x1 for word in self.words])

    @property
    def box(self) -> Box:
        """The box of all words."""
        return (self.x0, self.y0, self.x1, self.y1)


class PageLines(NamedTuple):
    """One page of one file as lines, top to bottom."""

    file: str
    page: PageReading
    lines: tuple[Line, ...]

    @property
    def number(self) -> int:
        """The page's number in its file, from 1."""
        return self.page.number

    @property
    def word_count(self) -> int:
        """How many words the page holds."""
        return len(self.page.words)


class FileLines(NamedTuple):
    """One file as lines."""

    reading: DocumentReading
    pages: tuple[PageLines, ...]

    @property
    def file(self) -> str:
        """The path inside the portfolio as the applicant named it."""
        return self.reading.file

    def page(self, number: int) -> PageLines:
        """The page with this number, from 1."""
        return self.pages[number - 1]


def file_lines(reading: DocumentReading) -> FileLines:
    """Every page of a file as lines."""
    pages = tuple(_trimmed(page) for page in reading.pages)
    return FileLines(reading, tuple(PageLines(reading.file, page, lines_of(page.words)) for page in pages))


def _trimmed(page: PageReading) -> PageReading:
    """A recognised page with short words as high as the others: recognition makes their boxes taller by half a line."""
    if page.text_source is not TextSource.RECOGNISED or not page.words:
        return page
    usual = median(word.y1 - word.y0 for word in page.words)
    words = tuple(
        _lowered(word, usual) if len(word.text) <= _SHORT and word.y1 - word.y0 > _TALL * usual else word
        for word in page.words
    )
    return page if words == page.words else replace(page, words=words)


def _lowered(word: Word, height: float) -> Word:
    middle = (word.y0 + word.y1) / 2
    return word._replace(y0=middle - height / 2, y1=middle + height / 2)


def lines_of(words: Sequence[Word]) -> tuple[Line, ...]:
    """Words grouped by height, top to bottom, each line from left to right.

    A word joins the line under way when the two share half of the smaller height: tall words then chain no lines.
    """
    lines: list[Line] = []
    current: list[Word] = []
    top = bottom = 0.0
    for word in sorted(words, key=lambda each: (each.y0 + each.y1, each.x0)):
        shared = min(bottom, word.y1) - max(top, word.y0)
        if current and shared >= _SAME_LINE * min(bottom - top, word.y1 - word.y0):
            current.append(word)
            continue
        if current:
            lines.append(_line(current))
        current, top, bottom = [word], word.y0, word.y1
    if current:
        lines.append(_line(current))
    return tuple(lines)


def segments(line: Line, *, gap: float = 0.9) -> tuple[tuple[Word, ...], ...]:
    """The line cut where the white space is wider than ``gap`` times the line's height: cells without rulings."""
    limit = gap * max(line.y1 - line.y0, 4.0)
    found: list[list[Word]] = []
    for word in line.words:
        if found and word.x0 - found[-1][-1].x1 < limit:
            found[-1].append(word)
        else:
            found.append([word])
    return tuple(tuple(part) for part in found)


def joined(words: Iterable[Word]) -> str:
    """Words as text in reading order, a line break where a new height begins."""
    return "\n".join(line.text for line in lines_of(tuple(words)))


def flat(text: str) -> str:
    """Text of several lines in one, a word that a line break cut at its hyphen put together."""
    return " ".join(_CUT.sub("-", text).split())


def box_of(words: Sequence[Word]) -> Box | None:
    """The box around the words, or None when there are none."""
    if not words:
        return None
    return (
        min(word.x0 for word in words),
        min(word.y0 for word in words),
        max(word.x1 for word in words),
        max(word.y1 for word in words),
    )


def usual_height(lines: Sequence[Line]) -> float:
    """The median height of lines in points; 10 when there are none."""
    return median(line.y1 - line.y0 for line in lines) if lines else 10.0


def _line(words: list[Word]) -> Line:
    ordered = tuple(sorted(words, key=_left))
    return Line(ordered, min(map(_top, ordered)), max(map(_bottom, ordered)))
