"""Items called by the initial of their word in the table: "D1" where the item itself says "Document 1"."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Final

from mrse_assess.intake.table.claims import Claim, RowReading
from mrse_assess.intake.text.labels import read_label
from mrse_assess.model.portfolio import EvidenceItem

_SHORT: Final = re.compile(r"([A-Z])(\d{1,3})\Z")
_PLACES: Final = frozenset({"P", "S"})
_LEAST: Final = 3  # items with the word
_MOSTLY: Final = 0.8  # share of the items that have it


def initials(items: Sequence[EvidenceItem]) -> Mapping[str, str]:
    """The initial, a capital, of the word that nearly all items have before their numbers, with the word; or nothing.

    No item may have a label that begins with the letter: "D1" is then itself.
    """
    labels = [label for item in items if (label := read_label(item.label)) is not None and label.id.isdecimal()]
    words = Counter(label.word for label in labels if label.word)
    word, count = words.most_common(1)[0] if words else ("", 0)
    letter = word[:1].upper()
    own = {match.group(1) for item in items if (match := _SHORT.match(item.id.rpartition("/")[2]))}
    if count < max(_LEAST, _MOSTLY * len(items)) or not letter.isalpha() or letter in own:
        return {}
    return {letter: word}


def without_initials(ids: Collection[str]) -> frozenset[str]:
    """The ids with the bare number in place of a letter and a number."""
    return frozenset(match.group(2).lstrip("0") if (match := _SHORT.match(each)) else each for each in ids)


def short_words(items: Sequence[EvidenceItem]) -> dict[str, str]:
    """The initial in small letters with its word, as a cell's words are looked up; not for page or section."""
    return {letter.lower(): word for letter, word in initials(items).items() if letter not in _PLACES}


def by_initials(rows: Sequence[RowReading], items: Sequence[EvidenceItem]) -> tuple[RowReading, ...]:
    """The rows with the items' own ids in place of those by an initial, where nearly all of these lead to one."""
    letters, ids = initials(items), {item.id for item in items}
    short = {
        claim.reference.evidence_id: match.group(2).lstrip("0")
        for row in rows
        for claim in row.claims
        if (match := _SHORT.match(claim.reference.evidence_id)) and match.group(1) in letters
    }
    there = sum(each in ids for each in short.values())
    if not there or there < _MOSTLY * len(short):
        return tuple(rows)
    return tuple(row._replace(claims=tuple(_named(claim, short) for claim in row.claims)) for row in rows)


def _named(claim: Claim, short: Mapping[str, str]) -> Claim:
    wanted = claim.reference.evidence_id
    return claim._replace(reference=replace(claim.reference, evidence_id=short[wanted])) if wanted in short else claim
