"""Tables made with the space bar, the tabulator and dots, and lists."""

from .desk import Desk, Needs, design
from .words import CATEGORIES, CODES, TITLES

NO_SIGNS = Needs(missing=True)


def _typed(desk: Desk, line: str, *, x: float = 0, size: float = 0, bold: bool = False, family: str = "") -> None:
    paper = desk.paper
    size = size or paper.size
    paper.room(size * 1.35)
    paper.put(paper.margin + x, paper.y, line, size=size, bold=bold, family=family)
    paper.y += size * 1.35


def _wrap(text: str, wide: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) + 1 > wide and lines[-1]:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


@design("typed", needs=NO_SIGNS, family="mono")
def _spaces_in_monospace_wrapped(desk: Desk) -> None:
    size, wide = 8.6, 31
    _typed(desk, f"{'Sub-category':<{wide + 8}}Evidence", size=size, bold=True)
    _typed(desk, "=" * 86, size=size)
    for code in CODES:
        left, right = _wrap(TITLES[code], wide), _wrap(desk.cell(code, "; "), 44)
        for at in range(max(len(left), len(right))):
            first = code if at == 0 else ""
            words = left[at] if at < len(left) else ""
            _typed(desk, f"{first:<6}{words:<{wide + 2}}{right[at] if at < len(right) else ''}", size=size)
        _typed(desk, "", size=size * 0.5)
    desk.end()


@design("typed", needs=NO_SIGNS)
def _tabs_in_a_proportional_font(desk: Desk) -> None:
    stop = 36.0
    _typed(desk, "No.", bold=True)
    desk.paper.y -= desk.paper.size * 1.35
    _typed(desk, "Evidence", x=stop * 7, bold=True)
    for code in CODES:
        paper, title = desk.paper, f"{code}  {TITLES[code]}"
        paper.room(paper.size * 4)
        at = max(stop * 7, (int(paper.measure(title) / stop) + 1) * stop)
        paper.put(paper.margin, paper.y, title)
        for line in paper.wrapped(desk.cell(code, ", "), paper.width - at):
            _typed(desk, line, x=at)
        paper.y += 2
    desk.end()


@design("typed", needs=NO_SIGNS)
def _dot_leaders(desk: Desk) -> None:
    for code in CODES:
        paper = desk.paper
        left = f"{code} {TITLES[code]} "
        lines = paper.wrapped(desk.cell(code, "; "), 190)
        paper.room(paper.size * 1.5 * len(lines))
        right = paper.margin + paper.width - 190
        dots = int((right - paper.margin - paper.measure(left) - 4) / paper.measure("."))
        paper.put(paper.margin, paper.y, left + "." * max(3, dots))
        for line in lines:
            paper.put(right, paper.y, line)
            paper.y += paper.size * 1.5
    desk.end()


@design("typed", needs=NO_SIGNS)
def _outline_with_indents(desk: Desk) -> None:
    for number, name in CATEGORIES.items():
        desk.paper.room(60)
        _typed(desk, f"Category {number}: {name}", bold=True)
        for code in (code for code in CODES if code[0] == number):
            if code != "3":
                _typed(desk, f"{code} {TITLES[code]}", x=18)
            lines = desk.cell(code).split("\n") if desk.plan.of_code(code) else ["no evidence submitted"]
            for line in lines:
                _typed(desk, f"\u2013 {line}", x=40)
        desk.paper.y += 5
    desk.end()


@design("typed", needs=NO_SIGNS)
def _a_paragraph_for_each(desk: Desk) -> None:
    for code in CODES:
        refs = desk.plan.of_code(code)
        if not refs:
            desk.paper.words(f"{code}: I do not claim this sub-category.", gap=4)
            continue
        named = "; ".join(f"{desk.ref(ref)} ({ref.item.title})" for ref in refs)
        desk.paper.words(f"{code}: {named}.", gap=4)
        desk.end()


@design("typed", needs=Needs(hints="none"), family="mono")
def _arrows_from_item_to_codes(desk: Desk) -> None:
    wide = max(len(item.short) for item in desk.items)
    for item in desk.items:
        _typed(desk, f"{item.short:<{wide}}  ->  {desk.codes(item, '  ')}", size=9)
        _typed(desk, f"{'':<{wide}}      {item.title}", size=8)
    desk.end()
