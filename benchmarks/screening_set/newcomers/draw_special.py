"""Covers, hidden words, pictures, icons and links."""

from functools import partial
from typing import Any, Final

from ..apart import pictures  # noqa: TID252 - the set is imported by two names
from ..apart.sheet import BLACK, LIBRARY, WHITE  # noqa: TID252 - the set is imported by two names
from .model import Block
from .pen import Pen

BOXES: Final = {"black": BLACK, "white": WHITE, "grey": (0.6, 0.6, 0.6)}
LATER: Final = {"square", "redact", "highlight"}


def cover(pen: Pen, block: Block) -> None:
    """A line of which a part is, or seems to be, hidden."""
    sheet = pen.sheet
    sheet.need(sheet.lead * 4)
    if block.how == "raster":
        stream = pictures.words(f"{block.text} {'x' * len(block.hidden)}", (len(block.text) // 3 + 1, 19))
        rect = LIBRARY.Rect(sheet.left, sheet.y + 4, sheet.right, sheet.y + 4 + (sheet.right - sheet.left) * 64 / 1300)
        sheet.after.append(partial(_pasted, rect=rect, stream=stream))
        sheet.y = rect.y1 + 8
        return
    sheet.y += sheet.lead
    x0 = sheet.put(sheet.left, sheet.y, block.text)[2] + 3
    end = x0 + sheet.wide(block.hidden)
    box = (x0 - 2, sheet.y - sheet.size * 0.94, end + 3, sheet.y + sheet.size * 0.34)
    if block.how == "under":
        sheet.box(*box, fill=(0.75, 0.93, 0.6), line=None)
    if block.how != "removed":
        sheet.put(x0, sheet.y, block.hidden)
    if block.how in BOXES or block.how == "removed":
        sheet.after.append(partial(_filled, box=box, fill=BOXES.get(block.how, BLACK)))
    if block.how == "image":
        rect = LIBRARY.Rect(x0 - 3, box[1] - 2, end + 8, box[3] + 2)
        sheet.after.append(partial(_pasted, rect=rect, stream=pictures.logo(pen.rng)))
    if block.how in LATER:
        pen.later(block.how, box)
    sheet.y += 8


def _filled(page: Any, *, box: tuple[float, float, float, float], fill: Any) -> None:
    page.draw_rect(LIBRARY.Rect(*box), color=fill, fill=fill, width=0)


def _pasted(page: Any, *, rect: Any, stream: bytes) -> None:
    page.insert_image(rect, stream=stream, keep_proportion=False)


def hidden(pen: Pen, block: Block) -> None:
    """Words that print as nothing."""
    sheet = pen.sheet
    sheet.need(sheet.lead)
    spot = (sheet.left, sheet.y + sheet.size)
    if block.how == "white":
        sheet.put(*spot, block.text, colour=WHITE)
    else:
        sheet.after.append(lambda page: page.insert_text(spot, block.text, fontsize=8, render_mode=3))
    sheet.y += sheet.lead


def picture(pen: Pen, block: Block) -> None:
    """A slice of a head with what the scanner writes at its corners."""
    sheet = pen.sheet
    sheet.need(330)
    row = block.rows[0]
    stream = pictures.head(pen.rng, (row[0], row[1], row[2]))
    rect = LIBRARY.Rect(sheet.left + 20, sheet.y, sheet.left + 20 + 310 * 760 / 620, sheet.y + 310)
    sheet.after.append(partial(_pasted, rect=rect, stream=stream))
    sheet.y += 324


def icon(pen: Pen, block: Block) -> None:
    """A small sheet of paper with a file's name below, as a word processor leaves it."""
    sheet = pen.sheet
    sheet.need(86)
    x, y = sheet.left + 26, sheet.y + 6
    colour = (0.1, 0.45, 0.25) if "xls" in block.text else (0.15, 0.3, 0.65)
    sheet.box(x, y, x + 36, y + 44, fill=(0.97, 0.98, 1), line=colour)
    sheet.box(x - 6, y + 20, x + 16, y + 40, fill=colour, line=None)
    sheet.put(x, y + 35, "X" if "xls" in block.text else "W", weight=1, size=13, colour=WHITE)
    sheet.put(x - 20, y + 58, block.text, size=8)
    sheet.y += 80


def link(pen: Pen, block: Block) -> None:
    """Words that lead elsewhere."""
    sheet = pen.sheet
    sheet.need(sheet.lead * 2)
    sheet.y += sheet.lead
    box = sheet.put(sheet.left, sheet.y, block.text, colour=(0.02, 0.3, 0.75))
    pen.later(block.how, box, block.hidden)
    sheet.y += 8
