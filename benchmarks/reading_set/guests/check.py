"""Proves the answers: ``python -m benchmarks.reading_set.guests.check SEED...``. It knows nothing of intake."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.reading_set.case import AXES, Case
from benchmarks.reading_set.visitors.check import files_in, habits_of

from .build import build
from .model import Plan, words
from .plan import planned
from .scan import pymupdf

Files = Mapping[str, bytes]
Pages = Mapping[str, list[str]]


def main() -> None:
    """Build each seed twice and say what is wrong; count axes, traits and habits."""
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
        print(f"{seed}: {'; '.join(faults[:6]) or 'sound'}")
        wrong += len(faults)
        counts.update(f"{axis}: {value}" for axis, value in case.axes.items())
        counts.update(f"trait: {trait}" for trait in case.traits)
        counts.update(habits_of(case))
    for name, count in sorted(counts.items()):
        print(f"{count:4} {name}")
    sys.exit(bool(wrong))


def faults_of(plan: Plan, case: Case, files: Files) -> Iterator[str]:
    """All that is wrong with a case."""
    yield from (f"axis {axis} is {case.axes.get(axis)}" for axis in AXES if case.axes.get(axis) not in AXES[axis])
    pages = {name: _texts(data) for name, data in files.items() if name.endswith(".pdf")}
    yield from _items(plan, case, files, pages)
    yield from _references(case, files)
    if case.axes["source"] == "digital":
        yield from _words(plan, case, pages)
        yield from (fault for name in pages for fault in _margins(name, files[name]))


def _texts(data: bytes) -> list[str]:
    with pymupdf.open(stream=data, filetype="pdf") as document:
        return [" ".join(page.get_text().split()) for page in document]


def _says(page: str, title: str) -> bool:
    """Whether the page has the title, which may be broken behind a hyphen."""
    return title.replace(" ", "") in page.replace(" ", "")


def _items(plan: Plan, case: Case, files: Files, pages: Pages) -> Iterator[str]:  # noqa: C901 - a list of facts
    """Items tile their files, and the first page of each names it."""
    ids = [item["id"].casefold() for item in case.truth["evidence"]]
    if len(ids) != len(set(ids)):
        yield "two items have one id"
    taken: dict[str, list[int]] = {}
    for item in case.truth["evidence"]:
        span = item["spans"][0]
        if span["file"] not in files:
            yield f"no file {span['file']}"
        elif span["file"] in pages:
            first, last = span["pages"]
            taken.setdefault(span["file"], []).extend(range(first, last + 1))
            if case.axes["source"] == "digital" and not _says(pages[span["file"]][first - 1], item["title"]):
                yield f"item {item['id']} is not named on page {first}"
    for file, mine in taken.items():
        if mine != list(range(mine[0], len(pages[file]) + 1)):
            yield f"items do not tile {file}"
        for key in ("table", "contents_list"):
            place = case.truth[key] or {}
            if place.get("file") == file and set(place["pages"]) & set(mine):
                yield f"{key} reaches into the evidence"
    if len(ids) != len(plan.sent):
        yield "items are lost"


def _references(case: Case, files: Files) -> Iterator[str]:
    """Every reference exists, stays in its item and is named once."""
    known = {item["id"]: item["spans"][0] for item in case.truth["evidence"]}
    missing = {(each["subcategory"], each["evidence"]) for each in case.truth["unresolved"]}
    seen: set[tuple[str, str]] = set()
    for entry in case.truth["cross_references"]:
        cell = (entry["subcategory"], entry["evidence"])
        if cell in seen or cell[0] not in words()["codes"]:
            yield f"{cell} twice or to no sub-category"
        seen.add(cell)
        if (cell[1] in known) == (cell in missing) or (cell[1] in known and entry["file"] not in files):
            yield f"{cell} leads nowhere"
        if entry.get("pages"):
            first, last = known[cell[1]]["pages"]
            if not all(first <= page <= last for page in entry["pages"]):
                yield f"{cell} leads out of its item"
    if set(case.truth["orphans"]) != set(known) - {cell[1] for cell in seen}:
        yield "the orphans are not the items that no reference names"


def _words(plan: Plan, case: Case, pages: Pages) -> Iterator[str]:  # noqa: C901 - a list of facts
    """The table's pages name every reference; parts and printed numbers stand where the answers say."""
    table = case.truth["table"]
    labels = {item.id: item.label for item in plan.items}
    if table and table["file"] in pages:
        told = " ".join(pages[table["file"]][page - 1] for page in table["pages"])
        for ref in case.truth["cross_references"]:
            if labels[ref["evidence"]] not in told:
                yield f"the table does not name {ref['evidence']}"
            if ref["page_hint"] and ref["page_hint"] not in told:
                yield f"the table does not say {ref['page_hint']}"
    for ref in case.truth["cross_references"]:
        if ref["file"] in pages and ref.get("pages") and ref["section_hint"]:
            on = pages[ref["file"]][ref["pages"][0] - 1]
            if f" {ref['section_hint'].capitalize()}" not in f" {on}":
                yield f"no {ref['section_hint']} on page {ref['pages'][0]}"
        if ref["page_hint"] and case.truth["page_counting"] in {"portfolio", "printed"} and ref.get("pages"):
            first = ref["page_hint"].split("-")[0]
            if int(first) != ref["pages"][0] or not pages[ref["file"]][ref["pages"][0] - 1].split().count(first):
                yield f"{first} is not printed on page {ref['pages'][0]}"
    everything = " ".join(" ".join(each) for each in pages.values())
    people = [plan.applicant, *([plan.referee] if case.truth["authentication"]["present"] else [])]
    if pages:
        yield from (f"{name} stands nowhere" for name in people if name not in everything)


def _margins(name: str, data: bytes) -> Iterator[str]:
    """No page is empty, no words leave the paper or lie over each other."""
    with pymupdf.open(stream=data, filetype="pdf") as document:
        for at, page in enumerate(document, 1):
            if not (found := page.get_text("words")):
                yield f"{name}, page {at}: empty"
            for x0, y0, x1, y1, word, *_rest in found:
                if x0 < 10 or y0 < 10 or x1 > page.rect.width - 10 or y1 > page.rect.height - 10:
                    yield f"{name}, page {at}: {word} leaves the paper"
            for one, word in enumerate(found):
                for other in found[one + 1 :]:
                    across = min(word[2], other[2]) - max(word[0], other[0])
                    down = min(word[3], other[3]) - max(word[1], other[1])
                    if across > 2 and down > 0.45 * min(word[3] - word[1], other[3] - other[1]):
                        yield f"{name}, page {at}: {word[4]} lies over {other[4]}"


if __name__ == "__main__":
    main()
