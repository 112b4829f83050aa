"""Dates as people write them, and numbers that look like patients' but were never issued."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Final

MONTHS: Final = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905 - shorter
)


def _ordinal(day: int) -> str:
    return f"{day}{'th' if 10 < day < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


FULL: Final[tuple[Callable[[date], str], ...]] = (
    lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{d.day:02d}/{d.month:02d}/{d.year}",
    lambda d: f"{d.day}/{d.month}/{d.year % 100:02d}",
    lambda d: f"{d.day:02d}.{d.month:02d}.{d.year}",
    lambda d: f"{_ordinal(d.day)} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{d.day:02d}-{MONTHS[d.month - 1][:3]}-{d.year}",
    lambda d: d.isoformat(),
    lambda d: f"{d:%A} {d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{d.day:02d}-{d.month:02d}-{d.year}",
    lambda d: f"{d.day} {MONTHS[d.month - 1][:3]} {d.year}",
    lambda d: f"{d.day}.{d.month}.{d.year % 100:02d}",
    lambda d: f"the {_ordinal(d.day)} of {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{d:%a}, {d.day} {MONTHS[d.month - 1][:3]} {d.year}",
)
MONTH: Final[tuple[Callable[[date], str], ...]] = (
    lambda d: f"{MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{MONTHS[d.month - 1][:3]} {d.year}",
    lambda d: f"{d.month:02d}/{d.year}",
    lambda d: f"{MONTHS[d.month - 1]}, {d.year}",
)


def written(rng: Random, when: date, precision: str = "day") -> tuple[str, str]:
    """The date in some form, and the same as the truth says it."""
    if precision == "year":
        return str(when.year), str(when.year)
    if precision == "month":
        return rng.choice(MONTH)(when), when.isoformat()[:7]
    return rng.choice(FULL)(when), when.isoformat()


def some_day(rng: Random, first: date, last: date) -> date:
    """A day between two others."""
    return first + timedelta(days=rng.randrange((last - first).days + 1))


def valid(nine: str) -> str | None:
    """The digits with their check digit by modulus 11, or None where there is none."""
    rest = 11 - sum(int(digit) * (10 - place) for place, digit in enumerate(nine)) % 11
    return None if rest == 10 else nine + str(rest % 11)


def passes(ten: str) -> bool:
    """Whether ten digits pass modulus 11."""
    return valid(ten[:9]) == ten


def nhs_number(rng: Random) -> str:
    """Of the range that is kept for tests."""
    while not (digits := valid(f"999{rng.randrange(10**6):06d}")):
        pass
    return spaced(rng, digits)


def chi_number(rng: Random) -> str:
    """Of a day that no month has, so that nobody was given it."""
    day = rng.choice(("3104", "3106", "3109", "3111", "3002"))
    while not (digits := valid(f"{day}{rng.randint(31, 99)}{rng.randrange(1000):03d}")):
        pass
    return rng.choice((digits, f"{digits[:6]} {digits[6:]}"))


def wrong_number(rng: Random) -> str:
    """Ten digits that do not pass modulus 11."""
    while passes(digits := f"{rng.randrange(4 * 10**9, 5 * 10**9)}"):
        pass
    return spaced(rng, digits)


def spaced(rng: Random, ten: str) -> str:
    """With or without gaps."""
    gaps = rng.choice((" ", " ", "-", "", "\u00a0"))
    return gaps.join((ten[:3], ten[3:6], ten[6:]))


def hospital_number(rng: Random) -> str:
    """As a hospital writes it, with a letter, so that it is no NHS number."""
    form = rng.randrange(5)
    if form == 0:
        return f"{rng.choice('ABHKRX')}{rng.randrange(10**5, 10**6)}"
    if form == 1:
        return f"{rng.choice(('RX', 'AG', 'TH'))}{rng.randrange(10**6, 10**7)}"
    if form == 2:
        return f"{rng.randrange(10**6, 10**7)}"
    if form == 3:
        return f"00{rng.randrange(10**5, 10**6)}{rng.choice('AKZ')}"
    return f"{rng.choice('MPQ')}-{rng.randrange(10**4, 10**5)}-{rng.randint(1, 9)}"
