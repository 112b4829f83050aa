"""Who may see what of an application. The matrix is data, ``visibility.toml`` beside this file; here it is asked.

A person's *standing* towards an application follows from the records alone: their roles, allocations, declarations,
seals and reveals. What a standing does not see it sees nowhere.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from mrse_assess.model.acts import Person
from mrse_assess.records import Event, InForce
from mrse_assess.terms import EventKind, Phase, Role

MATRIX_FILE = Path(__file__).with_name("visibility.toml")
OWN = "own"
MODERATION = "moderation"
ALONE = "alone"
"""The standing of everybody where nobody is registered."""
ASSESSING = frozenset({ALONE, "judging", "sealed", "panel"})
"""The standings of somebody who assesses the application, and declared no interest in it."""


@dataclass(frozen=True, kw_only=True)
class Matrix:
    """The matrix: what each field is in words, what each standing sees, and of which field a kind of record is."""

    fields: Mapping[str, str]
    standings: Mapping[str, str]
    sees: Mapping[str, frozenset[str]]
    kinds: Mapping[EventKind, str]

    def may_see(self, standing: str, field: str) -> bool:
        """Whether somebody of this standing sees the field; KeyError for one that the matrix does not have."""
        if field not in self.fields:  # it must not pass for one that is not seen
            raise KeyError(field)
        return field in self.sees[standing]

    def field_of(self, event: Event, viewer: str) -> str:
        """The field that a record of an application is for the viewer."""
        if event.actor == viewer:
            return OWN
        if event.payload.get("phase") == Phase.MODERATION:
            return MODERATION
        return self.kinds[event.kind]


@cache
def matrix() -> Matrix:
    """The matrix as it stands in its file."""
    data = tomllib.loads(MATRIX_FILE.read_text(encoding="utf-8"))
    return Matrix(
        fields=MappingProxyType(data["fields"]),
        standings=MappingProxyType({name: one["words"] for name, one in data["standings"].items()}),
        sees=MappingProxyType({name: frozenset(one["sees"]) for name, one in data["standings"].items()}),
        kinds=MappingProxyType({EventKind(kind): field for kind, field in data["kinds"].items()}),
    )


def standing(person: str, persons: Iterable[Person], found: InForce) -> str:
    """Somebody's standing towards an application.

    Args:
        person: the id under which they record.
        persons: the register of the workspace; empty where one person works alone.
        found: what is in force for the application and attempt.
    """
    register = {one.person: one for one in persons}
    if not register:
        return ALONE
    roles = register[person].roles if person in register else ()
    if is_conflicted(person, found):
        return "conflicted"
    if is_allocated(person, found):
        return _of_assessor(person, found)
    if Role.CHAIR in roles:
        return "chair" if all_sealed(found) else "chair_waiting"
    if Role.OFFICE in roles:
        return "office" if found.outcome else "office_waiting"
    return "unallocated"


def visible(events: Iterable[Event], person: str, standing_now: str) -> tuple[Event, ...]:
    """The records of an application that somebody of this standing sees, in the order given."""
    rules = matrix()
    return tuple(event for event in events if rules.may_see(standing_now, rules.field_of(event, person)))


def is_allocated(person: str, found: InForce) -> bool:
    """Whether the application is given to this assessor now."""
    return any(one.person == person and one.allocated for one in found.allocations)


def is_conflicted(person: str, found: InForce) -> bool:
    """Whether this person's last word on the application is a conflict of interest."""
    return any(one.by == person and one.conflicted for one in found.declarations)


def has_declared(person: str, found: InForce) -> bool:
    """Whether this person has said anything on conflicts of interest."""
    return any(one.by == person for one in found.declarations)


def judging(found: InForce) -> tuple[str, ...]:
    """The assessors to whom the application is given and who have no conflict, in natural order."""
    return tuple(one.person for one in found.allocations if one.allocated and not is_conflicted(one.person, found))


def sealed(found: InForce) -> frozenset[str]:
    """Those whose assessment is sealed now."""
    return frozenset(one.by for one in found.seals if one.sealed)


def all_sealed(found: InForce) -> bool:
    """Whether every assessor to whom the application is given has sealed, and there is one."""
    assessors = judging(found)
    return bool(assessors) and sealed(found) >= set(assessors)


def _of_assessor(person: str, found: InForce) -> str:
    if not has_declared(person, found):
        return "undeclared"
    if person not in sealed(found):
        return "judging"
    return "panel" if _was_shown_all(person, found) else "sealed"


def _was_shown_all(person: str, found: InForce) -> bool:
    others = {one for one in judging(found) if one != person}
    shown = {one.of for one in found.reveals if one.by == person}
    return bool(shown) and shown >= others
