"""Papers made into PDF by typst. The source is written whole, so that nothing of it depends on the machine."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import typst as untyped_typst

from .blocks import Block, Cell, Gap, Grid, Head, Made, Para, Points, Sheets, Sketch

typst: Any = untyped_typst  # its own functions have no types
FACES: Final = {
    "word": ("Liberation Sans", 10.5, "#1f3864"),
    "calibri_like": ("DejaVu Sans", 9.0, "#2f5496"),
    "google": ("Liberation Sans", 11.0, "#000000"),
    "latex": ("New Computer Modern", 11.0, "#000000"),
    "libreoffice": ("Liberation Serif", 11.5, "#000000"),
}
_LINES: Final = {
    "ruled": "stroke: 0.5pt + luma(60)",
    "rules": "stroke: (x: none, top: 0.5pt, bottom: 0.5pt)",
    "zebra": "stroke: none",
    "bare": "stroke: none",
}
_LEAD: Final = """
#set document(date: none)
#set text(lang: "en", region: "gb", hyphenate: false)
#set par(leading: 0.6em, spacing: 0.95em, justify: {justify})
#let mk(k) = context [#metadata((k: k, p: here().page()))<mk>]
#let bar(mark, end, first, roman, form) = context {{
  let begin = locate(label(mark)).page()
  let last = locate(label(end)).page()
  let shift = if first == none {{ {before} }} else {{ first - begin }}
  let say(n) = if roman {{ numbering("i", n) }} else {{ str(n) }}
  let whole = if first == none {{ {total} }} else {{ last + shift }}
  text(size: 8.5pt, form.replace("{{p}}", say(here().page() + shift)).replace("{{n}}", say(whole)))
}}
#show heading: set text(fill: rgb("{colour}"))
#show heading.where(level: 1): set text(size: 15pt)
#show heading.where(level: 2): set text(size: 12pt)
"""
_SKETCHES: Final = {
    "ink": "#box(width: 150pt, height: 34pt, {{\n{curves}\n}})",
    "screen": "#rect(width: 100%, height: 120pt, fill: luma(40))[#set text(fill: luma(230), size: 8pt, font: "
    '"DejaVu Sans Mono");#"SAR whole body 1.4 W/kg   head 2.1 W/kg"#linebreak()#"dB/dt 62 %   B1+rms 1.9 uT"'
    '#linebreak()#"Mode: NORMAL   TA 03:52"]',
    "plan": "#rect(width: 70%, height: 140pt, stroke: 1.5pt)[#place(dx: 35pt, dy: 25pt, circle(radius: 40pt, stroke: "
    '(dash: "dashed")))#place(dx: 60pt, dy: 52pt, rect(width: 30pt, height: 26pt))#place(dx: 150pt, dy: 8pt, '
    '"Control room")#place(dx: 20pt, dy: 114pt, "Corridor")]',
    "seal": '#align(center, circle(radius: 34pt, stroke: 2pt)[#align(center + horizon, "CPD")])',
}
_CURVES: Final = (
    "#place(curve(stroke: 1.3pt + rgb({colour}), curve.move((4pt, 24pt)), curve.cubic((20pt, -12pt), (26pt, 44pt), "
    "(42pt, 14pt)), curve.cubic((50pt, 2pt), (60pt, 34pt), ({x}pt, 12pt)), curve.cubic((96pt, 4pt), (104pt, 34pt), "
    "(138pt, {y}pt))))"
)


@dataclass(frozen=True, kw_only=True)
class Making:
    """How a document is set: face, what its running numbers begin after, and the number of pages that feet name."""

    face: str
    before: int = 0
    total: int = 0
    seed: int = 0


def typeset(sheets: Sequence[Sheets], making: Making) -> Made:
    """The document and where its marks stand."""
    source = source_of(sheets, making).encode()
    pdf = bytes(typst.compile(source, pdf_tags=False))
    found: dict[str, list[int]] = {}
    last = 0
    for each in json.loads(typst.query(source, "<mk>", field="value")):
        pages = found.setdefault(each["k"], [])
        if each["p"] not in pages:
            pages.append(each["p"])
        last = max(last, each["p"])
    return Made(pdf=pdf, pages={mark: sorted(pages) for mark, pages in found.items()}, count=last)


def source_of(sheets: Sequence[Sheets], making: Making) -> str:
    """The whole source."""
    family, size, colour = FACES[making.face]
    justify = "true" if making.face == "latex" else "false"
    lead = _LEAD.format(justify=justify, before=making.before, total=making.total, colour=colour)
    face = f'#set text(font: "{family}", size: {size}pt)\n'
    return lead + face + "\n".join(_sheets(one, at, size, making) for at, one in enumerate(sheets))


def _sheets(one: Sheets, at: int, size: float, making: Making) -> str:
    mark, end = f"begin{at}", f"end{at}"
    first = "none" if one.first is None else str(one.first)
    bars = [
        f'{side}: align({align}, bar("{mark}", "{end}", {first}, {str(one.roman).lower()}, {said(words)}))'
        for side, align, words in (("header", "right", one.top), ("footer", "center", one.foot))
        if words
    ]
    settings = ['paper: "a4"', "margin: (x: 2.1cm, top: 2.2cm, bottom: 2cm)", f"columns: {one.columns}", *bars]
    if one.wide:
        settings.append("flipped: true")
    body = "\n\n".join(_block(block, size, making) for block in one.blocks)
    if one.centred:
        body = f"#v(1fr)\n#align(center)[\n{body}\n]\n#v(2fr)"
    marked = _marked(one.mark)
    return f'#page({", ".join(settings)})[\n#metadata(0)<{mark}>{marked}\n{body}\n#metadata(0)<{end}>#mk("last")\n]\n'


def said(text: str) -> str:
    """Words as a string of typst."""
    return json.dumps(text, ensure_ascii=False)


def _words(text: str) -> str:
    return "#linebreak()".join(f"#{said(line)}" for line in text.split("\n"))


def _block(block: Block, size: float, making: Making) -> str:
    match block:
        case Head():
            return _head(block)
        case Para():
            return _para(block, size)
        case Points():
            inner = ", ".join(f"[{_marked(block.mark)}{_words(line)}]" for line in block.lines)
            return f"#{'enum' if block.numbered else 'list'}({inner})"
        case Grid():
            return _grid(block, size)
        case Sketch():
            return _sketch(block, making)
        case Gap():
            return f"#v({block.height}pt)"


def _marked(mark: str) -> str:
    return f'#mk("{mark}")' if mark else ""


def _head(block: Head) -> str:
    shown = f"#heading(level: {block.level}, bookmarked: false)[{_marked(block.mark)}{_words(block.text)}]"
    if not block.outline:
        return shown
    return f"#hide(place(heading(level: 1, outlined: true, bookmarked: true)[{_words(block.outline)}])){shown}"


def _para(block: Para, size: float) -> str:
    how = [f"size: {size + block.size}pt"]
    if block.bold:
        how.append('weight: "bold"')
    if block.italic:
        how.append('style: "italic"')
    inner = f"#text({', '.join(how)})[{_words(block.text)}]"
    return (
        f"#par[{_marked(block.mark)}{inner}]"
        if block.align == "left"
        else f"#align({block.align})[{_marked(block.mark)}{inner}]"
    )


def _sketch(block: Sketch, making: Making) -> str:
    if block.kind == "ink":
        return _ink(making.seed)
    caption = f"#par[{_words(block.caption)}]" if block.caption else ""
    return f"#block(breakable: false)[{_marked(block.mark)}{_SKETCHES[block.kind]}\n{caption}]"


def _ink(seed: int) -> str:
    """A signature that nobody could read."""
    colour = '"#1a2a80"' if seed % 2 else '"#111111"'
    curves = _CURVES.format(x=70 + seed % 17, y=8 + seed % 21, colour=colour)
    return _SKETCHES["ink"].format(curves=curves.removeprefix("#"))


def _grid(grid: Grid, size: float) -> str:
    settings = [
        f"columns: ({', '.join(f'{width}fr' for width in grid.widths)},)",
        _LINES[grid.lines],
        "inset: (x: 5pt, y: 4.5pt)",
    ]
    if grid.lines == "zebra":
        settings.append("fill: (_, y) => if calc.odd(y) { luma(235) }")
    cells: list[str] = []
    heads, rows = grid.rows[: grid.heads], grid.rows[grid.heads :]
    breaks = str(not grid.whole_rows).lower()
    if heads:
        inner = ", ".join(_cell(cell, grid.lines, breaks, "") for row in heads for cell in row)
        cells.append(f"table.header({inner})")
    for row in rows:
        cells += [_cell(cell, grid.lines, breaks, grid.mark) for cell in row]
    how = f"size: {size + grid.size}pt"
    return f"#[#set text({how})\n#set par(justify: false)\n#table({', '.join(settings)}, {', '.join(cells)})]"


def _cell(cell: Cell, lines: str, breaks: str, mark: str) -> str:
    settings = [f"colspan: {cell.span}", f"rowspan: {cell.down}", f"breakable: {breaks if cell.down == 1 else 'true'}"]
    if cell.shade and lines != "zebra":
        settings.append("fill: luma(222)" if lines != "bare" else "fill: none")
    settings.append("align: center" if cell.middle else "align: left")
    marked = _marked(mark)
    inner = _words(cell.text)
    if cell.bold:
        inner = f'#text(weight: "bold")[{inner}]'
    if cell.ink:
        inner = _ink(len(mark) + 5)
    return f"table.cell({', '.join(settings)})[{marked}{inner}{marked}]"
