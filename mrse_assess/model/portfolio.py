"""A portfolio as intake understands it: the table, the items, and where each reference leads."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from mrse_assess.model.places import Locator, PageSpan
from mrse_assess.model.problem import Problem
from mrse_assess.terms import Counting, MediaKind


@dataclass(frozen=True, kw_only=True)
class Document:
    """One file of the portfolio. ``name`` is the applicant's, path included: shown, never used as a path.

    ``page_sizes`` are width and height in points of each page as shown, so that a page's place can be drawn before
    its picture arrives.
    """

    name: str
    sha256: str
    media: MediaKind
    size: int  # bytes
    pages: int
    pages_without_text: tuple[int, ...]
    rendered_by: str | None
    reader: str
    page_sizes: tuple[tuple[float, float], ...] = ()
    form: str = ""  # the finer kind by content ("jpeg", "docx"), as the documents room says it
    pages_recognised: tuple[int, ...] = ()  # pages whose words come from text recognition, here or before it was sent


@dataclass(frozen=True, kw_only=True)
class EvidenceItem:
    """One item of evidence. ``id`` is the applicant's label, normalised as the contract says ("E07" is "7").

    ``label`` is the label as written. ``claimed`` are the sub-categories that the contents list names for it.
    ``corrected``: an assessor said which pages these are, not the reading.
    """

    id: str
    label: str
    title: str
    spans: tuple[PageSpan, ...]
    claimed: tuple[str, ...] = ()
    corrected: bool = False


@dataclass(frozen=True, kw_only=True)
class CrossReferenceEntry:
    """One (sub-category, evidence item) pair of the Experience Cross Reference Table.

    ``text`` is the raw text of the cell, always kept. ``pages`` are where it leads, () when nowhere (then the entry is
    in ``Portfolio.unresolved`` too). ``confidence`` is between 0 and 1. ``cell`` is the place of the cell.
    ``corrected``: an assessor said what it says or where it leads, not the reading; ``text`` stays the applicant's.
    ``section_spans`` are the pages on which the section of the hint begins, () where that could not be told.
    """

    sub_category: str
    evidence_id: str
    text: str
    page_hint: str | None
    section_hint: str | None
    notes: tuple[str, ...]
    spans: tuple[PageSpan, ...]
    confidence: float
    cell: Locator | None
    corrected: bool = False
    section_spans: tuple[PageSpan, ...] = ()


COUNTED: Final[Mapping[Counting, str]] = MappingProxyType(
    {
        Counting.IN_ITEM: "from the first page of each item",
        Counting.AFTER_DIVIDER: "from the page after each item's divider",
        Counting.IN_FILE: "from the first page of the file",
        Counting.IN_PORTFOLIO: "through all files in their order",
        Counting.PRINTED: "as the numbers printed on the pages",
    }
)
"""What page numbers count, as it stands after "counted"."""


@dataclass(frozen=True, kw_only=True)
class PageCounting:
    """What this applicant's page numbers in references count, found from all references together.

    ``offset``: pages of the file before the one printed as 1; None where pages are counted otherwise. ``rivals`` are
    the other countings that fit as many references and lead elsewhere: then a person has to look.
    """

    counted: Counting
    fitting: int
    total: int
    offset: int | None = None
    rivals: tuple[Counting, ...] = ()


@dataclass(frozen=True, kw_only=True)
class TableLocation:
    """Where a table or list stands: one file, its pages from 1."""

    file: str
    pages: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class Authentication:
    """The referee's authentication at the end of the cross reference table. None where a field was not found."""

    present: bool
    referee_name: str | None = None
    role: str | None = None
    dated_on: str | None = None  # ISO date, or year and month
    signed: bool | None = None
    locator: Locator | None = None


@dataclass(frozen=True, kw_only=True)
class Portfolio:
    """Everything that reading gives. Nothing is dropped: what leads nowhere and what nobody cites are values here.

    ``authentications``: all that may be one, the fullest first; the applicant's own is among them and never the one.
    """

    applicant_name: str | None
    submitted_on: date | None
    documents: tuple[Document, ...]
    tables: tuple[TableLocation, ...]
    contents_list: TableLocation | None
    cross_references: tuple[CrossReferenceEntry, ...]
    authentication: Authentication
    evidence: tuple[EvidenceItem, ...]
    unresolved: tuple[tuple[str, str], ...]  # (sub-category, evidence id)
    orphans: tuple[str, ...]  # evidence ids
    problems: tuple[Problem, ...]
    page_counting: PageCounting | None = None
    authentications: tuple[Authentication, ...] = ()

    def item(self, evidence_id: str) -> EvidenceItem | None:
        """The item with this id, or None when it is not in the portfolio.

        A reference may name several items by what they share ("4" for 4a and 4b), or a part of one ("4a" for 4): it
        has all the pages of the items that it leads to.
        """
        return next((item for item in self.evidence if item.id == evidence_id), None) or self._named_together(
            evidence_id
        )

    def _named_together(self, evidence_id: str) -> EvidenceItem | None:
        spans = tuple(
            dict.fromkeys(span for one in self.cross_references if one.evidence_id == evidence_id for span in one.spans)
        )
        if not spans:
            return None
        parts = [item for item in self.evidence if any(one.meets(span) for one in item.spans for span in spans)]
        whole = tuple(dict.fromkeys(span for item in parts for span in item.spans))
        beside = tuple(span for span in spans if not any(span.meets(one) for one in whole))
        title = "; ".join(f"{item.id} {item.title}" for item in parts)
        return EvidenceItem(id=evidence_id, label=evidence_id, title=title, spans=whole + beside)
