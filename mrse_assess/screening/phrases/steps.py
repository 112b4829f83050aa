"""A phrase of the data as the words that it asks for, one after the other, and where it stands among words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

ENDS: Final = frozenset(".!?;\n")
"""What ends a sentence, where words are given with these between them: no phrase runs over one."""

_GAP: Final = ".."
_LONGEST_GAP: Final = 4  # words


class Step(NamedTuple):
    """One word of a phrase: any of ``whole`` or beginning with any of ``begun``, after up to ``gap`` other words."""

    whole: frozenset[str]
    begun: tuple[str, ...]
    gap: int

    def fits(self, word: str) -> bool:
        """Whether the word is one of these."""
        return word in self.whole or (bool(self.begun) and word.startswith(self.begun))


class Phrase(NamedTuple):
    """A phrase: its place in the list it comes from, the name of the list, and how the data write it."""

    number: int
    group: str
    text: str
    steps: tuple[Step, ...]


def steps_of(parts: Iterable[str]) -> Iterator[Step]:
    """The steps of a phrase's parts, in small letters."""
    gap = 0
    for part in parts:
        if part == _GAP:
            gap = _LONGEST_GAP
            continue
        either = [each for each in part.split("|") if each]
        whole = frozenset(each for each in either if not each.endswith("*"))
        yield Step(whole, tuple(each[:-1] for each in either if each.endswith("*")), gap)
        gap = 0


@dataclass(frozen=True)
class Index:
    """Phrases by the words with which they can begin: each word is looked up, so that a page takes a millisecond."""

    phrases: Sequence[Phrase]

    @cached_property
    def _whole(self) -> Mapping[str, Sequence[Phrase]]:
        return _by_first((word, phrase) for phrase in self.phrases for word in phrase.steps[0].whole)

    @cached_property
    def _begun(self) -> Mapping[str, Sequence[Phrase]]:
        return _by_first((word, phrase) for phrase in self.phrases for word in phrase.steps[0].begun)

    @cached_property
    def _lengths(self) -> tuple[int, ...]:
        """How many letters the beginnings have that leave the ending open."""
        return tuple(sorted({len(begun) for begun in self._begun}))

    def begun_by(self, word: str) -> tuple[Phrase, ...]:
        """What can begin with the word: phrases that have it whole, then those with a beginning, short ones first."""
        found = list(self._whole.get(word, ()))
        for length in self._lengths:
            if length > len(word):
                break
            found.extend(self._begun.get(word[:length], ()))
        return tuple(dict.fromkeys(found))


def end_of(steps: Sequence[Step], words: Sequence[str], at: int) -> int:
    """The word behind the phrase whose first word stands here, 0 where the rest of it does not."""
    place = at + 1
    for step in steps[1:]:
        if place < len(words) and step.fits(words[place]):
            place += 1
        elif step.gap:
            place = _after_gap(step, words, place)
            if not place:
                return 0
        else:
            return 0
    return place


def _after_gap(step: Step, words: Sequence[str], place: int) -> int:
    """The word behind the first that fits within the gap and the sentence, 0 where none does."""
    for index in range(place, min(place + step.gap + 1, len(words))):
        if step.fits(words[index]):
            return index + 1
        if words[index] in ENDS:
            return 0
    return 0


def _by_first(found: Iterable[tuple[str, Phrase]]) -> Mapping[str, Sequence[Phrase]]:
    phrases: dict[str, list[Phrase]] = defaultdict(list)
    for word, phrase in found:
        phrases[word].append(phrase)
    return phrases
