# ruff: noqa: RUF001 - applicants write dashes
"""Cover, contents list, table and evidence as Typst."""

from typing import Final

from ..more_references.chance import chance  # noqa: TID252 - the set is imported by two names
from ..more_references.front import BREAK, cover, mark  # noqa: TID252 - as above
from ..more_references.topics import LIST_HEADINGS, TABLE_HEADINGS  # noqa: TID252 - as above
from ..more_references.typst_words import quoted, table  # noqa: TID252 - as above
from ..more_references.vouching import authentication  # noqa: TID252 - as above
from .cells import Cells
from .model import Item, Plan
from .names import FOOTERS
from .place import Layout, drawn, numbering, offset
from .tables import drawn_table
from .works import Block, blocks_of

DRAFTS: Final = ("superseded", "first draft, not in force", "earlier version – replaced", "old version, do not use")
FINALS: Final = ("final version", "version in force", "version 2, final", "current version")


def head(plan: Plan, layout: Layout) -> str:
    """Paper, type, and the numbers at the foot of pages."""
    rng = chance("more again, look", plan.seed)
    footer, words, side = "", rng.choice(FOOTERS), rng.choice(("center", "right"))
    if plan.counting == "printed":
        front = 'align(center, numbering("i", here().page()))' if plan.roman else "none"
        footer = (
            f", footer: context {{ let n = here().page() - {offset(plan, layout)}; "
            f"if n > 0 {{ align({side}, {words}) }} else {{ {front} }} }}"
        )
    elif plan.counting == "portfolio" and plan.carrier == "volumes":
        footer = f", footer: context {{ let n = here().page(); align({side}, {words}) }}"
    size = rng.choice((10, 10, 10.5))
    return (
        f'#set document(date: none)\n#set page("a4", margin: 2.2cm{footer})\n'
        f'#set text(font: "{rng.choice(("Libertinus Serif", "New Computer Modern"))}", size: {size}pt, '
        'lang: "en", region: "gb", hyphenate: false)\n'
    )


def front(plan: Plan, layout: Layout) -> str:
    """Everything before the evidence."""
    cells = Cells(plan, numbering(plan, layout, plan.counting))
    parts = [cover(plan)]  # type: ignore[arg-type]  # it looks at people and seed alone
    if plan.listing != "none":
        parts.append(mark("list") + _listing(plan, layout) + mark("list end"))
    tables = [_table(plan, cells)]
    if plan.draft:
        tables.insert(0 if plan.draft_first else 1, _draft(plan, cells))
    if len(parts) > 1 and not plan.draft and plan.seed % 5 == 3:
        parts, tables = [parts[0], *tables], parts[1:]
    return BREAK.join(parts + tables)


def _title(plan: Plan) -> str:
    return chance("more again, table", plan.seed).choice(TABLE_HEADINGS)


def _large(text: str, size: int) -> str:
    return f'#text(size: {size}pt, weight: "bold")[{quoted(text)}]\n\n'


def _table(plan: Plan, cells: Cells) -> str:
    rng = chance("more again, final", plan.seed)
    title = _title(plan) + (f" ({rng.choice(FINALS)})" if plan.draft else "")
    words = _large(title, 15) + (f"{quoted(plan.statement)}\n\n" if plan.statement else "")
    words += mark("table") + drawn_table(plan, cells, plan.form, plan.rows) + mark("table end")
    words += "".join(f"\n{quoted(one)}\n" for one in plan.legend)
    body = authentication(plan.people)
    return words + (f"#block(breakable: false)[{body}]" if body else "")


def _draft(plan: Plan, cells: Cells) -> str:
    rng = chance("more again, draft", plan.seed)
    return _large(f"{_title(plan)} ({rng.choice(DRAFTS)})", 15) + drawn_table(plan, cells, plan.form, plan.draft)


def name_of(plan: Plan, item: Item) -> str:
    """What the item is called on itself and in the contents list."""
    return plan.heading.format(n=item.label)


def claimed(plan: Plan, item: Item) -> list[str]:
    """The sub-categories that the contents list names for the item."""
    return [row.code for row in plan.rows if any(item in ref.items for ref in row.refs)] if plan.claims else []


