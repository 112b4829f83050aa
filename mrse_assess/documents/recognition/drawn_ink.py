"""What a picture of a page shows beside words and lines: a signature, a stamp, a drawing. Runs in the worker."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from mrse_assess.model.places import Box

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_NEIGHBOURHOOD = 14.0  # points about a point within which paper is told from ink
_DARKER = 24  # levels by which ink is darker than what is about it: paper's grain is not
_LINE = 14.0  # points of ink without a gap along a row or column: a ruling and no pen's stroke
_SPECK = 1.5  # square points of ink that dust leaves
_GAP = 3.0  # points between the strokes of one drawing
_LEAST_WIDTH = 24.0  # points: a hole of a punch is narrower
_LEAST_HEIGHT = 12.0  # points: a line of type that was not read is lower
_LEAST_SIDE = 8.0  # points, of the smallest frame about it that may lie askew
_WIDEST = 300.0  # points: wider are frames and tables
_LEAST_INK = 20.0  # square points
_EDGE = 14.0  # points along the page's edges where a scan shows shadows
_AROUND_WORDS = 1.5  # points
_MOST = 60
_STROKES = 1.0  # points between the strokes of one mark
_LEAST_MARK = 2.4  # points of a mark's shorter side
_MOST_MARK = 20.0  # points of its longer side
_MARK_INK = 3.0  # square points
_MOST_MARKS = 800


class Ink(NamedTuple):
    """Boxes of ink outside words, lines and edges, from the top: drawings by hand, and what is as small as a tick."""

    drawings: tuple[Box, ...]
    marks: tuple[Box, ...]


def drawn_ink(picture: "NDArray[np.uint8]", dpi: float, skew: float, words: Sequence[Box]) -> Ink:
    """The ink that is no word, line or edge, in points of the page turned back by ``skew``."""
    import cv2
    import numpy as np

    height, width = picture.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), skew, 1.0)
    straight = cv2.warpAffine(picture, turn, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    point = dpi / 72
    smooth = cv2.GaussianBlur(straight, (3, 3), 0)
    about = int(_NEIGHBOURHOOD * point) | 1
    ink = cv2.adaptiveThreshold(smooth, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, about, _DARKER)
    ink = _without_lines(ink.astype(np.uint8), point)
    edge = round(_EDGE * point)
    ink[:edge] = ink[-edge:] = ink[:, :edge] = ink[:, -edge:] = 0
    for word in words:
        left, top, right, bottom = (round(side * point) for side in word)
        grown = round(_AROUND_WORDS * point)
        ink[max(top - grown, 0) : bottom + grown, max(left - grown, 0) : right + grown] = 0
    ink = _without_specks(ink, point)
    return Ink(_drawings(ink, point), _marks(ink, point))


def _marks(ink: "NDArray[np.uint8]", point: float) -> tuple[Box, ...]:
    """Boxes of strokes that stand together and are as large as a letter; () where they are all over the page."""
    import cv2
    import numpy as np

    reach = round(_STROKES * point) | 1
    count, marked, stats, _ = cv2.connectedComponentsWithStats(cv2.dilate(ink, np.ones((reach, reach), np.uint8)))
    inked = np.bincount(marked[ink > 0], minlength=count) / point**2
    boxes = (stats[:, :4] + (reach // 2, reach // 2, -(reach - 1), -(reach - 1))) / point
    shorter, longer = boxes[:, 2:4].min(axis=1), boxes[:, 2:4].max(axis=1)
    kept = (shorter >= _LEAST_MARK) & (longer <= _MOST_MARK) & (inked >= _MARK_INK)
    kept[0] = False
    found = [
        (round(x, 2), round(y, 2), round(x + across, 2), round(y + down, 2))
        for x, y, across, down in boxes[kept].tolist()
    ]
    return tuple(sorted(found, key=lambda box: (box[1], box[0]))) if len(found) <= _MOST_MARKS else ()


def _without_lines(ink: "NDArray[np.uint8]", point: float) -> "NDArray[np.uint8]":
    import cv2
    import numpy as np

    length, around = round(_LINE * point), np.ones((3, 3), np.uint8)
    lines = [cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones(shape, np.uint8)) for shape in ((1, length), (length, 1))]
    return np.where(cv2.dilate(cv2.bitwise_or(*lines), around) > 0, 0, ink).astype(np.uint8)


def _without_specks(ink: "NDArray[np.uint8]", point: float) -> "NDArray[np.uint8]":
    import cv2
    import numpy as np

    _, marked, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    large = stats[:, cv2.CC_STAT_AREA] >= _SPECK * point * point
    large[0] = False
    return np.where(large[marked], 255, 0).astype(np.uint8)


def _drawings(ink: "NDArray[np.uint8]", point: float) -> tuple[Box, ...]:
    """Boxes of the strokes that stand together, large enough for a drawing by hand."""
    import cv2
    import numpy as np

    reach = round(_GAP * point) | 1
    count, marked, stats, _ = cv2.connectedComponentsWithStats(cv2.dilate(ink, np.ones((reach, reach), np.uint8)))
    inked = np.bincount(marked[ink > 0], minlength=count) / point**2
    found = []
    for which in range(1, count):
        left, top, across, down = (int(value) for value in stats[which][:4])
        box = (left + reach // 2, top + reach // 2, left + across - reach // 2, top + down - reach // 2)
        x0, y0, x1, y1 = (round(side / point, 2) for side in box)
        if not (_LEAST_WIDTH <= x1 - x0 <= _WIDEST and y1 - y0 >= _LEAST_HEIGHT and inked[which] >= _LEAST_INK):
            continue
        rows, columns = np.nonzero((marked[top : top + down, left : left + across] == which) & _cut(ink, stats[which]))
        _, sides, _ = cv2.minAreaRect(np.column_stack((columns, rows)).astype(np.float32))
        if min(sides) >= _LEAST_SIDE * point:  # else a line that lies askew
            found.append((x0, y0, x1, y1))
    return tuple(sorted(found, key=lambda box: (box[1], box[0]))[:_MOST])


def _cut(ink: "NDArray[np.uint8]", stats: "NDArray[np.int32]") -> "NDArray[np.bool_]":
    """Where ink is in a component's box."""
    left, top, across, down = (int(value) for value in stats[:4])
    return ink[top : top + down, left : left + across] > 0
