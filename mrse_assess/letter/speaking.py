"""Which rows speak in the letter, and what they say together.

The rows are those that decide: of the moderation where there are any, else those of the assessors. Where several
assessors speak, only what they all say is said, since a letter never tells what one of them alone thought.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, TypeVar

from mrse_assess.model.judgement import Judgements, Recorded
from mrse_assess.model.scheme import Scheme
from mrse_assess.rules.deciding import deciding_rows
from mrse_assess.terms import Phase, Verdict

Row = TypeVar("Row", bound=Recorded)

_EARLIEST: Final = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, kw_only=True)
class Voice:
    """The rows that speak about one item for one sub-category, or about a sub-category, in the order of recording."""

    rows: tuple[Recorded, ...]

    @property
    def events(self) -> tuple[str, ...]:
        """The ids of the records behind them."""
        return tuple(row.event for row in self.rows)

    @property
    def verdict(self) -> Verdict | None:
        """The verdict they share, or None when they differ or there are none."""
        verdicts = {row.verdict for row in self.rows}
        return verdicts.pop() if len(verdicts) == 1 else None

    @property
    def reasons(self) -> tuple[str, ...]:
        """The reasons that every row gives, the primary one of the first row first."""
        if not self.rows:
            return ()
        first, *others = self.rows
        ordered = dict.fromkeys(filter(None, (first.primary_reason, *first.reasons)))
        return tuple(reason for reason in ordered if all(reason in (o.primary_reason, *o.reasons) for o in others))

    def first(self, name: str, reason: str = "") -> tuple[str, str]:
        """The first non-empty text of this field and its event, else empty; rows that give the reason come first."""
        giving = sorted(self.rows, key=lambda row: reason not in (row.primary_reason, *row.reasons))
        said = ((str(getattr(row, name)).strip(), row.event) for row in giving)
        return next(((text, event) for text, event in said if text), ("", ""))

    def own_words(self, reason: str) -> tuple[str, Recorded | None]:
        """The first sentence in a person's own words in place of the reason's, and its row; ("", None) without one."""
        found = ((one.sentence, row) for row in self.rows for one in row.wording if one.reason == reason)
        return next(found, ("", None))


@dataclass(frozen=True, kw_only=True)
class ItemVoice(Voice):
    """What is said about one item for one sub-category."""

    evidence_id: str


@dataclass(frozen=True, kw_only=True)
class UnitVoice:
    """What is said about one sub-category: its items in the order given, and the conclusion."""

    code: str
    items: tuple[ItemVoice, ...]
    conclusion: Voice

    @property
    def events(self) -> tuple[str, ...]:
        """The ids of every record behind it."""
        return (*(event for item in self.items for event in item.events), *self.conclusion.events)

    def with_verdict(self, verdict: Verdict) -> tuple[ItemVoice, ...]:
        """The items on which this verdict stands."""
        return tuple(item for item in self.items if item.verdict == verdict)


def voices(judgements: Judgements, scheme: Scheme, order: Iterable[str]) -> dict[str, UnitVoice]:
    """What is said about each sub-category of the scheme. ``order``: every item judged, as the letter lists them."""
    listed = tuple(order)
    return {code: _unit(judgements, code, listed) for code in scheme.codes}


def decided_by_panel(judgements: Judgements) -> datetime | None:
    """When the last moderated row in force was recorded, or None without one."""
    return max(
        filter(None, (row.recorded_at for row in all_rows(judgements) if row.phase == Phase.MODERATION)), default=None
    )


def assessors(judgements: Judgements) -> frozenset[str]:
    """Who judged alone."""
    return frozenset(row.assessor for row in all_rows(judgements) if row.phase == Phase.INDIVIDUAL)


def all_rows(judgements: Judgements) -> Iterator[Recorded]:
    """Every judgement and conclusion in force."""
    yield from judgements.judgements
    yield from judgements.conclusions


def _unit(judgements: Judgements, code: str, order: Sequence[str]) -> UnitVoice:
    rows = [row for row in judgements.judgements if row.sub_category == code]
    items = tuple(
        ItemVoice(evidence_id=item, rows=_speaking([row for row in rows if row.evidence_id == item]))
        for item in order
        if any(row.evidence_id == item for row in rows)
    )
    concluded = _speaking([row for row in judgements.conclusions if row.sub_category == code])
    return UnitVoice(code=code, items=items, conclusion=Voice(rows=concluded))


def _speaking(rows: Sequence[Row]) -> tuple[Row, ...]:
    return tuple(sorted(deciding_rows(rows), key=lambda row: (row.recorded_at or _EARLIEST, row.assessor, row.event)))
