"""Where the columns and rows of a matrix on a page meet, and what is drawn or written there."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

from mrse_assess.intake.grids.rulings import horizontals, positions, verticals
from mrse_assess.intake.table.tick_axes import Axis, Entry
from mrse_assess.intake.text.lines import Line, PageLines, lines_of, segments
from mrse_assess.model.pages import Drawn, Word
from mrse_assess.model.places import Box
from mrse_assess.terms import TextSource

_SAME_LINE: Final = 2.0  # points
_BEYOND: Final = 0.6  # of the distance between heads that a column reaches beyond the first and the last
_REACH: Final = 0.6  # of the usual width of a column that a mark may be from the middle of its head
_NEAR: Final = 20.0  # points that it may be from it in any case
_ONE_COLUMN: Final = 1.3  # of the usual width of a column that one column has at most
_ALONE: Final = 30.0  # points about the head of the only column
_OVER: Final = 0.6  # heights of the first label by which its row begins above it, where no line does; above are heads
_LAST_ROW: Final = 60.0  # points below the last row's label within which a line may end it
_LEAST_DRAWN: Final = 2.0  # points of a mark; less is a speck
_MOST_DRAWN: Final = 26.0  # points of a mark's height
_EDGE: Final = 0.15  # share of a cell along its edges in which a picture's ink is a rest of its lines
_ALIKE: Final = 1.7  # times by which marks of one picture differ in size
_FILLS: Final = (0.7, 0.6)  # share of a cell's width and height that its shading covers
_WHOLE: Final = 0.8  # share of a row or column that one shading covers to be a band's
_BANDS: Final = 0.6  # share of a shading's cells that lie in bands for it to be no mark


class Place(NamedTuple):
    """Where a row and a column meet, as their numbers."""

    row: int
    column: int


class Filled(NamedTuple):
    """What one place holds: its words, whether something is drawn there that is no word, and the box of all."""

    text: str
    drawn: bool
    box: Box
    shaded: bool = False
    picture: bool = False


class _Mesh(NamedTuple):
    """Where columns and rows end, and the middles of the heads."""

    edges: Sequence[float]
    bounds: Sequence[float]
    middles: Sequence[float]

    def place(self, box: Box) -> Place | None:
        """The place in which the middle of a box lies; none too far from its head, where a head was not seen."""
        at = (box[0] + box[2]) / 2
        column = bisect_right(self.edges, at) - 1
        row = bisect_right(self.bounds, (box[1] + box[3]) / 2) - 1
        if not (0 <= column < len(self.edges) - 1 and 0 <= row < len(self.bounds) - 1):
            return None
        usual = median(second - first for first, second in pairwise(self.edges))
        return Place(row, column) if abs(at - self.middles[column]) <= max(_REACH * usual, _NEAR) else None

    def is_inside(self, place: Place, box: Box) -> bool:
        """Whether the middle of a box is well inside its place."""
        left, top = self.edges[place.column], self.bounds[place.row]
        across = ((box[0] + box[2]) / 2 - left) / self.width(place)
        down = ((box[1] + box[3]) / 2 - top) / self.height(place)
        return min(across, down, 1 - across, 1 - down) >= _EDGE

    def width(self, place: Place) -> float:
        """The width of the place's column."""
        return self.edges[place.column + 1] - self.edges[place.column]

    def height(self, place: Place) -> float:
        """The height of the place's row."""
        return self.bounds[place.row + 1] - self.bounds[place.row]


class Body(NamedTuple):
    """The places of a matrix that hold something, and where its columns and rows end; ``bottom`` is its own end."""

    filled: dict[Place, Filled]
    bottom: float
    ruled: bool
    edges: Sequence[float]
    bounds: Sequence[float]


def body_of(level: PageLines, across: Axis, down: Axis, top: float, limit: float) -> Body:
    """What the matrix of these axes holds between ``top`` and ``limit``."""
    edges = column_edges(level, across)
    bounds = _row_bounds(level, down, edges[0], top, limit)
    ruled = len(positions(verticals(level.page.rulings))) > len(across.entries)
    mesh = _Mesh(edges, bounds, _middles(edges, across, ruled=ruled))
    words: dict[Place, list[Word]] = {}
    titles = _titles(level, across, edges[0])
    for line in level.lines:
        for word in line.words:
            place = mesh.place((word.x0, word.y0, word.x1, word.y1))
            if place is not None and id(word) not in titles:
                words.setdefault(place, []).append(word)
    drawn, fills = _drawn(level, mesh)
    filled = {place: _written(each, place in drawn, drawn.get(place)) for place, each in words.items()}
    for place, (box, picture) in drawn.items():
        filled.setdefault(place, Filled("", drawn=True, box=box, picture=picture))
    if len(filled) * 5 < len(fills):
        filled.update({place: Filled("", drawn=True, box=box, shaded=True) for place, box in fills.items()})
    return Body(filled, bounds[-1], ruled, edges, bounds)


