"""Matrices: sub-categories one way, items the other, a mark where they meet."""

from collections.abc import Callable, Sequence

from .kit import Kit, design
from .markup import CROSS, DOT, SQUARE, TICK, Cell, bold, plain, small, table
from .plan import Item, Reference
from .words import CATEGORIES, CODES, SUB_CATEGORIES

Mark = Callable[[Reference], str]


def _upright(markup: str) -> str:
    return f"#rotate(-90deg, reflow: true)[{markup}]"


def _reference(kit: Kit, code: str, item: Item) -> Reference | None:
    return next((one for one in kit.plan.of_code(code) if one.item is item), None)


def _signs(kit: Kit, sign: str) -> Mark:
    """The sign, with an asterisk where the reference is simulated."""
    del kit
    return lambda one: sign + (plain("*") if one.simulated else "")


def _legend(kit: Kit, said: str = "") -> str:
    star = plain("* = simulated") if any(one.simulated for one in kit.plan.references) else ""
    return "\n" + small("  ".join(one for one in (plain(said), star) if one)) + "\n\n"


def _down(kit: Kit, mark: Mark, lead: Callable[[str], list[str]]) -> list[list[Cell | str]]:
    """Sub-categories down, items across."""
    return [
        [*lead(code), *((mark(one) if (one := _reference(kit, code, item)) else "") for item in kit.plan.items)]
        for code in CODES
    ]


def _across(kit: Kit, mark: Mark, lead: Callable[[Item], list[str]]) -> list[list[Cell | str]]:
    """Items down, sub-categories across."""
    return [
        [*lead(item), *((mark(one) if (one := _reference(kit, code, item)) else "") for code in CODES)]
        for item in kit.plan.items
    ]


def _named(code: str) -> list[str]:
    return [plain(f"{code} {SUB_CATEGORIES[code]}")]


def _items(kit: Kit, *, upright: bool = False) -> list[str]:
    return [_upright(plain(item.short)) if upright else plain(item.short) for item in kit.plan.items]


@design("ticks", hints=False)
def _ticks_items_across_upright(kit: Kit) -> str:
    rows = _down(kit, _signs(kit, plain(kit.pick("✓", "✔"))), _named)
    head = [bold(plain("Sub-category")), *_items(kit, upright=True)]
    return table(
        f"(5.2cm, ) + (1fr, ) * {len(kit.plan.items)}",
        rows,
        header=[head],
        align="(x, y) => if x == 0 {left} else {center + horizon}",
        inset="3pt",
    ) + _legend(kit)


@design("ticks", hints=False)
def _crosses_items_down(kit: Kit) -> str:
    rows = _across(kit, _signs(kit, kit.pick("x", "X")), lambda i: [plain(i.short)])
    head = ["", *(plain(code) for code in CODES)]
    return small(table("(2.6cm, ) + (1fr, ) * 16", rows, header=[head], align="center", inset="3pt"), "9pt") + _legend(
        kit, "x = evidence for this sub-category"
    )


@design("ticks", hints=False)
def _bullets_without_lines(kit: Kit) -> str:
    rows = _down(kit, _signs(kit, plain(kit.pick("●", "•"))), lambda c: [plain(c)])
    head = ["", *_items(kit, upright=True)]
    return table(
        f"(1.5cm, ) + (1fr, ) * {len(kit.plan.items)}", rows, header=[head], stroke="none", align="center", inset="4pt"
    ) + _legend(kit)


@design("ticks", hints=False)
def _drawn_ticks(kit: Kit) -> str:
    rows = _across(kit, _signs(kit, TICK), lambda i: [plain(i.short), plain(i.title)])
    head = [bold("Item"), bold("Title"), *(_upright(plain(code)) for code in CODES)]
    return small(
        table(
            "(1.8cm, 1fr) + (0.66cm, ) * 16",
            rows,
            header=[head],
            align="(x, y) => if x < 2 {left} else {center + horizon}",
            inset="2.5pt",
        ),
        "8.5pt",
    ) + _legend(kit)


