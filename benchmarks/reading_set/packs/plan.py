"""Who applies, with which items, and what the table cites."""

import re
from dataclasses import dataclass, replace
from random import Random
from typing import Final

from ..more_references.chance import chance  # noqa: TID252 - the set is imported by two names
from ..more_references.topics import CODES  # noqa: TID252 - as above
from ..places.decoys import DECOYS  # noqa: TID252 - as above
from ..places.model import People  # noqa: TID252 - as above
from ..places.plan import people_of as people_of_places  # noqa: TID252 - as above
from ..places.prose import SITES, TOPICS  # noqa: TID252 - as above
from .designs import DESIGNS
from .evidence import LONG, SHORT
from .model import Design, Hint, Item, Ref, Row
from .packing import ANEW, PACKS
from .wordings import BARE, SHOWS, Voice

SECOND: Final = ("E-mails about {t}", "Minutes on {t}", "Follow-up of {t}", "Slides on {t}", "Letter about {t}")
TRAPS: Final = (
    "Revision of section 4 of the MR policy",
    "Comments on sections 2 to 5 of the network policy",
    "My part in clause 5 of the lease",
    "Table of contents for a new safety manual",
)
LETTERED: Final = frozenset({"exhibit", "single appendix", "anew letters"})
LEADS_NOWHERE: Final = {"to follow": " (to follow)", "withdrawn": " - withdrawn", "file missing": ""}


@dataclass(frozen=True, kw_only=True)
class Folio:
    """All that is known before the front is drawn."""

    seed: int
    design: Design
    people: People
    items: tuple[Item, ...]
    rows: tuple[Row, ...] = ()
    above: str = ""
    below: str = ""

    @property
    def sent(self) -> tuple[Item, ...]:
        """Items that are in the portfolio."""
        return tuple(item for item in self.items if item.sent)


