"""The cohort of a workspace as one person looks at it: read once, then asked one question at a time."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from mrse_assess.cohort.figures import Figure, figures_of
from mrse_assess.cohort.measures import Attempts, Measure, Period, Study, studies
from mrse_assess.cohort.tables import CohortTable
from mrse_assess.errors import BadRequestError
from mrse_assess.terms import Role
from mrse_assess.workbench.cohort.cases import LeftOut
from mrse_assess.workbench.cohort.looking import filters as choosing
from mrse_assess.workbench.cohort.looking.behind import Behind, behind
from mrse_assess.workbench.cohort.looking.filters import Choices, Filters
from mrse_assess.workbench.cohort.looking.questions import SEED, Catalogue, Question, catalogue
from mrse_assess.workbench.cohort.looking.whole import NOT_PRINTED, published, why_not_published
from mrse_assess.workbench.cohort.reading import Cohort, cohort
from mrse_assess.workspace import Workspace
from mrse_assess.workspace.people import People
from mrse_assess.workspace.states import State

NOT_FOR_THEM: Final = "Statistics of the whole cohort are for the chair and the office of this workspace."
"""What everybody else is told."""

KEPT_STUDIES: Final = 4
"""So many sets of filters are kept cut out of the frames: whoever compares two goes to and fro."""
KEPT_ANSWERS: Final = 32
"""And so many answers: one model answers several questions, and takes its time."""

Tell = Callable[[int, int], None]


@dataclass(frozen=True, kw_only=True)
class Size:
    """How many applications the filters leave, and of how many of them an outcome was chosen and may be known."""

    applications: int
    decided: int


class Looking:
    """One person's look at a cohort. What takes long comes back as a future; the rest is soon told.

    Raises:
        BadRequestError: when it is opened by somebody for whom statistics are not.
    """

    def __init__(self, workspace: Workspace, reader: str) -> None:
        people = People(workspace)
        if not people.holds(reader, Role.CHAIR, Role.OFFICE):
            raise BadRequestError(NOT_FOR_THEM)
        self._workspace = workspace
        self._reader = reader
        self.of_assessors = bool(people.persons()) and people.holds(reader, Role.CHAIR)
        self._seen: _Seen | None = None

    def read(self, tell: Tell) -> "Future[None]":
        """Read the records, or read them again; ``tell`` may be called from any thread."""
        return self._workspace.background.submit(self._read, tell)

    def _read(self, tell: Tell) -> None:
        read = cohort(self._workspace, self._reader, assessments=self.of_assessors, tell=tell)
        seen = _Seen(read, private=self.of_assessors)
        seen.catalogue(Attempts.FIRST, Period.YEAR)  # so that the page finds it made
        self._seen = seen

    @property
    def _now(self) -> "_Seen":
        if self._seen is None:
            raise BadRequestError("The records are still being read. Wait a moment.")
        return self._seen

    # ------------------------------------------------------------ what there is

    def usual(self) -> Filters:
        """First attempts under the guidance version that somebody applied under last."""
        return Filters(guidance=choosing.latest(self._now.studies[Attempts.FIRST]))

    def fitted(self, filters: Filters) -> Filters:
        """The same, without what nobody has under this guidance version and attempt."""
        return choosing.fitted(filters, self._now.studies)

    def choices(self, filters: Filters) -> Choices:
        """What the filters offer."""
        return choosing.choices(self._now.studies, filters)

    def size(self, filters: Filters) -> Size:
        """How many applications are looked at."""
        study = self._now.study(filters)
        return Size(applications=study.size, decided=study.decided.size)

    def left_out(self) -> tuple[LeftOut, ...]:
        """Attempts that are in no number, and why."""
        return self._now.cohort.left_out

    def questions(self, filters: Filters) -> tuple[Question, ...]:
        """What can be asked, chapter by chapter."""
        return self._now.catalogue(filters.attempts, filters.period).questions

    # ------------------------------------------------------------ answers

    def table(self, question: str, filters: Filters) -> "Future[CohortTable]":
        """The answer to a question about those whom the filters leave."""
        return self._workspace.background.submit(self._now.table, question, filters)

    def publishable(self, question: str, filters: Filters) -> "Future[CohortTable]":
        """The same as it may be published.

        Its future fails with BadRequestError, in words: the filters narrow, or the reader does not see everything, or
        the question is never published.
        """
        return self._workspace.background.submit(self._publishable, question, filters)

    def figure(self, table: CohortTable) -> "Future[Figure | None]":
        """The figure of a table, drawn in the worker; None where the table says it better."""
        return self._workspace.background.submit(lambda: figures_of((table,), self._workspace.pool)[0])

    def behind(self, table: CohortTable, filters: Filters, row: int, column: int) -> Behind:
        """The applications behind one cell of a table that these filters gave.

        Raises:
            BadRequestError: there is no such cell, or nobody stands behind it.
        """
        return behind(self._now.study(filters), table, row, column)

    def about(self, filters: Filters) -> tuple[tuple[str, str], ...]:
        """The filters in words, for a file."""
        return choosing.said(filters, self.choices(filters))

    def _publishable(self, question: str, filters: Filters) -> CohortTable:
        now = self._now
        if why_not := why_not_published(self._workspace, now.cohort, filters):
            raise BadRequestError(why_not)
        found = now.published().get((question, filters.guidance, str(filters.attempts)))
        if found is None:
            raise BadRequestError(NOT_PRINTED)
        return found


class _Seen:
    """The records as they were read, and what was made of them since."""

    def __init__(self, read: Cohort, *, private: bool) -> None:
        self.cohort = read
        states = {str(state): state.words for state in State}
        self.studies: Mapping[Attempts, tuple[Study, ...]] = {
            attempts: studies(read.frames, read.schemes, read.words, attempts=attempts, states=states)
            for attempts in Attempts
        }
        self._private = private
        self.catalogue = lru_cache(maxsize=len(Attempts) * len(Period))(self._catalogue)
        self.study = lru_cache(maxsize=KEPT_STUDIES)(self._study)
        self.answers = lru_cache(maxsize=KEPT_ANSWERS)(self._answers)
        self.published = lru_cache(maxsize=1)(self._published)

    def table(self, question: str, filters: Filters) -> CohortTable:
        """The answer to a question."""
        measure = self.catalogue(filters.attempts, filters.period).measures.get(question)
        if measure is None:
            raise BadRequestError("There is no such question here. Choose one from the list.")
        return next(one for one in self.answers(measure, filters) if one.id == question)

    def _answers(self, measure: Measure, filters: Filters) -> tuple[CohortTable, ...]:
        return measure.of(self.study(filters), filters.period, SEED)

    def _catalogue(self, attempts: Attempts, period: Period) -> Catalogue:
        return catalogue(self.cohort.schemes, self.cohort.words, attempts, private=self._private, period=period)

    def _study(self, filters: Filters) -> Study:
        """Those whom the filters leave; nobody where no application was received under the guidance version."""
        found = [one for one in self.studies[filters.attempts] if one.guidance == filters.guidance]
        if not found:
            raise BadRequestError("No application was received under this guidance version. Choose another.")
        return choosing.narrowed(found[0], filters)

    def _published(self) -> Mapping[tuple[str, str, str], CohortTable]:
        tables = published([one for own in self.studies.values() for one in own])
        return {(table.id, table.guidance, table.attempts): table for table in tables}
