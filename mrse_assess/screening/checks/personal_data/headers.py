"""Printed headers of pictures, where the number of a field stands before its value: "(0010,0030) DA [19460312]"."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from mrse_assess.screening.checks.personal_data.births import DOB
from mrse_assess.screening.checks.personal_data.days import day_at
from mrse_assess.screening.checks.personal_data.hits import Hit, Sheet
from mrse_assess.screening.checks.personal_data.hospitals import HOSPITAL
from mrse_assess.screening.checks.personal_data.people import NAME

_TAG: Final = re.compile(r"\(?0010,\s?(?P<element>\d{4})\)?[ \t|:]{0,3}(?:[A-Z]{2}\s)?[^\n\[\]\d^]{0,40}?[\[\"=:]?\s?")
_KINDS: Final = {"0010": NAME, "0020": HOSPITAL, "0030": DOB, "1000": HOSPITAL, "1001": NAME}
_MOST: Final = 24
_JOINED: Final = re.compile(
    r"[A-Za-z]{2}\^|\^[A-Za-z]{2}"
)  # the parts of a name; of an empty one only the signs are left
_VALUE: Final = re.compile(r"\[?([A-Za-z0-9][A-Za-z0-9^ .'-]{2,40})")
_LEAST_DIGITS: Final = 4


def header_fields(sheet: Sheet) -> Iterator[Hit]:
    """Values of the fields that name a patient, none of phantoms and of what was taken out."""
    for tag in islice(_TAG.finditer(sheet.text), _MOST):
        kind = _KINDS.get(tag["element"])
        line = sheet.text[tag.end() : tag.end() + 80].split("\n")[0]
        opened = line.find("[")
        value = _VALUE.match(line, max(opened, 0))
        if kind is None or value is None or _is_nobodys(sheet, value.group(1)):
            continue
        if _fits(kind, value.group(1)):
            yield Hit(kind, tag.end() + value.start(1), tag.end() + value.end(1), likely=True)


def _fits(kind: str, value: str) -> bool:
    if kind == DOB:
        return day_at(value) is not None
    if kind == NAME:
        return _JOINED.search(value) is not None
    return sum(each.isdigit() for each in value) >= _LEAST_DIGITS


def _is_nobodys(sheet: Sheet, value: str) -> bool:
    words = re.findall(r"[a-z]+", value.lower())
    return any(word in sheet.lists["no_names"] for word in words)
