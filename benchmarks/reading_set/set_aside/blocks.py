"""What pages are made of, and how that is set with typst."""

from dataclasses import dataclass, field
from typing import Final


@dataclass(frozen=True, kw_only=True)
class Block:
    """A piece of a page: a heading, a paragraph, a table, lines of fixed width, a photograph or a plot."""

    kind: str  # "h1", "h2", "p", "small", "table", "mono", "photo", "plot", "caption"
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Part:
    """A part that a reference may name: ``hint`` as the truth has it, ``written`` as an applicant says it."""

    hint: str
    written: str
    page: int  # from 1, in the document without its divider
    alone: bool  # may be named without a page: there is one such part in the document, and it is on one page


@dataclass(frozen=True, kw_only=True)
class Paper:
    """One piece of evidence before it is bound into a portfolio."""

    kind: str
    pages: tuple[tuple[Block, ...], ...]
    parts: tuple[Part, ...] = ()
    landscape: bool = False
    look: dict[str, str] = field(default_factory=dict)


def quoted(text: str) -> str:
    """The text as a typst string, so that nothing in it is taken for mark-up."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'#"{escaped}"'


def set_block(block: Block) -> str:
    """Typst source of a block."""
    if block.kind == "table":
        return _table(block)
    if block.kind == "mono":
        lines = " \\\n".join(quoted(line) for line in block.text.split("\n"))
        return f'#text(font: ("Liberation Mono", "DejaVu Sans Mono"), size: 8.5pt)[{lines}]\n\n'
    if block.kind in _DRAWN:
        return _DRAWN[block.kind]
    return _TEXT[block.kind].format(quoted(block.text))


def _table(block: Block) -> str:
    columns = ", ".join(["auto"] + ["1fr"] * (len(block.rows[0]) - 1))
    cells = ", ".join(f"[{quoted(text)}]" for row in block.rows for text in row)
    return f"#block[#set text(size: 8.5pt)\n#table(columns: ({columns}), stroke: 0.4pt, inset: 4pt, {cells})]\n\n"


_TEXT: Final = {
    "h1": "#block(above: 8pt, below: 9pt)[#text(size: 1.35em, weight: 700)[{}]]\n\n",
    "h2": "#block(above: 11pt, below: 6pt)[#text(weight: 700)[{}]]\n\n",
    "p": "#par[{}]\n\n",
    "small": "#block[#text(size: 0.8em)[{}]]\n\n",
    "caption": '#block[#text(size: 0.85em, style: "italic")[{}]]\n\n',
}
_DRAWN: Final = {
    "photo": (
        "#block(width: 80%, height: 5.5cm, fill: gradient.linear(luma(70), luma(190), luma(120)))["
        "#place(center + horizon)[#ellipse(width: 3.6cm, height: 3cm, fill: luma(40), stroke: 3pt + luma(220))]]\n\n"
    ),
    "plot": (
        "#block(width: 9cm, height: 5cm, stroke: (left: 0.7pt, bottom: 0.7pt))["
        '#place(curve(stroke: 1pt + rgb("#1f5fa8"), curve.move((2pt, 5pt)), '
        "curve.cubic((1.6cm, 4.2cm), (3cm, 4.6cm), (8.6cm, 4.8cm))))]\n\n"
    ),
}
