"""Where the cross reference table is: one way of looking after another, each for tables that those before cannot see.

The usual table has codes under each other. Where too little is found so, it may lie on its side, claim by marks, have
a row for each item, tell sub-categories by their titles, or be typed below other tables of the file.
"""

from collections.abc import Sequence
from dataclasses import replace

from mrse_assess.intake.cells.references import Known
from mrse_assess.intake.front.contents_list import find_contents
from mrse_assess.intake.grids.candidates import find_candidates
from mrse_assess.intake.items.evidence import FoundItems, find_items
from mrse_assess.intake.table.across import with_turned
from mrse_assess.intake.table.by_item import item_tables, prefer_items
from mrse_assess.intake.table.cross_reference import FoundTable, choose, find_tables, is_broad, is_replaced
from mrse_assess.intake.table.ticks import prefer_ticks, tick_tables
from mrse_assess.intake.table.witnesses import is_named, vouched
from mrse_assess.intake.text.leaders import without_leaders
from mrse_assess.intake.text.lines import FileLines
from mrse_assess.intake.text.piped import piped_files
from mrse_assess.intake.text.said_units import with_codes
from mrse_assess.model.scheme import Scheme


def tables_of(paged: Sequence[FileLines], scheme: Scheme) -> tuple[FoundTable, ...]:
    """What may be the table, the one that is most likely first."""
    codes = scheme.codes
    tables = _as_they_stand(paged, codes)
    if not is_broad(tables) and (told := with_codes(paged, scheme.sub_categories)):
        by_titles = tuple(table._replace(by_titles=True) for table in _as_they_stand(told, codes))
        tables = by_titles if is_broad(by_titles) else tables
    if not tables and any(file.reading.tables for file in paged):
        tables = _as_they_stand([_typed(file) for file in paged if file.reading.tables], codes)
    return tables


def ids_of(items: FoundItems) -> frozenset[str]:
    """Ids as cells may name them: without the folder of items whose label is used twice."""
    return frozenset(each for item in items.items for each in (item.id, item.id.rpartition("/")[2]))


def _typed(file: FileLines) -> FileLines:
    """The file as its pages show it: beside tables of its own it may have one that is only typed."""
    return file._replace(reading=replace(file.reading, tables=()))


def _as_they_stand(paged: Sequence[FileLines], codes: Sequence[str]) -> tuple[FoundTable, ...]:
    """The tables of the files, by sub-category, on their side, of ticks or by item."""
    known = Known(codes=frozenset(codes))
    piped = piped_files(paged)
    drawn = [file for file, before in zip(piped, paged, strict=True) if file.pages != before.pages]
    candidates = (*find_candidates(paged, codes), *find_candidates(drawn, codes))
    tables = find_tables(candidates, codes, known)
    if is_replaced(tables) or not (is_broad(tables) and all(map(is_named, tables))):
        alone = _items_alone(paged, codes)
        if not is_broad(tables):
            titles = {item.id: item.title for item in alone.items}
            again = replace(known, ids=ids_of(alone) - known.codes, titles=titles)
            tables = choose(tables, find_tables(candidates, codes, again))
        tables = vouched(tables, alone.items)
        tables = with_turned(tables, candidates, piped, codes, known)
    typed = without_leaders(piped)
    tables = prefer_ticks(tables, tick_tables(typed, codes))
    return prefer_items(tables, item_tables(typed, codes, tables), codes)


def _items_alone(files: Sequence[FileLines], codes: Sequence[str]) -> FoundItems:
    """What is known of the items before the table is: it may name them by letters alone, which say nothing else."""
    return find_items(files, {}, find_contents(files, codes, ()), ())
