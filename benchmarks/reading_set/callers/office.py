"""Blocks written as Word or OpenDocument files."""

import io
import zipfile
from collections.abc import Sequence
from typing import Any, Final
from xml.sax.saxutils import escape

import docx as untyped_docx
from docx.enum.section import WD_ORIENT
from docx.shared import Cm, Pt
from PIL import Image, ImageDraw

from .blocks import Block, Bullets, Cell, Drawing, Newpage, Sheets, Space, Table, Title, Words

docx: Any = untyped_docx  # its own functions have no types
DAY: Final = (2025, 6, 2, 0, 0, 0)
_FONTS: Final = {
    "word": "Calibri",
    "google": "Arial",
    "latex": "Cambria",
    "libre": "Liberation Serif",
    "modern": "Verdana",
}
_STYLES: Final = {"ruled": "Table Grid", "rules": "Light List", "zebra": "Light Shading", "bare": "Normal Table"}


def word_file(sheets: Sequence[Sheets], face: str, seed: int) -> bytes:
    """A Word file; one writer in three makes headings of bold words instead of styles."""
    made = docx.Document()
    made.styles["Normal"].font.name = _FONTS[face]
    made.styles["Normal"].font.size = Pt(10.5)
    for at, one in enumerate(sheets):
        if at and one.wide != sheets[at - 1].wide:
            section = made.add_section()
            section.orientation = WD_ORIENT.LANDSCAPE if one.wide else WD_ORIENT.PORTRAIT
            section.page_width, section.page_height = section.page_height, section.page_width
        elif at:
            made.add_page_break()
        for block in one.blocks:
            _add(made, block, styled=seed % 3 != 2)
    kept = io.BytesIO()
    made.save(kept)
    again = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(kept.getvalue())) as old, zipfile.ZipFile(again, "w") as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, DAY), old.read(name), zipfile.ZIP_DEFLATED)
    return again.getvalue()


def _add(made: Any, block: Block, *, styled: bool) -> None:
    match block:
        case Title():
            _add_title(made, block, styled=styled)
        case Words():
            run = made.add_paragraph().add_run(block.text)
            run.bold, run.italic, run.font.size = block.bold, block.italic, Pt(10.5 + block.bigger)
            run.font.name = "Courier New" if block.mono else None
        case Bullets():
            for line in block.lines:
                made.add_paragraph(line, style="List Number" if block.numbered else "List Bullet")
        case Table():
            _add_table(made, block)
        case Drawing():
            made.add_picture(io.BytesIO(drawn(block.kind)), width=Cm(4.5 if block.kind in {"ink", "crest"} else 12))
            made.add_paragraph(block.caption)
        case Newpage():
            made.add_page_break()
        case Space():
            made.add_paragraph()


def _add_title(made: Any, block: Title, *, styled: bool) -> None:
    if styled:
        made.add_heading(block.text, level=block.level)
    else:
        run = made.add_paragraph().add_run(block.text)
        run.bold, run.font.size = True, Pt(18 - 2 * block.level)


def placed(table: Table) -> list[tuple[int, int, Cell]]:
    """Each cell with its row and column, those joined from above left out."""
    taken: set[tuple[int, int]] = set()
    made = []
    for at, row in enumerate(table.rows):
        column = 0
        for cell in row:
            while (at, column) in taken:
                column += 1
            made.append((at, column, cell))
            taken |= {(at + down, column + across) for down in range(cell.down) for across in range(cell.across)}
            column += cell.across
    return made


def _add_table(made: Any, block: Table) -> None:
    table = made.add_table(rows=len(block.rows), cols=len(block.widths))
    table.style = _STYLES[block.look]
    table.autofit = False
    section = made.sections[-1]
    wide = section.page_width - section.left_margin - section.right_margin
    shares = [int(wide * width / sum(block.widths)) for width in block.widths]
    for share, column in zip(shares, table.columns, strict=True):
        column.width = share
    for at, column, cell in placed(block):
        place = table.cell(at, column)
        if cell.across > 1 or cell.down > 1:
            place = place.merge(table.cell(at + cell.down - 1, column + cell.across - 1))
        place.width = sum(shares[column : column + cell.across])
        for number, line in enumerate(cell.text.split("\n")):
            run = (place.paragraphs[0] if number == 0 else place.add_paragraph()).add_run(line)
            run.bold, run.font.size = cell.bold, Pt(10 + block.smaller)
        if cell.ink:
            place.paragraphs[0].add_run().add_picture(io.BytesIO(drawn("ink")), width=Cm(3.6))
    made.add_paragraph()


