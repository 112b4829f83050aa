"""Tables by item with a column "Pages" that says how long each item is, which is no place in it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from mrse_assess.intake.table.claims import Claim, RowReading
from mrse_assess.intake.table.item_rows import ItemTable
from mrse_assess.model.portfolio import EvidenceItem

_PAGES_HEAD: Final = re.compile(r"\W*(?:pages|pgs|pp)\W*", re.IGNORECASE)
_MOSTLY: Final = 0.9  # share of the items that are as long as their number says


def may_count_pages(table: ItemTable) -> bool:
    """Whether every item has one number below a head that says "Pages"."""
    headed = any(_PAGES_HEAD.fullmatch(head) for head in table.heads)
    return headed and all(item.pages.strip().isdecimal() for item in table.items)


def without_counts(rows: Sequence[RowReading], items: Sequence[EvidenceItem]) -> tuple[RowReading, ...]:
    """The rows without the numbers of pages, where nearly every item is as long as its number says."""
    lengths = {item.id: sum(len(span.pages) for span in item.spans) for item in items}
    said = {claim.reference.evidence_id: claim.reference.page_hint for row in rows for claim in row.claims}
    known = [(hint, lengths[each]) for each, hint in said.items() if each in lengths]
    if not known or sum(hint == str(length) for hint, length in known) < _MOSTLY * len(known):
        return tuple(rows)
    return tuple(row._replace(claims=tuple(_without(claim, lengths) for claim in row.claims)) for row in rows)


def _without(claim: Claim, lengths: Mapping[str, int]) -> Claim:
    reference = claim.reference
    counted = reference.page_hint == str(lengths.get(reference.evidence_id))
    return claim._replace(reference=replace(reference, page_hint=None)) if counted else claim
