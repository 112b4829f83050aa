"""Heights at which the rows of a table end: drawn lines, and white gaps between codes where none is drawn."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import Final

from mrse_assess.intake.grids.anchors import Anchor
from mrse_assess.intake.grids.region import Region
from mrse_assess.intake.grids.rulings import covered, positions
from mrse_assess.intake.text.lines import Line, lines_of, segments, usual_height
from mrse_assess.model.pages import Word
from mrse_assess.terms import TextSource

_TRUSTED: Final = 0.6  # share of neighbouring codes with a drawn line between them from which only lines end rows
_SAME: Final = 1.0  # points by which gaps and heights count as equal
_SAME_READ: Final = 0.35  # line heights by which gaps between recognised lines count as equal
_THROUGH: Final = 0.25  # line heights from a line's middle, or at its foot, that count for nothing
_SHORT: Final = 0.3  # share of the table's width
_CENTRED: Final = 0.25  # share of rows with lines above their code from which codes stand in the middle of rows
_AS_WIDE: Final = 0.8  # share of the usual gap at a drawn line from which a gap may have lost its line
_LEAST_LOST: Final = 3.0  # points of such a gap
_BETWEEN_ROWS: Final = 0.75  # share of the usual gap between rows from which a gap ends the row above the first code


def row_bounds(
    region: Region, words: Sequence[Word], headers: Collection[str], *, level: bool = False
) -> tuple[list[float], set[float]]:
    """Heights at which rows end, and those of them that are drawn.

    ``headers`` are texts of lines that recur in the table and are headers: each is a row by itself. ``level``: where no
    line ends them, rows begin at the height of their codes, whatever the white space between lines.
    """
    lines = lines_of(words)
    inside = (at for at in positions(region.horizontals) if region.top + 2 < at < region.bottom - 2)
    drawn = {at for at in inside if not _strikes(region, at, lines)}
    bounds = sorted({region.top, region.bottom} | drawn)
    codes = _level_bounds(region, bounds, lines) if level else _code_bounds(region, bounds, lines)
    added = [*_header_bounds(lines, headers), *codes]
    if region.continued and not drawn and region.anchors:
        # a repeated header and the rest of a broken row: every line by itself
        added.extend(line.y0 - 0.5 for line in lines if line.y0 < region.anchors[0].y0 - 1)
    kept = [at for at in added if all(abs(at - other) > _SAME for other in bounds)]
    return sorted({*bounds, *kept}), drawn


def _strikes(region: Region, at: float, lines: Sequence[Line]) -> bool:
    """Whether a short line goes through the middle of words: it strikes them out, or was seen where none is."""
    through = [line for line in lines if abs(at - (line.y0 + line.y1) / 2) < _THROUGH * (line.y1 - line.y0)]
    if not through:
        return False
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    return covered(region.horizontals, at, left, right) < _SHORT


def repeated_headers(regions: Iterable[Region]) -> frozenset[str]:
    """Texts of lines in several cells, without a number, that stand in the table more than once."""
    counts = Counter(
        line.text
        for region in regions
        for line in region.page.lines
        if region.top <= (line.y0 + line.y1) / 2 <= region.bottom
        and not any(character.isdecimal() for character in line.text)
        and len(segments(line)) > 1
    )
    return frozenset(text for text, count in counts.items() if count > 1)


def _header_bounds(lines: Sequence[Line], headers: Collection[str]) -> list[float]:
    found: list[float] = []
    for place, line in enumerate(lines):
        if line.text in headers:
            above = lines[place - 1].y1 if place else line.y0 - 2
            below = lines[place + 1].y0 if place + 1 < len(lines) else line.y1 + 2
            found.extend([(above + line.y0) / 2, (line.y1 + below) / 2])
    return found


def _code_bounds(region: Region, bounds: Sequence[float], lines: Sequence[Line]) -> list[float]:
    anchors = region.anchors
    if not anchors:
        return []
    apart = [
        bisect_right(bounds, _middle(first)) != bisect_right(bounds, _middle(second))
        for first, second in pairwise(anchors)
    ]
    inside = [at for at in bounds if at < _middle(anchors[0])]
    alone = not apart and bool(region.edges)
    if (alone or any(apart)) and sum(apart) >= _TRUSTED * len(apart) and len(inside) > 1:
        return _lost_bounds(anchors, apart, bounds, lines)
    written = region.page.page.text_source is TextSource.WRITTEN
    same = _SAME if written else max(_SAME, _SAME_READ * usual_height(lines))
    found = [
        _gap_before(lines, first.last, second.first, second.y0, same)
        for drawn, (first, second) in zip(apart, pairwise(anchors), strict=True)
        if not drawn
    ]
    start = inside[-1] if inside else region.top
    return [*found, _first_bound(lines, anchors, start, sorted({*bounds, *found}))]


def _lost_bounds(
    anchors: Sequence[Anchor], apart: Sequence[bool], bounds: Sequence[float], lines: Sequence[Line]
) -> list[float]:
    """White gaps between two codes with no line between them that are as wide as those with one: a line was not seen.

    Of codes that share a cell the lines stand closer.
    """
    pairs = list(zip(apart, pairwise(anchors), strict=True))
    drawn = [_gap_at(lines, bounds[bisect_right(bounds, _middle(second)) - 1]) for ends, (_, second) in pairs if ends]
    least = _AS_WIDE * median(drawn) if drawn else 0.0
    found: list[float] = []
    for ends, (first, second) in pairs:
        gaps = [] if ends else _gaps(lines, first.last, second.first)
        wide = [at for gap, at in gaps if gap >= max(least, _LEAST_LOST)]
        found.extend(wide if len(wide) == 1 else [])
    return found


def _level_bounds(region: Region, bounds: Sequence[float], lines: Sequence[Line]) -> list[float]:
    """The heights right above the lines with codes, of those codes that no drawn line sets apart."""
    tops = [
        min((line.y0 for line in lines if line.y0 <= each.first <= line.y1), default=each.y0) for each in region.anchors
    ]
    found: list[float] = []
    for place, anchor in enumerate(region.anchors):
        above = _middle(region.anchors[place - 1]) if place else region.top
        if place == 0 or bisect_right(bounds, above) == bisect_right(bounds, _middle(anchor)):
            found.append(tops[place] - 0.5)
    return found


def _middle(anchor: Anchor) -> float:
    return (anchor.y0 + anchor.y1) / 2


def _first_bound(lines: Sequence[Line], anchors: Sequence[Anchor], start: float, bounds: Sequence[float]) -> float:
    """Where the first row begins below its header; rows whose codes stand in their middle have lines above the code."""
    first = anchors[0]
    begins = [bounds[bisect_right(bounds, _middle(anchor)) - 1] for anchor in anchors[1:]]
    above = [
        sum(at < (line.y0 + line.y1) / 2 < anchor.y0 for line in lines)
        for at, anchor in zip(begins, anchors[1:], strict=True)
    ]
    if sum(map(bool, above)) < max(1, _CENTRED * len(above)):
        return _gap_before(lines, start, first.first, first.y0)
    usual = median(_gap_at(lines, at) for at in begins)
    before = [line for line in lines if start - 1 <= (line.y0 + line.y1) / 2 <= _middle(first) + 1]
    for upper, lower in reversed(list(pairwise(before))):
        if lower.y0 - upper.y1 >= _BETWEEN_ROWS * usual:
            return (upper.y1 + lower.y0) / 2
    return start


def _gap_at(lines: Sequence[Line], at: float) -> float:
    above = max((line.y1 for line in lines if line.y0 < at), default=at)
    below = min((line.y0 for line in lines if line.y0 >= at), default=at)
    return below - above


def _gap_before(lines: Sequence[Line], above: float, below: float, fallback: float, same: float = _SAME) -> float:
    """The height of the widest white gap between two codes; of equal gaps the last: rows mostly begin with the code."""
    gaps = _gaps(lines, above, below)
    if not gaps:
        return fallback - 1
    widest = max(gap for gap, _ in gaps)
    return next(at for gap, at in reversed(gaps) if gap >= widest - same)


def _gaps(lines: Sequence[Line], above: float, below: float) -> list[tuple[float, float]]:
    """The white gaps between the lines from one height to another: how wide, and where the middle is."""
    between = [line for line in lines if above < line.y1 - _THROUGH * (line.y1 - line.y0) and line.y0 <= below]
    return [(second.y0 - first.y1, (first.y1 + second.y0) / 2) for first, second in pairwise(between)]
