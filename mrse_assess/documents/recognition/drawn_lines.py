"""Straight lines that a picture of a page shows: the rulings of a scanned table. Runs in the worker."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mrse_assess.documents.rulings import joined
from mrse_assess.model.places import Box

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_PIECE = 11.0  # points of ink without a gap that no letter has
_SHORTEST = 16.0  # points
_THICKEST = 4.0  # points
_GAP = 3.0  # points of a line that noise may have taken
_MOST = 2000
_LIKE_LETTERS = 60.0  # points: a line up to this long may be the feet of letters that touch
_UNDER_LETTERS = 0.6  # share of such a line
_INNER = 0.12  # of a word's height: nearer to its edge a line is a ruling
_NEIGHBOURHOOD = 14.0  # points about a point within which paper is told from ink
_DARKER = 12  # levels by which ink is darker than what is about it


def drawn_lines(picture: "NDArray[np.uint8]", dpi: float, skew: float) -> tuple[Box, ...]:
    """The lines of a grey picture with their ends in points, once the page is turned back by ``skew`` degrees."""
    import cv2
    import numpy as np

    height, width = picture.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), skew, 1.0)
    straight = cv2.warpAffine(picture, turn, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    point = dpi / 72
    about = int(_NEIGHBOURHOOD * point) | 1
    smooth = cv2.GaussianBlur(straight, (3, 3), 0)
    ink = cv2.adaptiveThreshold(smooth, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, about, _DARKER)
    segments = [(start, at, end, at) for at, start, end in _along(ink.astype(np.uint8), point)]
    segments += [(at, start, at, end) for at, start, end in _along(ink.T.astype(np.uint8), point)]
    lines, _ = joined(segments, _MOST)
    return tuple((line.x0, line.y0, line.x1, line.y1) for line in lines)


def _along(ink: "NDArray[np.uint8]", point: float) -> list[tuple[float, float, float]]:
    """Lines along the rows of a picture of ink: where, from, to; in points. A point has ``point`` pixels."""
    import cv2
    import numpy as np

    pieces = cv2.morphologyEx(np.ascontiguousarray(ink), cv2.MORPH_OPEN, np.ones((1, round(_PIECE * point)), np.uint8))
    whole = cv2.dilate(pieces, np.ones((3, round(_GAP * point) | 1), np.uint8))
    count, _, stats, middles = cv2.connectedComponentsWithStats(whole, connectivity=8)
    found = []
    for which in range(1, count):
        left, _, width, _, area = (int(value) for value in stats[which])
        length = width - (round(_GAP * point) | 1) + 1
        if length >= _SHORTEST * point and area / width - 2 <= _THICKEST * point:
            start = left + (width - length) / 2
            found.append((float(middles[which][1] + 0.5) / point, start / point, (start + length) / point))
    return found


def outside_words(lines: Sequence[Box], words: Sequence[Box]) -> tuple[Box, ...]:
    """The lines without those that are strokes of words: short, and mostly inside the boxes of words."""
    return tuple(line for line in lines if _length(line) > _LIKE_LETTERS or not _is_stroke(line, words))


def _length(line: Box) -> float:
    return line[2] - line[0] + line[3] - line[1]


def _is_stroke(line: Box, words: Sequence[Box]) -> bool:
    inside = 0.0
    for left, top, right, bottom in words:
        edge = _INNER * (bottom - top)
        if line[1] < bottom - edge and line[3] > top + edge and line[0] < right and line[2] > left:
            across = min(line[2], right) - max(line[0], left)
            down = min(line[3], bottom) - max(line[1], top)
            inside += across if line[3] - line[1] < line[2] - line[0] else down
    return inside >= _UNDER_LETTERS * _length(line)
