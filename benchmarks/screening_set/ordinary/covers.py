"""Redactions good and bad, and what only looks like one."""

from collections.abc import Callable
from typing import Any

from .model import Block
from .pen import BLACK, FACES, LEFT, LIBRARY, RIGHT, Pen, width
from .pictures import bar, barred

Painter = Callable[[Any, Any], None]


def cover(pen: Pen, block: Block) -> None:
    """The label, and the secret as this kind of cover leaves it."""
    label = block.text.replace("{s}", "")
    pen.need(60)
    pen.y += 8
    FORMS.get(block.how, _over)(pen, block, label)
    pen.y += 12


def _over(pen: Pen, block: Block, label: str) -> None:
    """Words that stay, and something laid over them."""
    rect = _written(pen, label, block.secret)
    paint = OVER[block.how]
    pen.later(lambda page: paint(page, rect))


def _written(pen: Pen, label: str, secret: str) -> Any:
    pen.y += pen.size * 1.5
    pen.at(LEFT, pen.y, label)
    x = LEFT + width(FACES[pen.face][0], label, pen.size) + 4
    pen.at(x, pen.y, secret)
    end = x + width(FACES[pen.face][0], secret, pen.size)
    return LIBRARY.Rect(x - 2, pen.y - pen.size * 0.95, end + 2, pen.y + pen.size * 0.35)


def _redact(page: Any, rect: Any) -> None:
    page.add_redact_annot(rect, fill=BLACK)


def _line(page: Any, rect: Any) -> None:
    middle = (rect.y0 + rect.y1) / 2
    page.draw_line((rect.x0, middle), (rect.x1, middle), width=rect.height + 2, color=BLACK)


def _square(page: Any, rect: Any) -> None:
    note = page.add_rect_annot(rect)
    note.set_colors(stroke=BLACK, fill=BLACK)
    note.update()


def _picture(page: Any, rect: Any) -> None:
    page.insert_image(rect, stream=bar(), keep_proportion=False)


def _highlight(page: Any, rect: Any) -> None:
    page.add_highlight_annot(rect)


OVER: dict[str, Painter] = {
    "black box": lambda page, rect: page.draw_rect(rect, color=None, fill=BLACK),
    "white box": lambda page, rect: page.draw_rect(rect, color=None, fill=(1, 1, 1)),
    "grey box": lambda page, rect: page.draw_rect(rect, color=(0.3, 0.3, 0.3), fill=(0.5, 0.5, 0.5)),
    "redact annotation": _redact,
    "thick line": _line,
    "square annotation": _square,
    "image over text": _picture,
    "highlighter": _highlight,
    "see-through": lambda page, rect: page.draw_rect(rect, color=None, fill=(1, 0.9, 0), fill_opacity=0.35),
}


def _removed(pen: Pen, block: Block, label: str) -> None:
    """The words were taken out; the bar shows where they stood."""
    pen.y += pen.size * 1.5
    pen.at(LEFT, pen.y, label)
    x = LEFT + width(FACES[pen.face][0], label, pen.size) + 4
    wide = 60 + 4 * len(block.secret)
    pen.page.draw_rect((x, pen.y - pen.size, x + wide, pen.y + 3), color=None, fill=BLACK)


def _applied(pen: Pen, block: Block, label: str) -> None:
    """A redact annotation that was applied."""
    rect = _written(pen, label, block.secret)

    def paint(page: Any) -> None:
        page.add_redact_annot(rect, fill=BLACK)
        page.apply_redactions(graphics=0)

    pen.later(paint)


def _rasterised(pen: Pen, _block: Block, label: str) -> None:
    """That part of the page is a picture, bar and all."""
    pen.page.insert_image((LEFT, pen.y, LEFT + 320, pen.y + 40), stream=barred(label))
    pen.y += 40


def _black_header(pen: Pen, block: Block, label: str) -> None:
    pen.table(
        [(label.strip(" :"), "What was agreed"), ("First", block.secret), ("Second", "as before")], (2, 3), head="black"
    )


def _banner(pen: Pen, _block: Block, label: str) -> None:
    pen.page.draw_rect((LEFT, pen.y, RIGHT, pen.y + 26), color=None, fill=(0.05, 0.1, 0.3))
    pen.at(LEFT + 8, pen.y + 17, f"For the record - {label.strip(' :').lower()}", bold=True, colour=(1.0, 1.0, 1.0))
    pen.y += 26


def _empty(pen: Pen, _block: Block, _label: str) -> None:
    pen.page.draw_rect((LEFT, pen.y, LEFT + 130, pen.y + 16), color=None, fill=BLACK)
    pen.y += 16


def _shaded(pen: Pen, block: Block, label: str) -> None:
    """A grey field behind words."""
    pen.page.draw_rect((LEFT - 4, pen.y, RIGHT, pen.y + pen.size * 2), color=None, fill=(0.8, 0.8, 0.85))
    _written(pen, label, block.secret)


FORMS: dict[str, Callable[[Pen, Block, str], None]] = {
    "removed": _removed,
    "applied": _applied,
    "rasterised": _rasterised,
    "black header": _black_header,
    "banner": _banner,
    "empty box": _empty,
    "shaded": _shaded,
}
