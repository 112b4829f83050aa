"""All sets of least size that lead from nothing to an accepted tally, without trying every set.

Sub-categories of one major category make up a layer; each layer offers ways, each with the changes it takes and what it
adds to the tally. Only tallies matter to the rules, so for each tally the cheapest ways to it are kept and no others.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice, product
from typing import NamedTuple

from mrse_assess.rules.tally import Tally

Labels = tuple[str, ...]


class Way(NamedTuple):
    """One way through a layer: the changes made, and what the layer then counts."""

    changes: Labels
    adds: Tally


class Reached(NamedTuple):
    """How a tally is reached at least cost: the number of changes, and every last step of that cost."""

    cost: int
    steps: tuple[tuple[Tally, Labels], ...]


Layer = Sequence[Way]
Front = dict[Tally, Reached]


def least_sets(
    layers: Sequence[Layer],
    accepted: Callable[[Tally], bool],
    *,
    capped: Callable[[Tally], Tally],
    hopeful: Callable[[int, Tally], bool] = lambda _layer, _tally: True,
    largest: int | None = None,
    listed: int,
) -> tuple[tuple[Labels, ...], bool]:
    """Every set of changes of least size whose tally is accepted, and whether that is all of them.

    ``hopeful`` says whether a tally before a layer can still lead anywhere. ``largest`` bounds the size of a set.
    At most ``listed`` sets are given. No set at all when nothing is accepted.
    """
    fronts: list[Front] = [{Tally(): Reached(0, ())}]
    for place, layer in enumerate(layers):
        front = _advanced(fronts[-1], layer, capped, largest)
        fronts.append({tally: reached for tally, reached in front.items() if hopeful(place + 1, tally)})
    ends = {tally: reached.cost for tally, reached in fronts[-1].items() if accepted(tally)}
    least = min(ends.values(), default=0)
    found = (labels for tally, cost in ends.items() if cost == least for labels in _walked(fronts, tally))
    sets = tuple(islice(found, listed + 1))
    return sets[:listed], len(sets) <= listed


def _advanced(front: Front, layer: Layer, capped: Callable[[Tally], Tally], largest: int | None) -> Front:
    """The tallies after a layer, each with its cheapest steps."""
    after: Front = {}
    for (tally, reached), way in product(front.items(), layer):
        cost = reached.cost + len(way.changes)
        if largest is not None and cost > largest:
            continue
        there = capped(tally.plus(way.adds))
        step = (tally, way.changes)
        known = after.get(there)
        if known is None or cost < known.cost:
            after[there] = Reached(cost, (step,))
        elif cost == known.cost:
            after[there] = Reached(cost, (*known.steps, step))
    return after


def _walked(fronts: Sequence[Front], end: Tally) -> Iterator[Labels]:
    """Every cheapest set of changes that leads to this tally."""
    if len(fronts) == 1:
        yield ()
        return
    for before, changes in fronts[-1][end].steps:
        for labels in _walked(fronts[:-1], before):
            yield labels + changes
