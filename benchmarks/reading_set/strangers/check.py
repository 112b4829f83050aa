"""Proves the answers: ``python -m benchmarks.reading_set.strangers.check SEED...``. It knows nothing of intake.

Each portfolio is built twice and opened again: every reference must exist, every item lie where it is said to, every
place stand on its page, and no words may lie over others or leave the paper.
"""

import argparse
import io
import re
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import docx

from benchmarks.reading_set.case import AXES, Case

from .bound import prepared
from .build import build
from .clipping import clipped
from .counts import habits
from .data import codes
from .front import listed
from .model import Item, Part, Plan
from .numbers import Numbers
from .phrases import Phrases
from .plan import planned
from .typeset import pymupdf


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A portfolio read back: its plan, its files, the words of each page of its PDFs."""

    plan: Plan
    case: Case
    files: Mapping[str, bytes]
    pages: Mapping[str, Sequence[str]]

    @property
    def readable(self) -> bool:
        """Whether words can be read without recognising them."""
        return str(self.case.axes["source"]) == "digital"


def main() -> None:
    """Build each seed twice and say what is wrong; count the values of the axes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seeds", nargs="+", type=int)
    parser.add_argument("--once", action="store_true", help="do not build a second time to compare bytes")
    asked = parser.parse_args()
    counts: Counter[str] = Counter()
    wrong = 0
    for seed in asked.seeds:
        with TemporaryDirectory() as one, TemporaryDirectory() as other:
            case = build(seed, Path(one))
            files = _bytes(case.portfolio)
            plan, _ = prepared(planned(seed))
            faults = list(_faults(Opened(plan=plan, case=case, files=files, pages=_pages(files))))
            if not asked.once and files != _bytes(build(seed, Path(other)).portfolio):
                faults += ["not the same bytes twice"]
            counts.update(f"{axis}: {value}" for axis, value in case.axes.items())
            counts.update(f"trait: {trait}" for trait in case.traits)
            counts.update(habits(plan))
        for fault in faults:
            print(f"{seed}: {fault}")
        wrong += len(faults)
    for name, count in sorted(counts.items()):
        print(f"{count:4} {name}")
    sys.exit(bool(wrong))


def _bytes(portfolio: Path) -> dict[str, bytes]:
    """All files by their path; of a zip those inside, without a common top folder."""
    if portfolio.suffix == ".zip":
        with zipfile.ZipFile(portfolio) as archive:
            return {name.removeprefix("MRSE submission/"): archive.read(name) for name in archive.namelist()}
    if portfolio.is_file():
        return {portfolio.name: portfolio.read_bytes()}
    return {str(file.relative_to(portfolio)): file.read_bytes() for file in portfolio.rglob("*") if file.is_file()}


def _flat(words: str) -> str:
    return " ".join(words.split())


def _pages(files: Mapping[str, bytes]) -> dict[str, list[str]]:
    pages = {}
    for name, data in files.items():
        if name.endswith(".pdf"):
            with pymupdf.open(stream=io.BytesIO(data), filetype="pdf") as document:
                pages[name] = [_flat(page.get_text()) for page in document]
    return pages


def _faults(read: Opened) -> Iterator[str]:
    yield from (
        f"axis {axis} is {read.case.axes.get(axis)}"
        for axis, values in AXES.items()
        if read.case.axes.get(axis) not in values
    )
    yield from _tiles(read)
    yield from _references(read)
    yield from _front(read)
    yield from _list(read)
    if read.readable:
        yield from _places(read)
    yield from (
        fault
        for name, data in read.files.items()
        if name.endswith(".pdf") and read.readable
        for fault in clipped(name, data)
    )


def _tiles(read: Opened) -> Iterator[str]:
    """Items lie inside their files, none over another, and the front lies outside of them."""
    taken: dict[str, list[int]] = {}
    truth = read.case.truth
    ids = [item["id"].casefold() for item in truth["evidence"]]
    if len(ids) != len(set(ids)):
        yield f"two items have one id: {ids}"
    for span in (span for item in truth["evidence"] for span in item["spans"]):
        if span["file"] not in read.files:
            yield f"no file {span['file']}"
        elif span["file"] in read.pages and "pages" in span:
            taken.setdefault(span["file"], []).extend(range(span["pages"][0], span["pages"][1] + 1))
    for file, mine in taken.items():
        front = {
            page
            for key in ("table", "contents_list")
            for page in (truth.get(key) or {}).get("pages", ())
            if truth[key]["file"] == file
        }
        if sorted(mine) != list(range(min(mine), max(mine) + 1)) or front & set(mine):
            yield f"items do not tile {file}: {sorted(mine)}, front {front}"
        if max(mine) > len(read.pages[file]) or (max(mine) < len(read.pages[file]) and not read.plan.habit.behind):
            yield f"items end on {max(mine)} of {len(read.pages[file])} in {file}"


def _references(read: Opened) -> Iterator[str]:
    truth = read.case.truth
    known = {item["id"] for item in truth["evidence"]} | {item.kin for item in read.plan.sent if item.kin}
    missing = {(each["subcategory"], each["evidence"]) for each in truth["unresolved"]}
    seen = set()
    for entry in truth["cross_references"]:
        cell = (entry["subcategory"], entry["evidence"])
        if cell in seen or cell[0] not in codes():
            yield f"reference {cell} twice or to no sub-category"
        seen.add(cell)
        if (cell[1] in known) == (cell in missing):
            yield f"reference {cell} neither leads to an item nor is unresolved"
        if entry["file"] and entry["file"] not in read.files:
            yield f"reference {cell} leads to no file"
        if entry["file"] in read.pages and not 1 <= min(entry["pages"]) <= max(entry["pages"]) <= len(
            read.pages[entry["file"]]
        ):
            yield f"reference {cell} leads past its file: {entry['pages']}"


