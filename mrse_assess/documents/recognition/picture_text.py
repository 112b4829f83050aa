"""Whether a picture among a page's words is worth looking at for words of its own. Runs in the worker.

A pasted table, a console's screen, a label, a wristband, a message: what may hold words is a patch of some size with
blots that have the form of words. A photograph of a room, a drawing, a signature and a letterhead seen before cost no
more than this look; of what is left, recognition itself says whether there are words.
"""
# mypy: disable-error-code="no-untyped-call"
# The PDF library carries no types for most of its calls.

import functools
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from mrse_assess.model.pages import Word
from mrse_assess.model.places import Box

if TYPE_CHECKING:
    import numpy as np
    import pymupdf
    from numpy.typing import NDArray

TABLE: Final = "pages-picture-text"
"""Many words on paper, or some on black: the picture holds text."""
PERHAPS: Final = "pages-pictures-unread"
"""Some blots like words: it may hold a label or a line of text."""

_DPI = 72
_SMALL_DPI = 110  # for the letters of a label, which are small
_LEAST_SHARE = 0.06  # of the page's area: of a table or a screen
_LEAST_SIDES = (10.0, 54.0)  # points: one line of the smallest print that is read, and as long as a name with a number
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
_AROUND = 25  # pixels about a point that say whether it is dark or light there
_STANDS_OUT = 22  # levels
_LEAST_BLOTS = 2  # words of a label: a name, a number
_LETTERHEAD = 3  # pages: a picture on more is a letterhead, and looked at on the first of them
_TOUCHING = 1.0  # points between strips of one picture
_MOST_BOXES = 400  # of a page; more are tiles of a drawing
_MOST_NAMED = 20_000  # pages, and pictures named by them, that are gone through for letterheads


def what_pictures_hold(page: "pymupdf.Page", boxes: Iterable[Box], words: Sequence[Word] = ()) -> str | None:
    """Whether a picture in these boxes of the unrotated page looks like text, may be, or holds none.

    ``words`` are those that the file itself has on the page as shown: a background under them holds none of its own.
    """
    perhaps = None
    for rect in picture_places(page, boxes):
        if is_large(page, rect) and _looks_like_text(_levels(page, rect, _DPI)):
            return TABLE
        if perhaps is None and _may_hold_words(_without(_levels(page, rect, _SMALL_DPI), rect, words)):
            perhaps = PERHAPS
    return perhaps


def is_large(page: "pymupdf.Page", rect: "pymupdf.Rect") -> bool:
    """Whether a picture has the size of a table or a screen."""
    return bool(rect.get_area() >= _LEAST_SHARE * (abs(page.rect.width * page.rect.height) or 1.0))


def picture_places(page: "pymupdf.Page", boxes: Iterable[Box]) -> list["pymupdf.Rect"]:
    """Where pictures of the size of a label and more stand on the page as shown; strips of one are one."""
    import pymupdf

    seen_before = _letterheads(page)
    known = dict.fromkeys(box for box in boxes if _rounded(box) not in seen_before)
    shown = [pymupdf.Rect(box) * page.rotation_matrix & page.rect for box in known]
    joined = _joined([rect for rect in shown if not rect.is_empty][:_MOST_BOXES])
    return [
        rect
        for rect in joined
        if min(rect.width, rect.height) >= _LEAST_SIDES[0] and max(rect.width, rect.height) >= _LEAST_SIDES[1]
    ]


def picture_boxes(page: "pymupdf.Page") -> tuple[Box, ...]:
    """The boxes of the page's pictures, not turned."""
    return tuple(box for kind, box in page.get_bboxlog() if kind in {"fill-image", "fill-imgmask"})


def _joined(rects: list["pymupdf.Rect"]) -> list["pymupdf.Rect"]:
    """Those that touch as one."""
    found: list[pymupdf.Rect] = []
    for rect in rects:
        current = rect
        while near := [each for each in found if _touch(each, current)]:
            found = [each for each in found if each not in near]
            for each in near:
                current |= each
        found.append(current)
    return found


def _touch(one: "pymupdf.Rect", other: "pymupdf.Rect") -> bool:
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    down = min(one.y1, other.y1) - max(one.y0, other.y0)
    return bool(across > -_TOUCHING and down > -_TOUCHING)


