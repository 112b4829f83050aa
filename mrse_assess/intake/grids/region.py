"""The part of a page that a table takes up: between which heights, with which lines drawn in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from mrse_assess.intake.grids.anchors import Anchor
from mrse_assess.intake.grids.rulings import TOLERANCE, Stroke, horizontals, positions, verticals
from mrse_assess.intake.text.lines import Line, PageLines, segments, usual_height
from mrse_assess.intake.text.part_headings import CLOSING, TABLE_HEADING
from mrse_assess.model.pages import Word

_STATEMENT: Final = re.compile(r"(?:as \w+ )?i (?:confirm|certify|declare|authenticate)\b", re.IGNORECASE)
_LEGEND: Final = re.compile(r"(?:[*\u2020\u2021^#]{1,3}|\([*\u2020a-z]\))\s*[=:\u2013-]?\s*[A-Za-z]{3}", re.IGNORECASE)
_LONGEST_CLOSING: Final = 8  # words
_TALL: Final = 0.4  # share of the codes' height that a vertical line must cover to be a column's edge
_WHOLE: Final = 0.9  # the same of a table all of whose rows have upright lines
_FRAME: Final = 0.92  # share of the page's height beyond which a line at the margin is a page border
_ROW_GAP: Final = 1.9  # line heights of white space after which a table without lines has ended
_WRAP_GAP: Final = 0.8  # the same below the code column, where only the last title's own lines may follow
_HEAD_GAP: Final = 2.6
_ENOUGH: Final = 4  # codes from which the gaps between their rows are known
_PADDING: Final = 8.0  # points from the edge of a cell, where text below the table begins, to its words
_LINE_GAP: Final = 0.6  # the same between the lines of one row
_HEADER_LINES: Final = 6
_HEADER_HEIGHT: Final = 30.0  # points above the first code in which its header may stand
_RULE_NEAR: Final = 60.0  # points
_RULE_CLOSE: Final = 12.0
_TWO_EDGES: Final = 2  # the sides of a box, which make no columns
_LONG_RULE: Final = 100.0  # points
_SHORT_RULE: Final = 20.0


@dataclass(frozen=True, kw_only=True)
class Region:
    """Where a table stands on a page; ``continued``: it began on an earlier one.

    ``edges`` are drawn column edges, () where columns are told by white space only.
    """

    page: PageLines
    top: float
    bottom: float
    edges: tuple[float, ...]
    horizontals: tuple[Stroke, ...]
    verticals: tuple[Stroke, ...]
    anchors: tuple[Anchor, ...]
    continued: bool

    def holds(self, word: Word) -> bool:
        """Whether the word's middle lies in the region."""
        across = not self.edges or self.edges[0] - 2 <= (word.x0 + word.x1) / 2 <= self.edges[-1] + 2
        return across and self.top <= (word.y0 + word.y1) / 2 <= self.bottom

    def heads_category(self, line: Line) -> bool:
        """Whether a line names a major category and nothing beside it, as a row that runs across columns does."""
        numbers = (anchor for anchor in self.anchors if anchor.category and not anchor.code)
        return any(line.y0 <= (each.y0 + each.y1) / 2 <= line.y1 for each in numbers) and len(segments(line)) == 1

    def vertical_at(self, x: float, y: float) -> bool:
        """Whether a vertical line is drawn at this place."""
        return any(
            abs(stroke.at - x) <= TOLERANCE + 1 and stroke.start - 1 <= y <= stroke.end + 1 for stroke in self.verticals
        )

    def lines_for_columns(self) -> tuple[Line, ...]:
        """Lines that show the columns: between the first code and the end, without headings over the whole width."""
        first = self.anchors[0].y0 - 2 if self.anchors else self.top
        inside = [line for line in self.page.lines if first <= (line.y0 + line.y1) / 2 <= self.bottom]
        width = max((line.x1 for line in inside), default=0.0) - min((line.x0 for line in inside), default=0.0)
        cut = tuple(line for line in inside if len(segments(line)) > 1 or line.x1 - line.x0 < 0.5 * width)
        return cut or tuple(inside)


