"""Marks that the contents list gives: pages that begin with a listed title, and pages that it numbers."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from mrse_assess.intake.front.contents_list import Entry
from mrse_assess.intake.items.marks import Mark, Source
from mrse_assess.intake.items.page_heads import heading_texts
from mrse_assess.intake.text.labels import Label, read_label, squeezed
from mrse_assess.intake.text.lines import FileLines, PageLines
from mrse_assess.intake.text.page_numbers import printed_numbers

_SHORTEST: Final = 8  # letters of a title that is looked for
_TOP_LINES: Final = 6
_MOST_RUNS: Final = 3  # places where a title may begin a page; one that stands everywhere tells nothing
_LEAST_AGREEING: Final = 2
_PRINTED: Final = 3.0
_FROM_FIRST: Final = 0.5  # what speaks for numbers that count from the file's first page, without any other sign


def title_marks(file: FileLines, entries: Sequence[Entry], skipped: Collection[int]) -> tuple[Mark, ...]:
    """Pages, and bookmarks, that begin with the title of a listed item; where it runs over pages, the first of them."""
    labels = _by_title(entries)
    if not labels:
        return ()
    pages: dict[str, list[int]] = defaultdict(list)
    for page in file.pages:
        if page.number not in skipped:
            for each in _titles_on(page, labels):
                pages[each].append(page.number)
    found: list[Mark] = []
    for key, numbers in pages.items():
        starts = [number for number in numbers if number - 1 not in numbers]
        if len(starts) <= _MOST_RUNS:
            found.extend(Mark(number, labels[key], Source.TITLE) for number in starts)
    found.extend(
        Mark(bookmark.page, labels[squeezed(bookmark.title)], Source.LISTED_BOOKMARK)
        for bookmark in file.reading.bookmarks
        if squeezed(bookmark.title) in labels and bookmark.page not in skipped
    )
    return tuple(found)


def page_marks(
    file: FileLines, entries: Sequence[Entry], marks: Sequence[Mark], skipped: Collection[int]
) -> tuple[Mark, ...]:
    """Pages that the contents list numbers, once it is clear how many pages stand before the one that it calls 1."""
    numbered = [entry for entry in entries if entry.page is not None]
    if len(numbered) < _LEAST_AGREEING:
        return ()
    offset = _offset(file, numbered, marks, skipped)
    if offset is None:
        return ()
    return tuple(
        Mark(entry.page + offset, entry.label, Source.CONTENTS)
        for entry in numbered
        if entry.page is not None and 1 <= entry.page + offset <= len(file.pages) and entry.page + offset not in skipped
    )


def _by_title(entries: Sequence[Entry]) -> Mapping[str, Label]:
    """Labels by squeezed title, of titles that are long enough and no other item's."""
    found: dict[str, Label] = {}
    twice: set[str] = set()
    for entry in entries:
        key = squeezed(entry.title)
        if key in found:
            twice.add(key)
        if len(key) >= _SHORTEST:
            found[key] = entry.label._replace(rest=entry.title)
    return {key: label for key, label in found.items() if key not in twice}


def _titles_on(page: PageLines, labels: Mapping[str, Label]) -> Iterator[str]:
    lines = [line.text for line in page.lines[:_TOP_LINES]]
    texts = [*heading_texts(page), *lines, *(f"{one} {two}" for one, two in pairwise(lines))]
    seen: set[str] = set()
    for text in texts:
        label = read_label(text, bare=True)
        for key in (squeezed(text), squeezed(label.rest) if label is not None else ""):
            if key in labels and key not in seen and (label is None or not key or _agree(label, labels[key])):
                seen.add(key)
                yield key


def _agree(label: Label, listed: Label) -> bool:
    """Whether the label written beside a title is the listed one, or is none of an item (a chapter's number)."""
    return label.id == listed.id or not label.word


def _offset(file: FileLines, entries: Sequence[Entry], marks: Sequence[Mark], skipped: Collection[int]) -> int | None:
    """Pages of the file before the one that the list calls 1, by what the pages' own marks and numbers say; or None."""
    votes: dict[int, float] = defaultdict(float)
    starts: dict[str, dict[int, float]] = defaultdict(dict)
    for mark in marks:
        if mark.source is not Source.STAMP:
            starts[mark.label.id][mark.page] = max(mark.weight, starts[mark.label.id].get(mark.page, 0.0))
    agreeing: dict[int, int] = defaultdict(int)
    for entry in entries:
        for page, weight in starts.get(entry.id, {}).items():
            votes[page - (entry.page or 0)] += weight
            agreeing[page - (entry.page or 0)] += 1
    printed = printed_numbers(file).offset
    if printed is not None:
        votes[printed] += _PRINTED
        agreeing[printed] += _LEAST_AGREEING
    votes[0] += _FROM_FIRST
    agreeing[0] += _LEAST_AGREEING
    fitting = [
        offset for offset in votes if agreeing[offset] >= _LEAST_AGREEING and _fits(file, entries, offset, skipped)
    ]
    return max(fitting, key=lambda offset: (votes[offset], -abs(offset)), default=None)


def _fits(file: FileLines, entries: Sequence[Entry], offset: int, skipped: Collection[int]) -> bool:
    """Whether most numbers lead to pages of the file that may be evidence."""
    pages = [(entry.page or 0) + offset for entry in entries]
    leading = sum(1 <= page <= len(file.pages) and page not in skipped for page in pages)
    return leading > len(entries) / 2
