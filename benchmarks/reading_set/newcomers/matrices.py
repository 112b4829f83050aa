"""Tables that go by item: tick matrices and lists of items with their sub-categories."""

from typing import Final

from .chance import chance
from .grid import Cell, Row
from .model import Item
from .rows import Rows, cells
from .said import day
from .wording import Wording
from .words import CODES, TITLES

_MARKS: Final = ("\u2713", "\u2713", "X", "x", "\u2714", "\u25cf")


def ticked(wording: Wording) -> Rows:
    """A matrix: items down and sub-categories across, or the other way; a page in place of a tick where one is said."""
    rng = chance("ticks", wording.choice.seed)
    mark = rng.choice(_MARKS)
    items = _cited(wording)
    marks = {(ref.item.id, ref.code): f"p{wording.pages(ref)}" if ref.pages else mark for ref in wording.plan.refs}
    codes = [code for code in CODES if wording.plan.of_code(code) or wording.choice.empties != "left_out"]
    if len(items) > 12 or rng.random() < 0.6:
        heads: Row = (Cell(text="Evidence"), *(Cell(text=wording.short_code(code), centred=True) for code in codes))
        rows = [
            (
                Cell(text=_named(wording, item)),
                *(Cell(text=marks.get((item.id, code), ""), centred=True) for code in codes),
            )
            for item in items
        ]
        return Rows(widths=(5, *([1] * len(codes))), heads=(heads,), rows=tuple(rows))
    upright = any(len(item.name) > 4 for item in items)
    named = (Cell(text=item.name + wording.mark(item), upright=upright, centred=True) for item in items)
    rows = [
        (
            Cell(text=f"{wording.short_code(code)} {TITLES[code]}"),
            *(Cell(text=marks.get((item.id, code), ""), centred=True) for item in items),
        )
        for code in codes
    ]
    return Rows(widths=(5, *([1] * len(items))), heads=((Cell(text="Sub-category"), *named),), rows=tuple(rows))


def inverted(wording: Wording) -> Rows:
    """A row for each item, and the sub-categories that it serves."""
    rng = chance("inverted", wording.choice.seed)
    dated, how = rng.random() < 0.5, rng.choice(("short", "slashes", "dots"))
    bare = all(item.name == item.number for item in wording.plan.items)
    last = rng.choice(("Sub-categories", "Sub-category", "Relevant sub-categories", "Experience sub-categories met"))
    heads = [rng.choice(("Evidence no.", "No.") if bare else ("Evidence", "Item", "Reference")), "Title"]
    heads += ["Date"] if dated else []
    rows = []
    join = rng.choice((", ", "; ", "\n"))
    for item in _cited(wording):
        refs = wording.plan.of_item(item)
        if any(ref.placed for ref in refs) and join == ", ":
            join = "; "
        said = join.join(wording.ref(ref, wording.short_code(ref.code)).replace(wording.mark(item), "") for ref in refs)
        row = [wording.name(item), item.title + wording.mark(item), *([day(item.dated, how)] if dated else []), said]
        rows.append(cells(*row))
    wide = 3.6 if any("." in item.name for item in wording.plan.items) else 1.7
    widths = (wide, 4, *([1.8] if dated else []), 3.4)
    return Rows(widths=widths, heads=(cells(*heads, last),), rows=tuple(rows))


def _cited(wording: Wording) -> list[Item]:
    return [item for item in wording.plan.items if wording.plan.of_item(item)]


def _named(wording: Wording, item: Item) -> str:
    name = wording.name(item)
    return f"{name}{wording.mark(item)}" if "." in name[-5:] else f"{name} {item.title}{wording.mark(item)}"
