"""How dates and pages are written."""

from collections.abc import Sequence
from datetime import date

from .words import MONTHS


def day(when: date, how: str) -> str:
    """A day, day first."""
    month = MONTHS[when.month - 1]
    return {
        "long": f"{when.day} {month} {when.year}",
        "slashes": f"{when:%d/%m/%Y}",
        "dots": f"{when:%d.%m.%Y}",
        "short": f"{when.day} {month[:3]} {when.year}",
        "ordinal": f"{when.day}{_ordinal(when.day)} {month} {when.year}",
    }[how]


def _ordinal(number: int) -> str:
    if number in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def spans(pages: Sequence[tuple[int, int]], dash: str = "-", join: str = ", ") -> str:
    """Pages in figures: "3-5, 8"."""
    return join.join(str(first) if first == last else f"{first}{dash}{last}" for first, last in pages)
