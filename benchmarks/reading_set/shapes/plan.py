"""What one portfolio says before it is drawn: people, items, references. The truth is taken from here."""

from dataclasses import dataclass, replace
from random import Random
from typing import Final

from .chance import chance
from .words import CODES, FORENAMES, HEADINGS, HOSPITALS, KINDS, REMARKS, ROLES, SUPPORTS, SURNAMES

LABELS: Final = (
    ("Evidence {n}", "E{n}"),
    ("Item {n}", "Item {n}"),
    ("E{n:02d}", "E{n:02d}"),
    ("Appendix {a}", "App {a}"),
    ("Document {n}", "Doc {n}"),
    ("Evidence {n}", "Evidence {n}"),
    ("Exhibit {a}", "Exhibit {a}"),
    ("EV{n}", "EV{n}"),
)


@dataclass(frozen=True, kw_only=True)
class Needs:
    """What a design of table can say. ``hints``: none, some or all; ``sections``: a number of a section is written."""

    hints: str = "some"
    simulated: bool = True
    sections: bool = False
    missing: bool = False  # a row may name an item that was not sent
    empty: bool = True
    few: bool = False


@dataclass(frozen=True, kw_only=True)
class Item:
    """One item of evidence. ``sections`` are its headings with the page on which each begins."""

    number: int
    id: str
    label: str
    short: str
    title: str
    kind: str
    date: tuple[int, int, int]
    pages: int
    remark: str
    sections: tuple[tuple[str, int], ...]
    sent: bool = True


@dataclass(frozen=True, kw_only=True)
class Ref:
    """One item named for one sub-category; ``pages`` of the item from 1, () for all of it."""

    code: str
    item: Item
    pages: tuple[int, ...] = ()
    section: int = 0
    simulated: bool = False


@dataclass(frozen=True, kw_only=True)
class Plan:
    """One portfolio."""

    seed: int
    name: str
    hospital: str
    submitted: tuple[int, int, int]
    referee: str
    role: str
    items: tuple[Item, ...]
    refs: tuple[Ref, ...]
    counting: str
    segments: str
    carrier: str
    claims: bool
    vouched: str  # drawn, stated or absent

    def of_code(self, code: str) -> tuple[Ref, ...]:
        """The references of a sub-category."""
        return tuple(ref for ref in self.refs if ref.code == code)

    def of_item(self, item: Item) -> tuple[Ref, ...]:
        """The references to an item."""
        return tuple(ref for ref in self.refs if ref.item is item)

    @property
    def cited(self) -> tuple[Item, ...]:
        """The items that the table names."""
        return tuple(item for item in self.items if self.of_item(item))

    @property
    def sent(self) -> tuple[Item, ...]:
        """The items that are in the portfolio."""
        return tuple(item for item in self.items if item.sent)


def plan_of(seed: int, needs: Needs, source: str, carrier: str) -> Plan:
    """The portfolio of this seed."""
    rng = chance("plan", seed)
    short = source != "digital"
    items = _items(rng, short=short or needs.few, missing=needs.missing and not short)
    segments = "files" if carrier == "folder" else rng.choice(("headings", "stamps", "dividers", "bookmarks"))
    segments = "headings" if carrier == "docx" or (short and segments != "stamps") else segments
    counting = _counting(rng, needs, carrier, segments)
    people = rng.sample([f"{one} {other}" for one in FORENAMES for other in SURNAMES], 2)
    return Plan(
        seed=seed,
        name=rng.choice(("", "", "Dr ", "Mrs ", "Mr ")) + people[0],
        hospital=rng.choice(HOSPITALS),
        submitted=(2025, rng.randint(4, 12), rng.randint(1, 28)),
        referee=rng.choice(("", "Dr ", "Prof ")) + people[1],
        role=rng.choice(ROLES),
        items=items,
        refs=_refs(rng, items, needs, hinted=counting != "none", pages_only=carrier == "docx"),
        counting=counting,
        segments=segments,
        carrier=carrier,
        claims=rng.random() < 0.2,
        vouched=rng.choice(("drawn", "drawn", "drawn", "stated", "stated", "absent")),
    )


