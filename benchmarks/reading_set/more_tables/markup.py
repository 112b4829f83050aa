"""Typst markup made from plain text: escaping, tables, marks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

_PUNCTUATION = re.compile(r"([^\w\s]|_)")


def plain(words: str) -> str:
    """Markup that shows these words as they are; a line feed is a line break."""
    return _PUNCTUATION.sub(r"\\\1", words).replace("\n", " \\\n")


@dataclass(frozen=True, kw_only=True)
class Cell:
    """Markup of one cell and what is special about it."""

    body: str
    columns: int = 1
    rows: int = 1
    fill: str = ""
    align: str = ""
    stroke: str = ""
    inset: str = ""


def cell(one: "Cell | str") -> str:
    """A cell as an argument of ``table``."""
    if isinstance(one, str):
        return f"[{one}]"
    settings = {
        "colspan": str(one.columns) if one.columns > 1 else "",
        "rowspan": str(one.rows) if one.rows > 1 else "",
        "fill": one.fill,
        "align": one.align,
        "stroke": one.stroke,
        "inset": one.inset,
    }
    said = ", ".join(f"{key}: {value}" for key, value in settings.items() if value)
    return f"table.cell({said})[{one.body}]" if said else f"[{one.body}]"


def table(
    columns: str,
    rows: Sequence[Sequence[Cell | str]],
    *,
    header: Sequence[Sequence[Cell | str]] = (),
    repeat: bool = True,
    **settings: str,
) -> str:
    """A table; ``settings`` are arguments of Typst's ``table`` as they are written there. A row () is a line."""
    said = "".join(f"  {key.replace('_', '-')}: {value},\n" for key, value in settings.items() if value)
    head = ", ".join(cell(one) for row in header for one in row)
    top = f"  table.header(repeat: {'true' if repeat else 'false'}, {head}),\n" if header else ""
    marked = [*rows[:-1], _ended(rows[-1])] if rows and rows[-1] else rows
    body = "".join("  " + ", ".join(cell(one) for one in row) + ",\n" for row in marked if row)
    return f"#table(columns: {columns},\n{said}{top}{body})\n"


def _ended(row: Sequence[Cell | str]) -> list[Cell | str]:
    """The last row of a table with a mark: paragraphs behind it may stand on the next page."""
    last, sign = row[-1], mark("row")
    return [*row[:-1], replace(last, body=last.body + sign) if isinstance(last, Cell) else last + sign]


def bold(markup: str) -> str:
    """Bold markup."""
    return f'#text(weight: "bold")[{markup}]'


def small(markup: str, size: str = "8pt") -> str:
    """Markup in another size."""
    return f"#text(size: {size})[{markup}]"


def mark(kind: str, **said: object) -> str:
    """A mark that the layout reports with the page on which it stands."""
    keys = "".join(f'{key}: "{value}", ' for key, value in said.items())
    return f'#context [#metadata((kind: "{kind}", {keys}page: here().page())) <mark>]'


def _strokes(width: int, height: int, *lines: str) -> str:
    """A mark drawn with lines, each given as ``start, end`` in points."""
    placed = "".join(f"#place(line({line}, stroke: 1.1pt))" for line in lines)
    return f"#box(width: {width}pt, height: {height}pt)[{placed}]"


TICK = _strokes(8, 7, "start: (0pt, 4pt), end: (3pt, 7pt)", "start: (3pt, 7pt), end: (8pt, 0pt)")
CROSS = _strokes(7, 7, "start: (0pt, 0pt), end: (7pt, 7pt)", "start: (7pt, 0pt), end: (0pt, 7pt)")
DOT = "#box(circle(radius: 2.6pt, fill: black))"
SQUARE = '#box(rect(width: 6pt, height: 6pt, fill: rgb("#1b4f72")))'
