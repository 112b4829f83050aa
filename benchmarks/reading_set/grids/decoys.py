"""Tables that look like the cross reference table and are something else: audits, courses, rotas, inventories."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Final

from ..shapes.words import MONTHS, PEOPLE, PLACES  # noqa: TID252 - imported by two names, with and without a parent


@dataclass(frozen=True, kw_only=True)
class Decoy:
    """A table with the line above it."""

    title: str
    rows: tuple[tuple[str, ...], ...]


def _audit(rng: Random) -> Decoy:
    clauses = [f"{chapter}.{part}" for chapter in (4, 5, 6) for part in (1, 2, 3)]
    answers = [rng.choice(("Yes", "Yes", "Part", "No")) for _ in clauses]
    rows = [(clause, f"Audit question {clause}", answer) for clause, answer in zip(clauses, answers, strict=True)]
    return Decoy(title="Audit of a mobile unit against the local checklist", rows=(("Clause", "Asked", "Met?"), *rows))


def _attendance(rng: Random) -> Decoy:
    days = ("Mon", "Tue", "Wed", "Thu", "Fri")
    rows = [(who, *(rng.choice(("x", "")) for _ in days)) for who in PEOPLE]
    return Decoy(title="Who came to the training week", rows=(("Staff", *days), *rows))


def _inventory(rng: Random) -> Decoy:
    things = ("Wheelchair", "Drip stand", "Step stool", "Extinguisher", "Laryngoscope")
    rows = [(thing, f"{rng.randint(1, 8)}.{rng.randint(1, 3)} kg", rng.choice(PLACES)) for thing in things]
    return Decoy(title="Equipment allowed in the room", rows=(("Thing", "Mass", "Kept in"), *rows))


def _versions(rng: Random) -> Decoy:
    rows = [(f"{n}.{m}", f"{rng.choice(MONTHS)} 202{n}", rng.choice(PEOPLE)) for n in (1, 2, 3) for m in (1, 2)]
    return Decoy(title="Version history of this document", rows=(("Version", "Month", "Changed by"), *rows))


def _courses(rng: Random) -> Decoy:
    names = ("MR physics", "Investigating incidents", "Implants and leads", "Speaking to the public")
    rows = [(str(rng.randint(2012, 2024)), name, f"{rng.randint(1, 5)} days") for name in names]
    return Decoy(title="Courses that I attended", rows=(("Year", "Course", "Length"), *rows))


DECOYS: Final[tuple[Callable[[Random], Decoy], ...]] = (_audit, _attendance, _inventory, _versions, _courses)
