"""Which of the candidate grids are the Experience Cross Reference Table, and which of several is in force.

A table may be in parts: one for each category, or one in each column of the page. Parts that go on in the scheme's
order where the last one ended are one table.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from mrse_assess.intake.cells.references import Known
from mrse_assess.intake.grids.candidates import Candidate
from mrse_assess.intake.grids.columns import beside
from mrse_assess.intake.grids.grid import Grid
from mrse_assess.intake.table.claims import RowReading, read_rows
from mrse_assess.intake.table.interpretation import Interpretation, interpret
from mrse_assess.intake.table.judging import Judged, counts_items, judge, order

_HEADED: Final = 5.0
_ENOUGH: Final = 6.0
_LEAST: Final = 7  # codes for which a table without a heading names items, in order
_FEWEST: Final = 3  # codes of a small table
_ORDERED: Final = 0.9
_MOST_ROWED: Final = 0.75  # share of the sub-categories that have a row in a table of which nothing else was read
_BROAD: Final = 9
_KEPT: Final = 0.5  # share of the rows with claims that a second reading must leave
_PAGES_BETWEEN: Final = 1  # pages from one part to the next where the two need not look alike
_LIKE_THE_BEST: Final = 0.5  # share of the best table's score that another one without a heading needs
_SUPERSEDED: Final = re.compile(
    r"\b(?:superseded|obsolete|withdrawn|out of date|previous|(?:earlier|old) version|draft|not in force|replaced)\b",
    re.IGNORECASE,
)
_IN_FORCE: Final = re.compile(
    r"\b(?:final|revised|current (?:version|issue|table)|in force|supersedes|replaces|updated|amended|latest)\b"
    r"|\b(?:version|issue|revision|rev|v)\b[^,;(]{0,12}[,;(]\s*current\b",
    re.IGNORECASE,
)
_VERSION: Final = re.compile(r"\b(?:version|issue|revision|rev|v)\.?\s?(\d{1,2}(?:\.\d{1,2})?)\b", re.IGNORECASE)
_VERSION_WEIGHT: Final = 40.0  # more than any table's rows, so that what is said of a version decides


class FoundTable(NamedTuple):
    """What is taken to be the table, or a copy or version of it. ``end``: page and height where it stops.

    ``parts`` are () for a table by item or of ticks, whose rows need no second reading. ``foreign`` counts codes that
    the scheme does not have. ``said`` are the words above it that say which version it is, "" when none do;
    ``standing`` is above 0 where they say that it is in force, below 0 where it was replaced. ``rivalled``: its words
    could be cut into cells otherwise as well. ``unread``: rows of a table by item whose sub-categories were not read.
    ``unheaded``: no heading names it and it is small, so that it counts only if its items exist.
    ``marks_seen``: it claims by marks on pages that were read from pictures.
    ``in_doubt``: of a table by item, that some of its cells could be read in part only. ``named``: of a table by
    sub-category, that words above or in it name the table. ``by_titles``: its sub-categories are told by their titles.
    ``counts_pages``: of a table by item, that its numbers of pages may be how long each item is.
    """

    file: str
    pages: tuple[int, ...]
    rows: tuple[RowReading, ...]
    score: float
    end: tuple[int, float]
    foreign: int = 0
    by_item: bool = False
    parts: tuple[Interpretation, ...] = ()
    said: str = ""
    standing: float = 0.0
    rivalled: bool = False
    unread: tuple[str, ...] = ()
    unheaded: bool = False
    in_doubt: bool = False
    marks_seen: bool = False
    named: bool = False
    by_titles: bool = False
    counts_pages: bool = False

    def read_again(self, known: Known, codes: Sequence[str]) -> "FoundTable":
        """The same table read with more known about the items; its columns are judged anew."""
        if not self.parts:
            return self
        parts = tuple(_understood(part, codes, known) for part in self.parts)
        return self._replace(parts=parts, rows=tuple(row for part in parts for row in read_rows(part, known)))


def _understood(part: Interpretation, codes: Sequence[str], known: Known) -> Interpretation:
    """The part with its columns judged anew, unless that would lose most of what it claims."""
    again = interpret(part.grid, codes, known)
    if again is None or again.roles == part.roles:
        return again or part
    before, after = (sum(bool(row.claims) for row in read_rows(each, known)) for each in (part, again))
    return again if after >= _KEPT * before else part


def find_tables(candidates: Sequence[Candidate], codes: Sequence[str], known: Known) -> tuple[FoundTable, ...]:
    """The grids that are the table, best first; () when none is."""
    judged = [found for candidate in candidates if (found := judge(candidate, codes, known)) is not None]
    judged = [each for each in judged if each.offered]
    unread = next((each for each in judged if _is_unread(each, codes)), None)
    lists = [each for each in judged if counts_items(each.table)]
    judged = judged if len(lists) == len(judged) else [each for each in judged if each not in lists]
    chains = sorted(_chains(judged, codes), key=_rank)
    kept: list[tuple[Judged, ...]] = []
    for chain in chains:
        if _is_table(chain, codes) and not any(_overlap(chain, other) for other in kept) and _like(chain, kept):
            kept.append(chain)
    if not kept:
        small = next((chain for chain in chains if _may_be_table(chain, codes)), None)
        return (_found(small)._replace(unheaded=True),) if small is not None else _unread_table(unread)
    return tuple(_found(chain) for chain in kept)


def _rank(chain: Sequence[Judged]) -> tuple[float, bool, bool]:
    """The order of readings: by score; then those in which nothing speaks for other cells, and of whole pages."""
    return -round(_score(chain), 3), not all(each.clean for each in chain), chain[0].half


def _may_be_table(chain: Sequence[Judged], codes: Sequence[str]) -> bool:
    """Whether a table without a heading may be a small one: codes in order, and nearly all cells name items."""
    rows = [row for each in chain for row in each.rows]
    claims = [claim for row in rows for claim in row.claims]
    claimed = {row.code for row in rows if row.claims}
    labelled = sum(claim.reference.labelled for claim in claims)
    foreign = sum(each.table.foreign for each in chain) + sum(bool(row.unread) for row in rows)
    in_order = order(rows, codes) == 1.0 and len({row.code for row in rows}) == len(rows)
    return len(claimed) >= _FEWEST and in_order and not foreign and labelled >= _ORDERED * len(claims)


def _is_unread(judged: Judged, codes: Sequence[str]) -> bool:
    """Whether a table under its heading has nearly all codes, in order, and its items were lost in recognition."""
    rowed = len({row.code for row in judged.rows})
    seen = bool(judged.table.grid.recognised) and judged.headed
    return seen and rowed >= _MOST_ROWED * len(codes) and order(judged.rows, codes) == 1.0


def _unread_table(judged: Judged | None) -> tuple[FoundTable, ...]:
    return () if judged is None else (_found((judged,)),)


def choose(standard: Sequence[FoundTable], others: Sequence[FoundTable]) -> tuple[FoundTable, ...]:
    """The tables of the build that claims for more sub-categories; one with a heading, or in force, before others."""
    if standard and others and standard[0].unheaded != others[0].unheaded:
        return tuple(others) if standard[0].unheaded else tuple(standard)
    if is_replaced(standard) and not is_replaced(sorted(others, key=lambda each: -each.standing)):
        return tuple(others)
    return tuple(others) if _breadth(others) > _breadth(standard) else tuple(standard)


def replaces(second: FoundTable, first: FoundTable) -> bool:
    """Whether a table of another build, at another place, is a later version than this, as the words above them say."""
    apart = second.file != first.file or not set(second.pages) & set(first.pages)
    return apart and bool(second.said or first.said) and second.standing > first.standing


def is_broad(tables: Sequence[FoundTable]) -> bool:
    """Whether the best table claims for so many sub-categories that no other build need be looked for."""
    return _breadth(tables) >= _BROAD


def is_replaced(tables: Sequence[FoundTable]) -> bool:
    """Whether the best table is one that, by the words above it, is not in force: another must be looked for."""
    return bool(tables) and tables[0].standing < 0


def _breadth(tables: Sequence[FoundTable]) -> int:
    return len({row.code for row in tables[0].rows if row.claims}) if tables else 0


def _chains(judged: Sequence[Judged], codes: Sequence[str]) -> Iterator[tuple[Judged, ...]]:
    """Every reading by itself, and each with those that go on where it ends."""
    placed = sorted(judged, key=lambda each: (each.table.grid.file, *_start(each)))
    for index, first in enumerate(placed):
        yield (first,)
        chain = [first]
        for other in placed[index + 1 :]:
            if _goes_on(chain, other, codes):
                chain.append(other)
        if len(chain) > 1:
            yield tuple(chain)


def _start(judged: Judged) -> tuple[int, float, float]:
    boxes = [(cell.page, cell.box) for row in judged.table.grid.rows for cell in row.cells if cell.page and cell.box]
    page = min((number for number, _ in boxes), default=judged.table.grid.pages[0] if judged.table.grid.pages else 1)
    here = [box for number, box in boxes if number == page]
    return page, min((box[0] for box in here), default=0.0) // 200, min((box[1] for box in here), default=0.0)


def _goes_on(chain: Sequence[Judged], other: Judged, codes: Sequence[str]) -> bool:
    """Whether a reading is the next part: later codes only, another place, near or under the same heads."""
    last = chain[-1]
    here, there = last.table.grid, other.table.grid
    if there.file != here.file or other.score <= 0:
        return False
    abreast = last.half and other.half and here.pages[-1:] == there.pages[:1]
    after = other.places(codes)[0] > last.places(codes)[1]
    if not (after or (abreast and beside(_places(other, codes), [_places(each, codes) for each in chain]))):
        return False
    if _overlap(chain, (other,)):
        return False
    alike = last.table.headers == other.table.headers and any(last.table.headers)
    if not any(each.headed for each in chain):
        return alike or abreast
    if here.native or not here.pages or not there.pages:
        return alike or other.headed or bool(other.claimed)
    return alike or other.headed or there.pages[0] - here.pages[-1] <= _PAGES_BETWEEN


def _places(judged: Judged, codes: Sequence[str]) -> list[int]:
    return [codes.index(row.code) for row in judged.rows]


def _score(chain: Sequence[Judged]) -> float:
    return sum(each.score for each in chain) + (_HEADED if any(each.headed for each in chain) else 0.0)


def _is_table(chain: Sequence[Judged], codes: Sequence[str]) -> bool:
    headed = any(each.headed for each in chain)
    claimed = frozenset[str]().union(*(each.claimed for each in chain))
    sure = frozenset[str]().union(*(each.sure for each in chain))
    rows = [row for each in chain for row in each.rows]
    enough = bool(claimed) if headed else len(sure) >= _LEAST and order(rows, codes) >= _ORDERED
    return enough and _score(chain) >= _ENOUGH


def _like(chain: Sequence[Judged], kept: Sequence[Sequence[Judged]]) -> bool:
    """Whether a further table is one indeed: another version has a heading or claims about as much as the best."""
    return not kept or any(each.headed for each in chain) or _score(chain) >= _LIKE_THE_BEST * _score(kept[0])


def _overlap(first: Sequence[Judged], second: Sequence[Judged]) -> bool:
    """Whether two readings are of the same place: they share a part of a page."""
    return any(_meet(one.table.grid, other.table.grid) for one in first for other in second)


def _meet(first: Grid, second: Grid) -> bool:
    if first.file != second.file:
        return False
    here, there = _boxes(first), _boxes(second)
    return any(
        here[page][1] < there[page][3]
        and there[page][1] < here[page][3]
        and here[page][0] < there[page][2]
        and there[page][0] < here[page][2]
        for page in here.keys() & there.keys()
    )


def _boxes(grid: Grid) -> dict[int, tuple[float, float, float, float]]:
    """The box that the grid's cells take up on each page."""
    found: dict[int, tuple[float, float, float, float]] = {}
    for row in grid.rows:
        for cell in row.cells:
            if cell.page is not None and cell.box is not None:
                low = found.get(cell.page, cell.box)
                found[cell.page] = (
                    min(low[0], cell.box[0]),
                    min(low[1], cell.box[1]),
                    max(low[2], cell.box[2]),
                    max(low[3], cell.box[3]),
                )
    return found


def _found(chain: Sequence[Judged]) -> FoundTable:
    last = chain[-1]
    standing, said = standing_of(chain[0].candidate.heading)
    return FoundTable(
        last.table.grid.file,
        tuple(sorted({page for each in chain for page in _pages(each)})),
        tuple(row for each in chain for row in each.rows),
        _score(chain) + standing,
        (last.candidate.end_page, last.candidate.end_y),
        sum(each.table.foreign for each in chain),
        parts=tuple(each.table for each in chain),
        said=said,
        standing=standing,
        rivalled=any(each.rivalled for each in chain),
        named=any(each.headed for each in chain),
    )


def _pages(judged: Judged) -> tuple[int, ...]:
    grid = judged.table.grid
    return tuple(sorted({row.page for row in grid.rows if row.page is not None})) or grid.pages


def standing_of(heading: str) -> tuple[float, str]:
    """What the words above a table say about its version: a weight, and the words."""
    for line in heading.splitlines():
        old, new, version = _SUPERSEDED.search(line), _IN_FORCE.search(line), _VERSION.search(line)
        if old or new or version:
            weight = _VERSION_WEIGHT * (bool(new) - bool(old)) + (float(version.group(1)) if version else 0.0)
            return weight, line.strip()
    return 0.0, ""
