"""The counts that somebody means to publish, and what a reader knows of how they hang together.

An id stands for one number wherever it is shown: in two tables, in two years' reports. That is what lets linked tables
be protected together. A count that no table shows is given too where it can be worked out from those that are.
"""

from dataclasses import dataclass
from enum import StrEnum

from mrse_assess.errors import BadRequestError


class Why(StrEnum):
    """Why a count is withheld. For the scheme office only: which reason holds tells how large a count is."""

    SMALL = "small"
    ZERO = "zero"
    DOMINATED = "dominated"
    COMPLEMENTARY = "complementary"
    WITHHELD_BEFORE = "withheld_before"
    WITH_ITS_TABLE = "with_its_table"


@dataclass(frozen=True, kw_only=True)
class Count:
    """One number: ``value`` of whatever is counted, with the applications it rests on.

    ``applications`` is how many different ones, the value itself where applications are what is counted; ``largest``
    how much of the value the largest of them has. ``structural``: it is nought because the scheme allows nothing else,
    as everybody can know. Not ``guarded``: it tells of nobody and is only there so that a relation holds; no table may
    show it.
    """

    id: str
    value: int
    applications: int | None = None
    largest: int | None = None
    structural: bool = False
    guarded: bool = True

    @property
    def behind(self) -> int:
        """How many applications it rests on."""
        return self.value if self.applications is None else self.applications

    @property
    def most(self) -> int:
        """How much of it one application has."""
        return min(self.value, 1) if self.largest is None else self.largest

    def __post_init__(self) -> None:
        """Refuse what cannot be counted.

        Raises:
            BadRequestError: the numbers contradict each other.
        """
        empty = self.value == 0
        if not 0 <= self.behind <= self.value or empty != (self.behind == 0):
            raise BadRequestError(f"The count {self.id} cannot rest on {self.behind} applications: it is {self.value}.")
        if not self.value <= self.most * self.behind <= self.value * self.behind:
            raise BadRequestError(f"The count {self.id} is {self.value}: no application can have {self.most} of it.")
        if self.structural and not empty:
            raise BadRequestError(f"The count {self.id} is called impossible by the scheme and yet is {self.value}.")


@dataclass(frozen=True, kw_only=True)
class Sum:
    """The total is the sum of its parts, which overlap nowhere and leave nothing out."""

    total: str
    parts: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Overlap:
    """The parts make the whole between them, and one thing may be in several: reasons of an item, for one."""

    total: str
    parts: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Within:
    """The part is some of the whole, and nothing is said of the rest."""

    total: str
    part: str


Relation = Sum | Overlap | Within


@dataclass(frozen=True, kw_only=True)
class Rate:
    """A percentage: one count of another. The rest of the whole is guarded as if it were published, as it then is.

    ``rest`` is the id of the count of that rest where it has one.
    """

    id: str
    part: str
    whole: str
    rest: str | None = None


@dataclass(frozen=True, kw_only=True)
class Row:
    """A row of a table: the ids of counts or rates in its cells, "" for a cell that is left blank."""

    name: str
    cells: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table as it would be printed if nothing had to be withheld.

    ``fields`` are what its rows and columns divide by. The rows stand in the order of the scheme, never in that of
    their numbers, which would tell about the withheld ones.
    """

    id: str
    fields: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def __post_init__(self) -> None:
        """Refuse rows that do not fit the columns.

        Raises:
            BadRequestError: a row has too few or too many cells.
        """
        for row in self.rows:
            if len(row.cells) != len(self.columns):
                raise BadRequestError(
                    f"Table {self.id}: row “{row.name}” has {len(row.cells)} cells for {len(self.columns)} columns."
                )


@dataclass(frozen=True, kw_only=True)
class Statistics:
    """All that is to be published at one time, with all that a reader can connect it with."""

    counts: tuple[Count, ...]
    relations: tuple[Relation, ...] = ()
    rates: tuple[Rate, ...] = ()
    tables: tuple[Table, ...] = ()
