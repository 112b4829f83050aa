"""What one portfolio says, before it is laid out: people, items, references. Truth is taken from here."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from . import words

LABELS: Final = (
    ("Evidence {n}", "Evidence {n}"),
    ("Evidence {n}", "Ev. {n}"),
    ("E{n:02d}", "E{n:02d}"),
    ("E{n}", "E{n}"),
    ("Item {n}", "Item {n}"),
    ("Appendix {letter}", "Appendix {letter}"),
    ("Appendix {letter}", "App. {letter}"),
    ("Exhibit {n}", "Exhibit {n}"),
    ("Document {n}", "Doc {n}"),
    ("EV{n:02d}", "EV{n:02d}"),
)
SHOWN_AS: Final = ("headings", "dividers", "stamps", "bookmarks")


@dataclass(frozen=True, kw_only=True)
class Abilities:
    """What a design of table can say beside its cells."""

    hints: bool = True
    simulated: bool = True
    claims: bool = True  # whether the contents list may name sub-categories too
    whole_pages: bool = False  # page hints are all pages of the item


@dataclass(frozen=True, kw_only=True)
class Item:
    """One item of evidence; ``pages`` counts its divider."""

    number: int
    id: str
    label: str  # as on its first page
    short: str  # as in the table
    title: str
    pages: int
    date: str
    kind: str
    comment: str
    mhra: str


@dataclass(frozen=True, kw_only=True)
class Reference:
    """One item named for one sub-category; ``pages`` are pages of the item from 1, () for all of it."""

    code: str
    item: Item
    pages: tuple[int, ...] = ()
    simulated: bool = False


@dataclass(frozen=True, kw_only=True)
class Plan:
    """One portfolio. ``counting`` says what page hints count."""

    seed: int
    design: str
    axis: str
    applicant: str
    hospital: str
    submitted: tuple[int, int, int]
    referee: str
    role: str
    items: tuple[Item, ...]
    references: tuple[Reference, ...]
    counting: str
    shown_as: str
    table_title: str
    after_evidence: bool
    contents_claims: bool
    numbered_front: int  # pages before the one printed as 1

    def of_code(self, code: str) -> tuple[Reference, ...]:
        """The references of a sub-category."""
        return tuple(one for one in self.references if one.code == code)

    def of_item(self, item: Item) -> tuple[Reference, ...]:
        """The references to an item, in the order of the sub-categories."""
        return tuple(one for one in self.references if one.item is item)


def make_plan(seed: int, design: str, axis: str, able: Abilities) -> Plan:
    """The portfolio of this seed, for a table of this design."""
    rng = random.Random(f"more tables {seed}")  # noqa: S311 - invented portfolios, no secrets
    counting = rng.choice(("item", "item", "none", "file", "printed")) if able.hints else "none"
    if able.whole_pages:
        counting = rng.choice(("file", "printed"))
    if axis == "docx" and counting != "none":
        counting = "item"  # a DOCX has no pages of its own to count through
    items = _items(rng)
    references = _references(rng, items, able, hinted=counting != "none")
    forename, surname = rng.choice(words.FORENAMES), rng.choice(words.SURNAMES)
    return Plan(
        seed=seed,
        design=design,
        axis=axis,
        applicant=f"{rng.choice(('Dr ', 'Mr ', 'Ms ', ''))}{forename} {surname}",
        hospital=rng.choice(words.HOSPITALS),
        submitted=(2026, rng.randint(1, 10), rng.randint(1, 28)),
        referee=rng.choice(words.REFEREES),
        role=rng.choice(words.ROLES),
        items=items,
        references=references,
        counting=counting,
        shown_as=rng.choice(SHOWN_AS),
        table_title=rng.choice(words.TABLE_TITLES),
        after_evidence=rng.random() < 0.15,
        contents_claims=able.claims and rng.random() < 0.25,
        numbered_front=2,
    )


def _items(rng: random.Random) -> tuple[Item, ...]:
    count = rng.randint(8, 14)
    label, short = rng.choice(LABELS)
    titles = rng.sample(words.TITLES, count)
    return tuple(_item(rng, number, titles[number - 1], label, short) for number in range(1, count + 1))


def _item(rng: random.Random, number: int, title: str, label: str, short: str) -> Item:
    letter = chr(ord("A") + number - 1)
    names: Mapping[str, object] = {"n": number, "letter": letter}
    return Item(
        number=number,
        id=letter if "letter" in label else str(number),
        label=label.format(**names),
        short=short.format(**names),
        title=title,
        pages=rng.randint(1, 3),
        date=f"{rng.randint(1, 28)} {rng.choice(words.MONTHS)} {rng.randint(2022, 2025)}",
        kind=rng.choice(words.KINDS),
        comment=rng.choice(words.COMMENTS),
        mhra=rng.choice(words.MHRA),
    )


def _references(rng: random.Random, items: tuple[Item, ...], able: Abilities, *, hinted: bool) -> tuple[Reference, ...]:
    named: dict[str, list[Item]] = {code: [] for code in words.CODES}
    codes = list(words.CODES)
    empty = rng.choice(("1.2", "4.3", "6.2", "8.2")) if rng.random() < 0.4 else ""
    fillable = [code for code in codes if code != empty]
    orphan = rng.choice(items) if rng.random() < 0.25 else None
    cited = [item for item in items if item is not orphan]
    for position, item in enumerate(cited):
        named[fillable[(position * len(fillable)) // len(cited)]].append(item)
    for code in fillable:
        wanted = rng.choice((1, 1, 2, 2, 3)) if code != "3" else rng.choice((2, 2, 3))
        while len(named[code]) < wanted:
            extra = rng.choice(cited)
            if extra not in named[code]:
                named[code].append(extra)
    simulated = set(rng.sample(fillable, rng.randint(1, 2))) if able.simulated and rng.random() < 0.6 else set()
    return tuple(
        Reference(
            code=code,
            item=item,
            pages=_hint(rng, item, able) if hinted else (),
            simulated=code in simulated and item is named[code][0],
        )
        for code in codes
        for item in sorted(named[code], key=lambda one: one.number)
    )


def _hint(rng: random.Random, item: Item, able: Abilities) -> tuple[int, ...]:
    if able.whole_pages:
        return tuple(range(1, item.pages + 1))
    if item.pages > 1 and rng.random() < 0.35:
        first = rng.randint(1, item.pages - 1)
        return tuple(range(first, rng.randint(first + 1, item.pages) + 1))
    return (rng.randint(1, item.pages),)
