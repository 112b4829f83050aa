"""Tables in CSV and XLSX files: texts written so that no program runs or changes them, and read back as they were.

A cell that a spreadsheet would take for a formula gets an apostrophe in front, which reading takes away again. Texts
of apostrophes before such a character get one more, so that the way back is never ambiguous.
"""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import python_calamine
import xlsxwriter

from mrse_assess.errors import BadRequestError

_STARTS = "=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20"  # the last four are the full-width = + - @
_TO_GUARD = re.compile(f"'*[{_STARTS}]")
_GUARDED = re.compile(f"'+[{_STARTS}]")

XLSX_LONGEST = 32_767
"""Characters that a spreadsheet's cell can hold."""


@dataclass(frozen=True, kw_only=True)
class Table:
    """A header and the rows under it, each with its number as a spreadsheet shows it (the header is row 1)."""

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[Any, ...]], ...]


def guarded(text: str) -> str:
    """The text as it may stand in a spreadsheet's cell."""
    return "'" + text if _TO_GUARD.match(text) else text


def unguarded(text: str) -> str:
    """The inverse of :func:`guarded`."""
    return text[1:] if _GUARDED.match(text) else text


def read_table(path: Path) -> Table:
    """The table in a ``.csv`` file, or on the first sheet of an ``.xlsx`` file. Empty rows are left out.

    Raises:
        BadRequestError: the file cannot be read as such a table.
    """
    lines = _read_csv(path) if path.suffix.lower() == ".csv" else _read_xlsx(path)
    if not lines:
        raise BadRequestError(f"{path.name} is empty; its first row must hold the column names.")
    header = tuple(str(cell).strip() for cell in lines[0])
    rows = []
    for number, cells in enumerate(lines[1:], start=2):
        if all(cell in {"", None} for cell in cells):
            continue
        if len(cells) != len(header):
            raise BadRequestError(f"Row {number} of {path.name} has {len(cells)} cells and the header {len(header)}.")
        rows.append((number, tuple(unguarded(cell) if isinstance(cell, str) else cell for cell in cells)))
    return Table(header=header, rows=tuple(rows))


def write_csv(path: Path, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write texts as CSV in UTF-8 with the line ends of RFC 4180.

    Raises:
        BadRequestError: a text holds a character that UTF-8 has not.
    """
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\r\n")  # which also makes it quote a lone carriage return
            writer.writerow(header)
            writer.writerows([guarded(text) for text in row] for row in rows)
    except UnicodeEncodeError:
        raise BadRequestError("A text holds half a character and cannot be written; record it again.") from None


def write_xlsx(path: Path, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write texts as cells of text, without formulas, links, author or time of writing.

    Raises:
        BadRequestError: a text is longer than a spreadsheet's cell can hold.
    """
    guarded_rows = [[guarded(text) for text in row] for row in rows]
    for number, row in enumerate(guarded_rows, start=2):
        for name, text in zip(header, row, strict=True):
            if len(text.encode("utf-16-le", "surrogatepass")) // 2 > XLSX_LONGEST:
                raise BadRequestError(
                    f"Row {number}, column {name}: a spreadsheet cell holds at most {XLSX_LONGEST:,} characters; "
                    "write a .csv or .parquet file instead."
                )
    with xlsxwriter.Workbook(str(path)) as book:
        book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC)})  # the same records, the same bytes
        as_text = book.add_format({"num_format": "@"})
        sheet = book.add_worksheet("judgements")
        sheet.set_column(0, len(header) - 1, 14, as_text)  # what is typed later stays text too
        sheet.freeze_panes(1, 0)
        for row_number, row in enumerate([list(header), *guarded_rows]):
            for column_number, text in enumerate(row):
                if text:  # write_string: never a formula, link or number
                    sheet.write_string(row_number, column_number, text, as_text)


def _read_csv(path: Path) -> list[list[str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.reader(file, strict=True))
    except UnicodeDecodeError:
        raise BadRequestError(f"{path.name} is not in UTF-8; save it as CSV UTF-8.") from None
    except csv.Error as error:
        raise BadRequestError(f"{path.name} is not a CSV table ({error}); save it again as CSV UTF-8.") from None
    except OSError as error:
        raise BadRequestError(f"{path.name} cannot be read ({error.strerror}).") from None


def _read_xlsx(path: Path) -> list[list[Any]]:
    try:
        book = python_calamine.CalamineWorkbook.from_path(str(path))
        return book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (python_calamine.CalamineError, OSError, IndexError) as error:
        raise BadRequestError(f"{path.name} cannot be read as an .xlsx file; save it again as one.") from error
