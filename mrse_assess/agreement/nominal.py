"""Raw agreement, Gwet's AC1 and Krippendorff's alpha for categories, any number of assessors and missing ratings."""

import krippendorff
import numpy as np

from mrse_assess.agreement.sums import Sums, by_application, ratio
from mrse_assess.agreement.table import Floats, Table


def raw(table: Table) -> Sums:
    """The share of pairs of assessors who agree, averaged over units that two or more rated (Gwet 2014, chapter 2)."""
    return Sums(parts=by_application(table.layout, _agreeing(table)), value=_raw)


def ac1(table: Table) -> Sums:
    """Gwet's AC1 (2008; with missing ratings as in 2014, chapter 5).

    Chance agreement rests on how common each category is over all units that anybody rated, and on the number of
    categories of the scale, used or not.
    """
    counts = table.counts
    each = table.layout.ratings_of_unit[:, None]
    shares = np.hstack([_agreeing(table), counts / each, np.ones((len(counts), 1))])
    return Sums(parts=by_application(table.layout, shares), value=_ac1)


def alpha(table: Table) -> Sums:
    """Krippendorff's alpha for nominal data (2011): pairs within units against pairs among all pairable ratings."""
    paired = table.layout.paired[:, None]
    counts = table.counts * paired
    pairs = (counts * (counts - 1)).sum(axis=1, keepdims=True) / np.maximum(1, _ratings(table) - 1)
    return Sums(parts=by_application(table.layout, np.hstack([pairs, counts])), value=_alpha)


def raw_value(table: Table) -> float:
    """Raw agreement; some unit must have two ratings."""
    return float(_raw(raw(table).parts.sum(axis=0)))


def ac1_value(table: Table) -> float:
    """Gwet's AC1; some unit must have two ratings."""
    return float(_ac1(ac1(table).parts.sum(axis=0)))


def alpha_value(table: Table) -> float:
    """Krippendorff's alpha by the package of that name; two categories must occur."""
    return float(krippendorff.alpha(value_counts=table.counts, level_of_measurement="nominal"))


def _ratings(table: Table) -> Floats:
    return table.layout.ratings_of_unit[:, None].astype(np.float64)


def _agreeing(table: Table) -> Floats:
    """For each unit the share of its pairs that agree, and 1; both 0 for a unit with a single rating."""
    counts, each = table.counts, _ratings(table)
    agree = (counts * (counts - 1)).sum(axis=1, keepdims=True) / np.maximum(1, each * (each - 1))
    return np.hstack([agree, table.layout.paired[:, None].astype(np.float64)])


def _raw(sums: Floats) -> Floats:
    return ratio(sums[..., 0], sums[..., 1])


def _ac1(sums: Floats) -> Floats:
    shares = ratio(sums[..., 2:-1], sums[..., -1:])
    chance = (shares * (1 - shares)).sum(axis=-1) / (shares.shape[-1] - 1)
    return ratio(_raw(sums) - chance, 1 - chance)


def _alpha(sums: Floats) -> Floats:
    counts = sums[..., 1:]
    total = counts.sum(axis=-1)
    differing = total * total - (counts * counts).sum(axis=-1)
    return 1 - ratio((total - sums[..., 0]) * (total - 1), differing)
