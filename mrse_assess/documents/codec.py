"""Pages as lines of JSON: what the worker answers with and what the cache holds. Everything read back is checked.

The worker parses hostile bytes, so its answers are believed no more than a file from outside: numbers are finite and
within what a page can be, counts within the limits, codes among those known here.
"""

import json
import math
from collections.abc import Mapping
from itertools import starmap
from typing import Any, NamedTuple

from mrse_assess.documents.drawn_shapes import MOST_DRAWN
from mrse_assess.documents.findings import Finding, worded
from mrse_assess.documents.problems import is_known
from mrse_assess.documents.values import ReadingLimits
from mrse_assess.model.pages import Bookmark, Drawn, Heading, NativeTable, PageReading, Ruling, TableCell, Word
from mrse_assess.model.places import Box
from mrse_assess.terms import TextSource

_HUNDREDTHS = 100
_THOUSANDTHS = 1000
_HALF_TURN = 180.0  # degrees
_LARGEST = 100_000.0  # points: seven times the largest page PDF allows
_LONGEST_WORD = 20_000
_LONGEST_SLOT = 200
_LONGEST_TITLE = 1000
_MALFORMED = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError)
_MOST_FINDINGS = 5000
_MOST_CELLS = 200_000
_LONGEST_CELL = 200_000
_MOST_INKED = 1000
_WHITE = 0xFFFFFF


class UntrustedAnswerError(Exception):
    """An answer of the worker, or a cached one, is not what it must be."""


class Header(NamedTuple):
    """What is known of a document before its pages: their number, outline, native tables, findings, converter."""

    pages: int
    bookmarks: tuple[Bookmark, ...] = ()
    tables: tuple[NativeTable, ...] = ()
    findings: tuple[Finding, ...] = ()
    rendered_by: str | None = None


def encode_page(reading: PageReading, findings: tuple[Finding, ...]) -> bytes:
    """One page as one line."""
    return _line(
        {
            "number": reading.number,
            "size": [reading.width, reading.height],
            "words": _words_out(reading.words),
            "rulings": reading.rulings,
            "has_text": reading.has_text,
            "picture_share": reading.picture_share,
            "label": reading.label,
            "headings": [[heading.text, heading.size, heading.bold, heading.box] for heading in reading.headings],
            "inked": reading.inked,
            "text_source": reading.text_source,
            "certainty": [round(sure * _THOUSANDTHS) for sure in reading.certainty],
            "skew": reading.skew,
            "drawn": reading.drawn,
            "findings": findings_out(findings),
        }
    )


def encode_header(header: Header) -> bytes:
    """The header as one line."""
    return _line(
        {
            "pages": header.pages,
            "bookmarks": [[mark.level, mark.title, mark.page] for mark in header.bookmarks],
            "tables": [
                [[[cell.text, cell.page, cell.box] for cell in row] for row in table.rows] for table in header.tables
            ],
            "findings": findings_out(header.findings),
            "rendered_by": header.rendered_by,
        }
    )


def _line(content: Mapping[str, Any]) -> bytes:
    return json.dumps(content, ensure_ascii=True, separators=(",", ":")).encode("ascii")


def findings_out(findings: tuple[Finding, ...]) -> list[list[Any]]:
    """Findings as lists."""
    return [[found.code, found.page, dict(found.slots)] for found in findings]


def decode_page(line: bytes, limits: ReadingLimits) -> tuple[PageReading, tuple[Finding, ...]]:
    """One page from its line.

    Raises:
        UntrustedAnswerError: the line is not one that :func:`encode_page` could have written under these limits.
    """
    try:
        content = json.loads(line)
        words = _words_in(content["words"], limits)
        rulings = tuple(starmap(Ruling, content["rulings"]))
        _check(len(rulings) <= limits.rulings_on_page and all(_in_range(*ruling) for ruling in rulings))
        width, height = content["size"]
        _check(_in_range(width, height) and width > 0 and height > 0)
        _check(isinstance(content["number"], int) and 1 <= content["number"] <= limits.pages)
        reading = PageReading(
            number=content["number"],
            width=width,
            height=height,
            words=words,
            rulings=rulings,
            has_text=bool(content["has_text"]),
            picture_share=min(max(float(content["picture_share"]), 0.0), 1.0),
            label=_text(content["label"]),
            headings=_headings(content["headings"], limits),
            inked=_inked(content["inked"]),
            text_source=TextSource(content["text_source"]),
            certainty=_certainty(content["certainty"], len(words)),
            skew=_skew(content["skew"]),
            drawn=tuple(map(_drawn, content["drawn"][: MOST_DRAWN + 1])),
        )
        _check(len(reading.drawn) <= MOST_DRAWN)
        _check(bool(reading.certainty) == (reading.text_source is TextSource.RECOGNISED and bool(words)))
        return reading, findings_in(content["findings"], limits.pages)
    except _MALFORMED as error:
        raise UntrustedAnswerError("a page of the worker's answer is malformed") from error


def _check(holds: bool) -> None:
    if not holds:
        raise UntrustedAnswerError("a value of the worker's answer is out of range")


def _in_range(*values: float) -> bool:
    return all(isinstance(value, (int, float)) and math.isfinite(value) and abs(value) <= _LARGEST for value in values)


