"""Reasons on which assessors of the same evidence part ways."""

import numpy as np
import pandas as pd

from mrse_assess.cohort.measures.assessments import several
from mrse_assess.cohort.measures.cells import share_cells
from mrse_assess.cohort.measures.naming import of_reasons, rows_of
from mrse_assess.cohort.measures.rules import left_out
from mrse_assess.cohort.measures.study import Study
from mrse_assess.cohort.measures.tabling import table
from mrse_assess.cohort.measures.tallying import Ints, counted, flagged
from mrse_assess.cohort.measures.wording import wording
from mrse_assess.cohort.tables import CohortTable, Shape, Unit
from mrse_assess.terms import Verdict


def reasons_that_split(study: Study) -> CohortTable:
    """Of items for which somebody gave a reason as the primary one: did the others give it, another, or none?

    Items that two or more judged; each item once for a reason, whoever gave it. ``another``: all found it not
    satisfactory and somebody for another reason. ``verdict``: somebody did not find it so.

    Raises:
        BadRequestError: the reader may not see what each assessor said.
    """
    said, told, names = wording(), study.decided, of_reasons(study)
    rows = told.judged.apart
    items = _items(several(rows[rows["evidence_id"] != ""]))
    flags = [items["verdicts_differ"], ~items["verdicts_differ"] & ~items["by_all"], items["by_all"]]
    found = flagged(items, ("reason", list(names)), flags)
    of = found.counts.sum(axis=1, keepdims=True)
    cells = share_cells(found.counts, of, found.behind, said, behind=_behind(items, list(names)))
    return table(
        "reasons_that_split",
        told,
        unit=Unit.ITEM,
        shape=Shape.BARS,
        columns=said.columns("verdict_differs", "another_reason", "same_reason"),
        rows=rows_of(list(names), names, cells),
        notes=left_out(study, said),
    )


def _items(rows: pd.DataFrame) -> pd.DataFrame:
    """Each item with each primary reason that somebody gave for it."""
    against = rows["verdict"] == Verdict.NOT_SATISFACTORY
    assessors = np.bincount(rows["unit"])
    finding_so = np.bincount(rows["unit"], weights=against, minlength=len(assessors))
    given = rows[against & rows["primary_reason"].notna()]
    found = given.groupby(["unit", "primary_reason"], observed=True).agg(
        times=("unit", "size"), application=("application", "first")
    )
    found = found.reset_index().rename(columns={"primary_reason": "reason"})
    of = assessors[found["unit"]]
    return found.assign(by_all=found["times"] == of, verdicts_differ=finding_so[found["unit"]] < of)


def _behind(items: pd.DataFrame, keys: list[str]) -> Ints:
    """How many applications have such an item, for each reason."""
    found: Ints = counted(items.assign(any="any"), ("reason", keys), ("any", ["any"])).distinct
    return found
