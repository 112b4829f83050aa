"""Word files: texts with tracked changes and comments, and the front matter with its table."""

import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from .assemble import claims, shown
from .mails import names
from .places import Places
from .plan import Item, Plan
from .zips import settled

FOLDER = Path(__file__).parent / "documents"
PIECES = re.compile(r"\{\+(?P<added>.*?)\+\}|\{-(?P<cut>.*?)-\}|\{\?(?P<noted>.*?)\|(?P<note>.*?)\?\}|(?P<plain>[^{]+)")

TEXT_OF = {"w:ins": "w:t", "w:del": "w:delText"}


def text(plan: Plan, item: Item) -> bytes:
    """A Word file from a text file: # and ## headings, = a subtitle, - lists, marked insertions, deletions, comments."""
    document = _blank(plan, item.title, item.date)
    source = (FOLDER / f"{item.source}.txt").read_text(encoding="utf-8")
    words = {"{me}": names(plan)["me"], "{date}": shown(item.date)}
    for mark, value in words.items():
        source = source.replace(mark, value)
    for number, block in enumerate(source.strip().splitlines()):
        _block(document, block, plan, f"{item.date}T10:{number % 60:02}:00Z")
    return _saved(document, item.date)


def _block(document: Document, line: str, plan: Plan, stamp: str) -> None:
    """Adds one line of a source text to the document."""
    if not line:
        return
    style, _, rest = line.partition(" ")
    if style in {"#", "##"}:
        document.add_heading(rest, level=len(style))
    elif style == "=":
        document.add_paragraph(rest, style="Subtitle")
    elif style == "-":
        _pieces(document, document.add_paragraph(style="List Bullet"), rest, plan, stamp)
    else:
        _pieces(document, document.add_paragraph(), line, plan, stamp)


def _pieces(document: Document, paragraph: Paragraph, line: str, plan: Plan, stamp: str) -> None:
    """The pieces of a line: plain, inserted, deleted, commented."""
    author = plan.setting["applicant"]["name"]
    for piece in PIECES.finditer(line):
        if piece["added"]:
            _tracked(paragraph, "w:ins", piece["added"], author, stamp)
        elif piece["cut"]:
            _tracked(paragraph, "w:del", piece["cut"], author, stamp)
        elif piece["noted"]:
            run = paragraph.add_run(piece["noted"])
            initials = "".join(word[0] for word in author.split()[1:])
            comment = document.add_comment([run], text=piece["note"], author=author, initials=initials)
            comment._comment_elm.set(qn("w:date"), stamp)  # noqa: SLF001  python-docx writes the clock's time and has no setter
        else:
            paragraph.add_run(piece["plain"])


def _tracked(paragraph: Paragraph, change: str, words: str, author: str, stamp: str) -> None:
    """One tracked change, which python-docx has no call for."""
    used = paragraph.part.element.iter(qn("w:ins"), qn("w:del"))
    element = OxmlElement(change)
    for name, value in (("w:id", str(900 + len(list(used)))), ("w:author", author), ("w:date", stamp)):
        element.set(qn(name), value)
    run, content = OxmlElement("w:r"), OxmlElement(TEXT_OF[change])
    content.text = words
    content.set(qn("xml:space"), "preserve")
    run.append(content)
    element.append(run)
    paragraph._p.append(element)  # noqa: SLF001  the paragraph's own element is the only way in


def front(plan: Plan, places: Places) -> bytes:
    """The applicant's statement, contents list, cross reference table and authentication as one Word file."""
    document = _blank(plan, plan.front["title"], plan.submitted)
    applicant, hospital, auth = plan.setting["applicant"], plan.setting["hospital"], plan.front["auth"]
    document.add_heading(plan.front["title"], level=0)
    for line in (
        f"Applicant: {applicant['name']}",
        f"Post: {applicant['post']}",
        f"Employer: {hospital['name']}",
        f"Date of submission: {shown(plan.submitted)}",
        f"ABMRS MRSE examination: {plan.front['exam']}",
        "Invented sample: no person, hospital or device in it exists.",
    ):
        document.add_paragraph(line)
    document.add_heading("Contents list", level=1)
    rows = [(item.file, item.title, shown(item.date), ", ".join(claims(plan, item.id))) for item in plan.items]
    _table(document, ("File", "Title", "Date", "Sub-categories"), rows, (5.4, 5.8, 2.8, 2.4))
    document.add_page_break()
    document.add_heading("Experience Cross Reference Table", level=1)
    named = plan.front["names"]
    listed = [(row.sub, named[row.sub], places.cell(row), row.comment) for row in plan.rows]
    _table(document, ("Sub-category", "Title", "Evidence", "Comments"), listed, (2.2, 4.6, 5.6, 4.0))
    document.add_heading("Authentication", level=2)
    document.add_paragraph(auth["statement"])
    lines = {
        "Name of referee": auth["name"],
        "Position": auth["role"],
        "Relationship": auth["relation"],
        "Signature": f"(signed) {auth['name']}",
        "Date": shown(auth["date"]),
    }
    for label, value in lines.items():
        document.add_paragraph(f"{label}: {value}")
    return _saved(document, plan.submitted)


def _table(document: Document, head: tuple[str, ...], rows: list[tuple[str, ...]], widths: tuple[float, ...]) -> None:
    """A ruled table with a repeated heading row; widths in centimetres."""
    table = document.add_table(rows=1, cols=len(head), style="Table Grid")
    table.autofit = False
    properties = table.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001  repeating a heading row has no call of its own
    properties.append(OxmlElement("w:tblHeader"))
    for row in rows:
        cells = table.add_row().cells
        for cell, words in zip(cells, row, strict=True):
            cell.text = words
    for cell, words in zip(table.rows[0].cells, head, strict=True):
        cell.paragraphs[0].add_run(words).bold = True
    for cell, width in _cells(table, widths):
        cell.width = Cm(width)


def _cells(table: Any, widths: tuple[float, ...]) -> Iterator[tuple[Any, float]]:
    for row in table.rows:
        yield from zip(row.cells, widths, strict=True)


def _blank(plan: Plan, title: str, date: str) -> Document:
    """An empty A4 document with the applicant as author, a header with the hospital, en-GB."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.header.paragraphs[0].text = f"{plan.setting['hospital']['name']}, {plan.setting['hospital']['dept']}"
    document.styles["Normal"].font.name = "Calibri"
    document.styles["Normal"].font.size = Pt(10.5)
    properties, moment = document.core_properties, datetime.fromisoformat(date).replace(tzinfo=UTC)
    properties.author = properties.last_modified_by = plan.setting["applicant"]["name"]
    properties.title, properties.language, properties.comments = title, "en-GB", ""
    properties.created = properties.modified = moment
    return document


def _saved(document: Document, date: str) -> bytes:
    """The document's bytes, the same each time; ``date`` is its revision's."""
    document.core_properties.modified = datetime.fromisoformat(date).replace(tzinfo=UTC)
    out = io.BytesIO()
    document.save(out)
    return settled(out.getvalue())
