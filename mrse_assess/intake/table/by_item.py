"""Tables with a row for each item and a column of its sub-categories, turned into rows by sub-category."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from mrse_assess.intake.cells.cell import Sign
from mrse_assess.intake.cells.legend import legend_marks
from mrse_assess.intake.cells.phrases import says_simulated
from mrse_assess.intake.cells.references import Known, Reference
from mrse_assess.intake.front.contents_list import ContentsList, Entry, find_contents
from mrse_assess.intake.table.claims import Claim, RowReading, doubted
from mrse_assess.intake.table.cross_reference import FoundTable, is_broad, replaces, standing_of
from mrse_assess.intake.table.item_blocks import block_grids
from mrse_assess.intake.table.item_grids import ItemGrid, item_grids
from mrse_assess.intake.table.item_rows import Item, ItemTable, item_table, mostly_all
from mrse_assess.intake.table.judging import order
from mrse_assess.intake.table.legend_lines import legend_lines
from mrse_assess.intake.table.listed_said import Said
from mrse_assess.intake.table.page_counts import may_count_pages
from mrse_assess.intake.table.pages_beside import Hints, hints_of
from mrse_assess.intake.text.lines import FileLines, flat
from mrse_assess.intake.text.part_headings import TABLE_HEADING, heads_a_list, names_list
from mrse_assess.intake.text.words import SIMULATED

_COLUMN_HEADING: Final = re.compile(
    r"\b(?:sub-?\s?categor(?:y|ies)|categories|competenc(?:y|ies)|supports?)\s*$", re.IGNORECASE
)
_LEAST: Final = 3
_LEAST_CODES: Final = 4
_MOSTLY: Final = 0.6
_ORDERLY: Final = 0.95  # share of neighbouring rows in the scheme's order, in a table by sub-category
_AS_MANY: Final = 0.95  # share of the cells of a reading by item that a rival must have
_MOST: Final = 0.75  # share of the sub-categories that have a row in a table that needs no rival
_FEW: Final = 0.15  # share of the cells in which something was not understood
_NAMED: Final = 0.75  # share of the items that a rival names which a reading by item must have


class _Found(NamedTuple):
    place: ItemGrid
    table: ItemTable

    @property
    def ids(self) -> frozenset[str]:
        """The items."""
        return frozenset(item.label.id for item in self.table.items)


def item_tables(
    files: Sequence[FileLines], codes: Sequence[str], others: Sequence[FoundTable]
) -> tuple[FoundTable, ...]:
    """The tables by item, best first, those with a heading before those without; () where another reads well.

    A list with sub-categories behind its titles is taken for one only where the ``others`` claim for few.
    """
    if reads_well(others, codes):
        return ()
    found = [_together(each, of_file) for file in files for of_file in (_read(file, codes),) for each in of_file]
    found = sorted(found, key=lambda parts: (not parts[0].place.headed, -_score(parts)))
    tables = [_found(parts, codes) for parts in _apart(found)]
    listed = () if tables or is_broad(others) else _listed_table(files, codes)
    return (*tables, *listed)


def reads_well(tables: Sequence[FoundTable], codes: Sequence[str]) -> bool:
    """Whether the best table is by sub-category beyond doubt: most codes of the scheme, in order."""
    rowed = {row.code for row in tables[0].rows} if tables else set[str]()
    in_force = bool(tables) and tables[0].standing >= 0
    return (
        in_force and len(rowed) >= _MOST * len(codes) and not tables[0].unheaded and order(tables[0].rows, codes) == 1.0
    )


def prefer_items(
    others: Sequence[FoundTable], by_item: Sequence[FoundTable], codes: Sequence[str]
) -> tuple[FoundTable, ...]:
    """The tables by item, unless the best of the others reads well by sub-category or names more items."""
    if not others or not by_item:
        return tuple(others or by_item)
    first, items = others[0], by_item[0]
    if first.unheaded != items.unheaded:
        return tuple(by_item) if first.unheaded else tuple(others)
    if replaces(items, first) or replaces(first, items):
        return (*by_item, *others) if replaces(items, first) else (*others, *by_item)
    return _that_names_more(others, by_item, codes)


def _that_names_more(
    others: Sequence[FoundTable], by_item: Sequence[FoundTable], codes: Sequence[str]
) -> tuple[FoundTable, ...]:
    """The tables by item, unless the best of the others has about as many cells or names more items."""
    first, items = others[0], by_item[0]
    if _cells(items) <= _cells(first):
        return tuple(others)
    orderly = order(first.rows, codes) >= _ORDERLY and not first.foreign
    if orderly and len(_cells(first)) >= _AS_MANY * len(_cells(items)):
        return tuple(others)
    named, also = ({evidence for _, evidence in _cells(table)} for table in (first, items))
    if named > also and len(_cells(first)) > len(_cells(items)) and not first.foreign:
        return tuple(others)
    return tuple(by_item) if len(also) >= _NAMED * len(named) else tuple(others)


def _cells(table: FoundTable) -> set[tuple[str, str]]:
    return {(row.code, claim.reference.evidence_id) for row in table.rows for claim in row.claims}


def _read(file: FileLines, codes: Sequence[str]) -> list[_Found]:
    """Every grid of the file that reads well as a table by item."""
    found: list[_Found] = []
    for place in (*item_grids(file, codes), *block_grids(file, codes)):
        if place.listed:
            continue
        marks = legend_marks(legend_lines(file, place.grid.pages))
        table = item_table(place.grid, codes, marks)
        if table is None or not (place.headed or (table.named and table.told)):
            continue  # work itself holds tables of numbers that look like sub-categories
        if table.is_sound or _is_part(table):
            found.append(_Found(place, table))
    return found


def _score(parts: Sequence[_Found]) -> float:
    return sum(part.table.score for part in parts)


def _is_part(table: ItemTable) -> bool:
    """Whether a table is too small to be one by itself and may be a part of one."""
    return bool(table.claiming) and not (table.twice or table.nameless or table.names_all)


def _together(first: _Found, others: Sequence[_Found]) -> tuple[_Found, ...]:
    """The table with the further ones of its file that go on with other items under the same heads."""
    parts = [first]
    for other in others[others.index(first) + 1 :]:
        ids = frozenset[str]().union(*(part.ids for part in parts))
        alike = other.table.heads == first.table.heads and any(first.table.heads)
        if alike and not ids & other.ids and not _meet(parts[-1], other):
            parts.append(other)
    return tuple(parts)


def _meet(one: _Found, other: _Found) -> bool:
    """Whether two readings take in the same cells."""
    first = {(cell.page, cell.box) for row in one.table.grid.rows for cell in row.cells if cell.box is not None}
    return any((cell.page, cell.box) in first for row in other.table.grid.rows for cell in row.cells if cell.box)


def _apart(found: Sequence[tuple[_Found, ...]]) -> Iterator[tuple[_Found, ...]]:
    """Those that are whole tables, without further readings of the same items or pages."""
    taken: list[tuple[str, frozenset[int], frozenset[str]]] = []
    for parts in found:
        ids = frozenset[str]().union(*(part.ids for part in parts))
        pages = frozenset(page for part in parts for page in part.table.grid.pages)
        file = parts[0].table.grid.file
        if not any(part.table.is_sound for part in parts):
            continue
        if any(file == other and (pages & there or not pages) and ids & named for other, there, named in taken):
            continue
        taken.append((file, pages, ids))
        yield parts


def _found(parts: Sequence[_Found], codes: Sequence[str]) -> FoundTable:
    first, last = parts[0], parts[-1]
    items = [(part.table.grid.file, item) for part in parts for item in part.table.items]
    pages = {page for part in parts for page in part.table.grid.pages}
    rows = tuple(row for code in codes if (row := _row(code, items)) is not None)
    sure = all(part.table.guesses <= _FEW * len(part.table.items) for part in parts)
    standing, said_above = standing_of(first.place.heading)
    return FoundTable(
        first.table.grid.file,
        tuple(sorted(pages)),
        rows,
        _score(parts) + standing,
        last.place.end,
        by_item=True,
        unread=tuple(f'{item.label.written} ("{item.unread}")' for _, item in items if item.unread),
        unheaded=not first.place.headed,
        in_doubt=not sure,
        said=said_above,
        standing=standing,
        counts_pages=all(may_count_pages(part.table) for part in parts),
    )


def _row(code: str, items: Sequence[tuple[str, Item]]) -> RowReading | None:
    """The items that support one sub-category; None where none does."""
    claims = tuple(_claim(item, said) for _, item in items for said in item.said if said.code == code)
    if not claims:
        return None
    return RowReading(code, claims, blank=False, above=False, codes=(), unread="", place=claims[0].place)


def _claim(item: Item, said: Said) -> Claim:
    told = item.pages_of(said.code)
    hints = hints_of(flat(told), Known()) if told.strip() else Hints(None, None)
    reference = Reference(
        evidence_id=item.label.id,
        page_hint=said.pages or hints.pages,
        section_hint=said.section or hints.sections,
        notes=(SIMULATED,) if said.simulated else (),
        labelled=bool(item.label.word),
    )
    signs = {Sign.ROW_IN_DOUBT} if said.guessed else set()
    signs |= {Sign.PARTLY_READ} if item.guessed or item.unread else set()
    text = f"{item.label.written}: {item.text}" + (f"; {flat(told)}" if told.strip() else "")
    return Claim(said.code, doubted(reference, *signs), text, item.place)


def _listed_table(files: Sequence[FileLines], codes: Sequence[str]) -> tuple[FoundTable, ...]:
    """A list of items, each with its sub-categories behind its title, under the table's heading or one of its own."""
    listed = find_contents(files, codes, (), TABLE_HEADING)
    headed = listed is not None and _claims(listed) and _is_headed(files, listed)
    if not headed:
        listed = find_contents(files, codes, (), _COLUMN_HEADING)
        listed = listed if listed is not None and _claims(listed) and not _is_list(files, listed) else None
    if listed is None or not (headed or listed.entries):
        return ()
    rows = _rows_of_list(listed, codes)
    end = (listed.pages[-1] if listed.pages else 1, 0.0)
    unread = tuple(_said(entry) for entry in listed.entries if entry.told_codes.strip() and not entry.claimed)
    table = FoundTable(listed.file, listed.pages, rows, float(len(rows)), end, by_item=True, unread=unread)
    return (table._replace(unheaded=not headed, in_doubt=True),)


