"""Whether a picture among a page's words holds text itself: a pasted table, a console's screen. Runs in the worker.

A photograph has no paper; a drawing has few words. Only what looks like many words on paper is worth seconds, or like
some bright words on black: there a scanner's console shows the name of a patient.
"""
# mypy: disable-error-code="no-untyped-call"
# The PDF library carries no types for most of its calls.

from collections.abc import Iterable
from typing import TYPE_CHECKING

from mrse_assess.model.places import Box

if TYPE_CHECKING:
    import numpy as np
    import pymupdf
    from numpy.typing import NDArray

_DPI = 72
_LEAST_SHARE = 0.06  # of the page's area
_PAPER = 200  # level from which a point is paper
_MOSTLY_PAPER = 0.55
_INK = 140
_LEAST_WORDS = 30
_BLACK = 60
_MOSTLY_BLACK = 0.4
_LIGHT = 140
_LEAST_OVERLAY = 3  # words
_FLAT = 1.5  # width by height of a word; lamps and screws in the dark are round
_HEIGHTS = (3, 18)  # points of a word
_LEAST_WIDTH = 6  # points
_LETTER_GAP = 3  # points between letters of a word


def holds_text(page: "pymupdf.Page", boxes: Iterable[Box]) -> bool:
    """Whether a picture in these boxes of the unrotated page looks like many words on paper, or some on black."""
    import pymupdf

    area = abs(page.rect.width * page.rect.height) or 1.0
    shown = (pymupdf.Rect(box) * page.rotation_matrix & page.rect for box in dict.fromkeys(boxes))
    return any(rect.get_area() >= _LEAST_SHARE * area and _looks_like_text(_levels(page, rect)) for rect in shown)


def _levels(page: "pymupdf.Page", rect: "pymupdf.Rect") -> "NDArray[np.uint8]":
    import numpy as np
    import pymupdf

    drawn = page.get_pixmap(dpi=_DPI, clip=rect, colorspace=pymupdf.csGRAY, alpha=False)
    return np.frombuffer(drawn.samples, np.uint8).reshape(drawn.height, drawn.stride)[:, : drawn.width]


def _looks_like_text(levels: "NDArray[np.uint8]") -> bool:
    if levels.size == 0:
        return False
    if (levels >= _PAPER).mean() >= _MOSTLY_PAPER:
        return _words_in(levels < _INK) >= _LEAST_WORDS
    return bool((levels < _BLACK).mean() >= _MOSTLY_BLACK) and _words_in(levels > _LIGHT, _FLAT) >= _LEAST_OVERLAY


def _words_in(ink: "NDArray[np.bool_]", flat: float = 1.0) -> int:
    """How many blots of ink have the form of a word, wider than high by so much."""
    import cv2
    import numpy as np

    words = cv2.dilate(ink.astype(np.uint8), np.ones((1, _LETTER_GAP), np.uint8))
    _, _, found, _ = cv2.connectedComponentsWithStats(words)
    width, height = found[1:, cv2.CC_STAT_WIDTH], found[1:, cv2.CC_STAT_HEIGHT]
    like_words = (height >= _HEIGHTS[0]) & (height <= _HEIGHTS[1]) & (width >= _LEAST_WIDTH) & (width > flat * height)
    return int(like_words.sum())
