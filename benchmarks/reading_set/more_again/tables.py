# ruff: noqa: RUF001 - applicants write dashes
"""The forms of the cross reference table, as Typst."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from ..more_references.topics import CODE_WORDS, CODES  # noqa: TID252 - the set is imported by two names
from ..more_references.typst_words import table  # noqa: TID252 - as above
from .cells import Cells
from .markup import quoted
from .model import Item, Plan, Ref, Row

AXES: Final = {
    "grid": "ruled",
    "split": "ruled",
    "merged": "merged",
    "rules": "rules",
    "zebra": "zebra",
    "typed": "typed",
    "per category": "per_category",
    "per category list": "per_category",
    "two column": "two_column",
    "two versions": "ruled",
    "columns by weight": "ruled",
    "two heads": "ticks",
}
TITLES: Final = dict(zip(CODES, CODE_WORDS, strict=True))
CATEGORIES: Final = tuple(dict.fromkeys(code[0] for code in CODES))
GROUPS: Final = ("Framework", "Rules", "Sequences", "Subjects", "Training", "Equipment", "Sites", "Own growth")
UPRIGHT: Final = "#rotate(-90deg, reflow: true)[{}]"


def axis(form: str) -> str:
    """The value of the axis ``table`` for a form."""
    if form in AXES:
        return AXES[form]
    if form.startswith("w "):
        return "docx"
    ticks = {"marks down", "primary", "halves", "places", "yes no", "shaded heads", "items across"}
    return "ticks" if form in ticks else "inverted"


def drawn_table(plan: Plan, cells: Cells, form: str, rows: Sequence[Row]) -> str:
    """The table in this form."""
    return FORMS[form](plan, cells, rows)


def _code(row: Row) -> str:
    return f"{row.code} {TITLES[row.code]}{row.code_note}"


def _bold(*words: str) -> list[str]:
    return [f"*{quoted(one)}*" for one in words]


def _grid(plan: Plan, cells: Cells, rows: Sequence[Row], **look: bool) -> str:
    comments = any(row.comment for row in rows)
    head = _bold("Sub-category", ("Evidence", "Where shown", "Supporting evidence")[plan.seed % 3])
    head += _bold("Comments") if comments else []
    body = [[quoted(_code(row)), quoted(cells.row(row)), *([quoted(row.comment)] if comments else [])] for row in rows]
    return table([head, *body], "(2fr, 3fr, 1.6fr)" if comments else "(2fr, 3fr)", header=True, **look)


def _rules(plan: Plan, cells: Cells, rows: Sequence[Row]) -> str:
    return _grid(plan, cells, rows, ruled=False)


def _zebra(plan: Plan, cells: Cells, rows: Sequence[Row]) -> str:
    made = _grid(plan, cells, rows, ruled=False)
    return made.replace(
        "stroke: (x, y) => (bottom: 0.5pt, top: if y == 0 { 1pt })",
        "stroke: none, fill: (x, y) => if calc.even(y) { luma(232) }",
    )


def _split(plan: Plan, cells: Cells, rows: Sequence[Row]) -> str:
    """A row for each reference, the sub-category in the first of them only."""
    body = []
    for row in rows:
        if row.text is not None or not row.refs:
            body.append([quoted(_code(row)), quoted(row.text or ""), "", quoted(row.comment)])
            continue
        for at, ref in enumerate(one for one in row.refs if one.label):
            lead = quoted(_code(row)) if at == 0 or plan.seed % 2 else ""
            body.append(
                [
                    lead,
                    quoted(ref.label + ref.said),
                    quoted(cells.hint(ref)),
                    quoted(row.comment) if at == 0 else "",
                ]
            )
    return table(
        [_bold("Sub-category", "Item", "Part of it", "Remarks"), *body], "(2fr, 1.6fr, 1.8fr, 1.4fr)", header=True
    )


def _merged(_plan: Plan, cells: Cells, rows: Sequence[Row]) -> str:
    """The category in a cell over its sub-categories, with its own name."""
    lines = ["#table(columns: (1fr, 1.6fr, 3fr), inset: 5pt, align: left,"]
    lines.append(
        "table.header(" + ", ".join(f"[{one}]" for one in _bold("Category", "Sub-category", "Evidence")) + "),"
    )
    for number, group in zip(CATEGORIES, GROUPS, strict=True):
        mine = [row for row in rows if row.code[0] == number]
        lines.append(f"table.cell(rowspan: {len(mine)})[{quoted(f'{number}. {group}')}],")
        lines += [
            f"[{quoted(_code(row) + (row.comment and ' – ' + row.comment))}], [{quoted(cells.row(row))}],"
            for row in mine
        ]
    return "\n".join(lines) + ")\n"


def _typed(plan: Plan, cells: Cells, rows: Sequence[Row]) -> str:
    """No table at all: a line for the sub-category and what shows it behind or below."""
    if plan.seed % 2:
        return "\n\n".join(f"*{quoted(_code(row))}* #h(6mm) {quoted(cells.row(row))}" for row in rows)
    return "\n\n".join(f"*{quoted(_code(row))}*\n#pad(left: 12mm)[{quoted(cells.row(row))}]" for row in rows)


def _per_category(_plan: Plan, cells: Cells, rows: Sequence[Row]) -> str:
    made = []
    for number, group in zip(CATEGORIES, GROUPS, strict=True):
        mine = [row for row in rows if row.code[0] == number]
        body = [[quoted(_code(row)), quoted(cells.row(row))] for row in mine]
        made.append(
            f"*{quoted(f'Category {number}: {group}')}*\n\n" + table([_bold("Ref.", "Evidence"), *body], "(2fr, 3fr)")
        )
    return "\n\n".join(made)


def _per_category_list(_plan: Plan, cells: Cells, rows: Sequence[Row]) -> str:
    """Each category a table of one column: code and evidence under each other."""
    made = []
    for number, group in zip(CATEGORIES, GROUPS, strict=True):
        mine = [row for row in rows if row.code[0] == number]
        body = [[f"*{quoted(_code(row))}* \\\n{quoted(cells.row(row))}"] for row in mine]
        made.append(table([[f"*{quoted(f'{number} {group}'.upper())}*"], *body], "(100%,)"))
    return "\n\n".join(made)


def _two_column(plan: Plan, cells: Cells, rows: Sequence[Row]) -> str:
    """Two narrow tables beside each other, the first half of the sub-categories left."""
    halves = [table([_bold("No.", "Evidence"), *_short(cells, half)], "(1.1cm, 1fr)") for half in (rows[:8], rows[8:])]
    if plan.seed % 2:
        return f"#columns(2, gutter: 8mm)[\n{halves[0]}\n#colbreak()\n{halves[1]}\n]\n"
    return f"#grid(columns: (1fr, 1fr), column-gutter: 8mm, [{halves[0]}], [{halves[1]}])\n"


def _short(cells: Cells, rows: Sequence[Row]) -> list[list[str]]:
    return [[quoted(row.code + row.code_note), quoted(cells.row(row))] for row in rows]


def _by_weight(_plan: Plan, cells: Cells, rows: Sequence[Row]) -> str:
    """Main evidence, further evidence."""
    body = []
    for row in rows:
        named = [cells.ref(row.code, ref) for ref in row.refs if ref.label]
        first, rest = (named[0], "\n".join(named[1:])) if named and row.text is None else (row.text or "", "")
        body.append([quoted(_code(row) + (row.comment and f" – {row.comment}")), quoted(first), quoted(rest)])
    return table(
        [_bold("Sub-category", "Main evidence", "Further evidence"), *body], "(1.6fr, 1.8fr, 1.8fr)", header=True
    )


def _two_versions(plan: Plan, cells: Cells, rows: Sequence[Row]) -> str:
    return _grid(plan, cells, rows)


# One row for each item


def _name(plan: Plan, item: Item) -> str:
    return plan.heading.format(n=item.label)


def _said(cells: Cells, code: str, ref: Ref, between: str = " – ") -> str:
    hint = cells.hint(replace(ref))
    mark = ref.said if ref.simulated else ""
    return code + (between + hint if hint else "") + mark


def _cards(plan: Plan, cells: Cells, _rows: Sequence[Row]) -> str:
    """A small table for each item."""
    made = []
    for item in plan.items:
        codes = "\n".join(_said(cells, code, ref) for code, ref in cells.codes(item)) or "none"
        rows = [[f"*{quoted(_name(plan, item))}*", quoted(item.title)], ["Supports", quoted(codes)]]
        made.append(f"#block(breakable: false)[{table(rows, '(3.4cm, 1fr)')}]")
    return "\n".join(made)


def _lines(plan: Plan, cells: Cells, _rows: Sequence[Row]) -> str:
    """A sentence for each item."""
    return "\n\n".join(
        f"*{quoted(_name(plan, item))}* {quoted(item.title)} #linebreak() #h(8mm) "
        + quoted("Sub-categories: " + ("; ".join(_said(cells, c, r, ": ") for c, r in cells.codes(item)) or "none"))
        for item in plan.items
    )


def _category_columns(plan: Plan, cells: Cells, _rows: Sequence[Row]) -> str:
    rows = [_bold("Item", *(f"Cat. {number}" for number in CATEGORIES))]
    for item in plan.items:
        codes = [code for code, _ in cells.codes(item)]
        rows.append([quoted(item.label), *(quoted("\n".join(c for c in codes if c[0] == k)) for k in CATEGORIES)])
    return table(rows, "(1.6cm, " + ", ".join(["1fr"] * 8) + ")", header=True)


def _boxes(plan: Plan, cells: Cells, _rows: Sequence[Row]) -> str:
    """All sub-categories in each row, those that the item supports ticked."""
    rows = [_bold("Evidence", "Title", "Sub-categories (ticked where supported)")]
    for item in plan.items:
        own = {code for code, _ in cells.codes(item)}
        boxes = "  ".join(f"{'☒' if code in own else '☐'} {code}" for code in CODES)
        rows.append([quoted(_name(plan, item)), quoted(item.title), quoted(boxes)])
    return table(rows, "(2.6cm, 1fr, 7cm)", header=True)


def _pairs(plan: Plan, cells: Cells, _rows: Sequence[Row]) -> str:
    """A row for each item and sub-category, by item."""
    rows = [_bold("Item", "Part", "Sub-category", "What it shows")]
    for item in plan.items:
        for at, (code, ref) in enumerate(cells.codes(item)):
            lead = quoted(_name(plan, item)) if at == 0 else ""
            rows.append(
                [
                    lead,
                    quoted(cells.hint(ref)),
                    quoted(code + (ref.said if ref.simulated else "")),
                    quoted(TITLES[code]),
                ]
            )
    return table(rows, "(2.6cm, 1fr, 2.6cm, 1.4fr)", header=True)


def _codes_then_items(plan: Plan, cells: Cells, _rows: Sequence[Row]) -> str:
    """The sub-categories in front of what supports them."""
    rows = [_bold("Supports", "Evidence")]
    rows += [
        [quoted(" & ".join(code for code, _ in cells.codes(item)) or "–"), quoted(f"{_name(plan, item)}, {item.title}")]
        for item in plan.items
    ]
    return table(rows, "(5cm, 1fr)", header=True, ruled=plan.seed % 2 == 0)


def _stacked(plan: Plan, cells: Cells, _rows: Sequence[Row]) -> str:
    """The item over the sub-categories in one cell, pages or parts beside each of them."""
    lines = [
        "#table(columns: (2cm, 1fr, 1fr), inset: 4pt, align: left,",
        *(f"[{one}]," for one in _bold("Code", "Description", "Where")),
    ]
    for item in plan.items:
        lines.append(f"table.cell(colspan: 3, fill: luma(225))[{quoted(f'{_name(plan, item)} – {item.title}')}],")
        for code, ref in cells.codes(item):
            where = (cells.hint(ref) or "whole item") + (ref.said if ref.simulated else "")
            lines.append(f"[{quoted(code)}], [{quoted(TITLES[code])}], [{quoted(where)}],")
    return "\n".join(lines) + ")\n"


def _rules_inverted(plan: Plan, cells: Cells, _rows: Sequence[Row]) -> str:
    rows = [_bold("No.", "Evidence", "Sub-category and where")]
    rows += [
        [
            quoted(item.label),
            quoted(item.title),
            quoted("\n".join(_said(cells, c, r, " (") + (")" if cells.hint(r) else "") for c, r in cells.codes(item))),
        ]
        for item in plan.items
    ]
    return table(rows, "(1.4cm, 1fr, 1fr)", header=True, ruled=False)


# Marks where sub-category and item meet


def _meets(cells: Cells, item: Item) -> dict[str, Ref]:
    return dict(cells.codes(item))


def _marks(
    plan: Plan,
    cells: Cells,
    codes: Sequence[str],
    mark: Callable[[str, Ref, int], str],
    none: str = "",
    head: str = "{}",
) -> str:
    """Items down, these sub-categories across."""
    rows = [[*_bold("Item"), *(head.format(one) for one in _bold(*codes))]]
    for item in plan.items:
        own = _meets(cells, item)
        rows.append(
            [quoted(_name(plan, item)), *(mark(code, own[code], item.index) if code in own else none for code in codes)]
        )
    return "#text(size: 8.5pt)[" + table(rows, "(2.8cm, " + ", ".join(["1fr"] * len(codes)) + ")", header=True) + "]"


def _marks_down(plan: Plan, cells: Cells, _rows: Sequence[Row]) -> str:
    sign = ("✓", "●", "x", "■")[plan.seed // 12 % 4]
    return _marks(plan, cells, CODES, lambda *_: f"#align(center)[{quoted(sign)}]", head=UPRIGHT)


def _primary(plan: Plan, cells: Cells, _rows: Sequence[Row]) -> str:
    made = _marks(plan, cells, CODES, lambda code, _, at: quoted("PS"[(int(code[0]) + at) % 2]))
    return quoted("P = primary evidence, S = supporting evidence") + "\n\n" + made


def _halves(plan: Plan, cells: Cells, _rows: Sequence[Row]) -> str:
    halves = (CODES[:8], CODES[8:])
    words = ("Categories 1 to 4", "Categories 5 to 8")
    return "\n\n".join(
        quoted(word) + "\n\n" + _marks(plan, cells, half, lambda *_: quoted("✓"))
        for word, half in zip(words, halves, strict=True)
    )


def _places(plan: Plan, cells: Cells, _rows: Sequence[Row]) -> str:
    """Where in the item instead of a mark."""
    tables = []
    for start in range(0, len(plan.items), 4):
        items = plan.items[start : start + 4]
        head = _bold("Sub-category", *(_name(plan, item) for item in items))
        body = [[quoted(code), *(quoted(_where(cells, item, code)) for item in items)] for code in CODES]
        rows = [head, *body]
        tables.append(table(rows, "(2.4cm, " + ", ".join(["1fr"] * len(items)) + ")", header=True))
    return "\n\n".join(tables)


def _where(cells: Cells, item: Item, code: str) -> str:
    ref = _meets(cells, item).get(code)
    return (cells.hint(ref) or "all") + (ref.said if ref.simulated else "") if ref else ""


def _two_heads(plan: Plan, cells: Cells, _rows: Sequence[Row]) -> str:
    """Categories over the last figures of their sub-categories."""
    lines = [f"#text(size: 8.5pt)[#table(columns: (2.8cm, {', '.join(['1fr'] * 16)}), inset: 4pt, align: center,"]
    lines.append("table.cell(rowspan: 2)[*Evidence*],")
    lines += [f"table.cell(colspan: {sum(code[0] == k for code in CODES)})[*{k}*]," for k in CATEGORIES]
    lines += [f"[{quoted('.' + code[2:] if len(code) > 1 else '–')}]," for code in CODES]
    for item in plan.items:
        own = _meets(cells, item)
        lines += [f"[{quoted(_name(plan, item))}],", *(f"[{quoted('✓')}]," if code in own else "[]," for code in CODES)]
    return "\n".join(lines) + ")]\n"


def _yes_no(plan: Plan, cells: Cells, _rows: Sequence[Row]) -> str:
    return _marks(plan, cells, CODES, lambda *_: quoted("Y"), none=quoted("N"))


def _shaded_heads(plan: Plan, cells: Cells, _rows: Sequence[Row]) -> str:
    made = _marks(plan, cells, CODES, lambda *_: f"#align(center)[{quoted('•')}]")
    return made.replace("stroke: 0.5pt", "stroke: 0.3pt + gray, fill: (x, y) => if y == 0 or x == 0 { luma(220) }")


def _items_across(plan: Plan, cells: Cells, _rows: Sequence[Row]) -> str:
    rows = [
        [*_bold("Sub-category"), *(UPRIGHT.format(one) for one in _bold(*(_name(plan, item) for item in plan.items)))]
    ]
    rows += [
        [quoted(f"{code} {TITLES[code]}"), *(quoted("X") if code in _meets(cells, item) else "" for item in plan.items)]
        for code in CODES
    ]
    return table(rows, "(5cm, " + ", ".join(["1fr"] * len(plan.items)) + ")", header=True)


FORMS: Final[dict[str, Callable[[Plan, Cells, Sequence[Row]], str]]] = {
    "grid": _grid,
    "rules": _rules,
    "zebra": _zebra,
    "split": _split,
    "merged": _merged,
    "typed": _typed,
    "per category": _per_category,
    "per category list": _per_category_list,
    "two column": _two_column,
    "two versions": _two_versions,
    "columns by weight": _by_weight,
    "cards": _cards,
    "lines": _lines,
    "category columns": _category_columns,
    "boxes": _boxes,
    "pairs": _pairs,
    "codes then items": _codes_then_items,
    "stacked": _stacked,
    "rules inverted": _rules_inverted,
    "marks down": _marks_down,
    "primary": _primary,
    "halves": _halves,
    "places": _places,
    "two heads": _two_heads,
    "yes no": _yes_no,
    "shaded heads": _shaded_heads,
    "items across": _items_across,
}
