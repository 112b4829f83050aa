"""Tables typed as text, merged cells, rows over page ends, landscape pages."""

from .kit import Kit, design
from .markup import Cell, bold, plain, small, table
from .rows import heads, rows_by_code, rows_by_item, rows_by_reference
from .words import CATEGORIES, CODES, GUIDANCE, SUB_CATEGORIES


@design("typed")
def _a_sentence_each(kit: Kit) -> str:
    said = kit.pick("Sub-category {}: see {}.", "For {} I rely on {}.", "{} is shown by {}.")
    parts = [
        plain(said.format(c, kit.cell(c, " and "))) if kit.plan.of_code(c) else plain(f"Sub-category {c}: no evidence.")
        for c in CODES
    ]
    return kit.note() + "\n\n".join(parts) + "\n" + kit.legend


@design("typed")
def _arrows(kit: Kit) -> str:
    sign = kit.pick("→", "=", ":", "\u2013")
    return kit.note() + " \\\n".join(plain(f"{c} {sign} {kit.cell(c, ', ')}") for c in CODES) + "\n\n" + kit.legend


@design("typed")
def _indented_below(kit: Kit) -> str:
    parts = [
        bold(plain(f"{c} {SUB_CATEGORIES[c]}")) + f"\n#pad(left: 1.2cm)[{plain(kit.cell(c, chr(10), title=True))}]"
        for c in CODES
    ]
    return kit.note() + "\n\n".join(parts) + "\n" + kit.legend


@design("typed")
def _bulleted_by_category(kit: Kit) -> str:
    parts = []
    for number, name in CATEGORIES.items():
        lines = "".join(f"- {plain(f'{c}: {kit.cell(c, chr(59) + chr(32))}')}\n" for c in CODES if c[0] == number)
        parts.append(bold(plain(f"Category {number}, {name}")) + "\n" + lines)
    return kit.note() + "\n".join(parts) + kit.legend


@design("typed")
def _upright_strokes(kit: Kit) -> str:
    lines = [plain(f"{kit.head('code')} | {kit.head('where')} | {kit.head('initials')}")]
    letters = "".join(name[0] for name in kit.plan.applicant.split()[-2:])
    lines += [plain(f"{c} | {kit.cell(c, ', ')} | {letters}") for c in CODES]
    return kit.note() + " \\\n".join(lines) + "\n\n" + kit.legend


def _by_category(kit: Kit, form: str, **settings: str) -> str:
    rows: list[list[Cell | str]] = []
    for number, name in CATEGORIES.items():
        codes = [c for c in CODES if c[0] == number]
        for at, code in enumerate(codes):
            row: list[Cell | str] = (
                [Cell(body=form.format(plain(number), plain(name)), rows=len(codes))] if at == 0 else []
            )
            rows.append([*row, plain(code), plain(SUB_CATEGORIES[code]), plain(kit.cell(code))])
    return table(
        "(2.6cm, 2cm, 4.5cm, 1fr)", rows, header=[heads(kit, ("category", "code", "title", "where"))], **settings
    )


@design("merged")
def _category_down_the_left(kit: Kit) -> str:
    return kit.note() + _by_category(kit, "{} {}") + kit.legend


@design("merged")
def _category_upright(kit: Kit) -> str:
    return kit.note() + _by_category(kit, "#rotate(-90deg, reflow: true)[Cat {}]", align="horizon") + kit.legend


@design("merged")
def _codes_over_their_references(kit: Kit) -> str:
    kinds = ("code", "title", "eid", "etitle", "page")
    rows = rows_by_reference(kit, kinds, again="merged")
    return (
        kit.note()
        + small(table("(2cm, 3.6cm, 2.6cm, 1fr, 1.8cm)", rows, header=[heads(kit, kinds)], align="left + horizon"))
        + kit.legend
    )


@design("merged")
def _category_rows_and_notes_rows(kit: Kit) -> str:
    rows: list[list[Cell | str]] = []
    for number, name in CATEGORIES.items():
        rows.append(
            [Cell(body=bold(plain(f"CATEGORY {number} {name.upper()}")), columns=3, fill="luma(215)", align="center")]
        )
        rows.extend([plain(c), plain(SUB_CATEGORIES[c]), plain(kit.cell(c))] for c in CODES if c[0] == number)
        if number in "37":
            rows.append(
                [Cell(body=f"#emph[{plain('Note: the work was done with colleagues, who agree.')}]", columns=3)]
            )
    return kit.note() + table("(2.4cm, 5cm, 1fr)", rows, header=[heads(kit, ("code", "title", "where"))]) + kit.legend


@design("merged", hints=False)
def _kind_down_the_left_inverted(kit: Kit) -> str:
    rows: list[list[Cell | str]] = []
    for kind in dict.fromkeys(item.kind for item in kit.plan.items):
        mine = [i for i in kit.plan.items if i.kind == kind]
        for at, item in enumerate(mine):
            row: list[Cell | str] = [Cell(body=plain(kind), rows=len(mine), fill="luma(235)")] if at == 0 else []
            rows.append([*row, plain(item.short), plain(item.title), plain(kit.codes(item))])
    return (
        table(
            "(2.8cm, 2.6cm, 1fr, 4cm)",
            rows,
            header=[heads(kit, ("kind", "eid", "etitle", "codes"))],
            align="left + horizon",
        )
        + kit.legend
    )


