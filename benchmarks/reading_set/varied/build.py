"""A seed becomes a portfolio with its answers."""

import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pymupdf

from benchmarks.reading_set.case import Case

from .axes import Choice, choose
from .binding import bind, saved
from .front_making import Made, make_front
from .other_kinds import as_mail, as_picture
from .plan import Plan, make_plan
from .scanning import scan_book
from .sheets import leaves
from .truth import truth
from .word_file import WordWriter

Block = dict[str, Any]
STAMP = (2026, 1, 5, 9, 0, 0)


def build(seed: int, folder: Path) -> Case:
    """Makes the portfolio of ``seed`` inside ``folder``: the same seed gives the same bytes."""
    choice = choose(seed)
    plan = make_plan(choice)
    inside = leaves(plan)
    made = make_front(plan, inside)
    files = _files(plan, made)
    root = _write(plan, files, folder)
    located = _located(plan, made)
    answer = truth(plan, made.layout, made.written, located, made.sheets.count)
    return Case(name=f"varied-{seed}", portfolio=root, truth=answer, axes=_axes(choice), traits=_traits(plan, made))


def _axes(choice: Choice) -> dict[str, str]:
    return {
        "file": choice.file,
        "table": choice.table,
        "source": choice.source,
        "counting": choice.counting,
        "segments": choice.segments,
    }


def _traits(plan: Plan, made: Made) -> tuple[str, ...]:
    """What is special about this portfolio: only what truly occurs in it."""
    choice = plan.choice
    ids = {item.id for item in plan.items} | set(plan.missing)
    loose = choice.file in {"folder", "zip"} and not choice.parts
    there = {
        "two tables": choice.table not in {"picture", "ticks", "none"},
        "mixed kinds": loose and choice.counting not in {"portfolio", "printed"},
        "some scans": choice.source == "digital" and choice.file != "docx",
        "whole parent": any(each not in ids for row in plan.rows.values() for each in row),
        "page beyond item": any(each.ref.beyond for row in made.written.values() for each in row),
        "simulated": bool(plan.simulated) and choice.table != "ticks",
        "missing": bool(plan.missing),
        "two missing": len(plan.missing) > 1,
        "orphans": bool(plan.orphans),
        "rotated pages": choice.source != "ocr_layer" and choice.file != "docx",
    }
    own = (
        *(f"wording {choice.wording}", f"codes {choice.codes}", f"notes {choice.notes}", f"auth {choice.auth}"),
        *(f"cover {choice.cover}", f"contents {choice.contents}", f"not claimed {choice.not_claimed}"),
    )
    extras = {name for name in choice.extras if there.get(name, True)} | (
        {"simulated"} if there["simulated"] else set()
    )
    return (*sorted(extras), *own, *(["drawn front"] if choice.drawn else []), *(["parts"] if choice.parts else []))


def _files(plan: Plan, made: Made) -> dict[str, bytes]:
    """Every file by its path inside the portfolio."""
    layout = made.layout
    files: dict[str, bytes] = {}
    if plan.choice.file == "docx":
        return {layout.front: _word(plan, made, evidence=True)}
    for name, inside in layout.files.items():
        if name.endswith(".docx"):
            writer = WordWriter(plan)
            writer.item(inside[0].item)
            files[name] = writer.data()
            continue
        if name.endswith(".eml"):
            files[name] = as_mail(inside[0])
            continue
        book = bind(plan, layout, name, inside, made.sheets.pdf if name == layout.front else None)
        if name.endswith(".png"):
            files[name] = as_picture(book)
            continue
        scan_book(plan, book, made.sheets.count if name == layout.front else 0)
        files[name] = saved(plan, book)
    if layout.front.endswith(".docx"):
        files[layout.front] = _word(plan, made, evidence=False)
    elif layout.front not in files:
        for name, first, last in _front_files(plan, made):
            book = pymupdf.open()
            with pymupdf.open("pdf", made.sheets.pdf) as whole:
                book.insert_pdf(whole, from_page=first - 1, to_page=last - 1)
            scan_book(plan, book, len(book))
            files[name] = saved(plan, book)
    return files


def _front_files(plan: Plan, made: Made) -> list[tuple[str, int, int]]:
    """The files of the front matter with their pages: one, or list, table and the referee's letter in files apart."""
    marks, last = made.sheets.marks, made.sheets.count
    if plan.choice.seed % 2:
        return [(made.layout.front, 1, last)]
    files = []
    letter = marks["auth"][0] if plan.choice.auth == "letter" and "auth" in marks else 0
    alone = not {"two tables", "blank pages", "contents beside table"} & plan.choice.extras
    if (
        alone
        and plan.choice.counting != "portfolio"
        and letter > max(marks.get(f"{name}-last", (0,))[-1] for name in ("table", "contents"))
    ):
        files = [("Referee letter.pdf", letter, last)]
        last = letter - 1
    start = marks.get("table-first", (0,))[0]
    if "contents-last" not in marks or start <= marks["contents-last"][-1]:
        return [(made.layout.front, 1, last), *files]
    before, table = (
        ("00a Contents.pdf", "00b Experience cross reference table.pdf"),
        ("00_about_and_contents.pdf", "00_table.pdf"),
    )[plan.choice.seed // 2 % 2]
    return [(before, 1, start - 1), (table, start, last), *files]


def _word(plan: Plan, made: Made, *, evidence: bool) -> bytes:
    writer = WordWriter(plan)
    writer.papers(made.papers)
    if evidence:
        writer.evidence()
    return writer.data()


def _write(plan: Plan, files: Mapping[str, bytes], folder: Path) -> Path:
    if plan.choice.file == "zip":
        path = folder / "portfolio.zip"
        path.write_bytes(_zip(files))
        return path
    root = folder / "portfolio"
    for name, data in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)
    return root / next(iter(files)) if plan.choice.file in {"pdf", "docx"} else root


def _zip(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, files[name])
    return out.getvalue()


def _located(plan: Plan, made: Made) -> dict[str, Any]:
    """Where table and contents list stand, and what cover and referee say."""
    return {
        "applicant": made.applicant,
        "table": _run(plan, made, "table"),
        "contents_list": _run(plan, made, "contents"),
        "authentication": made.auth.truth,
    }


def _run(plan: Plan, made: Made, name: str) -> dict[str, Any] | None:
    """The file and pages between two marks."""
    marks, file = made.sheets.marks, made.layout.front
    if f"{name}-first" not in marks:
        return None
    if file.endswith(".docx"):
        return {"file": file}
    first, last = marks[f"{name}-first"][0], marks[f"{name}-last"][-1]
    if file in made.layout.files:
        return {"file": file, "pages": list(range(first, last + 1))}
    file, begin, _ = next(each for each in _front_files(plan, made) if each[1] <= first <= each[2])
    return {"file": file, "pages": list(range(first - begin + 1, last - begin + 2))}


def write_case(seed: int, folder: Path) -> Case:
    """Builds a case and writes its answers beside the portfolio, to be looked at."""
    folder.mkdir(parents=True, exist_ok=True)
    case = build(seed, folder)
    said = {"name": case.name, "axes": dict(case.axes), "traits": case.traits, "truth": case.truth}
    (folder / "truth.json").write_text(json.dumps(said, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return case
