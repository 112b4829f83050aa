"""A Portfolio as the ``inspect --json`` mapping: plain values only, keys of checks that do not exist yet null."""

from typing import Any

from mrse_assess.model.places import Locator, PageSpan
from mrse_assess.model.portfolio import (
    Authentication,
    CrossReferenceEntry,
    EvidenceItem,
    PageCounting,
    Portfolio,
    TableLocation,
)
from mrse_assess.model.problem import Problem
from mrse_assess.terms import MediaKind


def inspection(portfolio: Portfolio) -> dict[str, Any]:
    """What ``inspect --json`` prints, as values that ``json.dumps`` takes. Boxes are in points with one decimal."""
    flowing = {document.name for document in portfolio.documents if document.media is MediaKind.DOCX}
    found: dict[str, Any] = {
        "applicant": {"name": portfolio.applicant_name},
        "submission_date": portfolio.submitted_on.isoformat() if portfolio.submitted_on else None,
        "table": _table(portfolio.tables[0]) if portfolio.tables else None,
        "contents_list": _table(portfolio.contents_list) if portfolio.contents_list else None,
        "cross_references": [_reference(entry, flowing) for entry in portfolio.cross_references],
        "authentication": _authentication(portfolio.authentication),
        "evidence": [_item(item, flowing) for item in portfolio.evidence],
        "unresolved": [{"subcategory": code, "evidence": evidence} for code, evidence in portfolio.unresolved],
        "orphans": list(portfolio.orphans),
        "page_counting": _counting(portfolio.page_counting),
        "problems": [_problem(problem) for problem in portfolio.problems],
        "documents": [
            {
                "file": each.name,
                "sha256": each.sha256,
                "media": each.media.value,
                "pages": each.pages,
                "pages_recognised": list(each.pages_recognised),
                "pages_without_text": list(each.pages_without_text),
                "rendered_by": each.rendered_by,
                "reader": each.reader,
            }
            for each in portfolio.documents
        ],
    }
    if len(portfolio.tables) > 1:
        found["tables"] = [_table(table) for table in portfolio.tables]
    return found


def _table(table: TableLocation) -> dict[str, Any]:
    return {"file": table.file, "pages": list(table.pages)}


def _reference(entry: CrossReferenceEntry, flowing: set[str]) -> dict[str, Any]:
    first = entry.spans[0] if entry.spans else None
    pages = [page for span in entry.spans if first and span.file == first.file for page in span.pages]
    found: dict[str, Any] = {
        "subcategory": entry.sub_category,
        "evidence": entry.evidence_id,
        "text": entry.text,
        "page_hint": entry.page_hint,
        "section_hint": entry.section_hint,
        "notes": list(entry.notes),
        "file": first.file if first else None,
        "pages": sorted(set(pages)) or None,
        "section_pages": [page for span in entry.section_spans for page in span.pages] or None,
        "confidence": round(entry.confidence, 2),
        "cell": _cell(entry.cell),
    }
    return found | _spans(entry.spans, flowing)


def _spans(spans: tuple[PageSpan, ...], flowing: set[str]) -> dict[str, Any]:
    """``spans``, where an item lies in several files or runs, or in a file without pages of its own."""
    if len(spans) <= 1 and not any(span.file in flowing for span in spans):
        return {}
    return {"spans": [{"file": span.file, "pages": [span.first, span.last]} for span in spans]}


def _counting(found: PageCounting | None) -> dict[str, Any] | None:
    """What page numbers in references count; null where no reference names a page."""
    if found is None:
        return None
    return {
        "counted": found.counted.value,
        "offset": found.offset,
        "fitting": found.fitting,
        "total": found.total,
        "rivals": [rival.value for rival in found.rivals],
    }


def _cell(place: Locator | None) -> dict[str, Any] | None:
    if place is None:
        return None
    return {
        "file": place.file,
        "page": place.page,
        "box": [round(side, 1) for side in place.box] if place.box else None,
    }


def _authentication(found: Authentication) -> dict[str, Any]:
    return {
        "present": found.present,
        "referee_name": found.referee_name,
        "role": found.role,
        "date": found.dated_on,
        "signed": found.signed,
        "file": found.locator.file if found.locator else None,
        "page": found.locator.page if found.locator else None,
    }


def _item(item: EvidenceItem, flowing: set[str]) -> dict[str, Any]:
    first = item.spans[0]
    here = [span for span in item.spans if span.file == first.file]
    found: dict[str, Any] = {
        "id": item.id,
        "title": item.title,
        "file": first.file,
        "pages": [min(span.first for span in here), max(span.last for span in here)],
        "claimed": list(item.claimed),
        "date": None,
        "author": None,
        "simulated": None,
        "mhra_sections": None,
        "phi": None,
        "bad_redactions": None,
    }
    return found | _spans(item.spans, flowing)


def _problem(problem: Problem) -> dict[str, Any]:
    place = problem.locator
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "message": problem.found,
        "hint": problem.advice,
        "file": place.file if place else None,
        "page": place.page if place else None,
    }
