"""Deals habits, items and references by seed."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import chain
from pathlib import Path
from random import Random

from .model import ROUND, Habits, Item, Plan, Ref, chance, words

_DAYS = ("%d %B %Y", "%d/%m/%Y", "%d.%m.%Y", "%Y-%m-%d", "%d %b %Y")
_COUNTED = ("item", "item", "portfolio", "portfolio", "printed")


@cache
def _dealt(key: str) -> tuple[str, ...]:
    counts = tomllib.loads((Path(__file__).parent / "habits.toml").read_text(encoding="utf-8"))[key]
    cards = list(chain.from_iterable([name] * count for name, count in counts.items()))
    if len(cards) != ROUND:
        raise ValueError(f"{key} adds up to {len(cards)}")
    chance(key, 0).shuffle(cards)
    return tuple(cards)


def habits(seed: int) -> Habits:
    """The habits of an applicant, made to agree with each other."""
    at = seed % ROUND
    mine: Mapping[str, str] = {key: _dealt(key)[at] for key in _KEYS}
    rng = chance("habits", seed)
    loose = mine["packing"] in {"folder", "zip"}
    source = "digital" if loose or mine["packing"] == "docx" else mine["source"]
    if mine["packing"] == "pdf" and source == "digital" and _turn(at) in {3, 8, 13, 18, 23}:
        source = "scan" if _turn(at) % 2 else "ocr_layer"
    marks = "files" if loose else mine["marks"]
    if loose and rng.random() < 0.25:
        marks = "folders"
    if mine["packing"] == "docx" or source == "scan":
        marks = "dividers" if source == "scan" else "headings"
    places, contents = mine["places"], mine["contents"]
    if mine["table"] == "ticks":
        places = "none"
    if mine["table"] == "two_headers":
        places = "both"
    if marks == "contents_pages" or mine["table"] == "none":
        contents = "linked"
    note = "none" if mine["table"] in {"ticks", "typed", "none"} else mine["note"]
    no_column = note == "column" and mine["table"] in {"two_headers", "blanks", "broken"}
    if no_column or (note == "contents" and contents == "absent"):
        note = "cell"
    counting = "item" if loose or mine["packing"] == "docx" else rng.choice(_COUNTED)
    if marks == "dividers" and counting == "item":
        counting = "item_after_divider"
    if "{s}" in mine["label"] and marks == "headings":
        marks = "sub_items"
    return Habits(
        table=mine["table"],
        packing=mine["packing"],
        marks=marks,
        label=mine["label"],
        places=places,
        counting=counting,
        source=source,
        vouched=mine["vouched"],
        note=note,
        contents=contents,
        decoy=mine["decoy"],
        missing=rng.random() < 0.22 and mine["table"] != "inverted",
        orphan=rng.random() < 0.25 and mine["table"] not in {"inverted", "ticks"},
    )


_KEYS = ("table", "packing", "marks", "label", "places", "vouched", "note", "contents", "decoy", "source")


def _turn(at: int) -> int:
    """How many single PDFs come before this one."""
    return sum(packing == "pdf" for packing in _dealt("packing")[:at])


def planned(seed: int) -> Plan:
    """All that is decided about the portfolio of this seed."""
    rng, told, dealt = chance("plan", seed), words(), habits(seed)
    first = date(2026, 1, 5) + timedelta(days=rng.randrange(280))
    items = _items(dealt, rng, first)
    names = rng.sample(told["family"], 2)
    return Plan(
        seed=seed,
        habits=dealt,
        applicant=f"{rng.choice(told['given'])} {names[0]}",
        referee=f"{rng.choice(told['given'])} {names[1]}",
        post=rng.choice(told["posts"]),
        hospital=rng.choice(told["hospitals"]),
        submitted=first if rng.random() < 0.8 else None,
        vouched_on=first - timedelta(days=rng.randrange(1, 20)),
        day_form=rng.choice(_DAYS),
        items=items,
        refs=_refs(dealt, rng, items),
    )


def _items(dealt: Habits, rng: Random, last: date) -> list[Item]:
    topics = [each for each in words()["topics"] if rng.random() < 0.93]
    odd = set(rng.sample(range(len(topics)), 4))
    missing, orphan, pretended, other = sorted(odd)
    made = []
    for at, topic in enumerate(topics):
        letter = chr(ord("A") + at)
        halves = f"{at // 2 + 1}{'ab'[at % 2]}"
        label = dealt.label.format(n=at + 1, a=letter, s=halves)
        name = {"a": letter, "s": halves}.get(dealt.label[-2], str(at + 1))
        made.append(
            Item(
                id=name,
                label=label,
                title=topic["title"],
                codes=topic["codes"],
                parts=_parts(rng),
                day=last - timedelta(days=rng.randrange(30, 1500)),
                sent=not (dealt.missing and at == missing),
                orphan=dealt.orphan and at == orphan,
                simulated=dealt.note != "none" and at in {pretended, other},
                mail="e-mail" in topic["title"] and dealt.packing in {"folder", "zip"},
            )
        )
    return made


def _parts(rng: Random) -> list[list[str]]:
    names = [str(each) for each in words()["prose"]["parts"]]
    pages = rng.choice((1, 2, 2, 3, 3, 4))
    take = sorted(rng.sample(range(len(names)), min(len(names), 2 * pages)))
    return [[names[take[2 * page]], names[take[2 * page + 1]]] for page in range(pages)]


def _refs(dealt: Habits, rng: Random, items: Sequence[Item]) -> list[Ref]:
    named = [item for item in items if not item.orphan]
    pairs = [(code, item) for code in words()["codes"] for item in named if code in item.codes]
    return [_placed(dealt, rng, code, item) for code, item in pairs]


def _placed(dealt: Habits, rng: Random, code: str, item: Item) -> Ref:
    kind = dealt.places
    if kind == "both":
        kind = rng.choice(("pages", "sections", "none"))
    if item.mail or not item.sent or rng.random() < 0.25:
        kind = "none"
    if kind == "pages":
        begin = rng.randint(1, item.pages)
        return Ref(code=code, item=item, pages=(begin, min(item.pages, begin + rng.choice((0, 0, 1)))))
    if kind in {"sections", "words"}:
        return Ref(code=code, item=item, part=rng.randint(1, 2 * item.pages))
    return Ref(code=code, item=item)
