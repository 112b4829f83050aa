"""The questions that can be asked of a study. Nothing is counted before one of them is asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from mrse_assess.cohort import measures
from mrse_assess.cohort.frames import Vocabulary, frames
from mrse_assess.cohort.measures import Attempts, Measure, Period, studies
from mrse_assess.cohort.report.chapters import arranged
from mrse_assess.cohort.severity import of_severity
from mrse_assess.model.scheme import Scheme

SEED: Final = 0
"""Of all resampling, as in the report: the same records give everybody the same intervals."""
PERIOD: Final = Period.YEAR
"""How long periods are, as in the report."""

MEASURES: Final = (
    *measures.MEASURES,
    Measure(making=lambda study, _period, random: of_severity(study, random), private=True),
)
"""Every measure, the model of severity too: it is counted when it is asked for."""


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question in its chapter; ``id`` is that of the table that answers it."""

    id: str
    words: str
    chapter: str
    private: bool


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """The questions in the order of the report's chapters, and how each is answered."""

    questions: tuple[Question, ...]
    measures: Mapping[str, Measure]


def catalogue(
    schemes: Mapping[str, Scheme], words: Vocabulary, attempts: Attempts, *, private: bool, period: Period = PERIOD
) -> Catalogue:
    """What can be asked under these schemes. What each measure asks is told by its answer for nobody.

    Args:
        schemes: by version, the latest last.
        words: those of the frames.
        attempts: which the questions are about.
        private: whether those that rest on what each assessor said are among them.
        period: how long periods are; a question about them has an id and words of its own for each, at the same place.
    """
    nobody = studies(frames((), words), schemes, words, attempts=attempts)[0]
    asked = [(table, one) for one in MEASURES if private or not one.private for table in one.of(nobody, period, SEED)]
    known = {table.id: one for table, one in asked}
    questions = [
        Question(id=table.id, words=table.question, chapter=filled.chapter.title, private=known[table.id].private)
        for filled in arranged([table for table, _ in asked])
        for table in filled.tables
    ]
    return Catalogue(questions=tuple(questions), measures=known)
