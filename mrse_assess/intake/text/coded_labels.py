"""Items called by codes of the applicant's own, "LR1", "RP-02", "GOV/3": read as numbered items, given back as written.

Hardly any applicant needs this: a code is a few capitals and a number, the capitals differ from item to item, and the
same codes stand beside the sub-categories or in a list, and at the beginning of the items themselves.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from itertools import pairwise
from typing import Any, Final

from mrse_assess.intake.text.labels import stem
from mrse_assess.intake.text.own_words import is_usual, items_of, lists_of
from mrse_assess.intake.text.words import GLUED_ITEM_WORDS, ITEM_WORDS
from mrse_assess.model.pages import DocumentReading, NativeTable, PageReading, Word
from mrse_assess.model.portfolio import Portfolio

_CODE: Final = re.compile(r"(?<![\w./-])([A-Z]{2,5})([-_/. ]?)0{0,2}([1-9]\d{0,2})([a-h]?)(?![\w]|[./-]\d)")
_GLUED: Final = re.compile(r"(?<![A-Za-z0-9])([A-Z]{2,5})([-_/.]?)0{0,2}([1-9]\d{0,2})([a-h]?)(?![A-Za-z0-9])")
_LAST: Final = re.compile(r"\s?(?:[-\u2010-\u2014]|to\b)\s?(?:([A-Z]{2,5})[-_/. ]?)?0{0,2}(\d{1,3})(?![\w.])")
_OTHER: Final = frozenset(
    {
        "MR",
        "MRI",
        "CT",
        "SAR",
        "IEC",
        "ISO",
        "BS",
        "EN",
        "HTM",
        "HBN",
        "NHS",
        "MHRA",
        "SC",
        "NO",
        "PG",
        "PP",
        "AND",
        "TO",
    }
)
"""Capitals before numbers that are no codes of items."""

_LEAST: Final = 4  # codes beside the sub-categories, or in a list
_LEAST_LISTED: Final = 6  # where nothing but a list names them
_LEAST_KINDS: Final = 2  # different capitals
_SENT: Final = 0.6  # share of the codes that stand at the beginning of items
_FIRST_NUMBERS: Final = range(100, 1000, 20)
_USUAL: Final = "Item"


class CodedLabels:
    """The codes of one portfolio with the numbers that they are read as."""

    def __init__(self, written: Sequence[tuple[str, str]], first: int, files: Iterable[str]) -> None:
        self.numbers: Mapping[str, int] = {key: first + place for place, (key, _) in enumerate(written)}
        self.written: Mapping[str, str] = {str(self.numbers[key]): text for key, text in written}
        numbers = "|".join(sorted(self.written))
        self._read = re.compile(rf"(?:\b{_USUAL}\s?|\b)({numbers})(?!\d)", re.IGNORECASE)
        self.files: Mapping[str, str] = {self._named(file): file for file in files}

    def numbered(self, reading: DocumentReading) -> DocumentReading:
        """The reading with a numbered item in place of each code, also in its file's name."""
        return replace(
            reading,
            file=self._named(reading.file),
            pages=tuple(map(self._page, reading.pages)),
            tables=tuple(map(self._table, reading.tables)),
            bookmarks=tuple(replace(each, title=self.said(each.title)) for each in reading.bookmarks),
        )

    def as_written(self, portfolio: Portfolio) -> Portfolio:
        """What was found, with the applicant's codes."""
        found: Portfolio = self._restored(portfolio)
        return found

    def said(self, text: str) -> str:
        """The text with a numbered item in place of each code, and of each of a range of codes."""
        return _CODE.sub(self._one, self._ranges(text))

    def _ranges(self, text: str) -> str:
        found = text
        for match in reversed(list(_CODE.finditer(text))):
            last = _LAST.match(text, match.end())
            if last is None or last[1] not in {None, match[1]} or not int(match[3]) < int(last[2]):
                continue
            keys = [f"{match[1]}{number}" for number in range(int(match[3]), int(last[2]) + 1)]
            if all(key in self.numbers for key in keys):
                items = ", ".join(f"{_USUAL}{self.numbers[key]}" for key in keys)
                found = found[: match.start()] + items + found[last.end() :]
        return found

    def _one(self, match: re.Match[str]) -> str:
        number = self.numbers.get(_key(match))
        return match[0] if number is None else f"{_USUAL}{number}"

    def _named(self, file: str) -> str:
        return "/".join(_GLUED.sub(self._one, part) for part in file.split("/"))

    def _page(self, page: PageReading) -> PageReading:
        headings = tuple(replace(each, text=self.said(each.text)) for each in page.headings)
        return replace(page, words=tuple(self._words(page.words)), headings=headings)

    def _table(self, table: NativeTable) -> NativeTable:
        rows = tuple(tuple(replace(cell, text=self.said(cell.text)) for cell in row) for row in table.rows)
        return replace(table, rows=rows)

    def _words(self, words: Sequence[Word]) -> Iterator[Word]:
        """The words; of a code in two words the first bears the item, and the second stands in it."""
        joined = False
        for word, after in pairwise([*words, None]):
            if word is None:
                return
            if joined:
                joined = False
                continue
            text = self.said(word.text)
            if text == word.text and after is not None and after.text[:1].isdecimal() and word.text.isupper():
                both = self.said(f"{word.text} {after.text}")
                if both != f"{word.text} {after.text}" and after[5:] == word[5:]:
                    joined = True
                    yield word._replace(text=both, x1=after.x1)
                    continue
            yield word._replace(text=text)

    def _restored(self, value: Any) -> Any:
        if type(value) is str:
            return self.files.get(value) or self._read.sub(lambda match: self.written[match[1]], value)
        if type(value) is tuple:
            return tuple(map(self._restored, value))
        if is_dataclass(value) and not isinstance(value, type):
            return replace(value, **{each.name: self._restored(getattr(value, each.name)) for each in fields(value)})
        return value


