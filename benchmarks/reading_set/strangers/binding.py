"""Dresses items for the way in which this applicant marks them, lays them out, and numbers their pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, Final

from .chance import chance
from .model import Item, Laid, Piece, Plan
from .typeset import Node, Section, Sheets, typeset

THROUGH: Final = frozenset({"through", "offset", "anew"})
_EXTRACTS: Final = frozenset({"rules", "report", "audit", "risk", "incident", "survey", "protocol"})
_NUMBERED: Final = _EXTRACTS | {"minutes", "slides"}


def printing(plan: Plan) -> str:
    """Which numbers are printed on the pages: through (from the first sheet), offset, anew (from the evidence), own."""
    habit, rng = plan.habit, chance("printing", plan.habit.seed)
    if habit.counting == "printed":
        if habit.bound:
            return rng.choice(("offset", "anew", "anew", "own"))
        return "anew" if habit.volumes else "own"
    if habit.bound and habit.counting == "portfolio" and rng.random() < 0.5:
        return "through"
    return "single" if rng.random() < 0.6 else "none"


def own_numbers(plan: Plan) -> dict[str, int]:
    """The number printed on the first written page of items with numbers of their own: many are extracts."""
    if printing(plan) != "own":
        return {}
    rng = chance("own numbers", plan.habit.seed)
    made = {}
    for item in plan.items:
        from_within = rng.random() < 0.6
        first = rng.randint(3, 40)
        if item.kind in _NUMBERED and item.pieces[0].carrier == "pdf":
            made[item.id] = first if from_within and item.kind in _EXTRACTS else 1
    return made


# Marks of items


def dressed(plan: Plan, item: Item, piece: Piece) -> list[Section]:
    """The sections of one document with what says which item it is, its divider before it."""
    habit = plan.habit
    sections = [dict(one) for one in piece.work.sections]
    sections[0]["nodes"] = [*_headline(plan, item, piece, sections[0]), *sections[0]["nodes"]]
    for one in sections:
        one["head"] = _running(plan, item)
        if habit.segments == "stamps":
            rng = chance("stamp", habit.seed)
            place, way = rng.choice(("r", "l", "c", "r")), rng.choice(("{l}", "{l}", "{l} - {t}", "{u}"))
            said = way.format(l=item.label, t=item.title, u=item.label.upper())
            first = rng.random() < 0.3
            one |= {
                "head": {place: said, "first": first},
                "firstonly": first,
                "corner": 10,
                "heavy": True,
                "cornerfont": "Office Sans",
            }
    if habit.segments == "stamps" and sections[0].get("firstonly"):
        for one in sections[1:]:
            one.pop("head")
    return [_divider(plan, item), *sections] if habit.divided else sections


def _headline(plan: Plan, item: Item, piece: Piece, section: Section) -> list[Node]:
    """The line above a document that names the item, if this applicant writes one."""
    habit, rng = plan.habit, chance("headline", plan.habit.seed)
    lead = rng.choice((": ", " \u2013 ", " - ", ". "))
    size = rng.choice((12, 14, 18)) * (1.6 if "width" in section else 1.0)
    alone = not habit.bound and not habit.volumes
    if piece is not item.pieces[0] or habit.family == "named":
        return []
    if habit.segments in {"headings", "sub_items"} or (alone and rng.random() < 0.35):
        boxed = rng.random() < 0.25
        line: Node = {"k": "h", "t": f"{item.label}{lead}{item.title}", "size": size}
        return [{"k": "box", "nodes": [line], "fill": "#f2f2f2"}] if boxed else [line]
    return []


def _running(plan: Plan, item: Item) -> dict[str, str]:
    """What the document's own running head says."""
    rng = chance("running", plan.habit.seed, item.id)
    if item.kind not in _EXTRACTS or rng.random() < 0.45:
        return {}
    side = rng.choice(("l", "r"))
    name = f"{rng.choice(('MRI', 'IMG', 'MPD', 'RAD'))}-{rng.choice(('SOP', 'DOC', 'REP'))}"
    return {side: f"{name}-{rng.randint(4, 199):03} v{rng.randint(1, 5)}"}


