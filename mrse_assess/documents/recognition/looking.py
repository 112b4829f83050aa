"""A picture of a page -> its lines of words, its drawn lines, how it lies. Runs in the worker."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from mrse_assess.documents.recognition.drawn_ink import Ink, drawn_ink
from mrse_assess.documents.recognition.drawn_lines import drawn_lines, outside_words
from mrse_assess.documents.recognition.engine import Engine
from mrse_assess.documents.recognition.regions import Region, regions
from mrse_assess.documents.recognition.strips import Strip, read_strip
from mrse_assess.documents.recognition.upright import Upright, upright_lines
from mrse_assess.model.places import Box
from mrse_assess.model.straight import Straight

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_LOOKED_THROUGH = 96.0  # dots per inch at which text is looked for; its letters are read at the picture's own
_LONGEST_LOOKED = 1600  # pixels
_LEAST_CERTAIN = 0.55  # of a line that is kept
_TRIED = 4  # lines read both ways up
_BETTER = 0.12  # by which the other way up must be more certain
_ON_SIDE = 0.6  # share of the length of all lines
_SURELY_ON_SIDE = 0.9
_LINE_LIKE = 4.0  # lengths by heights of a line of some words
_LARGER_TYPE = 1.15  # times the largest type that runs the other way
_AIR = 0.12  # of the height of the ink: above and below it, as in the boxes of a file's own words
_SIZE = 0.52  # height of small letters over the size of the type


class SeenWord(NamedTuple):
    """A word with its box on the straight page, in points."""

    text: str
    box: Box
    certainty: float


class SeenLine(NamedTuple):
    """A line that was read: its box on the straight page and its type size in points, its words from the left."""

    box: Box
    words: tuple[SeenWord, ...]
    size: float = 0.0


class Seen(NamedTuple):
    """What was seen on a page; lines as they come, coordinates of the straight page in points.

    ``unread`` is the share of the length of all lines whose letters could not be told.
    """

    lines: tuple[SeenLine, ...]
    rulings: tuple[Box, ...]
    skew: float
    unread: float
    turn: Straight
    ink: Ink = Ink((), ())  # drawn by hand, stamped, ticks, or words that were not read
    found: int = 0  # lines, those that could not be told too


def look(engine: Engine, picture: "NDArray[np.uint8]", dpi: float) -> Seen:
    """What a grey picture of a whole page shows, the right way up or not, straight or askew."""
    import numpy as np

    size = (picture.shape[1] * 72 / dpi, picture.shape[0] * 72 / dpi)
    found, skew = lines_on(engine, picture, dpi)
    quarters = 0
    if lies_on_side(found, is_wide=picture.shape[1] > picture.shape[0]):
        quarters = 1  # its lines run downwards
        picture = np.ascontiguousarray(np.rot90(picture))
        found, skew = lines_on(engine, picture, dpi)
    if _is_upside_down(engine, picture, found):
        quarters += 2
        picture = np.ascontiguousarray(picture[::-1, ::-1])
        found = _other_way_up(found, picture)
    total = _within_half_turn(90 * quarters + skew)
    level = Straight(picture.shape[1] * 72 / dpi, picture.shape[0] * 72 / dpi, skew)
    drawn = drawn_lines(picture, dpi, skew)
    upright = upright_lines(
        engine, picture, found, skew, lambda one, two: _is_line_between(one, two, drawn, level, dpi)
    )
    taken = {place for line in upright for place in line.pieces}
    found = [region for place, region in enumerate(found) if place not in taken]
    lines = [(region, read_strip(engine, picture, region)) for region in found if region.length > region.height / 2]
    kept = [(region, strip) for region, strip in lines if strip.certainty >= _LEAST_CERTAIN]
    whole = sum(region.length for region in found)
    read = tuple(_line(region.scaled(72 / dpi), strip, level) for region, strip in kept)
    read += tuple(_upright_line(line, 72 / dpi, level) for line in upright)
    boxes = [word.box for line in read for word in line.words]
    return Seen(
        lines=read,
        rulings=outside_words(drawn, boxes),
        skew=round(total, 2) + 0.0,
        unread=1 - sum(region.length for region, _ in kept) / whole if whole else 0.0,
        turn=Straight(*size, total),
        ink=drawn_ink(picture, dpi, skew, boxes),
        found=len(found) + len(upright),
    )


def lines_on(engine: Engine, picture: "NDArray[np.uint8]", dpi: float) -> tuple[list[Region], float]:
    """The lines of the picture in its pixels, and its skew."""
    import cv2

    factor = min(_LOOKED_THROUGH / dpi, _LONGEST_LOOKED / max(picture.shape), 1.0)
    smaller = cv2.resize(picture, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    marked = engine.text_map(smaller.astype(picture.dtype))
    heat = cv2.resize(marked, (smaller.shape[1], smaller.shape[0]), interpolation=cv2.INTER_LINEAR)
    found, skew = regions(heat.astype(marked.dtype))
    return [region.scaled(1 / factor) for region in found], skew


def lies_on_side(found: list[Region], *, is_wide: bool) -> bool:
    """Whether most of the page's lines run up or down it, and not only the heads of a table's narrow columns.

    ``is_wide``: the picture is wider than tall, as a page with such a table is that lies as it is read.
    """
    upright = sum(region.height for region in found if region.height > 1.5 * region.length)
    whole = sum(max(region.length, region.height) for region in found)
    if not upright > _ON_SIDE * whole > 0:
        return False
    return upright > _SURELY_ON_SIDE * whole or not _is_headed_level(found, 1.0 if is_wide else _LARGER_TYPE)


def _is_headed_level(found: list[Region], larger: float) -> bool:
    """Whether the line of the largest type is level: a title stands as the page is read."""
    level = [region.height for region in found if region.length >= _LINE_LIKE * region.height]
    upright = [region.length for region in found if region.height >= _LINE_LIKE * region.length]
    return max(level, default=0.0) > larger * max(upright, default=0.0)


def _is_line_between(one: Region, two: Region, drawn: Sequence[Box], level: Straight, dpi: float) -> bool:
    """Whether a drawn line parts two regions that stand above each other."""
    x, top = level.level(one.x * 72 / dpi, one.y * 72 / dpi)
    _, bottom = level.level(two.x * 72 / dpi, two.y * 72 / dpi)
    return any(y1 - y0 < x1 - x0 and x0 <= x <= x1 and top < y0 < bottom for x0, y0, x1, y1 in drawn)


def _is_upside_down(engine: Engine, picture: "NDArray[np.uint8]", found: list[Region]) -> bool:
    """Whether the longest lines are read with more certainty from the other side."""
    longest = sorted(found, key=lambda region: -region.length)[:_TRIED]
    as_is = sum(read_strip(engine, picture, region).certainty for region in longest)
    if as_is >= (1 - _BETTER) * len(longest):
        return False
    turned = picture[::-1, ::-1].copy()
    other = sum(read_strip(engine, turned, region).certainty for region in _other_way_up(longest, picture))
    return other > as_is + _BETTER * len(longest)


def _other_way_up(found: list[Region], picture: "NDArray[np.uint8]") -> list[Region]:
    height, width = picture.shape
    return [region._replace(x=width - region.x, y=height - region.y) for region in found]


def _within_half_turn(angle: float) -> float:
    return (angle + 180) % 360 - 180


def _line(region: Region, strip: Strip, level: Straight) -> SeenLine:
    """The region's words on the straight page, in points."""
    x, y = level.level(region.x, region.y)
    left, above = x - region.length / 2, y - region.height / 2
    air = _AIR * (strip.bottom - strip.top)
    top, bottom = (round(float(above + share * region.height), 2) for share in (strip.top - air, strip.bottom + air))
    words = tuple(
        SeenWord(
            piece.text,
            (
                round(float(left + piece.start * region.length), 2),
                top,
                round(float(left + piece.end * region.length), 2),
                bottom,
            ),
            round(piece.certainty, 3),
        )
        for piece in strip.pieces
    )
    box = (words[0].box[0], top, words[-1].box[2], bottom)
    return SeenLine(box, words, round(float(strip.small * region.height / _SIZE), 1))


def _upright_line(line: Upright, scale: float, level: Straight) -> SeenLine:
    """The words of an upright line on the straight page, in points, from the bottom."""
    left, top, right, bottom = (side * scale for side in line.box)
    x, y = level.level((left + right) / 2, (top + bottom) / 2)
    across, down = (right - left) / 2, bottom - top
    words = tuple(
        SeenWord(
            piece.text,
            (
                round(float(x - across), 2),
                round(float(y + down / 2 - piece.end * down), 2),
                round(float(x + across), 2),
                round(float(y + down / 2 - piece.start * down), 2),
            ),
            round(piece.certainty, 3),
        )
        for piece in line.strip.pieces
    )
    box = (words[0].box[0], words[-1].box[1], words[0].box[2], words[0].box[3])
    return SeenLine(box, words, round(float(line.strip.small * 2 * across / _SIZE), 1))
