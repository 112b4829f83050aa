"""The register of persons: everybody who works with the scheme."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from mrse_assess.cli.output import say, say_json, table
from mrse_assess.errors import BadRequestError
from mrse_assess.model.acts import Person
from mrse_assess.terms import Role
from mrse_assess.workspace import Workspace
from mrse_assess.workspace.people import People

Given = Annotated[str | None, typer.Option(show_default=False)]


def add_to(app: typer.Typer, opening: Callable[[Path], Workspace]) -> None:
    """Add the command ``person``. ``opening`` opens a workspace."""

    @app.command()
    def person(
        workspace: Annotated[Path, typer.Option("--workspace", "-w", help="The folder of the workspace.")],
        person: Annotated[str, typer.Argument(metavar="ID", help="Who; everybody is listed if left out.")] = "",
        role: Annotated[
            list[Role] | None, typer.Option(help="A role; may be repeated. Takes the place of all.")
        ] = None,
        name: Given = None,
        employer: Given = None,
        other_names: Annotated[
            list[str] | None, typer.Option(help="An earlier name or another spelling; may be repeated.")
        ] = None,
        left: Annotated[bool | None, typer.Option("--left/--back", help="Works here no longer, or again.")] = None,
        by: Annotated[str, typer.Option(help="Who of the office does it: an id, kept with the record.")] = "",
        json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    ) -> None:
        """Enter a person into the register, change what is known of them, or list everybody."""
        given: dict[str, Any] = {
            "roles": tuple(role) if role else None,
            "name": name,
            "employer": employer,
            "other_names": "\n".join(other_names) if other_names is not None else None,
            "left": left,
        }
        changes = {key: value for key, value in given.items() if value is not None}
        with opening(workspace) as opened:
            people = People(opened)
            if person and changes:
                people.register(replace(_known(people, person), **changes), by)
            elif changes:
                raise BadRequestError("Name the person whose entry it is.")
            found = (people.person(person),) if person else people.persons()
        _print_persons(found, as_json=json)


def _known(people: People, person: str) -> Person:
    known = {one.person: one for one in people.persons()}
    return known.get(person, Person(person=person, roles=()))


def _print_persons(persons: Sequence[Person], *, as_json: bool) -> None:
    if as_json:
        say_json({"persons": [_person_as_json(one) for one in persons]})
    elif not persons:
        say("Nobody is registered: whoever opens the workspace works alone in it.")
    else:
        rows = [
            (one.person, ", ".join(one.roles), one.name, one.employer, "left" if one.left else "") for one in persons
        ]
        say(table([("Person", "Roles", "Name", "Employer", ""), *rows]))


def _person_as_json(person: Person) -> dict[str, Any]:
    return {
        "person": person.person,
        "roles": list(person.roles),
        "name": person.name,
        "employer": person.employer,
        "other_names": person.other_names.splitlines(),
        "left": person.left,
    }
