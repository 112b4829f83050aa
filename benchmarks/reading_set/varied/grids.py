"""A grid drawn cell by cell: rules, shading and text are separate things on the page, rows keep together."""

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from .drawing import Canvas

Block = dict[str, Any]
SHADE = {"ruled": None, "boxed": (0.9, 0.93, 0.97), "rules": None, "zebra": (0.8, 0.8, 0.8), "bare": None}


class Set(NamedTuple):
    """A cell with its place: columns from ``first`` to before ``end``, its lines, and how many rows it covers."""

    first: int
    end: int
    lines: list[str]
    cell: Block
    rows: int


def draw_grid(canvas: "Canvas", block: Block) -> None:
    """Draws a grid at the cursor, going on over pages; header rows are repeated where the block says so."""
    size = block.get("size", 9.5)
    edges = _edges(canvas, block["widths"])
    rows = _rows(canvas, block, edges, size)
    count = len(block["heads"])
    pad = block.get("pady", 4)
    heights = [max([len(cell.lines) for cell in row if cell.rows == 1] or [1]) * size * 1.22 + 2 * pad for row in rows]
    for at, row in enumerate(rows):
        if canvas.y + heights[at] > canvas.page.rect.height - 58:
            canvas.new_page()
            if block.get("repeat", True) and at >= count:
                for head in range(count):
                    _draw(canvas, block, edges, rows[head], heights[head], size, head)
        _draw(canvas, block, edges, row, heights[at], size, at)
    if block["style"] == "rules":
        canvas.page.draw_line((edges[0], canvas.y), (edges[-1], canvas.y), width=0.8)
    canvas.y += 10


def _edges(canvas: "Canvas", widths: list[Any]) -> list[float]:
    """The left edges of the columns and the right edge of the last; numbers are cm, strings shares of what is left."""
    fixed = [None if isinstance(width, str) else width * 28.35 for width in widths]
    shares = [float(width) if isinstance(width, str) and width != "auto" else 1.0 for width in widths]
    left = canvas.width - sum(width for width in fixed if width is not None)
    total = sum(share for share, width in zip(shares, fixed, strict=True) if width is None) or 1
    edges = [canvas.left]
    for share, width in zip(shares, fixed, strict=True):
        edges.append(edges[-1] + (left * share / total if width is None else width))
    return edges


def _rows(canvas: "Canvas", block: Block, edges: list[float], size: float) -> list[list[Set]]:
    taken: dict[int, int] = {}  # column -> rows that a cell from above still covers
    rows = []
    for row in [*block["heads"], *block["rows"]]:
        cells, column = [], 0
        for cell in row:
            while taken.get(column, 0) > 0:
                column += 1
            end = column + cell.get("cs", 1)
            lines = canvas.wrap(cell["x"], size, edges[end] - edges[column] - 8, bold=cell.get("b", False))
            cells.append(Set(column, end, lines, cell, cell.get("rs", 1)))
            column = end
        taken = {at: left - 1 for at, left in taken.items() if left > 1}
        taken |= {cell.first: cell.rows - 1 for cell in cells if cell.rows > 1}
        rows.append(cells)
    return rows


def _draw(
    canvas: "Canvas", block: Block, edges: list[float], row: list[Set], height: float, size: float, number: int
) -> None:
    top, style, head = canvas.y, block["style"], number < len(block["heads"])
    fill = SHADE[style] if head else (0.94, 0.94, 0.94) if style == "zebra" and number % 2 else None
    for cell in row:
        box = (edges[cell.first], top, edges[cell.end], top + height)
        if fill:
            canvas.page.draw_rect(box, color=None, fill=fill)
        if style in {"ruled", "boxed"}:
            _border(canvas, box, spanning=cell.rows > 1)
        for name in ("mark", "last"):
            if name in cell.cell and not (head and name == "mark" and "table-first" in canvas.marks):
                canvas.mark(cell.cell[name])
        y = top + block.get("pady", 4) + size
        for line in cell.lines:
            canvas.line(edges[cell.first] + 4, y, line, size, face="bold" if cell.cell.get("b") else "regular")
            y += size * 1.22
    if style in {"ruled", "boxed"}:
        for x in (edges[0], edges[-1]):
            canvas.page.draw_line((x, top), (x, top + height), width=0.5)
    if style == "rules" and number <= len(block["heads"]):
        canvas.page.draw_line((edges[0], top), (edges[-1], top), width=1.0 if number == 0 else 0.5)
    canvas.y += height


def _border(canvas: "Canvas", box: tuple[float, float, float, float], *, spanning: bool) -> None:
    """The edges of a cell; one that goes on below has no lower edge yet."""
    x0, y0, x1, y1 = box
    for start, end in (((x0, y0), (x1, y0)), ((x0, y0), (x0, y1)), ((x1, y0), (x1, y1))):
        canvas.page.draw_line(start, end, width=0.5)
    if not spanning:
        canvas.page.draw_line((x0, y1), (x1, y1), width=0.5)
