"""Heads of narrow columns that are set upright on a picture: letters one above the other, read from the bottom."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from mrse_assess.documents.recognition.engine import Engine
from mrse_assess.documents.recognition.regions import Region
from mrse_assess.documents.recognition.strips import Strip, read_strip

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_NARROW = 2.0  # lengths by heights up to which a region may be a piece of an upright line
_SHARED = 0.5  # of the narrower piece's width that two pieces of one line share
_APART = 0.5  # widths between two pieces of one line
_TALL = 1.3  # widths from which pieces together are an upright line
_HEADS = 3  # upright lines beside each other
_MOST = 120  # upright lines tried
_CERTAIN = 0.8
_BETTER = 0.03  # by which they are read with more certainty upright than as level pieces


class Upright(NamedTuple):
    """An upright line: its box in pixels, what it says, and the places of its pieces among all regions."""

    box: tuple[float, float, float, float]
    strip: Strip
    pieces: tuple[int, ...]


def upright_lines(
    engine: Engine,
    picture: "NDArray[np.uint8]",
    found: Sequence[Region],
    skew: float,
    is_parted: Callable[[Region, Region], bool],
) -> tuple[Upright, ...]:
    """The upright lines of a row of heads; () where they are read better as level pieces, or stand alone.

    ``is_parted``: whether a drawn line lies between two regions, as between a head and the mark in the cell below it.
    """
    tall = [stack for stack in stacks(found, is_parted) if _is_tall(_box(found, stack))]
    beside = [stack for stack in tall if sum(_level_with(found, stack, other) for other in tall) >= _HEADS][:_MOST]
    if not beside:
        return ()
    lines = [_read(engine, picture, found, stack, skew) for stack in beside]
    upright = sum(line.strip.certainty for line in lines) / len(lines)
    pieces = [read_strip(engine, picture, found[place]).certainty for stack in beside for place in stack]
    if upright < max(_CERTAIN, sum(pieces) / len(pieces) + _BETTER):
        return ()
    return tuple(line for line in lines if line.strip.pieces)


def stacks(found: Sequence[Region], is_parted: Callable[[Region, Region], bool]) -> list[tuple[int, ...]]:
    """Narrow regions that stand closely above each other, from the top."""
    narrow = sorted((region.y, place) for place, region in enumerate(found) if region.length <= _NARROW * region.height)
    found_stacks: list[list[int]] = []
    for _, place in narrow:
        below = (each for each in found_stacks if _under(found[each[-1]], found[place]))
        stack = next((each for each in below if not is_parted(found[each[-1]], found[place])), None)
        if stack is None:
            found_stacks.append([place])
        else:
            stack.append(place)
    return [tuple(stack) for stack in found_stacks]


def _under(above: Region, below: Region) -> bool:
    narrower = min(above.length, below.length)
    shared = (above.length + below.length) / 2 - abs(above.x - below.x)
    gap = below.y - above.y - (above.height + below.height) / 2
    return min(shared, narrower) >= _SHARED * narrower and gap <= _APART * narrower


def _box(found: Sequence[Region], stack: Sequence[int]) -> tuple[float, float, float, float]:
    parts = [found[place] for place in stack]
    return (
        min(part.x - part.length / 2 for part in parts),
        min(part.y - part.height / 2 for part in parts),
        max(part.x + part.length / 2 for part in parts),
        max(part.y + part.height / 2 for part in parts),
    )


def _is_tall(box: tuple[float, float, float, float]) -> bool:
    return box[3] - box[1] >= _TALL * (box[2] - box[0])


def _level_with(found: Sequence[Region], first: Sequence[int], second: Sequence[int]) -> bool:
    """Whether two stacks reach over the same height; each does with itself."""
    _, top, _, bottom = _box(found, first)
    _, other_top, _, other_bottom = _box(found, second)
    return min(bottom, other_bottom) - max(top, other_top) >= _SHARED * max(bottom - top, other_bottom - other_top)


def _read(
    engine: Engine, picture: "NDArray[np.uint8]", found: Sequence[Region], stack: tuple[int, ...], skew: float
) -> Upright:
    x0, y0, x1, y1 = _box(found, stack)
    region = Region((x0 + x1) / 2, (y0 + y1) / 2, y1 - y0, x1 - x0, skew - 90)
    return Upright((x0, y0, x1, y1), read_strip(engine, picture, region), stack)
