"""How numbers spread: the middle half of each row with its median, or how many have each value, in upright bars."""

from dataclasses import dataclass
from typing import Final

from mrse_assess.cohort.figures.bars import bars
from mrse_assess.cohort.figures.frame import Picture, closed, kept, marks, opened
from mrse_assess.cohort.figures.measuring import lines, width
from mrse_assess.cohort.figures.rows import AIR, Rows, Stripe
from mrse_assess.cohort.figures.scales import Scale, reaches, scale
from mrse_assess.cohort.figures.told import Column, Kind, Told, written
from mrse_assess.cohort.tables import Row
from mrse_assess.rendering.clean import clean

_QUARTILES: Final = 3
_OVER: Final = 3.6  # room for a number over the highest bar


def distribution(told: Told) -> Picture:
    """The figure; bars where neither quartiles nor values can be told from the columns."""
    numbers = [column for column in told.drawable if column.unit]
    if len(numbers) == len(told.drawable) == _QUARTILES:
        return _quartiles(told)
    upright = not numbers and len(told.drawable) >= _QUARTILES and _fits(told)
    return _values(told) if upright else bars(told)


def _quartiles(told: Told) -> Picture:
    shown = told.drawable
    rows, notes = kept(told)
    sheet, y, sub = opened(told, shown)
    spread = _Spread(told=told, sheet=sheet, rows=rows)
    y = spread.draw(y)
    hatched = told.style.words["hatched"] if told.has(Kind.WITHHELD, shown) else ""
    closed(sheet, told, y, [told.style.words["quartiles"], hatched, spread.in_table(), *notes])
    return Picture(sheet=sheet, shown=shown[1:2], rows=rows, sub=sub)


@dataclass(frozen=True, kw_only=True)
class _Spread(Rows):
    """Rows of medians and middle halves."""

    def draw(self, y: float) -> float:
        """The rows with their numbers; gives where they end."""
        style, sheet = self.told.style, self.sheet
        low, median, high = self.told.drawable
        columns = [
            self.numbers(median.label, [self._said(row, median, median) for row in self.rows]),
            self.numbers(style.words["middle_half"], [self._said(row, low, high) for row in self.rows]),
            *self.behind(self.told.drawable),
            *self.counted(),
        ]
        columns = self.fitting(columns, style.rows.numbers)
        label = self.label_width(style.rows.label)
        top = y + self.deep(columns)
        stripes = self.stripes(label, top)
        self.labels(stripes)
        right = sheet.right
        for one in reversed(columns):
            right = self.column(right, one, stripes, top)
        extent = scale(reaches(column.of(row) for row in self.rows for column in self.told.drawable), shares=False)
        place = extent.over(sheet.left + label + style.page.gap, right)
        end = stripes[-1].top + stripes[-1].high if stripes else top
        bottom = self.axis(place, top, end, median.unit)
        for stripe in stripes:
            self._mark(place, stripe)
            sheet.place(stripe.row, median, place.start, stripe.top, place.end - place.start, stripe.high)
        return bottom

    def _mark(self, place: Scale, stripe: Stripe) -> None:
        style, sheet = self.told.style, self.sheet
        cells = [column.of(stripe.row) for column in self.told.drawable]
        top, high = stripe.middle - style.rows.bar / 2, style.rows.bar
        if any(self.told.kind(cell) is Kind.WITHHELD for cell in cells):
            sheet.hatched(place.start, top, place.end - place.start, high)
            return
        low, median, upper = (cell.value for cell in cells)
        if low is not None and upper is not None:
            start, end = sorted((place.at(low), place.at(upper)))
            sheet.bar(start, top, end - start, high)
        if median is not None:
            x = place.at(median)
            sheet.line(((x, top - 0.4), (x, top + high + 0.4)), colour=style.colours.ink, thick=1.6)

    def _said(self, row: Row, low: Column, high: Column) -> str:
        """A number, or from one to another."""
        ends = [column.of(row) for column in dict.fromkeys((low, high))]
        if any(self.told.kind(cell) is Kind.WITHHELD for cell in ends):
            return self.told.style.words["withheld"]
        if any(cell.value is None for cell in ends):
            return self.told.style.words["nothing"]
        said = [written(cell.value or 0.0, low.unit) for cell in ends]
        return said[0] if len(said) == 1 else self.told.style.say("span", low=said[0], high=said[1])


