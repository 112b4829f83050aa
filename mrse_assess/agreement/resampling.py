"""Intervals by resampling applications: units of one portfolio are not independent, so whole applications are drawn.

Bias-corrected and accelerated (BCa; Efron 1987, with the median rank for ties), because the figures are skewed near
their upper end of 1, where a percentile interval lies too low.
"""

from collections.abc import Sequence
from itertools import pairwise
from statistics import NormalDist
from typing import NamedTuple

import numpy as np

from mrse_assess.agreement.answers import Interval, Unsaid
from mrse_assess.agreement.limits import Limits
from mrse_assess.agreement.sums import Sums
from mrse_assess.agreement.table import Floats

DIGITS = 12
"""To which resampled figures are rounded: sums of fractions differ beyond it from machine to machine."""

AT_ONCE = 250
"""Resamples that are drawn at a time, which bounds the memory for thousands of applications."""


class NoInterval(NamedTuple):
    """Why there is no interval, with the numbers for its words."""

    why: Unsaid
    found: int = 0
    needed: int = 0


def intervals(statistics: Sequence[Sums], limits: Limits, seed: Sequence[int]) -> tuple[Interval | NoInterval, ...]:
    """An interval for each statistic, all from the same resamples of their common applications.

    ``seed`` are whole numbers from 0. A statistic that is undefined for all applications together has none.
    """
    drawn = _resampled(statistics, limits.resamples, np.random.default_rng(list(seed)))
    return tuple(interval_of(sums, found, limits) for sums, found in zip(statistics, drawn, strict=True))


def _resampled(statistics: Sequence[Sums], resamples: int, generator: np.random.Generator) -> list[Floats]:
    """For each statistic its values in as many resamples, nan where undefined.

    Applications that add the same are drawn as one kind, which is the same lottery with fewer tickets to count.
    """
    parts = np.hstack([sums.parts for sums in statistics])
    ends = np.cumsum([0, *(sums.parts.shape[1] for sums in statistics)])
    kinds, times = np.unique(np.round(parts, DIGITS), axis=0, return_counts=True)
    totals = np.empty((resamples, parts.shape[1]))
    for start in range(0, resamples, AT_ONCE):
        some = min(AT_ONCE, resamples - start)
        drawn = generator.multinomial(len(parts), times / len(parts), size=some)
        totals[start : start + some] = drawn.astype(np.float64) @ kinds
    return [sums.value(totals[:, a:b]) for sums, (a, b) in zip(statistics, pairwise(ends), strict=True)]


def interval_of(sums: Sums, drawn: Floats, limits: Limits) -> Interval | NoInterval:
    """The interval of a statistic from its values in resamples, nan where undefined."""
    value = float(np.round(sums.value(sums.parts.sum(axis=0)), DIGITS))
    known = np.round(drawn[~np.isnan(drawn)], DIGITS)
    if np.isnan(value):
        return NoInterval(Unsaid.NO_FIGURE)
    if len(known) < limits.defined * len(drawn):
        return NoInterval(Unsaid.RESAMPLES_UNDEFINED, len(drawn) - len(known), len(drawn))
    if known.min() == known.max():
        return NoInterval(Unsaid.RESAMPLES_ALIKE)
    shares = _shares(known, value, _acceleration(sums), limits.confidence)
    if shares is None:
        return NoInterval(Unsaid.LOPSIDED)
    low, high = (float(np.quantile(known, share)) for share in shares)
    if low == high or not low <= value <= high:
        return NoInterval(Unsaid.LOPSIDED)
    return Interval(low=low, high=high, confidence=limits.confidence)


def _shares(known: Floats, value: float, acceleration: float, confidence: float) -> tuple[float, float] | None:
    """Which quantiles of the resamples bound the interval, None where the correction has no answer."""
    normal = NormalDist()
    below = (np.count_nonzero(known < value) + np.count_nonzero(known == value) / 2) / len(known)
    if not 0 < below < 1:
        return None
    bias = normal.inv_cdf(float(below))
    reach = [bias + side * normal.inv_cdf((1 + confidence) / 2) for side in (-1, 1)]
    if any(1 - acceleration * z <= 0 for z in reach):
        return None
    low, high = (normal.cdf(bias + z / (1 - acceleration * z)) for z in reach)
    return low, high


def _acceleration(sums: Sums) -> float:
    """How fast the spread changes with the figure, from leaving out one application at a time."""
    kinds, times = np.unique(sums.parts, axis=0, return_counts=True)
    without = sums.value(sums.parts.sum(axis=0) - kinds)
    known = ~np.isnan(without)
    if not known.any():
        return 0.0
    off = np.average(without[known], weights=times[known]) - without[known]
    spread = float((times[known] * off**2).sum())
    return float((times[known] * off**3).sum()) / (6 * spread**1.5) if spread > 0 else 0.0
