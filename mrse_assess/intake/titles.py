"""References that name an item by its title only: "Quench pipe e-mail"."""

import re
from collections.abc import Sequence
from typing import Final

from mrse_assess.intake.claims import Claim, RowReading
from mrse_assess.intake.labels import plain
from mrse_assess.intake.references import Reference
from mrse_assess.model.portfolio import EvidenceItem

_CONFIDENCE: Final = 0.65
_LEAST_WORDS: Final = 2
_SHARED: Final = 0.75


def claims_by_title(rows: Sequence[RowReading], items: Sequence[EvidenceItem]) -> list[Claim]:
    """A claim for each row whose text names no label but the words of exactly one item's title."""
    found: list[Claim] = []
    for row in rows:
        if not row.unread or row.codes:
            continue
        fitting = [item for item in items if _fits(row.unread, item.title)]
        if len(fitting) == 1:
            reference = Reference(evidence_id=fitting[0].id, confidence=_CONFIDENCE, labelled=False)
            found.append(Claim(row.code, reference, row.unread, row.place))
    return found


def _fits(text: str, title: str) -> bool:
    said, named = _words(text), _words(title)
    if min(len(said), len(named)) < _LEAST_WORDS:
        return False
    return len(said & named) >= _SHARED * min(len(said), len(named))


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"[a-z]{3,}", plain(text).lower()) if word not in {"the", "and", "for", "see"}}
