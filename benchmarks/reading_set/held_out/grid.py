"""A table as cells, before it is drawn with typst or written into a Word file."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Cell:
    """Words, and over how many rows and columns they stand."""

    text: str
    down: int = 1
    across: int = 1


@dataclass(frozen=True, kw_only=True)
class Grid:
    """Heads and rows; cells that another covers are left out of their row. ``widths`` are shares."""

    widths: tuple[float, ...]
    heads: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    above: str = ""


def row(*texts: str) -> tuple[Cell, ...]:
    """A row of plain cells."""
    return tuple(Cell(text=text) for text in texts)
