"""Matrices: sub-categories along one side, items along the other, and marks of every habit."""

from collections.abc import Callable, Sequence
from typing import Final

from ..shapes.desk import Desk, number_rows  # noqa: TID252 - imported by two names, with and without a parent
from ..shapes.grid import BLUE, PALE, Cell, Row  # noqa: TID252 - see above
from ..shapes.paper import GREY  # noqa: TID252 - see above
from ..shapes.plan import Item, Ref  # noqa: TID252 - see above
from ..shapes.words import CATEGORIES, CODES, TITLES  # noqa: TID252 - see above
from .desk import ALL_PAGES, begin, habit, middle, roman
from .words import INTRODUCTIONS, KINDS, SPOKEN

Shown = Callable[[Ref], Cell]
NARROW: Final = (1.0,) * 16


def sign(kind: str) -> Shown:
    """A drawn mark."""
    return lambda _: Cell(sign=kind)


def typed(text: str) -> Shown:
    """A typed mark."""
    return lambda _: middle(text)


def marks(desk: Desk, item: Item, shown: Shown, codes: Sequence[str] = CODES, blank: str = "") -> list[Cell]:
    """The cells of an item's row."""
    refs = [desk.ref_at(item, code) for code in codes]
    return [shown(ref) if ref else middle(blank) for ref in refs]


def down(desk: Desk, code: str, shown: Shown, items: Sequence[Item]) -> list[Cell]:
    """The cells of a sub-category's row."""
    refs = [desk.ref_at(item, code) for item in items]
    return [shown(ref) if ref else Cell() for ref in refs]


def heads(texts: Sequence[str]) -> list[Cell]:
    """Heads of columns."""
    return [middle(text) for text in texts]


@habit("ticks")
def _letter_y_under_codes(desk: Desk) -> None:
    rows: list[Row] = [("Evidence", *heads(CODES))]
    rows += [(item.short, *marks(desk, item, typed("Y"))) for item in desk.items]
    desk.grid((3, *NARROW), rows, size=8.5)


@habit("ticks")
def _roman_heads_and_filled_circles(desk: Desk) -> None:
    rows: list[Row] = [("Document", *heads([roman(code) for code in CODES]))]
    rows += [(item.short, *marks(desk, item, typed("●"))) for item in desk.items]
    desk.grid((3, *NARROW), rows, size=8, zebra=BLUE, lines="none", head_fill=None)


@habit("ticks", scan="never")
def _spoken_titles_upright_ticks_drawn(desk: Desk) -> None:
    groups = number_rows()
    over: list[Cell] = [middle(number, span=len(groups[number])) for number in CATEGORIES]
    rows: list[Row] = [("", *over), ("What I send", *(Cell(text=SPOKEN[code], up=True) for code in CODES))]
    rows += [(item.short, *marks(desk, item, sign("tick"))) for item in desk.items]
    desk.grid((3, *NARROW), rows, head=2, size=8.5, head_fill=PALE)


@habit("ticks", across=True, count=(8, 11))
def _items_across_and_figure_one(desk: Desk) -> None:
    rows: list[Row] = [("Sub-category", *heads([item.short for item in desk.items]))]
    rows += [(f"{code} {SPOKEN[code]}", *down(desk, code, typed("1"), desk.items)) for code in CODES]
    desk.grid((5, *([1] * len(desk.items))), rows, size=8.5, colour=GREY)


@habit("ticks", scan="never", across=True, count=(8, 11))
def _shaded_with_totals(desk: Desk) -> None:
    shade = (0.98, 0.75, 0.35)
    rows: list[Row] = [("", *heads([item.short for item in desk.items]), middle("Total"))]
    for code in CODES:
        cells = down(desk, code, lambda _: Cell(fill=shade), desk.items)
        rows.append((f"{code} {SPOKEN[code]}", *cells, middle(str(len(desk.plan.of_code(code))))))
    totals = [middle(str(len(desk.plan.of_item(item)))) for item in desk.items]
    rows.append((Cell(text="Total", bold=True), *totals, middle(str(len(desk.plan.refs)))))
    desk.grid((5, *([1] * len(desk.items)), 1.2), rows, size=8.5, head_fill=None)
    desk.paper.words("Orange = this document is offered for this sub-category.", size=8.5)


@habit("ticks")
def _letters_for_kinds_with_key_under(desk: Desk) -> None:
    kinds = list(KINDS)
    letter: Shown = lambda ref: middle(kinds[(ref.item.number + int(ref.code[0])) % 4])  # noqa: E731 - one rule, said once
    rows: list[Row] = [("Evidence", *heads(CODES))]
    rows += [(item.short, *marks(desk, item, letter)) for item in desk.items]
    desk.grid((3, *NARROW), rows, size=8.5)
    desk.paper.words("; ".join(f"{key} = {said}" for key, said in KINDS.items()), size=8.5)


@habit("ticks", needs=ALL_PAGES, scan="never", wide=True)
def _page_numbers_under_codes(desk: Desk) -> None:
    rows: list[Row] = [("Evidence", *heads(CODES))]
    rows += [(item.short, *marks(desk, item, lambda ref: middle(desk.pages(ref)))) for item in desk.items]
    desk.grid((2.6, *NARROW), rows, size=8.5)
    desk.paper.words("Figures in the boxes are pages.", size=9)