def find_region(page: PageLines, anchors: Sequence[Anchor], body: Sequence[Line], *, continued: bool) -> Region:
    """The region around the codes of one page; ``continued``: the table began on an earlier page.

    ``body`` are the page's lines without its running head and foot.
    """
    high, low = _span(anchors, body)
    every = tuple(stroke for stroke in verticals(page.page.rulings) if not _is_frame(page, stroke))
    uprights = tuple(stroke for stroke in every if stroke.covers(high, low) > 0)
    edges = tuple(at for at in positions(uprights) if _upright_share(uprights, at, high, low) >= _TALL)
    open_span = _open_span(anchors, body, continued=continued)
    if len(edges) > _TWO_EDGES:
        near = [stroke for stroke in every if stroke.covers(high - _HEADER_HEIGHT, low + _HEADER_HEIGHT) > 0]
        within = [stroke for stroke in near if any(abs(stroke.at - edge) <= TOLERANCE for edge in edges)]
        top, bottom = min(stroke.start for stroke in within), max(stroke.end for stroke in within)
        top, bottom = min(top, high), open_span[1] if bottom < low else bottom  # shaded bands may leave out the ends
        if any(_upright_share(within, edge, top, bottom) < _WHOLE for edge in edges):
            bottom = _end_of_bands(every, edges, bottom, body, anchors)
        flats = horizontals(page.page.rulings)
    else:
        edges, near = (), []
        flats = _table_rules(horizontals(page.page.rulings), anchors)
        rules = [rule.at for rule in flats if open_span[0] - _RULE_NEAR <= rule.at <= open_span[1] + _RULE_CLOSE]
        top, bottom = min([open_span[0], *rules]), max([open_span[1], *rules])
    top, bottom = max(top, _headed_at(body, high)), min(bottom, _closing(body, low), _legend(body, anchors))
    region = Region(
        page=page,
        top=top - 1,
        bottom=bottom + 1,
        edges=edges,
        horizontals=(),
        verticals=tuple(near),
        anchors=tuple(anchors),
        continued=continued,
    )
    return _within(flats, region)


def _end_of_bands(
    every: Sequence[Stroke], edges: Sequence[float], bottom: float, body: Sequence[Line], anchors: Sequence[Anchor]
) -> float:
    """The height where a table ends of which every other row has upright lines, with the rows below its last code."""
    while True:
        below = [stroke for stroke in every if bottom + TOLERANCE < stroke.start <= bottom + _RULE_NEAR]
        drawn = [min((s.end for s in below if abs(s.at - edge) <= TOLERANCE), default=0.0) for edge in edges]
        if not all(drawn):
            break
        bottom = max(drawn)
    last = max((place for place, line in enumerate(body) if line.y0 < bottom), default=0)
    return max(bottom, _descend(body, last, usual_height(body), anchors)) if anchors else bottom


def _headed_at(body: Sequence[Line], high: float) -> float:
    """The height below the last heading of the table above its first code; 0 when there is none."""
    return max(
        (line.y1 for line in body if line.y1 <= high and len(segments(line)) == 1 and TABLE_HEADING.search(line.text)),
        default=0.0,
    )


def _closing(body: Sequence[Line], low: float) -> float:
    """The height above the first line after the codes that begins another part, the authentication above all."""
    for line in body:
        short = len(line.words) <= _LONGEST_CLOSING and len(segments(line)) == 1
        if line.y0 > low and ((short and CLOSING.search(line.text)) or _STATEMENT.match(line.text)):
            return line.y0 - 1
    return float("inf")


def _legend(body: Sequence[Line], anchors: Sequence[Anchor]) -> float:
    """The height above a line below the codes that says what a mark means; further to the right it is a cell's own."""
    if not anchors:
        return float("inf")
    left, low = min(anchor.x0 for anchor in anchors) + TOLERANCE, anchors[-1].y1
    return next(
        (line.y0 - 1 for line in body if line.y0 >= low and line.x0 <= left and _LEGEND.match(line.text)), float("inf")
    )


def _within(flats: Sequence[Stroke], region: Region) -> Region:
    """The region with the horizontal lines that lie in it."""
    inside = tuple(stroke for stroke in flats if region.top - 1 <= stroke.at <= region.bottom + 1)
    return replace(region, horizontals=inside)


def _span(anchors: Sequence[Anchor], body: Sequence[Line]) -> tuple[float, float]:
    if anchors:
        return anchors[0].y0, anchors[-1].y1
    return (body[0].y0, body[0].y1) if body else (0.0, 1.0)


