"""The timeline of an application's dates as a picture: the only module of screening that draws (clause G7).

Marks differ by form and not by colour, and every date stands in words beside its row. The same timeline gives the same
bytes. It is drawn in the worker, with the library imported there.
"""

from collections.abc import Iterator
from datetime import date
from math import ceil
from pathlib import PurePath
from typing import Any, Final

from mrse_assess.errors import BadRequestError
from mrse_assess.isolation import WorkerPool
from mrse_assess.rendering.clean import clean
from mrse_assess.screening.ages import years_before
from mrse_assess.screening.report.chronology import Dated, Mark, Timeline

KINDS: Final = (".svg", ".png")
_SECONDS: Final = 120.0

# Inches
_ROW: Final = 0.23
_TOP: Final = 0.75
_FOOT: Final = 0.8
_PLOT: Final = 4.6
_LETTER: Final = 0.072  # of the small type, about
_GAP: Final = 0.3

_DOTS: Final = 150  # to the inch
_SMALL: Final = 8.5  # points
_LARGE: Final = 11.0
_FURTHEST_BACK: Final = 5  # years before the limit
_FURTHEST_ON: Final = 1  # years after the day
_MOST_TICKS: Final = 9
_INK: Final = "#1c2430"
_GUIDE: Final = "#d4d9dd"
_SHADE: Final = "#eef0f2"
_BEYOND: Final = "beyond"
_RC: Final[tuple[tuple[str, Any], ...]] = (
    ("font.family", ["DejaVu Sans"]),
    ("font.size", _SMALL),
    ("svg.fonttype", "path"),
    ("svg.hashsalt", "timeline"),
    ("text.color", _INK),
    ("text.parse_math", False),  # a label with signs of mathematics in it is a label
)


def timeline_kind(name: str) -> str:
    """The kind of picture that a file's name asks for, by its ending.

    Raises:
        BadRequestError: it is none that can be drawn.
    """
    kind = PurePath(name).suffix.lower()
    if kind not in KINDS:
        raise BadRequestError(f"A timeline cannot be drawn as {kind or 'a file without ending'}: use .svg or .png.")
    return kind


def draw_timeline(timeline: Timeline, kind: str, pool: WorkerPool) -> bytes:
    """The timeline as a picture of one of ``KINDS``, with its words inside for whoever cannot see it.

    Raises:
        WorkerError: the worker failed.
    """
    return pool.run(picture, timeline, kind, seconds=_SECONDS)


def picture(timeline: Timeline, kind: str) -> bytes:
    """Run in the worker: the picture's bytes."""
    from io import BytesIO

    import matplotlib as mpl
    from matplotlib.figure import Figure

    with mpl.rc_context():
        mpl.rcdefaults()
        parameters: Any = mpl.rcParams
        parameters.update(dict(_RC))
        plan = _Plan(timeline)
        figure = Figure(figsize=(plan.width, plan.height), facecolor="white")
        _draw(figure, plan)
        made = BytesIO()
        told: dict[str, str | None] = {"Title": clean(timeline.title), "Description": clean(timeline.spoken)}
        unsaid = {"Date": None, "Creator": None} if kind == ".svg" else {"Software": None}
        figure.savefig(made, format=kind.lstrip("."), dpi=_DOTS, metadata=told | unsaid)
    return made.getvalue()


class _Plan:
    """Where everything goes: sizes in inches, days as ordinals."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self.left = _GAP + _LETTER * max([len(row.label) for row in timeline.rows], default=8)
        self.right = _GAP + _LETTER * max([len(row.said) for row in timeline.rows], default=24)
        self.width = self.left + _PLOT + self.right
        self.height = _TOP + _ROW * max(1, len(timeline.rows)) + _FOOT
        shown = [day for row in timeline.rows for day in (row.first, row.last) if day]
        earliest, latest = years_before(timeline.limit, _FURTHEST_BACK), years_before(timeline.day, -_FURTHEST_ON)
        first = max(earliest, min([timeline.limit, *shown]))
        last = min(latest, max([timeline.day, *shown]))
        room = max(40, (last - first).days // 30)
        self.first, self.last = first.toordinal() - room, last.toordinal() + room

    def across(self, inches: float) -> float:
        """A width as a share of the picture's."""
        return inches / self.width

    def down(self, inches: float) -> float:
        """A height as a share of the picture's."""
        return inches / self.height

    def years(self) -> list[date]:
        """First days of the years that the axis names."""
        first, last = date.fromordinal(self.first).year + 1, date.fromordinal(self.last).year
        return [date(year, 1, 1) for year in range(first, last + 1, ceil((last - first + 1) / _MOST_TICKS) or 1)]


