"""Patients as lists and requests give them: "PADBURY, Rowan 5353040A 25-DEC-1998", with no word that says so."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from mrse_assess.screening.checks.personal_data.hits import Hit, Sheet
from mrse_assess.screening.checks.personal_data.hospitals import DAY, HOSPITAL, NUMBER, is_patients
from mrse_assess.screening.checks.personal_data.numbers import NHS, TEN, may_be_issued, passes
from mrse_assess.screening.checks.personal_data.people import MOST, NAME, is_of_staff, may_be_person

_NAME: Final = re.compile(
    r"(?<![\w,-])([A-Z][A-Z'-]{2,24}, [A-Z][a-z]{1,20}(?:-[A-Z][a-z]{1,20})?)[,;:]?[ \t(]{1,3}(?=\w)"
)
_LEAST_DIGITS: Final = 6


def listed(sheet: Sheet) -> Iterator[Hit]:
    """A surname in capitals with a forename, and the number right behind them."""
    for match in islice(_NAME.finditer(sheet.text), MOST):
        start, end = match.span(1)
        if not may_be_person(sheet, match.group(1)) or is_of_staff(sheet, start, end):
            continue
        number = _number(sheet, start, match.end())
        if number:
            yield number
            yield Hit(NAME, start, end, likely=True)


def _number(sheet: Sheet, name: int, at: int) -> Hit | None:
    ten = TEN.match(sheet.text, at)
    if ten:
        digits = "".join(ten.group(1, 3, 5))
        return Hit(NHS, *ten.span(), likely=True) if passes(digits) and may_be_issued(digits) else None
    match = NUMBER.match(sheet.text, at)
    if match is None or DAY.fullmatch(match.group()) or sum(map(str.isdigit, match.group())) < _LEAST_DIGITS:
        return None
    return Hit(HOSPITAL, *match.span(), likely=True) if is_patients(sheet, name, *match.span()) else None
