"""Counting in one pass: how often each row meets each column, and which applications stand behind it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Ints = NDArray[np.int64]


@dataclass(frozen=True, kw_only=True, eq=False)
class Tally:
    """Counts of shape (rows, columns): ``counts`` of what was counted, ``distinct`` of different applications.

    ``most`` is how much of a count the application has that has most of it. ``behind`` gives the applications of each
    cell, line by line, in the order of their references.
    """

    counts: Ints
    distinct: Ints
    most: Ints
    behind: tuple[tuple[tuple[str, ...], ...], ...]


@dataclass(frozen=True, kw_only=True, eq=False)
class Counted:
    """What is counted: one entry for each thing, with the application that has it.

    ``codes`` are the places of the applications among ``names``, which are in order.
    """

    codes: Ints
    names: Sequence[str]

    @classmethod
    def of(cls, applications: pd.Series) -> "Counted":
        """The things in the order of a column of application references."""
        codes, names = pd.factorize(applications, sort=True)
        return cls(codes=codes.astype(np.int64), names=list(names))

    def tally(self, rows: Ints, columns: Ints, shape: tuple[int, int]) -> Tally:
        """Count things by the places of their row and column; a place of -1 is counted nowhere."""
        known = (rows >= 0) & (columns >= 0)
        cells = rows[known].astype(np.int64) * shape[1] + columns[known]
        size = shape[0] * shape[1]
        pairs, each = np.unique(cells * max(1, len(self.names)) + self.codes[known], return_counts=True)
        of_cell, application = np.divmod(pairs, max(1, len(self.names)))
        distinct, most = np.bincount(of_cell, minlength=size), np.zeros(size, dtype=np.int64)
        np.maximum.at(most, of_cell, each)
        return Tally(
            counts=np.bincount(cells, minlength=size).reshape(shape),
            distinct=distinct.reshape(shape),
            most=most.reshape(shape),
            behind=self._named(application, distinct, shape),
        )

    def _named(
        self, application: Ints, distinct: Ints, shape: tuple[int, int]
    ) -> tuple[tuple[tuple[str, ...], ...], ...]:
        names = self._array[application].tolist()
        ends = [0, *np.cumsum(distinct).tolist()]
        cells = [tuple(names[start:end]) for start, end in pairwise(ends)]
        return tuple(tuple(cells[row * shape[1] : (row + 1) * shape[1]]) for row in range(shape[0]))

    @cached_property
    def _array(self) -> NDArray[np.object_]:
        return np.array(self.names, dtype=object)


def places(values: pd.Series, keys: Sequence[str]) -> Ints:
    """The place of each value among the keys, -1 where it is none of them or missing."""
    return pd.Index(list(keys), dtype="str").get_indexer(values.astype("str")).astype(np.int64)


def counted(frame: pd.DataFrame, rows: tuple[str, Sequence[str]], columns: tuple[str, Sequence[str]]) -> Tally:
    """The rows of a frame by the values of two of its columns, every key there whether it occurs or not."""
    shape = (len(rows[1]), len(columns[1]))
    return Counted.of(frame["application"]).tally(
        places(frame[rows[0]], rows[1]), places(frame[columns[0]], columns[1]), shape
    )


def flagged(frame: pd.DataFrame, rows: tuple[str, Sequence[str]], flags: Sequence[pd.Series]) -> Tally:
    """The rows of a frame by the values of one column, in each column those for which a flag holds.

    Flags may hold together; a missing one does not hold.
    """
    codes = places(frame[rows[0]], rows[1])
    held = [flag.fillna(value=False).to_numpy(dtype=bool) for flag in flags]
    each = Counted.of(frame["application"])
    where = np.concatenate([np.flatnonzero(one) for one in held]) if held else np.array([], dtype=np.int64)
    column = np.repeat(np.arange(len(held)), [int(one.sum()) for one in held])
    chosen = Counted(codes=each.codes[where], names=each.names)
    return chosen.tally(codes[where], column, (len(rows[1]), len(held)))
