"""Ratings as arrays: which assessor gave which unit which category, units of one application side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from mrse_assess.agreement.ratings import Rating
from mrse_assess.errors import BadRequestError

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, kw_only=True, eq=False)
class Layout:
    """Who rated what. ``unit`` and ``rater`` have one entry for each rating: its place among units and raters.

    ``application_of`` has one entry for each unit, ascending, so that the order of the ratings given does not matter.
    """

    applications: int
    raters: tuple[str, ...]
    application_of: Ints
    unit: Ints
    rater: Ints

    @cached_property
    def ratings_of_unit(self) -> Ints:
        """How many assessors rated each unit."""
        return np.bincount(self.unit, minlength=len(self.application_of))

    @cached_property
    def paired(self) -> NDArray[np.bool_]:
        """Which units at least two assessors rated."""
        return self.ratings_of_unit >= 2  # noqa: PLR2004 - a pair

    @cached_property
    def raters_of_pairs(self) -> Ints:
        """The places of the raters of such units."""
        return np.unique(self.rater[self.paired[self.unit]])


@dataclass(frozen=True, kw_only=True, eq=False)
class Table:
    """A layout with the category of each rating, ``code``, as its place among ``categories``."""

    layout: Layout
    categories: int
    code: Ints

    @cached_property
    def counts(self) -> Floats:
        """How often each unit was given each category: (units, categories)."""
        units = len(self.layout.application_of)
        cells = np.bincount(self.layout.unit * self.categories + self.code, minlength=units * self.categories)
        return cells.reshape(units, self.categories).astype(np.float64)

    @cached_property
    def used(self) -> int:
        """How many categories occur in units that two assessors rated."""
        return int(np.count_nonzero(self.counts[self.layout.paired].sum(axis=0)))


def layout_of(ratings: Sequence[Rating]) -> Layout:
    """The layout of these ratings, of which an assessor must have at most one of a unit."""
    keys = [rating.unit for rating in ratings]
    units = {unit: place for place, unit in enumerate(sorted(set(keys)))}
    raters = {rater: place for place, rater in enumerate(sorted({rating.assessor for rating in ratings}))}
    applications = {name: place for place, name in enumerate(dict.fromkeys(unit[0] for unit in units))}
    unit = np.array([units[key] for key in keys], dtype=np.int64)
    rater = np.array([raters[rating.assessor] for rating in ratings], dtype=np.int64)
    return Layout(
        applications=len(applications),
        raters=tuple(raters),
        application_of=np.array([applications[unit[0]] for unit in units], dtype=np.int64),
        unit=unit,
        rater=rater,
    )


def tabulate(ratings: Sequence[Rating], scale: Sequence[str]) -> Table:
    """The table of these ratings' categories, all of which must be on the scale.

    Raises:
        BadRequestError: a category is not on the scale.
    """
    places = {category: place for place, category in enumerate(scale)}
    for rating in ratings:
        if rating.category not in places:
            raise BadRequestError(f"A rating says {rating.category}; this scale has {', '.join(scale)}.")
    code = np.array([places[rating.category] for rating in ratings], dtype=np.int64)
    return Table(layout=layout_of(ratings), categories=len(scale), code=code)


def refuse_doubles(ratings: Sequence[Rating]) -> None:
    """Refuse ratings of which two are one assessor's of one unit.

    Raises:
        BadRequestError: there are such two.
    """
    if len({(rating.unit, rating.assessor) for rating in ratings}) < len(ratings):
        raise BadRequestError("An assessor has two ratings of the same unit; give what stood at the first seal only.")
