"""Words of a sentence that are also a heading of an item: "I chaired the discussion" names no part of it."""

import re
from typing import Final

from mrse_assess.intake.text.words import FILLER_WORDS, ITEM_WORDS, PAGE_WORDS, PAGES_WORDS, SECTION_WORDS

_STOPS: Final = re.compile(r"[.;:,()\[\]\n\u2013\u2014\u201c\u201d\"]")
_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_SHORTEST: Final = 2  # letters
_LEADING: Final = (
    frozenset(
        [
            "the",
            "under",
            "of",
            "within",
            "my",
            "our",
            "its",
            "his",
            "her",
            "their",
            "mainly",
            "and",
            "to",
            "headed",
            "heading",
            "part",
            "parts",
            "with",
        ]
    )
    | FILLER_WORDS
    | ITEM_WORDS
    | PAGE_WORDS
    | PAGES_WORDS
    | SECTION_WORDS
)
"""Words that may stand between an item and the name of its part."""


def in_a_sentence(text: str, start: int, end: int) -> bool:
    """Whether the words from ``start`` to ``end``, in small letters, stand among others that no reference has."""
    if not text[start : start + 1].islower():
        return False
    before = _STOPS.split(text[:start])[-1]
    behind = _STOPS.split(text[end:], maxsplit=1)[0]
    words = [word for word in _WORD.findall(f"{before} {behind}") if len(word) >= _SHORTEST and word.islower()]
    return any(word not in _LEADING for word in words)
