"""Figures of tables: which are drawn, how, and where. They are drawn in the worker."""

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Final

from mrse_assess.cohort.figures.bars import bars
from mrse_assess.cohort.figures.combinations import combinations
from mrse_assess.cohort.figures.distribution import distribution
from mrse_assess.cohort.figures.enough import worth_drawing
from mrse_assess.cohort.figures.flow import flow
from mrse_assess.cohort.figures.frame import Picture
from mrse_assess.cohort.figures.heat import heat
from mrse_assess.cohort.figures.pareto import pareto
from mrse_assess.cohort.figures.printing import load, printed
from mrse_assess.cohort.figures.sheet import Sheet
from mrse_assess.cohort.figures.style import style
from mrse_assess.cohort.figures.told import Told
from mrse_assess.cohort.figures.trend import trend
from mrse_assess.cohort.figures.words import in_words
from mrse_assess.cohort.tables import CohortTable, Shape
from mrse_assess.isolation import WorkerPool

_SECONDS: Final = 120.0
_DRAWN: Final[Mapping[Shape, Callable[[Told], Picture]]] = {
    Shape.BARS: bars,
    Shape.PARETO: pareto,
    Shape.HEAT: heat,
    Shape.COMBINATIONS: combinations,
    Shape.FLOW: flow,
    Shape.TREND: trend,
    Shape.DISTRIBUTION: distribution,
}


@dataclass(frozen=True, kw_only=True)
class Spot:
    """Where a cell of the table stands in the picture.

    ``at`` is the place of its row and of its column in the table; ``box`` its left, top, width and height as parts of
    the picture's width and height.
    """

    at: tuple[int, int]
    box: tuple[float, float, float, float]


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A picture of a table as SVG and PNG; ``alt`` says what it shows to whoever cannot see it."""

    alt: str
    svg: bytes
    png: bytes
    spots: tuple[Spot, ...] = ()


class Drawing:
    """Figures that the workers draw while other tables are still being measured.

    The worker is told at once to load what it draws with, which takes as long as several figures.

    Raises:
        WorkerError: the pool has been closed.
    """

    def __init__(self, pool: WorkerPool) -> None:
        self._pool = pool
        self._pool.submit(load)
        self._begun: dict[int, tuple[CohortTable, Future[Figure | None] | None]] = {}

    def begin(self, table: CohortTable) -> CohortTable:
        """Have the table drawn, and return it as it is.

        Raises:
            WorkerError: the pool has been closed.
        """
        if id(table) not in self._begun:
            worth = worth_drawing(Told(table=table, style=style()))
            self._begun[id(table)] = (
                table,
                self._pool.submit(figure_for, table.without_applications(), seconds=_SECONDS) if worth else None,
            )
        return table

    def figure(self, table: CohortTable) -> Figure | None:
        """The figure of a table, waited for; None where the table says it better.

        Raises:
            WorkerError: the worker failed.
        """
        self.begin(table)
        _, drawn = self._begun[id(table)]
        return None if drawn is None else self._pool.result(drawn)


def figures_of(tables: Iterable[CohortTable], pool: WorkerPool) -> tuple[Figure | None, ...]:
    """The figures of tables, drawn in the worker; None where the table says it better.

    Raises:
        WorkerError: the worker failed.
    """
    drawing = Drawing(pool)
    return tuple(drawing.figure(table) for table in [drawing.begin(table) for table in tables])


def figure_for(table: CohortTable) -> Figure | None:
    """Run in the worker: the figure of a table, or None where the table says it better."""
    told = Told(table=table, style=style())
    if not worth_drawing(told):
        return None
    picture = picture_of(told)
    alt = in_words(told, picture)
    svg, png = printed(picture.sheet, table.title, alt)
    return Figure(alt=alt, svg=svg, png=png, spots=_spots(picture.sheet, table))


def picture_of(told: Told) -> Picture:
    """The sheet as drawn, of a table that is worth it."""
    return _DRAWN[told.table.shape](told)


def _spots(sheet: Sheet, table: CohortTable) -> tuple[Spot, ...]:
    """The cells that the sheet shows; of a single row, its columns may have been drawn as rows."""
    rows = {row.key: at for at, row in enumerate(table.rows)}
    columns = {str(key): at for at, (key, _) in enumerate(table.columns)}
    wide, high = sheet.style.page.width, sheet.height + sheet.style.page.margin
    found = []
    for place in sheet.places:
        row, column = rows.get(place.row), columns.get(place.column)
        if len(table.rows) == 1 and (row is None or column is None):
            row, column = 0, columns.get("".join(place.row[:1]))
        if row is not None and column is not None:
            left, top, across, down = place.box
            box = (round(left / wide, 5), round(top / high, 5), round(across / wide, 5), round(down / high, 5))
            found.append(Spot(at=(row, column), box=box))
    return tuple(found)
