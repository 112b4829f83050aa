"""The rows of the cross reference table as they are read now, each with the place of its cell."""

from collections.abc import Mapping

from mrse_assess.model.portfolio import CrossReferenceEntry, EvidenceItem, Portfolio
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.corrected import offsets_by_file
from mrse_assess.workbench.evidence import item_places
from mrse_assess.workbench.page_words import numbering, page_numbers, page_words
from mrse_assess.workbench.reading_views import ReferenceLine, RowReading
from mrse_assess.workbench.worklist import entries_of

SURE_FROM = 0.8
_MIDDLE = 0.5
A4 = (595.0, 842.0)
Shares = tuple[float, float, float, float]


def read_rows(assessment: Assessment) -> tuple[RowReading, ...]:
    """A row for every sub-category of the scheme, those without references too."""
    return tuple(row_reading(assessment, code) for code in assessment.scheme.codes)


def row_reading(assessment: Assessment, code: str) -> RowReading:
    """The row of one sub-category."""
    file, page, box, near = _place(assessment, code)
    texts = (one.text for one in assessment.read_portfolio.cross_references if one.sub_category == code)
    return RowReading(
        sub_category=code,
        name=assessment.scheme.sub_category(code).short_name,
        lines=lines_of(assessment, code),
        file=file,
        page=page,
        box=box,
        near=near,
        text=" / ".join(dict.fromkeys(filter(None, texts))),
    )


def lines_of(assessment: Assessment, code: str) -> tuple[ReferenceLine, ...]:
    """The references of the sub-category, one for each item."""
    offsets = offsets_by_file(assessment.portfolio, assessment.own_corrections.page_offsets)
    units = {
        act.corrected_evidence_id: act.evidence_id
        for act in assessment.own_corrections.corrections
        if act.sub_category == code == act.corrected_sub_category
    }
    read = {one.evidence_id for one in assessment.read_portfolio.cross_references if one.sub_category == code}
    lines = []
    for entry in entries_of(assessment, code):
        item = assessment.portfolio.item(entry.evidence_id)
        unit = units.get(entry.evidence_id, entry.evidence_id)
        pages = pages_of_entry(entry, item, offsets)
        lines.append(
            ReferenceLine(
                read_as=unit if unit in read else "",
                evidence_id=entry.evidence_id,
                pages=pages,
                text=entry.text,
                state=_state(entry, item),
                doubtful=not entry.spans or entry.confidence < SURE_FROM,
                corrected=entry.corrected,
            )
        )
    return tuple(lines)


def pages_of_entry(entry: CrossReferenceEntry, item: EvidenceItem | None, offsets: Mapping[str, int]) -> str:
    """The pages that the entry names, by the numbers of its item's pages; its own words where they lead nowhere."""
    if not entry.page_hint:
        return ""
    places = item_places(item) if item else ()
    led = {(span.file, page) for span in entry.spans for page in span.pages}
    named = page_numbers(entry.page_hint) or ()
    if item is None or not led.issubset(places) or (len(led) == len(places) != len(named)):
        return entry.page_hint
    return page_words(number for number, place in zip(numbering(item, offsets), places, strict=True) if place in led)


def _state(entry: CrossReferenceEntry, item: EvidenceItem | None) -> str:
    places = item_places(item) if item else ()
    if not places or not entry.spans:
        return "leads nowhere" if item is None else "no page of it could be drawn"
    led = {(span.file, page) for span in entry.spans for page in span.pages}
    numbers = [number for number, place in enumerate(places, start=1) if place in led]
    if entry.page_hint and 0 < len(numbers) < len(places):
        return f"p {page_words(numbers)} of {len(places)}"
    return "1 page" if len(places) == 1 else f"{len(places)} pages"


# ---------------------------------------------------------------- the cell's place


def _place(assessment: Assessment, code: str) -> tuple[str, int, Shares | None, float]:
    """File, page, box and the height to look at: the row's own cell, else between those of its neighbours."""
    portfolio = assessment.read_portfolio
    cells = {one.sub_category: one for one in reversed(portfolio.cross_references) if one.cell and one.cell.box}
    if own := _shares(portfolio, cells.get(code)):
        file, page, box = own
        return file, page, box, (box[1] + box[3]) / 2
    codes = assessment.scheme.codes
    at = codes.index(code)
    before = next((found for one in reversed(codes[:at]) if (found := _shares(portfolio, cells.get(one)))), None)
    after = next((found for one in codes[at + 1 :] if (found := _shares(portfolio, cells.get(one)))), None)
    if before and after and before[:2] == after[:2]:
        return *before[:2], None, (before[2][3] + after[2][1]) / 2
    beside = after or before
    if beside:
        return *beside[:2], None, beside[2][1] if after else beside[2][3]
    tables = [table for table in portfolio.tables if table.pages]
    return (tables[0].file, tables[0].pages[0], None, _MIDDLE) if tables else ("", 0, None, _MIDDLE)


def _shares(portfolio: Portfolio, entry: CrossReferenceEntry | None) -> tuple[str, int, Shares] | None:
    """Where the entry's cell stands: file, page, and its box as shares of the page."""
    if entry is None or entry.cell is None or entry.cell.box is None:
        return None
    document = next((one for one in portfolio.documents if one.name == entry.cell.file), None)
    if document is None or not 1 <= entry.cell.page <= document.pages:
        return None
    sizes = document.page_sizes[entry.cell.page - 1 : entry.cell.page]
    width, height = sizes[0] if sizes else A4
    left, top, right, bottom = entry.cell.box
    return entry.cell.file, entry.cell.page, (left / width, top / height, right / width, bottom / height)
