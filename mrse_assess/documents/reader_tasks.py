"""The tasks of reading that run in the worker: convert a file to PDF, open it, read some of its pages."""
# mypy: disable-error-code="no-untyped-call"
# The PDF library carries no types for most of its calls.

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mrse_assess.documents.codec import Header, encode_header, encode_page
from mrse_assess.documents.findings import Finding
from mrse_assess.documents.opened import UnopenedError, opened
from mrse_assess.documents.values import ReadingLimits
from mrse_assess.model.pages import Bookmark, PageReading

if TYPE_CHECKING:
    import pymupdf

_MOST_BOOKMARKS = 2000
_LONGEST_TITLE = 300
_LONGEST_LABEL = 60
_MOST_REFERENCES = 20_000


def open_task(path: str, password: str | None, limits: ReadingLimits) -> bytes:
    """The header of a PDF as JSON; one that cannot be opened has no pages and a finding that says why."""
    try:
        document = opened(path, password)
        pages = document.page_count
    except UnopenedError as error:
        return encode_header(Header(pages=0, findings=(Finding(error.code),)))
    findings = [Finding("document-repaired")] if document.is_repaired else []
    if pages < 1:
        findings = [Finding("document-empty")]
    if pages > limits.pages:
        findings.append(Finding("document-too-many-pages", None, {"count": pages, "limit": limits.pages}))
    findings.extend(_carried(document))
    return encode_header(
        Header(pages=min(max(pages, 0), limits.pages), bookmarks=_bookmarks(document, limits), findings=tuple(findings))
    )


def _bookmarks(document: "pymupdf.Document", limits: ReadingLimits) -> tuple[Bookmark, ...]:
    """The outline's entries that lead to a page of the document."""
    try:
        entries = document.get_toc(simple=True)
    except Exception:  # noqa: BLE001 - a broken outline must not cost the document, and the library raises anything
        return ()
    last = min(document.page_count, limits.pages)
    return tuple(
        Bookmark(level=int(level), title=" ".join(str(title).split())[:_LONGEST_TITLE], page=int(page))
        for level, title, page in entries[:_MOST_BOOKMARKS]
        if 1 <= page <= last
    )


def _carried(document: "pymupdf.Document") -> list[Finding]:
    """What the file carries besides pages: scripts, actions on opening, attached files."""
    try:
        active = [what for what, keys in _ACTIVE if any(_has(document, key) for key in keys)]
        attached = document.embfile_count()
    except Exception:  # noqa: BLE001 - as for the outline
        return []
    findings = [Finding("document-active", None, {"what": " and ".join(active)})] if active else []
    if attached:
        findings.append(Finding("document-attachments", None, {"count": attached}))
    return findings


_ACTIVE = (
    ("scripts", ("Names/JavaScript", "OpenAction/JS")),
    ("actions on opening or closing", ("AA", "OpenAction/F", "OpenAction/URI")),
    ("a dynamic form", ("AcroForm/XFA",)),
)


def _has(document: "pymupdf.Document", key: str) -> bool:
    return bool(document.xref_get_key(document.pdf_catalog(), key)[0] != "null")


class PageRange(NamedTuple):
    """Pages ``first`` to ``last`` of a document; ``full`` false asks for their words only."""

    path: str
    password: str | None
    first: int
    last: int
    full: bool


def read_task(asked: PageRange, limits: ReadingLimits) -> bytes:
    """The pages as lines of JSON; a page that fails is a line too, with its finding."""
    document = opened(asked.path, asked.password)
    has_labels = bool(document.get_page_labels())
    numbers = range(asked.first, asked.last + 1)
    return b"\n".join(_page_line(document, n, limits, has_labels=has_labels, full=asked.full) for n in numbers)


def _page_line(
    document: "pymupdf.Document", number: int, limits: ReadingLimits, *, has_labels: bool, full: bool
) -> bytes:
    from mrse_assess.documents.extraction import read_page

    try:
        page = document.load_page(number - 1)
        label = (page.get_label() or "")[:_LONGEST_LABEL] or None if has_labels else None
        reading, findings = read_page(page, label, limits, full=full)
        if not full:
            findings = (*findings, Finding("page-partly-read", number))
        return encode_page(reading, findings)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - one page's fault is a finding, whatever the library raises
        return encode_page(unread_page(number), (Finding("page-failed", number, {"why": "its content is damaged"}),))


def unread_page(number: int) -> PageReading:
    """A page of which nothing is known; A4 so that it has a place on the screen."""
    return PageReading(
        number=number, width=595.0, height=842.0, words=(), rulings=(), has_text=False, picture_share=0.0
    )


def write_privately(target: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all, readable by this user only."""
    descriptor, part = tempfile.mkstemp(prefix="part-", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
        Path(part).replace(target)
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise
