"""Tables with one row for each sub-category or reference: all lines, rules only, or shaded rows."""

from .kit import Kit, design
from .markup import Cell, bold, plain, small, table
from .rows import heads, rows_by_code, rows_by_reference
from .words import CATEGORIES, CODES, SUB_CATEGORIES

RULE = "(x, y) => if y == 0 {(top: 1pt, bottom: 0.6pt)} else {(bottom: 0.4pt + gray)}"
STRIPES = ('(x, y) => if calc.odd(y) {rgb("#e8eef4")} else {white}', "(x, y) => if calc.even(y) {luma(232)}")


@design("ruled")
def _small_print_and_wide_cells(kit: Kit) -> str:
    kinds = ("code", "title", "guidance", "where", "commentary")
    body = table(
        "(1.9cm, 2.6cm, 3.6cm, 1fr, 2.4cm)",
        rows_by_code(kit, kinds),
        header=[heads(kit, kinds)],
        inset="7pt",
        align="left + top",
    )
    return kit.note() + small(body) + kit.legend


@design("ruled")
def _centred_and_middle(kit: Kit) -> str:
    kinds = ("code_title", "eid", "page", "initials")
    rows = rows_by_code(kit, kinds)
    return (
        kit.note()
        + table("(1fr, 3.2cm, 2.4cm, 2cm)", rows, header=[heads(kit, kinds)], align="center + horizon", inset="5pt")
        + kit.legend
    )


@design("ruled")
def _evidence_left_of_the_code(kit: Kit) -> str:
    kinds = ("where", "code", "title")
    return (
        kit.note()
        + table(
            "(1fr, 2.2cm, 1fr)",
            rows_by_code(kit, kinds),
            header=[heads(kit, kinds)],
            fill='(x, y) => if y == 0 {rgb("#cfe2d4")}',
        )
        + kit.legend
    )


@design("ruled")
def _no_headings_at_all(kit: Kit) -> str:
    return (
        kit.note()
        + table("(auto, auto, 1fr)", rows_by_code(kit, ("code", "title", "where")), inset="6pt", stroke="0.4pt + gray")
        + kit.legend
    )


@design("ruled")
def _bullets_and_totals(kit: Kit) -> str:
    rows = []
    for code in CODES:
        refs = kit.plan.of_code(code)
        listed = "".join(f"- {plain(kit.where(one, title=True))}\n" for one in refs) or plain(kit.empty)
        rows.append([plain(code), "\n" + listed + "\n", str(len(refs))])
    total = str(len(kit.plan.references))
    rows.append([Cell(body=bold(plain("Total references")), columns=2, align="right"), bold(total)])
    headings = [bold(plain(kit.head("code"))), bold(plain(kit.head("where"))), bold("How many")]
    return kit.note() + table("(2.6cm, 1fr, 2.2cm)", rows, header=[headings]) + kit.legend


@design("ruled")
def _eight_narrow_columns(kit: Kit) -> str:
    kinds = ("code", "eid", "etitle", "kind", "date", "page", "sim", "mhra")
    rows = rows_by_reference(kit, kinds, again=kit.pick("repeat", "blank"))
    return (
        kit.note()
        + small(
            table(
                "(2.1cm, 2.1cm, 1fr, 1.9cm, 1.9cm, 1.5cm, 2cm, 1.8cm)", rows, header=[heads(kit, kinds)], inset="2.5pt"
            ),
            "7.5pt",
        )
        + kit.legend
    )


@design("rules")
def _book_like(kit: Kit) -> str:
    kinds = ("code", "title", "where")
    return (
        kit.note()
        + table("(2.4cm, 1fr, 1fr)", rows_by_code(kit, kinds), header=[heads(kit, kinds)], stroke=RULE, inset="5pt")
        + kit.legend
    )


@design("rules")
def _line_only_between_categories(kit: Kit) -> str:
    rows = rows_by_reference(kit, ("code", "eid", "etitle", "page"), again="blank")
    ends, position = [], 0
    for code in CODES:
        position += max(1, len(kit.plan.of_code(code)))
        if code in {"1.2", "2.2", "3", "4.3", "5.2", "6.2", "7.2", "8.2"}:
            ends.append(str(position))
    stroke = f"(x, y) => if y == 0 {{(bottom: 1pt)}} else if y in ({', '.join(ends)}) {{(bottom: 0.5pt)}}"
    return (
        kit.note()
        + table(
            "(2.6cm, 3cm, 1fr, 2.6cm)",
            rows,
            header=[heads(kit, ("code", "eid", "etitle", "page"))],
            stroke=stroke,
            inset="3pt",
        )
        + kit.legend
    )


