"""The applicant's own word for items, "PoE 3" or "Specimen 3", read as "Item 3" and given back as it was written.

Hardly any applicant needs this: only a word that is not known, stands before the numbers beside the sub-categories,
where no known word does, and before the same numbers on the items themselves is one; or they bear a usual one.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from itertools import pairwise
from typing import Any, Final

from mrse_assess.intake.text.labels import stem
from mrse_assess.intake.text.words import (
    GLUED_ITEM_WORDS,
    ITEM_WORDS,
    MONTHS,
    NUMBER_WORDS,
    PAGE_WORDS,
    PAGES_WORDS,
    PART_WORDS,
    PIECE_WORDS,
    SECTION_WORDS,
)
from mrse_assess.model.pages import DocumentReading, NativeTable, PageReading, Word
from mrse_assess.model.portfolio import Portfolio

_USUAL: Final = ("Item", "Exhibit", "Document", "Attachment", "Enclosure", "Evidence")
_LABEL: Final = re.compile(
    r"(?<![A-Za-z])([A-Z][A-Za-z]{1,11}|[a-z]{2,12})(?![A-Za-z])[\s.:#_-]{0,3}0{0,2}([1-9]\d{0,2})(?!\d|\.\d)"
)
_ALONE: Final = re.compile(r"\W{0,2}[A-Za-z]{2,12}[.:#-]?\Z")
_KNOWN: Final = ITEM_WORDS | GLUED_ITEM_WORDS
_OTHER: Final = (
    PAGE_WORDS
    | PAGES_WORDS
    | SECTION_WORDS
    | (PART_WORDS - PIECE_WORDS)
    | NUMBER_WORDS
    | frozenset(MONTHS)
    | frozenset({"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"})
    | frozenset({"mr", "mri", "sc", "cat", "cats", "category", "categories", "sub", "subcategory", "code", "unit"})
    | frozenset({"area", "criterion", "criteria", "version", "versions", "ver", "rev", "issue", "group", "band"})
    | frozenset({"day", "days", "week", "month", "year", "grade", "room", "bay", "site", "scanner", "ext", "tel"})
    | frozenset({"mhra", "iec", "iso", "bs", "en", "db", "tr", "te", "dr", "to", "of", "in", "for", "with", "by"})
    | frozenset({"is", "was", "are", "from", "the", "at", "on", "or", "and", "as"})
)
"""Words before numbers that number no items."""

_CODE: Final = re.compile(r"\W{0,2}([1-8](?:\.[1-4]|\s?\((?:i{1,3}|iv|[a-d])\)|i{1,3}|iv))\W{0,2}\Z")
_LEAST_CODES: Final = 6  # different sub-categories on a page, or in a table, that may be the cross reference table
_LEAST: Final = 4  # different numbers behind the word there
_SEVERAL: Final = 6  # numbers that count up where the items bear them behind a usual word
_MANY: Final = 8  # numbers that count up where the items bear no label
_NO_GAPS: Final = 0.8  # share of the numbers up to the highest
_FIRST: Final = 40  # words of a page among which an item is named
_SENT: Final = 0.5  # share of them that stand on items


class OwnWord:
    """The word of one portfolio, with the files of which the name bears it."""

    def __init__(self, word: str, usual: str, files: Iterable[str]) -> None:
        self.word, self.usual = word, usual
        self._said = re.compile(rf"(?<![A-Za-z]){re.escape(word)}(?=[\s.:#_-]{{0,3}}\d)", re.IGNORECASE)
        self._read = re.compile(rf"(?<![A-Za-z]){usual}(?=[\s.:#_-]{{0,3}}\d)")
        self.files: Mapping[str, str] = {self._named(file): file for file in files}

    def renamed(self, reading: DocumentReading) -> DocumentReading:
        """The reading with the usual word in place of the applicant's, also in its file's name."""
        return replace(
            reading,
            file=self._named(reading.file),
            pages=tuple(map(self._page, reading.pages)),
            tables=tuple(map(self._table, reading.tables)),
            bookmarks=tuple(replace(each, title=self._usual(each.title)) for each in reading.bookmarks),
        )

    def as_written(self, portfolio: Portfolio) -> Portfolio:
        """What was found, in the applicant's words."""
        found: Portfolio = self._restored(portfolio)
        return found

    def _usual(self, text: str) -> str:
        return self._said.sub(self.usual, text)

    def _restored(self, value: Any) -> Any:
        if type(value) is str:
            return self.files.get(value) or self._read.sub(self.word, value)
        if type(value) is tuple:
            return tuple(map(self._restored, value))
        if is_dataclass(value) and not isinstance(value, type):
            return replace(value, **{each.name: self._restored(getattr(value, each.name)) for each in fields(value)})
        return value

    def _page(self, page: PageReading) -> PageReading:
        headings = tuple(replace(each, text=self._usual(each.text)) for each in page.headings)
        return replace(page, words=tuple(self._words(page.words)), headings=headings)

    def _words(self, words: Sequence[Word]) -> Iterator[Word]:
        for word, after in pairwise([*words, None]):
            if word is None:
                return
            text = self._usual(word.text)
            if text == word.text and after is not None and _ALONE.match(word.text) and after.text[:1].isdecimal():
                text = self._usual(f"{word.text} {after.text}").removesuffix(f" {after.text}")
            yield word._replace(text=text)

    def _table(self, table: NativeTable) -> NativeTable:
        return replace(
            table, rows=tuple(tuple(replace(cell, text=self._usual(cell.text)) for cell in row) for row in table.rows)
        )

    def _named(self, file: str) -> str:
        folder, slash, name = file.rpartition("/")
        return folder + slash + self._usual(name)


