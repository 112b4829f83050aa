"""The front of a portfolio as nodes: cover, list of evidence, and what else people put there."""

from collections.abc import Mapping
from random import Random
from typing import Final

from .chance import chance
from .data import words
from .days import STYLES, day
from .desk import prose
from .grids import cell
from .model import Item, Plan
from .tables import marked
from .typeset import Node

LIST_BEGIN, LIST_END = "list:begin", "list:end"
_LEADS: Final = (": ", " \u2013 ", " - ", "  ", ". ")


def cover(plan: Plan) -> list[Node]:
    """The first sheet, or the lines at the head of it."""
    habit, rng = plan.habit, chance("cover", plan.habit.seed)
    bank = words("wordings")["cover"]
    head: Node = {
        "k": "h",
        "t": rng.choice(bank["heads"]),
        "size": rng.choice((18, 22, 26)),
        "al": rng.choice(("left", "center")),
    }
    dated = day(plan.submitted, rng.choice(STYLES)) if plan.submitted else ""
    name, when = rng.choice(bank["name"]), rng.choice(bank["dated"])
    letters = rng.choice(("", "", "", "", ", MSc, MIPEM", ", BSc (Hons)"))
    if habit.cover == "none":
        return [{"k": "p", "t": f"{name}: {plan.applicant}"}]
    if habit.cover == "by":
        return [
            head,
            {"k": "p", "t": f"by {plan.applicant}", "size": 14, "al": head["al"]},
            {"k": "p", "t": plan.place, "al": head["al"]},
        ]
    rows = [
        [name, plan.applicant],
        ["Post", plan.post],
        [rng.choice(("Employer", "Hospital", "Organisation")), plan.place],
    ]
    rows += [[when, dated]] if dated else []
    if habit.cover == "grid":
        body: list[Node] = [
            {
                "k": "table",
                "widths": [1, 2.4],
                "heads": [],
                "rows": [[cell(one, b=True), cell(other)] for one, other in rows],
                "pad": 6,
                "size": 11,
            }
        ]
    elif habit.cover == "lines":
        body = [
            {"k": "p", "t": f"{plan.applicant}{letters}", "size": 15, "b": True},
            {"k": "p", "t": f"{plan.post}\n{plan.place}"},
        ]
        body += [{"k": "p", "t": f"{when}: {dated}" if rng.random() < 0.5 else f"{when} {dated}"}] if dated else []
    elif habit.cover == "sentence":
        who = f"{plan.applicant}, {plan.post} at {plan.place}"
        said = f"This portfolio is submitted by {who}, for the MRSE Certificate of Competence."
        body = [{"k": "p", "t": said}, *([{"k": "p", "t": f"{when}: {dated}"}] if dated else [])]
    else:
        body = [{"k": "kv", "items": [[f"{one}:", other] for one, other in rows], "gap": 9}]
    intro = rng.sample(bank["intro"], rng.randint(0, 3))
    return [
        head,
        {"k": "space", "h": rng.choice((10, 40, 90))},
        *body,
        {"k": "space", "h": 20},
        *([{"k": "p", "t": " ".join(intro)}] if intro else []),
    ]


def claims_in_list(plan: Plan, item: Item) -> list[str] | None:
    """The sub-categories that the list of evidence names for an item."""
    return plan.codes_of(item) or None if plan.habit.contents == "claims" else None


def listed(plan: Plan) -> tuple[Item, ...]:
    """What the list of evidence holds: all items, those that were not sent only where they are still to come."""
    if chance("listed", plan.habit.seed).random() < 0.5:
        return plan.items
    return plan.sent


