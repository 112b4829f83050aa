"""From the blocks of a work to pages, and the page of every mark."""

from collections.abc import Callable
from functools import partial
from random import Random
from typing import Any, Final

from . import pictures
from .chance import chance
from .model import Block, Drawn, Later, Work
from .sheet import BLACK, LIBRARY, WHITE, Sheet

DRESSES: Final[tuple[dict[str, Any], ...]] = (
    {"face": "sans", "size": 10, "ink": (0.08, 0.25, 0.45), "shade": (0.86, 0.9, 0.95), "rule": True},
    {"face": "serif", "size": 11, "ink": BLACK, "shade": (0.92, 0.92, 0.9), "rule": False},
    {"face": "sans", "size": 9.5, "ink": (0.35, 0.1, 0.3), "shade": (0.2, 0.2, 0.24), "rule": False},
    {"face": "typed", "size": 9, "ink": BLACK, "shade": (0.9, 0.9, 0.9), "rule": True},
    {"face": "serif", "size": 10.5, "ink": (0.1, 0.35, 0.25), "shade": (0.83, 0.92, 0.87), "rule": True},
)
BAD: Final = {"black": BLACK, "white": WHITE, "grey": (0.55, 0.55, 0.55)}
LATER: Final = {"square", "redact", "highlight"}
SHARES: Final = {1: (1,), 2: (2, 3), 3: (3, 2, 2), 4: (4, 2, 2, 3), 5: (5, 1, 1, 4, 1)}


class Writer:
    """Draws one work on sheets of its own."""

    def __init__(self, seed: int, number: int, work: Work) -> None:
        """Choose the dress of this work."""
        self.rng = chance("draw", seed, number)
        dress = work.extra.get("dress", self.rng.randrange(len(DRESSES)))
        self.dress: Any = DRESSES[dress]
        size = float(self.dress["size"]) + (6.5 if work.genre == "slides" else 0)
        head, foot = work.extra.get("head", ""), work.extra.get("foot", "")
        self.sheet = Sheet(self.dress["face"], size, left=self.rng.choice((58, 66, 74)), head=head, foot=foot)
        self.drawn = Drawn(number=number, work=work)

    def draw(self) -> tuple[Any, Drawn]:
        """The document and where its marks are."""
        for block in self.drawn.work.blocks:
            page = DRAWERS[block.kind](self, block) or self.sheet.number
            self.drawn.marks += [(page, mark) for mark in block.marks]
        self.sheet.flush()
        self.drawn.pages = self.sheet.number
        return self.sheet.document, self.drawn

    def later(self, kind: str, box: tuple[float, float, float, float], text: str = "") -> None:
        """Something to be done to this page in the finished file."""
        self.drawn.later.append(Later(kind=kind, page=self.sheet.number, box=box, text=text))


def _title(pen: Writer, block: Block) -> None:
    pen.sheet.para(block.text, weight=1, size=pen.sheet.size * 1.5, gap=4, colour=pen.dress["ink"])
    if pen.dress["rule"]:
        pen.sheet.box(pen.sheet.left, pen.sheet.y, pen.sheet.right, pen.sheet.y + 1.2, fill=pen.dress["ink"], line=None)
    pen.sheet.y += 10


def _head(pen: Writer, block: Block) -> None:
    pen.sheet.need(pen.sheet.size * 6)
    pen.sheet.y += 5
    pen.sheet.para(block.text, weight=1, size=pen.sheet.size * 1.12, gap=3, colour=pen.dress["ink"])


def _para(pen: Writer, block: Block) -> None:
    pen.sheet.para(block.text)


def _item(pen: Writer, block: Block) -> None:
    pen.sheet.para(block.text, indent=16, lead="•", gap=4)


def _small(pen: Writer, block: Block) -> None:
    pen.sheet.para(block.text, size=pen.sheet.size * 0.82, gap=3)


def _comment(pen: Writer, block: Block) -> None:
    sheet = pen.sheet
    rows = sheet.lines(block.text, sheet.right - sheet.left - 20, weight=2)
    tall = len(rows) * sheet.lead + 12
    sheet.need(tall + 8)
    sheet.box(sheet.left, sheet.y, sheet.right, sheet.y + tall, fill=(0.96, 0.95, 0.9), line=(0.6, 0.6, 0.5))
    for at, row in enumerate(rows):
        sheet.put(sheet.left + 10, sheet.y + (at + 1) * sheet.lead, row, weight=2)
    sheet.y += tall + 10


def _meta(pen: Writer, block: Block) -> None:
    for label, words in block.rows:
        pen.sheet.need(pen.sheet.lead)
        pen.sheet.para(words, indent=118, lead=f"{label}:", gap=1)
    pen.sheet.y += 8


def _table(pen: Writer, block: Block) -> int:
    sheet = pen.sheet
    sheet.need(sheet.size * 1.5 * 2 * len(block.rows))
    page = sheet.number
    dark = (0.1, 0.12, 0.2) if block.how == "dark" else None
    sheet.table(block.rows, SHARES[len(block.rows[0])], shade=dark or pen.dress["shade"])
    return page


