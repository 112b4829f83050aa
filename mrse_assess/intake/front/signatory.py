"""Who signs a statement that is no form: in its words, below a letter's closing, or after "signed electronically"."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from mrse_assess.intake.front.person_names import as_name
from mrse_assess.intake.front.signatures import CLOSING
from mrse_assess.intake.text.dates import first_date, is_date
from mrse_assess.intake.text.labels import plain
from mrse_assess.intake.text.lines import Line

_VERBS: Final = (
    r"(?:hereby |can |do |am |have |also )*(?:confirm|certify|declare|authenticate|attest|verify|vouch|state|look"
    r"|looked|read|reviewed|examined|seen|able|pleased)"
)
_PROSE: Final = re.compile(rf"\bI,\s+([^,]{{4,60}}),\s+(.{{3,120}}?),?\s+{_VERBS}\b", re.IGNORECASE)
_PROSE_NAME: Final = re.compile(rf"\bI,\s+([^,]{{4,60}}),\s+{_VERBS}\b", re.IGNORECASE)
_AM: Final = re.compile(
    r"\b(?:my name is|I am)\s+((?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof(?:essor)?)\.?\s+[^,.]{4,50})", re.IGNORECASE
)
_SIGNED_BY: Final = re.compile(
    r"(?:signed electronically|electronically signed|digitally signed|signed digitally|e-signed|signed)"
    r"(?:\s+by)?\s*[:\-]?\s+(.{4,60})|/s/\s*(.{4,60})|authenticated by\s*:?\s+(.{4,60})",
    re.IGNORECASE,
)
_DATED: Final = re.compile(r"^\s*(?:dated?|on|signed on)\b[\s:]*(.*\d.*)$", re.IGNORECASE)
_FIELD: Final = re.compile(r"^\s*(?:dated?|tel|phone|e-?mail|email|address|name|signed|signature)\b", re.IGNORECASE)
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
    name, role = _in_prose(" ".join(texts))
    if name is None:
        name, role = _below_closing(texts)
    if name is None:
        name, role = _after_signed(texts)
    return Signatory(name, role, _date(texts))


def role_below(lines: Sequence[Line], name: str) -> str | None:
    """The line under the one that ends with the name, where it may be a role."""
    texts = [plain(line.text).strip() for line in lines]
    return next((_as_role(below) for text, below in pairwise(texts) if text.endswith(name)), None)


def _in_prose(text: str) -> tuple[str | None, str | None]:
    match = _PROSE.search(text)
    if match and (name := as_name(match.group(1))):
        return name, match.group(2).strip(" ,")
    match = _PROSE_NAME.search(text) or _AM.search(text)
    return (as_name(match.group(1)), None) if match else (None, None)


def _below_closing(texts: Sequence[str]) -> tuple[str | None, str | None]:
    place = next((index for index, text in enumerate(texts) if CLOSING.match(text)), None)
    if place is None:
        return None, None
    for index, text in enumerate(texts[place + 1 : place + 1 + _BELOW], start=place + 1):
        if name := as_name(text):
            tail = text[len(name) :].strip(" ,")
            below = texts[index + 1] if index + 1 < len(texts) else ""
            return name, _as_role(tail) if tail and len(tail.split()) > 1 else _as_role(below)
    return None, None


def _after_signed(texts: Sequence[str]) -> tuple[str | None, str | None]:
    for index, text in enumerate(texts):
        match = _SIGNED_BY.search(text)
        name = as_name(next((group for group in match.groups() if group), "")) if match else None
        if name:
            return name, _as_role(texts[index + 1]) if index + 1 < len(texts) else None
    return None, None


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
