"""Runs of words that two items share. Run in the worker: it may look at two hundred pages of each.

Plain counting of the same words in the same order, no judgement of it: headers and forms on both items count too.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from mrse_assess.documents import PageWords, WordFile
from mrse_assess.model.places import Box
from mrse_assess.workbench.folding import folded
from mrse_assess.workbench.page_text import is_broken

SHORTEST_RUN = 6  # words
MOST_CANDIDATES = 8  # places at which a run is tried; more are of text repeated on every page
MOST_WORDS = 400_000  # of one item
MOST_RUNS = 1000
_EDGES = "()[]{}<>.,;:!?\"'`*/\\|"

FilePages = tuple[tuple[str, tuple[int, ...]], ...]
"""Files of words by their path, and which of their pages; in the order of the item."""


class Token(NamedTuple):
    """One word for comparing, and the words of the page of the item (from 1) that it is printed as."""

    text: str
    number: int
    first: int
    last: int


class SharedPlaces(NamedTuple):
    """A run on one page of each item, with its boxes there."""

    number: int
    boxes: tuple[Box, ...]
    other_number: int
    other_boxes: tuple[Box, ...]
    words: int


class Shared(NamedTuple):
    """What two items share: ``counted`` words of the shorter one stand in shared runs."""

    words: int
    other_words: int
    counted: int
    runs: tuple[SharedPlaces, ...]


def tokens(pages: Sequence[PageWords]) -> list[Token]:
    """The words of the pages, folded, without marks around them; a word broken at a line's end is one."""
    found: list[Token] = []
    for number, words in enumerate(pages, start=1):
        found.extend(_tokens_of(words, number))
    return found[:MOST_WORDS]


def _tokens_of(words: PageWords, number: int) -> Iterator[Token]:
    said, begun = "", -1
    for at, text in enumerate(words.texts):
        said += folded(text).strip(_EDGES)
        begun = at if begun < 0 else begun
        if not (said and is_broken(words, at)):
            if said:
                yield Token(said, number, begun, at)
            said, begun = "", -1


def matches(one: Sequence[str], other: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Runs of at least six words: where each begins in ``one`` and in ``other``, and how many words it has.

    From the start of ``one`` on, at each word the longest run is taken and its words are used up, so that no word
    of ``one`` is counted twice.
    """
    places: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(other) - SHORTEST_RUN + 1):
        at_most = places.setdefault(tuple(other[at : at + SHORTEST_RUN]), [])
        if len(at_most) < MOST_CANDIDATES:
            at_most.append(at)
    at = 0
    while at <= len(one) - SHORTEST_RUN:
        candidates = places.get(tuple(one[at : at + SHORTEST_RUN]), ())
        length, there = max(((_length(one, other, at, place), -place) for place in candidates), default=(0, 0))
        if length:
            yield at, -there, length
        at += length or 1


def _length(one: Sequence[str], other: Sequence[str], at: int, place: int) -> int:
    length = SHORTEST_RUN
    end = min(len(one) - at, len(other) - place)
    while length < end and one[at + length] == other[place + length]:
        length += 1
    return length


def compare_task(one: FilePages, other: FilePages) -> Shared:
    """What the pages of two items share, with the boxes of the runs on both."""
    pages, other_pages = _pages(one), _pages(other)
    words, other_words = tokens(pages), tokens(other_pages)
    turned = len(other_words) < len(words)  # each word of the shorter one is counted once
    left, right = (other_words, words) if turned else (words, other_words)
    found = [*matches([token.text for token in left], [token.text for token in right])]
    runs = [
        place
        for begin, there, length in sorted(found, key=lambda run: -run[2])[:MOST_RUNS]
        for place in _places(
            *((there, begin) if turned else (begin, there)), length, (words, other_words), (pages, other_pages)
        )
    ]
    return Shared(len(words), len(other_words), sum(length for _, _, length in found), tuple(sorted(runs)[:MOST_RUNS]))


def _pages(files: FilePages) -> list[PageWords]:
    return [words for path, numbers in files for words in WordFile(Path(path)).some(numbers)]


def _places(
    begin: int,
    other_begin: int,
    length: int,
    words: tuple[Sequence[Token], Sequence[Token]],
    pages: tuple[Sequence[PageWords], Sequence[PageWords]],
) -> Iterator[SharedPlaces]:
    """The run in pieces that each lie on one page of both items."""
    pairs = zip(words[0][begin : begin + length], words[1][other_begin : other_begin + length], strict=True)
    for (number, other_number), piece in groupby(pairs, key=lambda pair: (pair[0].number, pair[1].number)):
        both = list(piece)
        (first, other_first), (last, other_last) = both[0], both[-1]
        yield SharedPlaces(
            number,
            pages[0][number - 1].boxes_of(first.first, last.last),
            other_number,
            pages[1][other_number - 1].boxes_of(other_first.first, other_last.last),
            len(both),
        )


def likeness_task(one: FilePages, others: Sequence[FilePages]) -> tuple[float, ...]:
    """For each of the others a share, 0 to 1: how much of the shorter item's runs of six words stand in the other too.

    An estimate for the order of a list: runs are counted as a set, wherever they stand, and words as they are printed.
    """
    own = _grams(one)
    shares = []
    for other in others:
        grams = _grams(other)
        shorter = min(len(own), len(grams))
        shares.append(len(own & grams) / shorter if shorter else 0.0)
    return tuple(shares)


def _grams(files: FilePages) -> set[int]:
    pages = [" ".join(page.texts) for path, numbers in files for page in WordFile(Path(path)).texts(numbers)]
    words = " ".join(pages).lower().split()[:MOST_WORDS]
    return set(map(hash, zip(*(words[at:] for at in range(SHORTEST_RUN)), strict=False)))
