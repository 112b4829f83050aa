"""Forms that patients fill in: names on safety questionnaires without a birth date, addresses and telephones."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from mrse_assess.screening.checks.personal_data.hits import BESIDE, NEAR, Hit, Sheet
from mrse_assess.screening.checks.personal_data.people import NAME, PERSON, is_of_staff, may_be_person

CONTACT: Final = "contact"
_LEAST_QUESTIONS: Final = 2
_GIVEN: Final = re.compile(r"\s?[:=|]\s?|[ ]{1,2}(?=[A-Z])|\n")
_ADDRESS: Final = re.compile(r"(?:Flat |Apt |The )?\d{0,4}[A-Za-z]?,? ?[A-Z][a-z]+,? [A-Z][a-z]+|[0+(][\d )]{9,14}\d")
_BY_STAFF: Final = 60  # characters behind a name that may say whose form it is


def names_on_questionnaires(sheet: Sheet, text: str) -> Iterator[Hit]:
    """Names in fields of a page that asks what patients are asked; what a volunteer or colleague fills in is none."""
    asked = {match.group() for match in sheet.words_of("questions").finditer(sheet.lowered)}
    if len(asked) < _LEAST_QUESTIONS or sheet.has("nobody", 0, len(text)):
        return
    for start, end in sheet.places_of("name_fields"):
        gap = _GIVEN.match(text, end)
        match = PERSON.match(text, gap.end()) if gap else None
        if match is None or not may_be_person(sheet, match.group()):
            continue
        if not sheet.has("professions", start - NEAR // 4, match.end() + _BY_STAFF):
            yield Hit(NAME, *match.span(), likely=False)


def contacts(sheet: Sheet, others: Sequence[Hit]) -> Iterator[Hit]:
    """Addresses and telephones: a patient's by their label, anybody's home beside a patient's other details."""
    for start, end in sheet.places_of("contact_labels"):
        yield from _given(sheet, start, end, likely=True)
    for start, end in sheet.places_of("home_labels"):
        if any(hit.start - 3 * NEAR < start < hit.end + 3 * NEAR for hit in others):
            yield from _given(sheet, start, end, likely=False)


def _given(sheet: Sheet, start: int, end: int, *, likely: bool) -> Iterator[Hit]:
    gap = BESIDE.match(sheet.text, end)
    at = gap.end() if gap else end
    value = _ADDRESS.match(sheet.text, at + (sheet.text[at : at + 1] == "\n"))
    if value and not is_of_staff(sheet, start, value.end()):
        yield Hit(CONTACT, *value.span(), likely)
