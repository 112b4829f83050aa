"""The front, or the whole portfolio, as a Word file."""

import io
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm
from PIL import Image, ImageDraw

from .chance import chance
from .front import LIST_TITLES, codes_in_list, counted_in_words, stated
from .grid import Cell
from .loose import new_word, word_bytes, word_sheets
from .matrices import inverted
from .model import Plan
from .rows import Columns, Rows
from .said import day
from .tables import heading, rows_of
from .vouching import pairs, said_date, statement
from .wording import Wording
from .words import CATEGORIES, CODES


def inner_form(plan: Plan) -> str:
    """What the table in a Word file is like."""
    choice = plan.choice
    if choice.table != "docx":
        return choice.table
    forms = ["ruled"] * 5 + ["merged", "two_headers", "per_category"]
    return str(chance("inner", choice.seed).choice([*forms, *([] if choice.contents == "claims" else ["inverted"])]))


def front_file(wording: Wording) -> bytes:
    """Cover, contents, table and authentication."""
    made = new_word(wording.choice)
    _cover(made, wording.plan)
    _contents(made, wording.plan)
    _mapping(made, wording)
    return word_bytes(made)


def whole_file(wording: Wording) -> bytes:
    """The front, then each item under a heading."""
    made = new_word(wording.choice)
    _cover(made, wording.plan)
    _contents(made, wording.plan)
    _mapping(made, wording)
    lead = chance("lead", wording.choice.seed).choice((": ", " - ", " \u2013 "))
    for item in wording.plan.sent:
        made.add_page_break()
        made.add_heading(f"{item.label}{lead}{item.title}", level=1)
        word_sheets(made, item)
    return word_bytes(made)


def _cover(made: Any, plan: Plan) -> None:
    rng = chance("word cover", plan.choice.seed)
    made.add_paragraph("MR Safety Expert portfolio", style="Title")
    if plan.choice.cover == "top_of_table":
        return
    label = rng.choice(("Applicant: ", "Name: ", "Candidate: "))
    lines = [label + plan.applicant, plan.post, plan.place]
    if plan.submitted:
        lines.append(f"Date of submission: {day(plan.submitted, rng.choice(('long', 'slashes', 'ordinal')))}")
    for line in lines:
        made.add_paragraph(line)
    made.add_page_break()


def _contents(made: Any, plan: Plan) -> None:
    choice = plan.choice
    if choice.contents == "absent":
        return
    made.add_heading(chance("contents", choice.seed).choice(LIST_TITLES), level=1)
    if choice.contents not in {"table", "claims"}:
        style = "List Bullet" if choice.contents == "bullets" else None
        for item in plan.items:
            made.add_paragraph(f"{item.label}: {item.title}", style=style)
        return
    claims = choice.contents == "claims"
    table = made.add_table(rows=0, cols=3 if claims else 2)
    table.style = "Table Grid"
    rows = [("Evidence", "Title", "Sub-categories")]
    rows += [(item.label, item.title, ", ".join(codes_in_list(plan, item) or ["-"])) for item in plan.items]
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=False):
            cell.text = text


def _mapping(made: Any, wording: Wording) -> None:
    plan = wording.plan
    form = inner_form(plan)
    made.add_heading(heading(wording), level=1)
    if plan.choice.cover == "top_of_table":
        made.add_paragraph(f"Name of applicant: {plan.applicant}")
    _forms(made, wording, form)
    if wording.legend:
        made.add_paragraph(wording.legend)
    if stated(wording.numbers):
        made.add_paragraph(counted_in_words(plan))
    _vouching(made, plan)


def _forms(made: Any, wording: Wording, form: str) -> None:
    columns = Columns(wording)
    if form == "per_category":
        for category, name in CATEGORIES.items():
            codes = [code for code in CODES if code[0] == category]
            if columns.shown(codes):
                made.add_heading(f"Category {category}: {name}", level=2)
                _table(made, wording, columns.made("code_evidence", codes))
    elif form == "typed":
        for code in columns.shown(CODES):
            made.add_paragraph(f"{wording.code(code)}\t{columns.cell(code)}".replace("\n", "; "))
    elif form == "inverted":
        _table(made, wording, inverted(wording))
    elif form in {"merged", "two_headers"}:
        _table(made, wording, columns.made(form))
    else:
        _table(made, wording, rows_of(wording))


def _table(made: Any, wording: Wording, rows: Rows) -> None:
    lines = [*rows.heads, *rows.rows]
    table = made.add_table(rows=len(lines), cols=len(rows.widths))
    styles = {"rules": "Light List", "zebra": "Light Shading", "bare": "Normal Table"}
    table.style = styles.get(wording.choice.table, "Table Grid")
    cells = [row.cells for row in table.rows]
    share = 16.0 / sum(rows.widths)
    for down, line in enumerate(lines):
        for across, cell in enumerate(line):
            if cell is None:
                continue
            place = cells[down][across]
            if cell.rows > 1 or cell.columns > 1:
                place = place.merge(cells[down + cell.rows - 1][across + cell.columns - 1])
            _fill(place, cell, head=down < len(rows.heads))
            place.width = Cm(share * rows.widths[across] * cell.columns)


def _fill(place: Any, cell: Cell, *, head: bool) -> None:
    place.text = cell.text
    for paragraph in place.paragraphs:
        if cell.centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for run in paragraph.runs:
            run.bold = head or None


def _vouching(made: Any, plan: Plan) -> None:
    kind = plan.choice.vouch
    if kind == "absent":
        return
    made.add_heading("Authentication", level=2)
    if kind == "sentence":
        made.add_paragraph(
            f"I, {plan.referee}, {plan.referee_post}, confirm that this portfolio shows the work of {plan.applicant}."
        )
        made.add_paragraph(f"Signed electronically by {plan.referee} on {said_date(plan)}")
        return
    made.add_paragraph(statement(plan))
    if kind == "typed":
        made.add_paragraph(f"Signed: {plan.referee} (electronic signature), {plan.referee_post}")
        made.add_paragraph(f"Date: {said_date(plan)}")
        return
    rows = pairs(plan)
    table = made.add_table(rows=len(rows), cols=2) if kind == "grid" else None
    for down, (name, said) in enumerate(rows):
        if table:
            table.style = "Table Grid"
            table.cell(down, 0).text, table.cell(down, 1).text = name, said
            continue
        line = made.add_paragraph(f"{name}: {said or ('' if kind in {'ink', 'letter'} else '_' * 20)}")
        if name == "Signature" and kind in {"ink", "letter"}:
            line.add_run().add_picture(io.BytesIO(_signature(plan)), width=Cm(4))


def _signature(plan: Plan) -> bytes:
    """Ink, as a picture."""
    rng = chance("ink", plan.choice.seed)
    picture = Image.new("L", (300, 80), 255)
    points = [(10 + 14 * at, 40 + rng.randint(-28, 28)) for at in range(20)]
    ImageDraw.Draw(picture).line(points, fill=40, width=3)
    picture.save(kept := io.BytesIO(), "PNG")
    return kept.getvalue()
