"""Items of evidence as the screen shows them: their pages in order, and why there are none."""

from collections.abc import Iterator

from mrse_assess.model.places import PageSpan
from mrse_assess.model.portfolio import CrossReferenceEntry, Document, EvidenceItem, Portfolio
from mrse_assess.model.problem import Problem

LAYOUT_MAY_DIFFER = "Drawn from {kind}; the layout may differ from the applicant's."


def item_places(item: EvidenceItem) -> tuple[tuple[str, int], ...]:
    """Every page of the item in order, as (file, page of the file from 1)."""
    return tuple((span.file, page) for span in item.spans for page in span.pages)


def place_in_words(item: EvidenceItem, number: int) -> str:
    """Page ``number`` (from 1) of the item as a letter names it; "" when the item has no such page."""
    places = item_places(item)
    if not 1 <= number <= len(places):
        return ""
    file, page = places[number - 1]
    return f"page {page} of {file}, page {number} of the item"


def number_in_item(item: EvidenceItem, spans: tuple[PageSpan, ...]) -> int:
    """The page of the item, from 1, on which the first of these spans begins; 1 when it lies elsewhere."""
    if not spans:
        return 1
    first = (spans[0].file, spans[0].first)
    places = item_places(item)
    return places.index(first) + 1 if first in places else 1


def cited_number(item: EvidenceItem, entry: CrossReferenceEntry) -> int:
    """The page of the item, from 1, at which a reference opens: the page it names, else where its section begins."""
    by_section = entry.section_spans and not entry.page_hint
    return number_in_item(item, entry.section_spans if by_section else entry.spans)


def section_found(item: EvidenceItem, entry: CrossReferenceEntry) -> str:
    """The section that a reference names without a page, and where it was found; "" where it was not."""
    if entry.page_hint or not entry.section_hint or not entry.section_spans:
        return ""
    hint = entry.section_hint
    kind = "" if hint[:1].islower() else "paragraph " if "para" in entry.text.lower() else "section "
    return f"{kind}{hint}, found on page {cited_number(item, entry)}"


def problems_of_item(portfolio: Portfolio, item: EvidenceItem) -> Iterator[Problem]:
    """The Problems whose place lies on a page of the item."""
    places = set(item_places(item))
    for problem in portfolio.problems:
        if problem.locator is not None and (problem.locator.file, problem.locator.page) in places:
            yield problem


def document_of(portfolio: Portfolio, file: str) -> Document:
    """The document of this name; KeyError when the portfolio has none."""
    for document in portfolio.documents:
        if document.name == file:
            return document
    raise KeyError(file)
