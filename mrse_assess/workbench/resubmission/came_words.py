"""What became of an item, in words."""

from collections.abc import Mapping
from typing import Final

from mrse_assess.model.listing import listed
from mrse_assess.workbench.resubmission.attempt_views import CameItem
from mrse_assess.workbench.resubmission.changes import Change, Changes, ItemChange

BEFORE: Final = "the version before"

_SHORT: Final[Mapping[Change, str]] = {
    Change.UNCHANGED: "same",
    Change.SAME_WORDS: "same words",
    Change.CHANGED: "changed",
    Change.NEW: "new",
    Change.GONE: "not sent",
}
_LONG: Final[Mapping[Change, str]] = {
    Change.UNCHANGED: "The same pages as in {before}.",
    Change.SAME_WORDS: "The same words as in {before}, in another file; pictures are not compared.",
    Change.CHANGED: "Changed since {before}.",
    Change.NEW: "New: {before} had no item of this label.",
    Change.GONE: "Not sent again: only {before} has it.",
}


def came_items(changes: Changes, before: str) -> tuple[CameItem, ...]:
    """Every item of the later portfolio, then those that only the earlier one has; ``before`` names the earlier."""
    return tuple(_item(one, before) for one in changes.items)


def _item(one: ItemChange, before: str) -> CameItem:
    also = listed(one.sent_before_as)
    is_new_name = bool(also) and one.change in {Change.NEW, Change.CHANGED}
    more = f" Its content was item{'s' * (len(one.sent_before_as) > 1)} {also} there." if is_new_name else ""
    return CameItem(
        evidence_id=one.evidence_id,
        title=one.title,
        change=one.change,
        words=f"was {also}" if is_new_name else _SHORT[one.change],
        sentence=f"{_LONG[one.change].format(before=before)}{more}",
    )
