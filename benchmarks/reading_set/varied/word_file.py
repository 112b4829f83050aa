"""Blocks as a Word file, as an applicant types one."""

import io
import random
import zipfile
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import docx
import pymupdf
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Cm, Pt
from docx.table import Table

from .front import label
from .plan import Item, Plan
from .sheets import is_divided

Block = dict[str, Any]
STYLES = {
    "ruled": ("Table Grid",),
    "boxed": ("Table Grid", "Light Grid"),
    "rules": ("Light Shading", "Light List"),
    "zebra": ("Medium Shading 1", "Light Grid Accent 1"),
    "bare": ("Normal Table",),
}
STAMP = (2026, 1, 5, 9, 0, 0)
FACES = {
    "Office Sans": "Arial",
    "Office Serif": "Times New Roman",
    "DejaVu Sans": "Verdana",
    "Libertinus Serif": "Cambria",
    "STIXGeneral": "Georgia",
}


class WordWriter:
    """Writes one document. ``styled``: headings use Word's styles and are not just bold lines."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.dice = random.Random(f"word {plan.choice.seed}")  # noqa: S311
        self.styled = self.dice.random() < 0.75
        self.document: Document = docx.Document()
        self.document.styles["Normal"].font.name = FACES.get(plan.choice.font, "Calibri")
        self.document.styles["Normal"].font.size = Pt(self.dice.choice((10, 10.5, 11)))

    def papers(self, papers: Sequence[dict[str, Any]]) -> None:
        """Papers, each on a new page."""
        for at, paper in enumerate(papers):
            if at:
                self._next_page(flipped=paper["look"].get("flipped", False))
            for block in paper["blocks"]:
                self._block(block)

    def evidence(self) -> None:
        """All items, each on a new page under its heading or behind its divider."""
        for item in self.plan.items:
            self.document.add_page_break()
            self._heading(
                f"{label(self.plan, item.id)}: {item.title}"
                if self.plan.choice.seed % 2
                else label(self.plan, item.id),
                1,
            )
            if is_divided(self.plan):
                self.document.add_paragraph(item.title)
                self.document.add_page_break()
            for block in item.paper.blocks:
                self._block(block)

    def item(self, item: Item) -> None:
        """One item alone, without a label."""
        for block in item.paper.blocks:
            self._block(block)

    def data(self) -> bytes:
        """The file, without a clock in it."""
        made = datetime.combine(self.plan.cast.submitted, datetime.min.time())
        properties = self.document.core_properties
        properties.author, properties.created, properties.modified = self.plan.cast.name, made, made
        out = io.BytesIO()
        self.document.save(out)
        return _settled(out.getvalue())

    def _next_page(self, *, flipped: bool) -> None:
        section = self.document.sections[-1]
        if flipped == (section.orientation == WD_ORIENT.LANDSCAPE):
            self.document.add_page_break()
            return
        new = self.document.add_section()
        new.orientation = WD_ORIENT.LANDSCAPE if flipped else WD_ORIENT.PORTRAIT
        new.page_width, new.page_height = section.page_height, section.page_width

    def _heading(self, text: str, level: int) -> None:
        if self.styled:
            self.document.add_heading(text, level)
            return
        run = self.document.add_paragraph().add_run(text)
        run.bold, run.font.size = True, Pt(18 - 3 * level)

    def _block(self, block: Block) -> None:
        getattr(self, f"_b_{block['t']}", self._nothing)(block)

    def _nothing(self, block: Block) -> None:
        """Marks, lines and gaps have no words."""

    def _b_p(self, block: Block) -> None:
        self.document.add_paragraph(block["x"])

    def _b_h(self, block: Block) -> None:
        if block.get("light"):
            self.document.add_paragraph(block["x"])
        else:
            self._heading(block["x"], 2 if block["size"] >= 14 else 3)

    def _b_centre(self, block: Block) -> None:
        paragraph = self.document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(block["x"]).font.size = Pt(block["size"])

    def _b_ul(self, block: Block) -> None:
        for text in block["xs"]:
            self.document.add_paragraph(text, style="List Bullet")

    def _b_mono(self, block: Block) -> None:
        for line in block["x"].split("\n"):
            run = self.document.add_paragraph().add_run(line)
            run.font.name, run.font.size = "Courier New", Pt(block["size"])

    def _b_kv(self, block: Block) -> None:
        for key, value in block["xs"]:
            paragraph = self.document.add_paragraph()
            paragraph.add_run(f"{key}:").bold = True
            paragraph.add_run(f"\t{value}")

    def _b_dots(self, block: Block) -> None:
        for text, page in block["xs"]:
            self.document.add_paragraph(f"{text}\t{page}")

    def _b_mail(self, block: Block) -> None:
        head = f"From: {block['from']}\nSent: {block['sent']}\nTo: {block['to']}\nSubject: {block['subject']}"
        self.document.add_paragraph(head)
        for text in block["body"]:
            self.document.add_paragraph(text)

    def _b_slide(self, block: Block) -> None:
        self._heading(block["head"], 3)
        self._b_ul(block)

    def _b_console(self, block: Block) -> None:
        rows = [[{"x": cell} for cell in row] for row in block["rows"]]
        self._b_grid({"heads": [[{"x": cell} for cell in block["head-row"]]], "rows": rows, "style": "ruled"})

    def _b_ink(self, block: Block) -> None:
        paragraph = self.document.add_paragraph(f"{block['label']} ")
        paragraph.add_run().add_picture(io.BytesIO(_signature(block["seed"])), width=Cm(4))

    def _b_grid(self, block: Block) -> None:
        rows = [*block["heads"], *block["rows"]]
        width = max(sum(cell.get("cs", 1) for cell in row) for row in rows)
        table = self.document.add_table(len(rows), width)
        table.style = self.dice.choice(STYLES[block["style"]])
        taken: set[tuple[int, int]] = set()
        for y, row in enumerate(rows):
            x = 0
            for cell in row:
                while (y, x) in taken:
                    x += 1
                x = self._cell(table, cell, (y, x), taken)
        for y in range(len(block["heads"])):
            _repeat(table, y)
        self.document.add_paragraph()

    def _cell(self, table: Table, cell: Block, place: tuple[int, int], taken: set[tuple[int, int]]) -> int:
        """Fills a cell, merged over its rows and columns; gives the column after it."""
        y, x = place
        down, across = cell.get("rs", 1), cell.get("cs", 1)
        taken.update((y + dy, x + dx) for dy in range(down) for dx in range(across))
        target = table.cell(y, x)
        if down > 1 or across > 1:
            target = target.merge(table.cell(y + down - 1, x + across - 1))
        target.text = cell["x"]
        if cell.get("b"):
            for run in target.paragraphs[0].runs:
                run.bold = True
        return x + across


def _repeat(table: Table, row: int) -> None:
    """Marks a row as a heading that Word repeats on each page."""
    table.rows[row]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 python-docx offers no other way


def _signature(seed: int) -> bytes:
    """A signature as a small picture."""
    dice = random.Random(seed)  # noqa: S311
    with pymupdf.open() as document:
        page = document.new_page(width=120, height=40)
        points = [(6 + 12 * at, 20 + dice.uniform(-14, 14)) for at in range(10)]
        page.draw_polyline([pymupdf.Point(*point) for point in points], color=(0.1, 0.15, 0.45), width=1.2)
        return bytes(page.get_pixmap(dpi=150).tobytes("png"))


def _settled(data: bytes) -> bytes:
    """The same zip with one date for all entries."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return out.getvalue()
