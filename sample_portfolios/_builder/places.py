"""Where things came to stand: pages of items, and what a reference in the table says and leads to."""

import re
from dataclasses import dataclass

from .plan import Item, Plan, Row

REFERENCE = re.compile(r"(?P<item>[^@]+)(?:@(?P<first>[\w-]+)(?:\.\.(?P<last>[\w-]+))?(?:\+(?P<also>[\w-]+))?)?")
MARK = re.compile(r"\{(?P<item>[^@{}]+)@(?P<name>[\w-]+)\}")


@dataclass(frozen=True, kw_only=True)
class Placed:
    """An item in its file: first and last page there, and the pages of the places its text names, all from 1."""

    item: Item
    file: str
    first: int
    last: int
    marks: dict[str, int]


@dataclass(frozen=True, kw_only=True)
class Target:
    """Where one reference leads. ``hint`` is the page as the applicant wrote it, or None. No pages: it leads nowhere."""

    item_id: str
    file: str | None
    pages: tuple[int, ...]
    hint: str | None
    beyond: bool = False  # the hint names a page that the item does not have


@dataclass(frozen=True, kw_only=True)
class Places:
    """Every placed item of a portfolio, and how its applicant counts pages (``item``, ``portfolio`` or ``printed``).

    ``offset`` is how many pages stand before the page that is printed as 1.
    """

    plan: Plan
    placed: tuple[Placed, ...]
    offset: int = 0

    def of(self, item_id: str) -> Placed | None:
        """The placed item, or None when it was not sent."""
        return next((placed for placed in self.placed if placed.item.id == item_id), None)

    def written(self, placed: Placed, page: int) -> int:
        """A page of the file as the applicant counts it."""
        counting = self.plan.labels.get("counting", "item")
        return {"item": page - placed.first + 1, "portfolio": page, "printed": page - self.offset}[counting]

    def target(self, reference: str) -> Target:
        """What a reference of the plan leads to."""
        parts = REFERENCE.fullmatch(reference)
        if parts is None:
            raise ValueError(f"{reference!r} is not a reference")
        placed = self.of(parts["item"])
        first = parts["first"]
        if placed is None:
            return Target(item_id=parts["item"], file=None, pages=(), hint=first and first.removeprefix("p"))
        if first is None:
            return Target(
                item_id=parts["item"], file=placed.file, pages=tuple(range(placed.first, placed.last + 1)), hint=None
            )
        if first not in placed.marks:  # a page that the item does not have, so the whole item is meant
            everything = tuple(range(placed.first, placed.last + 1))
            return Target(
                item_id=parts["item"], file=placed.file, pages=everything, hint=first.removeprefix("p"), beyond=True
            )
        pages = list(range(placed.marks[first], placed.marks[parts["last"] or first] + 1))
        hint = "-".join(dict.fromkeys(str(self.written(placed, page)) for page in (pages[0], pages[-1])))
        if parts["also"] and placed.marks[parts["also"]] not in pages:
            pages.append(placed.marks[parts["also"]])
            hint += f", {self.written(placed, pages[-1])}"
        return Target(item_id=parts["item"], file=placed.file, pages=tuple(pages), hint=hint)

    def cell(self, row: Row) -> str:
        """The text of the evidence cell of a row."""
        if row.text is not None:
            return MARK.sub(self._page_number, row.text)
        return self.plan.labels.get("between", "; ").join(self._reference(reference) for reference in row.refs)

    def _page_number(self, match: re.Match[str]) -> str:
        placed = self.of(match["item"])
        if placed is None:
            raise KeyError(match["item"])
        return str(self.written(placed, placed.marks[match["name"]]))

    def _reference(self, reference: str) -> str:
        target = self.target(reference)
        form = "whole" if target.hint is None else "pages" if "-" in target.hint or "," in target.hint else "page"
        name = (target.file or "").split("/")[-1]
        text = self.plan.labels[form].format(id=target.item_id, p=target.hint, file=name)
        item = self.plan.item(target.item_id)
        return f"{text} (simulated)" if item and item.simulated else text
