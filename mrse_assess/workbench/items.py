"""One item of evidence as the screen shows it: its pages with their true sizes, and what could not be read of them."""

from collections.abc import Iterator
from dataclasses import replace

from mrse_assess.errors import BadRequestError
from mrse_assess.model.portfolio import Document, EvidenceItem, Portfolio
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.evidence import document_of, item_places, problems_of_item
from mrse_assess.workbench.finding_views import Finding, FindingKind, FindingMark
from mrse_assess.workbench.half_typed import is_remembered
from mrse_assess.workbench.views import ItemPage, ItemView
from mrse_assess.workbench.whole_files import whole_file

A4 = (595.0, 842.0)  # points; for a page whose size is not known
MOST_CHARACTERS = 40
SAID_ON_THE_PAGE = frozenset(
    {
        "pages-layer-doubtful",
        "pages-not-recognised",
        "pages-recognised",
        "pages-recognised-here",
        "pages-recognised-in-part",
        "pages-recognised-poorly",
        "pages-without-text",
    }
)
"""Problems of a file's pages that each page says of itself; as a finding they would stand in one item for all."""


def item_on_screen(assessment: Assessment, evidence_id: str) -> ItemView:
    """The item as :func:`item_view` gives it, kept until a correction changes the portfolio.

    An item that a correction left without a reference can still be looked at where this assessor said something of it.
    """
    known = assessment.once_of_portfolio(f"known {evidence_id}", lambda portfolio: is_known(portfolio, evidence_id))
    if not known and is_remembered(assessment, evidence_id):
        return _without_pages(evidence_id, f"No reference names item {evidence_id} now, and nothing bears that label.")
    return assessment.once_of_portfolio(f"item {evidence_id}", lambda portfolio: item_view(portfolio, evidence_id))


def item_view(portfolio: Portfolio, evidence_id: str) -> ItemView:
    """The item; one that the table names and the portfolio lacks says so.

    Raises:
        BadRequestError: neither the table nor the portfolio knows the id.
    """
    item = portfolio.item(evidence_id)
    if item is not None:
        return _found(portfolio, item)
    if any(entry.evidence_id == evidence_id for entry in portfolio.cross_references):
        why = (
            f"The cross reference table names item {evidence_id}. Nothing in the portfolio bears that label. "
            "Look through the items that no sub-category cites, or record that the item is missing."
        )
        return _without_pages(evidence_id, why)
    whole = whole_file(portfolio, evidence_id)
    if whole is not None:
        return replace(_found(portfolio, whole), label=whole.label, whole=True)
    raise BadRequestError(f"Neither the table nor the portfolio has an item {evidence_id!r}.")


def is_known(portfolio: Portfolio, evidence_id: str) -> bool:
    """Whether the portfolio has the item or file, or its table names it."""
    cited = any(entry.evidence_id == evidence_id for entry in portfolio.cross_references)
    return cited or portfolio.item(evidence_id) is not None or whole_file(portfolio, evidence_id) is not None


def _without_pages(evidence_id: str, why: str) -> ItemView:
    return ItemView(evidence_id=evidence_id, label=evidence_id, title="not in the portfolio", pages=(), why_empty=why)


def _found(portfolio: Portfolio, item: EvidenceItem) -> ItemView:
    pages = tuple(_page(portfolio, number, place) for number, place in enumerate(item_places(item), start=1))
    return ItemView(
        evidence_id=item.id,
        label=item.id,
        title=item.title,
        pages=pages,
        why_empty="" if pages else "No page of this item could be drawn; its file was not opened.",
        findings=tuple(_findings(portfolio, item, pages)),
    )


def _page(portfolio: Portfolio, number: int, place: tuple[str, int]) -> ItemPage:
    file, page = place
    document = document_of(portfolio, file)
    width, height = document.page_sizes[page - 1] if page <= len(document.page_sizes) else A4
    return ItemPage(
        number=number,
        file=file,
        file_page=page,
        width=width,
        height=height,
        has_text=page not in document.pages_without_text,
        remark=_remark(document),
        recognised=page in document.pages_recognised and page not in document.pages_without_text,
    )


def _remark(document: Document) -> str:
    return "Drawn from a Word file; the layout may differ from the applicant's." if document.media == "docx" else ""


def _findings(portfolio: Portfolio, item: EvidenceItem, pages: tuple[ItemPage, ...]) -> Iterator[Finding]:
    """What could not be read on the item's pages; what screening says of them comes from ``findings``."""
    unread = [page.number for page in pages if not page.has_text]
    if unread:
        words = "Words on this page" if len(unread) == 1 else f"Words on {len(unread)} pages, pictures only"
        yield Finding(kind=FindingKind.NOT_CHECKED, word="not checked", message=words, page=unread[0])
    numbers = {(page.file, page.file_page): page.number for page in pages}
    for problem in problems_of_item(portfolio, item):
        if problem.locator is not None and problem.code not in SAID_ON_THE_PAGE:
            message = (
                problem.found
                if len(problem.found) <= MOST_CHARACTERS
                else f"{problem.found[:39]}\N{HORIZONTAL ELLIPSIS}"
            )
            place = numbers[(problem.locator.file, problem.locator.page)]
            yield Finding(
                kind=FindingKind.POSSIBLE,
                word="possible",
                message=message,
                page=place,
                detail=f"{problem.found} {problem.advice}",
                marks=(FindingMark(place, problem.locator.box),),
            )
