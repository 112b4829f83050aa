"""From a plan to files and answers."""

import json
import zipfile
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pymupdf
import typst

from ..case import Case  # noqa: TID252 - the set is imported by two names
from ..more_references.chance import chance  # noqa: TID252 - as above
from ..more_references.front import BREAK  # noqa: TID252 - as above
from . import drawing, wordfile
from .model import Item, Plan
from .names import STATEMENTS
from .place import Layout, drawn, layout_of, misses
from .plan import plan
from .tables import axis
from .truth import truth_of
from .works import blocks_of, text_of

_ZIP_DATE = (2026, 1, 1, 0, 0, 0)


def build(seed: int, folder: Path) -> Case:
    """The portfolio of this seed, made inside the folder."""
    planned, layout, marks = _laid_out(_said_where_needed(plan(seed)))
    if planned.carrier == "docx":
        wordfile.portfolio(planned, layout, portfolio := folder / "Portfolio.docx")
    else:
        portfolio = _written(planned, layout, folder)
    carrier = "folder" if planned.carrier == "volumes" else planned.carrier
    return Case(
        name=f"more_again {seed}",
        portfolio=portfolio,
        truth=truth_of(planned, layout, marks),
        axes={
            "file": carrier,
            "table": "docx" if planned.front_docx else axis(planned.form),
            "source": "digital",
            "counting": planned.counting,
            "segments": planned.segments,
        },
        traits=planned.traits,
    )


def _said_where_needed(planned: Plan) -> Plan:
    """A sentence about page numbers where they alone would leave it open what they count."""
    if planned.counting == "none" or planned.statement:
        return planned
    if misses(planned, layout_of(planned, 4)) >= 3:
        return planned
    return replace(planned, statement=STATEMENTS[planned.counting][0])


def _laid_out(planned: Plan) -> tuple[Plan, Layout, dict[str, int]]:
    """The plan with its front's true name, where all stands, and the pages of what is in front."""
    if planned.front_docx:
        planned = replace(planned, front=planned.front.replace(".pdf", ".docx"))
    if planned.front_docx or planned.carrier == "docx":
        return planned, layout_of(planned, 0), {}
    before = 4
    for _ in range(4):
        layout = layout_of(planned, before)
        marks = _marks(planned, layout)
        if marks["end"] == before:
            return planned, layout, marks
        before = marks["end"]
    raise ValueError(f"the front of seed {planned.seed} does not settle")


def _marks(planned: Plan, layout: Layout) -> dict[str, int]:
    text = drawing.head(planned, layout) + drawing.front(planned, layout)
    text += '\n#context [#metadata(("end", here().page())) <mark>]'
    return dict(json.loads(typst.query(text.encode(), "<mark>", field="value", ignore_system_fonts=True)))


def _written(planned: Plan, layout: Layout, folder: Path) -> Path:
    parts = [] if planned.front_docx else [drawing.front(planned, layout)]
    text = drawing.head(planned, layout) + BREAK.join([*parts, *drawing.evidence(planned)])
    whole = typst.compile(text.encode(), ignore_system_fonts=True)
    pages = layout.before + sum(item.pages + planned.divided for item in drawn(planned))
    with pymupdf.open(stream=whole, filetype="pdf") as document:
        if len(document) != pages:
            raise ValueError(f"seed {planned.seed} has {len(document)} pages where {pages} were planned")
        if not planned.front:
            return _single(planned, layout, document, folder)
        return _several(planned, layout, document, folder)


def _single(planned: Plan, layout: Layout, document: pymupdf.Document, folder: Path) -> Path:
    if planned.segments == "bookmarks":
        document.set_toc(
            [
                [1, drawing.heading_of(planned, item).replace("\n", " "), layout.first[item.id]]
                for item in drawn(planned)
            ]
        )
    document.save(path := folder / "Portfolio.pdf", no_new_id=True, deflate=True)
    return path


def _several(planned: Plan, layout: Layout, document: pymupdf.Document, folder: Path) -> Path:
    root = folder / "portfolio"
    root.mkdir()
    if planned.front_docx:
        wordfile.front(planned, layout, root / planned.front)
    else:
        _split(document, root / planned.front, 1, layout.before)
    at = layout.before
    for file, count in list(layout.lengths.items())[1:]:
        _split(document, root / file.replace("evidence.zip/", "evidence/"), at + 1, at + count)
        at += count
    for item in planned.items:
        place = root / item.file.replace("evidence.zip/", "evidence/")
        if item.sent and item.file.endswith(".docx"):
            wordfile.item_alone(planned, item, place)
        elif item.sent and item.file.endswith(".eml"):
            _mail(planned, item, place)
    if (inner := root / "evidence").exists():
        _zipped(inner, root / "evidence.zip")
        inner.rmdir()
    return _zipped(root, folder / "portfolio.zip") if planned.carrier == "zip" else root


def _mail(planned: Plan, item: Item, path: Path) -> None:
    message = EmailMessage()
    message["From"] = "applicant@hospital.example"
    message["To"] = "mr.lead@hospital.example"
    message["Subject"] = item.title
    message["Date"] = f"Wed, {item.index + 3:02d} May 2023 09:14:00 +0100"
    message.set_content(text_of(blocks_of(chance("more again, item", planned.seed, item.id), item)))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(message.as_bytes())


def _split(document: pymupdf.Document, path: Path, first: int, last: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with pymupdf.open() as part:
        part.insert_pdf(document, from_page=first - 1, to_page=last - 1)
        part.save(path, no_new_id=True, garbage=3, deflate=True)


def _zipped(root: Path, path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted(one for one in root.rglob("*") if one.is_file() and one != path):
            archive.writestr(zipfile.ZipInfo(str(file.relative_to(root)), _ZIP_DATE), file.read_bytes())
            file.unlink()
    return path
