"""Columns of codes on pages, and the runs of pages over which a column goes on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from mrse_assess.intake.grids.anchors import Anchor, anchors_of, columns, distinct
from mrse_assess.intake.grids.strays import without_strays
from mrse_assess.intake.text.lines import FileLines, Line, PageLines, lines_of, segments
from mrse_assess.intake.text.part_headings import CLOSING, TABLE_HEADING, names_list
from mrse_assess.intake.text.running import body_lines, running_keys

_SEED: Final = 3  # codes under each other on a page that make it worth a look
_COLUMNS_A_PAGE: Final = 3  # that may begin a run
_LOOKED_AT: Final = 6  # columns a page
_ALIGNED: Final = 14.0  # points that the code column may wander from page to page
_MOST_RUNS: Final = 40
_LONGEST_HEADING: Final = 13  # words
_HALF_CODES: Final = 2  # codes in each half of a page in two columns
_BETWEEN: Final = 3  # codes of a column that holds those between the codes of another one
_HALF_WIDTH: Final = 0.2  # share of the page's width between the codes of the halves
_NEAR_MIDDLE: Final = 0.03  # of the page's width
_BEFORE_CODE: Final = 6.0  # points


class Column(NamedTuple):
    """Codes under each other on a page. ``half``: the page is only a part of one, cut between two columns of codes."""

    page: PageLines
    body: tuple[Line, ...]
    anchors: tuple[Anchor, ...]
    half: bool = False

    @property
    def x0(self) -> float:
        """The left edge in points."""
        return min(anchor.x0 for anchor in self.anchors)

    def places(self, codes: Sequence[str]) -> list[int]:
        """The codes as places in the scheme's order."""
        return [codes.index(anchor.code) for anchor in self.anchors if anchor.code]


Run = tuple[Column, ...]


def distinct_in(run: Sequence[Column]) -> int:
    """How many codes of the scheme a run holds."""
    return len({anchor.code for column in run for anchor in column.anchors if anchor.code})


def is_headed(run: Sequence[Column]) -> bool:
    """Whether a line on the run's first page names the table."""
    return any(len(line.words) <= _LONGEST_HEADING and TABLE_HEADING.search(line.text) for line in run[0].page.lines)


def bodies_of(file: FileLines) -> dict[int, tuple[Line, ...]]:
    """The lines of each page without its running head and foot."""
    keys = running_keys(file)
    return {page.number: body_lines(page, keys) for page in file.pages}


def runs(file: FileLines, bodies: Mapping[int, tuple[Line, ...]], codes: Sequence[str]) -> list[Run]:
    """Columns of codes that may be the table, each with its continuation on the pages that follow."""
    per_page = [tuple(_page_columns(page, bodies[page.number], codes)) for page in file.pages]
    used: set[tuple[int, int]] = set()
    found: list[Run] = []
    for index, here in enumerate(per_page):
        found.extend((half,) for half in _halves(here, codes))
        for place, column in enumerate(here[:_COLUMNS_A_PAGE]):
            if (index, place) in used or not _is_seed(column, best=place == 0):
                continue
            run = [column]
            for later, next_found in enumerate(per_page[index + 1 :], start=index + 1):
                following = _following(run[-1], next_found, codes)
                if following is None:
                    break
                used.add((later, following))
                run.append(next_found[following])
            earlier = _following_back(run[0], per_page[index - 1], codes) if index else None
            if earlier is not None and (index - 1, earlier) not in used:
                run.insert(0, per_page[index - 1][earlier])
            found.append(tuple(run))
            if len(found) >= _MOST_RUNS:
                return found
    return found


def _is_seed(column: Column, *, best: bool = True) -> bool:
    headed = best and is_headed((column,))
    return distinct(column.anchors) >= (1 if headed else _SEED)


def _page_columns(page: PageLines, body: tuple[Line, ...], codes: Sequence[str]) -> Iterator[Column]:
    """The best few columns of codes on a page; one that a heading cuts in two counts as two."""
    taken: set[Anchor] = set()
    given = 0
    cuts: list[Line] | None = None
    for column in columns(anchors_of(page._replace(lines=body), codes)):
        fresh = [anchor for anchor in column if anchor not in taken]
        if given >= _LOOKED_AT or len(fresh) < 0.5 * len(column) or not distinct(column):
            continue
        taken.update(column)
        given += 1
        cuts = _headings_in(body) if cuts is None else cuts
        across = [line.y0 for line in cuts if not _in_the_other_half(line, column, page.page.width)]
        for part in _cut(without_strays(column), across):
            if distinct(part):
                yield Column(page, body, part)


