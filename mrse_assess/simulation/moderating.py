"""How the panel settles what the assessors judged differently."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from mrse_assess.model.judgement import Conclusion, Judgement
from mrse_assess.panel.comparing import OF_REASONS, Key, Row, Topic
from mrse_assess.simulation.evidence import Unit
from mrse_assess.simulation.judging import Judge, concluded, verdict_of
from mrse_assess.terms import Difference, Phase, Verdict

_OPEN = frozenset({Difference.VERDICT, Difference.REFERRED, Difference.MISSING})


@dataclass(frozen=True, kw_only=True)
class Moderation:
    """The panel on one attempt, recorded by ``chair``.

    ``topics`` are all units with what each assessor said; ``standing`` the satisfactory items of an attempt before, by
    sub-category. What is settled is kept in ``settled``.
    """

    chair: Judge
    units: Mapping[Key, Unit]
    topics: Sequence[Topic]
    standing: Mapping[str, Sequence[Judgement]]
    settled: dict[Key, Row] = field(default_factory=dict)

    def rows(self) -> Iterator[tuple[Topic, Row]]:
        """What the panel settles, one after another, conclusions after the items behind them."""
        touched = {topic.sub_category for topic in self.topics if topic.differences}
        for topic in self.topics:
            if topic.evidence_id and topic.differences:
                yield topic, self._settle(topic.key, self._item(topic))
            elif not topic.evidence_id and topic.sub_category in touched:
                verdict = verdict_of(self.chair.population.scheme, topic.sub_category, self._counting(topic))
                yield topic, self._settle(topic.key, self._conclusion(topic, verdict))

    def refused(self, code: str) -> Row:
        """The panel's conclusion that a sub-category is not satisfactory, where the assessors' contradicts itself."""
        topic = next(topic for topic in self.topics if topic.key == (code, ""))
        return self._settle(topic.key, self._conclusion(topic, Verdict.NOT_SATISFACTORY))

    def _settle(self, key: Key, row: Row) -> Row:
        said = replace(
            row,
            phase=Phase.MODERATION,
            assessor=self.chair.person,
            to_panel=self.chair.population.parameters.words.why,
        )
        self.settled[key] = said
        return said

    def _item(self, topic: Topic) -> Judgement:
        unit = self.units[topic.key]
        verdict = self._verdict(unit) if topic.differences & _OPEN else topic.sides[0].verdict
        reason = unit.reason if verdict is Verdict.NOT_SATISFACTORY else ""
        if verdict is Verdict.NOT_SATISFACTORY and not topic.differences & OF_REASONS:
            given = [side.primary_reason for side in topic.sides if side.verdict is verdict]
            reason = given[0] if given else reason
        return self.chair.row(unit, verdict, reason=reason)

    def _verdict(self, unit: Unit) -> Verdict:
        sure = self.chair.population.parameters.sureness
        chance = 1.0 / (1.0 + np.exp(-sure * unit.quality))
        return Verdict.SATISFACTORY if self.chair.random.random() < chance else Verdict.NOT_SATISFACTORY

    def _counting(self, of: Topic) -> Iterator[Judgement]:
        """What stands of each item of the sub-category: the panel's row, or what the assessors agree on."""
        for topic in self.topics:
            if topic.sub_category == of.sub_category and topic.evidence_id:
                row = self.settled.get(topic.key, topic.sides[0])
                if isinstance(row, Judgement):
                    yield row
        yield from self.standing.get(of.sub_category, ())

    def _conclusion(self, topic: Topic, verdict: Verdict) -> Conclusion:
        rows: Iterable[Judgement] = self._counting(topic)
        return concluded(self.chair.case, self.chair.person, topic.sub_category, verdict, rows)
