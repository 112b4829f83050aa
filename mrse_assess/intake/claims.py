"""Rows of the table read as claims: one for each sub-category and item, with the raw text and the place of its cell."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from mrse_assess.intake.grid import Cell
from mrse_assess.intake.interpretation import ClaimRow, Interpretation
from mrse_assess.intake.labels import plain
from mrse_assess.intake.lines import flat
from mrse_assess.intake.references import CellReading, Known, Reference, read_cell
from mrse_assess.intake.words import SIMULATED, SIMULATED_WORDS
from mrse_assess.model.places import Locator

_YES: Final = frozenset(
    {"y", "yes", "true", "x", "\u2713", "\u2714", "\u2611", "\u2612", "simulated", "sim", "s", "hypothetical"}
)
_DENIED: Final = re.compile(r"\b(?:not?|non|un)[\s-]*(?:simulat|hypothetic)", re.IGNORECASE)
_PIECES: Final = re.compile(r"[;\n]+")
_DOUBTFUL: Final = 0.8
_SPREAD: Final = 0.6


class Claim(NamedTuple):
    """One item claimed for one sub-category. ``loose_pages``: pages named without an item; the id is then "".

    ``text`` is the raw text of the cell, with single spaces.
    """

    sub_category: str
    reference: Reference
    text: str
    place: Locator | None
    loose_pages: str | None = None


class RowReading(NamedTuple):
    """What one row claims, and what was odd about it."""

    code: str
    claims: tuple[Claim, ...]
    blank: bool
    above: bool
    codes: tuple[str, ...]
    unread: str  # text that names no item and is not empty
    place: Locator | None


def read_rows(table: Interpretation, known: Known) -> tuple[RowReading, ...]:
    """Every row of the table as claims, in the table's order."""
    return tuple(_read_row(table.grid.file, row, known) for row in table.rows)


def _read_row(file: str, row: ClaimRow, known: Known) -> RowReading:
    readings = [(cell, read_cell(cell.text, known)) for cell in row.cells]
    claims = [claim for cell, reading in readings for claim in _cell_claims(file, row, cell, reading)]
    claims = _with_pages(claims, row, known)
    claims = _with_comments(claims, row, known)
    claims = _with_simulated(claims, row)
    found = tuple(_once(claims))
    unread = "" if found else " ".join(flat(cell.text) for cell, reading in readings if not reading.blank).strip()
    cells = [cell for cell in row.cells if cell.text.strip()] or list(row.cells)
    return RowReading(
        row.code,
        found,
        blank=not found and all(reading.blank for _, reading in readings),
        above=any(reading.above for _, reading in readings),
        codes=tuple(code for _, reading in readings for code in reading.codes),
        unread=unread,
        place=_place(file, cells[0]) if cells else None,
    )


def _cell_claims(file: str, row: ClaimRow, cell: Cell, reading: CellReading) -> list[Claim]:
    text, place = flat(cell.text), _place(file, cell)
    found = []
    for reference in reading.references:
        confidence = min(reference.confidence, _DOUBTFUL) if row.doubtful or row.flows else reference.confidence
        found.append(Claim(row.code, replace(reference, confidence=confidence), text, place))
    if not reading.references:
        found.extend(
            Claim(row.code, Reference(evidence_id="", page_hint=pages, confidence=0.5), text, place, pages)
            for pages in reading.loose_pages
        )
    return found


def _with_pages(claims: list[Claim], row: ClaimRow, known: Known) -> list[Claim]:
    """Hints of a column of their own: one for all, or as many as there are items, in order."""
    if row.pages is None or not row.pages.text.strip() or not claims:
        return claims
    parts = [part.strip() for part in _PIECES.split(row.pages.text) if part.strip()]
    hints = [_page_hint(part, known) for part in parts]
    if len(claims) > 1 and len(hints) == 1 and (listed := (hints[0] or "").split(", ")) and len(listed) == len(claims):
        hints = list(listed)
    if len(hints) == len(claims):
        return [_hinted(claim, hint) for claim, hint in zip(claims, hints, strict=True)]
    if len(claims) == 1:
        return [_hinted(claims[0], ", ".join(hint for hint in hints if hint) or None)]
    return [_hinted(claim, hints[0], confidence=_SPREAD) if len(hints) == 1 else claim for claim in claims]


