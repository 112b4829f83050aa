"""Two header rows, or three."""

from .kit import Kit, design
from .markup import Cell, bold, plain, small, table
from .plan import Reference
from .rows import heads, rows_by_code, rows_by_reference
from .words import CATEGORIES, CODES, SUB_CATEGORIES

GREY = "(x, y) => if y < 2 {luma(222)}"


def _over(words: str, columns: int = 1, rows: int = 1) -> Cell:
    return Cell(body=bold(plain(words)), columns=columns, rows=rows, align="center")


@design("two_headers")
def _spans_over_code_and_evidence(kit: Kit) -> str:
    kinds = ("code", "title", "eid", "etitle", "page")
    top = [_over("Sub-category", 2), _over("Evidence", 3)]
    under = [bold(one) for one in ("No.", "Title", "Ref.", "Title", "Page")]
    return (
        kit.note()
        + table("(1.4cm, 4cm, 2.4cm, 1fr, 1.8cm)", rows_by_reference(kit, kinds, again="blank"), header=[top, under])
        + kit.legend
    )


@design("two_headers")
def _first_column_over_both_rows(kit: Kit) -> str:
    kinds = ("code_title", "eid", "page", "initials")
    top = [_over(kit.head("code_title"), 1, 2), _over(kit.head("where"), 2), _over("Applicant", 1)]
    under = [bold(one) for one in ("Number", "Page(s)", "initials")]
    return (
        kit.note()
        + table("(1fr, 3.6cm, 3cm, 2.6cm)", rows_by_code(kit, kinds), header=[top, under], fill=GREY)
        + kit.legend
    )


def _ranked(kit: Kit, code: str, places: int) -> list[str]:
    refs: list[Reference | None] = [*kit.plan.of_code(code)]
    refs += [None] * (places - len(refs))
    return [
        part
        for one in refs
        for part in ((plain(one.item.short + kit.sub(one)), plain(kit.pages(one))) if one else ("", ""))
    ]


@design("two_headers")
def _first_second_third_item(kit: Kit) -> str:
    top = [_over("", 1), *(_over(f"Item of evidence {n}", 2) for n in ("one", "two", "three"))]
    under = [bold(plain(kit.head("code"))), *[bold("Ref"), bold("Page")] * 3]
    rows = [[plain(code), *_ranked(kit, code, 3)] for code in CODES]
    return (
        kit.note()
        + small(table("(2.6cm, 1fr, 1.4cm, 1fr, 1.4cm, 1fr, 1.4cm)", rows, header=[top, under], inset="4pt"), "9pt")
        + kit.legend
    )


@design("two_headers")
def _main_and_supporting(kit: Kit) -> str:
    rows = []
    for code in CODES:
        refs = kit.plan.of_code(code)
        rest = "\n".join(kit.where(one) for one in refs[1:])
        rows.append(
            [
                plain(code),
                plain(refs[0].item.short + kit.sub(refs[0])) if refs else "",
                plain(kit.pages(refs[0])) if refs else "",
                plain(rest),
            ]
        )
    top = [_over("Sub-category"), _over("Main evidence", 2), _over("Supporting evidence")]
    under = ["", bold("Item"), bold("Page"), bold("Item (page)")]
    return (
        kit.note()
        + table(
            "(2.6cm, 3cm, 2cm, 1fr)",
            rows,
            header=[top, under],
            stroke="(x, y) => (bottom: if y < 2 {0.8pt} else {0.3pt})",
        )
        + kit.legend
    )


@design("two_headers", hints=False)
def _real_and_simulated(kit: Kit) -> str:
    rows = []
    for code in CODES:
        refs = kit.plan.of_code(code)
        real = "\n".join(one.item.short for one in refs if not one.simulated)
        rows.append(
            [
                plain(code),
                plain(SUB_CATEGORIES[code]),
                plain(real),
                plain("\n".join(one.item.short for one in refs if one.simulated)),
            ]
        )
    top = [_over("MRSE sub-category", 2), _over("Evidence", 2)]
    return table(
        "(1.6cm, 1fr, 4cm, 4cm)",
        rows,
        header=[top, [bold("No."), bold("Name"), bold("Real"), bold("Simulated")]],
        fill=GREY,
    )


@design("two_headers")
def _banner_over_everything(kit: Kit) -> str:
    kinds = ("code", "title", "where")
    banner = [
        Cell(
            body=f"#text(fill: white)[{bold(plain(f'Applicant: {kit.plan.applicant}'))}]",
            columns=3,
            fill='rgb("#1a5276")',
        )
    ]
    return (
        kit.note()
        + table("(2.4cm, 1fr, 1fr)", rows_by_code(kit, kinds), header=[banner, heads(kit, kinds)])
        + kit.legend
    )


