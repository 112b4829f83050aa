"""What a reference cell says: which items, which pages and sections of them, with which notes.

The scheme's codes and the ids that exist in the portfolio are given, because "4.1" may be an item or a sub-category and
"12-15" items or pages: the ids that exist decide, and where they leave it open the reading's confidence says so. Of the
raw text nothing is lost: the caller keeps the cell.
"""

from mrse_assess.intake.cell import SURE, CellReading, Known, Reference
from mrse_assess.intake.cell_parser import CellParser
from mrse_assess.intake.labels import plain
from mrse_assess.intake.tokens import tokens
from mrse_assess.intake.words import ABOVE_CELLS, BLANK_CELLS

__all__ = ["SURE", "CellReading", "Known", "Reference", "read_cell"]


def read_cell(text: str, known: Known) -> CellReading:
    """What the cell says; an empty or "N/A" cell is ``blank``."""
    low = " ".join(plain(text).lower().split()).strip(" .")
    if low in BLANK_CELLS or not low:
        return CellReading(blank=True)
    if low in ABOVE_CELLS:
        return CellReading(blank=True, above=True)
    parser = CellParser(tokens(text, tuple(known.files)), known, plain(text))
    parser.run()
    return parser.result()
