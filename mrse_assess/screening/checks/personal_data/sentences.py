"""Patients' names in running text: what is said of them is said of patients, and not of staff."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from mrse_assess.screening.checks.personal_data.described import described, name_before
from mrse_assess.screening.checks.personal_data.hits import Hit, Sheet
from mrse_assess.screening.checks.personal_data.letters import about_letters
from mrse_assess.screening.checks.personal_data.people import (
    IS_TITLED,
    MOST,
    NAME,
    PERSON,
    SINGLE,
    is_of_staff,
    may_be_person,
)
from mrse_assess.screening.checks.personal_data.titled import titled

_RUNNING: Final = re.compile(
    r"(?:(?:[Tt]he|[Oo]ur|[Tt]his|[Aa]|[Hh]is|[Ff]emale|[Mm]ale|[Ii]n|[Oo]f|[Ff]or|-|:)\s(?:(?:in|out)?-?patient|pt)"
    r"(?:'s name)?(?:,?\s\(?)(?:called |named |known as |is )?)"
)
_CALLED: Final = re.compile(r"(?:,? (?:called|named|known as|by the name of)[ \n]|\.?[ ](?=[A-Z]))")
_SMALL: Final = frozenset({"baby", "child", "toddler"})
_OWN: Final = 20  # characters behind a name: "'s left knee"
_SURNAME_FIRST: Final = re.compile(r"[A-Z][A-Z'-]{2,24},[ \n]?[A-Z][a-z]")
_SAYS: Final = re.compile(
    r"[\s,)]{0,3}(?:,|\)|\(|'s|(?:was|is|has|had|who|attended|came|needs|needed|told|said|asked|underwent|be|could"
    r"|would|will|born|aged)\b)"
)
_AFTER_VERB: Final = re.compile(
    r"[\s,]{1,2}(?:on|in|at|for|with|again|as|without|this|last|yesterday|today|and|under|after|who)\b|[,.;]|\s\("
)


def in_running_text(sheet: Sheet, text: str, others: Sequence[Hit], oldest_work: str) -> Iterator[Hit]:
    """Names in sentences, in the subjects of letters and beside days before ``oldest_work`` ("" where not known)."""
    yield from _in_sentences(sheet, text)
    yield from _called(sheet, text)
    yield from about_letters(sheet, text, others)
    yield from titled(sheet, text, others)
    yield from described(sheet, text, oldest_work)


def _small(sheet: Sheet, text: str, at: int) -> Iterator[Hit]:
    """The surname alone of somebody small: "the mother of baby Thornquill"."""
    match = SINGLE.match(text, at)
    if match and may_be_person(sheet, match.group(), least=1):
        yield Hit(NAME, *match.span(), likely=False)


def _in_sentences(sheet: Sheet, text: str) -> Iterator[Hit]:
    """Names in running text: "The patient, Ada Thornquill, was asked", "we scanned Ada Thornquill on Tuesday"."""
    for lead in islice(_RUNNING.finditer(text), MOST):
        match = PERSON.match(text, lead.end())
        if match and may_be_person(sheet, match.group()) and not is_of_staff(sheet, *match.span()):
            sure = bool(IS_TITLED.match(match.group()) or _SAYS.match(text, match.end()))
            yield Hit(NAME, *match.span(), sure)
    for start, _ in sheet.places_of("is_a_patient"):
        yield from name_before(sheet, text, start, likely=True)
    for _, end in sheet.places_of("done_to_patients"):
        match = PERSON.match(text, end + 1)
        if not match or not may_be_person(sheet, match.group()) or is_of_staff(sheet, *match.span()):
            continue
        is_titled = bool(IS_TITLED.match(match.group())) or _owns(sheet, match)
        if is_titled or _SURNAME_FIRST.match(match.group()) or _AFTER_VERB.match(text, match.end()):
            yield Hit(NAME, *match.span(), likely=is_titled)


def _owns(sheet: Sheet, name: re.Match[str]) -> bool:
    """Whether something of a patient's is said to be theirs: "we scanned Ada Thornquill's knee"."""
    end = name.end()
    return name.group().endswith("'s") and sheet.has("belongings", end, end + _OWN)


def _called(sheet: Sheet, text: str) -> Iterator[Hit]:
    """Names right behind a word for a patient: "a lady called Ada Thornquill", "Pt Ada Thornquill had a stent"."""
    for place in islice(sheet.words_of("called_patients").finditer(sheet.lowered), MOST):
        lead = _CALLED.match(text, place.end())
        match = PERSON.match(text, lead.end()) if lead else None
        if lead is not None and match is None and place.group() in _SMALL:
            yield from _small(sheet, text, lead.end())
        if lead is None or match is None or not may_be_person(sheet, match.group()):
            continue
        called = lead.group().strip(" .\n") != ""
        if (called or _SAYS.match(text, match.end())) and not is_of_staff(sheet, *match.span()):
            yield Hit(NAME, *match.span(), likely=called)
