"""The smallest sufficient sets as something a person understands: what every set holds, and how many more of which."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb
from typing import Final

Members = tuple[str, ...]

MOST_LISTED: Final = 6  # more sets than this are told by their number and what all of them hold


@dataclass(frozen=True, kw_only=True)
class Needed:
    """A family of sets, described exactly where that can be done in a phrase.

    ``musts`` are in every set. With ``choices``, any ``number`` of them complete a set, as long as one of each of
    ``among`` is taken. With ``listed``, the sets one by one. With neither, ``number`` members in all, musts included.
    """

    musts: Members
    number: int
    choices: Members = ()
    among: tuple[Members, ...] = ()
    listed: tuple[Members, ...] = ()


def describe(sets: Sequence[Members], groups: Sequence[Members]) -> Needed:
    """The family of sets of one size as a phrase can tell it.

    ``groups`` are members that belong together (sub-categories of a major category), of which a set may need one.
    """
    order = tuple(dict.fromkeys(member for one in sets for member in one))
    musts = _in_order(groups, {member for member in order if all(member in one for one in sets)}, order)
    rest = {tuple(member for member in one if member not in musts) for one in sets}
    number = len(sets[0]) - len(musts) if sets else 0
    if number == 0:
        return Needed(musts=musts, number=0)
    choices = _in_order(groups, {member for one in rest for member in one}, order)
    among = tuple(
        group
        for group in (tuple(member for member in choices if member in group) for group in map(set, groups))
        if len(group) > 1 and len(group) < len(choices) and all(set(group) & set(one) for one in rest)
    )
    if {frozenset(one) for one in rest} == _choosing(choices, number, among):
        return Needed(musts=musts, number=number, choices=choices, among=among)
    if len(sets) <= MOST_LISTED:
        return Needed(musts=musts, number=number, listed=tuple(sets))
    return Needed(musts=musts, number=len(sets[0]))


def _in_order(groups: Sequence[Members], members: set[str], order: Members) -> Members:
    """The members in the order of the groups, which is the scheme's; others after them."""
    placed = [member for group in groups for member in group if member in members]
    return tuple(dict.fromkeys((*placed, *(member for member in order if member in members))))


def _choosing(choices: Members, number: int, among: tuple[Members, ...]) -> set[frozenset[str]]:
    """Every way of taking so many of the choices with one at least of each group."""
    if comb(len(choices), number) > 1 << 16:
        return set()
    taken = (frozenset(one) for one in combinations(choices, number))
    return {one for one in taken if all(one & set(group) for group in among)}
