"""Two items side by side: what they share in words. Said as a number and places, never as a verdict."""

from collections.abc import Sequence
from math import ceil, floor

from mrse_assess.errors import BadRequestError, MrseAssessError
from mrse_assess.model.portfolio import EvidenceItem, Portfolio
from mrse_assess.model.scheme import Scheme
from mrse_assess.workbench.evidence import document_of
from mrse_assess.workbench.evidence_views import Comparable, Comparison, SharedRun
from mrse_assess.workbench.shared_runs import (
    SHORTEST_RUN,
    FilePages,
    Shared,
    compare_task,
    likeness_task,
)
from mrse_assess.workbench.views import Unit
from mrse_assess.workbench.whole_files import any_item, is_whole_file
from mrse_assess.workbench.words import words_made
from mrse_assess.workspace import Workspace

LIKE = 0.1  # from this share on, likeness is a reason to offer an item early
SECONDS = 60.0
_WHOLE = 100


def comparable(workspace: Workspace, portfolio: Portfolio, unit: Unit) -> tuple[Comparable, ...]:
    """Every other item with pages: those claimed for the same sub-category first where independence is asked for.

    Then those that share much wording, most first, then the others in the order of the portfolio.
    """
    item = any_item(portfolio, unit.evidence_id)
    others = [other for other in portfolio.evidence if other.id != unit.evidence_id and other.spans]
    if item is None or not item.spans or not others:
        return ()
    beside = _claimed_beside(workspace.scheme, portfolio, unit)
    shares = dict(zip([other.id for other in others], _likeness(workspace, portfolio, item, others), strict=True))

    def late(other: EvidenceItem) -> tuple[bool, float]:
        return other.id not in beside, -shares[other.id] if shares[other.id] >= LIKE else 0.0

    return tuple(
        Comparable(evidence_id=other.id, label=other.id, title=other.title, why=_why(other, beside, shares))
        for other in sorted(others, key=late)
    )


def _claimed_beside(scheme: Scheme, portfolio: Portfolio, unit: Unit) -> dict[str, str]:
    """The items cited beside the unit's for a sub-category whose items have to be independent, and which it is."""
    asking = {one.code for one in scheme.sub_categories if one.independent}
    claims = [(entry.sub_category, entry.evidence_id) for entry in portfolio.cross_references]
    own = {code for code, evidence_id in claims if evidence_id == unit.evidence_id} | {unit.sub_category}
    return {evidence_id: code for code, evidence_id in claims if code in asking & own}


def _why(other: EvidenceItem, beside: dict[str, str], shares: dict[str, float]) -> str:
    words = []
    if other.id in beside:
        words.append(f"also for {beside[other.id]}")
    if shares[other.id] >= LIKE:
        words.append("shares wording")
    return ", ".join(words)


def _likeness(
    workspace: Workspace, portfolio: Portfolio, item: EvidenceItem, others: Sequence[EvidenceItem]
) -> tuple[float, ...]:
    """The estimate for each; none where it cannot be had, since it only sorts a list."""
    try:
        asked = [_files(workspace, portfolio, other) for other in others]
        return workspace.pool.run(likeness_task, _files(workspace, portfolio, item), asked, seconds=SECONDS)
    except MrseAssessError:
        return tuple(0.0 for _ in others)


def compare(workspace: Workspace, portfolio: Portfolio, evidence_id: str, other_id: str) -> Comparison:
    """What two items share in words: runs of six words and more, with their places.

    Raises:
        WorkerError: the comparison met a limit.
    """
    item, other = items_to_compare(portfolio, evidence_id, other_id)
    shared = workspace.pool.run(
        compare_task, _files(workspace, portfolio, item), _files(workspace, portfolio, other), seconds=SECONDS
    )
    return Comparison(
        evidence_id=evidence_id,
        other=other_id,
        shared=_share(shared),
        sentence=sentence(shared, item, other, _unread(portfolio, item) + _unread(portfolio, other)),
        runs=tuple(SharedRun(**run._asdict()) for run in shared.runs),
    )


def items_to_compare(portfolio: Portfolio, evidence_id: str, other_id: str) -> tuple[EvidenceItem, EvidenceItem]:
    """The two items.

    Raises:
        BadRequestError: one is not in the portfolio, or they are the same.
    """
    item, other = any_item(portfolio, evidence_id), any_item(portfolio, other_id)
    if item is None or other is None:
        raise BadRequestError("One of the two items is not in the portfolio, so they cannot be compared.")
    if item.id == other.id:
        raise BadRequestError("This is the same item. Choose another one to compare with.")
    return item, other


def _share(shared: Shared) -> float | None:
    shorter = min(shared.words, shared.other_words)
    return shared.counted / shorter if shorter else None


def sentence(shared: Shared, item: EvidenceItem, other: EvidenceItem, unread: int) -> str:
    """What the comparison found, with what it could not look at."""
    said = _not_compared(unread)
    share = _share(shared)
    if share is None:
        empty = item if not shared.words else other
        return f"{_named(empty)[:1].upper()}{_named(empty)[1:]} has no words, so the two were not compared."
    shorter, longer = (item, other) if shared.words <= shared.other_words else (other, item)
    if not shared.counted:
        return f"No {SHORTEST_RUN} words in a row stand in both items.{said}"
    return f"{percent(share)} of the words of {_named(shorter)} stand in {_named(longer)} too.{said}"


def percent(share: float) -> str:
    """A share in whole per cent; all and nothing are said only where they hold."""
    exact = round(share * _WHOLE, 6)  # 57.0, where the product is 56.99999999999999
    hundredths = floor(exact) if share > 1 / 2 else ceil(exact)
    return f"{hundredths} %"


def _not_compared(unread: int) -> str:
    if not unread:
        return ""
    return (
        " 1 page has no words and was not compared."
        if unread == 1
        else (f" {unread} pages have no words and were not compared.")
    )


def _named(item: EvidenceItem) -> str:
    return item.label.lower() if is_whole_file(item.id) else f"item {item.id}"


def _unread(portfolio: Portfolio, item: EvidenceItem) -> int:
    """How many pages of the item have no words."""
    return sum(
        page in document_of(portfolio, span.file).pages_without_text for span in item.spans for page in span.pages
    )


def _files(workspace: Workspace, portfolio: Portfolio, item: EvidenceItem) -> FilePages:
    """Where the worker finds the words of the item."""
    found = []
    for span in item.spans:
        file = words_made(workspace, document_of(portfolio, span.file))
        found.append((str(file.path), span.pages))
    return tuple(found)
