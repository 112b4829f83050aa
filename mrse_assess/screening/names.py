"""The applicant's name as it stands in evidence: in full, with initials, turned round, as initials alone, as a mailbox.

No name is kept in anything that is said; what comes back are places in the text.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final, NamedTuple

_TITLES: Final = frozenset({"dr", "mr", "mrs", "ms", "miss", "mx", "prof", "professor", "sir", "dame"})
_SHORTEST_SURNAME: Final = 2
_SHORTEST_INITIALS: Final = 2
_GAP: Final = r"[\s\xa0]{1,3}"
_TURNED: Final = r",?[\s\xa0]{1,3}"
_EXPLAINED: Final = re.compile(r"\s{0,2}[(\[]([A-Z]{2,4})(?=[),;\]\s])")
_PERSON: Final = re.compile(
    r"(?:(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Professor)\.?\s)?"
    r"(?:[A-Z][a-z'\-]+\s|[A-Z]\.?\s?){1,3}(?:(?:van|von|de|der|den|la|le|du|O'|Mc|Mac)\s?){0,2}[A-Z][A-Za-z'\-]{1,30}"
)


class Spot(NamedTuple):
    """Where somebody is named: from and to in the text; ``weak`` where initials or a surname stand alone."""

    start: int
    end: int
    weak: bool


@dataclass(frozen=True)
class Named:
    """One person's name, to be found in texts. ``surname`` and ``given`` are without titles and letters after them."""

    given: tuple[str, ...]
    surname: tuple[str, ...]
    not_initials: frozenset[str] = frozenset()
    own_initials: frozenset[str] = frozenset()

    @cached_property
    def _strong(self) -> re.Pattern[str]:
        surname = r"[\s\-]{1,2}".join(_cased(part) for part in self.surname)
        before = "|".join(f"{_cased(name)}|{name[0].upper()}\\.?" for name in self.given)
        letters = r"\.?\s?".join(re.escape(name[0].upper()) for name in self.given)
        forms = [rf"(?:(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Professor)\.?{_GAP}){surname}"]
        if self.given:
            forms += [
                rf"(?:(?:{before}){_GAP}?){{1,4}}{surname}",
                rf"{letters}\.?{_GAP}?{surname}",
                rf"{surname}{_TURNED}(?:{'|'.join(map(_cased, self.given))}|{letters})",
                *self._mailboxes(),
            ]
        return re.compile(rf"(?<![\w@])(?:{'|'.join(forms)})(?!\w)")

    @cached_property
    def _alone(self) -> re.Pattern[str]:
        """The surname by itself, and initials."""
        surname = r"[\s\-]{1,2}".join(_cased(part) for part in self.surname)
        return re.compile(rf"(?<![\w@.])(?:{'|'.join([surname, *map(re.escape, self.initials)])})(?!\w)(?!\.\w)")

    @cached_property
    def _surname(self) -> re.Pattern[str]:
        return re.compile(r"[\s\-]{1,2}".join(_cased(part) for part in self.surname))

    @cached_property
    def _forms_of_initials(self) -> frozenset[str]:
        given = "".join(name[0] for name in self.given).upper()
        ends = {"".join(part[0] for part in self.surname).upper(), self.surname[0][0].upper()}
        return frozenset({given + end for end in ends} | {given[:1] + end for end in ends}) if given else frozenset()

    @cached_property
    def _barred(self) -> re.Pattern[str]:
        forms = sorted(self._forms_of_initials & self.not_initials)
        return re.compile(rf"(?<![\w@.])(?:{'|'.join(forms) or '(?!)'})(?!\w)(?!\.\S)(?!\s[A-Za-z])")

    @cached_property
    def initials(self) -> tuple[str, ...]:
        """The initials as they stand in minutes, none that are a word of the field."""
        forms = self._forms_of_initials
        barred = self.not_initials - self.own_initials
        plain = sorted(
            form for form in {*forms, *self.own_initials} if len(form) >= _SHORTEST_INITIALS and form not in barred
        )
        return (*plain, *(".".join(form) + "." for form in plain))

    def explained_in(self, texts: Iterable[str]) -> "Named":
        """The same person with the initials that the texts give in brackets after the name: "Ada Example (AE)"."""
        found = {
            match.group(1)
            for text in texts
            for spot in self.spots(text)
            if not spot.weak and (match := _EXPLAINED.match(text, spot.end))
        }
        own = frozenset(each for each in found if each[0] in {name[0].upper() for name in self.given})
        return replace(self, own_initials=self.own_initials | own) if own - set(self.initials) else self

    def _mailboxes(self) -> list[str]:
        first, last = self.given[0].lower(), r"[\-.]?".join(re.escape(part.lower()) for part in self.surname)
        one, whole = re.escape(first[0]), re.escape(first)
        ways = (rf"(?:{whole}|{one})[._\-]?{last}", rf"{last}[._\-]?(?:{whole}|{one})")
        return [rf"(?i:(?:{'|'.join(ways)})\d{{0,3}}@)[\w.\-]+"]

    def spots(self, text: str) -> Iterator[Spot]:
        """Every place where the text names this person, in order."""
        plain = unaccented(text)
        lowered = plain.lower()
        if not all(part.lower() in lowered for part in self.surname):
            yield from self._by_initials(plain)
            return
        strong = [Spot(*match.span(), weak=False) for match in self._strong.finditer(plain)]
        taken = bytearray(len(plain))
        for spot in strong:
            taken[spot.start : spot.end] = b"\1" * (spot.end - spot.start)
        weak = [
            Spot(*match.span(), weak=True)
            for match in self._alone.finditer(plain)
            if not any(taken[match.start() : match.end()]) and not self._of_another(plain, match)
        ]
        yield from sorted([*strong, *weak])

    def _by_initials(self, text: str) -> Iterator[Spot]:
        if any(each in text for each in self.initials):
            yield from (Spot(*match.span(), weak=True) for match in self._alone.finditer(text))

    def _of_another(self, text: str, match: re.Match[str]) -> bool:
        """Whether the surname found alone has another person's given name or initial before it."""
        if match.group() in self.initials:
            return False
        before = re.search(r"(\S{1,30})[ \xa0]$", text[max(0, match.start() - 32) : match.start()])
        word = before.group(1) if before else ""
        return bool(re.fullmatch(r"(?:[A-Z]\.?){1,3}|[A-Z][a-z'\-]+", word)) and word.strip(".").lower() not in _TITLES

    def in_capitals(self, text: str, last: int | None = None) -> Iterator[Spot]:
        """Initials that are also words of the field, for places where a name is sure to stand ("Author: TO")."""
        found = self._barred.finditer(text, 0, len(text))
        yield from (Spot(*match.span(), weak=True) for match in found if last is None or match.start() <= last)

    def is_in(self, text: str) -> bool:
        """Whether the text names this person."""
        return any(True for _ in self.spots(text))


