"""Tables that are pictures: drawn, screenshots of a spreadsheet, pasted in."""

from . import bare, categories, columns, headers, others, plainly, ticks
from .kit import DESIGNS, Kit, design
from .markup import Cell, bold, plain, table
from .rows import heads, rows_by_code, rows_by_item, rows_by_reference
from .words import CODES, SUB_CATEGORIES

_ = (bare, categories, columns, headers, others, plainly, ticks)


def _drawn(name: str) -> None:
    """The same table as that of another design, as a picture."""
    other = DESIGNS[name]

    def make(kit: Kit) -> str:
        return other.make(kit)

    make.__name__ = other.name.replace(": ", "_").replace(" ", "_")
    able = {key: getattr(other.able, key) for key in ("hints", "simulated", "claims", "whole_pages")}
    design("picture", picture=True, wide=other.wide, **able)(make)


for _name in (
    "ruled: small print and wide cells",
    "rules: book like",
    "zebra: dark head white words",
    "bare: wide gaps and air",
    "bare: code last",
    "ticks: ticks items across upright",
    "ticks: drawn dots striped",
    "merged: category down the left",
    "per_category: title in a spanning row",
    "two_headers: numbered columns",
    "landscape: seven columns",
    "two_column: two ruled side by side",
):
    _drawn(_name)


def _sheet(kit: Kit, widths: list[str], rows: list[list[Cell | str]], head: list[Cell | str]) -> str:
    """As a spreadsheet shows it: letters over the columns, numbers before the rows."""
    del kit
    grey = "luma(225)"
    letters: list[Cell | str] = [
        Cell(body="", fill=grey),
        *(Cell(body="ABCDEFGH"[n], fill=grey, align="center") for n in range(len(widths))),
    ]
    body = [[Cell(body=str(n), fill=grey, align="center"), *row] for n, row in enumerate([head, *rows], start=1)]
    return table(f"(0.9cm, {', '.join(widths)})", [letters, *body], stroke="0.4pt + luma(170)", inset="3pt")


@design("picture", picture=True)
def _spreadsheet(kit: Kit) -> str:
    kinds = ("code", "eid", "etitle", "page")
    return _sheet(kit, ["2.4cm", "2.8cm", "1fr", "2cm"], rows_by_reference(kit, kinds), heads(kit, kinds)) + kit.legend


@design("picture", picture=True, hints=False, claims=False)
def _spreadsheet_inverted(kit: Kit) -> str:
    kinds = ("eid", "etitle", "codes")
    return _sheet(kit, ["2.8cm", "1fr", "5cm"], rows_by_item(kit, kinds), heads(kit, kinds)) + kit.legend


@design("picture", picture=True)
def _green_on_cream(kit: Kit) -> str:
    rows = [
        [f'#text(fill: rgb("#0b5345"))[{one}]' for one in row] for row in rows_by_code(kit, ("code_title", "where"))
    ]
    return (
        table(
            "(1fr, 1fr)",
            rows,
            header=[heads(kit, ("code_title", "where"))],
            fill='rgb("#fdf6e3")',
            stroke='0.8pt + rgb("#0b5345")',
            inset="6pt",
        )
        + kit.legend
    )


@design("picture", picture=True, hints=False)
def _large_and_simple(kit: Kit) -> str:
    rows = [[bold(plain(c)), plain(SUB_CATEGORIES[c]), plain(kit.cell(c, ", "))] for c in CODES]
    return f"#text(size: 13pt)[{table('(1.6cm, 1fr, 1fr)', rows, inset='6pt')}]" + kit.legend
