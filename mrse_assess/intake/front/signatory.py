"""Who signs a statement that is no form: in its words, below a letter's closing, or after "signed electronically"."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from mrse_assess.intake.front.person_names import Person, as_name, person_in
from mrse_assess.intake.front.signatures import CLOSING
from mrse_assess.intake.text.dates import first_date, is_date
from mrse_assess.intake.text.labels import plain
from mrse_assess.intake.text.lines import Line

_VERBS: Final = (
    r"(?:(?:hereby |can |do |am |have |also )*(?:confirm|certify|declare|authenticate|attest|verify|vouch|state|look"
    r"|looked|read|reviewed|examined|seen|able|pleased)"
    r"|(?:and )?(?:have|had|am|was|will|know|line[- ]manage|supervised?))"
)
"""What a role is followed by: no role has such words in it ("have known the applicant for six years")."""

_PROSE: Final = re.compile(rf"\bI,\s+([^,]{{4,60}}),\s+(.{{3,120}}?),?\s+{_VERBS}\b", re.IGNORECASE)
_PROSE_NAME: Final = re.compile(rf"\bI,\s+([^,]{{4,60}}),\s+{_VERBS}\b", re.IGNORECASE)
_AM: Final = re.compile(
    r"\b(?:my name is|I am)\s+((?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof(?:essor)?)\.?\s+[^,.]{4,50})", re.IGNORECASE
)
_HELD_AS: Final = re.compile(r"^(?:(?:being|as|acting|working|currently|presently|the)\s+)+(?=[A-Z])")
_SIGNED_BY: Final = re.compile(
    r"(?:signed electronically|electronically signed|digitally signed|signed digitally|e-signed|signed)"
    r"(?:\s+by)?\s*[:\-]?\s+(.{4,160})|/s/\s*(.{4,160})"
    r"|(?:authenticated|verified|confirmed|certified|countersigned|endorsed|to be signed) by\s*:?\s+(.{4,160})",
    re.IGNORECASE,
)
_DATED: Final = re.compile(r"^\s*(?:dated?|on|signed on)\b[\s:]*(.*\d.*)$", re.IGNORECASE)
_FIELD: Final = re.compile(
    r"^\s*[^:]{1,40}:(?:\s|$)|^\s*(?:dated?|tel|phone|e-?mail|email|address|name|signed|signature)\b", re.IGNORECASE
)
_ROLE_WORD: Final = re.compile(
    r"\b(?:head|director|manager|lead(?:er)?|chief|consultant|principal|senior|superintendent|deputy|professor|officer"
    r"|physicist|scientist|radiographer|(?:neuro)?radiologist|engineer|supervisor|expert|advis[eo]r|person|chair)\b",
    re.IGNORECASE,
)
_LONGEST_ROLE: Final = 12  # words
_BELOW: Final = 4  # lines below the closing words among which the name stands


class Signatory(NamedTuple):
    """Name, role and date as far as they were found."""

    name: str | None = None
    role: str | None = None
    date: str | None = None


def signatory(lines: Sequence[Line]) -> Signatory:
    """Who signs these lines, in what role and when."""
    texts = [plain(line.text).strip() for line in lines]
    found = Signatory(*_in_prose(" ".join(texts)))
    for way in (_below_closing, _after_signed, _alone):
        found = found if found.name is not None else way(texts)
    return found._replace(date=found.date or _date(texts))


def role_below(lines: Sequence[Line], name: str) -> str | None:
    """The line under the one that ends with the name, where it may be a role."""
    texts = [plain(line.text).strip() for line in lines]
    return next((_as_role(below) for text, below in pairwise(texts) if text.endswith(name)), None)


def _in_prose(text: str) -> tuple[str | None, str | None]:
    match = _PROSE.search(text)
    if match and (name := as_name(match.group(1))):
        return name, _HELD_AS.sub("", match.group(2)).strip(" ,")
    match = _PROSE_NAME.search(text) or _AM.search(text)
    return (as_name(match.group(1)), None) if match else (None, None)


def _below_closing(texts: Sequence[str]) -> Signatory:
    place = next((index for index, text in enumerate(texts) if CLOSING.match(text)), None)
    if place is None:
        return Signatory()
    for index, text in enumerate(texts[place + 1 : place + 1 + _BELOW], start=place + 1):
        if person := person_in(text):
            return Signatory(person.name, person.role or _as_role("".join(texts[index + 1 : index + 2])), person.date)
    return Signatory()


def _alone(texts: Sequence[str]) -> Signatory:
    """A name alone on a line below a statement, a role and a date on the next lines or after it."""
    for index, text in enumerate(texts[1:], start=1):
        person = person_in(text)
        if person is None or (person.role is None and person.name != " ".join(text.split())):
            continue
        below = [*texts[index + 1 : index + 3], "", ""]
        role = person.role or _as_role(below[0])
        date = person.date or next((first_date(each) for each in below if is_date(each)), None)
        if role is not None and _ROLE_WORD.search(role):
            return Signatory(person.name, role, date)
    return Signatory()


def _after_signed(texts: Sequence[str]) -> Signatory:
    for index, text in enumerate(texts):
        person = _signing(text)
        below = "".join(texts[index + 1 : index + 2])
        longer = _signing(f"{text} {below}") if person is not None and not _FIELD.match(below) else None
        person = longer if longer is not None and longer.date and person is not None and not person.date else person
        if person is not None:
            return Signatory(person.name, person.role or _as_role(below), person.date)
    return Signatory()


def _signing(text: str) -> Person | None:
    match = _SIGNED_BY.search(text)
    return person_in(next((group for group in match.groups() if group), "")) if match else None


def _as_role(text: str) -> str | None:
    """The text as a role: a few words that are no date and no field."""
    text = text.strip(" ,.")
    if not text or len(text.split()) > _LONGEST_ROLE or is_date(text) or _FIELD.match(text) or first_date(text):
        return None
    return text if sum(map(str.isalpha, text)) > len(text) / 2 else None


def _date(texts: Sequence[str]) -> str | None:
    dated = [found for text in texts if (match := _DATED.match(text)) and (found := first_date(match.group(1)))]
    alone = [found for text in texts if is_date(text) and (found := first_date(text))]
    return next(iter([*dated, *alone]), None)
