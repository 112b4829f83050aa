"""Commentary used again, or saying what the evidence says (guidance, clause G8b)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

from mrse_assess.screening.checks.similar.limits import Limits
from mrse_assess.screening.checks.similar.pairs import share_pages
from mrse_assess.screening.item_texts import ItemText
from mrse_assess.screening.phrases import Phrases
from mrse_assess.screening.prose import Sentence
from mrse_assess.screening.shingles import contained
from mrse_assess.screening.vocabulary import CheckData

_IN_FIRST_PERSON = 2  # words


class Reuse(NamedTuple):
    """Commentary that two items share: its sentences in the one and in the other, and its share of the shorter."""

    first: ItemText
    second: ItemText
    here: Sequence[Sentence]
    there: Sequence[Sentence]
    share: float


@dataclass(frozen=True)
class Commentary:
    """What the data say of commentary."""

    data: CheckData
    limits: Limits

    def reused(self, texts: Sequence[ItemText]) -> Iterator[Reuse]:
        """Pairs of items with one commentary: marked as such, or a passage of portfolio talk in the first person."""
        for first, second in combinations(texts, 2):
            if not share_pages(first, second):
                found = self._marked(first, second) or self._unmarked(first, second)
                yield from (found,) if found else ()

    def repeated(self, text: ItemText) -> Sequence[Sentence]:
        """The item's commentary where most of it stands in the item's own evidence too, else nothing."""
        mine, evidence = text.commentary_shingles, text.evidence_shingles
        if len(mine) < self.limits.commentary_fewest or len(mine & evidence) < self.limits.repeats * len(mine):
            return ()
        return text.commentary

    def _marked(self, first: ItemText, second: ItemText) -> Reuse | None:
        mine, other = first.commentary_shingles, second.commentary_shingles
        share = contained(mine, other)
        if share < self.limits.commentary or len(mine & other) < self.limits.commentary_fewest:
            return None
        return Reuse(first, second, first.commentary, second.commentary, share)

    def _unmarked(self, first: ItemText, second: ItemText) -> Reuse | None:
        mine, other = first.said, second.said
        both = [words for words in mine if words in other]
        person = sum(1 for words in both for word in words if word in self._person)
        enough = sum(map(len, both)) >= self.limits.passage and person >= _IN_FIRST_PERSON
        if not enough or not any(self._talks(mine[words]) for words in both):
            return None
        share = sum(map(len, both)) / max(1, min(_words(first.sentences), _words(second.sentences)))
        return Reuse(first, second, [mine[words] for words in both], [other[words] for words in both], share)

    def _talks(self, sentence: Sentence) -> bool:
        return any(self._talk.find(sentence.words))

    @cached_property
    def _talk(self) -> Phrases:
        return Phrases.of(self.data.lists["portfolio_talk"])

    @cached_property
    def _person(self) -> frozenset[str]:
        return frozenset(self.data.lists["first_person"])


def _words(sentences: Sequence[Sentence]) -> int:
    return sum(len(each.words) for each in sentences)