def design_of(seed: int) -> Design:
    """The applicant whose turn it is; what the design leaves open goes by turns."""
    design = DESIGNS[seed % len(DESIGNS)]
    listing = (
        ("lines", "claims", "table", "table claims")[seed // 3 % 4] if design.listing == "lines" else design.listing
    )
    table = ("ruled", "rules", "ruled", "shaded", "bare")[seed % 5] if design.table == "ruled" else design.table
    turn = ("none", "orphans", "unlisted", "file missing")[seed // 2 % 4] if design.lost == "none" else design.lost
    if turn == "file missing" and (design.pack in ANEW or design.segments == "sub_items" or listing == "none"):
        turn = "orphans"
    return replace(design, listing=listing, table=table, lost=turn)


def people_of(seed: int) -> People:
    """Applicant and referee."""
    return people_of_places(seed + 70_000)


def items_of(seed: int) -> tuple[Item, ...]:
    """Items, not yet drawn; among them those that are cited and were not sent."""
    design, rng = design_of(seed), chance("packs, items", seed)
    many = 20 if design.pack in ANEW else 13 if "sub_items" in design.segments else rng.randint(9, 12)
    items = PACKS[design.pack](rng, _titles(rng, many, trap=design.cell == "titled" or rng.random() < 0.3))
    share = 0.4 if design.pack in ANEW else 0.85 if design.placed > 0.5 else 0.65
    decoy = rng.randrange(len(items)) if seed % 2 else -1
    items = [_mannered(rng, item, share, design, decoy=at == decoy) for at, item in enumerate(items)]
    return tuple(_lost(rng, design.lost, items))


def _titles(rng: Random, many: int, *, trap: bool) -> list[str]:
    first = [topic for topic, _ in rng.sample(TOPICS, min(many, len(TOPICS)))]
    first = [name + rng.choice(("", "", f", {rng.choice(SITES)} {rng.randint(2022, 2025)}")) for name in first]
    again = [rng.choice(SECOND).format(t=_small(topic)) for topic, _ in rng.sample(TOPICS, max(0, many - len(first)))]
    titles = first + again
    rng.shuffle(titles)
    if trap:
        titles[rng.randrange(many)] = rng.choice(TRAPS)
    return titles


def _small(title: str) -> str:
    return title[0].lower() + title[1:]


def _mannered(rng: Random, item: Item, share: float, design: Design, *, decoy: bool) -> Item:
    names = [name for name in LONG if not (name == "appended" and (design.pack in LETTERED or item.annexed))]
    manner = rng.choice(names if rng.random() < share else list(SHORT))
    if design.pack in {"points", "single points"}:
        manner = manner if manner not in {"paragraphs", "minutes", "numbered"} else "headed"
    if decoy:
        manner = rng.choice(sorted(DECOYS))
    shown = item.labelled and (design.segments != "files" or item.id == "1" or rng.random() < 0.7)
    return replace(item, manner=manner, labelled=shown)


def _lost(rng: Random, lost: str, items: list[Item]) -> list[Item]:
    """Items that nobody cites, and items that are cited and not there."""
    if lost in LEADS_NOWHERE:
        for at in rng.sample(range(1, len(items)), rng.choice((1, 2))):
            items[at] = replace(items[at], sent=False, late=LEADS_NOWHERE[lost])
    if lost in {"orphans", "unlisted"}:
        for at in rng.sample([n for n, item in enumerate(items) if n and not item.kin], rng.choice((1, 2))):
            items[at] = replace(items[at], orphan=True, listed=lost == "orphans" or not items[at].labelled)
    if lost in {"beyond numbers", "hundreds"}:
        last = int(items[-1].id)
        items += [_like(items[-1], str(last + step)) for step in rng.sample((2, 3, 6), 2)]
    if lost == "part missing":
        kin = rng.choice(sorted({item.kin for item in items if item.kin}))
        parts = [item for item in items if item.kin == kin]
        end = {"a": "e", "1": "5"}[parts[0].id[-1]]
        items.append(_like(parts[-1], parts[0].id[:-1] + end))
    return items


def _like(item: Item, number: str) -> Item:
    """An item of this number that was never sent."""
    name = item.cited.replace(item.id, number)
    return replace(item, id=number, label=name, cited=name, sent=False, listed=False, kin="", spots=(), spans=())


# Rows


def rows_of(seed: int, items: tuple[Item, ...]) -> tuple[Row, ...]:
    """The table, once the places of the items are known."""
    design, rng = design_of(seed), chance("packs, rows", seed)
    voice = Voice(chance("packs, voice", seed), design.paged, design.placed)
    pool = [item for item in items if not item.orphan]
    chosen = _anew(rng, pool) if design.pack in ANEW else _free(rng, pool)
    rows = []
    for code in CODES:
        if not chosen[code]:
            rows.append(Row(code=code, text=rng.choice(BARE)))
            continue
        refs = [_ref(rng, voice, item) for item in sorted(chosen[code], key=items.index)]
        rows.append(Row(code=code, refs=tuple(_whole(rng, design, refs, pool))))
    if design.lost == "across":
        rows = _across(rng, voice, rows, pool)
    if design.lost == "past the end":
        rows = _past(rng, rows)
    return tuple(rows)


def _anew(rng: Random, pool: list[Item]) -> dict[str, list[Item]]:
    """Each row cites what lies in its own folder; every item is cited."""
    chosen: dict[str, list[Item]] = {code: [] for code in CODES}
    for item in pool:
        able = [code for code in CODES if item.home in {code, code[0]}]
        for code in rng.sample(able, rng.choice((1, 1, len(able)))):
            chosen[code].append(item)
    return chosen


def _free(rng: Random, pool: list[Item]) -> dict[str, list[Item]]:
    blank = set(rng.sample(CODES, rng.choice((0, 1, 2))))
    turn = [item for _ in range(30) for item in rng.sample(pool, len(pool))]
    chosen: dict[str, list[Item]] = {code: [] for code in CODES}
    for code in CODES:
        for _ in range(0 if code in blank else rng.choice((1, 1, 2, 2, 3))):
            if (item := turn.pop()) not in chosen[code]:
                chosen[code].append(item)
    named = {item.id for group in chosen.values() for item in group}
    for item in pool:
        if item.id not in named:
            chosen[rng.choice([code for code in CODES if code not in blank])].append(item)
    return chosen


def _ref(rng: Random, voice: Voice, item: Item) -> Ref:
    return Ref(id=item.id, label=item.cited, items=(item,), hint=voice.hint(item), shows=rng.choice(SHOWS))


def _whole(rng: Random, design: Design, refs: list[Ref], pool: list[Item]) -> list[Ref]:
    """Now and then the whole of an item in parts instead of one of them: "Evidence 4" for 4a, 4b and 4c."""
    for at, ref in enumerate(refs):
        kin = ref.items[0].kin
        if not kin or rng.random() > 0.3 or any(other.items[0].kin == kin for other in refs if other is not ref):
            continue
        parts = tuple(item for item in pool if item.kin == kin and item.sent)
        label = re.sub(re.escape(ref.items[0].label.split()[-1].lstrip("E")), kin, ref.label)
        refs[at] = Ref(id=kin, label=label, items=parts, shows=ref.shows)
    assert design.segments == "sub_items" or all(len(ref.items) == 1 for ref in refs)
    return refs


def _across(rng: Random, voice: Voice, rows: list[Row], pool: list[Item]) -> list[Row]:
    """Some rows cite an item of another category's folder and say so."""
    made = list(rows)
    for at in rng.sample([n for n, row in enumerate(rows) if row.refs], 4):
        code = rows[at].code
        item = rng.choice([one for one in pool if one.home != code[0]])
        folder = item.files[0].split("/", maxsplit=1)[0]
        form = rng.choice(("{l} in folder {f}", "{l} (folder {f})", "{f}, {l}", "{f}/{l}"))
        ref = replace(_ref(rng, voice, item), label=form.format(l=item.cited, f=folder), hint=Hint())
        made[at] = replace(rows[at], refs=(*rows[at].refs, ref))
    return made


def _past(rng: Random, rows: list[Row]) -> list[Row]:
    """Three references to pages beyond the end of their item."""
    made = list(rows)
    able = [n for n, row in enumerate(rows) if row.refs and row.refs[0].items[0].sent]
    for at in rng.sample(able, 3):
        ref = rows[at].refs[0]
        span = ref.items[0].spans[0]
        page = span.count - span.divided + rng.randint(3, 6)
        hint = Hint(form="page {p}", pages=(page,))
        made[at] = replace(rows[at], refs=(replace(ref, hint=hint), *rows[at].refs[1:]))
    return made