def _draw(figure: Any, plan: _Plan) -> None:
    timeline, rows = plan.timeline, plan.timeline.rows
    height = _ROW * max(1, len(rows))
    box = (plan.across(plan.left), plan.down(_FOOT), plan.across(_PLOT), plan.down(height))
    axes = figure.add_axes(box, xlim=(plan.first, plan.last), ylim=(max(1, len(rows)) - 0.5, -0.5))
    title = {"fontsize": _LARGE, "fontweight": "bold", "va": "top"}
    figure.text(plan.across(0.15), 1 - plan.down(0.15), clean(timeline.title), **title)
    _frame(axes, plan)
    if not rows:
        axes.text(0.5, 0.5, clean(timeline.empty), transform=axes.transAxes, ha="center", va="center")
    used = [kind for number, row in enumerate(rows) for kind in _row(axes, plan, number, row)]
    if set(used) - {Mark.DAY}:
        _legend(figure, timeline, [name for name in timeline.names if name in used])


def _frame(axes: Any, plan: _Plan) -> None:
    """The years, the two days that matter, and the shade over what is older."""
    timeline = plan.timeline
    for side in ("top", "left", "right"):
        axes.spines[side].set_visible(False)
    axes.set_yticks([])
    axes.set_xticks([day.toordinal() for day in plan.years()], [str(day.year) for day in plan.years()])
    axes.axvspan(plan.first, timeline.limit.toordinal(), color=_SHADE, lw=0, zorder=0)
    lines = ((timeline.limit, (0, (4, 3)), timeline.limit_label), (timeline.day, "solid", timeline.day_label))
    for day, style, label in lines:
        axes.axvline(day.toordinal(), color=_INK, lw=1.1, ls=style, zorder=2)
        place = (day.toordinal(), 1)
        words = {"xytext": (0, 5), "textcoords": "offset points", "ha": "center"}
        axes.annotate(clean(label), place, xycoords=axes.get_xaxis_transform(), annotation_clip=False, **words)


def _row(axes: Any, plan: _Plan, number: int, row: Dated) -> Iterator[str]:
    """One item: its label, its mark, its date in words; gives the names of the marks that were used."""
    axes.axhline(number, color=_GUIDE, lw=0.6, zorder=1)
    sides = ((row.label, -10, "right", 0.0), (row.said, 10, "left", 1.0))
    for text, gap, where, edge in sides:
        words = {"xytext": (gap, 0), "textcoords": "offset points", "ha": where, "va": "center"}
        axes.annotate(clean(text), (edge, number), xycoords=axes.get_yaxis_transform(), annotation_clip=False, **words)
    if row.mark is None or row.first is None or row.last is None:
        return
    first, last = row.first.toordinal(), row.last.toordinal()
    if last < plan.first or first > plan.last:
        _point(axes, plan.first if last < plan.first else plan.last, number, "<" if last < plan.first else ">")
        yield _BEYOND
    elif row.mark is Mark.SPAN or first != last:
        hollow = row.mark is Mark.METADATA
        axes.barh(
            number, last - first + 1, 0.44, first, facecolor="white" if hollow else _INK, edgecolor=_INK, zorder=3
        )
        yield row.mark
    else:
        _point(axes, first, number, "o", hollow=row.mark is Mark.METADATA)
        yield row.mark


def _point(axes: Any, day: int, number: int, form: str, *, hollow: bool = False) -> None:
    fill = "white" if hollow else _INK
    axes.plot([day], [number], form, ms=6, mfc=fill, mec=_INK, mew=1.2, zorder=4, clip_on=False)


def _legend(figure: Any, timeline: Timeline, used: list[str]) -> None:
    """What each form of mark means, for those that are there."""
    from matplotlib.lines import Line2D

    forms = {Mark.DAY: ("o", _INK), Mark.SPAN: ("s", _INK), Mark.METADATA: ("o", "white"), _BEYOND: ("<", _INK)}
    handles = [
        Line2D(
            [],
            [],
            ls="none",
            marker=forms[name][0],
            mfc=forms[name][1],
            mec=_INK,
            ms=6,
            label=clean(timeline.names[name]),
        )
        for name in used
    ]
    figure.legend(handles=handles, loc="lower left", ncols=len(handles), frameon=False, fontsize=_SMALL)
