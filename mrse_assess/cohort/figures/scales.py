"""From numbers to millimetres: scales that begin and end at numbers that are easily read."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, log10
from typing import Final

from mrse_assess.cohort.tables import Cell

_ROUND: Final = (1.0, 2.0, 2.5, 5.0, 10.0)
_SHARES: Final = (0.05, 0.1, 0.2, 0.4, 0.5, 0.6, 0.8, 1.0)


@dataclass(frozen=True, kw_only=True)
class Scale:
    """From ``low`` at ``start`` to ``high`` at ``end``, which may lie before it."""

    low: float
    high: float
    start: float = 0.0
    end: float = 1.0

    def at(self, value: float) -> float:
        """Where a value is, at the edge where it is beyond."""
        share = (min(max(value, self.low), self.high) - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)

    def over(self, start: float, end: float) -> "Scale":
        """The same over another stretch."""
        return Scale(low=self.low, high=self.high, start=start, end=end)

    @property
    def zero(self) -> float:
        """Where bars begin."""
        return self.at(0.0)


def scale(values: Iterable[float], *, shares: bool) -> Scale:
    """A scale that holds 0 and all values."""
    found = [0.0, *values]
    low, high = min(found), max(found)
    if shares and low >= 0:
        return Scale(low=0.0, high=next((one for one in _SHARES if high <= one), 1.0))
    step = _step((high - low) or 1.0)
    return Scale(low=step * floor(low / step), high=step * max(ceil(high / step), floor(low / step) + 1))


def reaches(cells: Iterable[Cell]) -> list[float]:
    """All that the marks of cells reach to."""
    found = []
    for cell in cells:
        if cell.value is not None:
            found.append(cell.value)
            found.extend([cell.interval.low, cell.interval.high] if cell.interval else [])
    return found


def _step(span: float) -> float:
    power = 10.0 ** floor(log10(span))
    return next(one * power for one in _ROUND if span <= one * power) / 5
