"""Columns without any line or shade."""

from .kit import Kit, design
from .markup import Cell, bold, plain, small, table
from .rows import heads, rows_by_code, rows_by_item, rows_by_reference
from .words import CATEGORIES, CODES, SUB_CATEGORIES


def _bare(kit: Kit, widths: str, kinds: tuple[str, ...], **settings: str) -> str:
    return (
        kit.note()
        + table(widths, rows_by_code(kit, kinds), header=[heads(kit, kinds)], stroke="none", **settings)
        + kit.legend
    )


@design("bare")
def _narrow_gaps(kit: Kit) -> str:
    return _bare(kit, "(auto, auto, auto)", ("code", "title", "where"), inset="2.5pt")


@design("bare")
def _wide_gaps_and_air(kit: Kit) -> str:
    return _bare(kit, "(3cm, 1fr, 1fr)", ("code", "title", "where"), column_gutter="1cm", row_gutter="6pt")


@design("bare")
def _middle_of_the_row(kit: Kit) -> str:
    return _bare(kit, "(2.4cm, 4.4cm, 1fr)", ("code", "guidance", "where"), align="left + horizon", inset="7pt")


@design("bare")
def _code_last(kit: Kit) -> str:
    kinds = ("eid", "etitle", "page", "code")
    return (
        kit.note()
        + table(
            "(3cm, 1fr, 2.4cm, 2.8cm)",
            rows_by_reference(kit, kinds),
            header=[heads(kit, kinds)],
            stroke="none",
            align="(left, left, center, right)",
            inset="3pt",
        )
        + kit.legend
    )


@design("bare")
def _no_headings(kit: Kit) -> str:
    return (
        kit.note()
        + table("(1.6cm, 5.6cm, 1fr)", rows_by_code(kit, ("code", "title", "where")), stroke="none", inset="5pt")
        + kit.legend
    )


@design("bare")
def _rows_by_reference_blank_codes(kit: Kit) -> str:
    kinds = ("code_title", "eid", "page", "date")
    return (
        kit.note()
        + table(
            "(1fr, 3cm, 2.4cm, 2.6cm)",
            rows_by_reference(kit, kinds, again="blank"),
            header=[heads(kit, kinds)],
            stroke="none",
            inset="3pt",
        )
        + kit.legend
    )


@design("bare")
def _category_lines_between(kit: Kit) -> str:
    rows = []
    for number, name in CATEGORIES.items():
        rows.append([Cell(body=bold(plain(f"{number}  {name}")), columns=3, inset="(top: 9pt, bottom: 3pt)")])
        rows.extend([plain(c), plain(SUB_CATEGORIES[c]), plain(kit.cell(c))] for c in CODES if c[0] == number)
    return kit.note() + table("(1.8cm, 6cm, 1fr)", rows, stroke="none", inset="3pt") + kit.legend


@design("bare")
def _centred(kit: Kit) -> str:
    return _bare(kit, "(3cm, 1fr, 3cm)", ("code", "eid", "page"), align="center", inset="4pt")


@design("bare")
def _typewriter(kit: Kit) -> str:
    lines = ["Code   Evidence", "----   --------"]
    for code in CODES:
        said = kit.cell(code, "\n").split("\n")
        lines += [f"{code:<7}{said[0]}", *(f"{'':<7}{one}" for one in said[1:])]
    body = "\n".join(lines).replace("\\", "\\\\").replace('"', '\\"')
    return kit.note() + f'#text(font: "Liberation Mono", size: 9.5pt)[#raw("{body}", block: true)]\n' + kit.legend


@design("bare", hints=False, claims=False)
def _inverted(kit: Kit) -> str:
    kinds = ("eid", "etitle", "codes")
    return (
        table("(3.2cm, 1fr, 4.5cm)", rows_by_item(kit, kinds), header=[heads(kit, kinds)], stroke="none", inset="4pt")
        + kit.legend
    )


@design("bare")
def _leader_dots(kit: Kit) -> str:
    lines = [
        plain(f"{c} {SUB_CATEGORIES[c]}") + " #box(width: 1fr, repeat[.]) " + plain(kit.cell(c, "; ")) for c in CODES
    ]
    return kit.note() + "\n\n".join(lines) + "\n" + kit.legend


@design("bare")
def _small_with_remarks(kit: Kit) -> str:
    kinds = ("code", "title", "where", "commentary", "initials")
    return small(_bare(kit, "(1.8cm, 3.4cm, 1fr, 3.4cm, 1.6cm)", kinds, inset="3pt"), "8.5pt")


@design("bare")
def _bullets_in_the_column(kit: Kit) -> str:
    rows = []
    for c in CODES:
        listed = "\n" + "".join(f"- {plain(kit.where(one))}\n" for one in kit.plan.of_code(c)) + "\n"
        rows.append([plain(SUB_CATEGORIES[c]), plain(c), listed])
    return (
        kit.note()
        + table("(5.6cm, 2.4cm, 1fr)", rows, header=[heads(kit, ("title", "code", "where"))], stroke="none")
        + kit.legend
    )
