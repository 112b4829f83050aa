"""Whole numbers that agree with relations and bounds and make a cost least, by HiGHS through scipy."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp  # type: ignore[attr-defined]  # exported by a star

from mrse_assess.cohort.disclosure.linked import Floats, Matrix

NODES: Final = 200
"""Branches that are tried for whole numbers before a question is given up as open; not a time, so that the answer is
the same on a slow machine."""

ANY: Final = 1.0
"""How far from the best whole numbers may be, as a share of it: they are to exist, not to be good."""

NEAR: Final = 1e-6
"""How far from a whole number the solver's answer may be and still mean it."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Limits:
    """``equal @ numbers`` is nought, ``below @ numbers`` at most ``room``; each number from ``low`` to ``high``."""

    equal: Matrix
    below: Matrix
    room: Floats
    low: Floats
    high: Floats


def least(cost: Floats, limits: Limits, *, whole: bool) -> Floats | None:
    """Numbers of the least cost, or None where there are none.

    ``whole``: where the answer has fractions, any whole numbers within the limits will do, whatever they cost; None
    then also stands for not found.
    """
    if (limits.low > limits.high).any():
        return None
    found = _solved(cost, limits, whole=False)
    if found is None or not whole or _is_whole(found):
        return found
    found = _solved(cost, limits, whole=True)
    return found if found is not None and _is_whole(found) else None


def _solved(cost: Floats, limits: Limits, *, whole: bool) -> Floats | None:
    rows = ((limits.equal, 0.0, 0.0), (limits.below, -np.inf, limits.room))
    answer = milp(
        cost,
        integrality=np.full(len(cost), int(whole)),
        bounds=Bounds(limits.low, limits.high),
        constraints=[LinearConstraint(matrix, low, high) for matrix, low, high in rows if matrix.shape[0]],
        options={"node_limit": NODES, "mip_rel_gap": ANY} if whole else {},
    )
    found: Floats | None = answer.x
    return found


def _is_whole(numbers: Floats) -> bool:
    return bool((np.abs(numbers - np.round(numbers)) < NEAR).all())