def drawn(kind: str) -> bytes:
    """A drawing as PNG."""
    picture = Image.new("RGB", (520, 110 if kind == "ink" else 280), "white")
    pen = ImageDraw.Draw(picture)
    match kind:
        case "ink":
            pen.line(
                [(15, 70), (60, 15), (95, 95), (160, 30), (210, 80), (300, 25), (380, 75), (505, 40)],
                (25, 40, 130),
                5,
                "curve",
            )
        case "console":
            pen.rectangle((0, 0, 520, 280), (24, 30, 46))
            for at, line in enumerate(("PROTOCOL MONITOR", "whole body SAR 0.8 W/kg", "operating mode normal")):
                pen.text((24, 24 + 34 * at), line, (160, 230, 190), font_size=22)
        case _:
            pen.rectangle((8, 8, 510, 270), outline=(0, 0, 0), width=4)
            pen.ellipse((70, 50, 300, 220), outline=(200, 0, 0), width=3)
            pen.text((350, 40), "Control room", (0, 0, 0), font_size=20)
    kept = io.BytesIO()
    picture.save(kept, "PNG")
    return kept.getvalue()


_SPACES: Final = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("fo", "xsl-fo-compatible"),
    )
)
_KIND: Final = "application/vnd.oasis.opendocument.text"


def odt_file(sheets: Sequence[Sheets]) -> bytes:
    """An OpenDocument text."""
    body = '<text:p text:style-name="Break"/>'.join("".join(_odt(block) for block in one.blocks) for one in sheets)
    styles = (
        '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="Break" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/>'
        '</style:style><style:style style:name="C" style:family="table-cell"><style:table-cell-properties '
        'fo:border="0.5pt solid #222222" fo:padding="0.1cm"/></style:style>'
    )
    content = f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_SPACES} office:version="1.3"><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{body}</office:text></office:body></office:document-content>'  # noqa: E501
    space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    entries = "".join(
        f'<m:file-entry m:full-path="{path}" m:media-type="{kind}"/>'
        for path, kind in (("/", _KIND), ("content.xml", "text/xml"))
    )
    manifest = (
        f'<?xml version="1.0" encoding="UTF-8"?><m:manifest xmlns:m="{space}" m:version="1.3">{entries}</m:manifest>'
    )
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as package:
        package.writestr(zipfile.ZipInfo("mimetype", DAY), _KIND, zipfile.ZIP_STORED)
        for name, text in (("content.xml", content), ("META-INF/manifest.xml", manifest)):
            package.writestr(zipfile.ZipInfo(name, DAY), text.encode(), zipfile.ZIP_DEFLATED)
    return kept.getvalue()


def _odt(block: Block) -> str:
    match block:
        case Title():
            made = f'<text:h text:outline-level="{block.level}">{_text(block.text)}</text:h>'
        case Words():
            made = f"<text:p>{_text(block.text, bold=block.bold)}</text:p>"
        case Bullets():
            made = "".join(f"<text:p>\u2022 {_text(line)}</text:p>" for line in block.lines)
        case Table():
            made = _odt_table(block)
        case Drawing():
            made = f"<text:p>{'(signed)' if block.kind == 'ink' else _text(block.caption)}</text:p>"
        case Newpage():
            made = '<text:p text:style-name="Break"/>'
        case Space():
            made = "<text:p/>"
    return made


def _text(text: str, *, bold: bool = False) -> str:
    inner = "<text:line-break/>".join(escape(line) for line in text.split("\n"))
    return f'<text:span text:style-name="B">{inner}</text:span>' if bold else inner


def _odt_table(table: Table) -> str:
    cells = {(at, column): cell for at, column, cell in placed(table)}
    rows = []
    for at in range(len(table.rows)):
        made = []
        for column in range(len(table.widths)):
            cell = cells.get((at, column))
            if cell is None:
                made.append("<table:covered-table-cell/>")
                continue
            joined = f' table:number-columns-spanned="{cell.across}" table:number-rows-spanned="{cell.down}"'
            how = f'table:style-name="C"{joined if cell.across * cell.down > 1 else ""}'
            lines = "(signed)" if cell.ink else cell.text
            inner = "".join(f"<text:p>{_text(line, bold=cell.bold)}</text:p>" for line in lines.split("\n"))
            made.append(f"<table:table-cell {how}>{inner}</table:table-cell>")
        rows.append(f"<table:table-row>{''.join(made)}</table:table-row>")
    columns = f'<table:table-column table:number-columns-repeated="{len(table.widths)}"/>'
    return f"<table:table>{columns}{''.join(rows)}</table:table>"
