"""What page numbers mean: from a page of an item to the number that the applicant writes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from .model import Item, Place, Story
from .plan import Plan

COUNTINGS: Final = ("item", "item_after_divider", "file", "portfolio", "printed")


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """Counts pages. ``front`` is the number of pages before the evidence in the same file."""

    plan: Plan
    story: Story
    places: Mapping[str, Place]
    front: int

    def page(self, item: Item, page: int) -> int:
        """The number that the applicant writes for a page of an item, which counts from 1 with its title sheet."""
        return self.counted(self.plan["counting"], item, page)

    def counted(self, counting: str, item: Item, page: int) -> int:
        """The same in any counting."""
        if counting == "item_after_divider":
            return page - self.plan.divided
        if counting == "printed":
            return self.printed(self.story.papers[item.id].first + page - 1)
        first = self.places[item.id].first
        if counting in {"file", "portfolio"} and first is not None:
            return first + page - 1
        return page

    def printed(self, sheet: int) -> int:
        """The number at the foot of a sheet of the evidence, which count from 1."""
        if self.plan["counting"] == "portfolio":
            return sheet + self.front
        return sheet + (self.front - 1 if self.plan.seed % 2 and self.plan.single else 0)

    def also(self) -> tuple[str, ...]:
        """Other countings by which every hint leads to the same pages."""
        hinted = [(ref.items[0], page) for ref in self.story.refs for page in ref.pages]
        own = [self.page(item, page) for item, page in hinted]
        fitting = [one for one in COUNTINGS if one != "printed" or self.plan.numbered]
        return tuple(
            one
            for one in fitting
            if one != self.plan["counting"] and [self.counted(one, item, page) for item, page in hinted] == own
        )


def ranged(numbers: list[int]) -> str:
    """Numbers as runs: "3-5, 8"."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)
