"""Cells of tables: a count with what it is a share of, its interval, and an honest word where there is too little."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike, NDArray
from statsmodels.stats.proportion import proportion_confint

from mrse_assess.cohort.measures.tallying import Ints
from mrse_assess.cohort.measures.wording import Wording
from mrse_assess.cohort.tables import Cell, Interval

Floats = NDArray[np.float64]
Behind = Sequence[Sequence[tuple[str, ...]]]


def share_cells(
    counts: Ints,
    of: ArrayLike,
    applications: Behind,
    wording: Wording,
    *,
    behind: ArrayLike | None = None,
    most: Ints | None = None,
) -> tuple[tuple[Cell, ...], ...]:
    """Cells of shares, line by line.

    Args:
        counts: of shape (rows, columns).
        of: what each is a share of; spread over rows and columns where it is smaller.
        applications: those of each cell.
        wording: with the limits below which no share is stated.
        behind: how many applications the denominators rest on, where things are counted of which one application may
            have several. Such shares have no Wilson interval: it would take every thing for an application.
        most: of the things counted, how many the application has that has most.
    """
    whole = np.broadcast_to(np.asarray(of, dtype=np.int64), counts.shape)
    resting = whole if behind is None else np.broadcast_to(np.asarray(behind, dtype=np.int64), counts.shape)
    low, high = _wilson(counts, whole, wording.level)

    def cell(at: tuple[int, int]) -> Cell:
        bounds = (float(low[at]), float(high[at])) if behind is None else None
        made = _cell(int(counts[at]), int(whole[at]), int(resting[at]), applications[at[0]][at[1]], wording, bounds)
        return made if most is None else replace(made, largest=int(most[at]))

    return tuple(tuple(cell((row, column)) for column in range(counts.shape[1])) for row in range(counts.shape[0]))


def count_cell(count: int, applications: Sequence[str] = ()) -> Cell:
    """A number by itself, of which no share is told."""
    return Cell(count=count, applications=tuple(applications))


def number_cell(
    value: float | None, applications: Sequence[str], wording: Wording, *, interval: Interval | None = None
) -> Cell:
    """A number in the table's unit that rests on some applications; withheld with a word where they are too few."""
    if value is None or not applications:
        return Cell(why=wording.say("nobody"))
    if len(applications) < wording.enough:
        return Cell(of=len(applications), why=_too_few(wording), applications=tuple(applications))
    return Cell(of=len(applications), value=value, interval=interval, applications=tuple(applications))


def _cell(
    count: int,
    of: int,
    behind: int,
    applications: tuple[str, ...],
    wording: Wording,
    bounds: tuple[float, float] | None,
) -> Cell:
    if not of:
        return Cell(count=count, of=of, why=wording.say("nobody"), applications=applications)
    if behind < wording.enough:
        return Cell(count=count, of=of, why=_too_few(wording), applications=applications)
    interval = bounds and Interval(low=bounds[0], high=bounds[1], level=wording.level, how=wording.say("wilson"))
    return Cell(count=count, of=of, value=count / of, interval=interval, applications=applications)


def _too_few(wording: Wording) -> str:
    return wording.say("too_few", needed=wording.enough)


def _wilson(counts: Ints, of: Ints, level: float) -> tuple[Floats, Floats]:
    """The bounds of each share, none and all exactly where they are; of nothing they are never read."""
    low, high = proportion_confint(np.minimum(counts, of), np.maximum(of, 1), alpha=1 - level, method="wilson")
    return np.where(counts == 0, 0.0, low), np.where(counts == of, 1.0, high)
