"""Tables the other way round: a matrix of ticks, and one row for each item."""

import random
from collections.abc import Mapping, Sequence
from typing import Any

from .codes import code_text
from .plan import CODES, Plan
from .references import Written
from .writing import Pen

Block = dict[str, Any]


def by_item(plan: Plan, written: Mapping[str, Sequence[Written]]) -> dict[str, list[tuple[str, Written]]]:
    """For each id that a row would name, in the order of the items, its codes with their references."""
    order = [item.id for item in plan.items]
    order += [each for each in plan.written if each not in order]
    found: dict[str, list[tuple[str, Written]]] = {each: [] for each in order}
    for code in CODES:
        for ref in written.get(code, ()):
            found[ref.ref.id].append((code, ref))
    return {each: rows for each, rows in found.items() if rows}


def ticks(plan: Plan, pen: Pen, written: Mapping[str, Sequence[Written]], dice: random.Random) -> list[Block]:
    """Items down and codes across, or the other way where items are few; a mark where they meet."""
    found = by_item(plan, written)
    sign = dice.choice(("\u2713", "X", "x", "\u2022", "Y", "\u2714"))
    titles = {item.id: item.title for item in plan.items}
    style = dice.choice(("ruled", "ruled", "boxed", "rules"))
    codes = [code for code in CODES if written.get(code) or plan.choice.not_claimed != "left_out"]
    if len(found) <= 12 and dice.random() < 0.4:
        heads = [
            [
                {"x": dice.choice(("Sub-category", "Code", "")), "b": True},
                *({"x": plan.written[each], "b": True} for each in found),
            ]
        ]
        rows = [
            [
                {"x": code_text(code, _short(plan))},
                *({"x": sign if any(one == code for one, _ in found[each]) else "", "mid": True} for each in found),
            ]
            for code in codes
        ]
        widths: list[Any] = [2.4, *["1"] * len(found)]
    else:
        named = dice.random() < 0.5
        heads = [
            [
                {"x": dice.choice(("Evidence", "Item", "Evidence item")), "b": True},
                *({"x": code, "b": True} for code in codes),
            ]
        ]
        rows = [
            [
                {
                    "x": pen.name(each)
                    + (f" {titles[each]}" if named and each in titles and plan.choice.wording != "titled" else "")
                },
                *({"x": sign if any(one == code for one, _ in found[each]) else "", "mid": True} for code in codes),
            ]
            for each in found
        ]
        widths = ["1", *[0.74] * len(codes)]
    return [_block(heads, rows, widths, style, 7.5)]


def inverted(plan: Plan, pen: Pen, written: Mapping[str, Sequence[Written]], dice: random.Random) -> list[Block]:
    """One row for each item, with the sub-categories that it is for."""
    found = by_item(plan, written)
    titles = {item.id: item.title for item in plan.items}
    paged = any(ref.pages for rows in found.values() for _, ref in rows)
    sep = dice.choice((", ", "; ", "\n", " and "))
    heads = [
        dice.choice(("Evidence", "Item", "Evidence no.")),
        "Title",
        *(["Pages"] if paged else []),
        dice.choice(("Sub-categories", "Experience sub-categories", "Supports")),
    ]
    rows = []
    for each, refs in found.items():
        note = lambda ref: pen.note(ref) or (" (simulated)" if ref.ref.simulated else "")  # noqa: E731
        codes = sep.join(code_text(code, _short(plan)) + note(ref) for code, ref in refs)
        name = plan.written[each] if plan.choice.seed % 2 or plan.choice.wording == "titled" else pen.name(each)
        rows.append(
            [
                {"x": name},
                {"x": titles.get(each, "Further paper")},
                *([{"x": pen.numbers(refs[0][1]) or "all"}] if paged else []),
                {"x": codes},
            ]
        )
    if dice.random() < 0.4:
        order = list(range(len(heads)))
        dice.shuffle(order)
        heads, rows = [heads[at] for at in order], [[row[at] for at in order] for row in rows]
    wide = {"Title": "2", "Pages": 1.8}
    return [
        _block(
            [[{"x": head, "b": True} for head in heads]],
            rows,
            [wide.get(head, "1") for head in heads],
            dice.choice(("ruled", "rules", "zebra", "bare")),
            9.5,
        )
    ]


def _short(plan: Plan) -> str:
    return (
        plan.choice.codes
        if plan.choice.codes in {"point", "bracket", "roman", "three_one", "category_word"}
        else "plain"
    )


def _block(heads: list[list[Block]], rows: list[list[Block]], widths: list[Any], style: str, size: float) -> Block:
    heads[0][0]["mark"] = "table-first"
    for cell in rows[-1]:
        cell["last"] = "table-last"
    return {
        "t": "grid",
        "style": style,
        "widths": widths,
        "heads": heads,
        "rows": rows,
        "size": size,
        "pad": 3,
        "pady": 4,
        "shade": True,
    }
