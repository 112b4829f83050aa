"""What makes every reference of a table doubtful: how the table was found, and whether it is the one in force."""

from collections import Counter
from collections.abc import Sequence
from statistics import median
from typing import Final

from mrse_assess.intake.cells.cell import Sign
from mrse_assess.intake.table.claims import RowReading, doubted
from mrse_assess.intake.table.cross_reference import FoundTable
from mrse_assess.intake.table.faults import shared

_MANY: Final = 8  # items of one sub-category
_TIMES: Final = 4  # as many items as the others usually name
_SAME_AGAIN: Final = 6  # sub-categories that name the same items and no others
_NARROW: Final = 6  # sub-categories; a table that claims for fewer may be another one


def doubted_rows(rows: Sequence[RowReading], tables: Sequence[FoundTable]) -> tuple[RowReading, ...]:
    """The rows of the first table, each reference with the signs of doubt that the table gives it."""
    signs, odd = table_signs(tables), unlikely_codes(rows)
    found: list[RowReading] = []
    for row in rows:
        doubts = {*signs, Sign.ROW_IN_DOUBT} if row.code in odd else signs
        claims = tuple(claim._replace(reference=doubted(claim.reference, *doubts)) for claim in row.claims)
        found.append(row._replace(claims=claims))
    return tuple(found)


def unlikely_codes(rows: Sequence[RowReading]) -> frozenset[str]:
    """Sub-categories of which hardly anybody writes what was read: words were more likely cut into the wrong cells.

    Such are many sub-categories beside one cell, most that name the same items and no others, and one that names half
    of all items where others name few.
    """
    items: dict[str, set[str]] = {}
    for row in rows:
        if row.claims and not row.follows:
            named = (claim.reference.evidence_id or claim.loose_pages or "" for claim in row.claims)
            items.setdefault(row.code, set()).update(named)
    if not items:
        return frozenset()
    said = Counter(frozenset(named) for named in items.values())
    again = max(_SAME_AGAIN, len(items) / 2)
    most = max(_MANY, _TIMES * median(map(len, items.values())), len(set().union(*items.values())) / 2)
    odd = {code for code, named in items.items() if said[frozenset(named)] >= again or len(named) >= most}
    return shared(rows) | odd


def table_signs(tables: Sequence[FoundTable]) -> frozenset[Sign]:
    """Signs of doubt about the first of these tables as a whole."""
    if not tables:
        return frozenset()
    table, signs = tables[0], set[Sign]()
    if table.by_item and table.in_doubt:
        signs.add(Sign.BY_ITEM)
    elif not table.parts or any(part.ticked for part in table.parts):
        signs.add(Sign.TICKED)
    if any(not (part.grid.ruled or part.grid.native) for part in table.parts):
        signs.add(Sign.UNRULED)
    if len({row.code for row in table.rows if row.claims}) < _NARROW:
        signs.add(Sign.NARROW)
    if table.unheaded:
        signs.add(Sign.UNHEADED)
    if table.rivalled or table.by_titles:
        signs.add(Sign.OTHER_SHAPE)
    if any(other.standing >= table.standing and _cells(other) != _cells(table) for other in tables[1:]):
        signs.add(Sign.SEVERAL_TABLES)
    return frozenset(signs)


def _cells(table: FoundTable) -> frozenset[tuple[str, str]]:
    return frozenset((row.code, claim.reference.evidence_id) for row in table.rows for claim in row.claims)
