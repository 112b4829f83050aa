"""From a plan to files and answers."""

import json
import zipfile
from pathlib import Path

import pymupdf
import typst

from ..case import Case  # noqa: TID252 - found both as reading_set and as benchmarks.reading_set
from .chance import chance
from .counting import Layout, can_be_told, layout_of, numbering
from .front import BREAK, front
from .model import Plan
from .naming import front_name, names_of
from .papers import pages_of
from .plan import plan
from .truth import truth_of

_FOOTERS = ("str(n)", '"Page " + str(n)', '"- " + str(n) + " -"', '"p. " + str(n)', '"MRSE portfolio | " + str(n)')
_ZIP_DATE = (2026, 1, 13, 9, 0, 0)


def build(seed: int, folder: Path) -> Case:
    """The portfolio of this seed, made inside the folder."""
    planned, layout, marks = _laid_out(seed)
    whole = typst.compile((_head(planned, layout) + _all(planned, layout)).encode(), ignore_system_fonts=True)
    files = _files(planned)
    with pymupdf.open(stream=whole, filetype="pdf") as document:
        pages = layout.before + sum(item.pages + planned.divided for item in planned.items if item.sent)
        if len(document) != pages:
            raise ValueError(f"seed {seed} has {len(document)} pages where {pages} were planned")
        portfolio = _written(planned, layout, document, files, folder)
    return Case(
        name=f"more_references {seed}",
        portfolio=portfolio,
        truth=truth_of(planned, layout, marks, files),
        axes={
            "file": planned.carrier,
            "table": "ruled" if planned.ruled else "rules",
            "source": "digital",
            "counting": planned.counting,
            "segments": planned.segments,
        },
        traits=(
            f"labels: {planned.style.name}",
            f"list: {planned.listed}",
            f"authentication: {planned.people.form}",
            f"cover: {planned.people.cover}",
            f"files: {planned.naming if files else ''}",
        ),
    )


def _laid_out(seed: int) -> tuple[Plan, Layout, dict[str, int]]:
    """The first attempt whose page numbers can be told, and the pages of what stands in front."""
    for attempt in range(40):
        planned = plan(seed, attempt)
        before, told = 4, can_be_told(planned, layout_of(planned, 4))
        for _ in range(4 if told else 0):
            marks = _marks(planned, layout_of(planned, before))
            if marks["end"] == before:
                break
            before = marks["end"]
        if told and can_be_told(planned, layout := layout_of(planned, before)):
            return planned, layout, marks
    raise ValueError(f"no attempt at seed {seed} has page numbers that can be told")


def _marks(planned: Plan, layout: Layout) -> dict[str, int]:
    text = _head(planned, layout) + _front(planned, layout)
    text += '\n#context [#metadata(("end", here().page())) <mark>]'
    found = json.loads(typst.query(text.encode(), "<mark>", field="value", ignore_system_fonts=True))
    return dict(found)


def _head(planned: Plan, layout: Layout) -> str:
    rng = chance("look", planned.seed)
    footer = ""
    if planned.counting == "printed":
        words = rng.choice(_FOOTERS)
        side = rng.choice(("center", "right"))
        footer = (
            f", footer: context {{ let n = here().page() - {layout.offset}; if n > 0 {{ align({side}, {words}) }} }}"
        )
    font = rng.choice(("Libertinus Serif", "New Computer Modern", "Libertinus Serif"))
    return (
        f'#set document(date: none)\n#set page("a4", margin: 2.4cm{footer})\n'
        f'#set text(font: "{font}", size: {rng.choice((10, 10.5, 11))}pt, lang: "en", region: "gb", hyphenate: false)\n'
    )


def _front(planned: Plan, layout: Layout) -> str:
    words = front(planned, numbering(planned, layout, planned.counting))
    less = layout.offset if planned.counting == "printed" else 0
    for item in planned.items:
        page = "" if planned.carrier != "pdf" else str(layout.first[item.id] - less)
        words = words.replace(f"(begins on {item.index})", page)
    return words


def _all(planned: Plan, layout: Layout) -> str:
    pages = [page for item in planned.items if item.sent for page in pages_of(planned, item)]
    return BREAK.join([_front(planned, layout), *pages])


def _files(planned: Plan) -> dict[str, str]:
    """The file of each item by its id, and under "" that of the front; nothing for a single file."""
    if planned.carrier == "pdf":
        return {}
    return {"": front_name(chance("front", planned.seed))} | names_of(planned.items, planned.style, planned.naming)


def _written(planned: Plan, layout: Layout, document: pymupdf.Document, files: dict[str, str], folder: Path) -> Path:
    if not files:
        if planned.segments == "bookmarks":
            document.set_toc(_outline(planned, layout))
        path = folder / "Portfolio.pdf"
        document.save(path, no_new_id=True, deflate=True)
        return path
    root = folder / "portfolio"
    _split(document, root / files[""], 1, layout.before)
    for item in planned.items:
        if item.sent:
            first = layout.first[item.id]
            _split(document, root / files[item.id], first, first + item.pages + planned.divided - 1)
    return root if planned.carrier == "folder" else _zipped(root, folder / "portfolio.zip")


def _outline(planned: Plan, layout: Layout) -> list[list[object]]:
    names = {item.id: planned.style.heading.format(n=item.number, z=item.padded) for item in planned.items}
    return [
        [
            1,
            planned.heading_form.format(h=names[item.id], H=names[item.id].upper(), t=item.title).replace("\n", " "),
            layout.first[item.id],
        ]
        for item in planned.items
        if item.sent
    ]


def _split(document: pymupdf.Document, path: Path, first: int, last: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with pymupdf.open() as part:
        part.insert_pdf(document, from_page=first - 1, to_page=last - 1)
        part.save(path, no_new_id=True, garbage=3, deflate=True)


def _zipped(root: Path, path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted(one for one in root.rglob("*") if one.is_file()):
            archive.writestr(zipfile.ZipInfo(str(file.relative_to(root)), _ZIP_DATE), file.read_bytes())
            file.unlink()
    return path