@design("ticks", hints=False)
def _drawn_dots_striped(kit: Kit) -> str:
    rows = _down(kit, _signs(kit, DOT), lambda c: [plain(c), plain(SUB_CATEGORIES[c])])
    head = [bold("No."), bold("Area"), *_items(kit, upright=True)]
    return table(
        f"(1.2cm, 5cm) + (1fr, ) * {len(kit.plan.items)}",
        rows,
        header=[head],
        stroke="none",
        fill="(x, y) => if calc.even(y) {luma(235)}",
        align="(x, y) => if x < 2 {left} else {center + horizon}",
        inset="3pt",
    ) + _legend(kit)


@design("ticks", hints=False, simulated=False)
def _shaded_cells(kit: Kit) -> str:
    def row(code: str) -> list[Cell | str]:
        cells: list[Cell | str] = [plain(code)]
        cells += [
            Cell(body="", fill='rgb("#4f81bd")') if _reference(kit, code, item) else "" for item in kit.plan.items
        ]
        return cells

    head = [bold("Code"), *_items(kit, upright=True)]
    return table(
        f"(1.6cm, ) + (1fr, ) * {len(kit.plan.items)}", [row(code) for code in CODES], header=[head], align="center"
    ) + _legend(kit, "A shaded cell shows that the item supports the sub-category.")


@design("ticks", hints=False)
def _the_word_yes(kit: Kit) -> str:
    rows = _across(kit, _signs(kit, kit.pick("yes", "Y", "Yes")), lambda i: [plain(i.short)])
    head = [bold(plain(kit.head("eid"))), *(plain(code) for code in CODES)]
    return (
        f"#text(size: 7.5pt)[{table('(2cm, ) + (1fr, ) * 16', rows, header=[head], align='center', inset='2pt')}]"
        + _legend(kit)
    )


@design("ticks", hints=False)
def _figure_one_with_totals(kit: Kit) -> str:
    rows = _down(kit, _signs(kit, "1"), lambda c: [plain(c)])
    for code, row in zip(CODES, rows, strict=True):
        row.append(bold(str(len(kit.plan.of_code(code)))))
    rows.append(
        [
            bold("Total"),
            *(str(len(kit.plan.of_item(item))) for item in kit.plan.items),
            bold(str(len(kit.plan.references))),
        ]
    )
    head = [bold("Sub-category"), *_items(kit, upright=True), bold("Sum")]
    return table(
        f"(2.6cm, ) + (1fr, ) * {len(kit.plan.items)} + (1.2cm, )", rows, header=[head], align="center", inset="3pt"
    ) + _legend(kit, "1 = supports the sub-category; blank = does not")


@design("ticks", hints=False)
def _letter_p_for_a_tick(kit: Kit) -> str:
    rows = _down(kit, _signs(kit, "P"), _named)
    head = [bold("Sub-category"), *_items(kit, upright=True)]
    return table(
        f"(5.2cm, ) + (1fr, ) * {len(kit.plan.items)}",
        rows,
        header=[head],
        stroke="0.3pt + gray",
        align="center + horizon",
        inset="3pt",
    ) + _legend(kit, "P = present")


@design("ticks", simulated=False)
def _page_numbers_for_ticks(kit: Kit) -> str:
    rows = _down(kit, lambda one: plain(kit.pages(one) or "all"), lambda c: [plain(c)])
    head = [bold("Sub-category"), *_items(kit, upright=True)]
    return (
        plain("Figures in the cells are pages." if kit.plan.counting != "none" else "all = the whole item")
        + "\n\n"
        + small(
            table(f"(2.5cm, ) + (1fr, ) * {len(kit.plan.items)}", rows, header=[head], align="center", inset="3pt"),
            "8.5pt",
        )
    )


