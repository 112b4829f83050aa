"""Disclosure control: what of a cohort's counts may be published so that no applicant can be worked out from it."""

from mrse_assess.cohort.disclosure.counts import Count, Overlap, Rate, Row, Statistics, Sum, Table, Why, Within
from mrse_assess.cohort.disclosure.earlier import Earlier
from mrse_assess.cohort.disclosure.policy import Policy, Word, load_policy
from mrse_assess.cohort.disclosure.protecting import Protected, protect
from mrse_assess.cohort.disclosure.publishing import Cell, Published, PublishedRow, PublishedTable, State

__all__ = [
    "Cell",
    "Count",
    "Earlier",
    "Overlap",
    "Policy",
    "Protected",
    "Published",
    "PublishedRow",
    "PublishedTable",
    "Rate",
    "Row",
    "State",
    "Statistics",
    "Sum",
    "Table",
    "Why",
    "Within",
    "Word",
    "load_policy",
    "protect",
]
