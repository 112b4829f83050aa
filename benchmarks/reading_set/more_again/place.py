"""Where pages stand, and by which numbers this applicant calls them."""

from collections.abc import Callable
from dataclasses import dataclass

from .model import Item, Plan

Numbering = Callable[[Item, int], int]
"""(item, page of its text from 1; 0 is its divider) -> the number that the applicant writes."""


@dataclass(frozen=True, kw_only=True)
class Layout:
    """Pages in front of the evidence, and the first page of each item: among all pages, and in its file."""

    before: int
    first: dict[str, int]
    in_file: dict[str, int]
    lengths: dict[str, int]  # pages of each file, the front's under ""


def drawn(plan: Plan) -> list[Item]:
    """The items that are sent as pages of PDF."""
    return [item for item in plan.items if item.sent and item.file.rpartition(".")[2] in {"", "pdf"}]


def layout_of(plan: Plan, before: int) -> Layout:
    """The layout when this many pages come first."""
    first, in_file, lengths, at = {}, {}, {"": before}, before + 1
    for item in drawn(plan):
        first[item.id] = at
        in_file[item.id] = lengths.get(item.file, 0) + 1
        lengths[item.file] = lengths.get(item.file, 0) + item.pages + plan.divided
        at += item.pages + plan.divided
    return Layout(before=before, first=first, in_file=in_file, lengths=lengths)


def numbering(plan: Plan, layout: Layout, counting: str) -> Numbering:
    """How a page is called under a counting. What was not sent is called as if it stood after everything."""
    end = layout.before + sum(item.pages + plan.divided for item in drawn(plan)) + 1

    def called(item: Item, page: int) -> int:
        if counting in {"item", "none"}:
            return page + plan.divided
        if counting == "item_after_divider":
            return page
        firsts = layout.in_file if counting == "file" else layout.first
        less = offset(plan, layout) if counting == "printed" else 0
        return firsts.get(item.id, end) + page - 1 + plan.divided - less

    return called


def offset(plan: Plan, layout: Layout) -> int:
    """Pages before the one that is printed as 1."""
    return layout.before if plan.restart else 1


def also(plan: Plan, layout: Layout) -> list[str]:
    """Other countings by which every hint leads to the same pages."""
    own = numbering(plan, layout, plan.counting)
    found = []
    for other in ("item", "item_after_divider", "file", "portfolio"):
        rival = numbering(plan, layout, other)
        if other != plan.counting and all(
            own(item, page) == rival(item, page)
            for row in plan.rows
            for ref in row.refs
            for item in ref.items
            for page in ref.hint.pages
        ):
            found.append(other)
    return found


def misses(plan: Plan, layout: Layout) -> int:
    """The least number of references that a rival counting leads out of their items."""
    own = numbering(plan, layout, plan.counting)
    least = 99
    for other in {"item", "item_after_divider", "file", "portfolio", "printed"} - {plan.counting, *also(plan, layout)}:
        rival = numbering(plan, layout, other)
        missed = 0
        for row in plan.rows:
            for ref in row.refs:
                for item in ref.items[: bool(ref.hint.pages)]:
                    pages = {rival(item, page) for page in range(1 - plan.divided, item.pages + 1)}
                    missed += any(own(item, page) not in pages for page in ref.hint.pages)
        least = min(least, missed)
    return least