def _titles(level: PageLines, across: Axis, left: float) -> set[int]:
    """The last words of titles that reach into the first column where no line ends theirs, by their identity."""
    if any(abs(at - left) <= _SAME_LINE for at in positions(verticals(level.page.rulings))):
        return set()
    head = across.entries[0].x0
    texts = (words for line in level.lines if line.y0 >= across.bottom for words in segments(line))
    return {id(word) for words in texts if words[0].x0 < left - 1 for word in words if word.x1 < head}


def _middles(edges: Sequence[float], across: Axis, *, ruled: bool) -> list[float]:
    """The middles of the columns: of their heads, but between drawn lines, unless those hold more than one column."""
    widths = [second - first for first, second in pairwise(edges)]
    return [
        edges[place] + width / 2 if ruled and width <= _ONE_COLUMN * median(widths) else entry.across
        for place, (entry, width) in enumerate(zip(across.entries, widths, strict=True))
    ]


def _written(words: Sequence[Word], marked: bool, drawn: tuple[Box, bool] | None) -> Filled:
    text = " ".join(line.text for line in lines_of(tuple(words)))
    boxes = [(word.x0, word.y0, word.x1, word.y1) for word in words] + ([drawn[0]] if drawn else [])
    sides = list(zip(*boxes, strict=True))
    box = (min(sides[0]), min(sides[1]), max(sides[2]), max(sides[3]))
    return Filled(text, drawn=marked, box=box, picture=bool(drawn and drawn[1]))


def column_edges(level: PageLines, across: Axis) -> list[float]:
    """Where columns begin and end: lines drawn between heads, else the middle between them."""
    lines = positions(
        [each for each in verticals(level.page.rulings) if each.end > across.top and each.end > across.bottom + 2]
    )
    middles = [entry.across for entry in across.entries]
    inner = [_between(lines, first, second) for first, second in pairwise(middles)]
    first, last = across.entries[0], across.entries[-1]
    if len(middles) == 1:
        return [_before(lines, first.x0, first.x0 - _ALONE), _after(lines, last.x1, last.x1 + _ALONE)]
    left = min(middles[0] - _BEYOND * (middles[1] - middles[0]), first.x0 - 1)
    right = max(middles[-1] + _BEYOND * (middles[-1] - middles[-2]), last.x1 + 1)
    usual = max((two - one for one, two in pairwise(inner)), default=0.0)  # heads may stand at the left of columns
    return [_before(lines, first.x0, left), *inner, _after(lines, last.x1, max(right, inner[-1] + usual))]


def _between(lines: Sequence[float], low: float, high: float) -> float:
    inside = [at for at in lines if low < at < high]
    return min(inside, key=lambda at: abs(at - (low + high) / 2)) if inside else (low + high) / 2


def _before(lines: Sequence[float], at: float, furthest: float) -> float:
    return max((each for each in lines if furthest - 8 <= each <= at + 1), default=furthest)


def _after(lines: Sequence[float], at: float, furthest: float) -> float:
    return min((each for each in lines if at - 1 <= each <= furthest + 8), default=furthest)


def _row_bounds(level: PageLines, down: Axis, left: float, top: float, limit: float) -> list[float]:
    """Where rows begin and end: lines drawn between labels, else the widest white gap among the words left of heads."""
    rules = positions(
        [each for each in horizontals(level.page.rulings) if each.end > left and top - 3 <= each.at <= limit + 3]
    )
    beside = [line for line in _left_of(level, left) if top - 1 <= line.y0 <= limit]
    inner = [_row_end(rules, beside, first, second) for first, second in pairwise(down.entries)]
    first, last = down.entries[0], down.entries[-1]
    start = max(
        (at for at in rules if at <= first.down), default=max(top - 1, first.y0 - _OVER * (first.y1 - first.y0))
    )
    usual = max((second.down - first.down for first, second in pairwise(down.entries)), default=0.0)
    end = next((at for at in rules if last.down < at <= last.down + _LAST_ROW), None)
    if end is None:
        end = max(_text_end(beside, last), min(last.down + usual / 2, last.y1 + (last.y1 - last.y0)))
    return [start, *inner, min(end, limit)]


def _left_of(level: PageLines, left: float) -> list[Line]:
    found = []
    for line in level.lines:
        words = tuple(word for word in line.words if word.x1 <= left + 2)
        if words:
            found.append(Line(words, min(word.y0 for word in words), max(word.y1 for word in words)))
    return found


