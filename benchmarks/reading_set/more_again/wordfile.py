"""Portfolios, fronts and items as DOCX."""

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import docx
from docx.shared import Pt

from ..more_references.chance import chance  # noqa: TID252 - the set is imported by two names
from ..more_references.people import HOSPITALS, written  # noqa: TID252 - as above
from ..more_references.topics import CODES, LIST_HEADINGS, TABLE_HEADINGS  # noqa: TID252 - as above
from ..more_references.vouching import CONFIRM, HEADINGS, WITHOUT_LETTERS  # noqa: TID252 - as above
from .cells import Cells
from .drawing import claimed, heading_of, name_of
from .markup import fill
from .model import Item, Plan
from .place import Layout, numbering
from .tables import CATEGORIES, GROUPS, TITLES
from .works import Block, blocks_of

MADE: Final = (2026, 1, 1, 0, 0, 0)
Rows = Sequence[Sequence[str]]


def portfolio(plan: Plan, layout: Layout, file: Path) -> None:
    """The whole portfolio as one file."""
    document = _front(plan, layout)
    for item in plan.items:
        if item.sent:
            document.add_page_break()
            _item(document, plan, item)
    _save(document, file)


def front(plan: Plan, layout: Layout, file: Path) -> None:
    """Cover, list and table alone."""
    _save(_front(plan, layout), file)


def item_alone(plan: Plan, item: Item, file: Path) -> None:
    """An item as a file of its own."""
    _item(document := _new(plan), plan, item)
    _save(document, file)


def _new(plan: Plan) -> Any:
    document = docx.Document()
    document.core_properties.created = document.core_properties.modified = datetime(2026, 1, 1, tzinfo=UTC)
    rng = chance("more again, word", plan.seed)
    document.styles["Normal"].font.name = rng.choice(("Calibri", "Arial", "Cambria"))
    document.styles["Normal"].font.size = Pt(rng.choice((10, 11)))
    return document


def _front(plan: Plan, layout: Layout) -> Any:
    rng, people = chance("more again, word front", plan.seed), plan.people
    document = _new(plan)
    document.add_paragraph(rng.choice(("MR Safety Expert portfolio", "MRSE portfolio of evidence")), style="Title")
    document.add_paragraph(people.cover.format(name=people.applicant + people.letters))
    document.add_paragraph(rng.choice(HOSPITALS))
    if people.submitted:
        words = written(people.submitted, people.submitted_form)
        document.add_paragraph(people.submitted_words.format(date=words))
    document.add_page_break()
    if plan.listing != "none":
        _listing(document, plan, rng.choice(LIST_HEADINGS))
        document.add_page_break()
    document.add_heading(rng.choice(TABLE_HEADINGS), level=1)
    if plan.statement:
        document.add_paragraph(plan.statement)
    FORMS.get(plan.form, _grid)(document, plan, Cells(plan, numbering(plan, layout, plan.counting)))
    for words in plan.legend:
        document.add_paragraph(words)
    _authentication(document, plan)
    return document


def _listing(document: Any, plan: Plan, heading: str) -> None:
    document.add_heading(heading, level=1)
    if plan.listing in {"table", "claims"}:
        rows = [["No.", "Title", *(["Sub-categories"] if plan.claims else [])]]
        for item in plan.items:
            if item.sent:
                last = [", ".join(claimed(plan, item))] if plan.claims else []
                rows.append([name_of(plan, item), item.title, *last])
        _table(document, rows)
        return
    for item in plan.items:
        if item.sent:
            document.add_paragraph(f"{name_of(plan, item)}: {item.title}")


def _authentication(document: Any, plan: Plan) -> None:
    people = plan.people
    if people.form == "absent":
        return
    name = people.referee + ("" if people.form in WITHOUT_LETTERS else people.referee_letters)
    document.add_heading(HEADINGS[people.form], level=2)
    document.add_paragraph(CONFIRM)
    date = written(people.vouched, people.vouched_form) if people.vouched else "_" * 18
    signed = f"Signed electronically by {people.referee}" if people.signed else "_" * 24
    for label, words in (("Name", name), ("Position", people.role), ("Signature", signed), ("Date", date)):
        document.add_paragraph(f"{label}: {words}")


def _item(document: Any, plan: Plan, item: Item) -> None:
    document.add_heading(heading_of(plan, item).replace("\n", ": "), level=1)
    rng = chance("more again, item", plan.seed, item.id)
    for page in blocks_of(rng, item):
        for block in page:
            _block(document, block)


def _block(document: Any, block: Block) -> None:
    if block.kind == "heading":
        document.add_heading(block.text, level=2)
    elif block.kind == "table":
        _table(document, block.rows)
    elif block.kind == "bullet":
        document.add_paragraph(block.text, style="List Bullet")
    elif block.kind == "slide":
        document.add_heading(f"Slide {block.lead}: {block.text}", level=2)
    elif block.kind == "numbered":
        document.add_paragraph(f"{block.lead} {block.text}")
    elif block.kind == "figure":
        document.add_paragraph("[graph]")
    else:
        document.add_paragraph(block.text)


# The forms of the table


