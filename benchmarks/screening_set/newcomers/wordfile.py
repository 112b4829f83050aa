"""Word files: the blocks of a work, tracked changes, and what can be hung into such a file."""

import io
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import docx
import xlsxwriter
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from .model import Block, Work

WORD: Any = docx
SHEETS: Any = xlsxwriter
_WHEN: Final = (2026, 1, 1, 9, 0, 0)
_TYPES: Final = "[Content_Types].xml"
_RELATIONS: Final = "word/_rels/document.xml.rels"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def write_word(work: Work, path: Path, *, extra: str = "") -> None:
    """Write the work; the same bytes for the same work. ``extra`` is what is hung into it."""
    made = WORD.Document()
    style = made.styles["Normal"]
    style.font.name, style.font.size = ("Calibri", "Arial", "Times New Roman")[work.dress % 3], Pt(11)
    for block in work.blocks:
        _block(made, block)
    if work.head:
        made.sections[0].header.paragraphs[0].text = work.head
    if work.foot:
        made.sections[0].footer.paragraphs[0].text = work.foot
    core = made.core_properties
    core.author, core.title, core.last_modified_by = "Imaging", "", "Imaging"
    core.created = core.modified = datetime(2026, 1, 1, 9, 0, 0)  # noqa: DTZ001 - a file's own hour has no zone
    made.save(raw := io.BytesIO())
    parts = _parts(raw.getvalue())
    HANGERS[extra](parts)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(zipfile.ZipInfo(name, _WHEN), data, zipfile.ZIP_DEFLATED)


def _parts(raw: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def _block(made: Any, block: Block) -> None:
    match block.kind:
        case "title":
            made.add_heading(block.text, 1)
        case "head":
            made.add_heading(block.text, 2)
        case "item":
            made.add_paragraph(block.text, style="List Bullet")
        case "meta" | "grid" | "table":
            _table(made, block)
        case "sign":
            made.add_paragraph(f"{block.text}      {block.hidden}")
        case "comment":
            made.add_paragraph().add_run(block.text).italic = True
        case "break":
            made.add_page_break()
        case "tracked":
            _tracked(made, block)
        case "vanish":
            run = made.add_paragraph().add_run(block.text)
            run.font.hidden = True
        case _:
            made.add_paragraph(block.text)


def _table(made: Any, block: Block) -> None:
    grid = made.add_table(rows=0, cols=len(block.rows[0]))
    grid.style = "Table Grid"
    for row in block.rows:
        for cell, text in zip(grid.add_row().cells, row, strict=True):
            cell.text = text


def _tracked(made: Any, block: Block) -> None:
    """A sentence in which somebody put one wording in another's place."""
    lead, _, fresh = block.text.partition(" // ")
    who, day = block.rows[0]
    line = made.add_paragraph(f"{lead} ")._p  # noqa: SLF001 - the library has no way to write tracked changes
    for at, (tag, text, inner) in enumerate((("w:del", block.hidden, "w:delText"), ("w:ins", fresh, "w:t"))):
        change = OxmlElement(tag)
        for key, value in (("w:id", str(100 + at)), ("w:author", who), ("w:date", f"{day}T10:15:00Z")):
            change.set(qn(key), value)
        run, words = OxmlElement("w:r"), OxmlElement(inner)
        words.text = text
        words.set(qn("xml:space"), "preserve")
        run.append(words)
        change.append(run)
        line.append(change)


def _plain(_: dict[str, bytes]) -> None:
    """Nothing is hung into the file."""


def _related(parts: dict[str, bytes], kind: str, target: str, *, outside: bool) -> None:
    mode = ' TargetMode="External"' if outside else ""
    entry = f'<Relationship Id="rIdX9" Type="{kind}" Target="{target}"{mode}/></Relationships>'
    parts[_RELATIONS] = parts[_RELATIONS].replace(b"</Relationships>", entry.encode())


def _typed(parts: dict[str, bytes], ending: str, kind: str) -> None:
    entry = f'<Default Extension="{ending}" ContentType="{kind}"/></Types>'
    parts[_TYPES] = parts[_TYPES].replace(b"</Types>", entry.encode())


def _macro(parts: dict[str, bytes]) -> None:
    kind = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    parts[_TYPES] = parts[_TYPES].replace(kind, b"application/vnd.ms-word.document.macroEnabled.main+xml")
    _typed(parts, "bin", "application/vnd.ms-office.vbaProject")
    _related(
        parts, "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin", outside=False
    )
    parts["word/vbaProject.bin"] = bytes.fromhex("d0cf11e0a1b11ae1") + b"Attribute VB_Name = ThisDocument" * 20


def _embedded(parts: dict[str, bytes]) -> None:
    """A spreadsheet behind an icon, as Word packs it."""
    _typed(parts, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    _related(parts, f"{_OFFICE}/package", "embeddings/Microsoft_Excel_Worksheet.xlsx", outside=False)
    book = SHEETS.Workbook(raw := io.BytesIO(), {"in_memory": True})
    book.set_properties({"created": datetime(2026, 1, 1, 9, 0, 0)})  # noqa: DTZ001 - as above
    page = book.add_worksheet("Readings")
    for at, row in enumerate((("point", "mT"), ("door", 0.31), ("plant room", 0.62), ("console", 0.37))):
        page.write_row(at, 0, row)
    book.close()
    parts["word/embeddings/Microsoft_Excel_Worksheet.xlsx"] = raw.getvalue()
    shape = (
        b'<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" '
        b'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" Type="Embed" '
        b'ProgID="Excel.Sheet.12" ShapeID="_x0000_i1025" DrawAspect="Icon" ObjectID="_1700000001" r:id="rIdX9"/>'
        b"</w:object></w:r></w:p>"
    )
    text = parts["word/document.xml"]
    at = text.rfind(b"<w:sectPr")
    parts["word/document.xml"] = text[:at] + shape + text[at:]


def _outside(parts: dict[str, bytes]) -> None:
    """A template that lies on a server."""
    name = "word/_rels/settings.xml.rels"
    empty = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    entry = f'<Relationship Id="rIdX9" Type="{_OFFICE}/attachedTemplate" Target="file://fs02/templates/Trust%20letter.dotx" TargetMode="External"/></Relationships>'  # noqa: E501 - one element
    parts[name] = parts.get(name, empty).replace(b"</Relationships>", entry.encode())
    link = f'<w:attachedTemplate xmlns:r="{_OFFICE}" r:id="rIdX9"/>'.encode()
    text = parts["word/settings.xml"]
    at = text.find(b">", text.find(b"<w:settings")) + 1
    parts["word/settings.xml"] = text[:at] + link + text[at:]


HANGERS: Final = {"": _plain, "macro": _macro, "embedded_object": _embedded, "external_relationship": _outside}
