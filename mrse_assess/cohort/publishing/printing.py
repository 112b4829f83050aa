"""A cohort's table as it may be published: made of published counts alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from statsmodels.stats.proportion import proportion_confint

from mrse_assess.cohort.disclosure import Policy, Word
from mrse_assess.cohort.measures.wording import wording
from mrse_assess.cohort.publishing.book import Layout, Place
from mrse_assess.cohort.publishing.declared import Declared, declarations
from mrse_assess.cohort.publishing.ledger import rate_of
from mrse_assess.cohort.tables import FOLDED, Cell, CohortTable, Interval, Row, Unit


@dataclass(frozen=True, kw_only=True)
class Printer:
    """Prints tables. ``counts`` and ``rates`` are published; ``impossible`` counts are nought by the scheme."""

    counts: Mapping[str, int]
    rates: Mapping[str, float]
    impossible: frozenset[str]
    policy: Policy

    def table(self, table: CohortTable, layout: Layout, declared: Declared) -> CohortTable:
        """The table of its published counts, or a sentence in its place."""
        behind = self.counts.get(layout.whole)
        kept = {place: cells for place, cells in layout.rows.items() if any(self._shown(cell) for cell in cells)}
        if not kept:
            return without_rows(table, self.policy.say(Word.WHOLE_TABLE), behind)
        rows = [
            Row(
                key=table.rows[place].key,
                label=table.rows[place].label,
                cells=tuple(self._cell(cell, table.unit) for cell in cells),
            )
            for place, cells in kept.items()
        ]
        folded = declared.open or len(kept) < len(table.rows)
        if folded:
            withheld = Cell(why=self.policy.say(Word.WITHHELD), withheld=True)
            rows.append(Row(key=FOLDED, label=self.policy.say(Word.FOLDED), cells=(withheld,) * len(layout.columns)))
        labels = {str(key): label for key, label in table.columns}
        return replace(
            _bare(table),
            columns=tuple((key, labels[key]) for key in layout.columns),
            rows=tuple(rows),
            applications=behind,
            notes=(*self._notes(table, layout), *self._statement(rows, folded=folded)),
        )

    def _shown(self, place: Place) -> bool:
        return place.part in self.counts

    def _cell(self, place: Place, unit: Unit) -> Cell:
        if place.part in self.impossible:
            return Cell(why=declarations().words["not_possible"])
        if place.part not in self.counts:
            return Cell(why=self.policy.say(Word.WITHHELD), withheld=True)
        count, of = self.counts[place.part], self.counts.get(place.whole)
        if of is None:
            return Cell(count=count)
        rate = self.rates.get(rate_of(place.part, place.whole))
        if rate is None:
            return Cell(count=count, of=of, why=declarations().words["no_share"])
        # Of what one application may have several of, Wilson's interval would take each for an application.
        interval = self._interval(min(count, of), of) if unit is Unit.APPLICATION else None
        return Cell(count=count, of=of, value=self._share(rate / 100), interval=interval)

    def _share(self, share: float) -> float:
        return round(share, self.policy.digits + 2)

    def _interval(self, count: int, of: int) -> Interval:
        said = wording()
        low, high = proportion_confint(count, of, alpha=1 - said.level, method="wilson")
        return Interval(
            low=self._share(float(low)), high=self._share(float(high)), level=said.level, how=said.say("wilson")
        )

    def _notes(self, table: CohortTable, layout: Layout) -> tuple[str, ...]:
        """Those notes of the table that are the same for every cohort; others hold numbers of this one."""
        if len(layout.columns) < len(table.columns):
            return (declarations().words["columns_left_out"],)
        fixed = {note for words in wording().tables.values() for note in words.notes}
        return tuple(note for note in table.notes if note in fixed)

    def _statement(self, rows: Sequence[Row], *, folded: bool) -> tuple[str, ...]:
        policy = self.policy
        withheld = any(cell.count is None for row in rows for cell in row.cells)
        zeros = "" if policy.zeros_published else policy.say(Word.ZEROS_WITHHELD)
        said = [
            policy.say(Word.COUNTS_ROUNDED, round_to=policy.round_to) if policy.round_to > 1 else "",
            policy.say(
                Word.CELLS_WITHHELD, threshold=policy.threshold, share=round(100 * policy.dominance), zeros=zeros
            )
            if withheld
            else policy.say(Word.NOTHING_WITHHELD),
            policy.say(Word.RATES_WITHHELD, smallest=policy.smallest),
            declarations().words["intervals"] if any(cell.interval for row in rows for cell in row.cells) else "",
            policy.say(Word.FOLDED_ROWS, folded=policy.say(Word.FOLDED)) if folded else "",
        ]
        return tuple(filter(None, said))


def without_rows(table: CohortTable, why: str, applications: int | None = None) -> CohortTable:
    """The question of a table, and in place of its rows the sentence that says why there are none."""
    return replace(_bare(table), columns=(), rows=(), applications=applications, notes=(why,))


def _bare(table: CohortTable) -> CohortTable:
    """The table with none of its numbers."""
    return CohortTable(
        id=table.id,
        question=table.question,
        title=table.title,
        guidance=table.guidance,
        unit=table.unit,
        shape=table.shape,
        columns=(),
        rows=(),
        applications=0,
        attempts=table.attempts,
    )