@habit("ticks", count=(20, 24), scan="never")
def _tall_rows_broken_over_two_pages(desk: Desk) -> None:
    rows: list[Row] = [("Item", *heads(CODES))]
    rows += [(f"{item.short}\n{item.title}", *marks(desk, item, typed("✓"))) for item in desk.items]
    desk.grid((7, *NARROW), rows, size=8.5, pad=9, repeat=desk.plan.seed % 2 == 0)


@habit("ticks", wide=True, count=(12, 16), scan="never")
def _landscape_with_titles_and_strokes(desk: Desk) -> None:
    rows: list[Row] = [("No.", "Title", *heads([roman(code) for code in CODES]))]
    rows += [(item.short, item.title, *marks(desk, item, sign("stroke"))) for item in desk.items]
    desk.grid((2.4, 7, *NARROW), rows, size=8.5)


@habit("ticks", across=True, count=(8, 12), own=True)
def _names_on_another_page(desk: Desk) -> None:
    begin(desk, "What each document is for (the documents are named in the contents list)", bold=True)
    rows: list[Row] = [("", *heads([item.short for item in desk.items]))]
    rows += [(middle(code), *down(desk, code, sign("cross"), desk.items)) for code in CODES]
    desk.grid((1.6, *([1] * len(desk.items))), rows, size=9)


@habit("ticks", own=True)
def _matrix_after_a_sentence(desk: Desk) -> None:
    begin(desk, INTRODUCTIONS[desk.plan.seed % 3])
    rows: list[Row] = [("", *heads(CODES))]
    rows += [(item.short, *marks(desk, item, typed("x"))) for item in desk.items]
    desk.grid((3, *NARROW), rows, size=8.5, head_fill=None, lines="book")


@habit("ticks", scan="never", family="mono")
def _dots_where_nothing_is(desk: Desk) -> None:
    rows: list[Row] = [("", *heads(CODES))]
    rows += [(item.short, *marks(desk, item, typed("X"), blank=".")) for item in desk.items]
    desk.grid((3.4, *NARROW), rows, size=8, pad=1.5, lines="none", head_fill=None)


@habit("ticks", scan="always")
def _ticked_with_a_pen(desk: Desk) -> None:
    rows: list[Row] = [("Evidence", *heads(CODES))]
    rows += [(item.short, *marks(desk, item, sign("pen tick"))) for item in desk.items]
    desk.grid((3, *NARROW), rows, size=9, pad=6, head_fill=None)


@habit("ticks", scan="always", across=True, count=(6, 8))
def _crossed_with_a_pen_items_across(desk: Desk) -> None:
    rows: list[Row] = [("Sub-category", *heads([item.short for item in desk.items]))]
    rows += [(f"{code} {TITLES[code]}", *down(desk, code, sign("pen cross"), desk.items)) for code in CODES]
    desk.grid((9, *([1.4] * len(desk.items))), rows, size=9)


@habit("ticks", across=True, count=(8, 11), scan="never")
def _codes_in_category_bands(desk: Desk) -> None:
    rows: list[Row] = [("Category", "Sub", *heads([item.short for item in desk.items]))]
    for number, codes in number_rows().items():
        for at, code in enumerate(codes):
            lead = [Cell(text=f"{number} {CATEGORIES[number]}", rows=len(codes), fill=PALE)] if at == 0 else []
            rows.append((*lead, middle(code), *down(desk, code, sign("dot"), desk.items)))
    desk.grid((4.5, 1.1, *([1] * len(desk.items))), rows, size=8.5, pad=5)


@habit("ticks", scan="never", across=True, count=(8, 11))
def _full_and_empty_rings_with_key(desk: Desk) -> None:
    desk.paper.words("Full dot: main evidence. Open ring: further evidence.", size=9)
    shown: Shown = lambda ref: Cell(sign="dot" if desk.plan.of_code(ref.code)[0] is ref else "ring")  # noqa: E731 - one rule, said once
    rows: list[Row] = [("", *(Cell(text=f"{item.short} {item.title}", up=True) for item in desk.items))]
    rows += [(code, *down(desk, code, shown, desk.items)) for code in CODES]
    desk.grid((1.6, *([1] * len(desk.items))), rows, size=8.5, lines="rules", head_fill=None)


@habit("ticks", scan="never")
def _totals_of_ones(desk: Desk) -> None:
    rows: list[Row] = [("Evidence", *heads(CODES), middle("Sum"))]
    rows += [
        (item.short, *marks(desk, item, typed("1")), middle(str(len(desk.plan.of_item(item))), bold=True))
        for item in desk.items
    ]
    sums = [middle(str(len(desk.plan.of_code(code))), bold=True) for code in CODES]
    rows.append((Cell(text="Sum", bold=True), *sums, middle(str(len(desk.plan.refs)), bold=True)))
    desk.grid((3, *NARROW, 1.2), rows, size=8, pad=3, colour=GREY, family="narrow")


@habit("ticks", across=True, count=(7, 9), needs=ALL_PAGES, scan="never", own=True)
def _pages_with_letter_p_items_across(desk: Desk) -> None:
    begin(desk, "MRSE requirements and where they are met", bold=True)
    rows: list[Row] = [("Sub-category", *heads([item.short for item in desk.items]))]
    shown: Shown = lambda ref: middle(f"p{desk.pages(ref)}")  # noqa: E731 - one rule, said once
    rows += [(f"{code} {SPOKEN[code]}", *down(desk, code, shown, desk.items)) for code in CODES]
    desk.grid((4, *([1] * len(desk.items))), rows, size=8, lines="rules")