def _table(place: Any, rows: Rows, style: str = "Table Grid") -> Any:
    made = place.add_table(rows=len(rows), cols=len(rows[0]))
    made.style = style
    for row, words in zip(made.rows, rows, strict=True):
        for cell, text in zip(row.cells, words, strict=True):
            fill(cell.paragraphs[0], text)
    return made


def _grid(document: Any, plan: Plan, cells: Cells) -> None:
    rows = [["Sub-category", "Evidence", "Comments"]]
    rows += [[f"{row.code} {TITLES[row.code]}{row.code_note}", cells.row(row), row.comment] for row in plan.rows]
    _table(document, rows, ("Table Grid", "Light List", "Medium Grid 1")[plan.seed // 12 % 3])


def _said(cells: Cells, code: str, ref: Any) -> str:
    hint = cells.hint(ref)
    return code + (f" ({hint})" if hint else "") + (ref.said if ref.simulated else "")


def _inverted(document: Any, plan: Plan, cells: Cells) -> None:
    rows = [["Title", "Evidence no.", "Sub-categories and where"]]
    for item in plan.items:
        codes = "\n".join(_said(cells, code, ref) for code, ref in cells.codes(item))
        rows.append([item.title, name_of(plan, item), codes])
    _table(document, rows)


def _ticks(document: Any, plan: Plan, cells: Cells) -> None:
    rows = [["Evidence", *CODES]]
    for item in plan.items:
        own = {code for code, _ in cells.codes(item)}
        rows.append([name_of(plan, item), *("✓" if code in own else "" for code in CODES)])
    _table(document, rows)


def _marks(document: Any, plan: Plan, cells: Cells) -> None:
    """Sub-categories down, items across, categories as rows of their own."""
    rows = [["Sub-category", *(name_of(plan, item) for item in plan.items)]]
    for number, group in zip(CATEGORIES, GROUPS, strict=True):
        rows.append([f"{number} {group}".upper() if number != "3" else group.upper(), *([""] * len(plan.items))])
        for code in (one for one in CODES if one[0] == number):
            own = [any(code == other for other, _ in cells.codes(item)) for item in plan.items]
            rows.append([f"{code} {TITLES[code]}", *("X" if mine else "" for mine in own)])
    _table(document, rows)


def _boxes(document: Any, plan: Plan, cells: Cells) -> None:
    rows = [["Evidence", "Supports (tick)"]]
    for item in plan.items:
        own = {code for code, _ in cells.codes(item)}
        words = "   ".join(f"{'☑' if code in own else '☐'} {code}" for code in CODES)
        rows.append([f"{name_of(plan, item)}\n{item.title}", words])
    _table(document, rows)


def _category(document: Any, plan: Plan, cells: Cells) -> None:
    for number, group in zip(CATEGORIES, GROUPS, strict=True):
        document.add_heading(f"Category {number}: {group}", level=3)
        mine = [row for row in plan.rows if row.code[0] == number]
        _table(document, [["Ref.", "Evidence"], *([f"{row.code} {TITLES[row.code]}", cells.row(row)] for row in mine)])


def _bullets(document: Any, plan: Plan, cells: Cells) -> None:
    """No table: a heading for each sub-category and a bullet for each reference."""
    made = document.add_table(rows=0, cols=2)
    made.style = "Table Grid"
    for row in plan.rows:
        left, right = made.add_row().cells
        left.text = f"{row.code}\n{TITLES[row.code]}"
        right.text = row.text or ""
        for ref in () if row.text is not None else row.refs:
            if ref.label:
                fill(right.add_paragraph(style="List Bullet"), cells.ref(row.code, ref))


def _pairs(document: Any, plan: Plan, cells: Cells) -> None:
    """A row for each item and sub-category; the item's cell goes down over its rows."""
    rows, starts = [["Item", "Sub-category", "Where in the item"]], []
    for item in plan.items:
        start = len(rows)
        for at, (code, ref) in enumerate(cells.codes(item)):
            where = cells.hint(ref) + (ref.said if ref.simulated else "")
            rows.append([f"{name_of(plan, item)} {item.title}" if at == 0 else "", code, where])
        starts.append((start, len(rows) - 1))
    made = _table(document, rows)
    for first, last in starts:
        if last > first:
            made.cell(first, 0).merge(made.cell(last, 0))


def _cards(document: Any, plan: Plan, cells: Cells) -> None:
    """A small table for each item."""
    for item in plan.items:
        codes = "\n".join(_said(cells, code, ref) for code, ref in cells.codes(item))
        _table(document, [[name_of(plan, item), item.title], ["Supports sub-categories", codes or "none"]])
        document.add_paragraph("")


FORMS: Final[dict[str, Callable[[Any, Plan, Cells], None]]] = {
    "w grid": _grid,
    "w inverted": _inverted,
    "w ticks": _ticks,
    "w boxes": _boxes,
    "w category": _category,
    "w bullets": _bullets,
    "w marks": _marks,
    "w pairs": _pairs,
    "w cards": _cards,
}


def _save(document: Any, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    document.save(raw := io.BytesIO())
    with zipfile.ZipFile(raw) as made, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in made.namelist():
            kept.writestr(zipfile.ZipInfo(name, MADE), made.read(name), zipfile.ZIP_DEFLATED)
