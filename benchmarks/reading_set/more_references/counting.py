"""What this applicant's page numbers count, and whether a person could tell."""

from collections.abc import Callable
from dataclasses import dataclass

from .model import Item, Plan


@dataclass(frozen=True, kw_only=True)
class Layout:
    """Where everything stands: pages before the evidence, and the first page of each item in all pages."""

    before: int
    first: dict[str, int]
    offset: int

    def page(self, item: Item, page: int, *, divided: bool) -> int:
        """The position in all pages of a page of the item's text."""
        return self.first[item.id] + page - 1 + divided


def layout_of(plan: Plan, before: int) -> Layout:
    """The layout where this many pages come before the evidence; missing items are written as if they stood last."""
    first, at = {}, before + 1
    for item in (*(one for one in plan.items if one.sent), *(one for one in plan.items if not one.sent)):
        first[item.id] = at
        at += item.pages + plan.divided
    return Layout(before=before, first=first, offset=1 if plan.offset > 0 else before)


def numbering(plan: Plan, layout: Layout, counting: str) -> Callable[[Item, int], int]:
    """How a page of an item's text is written under a counting."""
    shift = {"item": plan.divided, "item_after_divider": 0, "none": 0}
    if counting in shift:
        return lambda _item, page: page + shift[counting]
    less = layout.offset if counting == "printed" else 0
    return lambda item, page: layout.page(item, page, divided=plan.divided) - less


def can_be_told(plan: Plan, layout: Layout) -> bool:
    """Whether each other counting goes wrong at two references or more, or a sentence says what is counted."""
    if plan.counting == "none" or plan.carrier != "pdf":
        return True
    rivals = {"item", "portfolio"} | ({"item_after_divider"} if plan.divided else set())
    rivals |= {"printed"} if plan.counting == "printed" else set()
    enough = 1 if plan.statement else 2
    return all(_misses(plan, layout, rival) >= enough for rival in rivals - {plan.counting})


def _misses(plan: Plan, layout: Layout, rival: str) -> int:
    """References that under the rival lead out of their item or past the part that they name."""
    true, other = numbering(plan, layout, plan.counting), numbering(plan, layout, rival)
    missed = 0
    for cell in plan.cells:
        for reference in cell.references:
            item, hint = reference.item, reference.hint
            if not item.sent or not hint.pages:
                continue
            back = {other(item, page): page for page in range(1 - plan.divided, item.pages + 1)}
            led = [back.get(true(item, page)) for page in hint.pages]
            missed += None in led or any(part.page not in led for part in hint.parts)
    return missed
