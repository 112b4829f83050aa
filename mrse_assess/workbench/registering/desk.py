"""What office and chair do on the register: allocate, take off, replace, and write down what is known."""

from collections.abc import Iterable
from concurrent.futures import Future
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from mrse_assess.errors import BadRequestError
from mrse_assess.model.acts import Person, Registration
from mrse_assess.terms import Role
from mrse_assess.workbench.registering import wording
from mrse_assess.workbench.registering.entries import Kept, Register, task_of, task_words
from mrse_assess.workbench.registering.third import third_of
from mrse_assess.workbench.registering.views import Known, PersonView, RegisterEntry, RegisterSheet
from mrse_assess.workbench.whole import WholeCase
from mrse_assess.workspace import Application, Workspace
from mrse_assess.workspace.parties import parties_of
from mrse_assess.workspace.people import People
from mrse_assess.workspace.states import OVER


class Registering:
    """The register under the hands of one person. Every act is checked against what the page showed."""

    def __init__(self, workspace: Workspace, person: str) -> None:
        self._workspace = workspace
        self._person = person
        self._people = People(workspace)
        self._kept: Kept = {}

    def sheet(self) -> RegisterSheet:
        """The register as this person's standings allow, and to whom applications can be given."""
        register = self._register()
        entries = register.entries()
        scheme, now = self._workspace.scheme, self._workspace.clock().astimezone()
        may = any(entry.may_allocate for entry in entries)
        return RegisterSheet(
            entries=entries,
            persons=tuple(_persons(register.persons, entries)) if may else (),
            roles=tuple(scheme.professional_roles.items()),
            routes=tuple(scheme.routes.items()),
            read_at=now,
        )

    def allocate(self, reference: str, to: str, seen: str) -> str:
        """Give an application to an assessor, for what :func:`task_now` says. What was done, in words.

        Args:
            reference: the application.
            to: the id of a person.
            seen: the ``version`` of the entry that the page showed.

        Raises:
            BadRequestError: there is none for this person, who has it was changed meanwhile, or it cannot be given.
        """
        application = self._shown(reference, seen)
        task = task_now(self._workspace, application)
        self._people.allocate(application, to, self._person, task)
        return wording.given(reference, self._name(to), task_words(self._workspace, task))

    def take_off(self, reference: str, person: str, why: str, to: str, seen: str) -> str:
        """Take an application off an assessor, and give it to another at once where ``to`` names one.

        Raises:
            BadRequestError: as :meth:`allocate`, or without a reason; nothing is taken off for somebody who cannot have
                it.
        """
        application = self._shown(reference, seen)
        said = wording.taken_off(reference, self._name(person))
        task = self._people.reallocate(application, person, to, why, self._person) if to else ""
        if not to:
            self._people.take_off(application, person, why, self._person)
            return said
        return f"{said} {wording.given(reference, self._name(to), task_words(self._workspace, task))}"

    def possible(self, reference: str, person: str) -> "Future[tuple[str, ...]]":
        """Names of the person's own entry that stand in the portfolio, in sentences. They take a moment to be found.

        Raises:
            BadRequestError: there is no such application for whoever asks.
        """
        application = self._people.application(reference, self._person)
        if not self._people.may_see(self._person, application, "parties"):
            raise _not_here(reference)
        return self._workspace.background.submit(self._look, application, person)

    def describe(self, reference: str, known: Known, seen: str) -> str:
        """Record what the office knows of an application. What was done, in words.

        Args:
            reference: the application.
            known: everything as typed; what is empty is not known.
            seen: the ``said_version`` of the entry that the page showed.

        Raises:
            BadRequestError: there is none for this person, it was changed meanwhile, nothing is changed, or a value is
                not the scheme's.
        """
        application = self._people.application(reference, self._person)
        entry = self._register().entry(application)
        if entry is None or not self._people.may_see(self._person, application, "register"):
            raise _not_here(reference)
        if entry.said_version != seen:
            raise BadRequestError(wording.changed_meanwhile("What is known of", reference))
        before = entry.said or Registration(application=reference, attempt=application.attempt)
        after = replace(before, **_typed(known))
        if after == before:
            raise BadRequestError("Nothing was changed.")
        if after.follows:
            self._refuse_following(after.follows, reference)
        self._people.describe(application, after, self._person)
        return f"{reference}: saved."

    def _refuse_following(self, follows: str, reference: str) -> None:
        if follows == reference:
            raise BadRequestError(f"{reference} cannot take itself up again; another attempt keeps its reference.")
        self._people.application(follows, self._person)

    def _look(self, application: Application, person: str) -> tuple[str, ...]:
        named = parties_of(self._workspace, application, person).named
        name = self._name(person)
        return tuple(wording.possible(name, one.name, one.part, one.possible) for one in named if one.possible)

    def _register(self) -> Register:
        return register_of(self._workspace, self._person, self._kept)

    def _shown(self, reference: str, seen: str) -> Application:
        """The application, where who is given it is as the page showed it."""
        application = self._people.application(reference, self._person)
        entry = self._register().entry(application)
        if entry is None or not self._people.may_see(self._person, application, "assessors"):
            raise _not_here(reference)
        if entry.version != seen:
            raise BadRequestError(wording.changed_meanwhile("Who is given", reference))
        return application

    def _name(self, person: str) -> str:
        return next((one.name or person for one in self._people.persons() if one.person == person), person)


def register_of(workspace: Workspace, reader: str, kept: Kept | None = None) -> Register:
    """The register as it stands, as this person reads it; "" for whoever keeps the folder."""
    today = workspace.today()
    return Register(workspace, reader, People(workspace).persons(), today, {} if kept is None else kept)


def task_now(workspace: Workspace, application: Application) -> str:
    """What somebody who is given the application now is asked for: a third assessment, or a fresh one on appeal."""
    case = WholeCase(workspace, application)
    return task_of(case.in_force, third_of(case))


def _persons(persons: Iterable[Person], entries: Iterable[RegisterEntry]) -> Iterable[PersonView]:
    at_work = [one.person for entry in entries if entry.state not in OVER for one in entry.assessors if one.allocated]
    for one in persons:
        if Role.ASSESSOR in one.roles and not one.left:
            yield PersonView(person=one.person, name=one.name, load=at_work.count(one.person))


def _typed(known: Known) -> dict[str, Any]:
    said = {name: " ".join(value.split()) for name, value in asdict(known).items()}
    return {**said, "answers": _day(said["answers"]) if said["answers"] else None}


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadRequestError(f"{text!r} is not a date; write it as 2027-03-31.") from error


def _not_here(reference: str) -> BadRequestError:
    return BadRequestError(f"There is no application {reference!r} for you in this workspace.")
