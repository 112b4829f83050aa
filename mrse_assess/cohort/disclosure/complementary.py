"""Which counts are withheld so that others cannot be worked out (secondary suppression).

For each count that a reader could place too closely the cheapest other set of counts is sought in which it is a width
away: what has to change there beyond its rounding is what has to be withheld. That is the linear programme of
Kelly, Golden and Assad (1992) and its successors, here for any relations and with rounded counts. At last what
turned out not to be needed is given back.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.sparse import csr_array, eye_array, hstack

from mrse_assess.cohort.disclosure.linked import Floats, Ints, Linked, Mask, Matrix
from mrse_assess.cohort.disclosure.solving import NEAR, Limits, least
from mrse_assess.cohort.disclosure.witnesses import ABOVE_ALL, DOWN, UP, Witnesses

FEW: Final = 12
"""Counts whose proof may be lost with a complementary one for it to be tried without; with more it is needed."""


SMALL: Final = 400
"""Counts that hang together up to which complementary ones are tried without; with more it takes minutes."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Suppression:
    """``withheld``: every count that may not be shown. ``exposed``: those that no withholding protects any more."""

    withheld: Mask
    exposed: Mask


def suppressed(linked: Linked, withheld: Mask) -> Suppression:
    """What must be withheld beside ``withheld``, for counts that hang together."""
    own, exposed = withheld.copy(), np.zeros_like(withheld)
    witnesses = Witnesses(linked, own, exposed)
    while True:
        witnesses.look_for_many()
        doubtful = witnesses.unproven()
        if not len(doubtful):
            break
        for place in doubtful:
            if not witnesses.look_for(int(place)):
                witnesses = _protect(linked, own, exposed, witnesses, int(place))
    return Suppression(withheld=_given_back(linked, withheld, own, exposed, witnesses), exposed=exposed)


def _protect(linked: Linked, withheld: Mask, exposed: Mask, witnesses: Witnesses, place: int) -> Witnesses:
    """Withhold what protects one count, or note that nothing does; both masks are changed in place."""
    for enough in (True, False):
        found = [_cheapest(linked, withheld, witnesses, place, way, enough=enough) for way in (UP, DOWN)]
        ways = [counts for counts in found if counts is not None]
        more = [linked.may_go & ~withheld & _beyond(witnesses, counts) for counts in ways]
        useful = [number for number, mask in enumerate(more) if mask.any()]
        if useful:
            chosen = min(useful, key=lambda number: float(linked.loss[more[number]].sum()))
            withheld |= more[chosen]
            extended = Witnesses(linked, withheld, exposed, witnesses.seen)
            extended.add(ways[chosen])
            return extended
        if ways and enough:
            return _withhold_one_near(linked, withheld, exposed, witnesses, place)
    exposed[place] = True
    return Witnesses(linked, withheld, exposed, witnesses.seen)


def _beyond(witnesses: Witnesses, counts: Floats) -> Mask:
    mask: Mask = (counts < witnesses.low - NEAR) | (counts > witnesses.high + NEAR)
    return mask


def _withhold_one_near(linked: Linked, withheld: Mask, exposed: Mask, witnesses: Witnesses, place: int) -> Witnesses:
    """Where only fractions protect a count, or whole numbers were not found: the cheapest of its neighbours."""
    near = np.zeros_like(withheld)
    for matrix in (linked.equal, linked.below):
        rows = matrix[np.flatnonzero(abs(matrix) @ _only(place, len(near)))]
        near[np.unique(rows.indices)] = True
    more = linked.may_go & ~withheld & near
    more = more if more.any() else linked.may_go & ~withheld
    if more.any():
        withheld[np.flatnonzero(more)[np.argmin(linked.loss[more])]] = True
    else:
        exposed[place] = True
    return Witnesses(linked, withheld, exposed, witnesses.seen)


def _only(place: int, size: int) -> Ints:
    return np.asarray(np.arange(size) == place, dtype=np.int64)


def _cheapest(
    linked: Linked, withheld: Mask, witnesses: Witnesses, place: int, way: int, *, enough: bool
) -> Floats | None:
    """Counts in which this one is far enough away, with the least loss in what would have to be withheld for them.

    Not ``enough``: as far away as it will go, for the other way may add what is missing. The numbers that are sought
    are the counts as a reader may know them, then by how much some exceed that, then by how much some fall short.
    """
    free = np.flatnonzero(linked.may_go & ~withheld)
    low, high = witnesses.low.copy(), witnesses.high.copy()
    if way == UP:
        high[place] = min(high[place], witnesses.least[place] + witnesses.needed[place])
        low[place] = witnesses.least[place] + witnesses.needed[place] if enough else low[place]
    else:
        low[place] = max(low[place], witnesses.most[place] - witnesses.needed[place])
        high[place] = witnesses.most[place] - witnesses.needed[place] if enough else high[place]
    above, under = linked.known_high[free] - high[free], low[free] - linked.known_low[free]
    below = _with_slack(linked.below, free)
    limits = Limits(
        equal=_with_slack(linked.equal, free),
        below=below,
        room=np.zeros(below.shape[0]),
        low=np.concatenate([low, np.zeros(2 * len(free))]),
        high=np.concatenate([high, above, under]),
    )
    loss, far = linked.loss[free], -way * ABOVE_ALL * _only(place, len(low))
    found = least(np.concatenate([far, loss, loss]), limits, whole=False)
    if found is None:
        return None
    counts, over, short = np.split(found, [len(low), len(low) + len(free)])
    counts[free] += over - short
    return counts


def _with_slack(matrix: Matrix, free: Ints) -> Matrix:
    spread = csr_array(eye_array(matrix.shape[1]).tocsr()[:, free])
    return csr_array(hstack([matrix, matrix @ spread, -(matrix @ spread)]))


def _given_back(linked: Linked, first: Mask, withheld: Mask, exposed: Mask, witnesses: Witnesses) -> Mask:
    """What stays withheld after each complementary count was tried without, the greatest loss first."""
    own = withheld.copy()
    if len(own) > SMALL:
        return own
    extra = np.flatnonzero(own & ~first)
    for place in extra[np.argsort(-linked.loss[extra], kind="stable")]:
        without = own.copy()
        without[place] = False
        trial = Witnesses(linked, without, exposed, witnesses.seen)
        if len(trial.unproven()) > FEW:
            continue
        trial.look_for_many()
        if all(trial.look_for(int(other), whole=False) for other in trial.unproven()):
            own, witnesses = without, trial
    return own
