"""What a reference cell says: which items, which pages and sections of them, with which notes.

The scheme's codes and the ids that exist in the portfolio are given, because "4.1" may be an item or a sub-category and
"12-15" items or pages: the ids that exist decide, and where they leave it open the reading's confidence says so. Of the
raw text nothing is lost: the caller keeps the cell.
"""

import re
from typing import Final

from mrse_assess.intake.cells.cell import SURE, CellReading, Known, Reference
from mrse_assess.intake.cells.cell_parser import parse
from mrse_assess.intake.cells.folders_said import folders_first
from mrse_assess.intake.cells.legend import footnoted
from mrse_assess.intake.cells.misread import put_right
from mrse_assess.intake.cells.misread_words import spaced_out
from mrse_assess.intake.cells.place_wording import place_worded
from mrse_assess.intake.cells.said_numbers import numbers_said
from mrse_assess.intake.cells.tokens import tokens
from mrse_assess.intake.cells.wording import worded
from mrse_assess.intake.text.labels import plain
from mrse_assess.intake.text.words import ABOVE_CELLS, ARROW, BLANK_CELLS

_DITTO_MARKS: Final = frozenset({'"', "''", ",,", "\u2033", "\u3003", "\u201c", "\u201d", "do", '-"-', "-''-"})
_ABOVE: Final = re.compile(
    r"(?:please )?(?:see|as|same|ditto|refer to|identical|per|as per|the)?"
    r"(?: (?:as|to|for|in|the|evidence|items?|entry|that))*"
    r" ?(?:above|below|previous|preceding|previously)(?: (?:row|sub-?category|entry|cell|line|stated|listed|one))?"
)
"""Cells that point at another row, in whatever words."""

_ARROWS: Final = re.compile(r"[\u2192\u21d2\u21a6\u27f6\u2794\u279c\u27a1\u25b6\u25ba]\ufe0f?|[-=]+>")

__all__ = ["SURE", "CellReading", "Known", "Reference", "read_cell"]


def read_cell(text: str, known: Known) -> CellReading:
    """What the cell says; an empty or "N/A" cell is ``blank``. The same text against the same is read once."""
    found = known.read.get(text)
    if found is None:
        found = known.read[text] = _read_cell(text, known)
    return found


def _read_cell(text: str, known: Known) -> CellReading:
    text = footnoted(text)
    low = " ".join(plain(text).lower().split()).strip(" .")
    if low in _DITTO_MARKS:
        return CellReading(blank=True, above=True)
    low = low.strip(" .()[]*") if low[:1] in {"(", "["} else low
    if low in BLANK_CELLS or not low:
        return CellReading(blank=True)
    if low in ABOVE_CELLS or _ABOVE.fullmatch(low):
        return CellReading(blank=True, above=True)
    text = folders_first(spaced_out(plain(_ARROWS.sub(ARROW, text))), known.ids)
    found = put_right(tokens(text, tuple(known.files), known.titles, known.headings, known.begun), known)
    return parse(worded(place_worded(numbers_said(found), known.abbreviations, known.begun)), known, text)
