"""Tables of another build: of ticks, or with a row for each item and a column of its sub-categories."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from mrse_assess.intake.cells.phrases import says_simulated
from mrse_assess.intake.cells.references import Known, Reference
from mrse_assess.intake.front.contents_list import ContentsList, Entry, find_contents
from mrse_assess.intake.table.claims import Claim, RowReading, page_hint_of
from mrse_assess.intake.table.cross_reference import FoundTable
from mrse_assess.intake.table.ticks import find_ticks
from mrse_assess.intake.text.lines import FileLines, flat
from mrse_assess.intake.text.part_headings import LIST_HEADING, TABLE_HEADING
from mrse_assess.intake.text.words import SIMULATED

_COLUMN_HEADING: Final = re.compile(
    r"\b(?:sub-?\s?categor(?:y|ies)|categories|competenc(?:y|ies)|supports?)\s*$", re.IGNORECASE
)
_LEAST: Final = 3
_LEAST_CODES: Final = 4
_MOSTLY: Final = 0.6


def other_tables(files: Sequence[FileLines], codes: Sequence[str]) -> tuple[FoundTable, ...]:
    """Tables of another build, looked for where no table by sub-category is."""
    found = [
        FoundTable(ticks.file, ticks.pages, ticks.rows, float(len(ticks.rows)), ticks.end)
        for file in files
        for ticks in find_ticks(file, codes)
        if len(ticks.rows) >= _LEAST
    ]
    listed = find_contents(files, codes, (), TABLE_HEADING)
    headed = listed is not None and _claims(listed) and _is_headed(files, listed)
    if not found and not headed:
        listed = find_contents(files, codes, (), _COLUMN_HEADING)
        listed = listed if listed is not None and _claims(listed) and not _is_list(files, listed) else None
    if not found and listed is not None and (headed or listed.entries):
        rows = _rows_of_list(listed, codes)
        end = (listed.pages[-1] if listed.pages else 1, 0.0)
        unread = tuple(_said(entry) for entry in listed.entries if entry.told_codes.strip() and not entry.claimed)
        table = FoundTable(listed.file, listed.pages, rows, float(len(rows)), end, by_item=True, unread=unread)
        table = table._replace(unheaded=not headed)
        found.append(table)
    return tuple(sorted(found, key=lambda table: -table.score))


def _is_headed(files: Sequence[FileLines], listed: ContentsList) -> bool:
    """Whether the nearest heading above the list names the table and no contents list."""
    place = next((entry.place for entry in listed.entries if entry.place is not None), None)
    file = next((each for each in files if each.file == listed.file), None)
    if place is None or file is None:
        return True
    top = place.box[1] if place.box else float("inf")
    above = [line.text for line in file.page(place.page).lines if line.y0 < top]
    named = [text for text in above if TABLE_HEADING.search(text) or LIST_HEADING.search(text)]
    return bool(TABLE_HEADING.search(named[-1])) if named else not file.reading.tables


def _is_list(files: Sequence[FileLines], listed: ContentsList) -> bool:
    """Whether the page calls it a list of contents, which is no cross reference table whatever it claims."""
    file = next(each for each in files if each.file == listed.file)
    return any(LIST_HEADING.search(line.text) for number in listed.pages[:1] for line in file.page(number).lines)


def _claims(listed: ContentsList) -> bool:
    """Whether most of the items are claimed for something, together for several sub-categories."""
    claimed = [entry.claimed for entry in listed.entries if entry.claimed]
    distinct = {code for each in claimed for code in each}
    return len(claimed) >= max(_LEAST, _MOSTLY * len(listed.entries)) and len(distinct) >= _LEAST_CODES


def _rows_of_list(listed: ContentsList, codes: Sequence[str]) -> tuple[RowReading, ...]:
    """A list of items with their sub-categories, turned: a row for each sub-category."""
    rows: list[RowReading] = []
    for code in codes:
        claims = tuple(_claim(listed.file, entry, code) for entry in listed.entries if code in entry.claimed)
        if claims:
            rows.append(RowReading(code, claims, blank=False, above=False, codes=(), unread="", place=claims[0].place))
    return tuple(rows)


def _said(entry: Entry) -> str:
    return f'{entry.label.written} ("{flat(entry.told_codes)}")'


def _claim(file: str, entry: Entry, code: str) -> Claim:
    pages = page_hint_of(flat(entry.told_pages), Known()) if entry.told_pages.strip() else None
    text = f"{entry.label.written}: {flat(entry.told_codes) or ', '.join(entry.claimed)}"
    text += f"; {flat(entry.told_pages)}" if pages else ""
    notes = (SIMULATED,) if says_simulated(_beside(code, entry)) else ()
    place = replace(entry.place, file=file) if entry.place is not None else None
    return Claim(code, Reference(evidence_id=entry.id, page_hint=pages, notes=notes), text, place)


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
