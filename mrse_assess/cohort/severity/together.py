"""How often two assessors say the same of things that have something in common: sums over pairs of judgements."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mrse_assess.cohort.severity.judgements import Floats, Ints, Judgements


class Common(StrEnum):
    """What two judgements by different assessors have in common, and nothing beyond it."""

    ITEM = "item"  # in one sub-category of one application
    BOTH = "both"  # application and sub-category
    APPLICATION = "application"
    SUB_CATEGORY = "sub_category"


@dataclass(frozen=True, kw_only=True, eq=False)
class Pairs:
    """Sums for each application, of which any sample of applications has a covariance for everything in common.

    ``within`` has the pairs, how often one of them is satisfactory (both halves), and both are: (applications, 3).
    ``judged`` and ``satisfactory`` count by sub-category and assessor: (applications, sub-categories, assessors), and
    ``inside`` is as ``within``, of pairs in one sub-category of one application.
    """

    within: Mapping[Common, Floats]
    inside: Floats
    judged: Floats
    satisfactory: Floats

    @property
    def applications(self) -> int:
        """How many there are."""
        return len(self.inside)

    def rate(self, weights: Floats) -> float:
        """The share of judgements that are satisfactory, with a weight for each application."""
        judged, satisfactory = (np.einsum("a,asj->", weights, one) for one in (self.judged, self.satisfactory))
        return float(satisfactory / judged)

    def covariance(self, common: Common, weights: Floats) -> float:
        """How far two judgements that have this in common go together; nan without such pairs."""
        if common is Common.SUB_CATEGORY:
            judged, satisfactory = (np.tensordot(weights, one, 1) for one in (self.judged, self.satisfactory))
            sums = _of_pairs(judged, satisfactory).sum(axis=0) - weights @ self.inside
        else:
            sums = weights @ self.within[common]
        pairs, ones, both = (float(one) for one in sums)
        return both / pairs - (ones / pairs) ** 2 if pairs > 0 else np.nan


def pairs_of(given: Judgements) -> Pairs:
    """The sums of these judgements."""
    sub_categories = int(given.sub_category.max(initial=-1)) + 1
    in_sub_category = given.application * sub_categories + given.sub_category
    by_item = np.unique(given.application * (int(given.item.max(initial=-1)) + 1) + given.item, return_inverse=True)[1]
    item, both, alone, application = (
        _by_application(given, one) for one in (given.unit, in_sub_category, by_item, given.application)
    )
    shape = (len(given.applications), sub_categories, len(given.assessors))
    place = in_sub_category * len(given.assessors) + given.assessor
    return Pairs(
        within={
            Common.ITEM: item,
            Common.BOTH: both - item,
            Common.APPLICATION: application - both - alone + item,
        },
        inside=both,
        judged=np.bincount(place, minlength=np.prod(shape)).reshape(shape).astype(np.float64),
        satisfactory=_total(place, given.satisfactory, int(np.prod(shape))).reshape(shape),
    )


def _by_application(given: Judgements, group: Ints) -> Floats:
    """The sums over pairs of judgements of one group by different assessors, for each application."""
    size = len(given.assessors)
    keys, place = np.unique(group * size + given.assessor, return_inverse=True)
    judged = np.bincount(place).astype(np.float64)
    satisfactory = _total(place, given.satisfactory)
    _, first, of_group = np.unique(keys // size, return_index=True, return_inverse=True)
    sums = _products(_total(of_group, judged), _total(of_group, satisfactory))
    np.subtract.at(sums, of_group, _products(judged, satisfactory))
    application = np.zeros(len(keys), dtype=np.int64)
    application[place] = given.application
    found = np.zeros((len(given.applications), sums.shape[1]))
    np.add.at(found, application[first], sums)
    return found


def _total(group: Ints, values: NDArray[Any], size: int = 0) -> Floats:
    """The values added up by group."""
    return np.bincount(group, weights=values.astype(np.float64), minlength=size).astype(np.float64)


def _products(judged: Floats, satisfactory: Floats) -> Floats:
    return np.stack([judged * judged, judged * satisfactory, satisfactory * satisfactory], axis=-1)


def _of_pairs(judged: Floats, satisfactory: Floats) -> Floats:
    """The sums over ordered pairs of different assessors, for counts by sub-category and assessor."""
    found: Floats = _products(judged.sum(axis=-1), satisfactory.sum(axis=-1)) - _products(judged, satisfactory).sum(
        axis=-2
    )
    return found
