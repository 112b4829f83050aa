"""What the numbers of pages are by each way of counting, and whether a sentence must say which is meant."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from .model import Item, Plan, Ref

WAYS: Final = ("item", "item_after_divider", "file", "portfolio", "printed")
OF_HABIT: Final = {"undivided": "item_after_divider"}


def spans(pairs: tuple[tuple[int, int], ...], dash: str = "-", comma: str = ", ") -> str:
    """Runs of pages in figures."""
    return comma.join(str(first) if first == last else f"{first}{dash}{last}" for first, last in pairs)


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """Where each item begins in its file (its divider, if it has one), and the number printed there."""

    plan: Plan
    begins: Mapping[str, int]
    printed: Mapping[str, int | None]

    @property
    def way(self) -> str:
        """How this applicant counts."""
        return OF_HABIT.get(self.plan.habit.counting, self.plan.habit.counting)

    @property
    def divider(self) -> int:
        """Sheets that stand before each item."""
        return int(self.plan.habit.divided)

    def number(self, way: str, item: Item, page: int) -> int | None:
        """The number of a written page; None where this way has none for it."""
        if way == "item":
            return page + self.divider
        if way == "item_after_divider":
            return page
        if item.id not in self.begins:
            return None
        if way == "printed":
            first = self.printed.get(item.id)
            return None if first is None else first + page - 1 + self.divider
        if way == "portfolio" and not self.plan.habit.bound:
            return None
        return self.begins[item.id] + page - 1 + self.divider

    def shown(self, ref: Ref) -> tuple[tuple[int, int], ...]:
        """The pages of a reference as this applicant numbers them."""
        made = []
        for first, last in ref.pages:
            one, other = self.number(self.way, ref.item, first), self.number(self.way, ref.item, last)
            if one is None or other is None:
                raise ValueError(f"seed {self.plan.habit.seed}: no page number in {ref.id}")
            made.append((one, other))
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
        return [way for way in WAYS if way != self.way and all(self._agrees(way, ref) for ref in self.hinted)]

    def _agrees(self, way: str, ref: Ref) -> bool:
        pages = [page for pair in ref.pages for page in pair]
        return all(self.number(way, ref.item, page) == self.number(self.way, ref.item, page) for page in pages)

    def unclear(self) -> bool:
        """Whether another way would fit most hints too, so that a sentence must say which was meant."""
        hinted, same = self.hinted, self.same()
        for way in WAYS:
            if way != self.way and way not in same:
                fits = sum(self._fits(way, ref) for ref in hinted)
                if fits > 0.6 * len(hinted):
                    return True
        return False

    def _fits(self, way: str, ref: Ref) -> bool:
        """Whether the numbers shown are pages of the item by this way of counting."""
        length = self.plan.laid[ref.item.id].length
        known = {self.number(way, ref.item, page) for page in range(1 - self.divider, length + 1)}
        return all(page in known for pair in self.shown(ref) for page in pair)
