"""Groups of pieces that are not independent of each other, as they are offered to whoever judges or settles an item."""

from collections.abc import Iterable, Iterator
from itertools import count, product

from mrse_assess.model.judgement import Judgement
from mrse_assess.workbench.views import GroupChoice

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def groups_offered(rows: Iterable[Judgement], sub_category: str, evidence_id: str) -> tuple[GroupChoice, ...]:
    """The groups in use in these rows, and the next free one, for this item."""
    members: dict[str, list[str]] = {}
    for row in rows:
        if row.sub_category == sub_category and row.independent_group:
            who = "this item" if row.evidence_id == evidence_id else f"item {row.evidence_id}"
            members.setdefault(row.independent_group, []).append(who)
    free = next(name for name in _names() if name not in members)
    named = {group: ", ".join(who) for group, who in sorted(members.items())}
    return tuple(GroupChoice(id=group, members=who) for group, who in (named | {free: "new group"}).items())


def _names() -> Iterator[str]:
    """A to Z, then AA, AB and so on."""
    for length in count(1):
        yield from map("".join, product(LETTERS, repeat=length))
