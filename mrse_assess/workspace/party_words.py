"""The words by which names are found and told apart, from ``parties.toml``."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("parties.toml")
LONGEST_ORGANISATION = 90  # characters
_NO_LETTERS = re.compile(r"[^\w]+")


@dataclass(frozen=True, kw_only=True)
class PartyWords:
    """Labels before names, fields of employers, and words of organisations."""

    parts: Mapping[str, str]
    labels: Mapping[str, str]  # a label folded, and the part it gives
    employers: frozenset[str]
    employed: re.Pattern[str]
    organisations: frozenset[str]
    common: frozenset[str]

    def label_of(self, text: str) -> tuple[str, str] | None:
        """The part that the label at the beginning of a line gives, and what follows it; None where there is none."""
        head, colon, value = text.partition(":")
        part = self.labels.get(folded(head))
        if part is not None and (colon or not value):
            return part, value.strip()
        return next(
            ((self.labels[label], text[len(label) :].strip()) for label in self._bare if _begins(text, label)), None
        )

    @property
    def _bare(self) -> tuple[str, ...]:
        """Labels that need no colon: those that end in "by"."""
        return tuple(label for label in self.labels if label.endswith(" by"))

    def employer_field(self, text: str) -> str | None:
        """The name of the field where the text is the label of one that names an employer."""
        return "employer" if folded(text) in self.employers else None

    def organisation_in(self, value: str) -> tuple[str, ...]:
        """The organisation that the value names before its address, () where it names none."""
        for piece in value.split(","):
            named = piece.strip(" .")
            words = set(folded(named).split())
            if named[:1].isupper() and len(named) <= LONGEST_ORGANISATION and words & self.organisations:
                return (named,)
        return ()

    def core(self, name: str) -> str:
        """What tells an organisation from others: its words folded, without common ones at either end."""
        words = folded(name).split()
        while len(words) > 1 and words[0] in self.common and _tells(words[1:], self.common):
            words.pop(0)
        while len(words) > 1 and words[-1] in self.common and _tells(words[:-1], self.common):
            words.pop()
        return " ".join(words)


@cache
def party_words() -> PartyWords:
    """The words as they stand in their file."""
    data = tomllib.loads(FILE.read_text(encoding="utf-8"))
    words = data["words"]
    return PartyWords(
        parts=data["parts"],
        labels={folded(label): part for part, labels in data["labels"].items() for label in labels},
        employers=frozenset(map(folded, words["employers"])),
        employed=_any_of(words["employed"]),
        organisations=frozenset(words["organisations"]),
        common=frozenset(words["common"]),
    )


def folded(text: str) -> str:
    """The words in small plain letters with single spaces: "&" is "and", marks are gone."""
    plain = unicodedata.normalize("NFKD", text.replace("&", " and ")).casefold()
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return _NO_LETTERS.sub(" ", letters).strip()


def same_organisation(one: str, other: str) -> bool:
    """Whether two names are of one organisation: one's distinctive words begin the other's."""
    words = party_words()
    first, second = words.core(one), words.core(other)
    shorter, longer = sorted((first, second), key=len)
    return bool(shorter) and (shorter == longer or longer.startswith(f"{shorter} "))


def _tells(words: Sequence[str], common: frozenset[str]) -> bool:
    return any(word not in common for word in words)


def _begins(text: str, label: str) -> bool:
    return folded(text[: len(label)]) == label and not text[len(label) : len(label) + 1].isalnum()


def _any_of(phrases: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\s+", re.IGNORECASE)
