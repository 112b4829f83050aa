"""Proves the answers: ``python -m benchmarks.reading_set.visitors.check SEED...``. It knows nothing of intake."""

import argparse
import io
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import docx as untyped_docx

from benchmarks.reading_set.case import AXES, Case

from .bound import pymupdf
from .build import build, planned
from .data import codes
from .model import Plan
from .papers import own_title
from .vouching import letter_scanned

docx: Any = untyped_docx  # its own functions have no types
Files = Mapping[str, bytes]
Pages = Mapping[str, Sequence[str]]


def main() -> None:
    """Build each seed twice and say what is wrong; count the values of the axes and the traits."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seeds", nargs="+", type=int)
    counts: Counter[str] = Counter()
    wrong = 0
    for seed in parser.parse_args().seeds:
        with TemporaryDirectory() as one, TemporaryDirectory() as other:
            case, again = build(seed, Path(one)), build(seed, Path(other))
            files = files_in(case.portfolio)
            faults = [f"{seed}: {fault}" for fault in faults_of(planned(seed), case, files)]
            if files != files_in(again.portfolio):
                faults.append(f"{seed}: not the same bytes twice")
        print("\n".join(faults) if faults else f"{seed}: sound")
        wrong += len(faults)
        counts.update(f"{axis}: {value}" for axis, value in case.axes.items())
        counts.update(f"trait: {trait}" for trait in case.traits)
        counts.update(habits_of(case))
    for name, count in sorted(counts.items()):
        print(f"{count:4} {name}")
    sys.exit(bool(wrong))


def habits_of(case: Case) -> Iterator[str]:
    """What the references of a portfolio are like."""
    refs = case.truth["cross_references"]
    has = {
        "pages": any(ref["page_hint"] for ref in refs),
        "sections": any(ref["section_hint"] for ref in refs),
        "page and part": any(ref["page_hint"] and ref["section_hint"] for ref in refs),
        "simulated": any(ref["notes"] for ref in refs),
        "unresolved": bool(case.truth["unresolved"]),
        "orphans": bool(case.truth["orphans"]),
        "items of two files": any(len(item["spans"]) > 1 for item in case.truth["evidence"]),
    }
    yield from (f"has: {name}" for name, there in has.items() if there)


def files_in(portfolio: Path) -> dict[str, bytes]:
    """All files by their path; of a zip those inside, without a common top folder."""
    if portfolio.suffix == ".zip":
        with zipfile.ZipFile(portfolio) as archive:
            names = archive.namelist()
            tops = {name.split("/")[0] for name in names}
            top = f"{tops.pop()}/" if len(tops) == 1 and all("/" in name for name in names) else ""
            return {name.removeprefix(top): archive.read(name) for name in names}
    if portfolio.is_file():
        return {portfolio.name: portfolio.read_bytes()}
    return {str(file.relative_to(portfolio)): file.read_bytes() for file in portfolio.rglob("*") if file.is_file()}


def faults_of(plan: Plan, case: Case, files: Files) -> Iterator[str]:
    """All that is wrong with a case."""
    pages = {name: list(_page_words(data)) for name, data in files.items() if name.endswith(".pdf")}
    yield from (f"axis {axis} is {case.axes.get(axis)}" for axis in AXES if case.axes.get(axis) not in AXES[axis])
    yield from _spans(case, pages, files)
    yield from _references(case, files)
    if case.axes["source"] == "digital":
        yield from _labels(plan, case, pages)
        yield from _named(plan, case, pages, files)
        for name, data in files.items():
            if name.endswith(".pdf"):
                yield from _layout(name, data)


def _page_words(data: bytes) -> Iterator[str]:
    with pymupdf.open(stream=data, filetype="pdf") as document:
        for page in document:
            yield " ".join(page.get_text().split())


def _spans(case: Case, pages: Pages, files: Files) -> Iterator[str]:
    """Items lie inside their files, none over another, and leave out only what stands before them."""
    taken: dict[str, list[int]] = {}
    ids = [item["id"].casefold() for item in case.truth["evidence"]]
    if len(set(ids)) != len(ids):
        yield f"two items have one id: {ids}"
    for item in case.truth["evidence"]:
        for span in item["spans"]:
            if span["file"] not in files:
                yield f"item {item['id']}: no file {span['file']}"
            elif span["file"] in pages:
                taken.setdefault(span["file"], []).extend(range(span["pages"][0], span["pages"][1] + 1))
            elif span["file"].endswith((".eml", ".jpg")) and span["pages"] != [1, 1]:
                yield f"item {item['id']}: not one page"
    for file, mine in taken.items():
        yield from _tiled(case, file, mine, len(pages[file]))


def _tiled(case: Case, file: str, mine: list[int], last: int) -> Iterator[str]:
    if sorted(mine) != list(range(min(mine), last + 1)):
        yield f"items do not tile {file}"
    for key in ("table", "contents_list"):
        place = case.truth.get(key) or {}
        if place.get("file") == file and set(place.get("pages", ())) & set(mine):
            yield f"{key} reaches into the evidence"


def _references(case: Case, files: Files) -> Iterator[str]:
    known = {item["id"]: item for item in case.truth["evidence"]}
    missing = {(each["subcategory"], each["evidence"]) for each in case.truth["unresolved"]}
    seen: set[tuple[str, str]] = set()
    for entry in case.truth["cross_references"]:
        cell = (entry["subcategory"], entry["evidence"])
        if cell in seen or cell[0] not in codes():
            yield f"reference {cell} twice or to no sub-category"
        seen.add(cell)
        if (cell[1] in known) == (cell in missing):
            yield f"reference {cell} neither leads to an item nor is unresolved"
        if entry["file"] and entry["file"] not in files:
            yield f"reference {cell} leads to no file"
        if entry.get("pages") and cell[1] in known:
            first, last = known[cell[1]]["spans"][0]["pages"]
            if not all(first <= page <= last for page in entry["pages"]):
                yield f"reference {cell} leads out of its item"
    if {each for each in known if each not in {cell[1] for cell in seen}} != set(case.truth["orphans"]):
        yield "the orphans are not the items that no reference names"


def _labels(plan: Plan, case: Case, pages: Pages) -> Iterator[str]:
    """Labels, titles and named parts stand on the pages that the answers give."""
    first = {item["id"]: item["spans"][0] for item in case.truth["evidence"]}
    for item in plan.sent:
        span = first[item.id]
        if span["file"] not in pages:
            continue
        words = pages[span["file"]][span["pages"][0] - 1]
        if item.title not in words and own_title(plan, item) not in words:
            yield f"item {item.id}: its title is not on its first page"
        if plan.habits.segments in {"headings", "dividers", "stamps", "sub_items"} and item.number not in words:
            yield f"item {item.id}: its label is not on its first page"
    for entry in case.truth["cross_references"]:
        if entry["file"] in pages and entry.get("pages"):
            words = pages[entry["file"]][entry["pages"][0] - 1]
            yield from _placed(entry, words, printed=case.truth["page_counting"] == "printed")


def _placed(entry: Mapping[str, Any], words: str, *, printed: bool) -> Iterator[str]:
    """The named part, or the number that is cited as printed, stands on the first page of a reference."""
    place, hint = entry["section_hint"], entry["page_hint"]
    if place and not hint:
        wanted = place.capitalize() if " " in place else place
        if wanted.removeprefix("Slide ") not in words:
            yield f"{entry['subcategory']}/{entry['evidence']}: no {place} on page {entry['pages']}"
    if hint and printed:
        number = hint.replace("-", ",").split(",")[0]
        if number not in words[-40:].split() + words[:60].split():
            yield f"{entry['subcategory']}/{entry['evidence']}: {number} is not printed on page {entry['pages']}"


def _named(plan: Plan, case: Case, pages: Pages, files: Files) -> Iterator[str]:
    """The table names each item of a reference; the people stand in the front."""
    front = (case.truth["table"] or case.truth.get("contents_list") or {}).get("file", "")
    if front.endswith(".odt"):
        return
    told = _word_text(files[front]) if front.endswith(".docx") else " ".join(pages[front])
    if plan.habits.table == "picture":
        return
    for entry in case.truth["cross_references"]:
        number = next(item.number for item in plan.items if item.id == entry["evidence"])
        if number not in told:
            yield f"the front does not name {entry['evidence']}"
    vouched = case.truth["authentication"]["present"] and not letter_scanned(plan.habits)
    for name in (plan.people.applicant, plan.people.referee if vouched else ""):
        if name not in told:
            yield f"{name} stands nowhere"


def _word_text(data: bytes) -> str:
    made = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    return " ".join(" ".join([*(paragraph.text for paragraph in made.paragraphs), *cells]).split())


def _layout(name: str, data: bytes) -> Iterator[str]:
    """No page is empty, no words leave the paper or lie over others."""
    with pymupdf.open(stream=data, filetype="pdf") as document:
        for at, page in enumerate(document, 1):
            words = page.get_text("words")
            if not words and not page.get_images():
                yield f"{name}, page {at}: empty"
            for x0, y0, x1, y1, word, *_ in words:
                if x0 < 10 or y0 < 10 or x1 > page.rect.width - 10 or y1 > page.rect.height - 10:
                    yield f"{name}, page {at}: {word} leaves the paper"
            yield from (f"{name}, page {at}: {one} lies over {other}" for one, other in _overlaps(words))


def _overlaps(words: Sequence[tuple[Any, ...]]) -> Iterator[tuple[str, str]]:
    """Words of which one lies over another."""
    down = sorted(words, key=lambda word: word[1])
    for at, (left, top, right, foot, one, *_rest) in enumerate(down):
        for x0, y0, x1, y1, other, *_others in down[at + 1 :]:
            if y0 >= foot:
                break
            shared = min(foot, y1) - max(top, y0)
            if min(right, x1) - max(left, x0) > 2 and shared > 0.45 * min(foot - top, y1 - y0):
                yield one, other


if __name__ == "__main__":
    main()
