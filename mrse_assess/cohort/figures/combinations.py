"""What goes together (an UpSet plot): a matrix of members, and beside each set the bar of how many have just these."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import Final

from mrse_assess.cohort.figures.bars import Bars, bars
from mrse_assess.cohort.figures.frame import Picture, closed, intervals, kept, marks, opened
from mrse_assess.cohort.figures.measuring import width
from mrse_assess.cohort.figures.rows import Stripe
from mrse_assess.cohort.figures.sheet import Sheet
from mrse_assess.cohort.figures.told import Told
from mrse_assess.cohort.tables import FOLDED, Row
from mrse_assess.rendering.clean import clean

_BETWEEN: Final = " + "
_DOT: Final = 2.4  # millimetres across
_LEAST_LABEL: Final = 26.0  # of a matrix in which a row has words instead of dots
_WIDEST: Final = 90.0  # of a matrix


def combinations(told: Told) -> Picture:
    """The figure; bars with labels where there are more members than a matrix has room for."""
    rows, notes = kept(told)
    names = members(rows)
    pitch = told.style.rows.dots
    if len(names) * pitch > _WIDEST or not names:
        return bars(told)
    shown = told.columns[:1]
    sheet, y, sub = opened(told, shown)
    wide = max(len(names) * pitch, _LEAST_LABEL)
    top = y + max(width(clean(one), told.style.type.text) for one in names.values()) + 0.8
    places = {key: sheet.left + pitch * (place + 0.5) for place, key in enumerate(names)}
    for key, name in names.items():
        sheet.text(places[key], top - 0.8, name, turned=True)
    bare = [replace(row, label="" if _named(row) else row.label) for row in rows]
    end, stripes = Bars(told=told, sheet=sheet, rows=bare).single(shown[0], top, label=wide)
    for stripe in stripes:
        _dots(sheet, stripe, places)
    closed(sheet, told, end, [*intervals(told, shown), *marks(told, shown), *notes])
    return Picture(sheet=sheet, shown=shown, rows=rows, sub=sub)


def members(rows: Sequence[Row]) -> dict[str, str]:
    """Everything that is in a set, by key, with its name, in the order in which sets name them."""
    names = {key: name for row in rows for key, name in _named(row).items()}
    after: dict[str, set[str]] = {key: set() for key in names}
    for row in rows:
        for one, other in pairwise(_named(row)):
            after[other].add(one)
    return {key: names[key] for key in _ordered(after)}


def _ordered(after: dict[str, set[str]]) -> Iterable[str]:
    """Members in the order that the sets agree on; codes that are no neighbours in any set by their numbers."""
    if all(part.isdigit() for key in after for part in key.split(".")):
        return sorted(after, key=lambda key: tuple(int(part) for part in key.split(".")))
    try:
        return tuple(TopologicalSorter(after).static_order())
    except CycleError:
        return tuple(after)


def _named(row: Row) -> dict[str, str]:
    """The members of a row's set; nothing for the empty one, and for rows that stand for several sets."""
    names = row.label.split(_BETWEEN)
    if row.key == FOLDED or len(names) != len(row.key):
        return {}
    return dict(zip(row.key, names, strict=True))


def _dots(sheet: Sheet, stripe: Stripe, places: dict[str, float]) -> None:
    """A dot for each member, joined; pale ones for the others. Rows in words have none."""
    colours, row = sheet.style.colours, stripe.row
    if stripe.label != ("",) or not places.keys() >= set(row.key):
        return
    inside = [places[key] for key in row.key]
    for x in places.values():
        if x not in inside:
            sheet.dot((x, stripe.middle), _DOT * 0.6, fill=colours.guide, edge=colours.guide)
    if len(inside) > 1:
        sheet.line(((min(inside), stripe.middle), (max(inside), stripe.middle)), colour=colours.ink, thick=1.2)
    for x in inside:
        sheet.dot((x, stripe.middle), _DOT, fill=colours.ink, edge=colours.ink)
