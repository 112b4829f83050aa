"""What the correction of the reading shows and sends. Frozen values."""

from dataclasses import dataclass

from mrse_assess.model.places import Box


@dataclass(frozen=True, kw_only=True)
class ReferenceLine:
    """One reference of a sub-category as it is read now.

    ``evidence_id`` and ``pages`` ("3", "3-5", "") are what the assessor may change; ``read_as`` is the id that the
    program read, "" for one that a person added. ``state`` is words: "p 1 of 4", "leads nowhere", "corrected by you".
    """

    read_as: str
    evidence_id: str
    pages: str
    text: str
    state: str
    doubtful: bool
    corrected: bool


@dataclass(frozen=True, kw_only=True)
class RowReading:
    """The row of the cross reference table for a sub-category, with the place of its cell.

    ``file`` and ``page`` say where the cell stands ("" and 0 where no table was found), ``box`` in points on that page.
    """

    sub_category: str
    lines: tuple[ReferenceLine, ...]
    file: str
    page: int
    box: Box | None
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class ReferenceEntry:
    """One reference as the assessor says it should be read; an empty ``evidence_id`` removes what was read."""

    read_as: str
    evidence_id: str
    pages: str = ""


@dataclass(frozen=True, kw_only=True)
class SpanLine:
    """One run of pages of a file, from 1, both ends included."""

    file: str
    first: int
    last: int


@dataclass(frozen=True, kw_only=True)
class ItemReading:
    """An item's pages as they are read now; ``corrected`` when a person said so."""

    evidence_id: str
    title: str
    spans: tuple[SpanLine, ...]
    corrected: bool


@dataclass(frozen=True, kw_only=True)
class FileReading:
    """A file of the portfolio: its pages, and the offset of its printed page numbers (None: as the program found)."""

    file: str
    pages: int
    offset: int | None


@dataclass(frozen=True, kw_only=True)
class WholeReading:
    """Everything of the reading that can be corrected: each row of the table, each item, each file."""

    rows: tuple[RowReading, ...]
    items: tuple[ItemReading, ...]
    files: tuple[FileReading, ...]


@dataclass(frozen=True, kw_only=True)
class CellPicture:
    """A part of a page as pixels: the row of the table with its neighbours. ``box`` of the cell in it, 0 to 1."""

    media: str
    data: bytes
    width: int
    height: int
    box: tuple[float, float, float, float] | None
