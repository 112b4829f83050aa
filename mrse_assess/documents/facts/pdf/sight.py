"""One page as covers are looked for on it: its text, fills and pictures in the order of drawing, and its pixels.

Boxes are of the page without its rotation, in points from the top left of its visible part, until they are handed out.
"""
# mypy: disable-error-code="no-untyped-call, attr-defined"
# The PDF library carries no types for most of its calls.

import functools
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from mrse_assess.documents.facts.pdf.boxes import area, cut, holds_middle, meet
from mrse_assess.documents.facts.pdf.objects import has
from mrse_assess.model.places import Box

if TYPE_CHECKING:
    import pymupdf
    from PIL import Image

Colour = tuple[float, ...]

_ZOOM = 1.5  # pixels a point: a stroke of small type is a pixel wide
_MOST_PIXELS = 8_000_000
_LEAST_FILL = 3.0  # points of either side; less covers no word
_LEAST_OPACITY = 0.3
_THICK = 4.0  # points of a line that may be drawn through a word
_MOST_FILLS = 4000
_MOST_PICTURES = 2000
_PICTURE_KINDS = frozenset({"fill-image", "fill-imgmask", "fill-shade"})
_BAND = 24.0  # points
_TALL = 60  # bands; a taller fill is looked at for every word
_SCAN = 0.8  # share of the page under pictures from which it is a picture of a page
_GRID = 20


class Fill(NamedTuple):
    """An area drawn in one colour (shares of red, green, blue), when it was drawn, and how wide its border is.

    ``exact``: the whole box is filled; else the area lies somewhere within it.
    """

    box: Box
    colour: Colour
    order: int
    opacity: float
    border: float
    exact: bool


class Picture(NamedTuple):
    """A picture or a shading, and when it was drawn."""

    box: Box
    order: int


