"""Tables as spreadsheets print them, as LaTeX sets them, and as Google Docs gives them."""

from .chance import chance
from .desk import Cell, Desk, Needs, bold, design, number_rows
from .evidence import prose
from .grid import PALE, Row
from .paper import GREY
from .words import CATEGORIES, CODES, TITLES

MISSING = Needs(missing=True)
GREEN = (0.44, 0.68, 0.28)


def _references(desk: Desk) -> list[tuple[str, str, str, str, str]]:
    """Code, item, title, pages and remark of each reference; a row without item for what is not claimed."""
    rows = []
    for code in CODES:
        for ref in desk.plan.of_code(code):
            item = ref.item
            where = f"section {ref.section}" if ref.section else desk.pages(ref)
            rows.append((code, item.short + desk.mark(ref), item.title, where, item.remark if item.sent else ""))
        if not desk.plan.of_code(code):
            rows.append((code, desk.empty, "", "", ""))
    return rows


@design("ruled", needs=MISSING, family="sans")
def _spreadsheet_with_clipped_cells(desk: Desk) -> None:
    rows: list[Row] = [("Sub-cat", "Title", "Evidence", "Evidence title", "Page(s)", "Comment")]
    rows += [(row[0], TITLES[row[0]], *row[1:]) for row in _references(desk)]
    desk.grid((1.5, 3, 2.6, 3.4, 1.7, 2.2), rows, size=8, pad=2, clip=True, colour=GREY, head_fill=GREEN)


@design("ruled", needs=Needs(), family="sans")
def _spreadsheet_printed_in_two_halves(desk: Desk) -> None:
    rows = _references(desk)
    letters: Row = [Cell(text=one, align="center", fill=PALE) for one in ("", "A", "B")]
    first: list[Row] = [letters, (Cell(text="1", fill=PALE), bold("Sub-category"), bold("Title"))]
    last: list[Row] = [
        [Cell(text=one, align="center", fill=PALE) for one in ("", "C", "D", "E")],
        (Cell(text="1", fill=PALE), bold("Evidence"), bold("Pages"), bold("Comment")),
    ]
    for at, row in enumerate(rows, start=2):
        first.append((Cell(text=str(at), fill=PALE), row[0], TITLES[row[0]]))
        last.append((Cell(text=str(at), fill=PALE), row[1], row[3], row[4]))
    desk.grid((0.7, 2, 9), first, size=8.5, pad=2, clip=True, colour=GREY, head=0)
    desk.paper.new_page()
    desk.grid((0.7, 3.2, 2, 6), last, size=8.5, pad=2, clip=True, colour=GREY, head=0)


@design("inverted", needs=Needs(hints="none"), family="narrow", wide=True)
def _spreadsheet_with_filter_arrows(desk: Desk) -> None:
    rows: list[Row] = [("Ref  ▼", "Title  ▼", "Author  ▼", "Date  ▼", "Sub-categories  ▼", "Redacted?  ▼")]
    for item in desk.items:
        initials = "".join(part[0] for part in desk.plan.name.split()[-2:])
        date = "/".join(f"{n:02d}" for n in reversed(item.date))
        rows.append((item.short, item.title, initials, date, desk.codes(item, ","), "Yes"))
    desk.grid((2, 6, 1.6, 2, 5, 2), rows, size=8.5, pad=2.5, colour=GREY, head_fill=(0.7, 0.8, 0.9))


@design("rules", needs=MISSING, family="serif")
def _booktabs(desk: Desk) -> None:
    rows: list[Row] = [("", "Sub-category", "Evidence")]
    rows += [(code, TITLES[code], desk.cell(code, ", ")) for code in CODES]
    desk.grid((0.8, 6, 5), rows, lines="book", head_fill=None, pad=3, size=10)
    desk.paper.line(
        desk.paper.margin, desk.paper.y - 8, desk.paper.margin + desk.paper.width, desk.paper.y - 8, width=1.1
    )
    desk.paper.words("Table 1: Evidence for each sub-category.", size=9)


@design("broken_rows", needs=Needs(), family="serif")
def _longtable_continued(desk: Desk) -> None:
    desk.paper.words(prose(chance("longtable", desk.plan.seed), 9))
    desk.paper.y += 180
    rows: list[Row] = [("Sub-cat.", "Item", "Title of item", "pp.")]
    last = ""
    for row in _references(desk):
        rows.append(("" if row[0] == last else row[0], row[1], row[2], row[3]))
        last = row[0]
    desk.grid((1.4, 3, 6, 2), rows, lines="book", head_fill=None, pad=3, size=10, continued="Continued on next page")


@design("per_category", needs=MISSING, family="sans")
def _a_table_for_each_category_titles_only(desk: Desk) -> None:
    for number, codes in number_rows().items():
        desk.paper.room(90)
        desk.paper.words(f"Category {number}", size=11, bold=True, gap=3)
        rows: list[Row] = [("Experience", "Evidence")]
        rows += [(TITLES[code], desk.cell(code)) for code in codes]
        desk.grid((6, 4), rows, pad=5)


@design("per_category", needs=Needs(), family="sans")
def _numbered_category_boxes(desk: Desk) -> None:
    for number, codes in number_rows().items():
        desk.paper.room(80)
        rows: list[Row] = [(Cell(text=f"{number}. {CATEGORIES[number]}", span=3),)]
        rows += [(code if code != "3" else "-", TITLES[code], desk.cell(code)) for code in codes]
        desk.grid((1, 6, 4), rows, head_fill=(0.8, 0.9, 0.8), lines="rules")


@design("zebra", needs=MISSING, family="sans")
def _striped_with_status_column(desk: Desk) -> None:
    rows: list[Row] = [("Status", "Evidence", "Sub-category")]
    for code in CODES:
        status = "complete" if desk.plan.of_code(code) else "not claimed"
        rows.append((status, desk.cell(code), f"{TITLES[code]} ({code})"))
    desk.grid((2, 4, 6), rows, lines="none", zebra=(0.93, 0.95, 1.0), head_fill=(0.7, 0.78, 0.95))
