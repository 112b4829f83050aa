"""A page that lies askew, put straight, and places of it given back as the page is shown. Pure.

Turned about the middle of the page: what reads rows and columns works on the straight page, what is shown on the other.
"""

import math
from dataclasses import replace

from mrse_assess.model.pages import Drawn, Heading, PageReading, Ruling, Word
from mrse_assess.model.places import Box

_NOTHING = 0.02  # degrees: a fifth of a point over the width of a page
_QUARTER = 45.0  # degrees from which a page is rather turned by a quarter


class Straight:
    """The turning between a page as shown and the same page with its lines level.

    Args:
        width: of the page as shown, points.
        height: of the page as shown, points.
        skew: degrees by which its lines fall to the right, -180 to 180.
    """

    def __init__(self, width: float, height: float, skew: float) -> None:
        self._cos, self._sin = math.cos(math.radians(skew)), math.sin(math.radians(skew))
        on_side = _QUARTER < abs(skew) < 180 - _QUARTER
        self.size = (height, width) if on_side else (width, height)
        self._shown = (width / 2, height / 2)
        self._level = (self.size[0] / 2, self.size[1] / 2)

    def level(self, x: float, y: float) -> tuple[float, float]:
        """A point as shown -> on the straight page."""
        x, y = x - self._shown[0], y - self._shown[1]
        return self._cos * x + self._sin * y + self._level[0], self._cos * y - self._sin * x + self._level[1]

    def shown(self, x: float, y: float) -> tuple[float, float]:
        """A point of the straight page -> as shown."""
        x, y = x - self._level[0], y - self._level[1]
        return self._cos * x - self._sin * y + self._shown[0], self._cos * y + self._sin * x + self._shown[1]

    def shown_box(self, box: Box) -> Box:
        """The box as shown that holds a box of the straight page."""
        x, y = self.shown((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
        width, height = box[2] - box[0], box[3] - box[1]
        cos, sin = abs(self._cos), abs(self._sin)
        return _about(x, y, width * cos + height * sin, width * sin + height * cos)

    def level_box(self, box: Box) -> Box:
        """The box of the straight page that :meth:`shown_box` gives this box for.

        Near 45 degrees it could be any; scans do not lie so.
        """
        x, y = self.level((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
        width, height = box[2] - box[0], box[3] - box[1]
        cos, sin = abs(self._cos), abs(self._sin)
        shape = cos * cos - sin * sin
        if abs(shape) < 0.2:  # noqa: PLR2004 - within six degrees of 45
            return _about(x, y, width, height)
        least = 0.1 * min(width, height)
        across = max((width * cos - height * sin) / shape, least)
        down = max((height * cos - width * sin) / shape, least)
        return _about(x, y, across, down)


def _about(x: float, y: float, width: float, height: float) -> Box:
    return (
        round(x - width / 2, 2),
        round(y - height / 2, 2),
        round(x + width / 2, 2),
        round(y + height / 2, 2),
    )


def straightened(page: PageReading) -> PageReading:
    """The page with its words, lines and headings level; itself where it lies straight. Its ``skew`` is then 0.

    A box found on it goes back with ``Straight(page.width, page.height, page.skew).shown_box(box)``.
    """
    if abs(page.skew) < _NOTHING:
        return page
    turn = Straight(page.width, page.height, page.skew)
    return replace(
        page,
        width=turn.size[0],
        height=turn.size[1],
        words=tuple(
            Word(*turn.level_box((word.x0, word.y0, word.x1, word.y1)), word.text, word.block, word.line)
            for word in page.words
        ),
        rulings=tuple(_level_line(turn, ruling) for ruling in page.rulings),
        headings=tuple(_level_heading(turn, heading) for heading in page.headings),
        inked=tuple(turn.level_box(box) for box in page.inked),
        drawn=tuple(Drawn(*turn.level_box(shape[:4]), shape.colour, shape.filled) for shape in page.drawn),
        skew=0.0,
    )


def _level_heading(turn: Straight, heading: Heading) -> Heading:
    return replace(heading, box=turn.level_box(heading.box))


def _level_line(turn: Straight, ruling: Ruling) -> Ruling:
    """The line, exactly level or upright, whichever it nearly is."""
    (x0, y0), (x1, y1) = turn.level(ruling.x0, ruling.y0), turn.level(ruling.x1, ruling.y1)
    if abs(x1 - x0) >= abs(y1 - y0):
        y0 = y1 = (y0 + y1) / 2
    else:
        x0 = x1 = (x0 + x1) / 2
    left, top, right, bottom = min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
    return Ruling(round(left, 2), round(top, 2), round(right, 2), round(bottom, 2))
