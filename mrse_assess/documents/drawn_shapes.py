"""Small things drawn on a page that may be marks in a table: ticks of few strokes, dots, boxes, shaded cells. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from mrse_assess.model.pages import Drawn

Segment = tuple[float, float, float, float]

MOST_DRAWN = 2000
"""A page with more is a chart or a plan: none of it is given."""

_LEAST = 2.0  # points of the longer side; less is a speck
_LEAST_AREA = 3.0  # points of either side of a filled box; less is a line
_MOST_MARK = 26.0  # points of either side of what is drawn with strokes or curves
_MOST_AREA = (240.0, 120.0)  # width and height of a shaded cell; more is a band or a page's background
_STRAIGHT = 0.8  # points a level or upright stroke may lean
_TOUCH = 1.2  # points between the strokes of one mark
_PALE = 0.985  # of white in every colour: paper
_BLACK = (0.0, 0.0, 0.0)


def drawn_shapes(paths: Iterable[Mapping[str, Any]]) -> tuple[Drawn, ...]:
    """Shapes of the size of marks and of shaded cells among a page's paths, in the order of drawing; () for a chart."""
    found: list[Drawn] = []
    for path in paths:
        kind = path.get("type", "")
        fill = path.get("fill") if "f" in kind else None
        stroke = path.get("color") if "s" in kind else None
        for box, is_box in _pieces(path.get("items", ())):
            shape = _shape(box, fill, stroke, is_box=is_box)
            if shape is None:
                continue
            if found and not shape.filled and _one_mark(found[-1], shape):
                found[-1] = _both(found[-1], shape)
            else:
                found.append(shape)
        if len(found) > MOST_DRAWN:
            return ()
    return tuple(shape for shape in found if max(shape.x1 - shape.x0, shape.y1 - shape.y0) >= _LEAST)


def _pieces(items: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Segment, bool]]:
    """The boxes of what hangs together in a path, and whether each is a box with upright sides."""
    points: list[tuple[float, float]] = []
    curved = False
    for item in items:
        if item[0] == "re":
            left, top, right, bottom = (float(value) for value in item[1])
            yield (min(left, right), min(top, bottom), max(left, right), max(top, bottom)), True
            continue
        here = [(float(point[0]), float(point[1])) for point in (item[1] if item[0] == "qu" else item[1:])]
        if points and (item[0] == "qu" or _apart(points[-1], here[0])):
            yield _piece(points, curved=curved)
            points, curved = [], False
        points.extend(here)
        curved = curved or item[0] == "c"
    if points:
        yield _piece(points, curved=curved)


def _piece(points: list[tuple[float, float]], *, curved: bool) -> tuple[Segment, bool]:
    across, down = [x for x, _ in points], [y for _, y in points]
    level = all(
        abs(x1 - x0) <= _STRAIGHT or abs(y1 - y0) <= _STRAIGHT for (x0, y0), (x1, y1) in pairwise([*points, points[0]])
    )
    return (min(across), min(down), max(across), max(down)), level and not curved


def _apart(end: tuple[float, float], start: tuple[float, float]) -> bool:
    return abs(end[0] - start[0]) > _STRAIGHT or abs(end[1] - start[1]) > _STRAIGHT


def _shape(box: Segment, fill: Any, stroke: Any, *, is_box: bool) -> Drawn | None:
    width, height = box[2] - box[0], box[3] - box[1]
    shaded = fill is not None and min(fill, default=0.0) < _PALE
    if is_box:
        right_size = _LEAST_AREA < width <= _MOST_AREA[0] and _LEAST_AREA < height <= _MOST_AREA[1]
        return _drawn(box, fill, filled=True) if shaded and right_size else None
    if not (shaded or stroke is not None) or width > _MOST_MARK or height > _MOST_MARK:
        return None
    return _drawn(box, fill if shaded else stroke, filled=shaded)


def _drawn(box: Segment, colour: Any, *, filled: bool) -> Drawn:
    levels = [min(max(round(255 * float(part)), 0), 255) for part in (colour or _BLACK)]
    levels = levels if len(levels) == len(_BLACK) else levels[:1] * len(_BLACK)
    left, top, right, bottom = (round(side, 2) for side in box)
    return Drawn(left, top, right, bottom, (levels[0] << 16) + (levels[1] << 8) + levels[2], filled)


def _one_mark(first: Drawn, second: Drawn) -> bool:
    """Whether two strokes touch and are together no larger than a mark."""
    near = (
        second.x0 <= first.x1 + _TOUCH
        and first.x0 <= second.x1 + _TOUCH
        and second.y0 <= first.y1 + _TOUCH
        and first.y0 <= second.y1 + _TOUCH
    )
    both = _both(first, second)
    return near and not first.filled and both.x1 - both.x0 <= _MOST_MARK and both.y1 - both.y0 <= _MOST_MARK


def _both(first: Drawn, second: Drawn) -> Drawn:
    return first._replace(
        x0=min(first.x0, second.x0),
        y0=min(first.y0, second.y0),
        x1=max(first.x1, second.x1),
        y1=max(first.y1, second.y1),
    )
