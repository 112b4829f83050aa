"""One person's name found in text: in full, with initials on either side, turned round, after a title, as a mailbox."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mrse_assess.screening.names import named

_WORD = re.compile(r"[^\W_]+")
_TITLES = frozenset({"dr", "mr", "mrs", "ms", "miss", "mx", "prof", "professor", "sir", "dame"})
_MOST_INITIALS = 3  # words before a surname that are looked at


class Wanted(NamedTuple):
    """A name to be found: the first name or initial ("" for none) and the words of the surname, in small letters."""

    given: str
    surname: tuple[str, ...]


def wanted(name: str) -> Wanted | None:
    """The name without titles and letters after it; None where it has no surname."""
    person = named(plain(name))
    if person is None:
        return None
    surname = tuple(word.casefold() for part in person.surname for word in _WORD.findall(part))
    return Wanted(person.given[0].casefold() if person.given else "", surname)


def names_person(person: Wanted, text: str) -> bool:
    """Whether the text names the person, or somebody whose name would stand there in the same way."""
    if person.surname[-1] not in text.casefold():
        return False
    words = _WORD.findall(plain(text))
    return any(_is_this(person, words, at) for at in _surnames(person, words)) or _mailbox(person, text)


def plain(text: str) -> str:
    """The text without accents."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))


def _surnames(person: Wanted, words: Sequence[str]) -> Iterator[int]:
    """Where the surname begins among the words."""
    folded = [word.casefold() for word in words]
    length = len(person.surname)
    return (at for at in range(len(folded) - length + 1) if tuple(folded[at : at + length]) == person.surname)


def _is_this(person: Wanted, words: Sequence[str], at: int) -> bool:
    before = words[max(0, at - _MOST_INITIALS) : at][::-1]
    after = words[at + len(person.surname) : at + len(person.surname) + 1]
    if any(word.casefold() == person.given and len(word) > 1 for word in (*before[:2], *after)):
        return True
    if not words[at][:1].isupper() or not before:
        return False
    if before[0].casefold() in _TITLES:
        return True
    first = next((word for word in before if len(word) > 1), before[-1])
    initials = [word for word in before if len(word) == 1]
    if any(_may_be(person, word) for word in after if len(word) == 1):
        return True
    return _may_be(person, initials[-1] if initials and len(before[0]) == 1 else first)


def _may_be(person: Wanted, word: str) -> bool:
    """Whether a first name or initial can be the person's: one of the two is an initial, with a capital in the text."""
    either = len(word) == 1 or len(person.given) == 1
    return bool(person.given) and word[:1].isupper() and either and word[0].casefold() == person.given[0]


def _mailbox(person: Wanted, text: str) -> bool:
    if not person.given:
        return False
    surname = "[-.]?".join(map(re.escape, person.surname))
    given = f"(?:{re.escape(person.given)}|{re.escape(person.given[0])})"
    return re.search(rf"(?i)(?<!\w)(?:{given}[._-]?{surname}|{surname}[._-]?{given})\d{{0,3}}@", text) is not None
