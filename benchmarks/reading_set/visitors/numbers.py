"""What the numbers of pages are, by each way of counting, and whether a stranger could tell which was meant."""

from dataclasses import dataclass

from .chance import chance
from .habits import Habits
from .model import Evidence, Item, Plan, Ref

WAYS = ("item", "item_after_divider", "file", "portfolio", "printed")


def numbering_of(habits: Habits) -> str:
    """What is printed on the pages: numbers of each item, of extracts, through all of it, or nothing."""
    rng = chance("numbering", habits.seed)
    if habits.counting in {"portfolio", "file"}:
        return "running" if rng.random() < 0.6 or habits.segments == "contents_pages" else "none"
    if habits.counting == "printed":
        through = habits.segments in {"volumes", "contents_pages"} or (habits.bound and rng.random() < 0.6)
        return "running" if through else "extracts"
    return "own" if rng.random() < 0.6 else "none"


def in_figures(pages: tuple[tuple[int, int], ...], dash: str = "-") -> str:
    """Pages as "3-5, 8"."""
    return ", ".join(str(first) if first == last else f"{first}{dash}{last}" for first, last in pages)


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """The numbers of pages of a portfolio."""

    plan: Plan
    evidence: Evidence

    def number(self, way: str, item: Item, page: int) -> int | None:
        """The number of a written page of an item; None where this way has none for it."""
        habits = self.plan.habits
        if way == "item":
            return page + item.divider
        if way == "item_after_divider":
            return page
        if item.id not in self.evidence.spans:
            return None
        position = self.evidence.spans[item.id][0] + page - 1 + item.divider
        if way == "file":
            return position
        if way == "portfolio":
            return position if habits.bound else None
        return self._printed(item, page, position)

    def _printed(self, item: Item, page: int, position: int) -> int | None:
        printed = numbering_of(self.plan.habits)
        if printed == "running" and self.evidence.running is not None:
            first = min(span[0] for span in self.evidence.spans.values())
            return self.evidence.running + position - first
        return item.first + page - 1 if printed in {"own", "extracts"} else None

    def shown(self, ref: Ref) -> tuple[tuple[int, int], ...]:
        """The pages of a reference as this applicant numbers them."""
        way = self.plan.habits.counting
        made = []
        for pair in ref.pages:
            first, last = (self.number(way, ref.item, page) for page in pair)
            if first is None or last is None:
                raise ValueError(f"seed {self.plan.habits.seed}: {ref.item.id} has no page number")
            made.append((first, last))
        return tuple(made)

    def hinted(self, refs: tuple[Ref, ...]) -> list[Ref]:
        """The references with pages that lead somewhere."""
        return [ref for ref in refs if ref.pages and ref.item.sent and not ref.beyond]

    def same(self, refs: tuple[Ref, ...]) -> list[str]:
        """The other ways by which all hints lead to the same pages."""
        mine = self.plan.habits.counting
        return [
            way
            for way in WAYS
            if way != mine
            and all(
                self.number(way, ref.item, page) == self.number(mine, ref.item, page)
                for ref in self.hinted(refs)
                for pair in ref.pages
                for page in pair
            )
        ]

    def unclear(self, refs: tuple[Ref, ...]) -> bool:
        """Whether another way fits the numbers about as well, so that a sentence must say which was meant."""
        hinted, same = self.hinted(refs), self.same(refs)
        for way in WAYS:
            if way == self.plan.habits.counting or way in same:
                continue
            if sum(not self._fits(way, ref) for ref in hinted) < max(2, 0.4 * len(hinted)):
                return bool(hinted)
        return False

    def _fits(self, way: str, ref: Ref) -> bool:
        pages = range(1 - ref.item.divider, self.evidence.length(ref.item) + 1)
        known = {self.number(way, ref.item, page) for page in pages}
        return all(page in known for pair in self.shown(ref) for page in pair)