def _is_frame(page: PageLines, stroke: Stroke) -> bool:
    margin = 0.06 * page.page.width
    outside = stroke.at < margin or stroke.at > page.page.width - margin
    return outside and stroke.end - stroke.start > _FRAME * page.page.height


def _upright_share(uprights: Sequence[Stroke], at: float, high: float, low: float) -> float:
    near = [stroke for stroke in uprights if abs(stroke.at - at) <= TOLERANCE]
    return sum(stroke.covers(high, low) for stroke in near) / max(low - high, 1.0)


def _table_rules(flats: Sequence[Stroke], anchors: Sequence[Anchor]) -> tuple[Stroke, ...]:
    """Horizontal lines of the table: those that reach over the code column, and shorter ones within their width."""
    if not anchors:
        return ()
    left, right = min(a.x0 for a in anchors), max(a.x1 for a in anchors)
    across = [
        stroke
        for stroke in flats
        if stroke.start <= left + 3 and stroke.end >= right - 3 and stroke.end - stroke.start > _LONG_RULE
    ]
    if not across:
        return ()
    start, end = min(stroke.start for stroke in across), max(stroke.end for stroke in across)
    return tuple(
        stroke
        for stroke in flats
        if stroke.start >= start - 3 and stroke.end <= end + 3 and stroke.end - stroke.start > _SHORT_RULE
    )


def _open_span(anchors: Sequence[Anchor], body: Sequence[Line], *, continued: bool) -> tuple[float, float]:
    """From the header to the last row of a table without upright lines, told by white space."""
    if not anchors or not body:
        return (body[0].y0, body[-1].y1) if body else (0.0, 0.0)
    height = usual_height(body)
    low = anchors[0].y0 + anchors[0].height if anchors[0].stacked else anchors[0].y1
    first = next((i for i, line in enumerate(body) if line.y1 >= low - 1), len(body) - 1)
    top = body[0].y0 if continued else _climb(body, first, height)
    last = max((i for i, line in enumerate(body) if line.y0 <= anchors[-1].y0 + 1), default=0)
    return top, _descend(body, last, height, anchors)


def _climb(body: Sequence[Line], first: int, height: float) -> float:
    place = first
    while place > 0 and first - place < _HEADER_LINES:
        above = body[place - 1]
        if body[place].y0 - above.y1 > _HEAD_GAP * height or TABLE_HEADING.search(above.text):
            break
        if len(segments(above)) == 1 and not (_in_a_column(body, place, height) or _wraps(body, place - 1, height)):
            break
        place -= 1
    return body[place].y0


def _wraps(body: Sequence[Line], place: int, height: float) -> bool:
    """Whether a line is the second one of a head: close below one of several heads side by side."""
    if not place or body[place].y0 - body[place - 1].y1 > _LINE_GAP * height:
        return False
    heads = segments(body[place - 1])
    return len(heads) > 1 and any(abs(words[0].x0 - body[place].x0) <= TOLERANCE for words in heads)


def _in_a_column(body: Sequence[Line], place: int, height: float) -> bool:
    """Whether the line above is a part of the row: close to it, and under a column that is not the first."""
    above = body[place - 1]
    if body[place].y0 - above.y1 > _LINE_GAP * height:
        return False
    starts = [words[0].x0 for line in body[place : place + _HEADER_LINES] for words in segments(line)[1:]]
    return any(abs(above.x0 - start) <= TOLERANCE for start in starts)


def _descend(body: Sequence[Line], last: int, height: float, anchors: Sequence[Anchor]) -> float:
    place = last
    left, right = min(anchor.x0 for anchor in anchors), max(anchor.x1 for anchor in anchors)
    widest = _widest_gap(body, anchors)
    while place + 1 < len(body):
        below = body[place + 1]
        in_code_column = any(left - _PADDING <= word.x0 <= right for word in below.words)
        limit = min(_WRAP_GAP * height, widest) if in_code_column else _ROW_GAP * height
        if below.y0 - body[place].y1 > limit:
            break
        place += 1
    return body[place].y1


def _widest_gap(body: Sequence[Line], anchors: Sequence[Anchor]) -> float:
    """The widest white gap between lines of the rows with codes: words below the table stand further off."""
    if len(anchors) < _ENOUGH:
        return float("inf")
    rows = [line for line in body if anchors[0].y0 - 1 <= line.y0 <= anchors[-1].y0 + 1]
    return max((second.y0 - first.y1 for first, second in pairwise(rows)), default=float("inf")) + 1
