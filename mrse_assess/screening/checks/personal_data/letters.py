"""The subjects of letters and e-mails about somebody: "Re: Ada Thornquill, inpatient on ward 7"."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from mrse_assess.screening.checks.personal_data.hits import Hit, Sheet
from mrse_assess.screening.checks.personal_data.hospitals import BARE_RECORD, is_bare_record
from mrse_assess.screening.checks.personal_data.people import (
    IS_TITLED,
    MOST,
    NAME,
    NEXT,
    PERSON,
    SURNAME_FIRST,
    is_of_staff,
    may_be_person,
)

_LEAD: Final = re.compile(r"(?<!\w)(?:Re|RE|Regarding|REGARDING|Concerning|Subject|FW|Fwd|FWD)\s?[:.-]\s{0,2}")
_POSTCODE: Final = re.compile(r"(?<!\w)[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}(?!\w)")
_NUMBER: Final = re.compile(r"[\s,(-]{1,3}[A-Z]{1,3}\d{5,8}(?!\w)|[\s,(-]{1,3}\d{6,8}(?![\w/])")
_BIRTHS: Final = re.compile(r"[\s,(-]{1,4}\d{1,2}[./-]\d{1,2}[./-](?:19)?[3-9]\d(?!\d)")
_LINE: Final = 120  # characters
_MOST_NAMES: Final = 6  # in one subject


def about_letters(sheet: Sheet, text: str, others: Sequence[Hit]) -> Iterator[Hit]:
    """Names in subjects beside what only a patient has: a ward, a number, a birth date, an address, an implant."""
    for lead in islice(_LEAD.finditer(text), MOST):
        stop = text.find("\n", lead.end())
        stop = min(stop if stop >= 0 else len(text), lead.end() + _LINE)
        for name in islice(PERSON.finditer(text, lead.end(), stop), _MOST_NAMES):
            is_name = may_be_person(sheet, name.group()) and not is_of_staff(sheet, *name.span())
            if is_name and _of_patient(sheet, text, name, others):
                yield Hit(NAME, *name.span(), likely=True)
            elif is_name and (_as_in_lists(name) or _with_number(sheet, text, name, stop)):
                about = sheet.has("implants", lead.end(), stop) or sheet.has("belongings", lead.end(), stop)
                yield Hit(NAME, *name.span(), likely=about)


def _as_in_lists(name: re.Match[str]) -> bool:
    """Whether the name has the form of lists of patients; colleagues are called so where they send and receive."""
    return re.fullmatch(SURNAME_FIRST, name.group()) is not None


def _with_number(sheet: Sheet, text: str, name: re.Match[str], stop: int) -> bool:
    """Whether a number in the form of a hospital's stands behind a titled name, anywhere in the subject."""
    titled = IS_TITLED.match(name.group()) is not None
    return titled and any(is_bare_record(sheet, found) for found in BARE_RECORD.finditer(text, name.end(), stop))


def _of_patient(sheet: Sheet, text: str, name: re.Match[str], others: Sequence[Hit]) -> bool:
    end = name.end()
    if any(end <= hit.start < end + 2 * NEXT for hit in others) or sheet.has("about_patients", end, end + NEXT):
        return True
    if any(shape.match(text, end) for shape in (_NUMBER, _BIRTHS)) or _POSTCODE.search(text, end, end + NEXT):
        return True
    return IS_TITLED.match(name.group()) is not None and sheet.has("implants", end, end + NEXT)
