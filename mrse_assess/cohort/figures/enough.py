"""Whether a table is worth a figure: with few numbers, or all alike, it says it better itself."""

from collections.abc import Sequence

from mrse_assess.cohort.figures.told import Column, Kind, Told, counting
from mrse_assess.cohort.tables import Cell, Shape

_OF_COUNTS = (Shape.HEAT, Shape.FLOW)
_OF_ONE_COLUMN = (Shape.PARETO, Shape.COMBINATIONS, Shape.FLOW)


def worth_drawing(told: Told) -> bool:
    """Whether there is enough in it that a picture shows and a column of numbers does not."""
    table, limits = told.table, told.style.limits
    columns = told.columns if table.shape in _OF_COUNTS else told.drawable
    if table.shape in _OF_ONE_COLUMN:
        columns = columns[:1]
    if table.shape is Shape.NONE or not table.rows or not columns:
        return False
    found = _lengths(told, columns)
    if len(set(found)) <= 1:
        return False
    if table.shape is Shape.TREND:
        return max(len(_lengths(told, (column,))) for column in columns) >= limits.periods
    return len(found) >= (limits.grid if table.shape is Shape.HEAT else limits.marks)


def _lengths(told: Told, columns: Sequence[Column]) -> list[float]:
    """What the lengths or the shades of marks would tell."""
    by_count = told.table.shape in _OF_COUNTS and counting(told)

    def one(cell: Cell) -> float | None:
        if by_count:
            return cell.count
        return cell.value if told.kind(cell) is Kind.VALUE else None

    return [number for row in told.table.rows for column in columns if (number := one(column.of(row))) is not None]
