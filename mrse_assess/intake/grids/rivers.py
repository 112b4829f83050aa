"""Columns told by white space: gaps that hardly any line of the table crosses, and edges at which many words begin."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from mrse_assess.intake.grids.region import Region
from mrse_assess.intake.text.lines import Line, usual_height

_RIVER_LEAST: Final = 4.0  # points
_RIVER_SPACES: Final = 1.7  # a column gap is at least so many usual spaces
_SPACE_MOST: Final = 0.65  # line heights that a space between words can be wide
_WIDEST: Final = 20_000.0  # points; no page is so wide, and a hostile file may say so
_CROSSING: Final = 0.04  # share of lines that may cross a column gap
_STARTS: Final = 0.4  # share of the lines with a code that have a word at the edge of a column
_LEAST_STARTS: Final = 3
_SAME_START: Final = 1.5  # points
_VARYING: Final = 2.5  # usual spaces by which the white before a column varies, or is wide


def river_edges(regions: Sequence[Region]) -> tuple[float, ...]:
    """Edges of columns where no vertical lines are drawn: gaps that hardly any line of the table crosses.

    Lines that name a category count for nothing: they may run across columns.
    """
    lines = [(region, line) for region in regions if not region.edges for line in region.lines_for_columns()]
    return _rivers([line for region, line in lines if not region.heads_category(line)])


def whole_river_edges(regions: Sequence[Region]) -> tuple[float, ...]:
    """The same with the lines that name a category, which may begin at the left of all others."""
    return _rivers([line for region in regions if not region.edges for line in region.lines_for_columns()])


def coded_river_edges(regions: Sequence[Region]) -> tuple[float, ...]:
    """The same of the lines that hold codes alone, where headings and remarks between the rows hide the gaps."""
    return _rivers(_coded_lines(regions))


def start_edges(regions: Sequence[Region]) -> tuple[float, ...]:
    """Edges at which words of many rows begin after white space of different widths: columns set close together."""
    lines = _coded_lines(regions)
    if not lines or max(line.x1 for line in lines) - min(line.x0 for line in lines) > _WIDEST:
        return ()
    space = _usual_space(lines)
    edges = [min(line.x0 for line in lines) - 1.0]
    for group in _starts(lines):
        at = min(start for start, _ in group)
        gaps = [gap for _, gap in group]
        apart = max(gaps) - min(gaps) > _VARYING * space or min(gaps) > _VARYING * space
        crossed = sum(any(word.x0 < at - 1 and word.x1 > at + 1 for word in line.words) for line in lines)
        if apart and crossed <= _CROSSING * len(lines) and len(group) >= max(_LEAST_STARTS, _STARTS * len(lines)):
            edges.append(at - 1.0)
    return (*edges, max(line.x1 for line in lines) + 1.0)


def _coded_lines(regions: Sequence[Region]) -> list[Line]:
    """The lines of regions without upright lines that hold a code; a number alone may as well be in a heading."""
    found = [
        (anchor, line)
        for region in regions
        if not region.edges
        for line in region.page.lines
        for anchor in region.anchors
        if line.y0 <= (anchor.y0 + anchor.y1) / 2 <= line.y1
    ]
    full = [line for anchor, line in found if anchor.code and "." in anchor.code]
    return list(dict.fromkeys(full if len(full) >= _LEAST_STARTS else [line for _, line in found]))


def _starts(lines: Sequence[Line]) -> list[list[tuple[float, float]]]:
    """Left edges of words that lie under each other, each with the white space before it."""
    found = sorted((second.x0, second.x0 - first.x1) for line in lines for first, second in pairwise(line.words))
    groups: list[list[tuple[float, float]]] = []
    for start in found:
        if groups and start[0] - groups[-1][0][0] <= _SAME_START:
            groups[-1].append(start)
        else:
            groups.append([start])
    return groups


def _rivers(lines: Sequence[Line]) -> tuple[float, ...]:
    if not lines:
        return ()
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    if right - left > _WIDEST:
        return ()
    occupied = _occupied(lines, left, right)
    limit = _CROSSING * len(lines)
    widest_space = max(_RIVER_LEAST, _RIVER_SPACES * _usual_space(lines))
    edges = [left - 1.0]
    start: int | None = None
    for place, count in enumerate(occupied):
        if count <= limit:
            start = place if start is None else start
            continue
        if start is not None and place - start >= widest_space:
            edges.append(left + _right_bank(occupied, start, place) - 1.0)
        start = None
    return (*edges, right + 1.0)


def _right_bank(occupied: Sequence[int], start: int, end: int) -> int:
    """Where the emptiest stretch of a gap ends; behind it begin the few cells that are wider than the others."""
    least = min(occupied[start:end])
    return next(place + 1 for place in reversed(range(start, end)) if occupied[place] == least)


def _occupied(lines: Sequence[Line], left: float, right: float) -> list[int]:
    """For each point of width, how many lines have a word there."""
    counts = [0] * (int(right - left) + 2)
    for line in lines:
        taken: set[int] = set()
        for word in line.words:
            taken.update(range(int(word.x0 - left), int(word.x1 - left) + 1))
        for place in taken:
            if 0 <= place < len(counts):
                counts[place] += 1
    return counts


def _usual_space(lines: Sequence[Line]) -> float:
    """The white space between words of one cell: most gaps are such, but in sparse tables many are between columns."""
    gaps = sorted(second.x0 - first.x1 for line in lines for first, second in pairwise(line.words))
    near = [gap for gap in gaps if gap > 0]
    return min(near[len(near) // 4], _SPACE_MOST * usual_height(lines)) if near else 3.0
