"""What reading one file gives: pages with words and ruling lines, native tables, bookmarks. No library types."""

from array import array
from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any, NamedTuple

from mrse_assess.model.places import Box
from mrse_assess.model.problem import Problem
from mrse_assess.terms import MediaKind, TextSource


class Word(NamedTuple):
    """One word and its box in points, as the page is shown; ``block`` and ``line`` give reading order."""

    x0: float
    y0: float
    x1: float
    y1: float
    text: str
    block: int
    line: int


class Ruling(NamedTuple):
    """One straight drawn line, horizontal or vertical, in points (thin rectangles and box edges included)."""

    x0: float
    y0: float
    x1: float
    y1: float


class Drawn(NamedTuple):
    """A small shape drawn on the page, in points: a mark of a few strokes, a dot, or an area filled with a colour.

    ``colour`` is red, green and blue as one number of 24 bits; ``filled``: an area, else strokes.
    """

    x0: float
    y0: float
    x1: float
    y1: float
    colour: int
    filled: bool


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A line of text set larger or bolder than the running text of its page, top to bottom."""

    text: str
    size: float  # points
    bold: bool
    box: Box


@dataclass(frozen=True, kw_only=True)
class PageReading:
    """One page. ``has_text`` is false for a picture of a page: its words were not read, which is not the same as none.

    Width and height are in points with the page's rotation applied. ``label`` is the printed page label of the file
    (PDF page labels), or None. ``headings`` are the lines set larger or bolder than the running text. ``inked`` are the
    boxes of pictures and of drawings with curves: a signature, a stamp, a logo. ``drawn`` are shapes of the size of
    marks and of shaded cells, in the order of drawing; none where there are so many that the page is a chart.

    ``text_source`` says where the words come from. Of recognised words ``certainty`` gives how sure the recognition was
    of each, 0 to 1, in the order of ``words``; it is empty for words that were written or came as a layer. ``skew`` is
    the angle in degrees, clockwise, by which a scan lies askew: words and boxes are those of the page as shown.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rulings: tuple[Ruling, ...]
    has_text: bool
    picture_share: float  # share of the page area covered by pictures, 0 to 1
    label: str | None = None
    headings: tuple[Heading, ...] = ()
    inked: tuple[Box, ...] = ()
    text_source: TextSource = TextSource.WRITTEN
    certainty: tuple[float, ...] = ()
    skew: float = 0.0
    drawn: tuple[Drawn, ...] = ()

    def __reduce__(self) -> tuple[Callable[..., "PageReading"], tuple[Any, ...]]:
        """How pages go from process to process: their words by columns, in a quarter of the time."""
        others = {field.name: getattr(self, field.name) for field in fields(self) if field.name != "words"}
        return _page_of, (_columns(self.words), others)


def _columns(words: tuple[Word, ...]) -> tuple[Any, ...]:
    """The words' edges, texts, and numbers of block and line; () for none."""
    if not words:
        return ()
    *edges, texts, blocks, lines = zip(*words, strict=True)
    return *(array("d", column) for column in edges), texts, array("q", blocks), array("q", lines)


def _page_of(columns: tuple[Any, ...], others: dict[str, Any]) -> PageReading:
    return PageReading(words=tuple(map(Word._make, zip(*columns, strict=True))), **others)


@dataclass(frozen=True, kw_only=True)
class TableCell:
    """One cell of a table that the file itself holds as a table (DOCX). Place in the rendering where it was found."""

    text: str
    page: int | None
    box: Box | None


@dataclass(frozen=True, kw_only=True)
class NativeTable:
    """A table of the file's own structure: rows of cells, merged cells repeated in every place they cover."""

    rows: tuple[tuple[TableCell, ...], ...]
    pages: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class Bookmark:
    """An entry of the file's own outline. ``page`` from 1; ``level`` from 1."""

    level: int
    title: str
    page: int


@dataclass(frozen=True, kw_only=True)
class DocumentReading:
    """One file of a portfolio as it was read.

    ``file`` is the path inside the portfolio as the applicant named it: shown, never used as a path. ``rendered_by``
    names the converter for files that have no pages of their own (DOCX, e-mail, picture), or is None. ``reader``
    names the reading library and its version, since findings differ between versions.
    """

    file: str
    sha256: str
    media: MediaKind
    pages: tuple[PageReading, ...]
    tables: tuple[NativeTable, ...]
    bookmarks: tuple[Bookmark, ...]
    problems: tuple[Problem, ...]
    rendered_by: str | None
    reader: str
