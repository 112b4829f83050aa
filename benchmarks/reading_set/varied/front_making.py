"""The front matter with the references in it, made again until its pages are the pages that it counts."""

import random
from collections.abc import Mapping
from typing import Any, NamedTuple

from .authentication import Authenticated, authentication
from .drawing import draw as draw_papers
from .front import contents, cover, second_copy, statement
from .layout import Layout, lay_out, number
from .pictures import with_pictures
from .plan import Plan
from .references import Written, draw, write
from .sheets import Leaf
from .tables import TableMaker
from .typesetting import Sheets, typeset
from .writing import Pen

Block = dict[str, Any]


class Made(NamedTuple):
    """The front matter as typeset with the references in it."""

    sheets: Sheets
    papers: list[dict[str, Any]]
    written: dict[str, list[Written]]
    layout: Layout
    applicant: dict[str, Any]
    auth: Authenticated


def make_front(plan: Plan, inside: list[Leaf]) -> Made:
    """The front matter, typeset again until the pages that it counts are the pages that there are."""
    guess = 5
    for _ in range(6):
        made = _front_of(plan, inside, guess)
        if made.sheets.count == guess or made.layout.front.endswith(".docx"):
            return made
        guess = made.sheets.count
    raise RuntimeError(f"the front matter of seed {plan.choice.seed} never settles")


def _front_of(plan: Plan, inside: list[Leaf], pages: int) -> Made:
    layout = lay_out(plan, inside, pages)
    dice = random.Random(f"references {plan.choice.seed}")  # noqa: S311
    refs = {code: [draw(plan, code, each, layout.placed, dice) for each in ids] for code, ids in plan.rows.items()}
    refs = _alike(plan, refs)
    written = {
        code: [write(ref, lambda each, at: number(plan, layout, pages, each, at)) for ref in row]
        for code, row in refs.items()
    }
    table, old = _tables(plan, layout, written)
    auth = authentication(plan)
    said, applicant = cover(plan)
    numbers = _numbers(plan, layout, pages)
    papers = _papers(plan, said, contents(plan, numbers), table, auth.blocks, old)
    shown, pictures = with_pictures(plan, papers)
    sheets = draw_papers(papers) if plan.choice.drawn else typeset(shown, pictures)
    return Made(sheets, papers, written, layout, applicant, auth)


def _tables(plan: Plan, layout: Layout, written: Mapping[str, list[Written]]) -> tuple[list[Block], list[Block]]:
    """The table in force and, for some, an earlier version of it that says less."""
    choice = plan.choice
    if choice.table == "none":
        return [], []
    dice = random.Random(f"pen {choice.seed}")  # noqa: S311
    pens = [Pen(plan, layout.names, dice)]
    if choice.seed % 4 == 1 and choice.wording in {"evidence", "short", "item_brackets", "dotted", "hash"}:
        pens.append(
            Pen(plan, layout.names, dice, style="evidence" if choice.wording != "evidence" else "item_brackets")
        )
    two = "two tables" in choice.extras and choice.table not in {"picture", "ticks"}
    versions = ((" (version 2)", " (version 1, replaced by version 2)"), ("", " - first draft, superseded"))[
        choice.seed % 2
    ]
    table = TableMaker(plan, pens, f"table {choice.seed}", versions[0] if two else "").blocks(written)
    if not two:
        return table, []
    fewer = {
        code: refs[:-1] if len(refs) > 1 else refs if at % 3 else [] for at, (code, refs) in enumerate(written.items())
    }
    old = TableMaker(plan, pens, f"table {choice.seed}", versions[1]).blocks(fewer)
    return table, [_unmarked(block) for block in old if block["t"] != "mark"]


def _unmarked(block: Block) -> Block:
    """A grid without the marks of the table in force."""
    if block["t"] == "side":
        return block | {half: [_unmarked(one) for one in block[half]] for half in ("left", "right")}
    if block["t"] != "grid":
        return block
    rows = {
        name: [
            [{key: value for key, value in cell.items() if key not in {"mark", "last"}} for cell in row]
            for row in block[name]
        ]
        for name in ("heads", "rows")
    }
    return block | rows


def _alike(plan: Plan, refs: Mapping[str, list[Any]]) -> dict[str, list[Any]]:
    """Matrices name no pages; a table by item names the same pages in each of its codes."""
    if plan.choice.table == "ticks":
        return {
            code: [ref._replace(ranges=(), section=None, simulated=False, beyond=False) for ref in row]
            for code, row in refs.items()
        }
    if plan.choice.table != "inverted":
        return dict(refs)
    first: dict[str, Any] = {}
    for row in refs.values():
        for ref in row:
            first.setdefault(ref.id, ref)
    return {
        code: [ref._replace(ranges=first[ref.id].ranges, section=None, beyond=first[ref.id].beyond) for ref in row]
        for code, row in refs.items()
    }


def _numbers(plan: Plan, layout: Layout, pages: int) -> dict[str, int] | None:
    """The page numbers that the contents list gives."""
    if plan.choice.file == "docx":
        return None
    if plan.choice.file == "pdf":
        added = layout.printed[layout.front] if plan.choice.counting == "printed" else 0
        return {each: there.places[0][1] + added for each, there in layout.placed.items()}
    if plan.choice.counting == "portfolio":
        return {each: number(plan, layout, pages, each, 1) for each in layout.placed}
    return None


def _papers(
    plan: Plan, said: list[Block], listed: list[Block], table: list[Block], auth: list[Block], old: list[Block]
) -> list[dict[str, Any]]:
    """The parts in their order as papers, each of which begins a page."""
    choice = plan.choice
    look = {
        "font": choice.font,
        "size": (10, 10.5, 11)[choice.seed % 3],
        "mx": (1.8, 2.2, 2.5)[choice.seed // 3 % 3],
        "footer": "{page}" if choice.counting not in {"printed", "portfolio"} and choice.seed % 2 else None,
    }
    wide = look | {"flipped": choice.table == "landscape"}
    words = statement(plan) if choice.seed % 3 else []
    about = [*said, *words] if choice.seed % 2 else said
    copy = second_copy(plan) if "second copy" in choice.extras else []
    groups: list[tuple[dict[str, Any], list[Block]]] = [(look, about)]
    if "contents beside table" in choice.extras and choice.table != "landscape":
        groups += [(look, copy), (look, [*listed, *table, *auth])]
    elif choice.seed % 7 == 0:
        groups += [(wide, [*table, *auth]), (look, listed)]
    else:
        apart = choice.seed % 4 == 0 or (choice.auth == "letter" and choice.seed % 2 == 0)
        groups += [(look, listed), (look, copy), (wide, table if apart else table + auth)]
        groups += [(look, auth)] if apart else []
    if old:
        groups.insert(len(groups) if choice.seed % 3 else 1, (wide, old))
    if "blank pages" in choice.extras:
        groups.append((look, [{"t": "centre", "x": "This page is left blank", "size": 9, "light": True}]))
    return [{"look": one, "blocks": blocks, "own": at == 0} for at, (one, blocks) in enumerate(groups) if blocks]
