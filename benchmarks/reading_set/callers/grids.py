"""Tables that begin with the items: a row for each, or ticks."""

from typing import TYPE_CHECKING, Final

from .blocks import Block, Cell, Row
from .chance import codes

if TYPE_CHECKING:
    from .tables import Layout

_TICKS: Final = ("\u2713", "X", "\u2022", "x")


def inverted(layout: "Layout") -> list[Block]:
    """A row for each item, with its sub-categories (and its place for each)."""
    plan, wording = layout.plan, layout.wording
    numbered = plan.habits.style == "column"
    heads = ["No." if numbered else "Item", "Title", "Sub-categories"]
    rows: list[Row] = [layout.head(heads)]
    for item in plan.items:
        refs = [ref for ref in wording.refs if ref.item == item]
        if not refs:
            continue
        said = []
        for ref in refs:
            place = wording.place(ref)
            said.append(f"{ref.code} ({place})" if place else ref.code)
        between = "\n" if any(ref.placed for ref in refs) else ", "
        rows.append(tuple(Cell(text=text) for text in (item.short, item.title, between.join(said))))
    return [layout.table(rows, (1.6, 4, 3))]


def ticks(layout: "Layout") -> list[Block]:
    """A row for each item and a column for each sub-category, or the other way about."""
    plan, wording = layout.plan, layout.wording
    sign = _TICKS[plan.habits.seed % 4]
    cited = [item for item in plan.items if any(ref.item == item for ref in wording.refs)]
    there = {(ref.item.id, ref.code) for ref in wording.refs}
    if plan.habits.seed % 2 or len(cited) > 20:
        head = (
            Cell(text="Item", bold=True, shaded=True),
            *(Cell(text=code, bold=True, shaded=True, centred=True) for code in codes()),
        )
        rows = [
            (
                Cell(text=item.short),
                *(Cell(text=sign if (item.id, code) in there else "", centred=True) for code in codes()),
            )
            for item in cited
        ]
        return [layout.table([head, *rows], (3.2, *(1.0 for _ in codes())))]
    head = (
        Cell(text="Sub-category", bold=True, shaded=True),
        *(Cell(text=item.id, bold=True, shaded=True, centred=True) for item in cited),
    )
    rows = [
        (Cell(text=code), *(Cell(text=sign if (item.id, code) in there else "", centred=True) for item in cited))
        for code in codes()
    ]
    return [layout.table([head, *rows], (2.4, *(1.0 for _ in cited)))]
