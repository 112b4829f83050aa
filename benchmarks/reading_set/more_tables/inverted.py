"""Inverted tables: one row for each item, which says the sub-categories that it supports."""

from collections.abc import Sequence

from .kit import Kit, design
from .markup import Cell, bold, plain, small, table
from .plan import Item
from .rows import heads, rows_by_item
from .words import CATEGORIES, SUB_CATEGORIES

LINES = "(x, y) => (bottom: if y == 0 {0.8pt} else {0.3pt + gray})"


def _grouped(codes: Sequence[str]) -> str:
    """4.1-4.3 for a run inside a category, the codes of one category behind its number."""
    parts = []
    for number in CATEGORIES:
        mine = [code for code in codes if code[0] == number]
        if mine == ["4.1", "4.2", "4.3"]:
            parts.append("Cat 4 (4.1-4.3)")
        elif mine:
            parts.append(f"Cat {number}" + (f" ({', '.join(mine)})" if number != "3" else ""))
    return "; ".join(parts)


def _named(kit: Kit, item: Item) -> list[str]:
    return [one.code for one in kit.plan.of_item(item)]


def _with_and(codes: Sequence[str]) -> str:
    return " and ".join([", ".join(codes[:-1]), codes[-1]]) if len(codes) > 1 else "".join(codes)


@design("inverted", hints=False, claims=False)
def _codes_with_commas(kit: Kit) -> str:
    kinds = ("eid", "etitle", "codes")
    return table("(2.8cm, 1fr, 4.5cm)", rows_by_item(kit, kinds), header=[heads(kit, kinds)], inset="5pt") + kit.legend


@design("inverted", hints=False, simulated=False, claims=False)
def _codes_with_and(kit: Kit) -> str:
    rows = [[plain(i.short), plain(_with_and(_named(kit, i)) or kit.empty), plain(i.comment)] for i in kit.plan.items]
    return table("(3cm, 1fr, 1fr)", rows, header=[heads(kit, ("eid", "codes", "commentary"))], stroke=LINES)


@design("inverted", hints=False, claims=False)
def _codes_with_strokes_no_lines(kit: Kit) -> str:
    kinds = ("eid_title", "date", "codes")
    return (
        table("(1fr, 2.6cm, 4cm)", rows_by_item(kit, kinds, "/"), header=[heads(kit, kinds)], stroke="none")
        + kit.legend
    )


@design("inverted", hints=False, simulated=False, claims=False)
def _category_with_codes_in_brackets(kit: Kit) -> str:
    rows = [[plain(i.short), plain(i.title), plain(_grouped(_named(kit, i)) or kit.empty)] for i in kit.plan.items]
    return table(
        "(2.8cm, 1fr, 6cm)",
        rows,
        header=[heads(kit, ("eid", "etitle", "codes"))],
        fill="(x, y) => if calc.even(y) {luma(238)}",
    )


@design("inverted", claims=False, whole_pages=True)
def _like_a_contents_list_with_pages(kit: Kit) -> str:
    kinds = ("eid", "etitle", "page", "codes")
    return (
        table(
            "(2.8cm, 1fr, 2.2cm, 4cm)", rows_by_item(kit, kinds), header=[heads(kit, kinds)], stroke="none", inset="4pt"
        )
        + kit.legend
    )


@design("inverted", claims=False, whole_pages=True)
def _pages_first_codes_before_the_title(kit: Kit) -> str:
    kinds = ("page", "eid", "codes", "etitle", "kind")
    return (
        table(
            "(1.8cm, 2.6cm, 3.4cm, 1fr, 2.4cm)",
            rows_by_item(kit, kinds, "\n"),
            header=[heads(kit, kinds)],
            align="horizon",
        )
        + kit.legend
    )


@design("inverted", hints=False, claims=False)
def _a_line_for_each_code(kit: Kit) -> str:
    rows = [
        [
            plain(i.short),
            plain(i.title),
            "\n" + "".join(f"- {plain(f'{c} {SUB_CATEGORIES[c]}')}\n" for c in _named(kit, i)) + "\n",
        ]
        for i in kit.plan.items
    ]
    sim = {one.item.number for one in kit.plan.references if one.simulated}
    for item, row in zip(kit.plan.items, rows, strict=True):
        if item.number in sim:
            codes = [c.code for c in kit.plan.of_item(item) if c.simulated]
            row[1] += (
                plain(f" (simulated for {' and '.join(codes)})")
                if len(_named(kit, item)) > 1
                else plain(" (simulated)")
            )
    return table("(2.6cm, 1fr, 6.5cm)", rows, header=[heads(kit, ("eid", "etitle", "codes"))])


@design("inverted", hints=False, claims=False)
def _kinds_as_spanning_rows(kit: Kit) -> str:
    rows: list[Sequence[Cell | str]] = []
    for kind in dict.fromkeys(item.kind for item in kit.plan.items):
        rows.append([Cell(body=bold(plain(kind)), columns=3, fill="luma(220)")])
        rows.extend([plain(i.short), plain(i.title), plain(kit.codes(i))] for i in kit.plan.items if i.kind == kind)
    return (
        table("(2.8cm, 1fr, 4cm)", rows, header=[heads(kit, ("eid", "etitle", "codes"))], align="left + horizon")
        + kit.legend
    )


@design("inverted", hints=False, simulated=False, claims=False)
def _category_columns_with_codes(kit: Kit) -> str:
    rows = []
    for item in kit.plan.items:
        codes = _named(kit, item)
        rows.append([plain(item.short)] + ["\\ ".join(plain(c) for c in codes if c[0] == n) for n in CATEGORIES])
    head = [bold(plain(kit.head("eid")))] + [bold(plain(f"{kit.pick('Cat', 'Category')} {n}")) for n in CATEGORIES]
    return small(table("(2.4cm, ) + (1fr, ) * 8", rows, header=[head], align="center", inset="4pt"), "9pt")


