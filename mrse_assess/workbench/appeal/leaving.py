"""Who may let an application's records leave the office, and the table of its judgements."""

from pathlib import Path

from mrse_assess.errors import BadRequestError
from mrse_assess.records.frame import frame, write_frame
from mrse_assess.terms import Role
from mrse_assess.workbench.whole import WholeCase
from mrse_assess.workspace import OFFICE, Application, Workspace
from mrse_assess.workspace.attempts import attempts_of
from mrse_assess.workspace.people import People
from mrse_assess.workspace.purged import refuse_purged
from mrse_assess.workspace.visibility import judging, sealed


def require_leave(workspace: Workspace, reference: str, by: str) -> tuple[Application, ...]:
    """The attempts of the application, where this person may give them out now.

    Raises:
        BadRequestError: there is no such application for them, an assessment is still open, or it was purged.
    """
    workspace.application(reference)
    refuse_purged(workspace, reference)
    attempts, people = attempts_of(workspace, reference), People(workspace)
    if people.persons() and by != OFFICE:
        if not people.holds(by, Role.OFFICE, Role.CHAIR):
            raise BadRequestError(f"{by or 'Nobody'} does not hold the office or the chair in this workspace.")
        if any(people.standing_of_register(by, one) == "conflicted" for one in attempts):
            raise BadRequestError(f"There is no application {reference!r} for you in this workspace.")
    for one in attempts:
        found = WholeCase(workspace, one).in_force
        if set(judging(found)) - sealed(found):
            raise BadRequestError(
                f"Attempt {one.attempt} of {reference} is being judged: nothing of it leaves before every assessment "
                "is sealed."
            )
    return attempts


def table_of(workspace: Workspace, attempts: tuple[Application, ...], folder: Path) -> bytes:
    """Every judgement in force of the attempts as a CSV table; each row says its attempt and phase."""
    judged = [WholeCase(workspace, one).in_force.judgements for one in attempts]
    path = folder / "judgements.csv"
    write_frame(frame(judged, workspace.scheme.codes), path)
    return path.read_bytes()
