"""Matrices in tables that a file itself holds."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mrse_assess.intake.cells.references import Reference
from mrse_assess.intake.grids.grid import Cell, Row, native_grid
from mrse_assess.intake.table.claims import Claim
from mrse_assess.intake.table.tick_axes import Kind, are_codes, are_items
from mrse_assess.intake.table.tick_marks import Legend, Mark, legend_of, manner_of, read_mark, repeats_head
from mrse_assess.intake.table.tick_notes import Noted, heads_kinds, says_note, says_yes
from mrse_assess.intake.table.tick_places import place_said, places_said
from mrse_assess.intake.table.tick_said_heads import counted_heads, figure_of, head_code
from mrse_assess.intake.text.codes import read_code
from mrse_assess.intake.text.labels import Label, read_label
from mrse_assess.intake.text.lines import flat
from mrse_assess.intake.text.words import SIMULATED
from mrse_assess.model.pages import NativeTable
from mrse_assess.model.places import Locator

_PURE = 0.85
_FEW_HEADS = 5
_MANY = 12  # heads of sub-categories in another form than the scheme's, which no items' heads are
_Heads = tuple[Kind, dict[int, tuple[str, str]]]


def native_claims(file: str, table: NativeTable, codes: Sequence[str], lines: Sequence[str]) -> tuple[Claim, ...]:
    """What a table claims if it is a matrix: a row of heads, and below it rows with marks; () if it is none."""
    rows = native_grid(file, table).rows
    legend = legend_of(lines)
    for number, row in enumerate(rows):
        heads = (_two_rows(rows[number - 1].cells, row.cells, codes) if number else None) or _heads(row.cells, codes)
        if heads is None:
            continue
        found = list(_marked(rows[number + 1 :], heads, codes))
        own = [repeats_head(cell.text, code, label, codes) for code, label, cell in found]
        others = [cell.text for (*_, cell), is_own in zip(found, own, strict=True) if not is_own]
        manner = manner_of(others, _places(rows[number + 1 :], heads), legend)
        marks = [
            (code, label, cell, Mark(claims=True) if is_own else read_mark(cell.text, manner))
            for (code, label, cell), is_own in zip(found, own, strict=True)
        ]
        if marks and sum(mark.known for *_, mark in marks) < _PURE * len(marks):
            placed = places_said(
                {at: (label[1], cell.text) for at, (_, label, cell) in enumerate(found)}, going_on=False
            )
            if placed is not None:
                return tuple(_placed(file, *found[at], reference) for at, reference in placed.items())
            continue
        few = heads[0] is Kind.ITEMS and len(heads[1]) < _FEW_HEADS and manner.figures and not legend.pages
        if not few and marks:
            noted = _noted(row, rows[number + 1 :], heads, codes, legend)
            return tuple(
                noted.added_to(_claim(file, code, label, cell, reference))
                for code, label, cell, mark in marks
                if (reference := _reference(label, cell, mark)) is not None
            )
    return ()


def _noted(head: Row, rows: Sequence[Row], heads: _Heads, codes: Sequence[str], legend: Legend) -> Noted:
    """The items and sub-categories whose head or row says that the work was simulated."""
    kind, names = heads
    first = min(names)
    over = {name for place, (name, _) in names.items() if says_note(head.cells[place].text, legend.simulated)}
    own = [place for place, cell in enumerate(head.cells) if place not in names and heads_kinds(cell.text)]
    beside: set[str] = set()
    for row in rows:
        side = _side(row.cells[:first], kind, codes)
        told = says_note(" ".join(flat(cell.text) for cell in row.cells[:first]), legend.simulated)
        if side is not None and (told or any(says_yes(row.cells[place].text) for place in own)):
            beside.add(side[0])
        elif side is None and any(heads_kinds(cell.text) for cell in row.cells[:first]):
            over |= {name for place, (name, _) in names.items() if says_yes(row.cells[place].text)}
    items, of_codes = (beside, over) if kind is Kind.CODES else (over, beside)
    return Noted(frozenset(items), frozenset(of_codes))


def _placed(file: str, code: str, label: tuple[str, str], cell: Cell, reference: Reference) -> Claim:
    return _claim(file, code, label, cell, replace(reference, evidence_id=label[0]))


def _claim(file: str, code: str, label: tuple[str, str], cell: Cell, reference: Reference) -> Claim:
    place = Locator(file=file, page=cell.page, box=cell.box) if cell.page is not None else None
    return Claim(code, reference, f"{label[1]}: {flat(cell.text)}", place)


def _reference(label: tuple[str, str], cell: Cell, mark: Mark) -> Reference | None:
    """What a place claims, by its mark or by what it says beside the marks of the others; None for nothing."""
    if not mark.known:
        said = place_said(label[1], cell.text) if any(map(str.isalpha, label[1])) else None
        return said and replace(said, evidence_id=label[0])
    notes = (SIMULATED,) if mark.simulated else ()
    return Reference(evidence_id=label[0], page_hint=mark.pages, notes=notes) if mark.claims else None


def _places(rows: Sequence[Row], heads: _Heads) -> int:
    return len(rows) * len(heads[1])


def _heads(cells: Sequence[Cell], codes: Sequence[str]) -> _Heads | None:
    """The heads of a row, by the number of their columns."""
    of_codes = {
        place: code.code
        for place, cell in enumerate(cells)
        if (code := read_code(cell.text, codes)) is not None and code.code and not code.also
    }
    last = len(of_codes) > 1 or len(cells) - 1 in of_codes  # one code alone is the last head
    if are_codes(list(of_codes.values()), codes) and min(of_codes, default=0) > 0 and last:
        return Kind.CODES, {place: (code, code) for place, code in of_codes.items()}
    other = {place: said for place, cell in enumerate(cells) if place and (said := head_code(flat(cell.text), codes))}
    if len(other) >= _MANY and are_codes(list(other.values()), codes):
        return Kind.CODES, {place: (code, code) for place, code in other.items()}
    labels = {
        place: label
        for place, cell in enumerate(cells)
        if place and (label := read_label(flat(cell.text), bare=True)) is not None
    }
    if are_items(list(labels.values())):
        return Kind.ITEMS, {place: (label.id, label.written) for place, label in labels.items()}
    return None


def _two_rows(upper: Sequence[Cell], lower: Sequence[Cell], codes: Sequence[str]) -> _Heads | None:
    """The heads of two rows: major categories, and below them each sub-category's own figure or its name in words."""
    found: dict[int, tuple[str, str]] = {}
    numbers = [_category(over.text, codes) for over in upper]
    if named := counted_heads(numbers, [flat(under.text) for under in lower], codes):
        return Kind.CODES, {len(numbers) - len(named) + at: (code, code) for at, code in enumerate(named)}
    for place, (number, under) in enumerate(zip(numbers, lower, strict=True)):
        code = number if number in codes else f"{number}.{figure_of(under.text)}"
        if code in codes:
            found[place] = (code, code)
    names = [code for code, _ in found.values()]
    return (Kind.CODES, found) if found and min(found) > 0 and are_codes(names, codes) else None


def _category(text: str, codes: Sequence[str]) -> str:
    category = read_code(text, codes)
    return (category.category if category is not None else None) or ""


def _marked(rows: Sequence[Row], heads: _Heads, codes: Sequence[str]) -> Iterator[tuple[str, tuple[str, str], Cell]]:
    """Every filled place of the rows, with its sub-category and item."""
    kind, names = heads
    first = min(names)
    for row in rows:
        if row.flows:
            continue
        side = _side(row.cells[:first], kind, codes)
        if side is None:
            continue
        for place, name in names.items():
            cell = row.cells[place]
            if cell.text.strip():
                yield (name[0], side, cell) if kind is Kind.CODES else (side[0], name, cell)


def _side(cells: Sequence[Cell], kind: Kind, codes: Sequence[str]) -> tuple[str, str] | None:
    """What a row is about: an item where the heads are codes, else a code."""
    for cell in cells:
        if kind is Kind.CODES:
            label: Label | None = read_label(flat(cell.text), bare=True)
            if label is not None:
                return label.id, label.written
        elif (code := read_code(cell.text, codes)) is not None and code.code:
            return code.code, code.code
    return None
