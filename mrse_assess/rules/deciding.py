"""Which rows decide, per unit: the moderation row; else the individual row if the assessors present agree; else none.

A unit is an item of evidence for a sub-category, or the conclusion on a sub-category. The assessors present are those
with a row on the unit. Several moderation rows on one unit have to agree in the same way.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from mrse_assess.model.judgement import Conclusion, Judgement, Recorded
from mrse_assess.rules import tri
from mrse_assess.rules.independence import agreed_groups
from mrse_assess.terms import Phase, Tri, Verdict

Row = TypeVar("Row", bound=Recorded)


@dataclass(frozen=True, kw_only=True)
class ItemFacts:
    """What stands about one item for one sub-category.

    A verdict that is referred to the panel, or on which the assessors differ, is open, and the flags with it. Agreed
    verdicts with differing flags leave only those flags open. ``group`` is "" when nobody gave one, None when the
    assessors differ.
    """

    evidence_id: str
    satisfactory: Tri
    simulated: Tri
    reference: Tri
    group: str | None
    disagreement: bool
    events: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ConclusionFacts:
    """What stands about a sub-category as a whole. ``verdict`` is None when nobody concluded or the assessors differ.

    ``ground``: a sentence to the panel was recorded with it.
    """

    verdict: Verdict | None
    moderated: bool
    ground: bool
    disagreement: bool
    events: tuple[str, ...]


def deciding_rows(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows of one unit that are looked at: those of the moderation where there are any."""
    moderated = tuple(row for row in rows if row.phase == Phase.MODERATION)
    return moderated or tuple(rows)


def conclusion_facts(rows: Sequence[Conclusion]) -> ConclusionFacts:
    """What the conclusions on one sub-category come to."""
    deciding = deciding_rows(rows)
    verdicts = {row.verdict for row in deciding}
    return ConclusionFacts(
        verdict=next(iter(verdicts)) if len(verdicts) == 1 else None,
        moderated=any(row.phase == Phase.MODERATION for row in deciding),
        ground=any(row.to_panel.strip() for row in deciding),
        disagreement=len(verdicts) > 1,
        events=_events(deciding),
    )


def item_facts(rows: Iterable[Judgement], *, independent: bool) -> tuple[ItemFacts, ...]:
    """What stands about each item judged for one sub-category, in the order in which the items first occur.

    ``independent``: the sub-category asks for pieces independent of each other, so differing groups are a disagreement.
    """
    by_item: dict[str, list[Judgement]] = {}
    for row in rows:
        by_item.setdefault(row.evidence_id, []).append(row)
    deciding = {item: deciding_rows(of_item) for item, of_item in by_item.items()}
    groups = agreed_groups(row for of_item in deciding.values() for row in of_item)
    return tuple(_item(item, of_item, groups[item], independent=independent) for item, of_item in deciding.items())


def _item(evidence_id: str, rows: tuple[Judgement, ...], group: str | None, *, independent: bool) -> ItemFacts:
    verdicts = {row.verdict for row in rows}
    settled = len(verdicts) == 1 and Verdict.REFERRED_TO_PANEL not in verdicts
    satisfactory = tri.agreed(row.verdict == Verdict.SATISFACTORY for row in rows) if settled else Tri.UNDETERMINED
    simulated = tri.agreed(row.simulated for row in rows)
    reference = tri.agreed(row.mhra_reference for row in rows)
    differing = Tri.UNDETERMINED in (simulated, reference) or (independent and group is None)
    return ItemFacts(
        evidence_id=evidence_id,
        satisfactory=satisfactory,
        simulated=simulated if settled else Tri.UNDETERMINED,
        reference=reference if settled else Tri.UNDETERMINED,
        group=group,
        disagreement=len(verdicts) > 1 or (satisfactory == Tri.YES and differing),
        events=_events(rows),
    )


def _events(rows: Iterable[Recorded]) -> tuple[str, ...]:
    return tuple(row.event for row in rows if row.event)
