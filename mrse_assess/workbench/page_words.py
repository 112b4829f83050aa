"""Pages in a person's words ("3", "3-5, 8"), and where they lead within an item."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from mrse_assess.model.places import PageSpan
from mrse_assess.model.portfolio import EvidenceItem
from mrse_assess.workbench.evidence import item_places

Place = tuple[str, int]
"""A file and a page of it, from 1."""

MOST_PAGES = 600
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
_WORD = re.compile(r"^(?:pages?|pp|p)\.?\s*", re.IGNORECASE)
_RANGE = re.compile(r"([0-9]{1,5})(?:\s*(?:-|to)\s*([0-9]{1,5}))?")


def page_numbers(words: str) -> tuple[int, ...] | None:
    """Every page that the words name, in order; () for none, None when they are not pages."""
    words = _WORD.sub("", words.translate(_DASHES).strip())
    if not words:
        return ()
    found: list[int] = []
    for part in re.split(r"[,&]|\band\b", words):
        match = _RANGE.fullmatch(part.strip())
        if match is None:
            return None
        first, last = int(match[1]), int(match[2] or match[1])
        if not 1 <= first <= last < first + MOST_PAGES:
            return None
        found.extend(range(first, last + 1))
    return tuple(dict.fromkeys(found))


def page_words(numbers: Iterable[int]) -> str:
    """The numbers as a person writes them: "3-5, 8"."""
    ends = [(run[0], run[-1]) for run in _runs(numbers)]
    return ", ".join(f"{first}" if first == last else f"{first}-{last}" for first, last in ends)


def numbering(item: EvidenceItem, offsets: Mapping[str, int]) -> tuple[int, ...]:
    """The number of each page of the item: as printed in a file whose offset is known, else counted from its first."""
    places = enumerate(item_places(item), start=1)
    return tuple(page - offsets[file] if file in offsets else number for number, (file, page) in places)


def places_of_pages(item: EvidenceItem, numbers: Sequence[int], offsets: Mapping[str, int]) -> tuple[Place, ...]:
    """The pages of the item that bear the numbers; those that it does not have are left out."""
    by_number: dict[int, Place] = {}
    for number, place in zip(numbering(item, offsets), item_places(item), strict=True):
        by_number.setdefault(number, place)
    return tuple(by_number[number] for number in numbers if number in by_number)


def spans_of(places: Iterable[Place]) -> tuple[PageSpan, ...]:
    """The places as runs of pages, file by file in the order of the files' first place."""
    by_file: dict[str, set[int]] = {}
    for file, page in places:
        by_file.setdefault(file, set()).add(page)
    return tuple(
        PageSpan(file=file, first=run[0], last=run[-1]) for file, pages in by_file.items() for run in _runs(pages)
    )


def _runs(numbers: Iterable[int]) -> list[list[int]]:
    """Numbers that follow one another, together, in rising order."""
    grouped = groupby(enumerate(sorted(set(numbers))), key=lambda pair: pair[1] - pair[0])
    return [[number for _, number in run] for _, run in grouped]
