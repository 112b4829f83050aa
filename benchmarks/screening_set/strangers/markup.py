"""Blocks as HTML, in one of several dresses."""

import re
from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Final

from .model import Block

_TABLES: Final = (
    "td,th{border:1px solid #777;padding:3px 6px;text-align:left} th{background-color:#dfe5ee}",
    "td,th{border:1px solid #000;padding:4px 5px;text-align:left}",
    "td,th{padding:3px 10px 3px 0;text-align:left} th{border-bottom:1px solid #000}",
    "td,th{border:1px solid #1c3f5f;padding:4px 6px;text-align:left} th{background-color:#1c3f5f;color:#fff}",
)
_FACES: Final = ("sans-serif", "serif", "sans-serif", "sans-serif", "serif")
_SIZES: Final = (10, 11, 10.5, 9.5, 12)
_TITLES: Final = (
    "h1{font-size:17pt;margin:0 0 10px 0}",
    "h1{font-size:14pt;margin:0 0 6px 0;color:#1c3f5f}",
    "h1{font-size:20pt;font-weight:normal;margin:6px 0 14px 0}",
    "h1{font-size:13pt;text-align:center;margin:0 0 10px 0}",
)
_COMMON: Final = (
    "p{margin:0 0 7px 0} p.line{margin:0 0 1px 0} p.small{font-size:7.5pt;color:#444} p.quote{margin:0 0 5px 18px;"
    "color:#333} table{border-collapse:collapse;width:100%;margin:4px 0 10px 0} h2{font-size:12pt;margin:10px 0 4px 0} "
    "div.banner{background-color:#20262c;color:#fff;padding:5px 8px;margin:0 0 8px 0} "
    "div.comment{border:1px solid #999;padding:6px 8px;margin:0 0 10px 0;background-color:#f4f4ee} "
    "td.label{background-color:#f0f0f0} p.ghost{color:#ffffff} span.black{background-color:#000;color:#000} "
    "p.link{color:#0645ad} p.console{font-family:monospace;font-size:9pt} th.dark{background-color:#111;color:#fff}"
)
LIGATURES: Final = 9
"""The dress that sets fi and ffl as one letter."""


def css(dress: int, *, wide: bool = False) -> str:
    """The style sheet of a dress; ``wide`` for slides."""
    size = 19 if wide else _SIZES[dress % 5]
    face = _FACES[dress // 2 % 5]
    table = _TABLES[dress % 4]
    return f"body{{font-family:{face};font-size:{size}pt}} {_TITLES[dress // 3 % 4]} {_COMMON} {table}"


def split(text: str, dress: int) -> str:
    """A text escaped, its letters kept apart where this dress knows no ligatures."""
    safe = escape(text, quote=False).replace("\n", "<br/>")
    return safe if dress == LIGATURES else re.sub(r"f(?=[fil])", "f<span></span>", safe)


def html_of(blocks: Sequence[Block], dress: int) -> str:
    """All blocks of a page; points that follow on one another make one list."""
    parts: list[str] = []
    for at, block in enumerate(blocks):
        if block.kind == "item":
            first = at == 0 or blocks[at - 1].kind != "item"
            last = at + 1 == len(blocks) or blocks[at + 1].kind != "item"
            parts.append(f"{'<ul>' * first}<li>{split(block.text, dress)}</li>{'</ul>' * last}")
        else:
            parts.append(_one(block, dress, at))
    return f"<body>{''.join(parts)}</body>"


def _one(block: Block, dress: int, at: int) -> str:
    if block.kind in _SPECIAL:
        return _SPECIAL[block.kind](block, dress)
    if block.kind == "picture":
        source = f'<img src="p{at}.png" width="{block.how or 300}"/>'
        return f'<p>{source}</p><p class="small">{split(block.text, dress)}</p>'
    return _PLAIN.get(block.kind, "<p>{text}</p>").format(text=split(block.text, dress), kind=block.kind)


def _line(block: Block, dress: int) -> str:
    text = split(block.text, dress)
    inner = f"<b>{text}</b>" if block.how == "bold" else text
    align = ' style="text-align:right"' if block.how == "right" else ""
    return f'<p class="line"{align}>{inner}</p>'


def _centre(block: Block, dress: int) -> str:
    size = 22 if block.how == "big" else 14
    return f'<p style="text-align:center;font-size:{size}pt;margin:16px 0">{split(block.text, dress)}</p>'


def _cover(block: Block, dress: int) -> str:
    hidden = split(block.hidden, dress)
    inner = f'<span class="black">{hidden}</span>' if block.how == "textblack" else hidden
    return f"<p>{split(block.text, dress)}{inner}</p>"


def _table(block: Block, dress: int) -> str:
    rows = []
    for at, row in enumerate(block.rows):
        cells = []
        for place, cell in enumerate(row):
            text = split(cell, dress)
            if block.how == "pairs":
                cells.append(f'<td class="label"><b>{text}</b></td>' if place == 0 else f"<td>{text}</td>")
            else:
                tag = "th" if at == 0 else "td"
                dark = ' class="dark"' if block.how == "dark" and at == 0 else ""
                cells.append(f"<{tag}{dark}>{text}</{tag}>")
        rows.append(f"<tr>{''.join(cells)}</tr>")
    return f"<table>{''.join(rows)}</table>"


_SPECIAL: Final[Mapping[str, Callable[[Block, int], str]]] = {
    "table": _table,
    "line": _line,
    "centre": _centre,
    "cover": _cover,
}
_PLAIN: Final = {
    "title": "<h1>{text}</h1>",
    "head": "<h2>{text}</h2>",
    **dict.fromkeys(("small", "quote", "ghost", "console", "link"), '<p class="{kind}">{text}</p>'),
    **dict.fromkeys(("comment", "banner"), '<div class="{kind}">{text}</div>'),
    "rule": "<hr/>",
    "gap": "<p><br/></p>",
}


def body_of(text: str) -> list[Block]:
    """Headings, paragraphs, points and tables of a text whose choices are settled."""
    blocks: list[Block] = []
    for said in text.strip().split("\n"):
        if said.startswith("| "):
            cells = [cell.strip() for cell in said[1:].split("|")]
            if not (blocks and blocks[-1].kind == "table"):
                blocks.append(Block(kind="table"))
            blocks[-1].rows.append(cells)
        elif said.startswith("# "):
            blocks.append(Block(kind="head", text=said[2:]))
        elif said.startswith("- "):
            blocks.append(Block(kind="item", text=said[2:]))
        else:
            blocks.append(Block(kind="para", text=said))
    return blocks
