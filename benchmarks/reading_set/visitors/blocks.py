"""What a paper is made of, before it is typeset or written into a Word file."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Head:
    """A heading; ``mark`` names the place so that its page can be asked for; ``outline`` is its bookmark."""

    text: str
    level: int = 1
    mark: str = ""
    outline: str = ""


@dataclass(frozen=True, kw_only=True)
class Para:
    """A paragraph."""

    text: str
    bold: bool = False
    italic: bool = False
    size: float = 0.0  # added to the usual size
    align: str = "left"
    mark: str = ""


@dataclass(frozen=True, kw_only=True)
class Points:
    """A list with bullets or numbers."""

    lines: Sequence[str]
    numbered: bool = False
    mark: str = ""


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A cell of a table over ``span`` columns and ``down`` rows."""

    text: str = ""
    bold: bool = False
    span: int = 1
    down: int = 1
    shade: bool = False
    middle: bool = False
    ink: bool = False  # a signature is drawn in it


@dataclass(frozen=True, kw_only=True)
class Grid:
    """A table; of its rows the first ``heads`` are repeated on each page. A cell covered from above is not given."""

    rows: Sequence[Sequence[Cell]]
    widths: Sequence[float]
    lines: str = "ruled"
    heads: int = 1
    mark: str = ""
    size: float = 0.0
    whole_rows: bool = True  # rows do not break over pages


@dataclass(frozen=True, kw_only=True)
class Sketch:
    """A drawing: a scanner's screen, a plan, a certificate's seal, or ink."""

    kind: str
    caption: str = ""
    mark: str = ""


@dataclass(frozen=True, kw_only=True)
class Gap:
    """Empty space in points."""

    height: float = 12.0


Block = Head | Para | Points | Grid | Sketch | Gap


@dataclass(frozen=True, kw_only=True)
class Sheets:
    """Pages of one make. ``top`` and ``foot`` may hold {p} and {n}: the printed number and the last of these pages.

    ``first`` is the number on the first page; None counts on through the file, from ``Making.before``.
    """

    blocks: Sequence[Block]
    mark: str = ""
    wide: bool = False
    columns: int = 1
    top: str = ""
    foot: str = ""
    first: int | None = None
    roman: bool = False
    centred: bool = False


@dataclass(frozen=True, kw_only=True)
class Made:
    """A typeset document: its bytes, and the pages on which each mark stands."""

    pdf: bytes
    pages: dict[str, list[int]] = field(default_factory=dict)
    count: int = 0


def spread(grid: Grid) -> list[tuple[int, int, Cell]]:
    """Each cell with its row and column, past those that are covered by cells above."""
    taken: set[tuple[int, int]] = set()
    made = []
    for row, cells in enumerate(grid.rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            made.append((row, column, cell))
            taken |= {(row + down, column + along) for down in range(cell.down) for along in range(cell.span)}
            column += cell.span
    return made
