"""Tables of Word files, as people leave them."""

from collections.abc import Sequence
from typing import Any, Final

from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ..shapes.desk import Desk, Needs, number_rows  # noqa: TID252 - imported by two names, with and without a parent
from ..shapes.words import CATEGORIES, CODES, TITLES  # noqa: TID252 - see above
from .desk import PLAIN, TICKS, habit, roman
from .words import SPOKEN

PAGED: Final = Needs()
_W14: Final = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_TRACK: Final = 'w:author="A Colleague" w:date="2025-03-04T09:00:00Z"'


def table_of(place: Any, rows: Sequence[Sequence[str]], style: str = "Table Grid") -> Any:
    """A table with these words."""
    table = place.add_table(rows=len(rows), cols=len(rows[0]))
    table.style = style
    for line, row in zip(table.rows, rows, strict=True):
        for cell, said in zip(line.cells, row, strict=True):
            cell.text = said
    return table


def inserted(cell: Any, xml: str) -> None:
    """Add a piece of Word's own language to the first paragraph of a cell."""
    cell.paragraphs[0]._p.append(parse_xml(xml))  # noqa: SLF001 - python-docx has no other way


def _control(cell: Any, said: str, kind: str) -> None:
    inserted(
        cell,
        f"<w:sdt {nsdecls('w')} {_W14}><w:sdtPr>{kind}</w:sdtPr><w:sdtContent><w:r><w:t>{said}</w:t></w:r>"
        "</w:sdtContent></w:sdt>",
    )


@habit("docx", needs=PAGED, carrier="docx")
def _word_references_in_paragraphs(desk: Desk) -> None:
    rows = [["Sub-category", "Evidence"], *([f"{code} {TITLES[code]}", ""] for code in CODES)]
    table = table_of(desk.paper, rows, "Light Shading Accent 1")
    for code, row in zip(CODES, table.rows[1:], strict=True):
        refs = desk.plan.of_code(code)
        row.cells[1].text = desk.ref(refs[0]) if refs else "Not claimed"
        for ref in refs[1:]:
            row.cells[1].add_paragraph("")
            row.cells[1].add_paragraph(desk.ref(ref))


@habit("docx", needs=PLAIN, carrier="docx", count=(15, 22))
def _word_inverted_with_bullets(desk: Desk) -> None:
    rows = [["Ref", "Title", "Sub-categories"], *([item.short, item.title, ""] for item in desk.items)]
    table = table_of(desk.paper, rows, "Light List Accent 2")
    for item, row in zip(desk.items, table.rows[1:], strict=True):
        for ref in desk.plan.of_item(item):
            row.cells[2].add_paragraph(f"{ref.code} {SPOKEN[ref.code]}{desk.mark(ref)}", style="List Bullet")


@habit("docx", needs=PAGED, carrier="docx")
def _word_categories_merged_down(desk: Desk) -> None:
    rows, runs = [["Category", "Sub-category", "Evidence", "Pages"]], []
    for number, codes in number_rows().items():
        start = len(rows)
        for code in codes:
            refs = desk.plan.of_code(code)
            cells = ["\n".join(ref.item.short + desk.mark(ref) for ref in refs), "\n".join(map(desk.pages, refs))]
            rows.append(["", code, *cells])
        runs.append((start, len(rows) - 1, f"{number}\n{CATEGORIES[number]}"))
    table = table_of(desk.paper, rows)
    for first, last, words in runs:
        table.cell(first, 0).merge(table.cell(last, 0)).text = words


@habit("docx", needs=PLAIN, carrier="docx")
def _word_small_tables_inside(desk: Desk) -> None:
    table = table_of(desk.paper, [["Evidence", "Where it counts"], *([item.short, ""] for item in desk.items)])
    for item, row in zip(desk.items, table.rows[1:], strict=True):
        row.cells[0].add_paragraph(item.title)
        lines = [[ref.code + desk.mark(ref), SPOKEN[ref.code]] for ref in desk.plan.of_item(item)]
        table_of(row.cells[1], lines, "Light Grid")


