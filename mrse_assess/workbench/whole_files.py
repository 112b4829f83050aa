"""Whole files of the portfolio, opened by themselves: front matter, the table and the CV are pages like any other."""

import re

from mrse_assess.model.places import PageSpan
from mrse_assess.model.portfolio import Document, EvidenceItem, Portfolio

_ID = re.compile(r"file:+([1-9][0-9]{0,5})")


def whole_id(portfolio: Portfolio, document: Document) -> str:
    """The id under which the whole file can be opened, "" for one that is not in the portfolio.

    Where the applicant gave an item that very id, the item keeps it, and the file takes another.
    """
    if document not in portfolio.documents:
        return ""
    taken = {item.id for item in portfolio.evidence} | {entry.evidence_id for entry in portfolio.cross_references}
    number, colons = portfolio.documents.index(document) + 1, ":"
    while f"file{colons}{number}" in taken:
        colons += ":"
    return f"file{colons}{number}"


def is_whole_file(evidence_id: str) -> bool:
    """Whether the id has the form that whole files have; an item of the applicant may bear one too."""
    return _ID.fullmatch(evidence_id) is not None


def whole_file(portfolio: Portfolio, evidence_id: str) -> EvidenceItem | None:
    """The file of this id as an item of all its pages, None when the id names none."""
    match = _ID.fullmatch(evidence_id)
    if match is None or int(match[1]) > len(portfolio.documents):
        return None
    document = portfolio.documents[int(match[1]) - 1]
    if whole_id(portfolio, document) != evidence_id:
        return None
    span = PageSpan(file=document.name, first=1, last=document.pages)
    return EvidenceItem(
        id=evidence_id, label=f"File {match[1]}", title=document.name, spans=(span,) if document.pages else ()
    )


def any_item(portfolio: Portfolio, evidence_id: str) -> EvidenceItem | None:
    """The item of this id, or the whole file; None for neither."""
    return portfolio.item(evidence_id) or whole_file(portfolio, evidence_id)
