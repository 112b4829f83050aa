"""Items as Word files: tracked changes, comments, embedded objects, hidden words."""

import io
import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any, Final

import docx
from docx.enum.text import WD_COLOR_INDEX
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Inches, RGBColor

from .chance import chance
from .drawing import DRIVES
from .model import Block, Item, Mark, People
from .pictures import console, icon, photograph

MADE: Final = (2026, 1, 1, 0, 0, 0)
TEMPLATE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
OLE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
OLE_PROG: Final = "Word.Document.12"


def word_file(item: Item, seed: int, people: People, path: Path) -> None:
    """Write the item; everything it holds is said to be on page 1."""
    rng = chance("word", seed, item.id)
    document: Any = docx.Document()
    document.core_properties.created = document.core_properties.modified = datetime(2026, 1, 1, tzinfo=UTC)
    document.core_properties.author = rng.choice(("", "MR Physics", "Default user"))
    document.core_properties.title = item.metadata.get("title", "")
    document.core_properties.comments = ""
    writer = _Writer(document, rng, item, people)
    for block in item.blocks:
        writer.block(block)
    writer.changed()
    item.found = [(mark, 1) for block in item.blocks for mark in block.marks]
    item.found += [(Mark("phi", {"kind": "metadata"}), 1)] if item.metadata.get("title") else []
    _save(document, path)


def macro_file(path: Path) -> None:
    """A Word file with a macro; it is no item of evidence."""
    document: Any = docx.Document()
    document.core_properties.created = document.core_properties.modified = datetime(2026, 1, 1, tzinfo=UTC)
    document.add_paragraph("Press the button to fill in the form.")
    part = document.part
    part._content_type = "application/vnd.ms-word.document.macroEnabled.main+xml"  # noqa: SLF001 - no call for it
    made = Part(PackURI("/word/vbaProject.bin"), "application/vnd.ms-office.vbaProject", OLE + bytes(504), part.package)
    part.relate_to(made, "http://schemas.microsoft.com/office/2006/relationships/vbaProject")
    _save(document, path)


