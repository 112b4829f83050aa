"""What the numbers of pages are, by each way of counting, and whether a stranger could tell which was meant."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from .model import Item, Plan, Ref
from .said import spans

WAYS: Final = ("item", "item_after_divider", "file", "portfolio", "printed")


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """Where each item begins (position in its file) and what is printed on its first page (None for nothing)."""

    plan: Plan
    begins: Mapping[str, int]
    printed: Mapping[str, int | None]

    def number(self, way: str, item: Item, page: int) -> int | None:
        """The number of a written page of an item; None where this way has none for it."""
        if way == "item":
            return page + item.divider
        if way == "item_after_divider":
            return page
        if item.id not in self.begins:
            return None
        if way == "printed":
            first = self.printed.get(item.id)
            return None if first is None else first + page - 1 + item.divider
        if way == "portfolio" and not self.plan.choice.bound:
            return None
        return self.begins[item.id] + page - 1 + item.divider

    def shown(self, ref: Ref) -> tuple[tuple[int, int], ...]:
        """The pages of a reference as this applicant numbers them."""
        made = []
        for first, last in ref.pages:
            numbers = [self.number(self.plan.choice.counting, ref.item, page) for page in (first, last)]
            if numbers[0] is None or numbers[1] is None:
                raise ValueError(f"seed {self.plan.choice.seed}: {ref.item.id} has no page number")
            made.append((numbers[0], numbers[1]))
        return tuple(made)

    def hint(self, ref: Ref) -> str | None:
        """The pages as answers write them."""
        return spans(self.shown(ref)) or None

    @property
    def hinted(self) -> list[Ref]:
        """The references with pages that lead somewhere."""
        return [ref for ref in self.plan.refs if ref.pages and ref.item.sent and not ref.beyond]

    def same(self) -> list[str]:
        """The other ways by which all hints lead to the same pages."""
        return [
            way
            for way in WAYS
            if way != self.plan.choice.counting and all(self._agrees(way, ref) for ref in self.hinted)
        ]

    def _agrees(self, way: str, ref: Ref) -> bool:
        return all(
            self.number(way, ref.item, page) == self.number(self.plan.choice.counting, ref.item, page)
            for pair in ref.pages
            for page in pair
        )

    def unclear(self) -> bool:
        """Whether another way fits the hints about as well, so that a sentence must say which was meant."""
        hinted = self.hinted
        for way in WAYS:
            if way == self.plan.choice.counting or way in self.same():
                continue
            misfits = sum(not self._fits(way, ref) for ref in hinted)
            if misfits < max(2, 0.4 * len(hinted)):
                return bool(hinted)
        return False

    def _fits(self, way: str, ref: Ref) -> bool:
        """Whether the shown numbers are pages of the item by this way of counting."""
        length = len(ref.item.work.sheets)
        known = {self.number(way, ref.item, page) for page in range(1 - ref.item.divider, length + 1)}
        return all(page in known for pair in self.shown(ref) for page in pair)
