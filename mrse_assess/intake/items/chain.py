"""The heaviest chain: of claims about where items begin, those that rise together in page and label."""

from bisect import bisect_left
from collections.abc import Mapping
from itertools import groupby

from mrse_assess.intake.text.labels import id_key

Claim = tuple[int, str]
"""A page and the id of the item said to begin there."""


def heaviest_chain(votes: Mapping[Claim, float]) -> list[Claim]:
    """The claims with the greatest sum of votes of which each has a later page and a greater id than the one before.

    Of equal sums the one with earlier pages. Takes n log n steps.
    """
    keys = {each: id_key(each) for _, each in votes}
    ranks = sorted(set(keys.values()))
    best = _Best(len(ranks))
    before: dict[Claim, Claim | None] = {}
    ordered = sorted(votes, key=lambda claim: claim[0])
    for _, group in groupby(ordered, key=lambda claim: claim[0]):
        found: list[tuple[int, float, Claim]] = []
        for claim in group:
            rank = bisect_left(ranks, keys[claim[1]])
            total, before[claim] = best.below(rank)
            found.append((rank, total + votes[claim] + 0.001 / (1 + claim[0]), claim))
        for rank, total, claim in found:
            best.put(rank, total, claim)
    chain: list[Claim] = []
    here = best.below(len(ranks))[1]
    while here is not None:
        chain.append(here)
        here = before[here]
    return chain[::-1]


class _Best:
    """The greatest total among the ranks below one (a Fenwick tree)."""

    def __init__(self, size: int) -> None:
        self._totals: list[float] = [0.0] * (size + 1)
        self._claims: list[Claim | None] = [None] * (size + 1)

    def below(self, rank: int) -> tuple[float, Claim | None]:
        total: float = 0.0
        claim: Claim | None = None
        while rank > 0:
            if self._totals[rank] > total:
                total, claim = self._totals[rank], self._claims[rank]
            rank -= rank & -rank
        return total, claim

    def put(self, rank: int, total: float, claim: Claim) -> None:
        place = rank + 1
        while place < len(self._totals):
            if total > self._totals[place]:
                self._totals[place], self._claims[place] = total, claim
            place += place & -place
