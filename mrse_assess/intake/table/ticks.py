"""Matrices of ticks: sub-categories one way, items the other, and a mark where they meet claims.

Found by their axes: heads across, level or upright, and rows down. A matrix may go on over pages, with its heads
repeated or not, may be cut in parts for more items than fit across, or stand in a small table for each category.
"""

from collections.abc import Container, Iterator, Sequence
from typing import Final, NamedTuple

from mrse_assess.intake.table.claims import Claim, RowReading
from mrse_assess.intake.table.cross_reference import FoundTable, replaces, standing_of
from mrse_assess.intake.table.tick_axes import Axis, few_heads, without_upright
from mrse_assess.intake.table.tick_native import native_claims
from mrse_assess.intake.table.tick_parts import Part, part_of
from mrse_assess.intake.table.tick_said_heads import every_row
from mrse_assess.intake.text.lines import FileLines, PageLines
from mrse_assess.intake.text.part_headings import TABLE_HEADING
from mrse_assess.terms import TextSource

_LEAST_SMALL: Final = 3  # small tables of one category each that make a table
_LEAST: Final = 3  # sub-categories of a matrix
_BROAD: Final = 9  # sub-categories from which it needs no heading
_ABOVE: Final = 8  # lines above a matrix that may be its heading


class TickTable(NamedTuple):
    """Where a matrix stands and what it claims, a row for each sub-category with a mark. ``headed``: it is named."""

    file: str
    pages: tuple[int, ...]
    rows: tuple[RowReading, ...]
    end: tuple[int, float]
    headed: bool = True
    heading: str = ""


def tick_tables(files: Sequence[FileLines], codes: Sequence[str]) -> tuple[FoundTable, ...]:
    """Every matrix of the files as a table, the one that claims for most sub-categories first."""
    found = [_table(file, each) for file in files for each in find_ticks(file, codes) if _breadth(each.rows) >= _LEAST]
    return tuple(sorted(found, key=lambda table: (table.unheaded, -table.score)))


def _table(file: FileLines, ticks: TickTable) -> FoundTable:
    standing, said = standing_of(ticks.heading)
    return FoundTable(
        ticks.file,
        ticks.pages,
        ticks.rows,
        float(_breadth(ticks.rows)) + standing,
        ticks.end,
        said=said,
        standing=standing,
        unheaded=not ticks.headed,
        marks_seen=any(
            page.number in ticks.pages and page.page.text_source is not TextSource.WRITTEN
            for page in (() if file.reading.tables else file.pages)
        ),
    )


def prefer_ticks(standard: Sequence[FoundTable], ticked: Sequence[FoundTable]) -> tuple[FoundTable, ...]:
    """The matrices, where the other tables are readings of the same pages, or claim for less, or have no heading."""
    if not ticked or not standard:
        return tuple(ticked or standard)
    first, matrix = standard[0], ticked[0]
    if first.file == matrix.file and set(first.pages) & set(matrix.pages):
        return tuple(ticked)
    if first.unheaded != matrix.unheaded:
        return tuple(ticked) if first.unheaded else tuple(standard)
    if replaces(matrix, first):
        return (*ticked, *standard)
    if replaces(first, matrix):
        return (*standard, *ticked)
    broader = _breadth(matrix.rows) > len({row.code for row in first.rows if row.claims})
    return tuple(ticked) if broader else tuple(standard)


def find_ticks(file: FileLines, codes: Sequence[str]) -> Iterator[TickTable]:
    """Every matrix of the file; one goes on over pages as long as its rows or its further parts do."""
    if file.reading.tables:
        lines = [line.text for page in file.pages for line in page.lines]
        for table in file.reading.tables:
            claims = native_claims(file.file, table, codes, lines)
            if claims:
                yield _native(file.file, claims, table.pages, codes)
        return
    for chain in _chains(file, codes):
        pages = tuple(sorted({part.page for part in chain}))
        there = {code for part in chain for code in part.codes}
        rows = _by_code([claim for part in chain for claim in part.claims], codes, there)
        above = _above(file, chain[0])
        headed = _breadth(rows) >= _BROAD or any(TABLE_HEADING.search(text) for text in above)
        end = (chain[-1].page, chain[-1].bottom)
        yield TickTable(file.file, pages, rows, end, headed, "\n".join(above[-_ABOVE:]))


def _native(file: str, claims: Sequence[Claim], pages: tuple[int, ...], codes: Sequence[str]) -> TickTable:
    places = [(each.place.page, each.place.box[3]) for each in claims if each.place and each.place.box]
    seen = tuple(sorted({each.place.page for each in claims if each.place})) or pages
    end = max(places, default=(seen[-1] if seen else 1, 0.0))
    return TickTable(file, seen, _by_code(claims, codes), end)