@design("rules")
def _right_aligned_pages(kit: Kit) -> str:
    kinds = ("code_title", "eid", "etitle", "page")
    rows = rows_by_reference(kit, kinds, again="repeat")
    return (
        kit.note()
        + table(
            "(4.6cm, 2.8cm, 1fr, 2.4cm)",
            rows,
            header=[heads(kit, kinds, strong=False)],
            stroke=RULE,
            align="(left, center, left, right)",
        )
        + kit.legend
    )


@design("rules")
def _upright_lines_only(kit: Kit) -> str:
    kinds = ("code", "where", "commentary")
    return (
        kit.note()
        + table(
            "(2.6cm, 1fr, 4cm)",
            rows_by_code(kit, kinds),
            header=[heads(kit, kinds)],
            stroke="(x, y) => (left: if x > 0 {0.6pt}, bottom: if y == 0 {0.8pt})",
        )
        + kit.legend
    )


@design("rules")
def _dotted_and_category_lines(kit: Kit) -> str:
    rows = []
    for number, name in CATEGORIES.items():
        rows.append([Cell(body=bold(plain(f"Category {number}: {name}")), columns=3, stroke="(bottom: 0.8pt)")])
        rows.extend(
            [plain(code), plain(SUB_CATEGORIES[code]), plain(kit.cell(code))] for code in CODES if code[0] == number
        )
    return (
        kit.note()
        + table("(1.6cm, 1fr, 1fr)", rows, stroke='(bottom: (thickness: 0.5pt, dash: "dotted"))', inset="4pt")
        + kit.legend
    )


@design("zebra")
def _cool_stripes(kit: Kit) -> str:
    kinds = ("code", "title", "where")
    return (
        kit.note()
        + table(
            "(2.4cm, 1fr, 1fr)",
            rows_by_code(kit, kinds),
            header=[heads(kit, kinds)],
            stroke="none",
            fill=STRIPES[0],
            inset="5pt",
        )
        + kit.legend
    )


@design("zebra")
def _dark_head_white_words(kit: Kit) -> str:
    kinds = ("code", "eid", "etitle", "page", "date")
    head = [Cell(body=f"#text(fill: white)[{one}]", fill='rgb("#22313f")') for one in heads(kit, kinds)]
    rows = rows_by_reference(kit, kinds)
    return (
        kit.note()
        + table("(2.6cm, 2.6cm, 1fr, 2.2cm, 2.4cm)", rows, header=[head], stroke="none", fill=STRIPES[1])
        + kit.legend
    )


@design("zebra")
def _striped_columns(kit: Kit) -> str:
    kinds = ("title", "code", "where", "mhra")
    return (
        kit.note()
        + table(
            "(1fr, 2.2cm, 1fr, 2.4cm)",
            rows_by_code(kit, kinds),
            header=[heads(kit, kinds)],
            stroke="none",
            fill='(x, y) => if calc.odd(x) {rgb("#f3ead7")}',
            inset="5pt",
        )
        + kit.legend
    )


@design("zebra")
def _one_colour_for_each_category(kit: Kit) -> str:
    tones = ("#fde2e2", "#e2f0fd", "#e6fde2", "#fdf6e2", "#efe2fd", "#e2fdfa", "#f2f2f2", "#fde9f6")
    rows = []
    for code in CODES:
        tone = f'rgb("{tones[int(code[0]) - 1]}")'
        rows.append([Cell(body=plain(one), fill=tone) for one in (code, SUB_CATEGORIES[code], kit.cell(code))])
    return (
        kit.note()
        + table("(auto, 1fr, 1fr)", rows, header=[heads(kit, ("code", "title", "where"))], stroke="none", gutter="2pt")
        + kit.legend
    )


@design("zebra")
def _stripes_with_blank_codes(kit: Kit) -> str:
    kinds = ("code", "where", "etitle", "commentary")
    rows = rows_by_reference(kit, kinds, again="blank")
    return (
        kit.note()
        + table("(2cm, 4cm, 1fr, 1fr)", rows, header=[heads(kit, kinds)], stroke="none", fill=STRIPES[0], inset="4pt")
        + kit.legend
    )
