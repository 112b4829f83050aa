"""Proof that withheld counts are safe: other whole numbers that agree with everything that is published.

A reader cannot tell the true counts from any others that would have led to the same publication. Where two such sets
of counts lie a width apart in a cell, nobody can place that cell more closely, whatever method they use.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from scipy.sparse import csr_array, hstack

from mrse_assess.cohort.disclosure.linked import Floats, Ints, Linked, Mask, Matrix
from mrse_assess.cohort.disclosure.solving import NEAR, Limits, least

TOGETHER: Final = 40
"""How many counts one programme moves at once; many more stand in each other's way, and fractions come of it."""

ENOUGH: Final = 0.8
"""The share left unproven by a round that was not worth it."""

WORTH: Final = 40.0
"""What it is worth to move one of many counts by one, against moving any other by one."""

ABOVE_ALL: Final = 1e4
"""What it is worth to move the only one that is asked for."""

NEAREST: Final = 2
"""How many relations lead from a count to those that are moved together with it at first."""

STEPS: Final = (2, 0)
"""How many relations away counts may move for one that is sought by itself, one after the other; 0 for any."""

UP, DOWN = 1, -1


class Witnesses:
    """Sets of counts that agree with all that is published if ``withheld`` is not; the true one is among them."""

    def __init__(self, linked: Linked, withheld: Mask, exposed: Mask, seen: Sequence[Ints] = ()) -> None:
        """``exposed``: nothing is asked of these. ``seen``: sets found before; those that no longer agree go."""
        self.linked = linked
        self.low, self.high = linked.bounds(withheld)
        self.needed = np.where(exposed, 0, linked.needed_if(withheld))
        self.seen = [one for one in seen or [linked.values] if self._agrees(one)]
        together = np.vstack(self.seen)
        self.least, self.most = together.min(axis=0), together.max(axis=0)

    def _agrees(self, counts: Ints) -> bool:
        return bool(((counts >= self.low) & (counts <= self.high)).all())

    def unproven(self) -> Ints:
        """The places of the counts that are not yet shown to be safe."""
        return np.flatnonzero(self.most - self.least < self.needed)

    def add(self, found: Floats | None) -> bool:
        """Take one more set among the witnesses, and say whether it is one."""
        if found is None:
            return False
        counts = np.round(found).astype(np.int64)
        if not self.linked.holds(counts) or not self._agrees(counts):
            return False
        self.seen.append(counts)
        self.least, self.most = np.minimum(self.least, counts), np.maximum(self.most, counts)
        return True

    def look_for_many(self) -> None:
        """Try to prove counts many at a time, as long as that proves a good part of them.

        Neighbours first: a programme of a few hundred counts takes a hundredth of the time of one of all.
        """
        for place in self.unproven():
            if self.most[place] - self.least[place] < self.needed[place]:
                near = self.linked.near(int(place), NEAREST)
                self._look_for_batch(self._unproven_with(int(place), near), near)
        while len(tried := self.unproven()):
            batches = max(1, len(tried) // TOGETHER)
            for number in range(batches):
                self._look_for_batch(tried[number::batches], None)
            if len(self.unproven()) > ENOUGH * len(tried):
                return

    def _unproven_with(self, place: int, near: Mask) -> Ints:
        """A count and those of its neighbours that are not yet shown to be safe either, not too many."""
        others = np.flatnonzero(near & (self.most - self.least < self.needed))
        return np.concatenate([[place], others[others != place][: TOGETHER - 1]])

    def _look_for_batch(self, tried: Ints, near: Mask | None) -> None:
        """Upwards only: most withheld counts are small and cannot fall by a width."""
        ends = self._ends(tried, UP)
        places = tried[(ends <= self.high[tried]) & (self.most[tried] - self.least[tried] < self.needed[tried])]
        if len(places) > 1:
            self.add(self._moved(places, UP, near))

    def look_for(self, place: int, *, whole: bool = True) -> bool:
        """Whether one count is safe, going up and down as far as it needs or can: first with its neighbours alone.

        ``whole``: whole numbers are sought also where the first answer has fractions, which takes longer.
        """
        for steps in STEPS:
            near = self.linked.near(place, steps) if steps else None
            for way in (UP, DOWN):
                if self.most[place] - self.least[place] < self.needed[place]:
                    self._look_one_way(place, way, near, whole=whole)
        return bool(self.most[place] - self.least[place] >= self.needed[place])

    def _look_one_way(self, place: int, way: int, near: Mask | None, *, whole: bool) -> None:
        found = self._moved(np.array([place]), way, near)
        if found is None or self.add(found) or not whole:
            return
        reached = np.floor(found[place] + NEAR) if way == UP else np.ceil(found[place] - NEAR)
        if not self.least[place] <= reached <= self.most[place]:
            low, high = self.low.copy(), self.high.copy()
            low[place] = high[place] = reached
            self.add(self._apart(low, high, np.ones((2, len(low))), near, whole=True))

    def _moved(self, places: Ints, way: int, near: Mask | None) -> Floats | None:
        """Counts that agree, with as many of these as will go moved as far as they need.

        The others move as little as that takes, which mostly gives whole numbers at once.
        """
        ends = self._ends(places, way)
        low, high, cost = self.low.copy(), self.high.copy(), np.ones((2, len(self.low)))
        if way == UP:
            high[places] = np.minimum(high[places], ends)
        else:
            low[places] = np.maximum(low[places], ends)
        # Of counts with one sum some rise where others fall: worth the same or evenly more, none would move.
        worth = WORTH * np.linspace(1, 2, len(places)) ** 2 if len(places) > 1 else ABOVE_ALL
        cost[:, places] = np.array([[-way], [way]]) * worth
        return self._apart(low, high, cost, near, whole=False)

    def _ends(self, places: Ints, way: int) -> Floats:
        ends = self.least[places] + self.needed[places] if way == UP else self.most[places] - self.needed[places]
        return np.asarray(ends, dtype=np.float64)

    def _apart(self, low: Floats, high: Floats, cost: Floats, near: Mask | None, *, whole: bool) -> Floats | None:
        """Counts from low to high that agree, where rising and falling by one from the true counts has these costs.

        ``near``: all others stay as they truly are.
        """
        start, linked = self.linked.values, self.linked
        free = np.flatnonzero((low != start) | (high != start) if near is None else near)
        equal, below = (_touched(matrix[:, free]) for matrix in linked.by_column)
        up, down = high[free] - start[free], start[free] - low[free]
        limits = Limits(
            equal=hstack([equal.matrix, -equal.matrix]),
            below=hstack([below.matrix, -below.matrix]),
            room=-(linked.below[below.rows] @ start).astype(np.float64),
            low=np.concatenate([np.maximum(-down, 0), np.maximum(-up, 0)]),
            high=np.concatenate([np.maximum(up, 0), np.maximum(down, 0)]),
        )
        found = least(cost[:, free].ravel(), limits, whole=whole)
        if found is None:
            return None
        moved: Floats = start.astype(np.float64)
        moved[free] += found[: len(free)] - found[len(free) :]
        return moved


class _Touched(NamedTuple):
    """The relations of a matrix that say anything, and their places."""

    matrix: Matrix
    rows: Ints


def _touched(matrix: Matrix) -> _Touched:
    own = csr_array(matrix)
    rows = np.flatnonzero(np.diff(own.indptr))
    return _Touched(own[rows], rows)
