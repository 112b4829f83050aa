"""A document on its way to pages: runs of HTML, grids and page breaks, as the converters hand them to the layout.

All HTML here is ours: text of a document enters it only through :func:`escape`.
"""

import html
from collections.abc import Mapping
from dataclasses import dataclass, field

from mrse_assess.documents.glyphs import drawable


@dataclass(frozen=True, kw_only=True)
class Flow:
    """Paragraphs laid out one below the other."""

    html: str


@dataclass(frozen=True, kw_only=True)
class Turn:
    """A new page, upright or landscape; none is begun where the present one is still empty, unless ``forced``.

    ``label`` is what the writing program numbered the page, from here on.
    """

    landscape: bool = False
    forced: bool = False
    label: str | None = None


@dataclass(frozen=True, kw_only=True)
class Label:
    """From the next page on, pages bear this label; None: the writing program's numbers are not known there."""

    label: str | None


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One cell of a grid: content, first column, how many columns and rows it covers. ``shade`` as "#rrggbb"."""

    html: str
    column: int
    columns: int = 1
    rows: int = 1
    id: str | None = None
    shade: str | None = None


@dataclass(frozen=True, kw_only=True)
class Grid:
    """A table: column widths in points (scaled down when wider than the page), rows of the cells that begin in them."""

    widths: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    bordered: bool = True


Segment = Flow | Turn | Label | Grid


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A Problem waiting for its page: ``id`` is that of an element of the HTML, None for the file as a whole."""

    code: str
    id: str | None = None
    slots: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class NativeCell:
    """One cell of a table as the file holds it: its text, and the id under which it was laid out."""

    text: str
    id: str


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """Everything the layout needs, and what is to be reported once pages are known.

    ``pictures`` are re-encoded images by the names the HTML uses. ``tables`` are rows of cells, merged cells repeated.
    ``saved_pages`` is the page count the writing program noted, if any.
    """

    segments: tuple[Segment, ...]
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    marks: tuple[Mark, ...] = ()
    tables: tuple[tuple[tuple[NativeCell, ...], ...], ...] = ()
    saved_pages: int | None = None


class ProtectedFileError(Exception):
    """The file is encrypted by its own program; no password can be given here."""


def escape(text: str) -> str:
    """Text as HTML that shows it literally; control characters become visible signs, undrawable ones their names.

    The layout resolves references twice, the second time in the text alone, so an ampersand is written twice over.
    """
    shown = "".join(character if character >= " " or character in "\n\t" else "\ufffd" for character in text)
    return html.escape(drawable(shown).replace("&", "&amp;"), quote=True)


def lines(text: str) -> str:
    """Plain text as HTML: one paragraph a line, spaces and empty lines kept."""
    return "".join(f'<p class="line">{escape(line.expandtabs(4)) or "&#160;"}</p>' for line in text.split("\n"))
