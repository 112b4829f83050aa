"""Makes the files of the large portfolio and knows where everything in them stands."""

import random
import tomllib
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pymupdf

from _builder import mails, plan, treatments, word
from _builder.assemble import Made, claims, front_matter, front_pages, label, shown
from _builder.binder import METADATA
from _builder.folder import picture
from _builder.places import Placed, Places
from _builder.plan import Item, Plan
from _builder.typeset import Sheet, Typesetter

from .table import rows
from .texts import Words

SETTING = Path(__file__).parent / "setting.toml"
PAGES = 490  # of the five files of evidence together; the front matter comes on top
KINDS = ("Report", "Policy", "Correspondence", "Minutes", "Protocol", "Audit")
SIMULATED = ("8", "24")


def made(setter: Typesetter, seed: int = 500) -> Made:
    """The whole portfolio: the same bytes for the same seed."""
    said = tomllib.loads(SETTING.read_text(encoding="utf-8"))
    dice = random.Random(seed)  # noqa: S311  a portfolio is drawn, no secret
    words = Words(said["words"], dice)
    items = (*_in_parts(said, words), *_single(said))
    lengths = _lengths([item.id for item in items if item.form == "pdf"], dice)
    planned = _plan(said, items, lengths, dice)
    leaves = {
        item_id: [words.leaf(item_id, page) for page in range(2, length + 1)] for item_id, length in lengths.items()
    }
    files, sheets = _files(planned, said, leaves, setter)
    placed = tuple(_placed(planned, sheets))
    places = Places(plan=planned, placed=placed)
    front = front_matter(planned, setter, places)
    name = planned.front["file"]
    files[name] = _bound(front.pdf, planned.front["title"], planned, [(1, planned.front["title"])])
    return Made(plan=planned, files=files, places=places, sheets=sheets, front_file=name, front=front_pages(front))


def _in_parts(said: dict[str, Any], words: Words) -> list[Item]:
    """The items of the PDF files."""
    items: list[Item] = []
    for part in said["part"]:
        for _ in range(part["items"]):
            number = len(items) + 1
            written = date(2021, 11, 3) + timedelta(days=29 * number)
            items.append(
                Item(
                    id=str(number),
                    title=words.title(number),
                    source="",
                    date=written.isoformat(),
                    kind=KINDS[number % len(KINDS)],
                    simulated=str(number) in SIMULATED,
                    treatment=part.get("treatment", ""),
                    file=part["file"],
                )
            )
    return items


def _single(said: dict[str, Any]) -> list[Item]:
    """The items that are files of their own; their texts are those of the sample portfolios."""
    about = tomllib.loads(plan.ABOUT.read_text(encoding="utf-8"))
    before = sum(part["items"] for part in said["part"])
    return [
        Item(
            id=str(before + number),
            date=(date(2026, 3, 2) + timedelta(days=number)).isoformat(),
            title=about[single["source"]]["title"],
            **single,
        )
        for number, single in enumerate(said["single"], start=1)
    ]


def _lengths(ids: list[str], dice: random.Random) -> dict[str, int]:
    """Pages of each item, cover included, PAGES in all."""
    lengths = {item_id: dice.randint(4, 13) for item_id in ids}
    while (missing := PAGES - sum(lengths.values())) != 0:
        item_id = dice.choice(ids)
        lengths[item_id] = max(3, lengths[item_id] + (1 if missing > 0 else -1))
    return lengths


def _plan(said: dict[str, Any], items: tuple[Item, ...], lengths: dict[str, int], dice: random.Random) -> Plan:
    return Plan(
        name="large",
        shows="500 pages",
        expected="",
        application=said["application"],
        submitted=said["submitted"],
        setting=said["setting"],
        front=said["front"],
        labels=said["labels"],
        parts=dict.fromkeys(plan.PARTS, True),
        items=items,
        rows=rows(items, lengths, dice),
        absent=(),
    )


def _files(
    planned: Plan, said: dict[str, Any], leaves: dict[str, list[dict[str, Any]]], setter: Typesetter
) -> tuple[dict[str, bytes], dict[str, Sheet]]:
    """Every file but the front matter, and each item's own sheet."""
    files: dict[str, bytes] = {}
    sheets: dict[str, Sheet] = {}
    for part in said["part"]:
        inside = [item for item in planned.items if item.file == part["file"]]
        files[part["file"]], own = _part(planned, inside, leaves, setter)
        sheets |= own
    for item in planned.items:
        if item.form != "pdf":
            files[item.file] = _single_file(planned, item, setter)
            sheets[item.id] = Sheet(pdf=b"", pages=1 if item.form == "eml" else 0, marks={})
    return files, sheets


