"""What assessors said apart: verdicts in force when each first sealed, of those who judge as a rule; and the panel."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from mrse_assess.cohort.frames import CohortFrames
from mrse_assess.cohort.measures.wording import wording
from mrse_assess.errors import BadRequestError
from mrse_assess.terms import Phase


class Judged(NamedTuple):
    """Who said what of which unit: rows with a whole number ``unit`` that is the same for the same unit in both.

    ``apart`` are those of assessors at their first seal, ``verdict`` the one of then, ``primary_reason`` where it was
    given for that verdict. ``panel`` are those of the panel, one for a unit on which it always said the same.
    """

    apart: pd.DataFrame
    panel: pd.DataFrame


def judged(frames: CohortFrames) -> Judged:
    """What was said apart, and what the panel said.

    Whoever was asked because others differed, or after an appeal, is left out: they judged only what was hard.

    Raises:
        BadRequestError: the reader may not see what each assessor said.
    """
    if frames.assessments is None:
        raise BadRequestError("What each assessor said is for the chair.")
    rows = frames.assessments.assign(unit=_units(frames.assessments))
    alone = rows["phase"] == Phase.INDIVIDUAL
    usual = rows["task"].isna() | rows["task"].isin(wording().usual_tasks)
    return Judged(_at_seal(rows[alone & usual & rows["first_sealed"].notna()]), _settled(rows[~alone]))


def several(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of units that two or more judged."""
    return rows[np.bincount(rows["unit"])[rows["unit"]] > 1] if len(rows) else rows


def conclusions(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows about sub-categories as wholes."""
    return rows[rows["evidence_id"] == ""]


def _at_seal(rows: pd.DataFrame) -> pd.DataFrame:
    stands = (rows["verdict"] == rows["first_sealed"]).fillna(value=False)
    return rows.assign(verdict=rows["first_sealed"], primary_reason=rows["primary_reason"].where(stands))


def _settled(rows: pd.DataFrame) -> pd.DataFrame:
    spoken = rows[rows["verdict"].notna()].drop_duplicates(["unit", "verdict"])
    return spoken.drop_duplicates("unit", keep=False)


def _units(rows: pd.DataFrame) -> np.ndarray:
    """A number for each application, sub-category and item."""
    applications, items = pd.factorize(rows["application"])[0], pd.factorize(rows["evidence_id"])[0]
    codes = rows["sub_category"].cat
    whole = (applications * len(codes.categories) + codes.codes) * (items.max(initial=0) + 1) + items
    return pd.factorize(whole)[0]
