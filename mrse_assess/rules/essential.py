"""The pending units on which an undetermined outcome depends.

The outcome depends on a unit when some completion of everything else leaves it to that unit. Once all such units are
settled, in whatever way, the outcome is settled; leave one of them open and it may not be. So they are the one least
set.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from mrse_assess.rules.case import Case
from mrse_assess.rules.rulebook import Counts
from mrse_assess.rules.standing import OpenFacts, Standing, best, completions
from mrse_assess.rules.tally import Tally, added, of_category
from mrse_assess.rules.units import UnitFacts
from mrse_assess.terms import Tri

Flip = tuple[str, Tally, Tally]


class Ends(NamedTuple):
    """Every tally with which a major category can end, and the best of them."""

    all: frozenset[Tally]
    best: Tally


def essential(case: Case) -> tuple[str, ...]:
    """The members of that set. Every required part that nobody has confirmed is one: absent, it would decide."""
    categories = case.categories()
    ends = [_ends(case, members) for members in categories]
    labels: list[str] = []
    elsewhere: dict[tuple[Ends, tuple[Ends, ...]], frozenset[Tally]] = {}  # categories alike have the same one
    for place, members in enumerate(categories):
        flips = [flip for member in members for flip in _flips(case, members, member)]
        if flips:
            others = tuple(sorted(ends[:place] + ends[place + 1 :], key=lambda one: sorted(one.all)))
            key = (ends[place], others)
            if key not in elsewhere:
                elsewhere[key] = _reachable(case, others, ends[place].best)
            labels += _decided_by(case, flips, elsewhere[key])
    parts = [f"part:{part}" for part in case.required if case.parts[part] is None]
    return (*dict.fromkeys(labels), *parts)


def _decided_by(case: Case, flips: Sequence[Flip], elsewhere: frozenset[Tally]) -> tuple[str, ...]:
    """The labels of the flips that decide the outcome, given some completion elsewhere."""
    labels: dict[str, None] = {}
    for label, better, poorer in flips:
        if label not in labels and _decides(case, elsewhere, better, poorer):
            labels[label] = None
    return tuple(labels)


def _flips(case: Case, members: tuple[int, ...], member: int) -> list[Flip]:
    """Each way in which something open in a member changes the tally of its category, whatever its siblings are."""
    siblings = [completions(case.facts[place]) for place in members if place != member]
    by_piece = case.book.readings.by_piece
    flips: dict[Flip, None] = {}
    for label, better, poorer in _differences(case, case.units[member], case.facts[member]):
        for others in product(*siblings):
            tallies = [of_category([*others, one], by_piece=by_piece) for one in (better, poorer)]
            flips[label, tallies[0], tallies[1]] = None
    return list(flips)


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


def _decides(case: Case, elsewhere: Iterable[Tally], better: Tally, poorer: Tally) -> bool:
    """Whether, with something that can be elsewhere, the better end meets every rule and the poorer does not."""
    meets = case.book.meets
    return any(meets(rest.plus(better)) and not meets(rest.plus(poorer)) for rest in elsewhere)


def _ends(case: Case, members: tuple[int, ...]) -> Ends:
    choices = product(*(completions(case.facts[place]) for place in members))
    by_piece = case.book.readings.by_piece
    return Ends(
        all=frozenset(of_category(chosen, by_piece=by_piece) for chosen in choices),
        best=of_category([best(case.facts[place]) for place in members], by_piece=by_piece),
    )


def _reachable(case: Case, categories: Sequence[Ends], own_best: Tally) -> frozenset[Tally]:
    """Every tally that the categories can reach together and with which the rules can still be met."""
    reached = {Tally()}
    for place, ends in enumerate(categories):
        rest = added(one.best for one in categories[place + 1 :]).plus(own_best)
        sums = {case.book.capped(tally.plus(end)) for tally in reached for end in ends.all}
        reached = {tally for tally in sums if case.book.meets(tally.plus(rest))}
    return frozenset(reached)
