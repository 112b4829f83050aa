"""How old a dated item is on the day of submission; a month or a year may reach across the limit (clause G7)."""

from datetime import date
from enum import StrEnum
from typing import Final

_FIRST: Final = {len("2021"): "-01-01", len("2021-03"): "-01", len("2021-03-05"): ""}
_MONTHS: Final = 12


class Age(StrEnum):
    """Whether a date lies within so many years before a day. STRADDLING: part of the month or year does."""

    WITHIN = "within"
    OLDER = "older"
    STRADDLING = "straddling"


def years_before(day: date, years: int) -> date:
    """The same day so many years before; of 29 February the 28th where that year has none."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def age_of(iso: str, day: date, years: int) -> Age:
    """The age of a day, month or year on a day; the limit itself is within."""
    limit = years_before(day, years)
    if last_day(iso) < limit:
        return Age.OLDER
    return Age.WITHIN if first_day(iso) >= limit else Age.STRADDLING


def first_day(iso: str) -> date:
    """The first day of a day, month or year."""
    return date.fromisoformat(iso + _FIRST[len(iso)])


def last_day(iso: str) -> date:
    """The last day of a day, month or year."""
    first = first_day(iso)
    if len(iso) == len("2021-03-05"):
        return first
    if len(iso) == len("2021"):
        return date(first.year, _MONTHS, 31)
    following = date(first.year + first.month // _MONTHS, first.month % _MONTHS + 1, 1)
    return date.fromordinal(following.toordinal() - 1)
