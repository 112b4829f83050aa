"""The applicant's name and the date of submission, from the pages before the evidence."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from mrse_assess.intake.dates import first_date
from mrse_assess.intake.fields import read_pairs
from mrse_assess.intake.labels import plain
from mrse_assess.intake.lines import FileLines, Line, PageLines
from mrse_assess.model.places import Locator

_NAME: Final = re.compile(
    r"(?:name of (?:the )?)?(?:applicant|candidate)(?:'s)?(?: (?:full )?name)?|(?:full )?name|submitted by|prepared by"
    r"|portfolio of",
    re.IGNORECASE,
)
_DATE: Final = re.compile(
    r"(?:date of )?submission(?: date)?|date submitted|submitted(?: on)?|date of application|date", re.IGNORECASE
)
_INLINE_NAME: Final = re.compile(r"\b(?:portfolio of|submitted by|applicant:?|candidate:?)\s+(.{4,80})", re.IGNORECASE)
_INLINE_DATE: Final = re.compile(r"\b(?:submitted|submission|date of submission)\b(.{0,60})", re.IGNORECASE)
_TITLES: Final = frozenset(
    {"dr", "mr", "mrs", "ms", "miss", "mx", "prof", "professor", "dr.", "mr.", "mrs.", "ms.", "prof."}
)
_NOT_NAMES: Final = frozenset(
    {"mr", "safety", "expert", "portfolio", "evidence", "certificate", "competence", "experience", "table", "contents"}
    | {"list", "hospital", "trust", "nhs", "ipem", "mrse", "guidance", "declaration", "statement", "authentication"}
    | {"referee", "application"}
)
_PAGES: Final = 4
_LONGEST_NAME: Final = 6  # words


class Identity(NamedTuple):
    """Who applies and when the portfolio was submitted; None where it was not found."""

    name: str | None
    submitted_on: date | None


def find_identity(files: Sequence[FileLines], front: Mapping[str, int], referee: Locator | None) -> Identity:
    """The applicant and the date. ``front`` gives, for each file to look at, the first page not to look at.

    What stands from ``referee`` on, where the authentication begins, is not the applicant's.
    """
    name: str | None = None
    submitted: date | None = None
    for file in files:
        if file.file not in front:
            continue
        for page in file.pages[: max(1, min(front[file.file] - 1, _PAGES))]:
            lines = _before(page, referee)
            name = name or _name(lines)
            submitted = submitted or _date(lines)
    return Identity(name, submitted)


def _before(page: PageLines, referee: Locator | None) -> tuple[Line, ...]:
    if referee is None or (page.file, page.number) != (referee.file, referee.page) or referee.box is None:
        return page.lines
    return tuple(line for line in page.lines if line.y1 <= referee.box[1] + 1)


def _field(text: str) -> str | None:
    text = text.strip(" .*")
    if _NAME.fullmatch(text):
        return "plain name" if text.lower() == "name" else "name"
    return "date" if _DATE.fullmatch(text) else None


def _name(lines: Sequence[Line]) -> str | None:
    pairs = read_pairs(lines, _field)
    values = [pair.value for wanted in ("name", "plain name") for pair in pairs if pair.field == wanted]
    inline = [match.group(1) for line in lines if (match := _INLINE_NAME.search(plain(line.text)))]
    return next((found for value in (*values, *inline) if (found := _as_name(value))), None)


def _as_name(text: str) -> str | None:
    """The text as a person's name, without what follows a comma or bracket; None when it is no name."""
    text = re.split(r"[,(;|]|\s-\s|\s{3,}", plain(text).strip())[0].strip()
    words = [word for word in text.split() if word.lower() not in _TITLES]
    plausible = 1 < len(words) <= _LONGEST_NAME and all(_name_word(word) for word in words)
    return " ".join(text.split()) if plausible else None


def _name_word(word: str) -> bool:
    letters = word.replace("'", "").replace("-", "").replace(".", "")
    return (
        letters.isalpha()
        and (word[0].isupper() or word in {"de", "van", "der", "von", "la", "al", "bin", "da", "di"})
        and word.lower() not in _NOT_NAMES
    )


def _date(lines: Sequence[Line]) -> date | None:
    values = [pair.value for pair in read_pairs(lines, _field) if pair.field == "date"]
    inline = [match.group(1) for line in lines if (match := _INLINE_DATE.search(plain(line.text)))]
    for value in (*inline, *values):
        found = first_date(value)
        if found and len(found) == len("2025-01-31"):
            return date.fromisoformat(found)
    return None
