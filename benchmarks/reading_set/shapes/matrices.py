"""Tables with sub-categories along one side and items along the other."""

from collections.abc import Callable, Sequence

from .desk import Cell, Desk, Needs, design, number_rows
from .grid import BLUE, PALE, Row
from .paper import GREY
from .plan import Item, Ref
from .words import CATEGORIES, CODES, TITLES

TICKS = Needs(hints="none", simulated=False)
Shown = Callable[[Desk, Ref], Cell]


def _by_item(desk: Desk, shown: Shown, codes: Sequence[str] = CODES, blank: str = "") -> list[Row]:
    return [(Cell(text=item.short), *_cells(desk, item, codes, shown, blank)) for item in desk.items]


def _cells(desk: Desk, item: Item, codes: Sequence[str], shown: Shown, blank: str) -> list[Cell]:
    refs = [desk.ref_at(item, code) for code in codes]
    return [shown(desk, ref) if ref else Cell(text=blank, align="center") for ref in refs]


def _by_code(desk: Desk, shown: Shown, items: Sequence[Item], name: Callable[[str], str]) -> list[Row]:
    rows: list[Row] = []
    for code in CODES:
        refs = [desk.ref_at(item, code) for item in items]
        rows.append((name(code), *(shown(desk, ref) if ref else Cell() for ref in refs)))
    return rows


def _sign(kind: str) -> Shown:
    return lambda _, __: Cell(sign=kind)


def _typed(sign: str) -> Shown:
    return lambda _, __: Cell(text=sign, align="center")


def _page(desk: Desk, ref: Ref) -> Cell:
    return Cell(text=desk.pages(ref), align="center")


@design("ticks", needs=TICKS, wide=True)
def _grouped_heads_ticks_drawn(desk: Desk) -> None:
    over = [
        Cell(text=f"{n}: {name}" if n != "3" else "3: SAR", span=len(number_rows()[n]), align="center")
        for n, name in CATEGORIES.items()
    ]
    head: list[Row] = [(Cell(text="Evidence", rows=2), *over), [Cell(text=code, align="center") for code in CODES]]
    desk.grid((2.4, *([1] * 16)), head + _by_item(desk, _sign("tick")), head=2, size=8)


@design("ticks", needs=Needs(hints="all", simulated=False))
def _page_numbers_items_across(desk: Desk) -> None:
    head: list[Row] = [("", *(Cell(text=item.short, align="center") for item in desk.items))]
    desk.paper.words("Entries are page numbers.", size=9)
    desk.grid((1.6, *([1] * len(desk.items))), head + _by_code(desk, _page, desk.items, str), size=7.5, pad=2)


@design("ticks", needs=TICKS)
def _split_by_columns_over_two_pages(desk: Desk) -> None:
    for part, codes in enumerate((CODES[:8], CODES[8:])):
        if part:
            desk.paper.new_page()
            desk.paper.words("Cross reference table, second half", size=10, bold=True)
        head: list[Row] = [("Evidence", *(Cell(text=code, align="center") for code in codes))]
        desk.grid((2.4, *([1] * 8)), head + _by_item(desk, _typed("✓"), codes), pad=6)


@design("ticks", needs=TICKS)
def _items_split_over_two_pages(desk: Desk) -> None:
    half = (len(desk.items) + 1) // 2
    for part, items in enumerate((desk.items[:half], desk.items[half:])):
        if part:
            desk.paper.new_page()
        head: list[Row] = [("Sub-category", *(Cell(text=item.short, align="center") for item in items))]
        rows = _by_code(desk, _typed("x"), items, lambda code: f"{code} {TITLES[code]}")
        desk.grid((5, *([1] * len(items))), head + rows, size=8.5)


@design("ticks", needs=TICKS)
def _slanted_heads(desk: Desk) -> None:
    paper, items = desk.paper, desk.items
    first, step = 190.0, (paper.width - 230) / len(items)
    paper.y += 70
    for at, item in enumerate(items):
        x = paper.margin + first + step * at
        paper.turned(x + step * 0.6, paper.y - 3, item.short, 50, size=9, bold=True)
        paper.line(x, paper.y, x + 42, paper.y - 50, colour=GREY)
    rows = _by_code(desk, _sign("dot"), items, lambda code: f"{code} {TITLES[code]}")
    widths = (first, *([step] * len(items)), paper.width - first - step * len(items))
    desk.grid(widths, [(*row, Cell()) for row in rows], head=0, size=8, lines="rules")


