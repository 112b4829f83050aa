"""What an applicant changed between two readings, told by content: of files by their bytes, of items by their pages."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from mrse_assess.model.portfolio import Document, EvidenceItem, Portfolio
from mrse_assess.workbench.words import PortfolioText
from mrse_assess.workspace import Workspace


class Change(StrEnum):
    """What became of a file or an item from one reading to the next."""

    UNCHANGED = "unchanged"  # the same bytes, and of an item the same pages of them
    SAME_WORDS = "same_words"  # another file with the same words on the item's pages; pictures are not compared
    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"

    @property
    def needs_a_look(self) -> bool:
        """Whether what was judged may not be what is there now."""
        return self in {Change.CHANGED, Change.GONE}


@dataclass(frozen=True, kw_only=True)
class FileChange:
    """A file by the applicant's name of it; ``sha256`` is that of the later one, or of one that is gone."""

    name: str
    sha256: str
    change: Change


@dataclass(frozen=True, kw_only=True)
class ItemChange:
    """An item by its id. ``sent_before_as`` are other ids under which the earlier portfolio held the same content."""

    evidence_id: str
    title: str
    change: Change
    sent_before_as: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Changes:
    """What became of everything from one reading to the next: the later one's in its order, then what is gone."""

    files: tuple[FileChange, ...]
    items: tuple[ItemChange, ...]

    def of_item(self, evidence_id: str) -> Change:
        """What became of the item; one that neither reading has is as good as unchanged."""
        return next((one.change for one in self.items if one.evidence_id == evidence_id), Change.UNCHANGED)


@dataclass(frozen=True)
class _Content:
    """An item's pages, by their bytes and by their words."""

    places: tuple[tuple[str, int], ...]
    words: tuple[str, ...]


def changes_between(workspace: Workspace, earlier: Portfolio, later: Portfolio) -> Changes:
    """What became of each file and item. The words of pages are made in the worker where they are missing."""
    text = PortfolioText(workspace)
    before, now = _contents(earlier, text), _contents(later, text)
    items = [_item(item, before, now[item.id]) for item in later.evidence]
    items += [_gone(item) for item in earlier.evidence if item.id not in now]
    return Changes(files=tuple(_files(earlier, later)), items=tuple(items))


def _files(earlier: Portfolio, later: Portfolio) -> Iterator[FileChange]:
    hashes = {document.sha256 for document in earlier.documents}
    names = {document.name for document in earlier.documents}
    for one in later.documents:
        changed = Change.CHANGED if one.name in names else Change.NEW
        change = Change.UNCHANGED if one.sha256 in hashes else changed
        yield FileChange(name=one.name, sha256=one.sha256, change=change)
    there = {document.sha256 for document in later.documents}
    kept = {document.name for document in later.documents}
    for one in earlier.documents:
        if one.sha256 not in there and one.name not in kept:
            yield FileChange(name=one.name, sha256=one.sha256, change=Change.GONE)


def _item(item: EvidenceItem, before: Mapping[str, _Content], content: _Content) -> ItemChange:
    same = tuple(
        name for name, one in before.items() if name != item.id and one.places and _alike(one, content).is_same
    )
    if item.id not in before:
        return ItemChange(evidence_id=item.id, title=item.title, change=Change.NEW, sent_before_as=same)
    change = _alike(before[item.id], content).change
    return ItemChange(evidence_id=item.id, title=item.title, change=change, sent_before_as=same)


def _gone(item: EvidenceItem) -> ItemChange:
    return ItemChange(evidence_id=item.id, title=item.title, change=Change.GONE)


@dataclass(frozen=True)
class _Likeness:
    change: Change

    @property
    def is_same(self) -> bool:
        return self.change is not Change.CHANGED


def _alike(one: _Content, other: _Content) -> _Likeness:
    if one.places == other.places:
        return _Likeness(Change.UNCHANGED)
    return _Likeness(Change.SAME_WORDS if one.words and one.words == other.words else Change.CHANGED)


def _contents(portfolio: Portfolio, text: PortfolioText) -> dict[str, _Content]:
    documents = {document.name: document for document in portfolio.documents}
    return {item.id: _content(item, documents, text) for item in portfolio.evidence}


def _content(item: EvidenceItem, documents: Mapping[str, Document], text: PortfolioText) -> _Content:
    pages = [
        (documents[span.file], page)
        for span in item.spans
        if span.file in documents
        for page in range(span.first, span.last + 1)
    ]
    return _Content(
        places=tuple((document.sha256, page) for document, page in pages),
        words=tuple(_words(document, page, text) for document, page in pages),
    )


def _words(document: Document, page: int, text: PortfolioText) -> str:
    """A digest of the page's words; of a page without any, that of its place in this very file."""
    spelt = text.of(document)
    said = spelt[page - 1][0].text if 0 < page <= len(spelt) else ""
    return hashlib.sha256((said or f"{document.sha256}:{page}").encode("utf-8", "surrogatepass")).hexdigest()
