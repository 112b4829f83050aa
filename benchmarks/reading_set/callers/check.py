"""Proves the answers: ``python -m benchmarks.reading_set.callers.check SEED...``. It knows nothing of intake."""

import argparse
import io
import re
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import docx as untyped_docx

from benchmarks.reading_set.case import AXES, Case
from benchmarks.reading_set.visitors.check import files_in, habits_of

from .bind import opened
from .build import build
from .chance import codes
from .looks import faults_of_pages
from .plan import Item, Plan, planned

docx: Any = untyped_docx  # its own functions have no types
Files = Mapping[str, bytes]
Pages = Mapping[str, Sequence[str]]


def main() -> None:
    """Build each seed twice, say what is wrong, and count what there is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seeds", nargs="+", type=int)
    counts: Counter[str] = Counter()
    wrong = 0
    for seed in parser.parse_args().seeds:
        with TemporaryDirectory() as one, TemporaryDirectory() as other:
            case, again = build(seed, Path(one)), build(seed, Path(other))
            files = files_in(case.portfolio)
            faults = list(faults_of(planned(seed), case, files))
            if files != files_in(again.portfolio) or case.truth != again.truth:
                faults.append("not the same twice")
        print("\n".join(f"{seed}: {fault}" for fault in faults) or f"{seed}: sound", flush=True)
        wrong += len(faults)
        counts.update(f"{axis}: {value}" for axis, value in case.axes.items())
        counts.update(f"trait: {trait}" for trait in case.traits)
        counts.update(habits_of(case))
        counts.update(f"file of: {Path(name).suffix}" for name in files)
    print("\n".join(f"{many:4} {name}" for name, many in sorted(counts.items())))
    sys.exit(bool(wrong))


def faults_of(plan: Plan, case: Case, files: Files) -> Iterator[str]:
    """All that is wrong with a case."""
    pages = {name: _words_of(data) for name, data in files.items() if name.endswith(".pdf")}
    yield from (f"axis {axis}: {case.axes.get(axis)}" for axis in AXES if case.axes.get(axis) not in AXES[axis])
    yield from _items(case, pages, files)
    yield from _references(case, pages, files)
    if case.axes["source"] != "digital":
        return
    for name, data in files.items():
        if name.endswith(".pdf"):
            yield from (f"{name}, {fault}" for fault in faults_of_pages(data))
    for item in plan.sent:
        yield from _item_words(plan, item, case, pages, files)
    for entry in case.truth["cross_references"]:
        yield from _place_words(entry, case, pages)
    yield from _front(plan, case, pages, files)


def _words_of(data: bytes) -> list[str]:
    with opened(data) as document:
        return [" ".join(page.get_text().split()) for page in document]


def _items(case: Case, pages: Pages, files: Files) -> Iterator[str]:
    """Items lie in files that are there, tile them, and have different ids."""
    ids = [item["id"].casefold() for item in case.truth["evidence"]]
    if len(set(ids)) < len(ids):
        yield f"an id twice: {ids}"
    taken: dict[str, list[int]] = {}
    for item in case.truth["evidence"]:
        for span in item["spans"]:
            if span["file"] not in files:
                yield f"{item['id']}: no file {span['file']}"
            elif span["file"] in pages:
                taken.setdefault(span["file"], []).extend(range(span["pages"][0], span["pages"][1] + 1))
            elif span.get("pages", [1, 1]) != [1, 1]:
                yield f"{item['id']}: pages {span['pages']} of what has one"
    yield from _tiled(case, pages, taken)


def _tiled(case: Case, pages: Pages, taken: Mapping[str, Sequence[int]]) -> Iterator[str]:
    """Items fill their files from the first to the end; the front's parts stand before them."""
    for file, mine in taken.items():
        if mine != list(range(mine[0], len(pages[file]) + 1)):
            yield f"items do not tile {file}: {mine}"
        for key in ("table", "contents_list"):
            place = case.truth.get(key) or {}
            if place.get("file") == file and max(place["pages"]) >= mine[0]:
                yield f"{key} lies in the evidence"


