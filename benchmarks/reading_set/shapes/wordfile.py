"""A portfolio as one Word file."""

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import docx
from docx.shared import Pt

from .chance import chance
from .desk import Design, Desk
from .evidence import prose, said_on
from .plan import Item, Plan
from .words import HEADINGS, KIND_NAMES, STATEMENT

_MADE: Final = (2026, 1, 1, 0, 0, 0)


def made(plan: Plan, design: Design, file: Path) -> None:
    """Write the file; its zip says the same time always."""
    rng = chance("word", plan.seed)
    document = docx.Document()
    document.core_properties.created = document.core_properties.modified = datetime(2026, 1, 1, tzinfo=UTC)
    document.styles["Normal"].font.name = rng.choice(("Calibri", "Arial", "Times New Roman"))
    document.styles["Normal"].font.size = Pt(rng.choice((10, 11)))
    desk = Desk(plan, document, lambda _, page: page)
    _front(desk, document, rng.choice(STATEMENT))
    document.add_heading("Experience Cross Reference Table", level=1)
    if any(ref.pages for ref in plan.refs):
        document.add_paragraph("Page numbers count from the first page of each item.")
    design.make(desk)
    if desk.legend:
        document.add_paragraph(desk.legend)
    _vouch(document, plan, rng.choice(STATEMENT))
    for item in plan.sent:
        _item(document, plan, item)
    _write(document, file)


def _front(desk: Desk, document: Any, words: str) -> None:
    del words
    plan = desk.plan
    document.add_paragraph("MR Safety Expert portfolio", style="Title")
    for line in (f"Applicant: {plan.name}", plan.hospital, f"Date of submission: {said_on(plan.submitted)}"):
        document.add_paragraph(line)
    document.add_page_break()
    document.add_heading("Contents list", level=1)
    for item in plan.items:
        codes = ", ".join(ref.code for ref in plan.of_item(item))
        claims = f" (sub-categories {codes})" if plan.claims and codes and item.sent else ""
        document.add_paragraph(f"{item.label}\t{item.title}{claims}")
    document.add_page_break()


def _vouch(document: Any, plan: Plan, words: str) -> None:
    if plan.vouched == "absent":
        return
    document.add_heading("Authentication by referee", level=2)
    document.add_paragraph(words.format(surname=plan.name.split()[-1]))
    for line in (
        f"Name: {plan.referee}",
        f"Position: {plan.role}",
        f"Signed electronically by {plan.referee}",
        f"Date: {said_on(plan.submitted)}",
    ):
        document.add_paragraph(line)


def _item(document: Any, plan: Plan, item: Item) -> None:
    rng = chance("word item", plan.seed, item.id)
    document.add_page_break()
    document.add_heading(f"{item.label}: {item.title}", level=1)
    document.add_paragraph(f"{KIND_NAMES[item.kind]} by {plan.name}, {said_on(item.date)}")
    names = [name for name, _ in item.sections] or rng.sample(HEADINGS, item.pages * 2)
    for at, name in enumerate(names, start=1):
        if at > 1 and at % 2:
            document.add_page_break()
        document.add_heading(f"{at}. {name}", level=2)
        document.add_paragraph(f"{at}.1 {prose(rng, 3)}")
        document.add_paragraph(f"{at}.2 {prose(rng, 4)}")


def _write(document: Any, file: Path) -> None:
    document.save(raw := io.BytesIO())
    with zipfile.ZipFile(raw) as kept, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in kept.namelist():
            new.writestr(zipfile.ZipInfo(name, _MADE), kept.read(name), zipfile.ZIP_DEFLATED)
