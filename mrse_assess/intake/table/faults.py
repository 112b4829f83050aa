"""What makes a reading of a table unlikely: signs that its words were cut into the wrong cells."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from mrse_assess.intake.cells.references import Known, read_cell
from mrse_assess.intake.table.claims import RowReading
from mrse_assess.intake.table.interpretation import Interpretation
from mrse_assess.intake.text.codes import read_code
from mrse_assess.intake.text.labels import id_key

_BEGUN: Final = 0.6  # share of a column's cells that begin as a text does
_MANY: Final = 4  # such cells
_MOST_SHARING: Final = 3  # codes beside one merged cell


def buried(table: Interpretation, rows: Sequence[RowReading], codes: Sequence[str]) -> int:
    """How many rows name an item behind their code, in its cell, while all that they claim are bare numbers."""
    if any(claim.reference.labelled for row in rows for claim in row.claims):
        return 0
    found = [read_code(row.cells[table.roles.code].text, codes) for row in table.grid.rows]
    known = Known(codes=frozenset(codes))
    rests = [code.rest for code in found if code is not None and code.code and code.rest]
    return sum(any(each.labelled for each in read_cell(rest, known).references) for rest in rests)


def falling(rows: Sequence[RowReading]) -> int:
    """How many rows name their items in an order that goes back; most applicants count up."""
    return sum(
        any(id_key(first) > id_key(second) for first, second in pairwise(_ids(row)) if _alike(first, second))
        for row in rows
    )


def shared(rows: Iterable[RowReading]) -> frozenset[str]:
    """The sub-categories that stand beside one cell, where they are more than any merged cell would have."""
    groups: dict[object, set[str]] = {}
    for row in rows:
        if row.claims and row.text and row.place is not None and not row.follows:
            groups.setdefault((row.place, row.text), set()).add(row.code)
    return frozenset(code for codes in groups.values() if len(codes) > _MOST_SHARING for code in codes)


def broken(table: Interpretation) -> int:
    """How many cells begin in the middle of a sentence or end in a bracket, in columns whose other cells do not."""
    found = 0
    for column in range(len(table.grid.rows[0].cells) if table.grid.rows else 0):
        texts = [text for row in table.grid.rows if (text := row.cells[column].text.strip()) and not row.flows]
        begun = sum(text[0].isupper() or text[0].isdecimal() for text in texts)
        if begun >= max(_MANY, _BEGUN * len(texts)):
            found += sum(text[0].islower() or text[0] in ")],;" for text in texts)
        closed = sum(text.count("(") == text.count(")") for text in texts)
        if closed >= max(_MANY, _BEGUN * len(texts)):
            found += len(texts) - closed
    return found


def typed(table: Interpretation) -> int:
    """How many rows are read as lines of text although their grid has further columns with words in many rows."""
    if table.roles.references or not table.grid.rows:
        return 0
    others = [place for place in range(len(table.grid.rows[0].cells)) if place != table.roles.code]
    filled = [sum(bool(row.cells[place].text.strip()) for row in table.grid.rows) for place in others]
    return len(table.rows) if max(filled, default=0) > len(table.grid.rows) / 2 else 0


def _ids(row: RowReading) -> list[str]:
    return [claim.reference.evidence_id for claim in row.claims if claim.reference.evidence_id]


def _alike(first: str, second: str) -> bool:
    return first[:1].isdecimal() == second[:1].isdecimal()
