"""Judgements made on another version of an item than the one that is there now: to be looked at again by a person."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from mrse_assess.model.acts import ApplicationEntry
from mrse_assess.model.judgement import Conclusion, Judgement, Judgements
from mrse_assess.workbench.resubmission.changes import Change, Changes, changes_between
from mrse_assess.workspace import Application, Workspace
from mrse_assess.workspace.attempts import found_of, versions_of
from mrse_assess.workspace.register import application_of


@dataclass(frozen=True, kw_only=True)
class LookAgain:
    """A judgement of an item that was replaced since, or (no item) a conclusion that rests on one."""

    assessor: str
    sub_category: str
    evidence_id: str
    change: Change
    judged_at: datetime | None
    event: str


def to_look_at_again(workspace: Workspace, application: Application) -> tuple[LookAgain, ...]:
    """Every judgement in force of an item whose content was changed after it was judged, with what rests on it."""
    versions = versions_of(workspace, application)
    if len(versions) < 2:  # noqa: PLR2004 - one version, and nothing was replaced
        return ()
    return look_again(found_of(workspace, application).judgements, versions, _changes(workspace, versions))


def look_again(
    found: Judgements, versions: tuple[ApplicationEntry, ...], known: Mapping[str, Changes]
) -> tuple[LookAgain, ...]:
    """The same of these judgements; ``known`` says by its reading what changed since each earlier version."""
    listed = [
        _item(row, change)
        for row in found.judgements
        if (change := _change_since(row, versions, known)) and change.needs_a_look
    ]
    units = {(one.assessor, one.sub_category): one for one in listed}
    wholes = [row for row in found.conclusions if (row.assessor, row.sub_category) in units]
    return (*listed, *(_whole(row, units[row.assessor, row.sub_category].change) for row in wholes))


def _changes(workspace: Workspace, versions: Iterable[ApplicationEntry]) -> dict[str, Changes]:
    """From each earlier version to the one in use, by the earlier one's reading."""
    *earlier, latest = [application_of(entry) for entry in versions]
    now = workspace.portfolio(latest)
    return {one.reading: changes_between(workspace, workspace.portfolio(one), now) for one in earlier}


def _change_since(
    row: Judgement, versions: tuple[ApplicationEntry, ...], known: Mapping[str, Changes]
) -> Change | None:
    judged = str(row.recorded_at or "")
    seen = [entry for entry in versions if str(entry.recorded_at or "") <= judged] or versions[:1]
    changes = known.get(seen[-1].portfolio_digest)
    return changes.of_item(row.evidence_id) if changes and seen[-1] is not versions[-1] else None


def _item(row: Judgement, change: Change) -> LookAgain:
    return LookAgain(
        assessor=row.assessor,
        sub_category=row.sub_category,
        evidence_id=row.evidence_id,
        change=change,
        judged_at=row.recorded_at,
        event=row.event,
    )


def _whole(row: Conclusion, change: Change) -> LookAgain:
    return LookAgain(
        assessor=row.assessor,
        sub_category=row.sub_category,
        evidence_id="",
        change=change,
        judged_at=row.recorded_at,
        event=row.event,
    )
