"""References that name an item by its title only: "Quench pipe e-mail", "Quench pipe e-mail, p 2"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from mrse_assess.intake.cells.cell import Sign
from mrse_assess.intake.cells.references import Reference
from mrse_assess.intake.table.claims import Claim, RowReading, doubted
from mrse_assess.intake.text.labels import plain
from mrse_assess.model.portfolio import EvidenceItem

_LEAST_WORDS: Final = 2
_SHARED: Final = 0.75
_WHOLE: Final = 0.9
_SMALL: Final = frozenset({"the", "and", "for", "see", "page", "pages", "section", "with", "from"})


class _Fit(NamedTuple):
    """An item whose title the text shares: which words, and whether nearly all of the title's."""

    item: EvidenceItem
    shared: frozenset[str]
    whole: bool


def named_by_title(rows: Sequence[RowReading], items: Sequence[EvidenceItem]) -> tuple[RowReading, ...]:
    """The rows, with claims for items of which a row that names no label says the title."""
    titles = [(item, _words(item.title)) for item in items]
    titles = [(item, words) for item, words in titles if len(words) >= _LEAST_WORDS]
    return tuple(_named(row, titles) for row in rows)


def _named(row: RowReading, titles: Sequence[tuple[EvidenceItem, frozenset[str]]]) -> RowReading:
    loose = [claim for claim in row.claims if claim.loose_pages is not None]
    guessed = [claim for claim in row.claims if Sign.AFTER_WORDS in claim.reference.signs]
    if row.codes or len(loose) + len(guessed) < len(row.claims) or not (row.unread or row.claims):
        return row
    found = _fitting(row.text or row.unread, titles)
    if not found:
        return row
    pages = ", ".join(claim.loose_pages for claim in loose if claim.loose_pages) or None
    given = row.claims[0].reference if row.claims else Reference(evidence_id="", labelled=False)
    reference = replace(given, page_hint=pages, labelled=False, signs=frozenset(), confidence=1.0)
    signs = {Sign.BY_TITLE, Sign.SPREAD} if pages and len(found) > 1 else {Sign.BY_TITLE}
    claims = tuple(
        Claim(row.code, doubted(replace(reference, evidence_id=item.id), *signs), row.text or row.unread, row.place)
        for item in found
    )
    return row._replace(claims=claims, unread="", blank=False)


def _fitting(text: str, titles: Sequence[tuple[EvidenceItem, frozenset[str]]]) -> list[EvidenceItem]:
    """The items whose titles the text says: all that it says whole, else the one that it says in part."""
    said = _words(text)
    fits = [fit for item, words in titles if (fit := _fit(said, item, words)) is not None]
    whole = [fit for fit in fits if fit.whole]
    kept = [fit for fit in whole if not any(fit.shared < other.shared for other in whole)]
    shown = {fit.shared for fit in kept}
    if kept and len(shown) == len(kept):
        return [fit.item for fit in kept]
    return [fits[0].item] if len(fits) == 1 else []


def _fit(said: frozenset[str], item: EvidenceItem, words: frozenset[str]) -> _Fit | None:
    shared = said & words
    if len(shared) < _LEAST_WORDS or len(shared) < _SHARED * min(len(said), len(words)):
        return None
    return _Fit(item, shared, len(shared) >= _WHOLE * len(words))


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"[a-z]{3,}", plain(text).lower()) if word not in _SMALL)
