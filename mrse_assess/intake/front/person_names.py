"""Names of people, told from titles, posts and places."""

import re
from typing import Final, NamedTuple

from mrse_assess.intake.text.dates import date_at_end, first_date
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
    | {"radiographer", "radiologist", "neuroradiologist", "technologist", "engineer", "superintendent", "research"}
    | {"magnetic", "resonance", "general", "centre", "center", "college", "institute", "teaching", "supporting", "dear"}
)
_POST: Final = re.compile(
    r"\b(?:head|director|manager|lead(?:er)?|chief|consultant|principal|senior|superintendent|deputy|professor|officer"
    r"|physicist|scientist|radiographer|(?:neuro)?radiologist|engineer|supervisor|expert|advis[eo]r|person|chair)\b",
    re.IGNORECASE,
)
_LONGEST: Final = 6  # words
_AFTER: Final = re.compile(r"[,(;|\[<]|\s[-/]\s|\s{3,}")
_LEAST: Final = 2  # words of a name
_LETTERS: Final = re.compile(
    r"(?!Ma?c[A-Z]|Fitz[A-Z])(?=(?:[a-z]*[A-Z]){2})[A-Za-z]{2,8}(?:\s?\([A-Z][A-Za-z]{0,5}\))?(?![\w(])"
)
_BEFORE_DATE: Final = re.compile(
    r"[\s,;:(|-]*(?:\b(?:on|dated?|signed|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b[\s:,]*)*$", re.IGNORECASE
)
_BY_MACHINE: Final = re.compile(
    r"\s*[(\[](?:(?:an? )?(?:electronic|digital|e-?)\s?(?:signature|signed)|signed (?:electronically|digitally))[)\]]",
    re.IGNORECASE,
)
"""What stands behind a name for the signature: it is no role."""

_BRACKETED: Final = re.compile(r"\(((?:[^()]|\([^()]*\))*)\)(?=$|[\s,.;])")
_REGISTERED: Final = re.compile(
    r"^(?:(?:registered |registration )?(?:HCPC|GMC|RCT|IPEM|AHCS|NMC|membership|member)?\s*(?:registration|reg)?\.?\s*"
    r"(?:no|number)?\.?\s*[:#]?\s*)[A-Z]{0,3}\d{4,8}[,;/\s-]+(?=[A-Z])"
)
"""A number of registration between a name and the post: "HCPC CS01234, Head of MR Physics"."""

_SENTENCE_END: Final = re.compile(r"[a-z)]{3}\.$")
_GAP: Final = re.compile(r"\s*,?\s*")
_NO_LETTERS: Final = frozenset({"mr", "mri", "mrse", "mrso", "mrrp", "nhs", "ct", "uk", "ipem", "hcpc", "it", "sar"})


def as_name(text: str) -> str | None:
    """The text as a person's name with the letters after it, without what follows; None when it is no name."""
    text = " ".join(plain(text).split()) if "   " not in text else plain(text).strip()
    name = _AFTER.split(text)[0].strip(" .:")
    end = len(name) if text.startswith(name) else 0
    words = [word for word in name.split() if word.lower() not in _TITLES]
    while len(words) > _LEAST and not text.isupper() and _LETTERS.fullmatch(words[-1]):
        letters = words.pop()  # that do not stand after a comma, such as "BSc" of "BSc(Hons)"
        end = name.rindex(letters) if end else 0
    if not _LEAST <= len(words) <= _LONGEST or not all(map(_is_name_word, words)):
        return None
    return " ".join(text[: _letters_end(text, end)].split()).strip(" ,") if end else " ".join(name.split())


class Person(NamedTuple):
    """Who a line names: "Dr A Bell (Head of MR Physics), 3 May 2025"."""

    name: str
    role: str | None
    date: str | None


def person_in(text: str) -> Person | None:
    """The person that a line begins with, the role after the name and the date at its end; None when it names none."""
    text = _BY_MACHINE.sub("", " ".join(plain(text).split()))
    start = date_at_end(text)
    date = first_date(text[start:]) if start is not None else None
    text = _BEFORE_DATE.sub("", text[:start]).strip() if start is not None else text
    name = as_name(text)
    if name is None or not text.startswith(name):
        return None
    role = text[len(name) :].strip(" ,;:-|/")
    if bracketed := _BRACKETED.match(role):
        role = bracketed.group(1).strip()
    role = _REGISTERED.sub("", role)
    role = role.removesuffix(".") if _SENTENCE_END.search(role) else role
    is_role = sum(map(str.isalpha, role)) > 1 and "@" not in role
    return Person(name, role if is_role else None, date)


def _letters_end(text: str, start: int) -> int:
    """Where the letters after a name end: "MSc, CSci", "BSc(Hons) PhD"."""
    end = start
    while True:
        gap = _GAP.match(text, end)
        match = _LETTERS.match(text, gap.end() if gap else end)
        if match is None or match.group().lower() in _NO_LETTERS:
            return end
        if text[match.end() :].lstrip()[:1].isalpha() and not _is_followed_by_letters(text, match.end()):
            return end  # the first word of a role: "MRI Physicist"
        end = match.end()


def _is_followed_by_letters(text: str, start: int) -> bool:
    following = _LETTERS.match(text, len(text) - len(text[start:].lstrip()))
    return following is not None and following.group().lower() not in _NO_LETTERS


def names_post(text: str) -> bool:
    """Whether the text holds a word that posts are called by: "Lead MR Radiographer"."""
    return _POST.search(text) is not None


def has_title(text: str) -> bool:
    """Whether a name begins with a title such as "Dr"."""
    return plain(text).strip().lower().split(" ")[0] in _TITLES


def same_person(first: str | None, second: str | None) -> bool:
    """Whether two names are of one person: the same surname and the same first letter, titles and letters aside."""
    one, two = _bare(first), _bare(second)
    return bool(one and two) and one[-1] == two[-1] and one[0][0] == two[0][0]


def _bare(name: str | None) -> list[str]:
    words = [word for word in plain(name or "").split(",")[0].split() if word.lower() not in _TITLES]
    while len(words) > _LEAST and not "".join(words).isupper() and _LETTERS.fullmatch(words[-1]):
        words.pop()
    return [word.strip(".").lower() for word in words]


def _is_name_word(word: str) -> bool:
    letters = word.replace("'", "").replace("-", "").replace(".", "")
    return letters.isalpha() and (word[0].isupper() or word.lower() in _PARTICLES) and (word.lower() not in _NOT_NAMES)
