"""One simple mapping from tables to (sub-category, evidence id), the same for every library. Pure functions."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from measures.reading_score import plain

Cells = frozenset[tuple[str, str]]
Row = tuple[str, ...]

_WORDS: Final = r"evidence|ev|e|items?|documents?|docs?|appendix|app|no"
_LABELLED: Final = re.compile(rf"\b(?i:{_WORDS})(?:[.\s]*0*(?=\d)|[.\s]+)(\d{{1,3}}[a-z]?|[A-Z])\b")
_NUMBER: Final = re.compile(r"(?<![\d.-])\b0*(\d{1,2}[a-z]?)\b(?![.\d])")
_PAGES: Final = re.compile(r"(?i)\b(?:pp?|pages?|paras?|sections?|s)[.\s]*\d+(?:\s*(?:[-,&]|to|and)\s*\d+)*\b")
_DASH: Final = dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212), "-")


class Table(NamedTuple):
    """A table as a library gives it: its page from 1 and the text of its cells."""

    page: int
    rows: tuple[Row, ...]


def mapped(tables: Sequence[Table], codes: Sequence[str]) -> Cells:
    """The cells that these tables claim: of the table with most codes, and of those on the pages around it."""
    claiming = [(table.page, cells) for table in tables if (cells := _claimed(table, codes))]
    if not claiming:
        return frozenset()
    best, _ = max(claiming, key=lambda one: len({code for code, _ in one[1]}))
    pages = _run_around(best, {page for page, _ in claiming})
    return frozenset(cell for page, cells in claiming if page in pages for cell in cells)


def _run_around(page: int, pages: set[int]) -> range:
    """The pages without a gap around this one."""
    first = last = page
    while first - 1 in pages:
        first -= 1
    while last + 1 in pages:
        last += 1
    return range(first, last + 1)


def _claimed(table: Table, codes: Sequence[str]) -> Cells:
    return frozenset(cell for row in table.rows for cell in _row_claims(row, codes))


def _row_claims(row: Row, codes: Sequence[str]) -> list[tuple[str, str]]:
    """The row's code is where a cell begins with one; ids are in the cells that do not."""
    coded = [_code(cell, codes) for cell in row]
    code = next(filter(None, coded), None)
    if code is None:
        return []
    rest = " ".join(cell for cell, own in zip(row, coded, strict=True) if own is None)
    return [(plain(code), plain(each)) for each in _ids(rest)]


def _code(cell: str, codes: Sequence[str]) -> str | None:
    first = cell.split(maxsplit=1)[0].strip("().:") if cell.strip() else ""
    return first if first in codes else None


def _ids(text: str) -> list[str]:
    """Every number or letter after a word such as Evidence; where no such word is, every number that is no page's."""
    kept = _PAGES.sub(" ", text.translate(_DASH))
    return _LABELLED.findall(kept) or _NUMBER.findall(kept)
