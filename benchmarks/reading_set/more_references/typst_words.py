"""Words and tables as Typst."""

from collections.abc import Sequence


def quoted(text: str) -> str:
    """Text exactly as it is, its line breaks kept."""
    lines = text.split("\n")
    return " #linebreak() ".join(
        '#"' + line.replace("\\", "\\\\").replace('"', '\\"') + '"' if line else "" for line in lines
    )


def table(rows: Sequence[Sequence[str]], columns: str, *, ruled: bool = True, header: bool = False) -> str:
    """A table of cells that are Typst already."""
    stroke = "0.5pt" if ruled else "(x, y) => (bottom: 0.5pt, top: if y == 0 { 1pt })"
    cells = ["".join(f"[{cell}], " for cell in row) for row in rows]
    if header:
        cells[0] = f"table.header({cells[0]}),"
    body = "\n  ".join(cells)
    return f"#table(columns: {columns}, stroke: {stroke}, inset: 5pt, align: left,\n  {body}\n)\n"
