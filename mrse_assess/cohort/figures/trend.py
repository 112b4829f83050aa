"""Trends: a line with its band for each column, with gaps where too few stand behind a number to say anything."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from mrse_assess.cohort.figures.frame import Picture, closed, intervals, opened
from mrse_assess.cohort.figures.measuring import lines, width
from mrse_assess.cohort.figures.scales import Scale, reaches, scale
from mrse_assess.cohort.figures.sheet import Sheet, runs
from mrse_assess.cohort.figures.told import Column, Kind, Told, written
from mrse_assess.cohort.tables import Cell
from mrse_assess.rendering.clean import clean

_POINT: Final = 1.7  # millimetres across
_STRIP: Final = 0.6  # of the way to the next period: the field of a withheld number
_OVER: Final = 4.0  # room for a number over the highest point


def trend(told: Told) -> Picture:
    """The figure; many columns as small panels with one scale."""
    style = told.style
    columns = tuple(one for one in told.drawable if not told.empty(one.of(row) for row in told.table.rows))
    shown = _largest(told, tuple(one for one in columns if not told.silent(one)))
    notes = []
    if len(shown) < len(columns):
        notes.append(style.say("trends_out", number=len(shown), columns=len(columns)))
    sheet, y, sub = opened(told, shown)
    lines_ = Trends(told=told, sheet=sheet, shown=shown)
    alone = len(shown) <= style.limits.stacked
    y = lines_.stacked(y) if alone else lines_.small(y)
    behind = "" if alone else lines_.behind()
    closed(sheet, told, y, [*intervals(told, shown, said="band"), *_reading(told, shown), behind, *notes])
    return Picture(sheet=sheet, shown=shown, rows=told.table.rows, sub=sub)


def _largest(told: Told, columns: Sequence[Column]) -> tuple[Column, ...]:
    """Those with the largest numbers, in the order of the table; what has none comes last."""

    def size(column: Column) -> float:
        return max((column.of(row).value or 0.0 for row in told.table.rows), default=0.0)

    chosen = sorted(columns, key=size, reverse=True)[: told.style.limits.trends]
    return tuple(one for one in columns if one in chosen)


def _reading(told: Told, shown: Sequence[Column]) -> list[str]:
    words, cells = told.style.words, [column.of(row) for row in told.table.rows for column in shown]
    hollow = any(cell.value is not None and cell.interval is None for cell in cells)
    gap = any(told.kind(cell) in (Kind.COUNT, Kind.SCANT, Kind.NOTHING) for cell in cells)
    withheld = any(told.kind(cell) is Kind.WITHHELD for cell in cells)
    return [words["hollow"] if hollow else "", words["gap"] if gap else "", words["hatched"] if withheld else ""]


@dataclass(frozen=True, kw_only=True)
class Trends:
    """Lines being drawn on a sheet."""

    told: Told
    sheet: Sheet
    shown: Sequence[Column]

    def stacked(self, y: float) -> float:
        """Panels at full width, one under another, with a number at each point and what it rests on."""
        sheet, style = self.sheet, self.told.style
        for column in self.shown:
            if len(self.shown) > 1:
                y = sheet.block(sheet.left, y, sheet.right - sheet.left, column.label, bold=True)
            place = self._scale(column)
            room = self._ticks_width(place, column.unit)
            across = (sheet.left + room, sheet.right)
            plot = self._plot(column, place, across, y + _OVER, style.rows.panel)
            y = self._periods(column, across, plot) + style.page.gap
        return y - style.page.gap

    def small(self, y: float) -> float:
        """Small panels, so many abreast, with the number at the last point."""
        sheet, style = self.sheet, self.told.style
        size = style.limits.small_panels
        pitch = (sheet.right - sheet.left + style.page.gap) / size
        for first in range(0, len(self.shown), size):
            own = self.shown[first : first + size]
            room = pitch - style.page.gap
            heads = [lines(clean(one.label), room, style.type.text, bold=True) for one in own]
            top = y + style.lead(style.type.text) * max(map(len, heads))
            end = top
            for place, (column, head) in enumerate(zip(own, heads, strict=True)):
                x = sheet.left + place * pitch
                for line, words in enumerate(head):
                    sheet.text(x, y + style.lead(style.type.text) * (line + 0.5), words, bold=True)
                extent = self._scale(column)
                across = (x + self._ticks_width(extent, column.unit), x + room)
                plot = self._plot(column, extent, across, top + _OVER, style.rows.small_panel)
                end = max(end, self._ends(across, plot))
            y = end + style.page.gap
        return y - style.page.gap

    def behind(self) -> str:
        """What the numbers of each period rest on, in words, where that is the same for all columns."""
        found = [self.told.whole(column.of(row) for column in self.shown) for row in self.told.table.rows]
        if not any(found):
            return ""
        listed = [f"{row.label}: {n:,}" for row, n in zip(self.told.table.rows, found, strict=True) if n is not None]
        return self.told.style.say("by_period", list="; ".join(listed))

    def _scale(self, column: Column) -> Scale:
        alike = [one for one in self.shown if one.unit == column.unit]
        own = [column] if column.unit else alike
        return scale(reaches(one.of(row) for one in own for row in self.told.table.rows), shares=not column.unit)

    def _ticks_width(self, place: Scale, unit: str) -> float:
        small = self.told.style.type.small
        return max(width(written(value, unit), small) for value in (place.low, place.high)) + 1.2

    def _plot(self, column: Column, extent: Scale, across: tuple[float, float], top: float, high: float) -> float:
        """The panel itself; gives where it ends."""
        sheet, style = self.sheet, self.told.style
        bottom = top + high
        place = extent.over(bottom, top)
        for value, colour in ((place.high, style.colours.guide), (max(place.low, 0.0), style.colours.edge)):
            sheet.line(((across[0], place.at(value)), (across[1], place.at(value))), colour=colour)
        for value in dict.fromkeys((place.low, place.high)):
            sheet.text(across[0] - 1.0, place.at(value), written(value, column.unit), points=style.type.small,
                       colour=style.colours.soft, align="right")  # fmt: skip
        cells = [column.of(row) for row in self.told.table.rows]
        pitch = (across[1] - across[0]) / len(cells)
        at = [across[0] + pitch * (number + 0.5) for number in range(len(cells))]
        for x, row, cell in zip(at, self.told.table.rows, cells, strict=True):
            sheet.place(row, column, x - pitch / 2, top, pitch, high)
            if self.told.kind(cell) is Kind.WITHHELD:
                sheet.hatched(x - pitch * _STRIP / 2, top, pitch * _STRIP, high)
        self._bands(place, at, cells)
        self._line(place, at, cells)
        self._values(column, place, at, across)
        return sheet.reach(bottom)

    def _bands(self, place: Scale, at: Sequence[float], cells: Sequence[Cell]) -> None:
        colours = self.told.style.colours
        for run in runs([cell.interval is not None for cell in cells]):
            found = [(at[one], interval) for one in run if (interval := cells[one].interval)]
            if len(found) == 1:
                x, only = found[0]
                self.sheet.line(((x, place.at(only.low)), (x, place.at(only.high))), colour=colours.pale, thick=5.0)
                continue
            upper = [(x, place.at(one.high)) for x, one in found]
            lower = [(x, place.at(one.low)) for x, one in reversed(found)]
            self.sheet.area((*upper, *lower), colours.pale)
            for edge in (upper, lower):
                self.sheet.line(edge, colour=colours.flow, thick=0.5)

    def _line(self, place: Scale, at: Sequence[float], cells: Sequence[Cell]) -> None:
        colours = self.told.style.colours
        points = [None if cell.value is None else (x, place.at(cell.value)) for x, cell in zip(at, cells, strict=True)]
        for run in runs([one is not None for one in points]):
            found = [point for one in run if (point := points[one])]
            if len(found) > 1:
                self.sheet.line(found, colour=colours.mark, thick=1.3)
        for point, cell in zip(points, cells, strict=True):
            if point:
                self.sheet.dot(point, _POINT, fill=colours.mark if cell.interval else colours.paper, edge=colours.mark)

    def _values(self, column: Column, place: Scale, at: Sequence[float], across: tuple[float, float]) -> None:
        """The numbers over the points where all have room, else over the last."""
        style = self.told.style
        known = [
            (x, cell, written(cell.value, column.unit))
            for x, row in zip(at, self.told.table.rows, strict=True)
            if (cell := column.of(row)).value is not None
        ]
        widest = max((width(words, style.type.small) for _, _, words in known), default=0.0)
        if widest + 1.0 > (across[1] - across[0]) / len(at):
            known = known[-1:]
        for x, cell, words in known:
            top = place.at(max(cell.value or 0.0, cell.interval.high if cell.interval else place.low))
            half = width(words, style.type.small) / 2
            middle = min(max(x, across[0] + half), across[1] - half)
            if self.told.has(Kind.WITHHELD, (column,)):  # the number may stand on the field of a neighbour
                self.sheet.box(middle - half - 0.4, top - 3.6, 2 * half + 0.8, 2.8, fill=style.colours.paper)
            self.sheet.text(middle, top - 2.2, words, points=style.type.small, align="center")

    def _periods(self, column: Column, across: tuple[float, float], y: float) -> float:
        """Every period by its name, and what its number rests on; only some where there is no room for all."""
        style, rows = self.told.style, self.told.table.rows
        pitch = (across[1] - across[0]) / len(rows)
        behind = ["" if (of := column.of(row).of) is None else f"{of:,}" for row in rows]
        every = self._every(pitch, behind)
        small, lead = style.type.small, style.lead(style.type.small)
        # A name stands under its period, or begins there where it stands for several.
        places = [place for place in range(0, len(rows), every) if place + every <= len(rows)]
        align, aside = ("center", 0.5) if every == 1 else ("left", 0.0)
        at = {place: across[0] + pitch * (place + aside) for place in places}
        names = {place: lines(clean(rows[place].label), pitch * every - 1.0, small) for place in places}
        for place, own in names.items():
            for line, words in enumerate(own):
                self.sheet.text(at[place], y + 0.8 + lead * (line + 0.5), words, points=small, align=align)
        y += 0.8 + lead * max(map(len, names.values()))
        if any(behind):
            colour = style.colours.soft
            self.sheet.text(across[0] - 1.0, y + lead / 2, style.words["n"], points=small, colour=colour, align="right")
            for place in places:
                self.sheet.text(at[place], y + lead / 2, behind[place], points=small, colour=colour, align=align)
            y += lead
        return self.sheet.reach(y)

    def _every(self, pitch: float, behind: Sequence[str]) -> int:
        """How many periods stand for one name, so that no word of a name is broken; no more than there are."""
        small, rows = self.told.style.type.small, self.told.table.rows
        words = [*behind, *(word for row in rows for word in clean(row.label).split())]
        needed = max((width(word, small) for word in words), default=0.0) + 1.2
        return min(len(rows), max(1, -int(-needed // pitch)))

    def _ends(self, across: tuple[float, float], y: float) -> float:
        """The first and the last period, below a small panel."""
        style, rows = self.told.style, self.told.table.rows
        small, lead = style.type.small, style.lead(style.type.small)
        room = (across[1] - across[0]) / 2 - 1.0
        deepest = y
        for x, row, align in ((across[0], rows[0], "left"), (across[1], rows[-1], "right")):
            for line, words in enumerate(lines(clean(row.label), room, small)):
                self.sheet.text(
                    x, y + 0.8 + lead * (line + 0.5), words, points=small, colour=style.colours.soft, align=align
                )
                deepest = max(deepest, y + 0.8 + lead * (line + 1))
        return self.sheet.reach(deepest)
