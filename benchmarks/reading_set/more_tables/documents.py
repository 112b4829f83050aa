"""Tables of DOCX portfolios: each function writes one into the document."""

from collections.abc import Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.shared import Cm

from .kit import Kit, word_design
from .plan import Reference
from .rows import of_code, of_item, of_reference
from .words import CATEGORIES, CODES, SUB_CATEGORIES

Rows = Sequence[Sequence[str]]


def _table(place: Any, rows: Rows, style: str = "Table Grid", head: int = 1) -> Any:
    table = place.add_table(rows=len(rows), cols=len(rows[0]))
    if style:
        table.style = style
    for line, row in zip(table.rows, rows, strict=True):
        for cell, said in zip(line.cells, row, strict=True):
            cell.text = said
    for line in table.rows[:head]:
        line._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - python-docx has no other way
        for cell in line.cells:
            for run in (run for paragraph in cell.paragraphs for run in paragraph.runs):
                run.bold = True
    return table


def _by_code(kit: Kit, kinds: Sequence[str], join: str | None = None) -> Rows:
    return [[kit.head(kind) for kind in kinds], *([of_code(kit, c, kind, join=join) for kind in kinds] for c in CODES)]


def _by_item(kit: Kit, kinds: Sequence[str], join: str = ", ") -> Rows:
    return [
        [kit.head(kind) for kind in kinds],
        *([of_item(kit, i, kind, join) for kind in kinds] for i in kit.plan.items),
    ]


def _by_reference(kit: Kit, kinds: Sequence[str], *, again: bool) -> tuple[Rows, list[tuple[int, int]]]:
    """Rows, and the first and last row of each sub-category."""
    rows, runs = [[kit.head(kind) for kind in kinds]], []
    for code in CODES:
        refs: Sequence[Reference | None] = kit.plan.of_code(code) or (None,)
        runs.append((len(rows), len(rows) + len(refs) - 1))
        for at, one in enumerate(refs):
            first = kit.code(code) if at == 0 or again else ""
            rows.append([first, *(of_reference(kit, one, kind) if one else "" for kind in kinds[1:])])
    return rows, runs


@word_design()
def _plain_grid(kit: Kit, document: Any) -> None:
    _table(document, _by_code(kit, ("code", "title", "where")))


@word_design()
def _shaded_style_and_remarks(kit: Kit, document: Any) -> None:
    _table(document, _by_code(kit, ("code_title", "where", "commentary", "mhra")), "Light Grid Accent 1")


@word_design()
def _no_borders(kit: Kit, document: Any) -> None:
    _table(document, _by_code(kit, ("code", "where", "guidance"), "\n"), "")


@word_design()
def _categories_merged_down(kit: Kit, document: Any) -> None:
    rows = [["Category", "Sub-category", "Evidence"]]
    rows += [["", f"{c} {SUB_CATEGORIES[c]}", kit.cell(c)] for c in CODES]
    table = _table(document, rows)
    for number, name in CATEGORIES.items():
        mine = [at for at, code in enumerate(CODES, start=1) if code[0] == number]
        table.cell(mine[0], 0).merge(table.cell(mine[-1], 0)).text = f"{number} {name}"


@word_design()
def _a_row_for_each_reference_codes_blank(kit: Kit, document: Any) -> None:
    rows, _ = _by_reference(kit, ("code", "eid", "etitle", "page"), again=False)
    _table(document, rows, "Table Grid")


@word_design()
def _a_row_for_each_reference_codes_merged(kit: Kit, document: Any) -> None:
    rows, runs = _by_reference(kit, ("code", "eid", "etitle", "page", "date"), again=False)
    table = _table(document, rows)
    for first, last in runs:
        code = table.cell(first, 0).text
        table.cell(first, 0).merge(table.cell(last, 0)).text = code


@word_design(hints=False, claims=False)
def _inverted(kit: Kit, document: Any) -> None:
    _table(document, _by_item(kit, ("eid", "etitle", "codes"), kit.pick(", ", "; ", "\n", "/")), "Light List")


@word_design(hints=False, claims=False, simulated=False)
def _inverted_with_bullets(kit: Kit, document: Any) -> None:
    table = _table(document, [["Evidence", "Kind", "Supports"], *([i.short, i.kind, ""] for i in kit.plan.items)])
    for item, row in zip(kit.plan.items, table.rows[1:], strict=True):
        for one in kit.plan.of_item(item):
            row.cells[2].add_paragraph(f"{one.code} {SUB_CATEGORIES[one.code]}", style="List Bullet")


@word_design(hints=False)
def _tick_matrix(kit: Kit, document: Any) -> None:
    sign = kit.pick("✓", "x", "●")
    rows = [["", *(item.short for item in kit.plan.items)]]
    for code in CODES:
        found = {one.item.number: sign + ("*" if one.simulated else "") for one in kit.plan.of_code(code)}
        rows.append([code, *(found.get(item.number, "") for item in kit.plan.items)])
    _table(document, rows)
    kit.star = True  # the legend has to be there


@word_design()
def _two_rows_of_headings(kit: Kit, document: Any) -> None:
    rows, _ = _by_reference(kit, ("code", "eid", "page", "commentary"), again=True)
    table = _table(document, [["Sub-category", "Evidence", "", "Applicant"], *rows], head=2)
    table.cell(0, 1).merge(table.cell(0, 2)).text = "Evidence"


@word_design()
def _a_table_for_each_category(kit: Kit, document: Any) -> None:
    for number, name in CATEGORIES.items():
        document.add_heading(f"Category {number}: {name}", level=3)
        rows = [
            ["Sub-category", "Evidence"],
            *([f"{c} {SUB_CATEGORIES[c]}", kit.cell(c)] for c in CODES if c[0] == number),
        ]
        _table(document, rows)


@word_design()
def _tables_inside_cells(kit: Kit, document: Any) -> None:
    table = _table(document, [["Sub-category", "Evidence and page"], *([c, ""] for c in CODES)])
    for code, row in zip(CODES, table.rows[1:], strict=True):
        refs = kit.plan.of_code(code)
        if refs:
            _table(row.cells[1], [[one.item.short + kit.sub(one), kit.pages(one)] for one in refs], "", head=0)


@word_design()
def _typed_with_tabs(kit: Kit, document: Any) -> None:
    document.add_paragraph("Sub-category\tEvidence")
    for code in CODES:
        document.add_paragraph(f"{code}\t{kit.cell(code, '; ')}")


@word_design()
def _spanning_category_rows(kit: Kit, document: Any) -> None:
    rows, spans = [["No.", "Sub-category", "Evidence"]], []
    for number, name in CATEGORIES.items():
        spans.append(len(rows))
        rows.append([f"{number}. {name}", "", ""])
        rows += [[c, SUB_CATEGORIES[c], kit.cell(c, "\n")] for c in CODES if c[0] == number]
    table = _table(document, rows, "Medium Grid 1 Accent 2")
    for at in spans:
        said = table.cell(at, 0).text
        table.cell(at, 0).merge(table.cell(at, 2)).text = said


@word_design()
def _two_tables_side_by_side(kit: Kit, document: Any) -> None:
    outer = document.add_table(rows=1, cols=2)
    for cell, codes in zip(outer.rows[0].cells, (CODES[:8], CODES[8:]), strict=True):
        _table(cell, [["Sub-category", "Evidence"], *([c, kit.cell(c, "\n")] for c in codes)]).columns[0].width = Cm(2)
