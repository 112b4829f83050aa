"""The text of one page made ready for finding phrases in it."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from mrse_assess.documents import PageWords
from mrse_assess.workbench.folding import HYPHENS, ends_broken, folded_words, forms


class Run(NamedTuple):
    """Words of a page that stand together, from ``first`` to ``last``, both included, counted from 0."""

    first: int
    last: int


@dataclass(frozen=True, kw_only=True)
class Spelling:
    """A page's folded text in one string. ``starts`` are the places where words begin, ``words`` which words they are.

    Words that fold to nothing (a dash by itself) are left out. ``plain``: no word has white space within it.
    """

    text: str
    starts: "array[int]"
    words: "array[int]"
    plain: bool

    def runs(self, phrase: str) -> Iterator[Run]:
        """Every place of the folded phrase, overlapping ones too."""
        at = self.text.find(phrase)
        while at >= 0:
            yield self.run(at, at + len(phrase))
            at = self.text.find(phrase, at + 1)

    def run(self, begin: int, end: int) -> Run:
        """The words of a part of the text."""
        first = bisect_right(self.starts, begin) - 1
        last = bisect_right(self.starts, end - 1, first) - 1
        return Run(self.words[first], self.words[last])


def spellings(words: PageWords) -> tuple[Spelling, ...]:
    """The page as printed, and where a word is broken at the end of a line, also with its halves put together."""
    pieces = folded_words(words.texts)
    hyphened = [at for at, text in enumerate(words.texts[:-1]) if text[-1:] in HYPHENS]
    broken = {at for at in hyphened if pieces[at] and pieces[at + 1] and is_broken(words, at)}
    printed = _spelling(pieces, set())
    return (printed, _spelling(pieces, broken)) if broken else (printed,)


def is_broken(words: PageWords, at: int) -> bool:
    """Whether this word goes on with the first word of the next line."""
    return (
        at + 1 < len(words.texts)
        and words.lines[at] != words.lines[at + 1]
        and ends_broken(words.texts[at])
        and words.texts[at + 1][0].isalnum()
    )


def _spelling(pieces: Sequence[str], joined: set[int]) -> Spelling:
    """The pieces with a space after each that is not joined to the next."""
    numbers = [number for number, piece in enumerate(pieces) if piece]
    parts = [pieces[number] if number in joined else f"{pieces[number]} " for number in numbers]
    text = "".join(parts).rstrip(" ")
    return Spelling(
        text=text,
        starts=array("I", accumulate(map(len, parts[:-1]), initial=0)) if parts else array("I"),
        words=array("I", numbers),
        plain=text.count(" ") + 1 == len(parts),
    )


def places_of(page: Sequence[Spelling], text: str) -> tuple[Run, ...]:
    """Every run of words on the page in which the text stands, in order; overlapping ones too."""
    return tuple(sorted({run for phrase in forms(text) for spelling in page for run in spelling.runs(phrase)}))


@dataclass(frozen=True, kw_only=True)
class Sought:
    """A text looked for on many pages. Of places that share a word a search counts the first one only."""

    forms: tuple[str, ...]
    pattern: re.Pattern[str]

    def count(self, page: Sequence[Spelling]) -> int:
        """How many places the page has."""
        return len(self.pattern.findall(page[0].text)) if self._is_simple(page) else len(self.hits(page))

    def hits(self, page: Sequence[Spelling]) -> tuple[Run, ...]:
        """The places on the page, in order."""
        if self._is_simple(page):
            return tuple(page[0].run(*match.span()) for match in self.pattern.finditer(page[0].text))
        kept: list[Run] = []
        for run in sorted({run for phrase in self.forms for spelling in page for run in spelling.runs(phrase)}):
            if not kept or run.first > kept[-1].last:
                kept.append(run)
        return tuple(kept)

    def _is_simple(self, page: Sequence[Spelling]) -> bool:
        """Whether there is but one thing to look for in one text, which is told quickly also where it stands often."""
        return len(page) == len(self.forms) == 1 and page[0].plain


def sought(text: str) -> Sought:
    """What to look for; the pattern takes the rest of a word along, so that no word is found twice."""
    wanted = forms(text)
    return Sought(forms=wanted, pattern=re.compile("|".join(f"{re.escape(form)}[^ ]*" for form in wanted)))
