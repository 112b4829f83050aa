"""Judgements of items as arrays, and every two of them that are of one item and differ."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.random import Generator
from numpy.typing import NDArray

from mrse_assess.cohort.measures.assessments import several
from mrse_assess.terms import Verdict

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
_SAID = (Verdict.SATISFACTORY, Verdict.NOT_SATISFACTORY)


@dataclass(frozen=True, kw_only=True, eq=False)
class Judgements:
    """One entry for each judgement of an item that two or more judged, ordered by ``unit``.

    ``application`` and ``assessor`` are places among the names, which are in order; ``sub_category`` and ``item`` are
    numbers that tell them apart. ``satisfactory`` says which verdict; there are no others. ``of`` and ``of_judgements``
    are how many applications and judgements they were drawn from.
    """

    applications: tuple[str, ...]
    assessors: tuple[str, ...]
    unit: Ints
    application: Ints
    assessor: Ints
    sub_category: Ints
    item: Ints
    satisfactory: NDArray[np.bool_]
    of: int
    of_judgements: int


@dataclass(frozen=True, kw_only=True, eq=False)
class Differences:
    """Every two judgements of one item that differ: who found it wanting, and who satisfactory, in which application.

    All three are places among the names of the judgements.
    """

    application: Ints
    severe: Ints
    lenient: Ints

    def only(self, kept: NDArray[np.bool_]) -> "Differences":
        """Those between two assessors who are kept."""
        both = kept[self.severe] & kept[self.lenient]
        return Differences(application=self.application[both], severe=self.severe[both], lenient=self.lenient[both])


def judgements_of(apart: pd.DataFrame, most: int, random: Generator) -> Judgements:
    """The judgements of items among what was said apart; where there are more than ``most``, of drawn applications."""
    rows = several(apart[(apart["evidence_id"] != "") & apart["verdict"].isin(_SAID)])
    application, names = pd.factorize(rows["application"], sort=True)
    size = len(rows)
    if size > most:
        drawn = _drawn(np.bincount(application), most, random)
        rows = rows[drawn[application]]
        application, names = pd.factorize(rows["application"], sort=True)
        of = len(drawn)
    else:
        of = len(names)
    assessor, assessors = pd.factorize(rows["assessor"], sort=True)
    order = np.argsort(rows["unit"].to_numpy(), kind="stable")
    return Judgements(
        applications=tuple(names),
        assessors=tuple(assessors),
        unit=rows["unit"].to_numpy(dtype=np.int64)[order],
        application=application.astype(np.int64)[order],
        assessor=assessor.astype(np.int64)[order],
        sub_category=rows["sub_category"].cat.codes.to_numpy(dtype=np.int64)[order],
        item=pd.factorize(rows["evidence_id"])[0].astype(np.int64)[order],
        satisfactory=(rows["verdict"] == Verdict.SATISFACTORY).to_numpy(dtype=bool)[order],
        of=of,
        of_judgements=size,
    )


def differences(given: Judgements) -> Differences:
    """Every two of them that differ on one item."""
    found = [np.zeros((3, 0), dtype=np.int64)]
    apart = 1
    while len(first := np.flatnonzero(given.unit[apart:] == given.unit[:-apart])):
        other = first + apart
        differ = given.satisfactory[first] != given.satisfactory[other]
        first, other = first[differ], other[differ]
        is_lenient = given.satisfactory[first]
        severe, lenient = np.where(is_lenient, other, first), np.where(is_lenient, first, other)
        found.append(np.stack([given.application[first], given.assessor[severe], given.assessor[lenient]]))
        apart += 1
    application, severe, lenient = np.hstack(found)
    return Differences(application=application, severe=severe, lenient=lenient)


def _drawn(judgements: Ints, most: int, random: Generator) -> NDArray[np.bool_]:
    """Which applications are drawn: as many as have no more than ``most`` judgements together, one at least."""
    order = random.permutation(len(judgements))
    enough = max(1, int(np.searchsorted(np.cumsum(judgements[order]), most, side="right")))
    drawn = np.zeros(len(judgements), dtype=bool)
    drawn[order[:enough]] = True
    return drawn
