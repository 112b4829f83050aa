"""A cohort over several machines: rows are made part by part with Dask, and each study is measured where there is room.

Every part opens the workspace by itself, so that the folder or the database has to be within reach of every machine of
the cluster, and this program has to be there. What a machine makes is kept by the cluster, not in the cache.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from mrse_assess.cohort.frames import CohortFrames, Rulings
from mrse_assess.cohort.frames.spread import SpreadFrames, loaded, put_together
from mrse_assess.cohort.measures import Attempts, Study, studies
from mrse_assess.cohort.measures.study import only
from mrse_assess.cohort.tables import CohortTable
from mrse_assess.model.scheme import Scheme
from mrse_assess.records.streaming import application_heads
from mrse_assess.workbench.cohort.cases import LeftOut
from mrse_assess.workbench.cohort.keeping import made_rows
from mrse_assess.workbench.cohort.reading import (
    as_seen,
    names_of,
    refuse_assessments,
    vocabulary_of,
    with_successors,
)
from mrse_assess.workbench.cohort.screenings import KeptScreenings
from mrse_assess.workspace import Workspace

AT_ONCE: Final = 500
"""Applications of one part."""

Measure = Callable[[Study], Sequence[CohortTable]]
"""What is asked of a study; a function that other machines can load."""


@dataclass(frozen=True, kw_only=True)
class Block:
    """What one part is made from: ``heads`` of the applications in the order of their references."""

    folder: Path
    heads: Mapping[str, str]
    reader: str
    assessments: bool
    schemes: tuple[Scheme, ...]


@dataclass(frozen=True, kw_only=True)
class SpreadCohort:
    """The cohort as a reader sees it, part by part. ``schemes`` as in a cohort on one machine."""

    frames: SpreadFrames
    schemes: Mapping[str, Scheme]
    parts: tuple[Any, ...]

    def left_out(self) -> tuple[LeftOut, ...]:
        """The attempts that could not be replayed."""
        dask = loaded()
        found = dask.compute(*(dask.delayed(_left_out)(part) for part in self.parts))
        return tuple(one for own in found for one in own)

    def measured(
        self, measure: Measure, attempts: Attempts, states: Mapping[str, str] | None = None
    ) -> tuple[tuple[CohortTable, ...], ...]:
        """What the measure says of the study of each guidance version, as it would on one machine.

        One machine takes what a study needs of every part, and measures it as if nothing had been spread; different
        studies are measured on different machines.

        Args:
            measure: what is asked of each study.
            attempts: which attempt of each application.
            states: the words for the states of an application.
        """
        dask = loaded()
        given = self.frames
        found = dask.compute(*(dask.delayed(_guidances)(part, attempts) for part in given.parts))
        asked = sorted({one for own in found for one in own}) or [None]
        narrowed = dask.delayed(_narrowed)
        tasks = [
            dask.delayed(_tables)(
                [narrowed(part, attempts, guidance) for part in given.parts],
                measure, replace(given, parts=()), dict(self.schemes), attempts, dict(states or {}),
            )
            for guidance in asked
        ]  # fmt: skip
        return tuple(dask.compute(*tasks))


def spread_cohort(
    workspace: Workspace,
    reader: str,
    *,
    assessments: bool = False,
    schemes: Iterable[Scheme] = (),
    at_once: int = AT_ONCE,
) -> SpreadCohort:
    """The frames of a workspace's applications, part by part; nothing is read before it is asked for.

    Args:
        workspace: whose records; opened again by every part.
        reader: as for :func:`~mrse_assess.workbench.cohort.reading.cohort`, which says what they see.
        assessments: what each assessor said as well, for the chair.
        schemes: earlier versions of the scheme that applications were decided under.
        at_once: applications of one part.

    Raises:
        BadRequestError: Dask is not there, or assessments are asked for by somebody who is not in the chair.
    """
    dask = loaded()
    refuse_assessments(workspace, reader, asked=assessments)
    given = tuple(schemes)
    known, words = vocabulary_of(workspace, given)
    heads = sorted(application_heads(workspace.store).items())
    blocks = [
        Block(
            folder=workspace.layout.folder,
            heads=dict(heads[first : first + at_once]),
            reader=reader,
            assessments=assessments,
            schemes=given,
        )
        for first in range(0, len(heads), at_once)
    ]
    made = tuple(dask.delayed(made_part)(block) for block in blocks)
    followed = dask.delayed(_all)([dask.delayed(_follows)(part) for part in made])
    frames = tuple(dask.delayed(_finished)(part, followed) for part in made)
    return SpreadCohort(
        frames=SpreadFrames(parts=frames, words=dict(words), private=assessments), schemes=known, parts=made
    )


Part = tuple[CohortFrames, tuple[LeftOut, ...]]
"""The frames of a block before it is known who came again, and what is in none of them."""


def made_part(block: Block) -> Part:
    """Run on any machine of the cluster: the rows of some applications, made from their records."""
    with Workspace.open(block.folder, clock=lambda: datetime.now(UTC), new_id=lambda: "") as workspace:
        known, words = vocabulary_of(workspace, block.schemes)
        rulings = {version: Rulings(scheme) for version, scheme in known.items()}
        rows = made_rows(workspace, block.heads, rulings, KeptScreenings(workspace))
        chosen = {name: rows.tables[name] for name in names_of(assessments=block.assessments)}
        return as_seen(workspace, block.reader, replace(rows, tables=chosen), words)


def _left_out(part: Part) -> tuple[LeftOut, ...]:
    return part[1]


def _follows(part: Part) -> list[str]:
    return list(part[0].applications["follows"].dropna())


def _all(several: Sequence[Sequence[str]]) -> list[str]:
    return [one for own in several for one in own]


def _finished(part: Part, followed: Sequence[str]) -> CohortFrames:
    return with_successors(part[0], followed)


def _guidances(part: CohortFrames, attempts: Attempts) -> list[str]:
    own = part.applications[part.applications[f"is_{attempts}"]]
    return list(own["guidance"].fillna("").unique())


def _narrowed(part: CohortFrames, attempts: Attempts, guidance: str | None) -> CohortFrames:
    """What of a part belongs to the study; nothing of any for the study of nobody."""
    applications = part.applications
    if guidance is None:
        return only(part, applications[:0])
    of_it = applications[f"is_{attempts}"] & (applications["guidance"].fillna("") == guidance)
    return only(part, applications[of_it])


def _tables(
    parts: Sequence[CohortFrames],
    measure: Measure,
    like: SpreadFrames,
    schemes: Mapping[str, Scheme],
    attempts: Attempts,
    states: Mapping[str, str],
) -> tuple[CohortTable, ...]:
    whole = put_together(parts, like.words, private=like.private)
    (study,) = studies(whole, schemes, like.words, attempts=attempts, states=states)
    return tuple(measure(study))
