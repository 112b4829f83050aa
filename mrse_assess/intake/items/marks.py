"""Marks: places where a page says which item it belongs to, each from one kind of source with its weight."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from mrse_assess.intake.items.chapters import chapters, goes_on, last_chapter
from mrse_assess.intake.items.mentions import mentions
from mrse_assess.intake.items.page_heads import first_lines, heading_texts
from mrse_assess.intake.text.labels import Label, id_key, plain, read_label
from mrse_assess.intake.text.lines import FileLines, Line, PageLines, segments
from mrse_assess.intake.text.running import band_lines, edge_lines
from mrse_assess.intake.text.slips import mended_label
from mrse_assess.intake.text.words import GLUED_ITEM_WORDS, ITEM_WORDS
from mrse_assess.model.pages import Bookmark
from mrse_assess.terms import TextSource

_BAND: Final = 0.11  # share of the page's height that its head and foot take up
_FEW_WORDS: Final = 45
_SHORT_LINE: Final = 16
_LONGEST_TITLE: Final = 120
_INNER: Final = re.compile(
    r"(?<![A-Za-z])((?:portfolio sections?|"
    + "|".join(sorted(ITEM_WORDS | GLUED_ITEM_WORDS, key=len, reverse=True))
    + r")\.?[\s#:\-]{0,3}(?:no\.?\s*)?"
    r"(?:\d{1,3}(?:\.\d{1,3})*[a-zA-Z]?|[A-Z]|(?-i:[IVX]{2,6}|[ivx]{2,6})))(?![\w])",
    re.IGNORECASE,
)


_SENTENCE: Final = 4  # words after a label that may go on as a sentence
_PAGE_WORD: Final = re.compile(r"(?:p(?:ages?|p|g)?|sheets?|cont(?:inued|d)?|of \d+)\b\.?", re.IGNORECASE)
_PAGE_COUNT: Final = re.compile(r"(?:p(?:ages?|p|g)?\.?\s*)?\d+\b(?:\s*(?:of|/)\s*\d+)?\W*$", re.IGNORECASE)
"""What follows a label in a stamp and is no title: "page 2 of 5"."""


class Source(StrEnum):
    """Where a mark was seen."""

    BOOKMARK = "bookmark"
    DIVIDER = "divider page"
    HEADING = "heading"
    STAMP = "stamp in the head or foot of the page"
    FIRST_LINE = "first line of the page"
    LISTED_BOOKMARK = "bookmark with a title that the contents list gives"
    TITLE = "title that the contents list gives"
    CONTENTS = "page number in the contents list"
    IN_ORDER = "beginning of a document, counted in the order of the contents list"


WEIGHT: Final = {
    Source.BOOKMARK: 4.0,
    Source.DIVIDER: 4.0,
    Source.HEADING: 2.5,
    Source.STAMP: 2.0,
    Source.FIRST_LINE: 1.5,
    Source.LISTED_BOOKMARK: 4.0,
    Source.TITLE: 2.0,
    Source.CONTENTS: 1.5,
    Source.IN_ORDER: 1.5,
}
FROM_THE_LIST: Final = frozenset({Source.LISTED_BOOKMARK, Source.TITLE, Source.CONTENTS, Source.IN_ORDER})
"""Sources that take the label from the contents list: no word of the page says it."""


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
    doubtful: set[Mark] = set()  # a number alone on its page that follows the chapters of the page before
    before: int | None = None
    for page in file.pages:
        labels = [read_label(text, bare=True) for text in heading_texts(page)]
        marks = list(_page_marks(page, expected))
        going_on = goes_on(labels, before)
        before = last_chapter(labels, goes_on=going_on)
        found.extend(marks)
        doubtful.update(mark for mark in marks if going_on and not mark.label.word)
    worded = {mark.label.id for mark in found if mark.label.word}
    return tuple(
        mark for mark in found if mark.page not in skipped and not (mark in doubtful and mark.label.id in worded)
    )


def _bookmarks(file: FileLines, expected: Collection[str]) -> Iterator[Mark]:
    """Bookmarks that name items. Those under the level that names most are items only as parts of the one above."""
    named: list[tuple[Bookmark, Label]] = []
    for bookmark in file.reading.bookmarks:
        label = read_label(bookmark.title, bare=True)
        if label is not None and 1 <= bookmark.page <= len(file.pages) and (label.word or label.id in expected):
            named.append((bookmark, label))
    level = _item_level(named, expected)
    above = ""
    for bookmark, label in named:
        if bookmark.level <= level:
            above = label.id
        if bookmark.level <= level or (label.id in expected and is_part(label.id, above)):
            yield Mark(bookmark.page, label, Source.BOOKMARK)


def _item_level(named: Sequence[tuple[Bookmark, Label]], expected: Collection[str]) -> int:
    """The level of the outline on which the most expected items are named; of equals the uppermost."""
    ids: dict[int, set[str]] = defaultdict(set)
    for bookmark, label in named:
        if label.id in expected or not expected:
            ids[bookmark.level].add(label.id)
    return max(
        sorted(ids), key=lambda level: len(ids[level]), default=max((each.level for each, _ in named), default=1)
    )


def is_part(evidence_id: str, of: str) -> bool:
    """Whether an id is that of a part: 4a of 4, 7.2 of 7, B2 of B."""
    parts, whole = id_key(evidence_id), id_key(of)
    return len(parts) > len(whole) > 0 and parts[: len(whole)] == whole


def _page_marks(page: PageLines, expected: Collection[str]) -> Iterator[Mark]:
    mending = page.page.text_source is not TextSource.WRITTEN
    yield from _stamps(page, expected if mending else ())
    headings = heading_texts(page)
    own_chapters = chapters([read_label(text, bare=True) for text in headings])
    for place, text in enumerate(headings):
        label = read_label(text, bare=True) or (mended_label(text, expected) if mending else None)
        if mending and label is not None and label.id not in expected:
            label = mended_label(text, expected) or label
        if label is not None and (label.word or (label.id in expected and label.rest and place not in own_chapters)):
            divider = page.word_count <= _FEW_WORDS and bool(label.word)
            yield Mark(page.number, label, Source.DIVIDER if divider else Source.HEADING)
        elif label is not None and not place and _stands_alone(label, page, expected):
            yield Mark(page.number, label, Source.DIVIDER)
    edge = {line.text for line in band_lines(page, _BAND)}
    for text in first_lines(page):
        label = read_label(text)
        if mending and (label is None or label.id not in expected):
            label = mended_label(text, expected) or label
        if label is not None and len(text.split()) <= _SHORT_LINE and not _is_prose(label.rest):
            divider = page.word_count <= _FEW_WORDS and len(label.rest) < _LONGEST_TITLE
            if divider or text not in edge:
                yield Mark(page.number, label, Source.DIVIDER if divider else Source.FIRST_LINE)


def _stands_alone(label: Label, page: PageLines, expected: Collection[str]) -> bool:
    """Whether a number or letter is all that the heading of a nearly empty page says, and an item is labelled so."""
    return label.id in expected and not label.rest and page.word_count <= _FEW_WORDS


def _is_prose(rest: str) -> bool:
    """Whether what follows a label goes on as a sentence: "Item 4 of the agenda was left to the next meeting"."""
    return len(rest.split()) >= _SENTENCE and rest[0].islower() and not _PAGE_WORD.match(rest)


def _stamps(page: PageLines, mending: Collection[str]) -> Iterator[Mark]:
    band = {id(line) for line in band_lines(page, _BAND)}
    for line in edge_lines(page):
        if id(line) in band and len(line.words) <= _SHORT_LINE + 8:
            yield from (Mark(page.number, label, Source.STAMP) for label in _line_labels(line, mending))


def _line_labels(line: Line, mending: Collection[str]) -> Iterator[Label]:
    """Labels anywhere in a line of a page's head or foot. ``mending``: ids that slips of recognition may stand for."""
    for words in segments(line):
        text = plain(" ".join(word.text for word in words))
        if mending:
            written = [word.text for word in words]
            starts = (place for place in range(len(words)) if not mentions(" ".join(written[:place])))
            found = (mended_label(" ".join(written[place:]), mending) for place in starts)
            yield from (label for label in found if label is not None)
        for match in list(_INNER.finditer(text))[:2]:
            label = read_label(match.group(1))
            rest = text[match.end() :].lstrip(" .:;,)-_|").strip()
            if label is not None and not _is_prose(rest) and not mentions(text[: match.start()]):
                yield label._replace(rest="" if _PAGE_COUNT.match(rest) else rest)
