"""What a person types for a reference where the portfolio's items are numbered within years ("24-01", "E23/04")."""

from collections.abc import Collection
from dataclasses import replace

from mrse_assess.intake.cells.cell import CellReading, Known
from mrse_assess.intake.cells.references import read_cell
from mrse_assess.intake.text.year_numbers import numbers_of_ids


def read_typed(text: str, ids: Collection[str], codes: Collection[str]) -> CellReading:
    """What the text says, read as a cell, with the ids as the portfolio has them."""
    years = numbers_of_ids(ids)
    if years is None:
        return read_cell(text, Known(ids=frozenset(ids), codes=frozenset(codes)))
    known = Known(ids=frozenset(map(years.as_read, ids)), codes=frozenset(codes))
    cell = read_cell(years.dotted(text), known)
    named = (replace(each, evidence_id=years.id_as_written(each.evidence_id)) for each in cell.references)
    return replace(cell, references=tuple(named))
