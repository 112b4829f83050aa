"""The text of one page made ready for finding phrases in it."""

from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mrse_assess.documents import PageWords
from mrse_assess.workbench.folding import ends_broken, folded, forms


class Run(NamedTuple):
    """Words of a page that stand together, from ``first`` to ``last``, both included, counted from 0."""

    first: int
    last: int


@dataclass(frozen=True, kw_only=True)
class Spelling:
    """A page's folded text in one string. ``starts`` are the places where words begin, ``words`` which words they are.

    Words that fold to nothing (a dash by itself) are left out.
    """

    text: str
    starts: "array[int]"
    words: "array[int]"

    def runs(self, phrase: str) -> Iterator[Run]:
        """Every place of the folded phrase, overlapping ones too."""
        at = self.text.find(phrase)
        while at >= 0:
            first = bisect_right(self.starts, at) - 1
            last = bisect_right(self.starts, at + len(phrase) - 1) - 1
            yield Run(self.words[first], self.words[last])
            at = self.text.find(phrase, at + 1)


def spellings(words: PageWords) -> tuple[Spelling, ...]:
    """The page as printed, and where a word is broken at the end of a line, also with its halves put together."""
    pieces = [folded(text) for text in words.texts]
    broken = {at for at in range(len(pieces) - 1) if pieces[at] and pieces[at + 1] and is_broken(words, at)}
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
    parts: list[str] = []
    starts, numbers, at = array("I"), array("I"), 0
    for number, piece in enumerate(pieces):
        if piece:
            part = piece if number in joined else f"{piece} "
            parts.append(part)
            starts.append(at)
            numbers.append(number)
            at += len(part)
    return Spelling(text="".join(parts).rstrip(" "), starts=starts, words=numbers)


def places_of(page: Sequence[Spelling], text: str) -> tuple[Run, ...]:
    """Every run of words on the page in which the text stands, in order; overlapping ones too."""
    return tuple(sorted({run for phrase in forms(text) for spelling in page for run in spelling.runs(phrase)}))


def apart(runs: Sequence[Run]) -> tuple[Run, ...]:
    """The runs, of which those that begin inside the one before are left out: a search counts a place once."""
    kept: list[Run] = []
    for run in runs:
        if not kept or run.first > kept[-1].last:
            kept.append(run)
    return tuple(kept)