def _letterheads(page: "pymupdf.Page") -> set[Box]:
    """The boxes of pictures that stand on many pages, of which this is not the first.

    The library names pictures by the page and places by their size in pixels: a picture of the same size that stands
    here only makes both be looked at.
    """
    there = _stands_on(page.parent)
    repeated: set[tuple[int, int]] = set()
    own: set[tuple[int, int]] = set()
    for image in page.get_images():
        pages, first = there.get(image[0], (1, page.number))
        (repeated if pages > _LETTERHEAD and first != page.number else own).add((image[2], image[3]))
    repeated -= own
    if not repeated:
        return set()
    return {_rounded(each["bbox"]) for each in page.get_image_info() if (each["width"], each["height"]) in repeated}


@functools.lru_cache(maxsize=1)
def _stands_on(document: "pymupdf.Document") -> dict[int, tuple[int, int]]:
    """On how many pages each picture of the document stands, and on which first."""
    found: dict[int, tuple[int, int]] = {}
    named = 0
    for number in range(document.page_count):
        names = _named_on(document, number)
        for name in names:
            pages, first = found.get(name, (0, number))
            found[name] = (pages + 1, first)
        named += 1 + len(names)
        if named > _MOST_NAMED:
            break
    return found


def _named_on(document: "pymupdf.Document", number: int) -> set[int]:
    """The pictures that a page names; none of a damaged one, which must not cost the others."""
    try:
        return {image[0] for image in document.get_page_images(number)}
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - the library raises anything
        return set()


def _rounded(box: Sequence[float]) -> Box:
    x0, y0, x1, y1 = (float(round(value)) for value in box)
    return x0, y0, x1, y1


def _levels(page: "pymupdf.Page", rect: "pymupdf.Rect", dpi: int) -> "NDArray[np.uint8]":
    import numpy as np
    import pymupdf

    drawn = page.get_pixmap(dpi=dpi, clip=rect, colorspace=pymupdf.csGRAY, alpha=False)
    return np.frombuffer(drawn.samples, np.uint8).reshape(drawn.height, drawn.stride)[:, : drawn.width]


def _without(levels: "NDArray[np.uint8]", rect: "pymupdf.Rect", words: Sequence[Word]) -> "NDArray[np.uint8]":
    """The picture with the level of its ground where these words stand."""
    import numpy as np

    over = [word for word in words if word.x1 > rect.x0 and word.x0 < rect.x1]
    over = [word for word in over if word.y1 > rect.y0 and word.y0 < rect.y1]
    if not over or levels.size == 0:
        return levels
    covered, ground, scale = levels.copy(), int(np.median(levels)), _SMALL_DPI / 72
    for word in over:
        left, right = (max(round((edge - rect.x0) * scale), 0) for edge in (word.x0 - 1, word.x1 + 1))
        top, bottom = (max(round((edge - rect.y0) * scale), 0) for edge in (word.y0, word.y1))
        covered[top:bottom, left:right] = ground
    return covered


def _looks_like_text(levels: "NDArray[np.uint8]") -> bool:
    if levels.size == 0:
        return False
    if (levels >= _PAPER).mean() >= _MOSTLY_PAPER:
        return _words_in(levels < _INK) >= _LEAST_WORDS
    return bool((levels < _BLACK).mean() >= _MOSTLY_BLACK) and _words_in(levels > _LIGHT, _FLAT) >= _LEAST_OVERLAY


def _may_hold_words(levels: "NDArray[np.uint8]") -> bool:
    """Whether some blots stand out from the ground about them as words do, in whatever light."""
    import cv2
    import numpy as np

    if levels.size == 0:
        return False
    ground = cv2.blur(levels, (_AROUND, _AROUND)).astype(np.int16)
    lighter = levels.astype(np.int16) - ground
    scale = _SMALL_DPI / 72
    return any(_words_in(ink, _FLAT, scale) >= _LEAST_BLOTS for ink in (lighter < -_STANDS_OUT, lighter > _STANDS_OUT))


def _words_in(ink: "NDArray[np.bool_]", flat: float = 1.0, scale: float = 1.0) -> int:
    """How many blots of ink have the form of a word, wider than high by so much; ``scale``: pixels in a point."""
    import cv2
    import numpy as np

    words = cv2.dilate(ink.astype(np.uint8), np.ones((1, round(_LETTER_GAP * scale)), np.uint8))
    _, _, found, _ = cv2.connectedComponentsWithStats(words)
    width, height = found[1:, cv2.CC_STAT_WIDTH], found[1:, cv2.CC_STAT_HEIGHT]
    lowest, highest = (points * scale for points in _HEIGHTS)
    like_words = (height >= lowest) & (height <= highest) & (width >= _LEAST_WIDTH * scale) & (width > flat * height)
    return int(like_words.sum())
