"""Lines of a page in the order in which they are read: rows from the top, columns of running text one by one. Pure."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from mrse_assess.documents.recognition.looking import SeenLine

_SAME_ROW = 0.5  # share of the smaller height that lines of one row have in common
_RUNNING = 9.0  # times its height: a line long enough to be running text
_LINES_OF_COLUMN = 5
_GUTTER = 8.0  # points
_CROSSING = 0.1  # share of the lines that may cross a gutter: a heading over both columns
_NEXT_LINE = 1.3  # times the height: white space within a block of text


class Ordered(NamedTuple):
    """A line with the number of its block and its own, both from 0 in reading order."""

    line: SeenLine
    block: int
    number: int


def in_order(lines: Sequence[SeenLine]) -> tuple[Ordered, ...]:
    """The lines in reading order with their blocks."""
    found: list[Ordered] = []
    block = -1
    for row_of_blocks in _read(sorted(lines, key=lambda line: (line.box[1], line.box[0]))):
        before: SeenLine | None = None
        for line in row_of_blocks:
            block += before is None or not _goes_on(before, line)
            found.append(Ordered(line, block, len(found)))
            before = line
    return tuple(found)


def _goes_on(before: SeenLine, line: SeenLine) -> bool:
    """Whether a line follows the one before as running text does."""
    height = min(before.box[3] - before.box[1], line.box[3] - line.box[1])
    below = line.box[1] - before.box[1] > 0 and line.box[1] - before.box[3] < _NEXT_LINE * height
    return below and line.box[0] < before.box[2] and before.box[0] < line.box[2]


def _read(lines: list[SeenLine]) -> list[list[SeenLine]]:
    """Runs of lines, each in order: columns of running text, and what stands over and under them by rows."""
    gutter = _gutter(lines)
    if gutter is None:
        return [_by_rows(lines)]
    sides = [line for line in lines if line.box[2] <= gutter or line.box[0] >= gutter]
    top, bottom = min(line.box[1] for line in sides), max(line.box[3] for line in sides)
    crossing = [line for line in lines if line not in sides]
    cuts = sorted(line.box[1] for line in crossing if top < line.box[1] < bottom)
    found: list[list[SeenLine]] = []
    edges = [float("-inf"), *cuts, float("inf")]
    for start, end in pairwise(edges):
        within = [line for line in lines if start <= line.box[1] < end]
        over = [line for line in within if line in crossing]
        left = [line for line in within if line not in crossing and line.box[2] <= gutter]
        right = [line for line in within if line not in crossing and line.box[0] >= gutter]
        found.extend(run for run in (_by_rows(over), _by_rows(left), _by_rows(right)) if run)
    return found


def _gutter(lines: Sequence[SeenLine]) -> float | None:
    """The x between two columns of running text; None where there are none, as in a table."""
    running = [line for line in lines if line.box[2] - line.box[0] >= _RUNNING * (line.box[3] - line.box[1])]
    if len(running) < 2 * _LINES_OF_COLUMN:
        return None
    middle = (min(line.box[0] for line in lines) + max(line.box[2] for line in lines)) / 2
    ends = [line.box[2] for line in running if line.box[2] <= middle + _GUTTER]
    starts = [line.box[0] for line in running if line.box[0] >= middle - _GUTTER]
    if min(len(ends), len(starts)) < _LINES_OF_COLUMN or min(starts) - max(ends) < _GUTTER:
        return None
    gutter = (max(ends) + min(starts)) / 2
    crossing = sum(line.box[0] < gutter < line.box[2] for line in lines)
    if crossing > _CROSSING * len(lines):
        return None
    short = [line for line in lines if line not in running]
    widths = median(line.box[2] - line.box[0] for line in running)
    return gutter if len(short) <= len(running) and widths > _GUTTER else None


def _by_rows(lines: Sequence[SeenLine]) -> list[SeenLine]:
    """The lines from the top, those of one height from the left."""
    rows: list[list[SeenLine]] = []
    for line in lines:
        last = rows[-1][0].box if rows else None
        if last is not None:
            shared = min(last[3], line.box[3]) - max(last[1], line.box[1])
            if shared >= _SAME_ROW * min(last[3] - last[1], line.box[3] - line.box[1]):
                rows[-1].append(line)
                continue
        rows.append([line])
    return [line for row in rows for line in sorted(row, key=lambda each: each.box[0])]
