"""Statistics as functions of sums over applications, so that resampling adds up and never reads a rating again."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from mrse_assess.agreement.table import Floats, Layout

TINY = 1e-12
"""What counts as nought in a denominator, after sums of fractions."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Sums:
    """What each application adds to a statistic: ``parts`` has the shape (applications, parts).

    ``value`` makes the statistic of sums of such rows, of shape (..., parts) -> (...); nan where it is undefined.
    """

    parts: Floats
    value: Callable[[Floats], Floats]


def by_application(layout: Layout, of_unit: Floats) -> Floats:
    """The sums over each application's units: (units, parts) -> (applications, parts)."""
    if not layout.applications:
        return np.zeros((0, of_unit.shape[1]))
    starts = np.searchsorted(layout.application_of, np.arange(layout.applications))
    return np.add.reduceat(of_unit, starts, axis=0)


def ratio(above: Floats, below: Floats) -> Floats:
    """The quotient, nan where the denominator is nought."""
    known = np.abs(below) > TINY
    return np.where(known, above / np.where(known, below, 1.0), np.nan)
