"""An item as what is compared: its evidence and its commentary, as sentences and as sequences of words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from mrse_assess.model.portfolio import EvidenceItem
from mrse_assess.screening.material import Material
from mrse_assess.screening.prose import ProseReader, Sentence
from mrse_assess.screening.shingles import Shingle, shingles

_FEWEST_PROSE: Final = 30  # sequences of words in sentences; where there are fewer, labels are compared too


@dataclass(frozen=True, kw_only=True)
class ItemText:
    """What an item says. ``whole``: all its pages could be read."""

    item: EvidenceItem
    sentences: tuple[Sentence, ...]
    whole: bool

    @cached_property
    def evidence(self) -> tuple[Sentence, ...]:
        """What is not marked as commentary."""
        return tuple(each for each in self.sentences if not each.commentary)

    @cached_property
    def commentary(self) -> tuple[Sentence, ...]:
        """What is marked as commentary."""
        return tuple(each for each in self.sentences if each.commentary)

    @cached_property
    def compared(self) -> tuple[Sentence, ...]:
        """The sentences of the evidence, without the labels of forms where there is enough besides."""
        said = tuple(each for each in self.evidence if not each.label)
        return said if len(_of(said)) >= _FEWEST_PROSE else self.evidence

    @cached_property
    def said(self) -> Mapping[tuple[str, ...], Sentence]:
        """The item's sentences by their words, without labels of forms."""
        return {each.words: each for each in self.sentences if not each.label}

    @cached_property
    def evidence_shingles(self) -> frozenset[Shingle]:
        """The sequences of words of what is compared."""
        return _of(self.compared)

    @cached_property
    def commentary_shingles(self) -> frozenset[Shingle]:
        """Those of the commentary."""
        return _of(self.commentary)


def texts_of(material: Material, lists: Mapping[str, Sequence[str]]) -> tuple[ItemText, ...]:
    """Every item of the portfolio, read once; ``lists`` are those of the check ``similar``."""
    known: tuple[Mapping[str, Sequence[str]], tuple[ItemText, ...]] | None = material.worked_out.get("texts")
    if known is None or known[0] != lists:
        known = material.worked_out["texts"] = (lists, _read(material, lists))
    return known[1]


def _read(material: Material, lists: Mapping[str, Sequence[str]]) -> tuple[ItemText, ...]:
    reader = ProseReader.of(material, lists)
    return tuple(
        ItemText(
            item=item, sentences=reader.sentences_of(item), whole=all(page.seen for page in material.pages_of(item))
        )
        for item in material.portfolio.evidence
    )


def _of(sentences: Sequence[Sentence]) -> frozenset[Shingle]:
    return shingles(word for sentence in sentences for word in sentence.words)
