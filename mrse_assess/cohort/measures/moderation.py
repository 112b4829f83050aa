"""What the panel changed: verdicts on units, and what the rules say of an application."""

import numpy as np
import pandas as pd
from numpy.random import Generator

from mrse_assess.cohort.measures.assessments import several
from mrse_assess.cohort.measures.cells import share_cells
from mrse_assess.cohort.measures.deciding_again import Redecided
from mrse_assess.cohort.measures.naming import rows_of
from mrse_assess.cohort.measures.rules import left_out
from mrse_assess.cohort.measures.study import Study
from mrse_assess.cohort.measures.tabling import table
from mrse_assess.cohort.measures.tallying import Counted, flagged, places
from mrse_assess.cohort.measures.wording import wording
from mrse_assess.cohort.tables import CohortTable, Shape, Unit
from mrse_assess.terms import RuleStatus

_LEVELS = ("conclusions", "items")
_STATUS = (RuleStatus.MET, RuleStatus.NOT_MET, RuleStatus.UNDETERMINED)


def effect_of_moderation(study: Study) -> CohortTable:
    """Of the units on which the panel spoke: where assessors had differed, and where it said otherwise than they.

    Conclusions on sub-categories and items each by themselves: a conclusion is not one more item.

    Raises:
        BadRequestError: the reader may not see what each assessor said.
    """
    said, told = wording(), study.decided
    both = told.judged.panel.merge(_before(told.judged.apart), on="unit", how="inner", validate="one_to_one")
    both = both.assign(level=_level(both))
    agreed = both["verdicts"] == 1
    same = both["verdict"] == both["agreed"]
    found = flagged(both, ("level", _LEVELS), [~agreed, agreed & ~same, agreed & same])
    of = found.counts.sum(axis=1, keepdims=True)
    behind = [[one] for one in _applications(both)]
    return table(
        "effect_of_moderation",
        told,
        unit=Unit.SUB_CATEGORY,
        shape=Shape.BARS,
        columns=said.columns("had_differed", "overturned", "confirmed"),
        rows=rows_of(_LEVELS, said.labels, share_cells(found.counts, of, found.behind, said, behind=behind)),
        notes=left_out(study, said),
    )


def before_and_after(study: Study, random: Generator) -> CohortTable:
    """What the rules would have said of what the assessors agreed on, and what they say of what the panel settled.

    Raises:
        BadRequestError: the reader may not see what each assessor said.
    """
    said, told = wording(), study.decided
    again = Redecided(told, said, random)
    before = again.agreed()
    after = told.frames.applications.set_index("application")["rules"].reindex(before.index)
    each = Counted.of(before.index.to_series())
    size = len(_STATUS)
    found = each.tally(places(before, _STATUS), places(after, _STATUS), (size, size))
    of = found.counts.sum(axis=1, keepdims=True)
    return table(
        "before_and_after",
        told,
        unit=Unit.APPLICATION,
        shape=Shape.HEAT,
        columns=said.columns(*_STATUS),
        rows=rows_of(_STATUS, said.labels, share_cells(found.counts, of, found.behind, said)),
        notes=left_out(study, said),
    )


def _before(rows: pd.DataFrame) -> pd.DataFrame:
    """Each unit that two or more judged, with how many verdicts they gave and, of one, which."""
    given = several(rows)[["unit", "verdict"]].drop_duplicates()
    verdicts = np.bincount(given["unit"])
    found = given.drop_duplicates("unit").rename(columns={"verdict": "agreed"})
    return found.assign(verdicts=verdicts[found["unit"]])


def _level(units: pd.DataFrame) -> pd.Series:
    return (units["evidence_id"] == "").map({True: _LEVELS[0], False: _LEVELS[1]}).astype("object")


def _applications(units: pd.DataFrame) -> list[int]:
    return [int(units.loc[units["level"] == level, "application"].nunique()) for level in _LEVELS]
