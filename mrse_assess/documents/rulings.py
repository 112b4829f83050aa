"""Drawn lines of a page: straight ones, joined where they continue each other, and where there are curves. Pure."""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from mrse_assess.model.pages import Ruling

Segment = tuple[float, float, float, float]

_THIN = 3.0  # points: a rectangle up to this thick is a line
_SHORTEST = 6.0
_STRAIGHT = 0.8  # points a line may lean
_SAME = 0.9  # points between lines taken for one
_GAP = 1.6  # points between ends that are joined
_PALE = 0.97  # a fill this near to white is paper, not a box
_CORNERS = 4  # most curves of a box with rounded corners, which has at least three straight sides
_SIDES = 3
_LEAST_CURVED = (12.0, 4.0)  # width and height from which curves are more than a bullet or a dot
_PIECES = 6  # straight pieces from which a path may be a pen's stroke
_TURNS = 2  # times that it goes from up to down or back
_TALLEST_SCRAWL = 80.0  # points
_LEAST_FILL = (20.0, 8.0)  # width and height from which a filled box has edges worth keeping


def drawn_segments(paths: Iterable[Mapping[str, Any]]) -> list[Segment]:
    """Horizontal and vertical lines among a page's paths: strokes, thin rectangles, edges of boxes and shaded bands."""
    found: list[Segment] = []
    for path in paths:
        stroked = "s" in path.get("type", "")
        shaded = "f" in path.get("type", "") and min(path.get("fill") or (1.0,)) < _PALE
        for item in path.get("items", ()):
            if item[0] == "l" and stroked:
                found.extend(_straight((*_point(item[1]), *_point(item[2]))))
            elif item[0] in {"re", "qu"}:
                found.extend(_box_lines(_bounds(item), stroked=stroked, shaded=shaded))
    return found


def curved_boxes(paths: Iterable[Mapping[str, Any]]) -> list[Segment]:
    """Boxes of paths with curves, or drawn by hand, without bullets and rounded boxes: signatures, sketches, logos."""
    found: list[Segment] = []
    for path in paths:
        kinds = [item[0] for item in path.get("items", ())]
        curves = kinds.count("c")
        left, top, right, bottom = (float(value) for value in path.get("rect", (0, 0, 0, 0)))
        large = right - left >= _LEAST_CURVED[0] and bottom - top >= _LEAST_CURVED[1]
        if not large:
            continue
        bent = curves and not (curves <= _CORNERS and len(kinds) - curves >= max(curves, _SIDES))
        if bent or _is_scrawl(path, right - left, bottom - top):
            found.append((left, top, right, bottom))
    return found


def _is_scrawl(path: Mapping[str, Any], width: float, height: float) -> bool:
    """Whether a path is a pen's stroke in short straight pieces, going up and down: no outline, no curve of a chart."""
    items = path.get("items", ())
    if "f" in path.get("type", "") or path.get("closePath") or len(items) < _PIECES or height > _TALLEST_SCRAWL:
        return False
    if any(item[0] != "l" for item in items) or width < height:
        return False
    steps = [(_point(item[1]), _point(item[2])) for item in items]
    slanted = sum(abs(x1 - x0) > _STRAIGHT and abs(y1 - y0) > _STRAIGHT for (x0, y0), (x1, y1) in steps)
    rises = [y1 > y0 for (_, y0), (_, y1) in steps if abs(y1 - y0) > _STRAIGHT]
    turns = sum(one != two for one, two in pairwise(rises))
    return slanted >= _PIECES / 2 and slanted > len(items) / 2 and turns >= _TURNS


def _point(point: Any) -> tuple[float, float]:
    return float(point[0]), float(point[1])


def _bounds(item: tuple[Any, ...]) -> Segment:
    """Left, top, right, bottom of a rectangle or quad."""
    if item[0] == "re":
        left, top, right, bottom = (float(value) for value in item[1])
        return min(left, right), min(top, bottom), max(left, right), max(top, bottom)
    points = [_point(point) for point in item[1]]
    across, down = [x for x, _ in points], [y for _, y in points]
    return min(across), min(down), max(across), max(down)


def _straight(line: Segment) -> list[Segment]:
    left, top, right, bottom = line
    if abs(right - left) <= _STRAIGHT:
        middle = (left + right) / 2
        return [(middle, min(top, bottom), middle, max(top, bottom))]
    if abs(bottom - top) <= _STRAIGHT:
        middle = (top + bottom) / 2
        return [(min(left, right), middle, max(left, right), middle)]
    return []


def _box_lines(box: Segment, *, stroked: bool, shaded: bool) -> list[Segment]:
    left, top, right, bottom = box
    width, height = right - left, bottom - top
    if (height <= _THIN or width <= _THIN) and (stroked or shaded):
        middle_x, middle_y = (left + right) / 2, (top + bottom) / 2
        return [(left, middle_y, right, middle_y)] if width >= height else [(middle_x, top, middle_x, bottom)]
    if stroked or (shaded and width >= _LEAST_FILL[0] and height >= _LEAST_FILL[1]):
        return [
            (left, top, right, top),
            (left, bottom, right, bottom),
            (left, top, left, bottom),
            (right, top, right, bottom),
        ]
    return []


def joined(segments: Iterable[Segment], most: int) -> tuple[tuple[Ruling, ...], bool]:
    """The lines with their pieces joined, from the top left; of more than ``most`` the longest ones, and True."""
    every = list(segments)
    level = [(y0, x0, x1) for x0, y0, x1, y1 in every if y0 == y1]
    upright = [(x0, y0, y1) for x0, y0, x1, y1 in every if x0 == x1 and y0 != y1]
    lines = [Ruling(start, at, end, at) for at, start, end in _join(level)]
    lines += [Ruling(at, start, at, end) for at, start, end in _join(upright)]
    lines = [line for line in lines if _length(line) >= _SHORTEST]
    crowded = len(lines) > most
    if crowded:
        lines = sorted(lines, key=_length, reverse=True)[:most]
    rounded = {Ruling(*(round(value, 2) for value in line)) for line in lines}
    return tuple(sorted(rounded, key=lambda line: (line.y0, line.x0, line.y1, line.x1))), crowded


def _join(lines: list[tuple[float, float, float]]) -> list[tuple[float, float, float]]:
    """Lines at (nearly) the same place whose ends meet become one: (place, start, end)."""
    result: list[tuple[float, float, float]] = []
    for group in _nearby(sorted(lines)):
        at = group[0][0]
        start, end = None, 0.0
        for _, first, last in sorted(group, key=lambda line: line[1]):
            if start is None:
                start, end = first, last
            elif first <= end + _GAP:
                end = max(end, last)
            else:
                result.append((at, start, end))
                start, end = first, last
        if start is not None:
            result.append((at, start, end))
    return result


def _nearby(lines: list[tuple[float, float, float]]) -> list[list[tuple[float, float, float]]]:
    """Sorted lines in groups, each within :data:`_SAME` of its first."""
    groups: list[list[tuple[float, float, float]]] = []
    for line in lines:
        if groups and line[0] - groups[-1][0][0] <= _SAME:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _length(line: Ruling) -> float:
    return abs(line.x1 - line.x0) + abs(line.y1 - line.y0)
