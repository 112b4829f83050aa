"""The numbers that stand on pages, and what a page number in a reference leads to by each way of counting."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from mrse_assess.intake.text.labels import plain
from mrse_assess.intake.text.lines import FileLines, PageLines, segments
from mrse_assess.intake.text.running import edge_lines
from mrse_assess.terms import Counting

_PRINTED: Final = re.compile(
    r"\b(?:page|pg|p)\.?\s*(\d{1,4})\b|^[\s\-|]*(\d{1,4})[\s\-|]*$|\b(\d{1,4})\s*(?:of|/)\s*\d{1,4}\s*$"
    r"|\|\s*(\d{1,4})\s*$|^\s*(\d{1,4})\s*\|",
    re.IGNORECASE,
)
_LONGEST_FOOT: Final = 12  # words
_LEAST: Final = 3
_SUPPORT: Final = 0.4  # share of pages that must agree on an offset
_LISTED: Final = 0.6  # share of the contents list's entries that must

Place = tuple[str, int]
"""A file and a page of it."""


class Hinted(NamedTuple):
    """The pages that a reference names and the pages of its item. ``sections``: where the section that it names is."""

    numbers: tuple[int, ...]
    item: tuple[Place, ...]
    divided: bool  # the item's first page is a divider
    sections: tuple[Place, ...] = ()


class Listed(NamedTuple):
    """An item of the contents list with a page number: the number, and where the item begins."""

    number: int
    item: tuple[Place, ...]
    divided: bool


class Printed(NamedTuple):
    """Numbers in the heads and feet of a file's pages. ``offset``: pages before the one printed as 1, or None.

    ``seen`` are all numbers of a page, those of the documents bound into the file included.
    """

    offset: int | None
    seen: Mapping[int, frozenset[int]]


class Numbers(NamedTuple):
    """What pages are called: printed numbers of each file, and the pages of the portfolio before each file."""

    printed: Mapping[str, Printed]
    before: Mapping[str, int]

    def with_offsets(self, offsets: Mapping[str, int]) -> "Numbers":
        """The same with an offset for files whose pages bear no numbers that agree."""
        printed = dict(self.printed)
        for file, offset in offsets.items():
            here = printed.get(file, Printed(None, {}))
            if here.offset is None:
                printed[file] = here._replace(offset=offset)
        return self._replace(printed=printed)


def numbers_of(files: Sequence[FileLines], used: frozenset[str], listed: Sequence[Listed]) -> Numbers:
    """What the pages of the files are called; of the ``used`` ones the printed numbers as well."""
    before: dict[str, int] = {}
    count = 0
    for file in files:
        before[file.file] = count
        count += len(file.pages)
    printed = {file.file: printed_numbers(file) for file in files if file.file in used}
    return Numbers(printed, before).with_offsets(_listed_offsets(listed))


def printed_numbers(file: FileLines) -> Printed:
    """The numbers printed on the pages of a file, with the offset on which many pages agree."""
    seen = {page.number: _numbers_on(page) for page in file.pages}
    offsets = Counter(page - number for page, numbers in seen.items() for number in numbers)
    offset, count = offsets.most_common(1)[0] if offsets else (0, 0)
    return Printed(offset if count >= max(_LEAST, _SUPPORT * len(file.pages)) else None, seen)


def places(hint: Hinted, counting: Counting, numbers: Numbers) -> tuple[Place, ...]:
    """Where the hint leads when it is counted so; numbers that lead nowhere are left out."""
    found = (place_of(number, hint, counting, numbers) for number in hint.numbers)
    return tuple(place for place in found if place is not None)


def place_of(number: int, hint: Hinted, counting: Counting, numbers: Numbers) -> Place | None:
    """The page of the item that the number means when it is counted so, or None."""
    if counting in {Counting.IN_ITEM, Counting.AFTER_DIVIDER}:
        index = number - 1 + (counting is Counting.AFTER_DIVIDER and hint.divided)
        return hint.item[index] if 0 <= index < len(hint.item) else None
    if counting is Counting.IN_FILE:
        return next((place for place in hint.item if place[1] == number), None)
    if counting is Counting.IN_PORTFOLIO:
        return next((place for place in hint.item if numbers.before.get(place[0], 0) + place[1] == number), None)
    return _printed_place(number, hint, numbers.printed)


def _printed_place(number: int, hint: Hinted, printed: Mapping[str, Printed]) -> Place | None:
    """The page of the item that bears the number: by the offset of its file, else by what is printed on it alone."""
    for file, page in hint.item:
        offset = printed[file].offset if file in printed else None
        if offset is not None and page - offset == number:
            return file, page
    there = [(file, page) for file, page in hint.item if file in printed and number in printed[file].seen.get(page, ())]
    return there[0] if len(there) == 1 else None


def _listed_offsets(listed: Sequence[Listed]) -> dict[str, int]:
    """For each file the offset on which most page numbers of the contents list agree."""
    offsets: dict[str, Counter[int]] = {}
    for entry in listed:
        file, page = entry.item[0]
        offsets.setdefault(file, Counter())[page - entry.number] += 1
    found: dict[str, int] = {}
    for file, counts in offsets.items():
        offset, count = counts.most_common(1)[0]
        if count >= max(_LEAST, _LISTED * counts.total()):
            found[file] = offset
    return found


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
