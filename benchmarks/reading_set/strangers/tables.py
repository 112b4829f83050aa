"""The Experience Cross Reference Table as nodes of a page: its look, its forms without lines, and other tables."""

import re
from typing import Any, Final

from .chance import chance
from .data import codes, title, words
from .grids import Grid, Shapes, cell
from .phrases import Phrases
from .typeset import Node

_PLAIN, _BOLD = 0.6, 0.68  # of the size of letters, the width of a letter in the widest face
_SHADES: Final = ("#d9d9d9", "#dbe5f1", "#e2efda", "#fff2cc", "", "")
BEGIN, FIRST, END = "table:begin", "table:first", "table:end"


def heading(phrases: Phrases) -> str:
    """What the table is called."""
    rng = chance("table title", phrases.habit.seed)
    said = str(rng.choice(words("wordings")["table"]["titles"]))
    if phrases.habit.decoy == "old_table":
        said += rng.choice((" \u2013 current version", " (current)", " - final"))
    return f"{said} (completed)" if phrases.habit.decoy == "empty_form" else said


def look_of(phrases: Phrases) -> dict[str, Any]:
    """How the lines and shades of this applicant's tables are."""
    rng = chance("look", phrases.habit.seed)
    stroke = {"ruled": "all", "zebra": rng.choice(("none", "lines", "head")), "bare": "none"}.get(
        phrases.habit.look, phrases.habit.look
    )
    made: dict[str, Any] = {
        "stroke": stroke,
        "pad": rng.choice((3, 4, 5)),
        "pen": rng.choice((0.4, 0.5, 0.75)),
        "ink": rng.choice((0, 0, 110, 150)),
        "repeat": rng.random() < 0.65,
        "size": rng.choice((9, 9.5, 10)),
    }
    if phrases.habit.look in {"bare", "head", "booktabs"} or stroke == "none":
        made["pady"] = 6
    if phrases.habit.look == "zebra":
        made["stripe"] = rng.choice(("#eef3fa", "#f0f0f0", "#e8f2e6"))
    if shade := rng.choice(_SHADES) if phrases.habit.look in {"ruled", "zebra", "lines", "columns"} else "":
        made["top"] = shade
    return made


def mapping(phrases: Phrases) -> list[Node]:
    """The table under its title, its key below."""
    rng = chance("lead", phrases.habit.seed)
    nodes: list[Node] = [{"k": "h", "t": heading(phrases), "size": rng.choice((13, 14, 16)), "mk": BEGIN}]
    if lead := rng.choice(words("wordings")["table"]["lead"]):
        nodes.append({"k": "p", "t": lead})
    nodes += _form(phrases)
    if phrases.legend:
        nodes.append({"k": "p", "t": phrases.legend, "size": 9})
    if statement := counted(phrases):
        nodes.append({"k": "p", "t": statement, "size": 9.5, "i": rng.random() < 0.4})
    return nodes


def counted(phrases: Phrases) -> str:
    """What page numbers count, where the applicant says so: always where it could not be told."""
    numbers, habit = phrases.numbers, phrases.habit
    if not numbers.hinted:
        return ""
    rng = chance("counted", habit.seed)
    if not numbers.unclear() and rng.random() < 0.65:
        return ""
    key = {"item_after_divider": "undivided", "item": "divided" if habit.divided else "item"}.get(
        numbers.way, numbers.way
    )
    return str(rng.choice(words("wordings")["counted"][key]))


def _form(phrases: Phrases) -> list[Node]:
    habit = phrases.habit
    if habit.table == "typed":
        return _typed(phrases)
    grids = Shapes(phrases).grids()
    look = look_of(phrases)
    if habit.table == "two_column":
        (whole,) = grids
        half = (len(whole.rows) + 1) // 2
        sides = [
            _node(Grid(widths=whole.widths, heads=whole.heads, rows=rows), look, total=224)
            for rows in (whole.rows[:half], whole.rows[half:])
        ]
        marked(sides[0], sides[1])
        return [{"k": "side", "parts": [[sides[0]], [sides[1]]]}]
    nodes: list[Node] = []
    total = 710 if habit.flip else 463
    tables = [_node(grid, look, total=total) for grid in grids]
    marked(tables[0], tables[-1])
    for grid, table in zip(grids, tables, strict=True):
        if grid.name:
            nodes.append({"k": "h", "t": grid.name, "size": 11})
        nodes.append(table)
    return nodes


def _node(grid: Grid, look: dict[str, Any], *, total: float) -> Node:
    narrow = len(grid.widths) > 9
    more = {"size": 8 if narrow else look["size"], "pad": 2 if narrow else look["pad"]}
    merged = any(one.get("rs", 1) > 1 for row in grid.rows for one in row)
    body = {**look, **more, "breaks": not narrow, "stripe": None if merged else look.get("stripe")}
    widths = list(grid.widths) if narrow else _fitted(grid, total=total, size=body["size"], pad=body["pad"])
    return {"k": "table", "widths": widths, "heads": grid.heads, "rows": grid.rows, **body}


