"""Portfolios drawn for one test each, and a scheme with nothing but its codes."""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import pymupdf
import pytest

from mrse_assess.documents.drawn_shapes import drawn_shapes
from mrse_assess.intake import read_portfolio
from mrse_assess.model.pages import (
    Bookmark,
    DocumentReading,
    Heading,
    NativeTable,
    PageReading,
    Ruling,
    TableCell,
    Word,
)
from mrse_assess.model.portfolio import Portfolio
from mrse_assess.model.scheme import MajorCategory, Scheme, SubCategory
from mrse_assess.terms import MediaKind

CODES = [
    *("1.1", "1.2", "2.1", "2.2", "3", "4.1", "4.2", "4.3"),
    *("5.1", "5.2", "6.1", "6.2", "7.1", "7.2", "8.1", "8.2"),
]
HEADING_SIZE = 13


def sub_category(code: str) -> SubCategory:
    return SubCategory(
        code=code,
        category=int(code[0]),
        title=code,
        short_name=code,
        about=code,
        guidance="",
        notes=(),
        examples=(),
        clause="S" + code,
        minimum_items=2 if code == "3" else 1,
        independent=code == "3",
        contribution=False,
    )


def small_scheme() -> Scheme:
    categories = tuple(
        MajorCategory(
            number=number,
            title=str(number),
            short_name=str(number),
            guidance="",
            notes=(),
            clause=f"C{number}",
            sub_categories=tuple(sub_category(code) for code in CODES if code[0] == str(number)),
        )
        for number in range(1, 9)
    )
    return Scheme(
        id="small",
        version="1",
        digest="",
        title="",
        guidance_name="",
        categories=categories,
        rules=(),
        parts=(),
        reasons=(),
        elsewhere=(),
        readings=(),
        outcomes=(),
        settings=(),
        contributions=(),
        reference_editions=(),
        clauses=(),
        passages={},
    )


@dataclass
class Drawn:
    """A PDF under construction: pages of text and tables, read back as the documents room would read it."""

    file: str = "Portfolio.pdf"
    pdf: pymupdf.Document = field(default_factory=pymupdf.open)
    bookmarks: list[Bookmark] = field(default_factory=list)

    def page(
        self,
        *lines: str,
        title: str = "",
        head: str = "",
        foot: str = "",
        size: float = 10,
        top: float = 90,
        landscape: bool = False,
    ) -> pymupdf.Page:
        page = self.pdf.new_page(width=842 if landscape else 595, height=595 if landscape else 842)
        y = top
        if head:
            page.insert_text((72, 40), head, fontsize=9)
        if foot:
            page.insert_text((72, page.rect.height - 30), foot, fontsize=9)
        if title:
            page.insert_text((72, y), title, fontsize=18)
            y += 30
        for line in lines:
            page.insert_text((72, y), line, fontsize=size)
            y += 1.4 * size
        return page

    def evidence(self, label: str, pages: int = 1, title: str = "", head: str = "", foot: str = "") -> None:
        """An item: its label and title as a heading, then pages of plain text."""
        for number in range(1, pages + 1):
            body = [
                f"Text of the work itself, line {line}, with field 1.5 T and clause 4.{line} of the audit."
                for line in range(1, 7)
            ]
            self.page(
                *body,
                title=f"{label} {title}".strip() if number == 1 and label else "",
                head=head,
                foot=foot.format(number=number),
            )

    def cell(self, page: pymupdf.Page, box: Sequence[float], text: str, size: float = 9) -> None:
        y = box[1] + size + 2
        for line in text.split("\n"):
            page.insert_text((box[0] + 3, y), line, fontsize=size)
            y += 1.25 * size

    def table(
        self,
        page: pymupdf.Page,
        rows: Sequence[Sequence[str]],
        widths: Sequence[float],
        *,
        top: float = 130,
        left: float = 60,
        style: str = "ruled",
        padding: float = 4,
        merge: Sequence[int] = (),
    ) -> float:
        """Rows of cells: ruled, rules, zebra, shaded (cell by cell) or none; gives the height where the table ends.

        ``merge``: columns in which an empty cell is part of the cell above it, without a line between them.
        """
        y = top
        edges = [left + sum(widths[:index]) for index in range(len(widths) + 1)]
        for number, row in enumerate(rows):
            height = max(text.count("\n") + 1 for text in row) * 11.25 + 2 * padding
            if style == "zebra" and number % 2:
                page.draw_rect((edges[0], y, edges[-1], y + height), color=None, fill=(0.9, 0.9, 0.9))
            if style == "shaded" and number % 2 == 0:
                for left_edge, right_edge in itertools.pairwise(edges):
                    page.draw_rect((left_edge, y, right_edge, y + height), color=None, fill=(0.9, 0.9, 0.9))
            for index, text in enumerate(row):
                opens = index in merge and not text
                if style == "ruled" or (style == "rules" and index == 0):
                    start = edges[index] if style == "ruled" else edges[0]
                    end = edges[index + 1] if style == "ruled" else edges[-1]
                    if not opens:
                        page.draw_line((start, y), (end, y))
                if style == "ruled":
                    page.draw_line((edges[index], y), (edges[index], y + height))
                    page.draw_line((edges[index + 1], y), (edges[index + 1], y + height))
                self.cell(page, (edges[index], y + padding - 2), text)
            y += height
        if style in {"ruled", "rules"}:
            page.draw_line((edges[0], y), (edges[-1], y))
        return y

    def reading(self) -> DocumentReading:
        pages = tuple(page_reading(page, number) for number, page in enumerate(self.pdf, start=1))
        return document(self.file, pages, bookmarks=tuple(self.bookmarks))


