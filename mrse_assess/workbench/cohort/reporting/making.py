"""Both editions of the report: everything for those inside, and what may be published made of that."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from numpy.random import default_rng

from mrse_assess.cohort.disclosure import load_policy
from mrse_assess.cohort.figures import Drawing, Figure
from mrse_assess.cohort.measures import MEASURES, Attempts, Period, Study, studies
from mrse_assess.cohort.publishing import NOTHING, Before, publication
from mrse_assess.cohort.report import Audience, Edition, GuidanceCohort, printed, stem
from mrse_assess.cohort.tables import CohortTable
from mrse_assess.errors import BadRequestError
from mrse_assess.isolation import WorkerPool
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


def make_report(
    workspace: Workspace, asked: Asked, tell: Tell = lambda _done, _all: None, pool: WorkerPool | None = None
) -> Report:
    """Measure the cohort of a workspace, and draw what is better seen.

    What each assessor said is in it where the reader is in the chair, and never in the publishable edition.

    Args:
        workspace: whose records.
        asked: by whom, and how.
        tell: told how far replaying has come.
        pool: whose workers draw, if not the workspace's own.

    Raises:
        BadRequestError: severity is asked for by somebody who is not in the chair, or what was published before
            contradicts itself, or the login shows only a part of what would be published.
        RecordsError: a record is damaged.
        WorkerError: a figure could not be drawn.
    """
    in_chair = bool(asked.reader) and People(workspace).holds(asked.reader, Role.CHAIR)
    if asked.severity and not in_chair:
        raise BadRequestError("How severe assessors are is for the chair: say who looks.")
    drawing = Drawing(pool or workspace.pool)  # draws while more is measured, and what may be published worked out
    read = cohort(workspace, asked.reader, assessments=in_chair, tell=tell)
    common, private, cohorts = _tables(read, asked, drawing, in_chair=in_chair)
    everything = everything_of(workspace, read) if asked.reader else read
    # The more is published, the more of it has to be withheld: only what the report prints is.
    shown = publication(
        printed(common if everything is read else _publishable(everything, asked)),
        load_policy(),
        asked.published,
        schemes=tuple(read.schemes.values()),
    )
    for table in shown.tables:
        _begun(drawing, table)
    pictures = _drawn(common + private, drawing)
    return Report(
        internal=_edition(
            workspace.scheme, read, Audience.INTERNAL, cohorts, common + private, pictures, of_assessors=in_chair
        ),
        publishable=_edition(
            workspace.scheme,
            everything,
            Audience.PUBLISHABLE,
            _published(shown.tables, workspace.scheme),
            shown.tables,
            _drawn(shown.tables, drawing),
        ),
        published=shown.afterwards,
    )


def _tables(
    read: Cohort, asked: Asked, drawing: Drawing, *, in_chair: bool
) -> tuple[tuple[CohortTable, ...], tuple[CohortTable, ...], tuple[GuidanceCohort, ...]]:
    """The tables for everybody inside, those for the chair, and what they are of.

    One study after another, each let go when it is measured: what it works out for itself is large.
    """
    common, private, cohorts = list[CohortTable](), list[CohortTable](), list[GuidanceCohort]()
    waiting = [study for of_attempts in _studies(read).values() for study in of_attempts]
    while waiting:
        study = waiting.pop(0)
        if study.attempts is Attempts.FIRST:
            cohorts.append(_cohort_of(study))
        common.extend(_begun(drawing, table) for table in _measured(study, asked, private=False))
        if in_chair:
            private.extend(_begun(drawing, table) for table in _private(study, asked))
    return tuple(common), tuple(private), tuple(cohorts)


def _studies(read: Cohort) -> dict[Attempts, tuple[Study, ...]]:
    return {attempts: studies(read.frames, read.schemes, read.words, attempts=attempts) for attempts in Attempts}


def _publishable(everything: Cohort, asked: Asked) -> tuple[CohortTable, ...]:
    """The tables of everybody: of what one reader sees and of what all do, the difference could be worked out."""
    every = [study for of_attempts in _studies(everything).values() for study in of_attempts]
    return tuple(table for study in every for table in _measured(study, asked, private=False))


def _begun(drawing: Drawing, table: CohortTable) -> CohortTable:
    """The table, of which the figure is drawn from now on if it is printed."""
    for one in printed((table,)):
        drawing.begin(one)
    return table


def _drawn(tables: Sequence[CohortTable], drawing: Drawing) -> dict[str, Figure]:
    """The figures of those tables that are printed, by the names of their files."""
    return {stem(table): figure for table in printed(tables) if (figure := drawing.figure(table))}


def _private(study: Study, asked: Asked) -> Iterator[CohortTable]:
    """What rests on what each assessor said; nobody is named in it."""
    yield from _measured(study, asked, private=True)
    if asked.severity and study.attempts is Attempts.FIRST:
        from mrse_assess.cohort.severity import of_severity  # noqa: PLC0415 - its model loads much, and is seldom asked

        yield from of_severity(study, default_rng(asked.seed))


def _measured(study: Study, asked: Asked, *, private: bool) -> Iterator[CohortTable]:
    for measure in MEASURES:
        if measure.private == private:
            yield from measure.of(study, asked.period, asked.seed)


def _cohort_of(study: Study) -> GuidanceCohort:
    return GuidanceCohort(guidance=study.guidance, applications=study.size, undecided=study.size - study.decided.size)


def _published(tables: Sequence[CohortTable], scheme: Scheme) -> tuple[GuidanceCohort, ...]:
    """The same by what the first published table of each guidance version says, and by nothing else."""
    counted = {scheme.guidance_name: None} | {table.guidance: table.applications for table in reversed(tables)}
    return tuple(GuidanceCohort(guidance=guidance, applications=counted[guidance]) for guidance in sorted(counted))


def _edition(
    scheme: Scheme,
    read: Cohort,
    audience: Audience,
    cohorts: tuple[GuidanceCohort, ...],
    tables: tuple[CohortTable, ...],
    figures: Mapping[str, Figure],
    *,
    of_assessors: bool = False,
) -> Edition:
    """An edition of these tables, which were made of the cohort as it was ``read``."""
    return Edition(
        audience=audience,
        scheme=scheme,
        cohorts=cohorts,
        tables=tables,
        figures=figures,
        recorded=_recorded(read),
        left_out=tuple((one.application, one.attempt, one.why) for one in read.left_out),
        of_assessors=of_assessors,
    )


def _recorded(read: Cohort) -> date | None:
    """The day of the latest record that the frames know of."""
    since = read.frames.moments["since"]
    return None if since.isna().all() else since.max().date()