def _words_out(words: tuple[Word, ...]) -> list[Any]:
    """Words by columns, coordinates in hundredths of a point: a third of the size, and quick to read and to check."""
    if not words:
        return []
    *edges, texts, blocks, lines = zip(*words, strict=True)
    return ["\n".join(texts), *([round(value * _HUNDREDTHS) for value in column] for column in edges), blocks, lines]


def _words_in(columns: Any, limits: ReadingLimits) -> tuple[Word, ...]:
    if not columns:
        return ()
    _check(isinstance(columns, list) and isinstance(columns[0], str))
    joined, *numbers = columns
    texts = joined.split("\n")
    _check(len(texts) <= limits.words_on_page and len(joined) <= limits.words_on_page * 50 + _LONGEST_WORD)
    _check(len(numbers) == 6 and all(len(column) == len(texts) for column in numbers))  # noqa: PLR2004 - four edges, block, line
    _check(all(set(map(type, column)) == {int} for column in numbers))
    _check(
        all(-_LARGEST <= edge / _HUNDREDTHS <= _LARGEST for column in numbers for edge in (min(column), max(column)))
    )
    edges = ([value / _HUNDREDTHS for value in column] for column in numbers[:4])
    return tuple(map(Word, *edges, texts, *numbers[4:]))


def _text(value: Any, longest: int = _LONGEST_SLOT) -> str | None:
    _check(value is None or (isinstance(value, str) and len(value) <= longest))
    return value  # type: ignore[no-any-return]


def _box(value: Any) -> Box:
    _check(isinstance(value, list) and len(value) == 4 and _in_range(*value))  # noqa: PLR2004 - left, top, right, bottom
    return (value[0], value[1], value[2], value[3])


def _headings(values: Any, limits: ReadingLimits) -> tuple[Heading, ...]:
    _check(len(values) <= limits.headings_on_page)
    return tuple(
        Heading(text=_text(text, _LONGEST_TITLE) or "", size=float(size), bold=bool(bold), box=_box(box))
        for text, size, bold, box in values
    )


def _inked(values: Any) -> tuple[Box, ...]:
    _check(isinstance(values, list) and len(values) <= _MOST_INKED)
    return tuple(map(_box, values))


def _drawn(value: Any) -> Drawn:
    *box, colour, filled = value
    _check(type(colour) is int and 0 <= colour <= _WHITE and type(filled) is bool)
    return Drawn(*_box(box), colour, filled)


def _certainty(values: Any, words: int) -> tuple[float, ...]:
    """A number of thousandths for each word, or none at all."""
    _check(isinstance(values, list) and len(values) in {0, words})
    _check(all(type(value) is int and 0 <= value <= _THOUSANDTHS for value in values))
    return tuple(value / _THOUSANDTHS for value in values)


def _skew(value: Any) -> float:
    _check(type(value) in {int, float} and _in_range(value) and abs(value) <= _HALF_TURN)
    return float(value)


def findings_in(values: Any, pages: int) -> tuple[Finding, ...]:
    """Findings from lists, checked; their codes are among those this room words."""
    _check(isinstance(values, list) and len(values) <= _MOST_FINDINGS)
    found = []
    for code, page, slots in values:
        _check(
            is_known(code) and (page is None or (type(page) is int and 1 <= page <= pages)) and isinstance(slots, dict)
        )
        _check(
            all(type(value) is int or (type(value) is str and len(value) <= _LONGEST_SLOT) for value in slots.values())
        )
        found.append(Finding(code, page, slots))
        worded(found[-1], "")  # slots that the message does not need, or lacks, raise here
    return tuple(found)


def decode_header(line: bytes, limits: ReadingLimits) -> Header:
    """The header from its line.

    Raises:
        UntrustedAnswerError: the line is not one that :func:`encode_header` could have written under these limits.
    """
    try:
        content = json.loads(line)
        pages = content["pages"]
        _check(type(pages) is int and 0 <= pages <= limits.pages)
        return Header(
            pages=pages,
            bookmarks=tuple(_bookmark(entry, pages) for entry in content["bookmarks"]),
            tables=_tables(content["tables"], pages),
            findings=findings_in(content["findings"], max(pages, 1)),
            rendered_by=_text(content["rendered_by"]),
        )
    except _MALFORMED as error:
        raise UntrustedAnswerError("the head of the worker's answer is malformed") from error


def _bookmark(value: Any, pages: int) -> Bookmark:
    level, title, page = value
    _check(type(level) is int and type(page) is int and 1 <= page <= pages)
    return Bookmark(level=level, title=_text(title, _LONGEST_TITLE) or "", page=page)


def _tables(values: Any, pages: int) -> tuple[NativeTable, ...]:
    _check(sum(len(row) for table in values for row in table) <= _MOST_CELLS)
    tables = []
    for rows in values:
        cells = tuple(tuple(_cell(cell, pages) for cell in row) for row in rows)
        on = sorted({cell.page for row in cells for cell in row if cell.page is not None})
        tables.append(NativeTable(rows=cells, pages=tuple(on)))
    return tuple(tables)


def _cell(value: Any, pages: int) -> TableCell:
    text, page, box = value
    _check(page is None or (type(page) is int and 1 <= page <= pages))
    return TableCell(text=_text(text, _LONGEST_CELL) or "", page=page, box=None if box is None else _box(box))
