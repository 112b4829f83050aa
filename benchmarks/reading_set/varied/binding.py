"""Pages put together: bookmarks, stamps and printed numbers, always the same bytes."""

from collections.abc import Sequence

import pymupdf

from .front import label
from .layout import Layout
from .plan import Plan
from .sheets import Leaf

_GREY = (0.3, 0.3, 0.3)


def bind(plan: Plan, layout: Layout, name: str, leaves: Sequence[Leaf], front: bytes | None) -> pymupdf.Document:
    """One file: the front matter where it has it, then the leaves."""
    book = pymupdf.open()
    outline: list[list[object]] = []
    if front is not None:
        with pymupdf.open("pdf", front) as part:
            book.insert_pdf(part)
        outline.append([1, "Contents and cross reference table", 1])
    for leaf in leaves:
        outline.append([1, _bookmark(plan, leaf), len(book) + 1])
        first = len(book)
        with pymupdf.open("pdf", leaf.pdf) as part:
            book.insert_pdf(part)
        if plan.choice.segments == "stamps":
            _stamp(plan, book, first, leaf)
    if plan.choice.segments == "bookmarks":
        book.set_toc(outline)
    if plan.choice.counting == "printed":
        _number(plan, book, layout.printed[name])
    if "rotated pages" in plan.choice.extras and plan.choice.source != "ocr_layer":
        _turn(book, leaves)
    return book


def _turn(book: pymupdf.Document, leaves: Sequence[Leaf]) -> None:
    """Lays the last page of the longest item on its side, as sheets fed in sideways are."""
    at = len(book) - sum(leaf.count for leaf in leaves)
    longest = max(leaves, key=lambda leaf: leaf.count)
    for leaf in leaves:
        at += leaf.count
        if leaf is longest and leaf.count > 2:
            book[at - 1].set_rotation(90)


def saved(plan: Plan, book: pymupdf.Document) -> bytes:
    """The bytes of a file, without a clock or a random id in them."""
    made = f"D:{plan.cast.submitted:%Y%m%d}090000Z"
    book.set_metadata(
        {
            "producer": "reading set",
            "creator": "reading set",
            "creationDate": made,
            "modDate": made,
            "title": "",
            "author": plan.cast.name,
        }
    )
    data = bytes(book.tobytes(garbage=3, deflate=True, use_objstms=1, no_new_id=True))
    book.close()
    return data


def _bookmark(plan: Plan, leaf: Leaf) -> str:
    form = ("{l} - {t}", "{l}", "{l}: {t}", "{i} {t}")[plan.choice.seed % 4]
    return form.format(l=label(plan, leaf.item.id), i=leaf.item.written, t=leaf.item.title)


def _stamp(plan: Plan, book: pymupdf.Document, first: int, leaf: Leaf) -> None:
    seed = plan.choice.seed
    form = ("{l}", "{l}  page {p} of {n}", "{l} | {p}/{n}", "{l}")[seed % 4]
    for page in book.pages(first, len(book)):
        text = form.format(l=label(plan, leaf.item.id), p=page.number - first + 1, n=leaf.count)
        width = pymupdf.get_text_length(text, "hebo", 9)
        x = (page.rect.width - 34 - width, 40)[seed // 4 % 2]
        page.insert_text((x, 25), text, fontname="hebo", fontsize=9, color=(_GREY, (0.75, 0.1, 0.1))[seed // 8 % 2])


def _number(plan: Plan, book: pymupdf.Document, added: int) -> None:
    """The portfolio's own numbers; pages before number 1 have none."""
    form = ("Page {n}", "{n}", "Portfolio page {n}", "{n} of {t}")[plan.choice.seed % 4]
    size = (8, 9, 10)[plan.choice.seed // 4 % 3]
    for page in book:
        shown = page.number + 1 + added
        if shown < (101 if added > 90 else 1):
            continue
        text = form.format(n=shown, t=len(book) + added)
        width = pymupdf.get_text_length(text, "helv", size)
        x = ((page.rect.width - width) / 2, page.rect.width - 40 - width)[plan.choice.seed // 2 % 2]
        page.insert_text((x, page.rect.height - 18), text, fontname="helv", fontsize=size)
