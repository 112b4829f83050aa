"""Bars with intervals: one panel for each column, rows side by side across them; a single row's columns as rows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from mrse_assess.cohort.figures.frame import Picture, closed, intervals, kept, marks, opened
from mrse_assess.cohort.figures.measuring import lines, width
from mrse_assess.cohort.figures.rows import AIR, Numbers, Rows, Stripe
from mrse_assess.cohort.figures.scales import Scale, reaches, scale
from mrse_assess.cohort.figures.told import Column, Kind, Told, bounds, counts, written
from mrse_assess.cohort.tables import Cell, Row
from mrse_assess.rendering.clean import clean


def bars(told: Told) -> Picture:
    """The figure of shares, or of numbers with intervals."""
    told, beside_all = (_turned(told), ()) if len(told.table.rows) == 1 else (told, told.drawable)
    filled = tuple(one for one in told.drawable if not told.empty(one.of(row) for row in told.table.rows))
    shown = tuple(one for one in filled if not told.silent(one)) or told.columns[:1]
    rows, notes = kept(told, shown[0] if told.table.id in told.style.by_size else None)
    for sentence, left_out in (
        ("none_in", [one.label for one in beside_all if one not in filled]),
        ("withheld_in", [one.label for one in filled if told.silent(one)]),
    ):
        if left_out:
            notes.append(told.style.say(sentence, columns=", ".join(left_out)))
    sheet, y, sub = opened(told, shown)
    figure = Bars(told=told, sheet=sheet, rows=rows)
    y = figure.single(shown[0], y)[0] if len(shown) == 1 else figure.panels(shown, y)
    closed(sheet, told, y, [*intervals(told, shown), *marks(told, shown), figure.in_table(), *notes])
    return Picture(sheet=sheet, shown=shown, rows=rows, sub=sub)


def _turned(told: Told) -> Told:
    """The columns of the only row, one under another."""
    (row,) = told.table.rows
    rows = tuple(Row(key=(one.key,), label=one.label, cells=(one.of(row),)) for one in told.columns)
    units = [one.unit for one in told.drawable if one.unit]
    columns, numbers = (("", row.label),), {"": units[0]} if units else {}
    return replace(told, table=replace(told.table, columns=columns, rows=rows, numbers=numbers))


@dataclass(frozen=True, kw_only=True)
class Bars(Rows):
    """Rows of bars being drawn on a sheet."""

    def single(
        self, column: Column, y: float, *, beside: Sequence[Numbers] = (), label: float = 0.0
    ) -> tuple[float, tuple[Stripe, ...]]:
        """One panel at full width, its numbers in columns to the right; gives where it ends, and the rows.

        Args:
            column: whose bars.
            y: where it begins.
            beside: further columns of numbers.
            label: how much room is left for labels, where it is known.
        """
        sheet = self.sheet
        columns = self.fitting([*self._numbers_of(column), *self.counted(), *beside], self.told.style.rows.numbers)
        label = label or self.label_width(self.told.style.rows.narrow if beside else self.told.style.rows.label)
        top = y + self.deep(columns)
        stripes = self.stripes(label, top)
        self.labels(stripes)
        right = sheet.right
        for one in reversed(columns):
            right = self.column(right, one, stripes, top)
        cells = [column.of(row) for row in self.rows]
        place = scale(reaches(cells), shares=not column.unit).over(
            sheet.left + label + self.told.style.page.gap, right - AIR
        )
        bottom = self.axis(place, top, _end(stripes, top), column.unit)
        for stripe, cell in zip(stripes, cells, strict=True):
            self.bar(place, stripe, cell)
            sheet.place(stripe.row, column, place.start, stripe.top, place.end - place.start, stripe.high)
        return bottom, stripes

    def panels(self, shown: Sequence[Column], y: float) -> float:
        """A panel for each column, so many abreast, and further ones below; gives where they end."""
        style, gap = self.told.style, self.told.style.page.gap
        room = self.sheet.right - self._left(self._beside(shown, leading=True)) + gap
        words = max(width(self._said(column, row), style.type.text) for column in shown for row in self.rows)
        least = max(style.rows.least, words + AIR + style.rows.least / 2)
        most = max(1, min(style.limits.panels, int(room / (least + gap))))
        size = -(-len(shown) // -(-len(shown) // most))
        for first in range(0, len(shown), size):
            y = self._abreast(shown[first : first + size], y, size, leading=first == 0) + gap
        return y - gap

    def bar(self, place: Scale, stripe: Stripe, cell: Cell) -> None:
        """The bar with its interval, or the field that stands for a withheld one."""
        style, sheet = self.told.style, self.sheet
        top = stripe.middle - style.rows.bar / 2
        if self.told.kind(cell) is Kind.WITHHELD:
            sheet.hatched(place.start, top, place.end - place.start, style.rows.bar)
        if cell.value is None:
            return
        start, end = sorted((place.zero, place.at(cell.value)))
        if end > start:
            sheet.bar(start, top, end - start, style.rows.bar)
        if cell.interval:
            ends = (place.at(cell.interval.low), place.at(cell.interval.high))
            sheet.whisker((ends[0], stripe.middle), (ends[1], stripe.middle))

    def _numbers_of(self, column: Column) -> list[Numbers]:
        """Count, share and interval, each where there is any."""
        style, cells = self.told.style, [column.of(row) for row in self.rows]
        same = self.told.whole(cell for cell in cells if cell.of is not None) is not None
        texts = [
            [("" if cell.count is None else f"{cell.count:,}") if same else counts(cell, style) for cell in cells],
            ["" if cell.value is None else written(cell.value, column.unit) for cell in cells],
            [bounds(cell, column.unit, style) for cell in cells],
        ]
        return [self.numbers("", own) for own in texts if any(own)]

    def _abreast(self, shown: Sequence[Column], y: float, size: int, *, leading: bool) -> float:
        """One band of panels; the first has the counts beside the labels."""
        style, sheet = self.told.style, self.sheet
        label, beside = self.label_width(style.rows.narrow), self._beside(shown, leading=leading)
        start = self._left(beside)
        pitch = (sheet.right - start + style.page.gap) / size
        room = pitch - style.page.gap
        heads = [lines(clean(column.label), room, style.type.text, bold=True) for column in shown]
        deep = style.lead(style.type.text) * max(map(len, heads))
        top = y + max(deep + self.deep(()), self.deep(beside))
        stripes = self.stripes(label, top)
        self.labels(stripes)
        right = sheet.left + label
        for one in beside:
            right += one.wide + AIR
            self.column(right, one, stripes, top)
        bottom = top
        for place, (column, head) in enumerate(zip(shown, heads, strict=True)):
            x = start + place * pitch
            self.heading(x, head, top, align="left")
            bottom = self._panel(column, (x, x + room), top, stripes)
        return bottom

    def _beside(self, shown: Sequence[Column], *, leading: bool) -> list[Numbers]:
        """Numbers between the labels and the panels: what shares are of, and in the first band what is only counted."""
        columns = [*self.behind(shown), *(self.counted() if leading else [])]
        return self.fitting(columns, self.told.style.rows.numbers)

    def _left(self, beside: Sequence[Numbers]) -> float:
        """Where panels begin."""
        label = self.label_width(self.told.style.rows.narrow)
        return self.sheet.left + label + sum(one.wide + AIR for one in beside) + self.told.style.page.gap

    def _panel(self, column: Column, across: tuple[float, float], top: float, stripes: Sequence[Stripe]) -> float:
        """One panel: each number at the left of its bar."""
        style = self.told.style
        own = [self._said(column, stripe.row) for stripe in stripes]
        alike = [one for one in self.told.drawable if one.unit == column.unit]
        room = max(width(self._said(one, row), style.type.text) for one in alike for row in self.rows)
        extent = scale(reaches(one.of(row) for row in self.rows for one in alike), shares=not column.unit)
        place = extent.over(across[0] + room + AIR, across[1])
        bottom = self.axis(place, top, _end(stripes, top), column.unit)
        for stripe, words in zip(stripes, own, strict=True):
            cell = column.of(stripe.row)
            colour = style.colours.ink if cell.value is not None else style.colours.soft
            self.sheet.text(across[0] + room, stripe.middle, words, align="right", colour=colour)
            self.bar(place, stripe, cell)
            self.sheet.place(stripe.row, column, across[0], stripe.top, across[1] - across[0], stripe.high)
        return bottom

    def _said(self, column: Column, row: Row) -> str:
        cell = column.of(row)
        match self.told.kind(cell):
            case Kind.VALUE:
                return written(cell.value or 0.0, column.unit)
            case Kind.COUNT | Kind.SCANT:
                return counts(cell, self.told.style)
            case Kind.WITHHELD:
                return ""
            case _:
                return self.told.style.words["nothing"]


def _end(stripes: Sequence[Stripe], top: float) -> float:
    return stripes[-1].top + stripes[-1].high if stripes else top
