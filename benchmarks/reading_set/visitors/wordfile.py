"""Blocks written into a Word file."""

import io
import zipfile
from collections.abc import Sequence
from typing import Any

import docx as untyped_docx
from docx.enum.section import WD_ORIENT
from docx.shared import Cm, Pt
from PIL import Image, ImageDraw

from .blocks import Block, Cell, Gap, Grid, Head, Para, Points, Sheets, Sketch, spread

_MADE = (2025, 2, 3, 0, 0, 0)
_FONTS = {
    "word": "Calibri",
    "calibri_like": "Calibri",
    "google": "Arial",
    "latex": "Cambria",
    "libreoffice": "Times New Roman",
}
docx: Any = untyped_docx  # its own functions have no types


def word_file(sheets: Sequence[Sheets], face: str, seed: int) -> bytes:
    """The sheets one after the other, each on a new page. One writer in four makes headings of bold words."""
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
            _write(made, block, plain=seed % 4 == 2)
    kept = io.BytesIO()
    made.save(kept)
    return _dated(kept.getvalue())


def _dated(data: bytes) -> bytes:
    """The same package, with the same day on all of its parts."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(kept, "w") as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _MADE), old.read(name), zipfile.ZIP_DEFLATED)
    return kept.getvalue()


def _write(made: Any, block: Block, *, plain: bool) -> None:
    match block:
        case Head():
            if plain:
                run = made.add_paragraph().add_run(block.text)
                run.bold, run.font.size = True, Pt(17 - 2 * block.level)
            else:
                made.add_heading(block.text, level=block.level)
        case Para():
            run = made.add_paragraph().add_run(block.text)
            run.bold, run.italic = block.bold, block.italic
            run.font.size = Pt(10.5 + block.size)
        case Points():
            for line in block.lines:
                made.add_paragraph(line, style="List Number" if block.numbered else "List Bullet")
        case Grid():
            _table(made, block)
        case Sketch():
            made.add_picture(io.BytesIO(picture_of(block.kind)), width=Cm(5 if block.kind == "ink" else 12))
            if block.caption:
                made.add_paragraph(block.caption)
        case Gap():
            made.add_paragraph()


def _table(made: Any, grid: Grid) -> None:
    cells = spread(grid)
    columns = len(grid.widths)
    table = made.add_table(rows=len(grid.rows), cols=columns)
    table.style = {"ruled": "Table Grid", "rules": "Light Shading", "zebra": "Light List"}.get(
        grid.lines, "Normal Table"
    )
    table.autofit = False
    section = made.sections[-1]
    wide = section.page_width - section.left_margin - section.right_margin
    for at, column in enumerate(table.columns):
        column.width = int(wide * grid.widths[at] / sum(grid.widths))
    for row, at, cell in cells:
        place = table.cell(row, at)
        if cell.span > 1 or cell.down > 1:
            place = place.merge(table.cell(row + cell.down - 1, at + cell.span - 1))
        place.width = int(wide * sum(grid.widths[at : at + cell.span]) / sum(grid.widths))
        _fill(place, cell, grid)


def _fill(place: Any, cell: Cell, grid: Grid) -> None:
    lines = cell.text.split("\n")
    paragraph = place.paragraphs[0]
    for at, line in enumerate(lines):
        run = (paragraph if at == 0 else place.add_paragraph()).add_run(line)
        run.bold = cell.bold
        run.font.size = Pt(10 + grid.size)
    if cell.ink:
        paragraph.add_run().add_picture(io.BytesIO(picture_of("ink")), width=Cm(4))


def picture_of(kind: str) -> bytes:
    """A drawing as PNG."""
    picture = Image.new("RGB", (480, 120 if kind == "ink" else 260), "white")
    draw = ImageDraw.Draw(picture)
    if kind == "ink":
        draw.line(
            [(20, 80), (70, 20), (90, 100), (150, 40), (190, 90), (260, 30), (300, 80), (450, 60)],
            (20, 35, 120),
            5,
            "curve",
        )
    elif kind == "screen":
        draw.rectangle((0, 0, 480, 260), (40, 40, 40))
        for at, line in enumerate(("SAR whole body 1.4 W/kg", "B1+rms 1.9 uT", "Mode NORMAL")):
            draw.text((20, 20 + 30 * at), line, (230, 230, 230), font_size=20)
    else:
        draw.rectangle((10, 10, 300, 240), outline=(0, 0, 0), width=4)
        draw.ellipse((60, 60, 220, 200), outline=(0, 0, 0), width=2)
        draw.text((320, 40), "Control room", (0, 0, 0), font_size=20)
    kept = io.BytesIO()
    picture.save(kept, "PNG")
    return kept.getvalue()
