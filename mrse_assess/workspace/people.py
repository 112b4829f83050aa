"""The register of persons, who is given which application, and what they declare before it opens.

Everything here is checked before it is recorded, and recorded as an act of the person who does it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypedDict

from mrse_assess.errors import BadRequestError
from mrse_assess.model.acts import Allocation, Declaration, Person, Registration
from mrse_assess.records import ANY_HEAD, AnyHead, Event, InForce, in_force, persons_in_force, to_event
from mrse_assess.records.payloads import Value
from mrse_assess.terms import EventKind, Role
from mrse_assess.workspace.core import Workspace
from mrse_assess.workspace.register import Application, checked_reference
from mrse_assess.workspace.visibility import has_declared, is_allocated, is_conflicted, matrix, standing

ASSESS = "assess"
APPEAL = "appeal"


class People:
    """The persons of one workspace and their standing towards its applications."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def persons(self) -> tuple[Person, ...]:
        """Everybody registered, those who left too; empty where one person works alone."""
        return persons_in_force(self._workspace.store.events(application="", kind=EventKind.PERSON))

    def person(self, person: str) -> Person:
        """The person of this id; BadRequestError, naming those there are, when nobody has it."""
        known = {one.person: one for one in self.persons()}
        if person not in known:
            raise BadRequestError(f"Nobody is registered as {person!r}; there are: {', '.join(known) or 'none yet'}.")
        return known[person]

    def in_force(self, application: Application) -> InForce:
        """Everything in force for the application's attempt."""
        events = self._workspace.store.events(application=application.reference)
        return in_force(events, application.reference, application.attempt)

    def standing(self, person: str, application: Application) -> str:
        """The person's standing towards the application: a name of ``visibility.toml``."""
        return standing(person, self.persons(), self.in_force(application))

    def standing_of_register(self, person: str, application: Application) -> str:
        """The standing as allocations and declarations alone give it, which is soon told; seals count for nothing."""
        persons = self.persons()
        kinds = (EventKind.ALLOCATION, EventKind.DECLARATION) if persons else ()
        store = self._workspace.store
        events = [event for kind in kinds for event in store.events(application=application.reference, kind=kind)]
        return standing(person, persons, in_force(events, application.reference, application.attempt))

    def may_see(self, person: str, application: Application, field: str) -> bool:
        """Whether the person's standing towards the application sees this field of ``visibility.toml``."""
        return matrix().may_see(self.standing(person, application), field)

    def application(self, reference: str, person: str) -> Application:
        """The application of this reference, where this person may know of it.

        Raises:
            BadRequestError: there is none, or none for this person; nothing tells the two apart.
        """
        for application in self._workspace.applications():
            if application.reference == reference and self.may_see(person, application, "entry"):
                return application
        raise _no_application(reference)

    def holds(self, person: str, *roles: Role) -> bool:
        """Whether the person has one of these roles; everybody has, where nobody is registered."""
        known = {one.person: one for one in self.persons()}
        if not known:
            return True
        return person in known and not known[person].left and not set(roles).isdisjoint(known[person].roles)

    # ------------------------------------------------------------ acts of the office

    def register(self, person: Person, by: str) -> Event:
        """Enter a person, or change what is known of them.

        Raises:
            BadRequestError: the id cannot serve as one, no role is given, nobody would hold the office any more, or
                ``by`` does not hold it now.
        """
        self._refuse_without(by, Role.OFFICE)
        checked_reference(person.person)
        if not person.roles and not person.left:
            raise BadRequestError(f"Say in which role {person.person} works: {', '.join(Role)}.")
        then = [*(one for one in self.persons() if one.person != person.person), person]
        if not any(Role.OFFICE in one.roles and not one.left for one in then):
            raise BadRequestError("Somebody has to hold the office: register that person first.")
        return self._append(replace(person, by="", recorded_at=None, event=""), by)

    def describe(self, application: Application, said: Registration, by: str) -> Event:
        """Record what the office knows of an application.

        Raises:
            BadRequestError: a professional role or route that the scheme does not list, or ``by`` is not of the office.
        """
        self._refuse_without(by, Role.OFFICE)
        scheme = self._workspace.scheme
        _refuse_unknown("professional role", said.professional_role, scheme.professional_roles)
        _refuse_unknown("route", said.route, scheme.routes)
        return self._append(
            replace(said, application=application.reference, attempt=application.attempt, by="", event=""), by
        )

    def allocate(self, application: Application, person: str, by: str, task: str = ASSESS) -> Event:
        """Give the application to an assessor.

        Raises:
            BadRequestError: nobody of that id, no assessor, somebody who left or has a conflict, or who has it already.
            StaleWriteError: ``by`` recorded something about it elsewhere in the same moment; so for the next two.
        """
        seen = self._head(application, by)
        self._refuse_without(by, Role.OFFICE, Role.CHAIR)
        return self._append_all((self._given(application, person, task),), by, seen)

    def take_off(self, application: Application, person: str, why: str, by: str) -> Event:
        """Take an application off an assessor. What they recorded stays.

        Raises:
            BadRequestError: it is not theirs, or no reason is given.
        """
        seen = self._head(application, by)
        self._refuse_without(by, Role.OFFICE, Role.CHAIR)
        return self._append_all((self._taken_off(application, person, why),), by, seen)

    def reallocate(self, application: Application, person: str, to: str, why: str, by: str) -> str:
        """Take an application off an assessor and give it to another for the same task, which is returned.

        Raises:
            BadRequestError: as :meth:`take_off` or :meth:`allocate`; then neither is done.
        """
        seen = self._head(application, by)
        self._refuse_without(by, Role.OFFICE, Role.CHAIR)
        off = self._taken_off(application, person, why)
        self._append_all((off, self._given(application, to, off.task)), by, seen)
        return off.task

    def _given(self, application: Application, person: str, task: str) -> Allocation:
        known = self.person(person)
        found = self.in_force(application)
        _refuse_unknown("task", task, self._workspace.scheme.tasks)
        if known.left or Role.ASSESSOR not in known.roles:
            raise BadRequestError(f"{person} {'has left' if known.left else 'is no assessor'}; name another person.")
        if is_conflicted(person, found):
            raise BadRequestError(f"{person} declared a conflict of interest in {application.reference}.")
        if is_allocated(person, found):
            raise BadRequestError(f"{application.reference} is given to {person} already.")
        if task == APPEAL and self._has_judged(person, application):
            raise BadRequestError(f"{person} judged it before; an appeal needs assessors who are fresh to it.")
        return Allocation(**_of(application), person=person, allocated=True, task=task)

    def _taken_off(self, application: Application, person: str, why: str) -> Allocation:
        found = self.in_force(application)
        if not is_allocated(person, found):
            raise BadRequestError(f"{application.reference} is not given to {person}.")
        if not why.strip():
            raise BadRequestError("Write why it is taken off; the reason is kept with the records.")
        task = next(one.task for one in found.allocations if one.person == person)
        return Allocation(**_of(application), person=person, allocated=False, task=task, why=why.strip())

    # ------------------------------------------------------------ acts of an assessor

    def declare(
        self, application: Application, person: str, *, conflicted: bool, interests: Sequence[str] = (), why: str = ""
    ) -> Event:
        """Record a person's own word on interests in the application. A conflict said after it was opened is a recusal.

        Raises:
            BadRequestError: the application is not given to them, a kind of interest is not the scheme's or is missing,
                or somebody with a conflict would take it back: the office gives the application anew then.
        """
        found = self.in_force(application)
        if not self._may_declare(person, found):
            raise _no_application(application.reference)
        for interest in interests:
            _refuse_unknown("kind of interest", interest, self._workspace.scheme.conflict_kinds)
        if is_conflicted(person, found):
            raise BadRequestError("You declared a conflict of interest; the office decides what follows from it.")
        if conflicted and not interests:
            raise BadRequestError("Say which kind of interest it is; the office and the panel read it.")
        if not conflicted and has_declared(person, found):
            raise BadRequestError("You have declared that you have no interest in it already.")
        said = Declaration(**_of(application), conflicted=conflicted, interests=tuple(interests), why=why.strip())
        return self._append(said, person)

    def _has_judged(self, person: str, application: Application) -> bool:
        """Whether the person recorded a judgement on it, in whichever attempt."""
        own = self._workspace.store.events(application=application.reference, actor=person)
        return any(event.kind in {EventKind.JUDGEMENT, EventKind.CONCLUSION} for event in own)

    def _may_declare(self, person: str, found: InForce) -> bool:
        known = {one.person: one for one in self.persons()}
        return is_allocated(person, found) or (person in known and Role.CHAIR in known[person].roles)

    def _refuse_without(self, by: str, *roles: Role) -> None:
        if by and not self.holds(by, *roles):
            raise BadRequestError(f"{by} does not hold the {' or the '.join(roles)} in this workspace.")

    def _append(self, value: Value, by: str) -> Event:
        return self._append_all((value,), by)

    def _head(self, application: Application, by: str) -> str | None:
        """Of the person's own records, read before anything is checked: two tabs cannot both act on the same checks."""
        return self._workspace.store.head(application.reference, by)

    def _append_all(self, values: Sequence[Value], by: str, seen: str | AnyHead | None = ANY_HEAD) -> Event:
        """All of them or none; the last one's event. StaleWriteError where the person's records went on since."""
        if not by:
            raise BadRequestError("Say who does it (--by).")
        version, new_id = self._workspace.scheme.version, self._workspace.new_id
        new = [to_event(value, event=new_id(), actor=by, scheme_version=version) for value in values]
        return self._workspace.store.append_many(new, expected_head=seen)[-1]


class _Case(TypedDict):
    application: str
    attempt: int


def _of(application: Application) -> _Case:
    return {"application": application.reference, "attempt": application.attempt}


def _no_application(reference: str) -> BadRequestError:
    return BadRequestError(f"There is no application {reference!r} for you in this workspace.")


def _refuse_unknown(what: str, value: str, known: Mapping[str, str]) -> None:
    if value and value not in known:
        raise BadRequestError(f"The scheme has no {what} {value!r}; it has {', '.join(known)}.")
