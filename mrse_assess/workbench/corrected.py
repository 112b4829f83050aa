"""The portfolio as one assessor corrected it: acts in force laid over what was read. Pure; raises nothing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self, TypeVar

from mrse_assess.model.acts import Correction, ItemSpan, PageOffset
from mrse_assess.model.places import PageSpan
from mrse_assess.model.portfolio import CrossReferenceEntry, Document, EvidenceItem, Portfolio
from mrse_assess.records import InForce
from mrse_assess.records.replay import natural
from mrse_assess.workbench.evidence import item_places
from mrse_assess.workbench.page_words import page_numbers, places_of_pages, spans_of

SURE = 1.0
_DOUBTFUL = 0.6
_NOT_PRINTED: Mapping[str, int] = {}
Pair = tuple[str, str]
"""A sub-category and an evidence id."""
Said = TypeVar("Said", Correction, ItemSpan, PageOffset)


@dataclass(frozen=True, kw_only=True)
class Corrections:
    """What was said of a reading, in force: of the table's entries, of the items' pages, of the files' numbering."""

    corrections: tuple[Correction, ...]
    item_spans: tuple[ItemSpan, ...]
    page_offsets: tuple[PageOffset, ...]

    @classmethod
    def of(cls, in_force: InForce, assessor: str) -> Self:
        """What this assessor said; another's corrections are never another's reading."""
        return cls(
            corrections=_of(assessor, in_force.corrections),
            item_spans=_of(assessor, in_force.item_spans),
            page_offsets=_of(assessor, in_force.page_offsets),
        )

    @classmethod
    def agreed(cls, in_force: InForce) -> Self:
        """What everybody who spoke of the same entry, item or file said alike; where they differ, the reading stays."""
        return cls(
            corrections=_agreed(in_force.corrections, ("sub_category", "evidence_id")),
            item_spans=_agreed(in_force.item_spans, ("evidence_id",)),
            page_offsets=_agreed(in_force.page_offsets, ("file",)),
        )


def _of(assessor: str, acts: Iterable[Said]) -> tuple[Said, ...]:
    return tuple(act for act in acts if act.by == assessor)


def _agreed(acts: Sequence[Said], unit: tuple[str, ...]) -> tuple[Said, ...]:
    by_unit: dict[tuple[str, ...], list[Said]] = {}
    for act in acts:
        by_unit.setdefault(tuple(str(getattr(act, name)) for name in unit), []).append(act)
    return tuple(said[0] for said in by_unit.values() if len({_content(act) for act in said}) == 1)


def _content(act: Correction | ItemSpan | PageOffset) -> Correction | ItemSpan | PageOffset:
    """What the act says, whoever said it when and why."""
    return replace(act, by="", recorded_at=None, event="", why="")


def corrected(
    portfolio: Portfolio,
    corrections: Sequence[Correction],
    item_spans: Sequence[ItemSpan],
    page_offsets: Sequence[PageOffset],
) -> Portfolio:
    """The portfolio as read with these acts applied; the same object when there are none.

    Items get the pages and titles that a person gave them. Entries are changed, added or removed; those read stay as
    they are unless their item's pages moved or the offset of its file was said, which leads their pages anew. The
    text of a cell is always kept. Entries and items that differ from the reading are marked ``corrected``.
    """
    if not (corrections or item_spans or page_offsets):
        return portfolio
    evidence = tuple(_items(portfolio, item_spans))
    items = _by_id(evidence)
    now = _Now(
        before=_by_id(portfolio.evidence) | dict(_together(portfolio, portfolio.evidence)),
        items=items | dict(_together(portfolio, evidence)),
        offsets=offsets_by_file(portfolio, page_offsets),
    )
    entries = tuple(_entries(portfolio, corrections, now))
    return replace(
        portfolio,
        cross_references=entries,
        evidence=evidence,
        unresolved=tuple(dict.fromkeys((one.sub_category, one.evidence_id) for one in entries if not one.spans)),
        orphans=_orphans(entries, items),
    )


