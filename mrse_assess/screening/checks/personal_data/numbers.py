"""Numbers in the form of the NHS's and of Scotland's CHI: ten digits, the last of which checks the others."""

import re
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import Final

from mrse_assess.screening.checks.personal_data.hits import NEAR, Hit, Sheet

NHS: Final = "nhs_number"
CHI: Final = "chi_number"
TEN: Final = re.compile(r"(?<![\w.+,-])(?<!\d[ /])(\d{3})([\s-]?)(\d{3})([\s-]?)(\d{4})(?![\w/])(?![.,-]\d)(?![ ]\d)")
_BOXES: Final = re.compile(r"(?<!\w)(?<!\d[ ])\d(?:[ |]\d){9}(?![ |]?\d)(?!\w)")
_MOST: Final = 200  # numbers of one page
_TEN: Final = 10
_MODULUS: Final = 11
_ISSUED: Final = re.compile(r"[4679]|3[2-9]")
"""How numbers of England and Wales begin, and those of Northern Ireland."""
_LABEL_ROOM: Final = 34  # characters between a label and its number
_AFTER: Final = 14
_BIRTH: Final = re.compile(r"(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d{6}")


def passes(ten: str) -> bool:
    """Whether the tenth of ten digits is the check digit of the others (modulus 11)."""
    rest = -sum(int(digit) * (_TEN - place) for place, digit in enumerate(ten[:9])) % _MODULUS
    return rest == int(ten[9])


def may_be_issued(ten: str) -> bool:
    """Whether ten digits begin as the numbers of the NHS and of Northern Ireland's Health and Care do."""
    return _ISSUED.match(ten) is not None


def is_made_up(digits: str) -> bool:
    """Whether digits only fill a place: all the same, or counted up."""
    steps = {(int(two) - int(one)) % _TEN for one, two in pairwise(digits)}
    return steps in ({0}, {1}, {9})


def patient_numbers(sheet: Sheet) -> Iterator[Hit]:
    """Every number that may be a patient's, by its check digit and what stands about it."""
    numbers = islice(TEN.finditer(sheet.text), _MOST)
    found = [(match.span(), "".join(match.group(1, 3, 5)), _is_spaced(match)) for match in numbers]
    found += [
        (match.span(), re.sub(r"\D", "", match.group()), False) for match in islice(_BOXES.finditer(sheet.text), _MOST)
    ]
    heads = _under_heads(sheet) if found else {}
    for (start, end), digits, spaced in found:
        if is_made_up(digits) or digits in sheet.lists["example_numbers"]:
            continue
        label = _label(sheet, start, end) or heads.get(start, "")
        if passes(digits):
            likely = _likely(sheet, start, end, digits, label, spaced=spaced)
            if likely is not None:
                yield Hit(label or _kind_of(digits), start, end, likely)
        elif label and _is_direct(sheet, start):
            yield Hit(label, start, end, likely=False)


def _is_spaced(match: re.Match[str]) -> bool:
    return match.group(2) == match.group(4) == " "


def _likely(sheet: Sheet, start: int, end: int, digits: str, label: str, *, spaced: bool) -> bool | None:
    """Whether a number with a right check digit is likely a patient's; None where it is surely none."""
    if label:
        return True
    before = max(0, start - _LABEL_ROOM)
    if sheet.has("other_numbers", before, start) or sheet.has("other_numbers", end, end + _AFTER):
        return None
    issued = may_be_issued(digits)
    may_be = issued or _BIRTH.fullmatch(digits) is not None
    if not may_be:
        return None
    if sheet.speaks_of_patient(start, end):
        return spaced and issued and sheet.has("identity_words", start - NEAR, end + NEAR)
    return False if spaced and issued else None


def _kind_of(digits: str) -> str:
    return NHS if may_be_issued(digits) or not _BIRTH.fullmatch(digits) else CHI


def _label(sheet: Sheet, start: int, end: int) -> str:
    """The kind that a label about the number says, or ""."""
    room = sheet.lowered[max(0, start - _LABEL_ROOM) : start]
    room = re.split(r"\d(?!\))|(?<!no)\.\s", room)[-1]
    for kind, name in ((CHI, "chi_labels"), (NHS, "nhs_labels")):
        if sheet.words_of(name).search(room):
            return kind
    after = re.match(r"[\s(,;-]{1,3}(nhs|chi)\b", sheet.lowered[end : end + _AFTER])
    if after:
        return f"{after.group(1)}_number"
    return ""


def _under_heads(sheet: Sheet) -> dict[int, str]:
    """Where numbers begin that stand in a column of a table, and the kind that its head says."""
    return {
        begin: kind
        for kind, name in ((NHS, "nhs_heads"), (CHI, "chi_labels"))
        for label in sheet.places_of(name)
        for begin, _ in sheet.below(*label, TEN)
    }


def _is_direct(sheet: Sheet, start: int) -> bool:
    """Whether the label is one of a number and stands right before it: a number copied wrongly still names somebody."""
    room = sheet.lowered[max(0, start - _LABEL_ROOM) : start]
    ends = [match.end() for match in sheet.words_of("number_labels").finditer(room)]
    return bool(ends) and not re.search(r"\w", room[ends[-1] :])
