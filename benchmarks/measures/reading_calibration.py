"""Whether confidence means what it says: cells by confidence, and how many of each are right. Pure functions."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from measures.reading_score import both_hints, cell_of, cells_of, leads_to

HIGH: Final = 0.9
BINS: Final = ((HIGH, 1.0), (0.7, HIGH), (0.0, 0.7))


class Cell(NamedTuple):
    """One cell that was read: how sure, whether it exists, and whether its hints and pages are right as well."""

    confidence: float
    right: bool
    wholly_right: bool


class Bin(NamedTuple):
    """The cells with a confidence from ``low`` to below ``high`` (1 included in the highest)."""

    low: float
    high: float
    cells: int
    right: int
    wholly_right: int


def cells_read(truth: Mapping[str, Any], found: Mapping[str, Any]) -> list[Cell]:
    """The cells that a reading gave, each judged."""
    wanted = cells_of(truth)
    cells = []
    for entry in found.get("cross_references") or ():
        true = wanted.get(cell_of(entry))
        wholly = true is not None and both_hints(true, entry) and leads_to(true, entry)
        cells.append(Cell(entry.get("confidence") or 0.0, true is not None, wholly))
    return cells


def bins(cells: Sequence[Cell]) -> list[Bin]:
    """The cells by confidence, the surest first."""
    return [
        _bin(low, high, [cell for cell in cells if low <= cell.confidence < (high if high < 1 else 2)])
        for low, high in BINS
    ]


def _bin(low: float, high: float, cells: Sequence[Cell]) -> Bin:
    return Bin(low, high, len(cells), sum(cell.right for cell in cells), sum(cell.wholly_right for cell in cells))


def wrong_that_are_low(cells: Iterable[Cell]) -> tuple[int, int]:
    """How many of the cells that do not exist were given a low confidence, and how many there are."""
    wrong = [cell.confidence < HIGH for cell in cells if not cell.right]
    return sum(wrong), len(wrong)


def keeps_quiet(truth: Mapping[str, Any], found: Mapping[str, Any]) -> bool:
    """Whether cells are wrong or missing and nothing says so: no doubtful cell, no Problem above a note."""
    if cells_of(truth).keys() == cells_of(found).keys():
        return False
    doubtful = any(cell.confidence < HIGH for cell in cells_read(truth, found))
    return not doubtful and all(problem.get("severity") == "note" for problem in found.get("problems") or ())
