"""Items that the applicant marks as commentary throughout (guidance, clause G8b)."""

from collections.abc import Mapping, Sequence
from typing import Any

from mrse_assess.model.places import Locator
from mrse_assess.screening.checks.traps.weighing import MOST_PLACES
from mrse_assess.screening.item_texts import ItemText
from mrse_assess.screening.prose import Sentence


def belongs(rule: Mapping[str, Any], codes: Sequence[str]) -> bool:
    """Whether commentary is part of what the item is cited for, and of nothing else."""
    return bool(codes) and set(codes).issubset(rule.get("belongs_in", ()))


def marked_throughout(rule: Mapping[str, Any], text: ItemText, codes: Sequence[str]) -> tuple[Locator, ...]:
    """Where the marked commentary stands that leaves no more than the share of the words; nothing where it leaves more.

    Of an item with pages that could not be read nothing is known.
    """
    if not text.whole or belongs(rule, codes) or _words(text.evidence) > rule["share"] * _words(text.sentences):
        return ()
    return tuple(each.place for each in text.commentary[:MOST_PLACES])


def _words(sentences: Sequence[Sentence]) -> int:
    return sum(len(each.words) for each in sentences)
