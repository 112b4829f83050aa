"""Which item is claimed for which sub-category, and with which part of it."""

from random import Random

from .chance import chance
from .data import codes
from .model import Evidence, Item, Part, Plan, Ref


def claimed(plan: Plan, evidence: Evidence) -> tuple[Ref, ...]:
    """The references in the order of the sub-categories."""
    habits = plan.habits
    if habits.table == "none":
        return ()
    rng = chance("claims", habits.seed)
    orphans = _orphans(plan, rng)
    made = []
    for code in codes():
        for item in plan.items:
            wanted = item.codes[0] == code or (code in item.codes and rng.random() < 0.75)
            if wanted and item.id not in orphans:
                made.append(_placed(plan, evidence, Ref(code=code, item=item), rng))
    return tuple(_beyond(plan, evidence, made))


def _orphans(plan: Plan, rng: Random) -> set[str]:
    if plan.habits.strays not in {"orphan", "both"}:
        return set()
    fitting = [item.id for item in plan.sent if not item.simulated]
    return set(rng.sample(fitting, min(len(fitting) - 2, rng.choice((1, 1, 2)))))


def _placed(plan: Plan, evidence: Evidence, ref: Ref, rng: Random) -> Ref:
    """The reference with the place that this applicant gives for it, if any."""
    item, places = ref.item, plan.habits.places
    if places == "none" or item.beside or not item.sent:
        return ref
    parts = list(evidence.parts.get(item.id, {}))
    length = evidence.length(item)
    roll = rng.random()
    if parts and places in {"sections", "both"} and roll < (0.7 if places == "sections" else 0.3):
        return Ref(code=ref.code, item=item, part=_part(parts, rng))
    if places in {"pages", "both"} and length > 1 and item.carrier == "pdf" and roll < 0.85:
        pages = _pages(length, rng)
        if places == "both" and len(pages) == 1 and pages[0][0] == pages[0][1] and rng.random() < 0.35:
            there = [part for part, page in evidence.parts.get(item.id, {}).items() if page == pages[0][0]]
            part = _part(there, rng) if there else None
            return Ref(code=ref.code, item=item, pages=pages, part=part)
        return Ref(code=ref.code, item=item, pages=pages)
    return ref


def _part(parts: list[Part], rng: Random) -> Part:
    """Tables and figures are named more often than sections, where there are any."""
    rare = [part for part in parts if part.kind in {"table", "figure"}]
    return rng.choice(rare) if rare and rng.random() < 0.4 else rng.choice(parts)


def _pages(length: int, rng: Random) -> tuple[tuple[int, int], ...]:
    first = rng.randint(1, length)
    if length > 3 and rng.random() < 0.1:
        return ((1, 1), (3, rng.randint(3, length)))
    if length > first and rng.random() < 0.45:
        return ((first, rng.randint(first + 1, min(length, first + 3))),)
    return ((first, first),)


def _beyond(plan: Plan, evidence: Evidence, refs: list[Ref]) -> list[Ref]:
    """Once, in some portfolios, a page is named that the item does not have."""
    if plan.habits.strays != "beyond" or not plan.habits.counting.startswith("item"):
        return refs
    for at, ref in enumerate(refs):
        if ref.pages and ref.part is None:
            past = evidence.length(ref.item) + 20
            refs[at] = Ref(code=ref.code, item=ref.item, pages=((past, past),), beyond=True)
            break
    return refs


def of_code(refs: tuple[Ref, ...], code: str) -> list[Ref]:
    """What is claimed for a sub-category."""
    return [ref for ref in refs if ref.code == code]


def of_item(refs: tuple[Ref, ...], item: Item) -> list[Ref]:
    """What an item is claimed for."""
    return [ref for ref in refs if ref.item.id == item.id]
