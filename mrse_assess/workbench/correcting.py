"""Correcting how the table and the items were read: records of this assessor, never the applicant's words."""

from collections.abc import Collection, Sequence
from concurrent.futures import Future

from mrse_assess.documents import picture_of, stored_file, submit_page
from mrse_assess.errors import BadRequestError
from mrse_assess.model.acts import ItemSpan, PageOffset, Withdrawal
from mrse_assess.model.places import PageSpan
from mrse_assess.model.portfolio import Document, EvidenceItem, Portfolio
from mrse_assess.records.payloads import Value
from mrse_assess.terms import EventKind
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.corrected import offsets_by_file
from mrse_assess.workbench.evidence import document_of, item_places
from mrse_assess.workbench.page_words import numbering
from mrse_assess.workbench.pictures import then
from mrse_assess.workbench.reading_rows import read_rows, row_reading
from mrse_assess.workbench.reading_views import (
    CellPicture,
    FileReading,
    ItemReading,
    ReferenceEntry,
    SpanLine,
    WholeReading,
)
from mrse_assess.workbench.recording import case_of, record
from mrse_assess.workbench.row_changes import changes_of_row
from mrse_assess.workbench.splitting import checked_id, split_cell
from mrse_assess.workbench.views import Receipt

CELL_DPI = 144
LONGEST_TITLE = 300
LOWEST_OFFSET = -9999
UNCHANGED = "Nothing was changed: it is read so already."


