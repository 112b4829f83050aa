"""The words of a page as one text in which patterns are found, and where on the page what was found stands."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from mrse_assess.intake.text.lines import PageLines, lines_of
from mrse_assess.model.pages import Word
from mrse_assess.model.places import Box, Locator
from mrse_assess.terms import TextSource

_FOLDED: Final = str.maketrans("\u2018\u2019\u201c\u201d\u2010\u2011\u2013\u00a0", "''\"\"--- ")
_LONGEST_QUOTE: Final = 160  # characters


@dataclass(frozen=True)
class PageText:
    """One page for checks to look through.

    Its ``text`` has one line for each line of the page, words with single spaces, quotation marks and dashes made
    plain (character for character, so that places hold). A picture of a page that was not read is not ``seen``.
    """

    lines: PageLines

    @property
    def file(self) -> str:
        """The file's path inside the portfolio."""
        return self.lines.file

    @property
    def number(self) -> int:
        """The page in its file, from 1."""
        return self.lines.number

    @property
    def seen(self) -> bool:
        """Whether the words of the page could be read."""
        return self.lines.page.has_text or self.lines.page.text_source is TextSource.RECOGNISED

    @cached_property
    def text(self) -> str:
        """The words of the page."""
        return "\n".join(line.text for line in self.lines.lines).translate(_FOLDED)

    @cached_property
    def _words(self) -> tuple[Word, ...]:
        return tuple(word for line in self.lines.lines for word in line.words)

    @cached_property
    def _starts(self) -> "array[int]":
        starts, at = array("q"), 0
        for word in self._words:
            starts.append(at)
            at += len(word.text) + 1
        return starts

    def find(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Every place of the pattern, in order."""
        return pattern.finditer(self.text)

    def place(self, start: int, end: int, *, quoted: bool = True) -> Locator:
        """The place of a part of the text, with its words unless they must not be repeated."""
        first, last = bisect_right(self._starts, start) - 1, bisect_right(self._starts, max(start, end - 1)) - 1
        words = self._words[max(0, first) : last + 1]
        quote = " ".join(self.text[start:end].split())[:_LONGEST_QUOTE] if quoted else None
        return Locator(file=self.file, page=self.number, box=_around(words), quote=quote)

    @cached_property
    def _recognised(self) -> frozenset[Word]:
        """The words that recognition saw: all, unless it is told how sure it was; the file's own have all certainty."""
        page = self.lines.page
        if page.text_source is not TextSource.RECOGNISED or len(page.certainty) != len(page.words):
            return frozenset(page.words if page.text_source is TextSource.RECOGNISED else ())
        return frozenset(word for word, sure in zip(page.words, page.certainty, strict=True) if sure < 1)

    @property
    def recognised_count(self) -> int:
        """How many words recognition saw."""
        return len(self._recognised)

    def written(self) -> "PageText":
        """The page without what was seen in pictures beside its own words; a scan, which has no others, as it is."""
        own = tuple(word for word in self.lines.page.words if word not in self._recognised)
        if not own or not self._recognised:
            return self
        page = replace(self.lines.page, words=own, certainty=(), text_source=TextSource.WRITTEN)
        return PageText(self.lines._replace(page=page, lines=lines_of(own)))

    def is_recognised(self, start: int, end: int) -> bool:
        """Whether a part of the text was seen in a picture, or some of it."""
        first, last = bisect_right(self._starts, start) - 1, bisect_right(self._starts, max(start, end - 1)) - 1
        return not self._recognised.isdisjoint(self._words[max(0, first) : last + 1])

    def line_of(self, place: int) -> str:
        """The line of the page in which a place of the text stands."""
        begin = self.text.rfind("\n", 0, place) + 1
        end = self.text.find("\n", place)
        return self.text[begin : end if end >= 0 else len(self.text)]


def _around(words: tuple[Word, ...]) -> Box | None:
    if not words:
        return None
    return (
        min(word.x0 for word in words),
        min(word.y0 for word in words),
        max(word.x1 for word in words),
        max(word.y1 for word in words),
    )
