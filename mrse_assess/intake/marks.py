"""Marks: places where a page says which item it belongs to, each from one kind of source with its weight."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from mrse_assess.intake.labels import Label, plain, read_label, singular
from mrse_assess.intake.lines import FileLines, Line, PageLines, segments
from mrse_assess.intake.running import band_lines, edge_lines
from mrse_assess.intake.words import GLUED_ITEM_WORDS, ITEM_WORDS

_BAND: Final = 0.11  # share of the page's height that its head and foot take up
_FEW_WORDS: Final = 45
_SHORT_LINE: Final = 16
_LONGEST_TITLE: Final = 120
_INNER: Final = re.compile(
    r"(?<![A-Za-z])((?:"
    + "|".join(sorted(ITEM_WORDS | GLUED_ITEM_WORDS, key=len, reverse=True))
    + r")\.?[\s#:\-]{0,3}(?:no\.?\s*)?"
    r"(?:\d{1,3}(?:\.\d{1,3})*[a-zA-Z]?|[A-Z]))(?![\w])",
    re.IGNORECASE,
)


class Source(StrEnum):
    """Where a mark was seen."""

    BOOKMARK = "bookmark"
    DIVIDER = "divider page"
    HEADING = "heading"
    STAMP = "stamp in the head or foot of the page"
    FIRST_LINE = "first line of the page"
    CONTENTS = "page number in the contents list"


WEIGHT: Final = {
    Source.BOOKMARK: 4.0,
    Source.DIVIDER: 4.0,
    Source.HEADING: 2.5,
    Source.STAMP: 2.0,
    Source.FIRST_LINE: 1.5,
    Source.CONTENTS: 1.5,
}


class Mark(NamedTuple):
    """One page of a file said to belong to an item."""

    page: int
    label: Label
    source: Source

    @property
    def weight(self) -> float:
        """How much the mark says about where the item begins."""
        return WEIGHT[self.source]


def marks_of(file: FileLines, skipped: Collection[int], expected: Collection[str]) -> tuple[Mark, ...]:
    """Every mark of a file outside the skipped pages. ``expected``: ids that the table or the contents list name."""
    found = [*_bookmarks(file, expected)]
    for page in file.pages:
        found.extend(_page_marks(page, expected))
    return tuple(mark for mark in found if mark.page not in skipped)


def chosen_words(marks: Sequence[Mark], expected: Collection[str]) -> frozenset[str]:
    """The words that this applicant puts before labels: those whose labels are the expected ones.

    Evidence has appendices and agenda items of its own, so a word counts only as far as its labels are expected.
    """
    if not expected:
        return frozenset({"evidence"} & {singular(mark.label.word) for mark in marks}) or _commonest(marks)
    ids: dict[str, set[str]] = {}
    for mark in marks:
        if mark.label.id in expected:
            ids.setdefault(singular(mark.label.word), set()).add(mark.label.id)
    best = max((len(found) for found in ids.values()), default=0)
    return frozenset(word for word, found in ids.items() if len(found) >= max(1, 0.4 * best))


def _commonest(marks: Sequence[Mark]) -> frozenset[str]:
    counts = Counter(
        word for word, _ in {(singular(mark.label.word), mark.label.id) for mark in marks if mark.label.word}
    )
    return frozenset(word for word, _ in counts.most_common(1))


def _bookmarks(file: FileLines, expected: Collection[str]) -> Iterator[Mark]:
    for bookmark in file.reading.bookmarks:
        label = read_label(bookmark.title, bare=True)
        if label is not None and 1 <= bookmark.page <= len(file.pages) and (label.word or label.id in expected):
            yield Mark(bookmark.page, label, Source.BOOKMARK)


def _page_marks(page: PageLines, expected: Collection[str]) -> Iterator[Mark]:
    yield from _stamps(page)
    for heading in page.page.headings:
        label = read_label(heading.text, bare=True)
        if label is not None and (label.word or (label.id in expected and label.rest)):
            divider = page.word_count <= _FEW_WORDS and bool(label.word)
            yield Mark(page.number, label, Source.DIVIDER if divider else Source.HEADING)
    edge = {id(line) for line in band_lines(page, _BAND)}
    first = [line for line in page.lines[:6] if len(line.words) <= _SHORT_LINE]
    for line in first:
        label = read_label(line.text)
        if label is not None:
            divider = page.word_count <= _FEW_WORDS and len(label.rest) < _LONGEST_TITLE
            if divider or id(line) not in edge:
                yield Mark(page.number, label, Source.DIVIDER if divider else Source.FIRST_LINE)


def _stamps(page: PageLines) -> Iterator[Mark]:
    band = {id(line): line for line in (*band_lines(page, _BAND),)}
    for line in edge_lines(page):
        if id(line) in band and len(line.words) <= _SHORT_LINE + 8:
            yield from (Mark(page.number, label, Source.STAMP) for label in _line_labels(line))


def _line_labels(line: Line) -> Iterator[Label]:
    """Labels anywhere in a line of a page's head or foot."""
    for words in segments(line):
        text = plain(" ".join(word.text for word in words))
        for match in list(_INNER.finditer(text))[:2]:
            label = read_label(match.group(1))
            if label is not None:
                yield label._replace(rest=text[match.end() :].lstrip(" .:;,)-_|").strip())
