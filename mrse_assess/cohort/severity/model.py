"""The severities of a study's assessors and their spread: numbers with what they rest on, before they become words."""

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.random import Generator
from scipy.special import stdtrit

from mrse_assess.cohort.severity.fitting import Comparable, Severities, comparable, severities
from mrse_assess.cohort.severity.judgements import Differences, Floats, Ints, Judgements, differences
from mrse_assess.cohort.severity.spread import Evidence, Scatter, evidence, scatter
from mrse_assess.cohort.severity.together import pairs_of
from mrse_assess.cohort.severity.wording import SeverityWording

_DEFINED = 0.95
"""The share of resamples in which a number has to exist for an interval."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Severity:
    """An assessor's: ``value`` with its ``bounds``, each None where there is none.

    ``applications`` are the places of those in which they differed from others who have a value, ``judgements`` how
    many items they judged that somebody else did too, ``differed`` on how many of these another said otherwise.
    ``few``: they have no value because they differed in ``found`` applications only.
    """

    applications: Ints
    judgements: int
    differed: int
    few: bool
    found: int
    value: float | None = None
    bounds: tuple[float, float] | None = None


@dataclass(frozen=True, kw_only=True, eq=False)
class Spread:
    """How assessors and evidence differ, each as estimated and as in every resample; None where it cannot be told."""

    scatter: Scatter
    evidence: Evidence | None
    resampled: tuple[Evidence | None, ...]

    def chances(self, tail: float) -> tuple[Floats, Floats] | None:
        """The chances of average evidence with a lenient and a severe assessor: estimated, and in every resample."""
        if self.evidence is None:
            return None
        reach = NormalDist().inv_cdf(1 - tail)
        drawn = [
            _chances(one, reach * float(np.sqrt(variance)))
            for one, variance in zip(self.resampled, self.scatter.drawn, strict=True)
        ]
        return np.array(_chances(self.evidence, reach * self.scatter.variance**0.5)), np.array(drawn)


@dataclass(frozen=True, kw_only=True, eq=False)
class Model:
    """One for each assessor of the judgements, and their spread."""

    judgements: Judgements
    each: tuple[Severity, ...]
    stated: int
    spread: Spread | None


def modelled(given: Judgements, said: SeverityWording, random: Generator) -> Model:
    """Severities and their spread from these judgements."""
    differing = differences(given)
    size = len(given.assessors)
    chosen = comparable(differing, size, said.applications)
    stated = int(chosen.kept.sum())
    found = _severities(differing, chosen, stated) if stated else None
    return Model(
        judgements=given,
        each=_each(given, differing, chosen, found, said),
        stated=stated,
        spread=_spread(given, found, chosen, said, random) if found else None,
    )


def _severities(differing: Differences, chosen: Comparable, stated: int) -> Severities:
    """Those of the assessors who can be compared, numbered anew."""
    place = np.cumsum(chosen.kept) - 1
    own = differing.only(chosen.kept)
    own = Differences(application=own.application, severe=place[own.severe], lenient=place[own.lenient])
    return severities(own, stated)


def middle(drawn: Floats, level: float) -> tuple[float, float] | None:
    """The bounds of the middle share of what was drawn; None where too much of it is undefined."""
    known = drawn[~np.isnan(drawn)]
    if not len(known) or len(known) < _DEFINED * len(drawn):
        return None
    low, high = np.quantile(known, [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)


def _each(
    given: Judgements, differing: Differences, chosen: Comparable, found: Severities | None, said: SeverityWording
) -> tuple[Severity, ...]:
    size = len(given.assessors)
    among = differing.only(chosen.kept)
    judged = np.bincount(given.assessor, minlength=size)
    differed = _differed(given)
    values = np.full(size, np.nan)
    errors = np.full(size, np.nan)
    if found is not None:
        values[chosen.kept] = found.values
    if found is not None and found.covariance is not None:
        errors[chosen.kept] = np.sqrt(np.diag(found.covariance))
    reach = stdtrit(np.maximum(1, chosen.applications - 1), (1 + said.level) / 2) * errors
    return tuple(
        Severity(
            applications=np.unique(among.application[(among.severe == one) | (among.lenient == one)]),
            judgements=int(judged[one]),
            differed=int(differed[one]),
            few=bool(chosen.few[one]),
            found=int(chosen.applications[one]),
            value=float(values[one]) if chosen.kept[one] else None,
            bounds=None if np.isnan(reach[one]) else (float(values[one] - reach[one]), float(values[one] + reach[one])),
        )
        for one in range(size)
    )


def _differed(given: Judgements) -> Ints:
    """On how many items each differed from somebody."""
    unit = np.unique(given.unit, return_inverse=True)[1]
    shares = np.bincount(unit, given.satisfactory.astype(np.float64)) / np.bincount(unit)
    split = (shares[unit] > 0) & (shares[unit] < 1)
    return np.bincount(given.assessor[split], minlength=len(given.assessors))


def _spread(
    given: Judgements, found: Severities, chosen: Comparable, said: SeverityWording, random: Generator
) -> Spread | None:
    if len(found.values) < said.assessors:
        return None
    scattered = scatter(found, said.resamples, said.widest, random)
    if scattered is None:
        return None
    pairs = pairs_of(given)
    size = pairs.applications
    judged = np.bincount(given.assessor, minlength=len(given.assessors))[chosen.kept]
    judged_by = float(np.average(found.values, weights=judged))
    weights = random.multinomial(size, np.full(size, 1 / size), size=said.resamples).astype(np.float64)
    return Spread(
        scatter=scattered,
        evidence=evidence(pairs, np.ones(size), scattered.variance, judged_by, said.widest),
        resampled=tuple(
            evidence(pairs, own, float(variance), judged_by, said.widest)
            for own, variance in zip(weights, scattered.drawn, strict=True)
        ),
    )


def _chances(given: Evidence | None, severity: float) -> tuple[float, float]:
    """That of a lenient and of a severe assessor."""
    return (given.chance(-severity), given.chance(severity)) if given else (np.nan, np.nan)