class Sight:
    """A page and what is drawn on it; each part is found when it is first asked for."""

    def __init__(self, page: "pymupdf.Page") -> None:
        self.page = page
        self.document = page.parent
        self.number: int = page.number + 1
        whole = page.rect * page.derotation_matrix
        self.area: Box = (whole.x0, whole.y0, whole.x1, whole.y1)

    def shown(self, box: Box) -> Box:
        """The box as the page is shown, cut to it."""
        import pymupdf

        turned = (pymupdf.Rect(box) * self.page.rotation_matrix) & self.page.rect
        left, top, right, bottom = (round(float(edge), 2) for edge in turned)
        return left, top, max(left, right), max(top, bottom)

    @functools.cached_property
    def spans(self) -> list[dict[str, Any]]:
        """The stretches of text in the order of drawing, as the library gives them, those outside the page too."""
        return list(self.page.get_texttrace())

    @functools.cached_property
    def crowded(self) -> bool:
        """Whether there are more fills or pictures than are looked at."""
        return len(self._fills) > _MOST_FILLS or len(self.pictures) > _MOST_PICTURES

    @functools.cached_property
    def _fills(self) -> list[Fill]:
        found: list[Fill] = []
        for path in self.page.get_cdrawings():
            found.extend(_fills_of(path))
            if len(found) > _MOST_FILLS:
                break
        return found

    def fills(self, box: Box) -> Iterator[Fill]:
        """The fills that meet the box, in no order."""
        if not self._fills:
            return
        bands, tall = self._bands
        seen = set()
        for band in range(int(box[1] // _BAND), int(box[3] // _BAND) + 1):
            for index in bands.get(band, ()):
                if index not in seen and meet(self._fills[index].box, box):
                    seen.add(index)
                    yield self._fills[index]
        yield from (fill for fill in tall if meet(fill.box, box))

    @functools.cached_property
    def _bands(self) -> tuple[dict[int, list[int]], list[Fill]]:
        bands: dict[int, list[int]] = {}
        tall: list[Fill] = []
        for index, fill in enumerate(self._fills[:_MOST_FILLS]):
            first, last = int(fill.box[1] // _BAND), int(fill.box[3] // _BAND)
            if last - first > _TALL:
                tall.append(fill)
            else:
                for band in range(first, last + 1):
                    bands.setdefault(band, []).append(index)
        return bands, tall

    @functools.cached_property
    def pictures(self) -> tuple[Picture, ...]:
        """The pictures that are drawn; the library is only asked where the page names some, or has no text."""
        shaded = any(has(self.document, self.page.xref, f"Resources/{kind}") for kind in ("Shading", "Pattern"))
        if self.spans and not (shaded or self.page.get_images() or self._is_stamped()):
            return ()
        log = enumerate(self.page.get_bboxlog())
        return tuple(Picture(tuple(box), order) for order, (kind, box) in log if kind in _PICTURE_KINDS)

    def _is_stamped(self) -> bool:
        """Whether a stamp lies on the page, which may be a picture that the page itself does not name."""
        import pymupdf

        return any(kind == pymupdf.PDF_ANNOT_STAMP for _, kind, *_ in self.page.annot_xrefs())

    @functools.cached_property
    def is_scan(self) -> bool:
        """Whether pictures lie under most of the page."""
        if any(area(cut(picture.box, self.area)) >= _SCAN * area(self.area) for picture in self.pictures):
            return True
        left, top, right, bottom = self.area
        across, down = (right - left) / _GRID, (bottom - top) / _GRID
        middles = (
            (left + (column + 0.5) * across, top + (row + 0.5) * down)
            for column in range(_GRID)
            for row in range(_GRID)
        )
        return len(self.pictures) > 1 and sum(map(self.is_pictured, middles)) >= _SCAN * _GRID * _GRID

    def is_pictured(self, point: tuple[float, float]) -> bool:
        """Whether a picture lies at the point."""
        return any(holds_middle(picture.box, (*point, *point)) for picture in self.pictures)

    def look(self, box: Box) -> "Image.Image | None":
        """The pixels of the box; None where there are none, or the page is too large to be drawn."""
        return crop(self, self._drawn, box)

    @functools.cached_property
    def _drawn(self) -> "pymupdf.Pixmap | None":
        return drawn(self.page)


def drawn(page: "pymupdf.Page") -> "pymupdf.Pixmap | None":
    """The page's pixels; None for one so large that small type could not be told from nothing."""
    import pymupdf

    if page.rect.width * page.rect.height * _ZOOM * _ZOOM > _MOST_PIXELS:
        return None
    return page.get_pixmap(matrix=pymupdf.Matrix(_ZOOM, _ZOOM), colorspace=pymupdf.csRGB, alpha=False)


def crop(sight: Sight, picture: "pymupdf.Pixmap | None", box: Box) -> "Image.Image | None":
    """What a page's pixels show in the box: at least one pixel, if any of it is on the page."""
    from PIL import Image

    if picture is None:
        return None
    left, top, right, bottom = (round(edge * _ZOOM) for edge in sight.shown(box))
    left, top = max(min(left, picture.width - 1), 0), max(min(top, picture.height - 1), 0)
    right, bottom = min(max(right, left + 1), picture.width), min(max(bottom, top + 1), picture.height)
    samples, stride = picture.samples_mv, picture.stride
    rows = [samples[row * stride + 3 * left : row * stride + 3 * right] for row in range(top, bottom)]
    return Image.frombytes("RGB", (right - left, bottom - top), b"".join(rows))


def _fills_of(path: dict[str, Any]) -> Iterator[Fill]:
    """The areas of one path: its filled parts, or a line as thick as a word is high."""
    kind, order = path.get("type", ""), int(path["seqno"])
    width = float(path.get("width") or 0.0) if "s" in kind else 0.0
    if "f" in kind and path.get("fill") is not None:
        opacity = path.get("fill_opacity")
        parts, colour, border = _parts(path), path["fill"], width / 2
        exact = all(item[0] == "re" for item in path.get("items", ()))
    elif width >= _THICK and path.get("color") is not None:
        opacity = path.get("stroke_opacity")
        parts, colour, border, exact = _strokes(path, width / 2), path["color"], 0.0, False
    else:
        return
    seen_through = 1.0 if opacity is None else float(opacity)
    for box in parts:
        large = box[2] - box[0] >= _LEAST_FILL and box[3] - box[1] >= _LEAST_FILL
        if large and seen_through >= _LEAST_OPACITY:
            yield Fill(box, tuple(map(float, colour)), order, seen_through, border, exact=exact)


def _parts(path: dict[str, Any]) -> Iterable[Box]:
    """The rectangles of a path; the box around it where it is drawn with other lines."""
    items = path.get("items", ())
    if items and all(item[0] == "re" for item in items):
        return [_box(item[1]) for item in items]
    return [_box(path["rect"])]


def _box(edges: Any) -> Box:
    left, top, right, bottom = map(float, edges)
    return min(left, right), min(top, bottom), max(left, right), max(top, bottom)


def _strokes(path: dict[str, Any], half: float) -> Iterable[Box]:
    """The boxes of the lines and curves of a path, as wide as they are drawn; those of a slanting one are too large."""
    for item in path.get("items", ()):
        if item[0] in {"l", "c"}:
            across, down = zip(*item[1:], strict=True)
            flat = max(down) - min(down) <= max(across) - min(across)
            more, deep = (0.0, half) if flat and item[0] == "l" else (half, half if item[0] == "c" else 0.0)
            yield min(across) - more, min(down) - deep, max(across) + more, max(down) + deep