def _values(told: Told) -> Picture:
    shown = told.drawable
    rows, notes = kept(told)
    sheet, y, sub = opened(told, shown)
    upright = _Upright(told=told, sheet=sheet, rows=rows)
    y = upright.draw(y)
    closed(sheet, told, y, [*marks(told, shown), upright.in_table(), *notes])
    return Picture(sheet=sheet, shown=shown, rows=rows, sub=sub)


def _fits(told: Told) -> bool:
    """Whether there is room for a number over each upright bar."""
    room = told.style.page.width - told.style.rows.label - told.style.page.gap
    widest = max(width(words, told.style.type.text) for words in _words(told))
    return room / len(told.drawable) >= widest + 1.0


def _words(told: Told) -> list[str]:
    points = [written(cell.value, "") for row in told.table.rows for cell in row.cells if cell.value is not None]
    heads = [word for column in told.drawable for word in clean(column.label).split()]
    return [*points, *heads]


@dataclass(frozen=True, kw_only=True)
class _Upright(Rows):
    """Rows of upright bars, one for each column, on one scale."""

    def draw(self, y: float) -> float:
        """The rows under the names of the columns; gives where they end."""
        style, sheet, shown = self.told.style, self.sheet, self.told.drawable
        label, beside = (
            self.label_width(style.rows.narrow),
            self.fitting([*self.behind(shown), *self.counted()], style.rows.numbers),
        )
        start = sheet.left + label + sum(one.wide + AIR for one in beside) + style.page.gap
        pitch = (sheet.right - start) / len(shown)
        heads = [lines(clean(column.label), pitch - 1.0, style.type.text) for column in shown]
        deep = style.lead(style.type.text) * max(map(len, heads))
        top = y + max(deep + self.deep(()), self.deep(beside))
        for place, head in enumerate(heads):
            for line, words in enumerate(head):
                down = top - self.deep(()) - style.lead(style.type.text) * (len(head) - line - 0.5)
                sheet.text(start + pitch * (place + 0.5), down, words, align="center")
        stripes = self.stripes(label, top, least=style.rows.histogram + _OVER)
        self.labels_at_foot(stripes)
        right = sheet.left + label
        for one in beside:
            right += one.wide + AIR
            self.column(right, one, stripes, top)
        high = scale((cell.value or 0.0 for row in self.rows for cell in row.cells), shares=True)
        for stripe in stripes:
            self._row(stripe, high, start, pitch)
        end = stripes[-1].top + stripes[-1].high if stripes else top
        return sheet.reach(end)

    def _row(self, stripe: Stripe, extent: Scale, start: float, pitch: float) -> None:
        style, sheet, shown = self.told.style, self.sheet, self.told.drawable
        foot = stripe.top + stripe.high - 0.6
        place = extent.over(foot, stripe.top + _OVER)
        for number, column in enumerate(shown):
            cell, x = column.of(stripe.row), start + pitch * number
            sheet.place(stripe.row, column, x, stripe.top, pitch, stripe.high)
            if self.told.kind(cell) is Kind.WITHHELD:
                sheet.hatched(x + pitch * 0.2, stripe.top + _OVER, pitch * 0.6, foot - stripe.top - _OVER)
            elif cell.value:
                top = place.at(cell.value)
                sheet.bar(x + pitch * 0.2, top, pitch * 0.6, foot - top)
                sheet.text(x + pitch / 2, top - 1.7, written(cell.value, ""), align="center")
            elif cell.count:
                sheet.text(x + pitch / 2, foot - 1.7, f"{cell.count:,}", align="center", colour=style.colours.soft)
        sheet.line(((start, foot), (sheet.right, foot)), colour=style.colours.edge)
