"""A table of a cohort as blocks of a report: its question, its picture, its numbers, its notes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mrse_assess.cohort.report.cells import in_words
from mrse_assess.cohort.report.naming import stem
from mrse_assess.cohort.report.wording import ReportWording, report_wording
from mrse_assess.cohort.tables import Cell, CohortTable
from mrse_assess.model.letter import (
    Block,
    CountTable,
    Heading,
    Listing,
    Paragraph,
    Picture,
    Sentence,
)

_MANY_COLUMNS = 7
_FEW_LINES = 7
_FEW_ZEROS = 2  # lines in which nothing was found are named in one line where there are more


class _Line(NamedTuple):
    """A line as it is printed: each cell with the unit of its number."""

    label: str
    cells: tuple[tuple[Cell, str], ...]


@dataclass(frozen=True, kw_only=True)
class _Grid:
    """What is printed of a table; ``silent`` are the lines in which nothing was found, named in one sentence."""

    heads: tuple[str, ...]
    lines: tuple[_Line, ...]
    silent: tuple[_Line, ...]


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
    grid = _grid(table)
    if grid.lines:
        yield _numbers(grid)
    notes = [note for note in table.notes if note not in left_unsaid]
    if grid.silent and table.applications != 0:  # of nobody it is said already that nothing can be found
        notes.append(said.say("table", "zero_rows", rows="; ".join(line.label for line in grid.silent)))
    if to_files:
        notes.append(said.say("table", "file", name=stem(table)))
    if notes:
        yield Listing(entries=tuple((Sentence(text=note),) for note in notes))


def _behind(table: CohortTable, said: ReportWording) -> str:
    if table.applications is None:
        return said.say("table", "behind_withheld")
    return said.several("table", "behind", table.applications)


def _grid(table: CohortTable) -> _Grid:
    """The cells with their units; rows and columns change places where there are many columns and few rows.

    Lines in which nothing was found are set apart where they are many: rows, or else the columns that became lines.
    """
    units = [table.numbers.get(key, "") for key, _ in table.columns]
    heads = tuple(_titled(label, unit) for unit, (_, label) in zip(units, table.columns, strict=True))
    rows = [_Line(row.label, tuple(zip(row.cells, units, strict=True))) for row in table.rows]
    lines, silent = _parted(rows)
    if not lines or len(heads) <= max(_MANY_COLUMNS, len(lines)):
        return _Grid(heads=heads, lines=lines, silent=silent)
    turned = [_Line(head, tuple(line.cells[at] for line in lines)) for at, head in enumerate(heads)]
    heads = tuple(_begun(line.label) for line in lines)
    if silent:
        return _Grid(heads=heads, lines=tuple(turned), silent=silent)
    lines, silent = _parted(turned)
    return _Grid(heads=heads, lines=lines, silent=silent)


def _parted(lines: Sequence[_Line]) -> tuple[tuple[_Line, ...], tuple[_Line, ...]]:
    """The lines with something in them, and those in which nothing was found, where they are many.

    Where nothing was found in any of few lines, that is the answer, and they are printed.
    """
    silent = [line for line in lines if not any(cell.count or cell.value or cell.withheld for cell, _ in line.cells)]
    is_answer = len(silent) == len(lines) <= _FEW_LINES and any(cell.of for line in lines for cell, _ in line.cells)
    if len(silent) <= _FEW_ZEROS or is_answer:
        return tuple(lines), ()
    return tuple(line for line in lines if line not in silent), tuple(silent)


def _numbers(grid: _Grid) -> CountTable:
    rows = ((_begun(line.label), tuple(in_words(cell, unit) for cell, unit in line.cells)) for line in grid.lines)
    return CountTable(header=("", *grid.heads), rows=tuple(rows))


def _begun(label: str) -> str:
    return label[:1].upper() + label[1:]


def _titled(label: str, unit: str) -> str:
    return f"{label}, {unit}" if unit and unit.casefold() not in label.casefold() else label
