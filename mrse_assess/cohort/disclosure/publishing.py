"""Tables as they may be published: made of published counts alone, so that nothing in them can tell of the others."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from mrse_assess.cohort.disclosure.counts import Row, Statistics, Table
from mrse_assess.cohort.disclosure.policy import Policy, Word


class State(StrEnum):
    """What stands in a cell."""

    PUBLISHED = "published"
    WITHHELD = "withheld"
    NOT_POSSIBLE = "not_possible"
    BLANK = "blank"


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A cell with its number, or without any."""

    state: State
    value: float | None = None
    text: str


@dataclass(frozen=True, kw_only=True)
class PublishedRow:
    """A row as printed."""

    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, kw_only=True)
class PublishedTable:
    """A table as printed, with the sentences that must stand below it; without rows if it is withheld as a whole."""

    id: str
    fields: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[PublishedRow, ...]
    statement: tuple[str, ...]

    def by_size(self, column: int) -> tuple[PublishedRow, ...]:
        """The rows by their published number, largest first; the others after them in the order of the scheme."""

        def key(row: PublishedRow) -> tuple[bool, float]:
            value = row.cells[column].value
            return value is None, -(value or 0.0)

        return tuple(sorted(self.rows, key=key))


@dataclass(frozen=True, kw_only=True)
class Published:
    """All that leaves the office. ``counts`` and ``rates`` hold the published numbers and no other id."""

    tables: tuple[PublishedTable, ...]
    counts: Mapping[str, int]
    rates: Mapping[str, float]


def publish(statistics: Statistics, counts: Mapping[str, int], policy: Policy, exposed: frozenset[str]) -> Published:
    """The tables with the published counts in them.

    ``counts``: the numbers as published. ``exposed``: the tables that cannot be protected any more.
    """
    behind = {count.id: policy.rounded(count.behind) for count in statistics.counts}
    rates = {
        rate.id: _percentage(counts[rate.part], counts[rate.whole], policy)
        for rate in statistics.rates
        # The rounded number decides, for whether a rate is given would otherwise tell on which side of the limit it is.
        if rate.part in counts and rate.whole in counts and behind[rate.whole] >= policy.smallest
    }
    printer = _Printer(
        counts=counts,
        rates=rates,
        asked=frozenset(rate.id for rate in statistics.rates),
        not_possible=frozenset(count.id for count in statistics.counts if count.structural),
        policy=policy,
    )
    tables = tuple(printer.table(table, exposed=table.id in exposed) for table in statistics.tables)
    return Published(tables=tables, counts=dict(sorted(counts.items())), rates=dict(sorted(rates.items())))


def _percentage(part: int, whole: int, policy: Policy) -> float:
    return round(100 * min(part, whole) / whole, policy.digits)


@dataclass(frozen=True, kw_only=True)
class _Printer:
    """Makes printed tables of what is published."""

    counts: Mapping[str, int]
    rates: Mapping[str, float]
    asked: frozenset[str]
    not_possible: frozenset[str]
    policy: Policy

    def table(self, table: Table, *, exposed: bool) -> PublishedTable:
        """One table, or the sentence that stands in its place."""
        refusal = self._refusal(table, exposed=exposed)
        rows = () if refusal else self._folded(tuple(self._row(row) for row in table.rows))
        return PublishedTable(
            id=table.id,
            fields=table.fields,
            columns=() if refusal else table.columns,
            rows=rows,
            statement=(refusal,) if refusal else self._statement(table, rows),
        )

    def _refusal(self, table: Table, *, exposed: bool) -> str:
        fields = table.fields
        if never := self.policy.never(fields):
            return self.policy.say(Word.WHOLE_NEVER, fields=_listed(never))
        if crossed := self.policy.crossed(fields):
            return self.policy.say(Word.WHOLE_CROSSED, fields=_listed(crossed))
        if exposed:
            return self.policy.say(Word.WHOLE_EXPOSED)
        found = {name for row in table.rows for name in row.cells}
        return "" if found & (set(self.counts) | set(self.rates)) else self.policy.say(Word.WHOLE_TABLE)

    def _row(self, row: Row) -> PublishedRow:
        return PublishedRow(name=row.name, cells=tuple(self._cell(name) for name in row.cells))

    def _cell(self, name: str) -> Cell:
        if not name:
            return Cell(state=State.BLANK, text="")
        if name in self.rates:
            return Cell(
                state=State.PUBLISHED, value=self.rates[name], text=f"{self.rates[name]:.{self.policy.digits}f}%"
            )
        if name in self.counts:
            return Cell(state=State.PUBLISHED, value=self.counts[name], text=str(self.counts[name]))
        if name in self.not_possible:
            return Cell(state=State.NOT_POSSIBLE, text=self.policy.say(Word.NOT_POSSIBLE))
        return Cell(state=State.WITHHELD, text=self.policy.say(Word.WITHHELD))

    def _folded(self, rows: tuple[PublishedRow, ...]) -> tuple[PublishedRow, ...]:
        """Rows without a published cell as one, the last: as many as they may be, it looks the same."""
        kept = tuple(row for row in rows if not _is_withheld(row))
        if len(kept) == len(rows):
            return rows
        cell = Cell(state=State.WITHHELD, text=self.policy.say(Word.WITHHELD))
        return *kept, PublishedRow(name=self.policy.say(Word.FOLDED), cells=(cell,) * len(rows[0].cells))

    def _statement(self, table: Table, rows: tuple[PublishedRow, ...]) -> tuple[str, ...]:
        policy = self.policy
        rated = any(name in self.asked for row in table.rows for name in row.cells)
        said = [
            policy.say(Word.COUNTS_ROUNDED, round_to=policy.round_to) if policy.round_to > 1 else "",
            self._withheld() if any(_has_withheld(row) for row in rows) else policy.say(Word.NOTHING_WITHHELD),
            policy.say(Word.RATES_WITHHELD, smallest=policy.smallest) if rated else "",
            policy.say(Word.FOLDED_ROWS, folded=policy.say(Word.FOLDED)) if any(map(_is_withheld, rows)) else "",
        ]
        return tuple(filter(None, said))

    def _withheld(self) -> str:
        policy = self.policy
        return policy.say(
            Word.CELLS_WITHHELD,
            threshold=policy.threshold,
            share=round(100 * policy.dominance),
            zeros="" if policy.zeros_published else policy.say(Word.ZEROS_WITHHELD),
        )


def _is_withheld(row: PublishedRow) -> bool:
    """Whether nothing can be published of a row that has something in it."""
    states = {cell.state for cell in row.cells}
    return State.WITHHELD in states and State.PUBLISHED not in states


def _has_withheld(row: PublishedRow) -> bool:
    return any(cell.state is State.WITHHELD for cell in row.cells)


def _listed(fields: frozenset[str]) -> str:
    return " and ".join(sorted(fields))