def _row_end(rules: Sequence[float], beside: Sequence[Line], first: Entry, second: Entry) -> float:
    drawn = [at for at in rules if first.down < at < second.down]
    if drawn:
        return drawn[-1]  # a heading row between the two belongs to neither
    between = [line for line in beside if first.y0 - 1 <= line.y0 and line.y1 <= second.y1 + 1]
    gaps = [(below.y0 - above.y1, (above.y1 + below.y0) / 2) for above, below in pairwise(between)]
    gaps = [(gap, at) for gap, at in gaps if first.down < at < second.down]
    if not gaps:
        return (first.y1 + second.y0) / 2
    widest = max(gap for gap, _ in gaps)
    return next(at for gap, at in reversed(gaps) if gap >= widest - 1)


def _text_end(beside: Sequence[Line], last: Entry) -> float:
    """Where the words of the last row end: lines that follow each other closely."""
    end = last.y1
    for line in beside:
        if line.y0 > last.y0 and line.y0 - end < 0.5 * (last.y1 - last.y0):
            end = max(end, line.y1)
    return end + 2


def _drawn(level: PageLines, mesh: _Mesh) -> tuple[dict[Place, tuple[Box, bool]], dict[Place, Box]]:
    """The places with a mark that is drawn, and whether it is a picture; and those that are shaded by themselves."""
    words = [word for word in level.page.words if mesh.bounds[0] < (word.y0 + word.y1) / 2 < mesh.bounds[-1]]
    marks: dict[Place, tuple[Box, bool]] = {}
    shades: dict[Place, Drawn] = {}
    seen: list[tuple[Place, Box]] = []
    for shape in level.page.drawn:
        box = (shape.x0, shape.y0, shape.x1, shape.y1)
        place = mesh.place(box)
        if place is None:
            continue
        if shape.filled and _fills(box, place, mesh):
            shades[place] = shape
        elif _mark_sized(box, place, mesh) and not any(_over(word, box) for word in words):
            if level.page.text_source is TextSource.WRITTEN:
                marks[place] = (box, False)
            else:
                seen.append((place, box))
    for box in level.page.inked:
        place = mesh.place(box)
        small = place is not None and _mark_sized(box, place, mesh)
        if small and place is not None and not any(_over(word, box) for word in words):
            marks.setdefault(place, (box, True))
    marks.update((place, (box, True)) for place, box in _without_stains(seen, mesh))
    size = (len(mesh.bounds) - 1, len(mesh.edges) - 1)
    own = {place: shades[place] for place in _own_shades(shades, size)}
    return marks, {place: (shape.x0, shape.y0, shape.x1, shape.y1) for place, shape in own.items()}


def _without_stains(seen: Sequence[tuple[Place, Box]], mesh: _Mesh) -> list[tuple[Place, Box]]:
    """Ink on a picture without what stands at the edge of its cell, and what is unlike the rest in size."""
    inside = [(place, box) for place, box in seen if mesh.is_inside(place, box)]
    if not inside:
        return []
    across = median(box[2] - box[0] for _, box in inside)
    down = median(box[3] - box[1] for _, box in inside)
    return [
        each for each in inside if _alike(each[1][2] - each[1][0], across) and _alike(each[1][3] - each[1][1], down)
    ]


def _alike(side: float, usual: float) -> bool:
    return usual / _ALIKE <= side <= usual * _ALIKE


def _mark_sized(box: Box, place: Place, mesh: _Mesh) -> bool:
    width, height = box[2] - box[0], box[3] - box[1]
    return max(width, height) >= _LEAST_DRAWN and width <= mesh.width(place) and height <= _MOST_DRAWN


def _fills(box: Box, place: Place, mesh: _Mesh) -> bool:
    return box[2] - box[0] >= _FILLS[0] * mesh.width(place) and box[3] - box[1] >= _FILLS[1] * mesh.height(place)


def _over(word: Word, box: Box) -> bool:
    return box[0] <= (word.x0 + word.x1) / 2 <= box[2] and box[1] <= (word.y0 + word.y1) / 2 <= box[3]


def _own_shades(shades: dict[Place, Drawn], size: tuple[int, int]) -> Iterator[Place]:
    """The places whose shading is their own, not that of a band of rows or columns."""
    colours = Counter(shape.colour for shape in shades.values())
    for colour, count in colours.items():
        places = [place for place, shape in shades.items() if shape.colour == colour]
        rows, columns = Counter(place.row for place in places), Counter(place.column for place in places)
        banded = sum(
            rows[place.row] >= _WHOLE * size[1] or columns[place.column] >= _WHOLE * size[0] for place in places
        )
        if banded < _BANDS * count:
            yield from places
