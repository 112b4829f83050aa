"""A portfolio as one Word file."""

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any, Final

import docx
from docx.enum.section import WD_ORIENT
from docx.shared import Pt

from ..shapes.desk import Design, Desk  # noqa: TID252 - imported by two names, with and without a parent
from ..shapes.evidence import prose, said_on  # noqa: TID252 - see above
from ..shapes.plan import Item, Plan  # noqa: TID252 - see above
from ..shapes.words import HEADINGS, KIND_NAMES  # noqa: TID252 - see above
from .chance import chance
from .decoys import DECOYS
from .word import table_of
from .words import VOUCHES

_MADE: Final = (2026, 1, 1, 0, 0, 0)


def made(plan: Plan, design: Design, file: Path) -> None:
    """Write the file; its zip says the same time always."""
    rng = chance("word", plan.seed)
    document = docx.Document()
    document.core_properties.created = document.core_properties.modified = datetime(2026, 1, 1, tzinfo=UTC)
    document.styles["Normal"].font.name = rng.choice(("Calibri", "Arial", "Georgia"))
    document.styles["Normal"].font.size = Pt(rng.choice((10, 11)))
    desk = Desk(plan, document, lambda _, page: page)
    decoy = DECOYS[plan.seed % len(DECOYS)](rng) if plan.seed % 2 else None
    _front(plan, document, rng)
    document.add_heading(rng.choice(("Experience Cross Reference Table", "Cross reference of experience")), level=1)
    if any(ref.pages for ref in plan.refs):
        document.add_paragraph("Page numbers count from the first page of each item.")
    design.make(desk)
    if desk.legend:
        document.add_paragraph(desk.legend)
    _upright(document)
    _vouch(document, plan, rng)
    for item in plan.sent:
        _item(document, plan, item)
        if decoy and item is plan.sent[len(plan.sent) // 2]:
            document.add_paragraph(decoy.title)
            table_of(document, decoy.rows)
            document.add_paragraph("")
    _write(document, file)


def _front(plan: Plan, document: Any, rng: Random) -> None:
    document.add_paragraph(rng.choice(("Portfolio of evidence: MRSE", "MRSE certificate, my portfolio")), style="Title")
    said = (("Applicant", plan.name), ("Place of work", plan.hospital), ("Submitted on", said_on(plan.submitted)))
    if rng.random() < 0.5:
        table_of(document, said)
    else:
        for name, value in said:
            document.add_paragraph(f"{name}: {value}")
    document.add_page_break()
    document.add_heading("Contents list", level=1)
    if rng.random() < 0.4:
        table_of(document, [("Reference", "Title"), *((item.label, item.title) for item in plan.items)])
    else:
        for item in plan.items:
            document.add_paragraph(f"{item.label}\t{item.title}")
    document.add_page_break()


def _upright(document: Any) -> None:
    """Go back to upright pages after a table that lies."""
    section = document.sections[-1]
    if section.page_width > section.page_height:
        section = document.add_section()
        section.orientation = WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = section.page_height, section.page_width


def _vouch(document: Any, plan: Plan, rng: Random) -> None:
    if plan.vouched == "absent":
        return
    document.add_heading("Authentication by referee", level=2)
    document.add_paragraph(rng.choice(VOUCHES).format(surname=plan.name.split()[-1]))
    for words in (
        f"Name: {plan.referee}",
        f"Position: {plan.role}",
        f"Signed electronically by {plan.referee}",
        f"Date: {said_on(plan.submitted)}",
    ):
        document.add_paragraph(words)


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
