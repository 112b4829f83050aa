"""Phrases of several lists found together on a page, each with the sentence it stands in.

One word proves little: checks that ask whether several things are said together, or more of one than of another, look
through a page once with a phrase book and count what came of it.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from mrse_assess.screening.page_text import PageText

_TOKEN: Final = re.compile(r"(?<!')[^\W_]+|(?<=')[^\W_]{2,}|[.!?;](?=\s|$)|\n")  # the s of "maker's" left out
_ENDS: Final = frozenset(".!?;\n")
_SHORT_LINE: Final = 0.6  # of the longest line: what follows a heading or the end of a paragraph is a new sentence
_GAP: Final = ".."
_LONGEST_GAP: Final = 4  # words
_LONGEST_SENTENCE: Final = 60  # words: a table or list without full stops is cut here


class Signal(NamedTuple):
    """One phrase on a page. ``group`` is its list, ``phrase`` its wording there, ``sentence`` counts from 0."""

    group: str
    phrase: str
    start: int
    end: int
    sentence: int


class _Step(NamedTuple):
    """One word of a phrase: any of ``whole`` or beginning with any of ``begun``, after up to ``gap`` other words."""

    whole: frozenset[str]
    begun: tuple[str, ...]
    gap: int

    def fits(self, word: str) -> bool:
        """Whether the word is one of these."""
        return word in self.whole or (bool(self.begun) and word.startswith(self.begun))


class _Phrase(NamedTuple):
    group: str
    text: str
    steps: tuple[_Step, ...]


@dataclass(frozen=True)
class PhraseBook:
    """Phrases by group. In them ``*`` ends a word with any ending, ``|`` means either, ``..`` up to four words more.

    Capitals, hyphens and the marks around words do not count. Phrases do not run over the end of a sentence.
    """

    phrases: tuple[_Phrase, ...]

    @cached_property
    def _exact(self) -> Mapping[str, tuple[_Phrase, ...]]:
        return _by_first(self.phrases, prefixes=False)

    @cached_property
    def _prefixes(self) -> Mapping[str, tuple[_Phrase, ...]]:
        return _by_first(self.phrases, prefixes=True)

    @cached_property
    def _lengths(self) -> tuple[int, ...]:
        return tuple(sorted({len(prefix) for prefix in self._prefixes}))

    def signals(self, pages: Iterable[PageText]) -> Mapping[tuple[str, int], tuple[Signal, ...]]:
        """Every phrase of each page by file and number, in order; of those of one group that overlap, the longest."""
        known: dict[str, tuple[_Phrase, ...]] = {}
        return {
            place: self._of_page(page, known) for place, page in {(one.file, one.number): one for one in pages}.items()
        }

    def found_in(self, text: str, group: str) -> bool:
        """Whether a phrase of the group stands in a short text, as in a title."""
        words = [match.group().lower() for match in _TOKEN.finditer(text)]
        known = (self._beginning_with(word) for word in words)
        return any(
            _matched(one.steps, words, at) for at, each in enumerate(known) for one in each if one.group == group
        )

    def _of_page(self, page: PageText, known: dict[str, tuple[_Phrase, ...]]) -> tuple[Signal, ...]:
        spans = _tokens(page.text)
        words = [page.text[start:end].lower() for start, end in spans]
        for word in set(words).difference(known):
            known[word] = self._beginning_with(word)
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

    def _beginning_with(self, token: str) -> tuple[_Phrase, ...]:
        found = self._exact.get(token, ())
        for length in self._lengths:
            if length > len(token):
                break
            found += self._prefixes.get(token[:length], ())
        return found


@lru_cache(maxsize=16)
def phrase_book(lists: tuple[tuple[str, tuple[str, ...]], ...]) -> PhraseBook:
    """The phrase book of these lists, by name."""
    return PhraseBook(tuple(_Phrase(group, text, tuple(_steps(text))) for group, texts in lists for text in texts))


def book_of(lists: Mapping[str, tuple[str, ...]]) -> PhraseBook:
    """The phrase book of a check's lists."""
    return phrase_book(tuple(sorted(lists.items())))


def distinct(signals: Iterable[Signal], groups: Sequence[str]) -> int:
    """How many different phrases of these groups there are."""
    return len({(each.group, each.phrase) for each in signals if each.group in groups})


def _steps(text: str) -> Iterator[_Step]:
    """The words of a phrase, one after the other."""
    gap = 0
    for word in re.sub(r"'s\b|[^\w*|.\s]|_", " ", text.lower()).split():
        if word == _GAP:
            gap = _LONGEST_GAP
            continue
        either = word.strip(".").split("|")
        whole = frozenset(each for each in either if not each.endswith("*"))
        yield _Step(whole, tuple(each[:-1] for each in either if each.endswith("*")), gap)
        gap = 0


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


def _by_first(phrases: Iterable[_Phrase], *, prefixes: bool) -> Mapping[str, tuple[_Phrase, ...]]:
    found: dict[str, list[_Phrase]] = defaultdict(list)
    for phrase in phrases:
        for word in phrase.steps[0].begun if prefixes else phrase.steps[0].whole:
            found[word].append(phrase)
    return {word: tuple(each) for word, each in found.items()}


def _sentence_ends(words: Sequence[str]) -> list[int]:
    """Where sentences end, as indices of words."""
    ends, begin = [], 0
    for at, word in enumerate(words):
        if word in _ENDS or at - begin >= _LONGEST_SENTENCE:
            ends.append(at)
            begin = at
    return ends


def _longest(phrases: Sequence[_Phrase], words: Sequence[str], at: int) -> Iterator[tuple[str, str, int]]:
    """Of each group the longest phrase that stands here, and the word behind it."""
    best: dict[str, tuple[str, int]] = {}
    for phrase in phrases:
        last = _matched(phrase.steps, words, at)
        if last and last > best.get(phrase.group, ("", 0))[1]:
            best[phrase.group] = (phrase.text, last)
    return ((group, text, last) for group, (text, last) in best.items())


def _matched(steps: Sequence[_Step], words: Sequence[str], at: int) -> int:
    """The word behind the phrase whose first word stands here, 0 where the rest does not."""
    place = at + 1
    for step in steps[1:]:
        if place < len(words) and step.fits(words[place]):
            place += 1
        elif step.gap:
            place = _after_gap(step, words, place)
            if not place:
                return 0
        else:
            return 0
    return place


def _after_gap(step: _Step, words: Sequence[str], place: int) -> int:
    """The word behind the first that fits within the gap and the sentence, 0 where none does."""
    for index in range(place, min(place + step.gap + 1, len(words))):
        if step.fits(words[index]):
            return index + 1
        if words[index] in _ENDS:
            return 0
    return 0
