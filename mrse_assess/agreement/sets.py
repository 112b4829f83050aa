"""Krippendorff's alpha of sets of reasons, with the Jaccard distance: the share of all reasons that one set lacks.

Jaccard and not MASI: it is a metric, it has no weights that somebody had to choose, and it can be said in words.
"""

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from mrse_assess.agreement.sums import Sums, ratio
from mrse_assess.agreement.table import Floats, Ints, Layout

Reasons = frozenset[str]


def distances(sets: Sequence[Reasons]) -> Floats:
    """The Jaccard distance of each two sets, 0 to 1; two empty ones are alike: (sets, sets)."""
    names = {name: place for place, name in enumerate(sorted(frozenset().union(*sets)))}
    members = np.zeros((len(sets), len(names)))
    for row, reasons in enumerate(sets):
        members[row, [names[name] for name in reasons]] = 1
    shared = members @ members.T
    sizes = members.sum(axis=1)
    either = sizes[:, None] + sizes[None, :] - shared
    return np.where(either > 0, 1 - shared / np.maximum(1, either), 0.0)


def set_alpha(layout: Layout, given: Sequence[Reasons]) -> Sums:
    """Alpha of the sets ``given``, one for each rating of the layout."""
    kinds = {reasons: place for place, reasons in enumerate(sorted(set(given), key=sorted))}
    apart = distances(list(kinds))
    code = np.array([kinds[reasons] for reasons in given], dtype=np.int64)
    paired = layout.paired[layout.unit]
    size = len(kinds)
    cells = layout.application_of[layout.unit[paired]] * size + code[paired]
    counts = np.bincount(cells, minlength=layout.applications * size).reshape(layout.applications, size)
    parts = np.hstack([_observed(layout, code, apart)[:, None], counts.astype(np.float64)])
    return Sums(parts=parts, value=lambda sums: _alpha(sums, apart))


def set_alpha_value(sums: Sums) -> float:
    """Alpha over all applications; two different sets must occur."""
    return float(sums.value(sums.parts.sum(axis=0)))


def _observed(layout: Layout, code: Ints, apart: Floats) -> Floats:
    """For each application the disagreement within its units, each pair weighted by 1 / (ratings - 1) both ways."""
    order = np.argsort(layout.unit, kind="stable")
    found = np.zeros(layout.applications)
    ends = np.cumsum(layout.ratings_of_unit)
    for unit, end in enumerate(ends):
        start = end - layout.ratings_of_unit[unit]
        codes = code[order[start:end]]
        for one, other in combinations(codes, 2):
            found[layout.application_of[unit]] += 2 * apart[one, other] / (end - start - 1)
    return found


def _alpha(sums: Floats, apart: Floats) -> Floats:
    counts = sums[..., 1:]
    total = counts.sum(axis=-1)
    expected = ((counts @ apart) * counts).sum(axis=-1)
    return 1 - ratio(sums[..., 0] * (total - 1), expected)
