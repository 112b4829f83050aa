"""Items numbered within a year: "E24-01" and "Doc 23/04" are one label each, not a range and not two numbers.

Only a whole portfolio tells them from ranges and pages, so it is read with a dot in their middle, as labels such as
"4.2" are, and what was found is given as it was written.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from itertools import chain
from typing import Any, Final, NamedTuple

from mrse_assess.intake.text.words import GLUED_ITEM_WORDS, ITEM_WORDS, PAGE_WORDS, PAGES_WORDS, SECTION_WORDS
from mrse_assess.model.pages import DocumentReading, NativeTable, PageReading, Word
from mrse_assess.model.portfolio import Portfolio

DOT: Final = "\u2024"  # read as a full stop, and stands in no applicant's text
_SIGNS: Final = r"[-/\u00ad\u2010-\u2014]"
_NUMBER: Final = re.compile(rf"([1-3]\d(?:\d\d)?)({_SIGNS})(\d{{2,3}})(?!\d|[/.]\d|{_SIGNS}\d{{2,4}}{_SIGNS}?\d)")
_IN_MORE: Final = re.compile(rf"(?:[\d.]|\d{_SIGNS})\Z")
_IN_NAME: Final = re.compile(r"(?<![\d.\-_])((?:20)?[1-3]\d)([-_])(\d{2,3})(?!\d|[-_.]\d)")
_PLAIN: Final = re.compile(r"\d{1,3}(?![\d.]|[-/]\d)")
_WORD_BEFORE: Final = re.compile(r"([A-Za-z]{1,12})[\s.:#_]{0,2}\Z")
_PAGES_BEFORE: Final = re.compile(r"([A-Za-z\u00a7]{1,12})[\s.:]{0,2}(?:[\d,;&\s\-\u2013]|and|to){0,40}\Z")
_LABELS: Final = ITEM_WORDS | GLUED_ITEM_WORDS | {"d"}
_PLACES: Final = PAGE_WORDS | PAGES_WORDS | SECTION_WORDS
_LEAST: Final = 3  # labels of one year
_FEW_YEARS: Final = 3
_SHORT_YEAR: Final = 2  # digits
_LONGEST: Final = 15  # characters of a word for items, with what stands between it and the number
_BACK: Final = 60  # characters before a number that may say what it is
_WORDS_BACK: Final = 6


class Seen(NamedTuple):
    """A number in two parts behind a word for items."""

    year: str
    sign: str
    number: str

    @property
    def falls(self) -> bool:
        """Whether it can be no range: what follows is less than what stands before, or written with a nought."""
        return self.number.startswith("0") or int(self.number) <= int(self.year[-2:])


class YearNumbers:
    """The labels of a portfolio whose items are numbered within years."""

    def __init__(self, seen: Sequence[Seen], files: Iterable[str]) -> None:
        slashes = sum(each.sign == "/" for each in seen)
        self.sign = "/" if 2 * slashes > len(seen) else "-"
        self.width = min(len(each.number) for each in seen)
        self.numbers = frozenset((each.year, each.number) for each in seen)
        self.years = frozenset(each.year for each in seen)
        self.files = {self._named(file): file for file in files}
        years = "|".join(sorted(self.years))
        self._said = re.compile(rf"(?<![\d.])({years})[.{DOT}](\d{{1,3}})(?!\d|\.\d)")

    def joined(self, reading: DocumentReading) -> DocumentReading:
        """The reading with a dot in each label, also in its file's name."""
        return replace(
            reading,
            file=self._named(reading.file),
            pages=tuple(map(self._page, reading.pages)),
            tables=tuple(map(self._table, reading.tables)),
            bookmarks=tuple(replace(each, title=self.dotted(each.title)) for each in reading.bookmarks),
        )

    def as_written(self, portfolio: Portfolio) -> Portfolio:
        """What was found, with every label as the applicant wrote it."""
        found: Portfolio = self._restored(portfolio)
        return replace(
            found,
            evidence=tuple(replace(item, id=self.id_as_written(item.id)) for item in found.evidence),
            cross_references=tuple(
                replace(each, evidence_id=self.id_as_written(each.evidence_id)) for each in found.cross_references
            ),
            unresolved=tuple((code, self.id_as_written(each)) for code, each in found.unresolved),
            orphans=tuple(map(self.id_as_written, found.orphans)),
            problems=tuple(
                replace(each, found=self.id_as_written(each.found), advice=self.id_as_written(each.advice))
                for each in found.problems
            ),
        )

    def as_read(self, evidence_id: str) -> str:
        """The id as it is read: "24.1" for "24-01"."""
        year, _, number = re.sub(_SIGNS, "-", evidence_id).partition("-")
        return f"{year}.{number.lstrip('0')}" if (year, number) in self.numbers else evidence_id

    def id_as_written(self, text: str) -> str:
        """The text with every id of an item as its label is written, whose number has lost its noughts."""
        return self._said.sub(lambda each: f"{each[1]}{self.sign}{each[2].zfill(self.width)}", text)

    def _written(self, text: str) -> str:
        """The text with its labels, which keep their noughts, as they are written."""
        known = self.numbers
        return self._said.sub(
            lambda each: f"{each[1]}{self.sign}{each[2]}" if (each[1], each[2]) in known else each[0],
            text.replace(DOT, self.sign),
        )

    def _restored(self, value: Any) -> Any:
        """The value with the names of files and the texts in it as they were."""
        if type(value) is str:
            return self.files.get(value) or self._written(value)
        if type(value) is tuple:
            return tuple(map(self._restored, value))
        if is_dataclass(value) and not isinstance(value, type):
            return replace(value, **{each.name: self._restored(getattr(value, each.name)) for each in fields(value)})
        return value

    def _page(self, page: PageReading) -> PageReading:
        words = tuple(self._words(page.words))
        headings = tuple(replace(each, text=self.dotted(each.text)) for each in page.headings)
        return replace(page, words=words, headings=headings)

    def _words(self, words: Sequence[Word]) -> Iterator[Word]:
        for place, word in enumerate(words):
            if next(_numbers(word.text), None) is None:
                yield word
                continue
            before = " ".join(each.text for each in words[max(0, place - _WORDS_BACK) : place])
            yield word._replace(text=self.dotted(word.text, f"{before} " if before else ""))

    def _table(self, table: NativeTable) -> NativeTable:
        rows = tuple(tuple(replace(cell, text=self.dotted(cell.text)) for cell in row) for row in table.rows)
        return replace(table, rows=rows)

    def dotted(self, text: str, before: str = "") -> str:
        """The text with a dot in each label; ``before`` is what stands before it."""

        def joined(match: re.Match[str]) -> str:
            if not _is_whole(match):
                return match[0]
            above = (before + text[: match.start()])[-_BACK:]
            named = (match[1], match[3]) in self.numbers and (Seen(*match.groups()).falls or not is_place(above))
            labelled = match[1] in self.years and is_label(above)
            return f"{match[1]}{DOT}{match[3]}" if named or labelled else match[0]

        return _NUMBER.sub(joined, text)

    def _named(self, file: str) -> str:
        folder, slash, name = file.rpartition("/")
        name = _IN_NAME.sub(
            lambda each: f"{each[1]}{DOT}{each[3]}" if (each[1], each[3]) in self.numbers else each[0], name
        )
        return folder + slash + name