def _quote(pen: Writer, block: Block) -> None:
    pen.sheet.para(block.text, indent=20, lead="|", gap=2, colour=(0.3, 0.3, 0.35))


def _break(pen: Writer, _: Block) -> None:
    pen.sheet.turn()


def _banner(pen: Writer, block: Block) -> None:
    sheet = pen.sheet
    sheet.need(40)
    sheet.box(sheet.left, sheet.y, sheet.right, sheet.y + 24, fill=(0.05, 0.08, 0.2), line=None)
    sheet.put(sheet.left + 8, sheet.y + 16, block.text, weight=1, colour=WHITE)
    sheet.y += 34


def _cover(pen: Writer, block: Block) -> None:
    """A line of which a part is, or seems to be, hidden."""
    sheet = pen.sheet
    sheet.need(sheet.lead * 4)
    if block.how == "raster":
        _raster(pen, block)
        return
    sheet.y += sheet.lead
    x0 = sheet.put(sheet.left, sheet.y, block.text)[2] + 4
    end = x0 + sheet.wide(block.hidden) + 1
    box = (x0 - 2, sheet.y - sheet.size * 0.92, end + 2, sheet.y + sheet.size * 0.32)
    if block.how == "under":
        sheet.box(*box, fill=(0.98, 0.9, 0.4), line=None)
    if block.how != "removed":
        sheet.put(x0, sheet.y, block.hidden)
    if block.how in BAD or block.how == "removed":
        sheet.after.append(partial(_filled, box=box, fill=BAD.get(block.how, BLACK)))
    if block.how == "image":
        rect = LIBRARY.Rect(x0 - 2, box[1], end + 6, box[3])
        sheet.after.append(partial(_pasted, rect=rect, stream=pictures.logo(pen.rng)))
    if block.how in LATER:
        pen.later(block.how, box)
    sheet.y += 7


def _raster(pen: Writer, block: Block) -> None:
    """The line as a picture, blacked out before it came here."""
    sheet, wide = pen.sheet, pen.sheet.right - pen.sheet.left
    stream = pictures.words(f"{block.text} {'x' * len(block.hidden)}", (len(block.text) // 4, 19))
    rect = LIBRARY.Rect(sheet.left, sheet.y + 4, sheet.right, sheet.y + 4 + wide * 64 / 1300)
    sheet.after.append(partial(_pasted, rect=rect, stream=stream))
    sheet.y = rect.y1 + 6


def _filled(page: Any, *, box: tuple[float, float, float, float], fill: Any) -> None:
    page.draw_rect(LIBRARY.Rect(*box), color=fill, fill=fill, width=0)


def _pasted(page: Any, *, rect: Any, stream: bytes) -> None:
    page.insert_image(rect, stream=stream, keep_proportion=False)


def _hidden(pen: Writer, block: Block) -> None:
    """Words that print as nothing."""
    sheet = pen.sheet
    sheet.need(sheet.lead)
    spot = (sheet.left, sheet.y + sheet.size)
    if block.how == "white":
        sheet.put(*spot, block.text, colour=WHITE)
    else:
        sheet.after.append(lambda page: page.insert_text(spot, block.text, fontsize=9, render_mode=3))
    sheet.y += sheet.lead


def _picture(pen: Writer, block: Block) -> None:
    sheet, tall = pen.sheet, 300.0
    sheet.need(tall + 20)
    stream = pictures.head(Random(block.text), (block.rows[0][0], block.rows[0][1], block.rows[0][2]))  # noqa: S311 - as all chance here
    rect = LIBRARY.Rect(sheet.left + 30, sheet.y, sheet.left + 30 + tall * 760 / 620, sheet.y + tall)
    sheet.after.append(partial(_pasted, rect=rect, stream=stream))
    sheet.y += tall + 14


def _icon(pen: Writer, block: Block) -> None:
    """A small sheet of paper with a file's name below, as a word processor leaves it."""
    sheet = pen.sheet
    sheet.need(80)
    x, y = sheet.left + 20, sheet.y + 6
    sheet.box(x, y, x + 34, y + 42, fill=(0.95, 0.97, 1), line=(0.2, 0.3, 0.6))
    sheet.box(x + 4, y + 24, x + 22, y + 38, fill=(0.15, 0.35, 0.7), line=None)
    sheet.put(x + 8, y + 35, "W", weight=1, colour=WHITE)
    sheet.put(x - 14, y + 56, block.text, size=8)
    sheet.y += 74


def _link(pen: Writer, block: Block) -> None:
    sheet = pen.sheet
    sheet.need(sheet.lead)
    sheet.y += sheet.lead
    box = sheet.put(sheet.left, sheet.y, block.text, colour=(0.05, 0.2, 0.75))
    pen.later(block.how, box, block.hidden)
    sheet.y += 7


DRAWERS: Final[dict[str, Callable[[Writer, Block], int | None]]] = {
    "title": _title,
    "head": _head,
    "para": _para,
    "item": _item,
    "small": _small,
    "comment": _comment,
    "meta": _meta,
    "table": _table,
    "quote": _quote,
    "break": _break,
    "banner": _banner,
    "cover": _cover,
    "hidden": _hidden,
    "picture": _picture,
    "icon": _icon,
    "link": _link,
}
