"""Counts that hang together, as arrays: what is known of each, and the relations between them as sparse matrices."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array, vstack
from scipy.sparse.csgraph import connected_components

from mrse_assess.cohort.disclosure.counts import Overlap, Relation, Sum
from mrse_assess.errors import BadRequestError

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]
Matrix = Any
"""A sparse matrix of scipy, which says nothing of its types."""

Entry = tuple[tuple[int, float], ...]

_PAIR: Final = 2

HUB: Final = 40
"""Relations that a count may stand in and still lead on: the total of all would lead everywhere."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Linked:
    """Counts with all that a reader knows of them; each array has one entry for each count.

    ``known_low`` and ``known_high`` bound what is public anyhow; ``shown_low`` and ``shown_high`` what the count could
    be if it is published. ``shown``: a table would show it. ``may_go``: it may be withheld to protect another.
    ``needed`` is the width that a count must keep, 0 for one that may be known; ``width`` the same for one that is
    withheld to protect another; ``loss`` what withholding it costs.
    ``equal @ counts`` is nought and ``below @ counts`` at most nought.
    """

    place: Ints
    values: Ints
    known_low: Floats
    known_high: Floats
    shown_low: Floats
    shown_high: Floats
    shown: Mask
    may_go: Mask
    needed: Ints
    width: int
    loss: Floats
    equal: Matrix
    below: Matrix

    def bounds(self, withheld: Mask) -> tuple[Floats, Floats]:
        """The least and greatest that each count can be for a reader who knows no sums."""
        published = self.shown & ~withheld
        low = np.where(published, np.maximum(self.known_low, self.shown_low), self.known_low)
        high = np.where(published, np.minimum(self.known_high, self.shown_high), self.known_high)
        return low, high

    def needed_if(self, withheld: Mask) -> Ints:
        """The width that each count must keep: none that is public more closely from before, and yet may go now."""
        open_ = withheld & self.may_go & (self.known_high - self.known_low >= self.width)
        return np.where(open_, np.maximum(self.needed, self.width), self.needed)

    @cached_property
    def by_column(self) -> tuple[Matrix, Matrix]:
        """The relations again, stored so that some of the counts are quickly picked."""
        return self.equal.tocsc(), self.below.tocsc()

    @cached_property
    def _touching(self) -> Matrix:
        """Which relation each count stands in."""
        return csr_array(vstack([abs(self.equal), abs(self.below)]))

    def near(self, place: int, steps: int) -> Mask:
        """The counts that so many relations in a row lead to from one."""
        touching = self._touching
        leads_on = touching.sum(axis=0) <= HUB
        found = np.zeros(len(self.values), dtype=np.bool_)
        found[place] = True
        for step in range(steps):
            start = found & leads_on if step else found
            found |= touching.T @ (touching @ start.astype(np.float64)) > 0
        return found

    def holds(self, counts: Ints) -> bool:
        """Whether these numbers agree with every relation."""
        return not (self.equal @ counts).any() and not (self.below @ counts > 0).any()

    def part(self, members: Ints) -> "Linked":
        """The same for some of the counts, which no relation links to the others."""
        names = ("place", "values", "known_low", "known_high", "shown_low", "shown_high", "shown", "may_go", "needed")
        own = {name: getattr(self, name)[members] for name in (*names, "loss")}
        return replace(self, **own, equal=_rows_of(self.equal, members), below=_rows_of(self.below, members))

    def parts(self) -> Iterator["Linked"]:
        """The counts in groups that no relation links, in the order of their first members."""
        touched = abs(self.equal).T @ abs(self.equal) + abs(self.below).T @ abs(self.below)
        number, labels = connected_components(touched, directed=False)
        order = np.argsort(labels, kind="stable")
        ends = np.searchsorted(labels[order], np.arange(number), side="right")
        for members in np.split(order, ends[:-1]):
            yield self.part(members)


def _rows_of(matrix: Matrix, members: Ints) -> Matrix:
    own = csr_array(matrix.tocsc()[:, members])
    return own[np.diff(own.indptr) > 0]


def matrices(ids: Sequence[str], relations: Sequence[Relation]) -> tuple[Matrix, Matrix]:
    """The relations over the ids: rows that are nought, and rows that are at most nought.

    Raises:
        BadRequestError: a relation names a count that is not there.
    """
    place = {count_id: number for number, count_id in enumerate(ids)}
    equal: list[Entry] = []
    below: list[Entry] = []
    for relation in relations:
        try:
            _add(relation, place, equal, below)
        except KeyError as error:
            raise BadRequestError(f"A relation names {error}, and there is no such count.") from error
    said = {(part, row[0][0]) for row in equal for part, _ in row[1:]}
    more = [row for row in dict.fromkeys(below) if len(row) != _PAIR or (row[0][0], row[1][0]) not in said]
    return _matrix(list(dict.fromkeys(equal)), len(ids)), _matrix(more, len(ids))


def _add(relation: Relation, place: dict[str, int], equal: list[Entry], below: list[Entry]) -> None:
    total = place[relation.total]
    if isinstance(relation, Sum):
        equal.append(((total, 1.0), *((place[part], -1.0) for part in relation.parts)))
        return
    parts = [place[part] for part in (relation.parts if isinstance(relation, Overlap) else (relation.part,))]
    below.extend(((part, 1.0), (total, -1.0)) for part in parts)
    if isinstance(relation, Overlap):
        below.append(((total, 1.0), *((part, -1.0) for part in parts)))


def _matrix(entries: list[Entry], columns: int) -> Matrix:
    rows = [row for row, entry in enumerate(entries) for _ in entry]
    places = [column for entry in entries for column, _ in entry]
    factors = [factor for entry in entries for _, factor in entry]
    return csr_array(coo_array((factors, (rows, places)), shape=(len(entries), columns)))
