"""The register of this set's designs, its paper, and marks made by hand."""

from collections.abc import Callable
from functools import cache
from random import Random
from typing import Any, Final

from ..shapes.desk import Design, Desk, Maker, Needs  # noqa: TID252 - imported by two names, with and without a parent
from ..shapes.grid import Cell  # noqa: TID252 - see above
from ..shapes.paper import Paper, font_of  # noqa: TID252 - see above
from .chance import chance
from .plan import Habit
from .words import ROMAN

HABITS: Final[dict[str, Habit]] = {}
TICKS: Final = Needs(hints="none", simulated=False)
PLAIN: Final = Needs(hints="none")
ALL_PAGES: Final = Needs(hints="all", simulated=False)


def habit(
    axis: str,
    *,
    needs: Needs = TICKS,
    count: tuple[int, int] = (9, 13),
    across: bool = False,
    scan: str = "may",
    **how: Any,
) -> Callable[[Maker], Maker]:
    """Enter a function as a design."""

    def enter(make: Maker) -> Maker:
        name = make.__name__.strip("_").replace("_", " ")
        if name in HABITS:
            raise ValueError(f"two designs are called {name}")
        design = Design(axis=axis, name=name, make=make, needs=needs, **how)
        HABITS[name] = Habit(design=design, count=count, across=across, scan=scan)
        return make

    return enter


@cache
def _advance(family: str, letter: str, *, bold: bool) -> float:
    """The width of a letter at size 1."""
    return float(font_of(family, bold=bold).text_length(letter, fontsize=1))


class Sheet(Paper):
    """A paper that also knows marks made with a pen and the uneven lines of a typewriter."""

    def __init__(self, family: str, size: float, seed: int) -> None:
        super().__init__(family, size)
        self.pen: Random = chance("pen", seed)
        self.uneven = 0.0

    def put(
        self, x: float, y: float, text: str, *, size: float = 0, bold: bool = False, family: str = "", **how: Any
    ) -> None:
        """One line of words, as high or low as the typewriter strikes it."""
        y += self.pen.uniform(-self.uneven, self.uneven)
        super().put(x, y, text, size=size, bold=bold, family=family, **how)

    def measure(self, text: str, *, size: float = 0, bold: bool = False, family: str = "") -> float:
        """The width of a line of words; widths of letters are kept."""
        if not text.isascii():
            return super().measure(text, size=size, bold=bold, family=family)
        return sum(_advance(family or self.family, letter, bold=bold) for letter in text) * (size or self.size)

    def _off(self, reach: float) -> float:
        return self.pen.uniform(-reach, reach)

    def sign(self, kind: str, x: float, y: float) -> None:
        """A drawn mark with its middle here; kinds of this set, else those of the paper."""
        x, y = x + self._off(1.2), y + self._off(1.2)
        if kind == "pen tick":
            self.path(
                [(x - 5, y + self._off(1)), (x - 2 + self._off(1), y + 4), (x + 6 + self._off(2), y - 6)], width=1.5
            )
        elif kind == "pen cross":
            self.path([(x - 5, y - 4 + self._off(1)), (x + self._off(1), y), (x + 5, y + 5)], width=1.4)
            self.path([(x - 4, y + 5), (x + 5, y - 4 + self._off(1))], width=1.4)
        elif kind == "stroke":
            self.path([(x - 3, y + 5), (x + 3 + self._off(1), y - 5)], width=1.3)
        elif kind == "ring":
            self.shape.draw_circle((x, y), 3)
            self.shape.finish(color=(0, 0, 0), width=0.9)
        else:
            super().sign(kind, x, y)


def middle(text: str, **how: Any) -> Cell:
    """A cell with its words in the middle."""
    return Cell(text=text, align="center", **how)


def roman(code: str) -> str:
    """A sub-category as "1i"; the third has none."""
    return code[0] + (ROMAN[code[2]] if len(code) > 1 else "")


def begin(desk: Desk, words: str = "", *, bold: bool = False) -> None:
    """The table of a design that writes what stands above it begins on the present page."""
    if words:
        desk.paper.words(words, bold=bold)
    desk.marks["first"] = desk.paper.number
