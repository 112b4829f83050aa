"""Phrases of several lists found together on a page, each with the sentence it stands in.

One word proves little: checks that ask whether several things are said together, or more of one than of another, look
through a page once with a phrase book and count what came of it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from mrse_assess.screening.page_text import PageText
from mrse_assess.screening.phrases.steps import ENDS, Index, Phrase, end_of, steps_of

_TOKEN: Final = re.compile(r"(?<!')[^\W_]+|(?<=')[^\W_]{2,}|[.!?;](?=\s|$)|\n")  # the s of "maker's" left out
_NOT_WORDS: Final = re.compile(r"'s\b|[^\w*|.\s]|_")
_SHORT_LINE: Final = 0.6  # of the longest line: what follows a heading or the end of a paragraph is a new sentence
_LONGEST_SENTENCE: Final = 60  # words: a table or list without full stops is cut here


class Signal(NamedTuple):
    """One phrase on a page. ``group`` is its list, ``phrase`` its wording there, ``sentence`` counts from 0."""

    group: str
    phrase: str
    start: int
    end: int
    sentence: int


@dataclass(frozen=True)
class PhraseBook:
    """Phrases by group. Capitals, hyphens and the marks around words do not count, nor does the end of a long line."""

    index: Index

    def signals(self, pages: Iterable[PageText]) -> Mapping[tuple[str, int], tuple[Signal, ...]]:
        """Every phrase of each page by file and number, in order; of those of one group that overlap, the longest."""
        known: dict[str, tuple[Phrase, ...]] = {}
        return {
            place: self._of_page(page, known) for place, page in {(one.file, one.number): one for one in pages}.items()
        }

    def found_in(self, text: str, group: str) -> bool:
        """Whether a phrase of the group stands in a short text, as in a title."""
        words = [match.group().lower() for match in _TOKEN.finditer(text)]
        known = (self.index.begun_by(word) for word in words)
        return any(end_of(one.steps, words, at) for at, each in enumerate(known) for one in each if one.group == group)

    def _of_page(self, page: PageText, known: dict[str, tuple[Phrase, ...]]) -> tuple[Signal, ...]:
        spans = _tokens(page.text)
        words = [page.text[start:end].lower() for start, end in spans]
        for word in set(words).difference(known):
            known[word] = self.index.begun_by(word)
        ends = _sentence_ends(words)
        found: list[Signal] = []
        free_from: dict[str, int] = {}
        for at, word in enumerate(words):
            if not (phrases := known[word]):
                continue
            for group, phrase, last in _longest(phrases, words, at):
                if at >= free_from.get(group, 0):
                    free_from[group] = last
                    found.append(Signal(group, phrase, spans[at][0], spans[last - 1][1], bisect_right(ends, at)))
        return tuple(found)


@lru_cache(maxsize=16)
def _book_of(lists: tuple[tuple[str, tuple[str, ...]], ...]) -> PhraseBook:
    written = [(group, text) for group, texts in lists for text in texts]
    phrases = (Phrase(at, group, text, tuple(steps_of(_parts(text)))) for at, (group, text) in enumerate(written))
    return PhraseBook(Index(tuple(phrases)))


def book_of(lists: Mapping[str, tuple[str, ...]]) -> PhraseBook:
    """The phrase book of a check's lists."""
    return _book_of(tuple(sorted(lists.items())))


def distinct(signals: Iterable[Signal], groups: Sequence[str]) -> int:
    """How many different phrases of these groups there are."""
    return len({(each.group, each.phrase) for each in signals if each.group in groups})


def _parts(text: str) -> Iterator[str]:
    """The parts of a phrase as the words of a page are parted."""
    return (part if part == ".." else part.strip(".") for part in _NOT_WORDS.sub(" ", text.lower()).split())


def _tokens(text: str) -> list[tuple[int, int]]:
    """The words of a text and the ends of its sentences; the end of a line is one where the line is a short one."""
    short = _SHORT_LINE * max(map(len, text.split("\n")))
    found, begin = [], 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if text[start] == "\n":
            is_short, begin = start - begin < short, end
            if not is_short:
                continue
        found.append((start, end))
    return found


def _sentence_ends(words: Sequence[str]) -> list[int]:
    """Where sentences end, as indices of words."""
    ends, begin = [], 0
    for at, word in enumerate(words):
        if word in ENDS or at - begin >= _LONGEST_SENTENCE:
            ends.append(at)
            begin = at
    return ends


def _longest(phrases: Sequence[Phrase], words: Sequence[str], at: int) -> Iterator[tuple[str, str, int]]:
    """Of each group the longest phrase that stands here, and the word behind it."""
    best: dict[str, tuple[str, int]] = {}
    for phrase in phrases:
        last = end_of(phrase.steps, words, at)
        if last and last > best.get(phrase.group, ("", 0))[1]:
            best[phrase.group] = (phrase.text, last)
    return ((group, text, last) for group, (text, last) in best.items())
