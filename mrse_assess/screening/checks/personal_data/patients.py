"""Patients' names, known by what stands about them: nobody's name is looked up, and staff's are no finding."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from mrse_assess.screening.checks.personal_data.forms import names_on_questionnaires
from mrse_assess.screening.checks.personal_data.hits import BESIDE, NEAR, Hit, Sheet
from mrse_assess.screening.checks.personal_data.people import CARET, NAME, PERSON, SINGLE, is_of_staff, may_be_person
from mrse_assess.screening.checks.personal_data.sentences import in_running_text
from mrse_assess.screening.names import unaccented

_INITIAL: Final = re.compile(rf"{SINGLE.pattern},?[ ][A-Z]\b\.?(?![\w/-])")
"""A surname with an initial behind it: "Padbury E"."""


def patient_names(sheet: Sheet, others: Sequence[Hit], oldest_work: str = "") -> Iterator[Hit]:
    """Every name that is likely or possibly a patient's.

    ``others`` are the page's dates of birth and numbers; a day before ``oldest_work`` beside a name is a birth date.
    """
    text = unaccented(sheet.text)
    yield from _beside_labels(sheet, text, others)
    yield from _in_fields(sheet, text, others)
    yield from names_on_questionnaires(sheet, text)
    yield from in_running_text(sheet, text, others, oldest_work)
    for match in CARET.finditer(text):
        if may_be_person(sheet, match.group().replace("^", " ")):
            yield Hit(NAME, *match.span(), bool(others) or sheet.speaks_of_patient(*match.span()))


def _beside_labels(sheet: Sheet, text: str, others: Sequence[Hit]) -> Iterator[Hit]:
    """Names beside or under "Patient name", "Patient:"."""
    for start, end in sheet.places_of("name_labels"):
        yield from _value(sheet, text, start, end, columns=True)
    for start, end in sheet.places_of("patient_labels"):
        if re.match(r"\s?(?:\([^()\n]{0,20}\)\s?)?[:=|-]", text[end : end + 26]) or _is_cell(sheet, start, end):
            yield from _value(sheet, text, start, end, columns=bool(others))


def _is_cell(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the label fills a cell with others beside or under it."""
    cells = sheet.rows.parted(sheet.rows.line_at(start)).split("\t")
    return any(cell.strip().lower() == sheet.lowered[start:end] for cell in cells)


def _value(sheet: Sheet, text: str, start: int, end: int, *, columns: bool) -> Iterator[Hit]:
    gap = BESIDE.match(text, end)
    at = gap.end() if gap else end
    if text[at : at + 1] == "\n":
        at += 1
    match = PERSON.match(text, at) or _INITIAL.match(text, at)
    spans = [match.span()] if match else sheet.below(start, end, PERSON) if columns else []
    for begin, stop in spans:
        if may_be_person(sheet, text[begin:stop]) and not is_of_staff(sheet, begin, stop):
            yield Hit(NAME, begin, stop, likely=True)


def _in_fields(sheet: Sheet, text: str, others: Sequence[Hit]) -> Iterator[Hit]:
    """Values of fields such as "Surname", where a date of birth or a number stands close by."""
    if not others:
        return
    for start, end in sheet.places_of("name_fields"):
        if not any(hit.start - 3 * NEAR < start < hit.end + 2 * NEAR for hit in others):
            continue
        gap = re.compile(r"\s?[:=|\t]\s?|\s").match(text, end)
        at = gap.end() if gap else end
        match = next((one for one in _read_at(text, at) if gap and may_be_person(sheet, one.group(), least=1)), None)
        if match and not is_of_staff(sheet, *match.span()):
            yield Hit(NAME, *match.span(), likely=":" in (gap.group() if gap else ""))
        for span in sheet.below(start, end, PERSON) if match is None else ():
            if may_be_person(sheet, text[slice(*span)]) and not is_of_staff(sheet, *span):
                yield Hit(NAME, *span, likely=True)


def _read_at(text: str, at: int) -> Iterator[re.Match[str]]:
    """A name in full at a place, and the first word of it alone."""
    for shape in (PERSON, SINGLE):
        if match := shape.match(text, at):
            yield match