@design("two_headers")
def _numbered_columns(kit: Kit) -> str:
    kinds = ("code", "title", "where", "commentary")
    under = [Cell(body=plain(f"({one})"), align="center") for one in kit.pick("1234", "abcd")]
    return (
        kit.note()
        + table("(2.6cm, 4cm, 1fr, 3cm)", rows_by_code(kit, kinds), header=[heads(kit, kinds), under])
        + kit.legend
    )


@design("two_headers")
def _instructions_under_the_headings(kit: Kit) -> str:
    kinds = ("code", "eid", "page", "commentary")
    under = [
        f"#emph[{plain(one)}]" for one in ("as in the guidance", "your own numbering", "where in the item", "optional")
    ]
    return (
        kit.note()
        + table(
            "(3cm, 4cm, 3cm, 1fr)", rows_by_code(kit, kinds), header=[heads(kit, kinds), under], stroke="0.4pt + gray"
        )
        + kit.legend
    )


@design("two_headers")
def _columns_for_the_assessor(kit: Kit) -> str:
    top = [_over("For the applicant", 3), _over("For the assessor", 2)]
    under = [bold(one) for one in ("Sub-category", "Evidence", "Simulated", "Met (Y/N)", "Initials")]
    rows = [[*row, "", ""] for row in rows_by_code(kit, ("code_title", "where", "sim"), join="\n")]
    return kit.note() + table("(1fr, 1fr, 2.3cm, 2cm, 1.8cm)", rows, header=[top, under]) + kit.legend


@design("two_headers")
def _three_rows(kit: Kit) -> str:
    kinds = ("category", "code", "eid", "etitle", "date")
    top = [_over("Guidance of 2025", 2), _over("Portfolio", 3)]
    middle = [_over("Major", 1), _over("Sub", 1), _over("Evidence", 2), _over("When", 1)]
    under = [bold(one) for one in ("Category", "Category", "Ref", "Title", "Date")]
    rows = rows_by_reference(kit, kinds)
    return (
        kit.note()
        + small(table("(4cm, 1.9cm, 2.2cm, 1fr, 2.2cm)", rows, header=[top, middle, under], inset="3pt"), "9pt")
        + kit.legend
    )


@design("two_headers")
def _light_lines_under_the_groups(kit: Kit) -> str:
    kinds = ("code", "guidance", "eid", "page", "mhra")
    top = [_over("Requirement", 2), _over("Where it is met", 2), _over("", 1)]
    rows = rows_by_code(kit, kinds)
    stroke = "(x, y) => if y == 0 and x < 4 {(bottom: 0.5pt)} else if y == 1 {(bottom: 0.8pt)}"
    return (
        kit.note()
        + table("(2.4cm, 1fr, 3cm, 2.4cm, 2.4cm)", rows, header=[top, heads(kit, kinds)], stroke=stroke, inset="4pt")
        + kit.legend
    )


@design("two_headers", hints=False, simulated=False)
def _kinds_over_ids(kit: Kit) -> str:
    kinds = list(dict.fromkeys(item.kind for item in kit.plan.items))
    items = [item for kind in kinds for item in kit.plan.items if item.kind == kind]
    top = [
        _over("", 1),
        *(
            Cell(
                body=f"#text(size: 6.5pt)[{plain(kind)}]",
                columns=sum(i.kind == kind for i in items),
                align="center + horizon",
            )
            for kind in kinds
        ),
    ]
    under = ["", *(f"#rotate(-90deg, reflow: true)[{plain(item.short)}]" for item in items)]
    rows = [
        [
            plain(f"{c} {SUB_CATEGORIES[c]}"),
            *(plain("✓") if any(one.item is i for one in kit.plan.of_code(c)) else "" for i in items),
        ]
        for c in CODES
    ]
    return table(
        f"(5.2cm, ) + (1fr, ) * {len(items)}",
        rows,
        header=[top, under],
        align="(x, y) => if x == 0 {left} else {center + horizon}",
        inset="2.5pt",
    )


@design("two_headers", hints=False, simulated=False, wide=True)
def _categories_over_codes(kit: Kit) -> str:
    top = [
        _over("", 2),
        *(
            Cell(body=plain(f"{n} {name}"), columns=sum(c[0] == n for c in CODES), align="center")
            for n, name in CATEGORIES.items()
        ),
    ]
    under = [bold("Ref"), bold("Evidence"), *(bold(plain(c)) for c in CODES)]
    rows = [
        [
            plain(i.short),
            plain(i.title),
            *("X" if any(one.item is i for one in kit.plan.of_code(c)) else "" for c in CODES),
        ]
        for i in kit.plan.items
    ]
    return small(
        table(
            "(2.4cm, 5cm) + (1fr, ) * 16",
            rows,
            header=[top, under],
            align="(x, y) => if x < 2 {left} else {center}",
            inset="3pt",
        ),
        "8pt",
    )
