"""Tables made with the space bar, tabulators, dots and blank lines, and none with a line drawn."""

from typing import Final

from ..shapes.desk import Desk, Needs, number_rows  # noqa: TID252 - imported by two names, with and without a parent
from ..shapes.plan import Item  # noqa: TID252 - see above
from ..shapes.words import CATEGORIES, CODES, TITLES  # noqa: TID252 - see above
from .desk import PLAIN, TICKS, begin, habit, roman
from .words import SPOKEN

SOME: Final = Needs()


def line(desk: Desk, text: str, *, x: float = 0, size: float = 9.0, bold: bool = False, feed: float = 1.45) -> None:
    """A line at this place, and the carriage one line on."""
    desk.paper.room(size * 1.45)
    desk.paper.put(desk.paper.margin + x, desk.paper.y, text, size=size, bold=bold)
    desk.paper.y += size * feed


def folded(text: str, wide: int) -> list[str]:
    """The words in lines of so many letters."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + len(word) + 1 > wide:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


@habit("typed", needs=SOME)
def _code_once_and_a_blank_line_between(desk: Desk) -> None:
    line(desk, "Sub-category", bold=True, feed=0)
    line(desk, "Evidence", x=240, bold=True)
    for code in CODES:
        line(desk, f"{code}  {SPOKEN[code]}", feed=0)
        for words in [desk.ref(ref) for ref in desk.plan.of_code(code)] or ["not claimed"]:
            line(desk, words, x=240)
        desk.paper.y += 7
    desk.end()


@habit("typed", needs=PLAIN, count=(15, 26))
def _leader_dots_to_the_codes(desk: Desk) -> None:
    paper = desk.paper
    for item in desk.items:
        left, right = f"{item.short}  {item.title} ", " " + desk.codes(item)
        dots = int((paper.width - paper.measure(left + right, size=9.5)) / paper.measure(".", size=9.5))
        line(desk, left + "." * dots + right, size=9.5)
    desk.end()


@habit("typed", needs=SOME, family="mono")
def _monospaced_with_wrapped_second_lines(desk: Desk) -> None:
    line(desk, f"{'SUB':<6}{'TITLE':<26}EVIDENCE", size=8.5)
    line(desk, "-" * 84, size=8.5)
    for code in CODES:
        left, right = folded(TITLES[code], 22), folded(desk.cell(code, ", ") or "-", 50)
        for at in range(max(len(left), len(right))):
            parts = [lines[at] if at < len(lines) else "" for lines in ([code], left, right)]
            line(desk, f"{parts[0]:<6}{parts[1]:<26}{parts[2]}", size=8.5)
    desk.end()


@habit("typed", family="mono")
def _typewriter_matrix(desk: Desk) -> None:
    wide = max(len(item.short) for item in desk.items) + 2
    line(desk, " " * wide + "".join(f"{code:<4}" for code in CODES), size=8.5)
    desk.paper.y += 4
    for item in desk.items:
        signs = "".join(f"{'X' if desk.ref_at(item, code) else '':<4}" for code in CODES)
        line(desk, f"{item.short:<{wide}}{signs}", size=8.5)
    desk.end()


@habit("typed", needs=PLAIN, scan="always", family="mono")
def _typewriter_list_with_dashes(desk: Desk) -> None:
    for group in number_rows().values():
        for code in group:
            named = ", ".join(desk.ref(ref) for ref in desk.plan.of_code(code))
            line(desk, f"{code:<4}- {named or 'nothing claimed'}", size=9.5)
        desk.paper.y += 9
    desk.end()


@habit("typed", needs=SOME)
def _blocks_under_underlined_categories(desk: Desk) -> None:
    for number, codes in number_rows().items():
        desk.paper.room(54)
        line(desk, f"CATEGORY {number} {CATEGORIES[number].upper()}", feed=1.0)
        line(desk, "_" * 60, size=7)
        for code in codes:
            words = desk.paper.wrapped(desk.cell(code, "; ") or "none", desk.paper.width - 70, size=9)
            line(desk, code, x=12, feed=0)
            for part in words:
                line(desk, part, x=60)
        desk.paper.y += 5
    desk.end()


@habit("typed", needs=PLAIN, count=(16, 24))
def _inverted_without_a_line_in_groups_of_five(desk: Desk) -> None:
    for x, text in ((0, "Ref"), (90, "Document"), (330, "Sub-categories")):
        line(desk, text, x=x, bold=True, feed=1.6 if x == 330 else 0)
    for at, item in enumerate(desk.items, start=1):
        desk.paper.room(30)
        line(desk, item.short, feed=0)
        line(desk, desk.codes(item, "  "), x=330, feed=0)
        for part in desk.paper.wrapped(item.title, 190, size=9):
            line(desk, part, x=90, feed=1.3)
        desk.paper.y += 10 if at % 5 == 0 else 1
    desk.end()


@habit("typed", needs=PLAIN, family="mono", count=(15, 25))
def _listing_with_header_of_dashes(desk: Desk) -> None:
    wide = max(len(item.short) for item in desk.items) + 2
    line(desk, f"{'ref':<{wide}}{'title':<46}sub-cat", size=8)
    line(desk, f"{'-' * (wide - 1)} {'-' * 45} {'-' * 20}", size=8)
    for item in desk.items:
        codes = " ".join(roman(ref.code) + desk.mark(ref) for ref in desk.plan.of_item(item))
        line(desk, f"{item.short:<{wide}}{item.title:<46}{codes}", size=8)
    desk.end()


@habit("typed", needs=SOME, own=True, scan="never")
def _lines_with_semicolons_as_exported(desk: Desk) -> None:
    begin(desk)
    line(desk, "subcategory;evidence;pages;title")
    for code in CODES:
        for ref in desk.plan.of_code(code):
            line(desk, f"{code};{ref.item.short}{desk.mark(ref)};{desk.pages(ref)};{ref.item.title}")
    desk.end()


@habit("typed", needs=PLAIN, count=(10, 16), own=True, scan="always")
def _codes_first_then_the_item(desk: Desk) -> None:
    begin(desk, "Sub-categories and the evidence offered for them", bold=True)
    for item in desk.items:
        line(desk, desk.codes(item, " "), feed=0)
        line(desk, _named(item), x=150)
    desk.end()


def _named(item: Item) -> str:
    return f"{item.short}   {item.title}"


@habit("typed", needs=TICKS, own=True, scan="never", across=True, count=(7, 10))
def _tabbed_matrix_items_across(desk: Desk) -> None:
    begin(desk, "Evidence by sub-category (x = used)")
    step = (desk.paper.width - 170) / len(desk.items)
    for at, item in enumerate(desk.items):
        line(desk, item.short, x=170 + at * step, bold=True, feed=0)
    desk.paper.y += 15
    for code in CODES:
        for at, item in enumerate(desk.items):
            if desk.ref_at(item, code):
                line(desk, "x", x=175 + at * step, feed=0)
        line(desk, f"{code}  {SPOKEN[code]}", feed=1.7)
    desk.end()