def page_reading(page: pymupdf.Page, number: int) -> PageReading:
    words = tuple(Word(*word[:5], word[5], word[6]) for word in page.get_text("words"))
    rulings = []
    for drawing in page.get_drawings():
        for item in drawing["items"]:
            if item[0] == "l":
                rulings.append(Ruling(item[1].x, item[1].y, item[2].x, item[2].y))
            elif item[0] == "re":
                box = item[1]
                rulings.extend([Ruling(box.x0, box.y0, box.x1, box.y0), Ruling(box.x0, box.y1, box.x1, box.y1)])
                rulings.extend([Ruling(box.x0, box.y0, box.x0, box.y1), Ruling(box.x1, box.y0, box.x1, box.y1)])
    return PageReading(
        number=number,
        width=page.rect.width,
        height=page.rect.height,
        words=words,
        rulings=tuple(rulings),
        has_text=bool(words),
        picture_share=0.0,
        headings=tuple(headings(page)),
        drawn=drawn_shapes(page.get_cdrawings()),
    )


def headings(page: pymupdf.Page) -> list[Heading]:
    found = []
    for block in page.get_text("dict")["blocks"]:
        for line in block.get("lines", ()):
            size = max(span["size"] for span in line["spans"])
            if size >= HEADING_SIZE:
                text = "".join(span["text"] for span in line["spans"])
                found.append(Heading(text=text, size=size, bold=False, box=tuple(line["bbox"])))
    return found


def document(file: str, pages: tuple[PageReading, ...], **changes: Any) -> DocumentReading:
    values: dict[str, Any] = {
        "file": file,
        "sha256": "0" * 64,
        "media": MediaKind.PDF,
        "pages": pages,
        "tables": (),
        "bookmarks": (),
        "problems": (),
        "rendered_by": None,
        "reader": "test",
    }
    return DocumentReading(**{**values, **changes})


def native(rows: Sequence[Sequence[str]], pages: tuple[int, ...] = (1,)) -> NativeTable:
    return NativeTable(
        rows=tuple(tuple(TableCell(text=text, page=pages[0], box=None) for text in row) for row in rows), pages=pages
    )


@pytest.fixture
def scheme() -> Scheme:
    return small_scheme()


@pytest.fixture
def drawn() -> Callable[..., Drawn]:
    return Drawn


@pytest.fixture
def read(scheme: Scheme) -> Callable[..., Portfolio]:
    def reader(*sources: Drawn | DocumentReading) -> Portfolio:
        readings = [source.reading() if isinstance(source, Drawn) else source for source in sources]
        return read_portfolio(readings, scheme)

    return reader


@pytest.fixture
def make_document() -> Callable[..., DocumentReading]:
    return document


CLAIMS = {
    "1.1": "Evidence 1",
    "1.2": "Evidence 2",
    "2.1": "Evidence 3",
    "2.2": "Evidence 4",
    "3": "Evidence 5, Evidence 6",
    "4.1": "Evidence 7",
    "4.2": "Evidence 7, page 2",
    "4.3": "N/A",
    "5.1": "Evidence 8",
    "5.2": "Evidence 9",
    "6.1": "Evidence 10",
    "6.2": "Evidence 11",
    "7.1": "Evidence 12",
    "7.2": "Evidence 1",
    "8.1": "Evidence 2 (simulated)",
    "8.2": "-",
}
"""A whole table of claims, used with every style of drawing."""

CELLS = {
    ("1.1", "1"),
    ("1.2", "2"),
    ("2.1", "3"),
    ("2.2", "4"),
    ("3", "5"),
    ("3", "6"),
    ("4.1", "7"),
    ("4.2", "7"),
    ("5.1", "8"),
    ("5.2", "9"),
    ("6.1", "10"),
    ("6.2", "11"),
    ("7.1", "12"),
    ("7.2", "1"),
    ("8.1", "2"),
}
"""What :data:`CLAIMS` claims, as (sub-category, item)."""

