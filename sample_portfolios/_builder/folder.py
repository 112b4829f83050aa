"""Makes a portfolio that is a folder of files: Word, PDF, pictures, e-mails, in sub-folders."""

import re

import pymupdf

from . import mails, word
from .assemble import Made, context, document
from .binder import Leaf, bind
from .places import Placed, Places
from .plan import Item, Plan
from .typeset import Sheet, Typesetter

CITED = re.compile(r"section (\d+(?:\.\d+)*)")
PICTURE_DPI = 110


def made(plan: Plan, setter: Typesetter) -> Made:
    """The folder's files, and where each item stands: in its own file, from page 1."""
    sheets = {item.id: _sheet(plan, item, setter) for item in plan.items}
    placed = tuple(
        Placed(item=item, file=item.file, first=1, last=sheets[item.id].pages, marks=sheets[item.id].marks)
        for item in plan.items
    )
    places = Places(plan=plan, placed=placed)
    name = plan.front["file"]
    files = {
        name: word.front(plan, places),
        **{item.file: _bytes(plan, item, sheets[item.id], setter) for item in plan.items},
    }
    return Made(
        plan=plan,
        files=files,
        places=places,
        sheets=sheets,
        front_file=name,
        front={"contents": (), "table": (), "auth": ()},
    )


def _sheet(plan: Plan, item: Item, setter: Typesetter) -> Sheet:
    """The item typeset, or for texts a sheet without pages of its own: an e-mail has one, a Word file none."""
    if item.form in {"pdf", "png"}:
        return document(plan, item, setter)
    text = (mails.FOLDER / f"{item.source}.txt").read_text(encoding="utf-8")
    sections = tuple(sorted(set(CITED.findall(text.split("## ", 1)[-1])))) if "MHRA Safety Guidelines" in text else ()
    return Sheet(pdf=b"", pages=1 if item.form == "eml" else 0, marks={}, mhra=sections)


def _bytes(plan: Plan, item: Item, sheet: Sheet, setter: Typesetter) -> bytes:
    """The item's file."""
    match item.form:
        case "pdf":
            return bind([Leaf(pdf=sheet.pdf)], title=item.title, author=plan.setting["applicant"]["name"])
        case "png":
            return picture(sheet.pdf)
        case "docx":
            return word.text(plan, item)
        case "eml":
            sketch = picture(setter.sheet("documents/sketch_outlet.typ", context(plan, item)).pdf)
            return mails.message(plan, item, ("outlet_sketch.png", sketch))
    raise ValueError(f"no item is sent as {item.form!r}")


def picture(pdf: bytes) -> bytes:
    """The first page as a PNG."""
    with pymupdf.open("pdf", pdf) as source:
        return bytes(source[0].get_pixmap(dpi=PICTURE_DPI).tobytes("png"))