def _references(case: Case, pages: Pages, files: Files) -> Iterator[str]:
    """Each reference leads to pages of its item or is unresolved; what none names is an orphan."""
    known = {item["id"]: item["spans"][0] for item in case.truth["evidence"]}
    missing = {(each["subcategory"], each["evidence"]) for each in case.truth["unresolved"]}
    cells = [(entry["subcategory"], entry["evidence"]) for entry in case.truth["cross_references"]]
    if len(set(cells)) < len(cells) or not {code for code, _ in cells} <= set(codes()):
        yield "a cell twice, or of no sub-category"
    if case.truth["table"] and not cells:
        yield "a table without references"
    for entry, cell in zip(case.truth["cross_references"], cells, strict=True):
        if (cell[1] in known) == (cell in missing):
            yield f"{cell}: neither found nor unresolved"
        if cell[1] in known:
            yield from (f"{cell}: {fault}" for fault in _leads(entry, known[cell[1]], pages, files))
    if set(known) - {each for _, each in cells} != set(case.truth["orphans"]):
        yield "orphans are not the items that no reference names"


def _leads(entry: Mapping[str, Any], span: Mapping[str, Any], pages: Pages, files: Files) -> Iterator[str]:
    """Whether a reference leads into its item."""
    if entry["file"] != span["file"] or entry["file"] not in files:
        yield f"leads to {entry['file']}"
    if ("pages" in entry) != ("pages" in span):
        yield "pages known of one only"
    if "pages" not in span:
        return
    first, last = span["pages"]
    if not entry["pages"] or not first <= min(entry["pages"]) <= max(entry["pages"]) <= last:
        yield f"pages {entry['pages']} outside {span['pages']}"
    if span["file"] in pages and last > len(pages[span["file"]]):
        yield "beyond its file"


def _item_words(plan: Plan, item: Item, case: Case, pages: Pages, files: Files) -> Iterator[str]:
    """Titles and labels stand on the first page."""
    span = next(each for each in case.truth["evidence"] if each["id"] == item.id)["spans"][0]
    text = pages[span["file"]][span["pages"][0] - 1] if span["file"] in pages else None
    if text is None and span["file"].endswith(".docx"):
        text = word_text(files[span["file"]])
    if text is None:
        return
    title = item.title if item.divider or plan.habits.marked == "headings" else item.heading
    if title not in text:
        yield f"{item.id}: {title} is not on its first page"
    if plan.habits.marked in {"headings", "dividers", "stamps", "volume"} and item.label not in text:
        yield f"{item.id}: {item.label} is not on its first page"


def _place_words(entry: Mapping[str, Any], case: Case, pages: Pages) -> Iterator[str]:
    """A part begins on the page, and a printed number is printed on it."""
    if entry["file"] not in pages or "pages" not in entry:
        return
    text = pages[entry["file"]][entry["pages"][0] - 1]
    cell = f"{entry['subcategory']}/{entry['evidence']}"
    part = entry["section_hint"]
    if part:
        kind, _, name = part.rpartition(" ")
        wanted = {"": rf"(?<![\d.]){re.escape(name)}\.? \w", "row": rf"\b{name} \w"}.get(kind, rf"{kind} {name}\b")
        if not re.search(wanted, text, re.IGNORECASE):
            yield f"{cell}: no {part} on page {entry['pages'][0]}"
    if entry["page_hint"] and case.truth.get("page_counting") == "printed":
        first = re.split("[-,]", entry["page_hint"])[0]
        if first not in (text[-40:] + " " + text[:60]).split():
            yield f"{cell}: {first} is not printed on page {entry['pages'][0]}"


def _front(plan: Plan, case: Case, pages: Pages, files: Files) -> Iterator[str]:
    """The people stand in the front, every reference in the table, every title in the list."""
    place = case.truth["table"] or case.truth.get("contents_list") or {}
    file = place.get("file", "")
    if plan.habits.table == "picture" or not file:
        return
    text = " ".join(pages[file]) if file in pages else word_text(files[file])
    if plan.people.applicant not in text:
        yield "the applicant is not named"
    if case.truth["authentication"]["present"] and plan.people.referee not in text:
        yield "the referee is not named"
    if "pages" not in place or not case.truth["table"]:
        return
    table = " ".join(pages[file][at - 1] for at in place["pages"])
    for entry in case.truth["cross_references"]:
        if not re.search(rf"(?<![\w.]){re.escape(entry['subcategory'])}(?!\d)", table):
            yield f"no row for {entry['subcategory']}"
        ranged = re.search(r"\d( to |[-\u2013])(\w+)?\d", table)
        if not ranged and not re.search(rf"{re.escape(entry['evidence'])}\b", table):
            yield f"{entry['evidence']} is not in the table"


def word_text(data: bytes) -> str:
    """All words of a Word or OpenDocument file."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        if "content.xml" in package.namelist():
            return " ".join(re.sub("<[^>]*>", " ", package.read("content.xml").decode()).split())
    made = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
    return " ".join(" ".join([*(paragraph.text for paragraph in made.paragraphs), *cells]).split())


if __name__ == "__main__":
    main()
