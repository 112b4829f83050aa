"""A sheet as files: SVG and PNG, the same bytes for the same sheet.

The marks are handed to the library's renderers one by one: a figure has many, and an object of the library for each of
them would cost several times as much.
"""

from collections.abc import Mapping
from functools import lru_cache
from io import BytesIO
from typing import Any, Final

from mrse_assess.cohort.figures.measuring import font
from mrse_assess.cohort.figures.sheet import Dot, Line, Mark, Shape, Sheet, Text
from mrse_assess.cohort.figures.style import POINT, Style
from mrse_assess.rendering.clean import clean

_INCH: Final = 25.4
_POINTS: Final = 72.0  # to the inch
_DASHES: Final = (3.6, 2.4)  # points drawn and left
_PACKED: Final[Mapping[str, Any]] = {"svg": {}, "png": {"pil_kwargs": {"compress_level": 3}}}  # 6: no smaller, slower
_UNSAID: Final = {"svg": {"Date": None, "Creator": None}, "png": {"Software": None}}


def printed(sheet: Sheet, title: str, description: str) -> tuple[bytes, bytes]:
    """SVG and PNG, with the words for whoever cannot see it inside."""
    import matplotlib as mpl

    with mpl.rc_context():
        mpl.rcdefaults()
        settings: Any = mpl.rcParams
        settings.update(parameters(sheet.style))
        svg, png = (_file(sheet, kind, title, description) for kind in ("svg", "png"))
    return svg, png


def load() -> None:
    """Run in the worker: load what draws."""
    import matplotlib.backends.backend_agg
    import matplotlib.backends.backend_svg  # noqa: F401 - the library finds both by their names


def on_paper(sheet: Sheet) -> Any:
    """The sheet as a figure of the drawing library."""
    from matplotlib.figure import Figure

    wide, high = sheet.style.page.width, sheet.height + sheet.style.page.margin
    figure = Figure(figsize=(wide / _INCH, high / _INCH), facecolor=sheet.style.colours.paper)
    figure.add_artist(_marks(sheet))
    return figure


def _file(sheet: Sheet, kind: str, title: str, description: str) -> bytes:
    made = BytesIO()
    told: dict[str, str | None] = {"Title": clean(title), "Description": clean(description)}
    said = told | _UNSAID[kind]
    on_paper(sheet).savefig(made, format=kind, dpi=sheet.style.page.dots, metadata=said, **_PACKED[kind])
    return made.getvalue()


def _marks(sheet: Sheet) -> Any:
    """All marks as one object of the library."""
    from matplotlib.artist import Artist

    inches = (sheet.height + sheet.style.page.margin) / _INCH

    class Marks(Artist):
        def draw(self, renderer: Any) -> None:
            pen = _Pen(renderer, inches * _POINTS)
            for mark in sheet.marks:
                pen.draw(mark)

    return Marks()


class _Pen:
    """Draws marks in millimetres from the upper left corner with a renderer, which counts from the lower left one."""

    def __init__(self, renderer: Any, points: float) -> None:
        from matplotlib.transforms import Affine2D

        self.renderer = renderer
        self.scale = renderer.points_to_pixels(1.0) / POINT
        self.place = Affine2D().scale(self.scale, -self.scale).translate(0, renderer.points_to_pixels(points))

    def draw(self, mark: Mark) -> None:
        """One mark."""
        match mark:
            case Text():
                self._words(mark)
            case Shape():
                self._path(mark.points, fill=mark.fill, edge=mark.edge, thick=mark.thick, closed=True)
            case Line():
                self._path(mark.points, edge=mark.colour, thick=mark.thick, dashed=mark.dashed)
            case Dot():
                from matplotlib.path import Path

                circle = Path.circle(mark.at, mark.size / 2)
                self._stroke(circle, fill=mark.fill, edge=mark.edge, thick=0.9)

    def _words(self, mark: Text) -> None:
        if not mark.words.strip():
            return
        left, _, _, bottom = mark.box
        x, y = (mark.x, bottom) if mark.turned else (left, mark.y)
        context = self._context(mark.colour, 0.0)
        # Words alone are placed from the upper left corner by these renderers.
        self.renderer.draw_text(
            context,
            x * self.scale,
            y * self.scale,
            mark.words,
            font(mark.points, bold=mark.bold),
            90.0 if mark.turned else 0.0,
        )
        context.restore()

    def _path(self, points: Any, *, edge: str | None, thick: float, closed: bool = False, **more: Any) -> None:
        from matplotlib.path import Path

        self._stroke(Path([*points, points[0]] if closed else points, closed=closed), edge=edge, thick=thick, **more)

    def _stroke(
        self, path: Any, *, edge: str | None, thick: float, fill: str | None = None, dashed: bool = False
    ) -> None:
        context = self._context(edge or fill or "none", thick if edge else 0.0)
        if dashed:
            context.set_dashes(0, _DASHES)
        self.renderer.draw_path(context, path, self.place, _colour(fill) if fill else None)
        context.restore()

    def _context(self, colour: str, thick: float) -> Any:
        context = self.renderer.new_gc()
        context.set_foreground(_colour(colour), isRGBA=True)
        context.set_linewidth(thick)
        context.set_capstyle("butt")
        context.set_joinstyle("miter")
        return context


@lru_cache
def _colour(name: str) -> Any:
    from matplotlib.colors import to_rgba

    return to_rgba(name)


def parameters(house: Style) -> dict[str, Any]:
    """What the drawing library is told for all figures."""
    return {
        "font.family": [house.page.font],
        "text.hinting": "none",  # words as wide in pixels as they were measured
        "svg.fonttype": "path",
        "svg.hashsalt": house.page.salt,
        "text.parse_math": False,
    }
