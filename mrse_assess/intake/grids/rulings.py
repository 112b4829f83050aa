"""Ruling lines of a page put together: pieces on one straight line become one line."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from mrse_assess.model.pages import Ruling

TOLERANCE: Final = 2.5
"""Points by which lines that are meant to be one may lie apart."""

_GAP: Final = 3.5  # points between two pieces that are still one line
_MOST: Final = 6000  # pieces; a page with more is a drawing, not a table


class Stroke(NamedTuple):
    """A straight line at ``at`` (x of a vertical, y of a horizontal one) from ``start`` to ``end``, in points."""

    at: float
    start: float
    end: float

    def covers(self, start: float, end: float) -> float:
        """The length that the stroke shares with an interval."""
        return max(0.0, min(self.end, end) - max(self.start, start))


def horizontals(rulings: Sequence[Ruling]) -> tuple[Stroke, ...]:
    """The horizontal lines, top to bottom."""
    pieces = [
        Stroke((r.y0 + r.y1) / 2, min(r.x0, r.x1), max(r.x0, r.x1))
        for r in rulings
        if abs(r.x1 - r.x0) > abs(r.y1 - r.y0)
    ]
    return _merged(pieces)


def verticals(rulings: Sequence[Ruling]) -> tuple[Stroke, ...]:
    """The vertical lines, left to right."""
    pieces = [
        Stroke((r.x0 + r.x1) / 2, min(r.y0, r.y1), max(r.y0, r.y1))
        for r in rulings
        if abs(r.y1 - r.y0) > abs(r.x1 - r.x0)
    ]
    return _merged(pieces)


def positions(strokes: Sequence[Stroke]) -> tuple[float, ...]:
    """Where lines lie, those closer than the tolerance taken together."""
    found: list[list[float]] = []
    for at in sorted(stroke.at for stroke in strokes):
        if found and at - found[-1][-1] <= TOLERANCE:
            found[-1].append(at)
        else:
            found.append([at])
    return tuple(sum(group) / len(group) for group in found)


def covered(strokes: Sequence[Stroke], at: float, start: float, end: float) -> float:
    """The share of the interval that lines at this place cover, 0 to 1."""
    near = sorted((stroke.start, stroke.end) for stroke in strokes if abs(stroke.at - at) <= TOLERANCE)
    total, reached = 0.0, start
    for low, high in near:
        last = min(high, end)
        if last > max(low, reached):
            total += last - max(low, reached)
            reached = last
    return total / (end - start) if end > start else 0.0


def _merged(pieces: list[Stroke]) -> tuple[Stroke, ...]:
    if len(pieces) > _MOST:
        return ()
    found: list[Stroke] = []
    for group in _by_place(pieces):
        current: Stroke | None = None
        for piece in sorted(group, key=lambda each: each.start):
            if current is not None and piece.start <= current.end + _GAP:
                current = current._replace(end=max(current.end, piece.end))
                continue
            if current is not None:
                found.append(current)
            current = piece
        if current is not None:
            found.append(current)
    return tuple(found)


def _by_place(pieces: list[Stroke]) -> list[list[Stroke]]:
    groups: list[list[Stroke]] = []
    for piece in sorted(pieces, key=lambda each: each.at):
        if groups and piece.at - groups[-1][0].at <= TOLERANCE:
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups
