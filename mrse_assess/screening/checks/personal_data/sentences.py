"""Patients' names in running text: what is said of them is said of patients, and not of staff."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from mrse_assess.intake.text.dates import every_date
from mrse_assess.screening.checks.personal_data.hits import NEAR, Hit, Sheet
from mrse_assess.screening.checks.personal_data.people import (
    IS_TITLED,
    MOST,
    NAME,
    NEXT,
    PERSON,
    TITLED,
    is_of_staff,
    may_be_person,
)

_RUNNING: Final = re.compile(
    r"(?:(?:[Tt]he|[Oo]ur|[Tt]his|[Aa]|[Hh]is|[Ff]emale|[Mm]ale|[Ii]n|[Oo]f|[Ff]or|-|:)\s(?:in|out)?-?patient"
    r"(?:'s name)?(?:,? \(?|\n)(?:called |named |known as |is )?"
    r"|[Pp]atient (?:called|named|known as) )"
)
_SAYS: Final = re.compile(
    r"[\s,)]{0,3}(?:,|\)|\(|'s|(?:was|is|has|had|who|attended|came|needs|needed|told|said|asked|underwent|be|could"
    r"|would|will|born|aged)\b)"
)
_AFTER_VERB: Final = re.compile(
    r"[\s,]{1,2}(?:on|in|at|for|with|again|as|without|this|last|yesterday|today|and|under|after|who)\b|[,.;]|\s\("
)
_DAY: Final = len("2023-05-02")


def in_running_text(sheet: Sheet, text: str, others: Sequence[Hit], oldest_work: str) -> Iterator[Hit]:
    """Names in sentences, in the subjects of letters and beside days before ``oldest_work`` ("" where not known)."""
    yield from _in_sentences(sheet, text)
    yield from _about_letters(sheet, text, others)
    yield from _titled(sheet, text)
    yield from _with_old_date(sheet, text, oldest_work)


def _in_sentences(sheet: Sheet, text: str) -> Iterator[Hit]:
    """Names in running text: "The patient, Ada Thornquill, was asked", "we scanned Ada Thornquill on Tuesday"."""
    for lead in islice(_RUNNING.finditer(text), MOST):
        match = PERSON.match(text, lead.end())
        if match and may_be_person(sheet, match.group()) and not is_of_staff(sheet, *match.span()):
            sure = bool(IS_TITLED.match(match.group()) or _SAYS.match(text, match.end()))
            yield Hit(NAME, *match.span(), sure)
    for start, _ in sheet.places_of("is_a_patient"):
        yield from _ending_at(sheet, text, start, likely=True)
    for _, end in sheet.places_of("done_to_patients"):
        match = PERSON.match(text, end + 1)
        if not match or not may_be_person(sheet, match.group()) or is_of_staff(sheet, *match.span()):
            continue
        titled = bool(IS_TITLED.match(match.group()))
        if titled or _AFTER_VERB.match(text, match.end()):
            yield Hit(NAME, *match.span(), likely=titled)


def _about_letters(sheet: Sheet, text: str, others: Sequence[Hit]) -> Iterator[Hit]:
    """The subject of a letter about somebody: "Re: Ada Thornquill, inpatient on ward 7"."""
    for match in re.finditer(r"(?<!\w)(?:Re|RE|Regarding|Concerning|Subject|FW|Fwd)\s?[:.-]\s{0,2}", text):
        name = PERSON.match(text, match.end())
        if name is None or not may_be_person(sheet, name.group()) or is_of_staff(sheet, *name.span()):
            continue
        stop = name.end() + NEXT
        known = any(name.end() <= hit.start < stop + NEXT for hit in others)
        if known or sheet.has("about_patients", name.end(), stop):
            yield Hit(NAME, *name.span(), likely=True)


def _titled(sheet: Sheet, text: str) -> Iterator[Hit]:
    """People named with a title ("Mrs Padbury underwent ..."): what is said of them is said of patients."""
    for match in islice(TITLED.finditer(text), MOST):
        start, end = match.span()
        if not may_be_person(sheet, match.group(), least=1) or is_of_staff(sheet, start, end):
            continue
        owns = match.group().endswith("'s") and sheet.has("belongings", end, end + NEXT // 3)
        after = sheet.has("said_of_patients", end, end + NEXT)
        before = sheet.ends_with("before_patients", start)
        if owns or after or before:
            yield Hit(NAME, start, end, likely=True)
        elif (sheet.has("may_be_said", end, end + NEXT // 4) and sheet.has("belongings", end, end + NEXT // 2)) or (
            text[max(0, start - 5) : start] == "Dear " and sheet.has("to_patients", end, end + 3 * NEAR)
        ):
            yield Hit(NAME, start, end, likely=False)


def _with_old_date(sheet: Sheet, text: str, oldest_work: str) -> Iterator[Hit]:
    """Names beside a day, "Ada Thornquill (12/03/1956)", too long ago for work, where patients are spoken of."""
    if not oldest_work:
        return
    for begin, _, iso in every_date(text)[:MOST]:
        if len(iso) < _DAY or iso >= oldest_work or not sheet.speaks_of_patient(begin, begin):
            continue
        yield from _ending_at(sheet, text, begin, likely=False)


def _ending_at(sheet: Sheet, text: str, place: int, *, likely: bool) -> Iterator[Hit]:
    """The name that ends at a place, a comma or bracket between the two."""
    at = max(0, place - NEXT)
    room = text[at:place].rstrip(" ,(-")
    name = next((match for match in PERSON.finditer(room) if match.end() == len(room)), None)
    if name and may_be_person(sheet, name.group()):
        yield Hit(NAME, at + name.start(), at + name.end(), likely)