TITLES = {
    "1.1": "Contribute to specifying a local MR\nsafety governance mechanism",
    "1.2": "Contribute to defining the framework",
    "2.1": "Local rules",
    "2.2": "Audit of local rules and SOPs",
    "3": "Modification of MR sequences",
    "4.1": "MR Conditional devices",
    "4.2": "MR Unlabelled devices, or conditions\nthat cannot be met",
    "4.3": "Non-medical implants",
    "5.1": "Training needs",
    "5.2": "Incidents",
    "6.1": "Specification",
    "6.2": "Design, siting and installation",
    "7.1": "Acceptance tests",
    "7.2": "Regular checks",
    "8.1": "Events and learning",
    "8.2": "Engagement with groups",
}


def cells_of(portfolio: Portfolio) -> set[tuple[str, str]]:
    return {(entry.sub_category, entry.evidence_id) for entry in portfolio.cross_references}


def with_evidence(portfolio: Drawn, items: int = 12) -> Drawn:
    """The portfolio with two pages for each of "Evidence 1" to the number of items."""
    for number in range(1, items + 1):
        portfolio.evidence(f"Evidence {number}", pages=2, title=f"Work number {number}")
    return portfolio


@dataclass
class Case:
    """What a test of the table needs: how to draw and read a portfolio, what to put into its table, what comes out."""

    read: Callable[..., Portfolio]
    claims: dict[str, str]
    titles: dict[str, str]
    cells: set[tuple[str, str]]
    codes: list[str]
    drawn: Callable[..., Drawn] = Drawn
    document: Callable[..., DocumentReading] = document
    native: Callable[..., NativeTable] = native
    cells_of: Callable[[Portfolio], set[tuple[str, str]]] = cells_of

    def cells_read(self, portfolio: Drawn) -> set[tuple[str, str]]:
        """The pairs read from the portfolio, evidence added behind what is drawn."""
        return cells_of(self.read(with_evidence(portfolio)))


@pytest.fixture
def claims() -> dict[str, str]:
    return dict(CLAIMS)


@pytest.fixture
def case(read: Callable[..., Portfolio]) -> Case:
    return Case(read=read, claims=dict(CLAIMS), titles=dict(TITLES), cells=set(CELLS), codes=list(CODES))


def with_table(portfolio: Drawn, claims: dict[str, str]) -> Drawn:
    page = portfolio.page(title="Experience Cross Reference Table")
    portfolio.table(page, [("Sub-category", "Evidence"), *claims.items()], (90, 300))
    return portfolio


def spans_of(portfolio: Portfolio) -> dict[str, tuple[tuple[str, int, int], ...]]:
    return {item.id: tuple((span.file, span.first, span.last) for span in item.spans) for item in portfolio.evidence}


def one_after_another(
    lengths: Sequence[int], start: int, file: str = "Portfolio.pdf"
) -> dict[str, tuple[tuple[str, int, int], ...]]:
    found, page = {}, start
    for number, length in enumerate(lengths, start=1):
        found[str(number)] = ((file, page, page + length - 1),)
        page += length
    return found


@dataclass
class Segments:
    """What a test of items needs: how to draw and read a portfolio with a table, and what its items should be."""

    read: Callable[..., Portfolio]
    claims: dict[str, str]
    lengths: tuple[int, ...] = (2, 1, 3, 1, 2, 4, 3, 1, 1, 2, 1, 2)
    titles: tuple[str, ...] = (
        *(
            "Siren policy",
            "Bed lift memo",
            "Local rules",
            "Audit of zones",
            "Knee coil sequence",
            "Spine with less SAR",
        ),
        *("Pump leaflet", "Nerve stimulator", "Piercing advice", "Class for porters", "Needle found", "Magnet tender"),
    )
    drawn: Callable[..., Drawn] = Drawn
    document: Callable[..., DocumentReading] = document
    native: Callable[..., NativeTable] = native
    with_table: Callable[[Drawn, dict[str, str]], Drawn] = with_table
    spans_of: Callable[[Portfolio], dict[str, tuple[tuple[str, int, int], ...]]] = spans_of
    one_after_another: Callable[..., dict[str, tuple[tuple[str, int, int], ...]]] = one_after_another

    def front(self, file: str = "Portfolio.pdf") -> Drawn:
        """A file that begins with the table of all twelve items."""
        return with_table(Drawn(file=file), self.claims)

    def numbered(self) -> list[tuple[int, int, str]]:
        """Number, length in pages and title of each item."""
        return list(zip(range(1, 13), self.lengths, self.titles, strict=True))


@pytest.fixture
def segments(read: Callable[..., Portfolio]) -> Segments:
    return Segments(read=read, claims=dict(CLAIMS))
