"""What pages are made of, whatever file they end in."""

from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Title:
    """A heading; ``mark`` is the name under which its page is found."""

    text: str
    level: int = 1
    mark: str = ""


@dataclass(frozen=True, kw_only=True)
class Words:
    """A paragraph; new lines in it are kept."""

    text: str
    bold: bool = False
    italic: bool = False
    bigger: float = 0.0
    centred: bool = False
    mono: bool = False
    mark: str = ""


@dataclass(frozen=True, kw_only=True)
class Bullets:
    """Lines of a list."""

    lines: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A cell that may take several columns or rows; ``ink`` is drawn into it."""

    text: str = ""
    across: int = 1
    down: int = 1
    bold: bool = False
    shaded: bool = False
    centred: bool = False
    ink: bool = False


Row = tuple[Cell, ...]


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table; ``look`` is ``ruled``, ``rules``, ``zebra`` or ``bare``; ``loose`` lets rows go over pages."""

    rows: tuple[Row, ...]
    widths: tuple[float, ...]
    heads: int = 1
    look: str = "ruled"
    smaller: float = 0.0
    loose: bool = False
    repeated: bool = True
    mark: str = ""


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """A picture: ``ink``, ``console``, ``plan``, ``photo`` or ``crest``."""

    kind: str
    caption: str = ""
    mark: str = ""


@dataclass(frozen=True, kw_only=True)
class Newpage:
    """The next page begins here."""


@dataclass(frozen=True, kw_only=True)
class Space:
    """Empty height in points."""

    height: float = 12.0


Block = Title | Words | Bullets | Table | Drawing | Newpage | Space


@dataclass(frozen=True, kw_only=True)
class Sheets:
    """Blocks that begin on a page of their own, upright or on their side."""

    blocks: tuple[Block, ...]
    wide: bool = False
    columns: int = 1
    middle: bool = False
    mark: str = ""


@dataclass(frozen=True, kw_only=True)
class Set:
    """A typeset document: its marks and the pages on which they stand."""

    pdf: bytes
    count: int
    pages: dict[str, list[int]] = field(default_factory=dict)


def row(*texts: str, bold: bool = False, shaded: bool = False) -> Row:
    """A row of plain cells."""
    return tuple(Cell(text=text, bold=bold, shaded=shaded) for text in texts)
