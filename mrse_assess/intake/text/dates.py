"""Dates as people in the United Kingdom write them, day first, as ISO text."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from mrse_assess.intake.text.labels import plain
from mrse_assess.intake.text.words import MONTHS

_MONTH: Final = "|".join(
    f"{month[:3]}(?:{month[3:]})?" if month != "september" else "sep(?:t(?:ember)?)?" for month in MONTHS
)
_WRITTEN: Final = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?:\sof)?[\s\-]({_MONTH})\.?,?[\s\-]['\u2019]?(\d{{4}}|\d{{2}})\b", re.IGNORECASE
)
_AMERICAN: Final = re.compile(rf"\b({_MONTH})\.?\s(\d{{1,2}})(?:st|nd|rd|th)?,?\s(\d{{4}})\b", re.IGNORECASE)
_ISO: Final = re.compile(r"\b(\d{4})(?:-(?=\d\d-)|\.(?=\d\d\.)|/(?=\d\d/))(\d{2})[-./](\d{2})\b")
_NUMBERS: Final = re.compile(r"\b(\d{1,2})\s?[/.\-]\s?(\d{1,2})\s?[/.\-]\s?(\d{4}|\d{2})\b")
_CENTURY: Final = 2000
_MONTH_YEAR: Final = re.compile(rf"\b({_MONTH})\.?,?\s(\d{{4}})\b", re.IGNORECASE)
_MONTH_NUMBER: Final = re.compile(r"(?<![\w/.\-])(0?[1-9]|1[0-2])/(20\d{2})(?![\w/\-])")
_ALL: Final = (_WRITTEN, _AMERICAN, _ISO, _NUMBERS, _MONTH_YEAR, _MONTH_NUMBER)
_SIGNS: Final = re.compile(r"\d\s?([/.\-])\s?(?=\d)")
_ZONE: Final = r"(?:\s?\(?(?:GMT|BST|UTC|Z|[+-]\d\d'?:?\d\d'?)\)?)?"
TIME: Final = rf"(?:,?\s+(?:at\s+)?\d{{1,2}}[:.]\d\d(?::\d\d)?(?:\s?[ap]m)?{_ZONE})"
"""A time of day behind a date."""

_AT_END: Final = re.compile(TIME + r"\s*$", re.IGNORECASE)
_WEEKDAY: Final = re.compile(r"^(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?,?\s+", re.IGNORECASE)


def first_date(text: str) -> str | None:
    """The first date in the text as ISO, "2023-05" where no day is given, or None."""
    text = " ".join(plain(text).split())
    found = [*_full_dates(text)]
    if found:
        return min(found)[1]
    if match := _MONTH_YEAR.search(text):
        return f"{match.group(2)}-{_month(match.group(1)):02}"
    match = _MONTH_NUMBER.search(text)
    return f"{match.group(2)}-{int(match.group(1)):02}" if match else None


def every_date(text: str) -> tuple[tuple[int, int, str], ...]:
    """Every date in the text in order: where it begins and ends in the text as it stands, and the date as ISO."""
    whole = [
        one
        for pattern, year, month, day in (
            (_WRITTEN, 3, 2, 1),
            (_AMERICAN, 3, 1, 2),
            (_ISO, 1, 2, 3),
            (_NUMBERS, 3, 2, 1),
        )
        for one in _each(text, pattern, year, month, day)
    ]
    months = [
        (each.start(), each.end(), f"{each.group(2)}-{_month_number(each.group(1)):02}")
        for pattern in (_MONTH_YEAR, _MONTH_NUMBER)
        for each in pattern.finditer(text)
    ]
    return tuple(sorted(apart([*whole, *months], len(text))))


def apart(found: Iterable[tuple[int, int, str]], length: int) -> Iterator[tuple[int, int, str]]:
    """What was found in a text of this length, without what shares a sign with something earlier in the list."""
    taken = bytearray(length)
    for begin, end, said in found:
        if not any(taken[begin:end]):
            taken[begin:end] = b"\1" * (end - begin)
            yield begin, end, said


def _each(text: str, pattern: re.Pattern[str], year: int, month: int, day: int) -> Iterator[tuple[int, int, str]]:
    """The days of one form; where there is none a date may still begin inside what was found ("v2.0 - 1/2/22")."""
    at = 0
    while match := pattern.search(text, at):
        iso = _iso(match.group(year), _month_number(match.group(month)), match.group(day))
        if iso and len(set(_SIGNS.findall(match.group()))) <= 1:
            yield match.start(), match.end(), iso
            at = match.end()
        else:
            at = match.start() + 1


def is_date(text: str) -> bool:
    """Whether the text is one date and nothing else: "5 November 2025", "05/11/25", "Nov 2025"."""
    text = _WEEKDAY.sub("", " ".join(plain(text).split()).strip(" .,;()"))
    return any(pattern.fullmatch(text) for pattern in _ALL)


def begins_with_date(text: str) -> bool:
    """Whether the text begins with a date: its first number is then no label."""
    return any(pattern.match(text.lstrip()) for pattern in _ALL)


def date_at_end(text: str) -> int | None:
    """Where the date begins that the text ends with, or None."""
    text = _AT_END.sub("", text.rstrip(" .,;")).rstrip(" .,;)")
    found = (match for pattern in _ALL for match in pattern.finditer(text) if match.end() == len(text))
    return min((match.start() for match in found), default=None)


def _full_dates(text: str) -> list[tuple[int, str]]:
    """Every date with a day, with its place in the text."""
    found = [
        (each.start(), _iso(each.group(3), _month(each.group(2)), each.group(1))) for each in _WRITTEN.finditer(text)
    ]
    found += [
        (each.start(), _iso(each.group(3), _month(each.group(1)), each.group(2))) for each in _AMERICAN.finditer(text)
    ]
    found += [(each.start(), _iso(each.group(1), int(each.group(2)), each.group(3))) for each in _ISO.finditer(text)]
    found += [
        (each.start(), _iso(each.group(3), int(each.group(2)), each.group(1))) for each in _NUMBERS.finditer(text)
    ]
    return [each for each in found if each[1]]


def _month(name: str) -> int:
    return next(number for number, month in enumerate(MONTHS, start=1) if month.startswith(name.lower()[:3]))


def _month_number(month: str) -> int:
    return int(month) if month.isdecimal() else _month(month)


def _iso(year: str, month: int, day: str) -> str:
    """The date as ISO, "" when there is no such day."""
    whole = int(year) + (_CENTURY if int(year) < _CENTURY and len(year) < len("2025") else 0)
    try:
        return date(whole, month, int(day)).isoformat()
    except ValueError:
        return ""