def own_word(readings: Sequence[DocumentReading]) -> OwnWord | None:
    """The word that the applicant has for items; None where it is a usual one, or not known for sure."""
    tables = [text for reading in readings for text in lists_of(reading)]
    likely = _likely(tables)
    if not likely:
        return None
    sent = _numbers(text for reading in readings for text in items_of(reading))
    usual = set[str]().union(*(sent.get(word, ()) for word in _KNOWN))
    word = max(likely, key=lambda each: len(likely[each]))
    free = _free_word(readings)
    if free is None or not _are_items(likely[word], sent.get(word, set()), usual):
        return None
    forms = Counter(match[1] for text in tables for match in _LABEL.finditer(text) if match[1].lower() == word)
    return OwnWord(forms.most_common(1)[0][0], free, (reading.file for reading in readings))


def _likely(tables: Iterable[str]) -> dict[str, set[str]]:
    """The words that stand before several numbers in a table where no table says a usual one, with their numbers there.

    Where one does, as the table beside a contents list whose titles are "Work 1", "Work 2", nothing has to be learnt.
    """
    found: dict[str, set[str]] = {}
    for text in tables:
        said = _numbers([text])
        if _has_usual(said):
            return {}
        capital = {match[1].lower() for match in _LABEL.finditer(text) if match[1][0].isupper()}
        words = (word for word in capital - _OTHER - _KNOWN if len(said[word]) >= _LEAST)
        found.update({word: found.get(word, set()) | said[word] for word in words})
    return found


def _are_items(numbers: Collection[str], own: Collection[str], usual: Collection[str]) -> bool:
    """Whether the numbers behind a word are items': it stands before them there, or they count up, with a usual one."""
    if sum(each in own for each in numbers) >= _SENT * len(numbers):
        return True
    counted = len(numbers) >= (_SEVERAL if usual else _MANY) and len(numbers) >= _NO_GAPS * max(map(int, numbers))
    return counted and (not usual or sum(each in usual for each in numbers) >= _SENT * len(numbers))


def is_usual(text: str) -> bool:
    """Whether a usual word stands before several numbers of a text."""
    return _has_usual(_numbers([text]))


def _has_usual(numbers: Mapping[str, Collection[str]]) -> bool:
    """Whether a usual word stands before numbers."""
    return any(len(numbers.get(word, ())) >= _LEAST - 1 for word in _KNOWN)


def _free_word(readings: Sequence[DocumentReading]) -> str | None:
    """A usual word that stands before no number in the portfolio, so that none is given back in its place."""
    texts = [text for reading in readings for text in _every_text(reading)]
    taken = {match[1] for text in texts for match in _LABEL.finditer(text)}
    return next((word for word in _USUAL if word not in taken), None)


def _every_text(reading: DocumentReading) -> Iterator[str]:
    yield reading.file
    yield from (bookmark.title for bookmark in reading.bookmarks)
    yield from map(_text, reading.pages)
    yield from (cell.text for table in reading.tables for row in table.rows for cell in row)


def lists_of(reading: DocumentReading) -> Iterator[str]:
    """The texts of pages, and of tables of the file's own, that name many sub-categories."""
    for table in reading.tables:
        text = " ".join(cell.text for row in table.rows for cell in row)
        if _holds_codes(text.split()):
            yield text
    yield from (_text(page) for page in reading.pages if _holds_codes([word.text for word in page.words]))


def _holds_codes(words: Iterable[str]) -> bool:
    return len({match[1] for word in words if (match := _CODE.match(word))}) >= _LEAST_CODES


def items_of(reading: DocumentReading) -> Iterator[str]:
    """What may name an item where it begins: the file's name, bookmarks, headings, the first words of other pages."""
    yield stem(reading.file)
    yield from (bookmark.title for bookmark in reading.bookmarks)
    for page in reading.pages:
        if not _holds_codes([word.text for word in page.words]):
            yield from (heading.text for heading in page.headings)
            yield " ".join(word.text for word in page.words[:_FIRST])


def _text(page: PageReading) -> str:
    return " ".join(word.text for word in page.words)


def _numbers(texts: Iterable[str]) -> dict[str, set[str]]:
    """The numbers that stand behind each word, in lower case."""
    found: dict[str, set[str]] = defaultdict(set)
    for text in texts:
        for match in _LABEL.finditer(text):
            found[match[1].lower()].add(match[2])
    return found
