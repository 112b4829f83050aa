"""What a portfolio says before it is drawn; the records are those of ``shapes``."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Final

from ..shapes.desk import Design  # noqa: TID252 - the sets are imported by two names, with and without their parent's
from ..shapes.plan import Item, Needs, Plan, Ref  # noqa: TID252 - see above
from ..shapes.words import CODES, HEADINGS, KINDS, REMARKS  # noqa: TID252 - see above
from .chance import chance
from .words import FORENAMES, HOSPITALS, ROLES, SURNAMES, TOPICS

OFFSET: Final = 7000  # so that texts of ``shapes`` with the same seed are others


@dataclass(frozen=True, kw_only=True)
class Naming:
    """How items are called: the word on the item, the word in the table, the bare id, and the number of the first."""

    label: str
    short: str
    id: str = "{n}"
    first: int = 1


NAMINGS: Final = (
    Naming(label="Evidence {n}", short="E{n}"),
    Naming(label="Evidence {n}", short="Evidence {n}", first=14),
    Naming(label="Document {n}", short="Doc {n}", first=101),
    Naming(label="Item {n}", short="Item {n}", first=31),
    Naming(label="Evidence {y}-{n:02d}", short="E{y}-{n:02d}", id="{y}-{n:02d}"),
    Naming(label="E{n:02d}", short="E{n:02d}"),
    Naming(label="Ref {n}", short="Ref {n}", first=7),
    Naming(label="Document {y}/{n:02d}", short="Doc {y}/{n:02d}", id="{y}/{n:02d}", first=3),
)
SHORT_NAMINGS: Final = (
    Naming(label="Evidence {n}", short="E{n}"),
    Naming(label="Exhibit {a}", short="{a}", id="{a}"),
    Naming(label="E{n:02d}", short="E{n:02d}"),
    Naming(label="Evidence {n}", short="E{n}", first=21),
    Naming(label="Document {n}", short="D{n}"),
)


@dataclass(frozen=True, kw_only=True)
class Habit:
    """A design with how many items it holds. ``across``: items head its columns, so that their names are short."""

    design: Design
    count: tuple[int, int] = (9, 13)
    across: bool = False
    scan: str = "may"  # never, may, or always


def plan_of(seed: int, habit: Habit, source: str) -> Plan:
    """The portfolio of this seed."""
    rng, needs = chance("plan", seed), habit.design.needs
    scan = source != "digital"
    items = _items(rng, habit, scan=scan)
    carrier = habit.design.carrier or ("folder" if not scan and rng.random() < 0.15 else "pdf")
    segments = _segments(rng, carrier, short=scan or len(items) > 14, scan=scan)
    counting = _counting(rng, needs, carrier, segments)
    people = rng.sample([f"{one} {other}" for one in FORENAMES for other in SURNAMES], 2)
    return Plan(
        seed=seed + OFFSET,
        name=rng.choice(("", "", "Dr ", "Ms ")) + people[0],
        hospital=rng.choice(HOSPITALS),
        submitted=(2025, rng.randint(4, 12), rng.randint(1, 28)),
        referee=rng.choice(("", "Dr ", "Prof ")) + people[1],
        role=rng.choice(ROLES),
        items=items,
        refs=_refs(rng, items, needs, hinted=counting != "none"),
        counting=counting,
        segments=segments,
        carrier=carrier,
        claims=False,
        vouched=rng.choice(("drawn", "drawn", "stated", "stated", "absent")),
    )


def _segments(rng: Random, carrier: str, *, short: bool, scan: bool) -> str:
    if carrier == "folder":
        return "files"
    if carrier == "docx":
        return "headings"
    if scan:
        return rng.choice(("headings", "stamps"))
    return rng.choice(("headings", "stamps", "bookmarks") if short else ("headings", "dividers", "stamps", "bookmarks"))


def _counting(rng: Random, needs: Needs, carrier: str, segments: str) -> str:
    if needs.hints == "none":
        return "none"
    if carrier in {"folder", "docx"}:
        return "item"
    return rng.choice(("file", "printed")) if segments == "dividers" else rng.choice(("item", "item", "file"))


def _items(rng: Random, habit: Habit, *, scan: bool) -> tuple[Item, ...]:
    low, high = (5, 7) if scan and habit.count[1] < 14 else (8, 9) if scan else habit.count
    count = rng.randint(low, high)
    naming = rng.choice(SHORT_NAMINGS if habit.across else NAMINGS)
    titles = rng.sample(list(TOPICS), count)
    if rng.random() < 0.5:
        titles.sort(key=list(TOPICS).index)
    year = rng.choice((22, 23, 24))
    longest = 1 if scan or count > 18 else 2 if count > 12 else 3
    return tuple(_item(rng, naming, naming.first + at, year, (title, longest)) for at, title in enumerate(titles))


def _item(rng: Random, naming: Naming, number: int, year: int, what: tuple[str, int]) -> Item:
    title, longest = what
    said: Callable[[str], str] = lambda form: form.format(n=number, a=chr(64 + number) if number < 27 else "", y=year)  # noqa: E731 - used four times below
    kind, pages = rng.choice(KINDS), rng.randint(1, longest)
    names = rng.sample(HEADINGS, pages * 2) if kind == "report" else []
    return Item(
        number=number,
        id=said(naming.id),
        label=said(naming.label),
        short=said(naming.short),
        title=title,
        kind=kind,
        date=(rng.randint(2021, 2024), rng.randint(1, 12), rng.randint(1, 28)),
        pages=pages,
        remark=rng.choice(REMARKS),
        sections=tuple((name, at // 2 + 1) for at, name in enumerate(names)),
    )


def _refs(rng: Random, items: tuple[Item, ...], needs: Needs, *, hinted: bool) -> tuple[Ref, ...]:
    orphan = rng.choice(items[:-1]) if rng.random() < 0.25 else None
    here = [item for item in items if item is not orphan]
    named: dict[str, list[Item]] = {code: [] for code in CODES}
    for item in here:
        for code in TOPICS[item.title]:
            named[code].append(item)
    left_out = rng.sample(("1.2", "4.3", "6.1", "8.1"), rng.choice((0, 1, 2)))
    for code in CODES:
        if not named[code] and code not in left_out:
            named[code] = sorted(rng.sample(here, 1), key=lambda one: one.number)
    pretended = rng.sample([code for code in CODES if named[code]], rng.choice((0, 1, 2))) if needs.simulated else []
    return tuple(
        Ref(
            code=code,
            item=item,
            pages=_pages(rng, item, needs) if hinted else (),
            simulated=code in pretended and item is these[0],
        )
        for code, these in named.items()
        for item in these
    )


def _pages(rng: Random, item: Item, needs: Needs) -> tuple[int, ...]:
    if needs.hints == "some" and rng.random() < 0.35:
        return ()
    first = rng.randint(1, item.pages)
    return tuple(range(first, min(item.pages, first + rng.choice((0, 0, 1))) + 1))
