"""Tables of other shapes: in columns, merged, broken, lying on their side, twice, beside others."""

from .chance import chance
from .desk import Cell, Desk, Needs, bold, design, number_rows
from .evidence import prose
from .front import said
from .grid import BLUE, PALE, Grid, Look, Row
from .words import CATEGORIES, CODES, TITLES

MISSING = Needs(missing=True)


def _usual(desk: Desk) -> list[Row]:
    rows: list[Row] = [("Sub-category", "Title", "Evidence")]
    return rows + [(code, TITLES[code], desk.cell(code)) for code in CODES]


def _titled(desk: Desk, title: str) -> None:
    desk.paper.words(title, size=13, bold=True)
    desk.marks["first"] = desk.paper.number


@design("two_column", needs=MISSING)
def _halves_side_by_side(desk: Desk) -> None:
    paper = desk.paper
    top, ends, half = paper.y, [], paper.width / 2 - 8
    for left, codes in ((0.0, CODES[:8]), (half + 16, CODES[8:])):
        paper.y = top
        rows: list[Row] = [("Sub-cat", "Evidence"), *((code, desk.cell(code)) for code in codes)]
        Grid(paper, (1.1, 3), rows, Look(size=9, left=left, width=half)).draw()
        ends.append(paper.y)
    paper.y = max(ends)
    desk.end()


@design("merged", needs=MISSING)
def _category_and_blank_cells_merged(desk: Desk) -> None:
    rows: list[Row] = [("Category", "Sub-category", "Evidence", "Where")]
    for number, codes in number_rows().items():
        lines = [(code, ref) for code in codes for ref in desk.plan.of_code(code) or (None,)]
        for at, (code, ref) in enumerate(lines):
            row: list[Cell | str] = [Cell(text=f"{number} {CATEGORIES[number]}", rows=len(lines))] if at == 0 else []
            if at == 0 or lines[at - 1][0] != code:
                row.append(Cell(text=code, rows=max(1, len(desk.plan.of_code(code)))))
            where = ("p. " + desk.pages(ref) if ref.pages else "") if ref else ""
            row += [(ref.item.short + desk.mark(ref)) if ref else desk.empty, where]
            rows.append(row)
    desk.grid((4, 2, 4, 2), rows, middle=True)


@design("merged", needs=MISSING)
def _category_names_run_upwards(desk: Desk) -> None:
    rows: list[Row] = [("", "Sub-category", "Evidence")]
    for number, codes in number_rows().items():
        for at, code in enumerate(codes):
            tail = (f"{code} {TITLES[code]}", desk.cell(code))
            rows.append(
                (Cell(text=f"Cat {number}", rows=len(codes), up=True, bold=True, fill=BLUE), *tail) if at == 0 else tail
            )
    desk.grid((0.8, 6, 5), rows, pad=7)


@design("ruled", needs=MISSING)
def _bullets_below_bullets(desk: Desk) -> None:
    rows: list[Row] = [("Sub-category", "Evidence and where to look")]
    for code in CODES:
        lines = []
        for ref in desk.plan.of_code(code):
            lines.append(f"• {ref.item.short} {ref.item.title}{desk.mark(ref)}")
            if ref.pages:
                lines.append(f"      o {'pages' if len(ref.pages) > 1 else 'page'} {desk.pages(ref)}")
        rows.append((f"{code} {TITLES[code]}", "\n".join(lines) or desk.empty))
    desk.grid((4, 7), rows, size=9)


@design("broken_rows", needs=MISSING)
def _row_broken_in_mid_cell_no_repeated_head(desk: Desk) -> None:
    rng = chance("broken", desk.plan.seed)
    rows: list[Row] = [("Sub-category", "Evidence", "Commentary")]
    for code in CODES:
        refs = desk.plan.of_code(code)
        named = "\n".join(f"{desk.ref(ref, f'{ref.item.short} {ref.item.title}')}" for ref in refs)
        rows.append((f"{code}\n{TITLES[code]}", named or desk.empty, prose(rng, 2) if refs else ""))
    desk.grid((3, 5, 5), rows, split=True, repeat=False)


@design("broken_rows", needs=MISSING)
def _row_broken_with_repeated_head(desk: Desk) -> None:
    rng = chance("broken", desk.plan.seed)
    rows: list[Row] = [("Commentary", "Evidence", "Sub-category")]
    for code in CODES:
        refs = desk.plan.of_code(code)
        rows.append((prose(rng, 3) if refs else "", desk.cell(code), code))
    desk.grid((6, 3, 2), rows, split=True, lines="rules")


@design("two_headers", needs=MISSING)
def _evidence_columns_one_to_four(desk: Desk) -> None:
    most = max(len(desk.plan.of_code(code)) for code in CODES)
    over = (Cell(text="Sub-category", rows=2), Cell(text="Evidence (item and page)", span=most))
    rows: list[Row] = [over, [Cell(text=f"{at}") for at in range(1, most + 1)]]
    for code in CODES:
        named = [desk.ref(ref) for ref in desk.plan.of_code(code)] or [desk.empty]
        rows.append((code, *(named + [""] * most)[:most]))
    desk.grid((2, *([3] * most)), rows, head=2, size=8)


