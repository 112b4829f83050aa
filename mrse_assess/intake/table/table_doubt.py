"""What makes every reference of a table doubtful: how the table was found, and whether it is the one in force."""

from collections.abc import Sequence
from typing import Final

from mrse_assess.intake.cells.cell import Sign
from mrse_assess.intake.table.claims import RowReading, doubted
from mrse_assess.intake.table.cross_reference import FoundTable

_NARROW: Final = 6  # sub-categories; a table that claims for fewer may be another one


def doubted_rows(rows: Sequence[RowReading], tables: Sequence[FoundTable]) -> tuple[RowReading, ...]:
    """The rows of the first table, each reference with the signs of doubt that the table gives it."""
    signs = table_signs(tables)
    return tuple(
        row._replace(claims=tuple(claim._replace(reference=doubted(claim.reference, *signs)) for claim in row.claims))
        for row in rows
    )


def table_signs(tables: Sequence[FoundTable]) -> frozenset[Sign]:
    """Signs of doubt about the first of these tables as a whole."""
    if not tables:
        return frozenset()
    table, signs = tables[0], set[Sign]()
    if table.by_item:
        signs.add(Sign.BY_ITEM)
    elif not table.parts or any(part.ticked for part in table.parts):
        signs.add(Sign.TICKED)
    if any(not (part.grid.ruled or part.grid.native) for part in table.parts):
        signs.add(Sign.UNRULED)
    if len({row.code for row in table.rows if row.claims}) < _NARROW:
        signs.add(Sign.NARROW)
    if table.unheaded:
        signs.add(Sign.UNHEADED)
    if table.rivalled:
        signs.add(Sign.OTHER_SHAPE)
    if any(other.standing >= table.standing and _cells(other) != _cells(table) for other in tables[1:]):
        signs.add(Sign.SEVERAL_TABLES)
    return frozenset(signs)


def _cells(table: FoundTable) -> frozenset[tuple[str, str]]:
    return frozenset((row.code, claim.reference.evidence_id) for row in table.rows for claim in row.claims)
