"""A table of a cohort: one question answered, with its denominators, intervals, and what it cannot say.

Measures make tables, disclosure control takes numbers out of them, figures and reports show them. A table holds no
drawing and no sentence that another view would have to repeat.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum


class Unit(StrEnum):
    """What a table counts. Shares with different units are never put side by side."""

    APPLICATION = "application"
    ATTEMPT = "attempt"
    SUB_CATEGORY = "sub_category"  # one sub-category of one application
    ITEM = "item"  # one item under one sub-category of one application
    DAY = "day"


class Period(StrEnum):
    """How long a period is."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"


class Shape(StrEnum):
    """How a table is best drawn; ``NONE`` where the table says it better."""

    NONE = "none"
    BARS = "bars"
    PARETO = "pareto"
    HEAT = "heat"
    COMBINATIONS = "combinations"  # which fail together (UpSet)
    FLOW = "flow"  # from a sub-category to the one where it belongs
    TREND = "trend"
    DISTRIBUTION = "distribution"


@dataclass(frozen=True, kw_only=True)
class Interval:
    """Bounds of a value at ``level`` (0.95), and how they were found: ``Wilson``, ``bootstrap by application``."""

    low: float
    high: float
    level: float
    how: str


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One answer. ``count`` of ``of``; ``value`` is a share of 0 to 1 or a number in the table's unit.

    Of a number that is no share (an average, a median) ``of`` is how many applications it rests on and ``count`` is
    None; of a number that nothing is a share of, ``of`` and ``value`` are. Where so few stand behind a share that it
    would mislead, its counts stand without ``value``; where an interval cannot be found, ``value`` stands without one;
    ``why`` says so. All three are None where there is nothing to say or where the number is withheld; ``why`` then
    says which, in words without any number or range, and ``withheld`` that there is one. ``applications`` are those
    behind ``count``, or else behind ``value``, for whoever may look at them; empty in anything that is published.
    ``largest`` is how much of a count of things the application has that has most of it; None where one has one.
    """

    count: int | None = None
    of: int | None = None
    value: float | None = None
    interval: Interval | None = None
    why: str = ""
    applications: tuple[str, ...] = ()
    largest: int | None = None
    withheld: bool = False


@dataclass(frozen=True, kw_only=True)
class Row:
    """One line: ``key`` is stable and of the records (a code, a reason's id), ``label`` is for people."""

    key: tuple[str, ...]
    label: str
    cells: tuple[Cell, ...]


FOLDED = ("*",)
"""The key of the row that stands for all rows of which nothing may be published."""


@dataclass(frozen=True, kw_only=True)
class CohortTable:
    """One question answered for one guidance version, never for several pooled.

    ``id`` is its own among those of one ``guidance`` and ``attempts`` (first or final; "" where it is about neither).
    ``columns`` are (key, label) of the cells of every row; ``numbers`` says in what the values of a column are counted
    (days, items) where they are no shares of 0 to 1. ``applications`` is how many are behind the whole table, None
    where that is withheld. ``notes`` say what is easily misread, and what is too little to say.
    """

    id: str
    question: str
    title: str
    guidance: str
    unit: Unit
    shape: Shape
    columns: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    applications: int | None
    attempts: str = ""
    notes: tuple[str, ...] = ()
    numbers: Mapping[str, str] = field(default_factory=dict)

    def cells(self) -> Iterator[tuple[Row, tuple[str, str], Cell]]:
        """Every cell with its row and column, line by line."""
        for row in self.rows:
            for column, cell in zip(self.columns, row.cells, strict=True):
                yield row, column, cell

    def without_applications(self) -> "CohortTable":
        """The table without the applications behind its cells, which are many and never shown."""
        rows = (replace(row, cells=tuple(replace(cell, applications=()) for cell in row.cells)) for row in self.rows)
        return replace(self, rows=tuple(rows))