@design("inverted", hints=False, simulated=False, claims=False)
def _category_columns_with_last_figures(kit: Kit) -> str:
    rows = []
    for item in kit.plan.items:
        codes = _named(kit, item)
        cells = [", ".join(plain(c[1:] or "yes") for c in codes if c[0] == n) for n in CATEGORIES]
        rows.append([plain(item.short), plain(item.title), *cells])
    head = ["", ""] + [bold(n) for n in CATEGORIES]
    over: list[Cell | str] = [
        bold(plain(kit.head("eid"))),
        bold(plain(kit.head("etitle"))),
        Cell(body=bold("Category"), columns=8),
    ]
    note = plain("Cells give the sub-category: .2 in column 4 is sub-category 4.2.") + "\n\n"
    return note + table("(2.6cm, 1fr) + (0.95cm, ) * 8", rows, header=[over, head], align="left", inset="4pt")


@design("inverted", hints=False, claims=False)
def _row_for_each_pair(kit: Kit) -> str:
    rows: list[Sequence[Cell | str]] = []
    for item in kit.plan.items:
        refs = kit.plan.of_item(item)
        for position, one in enumerate(refs):
            tail = [plain(one.code + kit.sub(one)), plain(SUB_CATEGORIES[one.code])]
            rows.append(
                [Cell(body=plain(f"{item.short}\n{item.title}"), rows=len(refs)), *tail] if position == 0 else tail
            )
        if not refs:
            rows.append([plain(f"{item.short}\n{item.title}"), plain(kit.empty), ""])
    return (
        table("(1fr, 3cm, 1fr)", rows, header=[heads(kit, ("eid", "code", "title"))], align="left + horizon")
        + kit.legend
    )


@design("inverted", hints=False, claims=False)
def _codes_first_centred(kit: Kit) -> str:
    kinds = ("codes", "eid", "etitle", "date", "office")
    head = [Cell(body=f"#text(fill: white)[{one}]", fill='rgb("#5b2c6f")') for one in heads(kit, kinds)]
    return (
        table(
            "(3.4cm, 2.6cm, 1fr, 2.2cm, 2cm)", rows_by_item(kit, kinds, "; "), header=[head], align="center + horizon"
        )
        + kit.legend
    )


@design("inverted", claims=False)
def _pages_behind_each_code(kit: Kit) -> str:
    rows = []
    for item in kit.plan.items:
        said = [c.code + (f" ({kit.page_words(c)})" if c.pages else "") + kit.sub(c) for c in kit.plan.of_item(item)]
        rows.append([plain(item.short), plain(item.title), plain(", ".join(said) or kit.empty)])
    return (
        kit.note()
        + table("(2.6cm, 1fr, 7cm)", rows, header=[heads(kit, ("eid", "etitle", "codes"))], stroke="0.4pt + blue")
        + kit.legend
    )


@design("inverted", hints=False, simulated=False, claims=False)
def _two_lines_each_without_grid(kit: Kit) -> str:
    rows: list[Sequence[Cell | str]] = []
    for item in kit.plan.items:
        rows.append([bold(plain(item.short)), bold(plain(item.title))])
        rows.append(["", plain(f"Sub-categories: {', '.join(_named(kit, item)) or kit.empty}")])
    return table("(3cm, 1fr)", rows, stroke="(x, y) => if calc.odd(y) {(bottom: 0.3pt)}", inset="4pt")


@design("inverted", hints=False, claims=False)
def _count_and_two_line_headings(kit: Kit) -> str:
    kinds = ("eid_title", "kind", "codes", "count")
    head = [
        bold(one)
        for one in (
            "Item of \\ evidence",
            "Type of \\ document",
            "Sub-categories \\ supported",
            "Number of \\ sub-categories",
        )
    ]
    rows = rows_by_item(kit, kinds)
    order = sorted(range(len(rows)), key=lambda n: (kit.plan.items[n].kind, n))
    return (
        table(
            "(1fr, 2.6cm, 4cm, 2.8cm)",
            [rows[n] for n in order],
            header=[head],
            align="left + horizon",
            fill='(x, y) => if y == 0 {rgb("#fff2cc")}',
        )
        + kit.legend
    )


@design("inverted", hints=False, claims=False)
def _under_a_list_of_the_same_items(kit: Kit) -> str:
    listed = "\n\n".join(plain(f"{i.short}  {i.title}, {i.date}") for i in kit.plan.items)
    rows = rows_by_item(kit, ("eid", "codes"), kit.pick(", ", "; ", " & "))
    named = bold(plain("Evidence and the sub-categories that it supports"))
    body = table("(3.4cm, 1fr)", rows, header=[heads(kit, ("eid", "codes"))], stroke=LINES)
    return bold("Titles and dates") + f"\n\n{listed}\n\n{named}\n\n{body}" + kit.legend


@design("inverted", hints=False, simulated=False, claims=False)
def _three_places_for_codes(kit: Kit) -> str:
    rows = []
    most = max(len(_named(kit, i)) for i in kit.plan.items)
    for item in kit.plan.items:
        codes = [plain(code) for code in _named(kit, item)]
        rows.append([plain(item.short), *codes, *[""] * (most - len(codes))])
    over = [bold(plain(kit.head("eid"))), Cell(body=bold("Sub-categories"), columns=most, align="center")]
    return table(f"(3.4cm, ) + (1fr, ) * {most}", rows, header=[over], align="center", inset="4pt")
