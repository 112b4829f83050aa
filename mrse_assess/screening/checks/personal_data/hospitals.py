"""Hospital numbers: beside or under such a label, or right behind a word for a patient."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from mrse_assess.screening.checks.personal_data.hits import BESIDE, MOST_LABELS, NEAR, Hit, Sheet
from mrse_assess.screening.checks.personal_data.numbers import is_made_up

HOSPITAL: Final = "hospital_number"
NUMBER: Final = re.compile(
    r"(?![A-Za-z]{4})[A-Za-z]{0,3}[ -]?(?:\d[A-Za-z](?=\d{4}))?\d[\d-]{3,12}[A-Za-z]?(?![\w^])(?!\.\d)"
)
BARE_RECORD: Final = re.compile(r"(?<![\w/-])(?P<letters>[A-Z]{1,3})\d{6,8}[A-Z]?(?![\w/-])")
_SUBJECT: Final = re.compile(r"(?:Subject|Re|RE|Regarding|FW|Fwd)\s?[:.-]")
_LEAST_DIGITS: Final = 5
_LEAST_ALONE: Final = 6  # digits of a number without a label that has no letter
_PHONE: Final = re.compile(r"\(?(?:\+\s?44|0\d{9,10}\b|0\d{2,4}[ )])")
_NOT_NUMBERS: Final = re.compile(
    r"\d{4}-\d\d-\d\d|\d{4}-\d{4}$|(?:0?[1-9]|[12]\d|3[01])-(?:0?[1-9]|1[0-2])-(?:\d\d|\d{4})$"
)
DAY: Final = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_OPENED: Final = re.compile(r"[ ]?[(#:]?[ ]?(?=[A-Za-z0-9])")
_LED_ON: Final = re.compile(
    r"(?:[:#]|\s(?:is|are|was|under|filed|kept|held|as|no\.?|number|at|in|with))*[\s:#(]{1,3}(?=[A-Za-z0-9])"
)
_UNIT: Final = re.compile(
    r"[ ]?(?:%|[a-z]?(?:g|m|t|l|hz|w)\b|per\b|images|studies|scans|records|patients)", re.IGNORECASE
)


def hospital_numbers(sheet: Sheet) -> Iterator[Hit]:
    """Numbers by which a hospital knows a patient; of tests and phantoms none."""
    for name, likely in (("hospital_labels", True), ("weak_hospital_labels", False)):
        for start, end in sheet.places_of(name):
            values = _numbers_at(sheet, end) or sheet.below(start, end, NUMBER)
            for begin, stop in values:
                if is_patients(sheet, start, begin, stop):
                    sure = likely or sheet.speaks_of_patient(start, stop)
                    yield Hit(HOSPITAL, begin, stop, sure)
    yield from _right_behind_patients(sheet)
    yield from _of_records(sheet)
    yield from _alone(sheet)


def _right_behind_patients(sheet: Sheet) -> Iterator[Hit]:
    """Numbers without a label: "the patient (K482957) was moved", "pt 4829055"."""
    for start, end in sheet.places_of("numbered_patients"):
        opened = _OPENED.match(sheet.text, end)
        match = NUMBER.match(sheet.text, opened.end()) if opened else None
        if match is None or DAY.fullmatch(match.group()) or _UNIT.match(sheet.text, match.end()):
            continue
        digits = sum(each.isdigit() for each in match.group())
        if digits >= _LEAST_ALONE - match.group()[0].isalpha() and is_patients(sheet, start, *match.span()):
            yield Hit(HOSPITAL, *match.span(), likely=False)


def _of_records(sheet: Sheet) -> Iterator[Hit]:
    """Numbers of somebody's record: "her record is under K482957"."""
    for start, end in sheet.places_of("own_records"):
        led = _LED_ON.match(sheet.text, end)
        match = NUMBER.match(sheet.text, led.end()) if led else None
        if match and not DAY.fullmatch(match.group()) and is_patients(sheet, start, *match.span()):
            yield Hit(HOSPITAL, *match.span(), likely=False)


def _alone(sheet: Sheet) -> Iterator[Hit]:
    """Numbers in place of a name: "re K4829573 on tomorrow's list", a subject "plate, unknown steel - K4829573"."""
    for match in islice(BARE_RECORD.finditer(sheet.text), MOST_LABELS):
        start, end = match.span()
        if not is_bare_record(sheet, match) or not is_patients(sheet, start, start, end):
            continue
        line = sheet.text.rfind("\n", 0, start) + 1
        subject = _SUBJECT.match(sheet.text, line, start) is not None and sheet.has("implants", line, end)
        if subject or sheet.words_of("on_lists").match(sheet.lowered, end + 1):
            yield Hit(HOSPITAL, start, end, likely=False)


def is_bare_record(sheet: Sheet, found: re.Match[str]) -> bool:
    """Whether a number with letters before it may be a hospital's: it is no order's, ticket's or document's."""
    letters = found["letters"].lower()
    return letters not in sheet.lists["other_letters"] and not sheet.ends_with("other_numbers", found.start())


def _numbers_at(sheet: Sheet, end: int) -> list[tuple[int, int]]:
    gap = BESIDE.match(sheet.text, end)
    at = gap.end() if gap else end
    if sheet.text[at : at + 1] == "\n":
        at += 1
    match = NUMBER.match(sheet.text, at)
    return [match.span()] if match else []


def is_patients(sheet: Sheet, label: int, start: int, end: int) -> bool:
    """Whether a number is a patient's: long enough, no phone, no day, not made up and of no test or phantom.

    Args:
        sheet: the page.
        label: where what it is told by begins.
        start: of the number.
        end: of it.
    """
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
