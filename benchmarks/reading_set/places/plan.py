"""Who applies, with which items, and what the table will cite."""

from random import Random
from typing import Final

from ..more_references.chance import chance  # noqa: TID252 - the set is imported by two names
from ..more_references.people import COVERS, LETTERS, ROLES, SUBMITTED, day, person, written  # noqa: TID252 - as above
from ..more_references.topics import CODES  # noqa: TID252 - as above
from .decoys import DECOYS
from .designs import DESIGNS
from .manners import MANNERS, Manner
from .manners_more import MORE
from .model import Design, Hint, Item, People, Ref, Row
from .prose import SITES, TOPICS
from .wordings import NAMINGS, label, place

ALL: Final[dict[str, Manner]] = {**MANNERS, **MORE, **DECOYS}
DATES: Final = ("{d} {month} {y}", "{d}/{m:02d}/{y}", "{d}.{m:02d}.{y}", "{d}{th} {month} {y}", "{y}-{m:02d}-{d}")
NOT_CLAIMED: Final = ("N/A", "Not claimed", "-", "n/a", "none", "")


def design_of(seed: int) -> Design:
    """The person whose turn it is."""
    return DESIGNS[seed % len(DESIGNS)]


def people_of(seed: int) -> People:
    """Applicant and referee."""
    rng = chance("places, people", seed)
    applicant, referee = person(rng), person(rng)
    while referee.split()[-1] == applicant.split()[-1]:
        referee = person(rng)
    applicant += rng.choice(LETTERS)
    submitted, vouched = day(rng), day(rng)
    form, on = rng.choice(DATES), rng.choice(SUBMITTED)
    told = rng.random() < 0.85
    signed = rng.random() < 0.7
    return People(
        applicant=applicant,
        cover=rng.choice(COVERS).format(name=applicant),
        submitted=on.format(date=written(submitted, form)) if told else "",
        submitted_iso=submitted.isoformat() if told else None,
        referee=referee,
        role=rng.choice(ROLES),
        vouched=written(vouched, form),
        vouched_iso=vouched.isoformat(),
        form=rng.choice(("lines", "lines", "table", "table", "absent")),
        signed=signed,
    )


def items_of(seed: int) -> tuple[tuple[Item, int], ...]:
    """Items, not yet drawn, each with its topic."""
    design, rng = design_of(seed), chance("places, items", seed)
    many = rng.randint(6, 9)
    topics = rng.sample(range(len(TOPICS)), many)
    others = [name for name in ALL if _fits(design, name)]
    found = []
    for at, topic in enumerate(topics):
        manner = design.manners[at % len(design.manners)] if at < 2 or rng.random() < 0.5 else rng.choice(others)
        title = TOPICS[topic][0] + rng.choice(("", "", f", {rng.choice(SITES)} {rng.randint(2022, 2025)}"))
        ident = "ABCDEFGHIJ"[at] if "{a}" in NAMINGS[design.naming][0] else str(at + 1)
        name = NAMINGS[design.naming][0].format(n=ident, a=ident)
        found.append((Item(id=ident, label=name, title=title, manner=manner), topic))
    return tuple(found)


def _fits(design: Design, manner: str) -> bool:
    """Lettered places would be mistaken for items that are called by letters, and the like."""
    if design.table != "none" and manner in DECOYS:
        return manner in {"risk matrix", "competency log"}
    return not (design.naming in {"appendix", "exhibit"} and manner in {"appendices", "annexes", "lettered", "parts"})


def rows_of(seed: int, items: tuple[Item, ...]) -> tuple[Row, ...]:
    """The table, once the places of the items are known."""
    design, rng, habit = design_of(seed), chance("places, rows", seed), chance("places, habit", seed)
    spared = set(rng.sample([item.id for item in items], design.orphans))
    cited = [item for item in items if item.id not in spared]
    unclaimed = set(rng.sample(CODES, rng.choice((0, 1, 2))))
    turn = [item for _ in range(20) for item in rng.sample(cited, len(cited))]
    missing = _missing(design, len(items))
    absent = dict(
        zip(rng.sample([code for code in CODES if code not in unclaimed], len(missing)), missing, strict=True)
    )
    habits = habit.getrandbits(32)
    rows = []
    for code in CODES:
        if code in unclaimed:
            rows.append(Row(code=code, text=rng.choice(NOT_CLAIMED)))
            continue
        chosen: list[Item] = []
        for _ in range(rng.choice((1, 1, 2, 2, 3))):
            item = turn.pop()
            if item not in chosen:
                chosen.append(item)
        refs = [_ref(rng, design, item, habits) for item in chosen]
        if code in absent:
            gone = absent[code]
            hint = rng.choice((Hint(), Hint(form="section 2", section="2")))
            refs.append(Ref(item=gone, label=label(design, gone, rng), hint=hint))
        rows.append(Row(code=code, refs=tuple(refs)))
    return _with_all(rows, cited, rng, design, habits)


def _ref(rng: Random, design: Design, item: Item, habits: int) -> Ref:
    hint = place(rng, design, item, chance("places, habit", habits))
    return Ref(item=item, label=label(design, item, rng), hint=hint)


def _with_all(rows: list[Row], cited: list[Item], rng: Random, design: Design, habits: int) -> tuple[Row, ...]:
    """Every item that is no orphan stands in some row."""
    named = {ref.item.id for row in rows for ref in row.refs}
    claimed = [at for at, row in enumerate(rows) if row.refs]
    for item in cited:
        if item.id not in named:
            at = rng.choice(claimed)
            rows[at] = Row(code=rows[at].code, refs=(*rows[at].refs, _ref(rng, design, item, habits)))
    return tuple(rows)


def _missing(design: Design, many: int) -> list[Item]:
    """Items that are cited and were not sent."""
    return [
        Item(id=str(number), label=NAMINGS[design.naming][0].format(n=number, a=""), title="Letter to the maker",
             manner="", sent=False)
        for number in range(many + 2, many + 2 + design.missing)
    ]  # fmt: skip
