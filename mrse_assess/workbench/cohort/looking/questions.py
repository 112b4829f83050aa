"""The questions that can be asked of a study. Nothing is counted before one of them is asked.

A measure added to ``cohort.measures.every`` is added here too: a test compares the two.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

import numpy as np
from numpy.random import Generator

from mrse_assess.agreement import Level
from mrse_assess.cohort import measures
from mrse_assess.cohort.frames import Vocabulary, frames
from mrse_assess.cohort.measures import Attempts, Group, Period, Study, studies
from mrse_assess.cohort.measures.agreement import agreement_on_reasons, agreement_on_verdicts
from mrse_assess.cohort.measures.screening import screening_against_judgement
from mrse_assess.cohort.report.chapters import arranged
from mrse_assess.cohort.severity import of_severity
from mrse_assess.cohort.tables import CohortTable, Unit
from mrse_assess.model.scheme import Scheme

SEED: Final = 0
"""Of all resampling, as in the report: the same records give everybody the same intervals."""
PERIOD: Final = Period.YEAR
"""How long periods are, as in the report."""

Making = Callable[[Study, Period, Generator], tuple[CohortTable, ...]]


@dataclass(frozen=True, kw_only=True)
class Measure:
    """How one question is answered, or several of one model; ``private`` where it rests on what each assessor said."""

    making: Making
    private: bool = False

    def of(self, study: Study) -> tuple[CohortTable, ...]:
        """The answers. Their intervals depend on no other question."""
        return self.making(study, PERIOD, np.random.default_rng(SEED))


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question in its chapter; ``id`` is that of the table that answers it."""

    id: str
    words: str
    chapter: str
    private: bool


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


_REASONS_PER: Final = (Unit.ITEM, Unit.SUB_CATEGORY, Unit.APPLICATION)
MEASURES: Final[tuple[Measure, ...]] = (
    _plain(measures.outcomes),
    *(_plain(partial(measures.outcomes_by, group=group)) for group in Group),
    _periodic(measures.outcomes_by_period),
    _plain(measures.time_in_states),
    _plain(measures.time_to_decision),
    _plain(measures.rules_failed),
    _plain(measures.margins),
    _plain(measures.changes_short),
    _plain(measures.sub_categories),
    _plain(measures.sub_categories_together),
    _plain(measures.rules_together),
    _plain(measures.other_thresholds),
    *(_plain(partial(measures.reasons_per, unit=unit)) for unit in _REASONS_PER),
    _plain(measures.reasons_by_sub_category),
    _plain(measures.wrong_category_flows),
    _plain(measures.clauses),
    _plain(measures.clauses_that_cost),
    _periodic(measures.pass_trend),
    _periodic(measures.reason_trend),
    _full(measures.item_trend),
    _full(measures.satisfactory_trend),
    _full(measures.time_trend),
    _drawn(screening_against_judgement),
    _plain(measures.effect_of_moderation, private=True),
    _drawn(measures.before_and_after, private=True),
    _plain(measures.reasons_that_split, private=True),
    _full(measures.drift, private=True),
    _drawn(measures.with_another_assessor, private=True),
    *(_drawn(partial(_agreement, level=level), private=True) for level in (Level.CONCLUSION, Level.ITEM)),
    _drawn(agreement_on_reasons, private=True),
    Measure(making=lambda study, _period, random: of_severity(study, random), private=True),
)
"""Every measure of a study, in the order in which a report asks its questions."""


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """The questions in the order of the report's chapters, and how each is answered."""

    questions: tuple[Question, ...]
    measures: Mapping[str, Measure]


def catalogue(schemes: Mapping[str, Scheme], words: Vocabulary, attempts: Attempts, *, private: bool) -> Catalogue:
    """What can be asked under these schemes. What each measure asks is told by its answer for nobody.

    Args:
        schemes: by version, the latest last.
        words: those of the frames.
        attempts: which the questions are about.
        private: whether those that rest on what each assessor said are among them.
    """
    nobody = studies(frames((), words), schemes, words, attempts=attempts)[0]
    asked = [(table, one) for one in MEASURES if private or not one.private for table in one.of(nobody)]
    known = {table.id: one for table, one in asked}
    questions = [
        Question(id=table.id, words=table.question, chapter=filled.chapter.title, private=known[table.id].private)
        for filled in arranged([table for table, _ in asked])
        for table in filled.tables
    ]
    return Catalogue(questions=tuple(questions), measures=known)
