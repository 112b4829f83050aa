"""Which unit shows a page of a file: a claim of the item that it is part of, else the whole file."""

from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.evidence import item_places
from mrse_assess.workbench.views import Place, Unit
from mrse_assess.workbench.whole_files import whole_id


def open_place(assessment: Assessment, file: str, page: int) -> Place | None:
    """The unit and its page on which a page of a file is seen; None when the file has no pages to show."""
    portfolio = assessment.portfolio
    for item in portfolio.evidence:
        places = item_places(item)
        if (file, page) in places:
            cited = (entry.sub_category for entry in portfolio.cross_references if entry.evidence_id == item.id)
            return Place(Unit(next(cited, ""), item.id), places.index((file, page)) + 1)
    for document in portfolio.documents:
        if document.name == file and document.pages:
            return Place(Unit("", whole_id(portfolio, document)), min(max(page, 1), document.pages))
    return None
