"""Where lines of text stand on a picture, as boxes that may lie askew, and how far the page lies so."""

import math
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Outline = NDArray[np.integer[Any] | np.floating[Any]]  # points in a list of their own each, as OpenCV gives them

_LIKELY = 0.3  # from which a point counts as text
_SURE = 0.5  # mean over a box
_GROWN = 1.6  # the network marks the core of a line: area over outline, times this, is added on each side
_THINNEST = 3.0  # pixels of the map
_MOST = 2000
_LONG = 5.0  # times its height: a region whose own angle can be trusted
_BENT = 3.0  # degrees by which a line may differ from its page and still be followed


class Region(NamedTuple):
    """A line of text: its middle, length and height in pixels, the angle in degrees by which it falls to the right."""

    x: float
    y: float
    length: float
    height: float
    angle: float
    likely: float = 1.0
    """How likely all of it is text, 0 to 1."""

    def scaled(self, factor: float) -> "Region":
        """The same region of the same picture in another size."""
        return self._replace(
            x=self.x * factor, y=self.y * factor, length=self.length * factor, height=self.height * factor
        )

    def turned_round(self) -> "Region":
        """The region read from its other end, as on a page that lies upside down."""
        return self._replace(angle=self.angle + 180)


def regions(heat: "NDArray[np.float32]") -> tuple[list[Region], float]:
    """The lines in a map of text, in its pixels, as they come, and the angle by which the page falls to the right."""
    import cv2
    import numpy as np

    mask = cv2.dilate((heat > _LIKELY).astype(np.uint8), np.ones((2, 2), np.uint8))
    outlines, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    outlines = outlines[:_MOST]
    own = [_own_angle(outline) for outline in outlines]
    skew = _skew(own)
    found = []
    for outline, (angle, _, long) in zip(outlines, own, strict=True):
        region = _framed(outline, angle if long and abs(angle - skew) <= _BENT else skew)
        likely = _mean(heat, outline) if min(region.length, region.height) >= _THINNEST else 0.0
        if likely >= _SURE:
            found.append(_grown(region)._replace(likely=likely))
    return found, skew


class _Own(NamedTuple):
    """The angle of an outline's long axis, -45 to 45 degrees, its length, and whether both can be trusted."""

    angle: float
    length: float
    long: bool


def _own_angle(outline: "Outline") -> _Own:
    """From the moments of what the outline holds: finer than its narrowest box, which lies level over a few pixels."""
    import cv2

    (_, _), (width, height), _ = cv2.minAreaRect(outline)
    moments = cv2.moments(outline)
    angle = math.degrees(0.5 * math.atan2(2 * moments["mu11"], moments["mu20"] - moments["mu02"]))
    angle = angle - 90 if angle > 45 else angle + 90 if angle <= -45 else angle  # noqa: PLR2004 - half of a right angle
    return _Own(angle, max(width, height), max(width, height) >= _LONG * max(min(width, height), 1.0))


def _skew(own: list[_Own]) -> float:
    """The angle that half of the length of long lines stays below; of a page on its side that of its upright lines."""
    long = sorted((each.angle, each.length) for each in own if each.long)
    total = sum(length for _, length in long)
    reached = 0.0
    for angle, length in long:
        reached += length
        if reached >= total / 2:
            return angle
    return 0.0


def _framed(outline: "Outline", angle: float) -> Region:
    """The box around an outline that lies at this angle: of a short word the narrowest box says nothing of its line."""
    import numpy as np

    turn = math.radians(angle)
    cos, sin = math.cos(turn), math.sin(turn)
    points = outline.reshape(-1, 2).astype(np.float64) @ np.array([[cos, -sin], [sin, cos]])
    (left, top), (right, bottom) = points.min(axis=0), points.max(axis=0)
    x, y = (left + right) / 2, (top + bottom) / 2
    return Region(cos * x - sin * y, sin * x + cos * y, right - left, bottom - top, angle)


def _grown(region: Region) -> Region:
    more = _GROWN * region.length * region.height / max(region.length + region.height, 1.0)
    return region._replace(length=region.length + more, height=region.height + more)


def _mean(heat: "NDArray[np.float32]", outline: "Outline") -> float:
    """The mean of the map inside an outline."""
    import cv2
    import numpy as np

    left, top, width, height = cv2.boundingRect(outline)
    inside = np.zeros((height, width), np.uint8)
    cv2.fillPoly(inside, [outline - (left, top)], 1)
    return float(cv2.mean(heat[top : top + height, left : left + width], inside)[0])
