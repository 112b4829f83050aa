"""A portfolio as one DOCX."""

import io
import random
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import docx
from docx.enum.section import WD_ORIENT
from docx.shared import Pt

from . import words
from .kit import Design, Kit
from .plan import Item, Plan

MADE: Final = (2026, 1, 1, 0, 0, 0)
FONTS: Final = ("Calibri", "Arial", "Times New Roman", "Verdana", "Cambria")


def made_docx(plan: Plan, design: Design, file: Path) -> None:
    """Write the DOCX; its zip says the same time always."""
    kit = Kit(plan, lambda _, page: page)
    rng = random.Random(f"more tables, pages {plan.seed}")  # noqa: S311 - no secrets
    document = docx.Document()
    document.core_properties.created = document.core_properties.modified = datetime(2026, 1, 1, tzinfo=UTC)
    document.styles["Normal"].font.name = rng.choice(FONTS)
    document.styles["Normal"].font.size = Pt(rng.choice((10, 11)))
    if rng.random() < 0.2:
        section = document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    _cover(document, plan)
    _contents(document, plan)
    document.add_heading(plan.table_title, level=1)
    design.fill(kit, document)
    if kit.legend:
        document.add_paragraph(kit.said_of_stars)
    _authentication(document, plan)
    for item in plan.items:
        _item(document, plan, item, rng)
    _write(document, file)


def _cover(document: Any, plan: Plan) -> None:
    year, month, day = plan.submitted
    name = datetime(year, month, day, tzinfo=UTC).strftime("%B")
    document.add_paragraph("MR Safety Expert portfolio", style="Title")
    document.add_paragraph(f"Applicant: {plan.applicant}")
    document.add_paragraph(plan.hospital)
    document.add_paragraph(f"Date of submission: {day} {name} {year}")
    document.add_page_break()


def _contents(document: Any, plan: Plan) -> None:
    document.add_heading("Contents", level=1)
    for item in plan.items:
        codes = ", ".join(one.code for one in plan.of_item(item))
        claimed = f" (sub-categories {codes})" if plan.contents_claims and codes else ""
        document.add_paragraph(f"{item.label}  {item.title}{claimed}")
    document.add_page_break()


def _authentication(document: Any, plan: Plan) -> None:
    document.add_heading("Authentication by referee", level=2)
    document.add_paragraph("I confirm that the evidence is the applicant's own work.")
    document.add_paragraph(f"Name: {plan.referee}")
    document.add_paragraph(f"Position: {plan.role}")
    document.add_paragraph(f"Signed: {plan.referee.split()[-1]}")
    document.add_paragraph(f"Date: {plan.submitted[2]} {words.MONTHS[plan.submitted[1] - 1]} {plan.submitted[0]}")


def _item(document: Any, plan: Plan, item: Item, rng: random.Random) -> None:
    document.add_page_break()
    document.add_heading(f"{item.label}: {item.title}", level=1)
    document.add_paragraph(f"{item.kind}, {item.date}. Author: {plan.applicant}")
    for page in range(1, item.pages + 1):
        if page > 1:
            document.add_page_break()
            document.add_paragraph(f"{item.label}, page {page} of {item.pages}")
        for _ in range(2):
            document.add_paragraph(" ".join(rng.sample(words.PROSE, 4)))


def _write(document: Any, file: Path) -> None:
    document.save(raw := io.BytesIO())
    with zipfile.ZipFile(raw) as made, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in made.namelist():
            kept.writestr(zipfile.ZipInfo(name, MADE), made.read(name), zipfile.ZIP_DEFLATED)
