"""Periods of the calendar: the one that a day lies in, and every one between the first and the last."""

from collections.abc import Sequence

import pandas as pd

from mrse_assess.cohort.tables import Period

UNDATED = ""


_LETTERS = {Period.YEAR: "Y", Period.QUARTER: "Q", Period.MONTH: "M"}
_FORMS = {Period.YEAR: "%Y", Period.QUARTER: "%Y-Q%q", Period.MONTH: "%Y-%m"}


def period_of(days: pd.Series, period: Period) -> pd.Series:
    """The key of each day's period: "2026", "2026-Q1" or "2026-03"; "" without a day."""
    found = days.dt.to_period(_LETTERS[period])
    return found.dt.strftime(_FORMS[period]).astype("object").where(days.notna(), UNDATED)


def periods_between(days: pd.Series, period: Period) -> tuple[str, ...]:
    """Every period from the first day to the last, those in which nothing happened too."""
    known = days.dropna()
    if known.empty:
        return ()
    ends = known.min(), known.max()
    return tuple(pd.period_range(*ends, freq=_LETTERS[period]).strftime(_FORMS[period]))


def labels(keys: Sequence[str], undated: str) -> dict[str, str]:
    """How people read the keys."""
    return {key: key.replace("-Q", ", quarter ") if key else undated for key in keys}
