"""Dates as people in the United Kingdom write them, day first, as ISO text."""

import re
from datetime import date
from typing import Final

from mrse_assess.intake.labels import plain
from mrse_assess.intake.words import MONTHS

_MONTH: Final = "|".join(
    f"{month[:3]}(?:{month[3:]})?" if month != "september" else "sep(?:t(?:ember)?)?" for month in MONTHS
)
_WRITTEN: Final = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?:\sof)?[\s\-]({_MONTH})\.?,?[\s\-](\d{{4}}|\d{{2}})\b", re.IGNORECASE
)
_AMERICAN: Final = re.compile(rf"\b({_MONTH})\.?\s(\d{{1,2}})(?:st|nd|rd|th)?,?\s(\d{{4}})\b", re.IGNORECASE)
_ISO: Final = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_NUMBERS: Final = re.compile(r"\b(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})\b")
_MONTH_YEAR: Final = re.compile(rf"\b({_MONTH})\.?,?\s(\d{{4}})\b", re.IGNORECASE)


def first_date(text: str) -> str | None:
    """The first date in the text as ISO, "2023-05" where no day is given, or None."""
    text = " ".join(plain(text).split())
    found = [*_full_dates(text)]
    if found:
        return min(found)[1]
    match = _MONTH_YEAR.search(text)
    return f"{match.group(2)}-{_month(match.group(1)):02}" if match else None


def _full_dates(text: str) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for match in _WRITTEN.finditer(text):
        found.append((match.start(), _iso(match.group(3), _month(match.group(2)), match.group(1))))
    for match in _AMERICAN.finditer(text):
        found.append((match.start(), _iso(match.group(3), _month(match.group(1)), match.group(2))))
    for match in _ISO.finditer(text):
        found.append((match.start(), _iso(match.group(1), int(match.group(2)), match.group(3))))
    for match in _NUMBERS.finditer(text):
        found.append((match.start(), _iso(match.group(3), int(match.group(2)), match.group(1))))
    return [each for each in found if each[1]]


def _month(name: str) -> int:
    return next(number for number, month in enumerate(MONTHS, start=1) if month.startswith(name.lower()[:3]))


def _iso(year: str, month: int, day: str) -> str:
    """The date as ISO, "" when there is no such day."""
    whole = int(year) + (2000 if len(year) == 2 else 0)
    try:
        return date(whole, month, int(day)).isoformat()
    except ValueError:
        return ""
