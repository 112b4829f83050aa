"""Which parts of which item are claimed for which sub-category, and how page numbers are counted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Final

from .chance import chance, codes
from .evidence import Part
from .plan import Item, Plan

COUNTINGS: Final = ("item", "item_after_divider", "file", "portfolio", "printed")


@dataclass(frozen=True, kw_only=True)
class Laid:
    """Where the evidence lies. Pages are positions in the file; ``nominal`` items have pages that nobody can know."""

    files: Mapping[str, str]
    spans: Mapping[str, tuple[int, int]]
    parts: Mapping[str, Mapping[Part, int]]
    printed: Mapping[tuple[str, int], int] = field(default_factory=dict)
    nominal: frozenset[str] = frozenset()
    beside: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Ref:
    """A claim: an item for a sub-category, at pages (positions in its file) or a part, or neither."""

    code: str
    item: Item
    pages: tuple[tuple[int, int], ...] = ()
    part: Part | None = None
    beyond: bool = False

    @property
    def placed(self) -> bool:
        """Whether any place is named."""
        return bool(self.pages or self.part)


def claimed(plan: Plan, laid: Laid) -> tuple[Ref, ...]:
    """All claims, in the order of the sub-categories and of the items."""
    rng = chance("claims", plan.habits.seed)
    refs = [_claim(plan, laid, code, item, rng) for code in codes() for item in plan.items if code in item.claimed]
    if plan.habits.strays == "beyond" and plan.habits.counting in {"item", "item_after_divider"}:
        fit = [at for at, ref in enumerate(refs) if ref.pages and not ref.part and ref.item.id not in laid.nominal]
        for at in rng.sample(fit, min(len(fit), 2)):
            last = laid.spans[refs[at].item.id][1]
            far = last + rng.choice((2, 5, 9))
            refs[at] = Ref(code=refs[at].code, item=refs[at].item, pages=((far, far),), beyond=True)
    return tuple(refs)


def _claim(plan: Plan, laid: Laid, code: str, item: Item, rng: Random) -> Ref:
    how = plan.habits.places
    if how == "none" or not item.sent or (how == "pages_some" and rng.random() < 0.5):
        return Ref(code=code, item=item)
    parts = laid.parts.get(item.id, {})
    whole_word = plan.habits.form == "docx"
    part = rng.choice(list(parts)) if parts and (how == "parts" or (how == "both" and rng.random() < 0.6)) else None
    if how == "parts" or (item.id in laid.nominal and not whole_word):
        return Ref(code=code, item=item, part=part if rng.random() < 0.85 else None)
    if part and rng.random() < 0.7:
        at = parts[part]
        return Ref(code=code, item=item, pages=((at, at),), part=part)
    if part:
        return Ref(code=code, item=item, part=part)
    return Ref(code=code, item=item, pages=_pages(item, laid, rng))


def _pages(item: Item, laid: Laid, rng: Random) -> tuple[tuple[int, int], ...]:
    first, last = laid.spans[item.id]
    first += item.divider
    if item.carrier in {"eml", "jpg"} or (first == last and rng.random() < 0.4):
        return ()
    count = last - first + 1
    if count >= 3 and rng.random() < 0.25:
        return ((first, first), (last, last))
    if count >= 2 and rng.random() < 0.4:
        begin = rng.randint(first, last - 1)
        return ((begin, rng.randint(begin + 1, last)),)
    at = rng.randint(first, last)
    return ((at, at),)


def number(laid: Laid, item: Item, at: int, counting: str) -> int | None:
    """The number that a page has in a way of counting."""
    first = laid.spans[item.id][0]
    if counting == "printed":
        return laid.printed.get((laid.files[item.id], at))
    return {"item": at - first + 1, "item_after_divider": at - first + 1 - item.divider}.get(counting, at)


def numbers(laid: Laid, ref: Ref, counting: str) -> list[tuple[int, int]]:
    """The page numbers of a claim, as ranges."""
    made = []
    for begin, end in ref.pages:
        one, two = number(laid, ref.item, begin, counting), number(laid, ref.item, end, counting)
        made.append((one or 0, two or 0))
    return made


def hint_of(laid: Laid, ref: Ref, counting: str) -> str | None:
    """The page hint as the answers say it."""
    said = [str(one) if one == two else f"{one}-{two}" for one, two in numbers(laid, ref, counting)]
    return ", ".join(said) or None


def same_countings(plan: Plan, laid: Laid, refs: tuple[Ref, ...]) -> list[str]:
    """Other countings that lead every hint to the same pages."""
    mine = plan.habits.counting
    hinted = [ref for ref in refs if ref.pages and not ref.beyond]
    several = len(set(laid.files.values())) > 1
    return [
        other
        for other in COUNTINGS
        if other != mine
        and not (other == "portfolio" and several)
        and all(numbers(laid, ref, other) == numbers(laid, ref, mine) for ref in hinted)
    ]