def _chains(file: FileLines, codes: Sequence[str]) -> Iterator[list[Part]]:
    """Parts that are one matrix: near each other, each with places that those before have not."""
    chain: list[Part] = []
    for page in file.pages:
        for part in _parts(page, codes, chain[-1] if chain and chain[-1].page == page.number - 1 else None):
            if chain and not (_near(chain, part) and _adds(chain, part)):
                yield from _whole(chain)
                chain = []
            chain.append(part)
    yield from _whole(chain)


def _whole(chain: list[Part]) -> Iterator[list[Part]]:
    if chain and (not all(part.small for part in chain) or len(chain) >= _LEAST_SMALL):
        yield chain


def _near(chain: Sequence[Part], part: Part) -> bool:
    return part.page - chain[-1].page <= 1 and part.small == chain[-1].small


def _adds(chain: Sequence[Part], part: Part) -> bool:
    """Whether no earlier part has the places of this one; the last row may have been cut by the page's end."""
    for other in chain:
        items, codes = set(other.items), set(other.codes)
        if other is chain[-1] and other.page != part.page:
            cut = {other.down.names[-1]}
            items, codes = items - cut, codes - cut
        if items & set(part.items) and codes & set(part.codes):
            return False
    return True


def _parts(page: PageLines, codes: Sequence[str], before: Part | None) -> list[Part]:
    """The matrices of a page from its top; one without heads only where the page before ends in one."""
    level = without_upright(page)
    axes = every_row(page, level, codes)
    every: list[Part] = []
    for across in reversed(axes):
        limit = min((part.top for part in every if _is_below(part, across)), default=page.page.height)
        part = part_of(page, level, across, codes, limit)
        if part is None and before is not None and across.names == before.across.names:
            part = part_of(page, level, across, codes, limit, before)
        every.extend([part] if part is not None else [])
    found = _apart(every)
    if not found and before is not None:
        part = part_of(page, level, _shifted(before.across), codes, page.page.height, before)
        found = [part] if part is not None else []
    return [*found, *_rest(page, level, axes, found[-1] if found else before, codes)]


def _is_below(part: Part, across: Axis) -> bool:
    """Whether a part further down the page ends the matrix of these heads.

    One number alone, below the heads of all sub-categories, is in a row of their matrix: how many marks that has.
    """
    alone = len(part.across.entries) == 1 and len(across.entries) >= _BROAD
    return part.across.worded and part.top > across.bottom and not alone


def _rest(
    page: PageLines, level: PageLines, axes: Sequence[Axis], last: Part | None, codes: Sequence[str]
) -> Iterator[Part]:
    """The parts below the last one for further items, which may be one or two left over, or bear few marks."""
    while last is not None:
        top = last.bottom if last.page == page.number else 0.0
        below = [*(axis for axis in axes if axis.top >= top), *few_heads(level, last.across, top)]
        parts = (part_of(page, level, axis, codes, page.page.height, last) for axis in below)
        last = next((part for part in parts if part is not None and set(part.items).isdisjoint(last.items)), None)
        if last is not None:
            yield last


def _apart(parts: Sequence[Part]) -> list[Part]:
    """Parts that do not overlap, from the top; of those that do the one that claims most."""
    kept: list[Part] = []
    for part in sorted(parts, key=lambda each: (-len(each.claims), not each.across.worded)):
        if not any(part.top < other.bottom - 1 and other.top < part.bottom - 1 for other in kept):
            kept.append(part)
    return sorted(kept, key=lambda each: each.top)


def _shifted(across: Axis) -> Axis:
    """The heads of the page before, above the top of this one."""
    return across._replace(entries=tuple(entry._replace(y0=-1.0, y1=0.0) for entry in across.entries))


def _above(file: FileLines, part: Part) -> list[str]:
    """The lines above a matrix, on its page and at the end of the one before."""
    above = [line.text for line in file.page(part.page).lines if line.y0 < part.top + 1]
    if len(above) < _ABOVE and part.page > 1:
        above = [*(line.text for line in file.page(part.page - 1).lines[-_ABOVE:]), *above]
    return above


def _breadth(rows: Sequence[RowReading]) -> int:
    return sum(bool(row.claims) for row in rows)


def _by_code(claims: Sequence[Claim], codes: Sequence[str], there: Container[str] = ()) -> tuple[RowReading, ...]:
    """A row for each sub-category that has a mark or, being ``there``, has none."""
    rows = []
    for code in codes:
        here = tuple({claim.reference.evidence_id: claim for claim in claims if claim.sub_category == code}.values())
        if here or code in there:
            place = here[0].place if here else None
            rows.append(RowReading(code, here, blank=not here, above=False, codes=(), unread="", place=place))
    return tuple(rows)
