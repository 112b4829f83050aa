"""A Pareto: bars of the first column from the largest down, and the share so far as numbers beside them."""

from mrse_assess.cohort.figures.bars import Bars
from mrse_assess.cohort.figures.frame import Picture, closed, intervals, kept, marks, opened
from mrse_assess.cohort.figures.told import Column, Kind, Told, written
from mrse_assess.cohort.tables import Row


def pareto(told: Told) -> Picture:
    """The figure; there is one axis, that of the bars."""
    first, *others = told.drawable
    rows, notes = kept(told, of=(first,))
    sheet, y, sub = opened(told, (first,))
    figure = Bars(told=told, sheet=sheet, rows=rows)
    beside = [figure.numbers(one.label, [_said(told, one, row) for row in rows]) for one in others]
    y, _ = figure.single(first, y, beside=beside)
    closed(sheet, told, y, [*intervals(told, (first,)), *marks(told, (first,)), figure.in_table(), *notes])
    return Picture(sheet=sheet, shown=(first,), rows=rows, sub=sub)


def _said(told: Told, column: Column, row: Row) -> str:
    cell = column.of(row)
    if cell.value is not None:
        return written(cell.value, column.unit)
    return told.style.words["withheld" if told.kind(cell) is Kind.WITHHELD else "nothing"]
