"""Names and initials beside what describes a patient: sex and age, a day long ago, an implant of their own."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from mrse_assess.intake.text.dates import every_date
from mrse_assess.screening.checks.personal_data.days import DAY
from mrse_assess.screening.checks.personal_data.hits import NEAR, Hit, Sheet
from mrse_assess.screening.checks.personal_data.people import MOST, NAME, NEXT, PERSON, is_of_staff, may_be_person

INITIALS: Final = "initials"
_AGE: Final = re.compile(
    r"(?<!\w)(?:(?:an? )?(?:aged )?\d{1,3}[ -]?(?:years?|yrs?)[ -]old"
    r"|\d{1,3}\s?(?:y/?o|yrs?|y)?[ ,/]{0,2}(?:M|F|[Mm]ale|[Ff]emale)"
    r"|(?:M|F|[Mm]ale|[Ff]emale)[ ,/]{1,2}(?:aged )?\d{1,3}(?: ?(?:y/?o|yrs?|y))?)"
    r"(?![\w.])(?! ?(?:mT|T|m|mm|kg|cm|Hz)\b)"
)
_SEX: Final = re.compile(r"[\s,(]{1,3}(?:M|F|Male|Female)$")
_INITIALS: Final = re.compile(r"(?:^|(?<=[\s(:]))((?:[A-Z]\.){2,3}|[A-Z]{2,3})$")
_GIVEN: Final = re.compile(r"\s?[:=|]?\s?((?:[A-Z]\.? ?){2,3})(?![a-z])")
_AGE_AND_SEX: Final = re.compile(
    r"\b[Aa]ge\s?[:=|]?\s?\d{1,3}\b[^\n]{0,20}\b(?:[Ss]ex|[Gg]ender)\s?[:=|]?\s?[MF]|\b(?:[Ss]ex|[Gg]ender)\s?[:=|]?\s?[MF]\w{0,5}\b[^\n]{0,20}\b[Aa]ge\s?[:=|]?\s?\d{1,3}\b"
)
_OWNED: Final = re.compile(r"(?<=[a-z]'s) (?:(?:old|new|first|own|previous|abandoned) )?")


def described(sheet: Sheet, text: str, oldest_work: str) -> Iterator[Hit]:
    """What stands before an age and a sex, before days before ``oldest_work`` ("" where not known), before implants."""
    yield from _with_age(sheet, text)
    if oldest_work:
        yield from _with_old_date(sheet, text, oldest_work)
    yield from _with_implant(sheet, text)
    yield from _initials_of_form(sheet, text)


def name_before(sheet: Sheet, text: str, place: int, *, likely: bool) -> Iterator[Hit]:
    """The name that ends at a place, a comma or bracket between the two."""
    at = max(0, place - NEXT)
    room = text[at:place].rstrip(" ,(-|\n")
    name = next((match for match in PERSON.finditer(room) if match.end() == len(room)), None)
    if name and may_be_person(sheet, name.group()):
        yield Hit(NAME, at + name.start(), at + name.end(), likely)


def _with_age(sheet: Sheet, text: str) -> Iterator[Hit]:
    """Names and initials with sex and age, where an implant or a patient is spoken of close by."""
    for match in islice(_AGE.finditer(text), MOST):
        start, end = match.span()
        if not sheet.has("about_bodies", start - NEAR, end + NEAR) or sheet.has("nobody", start - NEXT, end + NEXT):
            continue
        names = [*name_before(sheet, text, start, likely=True)]
        yield from names
        room = text[max(0, start - NEXT) : start].rstrip(" ,(-\n")
        initials = None if names else _INITIALS.search(room)
        if initials and initials.group(1).replace(".", "").lower() not in sheet.lists["no_initials"]:
            begin = max(0, start - NEXT) + initials.start(1)
            yield Hit(INITIALS, begin, end, likely=False)


def _initials_of_form(sheet: Sheet, text: str) -> Iterator[Hit]:
    """Initials in a field of their own, where age and sex are asked for too: staff initial what they have done."""
    for _, end in sheet.places_of("initials_labels"):
        match = _GIVEN.match(text, end)
        if match and _AGE_AND_SEX.search(text, match.end(), match.end() + NEAR):
            yield Hit(INITIALS, *match.span(1), likely=False)


def _with_old_date(sheet: Sheet, text: str, oldest_work: str) -> Iterator[Hit]:
    """Names beside a day, "Ada Thornquill (12/03/1956)", too long ago for work, where patients are spoken of."""
    for begin, _, iso in every_date(text)[:MOST]:
        if len(iso) < DAY or iso >= oldest_work:
            continue
        room = text[max(0, begin - NEXT) : begin].rstrip(" (|\n")
        sex = _SEX.search(room)
        before = begin - (len(text[max(0, begin - NEXT) : begin]) - sex.start()) if sex else begin
        if sex or sheet.speaks_of_patient(begin, begin):
            yield from name_before(sheet, text, before, likely=sex is not None)


def _with_implant(sheet: Sheet, text: str) -> Iterator[Hit]:
    """Whose implant it is: "Ada Thornquill's pacemaker was put in abroad"."""
    for match in islice(_OWNED.finditer(text), MOST):
        implant = sheet.words_of("implants").match(sheet.lowered, match.end())
        if implant is None or sheet.words_of("not_own").match(sheet.lowered, implant.end() + 1):
            continue
        for hit in name_before(sheet, text, match.start(), likely=True):
            if not is_of_staff(sheet, hit.start, implant.end()):
                yield hit
