"""Patients as lists and requests give them: "PADBURY, Rowan 5353040A 25-DEC-1998", with no word that says so."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from mrse_assess.screening.checks.personal_data.days import day_at
from mrse_assess.screening.checks.personal_data.hits import Hit, Sheet
from mrse_assess.screening.checks.personal_data.hospitals import DAY, HOSPITAL, NUMBER, is_patients
from mrse_assess.screening.checks.personal_data.numbers import NHS, TEN, may_be_issued, passes
from mrse_assess.screening.checks.personal_data.people import MOST, NAME, is_of_staff, may_be_person

_UP: Final = r"[A-Z][A-Z'-]{1,24}"
_NAME: Final = re.compile(
    rf"(?<![\w,-])((?:{_UP}[ ])?{_UP}[A-Z'-],[ \n][A-Z][a-z]{{1,20}}(?:-[A-Z][a-z]{{1,20}})?)"
    r"[,;:]?[ \t\n(]{1,3}(?=\w)"
)
_CAP: Final = r"(?:[OD]'|Mc|Mac)?[A-Z][a-z]{1,20}(?:['-][A-Z]?[a-z]{1,20})?"
_PART: Final = r"[ \t\n,;|(]{1,4}"
_DAY: Final = r"(?P<day>\d{1,2}[ ./-](?:\d{1,2}|[A-Za-z]{3,9})[ ./-]\d{2,4})"
_RECORD: Final = r"(?P<number>[A-Z]{0,3}\d{6,8}[A-Z]?)(?!\w)"
_ROW: Final = re.compile(rf"(?<![\w,-])(?P<name>{_CAP},?[ ]{_CAP}){_PART}(?=(?:{_DAY}{_PART}[MF]?{_PART}?{_RECORD}))")
_NOT_WORK: Final = 2008  # a day of this year or before, between a name and a number, is a birth date
_LEAST_DIGITS: Final = 6


def listed(sheet: Sheet) -> Iterator[Hit]:
    """A surname in capitals with a forename and a number right behind; in small letters with a birth date and one."""
    for match in islice(_ROW.finditer(sheet.text), MOST):
        start, end = match.span("name")
        if may_be_person(sheet, match["name"]) and not is_of_staff(sheet, start, end) and _is_row(sheet, match):
            yield Hit(NAME, start, end, likely=True)
    for match in islice(_NAME.finditer(sheet.text), MOST):
        start, end = match.span(1)
        if not may_be_person(sheet, match.group(1)) or is_of_staff(sheet, start, end):
            continue
        number = _number(sheet, start, match.end(), is_next_line="\n" in sheet.text[end : match.end()])
        if number:
            yield number
            yield Hit(NAME, start, end, likely=True)


def _is_row(sheet: Sheet, row: re.Match[str]) -> bool:
    """Whether the day and the number behind a name are a birth date and a record's."""
    day = day_at(" ".join(row["day"].split()))
    begin, end = row.span("number")
    if day is None or sum(map(str.isdigit, row["number"])) < _LEAST_DIGITS:
        return False
    born = not day.sure or int(day.iso[:4]) < _NOT_WORK
    return born and is_patients(sheet, row.start("name"), begin, end)


def _number(sheet: Sheet, name: int, at: int, *, is_next_line: bool) -> Hit | None:
    """The number at a place; on the line below the name one with letters, or ten digits that are sound."""
    ten = TEN.match(sheet.text, at)
    if ten:
        digits = "".join(ten.group(1, 3, 5))
        return Hit(NHS, *ten.span(), likely=True) if passes(digits) and may_be_issued(digits) else None
    match = NUMBER.match(sheet.text, at)
    if match is None or DAY.fullmatch(match.group()) or sum(map(str.isdigit, match.group())) < _LEAST_DIGITS:
        return None
    if is_next_line and match.group().isdigit():
        return None
    return Hit(HOSPITAL, *match.span(), likely=True) if is_patients(sheet, name, *match.span()) else None
