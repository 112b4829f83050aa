"""The sections of the front: which sheets it has, in which order, and how their pages are numbered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, Final

from . import front, tables
from .binding import THROUGH, printing
from .chance import chance
from .phrases import Phrases
from .typeset import Node, Section, Sheets, opened, pymupdf, typeset
from .vouching import vouched

Pictures = dict[str, bytes]
_DPI: Final = 170


@dataclass(frozen=True, kw_only=True)
class Front:
    """Sections before the evidence and behind it, and the pictures that they show."""

    before: list[Section]
    behind: list[Section]
    pictures: Pictures


def nodes_of(phrases: Phrases, pages: Mapping[str, int]) -> dict[str, list[Node]]:
    """What the front holds, by sheet: cover, contents, others (what precedes the table), table, vouch."""
    plan = phrases.plan
    others: dict[str, list[Node]] = {
        "statement": front.statement(plan),
        "guidance": tables.guidance(),
        "gap": tables.gaps(plan.habit.seed),
        "self": tables.gaps(plan.habit.seed),
        "old_table": [] if plan.habit.table == "none" else tables.old_table(phrases),
        "empty_form": [] if plan.habit.table == "none" else tables.empty_form(),
        "cv": front.curriculum(plan),
    }
    return {
        "cover": front.cover(plan),
        "contents": front.contents(plan, pages),
        "others": others.get(plan.habit.decoy, []) if plan.habit.decoy != "cv" or plan.habit.bound else [],
        "table": [] if plan.habit.table == "none" else tables.mapping(phrases),
        "vouch": vouched(plan),
    }


def made(phrases: Phrases, pages: Mapping[str, int], *, spread: bool = False) -> Front:
    """The front of a PDF; ``spread`` keeps the table from sharing a sheet."""
    habit, rng = phrases.habit, chance("opening", phrases.habit.seed)
    sheets = nodes_of(phrases, pages)
    pictures: Pictures = {}
    if habit.picture:
        sheets["table"], pictures = _pictured(sheets["table"], rng)
    size = rng.choice((10.0, 10.5, 11.0))
    face = rng.choice(("Office Sans", "Libertinus Serif")) if habit.font == "mixed" else habit.font
    look: dict[str, Any] = {"font": face, "size": size, "margin": rng.choice((50, 58, 66))}
    order = ["cover", "contents", "others", "table"] if rng.random() < 0.7 else ["cover", "others", "contents", "table"]
    joined = _joined(habit.cover, flip=_wide(phrases, sheets["table"]), rng=rng)
    sections: list[Section] = []
    for name in order:
        nodes = sheets[name]
        if not nodes:
            continue
        glued = sections and (sections[-1]["name"], name) in joined and not (spread and name == "table")
        if glued:
            sections[-1]["nodes"] = [*sections[-1]["nodes"], {"k": "space", "h": 16}, *nodes]
            sections[-1]["name"] = name
        else:
            sections.append({"name": name, "nodes": list(nodes), **look})
    sections = _vouched(sections, sheets["vouch"], look, letter=habit.vouch == "letter")
    for one in sections:
        one["flip"] = one["name"] == "table" and _wide(phrases, one["nodes"])
    _footed(phrases, sections, rng)
    at = (
        next((at for at, one in enumerate(sections) if one["name"] == "table"), len(sections))
        if habit.behind
        else len(sections)
    )
    return Front(before=sections[:at], behind=sections[at:], pictures=pictures)


def _joined(cover: str, *, flip: bool, rng: Random) -> set[tuple[str, str]]:
    """Which sheets go on where the one before ends."""
    made_of: set[tuple[str, str]] = set()
    if rng.random() < 0.3 or cover == "none":
        made_of |= {("cover", "contents"), ("cover", "others")}
    if rng.random() < 0.3 and not flip:
        made_of |= {("contents", "table")}
    if cover == "none" and not flip:
        made_of |= {("cover", "table")}
    return made_of


def _vouched(sections: list[Section], nodes: list[Node], look: dict[str, Any], *, letter: bool) -> list[Section]:
    if not nodes:
        return sections
    if letter or sections[-1]["name"] != "table":
        return [*sections, {"name": "vouch", "nodes": nodes, **look}]
    sections[-1]["nodes"] = [*sections[-1]["nodes"], {"k": "space", "h": 10}, *nodes]
    return sections


def _wide(phrases: Phrases, nodes: Sequence[Node]) -> bool:
    """Whether the table lies on its side: by habit, or since it has many columns and a title in each row."""
    crowded = any(node["k"] == "table" and len(node["widths"]) > 17 for node in nodes)
    return phrases.habit.flip or (crowded and phrases.habit.table == "ticks")


def _footed(phrases: Phrases, sections: Sequence[Section], rng: Random) -> None:
    """The numbers at the foot of the front."""
    mode = printing(phrases.plan) if phrases.habit.bound else "front"
    roman = rng.random() < 0.6
    foot = {rng.choice(("c", "r")): rng.choice(("{p}", "Page {p}"))}
    for one in sections:
        if mode in {"through", "offset"} and not (mode == "offset" and one["name"] == "cover"):
            one |= {"foot": foot, "shift": 0 if mode == "through" else -1}
        elif mode == "anew" and roman:
            one |= {"foot": foot, "shift": 0, "roman": True}
    if mode not in THROUGH and not phrases.habit.bound and rng.random() < 0.5:
        for one in sections:
            one |= {"foot": foot, "shift": 0}


def _pictured(nodes: Sequence[Node], rng: Random) -> tuple[list[Node], Pictures]:
    """The table as pictures of itself, as people paste them."""
    shown = [node for node in nodes if node["k"] == "table"]
    sheets = typeset(
        [
            {
                "name": "picture",
                "font": "DejaVu Sans",
                "size": 10,
                "margin": 40,
                "nodes": [{**node, "size": 10.5} for node in shown],
            }
        ]
    )
    pictures: Pictures = {}
    with opened(sheets.pdf) as document:
        for page in document:
            box = pymupdf.Rect()
            for one in [*page.get_text("blocks"), *(drawing["rect"] for drawing in page.get_drawings())]:
                box |= pymupdf.Rect(one[:4])
            pictures[f"table{len(pictures)}.png"] = page.get_pixmap(
                dpi=rng.choice((130, _DPI)), clip=pymupdf.Rect(box.x0 - 4, box.y0 - 4, box.x1 + 4, box.y1 + 4)
            ).tobytes("png")
    names = list(pictures)
    images: list[Node] = [{"k": "img", "name": name} for name in names]
    images[0] = {"k": "img", "name": names[0], "mk": tables.FIRST}
    images.append({"k": "mark", "name": tables.END}) if len(images) == 1 else images[-1].update({"mk": tables.END})
    at = nodes.index(shown[0])
    return [*nodes[:at], *images, *(node for node in nodes[at:] if node["k"] != "table")], pictures


def spoiled(sheets: Sheets) -> bool:
    """Whether the table's title stands alone on the page before its first row."""
    marks = sheets.marks
    return tables.FIRST in marks and marks[tables.FIRST][0] != marks[tables.BEGIN][0]


def pages_of(sheets: Sheets, begin: str, end: str) -> list[int]:
    """Every page from one place to another."""
    if begin not in sheets.marks:
        return []
    return list(range(sheets.marks[begin][0], sheets.marks[end][-1] + 1))
