"""Boxes: left, top, right, bottom in points. Pure."""

from collections.abc import Iterable

from mrse_assess.model.places import Box


def area(box: Box) -> float:
    """Square points; nothing for a box whose edges are the wrong way round."""
    return max(box[2] - box[0], 0.0) * max(box[3] - box[1], 0.0)


def cut(box: Box, by: Box) -> Box:
    """What the two have in common; of no area where that is nothing."""
    return max(box[0], by[0]), max(box[1], by[1]), min(box[2], by[2]), min(box[3], by[3])


def meet(one: Box, other: Box) -> bool:
    """Whether the two have a point in common."""
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def holds_middle(outer: Box, inner: Box) -> bool:
    """Whether the middle of one lies in the other."""
    x, y = (inner[0] + inner[2]) / 2, (inner[1] + inner[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box around several."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def shrunk(box: Box, by: float) -> Box:
    """The box with every edge moved inwards."""
    return box[0] + by, box[1] + by, box[2] - by, box[3] - by
