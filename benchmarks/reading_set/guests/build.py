"""Builds one portfolio of the set."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.reading_set.case import Case

from .blocks import Block, docx_of, pdf_of, zipped
from .front import Part, parts_of, vouched_truth
from .model import Item, Plan, chance
from .papers import divider_of, mail_of, paper_of
from .phrases import Places, truth_of
from .plan import planned
from .scan import pymupdf, scanned

_FONTS = ("Liberation Sans", "Liberation Serif", "DejaVu Sans", "New Computer Modern", "Libertinus Serif")
_AXIS = {"model": "ruled", "bands": "merged", "blanks": "merged", "broken": "merged"}


def build(seed: int, folder: Path) -> Case:
    """Make the portfolio of this seed inside ``folder``, which exists and is empty."""
    plan = planned(seed)
    packing = plan.habits.packing
    if packing == "docx":
        portfolio, truth = _word(plan, folder)
    elif packing == "pdf":
        portfolio, truth = _bound(plan, folder)
    else:
        portfolio, truth = _loose(plan, folder)
    habits = plan.habits
    axes = {
        "file": packing,
        "table": "docx" if packing == "docx" and habits.table != "none" else _AXIS.get(habits.table, habits.table),
        "source": habits.source,
        "counting": truth["page_counting"],
        "segments": habits.marks,
    }
    traits = [f"authentication {habits.vouched}", f"note {habits.note}"]
    traits += [f"decoy {habits.decoy}"] if habits.decoy != "none" else []
    return Case(name=f"guest {seed}", portfolio=portfolio, truth=truth, axes=axes, traits=tuple(traits))


def _set(plan: Plan, blocks: list[Block]) -> Any:
    font = chance("font", plan.seed).choice(_FONTS)
    columns = 2 if plan.habits.table == "two_column" and _has_table(blocks) else 1
    return pymupdf.open(stream=pdf_of(blocks, font=font, columns=columns), filetype="pdf")


def _has_table(blocks: list[Block]) -> bool:
    return any(block.kind == "head" and "eference" in block.text for block in blocks)


def _paper(plan: Plan, item: Item) -> Any:
    """A paper as PDF, on as many pages as were meant."""
    made = _set(plan, paper_of(plan, item))
    if len(made) != item.pages:
        raise ValueError(f"item {item.id} has {len(made)} pages and not {item.pages}")
    return made


def _front(plan: Plan, places: Places) -> tuple[Any, dict[str, list[int]]]:
    """The front as PDF and the pages of its parts."""
    made, at = pymupdf.open(), {}
    for part in parts_of(plan, places):
        set_part = _set(plan, part.blocks)
        last = len(_set(plan, _alone(part))) if part.name == "table" else len(set_part)
        at[part.name] = list(range(len(made) + 1, len(made) + 1 + last))
        made.insert_pdf(set_part)
    return made, at


def _alone(part: Part) -> list[Block]:
    """The table without what follows it on its page."""
    marks = [place for place, block in enumerate(part.blocks) if "uthentication" in block.text]
    return part.blocks[: marks[0]] if marks else part.blocks


def _bound(plan: Plan, folder: Path) -> tuple[Path, dict[str, Any]]:
    name = f"{plan.applicant.split()[-1]} portfolio.pdf"
    divider = int(plan.habits.marks == "dividers")
    front = 0
    for _ in range(4):  # page numbers in the table may change how long the table is
        places = _places(plan, name, front, divider)
        made, at = _front(plan, places)
        if len(made) == front:
            break
        front = len(made)
    tree = []
    for item in plan.sent:
        tree.append([1, f"{item.label} {item.title}", len(made) + 1])
        if divider:
            made.insert_pdf(_set(plan, divider_of(item)))
        made.insert_pdf(_paper(plan, item))
    _stamped(plan, made, places)
    if plan.habits.marks in {"bookmarks", "contents_pages"} and plan.habits.source == "digital":
        made.set_toc(tree)
    if plan.habits.source != "digital":
        made = scanned(made, plan.seed, layer=plan.habits.source == "ocr_layer")
    made.set_metadata({})
    (folder / name).write_bytes(made.tobytes(garbage=3, deflate=True, no_new_id=True))
    return folder / name, _truth(plan, places, name, at)


def _places(plan: Plan, name: str, front: int, divider: int) -> Places:
    spans, at = {}, front
    for item in plan.sent:
        spans[item.id] = (at + 1, at + divider + item.pages)
        at += divider + item.pages
    return Places(files=dict.fromkeys(spans, name), spans=spans, divider=divider)


def _stamped(plan: Plan, made: Any, places: Places) -> None:
    numbered = plan.habits.counting in {"portfolio", "printed"} or plan.habits.marks == "contents_pages"
    for at, page in enumerate(made, 1):
        width, foot = page.rect.width, page.rect.height
        if numbered:
            page.insert_text((width / 2 - 8, foot - 26), f"{at}", fontsize=9)
        for item in plan.sent if plan.habits.marks == "stamps" else ():
            if places.spans[item.id][0] <= at <= places.spans[item.id][1]:
                page.insert_text((width - 130, 32), item.label, fontsize=11)


def _loose(plan: Plan, folder: Path) -> tuple[Path, dict[str, Any]]:
    """A front and a file for each item, some of them in Word, some e-mails."""
    files: dict[str, bytes] = {}
    spans, named = {}, {}
    for item in plan.sent:
        kind = "eml" if item.mail else chance(f"kind {item.id}", plan.seed).choice(("pdf", "pdf", "pdf", "docx"))
        stem = f"{item.label} {item.title}".replace(":", "")
        if kind == "pdf" and item.pages == 1:
            kind = "jpg"
        path = f"{stem}/{item.title.replace(':', '')}.{kind}" if plan.habits.marks == "folders" else f"{stem}.{kind}"
        named[item.id] = path
        if kind == "eml":
            files[path], spans[item.id] = mail_of(plan, item), (1, 1)
        elif kind == "jpg":
            files[path], spans[item.id] = _paper(plan, item)[0].get_pixmap(dpi=130).tobytes("jpeg"), (1, 1)
        elif kind == "docx":
            files[path] = docx_of(paper_of(plan, item))
        else:
            files[path] = _bytes(_paper(plan, item))
            spans[item.id] = (1, item.pages)
    places = Places(files=named, spans=spans)
    front = "00 Front and table.pdf" if plan.seed % 2 else "MRSE application.pdf"
    made, at = _front(plan, places)
    files[front] = _bytes(made)
    truth = _truth(plan, places, front, at)
    if plan.habits.packing == "zip":
        portfolio = folder / "portfolio.zip"
        portfolio.write_bytes(zipped(files))
        return portfolio, truth
    portfolio = folder / "portfolio"
    for path, data in files.items():
        (portfolio / path).parent.mkdir(parents=True, exist_ok=True)
        (portfolio / path).write_bytes(data)
    return portfolio, truth


def _bytes(made: Any) -> bytes:
    made.set_metadata({})
    return bytes(made.tobytes(garbage=3, deflate=True, no_new_id=True))


def _word(plan: Plan, folder: Path) -> tuple[Path, dict[str, Any]]:
    name = f"MRSE {plan.applicant}.docx"
    places = Places(files={item.id: name for item in plan.sent}, spans={})
    blocks: list[Block] = []
    parts = {part.name: part.blocks for part in parts_of(plan, places)}
    for part in [*parts.values(), *(paper_of(plan, item) for item in plan.sent)]:
        blocks += [*part, Block(kind="break")]
    (folder / name).write_bytes(docx_of(blocks))
    return folder / name, _truth(plan, places, name, dict.fromkeys(parts))


def _truth(plan: Plan, places: Places, front: str, at: Mapping[str, list[int] | None]) -> dict[str, Any]:
    paged = plan.habits.packing != "docx"
    refs = [] if plan.habits.table == "none" else list(plan.refs)
    cited = {ref.item.id for ref in refs}
    hinted = any(ref.pages for ref in refs)
    counting = plan.habits.counting if hinted else "none"
    linked = plan.habits.contents == "linked"
    evidence = []
    for item in plan.sent:
        span: dict[str, Any] = {"file": places.files[item.id]}
        if item.id in places.spans:
            span["pages"] = list(places.spans[item.id])
        claimed = list(item.codes) if linked else None
        evidence.append({"id": item.id, "title": item.title, "spans": [span], "claimed": claimed})
    return {
        "applicant": {"name": plan.applicant},
        "submission_date": plan.submitted.isoformat() if plan.submitted else None,
        "table": _located(front, at, "table"),
        "contents_list": _located(front, at, "contents"),
        "cross_references": [truth_of(plan, places, ref, paged=paged) for ref in refs],
        "authentication": vouched_truth(plan),
        "evidence": evidence,
        "unresolved": [{"subcategory": r.code, "evidence": r.item.id} for r in refs if not r.item.sent],
        "orphans": [item.id for item in plan.sent if item.id not in cited],
        "page_counting": counting,
        "page_counting_also": ["file", "portfolio", "printed"] if counting in {"portfolio", "printed"} else [],
    }


def _located(front: str, at: Mapping[str, list[int] | None], name: str) -> dict[str, Any] | None:
    if name not in at:
        return None
    pages = at[name]
    return {"file": front, **({"pages": pages} if pages else {})}
