"""What a figure shows, in words for whoever cannot see it; made of what the table shows and of nothing else."""

from collections.abc import Sequence

from mrse_assess.cohort.figures.frame import Picture
from mrse_assess.cohort.figures.told import Column, Kind, Told, bounds, counting, counts, written
from mrse_assess.cohort.tables import Cell, Row, Shape
from mrse_assess.rendering.clean import clean

_FEW = 2  # columns that are told at length
_WAYS = (Shape.HEAT, Shape.FLOW)

Found = tuple[str, Cell, Column]


def in_words(told: Told, picture: Picture) -> str:
    """The alternative text: what it is of, how many, the largest numbers with their intervals, what is withheld."""
    table, spoken = told.table, told.style.spoken
    opening = spoken["opening"].format(kind=told.style.kinds[table.shape], title=table.title, sub=picture.sub)
    if table.shape is Shape.TREND:
        said = [_course(told, column, brief=len(picture.shown) > _FEW) for column in picture.shown]
    elif table.shape is Shape.HEAT:
        said = [_largest_cells(told, picture)]
    else:
        most = told.style.limits.largest if len(picture.shown) <= _FEW else 1
        said = [_largest(told, column, picture.rows, most) for column in picture.shown]
    return clean(" ".join(filter(None, [opening, *said, _withheld(told)])))


def _largest(told: Told, column: Column, rows: Sequence[Row], most: int) -> str:
    return _list(told, column.label, [(row.label, column.of(row), column) for row in rows], most)


def _largest_cells(told: Told, picture: Picture) -> str:
    found = [(f"{row.label}, {one.label}", one.of(row), one) for row in picture.rows for one in picture.shown]
    what = told.style.say("number" if counting(told) else "share", unit=told.unit())
    return _list(told, what, found, told.style.limits.largest)


def _list(told: Told, of: str, found: Sequence[Found], most: int) -> str:
    """The largest by what the marks show: counts of ways and of grids, else values."""
    by_count = told.table.shape in _WAYS and counting(told)
    known = [
        (number, one) for one in found if (number := one[1].count if by_count else one[1].value) is not None and number
    ]
    chosen = sorted(known, key=lambda pair: -pair[0])[:most]
    if not chosen:
        return ""
    words = "; ".join(f"{label} {_number(told, cell, column, by_count)}" for _, (label, cell, column) in chosen)
    hidden = any(told.kind(cell) is Kind.WITHHELD for _, cell, _ in found)
    spoken = told.style.spoken["largest_shown" if hidden else "largest"]
    return spoken.format(column=of[:1].upper() + of[1:], list=words)


def _number(told: Told, cell: Cell, column: Column, by_count: bool = False) -> str:
    if cell.value is None or by_count:
        return counts(cell, told.style)
    value = written(cell.value, column.unit)
    if column.unit:
        value = told.style.spoken["number"].format(value=value, unit=column.unit)
    found = [f"{value} ({counts(cell, told.style)})" if cell.count is not None else value]
    if cell.interval:
        level = written(cell.interval.level, "")
        found.append(f"{level} {told.style.spoken['interval']} {bounds(cell, column.unit, told.style)}")
    return ", ".join(found)


def _course(told: Told, column: Column, *, brief: bool) -> str:
    """The first and the last number of a line; of many lines the last."""
    known = [(row.label, column.of(row)) for row in told.table.rows if told.kind(column.of(row)) is Kind.VALUE]
    if not known:
        return ""
    first, last = (f"{label} {_number(told, cell, column)}" for label, cell in (known[0], known[-1]))
    return told.style.spoken["last" if brief else "first_last"].format(column=column.label, first=first, last=last)


def _withheld(told: Told) -> str:
    whys = dict.fromkeys(cell.why for _, _, cell in told.table.cells() if told.kind(cell) is Kind.WITHHELD)
    if not whys:
        return ""
    reasons = [why for why in whys if why != told.style.words["withheld"]]
    return told.style.spoken["withheld_why" if reasons else "withheld"].format(why="; ".join(reasons))