@design("landscape", needs=MISSING, wide=True)
def _landscape_with_commentary(desk: Desk) -> None:
    rng = chance("wide", desk.plan.seed)
    rows: list[Row] = [("Category", "Sub-category", "Evidence", "Commentary", "Assessor use only")]
    for code in CODES:
        comment = prose(rng, 2) if desk.plan.of_code(code) else ""
        rows.append((CATEGORIES[code[0]], f"{code} {TITLES[code]}", desk.cell(code), comment, ""))
    desk.grid((3, 4, 4, 7, 2), rows, size=9)


@design("landscape", needs=MISSING, wide=True, turned=True)
def _landscape_left_lying_on_its_side(desk: Desk) -> None:
    desk.grid((2, 6, 6), _usual(desk), lines="all", pad=3)


@design("ruled", needs=Needs(), own=True)
def _draft_before_the_final_one(desk: Desk) -> None:
    desk.paper.words("Experience Cross Reference Table (DRAFT, for comment by my manager)", size=13, bold=True)
    _draft(desk)
    desk.paper.new_page()
    _titled(desk, "Experience Cross Reference Table (FINAL)")
    said(desk, chance("said", desk.plan.seed))
    desk.grid((2, 5, 5), _usual(desk))


@design("ruled", needs=Needs(), own=True)
def _final_before_the_draft(desk: Desk) -> None:
    _titled(desk, "Experience Cross Reference Table \u2013 final version 2")
    said(desk, chance("said", desk.plan.seed))
    desk.grid((2, 5, 5), _usual(desk), lines="rules")
    last = desk.marks["last"]
    desk.paper.new_page()
    desk.paper.words(
        "Superseded: draft version 1 of the cross reference table, kept for information", size=12, bold=True
    )
    _draft(desk)
    desk.marks["last"] = last


def _draft(desk: Desk) -> None:
    """An earlier state of the table: some rows named other items."""
    rng = chance("draft", desk.plan.seed)
    rows: list[Row] = [("Sub-category", "Title", "Evidence")]
    names = [item.short for item in desk.plan.sent]
    rows += [(code, TITLES[code], rng.choice(names) if rng.random() < 0.8 else "?") for code in CODES]
    desk.grid((2, 5, 5), rows)


@design("ruled", needs=MISSING, own=True)
def _empty_copy_of_the_schemes_table_first(desk: Desk) -> None:
    desk.paper.words("Experience Cross Reference Table (form as downloaded)", size=13, bold=True)
    rows: list[Row] = [("Category", "Sub-category", "Evidence", "Specific parts")]
    rows += [(CATEGORIES[code[0]], f"{code} {TITLES[code]}", "", "") for code in CODES]
    Grid(desk.paper, (4, 5, 3, 3), rows, Look(size=9)).draw()
    desk.paper.new_page()
    _titled(desk, "Experience Cross Reference Table (completed)")
    said(desk, chance("said", desk.plan.seed))
    desk.grid((2, 5, 5), _usual(desk))


@design("rules", needs=MISSING, own=True)
def _audit_clauses_beside_it(desk: Desk) -> None:
    rng = chance("audit", desk.plan.seed)
    desk.paper.words("How my work relates to the hospital's audit standard", size=12, bold=True)
    rows: list[Row] = [("Clause", "Requirement", "Result", "Seen")]
    clauses = [f"{n}.{m}" for n in (1, 2, 4, 5, 7) for m in (1, 2)]
    rows += [
        (clause, prose(rng, 1), rng.choice(("met", "partly")), f"{rng.randint(1, 28)}/0{rng.randint(1, 9)}/2024")
        for clause in clauses
    ]
    Grid(desk.paper, (1.4, 8, 1.6, 2), rows, Look(size=8.5)).draw()
    desk.paper.new_page()
    _titled(desk, "Experience cross-reference table")
    said(desk, chance("said", desk.plan.seed))
    desk.grid((2, 5, 5), _usual(desk), lines="rules", head_fill=None)


@design("bare", needs=MISSING)
def _blocks_under_a_bar(desk: Desk) -> None:
    for code in CODES:
        desk.paper.room(52)
        rows: list[Row] = [(Cell(text=f"{code}   {TITLES[code]}", span=2, fill=PALE, bold=True),)]
        rows += [("", desk.ref(ref, f"{ref.item.short} {ref.item.title}")) for ref in desk.plan.of_code(code)]
        desk.grid((0.6, 10), rows if len(rows) > 1 else [*rows, ("", "Not claimed")], lines="none", head=0, pad=2)
        desk.paper.y -= 5


@design("bare", needs=MISSING)
def _right_aligned_codes_at_the_end(desk: Desk) -> None:
    rows: list[Row] = [(bold("Evidence"), bold("Area"), Cell(text="Ref.", align="right", bold=True))]
    rows += [(desk.cell(code, "; "), TITLES[code], Cell(text=code, align="right")) for code in CODES]
    desk.grid((5, 6, 1.2), rows, lines="none", head_fill=None, pad=4)