@habit("docx", carrier="docx", count=(15, 20))
def _word_drop_down_controls(desk: Desk) -> None:
    rows = [["No.", "Document", "First", "Second", "Third"]]
    rows += [[item.short, item.title, "", "", ""] for item in desk.items]
    table = table_of(desk.paper, rows)
    for item, row in zip(desk.items, table.rows[1:], strict=True):
        codes = [ref.code for ref in desk.plan.of_item(item)]
        if len(codes) > 3:
            codes[2:] = [", ".join(codes[2:])]
        for cell, code in zip(row.cells[2:], [*codes, "", ""], strict=False):
            kind = "<w:dropDownList/>" if code else "<w:showingPlcHdr/><w:dropDownList/>"
            _control(cell, code or "Choose an item.", kind)


@habit("docx", carrier="docx", needs=TICKS)
def _word_wingdings_ticks(desk: Desk) -> None:
    section = desk.paper.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    table = table_of(desk.paper, [["", *CODES], *([item.short, *([""] * 16)] for item in desk.items)])
    for item, row in zip(desk.items, table.rows[1:], strict=True):
        for code, cell in zip(CODES, row.cells[1:], strict=True):
            if desk.ref_at(item, code):
                inserted(cell, f'<w:r {nsdecls("w")}><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>')


@habit("docx", carrier="docx", needs=TICKS, across=True, count=(8, 11))
def _word_boxes_items_across(desk: Desk) -> None:
    rows = [["Sub-category", *(item.short for item in desk.items)]]
    rows += [[f"{code} {SPOKEN[code]}", *([""] * len(desk.items))] for code in CODES]
    table = table_of(desk.paper, rows)
    for code, row in zip(CODES, table.rows[1:], strict=True):
        for item, cell in zip(desk.items, row.cells[1:], strict=True):
            on = int(desk.ref_at(item, code) is not None)
            _control(cell, "☐☒"[on], f'<w14:checkbox><w14:checked w14:val="{on}"/></w14:checkbox>')


@habit("docx", carrier="docx", needs=PLAIN, count=(14, 20))
def _word_changes_tracked(desk: Desk) -> None:
    rows = [["Evidence", "Title", "Sub-categories"], *([item.short, item.title, ""] for item in desk.items)]
    table = table_of(desk.paper, rows)
    for at, (item, row) in enumerate(zip(desk.items, table.rows[1:], strict=True)):
        codes = [ref.code + desk.mark(ref) for ref in desk.plan.of_item(item)]
        kept, new = (codes[:-1], codes[-1]) if at % 3 == 0 and len(codes) > 1 else (codes, "")
        row.cells[2].text = ", ".join(kept)
        if new:
            inserted(row.cells[2], f'<w:ins {nsdecls("w")} w:id="{at}" {_TRACK}><w:r><w:t>, {new}</w:t></w:r></w:ins>')
        gone = next(code for code in CODES if not desk.ref_at(item, code))
        if at % 4 == 1:
            said = f'<w:r><w:delText xml:space="preserve">, {gone}</w:delText></w:r>'
            inserted(row.cells[2], f'<w:del {nsdecls("w")} w:id="{at + 500}" {_TRACK}>{said}</w:del>')


@habit("docx", carrier="docx", needs=TICKS, count=(18, 26))
def _word_category_with_codes_in_brackets(desk: Desk) -> None:
    rows = [["Reference", "Document", "Kind", "Used for"]]
    for item in desk.items:
        groups = number_rows([ref.code for ref in desk.plan.of_item(item)])
        parts = [f"Cat {number} ({', '.join(codes)})" if number != "3" else "Cat 3" for number, codes in groups.items()]
        rows.append([item.short, item.title, item.kind, "; ".join(parts)])
    table_of(desk.paper, rows, "Medium Grid 1")


@habit("docx", carrier="docx", needs=TICKS)
def _word_upright_heads_and_shading(desk: Desk) -> None:
    rows = [["Evidence", *map(roman, CODES)], *([item.short, *([""] * 16)] for item in desk.items)]
    table = table_of(desk.paper, rows)
    for cell in table.rows[0].cells[1:]:
        cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:textDirection {nsdecls("w")} w:val="btLr"/>'))  # noqa: SLF001 - as above
    for item, row in zip(desk.items, table.rows[1:], strict=True):
        for code, cell in zip(CODES, row.cells[1:], strict=True):
            if desk.ref_at(item, code):
                cell.text = "■"
