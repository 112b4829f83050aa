"""What is drawn once for a whole cohort: how hard sub-categories are, why evidence falls short, who assesses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from mrse_assess.model.scheme import Scheme
from mrse_assess.simulation.parameters import Parameters
from mrse_assess.simulation.truth import TrueAssessor, TrueSubCategory

ELSEWHERE = "target"
"""What a reason needs that sends evidence to another sub-category."""
BESIDE = "other_item"
"""What a reason needs that is about another item as well."""


@dataclass(frozen=True, kw_only=True)
class Population:
    """A cohort's scheme and people. ``further`` are reasons that are given beside another, ``targets`` by code."""

    scheme: Scheme
    parameters: Parameters
    sub_categories: tuple[TrueSubCategory, ...]
    assessors: tuple[TrueAssessor, ...]
    targets: Mapping[str, tuple[str, ...]]
    further: Mapping[str, tuple[str, ...]]

    def assessor(self, person: str) -> TrueAssessor:
        """The assessor of this id; KeyError when there is none."""
        return {one.person: one for one in self.assessors}[person]

    def reasons(self, code: str) -> Mapping[str, float]:
        """The chance of each reason in a sub-category; KeyError when the scheme has none of this code."""
        return {one.code: one.reasons for one in self.sub_categories}[code]

    def alone(self, code: str, reason: str) -> str:
        """The reason, or where it is about another item that is not there, the likeliest of those that are not."""
        if self.alone_holds(reason):
            return reason
        others = {name: chance for name, chance in self.reasons(code).items() if self.alone_holds(name)}
        return max(others, key=lambda name: others[name])

    def alone_holds(self, reason: str) -> bool:
        """Whether the reason is about the item alone."""
        return BESIDE not in self.scheme.reason(reason).needs


def drawn_population(scheme: Scheme, parameters: Parameters, random: Generator) -> Population:
    """A population under the scheme."""
    targets = {
        code: tuple(pair.target for pair in scheme.elsewhere if pair.offered_for == code) for code in scheme.codes
    }
    return Population(
        scheme=scheme,
        parameters=parameters,
        sub_categories=tuple(_sub_category(scheme, parameters, random, code, targets[code]) for code in scheme.codes),
        assessors=tuple(_assessor(scheme, parameters, random, number) for number in range(parameters.assessors.number)),
        targets=targets,
        further={
            code: tuple(one.id for one in scheme.reasons_for(code) if not one.for_missing and not one.needs)
            for code in scheme.codes
        },
    )


def _sub_category(
    scheme: Scheme, parameters: Parameters, random: Generator, code: str, targets: Sequence[str]
) -> TrueSubCategory:
    names = [
        reason.id
        for reason in scheme.reasons_for(code)
        if not (reason.never_alone or reason.for_missing) and (targets or ELSEWHERE not in reason.needs)
    ]
    parts = np.array([parameters.reasons.parts.get(name, 1.0) for name in names])
    parts *= np.exp(random.normal(0.0, parameters.reasons.spread, len(names)))
    chances = parts / parts.sum()
    return TrueSubCategory(
        code=code,
        difficulty=float(random.normal(0.0, parameters.evidence.difficulty_spread)),
        reasons=dict(zip(names, chances.tolist(), strict=True)),
    )


def _assessor(scheme: Scheme, parameters: Parameters, random: Generator, number: int) -> TrueAssessor:
    said = parameters.assessors
    names = [reason.id for reason in scheme.reasons]
    return TrueAssessor(
        person=f"assessor-{number + 1:02d}",
        severity=float(random.normal(0.0, said.severity_spread)),
        drift=float(random.normal(0.0, said.drift_spread)),
        habits=dict(zip(names, np.exp(random.normal(0.0, said.habit_spread, len(names))).tolist(), strict=True)),
    )
