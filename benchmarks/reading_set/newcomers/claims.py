"""Which item is claimed for which sub-category, and with which part of it."""

from random import Random

from .chance import chance
from .choice import Choice
from .documents import Part
from .model import Item, Ref
from .words import CODES


def claimed(choice: Choice, items: tuple[Item, ...]) -> tuple[Ref, ...]:
    """The references in the order of the sub-categories."""
    if choice.table == "none":
        return ()
    rng = chance("claims", choice.seed)
    orphans = _orphans(choice, items, rng)
    refs = []
    for code in CODES:
        for item in items:
            first = item.codes[0] == code
            wanted = first or (code in item.codes and rng.random() < 0.75 and not item.simulated)
            if wanted and item.id not in orphans:
                refs.append(_placed(choice, Ref(code=code, item=item), rng))
    return tuple(_beyond(choice, refs))


def _orphans(choice: Choice, items: tuple[Item, ...], rng: Random) -> set[str]:
    if choice.extra != "orphan":
        return set()
    fitting = [item.id for item in items if item.sent and not item.simulated]
    return set(rng.sample(fitting, rng.choice((1, 1, 2))))


def _placed(choice: Choice, ref: Ref, rng: Random) -> Ref:
    """The reference with the place this applicant gives for it, if any."""
    item, place = ref.item, choice.place
    paged = item.carrier == "pdf" and choice.counting != "none" and len(item.work.sheets) > 1
    paged = paged and (item.sent or choice.counting.startswith("item"))
    if place == "none" or item.carrier in {"eml", "jpg", "xlsx"}:
        return ref
    rows = rng.random() < 0.35
    parts = [part for part in item.work.parts if part.kind != "row" or rows]
    if choice.table == "ticks":
        parts = []
    if item.carrier == "pptx":
        parts = [part for part in parts if part.kind == "slide"]
    roll = rng.random()
    if place in {"sections", "both"} and parts and roll < (0.75 if place == "sections" else 0.3):
        return Ref(code=ref.code, item=item, parts=_parts(parts, rng))
    if place in {"pages", "both"} and paged and roll < 0.8:
        pages = _pages(len(item.work.sheets), rng)
        if place == "both" and len(pages) == 1 and pages[0][0] == pages[0][1] and choice.table != "ticks":
            return _both(ref, pages, parts, rng)
        return Ref(code=ref.code, item=item, pages=pages)
    return ref


def _both(ref: Ref, pages: tuple[tuple[int, int], ...], parts: list[Part], rng: Random) -> Ref:
    """A page, and what of it."""
    there = [part for part in parts if part.page == pages[0][0]]
    if there and rng.random() < 0.4:
        return Ref(code=ref.code, item=ref.item, pages=pages, parts=(rng.choice(there),))
    sheet = ref.item.work.sheets[pages[0][0] - 1]
    paragraphs = sum(kind == "p" for kind, _ in sheet.blocks)
    if paragraphs >= 4 and rng.random() < 0.3:
        return Ref(code=ref.code, item=ref.item, pages=pages, paragraph=rng.randint(1, 3))
    return Ref(code=ref.code, item=ref.item, pages=pages)


def _parts(parts: list[Part], rng: Random) -> tuple[Part, ...]:
    one = rng.choice(parts)
    others = [part for part in parts if part.kind == one.kind == "section" and "." not in part.number]
    if len(others) > 2 and "." not in one.number and rng.random() < 0.12:
        two = rng.sample(others, 2)
        return tuple(sorted(two, key=lambda part: int(part.number)))
    return (one,)


def _pages(length: int, rng: Random) -> tuple[tuple[int, int], ...]:
    first = rng.randint(1, length)
    if length > 3 and rng.random() < 0.12:
        return ((1, 1), (3, rng.randint(3, length)))
    if length > first and rng.random() < 0.45:
        return ((first, rng.randint(first + 1, length)),)
    return ((first, first),)


def _beyond(choice: Choice, refs: list[Ref]) -> list[Ref]:
    """Once in some portfolios a page is named that the item does not have."""
    if choice.side != "beyond" or not choice.counting.startswith("item"):
        return refs
    for at, ref in enumerate(refs):
        if ref.pages and not ref.parts and not ref.paragraph and ref.item.sent:
            past = len(ref.item.work.sheets) + 30
            refs[at] = Ref(code=ref.code, item=ref.item, pages=((past, past),), beyond=True)
            break
    return refs
