"""How a portfolio looks, and its tables set with typst."""

from dataclasses import dataclass
from random import Random
from typing import Final

from benchmarks.reading_set.set_aside.blocks import quoted
from benchmarks.reading_set.set_aside.grid import Cell, Grid

MARK: Final = '#metadata("{}")<m>'
"""An invisible mark whose page is asked of typst after the setting."""


@dataclass(frozen=True, kw_only=True)
class Look:
    """Fonts, sizes and colours of one applicant's word processor."""

    font: str
    size: float  # points
    colour: str
    margin: float  # cm
    style: str  # of tables: "ruled", "rules", "book", "zebra", "bare"
    shaded: bool
    align: str  # of the words in a cell
    producer: str


def draw_look(rng: Random, table: str) -> Look:
    """A look; the table's style follows from the sort of table where it is given by it."""
    font, producer = rng.choice(_FONTS)
    style = {"ruled": ("ruled",), "rules": ("rules", "book"), "zebra": ("zebra",), "bare": ("bare",)}.get(table)
    style = style or {"merged": ("ruled", "rules"), "ticks": ("ruled", "ruled", "rules", "zebra")}.get(table)
    chosen = rng.choice(style or ("ruled", "ruled", "rules", "book", "zebra", "bare"))
    lined = chosen in {"ruled", "rules", "zebra"}
    return Look(
        font=font,
        size=rng.choice((9.5, 10, 10.5, 11)),
        colour=rng.choice(("000000", "1f3864", "005eb8", "41372e", "2e5a1c")),
        margin=rng.choice((1.9, 2.2, 2.54)),
        style=chosen,
        align=rng.choice(("left", "left", "left + horizon", "center + horizon")) if lined else "left",
        shaded=rng.random() < 0.5,
        producer=producer,
    )


def preamble(look: Look) -> str:
    """The settings at the head of the source."""
    return (
        f'#set page(paper: "a4", margin: {look.margin}cm)\n'
        f'#set text(font: ({look.font}, "DejaVu Sans"), size: {look.size}pt, hyphenate: false)\n'
        '#set text(lang: "en", region: "GB")\n'
        "#set par(spacing: 0.9em, leading: 0.6em)\n"
    )


def heading(look: Look, text: str, size: float = 1.4) -> str:
    """A heading that stays with what follows."""
    style = f'size: {size}em, weight: 700, fill: rgb("{look.colour}")'
    return f"#block(sticky: true, above: 14pt, below: 9pt)[#text({style})[{quoted(text)}]]\n"


def words(text: str) -> str:
    """Text with its line breaks."""
    return " \\\n".join(quoted(part) for part in text.split("\n"))


def set_grid(
    grid: Grid, look: Look, *, mark: str = "", breaking: bool = False, repeated: bool = True, size: float = 0.92
) -> str:
    """A table in the look's style. Every cell bears the mark at its beginning and its end."""
    widths = ", ".join(f"{width}fr" for width in grid.widths)
    sign = MARK.format(mark) if mark else ""
    header = ", ".join(_cell(cell, sign, bold=True) for row in grid.headers for cell in row)
    header = f"table.header(repeat: {'true' if repeated else 'false'}, {header}),\n" if header else ""
    cells = [cell for row in grid.rows for cell in row]
    body = ",\n".join(
        _cell(cell, sign + (MARK.format(f"b:{place}") if breaking else "")) for place, cell in enumerate(cells)
    )
    top = len(grid.headers)
    costs = "#set text(costs: (widow: 0%, orphan: 0%))\n" if breaking else ""
    return (
        f"#block(breakable: true)[#set text(size: {size}em)\n#set par(leading: 0.5em)\n{costs}"
        f"#set table.cell(breakable: {'true' if breaking else 'false'})\n"
        f"#table(columns: ({widths},), inset: 5pt, align: {look.align}, {_strokes(look, top)}\n"
        f"{header}{body})]\n"
    )


def _cell(cell: Cell, sign: str, *, bold: bool = False) -> str:
    text = words(cell.text)
    inside = f"#text(weight: 700, hyphenate: true)[{text}]" if bold else text
    return f"table.cell(rowspan: {cell.rows}, colspan: {cell.columns})[{sign}{inside}{sign}]"


def _strokes(look: Look, top: int) -> str:
    head = f'fill: (x, y) => if y < {top} {{ rgb("{look.colour}").lighten(82%) }},'
    if look.style == "zebra":
        shade = f'rgb("{look.colour}").lighten(60%)'
        return f"stroke: none, fill: (x, y) => if y < {top} {{ {shade} }} else if calc.odd(y) {{ luma(233) }},"
    if look.style == "bare":
        return "stroke: none,"
    if look.style == "rules":
        return "stroke: (x, y) => (top: 0.5pt, bottom: 0.5pt)," + (head if look.shaded else "")
    if look.style == "book":
        rest = "(bottom: 0.2pt + luma(180))"
        return f"stroke: (x, y) => if y == 0 {{ (top: 1pt) }} else if y == {top} {{ (top: 0.6pt) }} else {{ {rest} }},"
    return "stroke: 0.5pt," + (head if look.shaded else "")


_FONTS: Final = (
    ('"Liberation Sans"', "Microsoft Word for Microsoft 365"),
    ('"Liberation Serif"', "Microsoft Word 2016"),
    ('"Liberation Serif"', "LibreOffice 7.4"),
    ('"DejaVu Sans"', "LibreOffice 24.2"),
    ('"New Computer Modern"', "pdfTeX-1.40.25"),
    ('"New Computer Modern"', "LaTeX with hyperref"),
    ('"Noto Sans", "Liberation Sans"', "Skia/PDF m128 Google Docs Renderer"),
    ('"Libertinus Serif"', "macOS Version 14.5 Quartz PDFContext"),
)
