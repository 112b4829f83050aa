"""A table of a cohort as blocks of a report: its question, its picture, its numbers, its notes."""

from collections.abc import Iterator, Sequence

from mrse_assess.cohort.report.cells import in_words
from mrse_assess.cohort.report.naming import stem
from mrse_assess.cohort.report.wording import ReportWording, report_wording
from mrse_assess.cohort.tables import CohortTable, Row
from mrse_assess.model.letter import (
    Block,
    CountCell,
    CountTable,
    Heading,
    Listing,
    Paragraph,
    Picture,
    Sentence,
)

_MANY_COLUMNS = 7
_FEW_ZEROS = 2  # rows in which nothing was found are named in one line where there are more


def blocks_of(
    table: CohortTable, picture: Picture | None, *, left_unsaid: Sequence[str] = (), to_files: bool
) -> Iterator[Block]:
    """The table as it is printed.

    Args:
        table: internal or publishable.
        picture: of the same table, or None where it says it better itself.
        left_unsaid: notes that are said elsewhere for all tables.
        to_files: name the files that hold it.
    """
    said = report_wording()
    yield Heading(level=3, sentence=Sentence(text=table.question))
    counted = said.say("table", "counted", unit=said.say("units", str(table.unit)), found=_behind(table, said))
    yield Paragraph(sentences=(Sentence(text=f"{table.title}."), Sentence(text=counted)))
    if picture:
        yield picture
    told, silent = _told(table)
    if told:
        yield _numbers(table, told)
    notes = [note for note in table.notes if note not in left_unsaid]
    if silent:
        notes.append(said.say("table", "zero_rows", rows="; ".join(row.label for row in silent)))
    if to_files:
        notes.append(said.say("table", "file", name=stem(table)))
    if notes:
        yield Listing(entries=tuple((Sentence(text=note),) for note in notes))


def _behind(table: CohortTable, said: ReportWording) -> str:
    if table.applications is None:
        return said.say("table", "behind_withheld")
    return said.several("table", "behind", table.applications)


def _told(table: CohortTable) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """The rows with something in them, and those in which nothing was found, where they are many."""
    silent = tuple(
        row for row in table.rows if not any(cell.count or cell.value or cell.withheld for cell in row.cells)
    )
    if len(silent) <= _FEW_ZEROS:
        return table.rows, ()
    return tuple(row for row in table.rows if row not in silent), silent


def _numbers(table: CohortTable, rows: tuple[Row, ...]) -> CountTable:
    """The numbers; rows and columns change places where there are many columns and few rows."""
    units = [table.numbers.get(key, "") for key, _ in table.columns]
    cells = [[in_words(cell, unit) for unit, cell in zip(units, row.cells, strict=True)] for row in rows]
    columns = tuple(_titled(label, unit) for unit, (_, label) in zip(units, table.columns, strict=True))
    names = tuple(row.label[:1].upper() + row.label[1:] for row in rows)
    if len(columns) > max(_MANY_COLUMNS, len(rows)):
        columns, names = names, columns
        cells = [list(column) for column in zip(*cells, strict=True)]
    return CountTable(header=("", *columns), rows=tuple(zip(names, map(tuple[CountCell, ...], cells), strict=True)))


def _titled(label: str, unit: str) -> str:
    return f"{label}, {unit}" if unit and unit.casefold() not in label.casefold() else label