def named(name: str | None, not_initials: Collection[str] = ()) -> Named | None:
    """The person of this name, None where it has no surname: "Dr Ada B. Example, MIPEM" or "Example, Ada B."."""
    before, _, after = unaccented(name or "").partition(",")
    turned = len(_parts(before)) == 1 and bool(_parts(after)) and not after.strip().isupper()
    parts = [*_parts(after), *_parts(before)] if turned else _parts(before)
    if not parts or len(parts[-1]) < _SHORTEST_SURNAME:
        return None
    surname = tuple(part for part in re.split(r"-", parts[-1]) if part)
    return Named(tuple(parts[:-1]), surname, frozenset(not_initials)) if surname else None


def person_in(text: str) -> str:
    """The first words of the text that have the form of a person's name, or ""."""
    match = _PERSON.search(unaccented(text)[:200])
    return text[match.start() : match.end()] if match else ""


class _Plain(dict[int, str]):
    """Plain letters for accented ones, worked out once for each."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        self[code] = sign if sign.isascii() else unicodedata.normalize("NFKD", sign)[:1] or sign
        return self[code]


_PLAIN: Final = _Plain()


def unaccented(text: str) -> str:
    """The text with plain letters in place of accented ones, as long as before."""
    return text if text.isascii() else text.translate(_PLAIN)


def _parts(text: str) -> list[str]:
    words = (word.strip("()[]{}<>,;:!?\"'`*|/.") for word in text.replace(".", ". ").split())
    return [word for word in words if word and word.lower() not in _TITLES and word[0].isalpha()]


def _cased(part: str) -> str:
    """The part as a name is printed: as given, or in capitals."""
    ways: Sequence[str] = tuple(dict.fromkeys((part, part[:1].upper() + part[1:], part.upper())))
    return f"(?:{'|'.join(map(re.escape, ways))})"
