"""Labels, wristbands, request windows and implant cards in pictures: a name with a birth date, a number or an age.

They seldom say "patient": few words stand together, and only a label of patients has these. What equipment, doors and
badges have (serial numbers, jobs, telephones, professions) makes none.
"""

import re
from collections.abc import Iterator
from itertools import islice, takewhile
from typing import Final, NamedTuple

from mrse_assess.screening.checks.personal_data.days import LONGEST, day_at
from mrse_assess.screening.checks.personal_data.hits import Hit, Sheet
from mrse_assess.screening.checks.personal_data.hospitals import DAY, is_patients
from mrse_assess.screening.checks.personal_data.people import MOST, is_of_staff, may_be_person

OVERLAY: Final = "overlay"
FEW_WORDS: Final = 120  # seen in pictures of a page: more are a scan, whose words are told by what stands about them
_FEWER: Final = 60  # of which a number beside a name may tell a patient
_BEFORE, _AFTER = 50, 80  # characters about a name: the lines of a label
_CAP: Final = r"(?:[OD]'|Mc|Mac)?[A-Z][a-z]{1,20}(?:['-][A-Z]?[a-z]{1,20})?"
_UP: Final = r"[A-Z][A-Z'-]{2,24}"
_SURNAME: Final = re.compile(
    rf"(?<![\w^])(?=({_UP},?[ \n](?:{_CAP}|[A-Z])(?!\w)|{_UP}, ?{_UP}(?!\w)))"
    rf"|(?<!\w)(?=((?:{_CAP}|[A-Z]\.?)[ ]{_UP}(?!\w)|Baby[ \n](?:{_UP}|{_CAP})(?!\w)))"
)
"""A surname in capitals, as labels print it."""
_PLAIN: Final = re.compile(
    rf"(?<![\w^])(?=((?:{_CAP}, ?{_CAP}|{_UP} {_UP}"
    rf"|(?:(?:Mrs|Mr|Ms|Miss|Master)\.? )?{_CAP} (?:[A-Z]\.? )?{_CAP})(?!\w)))"
)
_AGED: Final = re.compile(
    r"(?<!\w)(?:0?\d{2,3}\s?Y(?:rs?)?\b|[MF]\s?[/,]?\s?0?\d{2,3}\s?Y?(?![\w.])|\d{1,3} (?:yrs?|years?)\b)"
)
_BEGINS: Final = re.compile(r"(?<![\w.,/-])(?=\d)")
_RECORD: Final = re.compile(r"(?<![\w.,/:-])[A-Z]{0,3}-?\d{6,10}[A-Z]?(?![\w^/-])(?!\.\d)")
_LAST_CENTURY: Final = 40  # years written with two digits that are none of this century yet
_OLDEST: Final = "1900"
_OLD: Final = "2006"  # of a portfolio that does not say when it was sent


class _Label(NamedTuple):
    start: int
    end: int
    born: bool
    numbered: bool
    aged: bool


def stickers(sheet: Sheet, oldest_work: str) -> Iterator[Hit]:
    """Names in a picture of few words beside what labels of patients say."""
    if not sheet.is_recognised or sheet.page.recognised_count > FEW_WORDS:
        return
    for shape, is_label in ((_SURNAME, True), (_PLAIN, False)):
        for match in islice(shape.finditer(sheet.text), MOST):
            name = match.span(match.lastindex or 0)
            if _is_somebody(sheet, *name):
                yield from _told(sheet, name, oldest_work or _OLD, is_label=is_label)


def _is_somebody(sheet: Sheet, start: int, end: int) -> bool:
    """Whether it is the name of a person in a picture who is no staff, no phantom and has been awarded nothing."""
    if not sheet.page.is_recognised(start, end) or not may_be_person(sheet, sheet.text[start:end]):
        return False
    if is_of_staff(sheet, start, end) or sheet.has("nobody", start - _BEFORE, end + _AFTER):
        return False
    return not sheet.has("awards", start - 2 * _AFTER, end + 2 * _AFTER)


def _told(sheet: Sheet, name: tuple[int, int], oldest_work: str, *, is_label: bool) -> Iterator[Hit]:
    """The name, by what stands about it: a birth date is likely a patient's, a number or a card may be."""
    label = _label(sheet, name, oldest_work)
    things = sheet.has("equipment_labels", label.start, label.end)
    if (label.born or label.aged) and (is_label or not things):
        yield Hit(OVERLAY, *name, likely=is_label or (label.born and label.numbered))
    elif (label.numbered and not things and _is_small(sheet, label)) or sheet.has(
        "implant_cards", label.start, label.end
    ):
        yield Hit(OVERLAY, *name, likely=False)


def _is_small(sheet: Sheet, label: _Label) -> bool:
    """Whether it is a label of a few words and says nobody's profession: badges have numbers too."""
    return sheet.page.recognised_count <= _FEWER and not sheet.has("professions", label.start, label.end)


def _label(sheet: Sheet, name: tuple[int, int], oldest_work: str) -> _Label:
    """What stands about a name in the picture."""
    start, end = max(0, name[0] - _BEFORE), name[1] + _AFTER
    born = False
    for found in _BEGINS.finditer(sheet.text, start, end):
        day = day_at(sheet.text[found.start() : found.start() + LONGEST].replace("\n", " "))
        if day and sheet.page.is_recognised(found.start(), found.start() + day.length):
            old = _OLDEST < day.iso < oldest_work if day.sure else int(day.iso[2:4]) > _LAST_CENTURY
            born = born or old
    numbers = takewhile(lambda each: each.end() <= end, _RECORD.finditer(sheet.text, start))
    numbered = any(_is_record(sheet, start, number) for number in numbers)
    return _Label(start, end, born, numbered, _AGED.search(sheet.text, start, end) is not None)


def _is_record(sheet: Sheet, label: int, number: re.Match[str]) -> bool:
    """Whether a number of a label may be that of a record: no day, and the number of nothing else."""
    start, end = number.span()
    if DAY.fullmatch(number.group()) or not sheet.page.is_recognised(start, end):
        return False
    if sheet.ends_with("other_numbers", start):
        return False
    return is_patients(sheet, max(label, start - 1), start, end)
