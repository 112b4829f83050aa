"""Rows of the table read as claims: one for each sub-category and item, with the raw text and the place of its cell."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from mrse_assess.intake.cells.cell import Sign
from mrse_assess.intake.cells.confidence import confidence_of
from mrse_assess.intake.cells.parts_beside import parts_beside
from mrse_assess.intake.cells.phrases import opens_simulated, says_simulated
from mrse_assess.intake.cells.references import CellReading, Known, Reference, read_cell
from mrse_assess.intake.grids.grid import Cell
from mrse_assess.intake.table.interpretation import ClaimRow, Interpretation
from mrse_assess.intake.table.kinds import simulated_among, simulated_by_name
from mrse_assess.intake.table.pages_beside import NO_HINTS, Hints, hints_by_name, level_hints, shared_hints
from mrse_assess.intake.text.lines import flat
from mrse_assess.intake.text.words import SIMULATED
from mrse_assess.model.places import Locator

_TERSE: Final = (
    5  # words that are no hints, beside the hints of a comment; more are a commentary with numbers of its own
)
_DENIED: Final = re.compile(r"(?:n\s?/\s?a|nil|none|not (?:applicable|claimed|offered))\b", re.IGNORECASE)


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
    """What one row claims, and what was odd about it.

    ``codes`` are rows that it points at; ``follows`` are those whose claims it was given. ``leftover`` are words with
    numbers beside its references that were not understood.
    """

    code: str
    claims: tuple[Claim, ...]
    blank: bool
    above: bool
    codes: tuple[str, ...]
    unread: str  # text that names no item and is not empty
    place: Locator | None
    follows: tuple[str, ...] = ()
    leftover: tuple[str, ...] = ()
    text: str = ""  # the raw text of its reference cells, with single spaces


def read_rows(table: Interpretation, known: Known) -> tuple[RowReading, ...]:
    """Every row of the table as claims, in the table's order; a row that points at another has that row's claims."""
    return following(tuple(_read_row(table.grid.file, row, _known_at(row, table, known)) for row in table.rows))


def _known_at(row: ClaimRow, table: Interpretation, known: Known) -> Known:
    """What the row is read against: where its words come from a picture, letters in it may be digits."""
    seen = any(cell.page in table.grid.recognised for cell in row.cells)
    return replace(known, recognised=True) if seen else known


def _read_row(file: str, row: ClaimRow, known: Known) -> RowReading:
    readings = [(cell, _read(cell.text, known)) for cell in row.cells]
    claims = _with_pages([_cell_claims(file, row, cell, reading) for cell, reading in readings], row, known)
    claims = _with_comments(claims or _named_beside(file, row, known), row, known)
    claims = _with_simulated(claims, row, known)
    found = tuple(_once(claims))
    unread = "" if found else " ".join(flat(cell.text) for cell, reading in readings if not reading.blank).strip()
    cells = [cell for cell in row.cells if cell.text.strip()] or list(row.cells)
    return RowReading(
        row.code,
        found,
        blank=not found and all(reading.blank for _, reading in readings),
        above=any(reading.above for _, reading in readings),
        codes=tuple(code for _, reading in readings for code in _pointed(reading, known) if code != row.code),
        unread=unread,
        place=_place(file, cells[0]) if cells else None,
        leftover=tuple(word for _, reading in readings for word in numbers_left(reading)) if found else (),
        text=" ".join(flat(cell.text) for cell, _ in readings).strip(),
    )


def _read(text: str, known: Known) -> CellReading:
    """What a cell says; where that is nothing, what its last line says of other rows: a title may stand above it."""
    reading = read_cell(text, known)
    if "\n" not in text.strip() or reading.references or reading.loose_pages or reading.blank or reading.above:
        return reading
    last = read_cell(text.strip().rpartition("\n")[2], known)
    return last if last.blank or last.above else reading


def _pointed(reading: CellReading, known: Known) -> tuple[str, ...]:
    """The rows that a cell names: by their codes, or as "row 2.1" or "section 2.1" where it names no item."""
    named = () if reading.references else reading.loose_sections
    words = (part for section in named for part in section.removeprefix("row ").split(", "))
    return (*reading.codes, *(word for word in words if word in known.codes and "." in word))


def _cell_claims(file: str, row: ClaimRow, cell: Cell, reading: CellReading) -> list[Claim]:
    text, place = flat(cell.text), _place(file, cell)
    signs = {Sign.ROW_IN_DOUBT} if row.doubtful or row.flows else set()
    denied = bool(_DENIED.match(text))  # with an item: two rows in one, or a remark
    signs |= {Sign.PARTLY_READ} if denied or numbers_left(reading) else set()
    found = [Claim(row.code, doubted(reference, *signs), text, place) for reference in reading.references]
    if not reading.references:
        loose = confidence_of({Sign.BY_PAGES})
        found.extend(
            Claim(
                row.code,
                Reference(evidence_id="", page_hint=pages, confidence=loose, signs=frozenset({Sign.BY_PAGES})),
                text,
                place,
                pages,
            )
            for pages in reading.loose_pages
        )
    return found


def numbers_left(reading: CellReading) -> tuple[str, ...]:
    """Words that were not understood and hold a number, which might be a reference."""
    return tuple(word for word in reading.leftover if any(character.isdigit() for character in word))


def doubted(reference: Reference, *signs: Sign) -> Reference:
    """The reference with further signs of doubt."""
    if not signs:
        return reference
    together = reference.signs | frozenset(signs)
    return replace(reference, signs=together, confidence=min(reference.confidence, confidence_of(together)))


def _with_pages(by_cell: Sequence[list[Claim]], row: ClaimRow, known: Known) -> list[Claim]:
    """The claims of each cell with the pages of the column beside it, or all with those of the one column of pages."""
    if row.own_pages:
        rows = zip(by_cell, row.cells, row.own_pages, strict=True)
        return [claim for claims, cell, pages in rows for claim in _paged(claims, cell, pages, known)]
    claims = [claim for each in by_cell for claim in each]
    filled = [cell for cell in row.cells if cell.text.strip()]
    return _paged(claims, filled[0] if len(filled) == 1 else None, row.pages, known)


def _named_beside(file: str, row: ClaimRow, known: Known) -> list[Claim]:
    """What the column of places names, "2: Table 1", where no reference stands beside it: it may have been lost."""
    cell = row.pages
    if cell is None or any(each.text.strip() for each in row.cells):
        return []
    named = hints_by_name(cell.text, known)
    found = read_cell(cell.text, known).references if named.keys() <= known.ids else ()
    said = [doubted(each, Sign.ROW_IN_DOUBT) for each in found if each.evidence_id in named]
    return [Claim(row.code, each, flat(cell.text), _place(file, cell)) for each in said]


def _paged(claims: list[Claim], cell: Cell | None, pages: Cell | None, known: Known) -> list[Claim]:
    """Hints of a column of their own: line by line, one for all, or as many as there are items, in order."""
    if pages is None or not pages.text.strip() or not claims:
        return claims
    ids = [claim.reference.evidence_id for claim in claims]
    named = hints_by_name(pages.text, known)
    if named and named.keys() <= set(ids):
        return [_hinted(claim, named.get(each, NO_HINTS)) for each, claim in zip(ids, claims, strict=True)]
    hints = shared_hints(pages.text, len(claims), known)
    if len(hints) == len(claims):
        return [_hinted(claim, hint) for claim, hint in zip(claims, hints, strict=True)]
    level = level_hints(cell, ids, pages, known) if cell is not None else ()
    if level:
        return [_hinted(claim, hint) for claim, hint in zip(claims, level, strict=True)]
    return [_hinted(claim, hints[0], Sign.SPREAD) if hints else claim for claim in claims]


def _with_comments(claims: list[Claim], row: ClaimRow, known: Known) -> list[Claim]:
    """Pages, sections and "simulated" said in columns beside the reference."""
    for comment in row.comments:
        if not comment.text.strip() or not claims:
            continue
        cell = read_cell(comment.text, known)
        simulated = says_simulated(comment.text)
        terse = len(cell.leftover) <= _TERSE
        pages = ", ".join(cell.loose_pages) or None if terse else None
        parts = parts_beside(cell, comment.text, known)
        sections = ", ".join((*cell.loose_sections, *parts)) or None if terse else None
        named = {each.evidence_id: each for each in cell.references if each.labelled and not parts}
        if len(claims) > 1 and any(each.reference.page_hint or each.reference.section_hint for each in claims):
            pages = sections = None  # each has its own, and for which of them a remark's is cannot be told
        claims = [
            _commented(claim, named, pages, sections, simulated=simulated, alone=len(claims) == 1) for claim in claims
        ]
        claims = [_simulated(claim) for claim in claims] if opens_simulated(comment.text) else claims
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
    notes = (*reference.notes, SIMULATED) if simulated and SIMULATED not in reference.notes else reference.notes
    changed = replace(
        reference,
        page_hint=reference.page_hint or pages,
        section_hint=reference.section_hint or sections,
        notes=notes,
    )
    spread = not (alone or said) and bool(pages or sections)
    return claim._replace(reference=doubted(changed, Sign.SPREAD) if spread else changed)


def _with_simulated(claims: list[Claim], row: ClaimRow, known: Known) -> list[Claim]:
    if row.simulated is None:
        return claims
    named = simulated_by_name(row.simulated.text, [claim.reference.evidence_id for claim in claims], known)
    said = named or simulated_among(row.simulated.text, len(claims))
    return [_simulated(claim) if each else claim for claim, each in zip(claims, said, strict=True)]


def _simulated(claim: Claim) -> Claim:
    notes = tuple(dict.fromkeys((*claim.reference.notes, SIMULATED)))
    return claim._replace(reference=replace(claim.reference, notes=notes))


def _hinted(claim: Claim, hint: Hints, *signs: Sign) -> Claim:
    """The claim with hints of a column of their own; what its own cell says goes before."""
    said = claim.reference
    pages, sections = said.page_hint or hint.pages, said.section_hint or hint.sections
    if (pages, sections) == (said.page_hint, said.section_hint):
        return claim
    return claim._replace(reference=doubted(replace(said, page_hint=pages, section_hint=sections), *signs))


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
        signs=first.signs | second.signs,
    )


def _place(file: str, cell: Cell) -> Locator | None:
    return Locator(file=file, page=cell.page, box=cell.box) if cell.page is not None else None


def following(rows: Sequence[RowReading]) -> tuple[RowReading, ...]:
    """Rows that name other rows instead of items ("as for 2.1", "see above") with the claims of those."""
    said = {
        code: [claim for row in rows if row.code == code for claim in row.claims] for code in {r.code for r in rows}
    }
    found: list[RowReading] = []
    for row in rows:
        before = next((other for other in reversed(found) if other.code != row.code and other.claims), None)
        if row.claims or not (row.codes or row.above):
            found.append(row)
            continue
        named = row.codes or ((before.code,) if before is not None and _points_up(row) else ())
        claims = [_taken_over(claim, row) for code in named for claim in said.get(code) or _of(found, code)]
        found.append(row._replace(claims=tuple(_once(claims)), follows=named if claims else (), blank=False))
    return tuple(found)


def _points_up(row: RowReading) -> bool:
    return row.above and "below" not in row.text.lower()


def _of(rows: Sequence[RowReading], code: str) -> list[Claim]:
    return [claim for row in rows if row.code == code for claim in row.claims]


def _taken_over(claim: Claim, row: RowReading) -> Claim:
    """Another row's claim as this row's, with this row's place."""
    return claim._replace(
        sub_category=row.code, reference=doubted(claim.reference, Sign.OTHER_ROW), text=row.text, place=row.place
    )
