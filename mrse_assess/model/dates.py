"""Dates as people in the United Kingdom write them, and the date of a piece of evidence: a day, a month or a year."""

import re
from datetime import date
from typing import Final

_FORM: Final = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)
_TO_A_DAY: Final = {len("2021"): "-01-01", len("2021-03"): "-01", len("2021-03-05"): ""}
MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def day_in_words(day: date) -> str:
    """A day as a letter says it: 21 November 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def is_evidence_date(text: str) -> bool:
    """Whether the text is a day, a month or a year (2021-03-05, 2021-03, 2021), or empty."""
    if not text:
        return True
    if not _FORM.fullmatch(text):
        return False
    try:
        date.fromisoformat(text + _TO_A_DAY[len(text)])
    except ValueError:
        return False
    return True


def date_in_words(text: str) -> str:
    """An evidence date as a letter says it: "5 March 2021", "March 2021", "2021"; the text itself where it is none."""
    if not text or not is_evidence_date(text):
        return text
    if len(text) == len("2021-03-05"):
        return day_in_words(date.fromisoformat(text))
    year, _, month = text.partition("-")
    return f"{MONTHS[int(month) - 1]} {year}" if month else year
