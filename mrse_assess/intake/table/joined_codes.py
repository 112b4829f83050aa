"""Codes in two columns: the number of the category in one, the number, letter or numeral within it in another."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from mrse_assess.intake.grids.grid import Grid, Row
from mrse_assess.intake.text.codes import ORDINALS, read_code

_PART: Final = re.compile(r"[(\[]?(i{1,3}|iv|[a-d]|[1-4])[)\].:]{0,2}(?=\s|$)(?!\s*[-\u2013]\s*\d)", re.IGNORECASE)
_NONE: Final = re.compile(r"(?:[-\u2013\u2014]|n/?a\b)?\s*", re.IGNORECASE)
_LEAST: Final = 6  # codes that the two columns make
_MOSTLY: Final = 0.8  # share of the rows with a number in one column that have one in the other


def joined(grid: Grid, codes: Sequence[str]) -> Iterator[Grid]:
    """The grid with whole codes in the second column, for every two columns that make codes in the scheme's order."""
    width = len(grid.rows[0].cells) if grid.rows else 0
    for first in range(width - 1):
        categories = _categories(grid.rows, first, codes)
        if len(set(filter(None, categories))) < _LEAST // 2:
            continue
        for second in range(first + 1, width):
            found = [_code(row, second, category, codes) for row, category in zip(grid.rows, categories, strict=True)]
            if _are_codes(found, grid.rows, second, codes):
                rows = (
                    row if code is None else _with_code(row, second, code)
                    for row, code in zip(grid.rows, found, strict=True)
                )
                yield grid._replace(rows=tuple(rows))


def _categories(rows: Sequence[Row], column: int, codes: Sequence[str]) -> list[str | None]:
    """The category of each row: that of its own cell, else of the last one above."""
    found: list[str | None] = []
    for row in rows:
        text = row.cells[column].text
        code = read_code(text, codes)
        if code is not None and code.code and "." in code.code:
            return []
        own = code.category if code is not None else None
        found.append(own or (found[-1] if found and not text.strip() else None))
    return found


def _code(row: Row, column: int, category: str | None, codes: Sequence[str]) -> str | None:
    """The code that the row's category and its own part make; that of a category without parts stands alone."""
    if category is None or row.flows:
        return None
    text = row.cells[column].text.strip()
    if category in codes:
        return category if text else None
    part = _PART.match(text)
    if part is None:
        return None
    number = ORDINALS.get(part.group(1).lower(), part.group(1))
    code = f"{category}.{number}"
    return code if code in codes else None


def _are_codes(found: Sequence[str | None], rows: Sequence[Row], column: int, codes: Sequence[str]) -> bool:
    """Whether these make most of the scheme's codes in order, and nearly every filled cell makes one."""
    places = [codes.index(code) for code in found if code is not None]
    rising = all(one <= two for one, two in pairwise(places))
    first = next((place for place, code in enumerate(found) if code is not None), len(found))
    filled = sum(bool(row.cells[column].text.strip()) and not row.flows for row in rows[first:])
    return rising and len(set(places)) >= _LEAST and len(places) >= _MOSTLY * filled


def _with_code(row: Row, column: int, code: str) -> Row:
    cell = row.cells[column]
    part = _PART.match(cell.text.strip()) if "." in code else _NONE.match(cell.text.strip())
    rest = cell.text.strip()[part.end() :].strip() if part is not None else cell.text.strip()
    cells = list(row.cells)
    cells[column] = cell._replace(text=f"{code} {rest}".strip())
    return row._replace(cells=tuple(cells))
