"""A table, a box or a list for each category."""

from collections.abc import Callable

from .kit import Kit, design
from .markup import Cell, bold, plain, table
from .rows import heads
from .words import CATEGORIES, CODES, SUB_CATEGORIES


def _codes(number: str) -> list[str]:
    return [code for code in CODES if code[0] == number]


def _head(number: str, form: str = "Category {}: {}") -> str:
    return f"#block(above: 11pt, below: 6pt, sticky: true)[{bold(plain(form.format(number, CATEGORIES[number])))}]\n"


def _each(kit: Kit, make: Callable[[str], str], *, break_after: str = "") -> str:
    parts = [make(number) + ("\n#pagebreak()\n" if number == break_after else "") for number in CATEGORIES]
    return kit.note() + "\n".join(parts) + kit.legend


@design("per_category")
def _small_tables_under_headings(kit: Kit) -> str:
    return _each(
        kit,
        lambda n: (
            _head(n)
            + table("(1.4cm, 5cm, 1fr)", [[plain(c), plain(SUB_CATEGORIES[c]), plain(kit.cell(c))] for c in _codes(n)])
        ),
    )


@design("per_category")
def _each_with_column_headings(kit: Kit) -> str:
    head = heads(kit, ("code", "where", "commentary"))
    comment = {i.number: i.comment for i in kit.plan.items}

    def one(n: str) -> str:
        rows = [
            [plain(c), plain(kit.cell(c)), plain(comment[refs[0].item.number]) if (refs := kit.plan.of_code(c)) else ""]
            for c in _codes(n)
        ]
        return (
            "#block(breakable: false)["
            + _head(n, "{}. {}")
            + table("(2.6cm, 1fr, 4cm)", rows, header=[head], stroke="0.4pt")
            + "]"
        )

    return _each(kit, one)


@design("per_category")
def _lists_under_headings(kit: Kit) -> str:
    return _each(
        kit,
        lambda n: (
            _head(n, "Category {} - {}") + "\n\n".join(plain(f"{c}  {kit.cell(c, '; ')}") for c in _codes(n)) + "\n"
        ),
    )


@design("per_category")
def _title_in_a_spanning_row(kit: Kit) -> str:
    def one(n: str) -> str:
        top = Cell(body=f"#text(fill: white)[{bold(plain(f'{n} {CATEGORIES[n]}'))}]", columns=2, fill='rgb("#7b241c")')
        return table(
            "(6cm, 1fr)", [[top], *([plain(f"{c} {SUB_CATEGORIES[c]}"), plain(kit.cell(c, "\n"))] for c in _codes(n))]
        )

    return _each(kit, one)


@design("per_category")
def _upright_title_at_the_side(kit: Kit) -> str:
    def one(n: str) -> str:
        rows = [[plain(c), plain(kit.cell(c, "\n"))] for c in _codes(n)]
        side = Cell(
            body=f"#rotate(-90deg, reflow: true)[#text(size: 8pt)[{bold(plain(f'Category {n}'))}]]",
            rows=len(rows),
            align="center + horizon",
        )
        return table("(1.2cm, 1.6cm, 1fr)", [[side, *rows[0]], *rows[1:]], inset="7pt")

    return _each(kit, one)


@design("per_category", hints=False, simulated=False)
def _ticks_of_two_or_three_columns(kit: Kit) -> str:
    def one(n: str) -> str:
        items = [i for i in kit.plan.items if any(r.code[0] == n for r in kit.plan.of_item(i))]
        rows = [
            [
                plain(i.short),
                plain(i.title),
                *(plain("✓") if any(r.code == c for r in kit.plan.of_item(i)) else "" for c in _codes(n)),
            ]
            for i in items
        ]
        head = [bold("Item"), bold("Title"), *(bold(plain(c)) for c in _codes(n))]
        return (
            "#block(breakable: false)["
            + _head(n)
            + table(f"(2.8cm, 1fr) + (1.6cm, ) * {len(_codes(n))}", rows, header=[head])
            + "]"
        )

    return _each(kit, one)


@design("per_category")
def _boxes_with_lines(kit: Kit) -> str:
    def one(n: str) -> str:
        lines = "\n\n".join(plain(f"{c} {SUB_CATEGORIES[c]}: {kit.cell(c, ', ')}") for c in _codes(n))
        name = bold(plain(f"Category {n}: {CATEGORIES[n]}"))
        return f"#block(width: 100%, stroke: 0.7pt, inset: 7pt, radius: 3pt, breakable: false)[{name}\n\n{lines}]"

    return _each(kit, one)


@design("per_category")
def _over_two_pages_with_remarks(kit: Kit) -> str:
    def one(n: str) -> str:
        remark = plain(f"My work for category {n} was done over several years.") + "\n\n"
        return (
            _head(n, "CATEGORY {} {}")
            + remark
            + table(
                "(3cm, 1fr)", [[plain(c), plain(kit.cell(c))] for c in _codes(n)], stroke="(x, y) => (bottom: 0.4pt)"
            )
        )

    return _each(kit, one, break_after="4")


@design("per_category", hints=False)
def _items_down_with_codes(kit: Kit) -> str:
    head = heads(kit, ("eid", "etitle", "codes"))

    def one(n: str) -> str:
        rows = []
        for i in kit.plan.items:
            mine = [r.code + kit.sub(r) for r in kit.plan.of_item(i) if r.code[0] == n]
            if mine:
                rows.append([plain(i.short), plain(i.title), plain(", ".join(mine))])
        return "#block(breakable: false)[" + _head(n) + table("(2.8cm, 1fr, 4.5cm)", rows, header=[head]) + "]"

    return _each(kit, one)


@design("per_category")
def _code_over_its_evidence(kit: Kit) -> str:
    def one(n: str) -> str:
        rows = []
        for c in _codes(n):
            rows.append([Cell(body=bold(plain(f"{c}  {SUB_CATEGORIES[c]}")), fill="luma(235)")])
            rows.append([plain(kit.cell(c, "\n", title=True))])
        return _head(n) + table("(1fr, )", rows)

    return _each(kit, one)


@design("per_category")
def _terms_and_bullets(kit: Kit) -> str:
    def one(n: str) -> str:
        parts = []
        for c in _codes(n):
            listed = (
                "".join(f"  - {plain(kit.where(r, title=True))}\n" for r in kit.plan.of_code(c))
                or f"  - {plain('none')}\n"
            )
            parts.append(f"- {bold(plain(f'{c} {SUB_CATEGORIES[c]}'))}\n{listed}")
        return _head(n, "{}. {}") + "\n" + "".join(parts)

    return _each(kit, one)


@design("per_category")
def _bare_columns_with_a_rule_over_each(kit: Kit) -> str:
    def one(n: str) -> str:
        rows = [
            [plain(c), plain(r.item.short + kit.sub(r)), plain(r.item.title), plain(kit.pages(r))]
            for c in _codes(n)
            for r in kit.plan.of_code(c)
        ]
        return (
            "#line(length: 100%, stroke: 1pt)\n"
            + _head(n, "Category {} ({})")
            + table("(1.4cm, 3cm, 1fr, 2cm)", rows, stroke="none", inset="3pt")
        )

    return _each(kit, one)
