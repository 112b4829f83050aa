"""The files behind an item: what the applicant handed over, and how it comes to the screen."""

from collections.abc import Iterable

from mrse_assess.model.listing import runs_of_pages
from mrse_assess.model.portfolio import Document, EvidenceItem, Portfolio
from mrse_assess.terms import MediaKind
from mrse_assess.workbench.evidence import document_of
from mrse_assess.workbench.evidence_views import FileInfo
from mrse_assess.workbench.whole_files import whole_id

_KINDS = {
    MediaKind.PDF: "PDF document",
    MediaKind.DOCX: "Word document",
    MediaKind.IMAGE: "picture",
    MediaKind.EMAIL: "e-mail",
    MediaKind.TEXT: "plain text",
    MediaKind.SPREADSHEET: "spreadsheet",
    MediaKind.SLIDES: "presentation",
    MediaKind.UNSUPPORTED: "a kind of file that is not opened",
}
_DRAWN_FROM = {
    MediaKind.DOCX: "Drawn from a Word file",
    MediaKind.IMAGE: "A picture, drawn again and laid out on a page",
    MediaKind.EMAIL: "Laid out from an e-mail",
    MediaKind.TEXT: "Laid out from plain text",
    MediaKind.SPREADSHEET: "Laid out from a spreadsheet",
    MediaKind.SLIDES: "Laid out from a presentation",
}
_KILOBYTE = 1000


def files_behind(portfolio: Portfolio, item: EvidenceItem) -> tuple[FileInfo, ...]:
    """Each file that the item's pages come from, once, in the order of its pages."""
    names = dict.fromkeys(span.file for span in item.spans)
    return tuple(_info(portfolio, document_of(portfolio, name), item) for name in names)


def _info(portfolio: Portfolio, document: Document, item: EvidenceItem) -> FileInfo:
    pages = {page for span in item.spans if span.file == document.name for page in span.pages}
    form = f" ({document.form.upper()})" if document.media is MediaKind.IMAGE and document.form else ""
    return FileInfo(
        name=document.name,
        sha256=document.sha256,
        kind=_KINDS[document.media] + form,
        size=size_in_words(document.size),
        pages=pages_in_words(pages, document.pages),
        shown=how_shown(document),
        whole=whole_id(portfolio, document),
    )


def how_shown(document: Document) -> str:
    """A sentence on how the file's pages come to the screen."""
    if document.media is MediaKind.PDF:
        return f"Pages as the applicant sent them, drawn and read with {document.reader}."
    drawn = _DRAWN_FROM.get(document.media, "Drawn from the file")
    by = f" by {document.rendered_by}" if document.rendered_by else ""
    return f"{drawn}{by}; the layout may differ from the applicant's."


def size_in_words(size: int) -> str:
    """A size in bytes as a person reads it: "812 bytes", "34 kB", "1.2 MB"."""
    if size < _KILOBYTE:
        return "1 byte" if size == 1 else f"{size} bytes"
    if round(size / _KILOBYTE) < _KILOBYTE:
        return f"{round(size / _KILOBYTE)} kB"
    return f"{size / _KILOBYTE**2:.1f} MB"


def pages_in_words(pages: Iterable[int], total: int) -> str:
    """Which pages of how many: "all 12 pages", "page 4 of 12", "pages 3 to 6 and 9 of 12"."""
    numbers = sorted(set(pages))
    if numbers == [*range(1, total + 1)]:
        return "its one page" if total == 1 else f"all {total} pages"
    return f"{'page' if len(numbers) == 1 else 'pages'} {runs_of_pages(numbers)} of {total}"