def _listing(plan: Plan, layout: Layout) -> str:
    rng = chance("more again, list", plan.seed)
    words = _large(rng.choice(LIST_HEADINGS), 15)
    items = [item for item in plan.items if item.sent or plan.seed % 2]
    names = {item.id: name_of(plan, item) for item in items}
    late = {item.id: "" if item.sent else " (to follow)" for item in items}
    if plan.listing in {"table", "claims"}:
        rows = [["*No.*", "*Title*", *(["*Sub-categories*"] if plan.claims else [])]]
        for item in items:
            last = [quoted(", ".join(claimed(plan, item)))] if plan.claims else []
            rows.append([quoted(names[item.id]), quoted(item.title + late[item.id]), *last])
        return words + table(rows, "(4cm, 1fr, 3.4cm)" if plan.claims else "(4cm, 9cm)", header=True)
    if plan.listing == "dotted" and not plan.front:
        counting = "printed" if plan.counting == "printed" else "portfolio"
        page = numbering(plan, layout, counting)
        return words + "\n\n".join(
            f"{quoted(f'{names[one.id]}: {one.title}{late[one.id]}')} #box(width: 1fr, repeat[.]) "
            + (str(page(one, 1 - plan.divided)) if one.sent else "–")
            for one in items
        )
    form = "{t} ({n})" if plan.listing == "brackets" else rng.choice(("{n}: {t}", "{n} – {t}", "{n}. {t}"))
    return words + "\n\n".join(quoted(form.format(n=names[one.id], t=one.title) + late[one.id]) for one in items)


# Evidence


def evidence(plan: Plan) -> list[str]:
    """Every page of the items that are sent as PDF."""
    return [page for item in drawn(plan) for page in _pages(plan, item)]


def heading_of(plan: Plan, item: Item) -> str:
    """The item's name and title as they stand on it."""
    rng = chance("more again, headings", plan.seed)
    form = rng.choice(("{h}: {t}", "{h}\n{t}", "{h} - {t}", "{h} | {t}", "{h} – {t}"))
    return form.format(h=name_of(plan, item), t=item.title) if item.shown else name_of(plan, item)


def _pages(plan: Plan, item: Item) -> list[str]:
    rng = chance("more again, item", plan.seed, item.id)
    titled = heading_of(plan, item)
    pages = ["\n\n".join(_drawn(block) for block in page) for page in blocks_of(rng, item)]
    below = f"#text(fill: luma(90))[{quoted(item.subtitle)}]\n\n" if item.subtitle and item.shown else ""
    if plan.segments == "stamps":
        stamp = quoted(name_of(plan, item))
        pages[0] = _large(item.title, 15) + below + pages[0]
        pages = [f"#place(top + right, dy: -1.2cm)[{stamp}]\n{page}" for page in pages]
    elif plan.segments == "bookmarks":
        pages[0] = _large(item.title, 15) + below + pages[0]
    elif not plan.divided:
        pages[0] = _over(plan, item) + _large(titled, 15) + below + pages[0]
    if plan.counters:
        corner = "top" if plan.segments == "stamps" else "top + right"
        skipped = rng.choice((0, 0, 6, 13)) if plan.statement else 0
        pages = [
            f"#place({corner}, dy: -1.2cm)[{quoted(f'Page {at + skipped} of {item.pages + 2 * skipped}')}]\n{page}"
            for at, page in enumerate(pages, start=1)
        ]
    if plan.divided:
        space = rng.choice((4, 7, 10))
        return [f"#v({space}cm)\n#align(center)[{_over(plan, item)}{_large(titled, 20)}{below}]", *pages]
    return pages


def _over(plan: Plan, item: Item) -> str:
    """The name of the whole over the first of its parts, where items are told apart by headings."""
    first = item.parent and next(one for one in plan.items if one.parent == item.parent) is item
    if plan.segments != "sub_items" or not first:
        return ""
    return _large(plan.heading.format(n=item.parent), 18)


def _drawn(block: Block) -> str:
    if block.kind == "table":
        return table([[quoted(cell) for cell in row] for row in block.rows], _widths(len(block.rows[0])))
    words, lead = quoted(block.text), quoted(block.lead)
    return {
        "heading": f'#text(size: 12pt, weight: "bold")[{words}]',
        "numbered": f"*{lead}* #h(3mm) {words}",
        "bullet": f"- {words}",
        "slide": f"#rect(width: 100%, inset: 14pt)[#text(size: 18pt)[{words}] #h(1fr) {lead}]",
        "figure": "#rect(width: 9cm, height: 2.6cm, fill: luma(225), stroke: 0.4pt)",
    }.get(block.kind, words)


def _widths(count: int) -> str:
    return "(1.4cm, 1fr, 1fr)" if count == 3 else "(4cm, 4cm)"
