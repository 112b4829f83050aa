"""The pending units on which an undetermined outcome depends.

The outcome depends on a unit when some completion of everything else leaves it to that unit. Once all such units are
settled, in whatever way, the outcome is settled; leave one of them open and it may not be. So they are the one least
set.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mrse_assess.rules.case import Case
from mrse_assess.rules.rulebook import Counts
from mrse_assess.rules.standing import OpenFacts, Standing, best, completions
from mrse_assess.rules.sums import Sum, Sums, all_sums
from mrse_assess.rules.units import UnitFacts
from mrse_assess.terms import Tri

Flip = tuple[str, Sum, Sum]


class Ends(NamedTuple):
    """Every tally with which a major category can end, in rising order, and the best of them."""

    all: tuple[Sum, ...]
    best: Sum


def essential(case: Case) -> tuple[str, ...]:
    """The members of that set. Every required part that nobody has confirmed is one: absent, it would decide."""
    sums = Sums.of(case)
    categories = case.categories()
    ends = [_ends(case, sums, members) for members in categories]
    labels: list[str] = []
    elsewhere: dict[tuple[Ends, tuple[Ends, ...]], frozenset[Sum]] = {}  # categories alike have the same one
    for place, members in enumerate(categories):
        flips = {flip: None for member in members for flip in _flips(case, sums, members, member)}
        if flips:
            key = (ends[place], tuple(sorted(ends[:place] + ends[place + 1 :])))
            if key not in elsewhere:
                elsewhere[key] = _reachable(sums, key[1], ends[place].best)
            labels += _decided_by(sums, tuple(flips), elsewhere[key])
    parts = [f"part:{part}" for part in case.required if case.parts[part] is None]
    return (*dict.fromkeys(labels), *parts)


def _decided_by(sums: Sums, flips: Sequence[Flip], elsewhere: frozenset[Sum]) -> tuple[str, ...]:
    """The labels of the flips that decide the outcome, given some completion elsewhere."""
    labels: dict[str, None] = {}
    for label, better, poorer in flips:
        if label not in labels and _decides(sums, elsewhere, better, poorer):
            labels[label] = None
    return tuple(labels)


def _flips(case: Case, sums: Sums, members: tuple[int, ...], member: int) -> Iterator[Flip]:
    """Each way in which something open in a member changes the tally of its category, whatever its siblings are."""
    differences = tuple(_differences(case, case.units[member], case.facts[member]))
    siblings = [place for place in members if place != member] if differences else []
    beside = all_sums(_choices(case, sums, siblings))
    for label, better, poorer in differences:
        ends = sums.standing(better), sums.standing(poorer)
        for others in beside:
            yield label, sums.category(others + ends[0]), sums.category(others + ends[1])


def _differences(case: Case, facts: UnitFacts, known: OpenFacts) -> Iterator[tuple[str, Standing, Standing]]:
    """Pairs of ends that differ in one open thing: for a pending sub-category the whole of it, else one fact."""
    ends = completions(known)
    if facts.pending:
        yield from ((facts.unit.code, best(known), end) for end in ends)
        return
    rules = {one.counts: one.rule for one in case.book.requirements}
    named = (
        (f"simulated:{facts.unit.code}", known.simulated, {"simulated": False}, {"simulated": True}),
        (rules.get(Counts.MHRA_REFERENCES, ""), known.counted_reference, {"reference": True}, {"reference": False}),
        (facts.unit.code, known.independent, {"independent": True}, {"independent": False}),
        (facts.unit.code, known.holds_piece, {"holds_piece": True}, {"holds_piece": False}),
    )
    for label, fact, good, bad in named:
        if fact == Tri.UNDETERMINED and label:
            yield from ((label, end._replace(**good), end._replace(**bad)) for end in ends)


def _decides(sums: Sums, elsewhere: frozenset[Sum], better: Sum, poorer: Sum) -> bool:
    """Whether, with something that can be elsewhere, the better end meets every rule and the poorer does not."""
    return better != poorer and any(sums.meets(rest + better) and not sums.meets(rest + poorer) for rest in elsewhere)


def _ends(case: Case, sums: Sums, members: Sequence[int]) -> Ends:
    best_end = sum(sums.standing(best(case.facts[place])) for place in members)
    every = {sums.category(one) for one in all_sums(_choices(case, sums, members))}
    return Ends(all=tuple(sorted(every)), best=sums.category(best_end))


def _choices(case: Case, sums: Sums, members: Sequence[int]) -> Iterator[set[Sum]]:
    """What each member can add to its category."""
    return ({sums.standing(end) for end in completions(case.facts[place])} for place in members)


def _reachable(sums: Sums, categories: Sequence[Ends], own_best: Sum) -> frozenset[Sum]:
    """Every tally that the categories can reach together and with which the rules can still be met."""
    reached = {0}
    for place, ends in enumerate(categories):
        rest = sum(one.best for one in categories[place + 1 :]) + own_best
        reached = {sums.capped(one) for one in {tally + end for tally in reached for end in ends.all}}
        reached = {tally for tally in reached if sums.meets(tally + rest)}
    return frozenset(reached)
