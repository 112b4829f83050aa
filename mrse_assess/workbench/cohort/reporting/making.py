"""Both editions of the report: everything for those inside, and what may be published made of that."""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date

from numpy.random import default_rng

from mrse_assess.cohort.disclosure import load_policy
from mrse_assess.cohort.figures import Figure, figures_of
from mrse_assess.cohort.measures import MEASURES, Attempts, Period, Study, studies
from mrse_assess.cohort.publishing import NOTHING, Before, publication
from mrse_assess.cohort.report import Audience, Edition, GuidanceCohort, printed, stem
from mrse_assess.cohort.severity import of_severity
from mrse_assess.cohort.tables import CohortTable
from mrse_assess.errors import BadRequestError
from mrse_assess.model.scheme import Scheme
from mrse_assess.terms import Role
from mrse_assess.workbench.cohort.keeping import Tell
from mrse_assess.workbench.cohort.looking.whole import everything_of
from mrse_assess.workbench.cohort.reading import Cohort, cohort
from mrse_assess.workspace import Workspace
from mrse_assess.workspace.people import People


@dataclass(frozen=True, kw_only=True)
class Asked:
    """How a report is made.

    ``seed`` is that of the resampling: the same seed gives the same intervals. ``published``: what was published
    before, from the files of the reports that were. ``severity``: the model of it too, for the chair.
    """

    reader: str = ""
    period: Period = Period.YEAR
    seed: int = 0
    published: Before = NOTHING
    severity: bool = False


@dataclass(frozen=True, kw_only=True)
class Report:
    """The two editions. ``published``: what is public once the publishable one is, and was before."""

    internal: Edition
    publishable: Edition
    published: Before


def make_report(workspace: Workspace, asked: Asked, tell: Tell = lambda _done, _all: None) -> Report:
    """Measure the cohort of a workspace, and draw what is better seen.

    What each assessor said is in it where the reader is in the chair, and never in the publishable edition.

    Args:
        workspace: whose records.
        asked: by whom, and how.
        tell: told how far replaying has come.

    Raises:
        BadRequestError: severity is asked for by somebody who is not in the chair, or what was published before
            contradicts itself, or the login shows only a part of what would be published.
        RecordsError: a record is damaged.
        WorkerError: a figure could not be drawn.
    """
    in_chair = bool(asked.reader) and People(workspace).holds(asked.reader, Role.CHAIR)
    if asked.severity and not in_chair:
        raise BadRequestError("How severe assessors are is for the chair: say who looks.")
    read = cohort(workspace, asked.reader, assessments=in_chair, tell=tell)
    found = _studies(read)
    every = [study for of_attempts in found.values() for study in of_attempts]
    common = tuple(table for study in every for table in _measured(study, asked, private=False))
    private = tuple(table for study in every if in_chair for table in _private(study, asked))
    cohorts = tuple(_cohort_of(study) for study in found[Attempts.FIRST])
    with ThreadPoolExecutor(1) as meanwhile:  # the worker draws while what may be published is worked out here
        drawn = meanwhile.submit(_drawn, common + private, workspace)
        # The more is published, the more of it has to be withheld: only what the report prints is.
        shown = publication(
            printed(_publishable(workspace, asked, read, common)),
            load_policy(),
            asked.published,
            schemes=tuple(read.schemes.values()),
        )
        pictures = drawn.result()
    making = _Making(scheme=workspace.scheme, read=read)
    return Report(
        internal=making.edition(Audience.INTERNAL, common + private, pictures, cohorts, of_assessors=in_chair),
        publishable=making.edition(
            Audience.PUBLISHABLE, shown.tables, _drawn(shown.tables, workspace), _published(shown.tables)
        ),
        published=shown.afterwards,
    )


def _studies(read: Cohort) -> dict[Attempts, tuple[Study, ...]]:
    return {attempts: studies(read.frames, read.schemes, read.words, attempts=attempts) for attempts in Attempts}


def _publishable(
    workspace: Workspace, asked: Asked, read: Cohort, tables: tuple[CohortTable, ...]
) -> tuple[CohortTable, ...]:
    """The tables of everybody: of what one reader sees and of what all do, the difference could be worked out."""
    if not asked.reader:
        return tables
    everything = everything_of(workspace, read)
    if everything is read:
        return tables
    every = [study for of_attempts in _studies(everything).values() for study in of_attempts]
    return tuple(table for study in every for table in _measured(study, asked, private=False))


def _drawn(tables: Sequence[CohortTable], workspace: Workspace) -> dict[str, Figure]:
    """The figures of those tables that are printed, by the names of their files."""
    shown = printed(tables)
    pictures = figures_of(shown, workspace.pool)
    return {stem(table): figure for table, figure in zip(shown, pictures, strict=True) if figure}


def _private(study: Study, asked: Asked) -> Iterator[CohortTable]:
    """What rests on what each assessor said; nobody is named in it."""
    yield from _measured(study, asked, private=True)
    if asked.severity and study.attempts is Attempts.FIRST:
        yield from of_severity(study, default_rng(asked.seed))


def _measured(study: Study, asked: Asked, *, private: bool) -> Iterator[CohortTable]:
    for measure in MEASURES:
        if measure.private == private:
            yield from measure.of(study, asked.period, asked.seed)


def _cohort_of(study: Study) -> GuidanceCohort:
    return GuidanceCohort(guidance=study.guidance, applications=study.size, undecided=study.size - study.decided.size)


def _published(tables: Sequence[CohortTable]) -> tuple[GuidanceCohort, ...]:
    """The same by what the first published table of each guidance version says, and by nothing else."""
    counted = {table.guidance: table.applications for table in reversed(tables)}
    return tuple(GuidanceCohort(guidance=guidance, applications=counted[guidance]) for guidance in sorted(counted))


@dataclass(frozen=True, kw_only=True)
class _Making:
    """What both editions have in common."""

    scheme: Scheme
    read: Cohort

    def edition(
        self,
        audience: Audience,
        tables: tuple[CohortTable, ...],
        figures: Mapping[str, Figure],
        cohorts: tuple[GuidanceCohort, ...],
        *,
        of_assessors: bool = False,
    ) -> Edition:
        """One edition of these tables."""
        return Edition(
            audience=audience,
            scheme=self.scheme,
            cohorts=cohorts,
            tables=tables,
            figures=figures,
            recorded=_recorded(self.read),
            left_out=tuple((one.application, one.attempt, one.why) for one in self.read.left_out),
            of_assessors=of_assessors,
        )


def _recorded(read: Cohort) -> date | None:
    """The day of the latest record that the reader's frames know of."""
    since = read.frames.moments["since"]
    return None if since.isna().all() else since.max().date()
