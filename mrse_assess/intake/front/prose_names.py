"""The applicant named in sentences: "This portfolio is submitted on 5 May 2025 by Una Vale, Clinical Scientist ..."."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from mrse_assess.intake.front.person_names import as_name
from mrse_assess.intake.front.statement_words import vouches
from mrse_assess.intake.text.labels import plain
from mrse_assess.intake.text.lines import Line

_GIVEN: Final = (
    r"(?:submitted|presented|prepared|compiled|assembled|collated|written|produced|made|sent|lodged|offered|collected"
    r"|put (?:forward|together))"
)
_WITHIN: Final = r"(?:[^.;:]|\.(?=\d)|:(?=\d\d)){0,60}?"
_BODY: Final = r"(?:portfolio|application|submission|dossier|folder|evidence|experience)"
_APPLIES: Final = (
    r"(?:(?:hereby|herewith|now|also|respectfully)\s+)?(?:submits?|presents?|applies|apply|wishes to|would like to"
    r"|is applying|am applying|am submitting|seeks?|offers?|encloses?|has compiled|has prepared)"
)
_TITLE: Final = r"(?:(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof(?:essor)?)\.?\s+)?"
_WORDS: Final = rf"{_TITLE}[A-Z][\w'\u2019-]+(?:\s+[\w'\u2019.-]+){{1,4}}"
_WAYS: Final = (
    re.compile(rf"\b{_GIVEN}\b{_WITHIN}\bby\s+(.{{4,80}})", re.IGNORECASE),
    re.compile(rf"\b{_BODY}\b{_WITHIN}\b(?:of|by|from|on behalf of)\s+({_WORDS}.{{0,40}})"),
    re.compile(rf"\b(?:[Tt]he|[Tt]his) (?:applicant|candidate)(?:,| is| was)\s+({_WORDS}.{{0,40}})"),
    re.compile(rf"\bI,?\s+({_WORDS}),?\s.{{0,120}}?\b{_APPLIES}\b"),
    re.compile(rf"\b(?:[Mm]y name is|I am|I'm)\s+({_WORDS}.{{0,40}})"),
    re.compile(rf"({_WORDS})(?:,[^.]{{3,120}},|\s*\([^()]{{3,100}}\))?\s+{_APPLIES}\b"),
)
_MOST_LETTERS: Final = 1600  # of a page that are looked at
_LONGEST_NAME: Final = 6  # words
_CUT: Final = re.compile(r"(?<=[a-z])-\s(?=[A-Z])")
_BREAK: Final = "\x1f"  # where a line ends; white space to a pattern
_PLACE: Final = re.compile(
    r"^(?:'s|s'|\u2019s)?\s*(?:[A-Z][\w']*\s+){0,3}(?:Hospitals?|Infirmary|Trust|NHS|University|Clinic|Health|College"
    r"|Centre|Institute|Foundation)\b"
)


def names_in_prose(lines: Sequence[Line]) -> Iterator[str]:
    """Names that the sentences of a page give the applicant, the plainest way of saying so first.

    A page on which somebody vouches for the applicant names the one who vouches in the same ways: it tells nothing.
    """
    text = _CUT.sub("-", _BREAK.join(plain(line.text).strip() for line in lines))[:_MOST_LETTERS]
    if vouches(text):
        return
    for way in _WAYS:
        for match in way.finditer(text):
            if name := beginning(match.group(1) + text[match.end(1) : match.end(1) + 40]):
                yield name


def beginning(text: str) -> str | None:
    """The name that the text begins with, whatever follows it; no place that is called after somebody."""
    first, broken, _ = text.partition(_BREAK)
    if broken and (whole := as_name(first)):
        return whole
    words = text.split()
    beginnings = (" ".join(words[:count]) for count in range(min(_LONGEST_NAME, len(words)), 1, -1))
    found = next((name for each in (text, *beginnings) if (name := as_name(each))), None)
    after = text.partition(found)[2] if found is not None and found in text else ""
    return None if found is None or is_place(found, after) else found


def is_place(name: str, after: str) -> bool:
    """Whether words such as "Queen Maud" begin the name of a place: "Queen Maud's Hospital"."""
    return bool(_PLACE.match(after)) or name.endswith(("'s", "s'"))
