"""The application register as a table: each application with its facts, its assessors and how far it has come."""

from dataclasses import dataclass
from datetime import date

from mrse_assess.model.acts import Registration
from mrse_assess.records import InForce, in_force
from mrse_assess.terms import OutcomeKind
from mrse_assess.workspace.core import Workspace
from mrse_assess.workspace.people import People
from mrse_assess.workspace.register import Application
from mrse_assess.workspace.states import State, fate_of, latest_issue, state_of
from mrse_assess.workspace.visibility import has_declared, is_conflicted, matrix, sealed, standing

NOT_YET = "not_yet"
NO_INTEREST = "none"
CONFLICT = "conflict"
ISSUED = "issued"


@dataclass(frozen=True, kw_only=True)
class AssessorLine:
    """One assessor of an application. ``declared`` is not_yet, none (no interest) or conflict."""

    person: str
    task: str
    declared: str
    interests: tuple[str, ...]
    sealed: bool


@dataclass(frozen=True, kw_only=True)
class RegisterRow:
    """One application of the register. What the reader may not see is empty: None, or () for ``assessors``."""

    reference: str
    attempt: int
    received_on: date
    applicant: str | None = None
    said: Registration | None = None
    assessors: tuple[AssessorLine, ...] = ()
    state: State | None = None
    outcome: OutcomeKind | None = None
    letter: str = ""
    letter_state: str = ""


def register_rows(workspace: Workspace, reader: str = "") -> tuple[RegisterRow, ...]:
    """The register as a person may read it, in the order of the references.

    Args:
        workspace: whose register.
        reader: the id of a person, who sees what their standing towards each application allows; "" for whoever
            keeps the folder, who sees all of it.
    """
    persons = People(workspace).persons() if reader else ()
    rows = []
    for application in workspace.applications():
        events = workspace.store.events(application=application.reference)
        found = in_force(events, application.reference, application.attempt)
        seen = matrix().sees[standing(reader, persons, found)] if reader else frozenset(matrix().fields)
        if "entry" in seen:
            rows.append(_row(application, found, seen))
    return tuple(rows)


def _row(application: Application, found: InForce, seen: frozenset[str]) -> RegisterRow:
    letter = latest_issue(found) if "letter" in seen else None
    fate = fate_of(letter.letter, found) if letter else None
    return RegisterRow(
        reference=application.reference,
        attempt=application.attempt,
        received_on=application.received_on,
        applicant=application.applicant if "applicant" in seen else None,
        said=found.registration if "register" in seen else None,
        assessors=_assessors(found) if "assessors" in seen else (),
        state=_state(found, seen),
        outcome=found.outcome.outcome if found.outcome and "decision" in seen else None,
        letter=letter.letter if letter else "",
        letter_state=(fate.state.value if fate else ISSUED) if letter else "",
    )


def _state(found: InForce, seen: frozenset[str]) -> State | None:
    """The state tells how far others have come: only who may know of them is told."""
    return state_of(found) if "assessors" in seen else None


def _assessors(found: InForce) -> tuple[AssessorLine, ...]:
    said = {one.by: one for one in found.declarations}
    return tuple(
        AssessorLine(
            person=one.person,
            task=one.task,
            declared=_declared(one.person, found),
            interests=said[one.person].interests if one.person in said else (),
            sealed=one.person in sealed(found),
        )
        for one in found.allocations
        if one.allocated
    )


def _declared(person: str, found: InForce) -> str:
    if is_conflicted(person, found):
        return CONFLICT
    return NO_INTEREST if has_declared(person, found) else NOT_YET
