"""How much assessors differ from each other, and evidence does, in logits; and what that means for a chance.

The spread of assessors is that of a random-effects meta-analysis of their severities: DerSimonian and Kacker (2007)
after Paule and Mandel, with the Q-profile interval (Viechtbauer 2007). Logits of evidence are taken to be normal; then
how often two assessors say the same of something tells its variance.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from scipy.optimize import brentq
from scipy.special import chdtri

from mrse_assess.cohort.severity.fitting import Severities
from mrse_assess.cohort.severity.judgements import Floats
from mrse_assess.cohort.severity.together import Common, Pairs

_NODES, _WEIGHTS = np.polynomial.hermite_e.hermegauss(30)
_SHARES = _WEIGHTS / _WEIGHTS.sum()
_FARTHEST = 40.0
"""A mean in logits beyond which no mean lies."""
_GRID = 400
APPLICATIONS, SUB_CATEGORIES, WITHIN, ITEMS = "applications", "sub_categories", "within", "items"
"""What the variance of evidence comes from."""
_TINY = 1e-9


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """Evidence as assessors see it on average: ``mean`` and ``variance`` of its logits.

    ``parts`` are the variances by what they come from; nan where there is nothing to tell it from.
    """

    mean: float
    variance: float
    parts: Mapping[str, float]

    def chance(self, severity: float) -> float:
        """The chance that an assessor of this severity finds an item satisfactory."""
        return _chance(self.mean - severity, self.variance)


@dataclass(frozen=True, kw_only=True, eq=False)
class Scatter:
    """The variance of assessors, and draws from what it might as well be."""

    variance: float
    drawn: Floats


def scatter(found: Severities, draws: int, widest: float, random: Generator) -> Scatter | None:
    """How much assessors differ beyond what chance makes of them; None without a covariance."""
    if found.covariance is None:
        return None
    size = len(found.values)
    basis = np.linalg.svd(np.eye(size) - 1 / size)[0][:, : size - 1]
    own, directions = np.linalg.eigh(basis.T @ found.covariance @ basis)
    squares = (directions.T @ basis.T @ found.values) ** 2
    # Q falls as the variance rises: read the variance off at each value of Q
    grid = np.concatenate([[0.0], np.geomspace(_TINY, widest, _GRID)])
    of_grid = (squares / (np.maximum(own, _TINY) + grid[:, None])).sum(axis=1)
    wanted = np.concatenate([[size - 1], chdtri(size - 1, random.permutation(_evenly(draws)))])
    variances = np.interp(-wanted, -of_grid, grid)
    return Scatter(variance=float(variances[0]), drawn=variances[1:])


def evidence(pairs: Pairs, weights: Floats, of_assessors: float, judged_by: float, widest: float) -> Evidence | None:
    """The evidence of applications with these weights; None where verdicts are too much alike to tell.

    Args:
        pairs: sums of each application.
        weights: of each application.
        of_assessors: the variance of severities.
        judged_by: the severity of those who judged, weighed by how much each judged.
        widest: a variance that counts as none that could be found.
    """
    rate = pairs.rate(weights)
    if not _TINY < rate < 1 - _TINY:
        return None
    whole = _shared(None, rate, pairs.covariance(Common.ITEM, weights), of_assessors, widest)
    if not whole < widest:
        return None
    mean = _mean(rate, whole + of_assessors)
    both, application, sub_category = (
        _shared(mean, rate, pairs.covariance(common, weights), whole + of_assessors, whole)
        for common in (Common.BOTH, Common.APPLICATION, Common.SUB_CATEGORY)
    )
    within = _positive(both - application - sub_category)
    return Evidence(
        mean=mean + judged_by,
        variance=whole,
        parts={
            APPLICATIONS: application,
            SUB_CATEGORIES: sub_category,
            WITHIN: within,
            ITEMS: _positive(whole - application - sub_category - within),
        },
    )


def _evenly(draws: int) -> Floats:
    return (np.arange(draws) + 0.5) / draws


def _shared(mean: float | None, rate: float, covariance: float, whole: float, most: float) -> float:
    """The variance that two judgements have in common that go together so far, ``most`` at most.

    Of the ``whole`` variance with this ``mean``; without a mean ``whole`` is what they do not have in common.
    """

    def off(variance: float) -> float:
        if mean is None:
            return _together(_mean(rate, whole + variance), whole + variance, variance) - rate * rate - covariance
        return _together(mean, whole, variance) - rate * rate - covariance

    if np.isnan(covariance):
        return np.nan
    if covariance <= 0:
        return 0.0
    return float(brentq(off, 0.0, most, xtol=1e-6)) if off(most) > 0 else most


def _mean(rate: float, variance: float) -> float:
    return float(brentq(lambda mean: _chance(mean, variance) - rate, -_FARTHEST, _FARTHEST, xtol=1e-9))


def _chance(mean: float, variance: float) -> float:
    return float(_logistic(mean + np.sqrt(variance) * _NODES) @ _SHARES)


def _together(mean: float, whole: float, shared: float) -> float:
    """The chance that two judgements are both satisfactory that share so much of the whole variance."""
    rest = np.sqrt(max(0.0, whole - shared))
    given = _logistic(mean + np.sqrt(shared) * _NODES[:, None] + rest * _NODES) @ _SHARES
    return float(given**2 @ _SHARES)


def _positive(variance: float) -> float:
    """Nought at least; nan stays what it is."""
    return float(np.maximum(0.0, variance))


def _logistic(logits: Floats) -> Floats:
    found: Floats = 1 / (1 + np.exp(-logits))
    return found
