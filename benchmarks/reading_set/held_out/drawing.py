"""Grids drawn with typst, with rules or without; typed lines; a table as a picture."""

from dataclasses import replace
from typing import Final

from benchmarks.reading_set.set_aside.engine import draw

from .grid import Cell, Grid
from .markup import bold, heading, mark, words
from .matrices import inverted, ticked
from .plan import Plan
from .tables import grids_of
from .typed import lines_of
from .wording import Wording

ROW: Final = "t"
"""The mark of a row of the table."""
_TINTS: Final = ('rgb("#d9e2f3")', "luma(88%)", 'rgb("#1f3864")', 'rgb("#e2efd9")', "white")
_STYLES: Final = ("ruled", "rules", "zebra", "bare")


def table(wording: Wording, pictures: dict[str, bytes], marked: str = ROW) -> str:
    """The table in force, without its heading. A picture of it is put into ``pictures``."""
    plan, kind = wording.plan, wording.plan["table"]
    if kind == "typed":
        size = 8.6 if plan.seed % 2 else 9
        lines = "".join(
            f'#block(spacing: 0.62em)[{mark(marked)}#raw("{_escaped(one)}")]\n' for one in lines_of(wording)
        )
        return f'#[#show raw: set text(font: ("Liberation Mono", "DejaVu Sans Mono"), size: {size}pt)\n{lines}]\n'
    if kind in {"ticks", "inverted"}:
        grid = ticked(wording) if kind == "ticks" else inverted(wording)
        return drawn(plan, grid, _style(plan), marked, small=kind == "ticks")
    grids = grids_of(wording, kind)
    if kind == "picture":
        return _picture(wording, grids[0], pictures, marked)
    style = kind if kind in _STYLES else _style(plan)
    if kind == "two_column":
        left, right = (drawn(plan, half, style, marked) for half in _halves(grids[0]))
        return f"#grid(columns: (1fr, 1fr), gutter: 18pt, [{left}], [{right}])\n"
    return "".join(_headed(grid) + drawn(plan, grid, style, marked) for grid in grids)


def _halves(grid: Grid) -> tuple[Grid, Grid]:
    """The table in two, so that the second half stands beside the first."""
    middle = (len(grid.rows) + 1) // 2
    return replace(grid, rows=grid.rows[:middle]), replace(grid, rows=grid.rows[middle:])


def _style(plan: Plan) -> str:
    """Lines of the tables whose kind says nothing of lines; not without any."""
    return ("ruled", "rules", "ruled", "zebra", "ruled")[plan.seed % 5]


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace('"', '\\"')


def _headed(grid: Grid) -> str:
    return heading(grid.above, 1.1) if grid.above else ""


def drawn(plan: Plan, grid: Grid, style: str, marked: str = "", *, small: bool = False) -> str:
    """One grid as a typst table."""
    tint = _TINTS[plan.seed % 5] if style in {"ruled", "rules"} else "white"
    dark = tint.startswith('rgb("#1f')
    heads = [", ".join(_head(cell, dark=dark) for cell in cells) for cells in grid.heads]
    rows = [_row(cells, marked) for cells in grid.rows]
    line = "table.hline(stroke: 0.5pt), "
    if style == "rules":
        every = plan.seed % 2
        rows = [f"{said}, {line if every else ''}".rstrip(", ") for said in rows]
        heads = [f"table.hline(stroke: 1pt), {heads[0]}", *heads[1:]]
        heads[-1] += f", {line}".rstrip(", ")
        rows.append("table.hline(stroke: 1pt)")
    repeat = "true" if plan.seed % 3 else "false"
    columns = ", ".join(f"{share}fr" for share in grid.widths)
    head = f"table.header(repeat: {repeat}, {', '.join(heads)})"
    body = ",\n  ".join([head, *rows])
    sized = "#set text(size: 0.78em)\n" if small else "#set text(size: 0.94em)\n"
    first = len(grid.heads)
    stroke = f"0.5pt + {('black', 'luma(50%)')[plan.seed % 2]}" if style == "ruled" else "none"
    aligned = f"(x, y) => if x >= {_left(grid)} {{ center }} else {{ left }}" if small else "left"
    fill = f"(x, y) => if y < {first} {{ {tint} }}"
    if style == "zebra":
        fill = f"(x, y) => if y < {first} {{ luma(75%) }} else if calc.even(y) {{ luma(93%) }}"
    inset = "(x: 3pt, y: 4pt)" if small else f"(x: 5pt, y: {3 + plan.seed % 4}pt)"
    return (
        f"#[{sized}#table(columns: ({columns}), stroke: {stroke}, align: {aligned}, inset: {inset}, fill: {fill},\n"
        f"  {body})]\n"
    )


def _left(grid: Grid) -> int:
    """Columns of words before those of ticks."""
    return sum(share > 1.5 for share in grid.widths)


def _head(cell: Cell, *, dark: bool) -> str:
    said = bold(cell.text)
    body = f"#text(fill: white)[{said}]" if dark else said
    return f"table.cell(colspan: {cell.across})[{body}]" if cell.across > 1 else f"[{body}]"


def _row(cells: tuple[Cell, ...], marked: str) -> str:
    said = []
    for at, cell in enumerate(cells):
        body = words(cell.text) if cell.text else ""
        if marked and at == 0:
            body = mark(marked) + body
        if marked and at == len(cells) - 1:
            body += mark(marked)
        said.append(f"table.cell(rowspan: {cell.down})[{body}]" if cell.down > 1 else f"[{body}]")
    return ", ".join(said)


def _picture(wording: Wording, grid: Grid, pictures: dict[str, bytes], marked: str) -> str:
    """The table as a screenshot."""
    plan = wording.plan
    source = (
        '#set page(width: 17cm, height: auto, margin: 6pt)\n#set text(font: "Liberation Sans", size: 10pt)\n'
        + drawn(plan, grid, "ruled")
    )
    pictures["table.png"] = draw(source, (130, 144, 170)[plan.seed % 3])[0]
    return f'{mark(marked)}#image("table.png", width: 100%)\n'