class Correcting:
    """Corrections of the reading, as records of this assessor."""

    def __init__(self, assessment: Assessment) -> None:
        self._assessment = assessment

    def version(self) -> str:
        """Another text whenever the corrections in force are others, or another version of the portfolio is read."""
        own = self._assessment.own_corrections
        acts = (*own.corrections, *own.item_spans, *own.page_offsets)
        return " ".join((self._assessment.application.reading, *(act.event for act in acts)))

    def reading(self) -> WholeReading:
        """Everything that can be corrected, as it is read now."""
        offsets = self._offsets()
        return WholeReading(
            rows=read_rows(self._assessment),
            items=tuple(self._item(item) for item in self._portfolio.evidence),
            files=tuple(
                FileReading(file=document.name, pages=document.pages, offset=offsets.get(document.name))
                for document in self._portfolio.documents
                if document.pages
            ),
        )

    def split(self, text: str) -> tuple[ReferenceEntry, ...]:
        """The references that a whole cell names."""
        return split_cell(text, self._portfolio.evidence, self._assessment.scheme.codes)

    def cell_picture(self, sub_category: str) -> "Future[CellPicture] | None":
        """The applicant's page with the row of the table, drawn in the worker."""
        self._check_code(sub_category)
        row = row_reading(self._assessment, sub_category)
        if not row.file:
            return None
        layout, pool = self._assessment.workspace.layout, self._assessment.workspace.pool
        stored = stored_file(document_of(self._portfolio, row.file))
        drawing = submit_page(stored, layout.originals, layout.cache, pool, row.page, dpi=CELL_DPI)

        def picture(_: object) -> CellPicture:
            drawn = picture_of(drawing, row.page)
            return CellPicture(
                file=row.file,
                page=row.page,
                media=drawn.media_type,
                data=drawn.data,
                width=drawn.width_pt,
                height=drawn.height_pt,
            )

        return then(drawing, picture)

    def correct_row(self, sub_category: str, entries: Sequence[ReferenceEntry], why: str) -> Receipt:
        """Record what of the row should be read otherwise, in one transaction."""
        self._check_code(sub_category)
        known = {line.evidence_id for line in row_reading(self._assessment, sub_category).lines}
        wanted = [
            ReferenceEntry(read_as=entry.read_as if first else "", evidence_id=one.evidence_id, pages=one.pages)
            for entry in entries
            if entry.evidence_id.strip()
            for first, one in _first_marked(self._parts(entry, known))
        ]
        return self._record(changes_of_row(self._assessment, sub_category, wanted, why))

    def correct_item(self, evidence_id: str, title: str, spans: Sequence[SpanLine], why: str) -> Receipt:
        """Record which pages an item has, and its title; an id that reading does not know adds an item."""
        evidence_id, title = checked_id(evidence_id, ()), " ".join(title.split())
        if len(title) > LONGEST_TITLE:
            raise BadRequestError(f"A title has at most {LONGEST_TITLE} characters; shorten it.")
        pages = tuple(self._checked_span(span) for span in spans)
        _check_once(pages)
        read, now = self._assessment.read_portfolio.item(evidence_id), self._portfolio.item(evidence_id)
        if read is None and now is None and not pages:
            raise BadRequestError(f"Say which pages item {evidence_id} has; it is not in the portfolio as read.")
        if read is None and pages and not title:
            raise BadRequestError("Give the item a title, as it stands on its first page.")
        if _is_so(now, title, pages):
            raise BadRequestError(UNCHANGED)
        if read is not None and _is_so(read, title, pages):
            return self._take_back(EventKind.ITEM_SPAN, evidence_id, why)
        if read is None and not pages:
            return self._take_back(EventKind.ITEM_SPAN, evidence_id, why)
        own_title = title if read is None or title != read.title else ""
        case = case_of(self._assessment)
        return self._record([ItemSpan(**case, evidence_id=evidence_id, spans=pages, title=own_title, why=why)])

    def set_offset(self, file: str, offset: int | None, why: str) -> Receipt:
        """Record how a file's printed page numbers count, or take back what was said."""
        document = self._document(file)
        if offset == self._offsets().get(file):
            raise BadRequestError(UNCHANGED)
        if offset is None:
            return self._take_back(EventKind.PAGE_OFFSET, document.sha256, why)
        if not LOWEST_OFFSET <= offset < document.pages:
            raise BadRequestError(f"{file} has {document.pages} pages; with this offset no page of it bears a number.")
        said = PageOffset(**case_of(self._assessment), file=document.sha256, offset=offset, why=why)
        return self._record([said])

    # ---- parts

    @property
    def _portfolio(self) -> Portfolio:
        return self._assessment.portfolio

    def _offsets(self) -> dict[str, int]:
        return offsets_by_file(self._portfolio, self._assessment.own_corrections.page_offsets)

    def _item(self, item: EvidenceItem) -> ItemReading:
        offsets = self._offsets()
        return ItemReading(
            evidence_id=item.id,
            title=item.title,
            spans=tuple(SpanLine(file=span.file, first=span.first, last=span.last) for span in item.spans),
            corrected=item.corrected,
            added=self._assessment.read_portfolio.item(item.id) is None,
            numbers=numbering(item, offsets),
            printed=any(span.file in offsets for span in item.spans),
        )

    def _parts(self, entry: ReferenceEntry, known: Collection[str]) -> tuple[ReferenceEntry, ...]:
        """What was typed for one reference, which may be a whole cell; pages beside it go to a single item only."""
        if entry.evidence_id in known:
            return (entry,)
        parts = self.split(entry.evidence_id)
        if not entry.pages.strip():
            return parts
        if len(parts) > 1 or parts[0].pages:
            raise BadRequestError(f"Write the pages of “{entry.evidence_id.strip()}” in one place, not in two.")
        return (ReferenceEntry(read_as="", evidence_id=parts[0].evidence_id, pages=entry.pages),)

    def _record(self, values: Sequence[Value]) -> Receipt:
        if not values:
            raise BadRequestError(UNCHANGED)
        return record(self._assessment, *values)

    def _take_back(self, of: EventKind, unit: str, why: str) -> Receipt:
        return self._record([Withdrawal(**case_of(self._assessment), of=of, unit=(unit,), why=why)])

    def _check_code(self, code: str) -> None:
        if code not in self._assessment.scheme.codes:
            raise BadRequestError(f"The scheme has no sub-category {code!r}.")

    def _document(self, file: str) -> Document:
        found = next((one for one in self._portfolio.documents if one.name == file and one.pages), None)
        if found is None:
            raise BadRequestError("The portfolio has no such file with pages.")
        return found

    def _checked_span(self, span: SpanLine) -> PageSpan:
        pages = self._document(span.file).pages
        if not 1 <= span.first <= span.last <= pages:
            raise BadRequestError(
                f"{span.file} has pages 1 to {pages}; {span.first} to {span.last} is no run of pages of it."
            )
        return PageSpan(file=span.file, first=span.first, last=span.last)


def _first_marked(parts: Sequence[ReferenceEntry]) -> list[tuple[bool, ReferenceEntry]]:
    return [(place == 0, part) for place, part in enumerate(parts)]


def _is_so(item: EvidenceItem | None, title: str, spans: tuple[PageSpan, ...]) -> bool:
    """Whether the item has these pages and this title ("": its own) already."""
    return item is not None and item.spans == spans and title in {"", item.title}


def _check_once(spans: Sequence[PageSpan]) -> None:
    places = item_places(EvidenceItem(id="", label="", title="", spans=tuple(spans)))
    again = next((place for at, place in enumerate(places) if place in places[:at]), None)
    if again is not None:
        raise BadRequestError(f"Page {again[1]} of {again[0]} stands twice among these pages.")