def _page_hint(text: str, known: Known) -> str | None:
    cell = read_cell(f"p {text}" if text[:1].isdecimal() else text, known)
    pages = [*cell.loose_pages, *(each.page_hint for each in cell.references if each.page_hint)]
    if not pages and text[:1].isdecimal():
        pages = list(read_cell(f"pp {text}", Known()).loose_pages)
    return ", ".join(pages) or None


def _with_comments(claims: list[Claim], row: ClaimRow, known: Known) -> list[Claim]:
    """Pages, sections and "simulated" said in columns beside the reference."""
    for comment in row.comments:
        if not comment.text.strip() or not claims:
            continue
        cell = read_cell(comment.text, known)
        simulated = _says_simulated(comment.text)
        pages, sections = ", ".join(cell.loose_pages) or None, ", ".join(cell.loose_sections) or None
        named = {each.evidence_id: each for each in cell.references if each.labelled}
        claims = [
            _commented(claim, named, pages, sections, simulated=simulated, alone=len(claims) == 1) for claim in claims
        ]
    return claims


def _commented(
    claim: Claim, named: dict[str, Reference], pages: str | None, sections: str | None, *, simulated: bool, alone: bool
) -> Claim:
    said = named.get(claim.reference.evidence_id)
    if said is not None:
        pages, sections = said.page_hint or pages, said.section_hint or sections
        simulated = SIMULATED in said.notes or (simulated and len(named) == 1)
    elif named:
        return claim
    reference = claim.reference
    confidence = (
        reference.confidence if alone or said or not (pages or sections) else min(reference.confidence, _SPREAD)
    )
    notes = (*reference.notes, SIMULATED) if simulated and SIMULATED not in reference.notes else reference.notes
    changed = replace(
        reference,
        page_hint=reference.page_hint or pages,
        section_hint=reference.section_hint or sections,
        notes=notes,
        confidence=confidence,
    )
    return claim._replace(reference=changed)


def _with_simulated(claims: list[Claim], row: ClaimRow) -> list[Claim]:
    if row.simulated is None:
        return claims
    said = plain(row.simulated.text).strip().lower().strip(". ")
    if said not in _YES and not _says_simulated(said):
        return claims
    return [
        claim._replace(
            reference=replace(claim.reference, notes=tuple(dict.fromkeys((*claim.reference.notes, SIMULATED))))
        )
        for claim in claims
    ]


def _says_simulated(text: str) -> bool:
    words = set(re.findall(r"[a-z]+", plain(text).lower()))
    return bool(words & SIMULATED_WORDS) and not _DENIED.search(plain(text))


def _hinted(claim: Claim, hint: str | None, confidence: float = 1.0) -> Claim:
    if hint is None or claim.reference.page_hint:
        return claim
    reference = claim.reference
    return claim._replace(
        reference=replace(reference, page_hint=hint, confidence=min(confidence, reference.confidence))
    )


def _once(claims: Sequence[Claim]) -> list[Claim]:
    """One claim for each item; hints of one named twice in the row are put together."""
    found: dict[tuple[str, str | None], Claim] = {}
    for claim in claims:
        key = (claim.reference.evidence_id, claim.loose_pages)
        before = found.get(key)
        found[key] = claim if before is None else before._replace(reference=_both(before.reference, claim.reference))
    return list(found.values())


def _both(first: Reference, second: Reference) -> Reference:
    def together(one: str | None, other: str | None) -> str | None:
        return ", ".join(dict.fromkeys(part for part in (one, other) if part)) or None

    return replace(
        first,
        page_hint=together(first.page_hint, second.page_hint),
        section_hint=together(first.section_hint, second.section_hint),
        notes=tuple(dict.fromkeys((*first.notes, *second.notes))),
        confidence=min(first.confidence, second.confidence),
    )


def _place(file: str, cell: Cell) -> Locator | None:
    return Locator(file=file, page=cell.page, box=cell.box) if cell.page is not None else None
