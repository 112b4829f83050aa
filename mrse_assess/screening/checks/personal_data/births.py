"""Dates of birth: days beside or under such a label, after "born", and in brackets behind words for a patient."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Final

from mrse_assess.screening.checks.personal_data.days import CELL, LONGEST, day_at
from mrse_assess.screening.checks.personal_data.hits import BESIDE, Hit, Sheet
from mrse_assess.screening.checks.personal_data.people import TITLED

DOB: Final = "dob"
_OLDEST: Final = "1900-01-01"
_LEAD: Final = re.compile(
    r"(?:the |a )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? |(?:mon|tue|wed|thu|fri|sat|sun),? )?", re.IGNORECASE
)
_AGE_FIRST: Final = re.compile(r"\d{1,3}\s?(?:y(?:rs?|ears?)?)?\s?[/,|]\s?")
_BEFORE, _AFTER = 60, 40  # characters about "born" in which a patient is spoken of
_MOST: Final = 60  # of a kind on one page
_OPENED: Final = re.compile(r"(?:[ ](?:[A-Z][A-Za-z.'-]{0,20})){0,3}[ ]?\((?=\d)")
_NEXT_TO: Final = re.compile(r"[ ]?[,(][ ]?(?=\d)")
_AGED: Final = re.compile(r"[,; ]{1,3}(?:aged )?\d{1,3}\s?(?:y(?:/?o|rs?|ears?)?\b|[MF]\b)")


def births(sheet: Sheet, latest: date | None) -> Iterator[Hit]:
    """Every date of birth; none is after ``latest``, when the portfolio was sent."""
    for start, end in sheet.places_of("birth_labels"):
        values = _days_at(sheet, end) or sheet.below(start, end, CELL)
        yield from (Hit(DOB, *value, likely=True) for value in values if _is_birth(sheet.text[slice(*value)], latest))
    for start, end in sheet.places_of("birth_words"):
        for value in _days_at(sheet, end):
            of_patient = _of_titled(sheet, start) or sheet.has("patient_words", start - _BEFORE, value[1] + _AFTER)
            if of_patient and _is_birth(sheet.text[slice(*value)], latest):
                yield Hit(DOB, *value, likely=True)


def in_brackets(sheet: Sheet, oldest_work: str) -> Iterator[Hit]:
    """Days too long ago for work right behind a patient: "the patient (12/03/1956)", "Patient AT (12/03/56, 67 y)"."""
    for match in islice(sheet.words_of("called_patients").finditer(sheet.lowered), _MOST):
        opened = _OPENED.match(sheet.text, match.end())
        day = day_at(_room(sheet, opened.end())) if opened else None
        if opened is None or day is None:
            continue
        end = opened.end() + day.length
        aged = _AGED.match(sheet.text, end) is not None
        if aged or (oldest_work and day.sure and day.iso < oldest_work):
            yield Hit(DOB, opened.end(), end, aged)


def behind_titles(sheet: Sheet, oldest_work: str) -> Iterator[Hit]:
    """Days too long ago for work right behind a titled name: "Mrs Padbury, 12/03/1956"."""
    for name in islice(TITLED.finditer(sheet.text), _MOST if oldest_work else 0):
        lead = _NEXT_TO.match(sheet.text, name.end())
        day = day_at(_room(sheet, lead.end())) if lead else None
        if lead and day and day.sure and day.iso < oldest_work:
            yield Hit(DOB, lead.end(), lead.end() + day.length, likely=True)


def _of_titled(sheet: Sheet, start: int) -> bool:
    """Whether a titled name ends right before a place: whoever is written of so in their work has no birth date."""
    begin = max(0, start - _BEFORE)
    room = sheet.text[begin:start].rstrip(" ,(\n")
    return any(name.end() == len(room) for name in TITLED.finditer(room))


def _days_at(sheet: Sheet, end: int) -> Sequence[tuple[int, int]]:
    """The day that follows a label, on its line or at the beginning of the next."""
    gap = BESIDE.match(sheet.text, end)
    for at in dict.fromkeys((gap.end() if gap else end, end)):
        begin = at + 1 if sheet.text[at : at + 1] == "\n" else at
        for lead in (_LEAD, _AGE_FIRST):
            match = lead.match(sheet.text, begin)
            first = match.end() if match else begin
            day = day_at(_room(sheet, first)) if match else None
            if day:
                return [(first, first + day.length)]
    return []


def _room(sheet: Sheet, at: int) -> str:
    return sheet.text[at : at + LONGEST].split("\n\n")[0].replace("\n", " ")


def _is_birth(text: str, latest: date | None) -> bool:
    """Whether somebody may have been born on the day: not before 1900 nor after the portfolio was sent."""
    day = day_at(" ".join(text.split()))
    if day is None or day.iso <= _OLDEST:
        return False
    return not day.sure or latest is None or day.iso <= latest.isoformat()  # of "12/03/56" the century is not said
