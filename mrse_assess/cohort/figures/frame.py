"""What every figure has: its subject, what is counted and how many stand behind it, and how to read its marks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mrse_assess.cohort.figures.sheet import Sheet
from mrse_assess.cohort.figures.told import Column, Kind, Told, written
from mrse_assess.cohort.tables import Row, Unit


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A drawn sheet, and what was drawn: ``shown`` columns and ``rows`` in the order in which they stand.

    ``sub``: what is counted, and of how many.
    """

    sheet: Sheet
    shown: tuple[Column, ...]
    rows: tuple[Row, ...]
    sub: str


def opened(told: Told, shown: Sequence[Column], *, counting: bool = False) -> tuple[Sheet, float, str]:
    """A sheet with its head; gives where the head ends and the words under the title.

    ``counting``: the marks show counts and not shares.
    """
    style = told.style
    sheet = Sheet(style=style)
    room = sheet.right - sheet.left
    end = sheet.block(sheet.left, style.page.margin, room, told.table.title, points=style.type.title, bold=True)
    sub = "; ".join(_sub(told, shown, counting=counting))
    end = sheet.block(sheet.left, end + 0.6, room, sub, colour=style.colours.soft)
    return sheet, end + 2.4, sub


def closed(sheet: Sheet, told: Told, y: float, notes: Iterable[str]) -> None:
    """How to read the marks, below everything."""
    style, words = told.style, " ".join(filter(None, notes))
    sheet.reach(y)
    if words:
        room = sheet.right - sheet.left
        sheet.block(sheet.left, y + 1.6, room, words, points=style.type.small, colour=style.colours.soft)


def kept(told: Told, by_size: Column | None = None, *, of: Sequence[Column] = ()) -> tuple[tuple[Row, ...], list[str]]:
    """Rows that have something in them, or in some columns ``of`` them, and what is said of the others."""
    style, rows = told.style, told.table.rows
    full = tuple(row for row in rows if not told.empty(one.of(row) for one in of or told.columns))
    notes = []
    if len(full) < len(rows):
        notes.append(style.say("none_counted", number=len(rows) - len(full), rows=len(rows)))
    if by_size:
        full = told.by(lambda row: by_size.of(row).value, full)
    if len(full) > style.limits.rows:
        notes.append(style.say("kept_out", number=style.limits.rows, rows=len(rows)))
    return full[: style.limits.rows], notes


def intervals(told: Told, shown: Sequence[Column], *, said: str = "interval") -> list[str]:
    """How the intervals were found."""
    found: dict[float, dict[str, None]] = {}
    for row in told.table.rows:
        for one in filter(None, (column.of(row).interval for column in shown)):
            found.setdefault(one.level, {})[one.how] = None
    return [told.style.say(said, level=written(level, ""), how=", ".join(hows)) for level, hows in found.items()]


def marks(told: Told, shown: Sequence[Column], *, withheld: str = "hatched") -> list[str]:
    """What stands for cells without a bar."""
    return [
        told.style.words["scant"] if any(_scant(told, row, shown) for row in told.table.rows) else "",
        told.style.words[withheld] if told.has(Kind.WITHHELD, shown) else "",
    ]


def _scant(told: Told, row: Row, shown: Sequence[Column]) -> bool:
    found = [column.of(row) for column in shown]
    return any(told.kind(cell) in (Kind.COUNT, Kind.SCANT) and cell.of is not None for cell in found)


def _sub(told: Told, shown: Sequence[Column], *, counting: bool) -> Iterable[str]:
    style, table = told.style, told.table
    yield _what(told, shown, counting=counting)
    if table.guidance:
        yield style.say("guidance", guidance=table.guidance)
    yield _behind(told, shown)


def _behind(told: Told, shown: Sequence[Column]) -> str:
    """How many stand behind the numbers: applications, or what the shares are of where that is something else."""
    style, table = told.style, told.table
    if table.applications is None:
        return style.words["behind_withheld"]
    applications = f"{table.applications:,}"
    wholes = {cell.of for row in table.rows for column in shown if (cell := column.of(row)).of is not None}
    alike = table.unit in (Unit.APPLICATION, Unit.ATTEMPT) and wholes <= {table.applications}
    if alike or not wholes:
        return style.say("behind", n=applications)
    if len(wholes) > 1 or any(column.unit for column in shown):
        return style.say("behind_each", applications=applications)
    (whole,) = wholes
    if table.unit in (Unit.APPLICATION, Unit.ATTEMPT):
        return style.say("behind_some", n=f"{whole:,}", applications=applications)
    return style.say("behind_others", n=told.unit(whole), applications=applications)


def _what(told: Told, shown: Sequence[Column], *, counting: bool) -> str:
    style, unit = told.style, told.unit()
    if counting:
        return style.say("number", unit=unit)
    numbers = list(dict.fromkeys(column.unit for column in shown if column.unit))
    if not numbers:
        return style.say("share", unit=unit)
    if all(column.unit for column in shown):
        return style.say("value", unit=", ".join(numbers))
    return style.say("share_and_number", unit=unit, numbers=", ".join(numbers))
