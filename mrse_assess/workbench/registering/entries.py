"""The applications of the register, each as a person's standing towards it allows."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from mrse_assess.model.acts import Act, Allocation, Declaration, Person
from mrse_assess.records import InForce
from mrse_assess.terms import Role
from mrse_assess.workbench.letter_life import permitted
from mrse_assess.workbench.registering import wording
from mrse_assess.workbench.registering.third import FIELD, NEEDED, SETTING, TASK, Third, needed_of, third_of
from mrse_assess.workbench.registering.views import AssessorView, RegisterEntry, Stage
from mrse_assess.workbench.registering.waiting import Around, waits_of
from mrse_assess.workbench.whole import WholeCase
from mrse_assess.workspace import Application, Workspace
from mrse_assess.workspace.people import APPEAL, ASSESS
from mrse_assess.workspace.states import State, state_of
from mrse_assess.workspace.visibility import (
    ALONE,
    ASSESSING,
    has_declared,
    is_allocated,
    is_conflicted,
    matrix,
    sealed,
    standing,
)

Kept = dict[tuple[str, ...], Third]
"""What is known of a third assessment, by the application and the records it was worked out from."""


@dataclass(frozen=True)
class Register:
    """The register as one person reads it; ``reader`` is "" for whoever keeps the folder, who sees all of it."""

    workspace: Workspace
    reader: str
    persons: tuple[Person, ...]
    today: date
    kept: Kept = field(default_factory=dict)

    def entries(self) -> tuple[RegisterEntry, ...]:
        """Every application whose entry the reader sees, in the order of the references."""
        found = (self.entry(one) for one in self.workspace.applications())
        return tuple(one for one in found if one is not None)

    def entry(self, application: Application) -> RegisterEntry | None:
        """One application, None where the reader does not see that there is one."""
        case = WholeCase(self.workspace, application)
        towards = standing(self.reader, self.persons, case.in_force) if self.reader else ALONE
        seen = matrix().sees[towards] if self.reader else frozenset(matrix().fields)
        return self._entry(case, towards, seen) if "entry" in seen else None

    def name(self, person: str) -> str:
        """The person's name, their id where none is known."""
        return next((one.name or person for one in self.persons if one.person == person), person)

    def _entry(self, case: WholeCase, towards: str, seen: frozenset[str]) -> RegisterEntry:
        found = case.in_force
        entry = RegisterEntry(
            application=case.application.reference,
            attempt=case.application.attempt,
            received=case.application.received_on,
            may_read_letter=towards in permitted.PERMITTED[permitted.LOOK] and found.outcome is not None,
        )
        if "register" in seen:
            may = self._holds(Role.OFFICE) and towards not in ASSESSING - {ALONE}
            said = found.registration
            name = self.name(said.by) if said else ""
            entry = replace(entry, said=said, said_by=name, said_version=_version([said]), may_describe=may)
        return self._with_assessors(entry, case, seen) if "assessors" in seen else entry

    def _with_assessors(self, entry: RegisterEntry, case: WholeCase, seen: frozenset[str]) -> RegisterEntry:
        found, needed = case.in_force, needed_of(case)
        third = self._third(case) if FIELD in seen else Third()
        assessors = tuple(self._assessors(found))
        at_work = sum(one.allocated and one.stage is not Stage.CONFLICT for one in assessors)
        alone = not self.persons
        around = Around(needed=needed, today=self.today, third_asked=bool(third.ground), alone=alone)
        return replace(
            entry,
            state=state_of(found),
            assessors=assessors,
            needed="" if alone else wording.needed(needed, at_work),
            enough=needed is not None and at_work >= needed,
            asked_for=task_words(self.workspace, task_of(found, third)),
            waits=waits_of(found, assessors, around),
            third=wording.THIRD_UNSEEN if third.unseen else wording.THIRD.get(third.ground, ""),
            third_asked=bool(third.ground),
            barred=tuple(one.person for one in self.persons if _is_barred(one.person, found)),
            may_allocate=not alone and self._holds(Role.OFFICE, Role.CHAIR) and state_of(found) is not State.PURGED,
            version=_version((*found.allocations, *found.declarations)),
        )

    def _third(self, case: WholeCase) -> Third:
        settings = (repr(case.settings.get(SETTING)), repr(case.settings.get(NEEDED)))
        key = (case.application.reference, case.head, *settings)
        if key not in self.kept:
            self.kept[key] = third_of(case)
        return self.kept[key]

    def _holds(self, *roles: Role) -> bool:
        """As :meth:`People.holds`, of the reader; whoever keeps the folder holds every role."""
        if not self.persons or not self.reader:
            return True
        return any(one.person == self.reader and not one.left and set(roles) & set(one.roles) for one in self.persons)

    # ------------------------------------------------------------ assessors

    def _assessors(self, found: InForce) -> Iterator[AssessorView]:
        """Those who have it, then those who had it or declared an interest."""
        said = {one.by: one for one in found.declarations}
        given = {one.person: one for one in found.allocations}
        views = [self._assessor(who, given.get(who), said.get(who), found) for who in (*given, *_others(said, given))]
        yield from (one for one in views if one.allocated)
        yield from (one for one in views if not one.allocated)

    def _assessor(self, who: str, given: Allocation | None, said: Declaration | None, found: InForce) -> AssessorView:
        scheme = self.workspace.scheme
        conflicted = is_conflicted(who, found)
        task = given.task if given else ""
        return AssessorView(
            person=who,
            name=self.name(who),
            task=task,
            task_words=task_words(self.workspace, task),
            stage=_stage(who, found, conflicted=conflicted),
            allocated=is_allocated(who, found),
            kinds=_kinds(said, scheme.conflict_kinds) if conflicted else (),
            why="\n".join(filter(None, (said.why if said and conflicted else "", given.why if given else ""))),
            given_by=self.name(given.by) if given else "",
            given_at=given.recorded_at.astimezone() if given and given.recorded_at else None,
        )


def task_of(found: InForce, third: Third) -> str:
    """For what somebody is given the application now; once the panel has sat, it is the panel that asks."""
    if found.issues:
        return APPEAL
    return TASK if third.ground or found.meetings else ASSESS


def task_words(workspace: Workspace, task: str) -> str:
    """The task as it is said, "" for the usual one."""
    return "" if task == ASSESS else workspace.scheme.tasks.get(task, "")


def _others(said: Iterable[str], given: Iterable[str]) -> Iterator[str]:
    known = set(given)
    return (who for who in said if who not in known)


def _stage(who: str, found: InForce, *, conflicted: bool) -> Stage:
    if conflicted:
        return Stage.CONFLICT
    if not is_allocated(who, found):
        return Stage.TAKEN_OFF
    if who in sealed(found):
        return Stage.SEALED
    return Stage.DECLARED if has_declared(who, found) else Stage.UNDECLARED


def _kinds(said: Declaration | None, known: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(known.get(kind, kind) for kind in said.interests) if said else ()


def _is_barred(person: str, found: InForce) -> bool:
    return is_allocated(person, found) or is_conflicted(person, found)


def _version(acts: Iterable[Act | None]) -> str:
    """Another text whenever one of these records is another; "" for none."""
    events = sorted(one.event for one in acts if one is not None)
    return hashlib.sha256(" ".join(events).encode()).hexdigest()[:16] if events else ""
