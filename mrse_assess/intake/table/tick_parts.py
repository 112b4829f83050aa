"""One part of a matrix: on one page, or in one table that the file itself holds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

from mrse_assess.intake.cells.cell import Sign
from mrse_assess.intake.cells.references import Reference
from mrse_assess.intake.table.claims import Claim, doubted
from mrse_assess.intake.table.item_parts import names_part
from mrse_assess.intake.table.tick_axes import Axis, Entry, Kind, is_category
from mrse_assess.intake.table.tick_body import Body, Filled, Place, body_of
from mrse_assess.intake.table.tick_marks import (
    Legend,
    Manner,
    Mark,
    last_figures,
    legend_of,
    manner_of,
    read_mark,
    repeats_head,
)
from mrse_assess.intake.table.tick_notes import noted_in
from mrse_assess.intake.table.tick_places import place_said, places_said
from mrse_assess.intake.table.tick_rows import left_edge, rows_below
from mrse_assess.intake.text.codes import read_code
from mrse_assess.intake.text.lines import PageLines, flat
from mrse_assess.intake.text.words import SIMULATED
from mrse_assess.model.places import Locator

_DRAWN: Final = "(drawn)"
_LEAST_CLAIMS: Final = 4
_LEAST_ROWS: Final = 3
_LEAST_COLUMNS: Final = 3
_PURE: Final = 0.85  # share of the filled places that must be understood
_FEW_HEADS: Final = 5  # with fewer heads of items, figures are references unless pages are spoken of
_FAR: Final = 4.0  # usual distances between rows from which what stands below is another thing
_LEAST_FAR: Final = 60.0  # points


class Part(NamedTuple):
    """A matrix read. ``names`` are (sub-categories, items) that it has places for; ``small``: of one category only."""

    page: int
    across: Axis
    down: Axis
    claims: tuple[Claim, ...]
    top: float
    bottom: float

    @property
    def small(self) -> bool:
        """Whether its heads are those of one category, so that only further ones make it a table."""
        return self.across.kind is Kind.CODES and len({name.partition(".")[0] for name in self.across.names}) == 1

    @property
    def codes(self) -> tuple[str, ...]:
        """The sub-categories that it has places for."""
        return self.across.names if self.across.kind is Kind.CODES else self.down.names

    @property
    def items(self) -> tuple[str, ...]:
        """The items that it has places for."""
        return self.across.names if self.across.kind is Kind.ITEMS else self.down.names


def part_of(
    page: PageLines, level: PageLines, across: Axis, codes: Sequence[str], limit: float, before: Part | None = None
) -> Part | None:
    """The matrix below these heads, down to ``limit``; None where there is none.

    ``before`` is the part that it goes on from, with further rows or with further items: then few marks are enough.
    """
    top = max(across.bottom, 0.0)
    legend = legend_of(line.text for line in level.lines)
    found = []
    for every in rows_below(level, across, codes, top - 1):
        down = _near(every, limit)
        if down is None or (before is not None and not _follows(before, across, down)):
            continue
        body = body_of(level, across, down, top, _ended(level, down, limit))
        claims = _claims(page, across, down, body, legend, codes)
        if claims is None and down.kind is not Kind.CATEGORIES and not _is_row(level, across, codes):
            claims = _placed(page, across, down, body, going_on=before is not None)
        if claims is not None and _is_enough(across, down, claims, codes, going_on=before is not None):
            noted = noted_in(page, level, (across, down), body, legend.simulated)
            told = tuple(map(noted.added_to, claims))
            found.append(Part(page.number, across, down, told, max(across.top, 0.0), body.bottom))
    return max(found, key=lambda part: len(part.claims), default=None)


def _is_row(level: PageLines, across: Axis, codes: Sequence[str]) -> bool:
    """Whether a sub-category stands before the heads: they are the items that its row names."""
    left = left_edge(across)
    for line in level.lines:
        if line.y0 < across.bottom and across.top < line.y1:
            code = read_code(" ".join(word.text for word in line.words if word.x0 < left), codes)
            if across.kind is Kind.ITEMS and code is not None and code.code:
                return True
    return False


def _ended(level: PageLines, down: Axis, limit: float) -> float:
    """Where what follows the last row begins another part of the portfolio, or the limit."""
    low = down.entries[-1].y1
    return next((line.y0 - 1 for line in level.lines if line.y0 > low and names_part(line)), limit)


def _near(down: Axis, limit: float) -> Axis | None:
    """The rows above the limit, up to a gap that no table has."""
    entries = [entry for entry in down.entries if entry.y1 <= limit + 1]
    steps = [second.y0 - first.y0 for first, second in pairwise(entries)]
    far = max(_LEAST_FAR, _FAR * median(steps)) if steps else 0.0
    end = next((place + 1 for place, step in enumerate(steps) if step > far), len(entries))
    return down._replace(entries=tuple(entries[:end])) if entries else None


def _follows(before: Part, across: Axis, down: Axis) -> bool:
    if before.across.kind is Kind.ITEMS and not set(across.names) & set(before.across.names):
        return before.down.names == down.names
    return before.down.kind is down.kind and not set(down.names) & set(before.down.names[:-1])


def _is_enough(across: Axis, down: Axis, claims: Sequence[Claim], codes: Sequence[str], *, going_on: bool) -> bool:
    if going_on or (across.kind is Kind.CODES and is_category(across.names, codes)):
        return bool(claims)
    wide = len(across.entries) >= _LEAST_COLUMNS and len(down.entries) >= _LEAST_ROWS
    return wide and len(claims) >= _LEAST_CLAIMS


def _claims(
    page: PageLines, across: Axis, down: Axis, body: Body, legend: Legend, codes: Sequence[str]
) -> list[Claim] | None:
    """What the places claim; None where too many of them hold something that is no mark."""
    if down.kind is Kind.CATEGORIES:
        return _by_figures(page, across, down, body, codes)
    met = {place: _met(place, across, down) for place in body.filled}
    own = {
        place
        for place, (code, item) in met.items()
        if repeats_head(body.filled[place].text, code.name, (item.name, item.written), codes)
    }
    texts = [filled.text for place, filled in body.filled.items() if filled.text and place not in own]
    manner = manner_of(texts, len(across.entries) * len(down.entries), legend)
    marks = {
        place: Mark(claims=True) if place in own else _mark(filled, manner) for place, filled in body.filled.items()
    }
    understood = sum(mark.known for mark in marks.values())
    few = across.kind is Kind.ITEMS and len(across.entries) < _FEW_HEADS
    if understood < _PURE * len(marks) or (manner.figures and few and not legend.pages):
        return None
    found = []
    for place in sorted(marks):
        code, item = met[place]
        filled = body.filled[place]
        reference = _reference(item, marks[place], across, down, filled.text)
        if reference is not None:
            found.append(_claim(page, code.name, f"{item.written}: {flat(filled.text) or _DRAWN}", reference, filled))
    return found


def _placed(page: PageLines, across: Axis, down: Axis, body: Body, *, going_on: bool) -> list[Claim] | None:
    """The claims of a matrix whose places say where in the item it is shown; None where they do not."""
    if not (across.worded and down.worded):
        return None
    met = {place: _met(place, across, down) for place in sorted(body.filled)}
    said = places_said(
        {place: (item.written, body.filled[place].text) for place, (_, item) in met.items()}, going_on=going_on
    )
    if said is None:
        return None
    return [
        _claim(
            page,
            met[place][0].name,
            f"{met[place][1].written}: {flat(body.filled[place].text)}",
            replace(reference, evidence_id=met[place][1].name),
            body.filled[place],
        )
        for place, reference in said.items()
    ]


def _met(place: Place, across: Axis, down: Axis) -> tuple[Entry, Entry]:
    """The sub-category and the item that meet in a place."""
    first, second = across.entries[place.column], down.entries[place.row]
    return (first, second) if across.kind is Kind.CODES else (second, first)


def _mark(filled: Filled, manner: Manner) -> Mark:
    said = read_mark(filled.text, manner) if filled.text else Mark(claims=True)
    if not filled.drawn:
        return said
    return Mark(claims=True, simulated=said.simulated)


def _reference(item: Entry, mark: Mark, across: Axis, down: Axis, text: str) -> Reference | None:
    """What a place claims, by its mark or by what it says beside the marks of the others; None for nothing."""
    worded = (across if across.kind is Kind.ITEMS else down).worded
    if not mark.known and worded:
        said = place_said(item.written, text)
        return said and replace(said, evidence_id=item.name)
    if not mark.claims:
        return None
    notes = (SIMULATED,) if mark.simulated else ()
    return Reference(evidence_id=item.name, page_hint=mark.pages, notes=notes, labelled=worded)


def _claim(page: PageLines, code: str, text: str, reference: Reference, filled: Filled) -> Claim:
    signs = {Sign.DRAWN_MARK} if filled.shaded or filled.picture else set[Sign]()
    place = Locator(file=page.file, page=page.number, box=filled.box)
    return Claim(code, doubted(reference, *signs), text, place)


def _by_figures(page: PageLines, across: Axis, down: Axis, body: Body, codes: Sequence[str]) -> list[Claim] | None:
    """The claims of rows of categories, whose places name sub-categories by their last figures."""
    read: Mapping[Place, tuple[str, ...] | None] = {
        place: last_figures(filled.text, down.entries[place.row].name, codes)
        for place, filled in body.filled.items()
        if filled.text
    }
    if sum(each is not None for each in read.values()) < _PURE * len(read):
        return None
    return list(_figured(page, across, body, read))


def _figured(
    page: PageLines, across: Axis, body: Body, read: Mapping[Place, tuple[str, ...] | None]
) -> Iterator[Claim]:
    for place in sorted(read):
        item, filled = across.entries[place.column], body.filled[place]
        for code in read[place] or ():
            reference = Reference(evidence_id=item.name, labelled=across.worded)
            yield _claim(page, code, f"{item.written}: {flat(filled.text)}", reference, filled)
