"""Binds typeset sheets into one PDF as an applicant would: stamps, bookmarks, page labels, always the same bytes."""

from dataclasses import dataclass

import pymupdf

METADATA = {
    "producer": "sample portfolio builder",
    "creator": "sample portfolio builder",
    "creationDate": "D:20260901090000Z",
    "modDate": "D:20260901090000Z",
}
GREY = (0.35, 0.35, 0.35)


@dataclass(frozen=True, kw_only=True)
class Leaf:
    """A run of pages to bind. ``stamp`` is printed at the top right of each of them, ``bookmark`` set on the first."""

    pdf: bytes
    stamp: str = ""
    bookmark: str = ""


def bind(leaves: list[Leaf], *, title: str, author: str, footer: str = "", offset: int = 0) -> bytes:
    """One PDF of all leaves. ``footer`` may name {page}, counted after ``offset`` pages, and {total}.

    With an offset the pages before it get roman page labels, as word processors write them.
    """
    book = pymupdf.open()
    outline: list[list[object]] = []
    for leaf in leaves:
        first = len(book)
        with pymupdf.open("pdf", leaf.pdf) as part:
            book.insert_pdf(part)
        if leaf.bookmark:
            outline.append([1, leaf.bookmark, first + 1])
        if leaf.stamp:
            _stamp(book, first, leaf.stamp)
    if footer:
        _number(book, footer, offset)
    book.set_toc(outline)
    if offset:
        book.set_page_labels(
            [{"startpage": 0, "style": "r", "firstpagenum": 1}, {"startpage": offset, "style": "D", "firstpagenum": 1}]
        )
    book.set_metadata({**METADATA, "title": title, "author": author})
    data: bytes = book.tobytes(garbage=3, deflate=True, use_objstms=1, no_new_id=True)
    book.close()
    return data


def _stamp(book: pymupdf.Document, first: int, stamp: str) -> None:
    """Prints ``stamp`` on every page from index ``first``, with {p} and {n} for the page and pages of the item."""
    count = len(book) - first
    for page in book.pages(first, len(book)):
        text = stamp.format(p=page.number - first + 1, n=count)
        width = pymupdf.get_text_length(text, "hebo", 9)
        page.insert_text((page.rect.width - 34 - width, 27), text, fontname="hebo", fontsize=9, color=GREY)


def _number(book: pymupdf.Document, footer: str, offset: int) -> None:
    """Prints the portfolio's own page number at the foot of every page after ``offset``."""
    for page in book.pages(offset, len(book)):
        text = footer.format(page=page.number + 1 - offset, total=len(book) - offset)
        width = pymupdf.get_text_length(text, "helv", 8)
        page.insert_text(
            ((page.rect.width - width) / 2, page.rect.height - 16), text, fontname="helv", fontsize=8, color=GREY
        )
