"""Phrases in running words, wherever they stand and however they overlap."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from mrse_assess.screening.phrases.steps import Index, Phrase, end_of, steps_of

_PARTED: Final = re.compile(r"[\s/-]+")
_WORD: Final = re.compile(r"[^\W_]+(?:[.+'][^\W_]+)*")


def words_of(text: str) -> list[str]:
    """The words of a text in small letters, parted at hyphens and slashes."""
    return _WORD.findall(text.lower())


class Hit(NamedTuple):
    """A phrase found in words: which of the phrases, its first word and the one after its last."""

    phrase: int
    first: int
    end: int


@dataclass(frozen=True)
class Phrases:
    """Phrases to find. Where several begin at one word all are found; it remembers the words that it has met."""

    index: Index
    _known: dict[str, tuple[Phrase, ...]] = field(default_factory=dict, init=False, repr=False)

    @classmethod
    def of(cls, written: Iterable[str]) -> "Phrases":
        """The phrases as the data write them."""
        parts = ((text, filter(None, _PARTED.split(text.lower()))) for text in written)
        return cls(Index([Phrase(at, "", text, tuple(steps_of(each))) for at, (text, each) in enumerate(parts)]))

    def find(self, words: Sequence[str]) -> Iterator[Hit]:
        """Every phrase in the words of :func:`words_of`; one phrase once at each place, longer ones first."""
        known = self._known
        for at, word in enumerate(words):
            begun = known.get(word)
            if begun is None:
                begun = known[word] = tuple(sorted(self.index.begun_by(word), key=lambda each: -len(each.steps)))
            for phrase in begun:
                if end := end_of(phrase.steps, words, at):
                    yield Hit(phrase.number, at, end)
