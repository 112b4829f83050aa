"""From what a row should be read as to the acts that say so: only the differences, the doubtful entries first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from mrse_assess.errors import BadRequestError
from mrse_assess.model.acts import Correction, Withdrawal
from mrse_assess.model.places import PageSpan
from mrse_assess.model.portfolio import EvidenceItem, Portfolio
from mrse_assess.terms import EventKind
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.corrected import corrected, offsets_by_file
from mrse_assess.workbench.page_words import numbering, page_numbers, page_words, places_of_pages, spans_of
from mrse_assess.workbench.reading_rows import lines_of, pages_of_entry
from mrse_assess.workbench.reading_views import ReferenceEntry
from mrse_assess.workbench.recording import case_of
from mrse_assess.workbench.splitting import checked_id

Says = tuple[str, str]
"""An evidence id and the pages named of it."""


def changes_of_row(
    assessment: Assessment, code: str, wanted: Sequence[ReferenceEntry], why: str
) -> tuple[Correction | Withdrawal, ...]:
    """The acts after which the row is read as wanted; () when it is read so already.

    Each wanted reference is an act on one entry: the one of the same id as read, else the one it was read as, else an
    entry of its own under its own id. What is as it was read again is withdrawn rather than said.

    Raises:
        BadRequestError: an item stands twice, pages are no pages, or the item has no such page.
    """
    row = _Row.of(assessment, code)
    target = _targets(_once(row, wanted), row)
    units = [*row.now_order, *(unit for unit in target if unit not in row.now_order)]
    acts = [(unit, act) for unit in units if (act := _act(assessment, row, unit, target.get(unit), why))]
    return tuple(act for _, act in sorted(acts, key=lambda pair: pair[0] not in row.doubtful))


@dataclass(frozen=True, kw_only=True)
class _Row:
    """The row by unit: as read (with items and files as they are now), and as it is read now (None: removed)."""

    code: str
    portfolio: Portfolio
    offsets: Mapping[str, int]
    read: Mapping[str, Says]
    texts: Mapping[str, str]
    now: Mapping[str, Says | None]
    doubtful: frozenset[str]

    @property
    def now_order(self) -> tuple[str, ...]:
        return tuple(self.now)

    @classmethod
    def of(cls, assessment: Assessment, code: str) -> "_Row":
        own = assessment.own_corrections
        offsets = offsets_by_file(assessment.read_portfolio, own.page_offsets)
        unsaid = corrected(assessment.read_portfolio, (), own.item_spans, own.page_offsets)
        read: dict[str, Says] = {}
        texts: dict[str, str] = {}
        for entry in unsaid.cross_references:
            if entry.sub_category == code:
                pages = pages_of_entry(entry, unsaid.item(entry.evidence_id), offsets)
                read.setdefault(entry.evidence_id, (entry.evidence_id, pages))
                texts.setdefault(entry.evidence_id, entry.text)
        lines = lines_of(assessment, code)
        now: dict[str, Says | None] = {
            line.read_as or line.evidence_id: (line.evidence_id, line.pages) for line in lines
        }
        said = (act.evidence_id for act in own.corrections if act.sub_category == code)
        for unit in (*read, *said):
            now.setdefault(unit, None)
        doubtful = frozenset(line.read_as or line.evidence_id for line in lines if line.doubtful)
        return cls(
            code=code,
            portfolio=assessment.portfolio,
            offsets=offsets,
            read=read,
            texts=texts,
            now=now,
            doubtful=doubtful,
        )


def _once(row: _Row, wanted: Sequence[ReferenceEntry]) -> list[ReferenceEntry]:
    """The wanted references with ids as the portfolio writes them; pages of one item named twice are put together."""
    found: dict[str, ReferenceEntry] = {}
    for entry in wanted:
        evidence_id = checked_id(entry.evidence_id, (*row.read, *(item.id for item in row.portfolio.evidence)))
        before, pages = found.get(evidence_id), entry.pages.strip()
        if before is not None:
            if not (before.pages and pages):
                raise BadRequestError(f"Item {evidence_id} stands twice in this row; keep one line for it.")
            pages = f"{before.pages}, {pages}"
        read_as = before.read_as if before else entry.read_as
        found[evidence_id] = ReferenceEntry(read_as=read_as, evidence_id=evidence_id, pages=pages)
    return list(found.values())


def _targets(wanted: Sequence[ReferenceEntry], row: _Row) -> dict[str, Says]:
    """Which unit is to say what. A unit as read keeps its own id where that is wanted."""
    ids = {entry.evidence_id for entry in wanted}
    target: dict[str, Says] = {}
    for entry in wanted:
        says = (entry.evidence_id, entry.pages)
        free = entry.read_as in row.read and entry.read_as not in ids and entry.read_as not in target
        unit = entry.evidence_id if entry.evidence_id in row.read or not free else entry.read_as
        target[unit] = says
    return target


def _act(assessment: Assessment, row: _Row, unit: str, target: Says | None, why: str) -> Correction | Withdrawal | None:
    """What has to be said of the unit so that it says this; None when it does."""
    now, read = row.now.get(unit), row.read.get(unit)
    if _same(target, now):
        return None
    case = case_of(assessment)
    if _same(target, read):
        return Withdrawal(**case, of=EventKind.CORRECTION, unit=(row.code, unit), why=why)
    said = Correction(
        **case,
        sub_category=row.code,
        evidence_id=unit,
        corrected_sub_category=row.code if target else "",
        corrected_evidence_id=target[0] if target else "",
        cell_text=row.texts.get(unit) or next(iter(row.texts.values()), ""),
        why=why,
    )
    if target is None:
        return said
    pages, spans = _led(row, target)
    return replace(said, pages=pages, spans=spans)


def _same(one: Says | None, other: Says | None) -> bool:
    if one is None or other is None:
        return one is other
    return one[0] == other[0] and (page_numbers(one[1]) or one[1]) == (page_numbers(other[1]) or other[1])


def _led(row: _Row, says: Says) -> tuple[str, tuple[PageSpan, ...]]:
    """The pages as they are recorded, and where they lead."""
    evidence_id, words = says
    numbers = page_numbers(words)
    if numbers is None:
        raise BadRequestError(f"The pages of item {evidence_id} are written as 3, 3-5 or 3, 7-8; “{words}” is not.")
    item = row.portfolio.item(evidence_id)
    if item is None:
        return page_words(numbers), ()
    missing = _missing(item, numbers, row.offsets)
    if missing:
        raise BadRequestError(missing)
    return page_words(numbers), spans_of(places_of_pages(item, numbers, row.offsets))


def _missing(item: EvidenceItem, numbers: Sequence[int], offsets: Mapping[str, int]) -> str:
    """One sentence on the pages that the item does not have, "" when it has them all."""
    there = numbering(item, offsets)
    absent = [number for number in numbers if number not in there]
    if not absent:
        return ""
    if not there:
        return f"No page of item {item.id} could be drawn, so that none can be named."
    printed = "printed " if any(span.file in offsets for span in item.spans) else ""
    has = f"the one {printed}page {there[0]}" if len(there) == 1 else f"{printed}pages {page_words(there)}"
    return f"Item {item.id} has {has}; page {page_words(absent)} is not among them."