def coded_labels(readings: Sequence[DocumentReading]) -> CodedLabels | None:
    """The applicant's codes for items; None where items are labelled otherwise, or it is not sure that they are."""
    lists = [text for reading in readings for text in lists_of(reading)]
    if any(map(is_usual, lists)):
        return None
    items = [text for reading in readings for text in items_of(reading)]
    begun = {key for text in items for key in _beginning(text)}
    tables = {key for text in lists for key in _keys(text)}
    cited = tables if len(tables) >= _LEAST else _listed(readings)
    least = _LEAST if cited is tables else _LEAST_LISTED
    kinds = {re.sub(r"\d.*", "", key) for key in cited}
    if len(cited) < least or len(kinds) < _LEAST_KINDS or len(cited & begun) < _SENT * len(cited):
        return None
    texts = [text for reading in readings for text in (*_texts(reading), *items_of(reading))]
    forms = _forms(texts, cited | (begun & _kindred(begun, kinds)))
    first = _free(texts, len(forms))
    return None if first is None else CodedLabels(forms, first, (reading.file for reading in readings))


def _kindred(begun: Iterable[str], kinds: Iterable[str]) -> set[str]:
    """Codes at the beginning of items with the same capitals as those that are cited."""
    known = set(kinds)
    return {key for key in begun if re.sub(r"\d.*", "", key) in known}


def _listed(readings: Sequence[DocumentReading]) -> set[str]:
    """The codes of the page on which most stand."""
    texts = (" ".join(word.text for word in page.words) for reading in readings for page in reading.pages)
    pages = (set(_keys(text)) for text in texts)
    return max(pages, key=len, default=set[str]())


def _keys(text: str) -> list[str]:
    return [_key(match) for match in _CODE.finditer(text) if _is_code(match)]


def _beginning(text: str) -> list[str]:
    """The codes that a text which begins an item names; of a file's name, also with signs about them."""
    return [_key(match) for match in _GLUED.finditer(text) if _is_code(match)] + _keys(text)


def _is_code(match: re.Match[str]) -> bool:
    letters = match[1]
    return letters not in _OTHER and letters.lower() not in ITEM_WORDS | GLUED_ITEM_WORDS


def _key(match: re.Match[str]) -> str:
    return f"{match[1]}{match[3]}{match[4]}"


def _forms(texts: Iterable[str], keys: set[str]) -> list[tuple[str, str]]:
    """Each code with the form in which it is mostly written, in the order in which they are first met."""
    forms: dict[str, Counter[str]] = {}
    for text in texts:
        for match in _CODE.finditer(text):
            if _key(match) in keys:
                forms.setdefault(_key(match), Counter())[match[0]] += 1
    return [(key, counted.most_common(1)[0][0]) for key, counted in forms.items()]


def _free(texts: Sequence[str], count: int) -> int | None:
    """The first of so many numbers that stand nowhere in the portfolio: none of its own is given back as a code."""
    taken = {int(number) for text in texts for number in re.findall(r"\d{1,6}", text)}
    free = (first for first in _FIRST_NUMBERS if not taken.intersection(range(first, first + count)))
    return next((first for first in free if first + count < _FIRST_NUMBERS.stop), None)


def _texts(reading: DocumentReading) -> Iterator[str]:
    yield stem(reading.file)
    yield from (" ".join(word.text for word in page.words) for page in reading.pages)
    yield from (cell.text for table in reading.tables for row in table.rows for cell in row)
