"""Blocks of a page, and their setting in typst and in Word."""

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from typing import Any

import docx as untyped_docx
import typst

docx: Any = untyped_docx  # its own functions have no types
_MADE = (2026, 1, 2, 0, 0, 0)


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A cell of a table, across and down."""

    text: str
    across: int = 1
    down: int = 1
    bold: bool = False


@dataclass(frozen=True, kw_only=True)
class Block:
    """``kind`` is head, sub, title, para, table, ink, break, wide (a turned page) or upright."""

    kind: str
    text: str = ""
    rows: Sequence[Sequence[Cell]] = ()
    widths: Sequence[float] = ()
    style: str = "ruled"
    heads: int = 1
    fills: Sequence[str] = field(default=())


@cache
def _fonts() -> Any:
    """The faces of the set alone: looking through all of a system's takes longer than setting a page."""
    root = "/usr/share/fonts/truetype"
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=True,
        font_paths=[f"{root}/liberation", f"{root}/dejavu"],
    )


def escaped(text: str) -> str:
    """Text for typst."""
    return re.sub(r"([\\#$*_`<>@\[\]~/\"'=+-])", r"\\\1", text)


def pdf_of(blocks: Sequence[Block], *, font: str, size: float = 10.5, columns: int = 1) -> bytes:
    """The blocks as PDF."""
    head = f'#set document(date: none)\n#set page(paper: "a4", margin: 2.1cm, columns: {columns})\n'
    head += f'#set text(font: "{font}", size: {size}pt, lang: "en", region: "gb", hyphenate: false)\n'
    source = head + "\n\n".join(_typst(block) for block in blocks)
    return bytes(typst.compile(source.encode(), font_paths=_fonts(), timestamp=0))


def _typst(block: Block) -> str:  # noqa: PLR0911 - a case for each kind
    text = escaped(block.text)
    match block.kind:
        case "title":
            return f'#v(1fr)\n#align(center)[#text(size: 21pt, weight: "bold")[{text}]]'
        case "head":
            big = f'#text(size: 1.3em, weight: "bold")[{text}]'
            return f"#block(above: 1.5em, below: 0.9em, sticky: true)[{big}]"
        case "sub":
            return f"#block(above: 1.2em, below: 0.7em, sticky: true)[*{text}*]"
        case "fill":
            return "#v(1fr)"
        case "break":
            return "#pagebreak(weak: true)"
        case "wide":
            return "#set page(flipped: true)"
        case "upright":
            return "#set page(flipped: false)"
        case "table":
            return _table(block)
        case "ink":
            return (
                "#box(width: 5cm, height: 1.2cm)[#place(curve(stroke: 1.1pt + rgb(20, 30, 110),"
                " curve.move((0pt, 20pt)),"
                " curve.cubic((20pt, -25pt), (24pt, 50pt), (46pt, 12pt)), curve.cubic((60pt, -8pt), (70pt, 34pt),"
                " (92pt, 14pt)), curve.cubic((105pt, 4pt), (112pt, 20pt), (132pt, 9pt))))]"
            )
    return text


_STROKES = {
    "ruled": "stroke: 0.6pt,",
    "rules": "stroke: (x, y) => (top: if y == 0 {1pt} else {0.4pt}, bottom: 0.7pt),",
    "zebra": "stroke: none, fill: (x, y) => if calc.odd(y) {luma(232)},",
    "bare": "stroke: none,",
}


def _table(block: Block) -> str:
    cells = []
    for at, row in enumerate(block.rows):
        line = []
        for cell in row:
            text = f'#text(weight: "bold")[{escaped(cell.text)}]' if cell.bold else escaped(cell.text)
            line.append(f"table.cell(colspan: {cell.across}, rowspan: {cell.down})[{text}]")
        told = ", ".join(line)
        cells.append(f"table.header({told})" if at == 0 and block.heads == 1 else told)
    widths = ", ".join(f"{width}fr" for width in block.widths)
    return f"#table(columns: ({widths},), inset: 5pt, align: left, {_STROKES[block.style]}\n" + ",\n".join(cells) + ")"


def docx_of(blocks: Sequence[Block]) -> bytes:
    """The blocks as a Word file, with the same bytes each time."""
    made = docx.Document()
    made.core_properties.created = made.core_properties.modified = datetime(*_MADE[:6], tzinfo=UTC)
    for block in blocks:
        if block.kind == "table":
            _word_table(made, block)
        elif block.kind == "break":
            made.add_page_break()
        elif block.kind in {"title", "head", "sub"}:
            made.add_heading(block.text, level={"title": 0, "head": 1, "sub": 2}[block.kind])
        elif block.kind == "ink":
            made.add_paragraph("(signed)")
        elif block.kind == "para":
            made.add_paragraph(block.text)
    kept = io.BytesIO()
    made.save(kept)
    return _still(kept.getvalue())


def _word_table(made: Any, block: Block) -> None:
    table = made.add_table(rows=len(block.rows), cols=len(block.widths))
    table.style = "Table Grid" if block.style == "ruled" else "Light Shading"
    covered: set[tuple[int, int]] = set()
    for y, row in enumerate(block.rows):
        x = 0
        for cell in row:
            while (y, x) in covered:
                x += 1
            here = table.cell(y, x)
            if cell.across > 1 or cell.down > 1:
                here = here.merge(table.cell(y + cell.down - 1, x + cell.across - 1))
            covered |= {(y + down, x + across) for down in range(cell.down) for across in range(cell.across)}
            run = here.paragraphs[0].add_run(cell.text)
            run.bold = cell.bold


def _still(data: bytes) -> bytes:
    """The same archive with one time for all of its entries."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist()})


def zipped(files: dict[str, bytes]) -> bytes:
    """An archive of the files, with one time for all."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, _MADE), data, zipfile.ZIP_DEFLATED)
    return kept.getvalue()
