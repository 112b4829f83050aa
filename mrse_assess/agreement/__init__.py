"""Agreement between assessors: how far judgements that were made apart say the same, and how sure that is.

The figures themselves are made by :mod:`mrse_assess.agreement.verdicts` and :mod:`mrse_assess.agreement.reasons`:
apart, because the statistics libraries take seconds to import.
"""

from mrse_assess.agreement.answers import (
    Agreement,
    Behind,
    Figure,
    Interval,
    Measure,
    PairAgreement,
    ReasonAgreement,
    Unsaid,
    VerdictAgreement,
)
from mrse_assess.agreement.limits import Limits, load_limits
from mrse_assess.agreement.ratings import Level, Rating, Referred

__all__ = [
    "Agreement",
    "Behind",
    "Figure",
    "Interval",
    "Level",
    "Limits",
    "Measure",
    "PairAgreement",
    "Rating",
    "ReasonAgreement",
    "Referred",
    "Unsaid",
    "VerdictAgreement",
    "load_limits",
]
