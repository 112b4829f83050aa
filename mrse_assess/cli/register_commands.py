"""The register of applications: what is known of each, who is given it, and what they declare."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Annotated, Any

import typer

from mrse_assess.cli.options import By, Json, WorkspaceOption, day_given
from mrse_assess.cli.output import printable, say, say_json, table, tell
from mrse_assess.errors import BadRequestError
from mrse_assess.model.acts import Registration
from mrse_assess.workbench.registering.desk import register_of, task_now
from mrse_assess.workbench.registering.views import RegisterEntry
from mrse_assess.workspace import Workspace
from mrse_assess.workspace.parties import parties_of
from mrse_assess.workspace.people import ASSESS, People
from mrse_assess.workspace.register_rows import NO_INTEREST, AssessorLine, RegisterRow, register_rows

Given = Annotated[str | None, typer.Option(show_default=False)]


def add_to(app: typer.Typer, opening: Callable[[Path], Workspace]) -> None:
    """Add the commands ``register``, ``allocate`` and ``declare``. ``opening`` opens a workspace."""
    _add_register(app, opening)
    _add_allocate(app, opening)
    _add_declare(app, opening)


# -------------------------------------------------------------------- applications


def _add_register(app: typer.Typer, opening: Callable[[Path], Workspace]) -> None:
    @app.command()
    def register(
        workspace: WorkspaceOption,
        application: Annotated[str, typer.Argument(metavar="APPLICATION")] = "",
        applicant_reference: Annotated[str | None, typer.Option(help="The office's own reference.")] = None,
        guidance_version: Annotated[str | None, typer.Option(help="Which guidance the applicant followed.")] = None,
        employer: Given = None,
        professional_role: Annotated[str | None, typer.Option(help="An id of the scheme's list.")] = None,
        route: Annotated[str | None, typer.Option(help="An id of the scheme's list.")] = None,
        salutation: Annotated[str | None, typer.Option(help="How a letter begins.")] = None,
        answers: Annotated[
            str | None, typer.Option(help="By when the applicant was asked to answer, such as 2027-03-31.")
        ] = None,
        follows: Annotated[str | None, typer.Option(help="The application that this one takes up again.")] = None,
        list_: Annotated[bool, typer.Option("--list", help="Print the application register.")] = False,
        by: By = "",
        json: Json = False,
    ) -> None:
        """Record what the office knows of an application, or print the register.

        With --list, --by prints what that person may see of it.
        """
        given: dict[str, Any] = {
            "applicant_reference": applicant_reference,
            "guidance_version": guidance_version,
            "employer": employer,
            "professional_role": professional_role,
            "route": route,
            "salutation": salutation,
            "answers": day_given(answers) if answers else None,
            "follows": follows,
        }
        changes = {key: value for key, value in given.items() if value is not None}
        if list_ == bool(application) or (list_ and changes):
            raise BadRequestError("Name an application and what is known of it, or ask for the register with --list.")
        with opening(workspace) as opened:
            if changes:
                _describe(opened, application, changes, by)
            rows = register_rows(opened, reader=by if list_ else "")
            entries = {one.application: one for one in register_of(opened, by if list_ else "").entries()}
            scheme = opened.scheme
        shown = [(row, entries[row.reference]) for row in rows if list_ or row.reference == application]
        if json:
            say_json({"applications": [_row_as_json(row, entry) for row, entry in shown]})
        else:
            say(_in_words(shown, scheme.professional_roles))


def _describe(workspace: Workspace, reference: str, changes: dict[str, Any], by: str) -> None:
    people, application = People(workspace), workspace.application(reference)
    before = people.in_force(application).registration or Registration(
        application=application.reference, attempt=application.attempt
    )
    if changes.get("follows"):
        workspace.application(changes["follows"])
    people.describe(application, replace(before, **changes), by)


def _row_as_json(row: RegisterRow, entry: RegisterEntry) -> dict[str, Any]:
    said = row.said
    return {
        "application": row.reference,
        "attempt": row.attempt,
        "received": row.received_on.isoformat(),
        "applicant": row.applicant,
        "applicant_reference": said.applicant_reference if said else None,
        "guidance_version": said.guidance_version if said else None,
        "employer": said.employer if said else None,
        "professional_role": said.professional_role if said else None,
        "route": said.route if said else None,
        "salutation": said.salutation if said else None,
        "answers": said.answers.isoformat() if said and said.answers else None,
        "follows": said.follows if said else None,
        "assessors": [asdict(one) for one in row.assessors],
        "state": row.state,
        "outcome": row.outcome,
        "letter": row.letter or None,
        "letter_state": row.letter_state or None,
        "waits": [asdict(one) for one in entry.waits],
        "third": entry.third or None,
    }


def _in_words(rows: Sequence[tuple[RegisterRow, RegisterEntry]], roles: Mapping[str, str]) -> str:
    facts = ("Application", "Attempt", "Received", "Reference", "Guidance", "Employer", "Role")
    return table([(*facts, "Assessors", "State", "Waits for"), *(_cells(row, entry, roles) for row, entry in rows)])


def _cells(row: RegisterRow, entry: RegisterEntry, roles: Mapping[str, str]) -> tuple[str, ...]:
    said = row.said
    facts = (
        (said.applicant_reference, said.guidance_version, said.employer, roles.get(said.professional_role, ""))
        if said
        else ("", "", "", "")
    )
    outcome = f": {row.outcome.replace('_', ' ')}" if row.outcome else ""
    state = f"{row.state.words}{outcome}{f' ({row.letter})' if row.letter else ''}" if row.state else ""
    assessors = "; ".join(map(_assessor_in_words, row.assessors))
    waits = " ".join(filter(None, ("; ".join(f"{one.of}: {one.words}" for one in entry.waits), entry.third)))
    return (row.reference, f"{row.attempt}", row.received_on.isoformat(), *facts, assessors, state, waits)


def _assessor_in_words(line: AssessorLine) -> str:
    declared = {"not_yet": "not declared yet", "none": "no interest", "conflict": "conflict of interest"}[line.declared]
    return f"{line.person} ({'sealed' if line.sealed else declared})"


# -------------------------------------------------------------------- who judges, and interests


def _add_allocate(app: typer.Typer, opening: Callable[[Path], Workspace]) -> None:
    @app.command()
    def allocate(
        application: Annotated[str, typer.Argument(show_default=False)],
        workspace: WorkspaceOption,
        to: Annotated[str, typer.Option(help="The assessor who is given it.")] = "",
        off: Annotated[str, typer.Option(help="The assessor whom it is taken off.")] = "",
        task: Annotated[
            str,
            typer.Option(help="What is asked for: an id of the scheme's list; a third assessment where one is due."),
        ] = "",
        why: Annotated[str, typer.Option(help="Why it is taken off.")] = "",
        by: By = "",
        look: Annotated[
            bool, typer.Option("--look/--no-look", help="Look for the assessor's own names in the portfolio.")
        ] = True,
    ) -> None:
        """Give an application to an assessor, take it off one, or with --off and --to give it to another instead.

        When it is given, names of the assessor's entry that stand in the portfolio are said: they declare themselves.
        """
        if not to and not off:
            raise BadRequestError("Say to whom the application is given (--to), or whom it is taken off (--off).")
        with opening(workspace) as opened:
            people, found = People(opened), opened.application(application)
            if off and not to:
                people.take_off(found, off, why, by)
                tell(printable(f"{application} is taken off {off}"))
                return
            if off:
                asked = people.reallocate(found, off, to, why, by)
                tell(printable(f"{application} is taken off {off}"))
            else:
                asked = task or task_now(opened, found)
                people.allocate(found, to, by, asked)
            tell(printable(f"{application} is given to {to}{_for(asked, opened)}"))
            for party in parties_of(opened, found, to).named if look else ():
                if party.possible:
                    tell(printable(f"possible conflict of interest: {party.name} ({party.part}), {party.possible}"))


def _for(task: str, workspace: Workspace) -> str:
    return "" if task == ASSESS else f": {workspace.scheme.tasks[task]}"


def _add_declare(app: typer.Typer, opening: Callable[[Path], Workspace]) -> None:
    @app.command()
    def declare(
        application: Annotated[str, typer.Argument(show_default=False)],
        workspace: WorkspaceOption,
        conflict: Annotated[
            list[str], typer.Option(help="none, or a kind of interest of the scheme's list; may be repeated.")
        ],
        why: Annotated[str, typer.Option(help="In words; the office and the panel read it.")] = "",
        by: By = "",
    ) -> None:
        """Declare whether you have an interest in an application that is given to you, before it opens."""
        if NO_INTEREST in conflict and len(conflict) > 1:
            raise BadRequestError("There is no interest, or there is one of these kinds; not both.")
        interests = tuple(kind for kind in conflict if kind != NO_INTEREST)
        with opening(workspace) as opened:
            people = People(opened)
            known = people.application(application, by)
            people.declare(known, by, conflicted=bool(interests), interests=interests, why=why)
        tell(printable(f"{by} declared {'a conflict of' if interests else 'no'} interest in {application}"))
