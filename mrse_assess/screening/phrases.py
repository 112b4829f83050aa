"""Many weighted phrases found at once in running words: each word is looked up, so that a page takes a millisecond."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from typing import Final, NamedTuple

_PARTED: Final = re.compile(r"[\s/-]+")
_WORD: Final = re.compile(r"[^\W_]+(?:[.+'][^\W_]+)*")


class Phrase(NamedTuple):
    """A phrase as the data write it and its words in every combination, endings left open marked with ``*``."""

    written: str
    forms: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, written: str) -> "Phrase":
        """The phrase: words as printed, ``*`` for any ending, ``|`` for either of several words."""
        words = [tuple(either.split("|")) for either in _PARTED.split(written.lower()) if either]
        return cls(written, tuple(product(*words)))


class Hit(NamedTuple):
    """A phrase found in words: which of the phrases, its first word and the one after its last."""

    phrase: int
    first: int
    end: int


@dataclass(frozen=True)
class Phrases:
    """Phrases to find. Where several begin at one word all are found."""

    phrases: Sequence[Phrase]
    _known: dict[str, tuple[tuple[int, tuple[str, ...]], ...]] = field(default_factory=dict, init=False, repr=False)

    @cached_property
    def _whole(self) -> Mapping[str, Sequence[tuple[int, tuple[str, ...]]]]:
        """Phrases by their first word, endings fixed."""
        return _by_first((at, form) for at, form in self._forms() if not form[0].endswith("*"))

    @cached_property
    def _open(self) -> Mapping[str, Sequence[tuple[int, tuple[str, ...]]]]:
        """Phrases by the part of their first word that is fixed."""
        return _by_first((at, form) for at, form in self._forms() if form[0].endswith("*"))

    @cached_property
    def _longest(self) -> int:
        """How many letters the longest fixed part of a first word has."""
        return max(map(len, self._open), default=0)

    def _forms(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        return ((at, form) for at, phrase in enumerate(self.phrases) for form in phrase.forms)

    def find(self, words: Sequence[str]) -> Iterator[Hit]:
        """Every phrase in the words, which are in small letters; one phrase once at each place."""
        known = self._known
        for at, word in enumerate(words):
            begun = known.get(word)
            if begun is None:
                begun = known[word] = self._begun_by(word)
            for phrase, form in begun:
                end = at + len(form)
                if len(form) == 1 or (end <= len(words) and all(map(_fits, form[1:], words[at + 1 : end]))):
                    yield Hit(phrase, at, end)

    def _begun_by(self, word: str) -> tuple[tuple[int, tuple[str, ...]], ...]:
        """What can begin with the word, longer forms first."""
        found = list(self._whole.get(word, ()))
        for length in range(1, min(len(word), self._longest) + 1):
            found.extend(self._open.get(word[:length], ()))
        return tuple(sorted(found, key=lambda each: -len(each[1])))


def words_of(text: str) -> list[str]:
    """The words of a text in small letters, parted at hyphens and slashes."""
    return _WORD.findall(text.lower())


def _by_first(forms: Iterable[tuple[int, tuple[str, ...]]]) -> Mapping[str, Sequence[tuple[int, tuple[str, ...]]]]:
    found: dict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    for at, form in forms:
        found[form[0].removesuffix("*")].append((at, form))
    return found


def _fits(pattern: str, word: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else pattern == word
