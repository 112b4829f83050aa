"""What the correction of the reading shows and sends. Frozen values."""

from dataclasses import dataclass

from mrse_assess.model.places import Box


@dataclass(frozen=True, kw_only=True)
class ReferenceLine:
    """One reference of a sub-category as it is read now.

    ``evidence_id`` and ``pages`` ("3", "3-5", "") are what the assessor may change; ``read_as`` is the id that the
    program read, "" for one that a person added. ``state`` is words: "p 1 of 4", "4 pages", "leads nowhere".
    ``corrected``: it is this assessor's word, not the applicant's. ``doubtful``: look here first.
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

    ``file`` and ``page`` say where the cell stands ("" and 0 where no table was found), ``box`` is its place there as
    shares of the page's width and height, None where the row has no cell that was read; ``near`` is then the height
    at which to look, between its neighbours. ``text`` are the applicant's words.
    """

    sub_category: str
    name: str
    lines: tuple[ReferenceLine, ...]
    file: str
    page: int
    box: Box | None
    near: float
    text: str = ""


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
    """An item's pages as they are read now; ``corrected`` when this assessor said so, ``added`` when nothing was read.

    ``numbers`` is the number by which each page of the item is named: counted from its first, or as printed in a file
    whose offset the assessor said (``printed``).
    """

    evidence_id: str
    title: str
    spans: tuple[SpanLine, ...]
    corrected: bool
    added: bool = False
    numbers: tuple[int, ...] = ()
    printed: bool = False


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
    """The applicant's page with the row on it, as pixels, so that the rows around it can be seen. Sizes in points."""

    file: str
    page: int
    media: str
    data: bytes
    width: float
    height: float
