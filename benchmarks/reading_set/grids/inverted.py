"""A row for each of many items, with several sub-categories in each writing."""

from typing import Final

from ..shapes.desk import Desk, bold, number_rows  # noqa: TID252 - imported by two names, with and without a parent
from ..shapes.evidence import said_on  # noqa: TID252 - see above
from ..shapes.grid import BLUE, PALE, Cell, Row  # noqa: TID252 - see above
from ..shapes.paper import GREY  # noqa: TID252 - see above
from ..shapes.plan import Item, Needs  # noqa: TID252 - see above
from ..shapes.words import CATEGORIES, KIND_NAMES  # noqa: TID252 - see above
from .desk import PLAIN, TICKS, begin, habit, middle, roman

MANY: Final = (15, 28)
PAGED: Final = Needs()


def groups_of(desk: Desk, item: Item) -> dict[str, list[str]]:
    """The item's sub-categories by category, with what stands behind the simulated."""
    found: dict[str, list[str]] = {}
    for ref in desk.plan.of_item(item):
        found.setdefault(ref.code[0], []).append(ref.code + desk.mark(ref))
    return found


@habit("inverted", needs=PLAIN, count=MANY)
def _semicolons_between_categories(desk: Desk) -> None:
    rows: list[Row] = [("Reference", "Evidence", "Sub-categories")]
    for item in desk.items:
        codes = "; ".join(", ".join(codes) for codes in groups_of(desk, item).values())
        rows.append((item.short, item.title, codes))
    desk.grid((2.4, 6, 4), rows)


@habit("inverted", needs=TICKS, count=MANY)
def _roman_codes_with_blanks(desk: Desk) -> None:
    rows: list[Row] = [("Item", "What it is", "Cat.")]
    rows += [
        (item.short, item.title, "  ".join(roman(ref.code) for ref in desk.plan.of_item(item))) for item in desk.items
    ]
    desk.grid((2.4, 6, 3), rows, lines="rules", head_fill=None)


@habit("inverted", needs=TICKS, count=MANY)
def _category_with_codes_in_brackets(desk: Desk) -> None:
    rows: list[Row] = [("Evidence no.", "Title", "Used for")]
    for item in desk.items:
        parts = [
            f"Cat {number} ({', '.join(codes)})" if number != "3" else "Cat 3"
            for number, codes in groups_of(desk, item).items()
        ]
        rows.append((item.short, item.title, "\n".join(parts)))
    desk.grid((2.4, 6, 4), rows, zebra=BLUE, lines="outer")


@habit("inverted", needs=TICKS, count=MANY)
def _runs_of_codes(desk: Desk) -> None:
    rows: list[Row] = [("No.", "Document", "Date", "Relevant to")]
    for item in desk.items:
        parts = [f"{run[0]}-{run[-1]}" if len(run) > 1 else run[0] for run in _runs(groups_of(desk, item))]
        rows.append((item.short, item.title, said_on(item.date), ", ".join(parts)))
    desk.grid((2.4, 5, 3, 3), rows, size=9)


def _runs(groups: dict[str, list[str]]) -> list[list[str]]:
    """Neighbouring sub-categories together; 4.1 and 4.3 stay apart."""
    apart = (["4.1"], ["4.3"])
    return [run for codes in groups.values() for run in (apart if codes == ["4.1", "4.3"] else [codes])]


@habit("inverted", needs=PAGED, count=(10, 14))
def _one_code_to_a_line_no_rules(desk: Desk) -> None:
    rows: list[Row] = [("Evidence", "", "Supports")]
    rows += [(bold(item.short), item.title, desk.codes(item, "\n")) for item in desk.items]
    desk.grid((2.2, 5, 5), rows, lines="none", head_fill=None)


@habit("inverted", needs=PLAIN, count=MANY, wide=True, scan="never")
def _wide_register_with_dates_and_kinds(desk: Desk) -> None:
    rows: list[Row] = [("Ref.", "Date", "Kind", "Title", "Sub-categories", "My part")]
    for item in desk.items:
        date = "/".join(f"{part:02d}" for part in reversed(item.date))
        rows.append((item.short, date, KIND_NAMES[item.kind], item.title, desk.codes(item), item.remark))
    desk.grid((2.2, 2, 2.4, 6, 4, 4), rows, size=9)