def _is_headed(files: Sequence[FileLines], listed: ContentsList) -> bool:
    """Whether the nearest heading above the list names the table and no contents list."""
    place = next((entry.place for entry in listed.entries if entry.place is not None), None)
    file = next((each for each in files if each.file == listed.file), None)
    if place is None or file is None:
        return True
    top = place.box[1] if place.box else float("inf")
    above = [line.text for line in file.page(place.page).lines if line.y0 < top]
    named = [text for text in above if TABLE_HEADING.search(text) or names_list(text)]
    return bool(TABLE_HEADING.search(named[-1])) if named else not file.reading.tables


def _is_list(files: Sequence[FileLines], listed: ContentsList) -> bool:
    """Whether the page calls it a list of contents, which is no cross reference table whatever it claims."""
    file = next(each for each in files if each.file == listed.file)
    texts = [line.text for number in listed.pages[:1] for line in file.page(number).lines]
    return any(names_list(text) or heads_a_list(text) for text in texts)


def _claims(listed: ContentsList) -> bool:
    """Whether most of the items are claimed for something, together for several sub-categories."""
    claimed = [entry.claimed for entry in listed.entries if entry.claimed]
    distinct = {code for each in claimed for code in each}
    enough = len(claimed) >= max(_LEAST, _MOSTLY * len(listed.entries)) and len(distinct) >= _LEAST_CODES
    return enough and not mostly_all(claimed)


