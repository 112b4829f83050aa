"""Dates of birth and hospital numbers: values that only their labels tell from others."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from mrse_assess.intake.text.dates import every_date
from mrse_assess.screening.checks.personal_data.hits import BESIDE, NEAR, Hit, Sheet
from mrse_assess.screening.checks.personal_data.numbers import is_made_up

DOB: Final = "dob"
HOSPITAL: Final = "hospital_number"
_LONGEST_DATE: Final = 34  # characters
_DAY: Final = len("2023-05-02")
_COMPACT: Final = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
_WORDED: Final = re.compile(
    r"(\d{4})[\s./-]?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[\s./-]?(\d{1,2})(?!\d)", re.IGNORECASE
)
_LEAD: Final = re.compile(
    r"(?:the |a )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? |(?:mon|tue|wed|thu|fri|sat|sun),? )?", re.IGNORECASE
)
_DATE_CELL: Final = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)?[\s./-]+[A-Za-z0-9]{1,9}[\s./,-]+\d{2,4}|\d{4}-\d\d-\d\d|(?:19|20)\d{6}"
)
_OLDEST: Final = 1900
_CENTURY: Final = 100
NUMBER: Final = re.compile(r"(?![A-Za-z]{4})[A-Za-z]{0,3}[ -]?\d[\d-]{3,12}[A-Za-z]?(?![\w^])(?!\.\d)")
_BEFORE, _AFTER = 60, 40  # characters about "born" in which a patient is spoken of
_LEAST_DIGITS: Final = 5
_PHONE: Final = re.compile(r"\(?\+?(?:0\d{9,10}\b|0\d{2,4}[ )]|44)")
_NOT_NUMBERS: Final = re.compile(r"\d{4}-\d\d-\d\d|\d{4}-\d{4}$|\d{1,2}-\d{1,2}-\d{2,4}$")


def births(sheet: Sheet, latest: date | None) -> Iterator[Hit]:
    """Dates of birth: a day beside or under such a label, or after "born" where a patient is spoken of."""
    for start, end in sheet.places_of("birth_labels"):
        values = _dates_at(sheet, end) or sheet.below(start, end, _DATE_CELL)
        yield from (Hit(DOB, *value, likely=True) for value in values if _is_birth(sheet.text[slice(*value)], latest))
    for start, end in sheet.places_of("birth_words"):
        for value in _dates_at(sheet, end):
            of_patient = sheet.has("patient_words", start - _BEFORE, value[1] + _AFTER)
            if of_patient and _is_birth(sheet.text[slice(*value)], latest):
                yield Hit(DOB, *value, likely=True)


def _dates_at(sheet: Sheet, end: int) -> list[tuple[int, int]]:
    """The day that follows a label, on its line or at the beginning of the next."""
    gap = BESIDE.match(sheet.text, end)
    at = gap.end() if gap else end
    if sheet.text[at : at + 1] == "\n":
        at += 1
    room = sheet.text[at : at + _LONGEST_DATE].split("\n\n")[0].replace("\n", " ")
    lead = _LEAD.match(room)
    begin = lead.end() if lead else 0
    length = _date_length(room[begin:])
    return [(at + begin, at + begin + length)] if length else []


def _date_length(text: str) -> int:
    """How long the day is with which the text begins, 0 where it begins with none."""
    if match := _COMPACT.match(text) or _WORDED.match(text):
        return match.end()
    return next((stop for begin, stop, iso in every_date(text) if begin == 0 and len(iso) == _DAY), 0)


def _is_birth(text: str, latest: date | None) -> bool:
    """Whether somebody may have been born on the day: not before 1900 nor after the portfolio was sent."""
    plain = " ".join(text.split())
    if (match := _COMPACT.match(plain)) or (match := _WORDED.match(plain)):
        return _OLDEST < int(match.group(1)) <= (latest.year if latest else _OLDEST * 2)
    iso = next((iso for begin, _, iso in every_date(plain) if begin == 0 and len(iso) == _DAY), "")
    if not iso or iso <= f"{_OLDEST}-01-01":
        return False
    later = latest is not None and iso > latest.isoformat()
    return not later or re.search(r"\d{4}", plain) is None  # of "12/03/56" the century is not said


def hospital_numbers(sheet: Sheet) -> Iterator[Hit]:
    """Numbers by which a hospital knows a patient, beside or under such a label; of tests and phantoms none."""
    for name, likely in (("hospital_labels", True), ("weak_hospital_labels", False)):
        for start, end in sheet.places_of(name):
            values = _numbers_at(sheet, end) or sheet.below(start, end, NUMBER)
            for begin, stop in values:
                if _is_patients(sheet, start, begin, stop):
                    sure = likely or sheet.speaks_of_patient(start, stop)
                    yield Hit(HOSPITAL, begin, stop, sure)


def _numbers_at(sheet: Sheet, end: int) -> list[tuple[int, int]]:
    gap = BESIDE.match(sheet.text, end)
    at = gap.end() if gap else end
    if sheet.text[at : at + 1] == "\n":
        at += 1
    match = NUMBER.match(sheet.text, at)
    return [match.span()] if match else []


def _is_patients(sheet: Sheet, label: int, start: int, end: int) -> bool:
    text = sheet.text[start:end]
    digits = re.sub(r"\D", "", text)
    if (
        len(digits) < _LEAST_DIGITS
        or is_made_up(digits)
        or _PHONE.match(sheet.text, start)
        or _NOT_NUMBERS.fullmatch(text)
    ):
        return False
    line = sheet.text.rfind("\n", 0, max(0, label - 1))
    return not sheet.has("nobody", max(line, label - NEAR), end + NEAR // 4)