def offsets_by_file(portfolio: Portfolio, page_offsets: Iterable[PageOffset]) -> dict[str, int]:
    """The offsets that were said, by the files' names in the portfolio."""
    said = {act.file: act.offset for act in page_offsets}
    named = ((one.name, said.get(one.sha256, said.get(one.name))) for one in portfolio.documents)
    return {name: offset for name, offset in named if offset is not None}


@dataclass(frozen=True, kw_only=True)
class _Now:
    """What entries are resolved against: the items as read and as they are now, and the offsets said, by file.

    Among the items are those that a reference names together ("4" for 4a and 4b), made of what they are made of.
    """

    before: Mapping[str, EvidenceItem]
    items: Mapping[str, EvidenceItem]
    offsets: Mapping[str, int]


# ---------------------------------------------------------------- items


def _items(portfolio: Portfolio, acts: Sequence[ItemSpan]) -> Iterable[EvidenceItem]:
    """The items read, as a person corrected them, then those that a person added."""
    said = {act.evidence_id: act for act in acts}
    for item in portfolio.evidence:
        act = said.pop(item.id, None)
        if act is None:
            yield item
        elif act.spans:  # without any it is no item
            spans = _there(act.spans, portfolio.documents) or item.spans
            yield replace(item, title=act.title or item.title, spans=spans, corrected=True)
    for act in said.values():
        if spans := _there(act.spans, portfolio.documents):
            yield EvidenceItem(id=act.evidence_id, label=act.evidence_id, title=act.title, spans=spans, corrected=True)


def _by_id(items: Sequence[EvidenceItem]) -> dict[str, EvidenceItem]:
    """The items by id; of several with one id the first, which is the one shown."""
    return {item.id: item for item in reversed(items)}


def _together(portfolio: Portfolio, items: Sequence[EvidenceItem]) -> Iterable[tuple[str, EvidenceItem]]:
    """What references name by several items, or by a part of one: the pages that these items have now."""
    own = {item.id for item in (*portfolio.evidence, *items)}
    for name in dict.fromkeys(entry.evidence_id for entry in portfolio.cross_references):
        read = portfolio.item(name) if name not in own else None
        if read is None:
            continue
        parts = {one.id for one in portfolio.evidence if not set(item_places(one)).isdisjoint(item_places(read))}
        spans = tuple(span for item in items if item.id in parts for span in item.spans)
        if spans or not parts:
            yield name, replace(read, spans=spans or read.spans)


def _there(spans: Sequence[PageSpan], documents: Sequence[Document]) -> tuple[PageSpan, ...]:
    """The spans as far as the files have these pages."""
    pages = {document.name: document.pages for document in documents}
    cut = (
        PageSpan(file=span.file, first=max(span.first, 1), last=min(span.last, pages.get(span.file, 0)))
        for span in spans
    )
    return tuple(span for span in cut if span.first <= span.last)


def _orphans(entries: Sequence[CrossReferenceEntry], items: Mapping[str, EvidenceItem]) -> tuple[str, ...]:
    """The items that no entry leads to, by its id or, where that names no item ("4" for "4a"), by its pages."""
    cited = {entry.evidence_id for entry in entries}
    by_pages = {place for entry in entries if entry.evidence_id not in items for place in _places(entry.spans)}
    left = (item.id for item in items.values() if item.id not in cited and by_pages.isdisjoint(item_places(item)))
    return tuple(sorted(left, key=natural))


def _places(spans: Iterable[PageSpan]) -> Iterable[tuple[str, int]]:
    return ((span.file, page) for span in spans for page in span.pages)


# ---------------------------------------------------------------- entries


def _entries(portfolio: Portfolio, acts: Sequence[Correction], now: _Now) -> list[CrossReferenceEntry]:
    """The entries read, each changed in its place, then those added, each behind the last of its sub-category."""
    said = {(act.sub_category, act.evidence_id): act for act in acts}
    kept = {_pair(entry) for entry in portfolio.cross_references if _pair(entry) not in said}
    read = {_pair(entry): entry for entry in reversed(portfolio.cross_references)}
    rows = {entry.sub_category: entry for entry in reversed(portfolio.cross_references)}
    found: list[CrossReferenceEntry] = []
    for entry in portfolio.cross_references:
        act = said.get(_pair(entry))
        if act is None:
            found.append(_followed(entry, now))
        elif (pair := _meant(act)) not in kept and pair[0] == entry.sub_category:
            kept.add(pair)
            found.append(_changed(entry, act, now))
    for act in said.values():
        pair = _meant(act)
        if all(pair) and pair not in kept:
            kept.add(pair)
            entry = read.get((act.sub_category, act.evidence_id)) or _unread(act, rows.get(act.sub_category))
            found.insert(_behind(found, pair[0]), _changed(entry, act, now))
    return found


