"""Which item is claimed for which sub-category, and with which place in it."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from .chance import chance
from .data import codes, words
from .desk import prose
from .model import Habit, Item, Part, Plan, Ref
from .numbers import OF_HABIT

_UNPLACED = frozenset({"ticks", "none"})


def claimed(plan: Plan, printed: frozenset[str]) -> tuple[Ref, ...]:
    """The references in the scheme's order; ``printed`` are the items that bear numbers of their own."""
    habit = plan.habit
    if habit.table == "none":
        return ()
    rng = chance("claims", habit.seed)
    orphans = _orphans(plan, rng)
    refs: list[Ref] = []
    for code in codes():
        named = [item for item in plan.items if code in item.codes and item.id not in orphans]
        refs += _families(
            plan, code, [_placed(plan, Ref(code=code, id=item.id, items=(item,)), printed, rng) for item in named], rng
        )
    return tuple(_remarked(habit, _beyond(plan, refs), rng))


def _orphans(plan: Plan, rng: Random) -> set[str]:
    if plan.habit.extra not in {"orphan", "both"}:
        return set()
    fit = [item.id for item in plan.sent if not item.simulated and not item.kin]
    return set(rng.sample(fit, rng.choice((1, 1, 2))))


def _families(plan: Plan, code: str, refs: list[Ref], rng: Random) -> list[Ref]:
    """Now and then all parts of an item are named by their number alone."""
    made: list[Ref] = []
    for ref in refs:
        kin = ref.item.kin
        if any(one.id == kin for one in made if kin):
            continue
        sisters = tuple(item for item in plan.sent if kin and item.kin == kin)
        whole = (
            plan.habit.table not in {"inverted", "ticks"}
            and len(sisters) > 1
            and ref.item.sent
            and not any(item.simulated for item in sisters)
            and rng.random() < 0.2
        )
        if whole and not any(one.item.kin == kin for one in made):
            made.append(Ref(code=code, id=kin, items=sisters))
        else:
            made.append(ref)
    return made


def _placed(plan: Plan, ref: Ref, printed: frozenset[str], rng: Random) -> Ref:
    """The reference with the place this applicant gives for it, if any."""
    habit, item = plan.habit, ref.item
    carrier = item.pieces[0].carrier
    if habit.where == "none" or habit.table == "none" or carrier in {"eml", "jpg"} or len(item.pieces) > 1:
        return ref
    roll = rng.random()
    parts = [] if habit.table in _UNPLACED else _pointed_at(item)
    if habit.where in {"sections", "both"} and parts and roll < (0.72 if habit.where == "sections" else 0.35):
        return replace(ref, parts=_some(parts, rng))
    if habit.where in {"pages", "both"} and roll < 0.85 and _counted(plan, item, carrier, printed):
        return _paged(plan, ref, parts, rng)
    return ref


def _pointed_at(item: Item) -> list[Part]:
    """Places that somebody would name: not the first words of the item, and each kind about as likely."""
    return [part for part in item.work.parts if not (part.kind == "slide" and part.number == "1")]


def _some(parts: Sequence[Part], rng: Random) -> tuple[Part, ...]:
    kind = rng.choice(sorted({part.kind for part in parts}))
    fit = [part for part in parts if part.kind == kind]
    one = rng.choice(fit)
    others = [part for part in fit if part.kind == "section" and "." not in part.number and part is not one]
    if others and "." not in one.number and kind == "section" and rng.random() < 0.12:
        return tuple(sorted((one, rng.choice(others)), key=lambda part: int(part.number)))
    return (one,)


def _counted(plan: Plan, item: Item, carrier: str, printed: frozenset[str]) -> bool:
    """Whether this applicant's way of counting has a number for the item's pages."""
    way = OF_HABIT.get(plan.habit.counting, plan.habit.counting)
    if carrier != "pdf" or way == "none" or (way == "printed" and item.id not in printed):
        return False
    return item.sent or way in {"item", "item_after_divider"}


def _paged(plan: Plan, ref: Ref, parts: Sequence[Part], rng: Random) -> Ref:
    laid = plan.laid[ref.item.id]
    length = laid.length
    if length == 1 and rng.random() < 0.6 and plan.habit.counting in {"item", "undivided"}:
        return ref  # nobody says which page of one
    first = rng.randint(1, length)
    pages: tuple[tuple[int, int], ...] = ((first, first),)
    roll = 1.0 if plan.habit.table == "ticks" else rng.random()
    if length > first and roll < 0.35:
        pages = ((first, rng.randint(first + 1, min(length, first + 4))),)
    elif length >= first + 2 and roll < 0.45:
        pages = ((first, first), (first + 2, first + 2))
    if plan.habit.where == "both" and len(pages) == 1 and pages[0][0] == pages[0][1]:
        there = [part for part in parts if laid.parts[part.mark] == first]
        if there and rng.random() < 0.5:
            return replace(ref, pages=pages, parts=(rng.choice(there),))
    return replace(ref, pages=pages)


def _beyond(plan: Plan, refs: list[Ref]) -> list[Ref]:
    """Some applicants name a page that the item does not have."""
    if plan.habit.seed % 7 != 3 or plan.habit.counting != "item":
        return refs
    for at, ref in enumerate(refs):
        if ref.pages and not ref.parts and ref.item.sent:
            past = plan.laid[ref.item.id].length + 20
            return [*refs[:at], replace(ref, pages=((past, past),), beyond=True), *refs[at + 1 :]]
    return refs


def _remarked(habit: Habit, refs: list[Ref], rng: Random) -> list[Ref]:
    """What is said about the evidence beside the reference; such words are no notes and no places."""
    bank = words("wordings")["table"]
    made = []
    for ref in refs:
        if habit.table == "broken":
            made.append(replace(ref, remark=f"{rng.choice(bank['remarks'])}. {prose(rng, ref.item.kind, 3, 5)}"))
        elif habit.layout in {"cec", "ctga"}:
            made.append(replace(ref, remark=rng.choice(bank["remarks"])))
        elif (
            not ref.simulated
            and len(ref.items) == 1
            and habit.table in {"plain", "per_ref"}
            and habit.seed % 5 == 3
            and rng.random() < 0.25
        ):
            made.append(replace(ref, remark=rng.choice(bank["others"])))
        else:
            made.append(ref)
    return made
