"""Intervals of many applications: groups of them are drawn again, by the same draws for all that is asked together.

To draw 10,000 applications 2,000 times takes a second, and a report asks for hundreds of intervals. Groups are made by
chance, so they differ among each other as applications do, and sums over them spread as widely; from 500 of them a
spread is known to 3 per cent, about as well as from 2,000 resamples.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

import numpy as np

from mrse_assess.agreement import Interval
from mrse_assess.agreement.limits import Limits
from mrse_assess.agreement.resampling import NoInterval, interval_of, intervals
from mrse_assess.agreement.sums import Sums
from mrse_assess.agreement.table import Floats
from mrse_assess.cohort.measures.tallying import Ints

GROUPS: Final = 500
"""Into so many groups applications are put where there are more."""


def intervals_of(
    statistics: Sequence[Sums], limits: Limits, seed: Sequence[int], drawn: int
) -> tuple[Interval | NoInterval, ...]:
    """An interval for each statistic, all from the same resamples of their common applications.

    Args:
        statistics: at least one; the order of their applications is no matter.
        limits: how many resamples, and how sure.
        seed: of the groups, or of the draws where applications are few enough to be drawn one by one.
        drawn: the seed of how often each group is drawn, as :func:`together` gives it.
    """
    size = len(statistics[0].parts)
    if size <= GROUPS:
        return intervals(statistics, limits, seed)
    every = np.hstack([one.parts for one in statistics])
    added = _added(every, _groups(every, seed))
    totals = _times(GROUPS, limits.resamples, drawn) @ added
    ends = pairwise(np.cumsum([0, *(one.parts.shape[1] for one in statistics)]))
    return tuple(
        interval_of(replace(one, parts=added[:, start:end]), one.value(totals[:, start:end]), limits)
        for one, (start, end) in zip(statistics, ends, strict=True)
    )


def _groups(parts: Floats, seed: Sequence[int]) -> Ints:
    """The group of each application, whatever their order: those that add the same may change places."""
    random = np.random.default_rng(list(seed))
    groups = np.empty(len(parts), dtype=np.int64)
    groups[np.argsort(parts @ random.random(parts.shape[1]))] = random.permutation(len(parts)) % GROUPS
    return groups


def together(random: np.random.Generator) -> int:
    """A whole number that is the same for whatever draws from one generator, or from one of the same seed."""
    return int(random.bit_generator.seed_seq.generate_state(1)[0])


@lru_cache(maxsize=2)
def _times(groups: int, resamples: int, seed: int) -> Floats:
    """How often each group is drawn in each resample."""
    drawn = np.random.default_rng(seed).multinomial(groups, np.full(groups, 1 / groups), size=resamples)
    return drawn.astype(np.float64)


def _added(parts: Floats, groups: Ints) -> Floats:
    """The rows added up by group."""
    return np.column_stack([np.bincount(groups, weights=column, minlength=GROUPS) for column in parts.T])
