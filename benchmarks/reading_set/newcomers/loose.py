"""Items as files of other kinds: e-mails, Word, spreadsheets, slides, screenshots."""

import io
import zipfile
from datetime import UTC, datetime
from email.message import EmailMessage
from typing import Any, Final

import docx
import xlsxwriter
from docx.shared import Pt
from pptx import Presentation

from .binding import single
from .chance import chance
from .choice import Choice
from .documents import Sheet
from .drawing import headed
from .model import Item, Plan
from .paper import saved

_MADE: Final = (2025, 1, 1, 0, 0, 0)


def file_of(plan: Plan, item: Item) -> bytes:
    """The bytes of an item's own file."""
    if item.carrier == "eml":
        return _mail(item)
    if item.carrier == "docx":
        return _word(plan.choice, item)
    if item.carrier == "xlsx":
        return _sheet(item)
    if item.carrier == "pptx":
        return _slides(item)
    paper = single(plan, item)
    if item.carrier == "jpg":
        shot = paper.doc[0].get_pixmap(dpi=110)
        return bytes(shot.tobytes("jpeg"))
    return saved(paper.doc)


def rezipped(raw: bytes) -> bytes:
    """The same archive with one time on all its members."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _MADE), old.read(name), zipfile.ZIP_DEFLATED)
    return kept.getvalue()


def _mail(item: Item) -> bytes:
    message = EmailMessage()
    lines: list[str] = []
    for kind, said in item.work.sheets[0].blocks:
        if kind == "mail" and isinstance(said, tuple):
            message["From"] = said[0].removeprefix("From: ")
            message["To"] = said[2].removeprefix("To: ")
        else:
            lines.append(str(said))
    message["Date"] = item.dated.strftime("%d %b %Y 10:24:00 +0000")
    message["Subject"] = item.title
    message.set_content("\n\n".join(lines))
    return bytes(message)


def new_word(choice: Choice) -> Any:
    """An empty Word document in this applicant's letters."""
    rng = chance("word", choice.seed)
    made = docx.Document()
    made.core_properties.created = made.core_properties.modified = datetime(2025, 1, 1, tzinfo=UTC)
    made.styles["Normal"].font.name = rng.choice(("Calibri", "Arial", "Aptos", "Times New Roman"))
    made.styles["Normal"].font.size = Pt(rng.choice((10, 11, 12)))
    return made


def word_bytes(document: Any) -> bytes:
    """The document's bytes, the same every time."""
    document.save(raw := io.BytesIO())
    return rezipped(raw.getvalue())


def _word(choice: Choice, item: Item) -> bytes:
    made = new_word(choice)
    title = f"{item.label}: {item.title}" if headed(choice, item) else item.title
    made.add_heading(title, level=1)
    word_sheets(made, item)
    return word_bytes(made)


def word_sheets(document: Any, item: Item) -> None:
    """The item's pages, without its title."""
    for at, sheet in enumerate(item.work.sheets):
        if at and item.kind in {"email", "slides"}:
            document.add_page_break()
        _word_sheet(document, sheet)


def _word_sheet(document: Any, sheet: Sheet) -> None:
    for kind, said in sheet.blocks:
        if kind == "h":
            document.add_heading(str(said), level=2)
        elif kind in {"p", "figure"}:
            document.add_paragraph(str(said))
        elif kind in {"mail", "bullets"} and isinstance(said, tuple | list):
            for line in said:
                document.add_paragraph(str(line), style="List Bullet" if kind == "bullets" else None)
        elif kind == "slide":
            document.add_paragraph(str(said)).runs[0].bold = True
        elif kind == "grid" and isinstance(said, tuple):
            document.add_paragraph(said[0])
            _word_grid(document, said[1])


def _word_grid(document: Any, rows: list[tuple[str, ...]]) -> None:
    table = document.add_table(rows=0, cols=len(rows[0]))
    table.style = "Table Grid"
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def _sheet(item: Item) -> bytes:
    book = xlsxwriter.Workbook(kept := io.BytesIO(), {"in_memory": True})
    book.set_properties({"created": datetime(2025, 1, 1, tzinfo=UTC)})
    page, down = book.add_worksheet("Audit"), 0
    for sheet in item.work.sheets:
        for kind, said in sheet.blocks:
            if kind == "grid" and isinstance(said, tuple):
                for row in said[1] if down < 6 else said[1][1:]:
                    page.write_row(down, 0, row)
                    down += 1
            else:
                page.write_string(down, 0, str(said))
                down += 1
    book.close()
    return kept.getvalue()


def _slides(item: Item) -> bytes:
    made = Presentation()
    made.core_properties.created = made.core_properties.modified = datetime(2025, 1, 1, tzinfo=UTC)
    for at, sheet in enumerate(item.work.sheets):
        slide = made.slides.add_slide(made.slide_layouts[0 if at == 0 else 1])
        said = dict(sheet.blocks)
        slide.shapes.title.text = str(said["slide"])
        points = said.get("bullets") or [said.get("p", "")]
        slide.placeholders[1].text = "\n".join(map(str, points)) if isinstance(points, list) else str(points)
    made.save(raw := io.BytesIO())
    return rezipped(raw.getvalue())
