"""Counts as the arrays that suppression works on, with what a reader knows of each."""

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

from mrse_assess.cohort.disclosure.counts import Count, Statistics, Table
from mrse_assess.cohort.disclosure.earlier import Earlier
from mrse_assess.cohort.disclosure.linked import Floats, Ints, Linked, Mask, matrices
from mrse_assess.cohort.disclosure.policy import Policy
from mrse_assess.cohort.disclosure.sensitive import why_sensitive, width_needed


def arranged(statistics: Statistics, policy: Policy, earlier: Earlier, shown: frozenset[str]) -> tuple[Linked, Mask]:
    """The counts with their relations, and which of the shown are withheld for their own sake.

    ``needed`` is 0 for those of them that are public already.
    """
    counts = statistics.counts
    ids = [count.id for count in counts]
    is_shown = _mask(count.id in shown for count in counts)
    known = np.array([_known(count, earlier) for count in counts], dtype=np.float64).reshape(-1, 2)
    behind = np.array([policy.behind(count.value) for count in counts], dtype=np.float64).reshape(-1, 2)
    needed = np.array([_needed(count, policy, earlier) for count in counts], dtype=np.int64)
    known_low, known_high = known.T
    equal, below = matrices(ids, statistics.relations)
    values = np.array([count.value for count in counts], dtype=np.int64)
    linked = Linked(
        place=np.arange(len(ids)),
        values=values,
        known_low=known_low,
        known_high=known_high,
        shown_low=behind[:, 0],
        shown_high=behind[:, 1],
        shown=is_shown,
        may_go=is_shown & ((known_low < behind[:, 0]) | (known_high > behind[:, 1])),
        needed=np.where(known_high - known_low >= needed, needed, 0),
        width=policy.width,
        loss=_loss(values, ids, statistics.tables),
        equal=equal,
        below=below,
    )
    return linked, is_shown & (needed > 0)


def _mask(values: Iterable[bool]) -> Mask:
    return np.fromiter(values, dtype=np.bool_)


def _known(count: Count, earlier: Earlier) -> tuple[float, float]:
    """What is public of a count, whatever is published now."""
    if count.structural:
        return 0.0, 0.0
    return earlier.bounds(count.id, count.value) or (0.0, np.inf)


def _needed(count: Count, policy: Policy, earlier: Earlier) -> int:
    if why_sensitive(count, policy) is not None:
        return width_needed(count, policy)
    return policy.width if count.id in earlier.withheld else 0


def _loss(values: Ints, ids: Sequence[str], tables: Iterable[Table]) -> Floats:
    """What a reader loses with a count: more with a large one, and with one that many tables show, as totals are."""
    times = Counter(name for table in tables for name in {name for row in table.rows for name in row.cells})
    shown = np.array([max(1, times[name]) for name in ids], dtype=np.float64)
    return np.asarray((1 + values) * shown, dtype=np.float64)
