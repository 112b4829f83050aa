"""The cells of one check of screening, from what each application adds to them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.random import Generator

from mrse_assess.agreement import Interval as Found
from mrse_assess.agreement import load_limits
from mrse_assess.agreement.resampling import NoInterval
from mrse_assess.agreement.sums import Sums, ratio
from mrse_assess.cohort.measures.cells import Floats
from mrse_assess.cohort.measures.drawing_again import intervals_of, together
from mrse_assess.cohort.measures.tallying import Ints
from mrse_assess.cohort.measures.wording import Wording
from mrse_assess.cohort.tables import Cell, Interval
from mrse_assess.terms import Look

LOOKS: Final = (Look.CONCERN, Look.CLEAR, Look.NOT_CHECKABLE)
POINTS: Final = 100
"""Percentage points to a share: a difference of shares is no share."""
_CONCERN, _CLEAR, _ = range(len(LOOKS))
_SEED = 2**32


@dataclass(frozen=True, kw_only=True, eq=False)
class Tallied:
    """Items of each application in the order of their ``names``.

    ``items`` has the shape (applications, checks, looks, 2), the last for satisfactory and not; ``aside`` the shape
    (applications, checks, 2): concerns of which it is known whether an assessor put them aside, and those put aside.
    """

    names: Sequence[str]
    items: Ints
    aside: Ints

    @classmethod
    def of(
        cls, names: Sequence[str], checks: int, application: Ints, check: Ints, look: Ints, wanting: Ints, aside: Ints
    ) -> "Tallied":
        """Count one entry for each item and check; ``aside`` is 1 or 0, and -1 where nobody may know or could."""
        shape = (len(names), checks, len(LOOKS), 2)
        cells = np.ravel_multi_index((application, check, look, wanting), shape)
        known = aside >= 0
        of_aside = np.ravel_multi_index((application[known], check[known], aside[known]), (*shape[:2], 2))
        counted = np.bincount(of_aside, minlength=len(names) * checks * 2).reshape(*shape[:2], 2)
        return cls(
            names=names,
            items=np.bincount(cells, minlength=int(np.prod(shape))).reshape(shape),
            aside=np.stack([counted.sum(axis=2), counted[..., 1]], axis=2),
        )


@dataclass(frozen=True, kw_only=True, eq=False)
class _Asked:
    """A share or a difference of shares: ``above`` and ``below`` of each application, one column or two."""

    above: Ints
    below: Ints

    @property
    def is_difference(self) -> bool:
        return self.above.shape[1] > 1

    @property
    def resting(self) -> int:
        """How many applications stand behind it, behind the weaker side of a difference."""
        return int((self.below > 0).sum(axis=0).min())

    def sums(self) -> Sums:
        """As resampling takes it."""
        parts = np.hstack([self.above, self.below]).astype(np.float64)
        return Sums(parts=parts, value=_difference if self.is_difference else _share)


def cells_of(found: Tallied, said: Wording, random: Generator) -> Iterator[tuple[Cell, ...]]:
    """The cells of each check: shares where it had a concern, none, or could not look; their difference; the others."""
    asked = [_asked(found, check) for check in range(found.items.shape[1])]
    limits, seed = load_limits(), [int(one) for one in random.integers(_SEED, size=2)]
    chosen = {
        (row, column): one
        for row, columns in enumerate(asked)
        for column, one in enumerate(columns)
        if one.resting >= max(said.enough, limits.interval_applications)
    }
    sums = [one.sums() for one in chosen.values()]
    drawn = intervals_of(sums, limits, seed, together(random)) if sums else ()
    known = dict(zip(chosen, drawn, strict=True))
    for row, columns in enumerate(asked):
        cells = [_cell(one, found.names, said, known.get((row, column))) for column, one in enumerate(columns)]
        is_private = found.items[:, row, _CONCERN].any() and not found.aside[:, row].any()
        yield (*cells[:-1], Cell(why=said.say("put_aside_private")) if is_private else cells[-1])


def _asked(found: Tallied, check: int) -> tuple[_Asked, ...]:
    items = found.items[:, check]
    wanting, whole = items[..., 1], items.sum(axis=2)
    one = [_Asked(above=wanting[:, [look]], below=whole[:, [look]]) for look in range(len(LOOKS))]
    both = [_CONCERN, _CLEAR]
    return (
        *one,
        _Asked(above=wanting[:, both], below=whole[:, both]),
        _Asked(above=wanting[:, [_CONCERN]], below=wanting.sum(axis=1, keepdims=True)),
        _Asked(above=found.aside[:, check, [1]], below=found.aside[:, check, [0]]),
    )


def _cell(asked: _Asked, names: Sequence[str], said: Wording, drawn: Found | NoInterval | None) -> Cell:
    if asked.is_difference:
        return _with_interval(_apart(asked, names, said), drawn, said, POINTS)
    count, of = int(asked.above.sum()), int(asked.below.sum())
    behind = _named(names, asked.above)
    if not of:
        return Cell(count=count, of=of, why=said.say("no_item"))
    if asked.resting < said.enough:
        return Cell(count=count, of=of, why=said.say("too_few", needed=said.enough), applications=behind)
    return _with_interval(Cell(count=count, of=of, value=count / of, applications=behind), drawn, said, 1)


def _apart(asked: _Asked, names: Sequence[str], said: Wording) -> Cell:
    """The difference, which rests on the applications of both sides."""
    behind = _named(names, asked.below)
    if not asked.below.sum(axis=0).all():
        return Cell(why=said.say("no_other_side"))
    if asked.resting < said.enough:
        return Cell(of=len(behind), why=said.say("too_few", needed=said.enough), applications=behind)
    value = float(_difference(np.concatenate([asked.above.sum(axis=0), asked.below.sum(axis=0)]).astype(np.float64)))
    return Cell(of=len(behind), value=POINTS * value, applications=behind)


def _with_interval(cell: Cell, drawn: Found | NoInterval | None, said: Wording, scale: int) -> Cell:
    """The cell with its interval, or with why there is none."""
    limits = load_limits()
    if cell.value is None:
        return cell
    if drawn is None:
        why = said.say("too_few_interval", needed=limits.interval_applications)
    elif isinstance(drawn, NoInterval):
        why = limits.say(drawn.why, drawn.found, drawn.needed)
    else:
        low, high = scale * drawn.low, scale * drawn.high
        return replace(cell, interval=Interval(low=low, high=high, level=drawn.confidence, how=said.say("bootstrap")))
    return replace(cell, why=why)


def _named(names: Sequence[str], numbers: Ints) -> tuple[str, ...]:
    return tuple(names[int(place)] for place in np.flatnonzero(numbers.any(axis=1)))


def _share(parts: Floats) -> Floats:
    return ratio(parts[..., 0], parts[..., 1])


def _difference(parts: Floats) -> Floats:
    return ratio(parts[..., 0], parts[..., 2]) - ratio(parts[..., 1], parts[..., 3])
