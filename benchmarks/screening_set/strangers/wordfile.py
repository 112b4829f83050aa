"""Word files: the blocks of a work, tracked changes, and what can be hung into such a file."""

import io
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from ..newcomers.wordfile import HANGERS  # noqa: TID252 - the set is imported by two names
from .model import Block, Work

WORD: Any = docx
_WHEN: Final = (2026, 1, 1, 9, 0, 0)
_STYLES: Final = {"title": "Heading 1", "head": "Heading 2", "item": "List Bullet", "quote": "Quote"}


def write_word(work: Work, path: Path, *, extra: str = "") -> None:
    """Write the work; the same bytes for the same work. ``extra`` is what is hung into it."""
    made = WORD.Document()
    style = made.styles["Normal"]
    style.font.name, style.font.size = ("Arial", "Calibri", "Georgia")[work.dress % 3], Pt(10 + work.dress % 2)
    for at, block in enumerate(work.blocks):
        _block(made, block, number=at)
    section = made.sections[0]
    if work.head:
        section.header.paragraphs[0].text = work.head
    if work.foot:
        section.footer.paragraphs[0].text = work.foot
    core = made.core_properties
    core.author, core.title, core.last_modified_by = "MR Physics", "", "MR Physics"
    core.created = core.modified = datetime(2026, 1, 1, 9, 0, 0)  # noqa: DTZ001 - a file's own hour has no zone
    made.save(raw := io.BytesIO())
    with zipfile.ZipFile(io.BytesIO(raw.getvalue())) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    HANGERS[extra](parts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(zipfile.ZipInfo(name, _WHEN), data, zipfile.ZIP_DEFLATED)


def _block(made: Any, block: Block, *, number: int) -> None:
    match block.kind:
        case "table":
            _table(made, block)
        case "tracked":
            _tracked(made.add_paragraph(), block, number)
        case "line":
            written = made.add_paragraph()
            written.paragraph_format.space_after = Pt(1)
            written.add_run(block.text).bold = block.how == "bold"
            if block.how == "right":
                written.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        case "small" | "console":
            written = made.add_paragraph().add_run(block.text)
            written.font.size = Pt(8)
        case "banner":
            written = made.add_paragraph().add_run(block.text)
            written.bold, written.font.color.rgb = True, RGBColor(0xC0, 0x10, 0x10)
        case "rule" | "gap":
            made.add_paragraph()
        case "break":
            made.add_page_break()
        case _:
            written = made.add_paragraph(block.text, style=_STYLES.get(block.kind))
            if block.how == "remark":
                _remark(made, written, block)


def _remark(made: Any, written: Any, block: Block) -> None:
    """A remark in the margin."""
    author, day = block.rows[0]
    initials = "".join(part[0] for part in author.split())
    remark = made.add_comment(written.runs, text=block.hidden, author=author, initials=initials)
    remark._comment_elm.set(qn("w:date"), f"{day}T11:40:00Z")  # noqa: SLF001 - the library writes the present hour


def _table(made: Any, block: Block) -> None:
    grid = made.add_table(rows=0, cols=max(len(row) for row in block.rows), style="Table Grid")
    for at, row in enumerate(block.rows):
        cells = grid.add_row().cells
        for place, text in enumerate(row):
            run = cells[place].paragraphs[0].add_run(text)
            run.bold = place == 0 if block.how == "pairs" else at == 0
    made.add_paragraph()


def _tracked(written: Any, block: Block, number: int) -> None:
    """Words that stay, words taken out and words put in, with who did so and when."""
    kept, _, new = block.text.partition(" // ")
    author, day = block.rows[0]
    written.add_run(f"{kept} ")
    for at, (tag, inner, text) in enumerate((("w:del", "w:delText", block.hidden), ("w:ins", "w:t", new))):
        change, run, said = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(inner)
        change.set(qn("w:id"), str(9000 + 2 * number + at))
        change.set(qn("w:author"), author)
        change.set(qn("w:date"), f"{day}T10:15:00Z")
        said.text = text
        run.append(said)
        change.append(run)
        written._p.append(change)  # noqa: SLF001 - the library has no call for tracked changes
