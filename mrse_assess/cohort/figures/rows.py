"""Rows of a figure: their labels, columns of numbers beside them, and the axis that their marks share."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from mrse_assess.cohort.figures.measuring import lines, width
from mrse_assess.cohort.figures.scales import Scale
from mrse_assess.cohort.figures.sheet import Sheet
from mrse_assess.cohort.figures.told import Column, Kind, Told, counts, sentence, written
from mrse_assess.cohort.tables import Row
from mrse_assess.rendering.clean import clean

AIR: Final = 1.8
"""Between columns of numbers, in millimetres."""
_PAD: Final = 1.4  # above and below the lines of a label, together
_HEAD: Final = 24.0  # the widest heading over a column of numbers
_OVER: Final = 0.6  # between a heading and what is below it


@dataclass(frozen=True, kw_only=True)
class Stripe:
    """One row: its label in lines, and where it stands."""

    row: Row
    label: tuple[str, ...]
    top: float
    high: float

    @property
    def middle(self) -> float:
        """Where its marks are."""
        return self.top + self.high / 2


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """A column of numbers with its heading, as wide as it has to be."""

    head: tuple[str, ...]
    own: tuple[str, ...]
    wide: float


@dataclass(frozen=True, kw_only=True)
class Rows:
    """Rows being drawn on a sheet."""

    told: Told
    sheet: Sheet
    rows: Sequence[Row]
    dropped: list[str] = field(default_factory=list)

    def fitting(self, columns: Sequence[Numbers], room: float) -> list[Numbers]:
        """As many columns of numbers as there is room for; of the others it is said that the table has them."""
        found: list[Numbers] = []
        for one in columns:
            if not one.head or sum(each.wide + AIR for each in (*found, one)) <= room:
                found.append(one)
            else:
                self.dropped.append(" ".join(one.head))
        return found

    def in_table(self) -> str:
        """Which columns are not on the figure."""
        named = ", ".join(dict.fromkeys(self.dropped))
        return self.told.style.say("in_table", columns=named) if named else ""

    def label_width(self, most: float) -> float:
        """How wide the labels have to be."""
        points = self.told.style.type.text
        return min(most, max((width(sentence(row.label), points) for row in self.rows), default=0.0) + 0.2)

    def stripes(self, room: float, top: float, *, least: float = 0.0) -> tuple[Stripe, ...]:
        """A stripe for each row, high enough for the lines of its label."""
        style = self.told.style
        found = []
        for row in self.rows:
            label = lines(sentence(row.label), room, style.type.text)
            high = max(least or style.rows.lead, style.lead(style.type.text) * len(label) + _PAD)
            found.append(Stripe(row=row, label=label, top=top, high=high))
            top += high
        return tuple(found)

    def labels(self, stripes: Sequence[Stripe]) -> None:
        """The labels, at the left."""
        for stripe in stripes:
            self.sheet.beside(self.sheet.left, stripe.middle, stripe.label)

    def labels_at_foot(self, stripes: Sequence[Stripe]) -> None:
        """The same, where marks stand upright."""
        lead = self.told.style.lead(self.told.style.type.text)
        for stripe in stripes:
            middle = stripe.top + stripe.high - _PAD / 2 - lead * len(stripe.label) / 2
            self.sheet.beside(self.sheet.left, middle, stripe.label)

    def axis(self, place: Scale, top: float, bottom: float, unit: str) -> float:
        """Where marks begin and where the scale ends, in numbers below; gives where those end."""
        sheet, style = self.sheet, self.told.style
        sheet.line(((place.end, top), (place.end, bottom)))
        sheet.line(((place.zero, top), (place.zero, bottom)), colour=style.colours.edge)
        small, lead = style.type.small, style.lead(style.type.small)
        ends = [(place.start, place.low, "left"), (place.end, place.high, "right")]
        if sum(width(written(value, unit), small) for _, value, _ in ends) + 1.0 > place.end - place.start:
            del ends[0]
        for x, value, align in ends:
            sheet.text(x, bottom + lead / 2, written(value, unit), points=small, colour=style.colours.soft, align=align)
        return sheet.reach(bottom + lead)

    def numbers(self, head: str, own: Sequence[str]) -> Numbers:
        """A column of numbers."""
        points = self.told.style.type.text
        longest = max((width(word, points, bold=True) for word in clean(head).split()), default=0.0)
        wide = max(min(longest, _HEAD), max((width(one, points) for one in own), default=0.0)) + 0.1
        return Numbers(head=lines(clean(head), wide, points, bold=True) if head else (), own=tuple(own), wide=wide)

    def counted(self) -> list[Numbers]:
        """The columns of counts that nothing is a share of."""
        style = self.told.style
        said = {Kind.WITHHELD: style.words["withheld"], Kind.NOTHING: style.words["nothing"]}
        return [
            self.numbers(one.label, [said.get(self.told.kind(one.of(row))) or counts(one.of(row), style)
                                     for row in self.rows])
            for one in self.told.counted
        ]  # fmt: skip

    def behind(self, shown: Sequence[Column]) -> list[Numbers]:
        """What the numbers of each row rest on, where rows differ in it."""
        told = self.told
        found = [told.whole(column.of(row) for column in shown) for row in self.rows]
        if len(set(found) - {None}) <= 1:
            return []
        return [self.numbers(told.style.words["n"], ["" if one is None else f"{one:,}" for one in found])]

    def deep(self, columns: Sequence[Numbers]) -> float:
        """The height of their headings."""
        lead = self.told.style.lead(self.told.style.type.text)
        return lead * max((len(one.head) for one in columns), default=0) + _OVER

    def column(self, right: float, numbers: Numbers, stripes: Sequence[Stripe], top: float) -> float:
        """A column of numbers that ends at ``right``, its heading above ``top``; gives where the next one ends."""
        self.heading(right, numbers.head, top, align="right")
        for stripe, words in zip(stripes, numbers.own, strict=True):
            self.sheet.text(right, stripe.middle, words, align="right")
        return right - numbers.wide - AIR

    def heading(self, x: float, words: Sequence[str], bottom: float, *, align: str) -> None:
        """Lines of a heading that stand on ``bottom``."""
        lead = self.told.style.lead(self.told.style.type.text)
        for place, line in enumerate(words):
            y = bottom - _OVER - lead * (len(words) - place - 0.5)
            self.sheet.text(x, y, line, align=align, bold=True)
