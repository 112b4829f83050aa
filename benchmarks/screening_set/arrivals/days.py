"""The ways in which a day is written, some beside those of the sets before."""

from datetime import date
from typing import Final

from ..strangers import days as known  # noqa: TID252 - the set is imported by two names

MORE: Final = ("the", "weekday short", "apostrophe", "dotted short", "spaced slash")
FULL: Final = (*known.FULL, *MORE)
COARSE: Final = known.COARSE


def written(day: date, form: str) -> str:
    """A day in one of the ways people write it."""
    month, name = known.MONTHS[day.month - 1], known.DAYS[day.weekday()]
    own = {
        "the": f"the {known.ordinal(day.day)} of {month} {day.year}",
        "weekday short": f"{name[:3]} {day.day} {month[:3]} {day.year}",
        "apostrophe": f"{day.day} {month[:3]} '{day.year % 100:02d}",
        "dotted short": f"{day.day}.{day.month}.{day.year % 100:02d}",
        "spaced slash": f"{day.day:02d} / {day.month:02d} / {day.year}",
    }
    return own.get(form) or known.written(day, form)


def told(day: date, form: str) -> str:
    """What the truth says of a day that is written so."""
    return known.told(day, form)
