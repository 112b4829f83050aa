"""Whether a table that nothing names as the cross reference table is one: told by the items that it claims.

Evidence is full of tables with numbered rows: clauses of an audit, rules, scores of risks, a log of competencies. Their
numbers look like sub-categories and their cells like references. The applicant's own table names what was sent, and
stands among no item's pages.
"""

import re
from collections.abc import Sequence
from typing import Final

from mrse_assess.intake.table.claims import Claim
from mrse_assess.intake.table.cross_reference import FoundTable
from mrse_assess.model.portfolio import EvidenceItem

_CATEGORIES: Final = re.compile(r"\bcategor(?:y|ies)\b", re.IGNORECASE)
_SENT: Final = 0.75  # share of its claims that must name items sent
_FEW: Final = 0.4  # the same among claims that all have words such as "Evidence" before them
_SHORT_ID: Final = 4  # characters of a label; an item without one is known by its file's name


def is_named(table: FoundTable) -> bool:
    """Whether a heading names the table, or the scheme's own word stands above its columns."""
    heads = (part.headers[place] for part in table.parts for place in (part.roles.code, part.roles.category or 0))
    return table.named or any(map(_CATEGORIES.search, heads))


def vouched(tables: Sequence[FoundTable], items: Sequence[EvidenceItem]) -> tuple[FoundTable, ...]:
    """The tables without those that nothing names and whose claims are of no items, or which belong to an item.

    ``items`` are those that the portfolio has whatever its table says.
    """
    return tuple(table for table in tables if is_named(table) or _is_vouched(table, items))


def _is_vouched(table: FoundTable, items: Sequence[EvidenceItem]) -> bool:
    claims = [claim for row in table.rows for claim in row.claims]
    labelled = sum(claim.reference.labelled for claim in claims) >= _SENT * len(claims)
    if not items:
        return labelled
    sent = _sent(claims, items)
    if labelled and not _within(table, items):
        return sent >= _FEW * len(claims)
    return sent >= _SENT * len(claims) and (labelled or not _within(table, items))


def _sent(claims: Sequence[Claim], items: Sequence[EvidenceItem]) -> int:
    """How many claims name an item that was sent, or its pages."""
    ids = {item.id.rpartition("/")[2] for item in items} | {item.id for item in items}
    return sum(claim.reference.evidence_id in ids or claim.loose_pages is not None for claim in claims)


def _within(table: FoundTable, items: Sequence[EvidenceItem]) -> bool:
    """Whether the table stands on the pages of an item that bears a label."""
    return any(
        span.file == table.file and span.first <= page <= span.last
        for item in items
        if len(item.id) <= _SHORT_ID
        for span in item.spans
        for page in table.pages[:1]
    )
