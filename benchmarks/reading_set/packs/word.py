"""Files of Word: the front, and items among PDFs."""

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import docx

from ..more_references.chance import chance  # noqa: TID252 - the set is imported by two names
from ..more_references.people import HOSPITALS  # noqa: TID252 - as above
from ..places.front import CONFIRM, COVER_TITLES, STATEMENTS  # noqa: TID252 - as above
from ..places.prose import TOPICS, Prose  # noqa: TID252 - as above
from .front import Words
from .model import Item
from .packing import ANEW
from .plan import Folio

_MADE: Final = (2026, 1, 1, 0, 0, 0)


def front(folio: Folio, words: Words, file: Path) -> None:
    """Cover, statement, list, table and authentication."""
    rng, people = chance("packs, word", folio.seed), folio.people
    document = _document()
    document.add_paragraph(rng.choice(COVER_TITLES), style="Title")
    for line in (people.cover, rng.choice(HOSPITALS), people.submitted):
        if line:
            document.add_paragraph(line)
    document.add_heading("Statement of the applicant", level=1)
    document.add_paragraph(words.story)
    if folio.design.listing != "none":
        _listing(document, folio, words)
    document.add_page_break()
    document.add_heading(words.title, level=1)
    for sentence in words.above():
        document.add_paragraph(sentence)
    _grid(document, words.grid()[0])
    for sentence in filter(None, folio.below.split("\n")):
        document.add_paragraph(sentence)
    _vouched(document, folio, rng.choice(STATEMENTS))
    _written(document, file)


def _document() -> Any:
    document = docx.Document()
    document.core_properties.created = document.core_properties.modified = datetime(2026, 1, 1, tzinfo=UTC)
    return document


def _listing(document: Any, folio: Folio, words: Words) -> None:
    document.add_page_break()
    document.add_heading(words.listed, level=1)
    if folio.design.pack in ANEW:
        for folder, entries in words.folders().items():
            document.add_heading(f"Folder {folder}", level=3)
            for label, title in entries:
                document.add_paragraph(f"{label}\t{title}")
        return
    for label, title, codes in words.entries():
        tail = f" ({codes})" if "claims" in folio.design.listing and codes else ""
        document.add_paragraph(f"{label}\t{title}{tail}")


def _grid(document: Any, rows: list[list[str]]) -> None:
    table = document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    for row in rows:
        cells = table.add_row().cells
        for cell, words in zip(cells, row, strict=True):
            first, *rest = words.split("\n")
            cell.text = first
            for line in rest:
                cell.add_paragraph(line)


def _vouched(document: Any, folio: Folio, heading: str) -> None:
    people = folio.people
    if people.form == "absent":
        return
    document.add_heading(heading, level=2)
    document.add_paragraph(CONFIRM)
    signed = f"Signed electronically by {people.referee}" if people.signed else "Signature: " + "_" * 20
    date = people.vouched if people.signed else "_" * 16
    for line in (f"Name of referee: {people.referee}", f"Position: {people.role}", signed, f"Date: {date}"):
        document.add_paragraph(line)


def item(seed: int, one: Item, file: Path) -> None:
    """One item as a Word file."""
    rng = chance("packs, word item", seed, one.id)
    document, prose = _document(), Prose(rng)
    document.add_heading(f"{one.label}: {one.title}" if one.labelled else one.title, level=1)
    for at, heading in enumerate(rng.choice(TOPICS)[1][:5], 1):
        document.add_heading(f"{at}. {heading}", level=2)
        document.add_paragraph(f"{at}.1 {prose.text()}")
        document.add_paragraph(f"{at}.2 {prose.text()}")
    _written(document, file)


def _written(document: Any, file: Path) -> None:
    """Save; the zip says the same time always."""
    file.parent.mkdir(parents=True, exist_ok=True)
    document.save(raw := io.BytesIO())
    with zipfile.ZipFile(raw) as kept, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in kept.namelist():
            new.writestr(zipfile.ZipInfo(name, _MADE), kept.read(name), zipfile.ZIP_DEFLATED)
