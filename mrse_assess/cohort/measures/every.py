"""Every measure of a study, in the order in which a report asks its questions."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from numpy.random import Generator, default_rng

from mrse_assess.agreement import Level
from mrse_assess.cohort.measures.agreement import agreement_on_reasons, agreement_on_verdicts
from mrse_assess.cohort.measures.another import with_another_assessor
from mrse_assess.cohort.measures.clauses import clauses, clauses_that_cost
from mrse_assess.cohort.measures.combinations import rules_together, sub_categories_together
from mrse_assess.cohort.measures.drift import drift
from mrse_assess.cohort.measures.moderation import before_and_after, effect_of_moderation
from mrse_assess.cohort.measures.outcomes import Group, outcomes, outcomes_by, outcomes_by_period
from mrse_assess.cohort.measures.reasons import reasons_by_sub_category, reasons_per, wrong_category_flows
from mrse_assess.cohort.measures.rules import changes_short, margins, rules_failed
from mrse_assess.cohort.measures.screening import screening_against_judgement
from mrse_assess.cohort.measures.splits import reasons_that_split
from mrse_assess.cohort.measures.study import Study
from mrse_assess.cohort.measures.thresholds import other_thresholds
from mrse_assess.cohort.measures.times import time_in_states, time_to_decision
from mrse_assess.cohort.measures.trends import item_trend, pass_trend, reason_trend, satisfactory_trend, time_trend
from mrse_assess.cohort.measures.units import sub_categories
from mrse_assess.cohort.tables import CohortTable, Period, Unit

Making = Callable[[Study, Period, Generator], tuple[CohortTable, ...]]


@dataclass(frozen=True, kw_only=True)
class Measure:
    """How one question is answered, or several of one model; ``private`` where it rests on what each assessor said."""

    making: Making
    private: bool = False

    def of(self, study: Study, period: Period, seed: int) -> tuple[CohortTable, ...]:
        """The answers. Their intervals are drawn from the seed alone, and depend on no other measure.

        Raises:
            BadRequestError: it is private, and the reader may not see what each assessor said.
        """
        return self.making(study, period, default_rng(seed))


def _plain(making: Callable[[Study], CohortTable], *, private: bool = False) -> Measure:
    return Measure(making=lambda study, _period, _random: (making(study),), private=private)


def _periodic(making: Callable[[Study, Period], CohortTable]) -> Measure:
    return Measure(making=lambda study, period, _random: (making(study, period),))


def _drawn(making: Callable[[Study, Generator], CohortTable], *, private: bool = False) -> Measure:
    return Measure(making=lambda study, _period, random: (making(study, random),), private=private)


def _full(making: Callable[[Study, Period, Generator], CohortTable], *, private: bool = False) -> Measure:
    return Measure(making=lambda study, period, random: (making(study, period, random),), private=private)


def _agreement(study: Study, random: Generator, *, level: Level) -> CohortTable:
    return agreement_on_verdicts(study, level, random)


MEASURES: Final[tuple[Measure, ...]] = (
    _plain(outcomes),
    *(_plain(partial(outcomes_by, group=group)) for group in Group),
    _periodic(outcomes_by_period),
    _plain(time_in_states),
    _plain(time_to_decision),
    _plain(rules_failed),
    _plain(margins),
    _plain(changes_short),
    _plain(sub_categories),
    _plain(sub_categories_together),
    _plain(rules_together),
    _plain(other_thresholds),
    *(_plain(partial(reasons_per, unit=unit)) for unit in (Unit.ITEM, Unit.SUB_CATEGORY, Unit.APPLICATION)),
    _plain(reasons_by_sub_category),
    _plain(wrong_category_flows),
    _plain(clauses),
    _plain(clauses_that_cost),
    _periodic(pass_trend),
    _periodic(reason_trend),
    _full(item_trend),
    _full(satisfactory_trend),
    _full(time_trend),
    _drawn(screening_against_judgement),
    *(_drawn(partial(_agreement, level=level), private=True) for level in (Level.CONCLUSION, Level.ITEM)),
    _drawn(agreement_on_reasons, private=True),
    _plain(effect_of_moderation, private=True),
    _drawn(before_and_after, private=True),
    _plain(reasons_that_split, private=True),
    _full(drift, private=True),
    _drawn(with_another_assessor, private=True),
)
"""Every measure of a study but the model of severity, in the order in which a report asks its questions."""


def of_cohort(study: Study, period: Period, random: Generator) -> Iterator[CohortTable]:
    """The tables that are about applications; periods are so long, and intervals drawn with this generator."""
    for measure in MEASURES:
        if not measure.private:
            yield from measure.making(study, period, random)


def of_assessors(study: Study, period: Period, random: Generator) -> Iterator[CohortTable]:
    """The tables that rest on what each assessor said; nobody is named in them.

    Raises:
        BadRequestError: the reader may not see what each assessor said.
    """
    for measure in MEASURES:
        if measure.private:
            yield from measure.making(study, period, random)
