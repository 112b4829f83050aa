"""What a report says in short: sentences made of single cells of its tables, and of nothing else."""

from collections.abc import Iterator, Sequence

from mrse_assess.cohort.report.cells import interval_in_words, share
from mrse_assess.cohort.report.wording import ReportWording, Short, report_wording
from mrse_assess.cohort.tables import Cell, CohortTable, Row

_FIRST = "first"


def in_short(tables: Sequence[CohortTable]) -> tuple[str, ...]:
    """The sentences that these tables of one guidance version allow; without enough behind them there are fewer."""
    said = report_wording()
    first = {table.id: table for table in tables if table.attempts == _FIRST}
    return tuple(text for one in said.short if one.table in first for text in _said(one, first[one.table], said))


def _said(one: Short, table: CohortTable, said: ReportWording) -> Iterator[str]:
    place = next((place for place, (key, _) in enumerate(table.columns) if key == one.column), None)
    if place is None:
        return
    if one.more:
        largest = _largest([(row, row.cells[place]) for row in table.rows], one.more)
        if largest:
            yield one.say.format(
                list="; ".join(said.say("summary", "entry", **_slots(row, cell)) for row, cell in largest)
            )
        return
    for row in table.rows:
        cell = row.cells[place]
        if row.key == (one.row,) and cell.interval and cell.value is not None:
            yield one.say.format(interval=interval_in_words(cell.interval), **_slots(row, cell))


def _largest(cells: Sequence[tuple[Row, Cell]], most: int) -> list[tuple[Row, Cell]]:
    """The largest, those as large as the last of them too; none where one is withheld, for it may be larger."""
    if any(cell.withheld for _, cell in cells):
        return []
    told = [(row, cell) for row, cell in cells if cell.count and cell.value is not None]
    told.sort(key=lambda one: -(one[1].count or 0))
    if len(told) > most and told[most][1].count == told[most - 1][1].count:
        least = told[most][1].count or 0
        told = [one for one in told if (one[1].count or 0) > least] or []
    return told[:most]


def _slots(row: Row, cell: Cell) -> dict[str, object]:
    return {"label": row.label, "count": cell.count, "of": cell.of, "share": share(cell.value or 0.0)}
