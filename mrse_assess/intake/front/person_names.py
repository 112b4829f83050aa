"""Names of people, told from titles, posts and places."""

import re
from typing import Final

from mrse_assess.intake.text.labels import plain

_TITLES: Final = frozenset(
    {"dr", "mr", "mrs", "ms", "miss", "mx", "prof", "professor", "dr.", "mr.", "mrs.", "ms.", "prof.", "sir", "dame"}
)
_PARTICLES: Final = frozenset({"de", "van", "der", "den", "von", "la", "le", "al", "bin", "ibn", "da", "di", "du", "y"})
_NOT_NAMES: Final = frozenset(
    {"mr", "mri", "safety", "expert", "portfolio", "evidence", "certificate", "competence", "experience", "table"}
    | {
        "contents",
        "list",
        "hospital",
        "hospitals",
        "trust",
        "nhs",
        "ipem",
        "mrse",
        "guidance",
        "declaration",
        "statement",
    }
    | {"authentication", "referee", "application", "university", "royal", "infirmary", "health", "board", "foundation"}
    | {"department", "physics", "physicist", "radiology", "imaging", "clinical", "scientist", "consultant", "head"}
    | {"director", "manager", "lead", "principal", "senior", "chief", "professional", "medical", "page", "confidential"}
    | {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november"}
    | {"december", "date", "name", "signed", "signature", "yours", "faithfully", "sincerely", "the", "and", "of", "for"}
    | {"magnetic", "resonance", "general", "centre", "center", "college", "institute", "teaching", "supporting", "dear"}
)
_LONGEST: Final = 6  # words
_AFTER: Final = re.compile(r"[,(;|\[]|\s-\s|\s{3,}")


def as_name(text: str) -> str | None:
    """The text as a person's name, without what follows a comma or bracket; None when it is no name."""
    text = _AFTER.split(plain(text).strip())[0].strip(" .:")
    words = [word for word in text.split() if word.lower() not in _TITLES]
    plausible = 1 < len(words) <= _LONGEST and all(_is_name_word(word) for word in words)
    return " ".join(text.split()) if plausible else None


def has_title(text: str) -> bool:
    """Whether a name begins with a title such as "Dr"."""
    return plain(text).strip().lower().split(" ")[0] in _TITLES


def same_person(first: str | None, second: str | None) -> bool:
    """Whether two names are of one person: the same surname and the same first letter, titles aside."""
    one, two = _bare(first), _bare(second)
    return bool(one and two) and one[-1] == two[-1] and one[0][0] == two[0][0]


def _bare(name: str | None) -> list[str]:
    words = plain(name or "").lower().split(",")[0].split()
    return [word.strip(".") for word in words if word not in _TITLES]


def _is_name_word(word: str) -> bool:
    letters = word.replace("'", "").replace("-", "").replace(".", "")
    return letters.isalpha() and (word[0].isupper() or word.lower() in _PARTICLES) and (word.lower() not in _NOT_NAMES)
