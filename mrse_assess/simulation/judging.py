"""How somebody judges evidence: what they record of each unit, and what they conclude on each sub-category."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from mrse_assess.model.judgement import Conclusion, Judgement
from mrse_assess.model.scheme import Scheme
from mrse_assess.simulation.evidence import Unit
from mrse_assess.simulation.population import BESIDE, ELSEWHERE, Population
from mrse_assess.terms import Phase, Verdict
from mrse_assess.workbench.recording import Case

SEEN = "seen"
_MISSED, _REFERRED, _NAMED, _FURTHER = range(1, 5)


@dataclass(frozen=True, kw_only=True)
class Judge:
    """An assessor on one attempt. ``severity`` is theirs at that time, in logits."""

    population: Population
    random: Generator
    case: Case
    person: str
    severity: float

    def judge(self, units: Sequence[Unit]) -> list[Judgement]:
        """What they record of the units, one judgement of each."""
        said = self.population.parameters.assessors
        quality = np.array([unit.quality for unit in units])
        chances = 1.0 / (1.0 + np.exp(self.severity - quality))
        drawn = self.random.random((len(units), 5))
        referred = drawn[:, _REFERRED] < said.referred * 4 * chances * (1 - chances)
        passed = drawn[:, 0] < chances
        missed = drawn[:, _MISSED] < said.flag_missed
        truly = drawn[:, _NAMED] < said.named_truly
        more = drawn[:, _FURTHER] < said.further_reason
        rows = []
        for place, unit in enumerate(units):
            if referred[place]:
                rows.append(self.row(unit, Verdict.REFERRED_TO_PANEL))
            elif passed[place]:
                rows.append(self.row(unit, Verdict.SATISFACTORY, flags=not missed[place]))
            else:
                reason = unit.reason if truly[place] else self._out_of_habit(unit)
                further = self._further(unit.sub_category) if more[place] else ""
                rows.append(self.row(unit, Verdict.NOT_SATISFACTORY, reason=reason, further=further))
        return rows

    def row(
        self, unit: Unit, verdict: Verdict, *, reason: str = "", further: str = "", flags: bool = True
    ) -> Judgement:
        """One judgement. ``flags``: what is true of the item beside its quality is recorded as well."""
        needs = self.population.scheme.reason(reason).needs if reason else ()
        words = self.population.parameters.words
        satisfactory = verdict is Verdict.SATISFACTORY
        refers = satisfactory and flags and unit.mhra_reference
        return Judgement(
            **self.case,
            phase=Phase.INDIVIDUAL,
            assessor=self.person,
            sub_category=unit.sub_category,
            evidence_id=unit.evidence_id,
            verdict=verdict,
            reasons=tuple(dict.fromkeys(filter(None, (reason, further)))),
            primary_reason=reason,
            seen=words.seen[int(self.random.integers(len(words.seen)))] if SEEN in needs else "",
            target=unit.target if ELSEWHERE in needs else "",
            other_item=unit.other_item if BESIDE in needs else "",
            to_panel=words.to_panel if verdict is Verdict.REFERRED_TO_PANEL else "",
            simulated=satisfactory and flags and unit.simulated,
            mhra_reference=refers,
            mhra_section=self.population.scheme.reference_editions[0] if refers else "",
            independent_group=unit.group if satisfactory else "",
        )

    def conclude(self, rows: Iterable[Judgement], standing: Mapping[str, Sequence[Judgement]], code: str) -> Conclusion:
        """What they conclude on the sub-category from their rows on it, and from those that stand from before."""
        own = tuple(rows)
        verdict = verdict_of(self.population.scheme, code, (*own, *standing.get(code, ())))
        against = ""
        if own and self.random.random() < self.population.parameters.assessors.against_items:
            against = self.population.parameters.words.to_panel
            satisfactory = verdict is Verdict.SATISFACTORY
            verdict = Verdict.NOT_SATISFACTORY if satisfactory else Verdict.SATISFACTORY
        return concluded(self.case, self.person, code, verdict, own, to_panel=against)

    def _out_of_habit(self, unit: Unit) -> str:
        habits = self.population.assessor(self.person).habits
        chances = {
            name: chance * habits[name]
            for name, chance in self.population.reasons(unit.sub_category).items()
            if unit.other_item or self.population.alone_holds(name)
        }
        parts = np.cumsum(list(chances.values()))
        return list(chances)[int(np.searchsorted(parts, self.random.random() * parts[-1], side="right"))]

    def _further(self, code: str) -> str:
        names = self.population.further[code]
        return names[int(self.random.integers(len(names)))]


def verdict_of(scheme: Scheme, code: str, rows: Iterable[Judgement]) -> Verdict:
    """The conclusion that rows of one sub-category come to: satisfactory once the minimum of pieces is reached."""
    unit, found = scheme.sub_category(code), tuple(rows)
    if not found:
        return Verdict.NOTHING_OFFERED
    if reaches(found, unit.minimum_items, independent=unit.independent, also=()):
        return Verdict.SATISFACTORY
    if reaches(found, unit.minimum_items, independent=unit.independent, also=(Verdict.REFERRED_TO_PANEL,)):
        return Verdict.REFERRED_TO_PANEL
    return Verdict.NOT_SATISFACTORY


def reaches(rows: Iterable[Judgement], minimum: int, *, independent: bool, also: Sequence[Verdict]) -> bool:
    """Whether there are enough satisfactory pieces, were those of these other verdicts satisfactory too."""
    counting = [row for row in rows if row.verdict is Verdict.SATISFACTORY or row.verdict in also]
    pieces = {row.independent_group or row.evidence_id for row in counting}
    return (len(pieces) if independent else len(counting)) >= minimum


def concluded(
    case: Case, person: str, code: str, verdict: Verdict, rows: Iterable[Judgement], *, to_panel: str = ""
) -> Conclusion:
    """A conclusion; one that is not satisfactory is for the reason that most of the rows give."""
    given = Counter(row.primary_reason for row in rows if row.primary_reason)
    named = verdict is Verdict.NOT_SATISFACTORY and bool(given)
    primary = min(given, key=lambda reason: (-given[reason], reason)) if named else ""
    return Conclusion(
        **case,
        phase=Phase.INDIVIDUAL,
        assessor=person,
        sub_category=code,
        verdict=verdict,
        reasons=(primary,) if primary else (),
        primary_reason=primary,
        to_panel=to_panel,
    )
