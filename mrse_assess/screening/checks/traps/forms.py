"""Bars that are seen by more than words: whole documents without a page, and pieces that may not be independent."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise
from typing import Any, Final, NamedTuple

from mrse_assess.model.places import Locator
from mrse_assess.model.portfolio import EvidenceItem
from mrse_assess.screening.checks.traps.weighing import MOST_PLACES, Page
from mrse_assess.screening.material import Material
from mrse_assess.screening.phrases import PhraseBook

_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_FEWEST_WORDS: Final = 40  # less text is not compared

Rule = Mapping[str, Any]


class Piece(NamedTuple):
    """An item cited for a category that needs several pieces, with why it may not be one more."""

    item: EvidenceItem
    other: EvidenceItem | None
    places: tuple[Locator, ...]


def is_whole(
    material: Material, rule: Rule, item: EvidenceItem, code: str, pages: Sequence[Page], book: PhraseBook
) -> bool:
    """Whether a long document of rules is cited without a page or part of it (clause C2)."""
    if len(pages) < rule["pages"]:
        return False
    entries = [
        one for one in material.portfolio.cross_references if (one.evidence_id, one.sub_category) == (item.id, code)
    ]
    if any(one.page_hint or one.section_hint for one in entries):
        return False
    if book.found_in(item.title, "other_document"):
        return False
    if book.found_in(item.title, "rules_title"):
        return True  # whatever its list of contents names
    begun = _begun(rule, pages)
    said = "rules_document" in begun or book.found_in(item.title, "rules_document")
    return said and "other_document" not in begun


def _begun(rule: Rule, pages: Sequence[Page]) -> frozenset[str]:
    """The lists of which a phrase stands among the first words of the item, dividers and title pages included."""
    left, groups = int(rule["first_words"]), set()
    for page in pages:
        ends = [match.end() for match in islice(_WORD.finditer(page.text.text), left)]
        groups |= {each.group for each in page.signals if ends and each.end <= ends[-1]}
        left -= len(ends)
        if left <= 0:
            break
    return frozenset(groups)


def pieces_alike(rule: Rule, pieces: Sequence[tuple[EvidenceItem, tuple[Page, ...]]]) -> Iterator[Piece]:
    """The pieces that say of themselves that they are one with another, or share most of their words (clause S3)."""
    words = {item.id: _shingles(pages) for item, pages in pieces}
    for item, pages in pieces:
        places = tuple(
            page.text.place(one.start, one.end) for page in pages for one in page.signals if one.group in rule["same"]
        )
        other = next(
            (each for each, _ in pieces if each.id != item.id and _are_alike(words[item.id], words[each.id], rule)),
            None,
        )
        if places or other:
            yield Piece(item, other, places[:MOST_PLACES])


def _shingles(pages: Sequence[Page]) -> frozenset[tuple[str, str]]:
    words = [word.lower() for page in pages for word in _WORD.findall(page.text.text)]
    return frozenset(pairwise(words)) if len(words) >= _FEWEST_WORDS else frozenset()


def _are_alike(one: frozenset[tuple[str, str]], other: frozenset[tuple[str, str]], rule: Rule) -> bool:
    """Whether the two share so much of what they have together."""
    return bool(one and other) and len(one & other) >= rule["alike"] * len(one | other)
