"""What an applicant claims: items of evidence, and which sub-category refers to which of them."""

from dataclasses import dataclass, replace
from random import Random

from benchmarks.reading_set.set_aside.blocks import Paper, Part
from benchmarks.reading_set.set_aside.labels import Labels, draw_ids
from benchmarks.reading_set.set_aside.papers import paper
from benchmarks.reading_set.set_aside.words import SUB_CATEGORIES, SUBJECTS


@dataclass(frozen=True, kw_only=True)
class Item:
    """An item of evidence as bound: its divider, where there is one, is page 1."""

    id: str
    title: str
    paper: Paper
    divider: bool
    main: str  # the sub-category that it was chosen for

    @property
    def length(self) -> int:
        """Pages, divider included."""
        return len(self.paper.pages) + self.divider

    @property
    def first(self) -> int:
        """The first page within the item that has something on it."""
        return 2 if self.divider else 1


@dataclass(frozen=True, kw_only=True)
class Ref:
    """One reference. ``pages`` count within the item, divider included; None where the applicant names none."""

    sub: str
    item: str
    pages: tuple[int, ...] | None = None
    part: Part | None = None
    simulated: bool = False


@dataclass(frozen=True, kw_only=True)
class Claims:
    """Everything claimed, in the order of the sub-categories and of the items."""

    items: tuple[Item, ...]
    refs: tuple[Ref, ...]
    missing: tuple[str, ...]
    labels: Labels

    def of(self, sub: str) -> tuple[Ref, ...]:
        """The references of a sub-category."""
        return tuple(ref for ref in self.refs if ref.sub == sub)

    def item(self, item_id: str) -> Item | None:
        """The item, or None for one that was not sent."""
        return next((item for item in self.items if item.id == item_id), None)


def draw_claims(rng: Random, labels: Labels, author: str, shape: dict[str, str], amounts: tuple[int, int]) -> Claims:
    """Items and references. ``amounts``: how many items, and the most pages of one."""
    items = _items(rng, labels, author, shape, amounts)
    orphans = {item.id for item in rng.sample(items, rng.choice((0, 0, 0, 1, 1, 2)))}
    unclaimed = set(rng.sample([sub for sub in SUB_CATEGORIES if sub != "3"], rng.choice((0, 0, 1, 2))))
    pairs = _pairs(rng, [item for item in items if item.id not in orphans], unclaimed)
    missing = _missing_ids(rng, labels, items) if shape["table"] != "none" else ()
    pairs |= {(rng.choice([sub for sub in SUB_CATEGORIES if sub not in unclaimed]), one) for one in missing}
    order = {item.id: place for place, item in enumerate(items)}
    by_id = {item.id: item for item in items}
    simulated = set(rng.sample(SUB_CATEGORIES, rng.choice((0, 1, 2))))
    refs = [
        _ref(rng, sub, by_id.get(one), one, shape, sub in simulated)
        for sub, one in sorted(
            pairs, key=lambda pair: (SUB_CATEGORIES.index(pair[0]), order.get(pair[1], 999), pair[1])
        )
    ]
    if shape["counting"] != "none":
        refs = _hinted(rng, refs, by_id)
    return Claims(items=tuple(items), refs=tuple(refs), missing=missing, labels=labels)


def _items(rng: Random, labels: Labels, author: str, shape: dict[str, str], amounts: tuple[int, int]) -> list[Item]:
    count, longest = amounts
    mains = (
        [SUB_CATEGORIES[place * 16 // count] for place in range(count)]
        if count <= 16
        else [*SUB_CATEGORIES, *rng.choices(SUB_CATEGORIES, k=count - 16)]
    )
    if rng.random() < 0.6:
        mains.sort(key=SUB_CATEGORIES.index)
    else:
        rng.shuffle(mains)
    used: dict[str, int] = {}
    items = []
    for item_id, main in zip(draw_ids(rng, labels, count), mains, strict=True):
        title = rng.choice(SUBJECTS[main])
        used[title] = used.get(title, 0) + 1
        title = title if used[title] == 1 else f"{title}, part {'abcdefgh'[used[title] - 1].upper()}"
        made = paper(rng, title, author, rng.choice([*range(1, longest + 1), 1, 2]))
        items.append(Item(id=item_id, title=title, paper=made, divider=shape["divider"] == "yes", main=main))
    return items


def _pairs(rng: Random, items: list[Item], unclaimed: set[str]) -> set[tuple[str, str]]:
    allowed = [sub for sub in SUB_CATEGORIES if sub not in unclaimed]
    pairs = set()
    for item in items:
        first = item.main if item.main in allowed else rng.choice(allowed)
        pairs |= {(sub, item.id) for sub in {first, *rng.sample(allowed, rng.choice((0, 0, 1, 1, 2)))}}
    for sub in allowed:
        if not any(one == sub for one, _ in sorted(pairs)):
            pairs |= {(sub, item.id) for item in rng.sample(items, 1)}
    return pairs


def _missing_ids(rng: Random, labels: Labels, items: list[Item]) -> tuple[str, ...]:
    count = rng.choice((0, 0, 0, 1, 1, 2))
    if labels.system == "letter":
        return tuple(chr(ord("A") + len(items) + place) for place in range(count))
    last = int("".join(c for c in items[-1].id.split(".")[0] if c.isdigit()))
    return tuple(str(last + 1 + place) for place in range(count))


def _ref(rng: Random, sub: str, item: Item | None, item_id: str, shape: dict[str, str], simulated: bool) -> Ref:
    ref = Ref(sub=sub, item=item_id, simulated=simulated and rng.random() < 0.8)
    if item is None:
        return ref
    hinted = shape["counting"] != "none" and rng.random() < 0.65
    pages = _pages(rng, item) if hinted else None
    if shape["parts"] == "no" or rng.random() > 0.3:
        return replace(ref, pages=pages)
    fitting = [part for part in item.paper.parts if part.alone or hinted]
    if not fitting:
        return replace(ref, pages=pages)
    part = rng.choice(fitting)
    return replace(ref, part=part, pages=(part.page + item.divider,) if hinted else None)


def _hinted(rng: Random, refs: list[Ref], items: dict[str, Item]) -> list[Ref]:
    """The references with enough page numbers among them to tell what is counted."""
    short = 5 - sum(ref.pages is not None for ref in refs)
    plain = [ref for ref in refs if ref.pages is None and ref.part is None and ref.item in items]
    chosen = plain[: max(0, short)]
    return [replace(ref, pages=_pages(rng, items[ref.item])) if ref in chosen else ref for ref in refs]


def _pages(rng: Random, item: Item) -> tuple[int, ...]:
    body = range(item.first, item.length + 1)
    if len(body) > 3 and rng.random() < 0.15:
        return (body[0], body[-2], body[-1])
    start = rng.choice([body[0], rng.choice(body), body[-1]])
    return tuple(range(start, min(item.length, start + rng.choice((0, 0, 1, 2))) + 1))