@design("ticks", hints=False, simulated=False)
def _category_rows_between(kit: Kit) -> str:
    rows: list[Sequence[Cell | str]] = []
    width = len(kit.plan.items) + 1
    down = dict(zip(CODES, _down(kit, _signs(kit, CROSS), _named), strict=True))
    for number, name in CATEGORIES.items():
        rows.append([Cell(body=bold(plain(f"{number}. {name}")), columns=width, fill="luma(225)", align="left")])
        rows.extend(down[code] for code in CODES if code[0] == number)
    head = [bold("Experience"), *_items(kit, upright=True)]
    return table(
        f"(5.4cm, ) + (1fr, ) * {width - 1}",
        rows,
        header=[head],
        align="(x, y) => if x == 0 {left} else {center + horizon}",
        inset="2.5pt",
    )


@design("ticks", hints=False, wide=True)
def _wide_with_upright_titles(kit: Kit) -> str:
    rows = _down(kit, _signs(kit, SQUARE), _named)
    head = [bold("Sub-category"), *(_upright(plain(f"{item.short} {item.title}")) for item in kit.plan.items)]
    return small(
        table(
            f"(6cm, ) + (1fr, ) * {len(kit.plan.items)}",
            rows,
            header=[head],
            align="(x, y) => if x == 0 {left} else {center + horizon}",
            inset="2.5pt",
        ),
        "8.5pt",
    ) + _legend(kit)


@design("ticks", hints=False)
def _ticks_and_dashes(kit: Kit) -> str:
    def row(item: Item) -> list[Cell | str]:
        found = [_reference(kit, code, item) for code in CODES]
        return [
            plain(item.short),
            *((plain("✓") + plain("*" if one.simulated else "")) if one else plain("-") for one in found),
        ]

    groups: list[Cell | str] = [""]
    for number in CATEGORIES:
        span = sum(code[0] == number for code in CODES)
        groups.append(Cell(body=bold(f"Cat {number}") if span > 1 else bold(number), columns=span))
    head = [bold("Item"), *(plain(code) for code in CODES)]
    return small(
        table(
            "(2cm, ) + (1fr, ) * 16",
            [row(item) for item in kit.plan.items],
            header=[groups, head],
            align="center",
            inset="2.5pt",
        ),
        "8pt",
    ) + _legend(kit, "- = not used")


@design("ticks", hints=False, simulated=False)
def _eight_categories_with_last_figures(kit: Kit) -> str:
    rows = [
        [
            plain(f"{number} {name}"),
            *(
                ", ".join(one.code[2:] or "yes" for one in kit.plan.of_item(item) if one.code[0] == number)
                for item in kit.plan.items
            ),
        ]
        for number, name in CATEGORIES.items()
    ]
    head = [bold("Category"), *_items(kit, upright=True)]
    note = plain("The figure in a cell is the sub-category: 2 in the row of category 4 means 4.2.") + "\n\n"
    return note + table(
        f"(5cm, ) + (1fr, ) * {len(kit.plan.items)}",
        rows,
        header=[head],
        align="(x, y) => if x == 0 {left} else {center + horizon}",
    )


@design("ticks", hints=False)
def _bare_numbers_across(kit: Kit) -> str:
    count = len(kit.plan.items)
    rows = _down(kit, _signs(kit, kit.pick("x", "✓", "●")), _named)
    over: list[Cell | str] = ["", Cell(body=bold("Evidence number"), columns=count, align="center")]
    head = [bold("Sub-category"), *(plain(item.id) for item in kit.plan.items)]
    align = "(x, y) => if x == 0 {left} else {center + horizon}"
    return table(f"(5.4cm, ) + (1fr, ) * {count}", rows, header=[over, head], align=align, inset="3pt") + _legend(kit)


@design("ticks", hints=False)
def _letters_s_for_simulated(kit: Kit) -> str:
    rows = _across(kit, lambda one: "S" if one.simulated else "R", lambda i: [plain(i.short), plain(i.title)])
    head = [bold("Evidence"), bold("Title"), *(_upright(plain(code)) for code in CODES)]
    shape = "(2.4cm, 1fr) + (0.6cm, ) * 16"
    body = small(
        table(shape, rows, header=[head], stroke="0.4pt + gray", align="left + horizon", inset="2.5pt"), "8.5pt"
    )
    return body + "\n" + small(plain("R = real evidence, S = simulated evidence")) + "\n\n"
