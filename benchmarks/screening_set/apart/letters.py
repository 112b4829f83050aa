"""Works as e-mail files, and as Word files with what Word keeps."""

import io
import zipfile
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Any, Final

import docx
from docx.enum.text import WD_COLOR_INDEX
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from .desk import Desk
from .model import Block, Work

MADE: Final = (2026, 1, 1, 0, 0, 0)
OLE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/oleObject"
TEMPLATE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
MACROS: Final = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
OFFICE: Final = "urn:schemas-microsoft-com:office:office"


def mail(work: Work, number: int) -> bytes:
    """The e-mail as a file."""
    made = EmailMessage()
    hour, minute = (int(part) for part in work.extra["clock"].split(":"))
    sent = work.extra["sent"]
    made["From"], made["To"], made["Subject"] = work.extra["sender"], work.extra["to"], work.title
    made["Date"] = format_datetime(datetime(sent.year, sent.month, sent.day, hour, minute, tzinfo=UTC))
    made["Message-ID"] = f"<{number}.{sent.isoformat()}@mail.example>"
    lines = [f"> {one.text}" if one.kind == "quote" else one.text for one in work.blocks[1:]]
    made.set_content("\n\n".join(lines) + "\n")
    return bytes(made)


def word(desk: Desk, work: Work, label: str) -> bytes:
    """The work as a Word file."""
    document = docx.Document()
    kept = document.core_properties
    kept.created = kept.modified = datetime(2026, 1, 1, tzinfo=UTC)
    kept.author = work.extra.get("metadata author", "Imaging Templates")
    kept.title = work.extra.get("metadata title", "")
    document.add_paragraph(label)
    for block in work.blocks:
        _block(desk, document, block)
    for what in work.extra.get("word", ()):
        INSERTS[what](desk, document)
    document.save(raw := io.BytesIO())
    return _steady(raw)


def _steady(raw: io.BytesIO) -> bytes:
    with zipfile.ZipFile(raw) as made, zipfile.ZipFile(out := io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as kept:
        for name in made.namelist():
            kept.writestr(zipfile.ZipInfo(name, MADE), made.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _block(desk: Desk, document: Any, block: Block) -> None:
    if block.kind in {"title", "head"}:
        document.add_heading(block.text, level=1 if block.kind == "title" else 2)
    elif block.kind in {"meta", "table"}:
        made: Any = document.add_table(rows=0, cols=len(block.rows[0])) if block.rows else None
        for row in block.rows:
            for cell, text in zip(made.add_row().cells, row, strict=True):
                cell.text = text
    elif block.kind == "tracked":
        _tracked(desk, document, block)
    elif block.kind == "hidden":
        document.add_paragraph().add_run(block.text).font.hidden = True
    elif block.kind == "cover":
        paragraph = document.add_paragraph(f"{block.text} ")
        paragraph.add_run(block.hidden).font.highlight_color = WD_COLOR_INDEX.BLACK
    elif block.kind == "item":
        document.add_paragraph(block.text, style="List Bullet")
    elif block.text:
        document.add_paragraph(block.text)


def _tracked(desk: Desk, document: Any, block: Block) -> None:
    """A paragraph of which words were struck out and others put in; ``how`` is who did it, ``hidden`` what went."""
    paragraph = document.add_paragraph()
    before, _, after = block.text.partition(" // ")
    paragraph.add_run(before + " ")
    for at, (tag, text) in enumerate((("w:del", block.hidden), ("w:ins", desk.say(after)))):
        change = OxmlElement(tag)
        change.set(qn("w:id"), str(900 + at))
        change.set(qn("w:author"), block.how)
        change.set(qn("w:date"), f"{block.rows[0][0]}T09:30:00Z")
        run, words = OxmlElement("w:r"), OxmlElement("w:delText" if tag == "w:del" else "w:t")
        words.text = text
        words.set(qn("xml:space"), "preserve")
        run.append(words)
        change.append(run)
        paragraph._p.append(change)  # noqa: SLF001 - the library has no tracked changes


def _part(document: Any, name: str, kind: str, relation: str) -> str:
    owner = document.part
    part = Part(PackURI(f"/word/{name}"), kind, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504), owner.package)
    return str(owner.relate_to(part, relation))


def _embedded(_: Desk, document: Any) -> None:
    part = _part(document, "embeddings/oleObject1.bin", "application/vnd.openxmlformats-officedocument.oleObject", OLE)
    run = document.add_paragraph("Measurements (double-click to open): ").add_run()
    holder = OxmlElement("w:object")
    made = holder.makeelement(f"{{{OFFICE}}}OLEObject", {}, {"o": OFFICE})
    for key, value in (
        ("Type", "Embed"),
        ("ProgID", "Excel.Sheet.12"),
        ("ShapeID", "_x0000_i1025"),
        ("ObjectID", "_1468"),
    ):
        made.set(key, value)
    made.set(qn("r:id"), part)
    holder.append(made)
    run._r.append(holder)  # noqa: SLF001 - the library has no embedded objects


def _macro(_: Desk, document: Any) -> None:
    _part(document, "vbaProject.bin", "application/vnd.ms-office.vbaProject", MACROS)


def _template(_: Desk, document: Any) -> None:
    document.part._settings_part.relate_to("file:///T:/Templates/MR_physics.dotm", TEMPLATE, is_external=True)  # noqa: SLF001 - the library makes no such relation


def _drive(desk: Desk, document: Any) -> None:
    target = desk.rng.choice(("file:///S:/MR/audit/2023.xlsx", "https://nhstrust.sharepoint.com/sites/mr/plans.docx"))
    part = document.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    made = OxmlElement("w:hyperlink")
    made.set(qn("r:id"), part)
    run, words = OxmlElement("w:r"), OxmlElement("w:t")
    words.text = "The full sheet is on the team drive."
    run.append(words)
    made.append(run)
    document.add_paragraph()._p.append(made)  # noqa: SLF001 - the library makes no links


INSERTS: Final = {
    "embedded_object": _embedded,
    "macro": _macro,
    "external_relationship": _template,
    "link_drive": _drive,
}
