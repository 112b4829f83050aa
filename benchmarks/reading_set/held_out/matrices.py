"""Tables the other way round: a row for each item, and matrices of ticks."""

from typing import Final

from .grid import Cell, Grid, row
from .model import Item, Ref
from .vocabulary import subs
from .wording import Wording

SIGNS: Final = ("\u2713", "X", "\u25cf", "x", "Y", "\u2714", "\u2022")


def named_items(wording: Wording) -> list[Item]:
    """Items that some row refers to, in their order."""
    return [item for item in wording.numbers.story.items if wording.numbers.story.subs_of(item)]


def inverted(wording: Wording) -> Grid:
    """A row for each item with the sub-categories that it serves."""
    manner = wording.plan.seed % 3
    heads = (
        ("Evidence", "Title", "Sub-categories"),
        ("Item", "Document", "Relevant to sub-category"),
        ("Evidence no.", "Description", "Experience sub-categories covered"),
    )[manner]
    rows = [row(item.short, item.title, _served(wording, item)) for item in named_items(wording)]
    return Grid(widths=(1.2, 3.2, 2.4), heads=(row(*heads),), rows=tuple(rows))


def _served(wording: Wording, item: Item) -> str:
    refs = [ref for ref in wording.numbers.story.refs if item in ref.items]
    joint = (", ", "; ", "\n")[wording.plan.seed % 3]
    return joint.join(f"{_short(wording, ref.sub)}{_beside(wording, ref)}{wording.note(ref)}" for ref in refs)


def _short(wording: Wording, sub: str) -> str:
    """A code as it stands among others: without stop, bracket and words."""
    if sub == "3":
        return "3"
    return wording.code(sub) if wording.plan["codes"] in {"roman", "letter"} else sub


def _beside(wording: Wording, ref: Ref) -> str:
    place = wording.place(ref)
    return f" ({place})" if place else ""


def ticked(wording: Wording) -> Grid:
    """Items down and sub-categories across, or the other way."""
    claimed = {ref.sub for ref in wording.numbers.story.refs}
    across = [sub for sub in subs() if sub in claimed or wording.plan.seed % 2]
    return _items_down(wording, across) if wording.plan.seed % 5 else _items_across(wording, across)


def _items_down(wording: Wording, across: list[str]) -> Grid:
    titled = wording.plan.seed % 4 != 3
    head = [Cell(text="Evidence")] + ([Cell(text="Title")] if titled else [])
    head += [Cell(text=_short(wording, sub)) for sub in across]
    rows = []
    for item in named_items(wording):
        cells = [Cell(text=item.short)] + ([Cell(text=item.title)] if titled else [])
        rows.append((*cells, *(Cell(text=_sign(wording, item, sub)) for sub in across)))
    widths = (2.2, *([4.6] if titled else []), *(1.0 for _ in across))
    heads: tuple[tuple[Cell, ...], ...] = (tuple(head),)
    if wording.plan.seed % 3 == 1:
        heads = (_categories(across, 1 + titled), *heads)
    return Grid(widths=widths, heads=heads, rows=tuple(rows))


def _categories(across: list[str], left: int) -> tuple[Cell, ...]:
    """A head above with the number of each category over its sub-categories."""
    cells = [Cell(text="", across=left)]
    heads = dict.fromkeys(sub[0] for sub in across)
    return (*cells, *(Cell(text=one, across=sum(sub[0] == one for sub in across)) for one in heads))


def _items_across(wording: Wording, down: list[str]) -> Grid:
    items = named_items(wording)
    rows = [
        (
            Cell(text=_short(wording, sub)),
            Cell(text=wording.title(sub)),
            *(Cell(text=_sign(wording, one, sub)) for one in items),
        )
        for sub in down
    ]
    heads = ((Cell(text="Sub-category", across=2), *(Cell(text=item.short) for item in items)),)
    return Grid(widths=(1.0, 4.0, *(1.15 for _ in items)), heads=heads, rows=tuple(rows))


def _sign(wording: Wording, item: Item, sub: str) -> str:
    ref = next((ref for ref in wording.numbers.story.of(sub) if item in ref.items), None)
    if ref is None:
        return ""
    if ref.simulated and wording.plan["notes"] == "key":
        return "S"
    star = "*" if ref.simulated and wording.plan["notes"] == "star" else ""
    if ref.pages:
        return f"{'p' if wording.plan.seed % 2 else ''}{wording.numbers.page(item, ref.pages[0])}{star}"
    return f"{SIGNS[wording.plan.seed % 7]}{star}"
