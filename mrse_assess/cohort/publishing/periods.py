"""Periods of one length alone: from a year and its quarters, published after each other, one quarter could be found.

Within one publication that is guarded by sums. Numbers of an earlier one that this one does not count have none.
"""

import re
from collections.abc import Iterator
from typing import Final

from mrse_assess.cohort.publishing.remembering import Before
from mrse_assess.cohort.tables import CohortTable, Period

_BY_PERIOD: Final = frozenset({"received", "decided in"})
"""The fields of counts whose values are periods."""
_WRITTEN: Final = {
    Period.YEAR: re.compile(r"\d{4}"),
    Period.QUARTER: re.compile(r"\d{4}-Q\d"),
    Period.MONTH: re.compile(r"\d{4}-\d{2}"),
}


def counted_otherwise(table: CohortTable, earlier: Before) -> bool:
    """Whether a table is by periods of one length, and others were published of its guidance version."""
    own = next((period for period in Period if table.id.endswith(f"_by_{period}")), None)
    return own is not None and any(
        period is not own
        for report in earlier.reports
        if report.guidance == table.guidance
        for name in report.counts
        for period in _periods(name)
    )


def _periods(name: str) -> Iterator[Period]:
    """The lengths of the periods that a count is about, by its id."""
    for condition in name.split("; "):
        field, _, value = condition.partition(" #")[0].partition("=")
        if field in _BY_PERIOD:
            yield from (period for period, written in _WRITTEN.items() if written.fullmatch(value))
