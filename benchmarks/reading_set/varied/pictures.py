"""The table as a picture in the page."""

from typing import Any

import pymupdf

from .plan import Plan
from .typesetting import typeset

Block = dict[str, Any]


def with_pictures(plan: Plan, papers: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], dict[str, bytes]]:
    """The papers with the table's grid as pictures where the plan wants that, and the pictures by name."""
    if plan.choice.table != "picture":
        return papers, {}
    pictures: dict[str, bytes] = {}
    changed = []
    for paper in papers:
        blocks: list[Block] = []
        for block in paper["blocks"]:
            if block["t"] == "grid" and any("mark" in cell for row in block["heads"] for cell in row):
                names = _pictures(paper["look"], block, pictures)
                blocks += [{"t": "mark", "name": "table-first"}]
                blocks += [{"t": "image", "path": name, "mark": "table-last"} for name in names]
            else:
                blocks.append(block)
        changed.append(paper | {"blocks": blocks})
    return changed, pictures


def _pictures(look: dict[str, Any], block: Block, pictures: dict[str, bytes]) -> list[str]:
    """One picture for each page that the grid fills alone, cut to its edges."""
    sheets = typeset(
        [{"look": {key: value for key, value in look.items() if key not in {"header", "footer"}}, "blocks": [block]}]
    )
    names = []
    with pymupdf.open("pdf", sheets.pdf) as book:
        for page in book:
            bottom = max(word[3] for word in page.get_text("words")) + 12
            side = look.get("mx", 2.2) * 28.35 - 4
            clip = pymupdf.Rect(side, 62, page.rect.width - side, bottom)
            name = f"table{len(pictures)}.png"
            pictures[name] = bytes(page.get_pixmap(dpi=140, clip=clip).tobytes("png"))
            names.append(name)
    return names
