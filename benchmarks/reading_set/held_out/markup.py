"""Pieces of typst source. Words always go in as strings, so that no sign in them is taken for markup."""

from collections.abc import Iterable, Sequence
from typing import Final

RULE: Final = "#line(length: 100%, stroke: 0.6pt + luma(60%))"


def words(text: str) -> str:
    """Words as they are; a new line in them is a new line."""
    return " \\ ".join(f'#"{_escaped(line)}"' for line in text.split("\n"))


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def mark(name: str) -> str:
    """An unseen mark whose page is found after setting."""
    return f'#[#metadata("{name}")<m>]'


def bold(text: str, size: float = 1.0) -> str:
    """Bold words of this many ems."""
    return f'#text(weight: "bold", size: {size}em)[{words(text)}]'


def para(text: str) -> str:
    """A paragraph."""
    return f"{words(text)}\n\n"


def heading(text: str, size: float = 1.25, marked: str = "") -> str:
    """A heading that stays with what follows it."""
    return f"#block(sticky: true, above: 1.5em, below: 0.8em)[{marked}{bold(text, size)}]\n"


def plain_table(rows: Iterable[Sequence[str]], widths: str, marks: Sequence[str] = ()) -> str:
    """A ruled table of words with a bold head; ``marks`` begin its rows."""
    said = []
    for at, row in enumerate(rows):
        cells = [bold(cell) if at == 0 else words(cell) for cell in row]
        if at and marks:
            cells[0] = marks[at - 1] + cells[0]
        said.append(", ".join(f"[{cell}]" for cell in cells))
    body = ",\n  ".join(said)
    return f"#table(columns: {widths}, stroke: 0.5pt + luma(45%), inset: 5pt,\n  {body})\n"


def preamble(face: str, size: float) -> str:
    """Paper, type and paragraphs of a document."""
    return (
        f'#set text(font: ("{face}", "DejaVu Sans"), size: {size}pt, lang: "en", region: "GB", hyphenate: false)\n'
        '#set page(paper: "a4", margin: (x: 2.2cm, y: 2.3cm))\n'
        "#set par(justify: false, spacing: 0.95em, leading: 0.62em)\n"
    )
