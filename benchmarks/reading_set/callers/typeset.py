"""Blocks set into PDF by typst, and where their marks stand."""

import json
from collections.abc import Sequence
from typing import Any, Final

import typst as untyped_typst

from .blocks import Block, Bullets, Cell, Drawing, Newpage, Set, Sheets, Space, Table, Title, Words

typst: Any = untyped_typst  # its own functions have no types
_FACES: Final = {
    "word": ("Liberation Sans", 10.0, "#1f4e79"),
    "google": ("Liberation Sans", 11.0, "#202124"),
    "latex": ("New Computer Modern", 10.8, "#000000"),
    "libre": ("Liberation Serif", 11.5, "#000000"),
    "modern": ("Noto Sans", 9.6, "#7b2d26"),
}
_LOOKS: Final = {
    "ruled": "stroke: 0.6pt + luma(40)",
    "rules": "stroke: (x: none, y: 0.6pt)",
    "zebra": "stroke: none, fill: (_, y) => if calc.even(y) { rgb(226, 234, 243) }",
    "bare": "stroke: none",
}
_LEAD: Final = """
#set document(date: none)
#set text(lang: "en", region: "gb", hyphenate: false, font: "FACE", size: SIZEpt)
#set par(leading: 0.58em, spacing: 1em, justify: JUSTIFY)
#let mk(k) = context [#metadata((k: k, p: here().page()))<mk>]
#show heading: set text(fill: rgb("COLOUR"))
#show heading.where(level: 1): set text(size: 16pt)
#show heading.where(level: 2): set text(size: 13pt)
#show heading.where(level: 3): set text(size: 11pt)
#show heading: set block(above: 1.3em, below: 0.8em)
"""
_DRAWN: Final = {
    "console": '#rect(width: 82%, height: 128pt, fill: rgb(24, 30, 46), inset: 10pt)[#set text(fill: rgb(160, 230, 190), size: 8.5pt, font: "DejaVu Sans Mono");#"PROTOCOL MONITOR"#linebreak()#"whole body SAR  0.8 W/kg   42 %"#linebreak()#"dB/dt level     61 %"#linebreak()#"operating mode  normal"]',  # noqa: E501
    "plan": '#box(width: 460pt, height: 230pt)[#place(rect(width: 460pt, height: 230pt, stroke: 2pt))#place(dx: 60pt, dy: 45pt, ellipse(width: 210pt, height: 140pt, stroke: (paint: red, dash: "dashed")))#place(dx: 130pt, dy: 92pt, rect(width: 70pt, height: 46pt, fill: luma(220)))#place(dx: 148pt, dy: 108pt, "Bore")#place(dx: 330pt, dy: 30pt, "Control room")#place(dx: 330pt, dy: 190pt, "Plant")#place(dx: 300pt, line(length: 230pt, angle: 90deg))]',  # noqa: E501
    "crest": '#align(center, rect(width: 70pt, height: 70pt, radius: 12pt, stroke: 2.5pt + rgb(90, 40, 90))[#align(center + horizon)[#text(size: 20pt, "MR")]])',  # noqa: E501
    "photo": "#rect(width: 70%, height: 150pt, fill: gradient.linear(luma(90), luma(190)))[]",
}


def set_pages(sheets: Sequence[Sheets], face: str, seed: int) -> Set:
    """The document; each of the sheets begins on a new page."""
    family, size, colour = _FACES[face]
    justify = "true" if face == "latex" else "false"
    lead = (
        _LEAD.replace("FACE", family).replace("SIZE", str(size)).replace("COLOUR", colour).replace("JUSTIFY", justify)
    )
    source = (lead + "\n".join(_sheet(one, size, seed) for one in sheets)).encode()
    pdf = bytes(typst.compile(source, pdf_tags=False))
    pages: dict[str, list[int]] = {}
    last = 0
    for each in json.loads(typst.query(source, "<mk>", field="value")):
        found = pages.setdefault(each["k"], [])
        if each["p"] not in found:
            found.append(each["p"])
        last = max(last, each["p"])
    return Set(pdf=pdf, count=last, pages={mark: sorted(found) for mark, found in pages.items()})


