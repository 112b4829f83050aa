"""Which sub-category refers to which item, and to which place in it."""

from collections.abc import Mapping
from dataclasses import replace
from random import Random
from typing import Final

from .chance import chance
from .model import Item, Paper, Ref, Spot
from .plan import Plan
from .vocabulary import subs

_SIMULATED_AT_MOST: Final = 2


def refs_of(plan: Plan, items: tuple[Item, ...], papers: Mapping[str, Paper]) -> tuple[Ref, ...]:
    """All references, in the order of the scheme; none where there is no table."""
    if plan["table"] == "none":
        return ()
    rng = chance("claims", plan.seed)
    left_out = set(rng.sample([sub for sub in subs() if sub != "3"], rng.choice((0, 0, 1, 2))))
    refs: list[Ref] = []
    for sub in subs():
        if sub in left_out or not _natural(items, sub):
            continue
        refs += [_ref(plan, rng, sub, item, papers) for item in _cited(rng, items, sub)]
    refs += _uncited(plan, rng, items, refs, papers)
    order = subs()
    refs.sort(key=lambda ref: order.index(ref.sub))
    return tuple(_simulated(plan, rng, _families(plan, rng, refs)))


def _natural(items: tuple[Item, ...], sub: str) -> list[Item]:
    fitting = [item for item in items if not item.orphan and sub in item.topic.subs]
    near = [item for item in items if not item.orphan and item.main[0] == sub[0]]
    return fitting or near


def _cited(rng: Random, items: tuple[Item, ...], sub: str) -> list[Item]:
    """The items that a sub-category cites, now and then one of the neighbours."""
    fitting = _natural(items, sub)
    wanted = min(len(fitting), rng.choice((1, 2, 2, 3)) if sub != "3" else 3)
    chosen = rng.sample(fitting, wanted)
    if rng.random() < 0.2:
        other = rng.choice([item for item in items if not item.orphan and item.sent])
        chosen += [other] if other not in chosen else []
    return sorted(chosen, key=items.index)


def _uncited(
    plan: Plan, rng: Random, items: tuple[Item, ...], refs: list[Ref], papers: Mapping[str, Paper]
) -> list[Ref]:
    """References to items that would be cited by nobody, and are meant to be; the missing ones among them."""
    cited = {ref.id for ref in refs}
    there = {ref.sub for ref in refs}
    return [
        _ref(plan, rng, next((sub for sub in item.topic.subs if sub in there), "3"), item, papers)
        for item in items
        if not item.orphan and item.id not in cited
    ]


def _ref(plan: Plan, rng: Random, sub: str, item: Item, papers: Mapping[str, Paper]) -> Ref:
    plain = Ref(sub=sub, id=item.id, short=item.short, items=(item,))
    if plan["form"] == "docx" or not item.sent or item.path.endswith((".eml", ".jpg", ".docx")):
        return plain
    taken = papers[item.id]
    spot, at = _spot(plan, rng, taken)
    if plan["table"] == "inverted":
        spot = None
    paged = plan["counting"] != "none" and rng.random() < (0.75 if spot is None else 0.35)
    if plan["table"] == "ticks":
        spot = None
        paged = plan["counting"] != "none" and rng.random() < 0.8
    if not paged:
        return replace(plain, spot=spot)
    return replace(plain, spot=spot, pages=(at,) if spot else _pages(plan, rng, taken))


def _spot(plan: Plan, rng: Random, taken: Paper) -> tuple[Spot | None, int]:
    share = {"never": 0.0, "sometimes": 0.3, "often": 0.65}[plan["placed"]]
    if not taken.spots or rng.random() >= share:
        return None, 0
    return rng.choice(taken.spots)


def _pages(plan: Plan, rng: Random, taken: Paper) -> tuple[int, ...]:
    """Some pages of the item's text, in a row or now and then two apart."""
    first = 1 + plan.divided
    length = taken.count - first + 1
    if plan["table"] in {"ticks", "inverted"}:
        return (rng.randint(first, taken.count),)
    if length >= 4 and rng.random() < 0.15:
        return (first, first + rng.randint(2, length - 1))
    start = rng.randint(first, taken.count)
    end = rng.randint(start, min(taken.count, start + 2))
    return tuple(range(start, end + 1))


def _families(plan: Plan, rng: Random, refs: list[Ref]) -> list[Ref]:
    """Once or twice a number stands for all its parts."""
    if plan["segments"] != "sub_items" or not plan.single or plan["table"] in {"ticks", "inverted"}:
        return refs
    by_parent: dict[str, list[Item]] = {}
    for ref in refs:
        for item in ref.items:
            family = by_parent.setdefault(item.parent, [])
            if item.parent and item not in family:
                family.append(item)
    parents = [parent for parent, family in by_parent.items() if parent and len(family) > 1]
    for parent in rng.sample(parents, min(1, len(parents))):
        family = sorted(by_parent[parent], key=lambda item: item.id)
        sub = next(ref.sub for ref in refs if ref.items[0] in family)
        kept = [ref for ref in refs if ref.sub != sub or ref.items[0] not in family]
        at = next(number for number, ref in enumerate(refs) if ref.sub == sub)
        short = family[0].short.removesuffix(family[0].id[-1])
        kept.insert(min(at, len(kept)), Ref(sub=sub, id=parent, short=short, items=tuple(family)))
        refs = kept
    order = subs()
    return sorted(refs, key=lambda ref: order.index(ref.sub))


def _simulated(plan: Plan, rng: Random, refs: list[Ref]) -> list[Ref]:
    """One item is hypothetical, wherever it is cited."""
    if plan["notes"] == "none":
        return refs
    uses: dict[str, set[str]] = {}
    for ref in refs:
        for item in ref.items:
            uses.setdefault(item.id, set()).add(ref.sub)
    families = {item.id for ref in refs if len(ref.items) > 1 for item in ref.items}
    fitting = [
        ref.items[0].id
        for ref in refs
        if ref.items[0].sent
        and ref.items[0].topic.kind in {"risk", "mail", "protocol", "report"}
        and len(uses[ref.items[0].id]) <= _SIMULATED_AT_MOST
        and ref.items[0].id not in families
    ]
    if not fitting:
        return refs
    chosen = rng.choice(fitting)
    lettered = plan["table"] == "ticks" and plan["notes"] == "key"  # the letter stands where the page would
    return [
        replace(ref, simulated=True, pages=() if lettered else ref.pages) if ref.id == chosen else ref for ref in refs
    ]
