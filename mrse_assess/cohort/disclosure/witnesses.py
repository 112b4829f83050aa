"""Proof that withheld counts are safe: other whole numbers that agree with everything that is published.

A reader cannot tell the true counts from any others that would have led to the same publication. Where two such sets
of counts lie a width apart in a cell, nobody can place that cell more closely, whatever method they use.
"""

from typing import Final

import numpy as np
from scipy.sparse import csr_array, hstack

from mrse_assess.cohort.disclosure.linked import Floats, Ints, Linked, Mask
from mrse_assess.cohort.disclosure.solving import NEAR, Limits, least

TOGETHER: Final = 40
"""How many counts one programme moves at once; many more stand in each other's way, and fractions come of it."""

ENOUGH: Final = 0.8
"""The share left unproven by a round that was not worth it."""

WORTH: Final = 40.0
"""What it is worth to move one of many counts by one, against moving any other by one."""

ABOVE_ALL: Final = 1e4
"""What it is worth to move the only one that is asked for."""

UP, DOWN = 1, -1


class Witnesses:
    """Sets of counts that agree with all that is published if ``withheld`` is not; the true one is among them."""

    def __init__(self, linked: Linked, withheld: Mask, exposed: Mask, seen: Ints | None = None) -> None:
        """``exposed``: nothing is asked of these. ``seen``: sets found before; those that no longer agree go."""
        self.linked = linked
        self.low, self.high = linked.bounds(withheld)
        self.needed = np.where(exposed, 0, linked.needed_if(withheld))
        self.seen = linked.values[np.newaxis] if seen is None else seen[self._agreeing(seen)]
        self.least, self.most = self.seen.min(axis=0), self.seen.max(axis=0)

    def _agreeing(self, seen: Ints) -> Mask:
        return np.asarray(((seen >= self.low) & (seen <= self.high)).all(axis=1))

    def unproven(self) -> Ints:
        """The places of the counts that are not yet shown to be safe."""
        return np.flatnonzero(self.most - self.least < self.needed)

    def add(self, found: Floats | None) -> bool:
        """Take one more set among the witnesses, and say whether it is one."""
        if found is None:
            return False
        counts = np.round(found).astype(np.int64)
        if not self.linked.holds(counts) or not self._agreeing(counts[np.newaxis])[0]:
            return False
        self.seen = np.vstack([self.seen, counts])
        self.least, self.most = np.minimum(self.least, counts), np.maximum(self.most, counts)
        return True

    def look_for_many(self) -> None:
        """Try to prove counts many at a time, as long as that proves a good part of them."""
        while len(tried := self.unproven()):
            batches = max(1, len(tried) // TOGETHER)
            for number in range(batches):
                self._look_for_batch(tried[number::batches])
            if len(self.unproven()) > ENOUGH * len(tried):
                return

    def _look_for_batch(self, tried: Ints) -> None:
        """Upwards only: most withheld counts are small and cannot fall by a width."""
        ends = self._ends(tried, UP)
        places = tried[(ends <= self.high[tried]) & (self.most[tried] - self.least[tried] < self.needed[tried])]
        if len(places) > 1:
            self.add(self._moved(places, UP))

    def look_for(self, place: int, *, whole: bool = True) -> bool:
        """Whether one count is safe, going up and down as far as it needs or can.

        ``whole``: whole numbers are sought also where the first answer has fractions, which takes longer.
        """
        for way in (UP, DOWN):
            if self.most[place] - self.least[place] < self.needed[place]:
                self._look_one_way(place, way, whole=whole)
        return bool(self.most[place] - self.least[place] >= self.needed[place])

    def _look_one_way(self, place: int, way: int, *, whole: bool) -> None:
        found = self._moved(np.array([place]), way)
        if found is None or self.add(found) or not whole:
            return
        reached = np.floor(found[place] + NEAR) if way == UP else np.ceil(found[place] - NEAR)
        if not self.least[place] <= reached <= self.most[place]:
            low, high = self.low.copy(), self.high.copy()
            low[place] = high[place] = reached
            self.add(self._apart(low, high, np.ones((2, len(low))), whole=True))

    def _moved(self, places: Ints, way: int) -> Floats | None:
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
        return self._apart(low, high, cost, whole=False)

    def _ends(self, places: Ints, way: int) -> Floats:
        ends = self.least[places] + self.needed[places] if way == UP else self.most[places] - self.needed[places]
        return np.asarray(ends, dtype=np.float64)

    def _apart(self, low: Floats, high: Floats, cost: Floats, *, whole: bool) -> Floats | None:
        """Counts from low to high that agree, where rising and falling by one from the true counts has these costs."""
        start, linked = self.linked.values, self.linked
        free = np.flatnonzero((low != start) | (high != start))
        equal, below = (csr_array(matrix.tocsc()[:, free]) for matrix in (linked.equal, linked.below))
        up, down = high[free] - start[free], start[free] - low[free]
        limits = Limits(
            equal=hstack([equal, -equal]),
            below=hstack([below, -below]),
            room=-(linked.below @ start).astype(np.float64),
            low=np.concatenate([np.maximum(-down, 0), np.maximum(-up, 0)]),
            high=np.concatenate([np.maximum(up, 0), np.maximum(down, 0)]),
        )
        found = least(cost[:, free].ravel(), limits, whole=whole)
        if found is None:
            return None
        moved: Floats = start.astype(np.float64)
        moved[free] += found[: len(free)] - found[len(free) :]
        return moved