def _rows_of_list(listed: ContentsList, codes: Sequence[str]) -> tuple[RowReading, ...]:
    """A list of items with their sub-categories, turned: a row for each sub-category."""
    rows: list[RowReading] = []
    for code in codes:
        claims = tuple(_entry_claim(listed.file, entry, code) for entry in listed.entries if code in entry.claimed)
        if claims:
            rows.append(RowReading(code, claims, blank=False, above=False, codes=(), unread="", place=claims[0].place))
    return tuple(rows)


def _said(entry: Entry) -> str:
    return f'{entry.label.written} ("{flat(entry.told_codes)}")'


def _entry_claim(file: str, entry: Entry, code: str) -> Claim:
    told = hints_of(flat(entry.told_pages), Known()) if entry.told_pages.strip() else Hints(None, None)
    text = f"{entry.label.written}: {flat(entry.told_codes) or ', '.join(entry.claimed)}"
    text += f"; {flat(entry.told_pages)}" if any(told) else ""
    notes = (SIMULATED,) if says_simulated(_beside(code, entry)) else ()
    place = replace(entry.place, file=file) if entry.place is not None else None
    return Claim(
        code,
        Reference(evidence_id=entry.id, page_hint=told.pages, section_hint=told.sections, notes=notes),
        text,
        place,
    )


def _beside(code: str, entry: Entry) -> str:
    """What stands after a code in its cell, up to the next one; "" where the code is not written so."""
    text = flat(entry.told_codes)
    starts = {
        match.start(): each
        for each in entry.claimed
        if (match := re.search(rf"(?<![\d.]){re.escape(each)}(?!\.?\d)", text))
    }
    ordered = sorted(starts)
    here = next((place for place in ordered if starts[place] == code), None)
    after = next((place for place in ordered if here is not None and place > here), len(text))
    return text[here:after] if here is not None else ""
