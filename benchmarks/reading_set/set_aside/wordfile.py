"""Portfolios, or their table alone, as a Word file."""

from io import BytesIO
from random import Random
from typing import Any
from zipfile import ZipFile

import pymupdf
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm

from benchmarks.reading_set.set_aside.blocks import Block
from benchmarks.reading_set.set_aside.engine import draw
from benchmarks.reading_set.set_aside.files import zipped
from benchmarks.reading_set.set_aside.front import SCRIBBLES
from benchmarks.reading_set.set_aside.grid import Cell, Grid
from benchmarks.reading_set.set_aside.mapping import footnote_words, grids_of, starred, table_words
from benchmarks.reading_set.set_aside.opening import Numbers, claimed_in_contents, note_words
from benchmarks.reading_set.set_aside.story import Story


def table_file(numbers: Numbers) -> bytes:
    """The cross reference table and the authentication alone."""
    made = Document()
    _mapping(made, numbers)
    return _saved(made)


def whole_file(numbers: Numbers) -> bytes:
    """The whole portfolio."""
    story = numbers.story
    made = Document()
    _cover(made, story)
    if story.shape["contents"] == "yes":
        made.add_page_break()
        _contents(made, story)
    made.add_page_break()
    _mapping(made, numbers)
    for item in story.claims.items:
        made.add_page_break()
        label = f"{story.claims.labels.long(item.id)}: {item.title}"
        if item.divider:
            _divider(made, story.claims.labels.long(item.id), item.title)
        else:
            made.add_heading(label, level=1)
        for place, blocks in enumerate(item.paper.pages):
            if place:
                made.add_page_break()
            for block in blocks:
                _block(made, block)
    return _saved(made)


def _cover(made: Any, story: Story) -> None:
    made.add_paragraph("MR Safety Expert portfolio", style="Title")
    person = story.person
    for text in (f"Applicant: {person.name}", person.job, person.hospital):
        made.add_paragraph(text)
    if person.submitted:
        made.add_paragraph(f"Date of submission: {person.submitted.written}")


def _contents(made: Any, story: Story) -> None:
    rng = story.rng("contents")
    made.add_heading(rng.choice(("Contents", "List of evidence", "Index of items")), level=1)
    claimed = claimed_in_contents(story)
    subs = story.shape["contents_subs"] == "yes"
    labels = story.claims.labels
    if not subs and rng.random() < 0.5:
        for item in story.claims.items:
            made.add_paragraph(f"{labels.long(item.id)}\t{item.title}")
        return
    table = made.add_table(rows=0, cols=3 if subs else 2)
    table.style = "Table Grid"
    rows = [("Item", "Title", "Sub-categories")] + [
        (labels.long(item.id), item.title, ", ".join(claimed[item.id])) for item in story.claims.items
    ]
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=False):
            cell.text = text


def _mapping(made: Any, numbers: Numbers) -> None:
    story = numbers.story
    made.add_heading(table_words(story), level=1)
    grids = grids_of(numbers.teller(), story)
    for grid in grids:
        if grid.heading:
            made.add_heading(grid.heading, level=2)
        _grid(made, grid, story.rng("word table"))
    if footnote_words(story, starred=starred(grids)):
        made.add_paragraph(footnote_words(story, starred=starred(grids)))
    if numbers.noted:
        made.add_paragraph(note_words(numbers))
    if story.person.authenticated:
        _vouching(made, story)


def _grid(made: Any, grid: Grid, rng: Random) -> None:
    table = made.add_table(rows=0, cols=len(grid.widths))
    table.style = rng.choice(("Table Grid", "Light Grid Accent 1", "Table Grid", "Light Shading", "Normal Table"))
    lines: list[tuple[Cell, ...]] = [*grid.headers, *grid.rows]
    taken: set[tuple[int, int]] = set()
    for _ in lines:
        table.add_row()
    cells = [row.cells for row in table.rows]
    for down, row in enumerate(lines):
        across = 0
        for cell in row:
            while (down, across) in taken:
                across += 1
            place = cells[down][across]
            if cell.rows > 1 or cell.columns > 1:
                place = place.merge(cells[down + cell.rows - 1][across + cell.columns - 1])
            taken |= {(down + y, across + x) for y in range(cell.rows) for x in range(cell.columns)}
            place.text = cell.text
            across += cell.columns


def _vouching(made: Any, story: Story) -> None:
    person, rng = story.person, story.rng("vouching")
    made.add_heading(rng.choice(("Authentication", "Referee's authentication")), level=2)
    made.add_paragraph(
        "I confirm that this portfolio truly reflects the extent and nature of the applicant's own work."
    )
    made.add_paragraph(f"Name: {person.referee}")
    made.add_paragraph(f"Position: {person.role}")
    signature = made.add_paragraph("Signature: ")
    if person.signed:
        signature.add_run().add_picture(
            BytesIO(draw(f"#set page(width: 4.4cm, height: 1.3cm, margin: 4pt)\n{rng.choice(SCRIBBLES)}", 120)[0]),
            width=Cm(4),
        )
    made.add_paragraph(f"Date: {person.signed_on.written if person.signed_on else ''}")


def _divider(made: Any, label: str, title: str) -> None:
    for text, style in ((label, "Title"), (title, "Subtitle")):
        made.add_paragraph(text, style=style).alignment = WD_ALIGN_PARAGRAPH.CENTER
    made.add_page_break()


def _block(made: Any, block: Block) -> None:
    if block.kind == "table":
        table = made.add_table(rows=0, cols=len(block.rows[0]))
        table.style = "Table Grid"
        for row in block.rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    elif block.kind in {"photo", "plot"}:
        shot = pymupdf.Pixmap(pymupdf.csGRAY, pymupdf.IRect(0, 0, 240, 160))
        shot.clear_with(120)
        made.add_picture(BytesIO(shot.tobytes("png")), width=Cm(8))
    elif block.kind in {"h1", "h2"}:
        made.add_paragraph().add_run(block.text).bold = True
    else:
        made.add_paragraph(block.text)


def _saved(made: Any) -> bytes:
    held = BytesIO()
    made.save(held)
    with ZipFile(held) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist()})