@design("broken_rows")
def _tall_cells_over_the_page_end(kit: Kit) -> str:
    rows = [
        [
            plain(c),
            "\\ ".join(plain(one) for one in (*GUIDANCE[:4], *GUIDANCE[:3])),
            plain(kit.cell(c, "\n", title=True)),
        ]
        for c in CODES
    ]
    return (
        kit.note()
        + table("(1.6cm, 5.4cm, 1fr)", rows, header=[heads(kit, ("code", "guidance", "where"))], inset="7pt")
        + kit.legend
    )


@design("broken_rows")
def _no_headings_again(kit: Kit) -> str:
    kinds = ("code", "title", "where", "commentary")
    return (
        "#v(9cm)\n"
        + kit.note()
        + table(
            "(2.4cm, 3cm, 1fr, 3cm)",
            rows_by_code(kit, kinds, join="\n"),
            header=[heads(kit, kinds)],
            repeat=False,
            inset="8pt",
        )
        + kit.legend
    )


@design("broken_rows")
def _continued(kit: Kit) -> str:
    kinds = ("code", "where")
    rows = rows_by_code(kit, kinds)
    head = [heads(kit, kinds)]
    shape = "(3cm, 1fr)"
    again = f"\n#pagebreak()\n{bold(plain(f'{kit.plan.table_title} (continued)'))}\n\n"
    return (
        kit.note()
        + table(shape, rows[:7], header=head)
        + plain("Continued on the next page")
        + again
        + table(shape, rows[7:], header=head)
        + kit.legend
    )


@design("broken_rows")
def _split_inside_a_sub_category(kit: Kit) -> str:
    kinds = ("code", "eid", "etitle", "page")
    rows = rows_by_reference(kit, kinds, again="blank")
    ends = [at for at, row in enumerate(rows) if row[0] == "" and at > 3]
    at = ends[len(ends) // 2] if ends else 8
    shape = "(2.6cm, 3cm, 1fr, 2.2cm)"
    return (
        kit.note()
        + table(shape, rows[:at], header=[heads(kit, kinds)])
        + "\n#pagebreak()\n"
        + table(shape, [[plain(""), *row[1:]] if row[0] == "" else row for row in rows[at:]])
        + kit.legend
    )


@design("broken_rows", hints=False, claims=False)
def _inverted_over_two_pages(kit: Kit) -> str:
    kinds = ("eid", "etitle", "commentary", "codes")
    return (
        "#v(12cm)\n"
        + table(
            "(2.6cm, 1fr, 3cm, 4cm)",
            rows_by_item(kit, kinds, "\n"),
            header=[heads(kit, kinds)],
            inset="8pt",
            stroke="(x, y) => (bottom: 0.5pt)",
        )
        + kit.legend
    )


@design("landscape")
def _seven_columns(kit: Kit) -> str:
    kinds = ("code", "title", "guidance", "eid", "page", "commentary", "office")
    return (
        kit.note()
        + small(
            table("(2cm, 4cm, 1fr, 2.6cm, 2.2cm, 4cm, 2cm)", rows_by_code(kit, kinds), header=[heads(kit, kinds)]),
            "9.5pt",
        )
        + kit.legend
    )


@design("landscape")
def _three_places_for_items(kit: Kit) -> str:
    rows = []
    for code in CODES:
        refs = [plain(kit.where(one, title=True)) for one in kit.plan.of_code(code)]
        rows.append([plain(code), plain(SUB_CATEGORIES[code]), *refs, *[""] * (3 - len(refs))])
    head = [
        bold(plain(one)) for one in (kit.head("code"), kit.head("title"), "First item", "Second item", "Third item")
    ]
    return (
        kit.note()
        + small(table("(2.2cm, 4cm, 1fr, 1fr, 1fr)", rows, header=[head], stroke="0.4pt + gray"), "9pt")
        + kit.legend
    )


@design("landscape")
def _reference_rows_striped(kit: Kit) -> str:
    kinds = ("category", "code", "eid", "etitle", "kind", "date", "page", "commentary")
    rows = rows_by_reference(kit, kinds)
    return (
        kit.note()
        + small(
            table(
                "(4.6cm, 1.8cm, 2.6cm, 1fr, 2.6cm, 2.2cm, 2cm, 3.6cm)",
                rows,
                header=[heads(kit, kinds)],
                stroke="none",
                fill='(x, y) => if calc.odd(y) {rgb("#e9f7ef")}',
                inset="3pt",
            )
        )
        + kit.legend
    )


@design("landscape")
def _rules_and_large_print(kit: Kit) -> str:
    kinds = ("code_title", "where", "sim", "mhra")
    body = table(
        "(1fr, 1fr, 3cm, 4cm)", rows_by_code(kit, kinds), header=[heads(kit, kinds)], stroke="(x, y) => (bottom: 0.5pt)"
    )
    return kit.note() + small(body, "12pt") + kit.legend


@design("landscape", hints=False, claims=False)
def _inverted_wide(kit: Kit) -> str:
    kinds = ("eid", "etitle", "kind", "date", "codes", "commentary")
    return (
        table(
            "(2.8cm, 1fr, 3.4cm, 2.6cm, 5cm, 4.4cm)",
            rows_by_item(kit, kinds),
            header=[heads(kit, kinds)],
            align="center + horizon",
        )
        + kit.legend
    )