def _pair(entry: CrossReferenceEntry) -> Pair:
    return (entry.sub_category, entry.evidence_id)


def _meant(act: Correction) -> Pair:
    return (act.corrected_sub_category, act.corrected_evidence_id)


def _behind(entries: Sequence[CrossReferenceEntry], sub_category: str) -> int:
    places = (place for place in range(len(entries), 0, -1) if entries[place - 1].sub_category == sub_category)
    return next(places, len(entries))


def _unread(act: Correction, neighbour: CrossReferenceEntry | None) -> CrossReferenceEntry:
    """An entry that reading missed, in the cell of its sub-category's row where one is known."""
    return CrossReferenceEntry(
        sub_category=act.corrected_sub_category,
        evidence_id="",
        text=act.cell_text,
        page_hint=None,
        section_hint=None,
        notes=(),
        spans=(),
        confidence=SURE,
        cell=neighbour.cell if neighbour else None,
    )


def _changed(entry: CrossReferenceEntry, act: Correction, now: _Now) -> CrossReferenceEntry:
    same = entry.evidence_id == act.corrected_evidence_id
    return replace(
        entry,
        sub_category=act.corrected_sub_category,
        evidence_id=act.corrected_evidence_id,
        page_hint=act.pages or None,
        section_hint=entry.section_hint if same else None,
        spans=_led(act, now),
        section_spans=(),
        confidence=SURE,
        corrected=True,
    )


def _led(act: Correction, now: _Now) -> tuple[PageSpan, ...]:
    """Where a corrected entry leads: to the pages recorded, to those that its words name, or to the whole item."""
    item = now.items.get(act.corrected_evidence_id)
    if item is None:
        return ()
    own = set(item_places(item))
    clipped = [
        (file, page)
        for file, page in own
        if any(span.file == file and span.first <= page <= span.last for span in act.spans)
    ]
    return (
        spans_of(sorted(clipped))
        or spans_of(places_of_pages(item, page_numbers(act.pages) or (), now.offsets))
        or item.spans
    )


def _followed(entry: CrossReferenceEntry, now: _Now) -> CrossReferenceEntry:
    """An entry as read, led anew where its item's pages moved or the offset of its file was said."""
    before, item = now.before.get(entry.evidence_id), now.items.get(entry.evidence_id)
    nowhere = entry.spans if before is None else ()
    spans = nowhere if item is None else _spans_now(entry, before, item, now.offsets)
    if spans == entry.spans:
        return entry
    lost = bool(item and entry.page_hint and spans == item.spans)
    confidence = _DOUBTFUL if lost else entry.confidence
    return replace(entry, spans=spans, section_spans=(), corrected=True, confidence=confidence)


def _spans_now(
    entry: CrossReferenceEntry, before: EvidenceItem | None, item: EvidenceItem, offsets: Mapping[str, int]
) -> tuple[PageSpan, ...]:
    numbers = page_numbers(entry.page_hint or "") or ()
    if numbers and any(span.file in offsets for span in item.spans):
        return spans_of(places_of_pages(item, numbers, offsets)) or item.spans
    if before is not None and before.spans == item.spans:
        return entry.spans
    if before is None or _counts_from_item(entry, before, numbers):
        return spans_of(places_of_pages(item, numbers, _NOT_PRINTED)) or item.spans
    own = set(item_places(item))
    return spans_of(place for place in _places(entry.spans) if place in own and numbers) or item.spans


def _counts_from_item(entry: CrossReferenceEntry, before: EvidenceItem, numbers: Sequence[int]) -> bool:
    """Whether the reading took the entry's page numbers as pages of the item."""
    return bool(numbers) and spans_of(places_of_pages(before, numbers, _NOT_PRINTED)) == entry.spans
