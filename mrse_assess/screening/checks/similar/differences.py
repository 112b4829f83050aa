"""What differs between two items that are much alike: sentences of their own, and sentences with other figures."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from mrse_assess.screening.prose import Sentence

_FIGURE: Final = re.compile(r"\d")


class Differences(NamedTuple):
    """How the sentences of one item stand to those of another; ``own`` are those that are not there word for word."""

    same: int
    figures: int
    own: tuple[Sentence, ...]
    others: tuple[Sentence, ...]

    @property
    def otherwise(self) -> int:
        """How many of its own differ in more than figures and dates."""
        return len(self.own) - self.figures


def differences(mine: Sequence[Sentence], other: Sequence[Sentence], months: Sequence[str]) -> Differences:
    """The sentences of one item against those of the other, wherever they stand there."""
    here, there = {each.words for each in mine}, {each.words for each in other}
    named = frozenset(months)
    masked = {_masked(words, named) for words in there}
    own = tuple(each for each in mine if each.words not in there)
    return Differences(
        same=len(mine) - len(own),
        figures=sum(1 for each in own if _masked(each.words, named) in masked),
        own=own,
        others=tuple(each for each in other if each.words not in here),
    )


def _masked(words: tuple[str, ...], months: frozenset[str]) -> tuple[str, ...]:
    return tuple("#" if word in months or _FIGURE.search(word) else word for word in words)
