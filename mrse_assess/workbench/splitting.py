"""What a person types for a reference, taken apart: one item, or a whole cell at once."""

import re
from collections.abc import Iterable, Sequence

from mrse_assess.errors import BadRequestError
from mrse_assess.model.portfolio import EvidenceItem
from mrse_assess.workbench.page_words import page_numbers, page_words
from mrse_assess.workbench.reading_views import ReferenceEntry

LONGEST_ID = 60
MOST_REFERENCES = 100
_PIECES = re.compile(r"[;\n]+")
_PAGED = re.compile(r"(.+?)[\s,:]+(p(?:p|ages?)?\.?\s*[0-9].*)", re.IGNORECASE)


def split_cell(text: str, items: Sequence[EvidenceItem], codes: Sequence[str]) -> tuple[ReferenceEntry, ...]:
    """Every reference that the text names, in order; the text itself as one id where it names none.

    Raises:
        BadRequestError: there is nothing in it, it names too many, or what would be an id is too long for one.
    """
    ids = [item.id for item in items]
    if same := _same(text, ids):
        return (_entry(same),)
    found = tuple(one for piece in _PIECES.split(text) if piece.strip() for one in _piece(piece, ids, codes))
    if not found:
        raise BadRequestError("Type which item the reference names.")
    if len(found) > MOST_REFERENCES:
        raise BadRequestError(f"This names {len(found)} items; one row takes at most {MOST_REFERENCES}.")
    return found


def checked_id(text: str, ids: Iterable[str]) -> str:
    """An item's id with single spaces, written as the portfolio has it where it does.

    Raises:
        BadRequestError: it is empty or too long.
    """
    cleaned = " ".join(text.split())
    if not cleaned:
        raise BadRequestError("Type which item is meant.")
    same = _same(cleaned, ids)
    if not same and len(cleaned) > LONGEST_ID:
        raise BadRequestError(f"An item's label has at most {LONGEST_ID} characters; this has {len(cleaned)}.")
    return same or cleaned


def _same(text: str, ids: Iterable[str]) -> str:
    """The id that the text is, ignoring case where that leaves one; "" for none."""
    known, cleaned = list(ids), " ".join(text.split())
    alike = [one for one in known if one.casefold() == cleaned.casefold()]
    if cleaned in known:
        return cleaned
    return alike[0] if len(alike) == 1 else ""


def _piece(piece: str, ids: Sequence[str], codes: Sequence[str]) -> tuple[ReferenceEntry, ...]:
    if same := _same(piece, ids):
        return (_entry(same),)
    paged = _PAGED.fullmatch(piece.strip())
    if paged and (same := _same(paged[1], ids)) and page_numbers(paged[2]):
        return (_entry(same, page_words(page_numbers(paged[2]) or ())),)
    return _as_cell(piece, ids, codes) or (_entry(checked_id(piece, ids)),)


def _as_cell(piece: str, ids: Sequence[str], codes: Sequence[str]) -> tuple[ReferenceEntry, ...]:
    """The piece read as the reader reads a cell; () when it holds anything that the reader does not understand."""
    from mrse_assess.intake.cells.years_said import (  # noqa: PLC0415 - the reader is not needed to open the page
        read_typed,
    )

    cell = read_typed(piece, ids, codes)
    if cell.leftover or cell.loose_pages or cell.codes or cell.loose_sections:
        return ()
    return tuple(_entry(one.evidence_id, one.page_hint or "") for one in cell.references)


def _entry(evidence_id: str, pages: str = "") -> ReferenceEntry:
    return ReferenceEntry(read_as="", evidence_id=evidence_id, pages=pages)
