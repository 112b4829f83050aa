"""Who applies, when, and who vouches: what the cover and the authentication say."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from benchmarks.reading_set.set_aside.words import HOSPITALS, JOBS, MONTHS, PEOPLE, REFEREES, ROLES


@dataclass(frozen=True, kw_only=True)
class Day:
    """A day and how it is written."""

    iso: str
    written: str


@dataclass(frozen=True, kw_only=True)
class Person:
    """The applicant and the referee of one portfolio. What is None the portfolio does not say."""

    name: str
    job: str
    hospital: str
    submitted: Day | None
    authenticated: bool
    referee: str
    role: str
    signed: bool
    signed_on: Day | None


def draw_person(rng: Random) -> Person:
    """An invented applicant."""
    authenticated = rng.random() < 0.9
    signed = authenticated and rng.random() < 0.85
    submitted = draw_day(rng)
    vouched = _before(rng, submitted)
    return Person(
        name=rng.choice(("", "", "Dr ")) + rng.choice(PEOPLE),
        job=rng.choice(JOBS),
        hospital=rng.choice(HOSPITALS),
        submitted=submitted if rng.random() < 0.88 else None,
        authenticated=authenticated,
        referee=rng.choice(REFEREES),
        role=rng.choice(ROLES),
        signed=signed,
        signed_on=vouched if signed or (authenticated and rng.random() < 0.4) else None,
    )


def draw_day(rng: Random) -> Day:
    """A day of late, in one of the forms of the country."""
    return some_day(rng, rng.choice((2024, 2025)))


def some_day(rng: Random, year: int) -> Day:
    """A day of the year."""
    return _written(rng, date(year, rng.randint(1, 12), rng.randint(1, 28)))


def _before(rng: Random, submitted: Day) -> Day:
    """The day of the referee's signature: some days before the portfolio was sent."""
    return _written(rng, date.fromisoformat(submitted.iso) - timedelta(days=rng.randint(0, 40)))


def _written(rng: Random, on: date) -> Day:
    day, month, year = on.day, on.month, on.year
    name = MONTHS[month - 1]
    ending = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}.get(day, "th")
    forms = (
        f"{day} {name} {year}",
        f"{day:02}/{month:02}/{year}",
        f"{day}{ending} {name} {year}",
        f"{day} {name[:3]} {year}",
        f"{day:02}.{month:02}.{year}",
    )
    return Day(iso=on.isoformat(), written=rng.choice(forms))
