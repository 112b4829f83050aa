"""The cohort of a workspace as one reader may see it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from mrse_assess.cohort.frames import SHAPES, CohortFrames, Vocabulary, vocabulary
from mrse_assess.cohort.frames.arrow import Table
from mrse_assess.cohort.frames.building import frames_of
from mrse_assess.cohort.frames.columns import OF_ASSESSORS_ALONE, PRIVATE
from mrse_assess.cohort.frames.shown import Case, of_cases, shown, without
from mrse_assess.errors import BadRequestError
from mrse_assess.model.scheme import Scheme
from mrse_assess.terms import Role
from mrse_assess.workbench.cohort.access import Right, rights
from mrse_assess.workbench.cohort.cases import LeftOut
from mrse_assess.workbench.cohort.keeping import KeptRows, Tell, kept_rows
from mrse_assess.workbench.cohort.segments import Entry
from mrse_assess.workspace import Workspace
from mrse_assess.workspace.people import People
from mrse_assess.workspace.states import State


@dataclass(frozen=True, kw_only=True)
class Cohort:
    """The cohort as a reader sees it.

    ``schemes`` are those that its applications were replayed under, by version, and ``words`` the lists of words of its
    frames. ``left_out`` are attempts that could not be replayed: they are in no frame, and a report has to say so.
    ``whole``: nothing of any application was kept from the reader that another one could count.
    """

    frames: CohortFrames
    words: Vocabulary
    schemes: Mapping[str, Scheme]
    left_out: tuple[LeftOut, ...]
    whole: bool = False


def cohort(
    workspace: Workspace,
    reader: str,
    *,
    assessments: bool = False,
    schemes: Iterable[Scheme] = (),
    tell: Tell = lambda _done, _all: None,
) -> Cohort:
    """The frames of a workspace's applications.

    An application in which the reader has an interest, or of which they may not see that it is one of a cohort, is as
    if it were not there. Of one that is still judged, what came of it is missing to whoever may not see it yet.
    Which prompts assessors put aside is theirs: it is missing to every person.

    Args:
        workspace: whose records.
        reader: the id of a person; "" for whoever keeps the folder.
        assessments: what each assessor said as well, for the chair.
        schemes: earlier versions of the scheme that applications were decided under, beside the workspace's own.
        tell: told how far replaying what changed has come.

    Raises:
        BadRequestError: assessments are asked for by somebody who is not in the chair.
        RecordsError: a record is damaged.
    """
    refuse_assessments(workspace, reader, asked=assessments)
    known, words = vocabulary_of(workspace, schemes)
    kept = kept_rows(workspace, known, names_of(assessments=assessments), tell)
    seen = _seen(kept.entries, reader, People(workspace))
    frames, left_out = _as_seen(reader, kept, words, seen)
    return Cohort(
        frames=with_successors(frames, frames.applications["follows"].dropna()),
        words=words,
        schemes=known,
        left_out=left_out,
        whole=_is_whole(kept.entries, seen),
    )


def refuse_assessments(workspace: Workspace, reader: str, *, asked: bool) -> None:
    """Refuse what each assessor said to whoever is not in the chair.

    Raises:
        BadRequestError: they ask for it.
    """
    if asked and not (reader and People(workspace).holds(reader, Role.CHAIR)):
        raise BadRequestError("What each assessor said is for the chair.")


def vocabulary_of(workspace: Workspace, schemes: Iterable[Scheme]) -> tuple[dict[str, Scheme], Vocabulary]:
    """The schemes at hand by version, the workspace's own last, and the words of frames under them."""
    known = {one.version: one for one in (*schemes, workspace.scheme)}
    return known, vocabulary(known.values(), map(str, State))


def names_of(*, assessments: bool) -> tuple[str, ...]:
    """The names of the frames, of those about persons where they are asked for."""
    return tuple(name for name in SHAPES if assessments or name not in PRIVATE)


def as_seen(
    workspace: Workspace, reader: str, kept: KeptRows, words: Vocabulary
) -> tuple[CohortFrames, tuple[LeftOut, ...]]:
    """The frames of rows as the reader may see them, and what is in none of them."""
    return _as_seen(reader, kept, words, _seen(kept.entries, reader, People(workspace)))


def _as_seen(
    reader: str, kept: KeptRows, words: Vocabulary, seen: Mapping[Case, Right]
) -> tuple[CohortFrames, tuple[LeftOut, ...]]:
    left_out = [one for entry in kept.entries for one in entry.left_out if seen[one.application, one.attempt]]
    cut = _cut(kept.tables, seen)
    if reader:
        cut |= {name: without(cut[name], column) for name, column in OF_ASSESSORS_ALONE}
    return frames_of(cut, words), tuple(sorted(left_out, key=lambda one: (one.application, one.attempt)))


def with_successors(frames: CohortFrames, followed: Iterable[str]) -> CohortFrames:
    """An application that another takes up again under a reference of its own is not final."""
    applications = frames.applications
    final = applications["is_final"].mask(applications["application"].isin(list(followed)), other=False)
    return replace(frames, applications=applications.assign(is_final=final))


def _seen(entries: Sequence[Entry], reader: str, people: People) -> dict[Case, Right]:
    persons = people.persons() if reader else ()
    return {
        (entry.application, attempt): right
        for entry in entries
        for attempt, right in rights(entry.access, reader, persons).items()
    }


def _is_whole(entries: Iterable[Entry], seen: Mapping[Case, Right]) -> bool:
    """Whether the reader sees every attempt, and what came of it where something did."""
    return all(
        seen[entry.application, one.attempt] >= (Right.DECIDED if one.chosen else Right.WAITING)
        for entry in entries
        for one in entry.access
    )


def _cut(tables: Mapping[str, Table], seen: Mapping[Case, Right]) -> dict[str, Table]:
    """The rows that the reader may see; the tables as they are where that is all of them."""
    of_cohort = {name: table for name, table in tables.items() if name not in PRIVATE}
    if any(right < Right.DECIDED for right in seen.values()):
        decided = {case for case, right in seen.items() if right >= Right.DECIDED}
        waiting = {case for case, right in seen.items() if right is Right.WAITING}
        of_cohort = shown(of_cohort, decided=decided, waiting=waiting)
    judged = {case for case, right in seen.items() if right is Right.JUDGED}
    private = {name: tables[name] for name in PRIVATE & tables.keys()}
    if len(judged) < len(seen):
        private = {name: of_cases(table, judged) for name, table in private.items()}
    return of_cohort | private
