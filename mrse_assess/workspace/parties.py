"""The names on which an interest is declared while an application is closed: all that somebody undeclared is shown."""

import contextlib
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from mrse_assess.documents import read_document, stored_file
from mrse_assess.documents.places import reader_name
from mrse_assess.intake.front.person_names import same_person
from mrse_assess.model.acts import Person
from mrse_assess.model.pages import DocumentReading
from mrse_assess.model.portfolio import Portfolio
from mrse_assess.workspace.core import Workspace
from mrse_assess.workspace.files import write_durably
from mrse_assess.workspace.parties_in_text import Found, Party, find_own, find_parties, is_organisation
from mrse_assess.workspace.party_words import FILE, party_words, same_organisation
from mrse_assess.workspace.people import People
from mrse_assess.workspace.register import Application

VERSION = 1
"""Goes up when the same portfolio would give other names."""

LOOKING_SECONDS = 120.0
Made = TypeVar("Made")


@dataclass(frozen=True, kw_only=True)
class NamedParty:
    """A name, what it has to do with the application in words, and why it may concern the reader ("" for nothing)."""

    name: str
    part: str
    items: int
    possible: str = ""


@dataclass(frozen=True, kw_only=True)
class Parties:
    """The names of one application as one person reads them. ``unread`` pages could not be looked at for names."""

    named: tuple[NamedParty, ...]
    unread: int


def parties_of(workspace: Workspace, application: Application, reader: str) -> Parties:
    """The names found in an application's portfolio and register, marked where they may concern the reader.

    Args:
        workspace: where the application lies.
        application: whose names.
        reader: the id of the person who is to declare.

    Raises:
        WorkerError: looking failed.
        RecordsError: the stored reading is missing or was changed.
    """
    people = People(workspace)
    person = next((one for one in people.persons() if one.person == reader), Person(person=reader, roles=()))
    portfolio = workspace.portfolio(application)
    found = _found(workspace, application, portfolio)
    own = _own(workspace, application, portfolio, person)
    said = people.in_force(application).registration
    employers = [Party(said.employer, "employer")] if said and said.employer else []
    known = [one for one in found.parties if not any(_same_employer(one, given) for given in employers)]
    named = [_named(party, person) for party in (*employers, *known)]
    marked = {each.possible for each in named}
    told = [one for one in own if party_words().parts[one.part] not in marked]
    return Parties(named=(*(_own_row(one) for one in told), *named), unread=found.unread)


def _same_employer(party: Party, given: Party) -> bool:
    return party.part == "employer" and same_organisation(party.name, given.name)


def _named(party: Party, person: Person) -> NamedParty:
    return NamedParty(
        name=party.name, part=party_words().parts[party.part], items=party.items, possible=_possible(party, person)
    )


def _own_row(party: Party) -> NamedParty:
    return NamedParty(name=party.name, part=party_words().parts[party.part], items=party.items, possible="found in it")


def _possible(party: Party, person: Person) -> str:
    for part, names in wanted_of(person).items():
        for name in names:
            alike = same_organisation if is_organisation(name, part) else same_person
            if alike(party.name, name):
                return party_words().parts[part]
    return ""


def wanted_of(person: Person) -> Mapping[str, tuple[str, ...]]:
    """What of a person's own is looked for in portfolios, by the key of ``parties.toml`` that says what it is."""
    others = tuple(filter(None, map(str.strip, person.other_names.splitlines())))
    return {
        "own_name": (person.name,) if person.name.strip() else (),
        "own_other": others,
        "own_employer": (person.employer,) if person.employer.strip() else (),
    }


# ---------------------------------------------------------------- made once, kept in the cache


def _found(workspace: Workspace, application: Application, portfolio: Portfolio) -> Found:
    path = _path(workspace, application, "")

    def make() -> Found:
        readings = _readings(workspace, portfolio)
        return workspace.pool.run(find_parties, readings, portfolio, seconds=LOOKING_SECONDS)

    return _kept(path, make, lambda plain: Found(_parties(plain[0]), int(plain[1])))


def _own(workspace: Workspace, application: Application, portfolio: Portfolio, person: Person) -> tuple[Party, ...]:
    wanted = wanted_of(person)
    if not any(wanted.values()):
        return ()
    path = _path(workspace, application, json.dumps(dict(wanted), sort_keys=True))

    def make() -> tuple[Party, ...]:
        readings = _readings(workspace, portfolio)
        return workspace.pool.run(find_own, readings, portfolio, dict(wanted), seconds=LOOKING_SECONDS)

    return _kept(path, make, _parties)


def _kept(path: Path, make: Callable[[], Made], read: Callable[[Any], Made]) -> Made:
    """What the cache holds, else what is made now and put there."""
    with contextlib.suppress(OSError, ValueError, TypeError, IndexError):
        return read(json.loads(path.read_text(encoding="utf-8")))
    made = make()
    with contextlib.suppress(OSError):  # on a full disk it is made again another time
        write_durably(path, json.dumps(made, ensure_ascii=True).encode())
    return made


def _parties(plain: Sequence[Sequence[object]]) -> tuple[Party, ...]:
    return tuple(Party(str(name), str(part), int(str(items))) for name, part, items in plain)


def _path(workspace: Workspace, application: Application, wanted: str) -> Path:
    """Another one whenever other names may be found."""
    hashed = hashlib.sha256(FILE.read_bytes())
    hashed.update("\0".join((application.reading, reader_name(), f"{VERSION}", wanted)).encode())
    return workspace.layout.cache / f"{hashed.hexdigest()}.parties.json"


def _readings(workspace: Workspace, portfolio: Portfolio) -> tuple[DocumentReading, ...]:
    originals, cache = workspace.layout.originals, workspace.layout.cache
    files = map(stored_file, portfolio.documents)
    return tuple(read_document(file, originals, cache, workspace.pool) for file in files)
