"""What page numbers in references count: pages of the item, of the file, or the numbers printed on the pages."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from mrse_assess.intake.labels import plain
from mrse_assess.intake.lines import FileLines, PageLines, segments
from mrse_assess.intake.running import edge_lines

_PRINTED: Final = re.compile(
    r"\b(?:page|pg|p)\.?\s*(\d{1,4})\b|^[\s\-|]*(\d{1,4})[\s\-|]*$|\b(\d{1,4})\s*(?:of|/)\s*\d{1,4}\s*$", re.IGNORECASE
)
_LONGEST_FOOT: Final = 12  # words
_LEAST: Final = 3
_SUPPORT: Final = 0.4  # share of pages that must agree on an offset

Place = tuple[str, int]
"""A file and a page of it."""


class Counting(StrEnum):
    """What a page number in a reference counts."""

    IN_ITEM = "from the first page of each item"
    AFTER_DIVIDER = "from the page after each item's divider"
    IN_FILE = "from the first page of the file"
    PRINTED = "as the numbers printed on the pages"


class Hinted(NamedTuple):
    """The pages that a reference names and the pages of its item."""

    numbers: tuple[int, ...]
    item: tuple[Place, ...]
    divided: bool  # the item's first page is a divider


class Found(NamedTuple):
    """How page numbers are counted in this portfolio: how many references fit, of how many."""

    counting: Counting
    fitting: int
    total: int
    rivals: tuple[Counting, ...]


class Printed(NamedTuple):
    """Numbers in the heads and feet of a file's pages. ``offset``: pages before the one printed as 1, or None.

    ``seen`` are all numbers of a page, those of the documents bound into the file included.
    """

    offset: int | None
    seen: Mapping[int, frozenset[int]]


def printed_numbers(file: FileLines) -> Printed:
    """The numbers printed on the pages of a file, with the offset on which many pages agree."""
    seen = {page.number: _numbers_on(page) for page in file.pages}
    offsets = Counter(page - number for page, numbers in seen.items() for number in numbers)
    offset, count = offsets.most_common(1)[0] if offsets else (0, 0)
    return Printed(offset if count >= max(_LEAST, _SUPPORT * len(file.pages)) else None, seen)


def places(hint: Hinted, counting: Counting, printed: Mapping[str, Printed]) -> tuple[Place, ...]:
    """Where the hint leads when it is counted so; numbers that lead nowhere are left out."""
    found = (_place(number, hint, counting, printed) for number in hint.numbers)
    return tuple(place for place in found if place is not None)


def find_counting(hints: Sequence[Hinted], printed: Mapping[str, Printed]) -> Found | None:
    """The counting that fits most references; of equals the first that people mostly use. None without hints."""
    if not hints:
        return None
    fits = {
        counting: sum(len(places(hint, counting, printed)) == len(hint.numbers) for hint in hints)
        for counting in Counting
    }
    best = max(Counting, key=lambda counting: (fits[counting], -list(Counting).index(counting)))
    rivals = tuple(
        counting
        for counting in Counting
        if counting not in {best, Counting.AFTER_DIVIDER}  # rare: only where it alone fits
        and fits[counting] == fits[best]
        and any(places(hint, counting, printed) != places(hint, best, printed) for hint in hints)
    )
    return Found(best, fits[best], len(hints), rivals)


def _place(number: int, hint: Hinted, counting: Counting, printed: Mapping[str, Printed]) -> Place | None:
    if counting in {Counting.IN_ITEM, Counting.AFTER_DIVIDER}:
        index = number - 1 + (counting is Counting.AFTER_DIVIDER and hint.divided)
        return hint.item[index] if 0 <= index < len(hint.item) else None
    if counting is Counting.IN_FILE:
        return next((place for place in hint.item if place[1] == number), None)
    return _printed_place(number, hint, printed)


def _printed_place(number: int, hint: Hinted, printed: Mapping[str, Printed]) -> Place | None:
    """The page of the item that bears the number: by the offset of its file, else by what is printed on it alone."""
    for file, page in hint.item:
        offset = printed[file].offset if file in printed else None
        if offset is not None and page - offset == number:
            return file, page
    there = [(file, page) for file, page in hint.item if file in printed and number in printed[file].seen.get(page, ())]
    return there[0] if len(there) == 1 else None


def _numbers_on(page: PageLines) -> frozenset[int]:
    found: set[int] = set()
    for line in edge_lines(page):
        for words in segments(line):
            match = _PRINTED.search(plain(" ".join(word.text for word in words)))
            if match and len(words) <= _LONGEST_FOOT:
                found.add(int(next(group for group in match.groups() if group)))
    if page.page.label and page.page.label.isdecimal():
        found.add(int(page.page.label))
    return frozenset(found)
