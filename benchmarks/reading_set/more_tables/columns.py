"""Two-column pages: tables that flow from column to column, tables side by side, lists beside the table."""

from collections.abc import Sequence

from .kit import Kit, design
from .markup import Cell, bold, plain, small, table
from .rows import heads, rows_by_code, rows_by_item, rows_by_reference
from .words import CATEGORIES, CODES, SUB_CATEGORIES

EVEN = "(x, y) => if calc.even(y) {luma(236)}"


def _flowing(markup: str, gutter: str = "8mm") -> str:
    """Two columns of about the same height."""
    return (
        f"#layout(size => {{ let body = [{markup}]; let w = (size.width - {gutter}) / 2; "
        f"let h = measure(block(width: w, body)).height; "
        f"block(height: h / 2 + 1.8cm, columns(2, gutter: {gutter}, body)) }})\n"
    )


def _beside(left: str, right: str, gutter: str = "7mm", widths: str = "(1fr, 1fr)") -> str:
    return f"#grid(columns: {widths}, column-gutter: {gutter}, [{left}], [{right}])\n"


def _halves(
    rows: Sequence[list[Cell | str]], split: int = 8
) -> tuple[Sequence[list[Cell | str]], Sequence[list[Cell | str]]]:
    return rows[:split], rows[split:]


def _one_line(kit: Kit, code: str) -> str:
    return bold(plain(code)) + " " + plain(kit.cell(code, ", "))


@design("two_column")
def _flows_with_headings_again(kit: Kit) -> str:
    kinds = ("code", "where")
    return (
        kit.note()
        + _flowing(table("(2cm, 1fr)", rows_by_code(kit, kinds, join="\n"), header=[heads(kit, kinds)]))
        + kit.legend
    )


@design("two_column")
def _flows_headings_once(kit: Kit) -> str:
    kinds = ("code", "where")
    return (
        kit.note()
        + _flowing(
            small(
                table(
                    "(2cm, 1fr)",
                    rows_by_code(kit, kinds, join="\n"),
                    header=[heads(kit, kinds)],
                    repeat=False,
                    stroke="0.4pt",
                ),
                "9.5pt",
            ),
            "6mm",
        )
        + kit.legend
    )


@design("two_column")
def _two_ruled_side_by_side(kit: Kit) -> str:
    kinds = ("code", "eid", "page")
    head = [heads(kit, kinds)]
    left, right = _halves(rows_by_code(kit, kinds))
    shape = "(1.9cm, 1fr, 1.8cm)"
    return (
        kit.note()
        + small(
            _beside(table(shape, left, header=head, inset="4pt"), table(shape, right, header=head, inset="4pt")), "9pt"
        )
        + kit.legend
    )


@design("two_column")
def _two_without_lines(kit: Kit) -> str:
    left, right = _halves(rows_by_code(kit, ("code", "where"), join="\n"), 9)
    return (
        kit.note()
        + _beside(table("(1.2cm, 1fr)", left, stroke="none"), table("(1.2cm, 1fr)", right, stroke="none"), "12mm")
        + kit.legend
    )


@design("two_column", claims=False)
def _list_of_items_beside_it(kit: Kit) -> str:
    listed = bold("List of evidence") + "\n\n" + "\n\n".join(plain(f"{i.short}  {i.title}") for i in kit.plan.items)
    kinds = ("code", "where")
    return (
        kit.note()
        + _beside(
            listed,
            table("(2.2cm, 1fr)", rows_by_code(kit, kinds, join="\n"), header=[heads(kit, kinds)]),
            "8mm",
            "(6.5cm, 1fr)",
        )
        + kit.legend
    )


@design("two_column")
def _notes_beside_it(kit: Kit) -> str:
    notes = bold("Notes on the evidence") + "\n\n" + "\n\n".join(plain(f"{i.comment}.") for i in kit.plan.items[:7])
    kinds = ("code_title", "where")
    return (
        kit.note()
        + _beside(
            table(
                "(4cm, 1fr)", rows_by_code(kit, kinds, join="\n"), header=[heads(kit, kinds)], fill=EVEN, stroke="none"
            ),
            notes,
            "10mm",
            "(1fr, 4.2cm)",
        )
        + kit.legend
    )