def _counting(rng: Random, needs: Needs, carrier: str, segments: str) -> str:
    if needs.hints == "none":
        return "none"
    if carrier in {"folder", "docx"}:
        return "item"
    if segments == "dividers":
        return rng.choice(("file", "printed"))
    return rng.choice(("item", "item", "file", "printed"))


def _items(rng: Random, *, short: bool, missing: bool) -> tuple[Item, ...]:
    count = rng.randint(6, 7) if short else rng.randint(9, 13)
    label, brief = rng.choice(LABELS)
    wanted = _titles(rng, count)
    numbers = list(range(1, count + 1))
    if rng.random() < 0.1:
        numbers = [number + (number > count // 2) for number in numbers]  # one was taken out and the rest kept
    items = tuple(_item(rng, n, title, label, brief, short=short) for n, title in zip(numbers, wanted, strict=True))
    return _with_one_missing(rng, items, label, brief) if missing else items


def _titles(rng: Random, count: int) -> list[str]:
    """Titles in the order of the scheme, as most people sort them, or in any order."""
    titles = rng.sample(list(SUPPORTS), count)
    if rng.random() < 0.5:
        titles.sort(key=list(SUPPORTS).index)
    return titles


def _item(rng: Random, number: int, title: str, label: str, brief: str, *, short: bool) -> Item:
    letter = chr(64 + number)
    kind = rng.choice(KINDS)
    pages = 1 if short and rng.random() < 0.7 else rng.randint(1, 2) if short else rng.choice((1, 2, 2, 3, 4))
    sections: list[tuple[str, int]] = []
    if kind == "report":
        names = rng.sample(HEADINGS, pages * 2)
        sections = [(name, at // 2 + 1) for at, name in enumerate(names)]
    return Item(
        number=number,
        id=letter if "{a}" in label else str(number),
        label=label.format(n=number, a=letter),
        short=brief.format(n=number, a=letter),
        title=title,
        kind=kind,
        date=(rng.randint(2021, 2024), rng.randint(1, 12), rng.randint(1, 28)),
        pages=pages,
        remark=rng.choice(REMARKS),
        sections=tuple(sections),
    )


def _with_one_missing(rng: Random, items: tuple[Item, ...], label: str, brief: str) -> tuple[Item, ...]:
    if rng.random() < 0.4:
        return items
    gone = _item(rng, items[-1].number + 2, "(to follow)", label, brief, short=True)
    return (*items, replace(gone, sent=False, sections=()))


def _refs(rng: Random, items: tuple[Item, ...], needs: Needs, *, hinted: bool, pages_only: bool) -> tuple[Ref, ...]:
    named: dict[str, list[Item]] = {code: [] for code in CODES}
    orphan = rng.choice(items[:-1]) if rng.random() < 0.2 else None
    here = [item for item in items if item.sent and item is not orphan]
    for item in here:
        for code in SUPPORTS[item.title][: rng.choice((1, 2, 3))]:
            named[code].append(item)
    left_out = rng.sample(("1.2", "4.3", "6.2", "8.2", "7.1"), rng.choice((0, 1, 2))) if needs.empty else []
    for code in CODES:
        if not named[code] and code not in left_out:
            named[code] = sorted(rng.sample(here, rng.choice((1, 2))), key=lambda one: one.number)
    if not items[-1].sent:
        named[rng.choice(("5.2", "2.2", "8.1"))].append(items[-1])
    pretended = rng.sample([c for c in CODES if named[c]], rng.choice((0, 1, 2))) if needs.simulated else []
    refs = []
    for code, these in named.items():
        for item in these:
            simulated = code in pretended and item is these[0] and item.sent
            pages, section = _hint(rng, item, needs, hinted=hinted)
            refs.append(Ref(code=code, item=item, pages=pages, section=section, simulated=simulated))
    return tuple(replace(ref, section=0) if pages_only else ref for ref in refs)


def _hint(rng: Random, item: Item, needs: Needs, *, hinted: bool) -> tuple[tuple[int, ...], int]:
    if needs.sections and item.sections and (needs.hints == "none" or rng.random() < 0.3):
        return (), rng.randint(1, len(item.sections))
    if not hinted or not item.sent or (needs.hints == "some" and rng.random() < 0.35):
        return (), 0
    first = rng.randint(1, item.pages)
    last = min(item.pages, first + rng.choice((0, 0, 0, 1)))
    return tuple(range(first, last + 1)), 0