def _headings_in(body: Sequence[Line]) -> list[Line]:
    """The lines that name a table, a list or what closes one; of a line the part that does."""
    return [
        next((part for part in _parts(line) if _is_heading(part.text)), line)
        for line in body
        if len(line.words) <= _LONGEST_HEADING and _is_heading(line.text)
    ]


def _parts(line: Line) -> list[Line]:
    return [Line(words, line.y0, line.y1) for words in segments(line)]


def _is_heading(text: str) -> bool:
    return names_list(text) or any(each.search(text) for each in (TABLE_HEADING, CLOSING))


def _in_the_other_half(heading: Line, column: Sequence[Anchor], width: float) -> bool:
    """Whether a heading stands wholly beside the codes, on the other half of a page in two columns."""
    left, right = min(anchor.x0 for anchor in column), max(anchor.x1 for anchor in column)
    middle, near = width / 2, _NEAR_MIDDLE * width
    beyond = heading.x0 > middle - near and right < middle - near
    return beyond or (heading.x1 < middle + near and left > middle - near)


def _cut(column: Sequence[Anchor], cuts: Sequence[float]) -> Iterator[tuple[Anchor, ...]]:
    """The column's parts between these heights."""
    part: list[Anchor] = []
    for anchor in column:
        if part and any(part[-1].y1 <= cut < anchor.y0 for cut in cuts):
            yield tuple(part)
            part = []
        part.append(anchor)
    if part:
        yield tuple(part)


def _halves(found: Sequence[Column], codes: Sequence[str]) -> list[Column]:
    """Columns of codes side by side of which none repeats another's codes, each with its part of the page.

    Each goes on where the last one ended, or all count through the scheme in turns, as odd and even rows do.
    """
    ordered = sorted(found, key=lambda column: column.x0)
    chain: list[Column] = []
    for column in ordered:
        places = column.places(codes)
        rising = all(first <= second for first, second in pairwise(places))
        if len(set(places)) < _HALF_CODES or not rising:
            continue
        if not chain or (_far(chain[-1], column) and beside(places, [each.places(codes) for each in chain])):
            chain.append(column)
    if len(chain) < _HALF_CODES:
        return []
    cuts = [0.0, *(column.x0 - _BEFORE_CODE for column in chain[1:]), chain[0].page.page.width + 1]
    return [_clipped(column, left, right) for column, (left, right) in zip(chain, pairwise(cuts), strict=True)]


def beside(places: Sequence[int], others: Sequence[Sequence[int]]) -> bool:
    """Whether codes may stand beside those of other columns: after the last of them, or in between, none of them twice.

    The row that a column's end cuts in two may give its code twice.
    """
    before = {place for other in others for place in other}
    if not before or not places:
        return False
    if min(places) >= max(before):
        return True
    return not before & set(places) and len(set(places)) >= _BETWEEN


def _far(first: Column, second: Column) -> bool:
    return second.x0 - first.x0 > _HALF_WIDTH * first.page.page.width


def _clipped(column: Column, left: float, right: float) -> Column:
    """The column on the part of its page between two upright lines."""
    whole = column.page.page
    words = tuple(word for word in whole.words if left <= (word.x0 + word.x1) / 2 < right)
    rulings = tuple(
        ruling._replace(x0=max(ruling.x0, left), x1=min(ruling.x1, right))
        for ruling in whole.rulings
        if max(ruling.x0, ruling.x1) >= left and min(ruling.x0, ruling.x1) <= right
    )
    page = replace(whole, words=words, rulings=rulings, certainty=())
    kept = {line.y0 for line in column.body}
    lines = lines_of(words)
    low, high = (min(kept), max(line.y1 for line in column.body)) if kept else (0.0, whole.height)
    body = tuple(line for line in lines if low - 1 <= line.y0 and line.y1 <= high + 1)
    return Column(column.page._replace(page=page, lines=lines), body, column.anchors, half=True)


def _following(column: Column, found: Sequence[Column], codes: Sequence[str]) -> int | None:
    last = column.places(codes)[-1]
    for place, other in enumerate(found):
        if abs(other.x0 - column.x0) <= _ALIGNED and other.places(codes)[0] >= last:
            return place
    return None


def _following_back(column: Column, found: Sequence[Column], codes: Sequence[str]) -> int | None:
    first = column.places(codes)[0]
    for place, other in enumerate(found):
        if abs(other.x0 - column.x0) <= _ALIGNED and other.places(codes)[-1] <= first and not _is_seed(other):
            return place
    return None
