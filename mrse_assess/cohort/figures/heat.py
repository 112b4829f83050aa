"""A grid of numbers, rows by columns, the darker the larger; withheld cells are hatched and all alike."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from mrse_assess.cohort.figures.frame import Picture, closed, kept, opened
from mrse_assess.cohort.figures.measuring import lines, width
from mrse_assess.cohort.figures.rows import AIR, Rows, Stripe
from mrse_assess.cohort.figures.told import Column, Kind, Told, counting, written
from mrse_assess.cohort.tables import Cell
from mrse_assess.rendering.clean import clean

_WIDEST: Final = 16.0  # of a cell, in millimetres
_PAD: Final = 1.6  # beside a number in its cell, both sides together
_LEAST_LABEL: Final = 28.0  # of rows
_DARK: Final = 2  # of the steps, the last that dark figures can be read on
_LEVEL: Final = 2  # lines of a heading that stand level; longer ones are turned


def heat(told: Told) -> Picture:
    """The figure: of counts, or of values where nothing is counted."""
    by_count = counting(told)
    rows, notes = kept(told)
    sheet, y, sub = opened(told, told.columns, counting=by_count)
    grid = Grid(told=told, sheet=sheet, rows=rows)
    for band in grid.bands():
        y = grid.band(band, y)
    words = told.style.words
    hatched = words["hatched"] if told.has(Kind.WITHHELD) else ""
    closed(sheet, told, y, [words["heat" if by_count else "heat_values"], hatched, *notes])
    return Picture(sheet=sheet, shown=told.columns, rows=rows, sub=sub)


@dataclass(frozen=True, kw_only=True)
class Grid(Rows):
    """A grid being drawn on a sheet."""

    @cached_property
    def pitch(self) -> float:
        """The width of a cell: as wide as there is room for, and as its widest number at least."""
        points = self.told.style.type.text
        least = max([self.told.style.rows.cell, *(width(words, points) + _PAD for words in self._words())])
        room = self._room(self.told.style.rows.narrow)
        return max(least, min(_WIDEST, room / len(self.told.columns)))

    @cached_property
    def label(self) -> float:
        """How wide the labels of rows are."""
        most = self._room(0.0) - self.pitch * len(self.told.columns)
        return self.label_width(min(max(most, _LEAST_LABEL), self.told.style.rows.label))

    @cached_property
    def largest(self) -> float:
        """The largest number."""
        return max((self._number(cell) or 0.0 for _, cell in self._cells()), default=0.0)

    def bands(self) -> list[Sequence[Column]]:
        """The columns, so many abreast as there is room for."""
        columns = self.told.columns
        size = max(1, int((self._room(self.label) + 0.01) / self.pitch))
        size = -(-len(columns) // -(-len(columns) // size))
        return [columns[first : first + size] for first in range(0, len(columns), size)]

    def band(self, columns: Sequence[Column], y: float) -> float:
        """Headings, how many stand behind each column, and the cells; gives where they end."""
        style, sheet = self.told.style, self.sheet
        start = sheet.left + self.label + style.page.gap
        top = self._headings(columns, start, y)
        top = self._wholes(columns, start, top)
        stripes = self.stripes(self.label, top, least=style.rows.cell)
        self.labels(stripes)
        for stripe in stripes:
            for place, column in enumerate(columns):
                self._cell(start + place * self.pitch, stripe, column)
        end = stripes[-1].top + stripes[-1].high if stripes else top
        return sheet.reach(end) + style.page.gap

    def _headings(self, columns: Sequence[Column], start: float, y: float) -> float:
        """Labels of columns, level where they fit and reading upwards otherwise."""
        style, sheet = self.told.style, self.sheet
        points = style.type.text
        level = [lines(clean(one.label), self.pitch - 0.8, points) for one in columns]
        whole = all(
            " ".join(own) == clean(one.label) and len(own) <= _LEVEL for own, one in zip(level, columns, strict=True)
        )
        if whole:
            top = y + style.lead(points) * max(map(len, level)) + 0.6
            for place, own in enumerate(level):
                for line, words in enumerate(own):
                    down = top - 0.6 - style.lead(points) * (len(own) - line - 0.5)
                    sheet.text(start + self.pitch * (place + 0.5), down, words, align="center")
            return top
        top = y + max(width(clean(one.label), points) for one in columns) + 1.0
        for place, one in enumerate(columns):
            sheet.text(start + self.pitch * (place + 0.5), top - 1.0, one.label, turned=True)
        return top

    def _wholes(self, columns: Sequence[Column], start: float, y: float) -> float:
        """What each column's cells are shares of, where it is one number for each column."""
        told, style = self.told, self.told.style
        found = [told.whole(column.of(row) for row in told.table.rows) for column in told.columns]
        if None in found or len(set(found)) == 1:
            return y
        lead = style.lead(style.type.small)
        colour = style.colours.soft
        self.sheet.text(
            start - AIR, y + lead / 2, style.words["n"], points=style.type.small, colour=colour, align="right"
        )
        for place, column in enumerate(columns):
            x = start + self.pitch * (place + 0.5)
            self.sheet.text(x, y + lead / 2, f"{found[column.place]}", points=style.type.small, colour=colour,
                            align="center")  # fmt: skip
        return y + lead + 0.5

    def _cell(self, x: float, stripe: Stripe, column: Column) -> None:
        style, sheet, cell = self.told.style, self.sheet, column.of(stripe.row)
        sheet.place(stripe.row, column, x, stripe.top, self.pitch, stripe.high)
        if self.told.kind(cell) is Kind.WITHHELD:
            sheet.hatched(x + 0.15, stripe.top + 0.15, self.pitch - 0.3, stripe.high - 0.3)
            return
        number = self._number(cell)
        step = self._step(number or 0.0)
        fill = style.colours.zero if step is None else style.colours.steps[step]
        sheet.box(x, stripe.top, self.pitch, stripe.high, fill=fill, edge=style.colours.guide)
        dark = step is not None and step > _DARK
        colour = style.colours.paper if dark else style.colours.soft if step is None else style.colours.ink
        sheet.text(x + self.pitch / 2, stripe.middle, self._said(number, column), align="center", colour=colour)

    def _step(self, number: float) -> int | None:
        """The step of the shade; none for nothing, and for what is below it."""
        if number <= 0:
            return None
        steps = len(self.told.style.colours.steps)
        return min(steps - 1, int(number / self.largest * steps))

    def _number(self, cell: Cell) -> float | None:
        return cell.count if counting(self.told) else cell.value

    def _said(self, number: float | None, column: Column) -> str:
        if number is None:
            return self.told.style.words["nothing"]
        return f"{number:.0f}" if counting(self.told) else written(number, column.unit)

    def _cells(self) -> list[tuple[Column, Cell]]:
        return [(column, column.of(row)) for row in self.rows for column in self.told.columns]

    def _words(self) -> list[str]:
        found = [self._said(self._number(cell), column) for column, cell in self._cells()]
        told = self.told
        wholes = [told.whole(column.of(row) for row in told.table.rows) for column in told.columns]
        return [*found, *(f"{one}" for one in wholes if one is not None)]

    def _room(self, label: float) -> float:
        return self.sheet.right - self.sheet.left - label - self.told.style.page.gap