def _divider(plan: Plan, item: Item) -> Section:
    rng = chance("divider", plan.habit.seed)
    align = rng.choice(("center", "center", "left"))
    nodes: list[Node] = [{"k": "space", "h": rng.choice((90, 220, 300))}]
    label: Node = {"k": "h", "t": item.label, "size": rng.choice((24, 30, 36)), "al": align}
    title: Node = {"k": "p", "t": item.title, "size": rng.choice((14, 16)), "al": align}
    nodes += [title] if item.label == item.title else [label, title]
    if rng.random() < 0.3:
        nodes.append({"k": "p", "t": str(item.dated.year), "al": align})
    return {
        "name": f"divider:{item.id}",
        "font": rng.choice(("Office Sans", "Office Serif", "DejaVu Sans")),
        "size": 11,
        "nodes": nodes,
    }


# Pages


@dataclass(frozen=True, kw_only=True)
class Pages:
    """Where the sections of a document begin, from 1, and how many pages it has, its divider among them."""

    begins: tuple[int, ...]
    count: int


def laid_out(plan: Plan) -> tuple[dict[str, Laid], dict[str, Pages]]:
    """Typeset all items once to learn their lengths and where their parts are; those that were not sent too."""
    sections: list[Section] = []
    for item in plan.items:
        for section in dressed(plan, item, item.pieces[0]):
            sections.append({**section, "name": f"{item.id}/{len(sections)}"})
    sheets = typeset(sections)
    laid, pages, at = {}, {}, 0
    for item in plan.items:
        many = len(dressed(plan, item, item.pieces[0]))
        mine = sections[at : at + many]
        at += many
        begins = tuple(sheets.first(f"section:{one['name']}") for one in mine)
        last = sheets.first(f"end:{mine[-1]['name']}")
        written = begins[int(plan.habit.divided)]
        parts = {part.mark: sheets.first(part.mark) - written + 1 for part in item.work.parts}
        laid[item.id] = Laid(length=last - written + 1, parts=parts)
        pages[item.id] = Pages(begins=tuple(one - begins[0] + 1 for one in begins), count=last - begins[0] + 1)
    return laid, pages


def numbered(plan: Plan, item: Item, pages: Pages, first: int | None, shift: int = 0) -> list[Section]:
    """The dressed sections with their printed numbers.

    Numbers through all files differ from the page in this file by ``shift``; of a document's own,
    ``first`` is that of its first written page.
    """
    mode, rng = printing(plan), chance("foot", plan.habit.seed)
    sections = dressed(plan, item, item.pieces[0])
    apart = int(plan.habit.divided)
    place, way = rng.choice(("c", "r", "c")), rng.choice(("{p}", "Page {p}", "{p}", "- {p} -"))
    own = rng.choice(("Page {p}", "Page {p} of {t}", "{p}"))
    for at, one in enumerate(sections):
        begin, length = pages.begins[at] - apart, pages.count - apart
        kept = one.get("foot", {})
        if mode in THROUGH:
            one |= {"foot": {**kept, "c" if place in kept else place: way}, "shift": shift}
        elif at >= apart and not kept and item.kind in _NUMBERED:
            if mode == "own" and first is not None:
                whole = first + length + chance("whole", plan.habit.seed, item.id).randint(0, 30)
                one |= {"foot": {place: own}, "start": first + begin - 1, "total": whole}
            elif mode == "single":
                one |= {"foot": {place: "Page {p} of {t}"}, "start": begin, "total": length}
    return sections


def outlined(document: Any, entries: Sequence[tuple[str, int]]) -> None:
    """Give the PDF bookmarks."""
    document.set_toc([[1, name, page] for name, page in entries])


def bookmark(item: Item, rng: Random) -> str:
    """What an item's bookmark says."""
    return item.label if item.label == item.title or rng.random() < 0.1 else f"{item.label} - {item.title}"


def alone(plan: Plan, item: Item, piece: Piece, first: int | None, pages: Pages) -> Sheets:
    """One document as a PDF of its own."""
    main = piece is item.pieces[0]
    sections = numbered(plan, item, pages, first) if main else dressed(plan, item, piece)
    return typeset([{**one, "name": f"{at}"} for at, one in enumerate(sections)])