def contents(plan: Plan, pages: Mapping[str, int]) -> list[Node]:
    """The list of evidence; ``pages`` are the numbers that it gives, none where it gives none."""
    habit, rng = plan.habit, chance("contents", plan.habit.seed)
    bank = words("wordings")["contents"]
    if habit.contents == "absent":
        return []
    title: Node = {"k": "h", "t": rng.choice(bank["titles"]), "size": rng.choice((13, 14, 16)), "mk": LIST_BEGIN}
    follow = rng.choice(bank["follow"])
    lead = rng.choice(_LEADS)
    items = listed(plan)
    names = {item.id: _titled(plan, item) + ("" if item.sent else follow) for item in items}
    if habit.contents in {"grid", "claims"}:
        return [title, _list_table(plan, items, names, pages, rng)]
    nodes: list[Node] = []
    for item in items:
        said = names[item.id] if item.label == item.title else f"{item.label}{lead}{names[item.id]}"
        if habit.contents == "numbered":
            nodes.append(
                {"k": "tab", "widths": [110 if len(item.label) < 18 else 150], "cells": [item.label, names[item.id]]}
            )
        elif habit.contents == "leaders" and item.id in pages:
            nodes.append({"k": "leader", "t": said, "to": str(pages[item.id])})
        else:
            nodes.append({"k": "p", "t": said, "above": 5, "below": 5})
    nodes[-1]["mk"] = LIST_END
    return [title, *nodes]


def _titled(plan: Plan, item: Item) -> str:
    return item.title + (
        words("wordings")["notes"]["contents"][0] if plan.habit.notes == "contents" and item.simulated else ""
    )


def _list_table(
    plan: Plan, items: tuple[Item, ...], names: Mapping[str, str], pages: Mapping[str, int], rng: Random
) -> Node:
    heads = words("wordings")["heads"]
    claims = plan.habit.contents == "claims"
    numbered = bool(pages) and (not claims or rng.random() < 0.4)
    named = any(item.label != item.title for item in items)
    head = [*([rng.choice(heads["item"])] if named else []), rng.choice(heads["item_title"])]
    head += [rng.choice(heads["claims"])] if claims else []
    head += ["Page"] if numbered else []
    rows = []
    for item in items:
        row = [*([item.label] if named else []), names[item.id]]
        row += [", ".join(claims_in_list(plan, item) or ["-"])] if claims else []
        row += [str(pages.get(item.id, ""))] if numbered else []
        rows.append([cell(one) for one in row])
    widths = [*([1.3] if named else []), 4.0, *([1.6] if claims else []), *([0.7] if numbered else [])]
    look = rng.choice(
        (
            {"stroke": "all", "top": "#e4e4e4"},
            {"stroke": "lines"},
            {"stroke": "none", "stripe": "#f1f1f1"},
            {"stroke": "booktabs"},
        )
    )
    table: Node = {
        "k": "table",
        "widths": widths,
        "heads": [[cell(one, b=True) for one in head]],
        "rows": rows,
        "size": rng.choice((9, 10)),
        "breaks": False,
        **look,
    }
    marked(table, table, ("list:first", LIST_END))
    return table


def statement(plan: Plan) -> list[Node]:
    """A few pages of a person's own account, in which items are spoken of."""
    rng = chance("statement", plan.habit.seed)
    nodes: list[Node] = [
        {
            "k": "h",
            "t": rng.choice(
                ("Personal statement", "Summary of experience", "Commentary", "Introduction to my practice")
            ),
            "size": 14,
        }
    ]
    for item in rng.sample(plan.sent, min(4, len(plan.sent))):
        name = item.title if item.label == item.title else item.label
        before, behind = prose(rng, "reflection", 1, 2), prose(rng, item.kind, 1, 2)
        nodes.append({"k": "p", "t": f"{before} I describe this further in {name}. {behind}"})
    return nodes


def curriculum(plan: Plan) -> list[Node]:
    """A CV with a table of courses."""
    rng = chance("cv", plan.habit.seed)
    rows = [
        [
            cell(str(year)),
            cell(
                rng.choice(("MR safety update", "Course on implants", "ABMRS MRSE examination", "Root cause analysis"))
            ),
            cell(f"{rng.randint(1, 3)} d"),
        ]
        for year in range(2018, 2025)
    ]
    heads = [[cell(one, b=True) for one in ("Year", "Course", "Length")]]
    return [
        {"k": "h", "t": "Curriculum vitae", "size": 15},
        {"k": "p", "t": f"{plan.applicant}\n{plan.post}, {plan.place}"},
        *({"k": "p", "t": prose(rng, "reflection")} for _ in range(3)),
        {"k": "table", "widths": [1, 4, 1], "heads": heads, "rows": rows, "size": 9.5},
    ]
