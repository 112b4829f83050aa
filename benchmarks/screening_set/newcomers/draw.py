"""From the blocks of a work to pages, and the page of every mark."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from ..apart.sheet import WHITE  # noqa: TID252 - the set is imported by two names
from .draw_special import cover, hidden, icon, link, picture
from .model import Block, Drawn, Mark
from .pen import Pen


class Writer(Pen):
    """Draws one work on sheets of its own."""

    def draw(self) -> tuple[Any, Drawn]:
        """The document and where its marks are."""
        slides = 0
        for block in self.drawn.work.blocks:
            if block.kind == "head" and self.drawn.work.genre == "slides":
                slides += 1
                if slides % 3 == 0:
                    self.sheet.turn()
            before = self.sheet.number
            DRAWERS[block.kind](self, block)
            self.drawn.marks += [(self.sheet.number, mark) for mark in block.marks]
            if block.marks and self.sheet.number - before > 1:
                raise ValueError(f"a block with marks goes over three pages: {block.text[:40]}")
        self.sheet.flush()
        self.drawn.pages = self.sheet.number
        self._settle()
        return self.sheet.document, self.drawn

    def _settle(self) -> None:
        """Give marks whose block began on an earlier page the page where their words stand."""
        pages = [_plain(page.get_text()) for page in self.sheet.document]
        settled: list[tuple[int, Mark]] = []
        for page, mark in self.drawn.marks:
            words = _plain(mark.needle)
            here = (
                page if words in pages[page - 1] else next((at for at, text in enumerate(pages, 1) if words in text), 0)
            )
            if not here:
                raise ValueError(f"the words of a mark stand on no page: {mark.key}")
            settled.append((here, mark))
        self.drawn.marks = settled


def _plain(text: str) -> str:
    return "".join(text.split())


def _title(pen: Pen, block: Block) -> None:
    pen.sheet.para(block.text, weight=1, size=pen.sheet.size * 1.45, gap=6, colour=pen.ink)


def _head(pen: Pen, block: Block) -> None:
    pen.sheet.need(pen.sheet.size * 7)
    pen.sheet.y += 4
    size = pen.sheet.size * (1.3 if block.how == "section" else 1.1)
    pen.sheet.para(block.text, weight=1, size=size, gap=3, colour=pen.ink)


def _para(pen: Pen, block: Block) -> None:
    pen.sheet.para(block.text, gap=7)


def _item(pen: Pen, block: Block) -> None:
    pen.sheet.para(block.text, indent=15, lead="•", gap=3)


def _small(pen: Pen, block: Block) -> None:
    pen.sheet.para(block.text, size=pen.sheet.size * 0.82, gap=3)


def _line(pen: Pen, block: Block) -> None:
    pen.sheet.para(block.text, weight=int(block.how == "bold"), gap=1)


def _right(pen: Pen, block: Block) -> None:
    sheet = pen.sheet
    sheet.need(sheet.lead)
    sheet.y += sheet.lead
    sheet.put(sheet.right - sheet.wide(block.text), sheet.y, block.text)
    sheet.y += 6


def _centre(pen: Pen, block: Block) -> None:
    sheet = pen.sheet
    size = sheet.size * (2.1 if block.how == "big" else 1.25)
    sheet.need(size * 2)
    sheet.y += size * 1.9
    wide = sheet.wide(block.text, size=size, weight=int(block.how == "big"))
    sheet.put(
        max(sheet.left, (sheet.left + sheet.right - wide) / 2),
        sheet.y,
        block.text,
        size=size,
        weight=int(block.how == "big"),
    )


def _meta(pen: Pen, block: Block) -> None:
    for label, text in block.rows:
        pen.sheet.para(text, indent=140, lead=f"{label}:", gap=1)
    pen.sheet.y += 9


def _shares(rows: Sequence[Sequence[str]]) -> list[float]:
    return [max(6.0, max(len(row[at]) for row in rows) ** 0.75) for at in range(len(rows[0]))]


def _table(pen: Pen, block: Block) -> None:
    dark = (0.08, 0.1, 0.2) if block.how == "dark" else None
    sheet = pen.sheet
    sheet.y += 6
    if sheet.y > 480:
        sheet.need(sheet.size * 2.2 * len(block.rows))
    sheet.table(block.rows, _shares(block.rows), shade=dark or pen.shade)


def _grid(pen: Pen, block: Block) -> None:
    pen.sheet.y += 6
    for row in block.rows:
        pen.sheet.table([row], [1, 2.4])
        pen.sheet.y -= 10
    pen.sheet.y += 14


def _quote(pen: Pen, block: Block) -> None:
    pen.sheet.para(block.text, indent=16, lead=">", gap=2, colour=(0.3, 0.3, 0.4))


def _comment(pen: Pen, block: Block) -> None:
    sheet = pen.sheet
    rows = sheet.lines(block.text, sheet.right - sheet.left - 16, weight=2)
    tall = len(rows) * sheet.lead + 10
    sheet.need(tall + 8)
    sheet.box(sheet.left, sheet.y, sheet.right, sheet.y + tall, line=(0.5, 0.5, 0.5), fill=(0.97, 0.97, 0.94))
    for at, row in enumerate(rows, start=1):
        sheet.put(sheet.left + 8, sheet.y + at * sheet.lead, row, weight=2)
    sheet.y += tall + 12


def _sign(pen: Pen, block: Block) -> None:
    sheet = pen.sheet
    sheet.need(sheet.lead * 4)
    sheet.y += sheet.lead * 2
    box = sheet.put(sheet.left, sheet.y, block.text)
    if block.hidden:
        sheet.put(min(box[2] + 40, sheet.right - sheet.wide(block.hidden)), sheet.y, block.hidden)
    sheet.y += 8


def _rule(pen: Pen, _: Block) -> None:
    pen.sheet.need(12)
    pen.sheet.box(pen.sheet.left, pen.sheet.y + 5, pen.sheet.right, pen.sheet.y + 5.8, fill=(0.4, 0.4, 0.4), line=None)
    pen.sheet.y += 10


def _gap(pen: Pen, _: Block) -> None:
    pen.sheet.y += pen.sheet.lead


def _break(pen: Pen, _: Block) -> None:
    pen.sheet.turn()


def _banner(pen: Pen, block: Block) -> None:
    sheet = pen.sheet
    sheet.need(40)
    sheet.box(sheet.left, sheet.y, sheet.right, sheet.y + 26, fill=(0.0, 0.05, 0.15), line=None)
    sheet.put(sheet.left + 10, sheet.y + 17, block.text, weight=1, size=11, colour=WHITE)
    sheet.y += 36


DRAWERS: Final[dict[str, Callable[[Pen, Block], None]]] = {
    "title": _title,
    "head": _head,
    "para": _para,
    "item": _item,
    "small": _small,
    "line": _line,
    "right": _right,
    "centre": _centre,
    "meta": _meta,
    "table": _table,
    "grid": _grid,
    "quote": _quote,
    "comment": _comment,
    "sign": _sign,
    "rule": _rule,
    "gap": _gap,
    "break": _break,
    "banner": _banner,
    "cover": cover,
    "hidden": hidden,
    "picture": picture,
    "icon": icon,
    "link": link,
}