class _Writer:
    """Writes blocks into one document."""

    def __init__(self, document: Any, rng: Random, item: Item, people: People) -> None:
        self.document, self.rng, self.item, self.people = document, rng, item, people
        self.paragraphs: list[Any] = []

    def block(self, block: Block) -> None:
        """One block."""
        forms = {
            "rows": self._rows,
            "cover": self._cover,
            "hidden": self._hidden,
            "active": self._active,
            "revision": self._deleted,
        }
        if block.kind in forms:
            forms[block.kind](block)
        elif block.kind == "title":
            self.document.add_heading(f"Evidence {self.item.id}: {block.text}", level=1)
        elif block.kind == "heading":
            self.document.add_heading(block.text, level=2)
        elif block.kind == "break":
            self.document.add_page_break()
        elif block.kind == "picture":
            stream = photograph(self.rng) if block.how == "exif" else console(self.rng, block.text)
            self.document.add_picture(io.BytesIO(stream), width=Inches(4))
        else:
            made = self.document.add_paragraph(block.text)
            if block.kind == "para" and len(block.text) > 120 and not block.marks:
                self.paragraphs.append(made)

    def _hidden(self, block: Block) -> None:
        """Words in white, or marked as hidden."""
        run = self.document.add_paragraph().add_run(block.text)
        if block.how == "white":
            run.font.color.rgb = RGBColor(255, 255, 255)
        else:
            run.font.hidden = True

    def _deleted(self, block: Block) -> None:
        """Words that were deleted while changes were tracked, and so are still there."""
        change = OxmlElement("w:del")
        for name, value in (("w:id", "880"), ("w:author", "Ward clerk"), ("w:date", "2025-05-30T09:30:00Z")):
            change.set(qn(name), value)
        change.append(_run(block.text, deleted=True))
        self.document.add_paragraph("The patient's details were taken out. ")._p.append(change)  # noqa: SLF001 - no call

    def _rows(self, block: Block) -> None:
        table = self.document.add_table(rows=len(block.rows), cols=2)
        table.style = "Table Grid"
        for row, cells in zip(table.rows, block.rows, strict=True):
            for cell, words in zip(row.cells, cells, strict=True):
                cell.text = words

    def _cover(self, block: Block) -> None:
        paragraph = self.document.add_paragraph(block.text.replace("{s}", ""))
        if block.how in {"removed", "applied", "rasterised"}:
            paragraph.add_run("█" * 12)
            return
        run = paragraph.add_run(block.secret)
        run.font.highlight_color = WD_COLOR_INDEX.BLACK
        run.font.color.rgb = RGBColor(0, 0, 0)

    def _active(self, block: Block) -> None:
        paragraph = self.document.add_paragraph(f"See {block.text}. ")
        part = self.document.part
        if block.how == "embedded_object":
            self._embedded(paragraph)
        elif block.how == "external_relationship":
            target = "file:///S:/Templates/policy.dotx"
            settings = part.part_related_by(RELATIONSHIP_TYPE.SETTINGS)
            template = OxmlElement("w:attachedTemplate")
            template.set(qn("r:id"), settings.relate_to(target, TEMPLATE, is_external=True))
            settings.element.insert(0, template)
        elif block.how == "dead_icon":
            paragraph.add_run().add_picture(io.BytesIO(icon()), width=Inches(0.5))
            self.document.add_paragraph("Risk assessment.docx")
        else:
            targets = {"web link": "https://www.hse.gov.uk/work-equipment", "mail link": "mailto:mr@carrowvale.example"}
            target = (
                self.rng.choice(DRIVES) if block.how == "link_drive" else targets.get(block.how, targets["web link"])
            )
            self._hyperlink(paragraph, target)

    def _hyperlink(self, paragraph: Any, target: str) -> None:
        link = OxmlElement("w:hyperlink")
        rid = self.document.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link.set(qn("r:id"), rid)
        link.append(_run("the file"))
        paragraph._p.append(link)  # noqa: SLF001 - the library has no call for links

    def _embedded(self, paragraph: Any) -> None:
        """A Word file inside the Word file, with its picture."""
        inner: Any = docx.Document()
        inner.add_paragraph("Values at the door: 0.4 mT.")
        part = self.document.part
        number = len(part.rels) + 1
        with io.BytesIO() as kept:
            inner.save(kept)
            blob = _settled(kept.getvalue())
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        made = Part(PackURI(f"/word/embeddings/embedded{number}.docx"), kind, blob, part.package)
        rid = part.relate_to(made, RELATIONSHIP_TYPE.PACKAGE)
        run = paragraph.add_run()
        run.add_picture(io.BytesIO(icon()), width=Inches(0.5))
        thing = OxmlElement("w:object")
        ole = parse_xml('<o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office"/>')
        for name, value in (
            ("Type", "Embed"),
            ("ProgID", OLE_PROG),
            ("ShapeID", "_x0000_i1025"),
            ("DrawAspect", "Icon"),
        ):
            ole.set(name, value)
        ole.set(qn("r:id"), rid)
        thing.append(ole)
        paragraph.add_run()._r.append(thing)  # noqa: SLF001 - the library has no call for objects

    def changed(self) -> None:
        """Tracked changes and comments by the applicant in some paragraphs."""
        if not self.item.changes or not self.paragraphs:
            return
        when = f"{self.item.date}T09:30:00Z" if self.item.date and len(self.item.date) == 10 else "2024-01-01T09:30:00Z"
        for number, paragraph in enumerate(self.paragraphs[:3]):
            if self.item.changes in {"revise", "both"}:
                self._tracked(paragraph, number, when)
            if self.item.changes in {"review", "both"}:
                self._comment(paragraph)

    def _tracked(self, paragraph: Any, number: int, when: str) -> None:
        words = paragraph.text.split(". ")
        for run in list(paragraph.runs):
            run.text = ". ".join(words[:-1]) + ". "
        for tag, text in (("w:del", words[-1]), ("w:ins", "This needs a name, a place and a time. ")):
            change = OxmlElement(tag)
            for name, value in (("w:id", str(900 + number)), ("w:author", self.people.name), ("w:date", when)):
                change.set(qn(name), value)
            change.append(_run(text, deleted=tag == "w:del"))
            paragraph._p.append(change)  # noqa: SLF001 - the library has no call for tracked changes

    def _comment(self, paragraph: Any) -> None:
        remarks = (
            "Who does this at night?",
            "The limit needs its unit.",
            "I would say shall and not may.",
            "Please name the door.",
        )
        people = self.people
        self.document.add_comment(
            paragraph.runs[:1], self.rng.choice(remarks), author=people.name, initials=people.initials
        )


def _run(text: str, *, deleted: bool = False) -> Any:
    run = OxmlElement("w:r")
    words = OxmlElement("w:delText" if deleted else "w:t")
    words.text = text
    words.set(qn("xml:space"), "preserve")
    run.append(words)
    return run


def _save(document: Any, path: Path) -> None:
    with io.BytesIO() as kept:
        document.save(kept)
        path.write_bytes(_settled(kept.getvalue()))


def _settled(blob: bytes) -> bytes:
    """The same file with one time for all its parts."""
    with io.BytesIO() as kept:
        with zipfile.ZipFile(io.BytesIO(blob)) as old, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as new:
            for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
                data = old.read(name)
                if name == "word/comments.xml":  # the library dates comments by the clock
                    data = re.sub(rb'w:date="[^"]*"', b'w:date="2025-05-30T09:30:00Z"', data)
                new.writestr(zipfile.ZipInfo(name, MADE), data, zipfile.ZIP_DEFLATED)
        return kept.getvalue()
