"""What the cells of a table tell a figure, and how their numbers are written."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from mrse_assess.cohort.figures.style import Style
from mrse_assess.cohort.tables import Cell, CohortTable, Row, Unit
from mrse_assess.rendering.clean import clean

_SPACE = "\N{NO-BREAK SPACE}"
_PER_CENT = f"{_SPACE}%"
"""As in the text around a figure."""


class Kind(StrEnum):
    """What can be drawn of a cell."""

    VALUE = "value"  # a share, or a number in the unit of its column
    COUNT = "count"  # a count by itself, of nothing or too few for a share
    SCANT = "scant"  # too few behind it to say anything
    NOTHING = "nothing"  # nobody to count
    WITHHELD = "withheld"


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column of a table: ``unit`` is what its values are counted in, "" where they are shares."""

    place: int
    key: str
    label: str
    unit: str

    def of(self, row: Row) -> Cell:
        """The column's cell in a row."""
        return row.cells[self.place]


@dataclass(frozen=True, kw_only=True)
class Told:
    """A table as figures read it: with columns by what they hold, and rows that have something to draw."""

    table: CohortTable
    style: Style

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """All columns."""
        return tuple(
            Column(place=place, key=str(key), label=label, unit=self._unit(place, key))
            for place, (key, label) in enumerate(self.table.columns)
        )

    @cached_property
    def counted(self) -> tuple[Column, ...]:
        """Columns of counts that nothing is a share of: they are told in figures and not drawn."""
        return tuple(one for one in self.columns if self._only_counts(one))

    @cached_property
    def drawable(self) -> tuple[Column, ...]:
        """The others."""
        return tuple(one for one in self.columns if not self._only_counts(one))

    def kind(self, cell: Cell) -> Kind:
        """What can be drawn of the cell."""
        if cell.withheld:
            return Kind.WITHHELD
        if cell.value is not None:
            return Kind.VALUE
        if cell.count is not None:
            return Kind.NOTHING if cell.of == 0 else Kind.COUNT
        if cell.of is not None:
            return Kind.SCANT
        return Kind.NOTHING

    def has(self, kind: Kind, columns: Sequence[Column] | None = None) -> bool:
        """Whether a cell is of that kind."""
        own = self.columns if columns is None else columns
        return any(self.kind(column.of(row)) is kind for row in self.table.rows for column in own)

    def empty(self, cells: Iterable[Cell]) -> bool:
        """Whether nothing was counted in any of them, and nothing is withheld."""
        return all(self._none_in(cell) for cell in cells)

    def silent(self, column: Column) -> bool:
        """Whether no cell of the column has a number, some being withheld."""
        kinds = {self.kind(column.of(row)) for row in self.table.rows}
        return kinds <= {Kind.WITHHELD, Kind.NOTHING} and Kind.WITHHELD in kinds

    def whole(self, cells: Iterable[Cell]) -> int | None:
        """What they are all shares of, where that is the same."""
        found = {cell.of for cell in cells if self.kind(cell) is not Kind.WITHHELD}
        return found.pop() if len(found) == 1 else None

    def by(self, amount: Callable[[Row], float | None], rows: Sequence[Row]) -> tuple[Row, ...]:
        """Rows by size, largest first, after them those without a number in the order of the table."""
        return tuple(sorted(rows, key=lambda row: (amount(row) is None, -(amount(row) or 0.0))))

    def unit(self, number: int | None = None) -> str:
        """What the table counts."""
        words = self.style.units[self.table.unit]
        return words if number is None else f"{number:,} {words}"

    def _none_in(self, cell: Cell) -> bool:
        if self.kind(cell) is Kind.WITHHELD:
            return False
        return not (cell.count or cell.value) and self.kind(cell) is not Kind.SCANT

    def _only_counts(self, column: Column) -> bool:
        cells = [column.of(row) for row in self.table.rows]
        told = [cell for cell in cells if cell.count is not None or cell.of is not None or cell.value is not None]
        return bool(told) and all(cell.of is None and cell.value is None for cell in told)

    def _unit(self, place: int, key: str) -> str:
        if key in self.table.numbers:
            return self.table.numbers[key]
        values = [row.cells[place].value for row in self.table.rows]
        shares = all(value is None or 0 <= value <= 1 for value in values)
        return "" if shares and self.table.unit is not Unit.DAY else self.style.units[self.table.unit]


def written(value: float, unit: str) -> str:
    """A share in per cent, another number with as many places as it bears."""
    if unit:
        if 0 < abs(value) < 0.05:  # noqa: PLR2004 - would be 0 though there is something
            return "<0.1" if value > 0 else ">-0.1"
        return f"{value:,.0f}" if abs(value) >= 100 or value == round(value) else f"{value:.1f}"  # noqa: PLR2004 - three figures are enough
    if 0 < value < 0.005:  # noqa: PLR2004 - would be 0 % though there are some
        return f"<{_SPACE}1{_PER_CENT}"
    return f">{_SPACE}99{_PER_CENT}" if 0.995 <= value < 1 else f"{100 * value:.0f}{_PER_CENT}"  # noqa: PLR2004 - nor all


def bounds(cell: Cell, unit: str, style: Style) -> str:
    """An interval in words; nothing where there is none."""
    if cell.interval is None:
        return ""
    low, high = (written(one, unit) for one in (cell.interval.low, cell.interval.high))
    if not unit and low.removesuffix(_PER_CENT).isdigit():
        low = low.removesuffix(_PER_CENT)
    return style.say("span", low=low, high=high)


def counting(told: Told) -> bool:
    """Whether its cells are counts: those of a grid or of ways are, unless nothing is counted."""
    return any(cell.count is not None for _, _, cell in told.table.cells())


def counts(cell: Cell, style: Style) -> str:
    """The count with what it is a share of."""
    if cell.count is None:
        return "" if cell.of is None else f"{cell.of:,}"
    return f"{cell.count:,}" if cell.of is None else style.say("of", count=f"{cell.count:,}", of=f"{cell.of:,}")


def sentence(words: str) -> str:
    """The words as a label that stands by itself, with a capital at the start."""
    plain = clean(words)
    return plain[:1].upper() + plain[1:]