def _front(read: Opened) -> Iterator[str]:
    """People, titles and the names of items stand where the answers say."""
    plan, truth = read.plan, read.case.truth
    if read.case.axes["source"] in {"scan", "ocr_layer"}:
        return
    told = _front_words(read)
    wanted = [plan.applicant, *([plan.referee, plan.role] if truth["authentication"]["present"] else [])]
    yield from (f"{said} stands nowhere" for said in wanted if said not in told)
    yield from _noted(read, told)
    table = truth["table"]
    if table and read.case.axes["table"] != "picture":
        words = (
            told if "pages" not in table else " ".join(read.pages[table["file"]][page - 1] for page in table["pages"])
        )
        for ref in plan.refs:
            if ref.item.number not in words and ref.id not in words and ref.item.title not in words:
                yield f"the table does not name {ref.id} for {ref.code}"
    if table and "pages" in table and sorted(table["pages"]) != list(range(table["pages"][0], table["pages"][-1] + 1)):
        yield "the table's pages have a gap"


def _noted(read: Opened, told: str) -> Iterator[str]:
    """What says that evidence is simulated can be seen."""
    phrases = Phrases(Numbers(plan=read.plan, begins={}, printed={}))
    if not any(ref.simulated for ref in read.plan.refs) or read.case.axes["table"] == "picture":
        return
    kind = phrases.notes
    signs = {"column": "Simulated", "footnote": "made up for a training exercise", "contents": "[simulated]"}
    if signs.get(kind, phrases.mark or phrases.legend).strip() not in told or phrases.legend not in told:
        yield f"nothing says that evidence is simulated ({kind})"


def _list(read: Opened) -> Iterator[str]:
    """The list of evidence stands on the pages that are named, all of it."""
    place = read.case.truth.get("contents_list")
    if (
        place is None
        or "pages" not in place
        or read.case.axes["source"] == "ocr_layer"
        or read.plan.habit.scan == "scan"
    ):
        return
    words = " ".join(read.pages[place["file"]][page - 1] for page in place["pages"])
    if not place["pages"] or any(item.title not in words for item in listed(read.plan)):
        yield f"the list of evidence is not on pages {place['pages']}"


def _front_words(read: Opened) -> str:
    """The words of the files that hold the front."""
    names = {(read.case.truth.get(key) or {}).get("file") for key in ("table", "contents_list")} - {None}
    names = names or set(read.pages)
    return " ".join(_words(name, read) for name in sorted(str(name) for name in names))


def _words(name: str, read: Opened) -> str:
    if name in read.pages:
        return " ".join(read.pages[name])
    with zipfile.ZipFile(io.BytesIO(read.files[name])) as archive:
        inner = "content.xml" if name.endswith(".odt") else "word/document.xml"
        raw = archive.read(inner).decode()
    if name.endswith(".docx"):
        docx.Document(io.BytesIO(read.files[name]))
    return _flat(re.sub(r"<[^>]+>", " ", re.sub(r"</(?:w:t|text:s)>", "", raw))).replace("&amp;", "&")


def _places(read: Opened) -> Iterator[str]:
    """Titles stand on the first page of an item, and parts on the pages to which references lead."""
    begins = {item["id"]: item["spans"][0] for item in read.case.truth["evidence"]}
    for item in read.plan.sent:
        span = begins.get(item.id, {"file": ""})
        if span["file"] in read.pages and "pages" in span and span["pages"][0] <= len(read.pages[span["file"]]):
            yield from _first_page(item, read.pages[span["file"]][span["pages"][0] - 1], read.plan)
    entries = {(entry["subcategory"], entry["evidence"]): entry for entry in read.case.truth["cross_references"]}
    for ref in read.plan.refs:
        entry = entries.get((ref.code, ref.id))
        if entry is None:
            yield f"no answer for {ref.id} in {ref.code}"
        elif ref.item.sent and ref.parts and entry["file"] in read.pages:
            words = " ".join(read.pages[entry["file"]][page - 1] for page in entry["pages"])
            yield from (
                f"{ref.id} for {ref.code}: no {part.hint} on page {entry['pages']}"
                for part in ref.parts
                if not _begins(part, words)
            )


def _begins(part: Part, words: str) -> bool:
    """Whether a part begins among these words, by the look of its first ones."""
    number = re.escape(part.number)
    forms = {
        "table": rf"Table {number}\.",
        "figure": rf"Figure {number}\.",
        "section": rf"(?<![\w.]){number}(?:\.0|\.)? [A-Z]",
        "minute": rf"(?<![\w.]){number}[.)]? [A-Z]",
        "row": rf"(?<![\w.]){number} [A-Z]",
    }
    return re.search(forms.get(part.kind, number), words) is not None


def _first_page(item: Item, words: str, plan: Plan) -> Iterator[str]:
    if item.title not in words and item.heading not in words:
        yield f"item {item.id}: neither its title nor its heading is on its first page"
    marked = {"dividers", "stamps", "headings", "sub_items"}
    if plan.habit.segments in marked and item.label.casefold() not in words.casefold():
        yield f"item {item.id}: {item.label} is not on its first page"


if __name__ == "__main__":
    main()
