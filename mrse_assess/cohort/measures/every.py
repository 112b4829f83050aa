"""Every measure of a study, in the order in which a report asks its questions."""

from collections.abc import Iterator

from numpy.random import Generator

from mrse_assess.agreement import Level
from mrse_assess.cohort.measures.agreement import agreement_on_reasons, agreement_on_verdicts
from mrse_assess.cohort.measures.another import with_another_assessor
from mrse_assess.cohort.measures.clauses import clauses, clauses_that_cost
from mrse_assess.cohort.measures.combinations import rules_together, sub_categories_together
from mrse_assess.cohort.measures.drift import drift
from mrse_assess.cohort.measures.moderation import before_and_after, effect_of_moderation
from mrse_assess.cohort.measures.outcomes import Group, outcomes, outcomes_by, outcomes_by_period
from mrse_assess.cohort.measures.periods import Period
from mrse_assess.cohort.measures.reasons import reasons_by_sub_category, reasons_per, wrong_category_flows
from mrse_assess.cohort.measures.rules import changes_short, margins, rules_failed
from mrse_assess.cohort.measures.screening import screening_against_judgement
from mrse_assess.cohort.measures.splits import reasons_that_split
from mrse_assess.cohort.measures.study import Study
from mrse_assess.cohort.measures.thresholds import other_thresholds
from mrse_assess.cohort.measures.times import time_in_states, time_to_decision
from mrse_assess.cohort.measures.trends import item_trend, pass_trend, reason_trend, satisfactory_trend, time_trend
from mrse_assess.cohort.measures.units import sub_categories
from mrse_assess.cohort.tables import CohortTable, Unit


def of_cohort(study: Study, period: Period, random: Generator) -> Iterator[CohortTable]:
    """The tables that are about applications; periods are so long, and intervals drawn with this generator."""
    yield outcomes(study)
    yield from (outcomes_by(study, group) for group in Group)
    yield outcomes_by_period(study, period)
    yield time_in_states(study)
    yield time_to_decision(study)
    yield rules_failed(study)
    yield margins(study)
    yield changes_short(study)
    yield sub_categories(study)
    yield sub_categories_together(study)
    yield rules_together(study)
    yield other_thresholds(study)
    yield from (reasons_per(study, unit) for unit in (Unit.ITEM, Unit.SUB_CATEGORY, Unit.APPLICATION))
    yield reasons_by_sub_category(study)
    yield wrong_category_flows(study)
    yield clauses(study)
    yield clauses_that_cost(study)
    yield pass_trend(study, period)
    yield reason_trend(study, period)
    yield item_trend(study, period, random)
    yield satisfactory_trend(study, period, random)
    yield time_trend(study, period, random)
    yield screening_against_judgement(study, random)


def of_assessors(study: Study, period: Period, random: Generator) -> Iterator[CohortTable]:
    """The tables that rest on what each assessor said; nobody is named in them.

    Raises:
        BadRequestError: the reader may not see what each assessor said.
    """
    yield from (agreement_on_verdicts(study, level, random) for level in (Level.CONCLUSION, Level.ITEM))
    yield agreement_on_reasons(study, random)
    yield effect_of_moderation(study)
    yield before_and_after(study, random)
    yield reasons_that_split(study)
    yield drift(study, period, random)
    yield with_another_assessor(study, random)