@design("two_column")
def _a_block_for_each_category(kit: Kit) -> str:
    blocks = []
    for number, name in CATEGORIES.items():
        rows = [[plain(code), plain(kit.cell(code, "\n"))] for code in CODES if code[0] == number]
        top = [Cell(body=bold(plain(f"{number}  {name}")), columns=2, fill="luma(225)")]
        blocks.append("#block(breakable: false)[" + table("(1.2cm, 1fr)", rows, header=[top]) + "]")
    return kit.note() + _flowing("\n".join(blocks)) + kit.legend


@design("two_column")
def _typed_lines(kit: Kit) -> str:
    return kit.note() + _flowing("\n\n".join(_one_line(kit, code) for code in CODES), "10mm") + kit.legend


@design("two_column")
def _two_codes_in_a_row(kit: Kit) -> str:
    rows = []
    for left, right in zip(CODES[:8], CODES[8:], strict=True):
        rows.append([plain(left), plain(kit.cell(left, "\n")), plain(right), plain(kit.cell(right, "\n"))])
    head = heads(kit, ("code", "where")) * 2
    return (
        kit.note()
        + table(
            "(2.2cm, 1fr, 2.2cm, 1fr)",
            rows,
            header=[head],
            stroke="(x, y) => (rest: 0.5pt, left: if x == 2 {2pt} else {0.5pt})",
        )
        + kit.legend
    )


@design("two_column")
def _two_codes_in_a_row_reading_across(kit: Kit) -> str:
    rows = [
        [one for code in CODES[at : at + 2] for one in (bold(plain(code)), plain(kit.cell(code, "\n")))]
        for at in range(0, 16, 2)
    ]
    return kit.note() + table("(1.2cm, 1fr, 1.2cm, 1fr)", rows, stroke="none", fill=EVEN, inset="6pt") + kit.legend


@design("two_column", hints=False, claims=False)
def _inverted_in_two_columns(kit: Kit) -> str:
    kinds = ("eid", "codes")
    return _flowing(table("(2.8cm, 1fr)", rows_by_item(kit, kinds), header=[heads(kit, kinds)])) + kit.legend


@design("two_column", wide=True)
def _three_blocks_on_a_wide_page(kit: Kit) -> str:
    rows = rows_by_code(kit, ("code", "title", "where"), join="\n")
    parts = [
        table("(1.2cm, 1fr, 1.2fr)", part, stroke="0.4pt + gray", inset="4pt")
        for part in (rows[:5], rows[5:10], rows[10:])
    ]
    return (
        kit.note()
        + small("#grid(columns: (1fr, 1fr, 1fr), column-gutter: 6mm, " + ", ".join(f"[{part}]" for part in parts) + ")")
        + kit.legend
    )


@design("two_column")
def _rows_by_reference_beside(kit: Kit) -> str:
    kinds = ("code", "eid", "page")
    rows = rows_by_reference(kit, kinds)
    half = (len(rows) + 1) // 2
    head = [heads(kit, kinds)]
    shape = "(1.9cm, 1fr, 1.7cm)"
    stroke = "(x, y) => (bottom: 0.4pt)"
    return (
        kit.note()
        + small(
            _beside(
                table(shape, rows[:half], header=head, stroke=stroke),
                table(shape, rows[half:], header=head, stroke=stroke),
            ),
            "9pt",
        )
        + kit.legend
    )


@design("two_column")
def _odd_left_even_right(kit: Kit) -> str:
    def part(numbers: str) -> str:
        rows = [[plain(f"{c} {SUB_CATEGORIES[c]}"), plain(kit.cell(c, "\n"))] for c in CODES if c[0] in numbers]
        return table("(1fr, 1fr)", rows, header=[heads(kit, ("code_title", "where"))], inset="4pt")

    return kit.note() + small(_beside(part("1357"), part("2468"), "5mm"), "9pt") + kit.legend
