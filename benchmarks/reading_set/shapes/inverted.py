"""Tables with a row for each item, which says the sub-categories that it serves."""

from .desk import Cell, Desk, Look, Needs, bold, design, number_rows
from .evidence import said_on
from .grid import BLUE, PALE, Row
from .plan import Item
from .words import CATEGORIES, KIND_NAMES, TITLES

PLAIN = Needs(hints="none")
BARE = Needs(hints="none", simulated=False)


def _span(desk: Desk, item: Item) -> str:
    first, last = desk.page_of(item, 1), desk.page_of(item, item.pages)
    return str(first) if first == last else f"{first}{desk.dash}{last}"


@design("inverted", needs=PLAIN)
def _sub_categories_as_bullets(desk: Desk) -> None:
    rows: list[Row] = [("Evidence", "What it is", "Sub-categories it supports")]
    for item in desk.items:
        lines = [f"• {ref.code} {TITLES[ref.code]}{desk.mark(ref)}" for ref in desk.plan.of_item(item)]
        rows.append((item.short, item.title, "\n".join(lines)))
    desk.grid((2, 5, 7), rows, size=9)


@design("inverted", needs=BARE)
def _titles_without_codes(desk: Desk) -> None:
    rows: list[Row] = [("Ref", "Document", "Area of experience")]
    rows += [(i.short, i.title, ";\n".join(TITLES[ref.code] for ref in desk.plan.of_item(i))) for i in desk.items]
    desk.grid((1.6, 4, 6), rows, lines="rules", head_fill=BLUE)


@design("inverted", needs=BARE)
def _ranges_of_codes(desk: Desk) -> None:
    rows: list[Row] = [("Item", "Title", "Date", "Category / sub-category")]
    for item in desk.items:
        parts = [
            f"{mine[0]}{desk.dash}{mine[-1]}" if mine == ["4.1", "4.2", "4.3"] else " & ".join(mine)
            for mine in number_rows([ref.code for ref in desk.plan.of_item(item)]).values()
        ]
        rows.append((item.short, item.title, said_on(item.date), ", ".join(parts)))
    desk.grid((1.6, 5, 3, 4), rows, lines="none", head_fill=None, zebra=PALE)


@design("inverted", needs=BARE)
def _a_column_for_each_category(desk: Desk) -> None:
    rows: list[Row] = [("Evidence", *(f"Cat. {number}" for number in CATEGORIES))]
    for item in desk.items:
        groups = number_rows([ref.code for ref in desk.plan.of_item(item)])
        rows.append((bold(item.short), *("\n".join(groups.get(number, ())) for number in CATEGORIES)))
    desk.grid((2.4, *([1] * 8)), rows, size=9)


@design("inverted")
def _item_cell_merged_over_its_claims(desk: Desk) -> None:
    rows: list[Row] = [(desk.head("Evidence item", "Item"), "Sub-category", "Pages", "My contribution")]
    for item in desk.items:
        refs = desk.plan.of_item(item)
        for at, ref in enumerate(refs):
            tail = (ref.code + desk.mark(ref), desk.pages(ref) or "all", item.remark if at == 0 else "")
            rows.append((Cell(text=f"{item.short}\n{item.title}", rows=len(refs)), *tail) if at == 0 else tail)
    desk.grid((5, 2, 2, 4), rows, middle=True)


@design("inverted", needs=Needs())
def _grouped_by_folder(desk: Desk) -> None:
    rows: list[Row] = [("No.", "Document", "Used for")]
    for kind, name in KIND_NAMES.items():
        mine = [item for item in desk.items if item.kind == kind]
        if mine:
            rows.append(
                (Cell(text=f"Folder {'ABCD'[list(KIND_NAMES).index(kind)]}: {name}s", span=3, bold=True, fill=BLUE),)
            )
        rows += [(item.short, item.title, desk.codes(item, "; ")) for item in mine]
    desk.grid((2, 5, 5), rows)


@design("inverted", needs=Needs())
def _grouped_by_year(desk: Desk) -> None:
    rows: list[Row] = [("Year", "Evidence", "Title", "Sub-category")]
    for year in sorted({item.date[0] for item in desk.items}):
        mine = [item for item in desk.items if item.date[0] == year]
        for at, item in enumerate(mine):
            tail = (item.short, item.title, desk.codes(item, "\n"))
            rows.append((Cell(text=str(year), rows=len(mine), bold=True), *tail) if at == 0 else tail)
    desk.grid((1.2, 2, 5, 4), rows, lines="rules")


@design("inverted", contents="combined")
def _list_and_mapping_in_one(desk: Desk) -> None:
    rows: list[Row] = [("Ref", "Title", "Type", "Date", "Sub-categories", "Remarks")]
    rows += [
        (
            item.short,
            item.title,
            KIND_NAMES[item.kind],
            "/".join(f"{n:02d}" for n in reversed(item.date)),
            desk.codes(item, "\n"),
            item.remark,
        )
        for item in desk.items
    ]
    desk.grid((1.6, 4, 2, 2.2, 3.4, 3), rows, size=8.5)


@design("inverted", needs=Needs())
def _a_card_for_each_item(desk: Desk) -> None:
    for item in desk.items:
        rows: list[Row] = [
            (Cell(text=f"{item.short}", bold=True, fill=PALE), Cell(text=item.title, bold=True, fill=PALE)),
            ("Date", said_on(item.date)),
            ("Sub-categories", desk.codes(item, ", ")),
            ("My part", item.remark),
        ]
        desk.paper.room(90)
        desk.grid((2, 7), rows, head=0)


@design("inverted", needs=PLAIN)
def _first_second_third_column(desk: Desk) -> None:
    rows: list[Row] = [("Evidence", "Title", "Sub-cat (1st)", "Sub-cat (2nd)", "Sub-cat (3rd)", "Further")]
    for item in desk.items:
        codes = [ref.code + desk.mark(ref) for ref in desk.plan.of_item(item)]
        shown = [*codes, "", "", ""][:3]
        rows.append((item.short, item.title, *shown, ", ".join(codes[3:])))
    desk.grid((2, 5, 1.6, 1.6, 1.6, 2), rows, lines="all", size=9)


@design("inverted", needs=PLAIN)
def _main_and_other(desk: Desk) -> None:
    rows: list[Row] = [("", "Evidence", "Main sub-category", "Also relevant to")]
    for at, item in enumerate(desk.items, start=1):
        codes = [ref.code + desk.mark(ref) for ref in desk.plan.of_item(item)]
        rows.append((f"({at})", f"{item.label}: {item.title}", codes[0], ", ".join(codes[1:]) or "-"))
    desk.grid((0.8, 6, 2.4, 2.6), rows, lines="rules", head_fill=None)


@design("inverted", needs=Needs(hints="all"))
def _lines_of_pages_and_codes_side_by_side(desk: Desk) -> None:
    rows: list[Row] = [("Evidence", "Part (pages)", "Sub-category", "Whole document")]
    for item in desk.items:
        refs = desk.plan.of_item(item)
        places, codes = [desk.pages(ref) for ref in refs], [ref.code + desk.mark(ref) for ref in refs]
        rows.append((f"{item.short}\n{item.title}", "\n".join(places), "\n".join(codes), _span(desk, item)))
    desk.grid((6, 2, 2, 2), rows, look=Look(lines="outer", head_fill=BLUE))