@habit("inverted", needs=TICKS, count=MANY)
def _codes_before_the_items(desk: Desk) -> None:
    rows: list[Row] = [("Sub-categories", "Title of the document", "Ref")]
    rows += [(desk.codes(item, " / "), item.title, item.short) for item in desk.items]
    desk.grid((3.4, 6, 2.4), rows, lines="book", head_fill=None)


@habit("inverted", needs=TICKS, count=(20, 30), scan="never")
def _two_panels_side_by_side(desk: Desk) -> None:
    half = (len(desk.items) + 1) // 2
    shown = [(item.short, desk.codes(item)) for item in desk.items]
    shown += [("", "")] * (2 * half - len(shown))
    rows: list[Row] = [("Item", "Sub-categories", Cell(), "Item", "Sub-categories")]
    rows += [(*shown[at], Cell(), *shown[half + at]) for at in range(half)]
    desk.grid((2.4, 4, 0.4, 2.4, 4), rows)


@habit("inverted", needs=TICKS, count=MANY, scan="always")
def _codes_joined_by_and(desk: Desk) -> None:
    rows: list[Row] = [("Title", "Meets", "Evidence")]
    for item in desk.items:
        codes = [ref.code for ref in desk.plan.of_item(item)]
        joined = ", ".join(codes[:-1]) + " and " + codes[-1] if len(codes) > 1 else codes[0]
        rows.append((item.title, joined, item.short))
    desk.grid((6, 4, 2.4), rows, middle=True)


@habit("inverted", needs=TICKS, count=MANY, family="sans", own=True)
def _sheet_with_row_numbers(desk: Desk) -> None:
    begin(desk)
    rows: list[Row] = [[middle(one, fill=PALE) for one in ("", "A", "B", "C", "D")]]
    rows.append((middle("1", fill=PALE), bold("ID"), bold("Title"), bold("Sub-cat"), bold("How many")))
    for at, item in enumerate(desk.items, start=2):
        mine = desk.plan.of_item(item)
        rows.append((middle(str(at), fill=PALE), item.short, item.title, desk.codes(item, ","), str(len(mine))))
    desk.grid((0.7, 2.4, 6, 3, 1.4), rows, size=8.5, pad=2, colour=GREY, head=0)


@habit("inverted", needs=TICKS, count=(12, 18))
def _category_and_sub_category_columns(desk: Desk) -> None:
    rows: list[Row] = [("Evidence", "Title", "Category", "Sub-category")]
    for item in desk.items:
        groups = groups_of(desk, item)
        rows.append(
            (item.short, item.title, ", ".join(groups), ", ".join(code for codes in groups.values() for code in codes))
        )
    desk.grid((2.4, 6, 2, 3), rows, lines="rules")


@habit("inverted", needs=PAGED, count=(20, 24), own=True)
def _codes_with_pages_after_a_sentence(desk: Desk) -> None:
    begin(desk, "My evidence, and which requirements each piece is meant for:")
    rows: list[Row] = [("Ref", "Requirement(s)")]
    rows += [(item.short, desk.codes(item, "; ")) for item in desk.items]
    desk.grid((2, 7), rows, head_fill=None, pad=11, size=10.5, repeat=False)


@habit("inverted", needs=TICKS, count=MANY, scan="never")
def _rows_under_category_bands(desk: Desk) -> None:
    rows: list[Row] = [("Reference", "Document", "Sub-categories")]
    for number in number_rows():
        mine = [item for item in desk.items if desk.plan.of_item(item)[0].code[0] == number]
        if mine:
            rows.append((Cell(text=f"Mainly category {number}: {CATEGORIES[number]}", span=3, bold=True, fill=PALE),))
        rows += [(item.short, item.title, desk.codes(item, " + ")) for item in mine]
    desk.grid((2.4, 6, 3.4), rows, size=9)


@habit("inverted", needs=PLAIN, count=MANY, scan="never", contents="combined")
def _list_of_contents_is_the_table(desk: Desk) -> None:
    rows: list[Row] = [("No.", "Contents", "Pages", "Sub-categories")]
    rows += [(item.short, item.title, str(item.pages), desk.codes(item)) for item in desk.items]
    desk.grid((2.4, 6, 1.4, 3.6), rows, lines="book", head_fill=None)
