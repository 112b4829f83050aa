"""Sub-categories named by their titles with the code behind: "Adverse incident investigations (5.2)".

Rows are told by codes that begin a cell. Where a column of titles bears them behind, in the scheme's order, each is put
before its title as well; nothing else changes.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from mrse_assess.intake.text.lines import Line, lines_of, segments
from mrse_assess.model.pages import DocumentReading, NativeTable, PageReading, TableCell, Word

_BEHIND: Final = re.compile(r"[A-Za-z]{3,}[^()]*\(\s*(?:sub-?category\s+)?(\d(?:\.\d)?)\s*\)[\s*]*\Z", re.IGNORECASE)
_ALONE: Final = re.compile(r"\((\d(?:\.\d)?)\)\*?\Z")
_STARTS: Final = re.compile(r"\W*(?:(?:sub-?)?category\s*)?\d", re.IGNORECASE)
_LEAST: Final = 5  # codes in a column
_RISING: Final = 0.9  # share of neighbouring codes that count up
_MOSTLY: Final = 0.8  # share of a column's cells that bear a code behind
_LEFT: Final = 4.0  # points by which the lines of a cell begin apart
_NEAR: Final = 0.6  # line heights between the lines of a cell
_BESIDE: Final = 0.3  # points before the title at which the code is put


class _Behind(NamedTuple):
    """A code that stands behind a title: the lines of its cell end with ``line``, which is a place among the lines."""

    code: str
    line: int
    left: float


def with_codes_before(reading: DocumentReading, codes: Sequence[str]) -> DocumentReading:
    """The reading with codes before the titles that bear them behind; itself where no column does."""
    tables = tuple(_native(table, codes) for table in reading.tables)
    pages = (
        reading.pages if any(table.rows for table in tables) else tuple(_page(each, codes) for each in reading.pages)
    )
    same = all(new is old for new, old in zip((*tables, *pages), (*reading.tables, *reading.pages), strict=True))
    return reading if same else replace(reading, tables=tables, pages=pages)


def _in_order(found: Sequence[str], codes: Sequence[str]) -> bool:
    """Whether many codes count up through the scheme, with points in most of them."""
    places = [codes.index(code) for code in found]
    rising = sum(first < second for first, second in pairwise(places))
    return len(set(places)) >= _LEAST and rising >= _RISING * (len(places) - 1)


def _native(table: NativeTable, codes: Sequence[str]) -> NativeTable:
    for column in range(max(map(len, table.rows), default=0)):
        cells = [row[column] for row in table.rows[1:] if column < len(row) and row[column].text.strip()]
        found = [code for cell in cells if (code := _code_behind(cell.text, codes))]
        if len(found) >= _MOSTLY * len(cells) and _in_order(found, codes):
            rows = tuple(
                tuple(_coded(cell, codes) if at == column else cell for at, cell in enumerate(row))
                for row in table.rows
            )
            return replace(table, rows=rows)
    return table


def _code_behind(text: str, codes: Sequence[str]) -> str | None:
    match = None if _STARTS.match(text) else _BEHIND.search(text)
    return match.group(1) if match and match.group(1) in codes else None


def _coded(cell: TableCell, codes: Sequence[str]) -> TableCell:
    code = _code_behind(cell.text, codes)
    return replace(cell, text=f"{code} {cell.text}") if code else cell


def _page(page: PageReading, codes: Sequence[str]) -> PageReading:
    if sum(bool(_ALONE.match(word.text)) for word in page.words) < _LEAST:
        return page
    lines = lines_of(page.words)
    behind = list(_codes_behind(lines, codes))
    if not behind:
        return page
    left = sorted(each.left for each in behind)[len(behind) // 2]
    titles = [(each.code, first) for each in behind if (first := _first_word(lines, each, left)) is not None]
    if len(titles) < _MOSTLY * len(behind) or not _in_order([code for code, _ in titles], codes):
        return page
    before = {first: code for code, first in titles}
    return replace(page, words=tuple(each for word in page.words for each in _with_code(word, before.get(word))))


def _codes_behind(lines: Sequence[Line], codes: Sequence[str]) -> Iterator[_Behind]:
    """Every code in brackets that ends the words of its cell on its line."""
    for place, line in enumerate(lines):
        for words in segments(line):
            match = _ALONE.match(words[-1].text)
            if match and match.group(1) in codes:
                yield _Behind(match.group(1), place, words[0].x0)


def _first_word(lines: Sequence[Line], behind: _Behind, left: float) -> Word | None:
    """The first word of the title: up from its code as long as lines of the same cell follow close."""
    first, below = None, lines[behind.line]
    for line in reversed(lines[: behind.line + 1]):
        start = next((words[0] for words in segments(line) if abs(words[0].x0 - left) <= _LEFT), None)
        if start is None:  # a line of other columns
            continue
        if below.y0 - line.y1 > _NEAR * (line.y1 - line.y0) or (first and _ends(line, left)):
            break
        first, below = start, line
    return None if first is None or not any(map(str.isalpha, first.text)) or _ALONE.match(first.text) else first


def _ends(line: Line, left: float) -> bool:
    """Whether the line's words in the column end the title above."""
    return any(abs(words[0].x0 - left) <= _LEFT and _ALONE.match(words[-1].text) for words in segments(line))


def _with_code(word: Word, code: str | None) -> tuple[Word, ...]:
    if code is None:
        return (word,)
    return (word._replace(x0=word.x0 - 2 * _BESIDE, x1=word.x0 - _BESIDE, text=code), word)