def _sheet(one: Sheets, size: float, seed: int) -> str:
    settings = ['paper: "a4"', "margin: (x: 2cm, top: 2.4cm, bottom: 2.3cm)", f"columns: {one.columns}"]
    if one.wide:
        settings.append("flipped: true")
    body = "\n\n".join(_block(block, size, seed) for block in one.blocks)
    if one.middle:
        body = f"#v(2fr)\n#align(center)[\n{body}\n]\n#v(3fr)"
    return f'#page({", ".join(settings)})[\n{_mark(one.mark)}\n{body}\n#mk("end")]'


def _mark(name: str) -> str:
    return f"#mk({_said(name)})" if name else ""


def _said(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _lines(text: str) -> str:
    return "#linebreak()".join(f"#{_said(line)}" for line in text.split("\n"))


def _block(block: Block, size: float, seed: int) -> str:
    match block:
        case Title():
            made = f"#heading(level: {block.level}, bookmarked: false)[{_mark(block.mark)}{_lines(block.text)}]"
        case Words():
            made = _words(block, size)
        case Bullets():
            inner = ", ".join(f"[{_lines(line)}]" for line in block.lines)
            made = f"#{'enum' if block.numbered else 'list'}(spacing: 0.9em, {inner})"
        case Table():
            made = _table(block, size, seed)
        case Drawing():
            caption = f"\n\n{_lines(block.caption)}" if block.caption else ""
            drawn = _ink(seed) if block.kind == "ink" else _DRAWN[block.kind]
            made = f"#block(breakable: false)[{_mark(block.mark)}{drawn}{caption}]"
        case Space():
            made = f"#v({block.height}pt)"
        case Newpage():
            made = "#pagebreak(weak: true)"
    return made


def _words(block: Words, size: float) -> str:
    how = [f"size: {size + block.bigger}pt"]
    how += ['weight: "bold"'] if block.bold else []
    how += ['style: "italic"'] if block.italic else []
    how += ['font: "Liberation Mono"'] if block.mono else []
    text = block.text.replace(" ", "\u00a0") if block.mono else block.text
    inner = f"{_mark(block.mark)}#text({', '.join(how)})[{_lines(text)}]"
    if block.centred:
        return f"#align(center)[{inner}]"
    return f"#par(justify: false)[{inner}]" if block.mono else f"#par[{inner}]"


def _ink(seed: int) -> str:
    """A scrawl in blue or black."""
    colour = "rgb(20, 40, 130)" if seed % 3 else "luma(20)"
    up, along = 4 + seed % 9, 62 + seed % 23
    return (
        f"#box(width: 140pt, height: 32pt)[#place(curve(stroke: 1.2pt + {colour}, curve.move((3pt, 20pt)), "
        f"curve.cubic((14pt, {up - 10}pt), (22pt, 40pt), (36pt, 12pt)), curve.cubic((44pt, 0pt), (50pt, 30pt), "
        f"({along}pt, {up}pt)), curve.cubic(({along + 8}pt, -6pt), ({along + 4}pt, 36pt), (128pt, 16pt))))]"
    )


def _table(table: Table, size: float, seed: int) -> str:
    columns = ", ".join(f"{width}fr" for width in table.widths)
    parts: list[str] = []
    if table.heads:
        inner = ", ".join(_cell(cell, table, seed) for row in table.rows[: table.heads] for cell in row)
        parts.append(f"table.header(repeat: {str(table.repeated).lower()}, {inner})")
    parts += [_cell(cell, table, seed) for row in table.rows[table.heads :] for cell in row]
    how = f"#set text(size: {size + table.smaller}pt)\n#set par(justify: false)"
    return f"#[{how}\n#table(columns: ({columns},), inset: (x: 5pt, y: 5pt), {_LOOKS[table.look]}, {', '.join(parts)})]"


def _cell(cell: Cell, table: Table, seed: int) -> str:
    breaks = str(table.loose or cell.down > 1).lower()
    settings = [f"colspan: {cell.across}", f"rowspan: {cell.down}", f"breakable: {breaks}"]
    if cell.shaded and table.look == "ruled":
        settings.append("fill: luma(218)")
    settings.append("align: center" if cell.centred else "align: left")
    inner = _ink(seed) if cell.ink else _lines(cell.text)
    if cell.bold:
        inner = f"#strong[{inner}]"
    mark = _mark(table.mark)
    return f"table.cell({', '.join(settings)})[{mark}{inner}{mark}]"
