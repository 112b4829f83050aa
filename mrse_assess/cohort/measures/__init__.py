"""What is counted in a cohort: plain functions from a study (frames of one guidance version) to tables.

Each function answers one question. Those that resample take a generator; those about what each assessor said are for
the chair, and refuse frames without it.
"""

from mrse_assess.cohort.measures.agreement import agreement_on_reasons, agreement_on_verdicts
from mrse_assess.cohort.measures.another import with_another_assessor
from mrse_assess.cohort.measures.clauses import clauses, clauses_that_cost
from mrse_assess.cohort.measures.combinations import rules_together, sub_categories_together
from mrse_assess.cohort.measures.drift import drift
from mrse_assess.cohort.measures.every import MEASURES, Measure, of_assessors, of_cohort
from mrse_assess.cohort.measures.moderation import before_and_after, effect_of_moderation
from mrse_assess.cohort.measures.outcomes import Group, outcomes, outcomes_by, outcomes_by_period
from mrse_assess.cohort.measures.reasons import reasons_by_sub_category, reasons_per, wrong_category_flows
from mrse_assess.cohort.measures.rules import changes_short, margins, rules_failed
from mrse_assess.cohort.measures.screening import screening_against_judgement
from mrse_assess.cohort.measures.splits import reasons_that_split
from mrse_assess.cohort.measures.study import Attempts, Study, studies
from mrse_assess.cohort.measures.thresholds import other_thresholds
from mrse_assess.cohort.measures.times import time_in_states, time_to_decision
from mrse_assess.cohort.measures.trends import item_trend, pass_trend, reason_trend, satisfactory_trend, time_trend
from mrse_assess.cohort.measures.units import sub_categories
from mrse_assess.cohort.measures.wording import Alternative, Wording, wording
from mrse_assess.cohort.tables import Period

__all__ = [
    "MEASURES",
    "Alternative",
    "Attempts",
    "Group",
    "Measure",
    "Period",
    "Study",
    "Wording",
    "agreement_on_reasons",
    "agreement_on_verdicts",
    "before_and_after",
    "changes_short",
    "clauses",
    "clauses_that_cost",
    "drift",
    "effect_of_moderation",
    "item_trend",
    "margins",
    "of_assessors",
    "of_cohort",
    "other_thresholds",
    "outcomes",
    "outcomes_by",
    "outcomes_by_period",
    "pass_trend",
    "reason_trend",
    "reasons_by_sub_category",
    "reasons_per",
    "reasons_that_split",
    "rules_failed",
    "rules_together",
    "satisfactory_trend",
    "screening_against_judgement",
    "studies",
    "sub_categories",
    "sub_categories_together",
    "time_in_states",
    "time_to_decision",
    "time_trend",
    "with_another_assessor",
    "wording",
    "wrong_category_flows",
]
