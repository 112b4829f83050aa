"""What can be a person's name: words with capitals, of which at least one is written small nowhere in the portfolio."""

import re
from collections.abc import Callable, Collection
from typing import Final

from mrse_assess.screening.checks.personal_data.hits import Sheet

NAME: Final = "patient_name"
_CAP: Final = r"(?:[OD]'|Mc|Mac|St )?[A-Z][a-z]{1,20}(?:['-][A-Z]?[a-z]{1,20})?"
_UP: Final = r"[A-Z][A-Z'-]{2,24}"
_OF: Final = r"(?:(?:DE|DI|DA|DOS|LE|LA|VAN|VON|DER|DEN|EL|AL|BIN|MC|ST|O)[ ]){0,2}"
_TITLE: Final = r"(?:Mrs|Mr|Ms|Miss|Mx|Master|Baby|Revd|Reverend)"
_PART: Final = r"(?:van der |van |von |de la |de |le |bin |al )?"
PERSON: Final = re.compile(
    rf"{_TITLE}\.?[ \n](?:(?:[A-Z]\.?[ ]?){{1,3}}[ \n]?|{_CAP}[ \n])?{_PART}(?:{_CAP}|{_UP})"  # Mrs E Padbury
    rf"|(?:{_OF}{_UP}(?:[ ]{_UP})?,[ \n]?|{_CAP},[ ]?)(?:{_TITLE}\.?[ ])?{_CAP}(?!\w)"  # PADBURY, Elowen
    rf"|{_UP}[,^ ][ ]?{_UP}"  # PADBURY ELOWEN
    rf"|{_CAP}[ \n](?:[A-Z]\.?[ ])?{_PART}(?:{_CAP}|{_UP})(?:[ -]{_CAP})?"  # Elowen Padbury
    rf"|(?:[A-Z]\.?[ ]?){{1,3}}[ ]{_CAP}"  # E Padbury
)
TITLED: Final = re.compile(rf"(?<!\w){_TITLE}\.?[ \n](?:(?:[A-Z]\.?[ ]?){{1,3}}[ \n]?|{_CAP}[ \n])?{_PART}{_CAP}(?!\w)")
SURNAME_FIRST: Final = rf"{_OF}{_UP}(?:[ ]{_UP})?,[ \n]?{_CAP}(?!\w)"  # PADBURY, Elowen
IS_TITLED: Final = re.compile(rf"{_TITLE}\b")
SINGLE: Final = re.compile(rf"(?:{_CAP}|{_UP})(?!\w)")
_WORD: Final = re.compile(r"[A-Za-z][A-Za-z'-]*")
CARET: Final = re.compile(rf"(?<!\w)(?:{_CAP}|{_UP})\^(?:{_CAP}|{_UP})")
NEXT: Final = 60  # characters after a name that say whose it is
MOST: Final = 150  # of a kind on one page
_MASKED: Final = re.compile(r"([a-z])\1{2,}")
"""A word that somebody wrote over letter by letter: "XXXXXX"."""
_WIRES: Final = frozenset({"lead"})
_PAUSE: Final = re.compile(r"[.;:](?=\s)|\n")


def may_be_person(sheet: Sheet, said: str, least: int = 2) -> bool:
    """Whether the words can be a person's name, on this page's portfolio."""
    return is_person(said, sheet.lists["no_names"], sheet.known, least)


def is_person(said: str, no_names: Collection[str], known: Callable[[str], bool], least: int = 2) -> bool:
    """Whether the words can be a person's name: enough of them, none that is no name's, and not all known as words."""
    titled = IS_TITLED.match(said) is not None
    low = [word.lower() for word in _WORD.findall(said) if not IS_TITLED.fullmatch(word)]
    if len(low) < (1 if titled else least) or any(word in no_names for word in low):
        return False
    names = [word for word in low if len(word) > 1 and not _MASKED.fullmatch(word)]
    return bool(names) and not all(map(known, names))


def is_of_staff(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the words about a name say a profession."""
    stop = _PAUSE.search(sheet.text, end, end + NEXT // 2)
    after = stop.start() if stop else end + NEXT // 2
    before = [match.end() for match in _PAUSE.finditer(sheet.text, max(0, start - NEXT // 2), start)]
    begin = before[-1] if before else start - NEXT // 2
    return _says_profession(sheet, end, after) or _says_profession(sheet, begin, start)


def _says_profession(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a profession is said there; "no lead", "her old lead" is a wire."""
    return any(
        match.group() not in _WIRES or not sheet.ends_with("of_wires", match.start())
        for match in sheet.words_of("professions").finditer(sheet.lowered, max(0, start), end)
    )