def year_numbers(readings: Sequence[DocumentReading]) -> YearNumbers | None:
    """The labels of items numbered within years; None where the portfolio's items are not."""
    texts = [text for reading in readings for text in _texts(reading)]
    every = [each for text in texts for each in _seen(text)]
    by_year: dict[str, list[Seen]] = defaultdict(list)
    for each in every:
        by_year[each.year].append(each)
    kept = [each for group in by_year.values() for each in (group if _is_year(group) else ())]
    years = {each.year for each in kept}
    named = {(each.year, each.number) for each in kept}
    if not 0 < len(years) <= _FEW_YEARS or len(_plain(texts)) >= len(named):
        return None
    return YearNumbers(kept, (reading.file for reading in readings))


def numbers_of_ids(ids: Iterable[str]) -> YearNumbers | None:
    """The labels that the ids of a portfolio are, as they are written; None where they are not numbered so."""
    found = [Seen(*match.groups()) for each in ids if (match := _NUMBER.fullmatch(each)) and _is_whole(match)]
    return YearNumbers(found, ()) if len(found) >= _LEAST else None


def _is_year(group: Sequence[Seen]) -> bool:
    """Whether the numbers are counted within the year: several, most of which can be no ranges."""
    numbers = {each.number: each.falls for each in group}
    return len(numbers) >= _LEAST and sum(numbers.values()) >= _LEAST


def _texts(reading: DocumentReading) -> Iterator[str]:
    pages = (" ".join(word.text for word in page.words) for page in reading.pages)
    cells = (cell.text for table in reading.tables for row in table.rows for cell in row)
    return chain(pages, cells)


def _seen(text: str) -> Iterator[Seen]:
    for match in _numbers(text):
        if is_label(_before(match)):
            yield Seen(*match.groups())


def _numbers(text: str) -> Iterator[re.Match[str]]:
    """The numbers in two parts, the first a year."""
    return (match for match in _NUMBER.finditer(text) if _is_whole(match))


def _is_whole(match: re.Match[str]) -> bool:
    """Whether the first part is a year and nothing of a longer number stands before it."""
    year = len(match[1]) == _SHORT_YEAR or match[1].startswith("20")
    return year and _IN_MORE.search(_before(match)) is None


def _before(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - _BACK) : match.start()]


def _plain(texts: Iterable[str]) -> set[str]:
    """The numbers of labels without a year."""
    found = (match for text in texts for match in _PLAIN.finditer(text))
    return {match[0].lstrip("0") for match in found if is_label(_before(match), _LABELS - {"d"})}


def is_label(before: str, words: Collection[str] = _LABELS) -> bool:
    """Whether what stands before a number ends with a word for items."""
    word = _WORD_BEFORE.search(before[-_LONGEST:])
    return word is not None and word[1].lower() in words


def is_place(before: str) -> bool:
    """Whether what stands before a number says that it is of a page or section."""
    word = _PAGES_BEFORE.search(before)
    return word is not None and word[1].lower() in _PLACES
