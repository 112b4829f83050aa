"""The ledger as the tables of one guidance version and one kind of attempts see it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mrse_assess.cohort.disclosure import Count
from mrse_assess.cohort.publishing.ledger import Condition, Held, Ledger, People, Study, name_of, of_things
from mrse_assess.cohort.tables import Cell, CohortTable
from mrse_assess.model.scheme import Scheme


@dataclass(frozen=True, kw_only=True)
class Place:
    """What a printed cell counts, and of what it is a share, "" where of nothing; no part: it is withheld anyhow."""

    part: str
    whole: str = ""


@dataclass(frozen=True, kw_only=True)
class Layout:
    """What is printed of a table: for each row that may be, by its place, the cells by the keys of their columns.

    ``rows`` are in the order of the scheme. ``whole`` is the count of the applications behind the table.
    """

    whole: str
    columns: tuple[str, ...]
    rows: Mapping[int, tuple[Place, ...]]

    @property
    def names(self) -> dict[str, None]:
        """The counts that it would show."""
        found = [self.whole]
        found += [name for cells in self.rows.values() for cell in cells for name in (cell.part, cell.whole) if name]
        return dict.fromkeys(found)


class Book:
    """Puts counts of one study into the ledger. ``about`` are the conditions of everything: the report's period."""

    def __init__(
        self, ledger: Ledger, study: Study, *, about: Iterable[Condition], schemes: Sequence[Scheme], threshold: int
    ) -> None:
        self.ledger, self.study, self.about, self.schemes = ledger, study, frozenset(about), tuple(schemes)
        self.threshold = threshold

    def rare(self, cells: Iterable[Cell]) -> bool:
        """Whether too few applications stand behind each of the cells to publish any.

        Such rows are folded: what they hold is told by no number of its own, and guarded as what they all add up to.
        """
        return all(len(cell.applications) < self.threshold for cell in cells)

    def name(self, *conditions: Condition) -> str:
        """The id of a count of this study."""
        return name_of(self.study, self.about | set(conditions))

    def has(self, *conditions: Condition) -> bool:
        """Whether it was put."""
        return self.name(*conditions) in self.ledger.held

    def persons(
        self,
        people: Iterable[str],
        *conditions: Condition,
        impossible: bool = False,
        presumed: bool = False,
        guarded: bool = True,
    ) -> str:
        """Put a count of applications, by who they are.

        Args:
            people: the references of the applications.
            conditions: what they have in common.
            impossible: by the scheme nobody can be among them, as all can know.
            presumed: a reader will take it that nobody is among them.
            guarded: it tells of applicants, and is protected also where no table shows it.
        """
        own = frozenset(people)
        nought = (impossible or presumed) and not own
        count = Count(id=self.name(*conditions), value=len(own), structural=nought, guarded=guarded)
        return self._held(conditions, count, own, impossible=impossible and not own)

    def cell(self, cell: Cell, *conditions: Condition, impossible: bool = False, presumed: bool = False) -> str:
        """Put a cell that counts applications."""
        return self.persons(cell.applications, *conditions, impossible=impossible, presumed=presumed)

    def number(self, value: int, *conditions: Condition) -> str:
        """Put a count of applications of which no table tells who they are."""
        return self._held(conditions, Count(id=self.name(*conditions), value=value), None)

    def things(self, value: int, people: Iterable[str], most: int | None, *conditions: Condition) -> str:
        """Put a count of what an application may have several of, of which one has ``most``."""
        name = self.name(*conditions)
        return self._held(conditions, of_things(name, value, frozenset(people), most), None)

    def decided(self, table: CohortTable) -> str:
        """All applications of a table that is about those of which an outcome was chosen."""
        return self.number(table.applications or 0, ("decided", ""))

    def _held(
        self, conditions: Sequence[Condition], count: Count, people: People | None, *, impossible: bool = False
    ) -> str:
        about = self.about | set(conditions)
        held = Held(study=self.study, conditions=about, count=count, people=people, impossible=impossible)
        return self.ledger.put(held)


def column(table: CohortTable, key: str) -> list[Cell]:
    """The cells of one column."""
    place = [one for one, _ in table.columns].index(key)
    return [row.cells[place] for row in table.rows]


def everybody(cells: Iterable[Cell]) -> People:
    """Who is behind any of the cells."""
    return frozenset(name for cell in cells for name in cell.applications)


def shared(ledger: Ledger, parts: Iterable[str], whole: str) -> tuple[Place, ...]:
    """The places of shares of one whole."""
    places = tuple(Place(part=part, whole=whole) for part in parts)
    for place in places:
        ledger.share(place.part, whole)
    return places
