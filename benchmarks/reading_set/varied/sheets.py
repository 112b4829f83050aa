"""The evidence as pages: papers typeset with dividers and headings, and which of the pages belong to which item."""

import random
from dataclasses import dataclass
from typing import Any

import pymupdf

from .front import label
from .plan import Item, Plan
from .typesetting import typeset

Block = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Leaf:
    """One item as pages of its own. ``divided``: the first page is a divider."""

    item: Item
    pdf: bytes
    count: int
    divided: bool


def leaves(plan: Plan) -> list[Leaf]:
    """Every item's pages, in the order of the items."""
    papers: list[dict[str, Any]] = []
    divided = is_divided(plan)
    for item in plan.items:
        if divided:
            papers.append(
                {
                    "look": {"font": plan.choice.font, "size": 11},
                    "name": f"item-{item.id}",
                    "blocks": _divider(plan, item),
                }
            )
        paper: dict[str, Any] = {"look": item.paper.look, "blocks": [*_heading(plan, item), *item.paper.blocks]}
        papers.append(paper if divided else paper | {"name": f"item-{item.id}"})
    sheets = typeset(papers)
    starts = [sheets.marks[f"item-{item.id}"][0] for item in plan.items] + [sheets.count + 1]
    with pymupdf.open("pdf", sheets.pdf) as whole:
        return [
            Leaf(
                item=item,
                pdf=_extract(whole, starts[at], starts[at + 1] - 1),
                count=starts[at + 1] - starts[at],
                divided=divided,
            )
            for at, item in enumerate(plan.items)
        ]


def is_divided(plan: Plan) -> bool:
    """Whether each item has a divider page before it."""
    choice = plan.choice
    sub_items = choice.segments == "sub_items" and choice.file == "pdf" and choice.seed % 2 == 0
    return choice.segments == "dividers" or choice.counting == "item_after_divider" or sub_items


def is_headed(plan: Plan) -> bool:
    """Whether each item's first page begins with its label."""
    choice = plan.choice
    sub_items = choice.segments == "sub_items" and choice.file == "pdf" and choice.seed % 2 == 1
    return not is_divided(plan) and (choice.segments == "headings" or sub_items)


def _divider(plan: Plan, item: Item) -> list[Block]:
    dice = random.Random(f"divider {plan.choice.seed}")  # noqa: S311
    look = dice.choice(("plain", "centre", "commented"))
    name = label(plan, item.id)
    if look == "plain":
        return [{"t": "h", "x": name, "size": 26}, {"t": "h", "x": item.title, "size": 15, "light": True}]
    if look == "centre":
        return [
            {"t": "v", "cm": 8},
            {"t": "centre", "x": name, "size": 30},
            {"t": "centre", "x": item.title, "size": 14, "light": True},
        ]
    number = int("".join(c for c in item.id if c.isdecimal()) or "1")
    words = (
        "I wrote this document and put it to the Group; the changes made there are marked.",
        "My part is the assessment and the advice. The measurements were made with a colleague.",
        "This shows how I came to the advice given; patient details were taken out.",
    )[number % 3]
    return [
        {"t": "h", "x": f"{name}: {item.title}", "size": 17},
        {"t": "kv", "xs": [["Sub-categories", ", ".join(item.codes)], ["My role", "Author"]]},
        {"t": "p", "x": f"Commentary. {words}"},
    ]


def _heading(plan: Plan, item: Item) -> list[Block]:
    if not is_headed(plan):
        return []
    form = ("{n}: {t}", "{n} - {t}", "{n}", "{n}. {t}")[plan.choice.seed % 4]
    return [{"t": "h", "x": form.format(n=label(plan, item.id), t=item.title), "size": 15}]


def _extract(whole: pymupdf.Document, first: int, last: int) -> bytes:
    with pymupdf.open() as part:
        part.insert_pdf(whole, from_page=first - 1, to_page=last - 1)
        return bytes(part.tobytes(garbage=3, deflate=True, no_new_id=True))
