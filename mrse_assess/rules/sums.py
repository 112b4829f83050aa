"""Tallies as whole numbers, each count in bits of its own: adding two up is one addition, comparing them is free.

What the rules say of a sum is asked once and kept, since the same sums are reached in thousands of ways.
"""

from collections.abc import Iterable
from itertools import product
from typing import Self

from mrse_assess.rules.case import Case
from mrse_assess.rules.rulebook import Rulebook
from mrse_assess.rules.standing import Standing
from mrse_assess.rules.tally import Tally, as_category, uncounted

Sum = int
"""A tally, packed by :meth:`Sums.packed`."""


class Sums:
    """Packs, adds up and asks about tallies under one rulebook.

    Args:
        most: no count is ever larger; sums beyond it would run into each other.
    """

    def __init__(self, book: Rulebook, most: int) -> None:
        self._book = book
        self._bits = most.bit_length()
        self._mask = (1 << self._bits) - 1
        self._capped: dict[Sum, Sum] = {}
        self._meets: dict[Sum, bool] = {}
        self._categories: dict[Sum, Sum] = {}
        self._standings: dict[Standing, Sum] = {}

    @classmethod
    def of(cls, case: Case) -> Self:
        """Sums wide enough for everything that a case can count, twice over."""
        return cls(case.book, 2 * (len(case.units) + len(case.parts)) + max(case.book.caps))

    def packed(self, tally: Tally) -> Sum:
        """The tally as one number."""
        number = 0
        for count in reversed(tally):
            number = number << self._bits | count
        return number

    def tally(self, number: Sum) -> Tally:
        """The inverse of :meth:`packed`."""
        return Tally(*(number >> place * self._bits & self._mask for place in range(len(Tally._fields))))

    def standing(self, standing: Standing) -> Sum:
        """What one sub-category adds to its category before the category itself is counted."""
        if standing not in self._standings:
            self._standings[standing] = self.packed(uncounted((standing,)))
        return self._standings[standing]

    def category(self, number: Sum) -> Sum:
        """The counts of one major category, from what its sub-categories add up to."""
        if number not in self._categories:
            counted = as_category(self.tally(number), by_piece=self._book.readings.by_piece)
            self._categories[number] = self.packed(counted)
        return self._categories[number]

    def capped(self, number: Sum) -> Sum:
        """The same for every rule, with counts no larger than any rule can tell apart."""
        if number not in self._capped:
            self._capped[number] = self.packed(self._book.capped(self.tally(number)))
        return self._capped[number]

    def meets(self, number: Sum) -> bool:
        """Whether every deciding rule is met."""
        if number not in self._meets:
            self._meets[number] = self._book.meets(self.tally(number))
        return self._meets[number]


def all_sums(choices: Iterable[Iterable[Sum]]) -> frozenset[Sum]:
    """Every sum of one of each."""
    reached = {0}
    for choice in choices:
        reached = {one + other for one, other in product(reached, choice)}
    return frozenset(reached)
