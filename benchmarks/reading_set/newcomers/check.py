"""Proves the answers: ``python -m benchmarks.reading_set.newcomers.check SEED...``. It knows nothing of intake."""

import argparse
import io
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.reading_set.case import AXES, Case

from .build import build
from .model import Plan
from .paper import pymupdf
from .plan import planned
from .words import CODES


def main() -> None:
    """Build each seed twice and say what is wrong; count the values of the axes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seeds", nargs="+", type=int)
    counts: Counter[str] = Counter()
    wrong = 0
    for seed in parser.parse_args().seeds:
        with TemporaryDirectory() as one, TemporaryDirectory() as other:
            case, again = build(seed, Path(one)), build(seed, Path(other))
            faults = list(_faults(planned(seed), case))
            if _bytes(case.portfolio) != _bytes(again.portfolio):
                faults.append("not the same bytes twice")
            counts.update(f"{axis}: {value}" for axis, value in case.axes.items())
            counts.update(f"trait: {trait}" for trait in case.traits)
            counts.update(_habits(planned(seed)))
            for fault in faults:
                print(f"{seed}: {fault}")
            wrong += len(faults)
    for name, count in sorted(counts.items()):
        print(f"{count:4} {name}")
    sys.exit(bool(wrong))


def _habits(plan: Plan) -> Iterator[str]:
    """What the references of a portfolio are like."""
    refs, choice = plan.refs, plan.choice
    yield from {f"place: {part.kind}" for ref in refs for part in ref.parts}
    habits = {
        "a page that the item lacks": any(ref.beyond for ref in refs),
        "a paragraph behind a page": any(ref.paragraph for ref in refs),
        "two sections": any(len(ref.parts) > 1 for ref in refs),
        "page and part": any(ref.pages and ref.parts for ref in refs),
        "pages": any(ref.pages for ref in refs),
        "simulated": any(ref.item.simulated for ref in refs),
        "a column for simulated": choice.layout == choice.notes + "s" and any(ref.item.simulated for ref in refs),
        "by file name": any(ref.item.name.endswith(ref.item.carrier) for ref in refs),
    }
    yield from (f"habit: {name}" for name, there in habits.items() if there)
    yield f"codes: {choice.codes}"
    yield f"authentication: {choice.vouch}"
    yield f"contents: {choice.contents}"
    if refs:
        yield f"layout: {choice.layout}"
    if any(ref.item.simulated for ref in refs):
        yield f"note: {choice.notes}"


def _bytes(portfolio: Path) -> dict[str, bytes]:
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


def _pages(files: Mapping[str, bytes]) -> dict[str, list[str]]:
    """The words of each page of the PDFs."""
    pages = {}
    for name, data in files.items():
        if name.endswith(".pdf"):
            with pymupdf.open(stream=io.BytesIO(data), filetype="pdf") as document:
                pages[name] = [" ".join(page.get_text().split()) for page in document]
    return pages


def _faults(plan: Plan, case: Case) -> Iterator[str]:
    files = _bytes(case.portfolio)
    pages = _pages(files)
    yield from _axes(case)
    yield from _tiles(case, pages, files)
    yield from _references(case, pages, files)
    if case.axes["source"] == "digital":
        yield from _words(plan, case, pages)


def _axes(case: Case) -> Iterator[str]:
    for axis, values in AXES.items():
        if case.axes.get(axis) not in values:
            yield f"axis {axis} is {case.axes.get(axis)}"


def _tiles(case: Case, pages: Mapping[str, list[str]], files: Mapping[str, bytes]) -> Iterator[str]:
    """Items lie inside their files, none over another, and leave out only what stands before them."""
    taken: dict[str, list[int]] = {}
    ids = [item["id"].casefold() for item in case.truth["evidence"]]
    if len(ids) != len(set(ids)):
        yield f"two items have one id: {ids}"
    for item in case.truth["evidence"]:
        for span in item["spans"]:
            if span["file"] not in files:
                yield f"item {item['id']}: no file {span['file']}"
            if span["file"] in pages and "pages" in span:
                taken.setdefault(span["file"], []).extend(range(span["pages"][0], span["pages"][1] + 1))
    for file, mine in taken.items():
        if sorted(mine) != list(range(min(mine), len(pages[file]) + 1)):
            yield f"items do not tile {file}: {sorted(mine)} of {len(pages[file])}"
        front = {page for each in ("table", "contents_list") for page in _place_pages(case, each, file)}
        if front & set(mine):
            yield f"the front reaches into the evidence: {front & set(mine)}"


def _place_pages(case: Case, key: str, file: str) -> list[int]:
    place = case.truth.get(key)
    return place.get("pages", []) if place and place["file"] == file else []


def _references(case: Case, pages: Mapping[str, list[str]], files: Mapping[str, bytes]) -> Iterator[str]:
    known = {item["id"] for item in case.truth["evidence"]}
    missing = {(each["subcategory"], each["evidence"]) for each in case.truth["unresolved"]}
    seen = set()
    for entry in case.truth["cross_references"]:
        cell = (entry["subcategory"], entry["evidence"])
        if cell in seen or entry["subcategory"] not in CODES:
            yield f"reference {cell} twice or to no sub-category"
        seen.add(cell)
        if (entry["evidence"] in known) == (cell in missing):
            yield f"reference {cell} neither leads to an item nor is unresolved"
        if entry["file"] and entry["file"] not in files:
            yield f"reference {cell} leads to no file"
        if entry["file"] in pages and max(entry.get("pages") or [1]) > len(pages[entry["file"]]):
            yield f"reference {cell} leads past its file"


def _words(plan: Plan, case: Case, pages: Mapping[str, list[str]]) -> Iterator[str]:
    """What the answers say stands on the pages that they name."""
    titles = {item["id"]: item for item in case.truth["evidence"]}
    for item in plan.sent:
        span = titles[item.id]["spans"][0]
        if span["file"] in pages and "pages" in span and item.title not in pages[span["file"]][span["pages"][0] - 1]:
            yield f"item {item.id}: its title is not on its first page"
    table = case.truth["table"]
    if table and "pages" in table and plan.choice.table != "picture":
        told = " ".join(pages[table["file"]][page - 1] for page in table["pages"])
        yield from _table_words(plan, told)
    front = " ".join(" ".join(words) for words in pages.values())
    if case.axes["file"] != "docx" and case.axes["table"] != "docx":
        for said in (plan.applicant, plan.referee if plan.choice.vouch != "absent" else ""):
            if said not in front:
                yield f"{said} stands nowhere"


def _table_words(plan: Plan, told: str) -> Iterator[str]:
    upright = plan.choice.table == "ticks"
    for ref in plan.refs:
        alone = ref.item.number if ref.item.carrier else ref.item.name
        if not upright and alone not in told:
            yield f"the table does not name {ref.item.name} for {ref.code}"


if __name__ == "__main__":
    main()
