"""Flows from a sub-category to the one where it belongs: ribbons as thick as how many took each way."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from mrse_assess.cohort.figures.bars import bars
from mrse_assess.cohort.figures.frame import Picture, closed, kept, opened
from mrse_assess.cohort.figures.measuring import lines, width
from mrse_assess.cohort.figures.rows import AIR
from mrse_assess.cohort.figures.sheet import Shape, Sheet, curve, ribbon
from mrse_assess.cohort.figures.told import Kind, Told, counting, sentence
from mrse_assess.cohort.tables import Row
from mrse_assess.rendering.clean import clean

_BETWEEN: Final = " → "
_THICKEST: Final = 6.0  # of a ribbon, in millimetres
_THINNEST: Final = 0.35
_SLOT: Final = 3.3  # at least, so that the numbers of neighbours keep apart
_APART: Final = 1.8  # between what belongs to one place and the next
_ENDS = 2


def flow(told: Told) -> Picture:
    """The figure; bars where rows name no ways."""
    rows, notes = kept(told)
    ways = tuple(row for row in rows if len(row.key) == _ENDS and row.label.count(_BETWEEN) == 1)
    if not ways or not counting(told):
        return bars(told)
    shown, style = told.columns[:1], told.style
    sheet, y, sub = opened(told, shown, counting=True)
    y = _Ways(told=told, sheet=sheet, ways=ways).draw(y)
    notes += [style.say("not_drawn", row=sentence(row.label)) for row in rows if row not in ways]
    dashed = style.words["dashed"] if any(told.kind(row.cells[0]) is Kind.WITHHELD for row in ways) else ""
    closed(sheet, told, y, [dashed, *notes])
    return Picture(sheet=sheet, shown=shown, rows=rows, sub=sub)


@dataclass(frozen=True, kw_only=True)
class _Ways:
    """Ways being drawn on a sheet: on either side the places in the order of the table, each with its ways."""

    told: Told
    sheet: Sheet
    ways: Sequence[Row]

    def draw(self, y: float) -> float:
        """Both sides with their numbers, and the ribbons between; gives where they end."""
        style, sheet = self.told.style, self.sheet
        for x, words, align in ((sheet.left, "offered_for", "left"), (sheet.right, "belongs_to", "right")):
            sheet.text(x, y + 1.6, style.words[words], align=align, bold=True)
        y += 5.0
        heights = [self._height(end) for end in range(_ENDS)]
        tops = [y + (max(heights) - high) / 2 for high in heights]
        slots = [self._side(end, top) for end, top in enumerate(tops)]
        inner = self._label + AIR + self._numbers + 1.0
        across = (sheet.left + inner, sheet.right - inner)
        for row in sorted(self.ways, key=self._thickness, reverse=True):
            self._ribbon(row, (across[0], slots[0][row.key]), (across[1], slots[1][row.key]))
        return sheet.reach(y + max(heights))

    @cached_property
    def _label(self) -> float:
        points = self.told.style.type.text
        names = [clean(name) for row in self.ways for name in row.label.split(_BETWEEN)]
        return min(self.told.style.rows.narrow, max(width(name, points) for name in names) + 0.2)

    @cached_property
    def _numbers(self) -> float:
        return max(width(self._said(row), self.told.style.type.text) for row in self.ways)

    @cached_property
    def _most(self) -> int:
        return max((row.cells[0].count or 0 for row in self.ways), default=0) or 1

    def _places(self, end: int) -> Mapping[str, tuple[tuple[str, ...], list[Row]]]:
        """The places of one side, each with the lines of its name and its ways in the order of the other side."""
        found: dict[str, tuple[tuple[str, ...], list[Row]]] = {}
        for row in self.ways:
            words = lines(clean(row.label.split(_BETWEEN)[end]), self._label, self.told.style.type.text)
            found.setdefault(row.key[end], (words, []))[1].append(row)
        order = self._order(found)
        other = {key: place for place, key in enumerate(self._order({row.key[1 - end] for row in self.ways}))}
        return {key: (found[key][0], sorted(found[key][1], key=lambda row: other[row.key[1 - end]])) for key in order}

    def _order(self, keys: Collection[str]) -> list[str]:
        """Codes by their numbers, other keys as the table names them, so that both sides have one order."""
        sides = [row.key[side] for side in (0, 1) for row in self.ways]
        known = list(dict.fromkeys(sides))
        if all(part.isdigit() for key in known for part in key.split(".")):
            known.sort(key=lambda key: tuple(int(part) for part in key.split(".")))
        return [key for key in known if key in keys]

    def _thickness(self, row: Row) -> float:
        count = row.cells[0].count
        return _THINNEST if count is None else max(_THINNEST, count / self._most * _THICKEST)

    def _slot(self, row: Row) -> float:
        return max(_SLOT, self._thickness(row) + 0.4)

    def _block(self, words: Sequence[str], ways: Sequence[Row]) -> float:
        lead = self.told.style.lead(self.told.style.type.text)
        return max(sum(map(self._slot, ways)), lead * len(words))

    def _height(self, end: int) -> float:
        places = self._places(end).values()
        return sum(self._block(*place) for place in places) + _APART * (len(places) - 1)

    def _side(self, end: int, top: float) -> dict[tuple[str, ...], float]:
        """One side's names and numbers; gives the middle of each way there."""
        sheet, style = self.sheet, self.told.style
        edge, sign, align = ((sheet.left, 1, "left"), (sheet.right, -1, "right"))[end]
        found = {}
        for words, ways in self._places(end).values():
            high = self._block(words, ways)
            sheet.beside(edge, top + high / 2, words, align=align)
            line = edge + sign * (self._label + AIR + self._numbers + 0.6)
            sheet.line(((line, top), (line, top + high)), colour=style.colours.edge, thick=1.0)
            y = top + (high - sum(map(self._slot, ways))) / 2
            for row in ways:
                found[row.key] = y + self._slot(row) / 2
                sheet.text(edge + sign * (self._label + AIR), found[row.key], self._said(row), align=align)
                near = edge + sign * (self._label + AIR / 2)
                sheet.place(row, self.told.columns[0], min(near, line), y, abs(line - near), self._slot(row))
                y += self._slot(row)
            top += high + _APART
        return found

    def _said(self, row: Row) -> str:
        """The number; nothing where it is withheld."""
        if self.told.kind(row.cells[0]) is Kind.WITHHELD:
            return ""
        count = row.cells[0].count
        return self.told.style.words["nothing"] if count is None else f"{count:,}"

    def _ribbon(self, row: Row, start: tuple[float, float], end: tuple[float, float]) -> None:
        colours = self.told.style.colours
        if self.told.kind(row.cells[0]) is Kind.WITHHELD:
            self.sheet.line(curve(start, end), colour=colours.edge, thick=0.9, dashed=True)
            return
        thick = self._thickness(row)
        outline = ribbon((start[0], start[1] - thick / 2), (end[0], end[1] - thick / 2), thick)
        self.sheet.marks.append(Shape(points=outline, fill=colours.flow, edge=colours.paper, thick=0.5))