def _fitted(grid: Grid, *, total: float, size: float, pad: float) -> list[float]:
    """Widths of columns in points: no word is wider than its cell, as word processors see to it."""
    share = total / sum(grid.widths)
    wide = [share * one for one in grid.widths]
    need = [0.0] * len(wide)
    for row in [*grid.heads[-1:], *grid.rows]:
        if len(row) != len(wide) or any(one.get("cs", 1) > 1 for one in row):
            continue
        for at, one in enumerate(row):
            parts = (
                [one["t"]]
                if isinstance(one["t"], str)
                else [part if isinstance(part, str) else part["t"] for part in one["t"]]
            )
            words_in = [] if one.get("up") else re.split(r"[\s-]", " ".join(parts))
            longest = max((len(word) for word in words_in), default=0)
            need[at] = max(need[at], longest * size * (_BOLD if one.get("b") else _PLAIN) + 2 * pad + 2)
    spare = [max(0.0, one - least) for one, least in zip(wide, need, strict=True)]
    short = sum(max(0.0, least - one) for one, least in zip(wide, need, strict=True))
    taken = min(1.0, short / sum(spare)) if sum(spare) else 0.0
    return [max(one, least) - extra * taken for one, least, extra in zip(wide, need, spare, strict=True)]


def marked(first: Node, last: Node, names: tuple[str, str] = (FIRST, END)) -> None:
    """Note where the first and the last row of a table stand; the last may run over a page."""
    for one in first["heads"][0] if first["heads"] else first["rows"][0]:
        one["mark"] = names[0]
    for one in last["rows"][-1]:
        one["last"] = names[1]


def _typed(phrases: Phrases) -> list[Node]:
    """The table without a grid: tabs, dots, lines or bullets."""
    rng = chance("typed", phrases.habit.seed)
    shapes = Shapes(phrases)
    way = rng.choice(("tabs", "colons", "dots", "bullets", "tabs"))
    wide = 250 if phrases.habit.codes in {"title", "colon"} else 110
    nodes: list[Node] = []
    for code in shapes.codes:
        refs = phrases.plan.of_code(code)
        said = phrases.cell(refs)
        flat = said.replace("\n", "; ") if isinstance(said, str) else said
        if way == "tabs":
            nodes.append({"k": "tab", "widths": [wide], "cells": [phrases.code(code), said]})
        elif way == "dots" and isinstance(flat, str) and len(flat) < 40:
            nodes.append({"k": "leader", "t": phrases.code(code), "to": flat})
        elif way == "bullets":
            nodes.append({"k": "h", "t": phrases.code(code, titled=True), "size": 10.5, "above": 9})
            nodes += [{"k": "p", "t": f"\u2022  {phrases.ref(ref)}", "above": 4, "below": 4} for ref in refs] or [
                {"k": "p", "t": phrases.empty or "None"}
            ]
        else:
            lead = phrases.code(code)
            nodes.append(
                {
                    "k": "p",
                    "t": f"{lead} \u2013 {flat or 'none'}" if isinstance(flat, str) else [f"{lead} \u2013 ", *flat],
                }
            )
    nodes[0]["mk"] = FIRST
    nodes[-1]["mk"] = END
    return nodes


# Tables that are not it


def guidance() -> list[Node]:
    """What the scheme asks for, in an applicant's words."""
    rows = [[cell(code), cell(title(code)), cell(words("scheme")["asked"][code])] for code in codes()]
    heads = [[cell(name, b=True) for name in ("Sub-category", "About", "Evidence looked for")]]
    lead: list[Node] = [
        {"k": "h", "t": "The experience categories in brief", "size": 14},
        {"k": "p", "t": "For the reader's convenience the scheme's categories are summed up here."},
    ]
    return [*lead, {"k": "table", "widths": [1, 2.5, 3], "heads": heads, "rows": rows, "size": 9}]


def gaps(seed: int) -> list[Node]:
    """A self-assessment made while preparing."""
    rng = chance("gaps", seed)
    rows = [
        [
            cell(code),
            cell(title(code)),
            cell(str(rng.randint(2, 5))),
            cell(rng.choice(("", "seek more cases", "ask to join audit", "done 2024"))),
        ]
        for code in codes()
    ]
    heads = [[cell(name, b=True) for name in ("Sub-category", "Experience", "Confidence (1-5)", "Plan")]]
    lead: list[Node] = [{"k": "h", "t": "Self-assessment at the start of portfolio work", "size": 14}]
    return [*lead, {"k": "table", "widths": [1, 3, 1, 2], "heads": heads, "rows": rows, "size": 9}]


def old_table(phrases: Phrases) -> list[Node]:
    """An earlier version of the table, called so."""
    rng = chance("old", phrases.habit.seed)
    items = [item for item in phrases.plan.items if item.sent]
    rows = [[cell(phrases.code(code)), cell(phrases.cited(rng.choice(items)))] for code in codes()]
    heads = [[cell("Sub-category", b=True), cell("Evidence", b=True)]]
    said = rng.choice(
        (
            "Experience Cross Reference Table - earlier draft, superseded",
            "Cross Reference Table (old version, kept for the record)",
        )
    )
    return [
        {"k": "h", "t": said, "size": 14},
        {"k": "table", "widths": [2, 3], "heads": heads, "rows": rows, "size": 9.5},
    ]


def empty_form() -> list[Node]:
    """The form as it was downloaded, not filled in."""
    rows = [[cell(code), cell(title(code)), cell("")] for code in codes()]
    heads = [[cell(name, b=True) for name in ("Sub-category", "Title", "Evidence")]]
    return [
        {"k": "h", "t": "Experience Cross Reference Table (blank form)", "size": 14},
        {"k": "table", "widths": [1, 3, 3], "heads": heads, "rows": rows, "size": 9.5},
    ]
