"""Which checks of screening foretell that an item is found wanting: a measure of the checks, never of a person."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd
from numpy.random import Generator

from mrse_assess.cohort.measures.naming import rows_of
from mrse_assess.cohort.measures.rules import left_out
from mrse_assess.cohort.measures.screening_cells import LOOKS, Tallied, cells_of
from mrse_assess.cohort.measures.study import Study
from mrse_assess.cohort.measures.tabling import table
from mrse_assess.cohort.measures.tallying import Ints
from mrse_assess.cohort.measures.wording import wording
from mrse_assess.cohort.tables import CohortTable, Shape, Unit
from mrse_assess.terms import Look, Verdict

ANY = "any_check"
"""The row of items as all checks together see them: a concern where one has one, clear where all are."""

_COLUMNS = (*(f"wanting_where_{look}" for look in LOOKS), "wanting_difference", "wanting_pointed_to", "put_aside")
_VERDICTS = (Verdict.SATISFACTORY, Verdict.NOT_SATISFACTORY)


def screening_against_judgement(study: Study, random: Generator) -> CohortTable:
    """Of each check: how many items were found not satisfactory where it had a concern, and where it had none.

    Items of applications that were decided and whose screening is kept, each once for a sub-category, with a verdict
    that all came to. Intervals are found by drawing whole applications: items of one portfolio are alike.
    """
    said, told = wording(), study.decided
    names = {check: _begun(name) for one in study.schemes.values() for check, name in one.check_names.items()}
    found = _tallied(told.frames.screened, list(names))
    names[ANY] = said.labels[ANY]
    screened = _screened(told)
    return table(
        "screening_against_judgement",
        screened,
        unit=Unit.ITEM,
        shape=Shape.NONE,
        columns=said.columns(*_COLUMNS),
        rows=rows_of(list(names), names, cells_of(found, said, random)),
        notes=[*left_out(study, said), said.say("screenings_kept", number=screened.size, of=told.size)],
    )


def _screened(told: Study) -> Study:
    """The same with only those applications of which something was screened."""
    applications = told.frames.applications
    known = applications["application"].isin(told.frames.screened["application"].unique())
    return replace(told, frames=replace(told.frames, applications=applications[known]))


def _tallied(screened: pd.DataFrame, checks: Sequence[str]) -> Tallied:
    """What each application has of each check, and at the end of all checks together."""
    known = screened["verdict"].isin(_VERDICTS) & screened["check"].isin(checks)
    rows = screened[known.to_numpy(dtype=bool)]
    applications, names = pd.factorize(rows["application"], sort=True)
    look = _places(rows["said"], LOOKS)
    wanting = (rows["verdict"] == Verdict.NOT_SATISFACTORY).to_numpy(dtype=np.int64)
    aside = rows["put_aside"].astype("Int8").fillna(-1).to_numpy(dtype=np.int64)
    check = _places(rows["check"], checks)
    of_unit, first = _together(rows, applications, look, aside)
    every = np.full(len(first), len(checks), dtype=np.int64)
    return Tallied.of(
        list(names),
        len(checks) + 1,
        np.concatenate([applications, applications[first]]),
        np.concatenate([check, every]),
        np.concatenate([look, of_unit[0]]),
        np.concatenate([wanting, wanting[first]]),
        np.concatenate([aside, of_unit[1]]),
    )


def _together(rows: pd.DataFrame, applications: Ints, look: Ints, aside: Ints) -> tuple[tuple[Ints, Ints], Ints]:
    """What all checks together see of each item, whether one of their concerns was put aside, and its first row."""
    codes, evidence = rows["sub_category"].cat.codes.to_numpy(dtype=np.int64), pd.factorize(rows["evidence_id"])[0]
    width, deep = max(1, len(rows["sub_category"].cat.categories)), int(evidence.max(initial=0)) + 1
    _, first, unit = np.unique((applications * width + codes) * deep + evidence, return_index=True, return_inverse=True)
    concern, unseen = LOOKS.index(Look.CONCERN), LOOKS.index(Look.NOT_CHECKABLE)
    has_concern, is_unseen, was_put_aside, is_private = (
        np.bincount(unit, weights=held, minlength=len(first)) > 0
        for held in (look == concern, look == unseen, aside == 1, (look == concern) & (aside < 0))
    )
    looks = np.where(has_concern, concern, np.where(is_unseen, unseen, LOOKS.index(Look.CLEAR)))
    asides = np.where(has_concern & ~is_private, was_put_aside.astype(np.int64), -1)
    return (looks, asides), first


def _places(values: pd.Series, keys: Sequence[str]) -> Ints:
    """The place of each word among the keys, without looking at more than the words there are."""
    found = pd.Index(list(keys), dtype="str").get_indexer(values.cat.categories)
    return found[values.cat.codes.to_numpy()].astype(np.int64)


def _begun(name: str) -> str:
    return f"{name[0].upper()}{name[1:]}"
