"""Tables of Word files."""

from collections.abc import Sequence
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from .desk import Desk, Needs, design, number_rows
from .words import CATEGORIES, CODES, TITLES

BOXES = Needs(hints="none", simulated=False)
MISSING = Needs(missing=True)
_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'


def _table(place: Any, rows: Sequence[Sequence[str]], style: str = "Table Grid") -> Any:
    table = place.add_table(rows=len(rows), cols=len(rows[0]))
    if style:
        table.style = style
    for line, row in zip(table.rows, rows, strict=True):
        for cell, said in zip(line.cells, row, strict=True):
            cell.text = said
    return table


def _control(cell: Any, said: str, extra: str = "<w:text/>") -> None:
    """A content control with these words in the cell."""
    xml = (
        f"<w:sdt {nsdecls('w')} {_W14}><w:sdtPr>{extra}</w:sdtPr><w:sdtContent>"
        f"<w:r><w:t>{said}</w:t></w:r></w:sdtContent></w:sdt>"
    )
    cell.paragraphs[0]._p.append(parse_xml(xml))  # noqa: SLF001 - python-docx has no other way


@design("docx", needs=MISSING, carrier="docx")
def _word_with_content_controls(desk: Desk) -> None:
    rows = [["Sub-category", "Evidence", "Notes"], *([f"{code} {TITLES[code]}", "", ""] for code in CODES)]
    table = _table(desk.paper, rows)
    for code, row in zip(CODES, table.rows[1:], strict=True):
        words = desk.cell(code, "; ")
        _control(row.cells[1], words or "Click or tap here to enter text.", "" if words else "<w:showingPlcHdr/>")


@design("docx", needs=BOXES, carrier="docx")
def _word_with_boxes_to_tick(desk: Desk) -> None:
    rows = [["Evidence", *CODES], *([item.short, *([""] * 16)] for item in desk.items)]
    table = _table(desk.paper, rows)
    for item, row in zip(desk.items, table.rows[1:], strict=True):
        for code, cell in zip(CODES, row.cells[1:], strict=True):
            ticked = desk.ref_at(item, code) is not None
            state = f'<w14:checkbox><w14:checked w14:val="{int(ticked)}"/></w14:checkbox>'
            _control(cell, "☒" if ticked else "☐", state)


@design("docx", needs=MISSING, carrier="docx")
def _word_with_tables_in_cells(desk: Desk) -> None:
    table = _table(
        desk.paper,
        [["Category", "Evidence for its sub-categories"], *([f"{n} {name}", ""] for n, name in CATEGORIES.items())],
    )
    for codes, row in zip(number_rows().values(), table.rows[1:], strict=True):
        _table(row.cells[1], [[code, TITLES[code], desk.cell(code)] for code in codes])


@design("docx", needs=Needs(), carrier="docx")
def _word_inverted_merged_down(desk: Desk) -> None:
    rows, runs = [["Evidence", "Title", "Sub-category", "Page"]], []
    for item in desk.items:
        refs = desk.plan.of_item(item)
        runs.append((len(rows), len(rows) + len(refs) - 1))
        rows += [[item.short, item.title, ref.code + desk.mark(ref), desk.pages(ref)] for ref in refs]
    table = _table(desk.paper, rows, "Light Grid Accent 1")
    for first, last in runs:
        for column in (0, 1):
            words = table.cell(first, column).text
            for at in range(first, last + 1):
                table.cell(at, column).text = ""
            table.cell(first, column).merge(table.cell(last, column)).text = words


@design("docx", needs=MISSING, carrier="docx")
def _word_with_lists_in_cells(desk: Desk) -> None:
    rows = [["Evidence", "Sub-category"], *(["", f"{TITLES[code]}\n({code})"] for code in CODES)]
    table = _table(desk.paper, rows, "Medium Shading 1 Accent 3")
    for code, row in zip(CODES, table.rows[1:], strict=True):
        for ref in desk.plan.of_code(code):
            row.cells[0].add_paragraph(desk.ref(ref, f"{ref.item.short} {ref.item.title}"), style="List Bullet")


@design("docx", needs=MISSING, carrier="docx")
def _word_a_table_for_each_category(desk: Desk) -> None:
    for number, codes in number_rows().items():
        desk.paper.add_heading(f"Category {number}: {CATEGORIES[number]}", level=3)
        rows = [["Sub-category", "Evidence"], *([TITLES[code], desk.cell(code)] for code in codes)]
        _table(desk.paper, rows, "Light List")
