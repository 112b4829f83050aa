"""Draws the pages of an item."""

from collections.abc import Sequence
from itertools import pairwise
from random import Random
from typing import Any, Final

from .chance import chance
from .choice import Choice
from .documents import Block, Sheet
from .grid import GREY, Grid, Look
from .model import Item
from .paper import Paper
from .rows import cells

_FAMILIES: Final = ("arial", "arial", "times", "noto", "dejavu", "notoserif")
_SIZES: Final = (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0)


def headed(choice: Choice, item: Item) -> bool:
    """Whether the first page of an item says which item it is."""
    if choice.segments in {"headings", "sub_items"}:
        return not item.divider
    return bool(item.file) and (item.file.endswith(f"{item.label}.pdf") or choice.seed % 2 == 0)


def draw_item(paper: Paper, choice: Choice, item: Item) -> None:
    """All its pages, its divider before them."""
    rng = chance("item", choice.seed, item.id)
    paper.family = rng.choice(_FAMILIES)
    paper.margin = rng.choice((56.0, 64.0, 72.0))
    if item.divider:
        paper.page()
        _divider(paper, choice, item)
    for at, sheet in enumerate(item.work.sheets):
        paper.page(wide=sheet.wide)
        _sheet(paper, choice, item, sheet, rng, first=at == 0)
    paper.finish()


def _divider(paper: Paper, choice: Choice, item: Item) -> None:
    rng = chance("dividers", choice.seed)
    paper.y = rng.choice((120.0, 260.0, 320.0))
    align = rng.choice(("center", "center", "left"))
    label = rng.choice((item.label, item.label, item.label.upper()))
    paper.words(label, bold=True, size=rng.choice((22.0, 28.0)), align=align, gap=12)
    paper.words(item.title, size=15, align=align)


def _sheet(paper: Paper, choice: Choice, item: Item, sheet: Sheet, rng: Random, *, first: bool) -> None:
    blocks = list(sheet.blocks)
    if first and headed(choice, item):
        lead = chance("lead", choice.seed).choice((": ", " - ", " \u2013 ", " "))
        if blocks[0][0] in {"title", "slide"}:
            blocks[0] = (blocks[0][0], f"{item.label}{lead}{item.title}")
        else:
            blocks.insert(0, ("title", f"{item.label}{lead}{item.title}"))
    room = paper.bottom - paper.y
    asked = rng.choice((10.0, 10.5, 11.0))
    fitting = (size for size in _SIZES if size <= asked and _height(paper, blocks, size) <= room)
    paper.size = next(fitting, _SIZES[-1])
    for block in blocks:
        _block(paper, block)


def _height(paper: Paper, blocks: Sequence[Block], size: float) -> float:
    return sum(_tall(paper, block, size) for block in blocks)


def _tall(paper: Paper, block: Block, size: float) -> float:
    kind, said = block
    if kind == "grid":
        caption, rows = _grid(paper, said, size)
        return _lines(paper, caption, size, paper.width) + rows.height() + 16
    if kind == "figure":
        return 190 + _lines(paper, str(said), size, paper.width)
    if kind == "mail":
        return sum(_lines(paper, line, size, paper.width) + 1 for line in _listed(said)) + 14
    if kind == "bullets":
        return sum(_lines(paper, point, size + 4, paper.width - 20) + 9 for point in _listed(said))
    grown = {"title": 4.0, "h": 1.0, "slide": 12.0}.get(kind, 0.0)
    return 0.0 if kind == "corner" else _lines(paper, str(said), size + grown, paper.width, bold=grown > 0) + 9


def _listed(said: object) -> list[str]:
    assert isinstance(said, list | tuple)
    return [str(one) for one in said]


def _lines(paper: Paper, text: str, size: float, width: float, *, bold: bool = False) -> float:
    return len(paper.wrapped(text, width, size=size, bold=bold)) * size * 1.3


def _grid(paper: Paper, said: object, size: float) -> tuple[str, Grid]:
    assert isinstance(said, tuple)
    caption, rows = said
    widths: tuple[float, ...] = (0.8, 3, 1.2, 1.1, 4.5) if len(rows[0]) == 5 else (3, 2, 2)
    look = Look(size=size - 0.5, shade=GREY, split=False)
    return caption, Grid(paper, widths, (cells(*rows[0]),), [cells(*row) for row in rows[1:]], look)


def _block(paper: Paper, block: Block) -> None:
    kind, said = block
    if kind == "grid":
        caption, grid = _grid(paper, said, paper.size)
        paper.words(caption, bold=True, gap=3)
        grid.draw()
    elif kind == "figure":
        _figure(paper, str(said))
    elif kind == "mail":
        for line in _listed(said):
            paper.words(line, gap=1)
        paper.line(paper.left, paper.y + 3, paper.left + paper.width, paper.y + 3)
        paper.y += 10
    elif kind == "bullets":
        for point in _listed(said):
            paper.put(paper.left, paper.y, "\u2022", size=paper.size + 4)
            paper.words(point, size=paper.size + 4, indent=18, gap=7)
    elif kind == "corner":
        paper.put(paper.page_width - 60, paper.page_height - 34, str(said), size=9)
    else:
        grown = {"title": 4.0, "h": 1.0, "slide": 12.0}.get(kind, 0.0)
        paper.words(str(said), size=paper.size + grown, bold=grown > 0, gap=4 if kind == "h" else 7)


def _figure(paper: Paper, caption: str) -> None:
    """A plot of made-up points."""
    rng = chance("figure", caption, paper.number)
    left, top = paper.left + 30, paper.y + 6
    paper.line(left, top, left, top + 160)
    paper.line(left, top + 160, left + 320, top + 160)
    points: list[tuple[float, float]] = [
        (left + 16.0 * at, top + 150 - rng.uniform(0, 8) * at * 0.9) for at in range(20)
    ]
    for one, other in pairwise(points):
        paper.line(*one, *other, width=1.0, colour=(0.2, 0.3, 0.6))
    paper.y += 178
    paper.words(caption)


def stamped(paper: Paper, text: str, place: str) -> None:
    """A label in the head of the present page."""
    size = 9.0
    x = {"left": 40.0, "right": paper.page_width - 40 - paper.measure(text, size=size, bold=True, family="arial")}[
        place
    ]
    paper.put(x, 26, text, size=size, bold=True, family="arial")


def numbered(paper: Paper, text: str) -> None:
    """A page number at the foot of the present page."""
    how: dict[str, Any] = {"align": "center", "width": paper.page_width}
    paper.put(0, paper.page_height - 40, text, size=9, family="arial", **how)
