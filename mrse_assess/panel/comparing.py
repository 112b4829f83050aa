"""The judgements of several assessors side by side, unit by unit, and in what they differ.

A unit is an item of evidence for a sub-category, or (with an empty ``evidence_id``) the conclusion on a sub-category.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mrse_assess.model.judgement import Conclusion, Judgement, Judgements
from mrse_assess.model.scheme import Scheme
from mrse_assess.records.replay import natural
from mrse_assess.rules import agreed_groups
from mrse_assess.terms import Difference, Phase, Verdict

Row = Judgement | Conclusion
Key = tuple[str, str]
"""Sub-category and item, "" for the conclusion."""

OF_VERDICT = frozenset({Difference.VERDICT, Difference.REFERRED})
OF_REASONS = frozenset({Difference.PRIMARY_REASON, Difference.REASONS})


@dataclass(frozen=True, kw_only=True)
class Topic:
    """One unit with the judgement of each assessor.

    ``sides`` are individual judgements in the order of the assessors, ``without`` the assessors who made none, and
    ``moderated`` what the panel has settled, which takes the place of none of them.
    """

    sub_category: str
    evidence_id: str
    sides: tuple[Row, ...]
    without: tuple[str, ...]
    differences: frozenset[Difference]
    moderated: Row | None

    @property
    def key(self) -> Key:
        """What tells units apart."""
        return self.sub_category, self.evidence_id

    @property
    def settled(self) -> bool:
        """Whether nothing is left for the panel: no difference, or a judgement of its own."""
        return self.moderated is not None or not self.differences


def topics(judgements: Judgements, assessors: Sequence[str], scheme: Scheme) -> tuple[Topic, ...]:
    """Every unit that one of the assessors or the panel judged, in the order of the scheme, conclusions last.

    Args:
        judgements: what is in force for one application and attempt.
        assessors: whose individual judgements are compared, in the order in which sides are shown.
        scheme: gives the order, and where pieces have to be independent of each other.
    """
    by_key: dict[Key, list[Row]] = {}
    rows: tuple[Row, ...] = (*judgements.judgements, *judgements.conclusions)
    for row in rows:
        by_key.setdefault(key_of(row), []).append(row)
    independent = {one.code for one in scheme.sub_categories if one.independent}
    apart = {code: _ungrouped(judgements.judgements, code, assessors) for code in independent}
    place = {code: number for number, code in enumerate(scheme.codes)}

    def order(key: Key) -> tuple[int, bool, object]:
        return place[key[0]], not key[1], natural(key[1])

    return tuple(
        _topic(key, by_key[key], assessors, regrouped=key[1] in apart.get(key[0], ()))
        for key in sorted(by_key, key=order)
    )


def key_of(row: Row) -> Key:
    """The unit that a row is about."""
    return row.sub_category, row.evidence_id if isinstance(row, Judgement) else ""


def _topic(key: Key, rows: Sequence[Row], assessors: Sequence[str], *, regrouped: bool) -> Topic:
    own = {row.assessor: row for row in rows if row.phase is Phase.INDIVIDUAL}
    sides = tuple(own[assessor] for assessor in assessors if assessor in own)
    without = tuple(assessor for assessor in assessors if assessor not in own)
    return Topic(
        sub_category=key[0],
        evidence_id=key[1],
        sides=sides,
        without=without,
        differences=frozenset(_differences(sides, regrouped=regrouped, missing=bool(without))),
        moderated=next((row for row in rows if row.phase is Phase.MODERATION), None),
    )


def _differences(sides: Sequence[Row], *, regrouped: bool, missing: bool) -> Iterator[Difference]:
    verdicts = {side.verdict for side in sides}
    if len(verdicts) > 1:
        yield Difference.VERDICT
    if Verdict.REFERRED_TO_PANEL in verdicts:
        yield Difference.REFERRED
    if missing and sides:
        yield Difference.MISSING
    if verdicts == {Verdict.SATISFACTORY}:
        yield from _of_flags(sides, regrouped=regrouped)
    if verdicts == {Verdict.NOT_SATISFACTORY}:
        yield from _of_reasons(sides)


def _of_flags(sides: Sequence[Row], *, regrouped: bool) -> Iterator[Difference]:
    """Flags count only of what is satisfactory."""
    items = [side for side in sides if isinstance(side, Judgement)]
    if len({item.simulated for item in items}) > 1:
        yield Difference.SIMULATED
    if len({item.mhra_reference for item in items}) > 1:
        yield Difference.MHRA_REFERENCE
    if regrouped:
        yield Difference.INDEPENDENCE


def _of_reasons(sides: Sequence[Row]) -> Iterator[Difference]:
    if len({side.primary_reason for side in sides}) > 1:
        yield Difference.PRIMARY_REASON
    if len({frozenset(side.reasons) for side in sides}) > 1:
        yield Difference.REASONS


def _ungrouped(judgements: Iterable[Judgement], code: str, assessors: Sequence[str]) -> frozenset[str]:
    """The items of the sub-category that the assessors put together differently with others."""
    rows = [
        row
        for row in judgements
        if row.sub_category == code and row.phase is Phase.INDIVIDUAL and row.assessor in assessors
    ]
    return frozenset(item for item, group in agreed_groups(rows).items() if group is None)