def _part(
    planned: Plan, items: list[Item], leaves: dict[str, list[dict[str, Any]]], setter: Typesetter
) -> tuple[bytes, dict[str, Sheet]]:
    """One PDF of several items; a scanned one keeps its cover sheets as words."""
    told = [_told(planned, item, leaves[item.id]) for item in items]
    people = {**planned.setting, "date": planned.submitted, "params": {}, "items": told}
    sheet = setter.sheet("large/evidence.typ", people)
    starts = [sheet.marks[f"item-{item.id}"] for item in items]
    ends = [*(start - 1 for start in starts[1:]), sheet.pages]
    for item, start, end in zip(items, starts, ends, strict=True):
        if end - start != len(leaves[item.id]):
            raise RuntimeError(f"item {item.id}: a page of it runs over")
    data = _scanned(sheet.pdf, set(starts)) if items[0].treatment == "scan" else sheet.pdf
    marked = [(start, f"{label(planned, item)}: {item.title}") for item, start in zip(items, starts, strict=True)]
    own = {
        item.id: Sheet(pdf=b"", pages=end - start + 1, marks={"": start}, mhra=_sections(leaves[item.id]))
        for item, start, end in zip(items, starts, ends, strict=True)
    }
    return _bound(data, items[0].file.removesuffix(".pdf"), planned, marked), own


def _told(planned: Plan, item: Item, leaves: list[dict[str, Any]]) -> dict[str, Any]:
    """What the typst file prints of an item."""
    return {
        "id": item.id,
        "label": label(planned, item),
        "title": item.title,
        "kind": item.kind,
        "shown": shown(item.date),
        "claims": ", ".join(claims(planned, item.id)) or "-",
        "count": len(leaves) + 1,
        "simulated": item.simulated,
        "leaves": leaves,
    }


def _sections(leaves: list[dict[str, Any]]) -> tuple[str, ...]:
    return tuple(sorted({leaf["section"] for leaf in leaves if "section" in leaf}))


def _scanned(pdf: bytes, covers: set[int]) -> bytes:
    """The pages as an office scanner gives them, the cover sheets as they were."""
    out = pymupdf.open()
    pictures = pymupdf.open("pdf", treatments.scanned(pdf, "large", treatments.FULL))
    with pymupdf.open("pdf", pdf) as source:
        for index in range(len(source)):
            out.insert_pdf(source if index + 1 in covers else pictures, from_page=index, to_page=index)
    return bytes(out.tobytes(garbage=3, deflate=True, no_new_id=True))


def _bound(pdf: bytes, title: str, planned: Plan, marked: list[tuple[int, str]]) -> bytes:
    """The file with bookmarks and the applicant's name in its properties."""
    with pymupdf.open("pdf", pdf) as document:
        document.set_toc([[1, name, page] for page, name in marked])
        document.set_metadata({**METADATA, "title": title, "author": planned.setting["applicant"]["name"]})
        return bytes(document.tobytes(garbage=3, deflate=True, use_objstms=1, no_new_id=True))


def _single_file(planned: Plan, item: Item, setter: Typesetter) -> bytes:
    if item.form == "docx":
        return word.text(planned, item)
    context = {**planned.setting, "date": item.date, "params": {}, "front": planned.front}
    sketch = picture(setter.sheet("documents/sketch_outlet.typ", context).pdf)
    return mails.message(planned, item, ("outlet_sketch.png", sketch))


def _placed(planned: Plan, sheets: dict[str, Sheet]) -> list[Placed]:
    """Where each item stands in its file, with a mark for each of its pages."""
    placed = []
    for item in planned.items:
        sheet = sheets[item.id]
        first = sheet.marks.get("", 1)
        last = first + sheet.pages - 1
        marks = {f"p{number}": first + number - 1 for number in range(1, sheet.pages + 1)}
        placed.append(Placed(item=replace(item), file=item.file, first=first, last=last, marks=marks))
    return placed
