"""Tables of a cohort for programs and spreadsheets: texts stay texts, numbers are numbers, nothing is a formula."""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, Final

import xlsxwriter

from mrse_assess.cohort.report.chapters import arranged
from mrse_assess.cohort.report.naming import stem
from mrse_assess.cohort.report.wording import ReportWording, report_wording
from mrse_assess.cohort.tables import Cell, CohortTable
from mrse_assess.records.tables import guarded

COLUMNS: Final = (
    "row_key", "row", "column_key", "column", "count", "of", "value", "unit", "low", "high", "level", "interval",
    "note", "withheld",
)  # fmt: skip
_KEY: Final = " + "
_BYTE_ORDER_MARK: Final = (
    "\N{ZERO WIDTH NO-BREAK SPACE}"  # without it a spreadsheet program takes UTF-8 for something else
)
_SHEET_LETTERS: Final = 31
_WIDE: Final = 44
_NARROW: Final = 11
_PARTS: Final = ("count", "of", "share", "low", "high")


def csv_file(table: CohortTable) -> bytes:
    """One line for each cell of the table, with its keys, for programs; UTF-8 with a byte order mark.

    Columns: :data:`COLUMNS`. ``value`` is a share of 0 to 1 where ``unit`` is empty.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(_lines(table))
    return (_BYTE_ORDER_MARK + text.getvalue()).encode()


def _lines(table: CohortTable) -> Iterator[tuple[str, ...]]:
    for row, (key, label), cell in table.cells():
        numbers = (cell.count, cell.of, cell.value)
        interval = cell.interval
        bounds = (interval.low, interval.high, interval.level, interval.how) if interval else ("",) * 4
        yield (
            guarded(_KEY.join(row.key)), guarded(row.label), guarded(key), guarded(label),
            *("" if number is None else str(number) for number in numbers[:2]),
            "" if cell.value is None else f"{cell.value:.6g}",
            guarded(table.numbers.get(key, "")),
            *(f"{bound:.6g}" if isinstance(bound, float) else bound for bound in bounds),
            guarded(cell.why), "yes" if cell.withheld else "",
        )  # fmt: skip


def xlsx_file(tables: Sequence[CohortTable]) -> bytes:
    """A workbook: a sheet of contents and one for each table, in the order of the report. Same tables, same bytes."""
    said = report_wording()
    ordered = [table for filled in arranged(tables) for table in filled.tables]
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC)})
        names = [_sheet_name(number, table) for number, table in enumerate(ordered, start=1)]
        _contents(book, names, ordered, said)
        for name, table in zip(names, ordered, strict=True):
            _sheet(book, name, table, said)
    return made.getvalue()


def _sheet_name(number: int, table: CohortTable) -> str:
    return f"{number} {stem(table)}"[:_SHEET_LETTERS]


def _contents(book: Any, names: Sequence[str], tables: Sequence[CohortTable], said: ReportWording) -> None:
    sheet = book.add_worksheet(said.say("sheet", "contents"))
    strong = book.add_format({"bold": True})
    header = [said.say("sheet", key) for key in ("name", "title", "question", "guidance", "attempts", "counted")]
    for place, text in enumerate(header):
        sheet.write_string(0, place, text, strong)
    for line, (name, table) in enumerate(zip(names, tables, strict=True), start=1):
        unit = said.say("units", str(table.unit))
        for place, text in enumerate((name, table.title, table.question, table.guidance, table.attempts, unit)):
            sheet.write_string(line, place, text)
    sheet.set_column(0, 2, _WIDE)
    sheet.freeze_panes(1, 0)


def _sheet(book: Any, name: str, table: CohortTable, said: ReportWording) -> None:
    sheet = book.add_worksheet(name)
    strong, percent = book.add_format({"bold": True}), book.add_format({"num_format": "0%"})
    applications = said.say("table", "withheld") if table.applications is None else str(table.applications)
    facts = (
        (table.title, ""),
        (table.question, ""),
        (said.say("sheet", "guidance"), table.guidance),
        (said.say("sheet", "counted"), said.say("units", str(table.unit))),
        (said.say("sheet", "applications"), applications),
    )
    for line, (lead, text) in enumerate(facts):
        sheet.write_string(line, 0, lead, strong if line == 0 else None)
        sheet.write_string(line, 1, text)
    top = len(facts) + 1
    for place, (text, over) in enumerate(_header(table, said), start=1):
        sheet.write_string(top, place, over, strong)
        sheet.write_string(top + 1, place, text, strong)
    for line, row in enumerate(table.rows, start=top + 2):
        sheet.write_string(line, 0, row.label)
        for column, ((key, _), cell) in enumerate(zip(table.columns, row.cells, strict=True)):
            _numbers(sheet, line, 1 + column * len(_PARTS), cell, None if key in table.numbers else percent, said)
    below = top + 3 + len(table.rows)
    for line, note in enumerate(table.notes, start=below):
        sheet.write_string(line, 0, note)
    sheet.set_column(0, 0, _WIDE)
    sheet.set_column(1, max(1, len(table.columns) * len(_PARTS)), _NARROW)
    sheet.freeze_panes(top + 2, 1)


def _header(table: CohortTable, said: ReportWording) -> Iterator[tuple[str, str]]:
    """Two lines: over each group of columns what it is of, and below what each holds."""
    for key, label in table.columns:
        unit = table.numbers.get(key, "")
        over = f"{label}, {unit}" if unit else label
        for part in _PARTS:
            name = "value" if part == "share" and unit else part
            yield said.say("sheet", name), over if part == _PARTS[0] else ""


def _numbers(sheet: Any, line: int, place: int, cell: Cell, form: Any, said: ReportWording) -> None:
    if cell.withheld:
        sheet.write_string(line, place, said.say("table", "withheld"))
        return
    bounds = (cell.interval.low, cell.interval.high) if cell.interval else (None, None)
    for part, (number, style) in enumerate(
        ((cell.count, None), (cell.of, None), (cell.value, form), (bounds[0], form), (bounds[1], form))
    ):
        if number is not None:
            sheet.write_number(line, place + part, number, style)
