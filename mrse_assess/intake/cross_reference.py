"""Which of the candidate grids is the Experience Cross Reference Table.

Judged by what it does, not by its name: it names the scheme's codes in order, one a row, with items or "nothing" beside
them. The guidance's own table names the codes and no items; a contents list has a row for each item; evidence full of
numbered clauses has codes that the scheme does not know.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from mrse_assess.intake.candidates import LIST_HEADING, TABLE_HEADING, Candidate
from mrse_assess.intake.claims import Claim, RowReading, read_rows
from mrse_assess.intake.contents_list import ContentsList, Entry, find_contents
from mrse_assess.intake.grid import Grid
from mrse_assess.intake.interpretation import Interpretation, interpret, lists_codes
from mrse_assess.intake.lines import FileLines
from mrse_assess.intake.references import Known, Reference
from mrse_assess.intake.ticks import find_ticks
from mrse_assess.model.places import Locator

_HEADED: Final = 5.0
_LISTED: Final = -5.0  # under the heading of a contents list
_ENOUGH: Final = 6.0
_LEAST_WITH_HEADING: Final = 1
_LEAST: Final = 3
_BY_ITEM: Final = 0.9
_BROAD: Final = 9


class FoundTable(NamedTuple):
    """What is taken to be the table, or a copy or version of it. ``end``: page and height where it stops.

    ``table`` is None for a table by item or of ticks, whose rows need no second reading. ``foreign`` counts codes that
    the scheme does not have.
    """

    file: str
    pages: tuple[int, ...]
    rows: tuple[RowReading, ...]
    score: float
    end: tuple[int, float]
    foreign: int = 0
    by_item: bool = False
    table: Interpretation | None = None

    def read_again(self, known: Known, codes: Sequence[str]) -> "FoundTable":
        """The same table read with more known about the items; its columns are judged anew."""
        if self.table is None:
            return self
        table = interpret(self.table.grid, codes, known) or self.table
        return self._replace(table=table, rows=read_rows(table, known))


def find_tables(candidates: Sequence[Candidate], codes: Sequence[str], known: Known) -> tuple[FoundTable, ...]:
    """The grids that are the table, best first; () when none is."""
    judged = [table for candidate in candidates if (table := _judge(candidate, codes, known)) is not None]
    found: list[FoundTable] = []
    lists = [table for table in judged if table.table is not None and _counts_items(table.table)]
    judged = judged if len(lists) == len(judged) else [table for table in judged if table not in lists]
    for table in sorted(judged, key=lambda table: -table.score):
        if not any(_overlap(table, other) for other in found):
            found.append(table)
    return tuple(found)


def _overlap(first: FoundTable, second: FoundTable) -> bool:
    """Whether two readings are of the same place: they share a page, and heights on it."""
    if first.file != second.file or first.table is None or second.table is None:
        return False
    here, there = _heights(first.table.grid), _heights(second.table.grid)
    return any(here[page][0] < there[page][1] and there[page][0] < here[page][1] for page in here.keys() & there.keys())


def _heights(grid: Grid) -> dict[int, tuple[float, float]]:
    found: dict[int, tuple[float, float]] = {}
    for row in grid.rows:
        for cell in row.cells:
            if cell.page is not None and cell.box is not None:
                low, high = found.get(cell.page, (cell.box[1], cell.box[3]))
                found[cell.page] = (min(low, cell.box[1]), max(high, cell.box[3]))
    return found


def choose(standard: Sequence[FoundTable], others: Sequence[FoundTable]) -> tuple[FoundTable, ...]:
    """The tables of the build that claims for more sub-categories."""
    return tuple(others) if _breadth(others) > _breadth(standard) else tuple(standard)


def is_broad(tables: Sequence[FoundTable]) -> bool:
    """Whether the best table claims for so many sub-categories that no other build need be looked for."""
    return _breadth(tables) >= _BROAD


def _breadth(tables: Sequence[FoundTable]) -> int:
    return len({row.code for row in tables[0].rows if row.claims}) if tables else 0


def _judge(candidate: Candidate, codes: Sequence[str], known: Known) -> FoundTable | None:
    table = interpret(candidate.grid, codes, known)
    if table is None or not table.rows or lists_codes(table, codes):
        return None
    listed = LIST_HEADING.search(candidate.heading) and not TABLE_HEADING.search(candidate.heading)
    if _counts_items(table) and listed:
        return None
    rows = read_rows(table, known)
    claimed = {row.code for row in rows if row.claims}
    offered = claimed | {row.code for row in rows if row.blank}
    own_text = " ".join(cell.text for row in candidate.grid.rows[:2] for cell in row.cells) + " ".join(table.headers)
    headed = bool(TABLE_HEADING.search(candidate.heading) or TABLE_HEADING.search(own_text))
    score = _score(candidate, table, rows, codes)
    score += _HEADED if headed else 0.0
    enough = len(claimed) >= (_LEAST_WITH_HEADING if headed else _LEAST) and len(offered) >= (1 if headed else _LEAST)
    if not enough or score < _ENOUGH:
        return None
    pages = tuple(sorted({row.page for row in table.grid.rows if row.page is not None})) or table.grid.pages
    end = (candidate.end_page, candidate.end_y)
    return FoundTable(table.grid.file, pages, rows, score, end, table.foreign, table=table)


def _score(candidate: Candidate, table: Interpretation, rows: Sequence[RowReading], codes: Sequence[str]) -> float:
    claimed = {row.code for row in rows if row.claims}
    blank = {row.code for row in rows if row.blank} - claimed
    score = 1.5 * len(claimed) + 0.8 * len(blank) - 1.5 * table.foreign
    score -= 0.7 * sum(bool(row.unread) for row in rows)
    listed = LIST_HEADING.search(candidate.heading) and not TABLE_HEADING.search(candidate.heading)
    score += _LISTED if listed else 0.0
    score += 4.0 * (_order(rows, codes) - 1.0)
    return score


def _order(rows: Sequence[RowReading], codes: Sequence[str]) -> float:
    """The share of neighbouring rows whose codes do not go back, 0 to 1."""
    places = [codes.index(row.code) for row in rows]
    pairs = list(pairwise(places))
    return sum(first <= second for first, second in pairs) / len(pairs) if pairs else 1.0


def _counts_items(table: Interpretation) -> bool:
    """Whether the items stand before the codes and count up, each once: a list of items, not of sub-categories."""
    if not table.roles.references or min(table.roles.references) > table.roles.code:
        return False
    places = table.roles.references
    ids = [
        row.cells[place].text.strip() for row in table.grid.rows for place in places if row.cells[place].text.strip()
    ]
    ids = [text for text in ids if text not in set(table.headers)]  # a header repeated on each page
    return len(ids) == len(set(ids)) and len(ids) >= _LEAST


def other_tables(files: Sequence[FileLines], codes: Sequence[str]) -> tuple[FoundTable, ...]:
    """Tables of another build, looked for where no table by sub-category is: of ticks, or with a row for each item."""
    found = [
        FoundTable(ticks.file, ticks.pages, ticks.rows, float(len(ticks.rows)), ticks.end)
        for file in files
        for ticks in find_ticks(file, codes)
        if len(ticks.rows) >= _LEAST
    ]
    listed = find_contents(files, codes, (), TABLE_HEADING)
    if not found and listed is not None and sum(bool(entry.claimed) for entry in listed.entries) >= _LEAST:
        rows = _rows_of_list(listed, codes)
        end = (listed.pages[-1] if listed.pages else 1, 0.0)
        found.append(FoundTable(listed.file, listed.pages, rows, float(len(rows)), end, by_item=True))
    return tuple(sorted(found, key=lambda table: -table.score))


def _rows_of_list(listed: ContentsList, codes: Sequence[str]) -> tuple[RowReading, ...]:
    """A list of items with their sub-categories, turned: a row for each sub-category."""
    rows: list[RowReading] = []
    for code in codes:
        claims = tuple(
            Claim(
                code,
                Reference(evidence_id=entry.id, confidence=_BY_ITEM),
                f"{entry.label.written}: {', '.join(entry.claimed)}",
                _placed(listed.file, entry),
            )
            for entry in listed.entries
            if code in entry.claimed
        )
        if claims:
            rows.append(RowReading(code, claims, blank=False, above=False, codes=(), unread="", place=claims[0].place))
    return tuple(rows)


def _entry_claim(file: str, entry: Entry, code: str) -> Claim:
    text = f"{entry.label.written}: {', '.join(entry.claimed)}"
    return Claim(code, Reference(evidence_id=entry.id, confidence=_BY_ITEM), text, _placed(file, entry))


def _placed(file: str, entry: Entry) -> Locator | None:
    return replace(entry.place, file=file) if entry.place is not None else None
