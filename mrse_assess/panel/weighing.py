"""What hangs on a unit in which assessors differ: whether what the rules say depends on whom the panel follows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product
from math import prod

from mrse_assess.model.decision import Decision
from mrse_assess.model.judgement import Judgement, Judgements
from mrse_assess.model.scheme import Scheme
from mrse_assess.panel.comparing import OF_REASONS, Key, Row, Topic, topics
from mrse_assess.panel.effects import said, settled_by
from mrse_assess.rules import decide, outcome
from mrse_assess.terms import Consequence, Phase, RuleStatus, Verdict

Position = tuple[Row, ...]
"""One way in which the panel may settle a sub-category: the rows of the assessor whom it follows."""

MOST_COMBINATIONS = 512
"""So many ways of settling everything are tried; beyond, the rules' own word on what can decide the outcome holds."""

_EITHER = (Verdict.SATISFACTORY, Verdict.NOT_SATISFACTORY)


@dataclass(frozen=True)
class Weighing:
    """The assessors' judgements of one application without what the panel has said since."""

    judgements: Judgements
    open_topics: tuple[Topic, ...]
    scheme: Scheme
    readings: Mapping[str, str]

    @classmethod
    def of(
        cls, judgements: Judgements, assessors: Sequence[str], scheme: Scheme, readings: Mapping[str, str]
    ) -> "Weighing":
        """Equal for as long as the assessors' own judgements and the readings are, whatever the panel settles."""
        own = _by_assessors(judgements)
        found = topics(own, assessors, scheme)
        return cls(own, tuple(topic for topic in found if topic.differences - OF_REASONS), scheme, readings)

    def consequence(self, topic: Topic) -> Consequence:
        """What hangs on a unit that has a difference."""
        return Consequence.REASONS if topic.differences <= OF_REASONS else self._consequences[topic.key]

    @cached_property
    def _consequences(self) -> dict[Key, Consequence]:
        return {topic.key: self._weighed(topic) for topic in self.open_topics}

    def _weighed(self, topic: Topic) -> Consequence:
        if len({tuple(map(said, self._following(topic, side).rules)) for side in _sides(topic)}) == 1:
            return Consequence.VERDICT
        return Consequence.OUTCOME if topic.sub_category in self._deciding else Consequence.RULE

    @cached_property
    def _deciding(self) -> frozenset[str]:
        """The sub-categories on which the outcome depends for some way of settling the others."""
        positions = self._positions
        if prod(len(ways) for ways in positions.values()) > MOST_COMBINATIONS:
            return self._can_decide
        told = {
            chosen: outcome(settled_by(self.judgements, _rows(positions, chosen)), self.scheme, self.readings)
            for chosen in product(*(range(len(ways)) for ways in positions.values()))
        }
        return frozenset(code for place, code in enumerate(positions) if _matters(told, place))

    @cached_property
    def _can_decide(self) -> frozenset[str]:
        """Those on which it can depend if the panel may say of what is open whatever it likes."""
        found = decide(self.judgements, self.scheme, self.readings)
        if found.outcome is not RuleStatus.UNDETERMINED:
            return frozenset()
        members = {member for one in found.pivotal for member in one}
        flagged = {topic.sub_category for topic in self.open_topics}
        of_references = {rule.id for rule in self.scheme.rules if rule.counts == "mhra_references"}
        return frozenset(code for code in flagged if {code, f"simulated:{code}"} & members or members & of_references)

    @cached_property
    def _positions(self) -> dict[str, tuple[Position, ...]]:
        return {code: tuple(self._ways(code)) for code in dict.fromkeys(t.sub_category for t in self.open_topics)}

    def _ways(self, code: str) -> Iterable[Position]:
        """Each assessor's rows on the sub-category; of one who refers it to the panel, with either verdict."""
        rows: tuple[Row, ...] = (*self.judgements.judgements, *self.judgements.conclusions)
        own: dict[str, list[Row]] = {}
        for row in rows:
            if row.sub_category == code:
                own.setdefault(row.assessor, []).append(row)
        ways = (way for kept in own.values() for way in _without_referral(kept))
        return {tuple(map(_bare, way)): way for way in ways}.values()

    def _following(self, topic: Topic, side: Row) -> Decision:
        """The decision if the panel follows a side, whose own conclusion on the sub-category goes with it."""
        whole = (
            one
            for one in self.judgements.conclusions
            if topic.evidence_id and (one.assessor, one.sub_category) == (side.assessor, side.sub_category)
        )
        return decide(settled_by(self.judgements, (side, *whole)), self.scheme, self.readings)


def _sides(topic: Topic) -> Sequence[Row]:
    """The sides, of one that refers to the panel both verdicts that the panel may come to."""
    referred = Verdict.REFERRED_TO_PANEL
    return [
        side if verdict is None else replace(side, verdict=verdict)
        for side in topic.sides
        for verdict in (_EITHER if side.verdict is referred else (None,))
    ]


def _without_referral(rows: Sequence[Row]) -> Iterable[Position]:
    if all(row.verdict is not Verdict.REFERRED_TO_PANEL for row in rows):
        return (tuple(rows),)
    return tuple(
        tuple(replace(row, verdict=verdict) if row.verdict is Verdict.REFERRED_TO_PANEL else row for row in rows)
        for verdict in _EITHER
    )


def _bare(row: Row) -> tuple[object, ...]:
    """What of a row the rules look at."""
    if isinstance(row, Judgement):
        return row.evidence_id, row.verdict, row.simulated, row.mhra_reference, row.independent_group
    return row.verdict, bool(row.to_panel.strip())


def _rows(positions: Mapping[str, Sequence[Position]], chosen: Sequence[int]) -> Iterable[Row]:
    return (row for ways, number in zip(positions.values(), chosen, strict=True) for row in ways[number])


def _matters(told: Mapping[tuple[int, ...], RuleStatus], place: int) -> bool:
    """Whether the outcomes differ between two choices that differ in this place alone."""
    of_others: dict[tuple[int, ...], set[RuleStatus]] = {}
    for chosen, result in told.items():
        of_others.setdefault(chosen[:place] + chosen[place + 1 :], set()).add(result)
    return any(len(results) > 1 for results in of_others.values())


def _by_assessors(judgements: Judgements) -> Judgements:
    return replace(
        judgements,
        judgements=tuple(row for row in judgements.judgements if row.phase is Phase.INDIVIDUAL),
        conclusions=tuple(row for row in judgements.conclusions if row.phase is Phase.INDIVIDUAL),
    )
