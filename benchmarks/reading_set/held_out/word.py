"""Word files: the front, an item by itself, or the whole portfolio."""

from io import BytesIO
from typing import Any, Final
from zipfile import ZipFile

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from benchmarks.reading_set.set_aside.engine import draw
from benchmarks.reading_set.set_aside.files import zipped

from .chance import chance
from .front import NAMES, claims_listed, listed_items, listed_title
from .grid import Grid
from .model import Item, Place, Story
from .plan import Plan
from .tables import grids_of
from .vocabulary import general
from .vouching import fields, scribble, statement, title
from .wording import Wording

_STYLES: Final = (
    "Table Grid",
    "Light Grid Accent 1",
    "Table Grid",
    "Medium Shading 1 Accent 1",
    "Light List",
    "Normal Table",
)


def front_file(wording: Wording) -> bytes:
    """Cover, contents list, table and authentication."""
    made = _opened(wording.plan)
    _front(made, wording)
    return _saved(made)


def whole_file(wording: Wording) -> bytes:
    """All of the portfolio."""
    made = _opened(wording.plan)
    _front(made, wording)
    for item in wording.numbers.story.sent:
        made.add_page_break()
        _item(made, wording.plan, wording.numbers.story, item)
    return _saved(made)


def item_file(plan: Plan, story: Story, item: Item) -> bytes:
    """An item by itself."""
    made = _opened(plan)
    _item(made, plan, story, item)
    return _saved(made)


def places(story: Story, name: str) -> dict[str, Place]:
    """Where items are in a whole Word file: their pages are not known."""
    return {item.id: Place(file=name, first=None) for item in story.sent}


def _opened(plan: Plan) -> Any:
    made = docx.Document()
    style = made.styles["Normal"]
    style.font.name = ("Calibri", "Arial", "Times New Roman", "Aptos")[plan.seed % 4]
    style.font.size = Pt((10, 11, 10.5)[plan.seed % 3])
    return made


def _front(made: Any, wording: Wording) -> None:
    plan, person = wording.plan, wording.numbers.story.person
    made.add_paragraph("MR Safety Expert portfolio", style="Title")
    for line in (f"Applicant: {person.name}", f"Post: {person.job}", f"Employer: {person.hospital}"):
        made.add_paragraph(line)
    if person.submitted_said:
        made.add_paragraph(f"Date submitted: {person.submitted_said}")
    if plan["contents"] != "none":
        _contents(made, wording)
    made.add_page_break()
    _tables(made, wording)
    if plan["vouched"] not in {"absent", "letter"}:
        _vouched(made, wording)


def _contents(made: Any, wording: Wording) -> None:
    plan = wording.plan
    made.add_heading("Contents", level=1)
    if plan["contents"] in {"lines", "leaders"}:
        for item in listed_items(wording):
            made.add_paragraph(f"{item.label}\t{listed_title(item)}")
        return
    claims = plan["contents"] == "claims"
    table = made.add_table(rows=1, cols=3, style="Table Grid")
    for cell, text in zip(table.rows[0].cells, ("Item", "Title", "Sub-categories" if claims else "Date"), strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    for item in listed_items(wording):
        end = ", ".join(claims_listed(wording, item)) if claims else item.dated[:4]
        for cell, text in zip(table.add_row().cells, (item.label, listed_title(item), end), strict=True):
            cell.text = text


def _tables(made: Any, wording: Wording) -> None:
    plan = wording.plan
    if plan["beside"] == "guidance":
        _blank(made)
    made.add_heading(NAMES[plan.seed % 4], level=1)
    told = wording.counting()
    if told and plan.seed % 2:
        made.add_paragraph(told)
    for grid in grids_of(wording, ("plain", "docx", "two_headers", "per_category")[plan.seed % 4]):
        if grid.above:
            made.add_heading(grid.above, level=2)
        _grid(made, plan, grid)
    for line in (*wording.key(), told if not plan.seed % 2 else ""):
        if line:
            made.add_paragraph(line)


def _grid(made: Any, plan: Plan, grid: Grid) -> None:
    lines = [*grid.heads, *grid.rows]
    table = made.add_table(rows=len(lines), cols=len(grid.widths), style=_STYLES[plan.seed % 6])
    cells = [row.cells for row in table.rows]
    taken: set[tuple[int, int]] = set()
    for down, line in enumerate(lines):
        across = 0
        for cell in line:
            while (down, across) in taken:
                across += 1
            place = cells[down][across]
            if cell.down > 1 or cell.across > 1:
                place = place.merge(cells[down + cell.down - 1][across + cell.across - 1])
            taken |= {(down + y, across + x) for y in range(cell.down) for x in range(cell.across)}
            place.text = cell.text
            across += cell.across


def _blank(made: Any) -> None:
    """The form as it was downloaded, with nothing in it."""
    made.add_heading("Experience Cross Reference Table (blank form, for reference)", level=1)
    table = made.add_table(rows=1, cols=2, style="Table Grid")
    for cell, text in zip(table.rows[0].cells, ("Sub-category", "Evidence"), strict=True):
        cell.text = text
    for sub, names in general()["subs"].items():
        table.add_row().cells[0].text = f"{sub} {names[0]}"


def _vouched(made: Any, wording: Wording) -> None:
    plan, person = wording.plan, wording.numbers.story.person
    made.add_heading(title(plan), level=2)
    made.add_paragraph(statement(plan, person))
    if plan["vouched"] == "electronic":
        made.add_paragraph(f"Position: {person.role}")
        made.add_paragraph(f"Electronically signed by {person.referee} on {person.signed_said}")
        return
    for name, value in fields(plan, person):
        line = made.add_paragraph(f"{name}: {value}")
        if name.startswith("Sign") and person.signed:
            source = f"#set page(width: 5.5cm, height: 1.5cm, margin: 4pt)\n{scribble(plan)}"
            line.add_run().add_picture(BytesIO(draw(source, 120)[0]), width=Cm(4.4))


def _item(made: Any, plan: Plan, story: Story, item: Item) -> None:
    rng = chance("word item", plan.seed, item.id)
    name = f"{item.label}: {item.title}" if plan.seed % 2 or plan["form"] == "docx" else item.title
    made.add_heading(name, level=1)
    if item.topic.kind == "letter":
        made.add_paragraph(story.person.hospital).alignment = WD_ALIGN_PARAGRAPH.RIGHT
    made.add_paragraph(f"{story.person.name}, {item.dated}")
    for text in item.topic.text:
        made.add_paragraph(text)
        for filler in rng.sample(general()["fillers"], 2):
            made.add_paragraph(filler)


def _saved(made: Any) -> bytes:
    held = BytesIO()
    made.save(held)
    with ZipFile(held) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist()})