@design("ticks", needs=TICKS)
def _heads_upright_with_titles(desk: Desk) -> None:
    head: list[Row] = [(Cell(text="Sub-category"), *(Cell(text=f"{i.short} {i.title}", up=True) for i in desk.items))]
    desk.grid((1.8, *([1] * len(desk.items))), head + _by_code(desk, _sign("cross"), desk.items, str), size=8.5)


@design("ticks", needs=TICKS)
def _shaded_cells(desk: Desk) -> None:
    head: list[Row] = [("", *(Cell(text=code, align="center") for code in CODES))]
    desk.paper.words("A shaded cell means that the item supports the sub-category.", size=9)
    shade = (0.45, 0.62, 0.4)
    desk.grid((2.6, *([1] * 16)), head + _by_item(desk, lambda _, __: Cell(fill=shade)), size=8, head_fill=None)


@design("ticks", needs=Needs(hints="none"))
def _letters_with_a_key(desk: Desk) -> None:
    desk.paper.words("Key: Y = supports the sub-category; S = supports it with simulated evidence.", size=9)
    head: list[Row] = [("Evidence", *(Cell(text=code, align="center") for code in CODES))]
    rows = _by_item(
        desk, lambda _, ref: Cell(text="S" if ref.simulated else "Y", align="center"), blank=desk.head("", "-")
    )
    desk.grid((2.6, *([1] * 16)), head + rows, size=8.5, zebra=PALE, lines="rules")
    desk.star = False


@design("ticks", needs=Needs(hints="all", simulated=False, sections=True))
def _pages_or_sections_in_cells(desk: Desk) -> None:
    desk.paper.words("p. = page, s. = section of the item", size=9)
    head: list[Row] = [("Sub-category", *(Cell(text=item.short, align="center") for item in desk.items))]

    def shown(_: Desk, ref: Ref) -> Cell:
        return Cell(text=f"s.{ref.section}" if ref.section else f"p.{desk.pages(ref)}", align="center")

    desk.grid((1.8, *([1] * len(desk.items))), head + _by_code(desk, shown, desk.items, str), size=7.5, pad=2.5)


@design("ticks", needs=TICKS)
def _second_figures_under_category_heads(desk: Desk) -> None:
    groups = number_rows()
    over = [Cell(text=n, span=len(groups[n]), rows=2 if n == "3" else 1, align="center", fill=BLUE) for n in CATEGORIES]
    under = [Cell(text=code, align="center") for code in CODES if code != "3"]
    head: list[Row] = [
        (Cell(text="Category", align="right"), *over),
        (Cell(text="Sub-category", align="right"), *under),
    ]
    desk.grid((3, *([1] * 16)), head + _by_item(desk, _typed("✔")), head=2, size=8.5)


@design("ticks", needs=TICKS, family="mono")
def _typed_with_pipes(desk: Desk) -> None:
    wide = max(len(item.short) for item in desk.items)
    lines = [" " * wide + " |" + "|".join(f"{code:^4}" for code in CODES) + "|", "-" * (wide + 2 + 5 * 16)]
    for item in desk.items:
        signs = ["x" if desk.ref_at(item, code) else " " for code in CODES]
        lines.append(f"{item.short:<{wide}} |" + "|".join(f"{sign:^4}" for sign in signs) + "|")
    size = desk.paper.width / (len(lines[0]) * 0.61)
    for line in lines:
        desk.paper.put(desk.paper.margin, desk.paper.y, line, size=size)
        desk.paper.y += size * 1.5
    desk.end()


@design("ticks", needs=TICKS, wide=True, turned=True)
def _matrix_on_a_page_stored_turned(desk: Desk) -> None:
    head: list[Row] = [("Item", "Title", *(Cell(text=code, align="center") for code in CODES))]
    rows: list[Row] = []
    for item in desk.items:
        signs = ["●" if desk.ref_at(item, code) else "" for code in CODES]
        rows.append((item.short, item.title, *(Cell(text=sign, align="center") for sign in signs)))
    desk.grid((2, 5, *([1] * 16)), head + rows, size=8, pad=3)


@design("ticks", needs=Needs(hints="none", simulated=False), wide=True)
def _titles_upright_and_totals(desk: Desk) -> None:
    head: list[Row] = [
        (
            "Evidence",
            *(Cell(text=f"{code} {TITLES[code]}"[:44], up=True) for code in CODES),
            Cell(text="Number", up=True),
        )
    ]
    rows: list[Row] = []
    for row, item in zip(_by_item(desk, _sign("square")), desk.items, strict=True):
        rows.append((*row, Cell(text=str(len(desk.plan.of_item(item))), align="center")))
    desk.grid((2.4, *([1] * 17)), head + rows, size=8, head_fill=None, pad=3)
