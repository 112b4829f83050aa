"""Matrices whose cells say where in the item it is shown: "all", "page 3", "section 2.1", in place of a mark."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final, NamedTuple, TypeVar

from mrse_assess.intake.cells.cell import Sign
from mrse_assess.intake.cells.references import Known, Reference, read_cell
from mrse_assess.intake.table.claims import doubted
from mrse_assess.intake.table.marking import is_empty, is_mark
from mrse_assess.intake.text.lines import flat

_LEAST: Final = 4  # cells
_UNDERSTOOD: Final = 0.7  # share of the cells that must say a place and no other item
_OTHERS: Final = 0.1  # share of the cells that may name another item, by a slip of reading
_MOST_WORDS: Final = 4  # of a cell beside its place
_WHOLE: Final = re.compile(
    r"\b(?:all(?: of it)?|(?:the )?(?:whole|entire)(?: \w+)?|throughout|in full)\b", re.IGNORECASE
)


_PLACE: Final = re.compile(
    r"\b(?:sections?|headings?|headed|paragraphs?|parts?|pages?|slides?|tables?|figures?|tabs?|steps?|e-?mails?)\b",
    re.IGNORECASE,
)
_DENIED: Final = re.compile(r"\b(?:no|not|none|nil|n/a|nothing|without)\b", re.IGNORECASE)
Key = TypeVar("Key")


class Said(NamedTuple):
    """What one cell says of its item. ``understood``: it says a place, or all, and names no ``other`` item."""

    reference: Reference
    understood: bool
    other: bool


def places_said(cells: Mapping[Key, tuple[str, str]], *, going_on: bool) -> dict[Key, Reference] | None:
    """The references of a matrix's filled cells, given as (the item's label as written, text); None if they say none.

    Cells that name other items are those of a table whose columns are not items. ``going_on``: they are the rest of a
    matrix, so that few are enough.
    """
    filled = {key: pair for key, pair in cells.items() if not is_empty(flat(pair[1]))}
    said = {key: _said(label, flat(text)) for key, (label, text) in filled.items()}
    if sum(each.understood for each in said.values()) < _UNDERSTOOD * len(said):
        return None
    if sum(each.other for each in said.values()) > _OTHERS * len(said):
        return None
    if not going_on and len(said) < _LEAST:
        return None
    if not (going_on or any(each.reference.page_hint or each.reference.section_hint for each in said.values())):
        return None
    return {key: each.reference for key, each in said.items()}


def place_said(label: str, text: str) -> Reference | None:
    """What one cell among marks says, given the item's label as written; None where it speaks of no place in the item.

    Words of a heading that runs across the columns are none.
    """
    said = _said(label, flat(text))
    speaks = said.understood or (_PLACE.search(text) and not _DENIED.search(text))
    return said.reference if speaks and not said.other else None


def _said(label: str, text: str) -> Said:
    whole = bool(_WHOLE.search(text)) or is_mark(text)
    rest = "" if is_mark(text) else _WHOLE.sub(" ", text)
    item = next(iter(read_cell(label, Known()).references), None)
    if item is None:
        return Said(Reference(evidence_id="", confidence=0.0), understood=False, other=True)
    reading = read_cell(f"{label}: {rest}", Known(ids=frozenset({item.evidence_id})))
    own = [each for each in reading.references if each.evidence_id == item.evidence_id]
    other = len(own) < len(reading.references)
    reference = own[0] if own else item
    hinted = whole or bool(reference.page_hint or reference.section_hint or reference.notes)
    understood = hinted and not other and len(reading.leftover) <= _MOST_WORDS
    reference = reference if understood else doubted(reference, Sign.PARTLY_READ)
    return Said(replace(reference, labelled=True), understood, other)
