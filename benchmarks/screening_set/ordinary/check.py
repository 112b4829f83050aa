"""Check that the answers stand in the files: ``python -m benchmarks.screening_set.ordinary.check [SEED...]``."""

import argparse
import io
import itertools
import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import docx
from PIL import Image

from .build import made
from .model import Block, Item, Portfolio
from .pen import LIBRARY
from .values import passes
from .writing import banks

Texts = dict[tuple[str, int], str]
TEN = re.compile(r"(?<![\w.-])\d{3}[ \u00a0-]?\d{3}[ \u00a0-]?\d{4}(?![\w-])|(?<!\w)\d{6} \d{4}(?!\w)")
COVERED = {"removed", "applied", "rasterised", "banner", "empty box"}


def main() -> None:
    """Build each seed, print what is wrong and how often each kind comes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seeds", nargs="*", type=int)
    counts: Counter[str] = Counter()
    wrong = 0
    for seed in parser.parse_args().seeds or range(60):
        with tempfile.TemporaryDirectory() as folder:
            case, folio = made(seed, Path(folder))
            texts = dict(_texts(case.portfolio))
            for fault in (*_faults(folio, case.truth, texts), *_in_files(folio, case.portfolio)):
                wrong += 1
                print(f"seed {seed}: {fault}")
            counts += _counted(case.truth)
            counts["pages"] += len(texts)
    for name, number in sorted(counts.items()):
        print(f"{name:45} {number}")
    print(f"{wrong} faults")


def _texts(path: Path) -> Iterator[tuple[tuple[str, int], str]]:
    for file in [path] if path.is_file() else sorted(path.iterdir()):
        if file.suffix == ".pdf":
            with LIBRARY.open(file) as document:
                for number, page in enumerate(document, 1):
                    yield (file.name, number), _plain(page.get_text(clip=LIBRARY.INFINITE_RECT()))
        elif file.suffix in {".docx", ".docm"}:
            whole: Any = docx.Document(str(file)) if file.suffix == ".docx" else docx.Document()
            rows = [cell.text for table in whole.tables for row in table.rows for cell in row.cells]
            deleted = [node.text or "" for node in whole.element.iter() if node.tag.endswith("}delText")]
            yield (file.name, 1), _plain(" ".join([p.text for p in whole.paragraphs] + rows + deleted))
        else:
            yield (file.name, 1), _plain(file.read_text(encoding="utf-8")) if file.suffix == ".eml" else ""


def _plain(text: str) -> str:
    return " ".join(text.replace("=\n", "").split())


def _faults(folio: Portfolio, truth: Mapping[str, Any], texts: Texts) -> Iterator[str]:
    pages, items = len(texts), len(folio.items)
    if not 8 <= pages <= 40 or not 4 <= items <= 12:
        yield f"{pages} pages, {items} items"
    for key in ("phi", "not_phi", "bad_redactions", "good_redactions", "redactions_unsure", "active", "unseen"):
        for place in truth[key]:
            if (place["file"], place["page"]) not in texts:
                yield f"{key} is outside of its file: {place}"
    for item in folio.items:
        yield from _item_faults(item, texts)
    yield from _negatives(truth, texts)
    yield from _pairs(folio, truth)


def _item_faults(item: Item, texts: Texts) -> Iterator[str]:
    whole = {page: texts.get((item.file, item.first + page - 1), "") for page in range(1, item.pages + 1)}
    if item.unseen or item.metadata.get("scan"):
        seen = [page for page, text in whole.items() if len(text) > 20]
        yield from (f"item {item.id} can be read on page {page}" for page in seen)
        return
    if item.carrier != "eml" and item.date and _plain(item.stamp) not in whole[1]:
        yield f"item {item.id}: its date does not stand on its first page"
    if item.carrier in {"docx", "eml"}:
        return
    if not item.metadata.get("scan"):
        yield from _words_of(item, whole)
    places = iter(item.found)
    for block in item.blocks:
        for _ in block.marks:
            mark, page = next(places)
            yield from _stands(item, block, mark.key, whole[page])


def _words_of(item: Item, whole: Mapping[int, str]) -> Iterator[str]:
    """All paragraphs are there, what is simulated says so and nothing else does, and passages stand in one place."""
    text = " ".join(whole.values())
    missing = [block.text for block in item.blocks if block.kind == "para" and _plain(block.text) not in text]
    yield from (f"item {item.id} lacks {words[:40]}" for words in missing)
    said = any(piece in text for piece in _pieces("simulated"))
    if said != (item.simulated and not item.noted):
        yield f"item {item.id}: simulated is {item.simulated}, said {said}"
    for mark, page in item.found:
        if mark.key == "passage":
            pieces = _pieces(mark.data["subcategory"])
            on = {at for at, words in whole.items() if any(piece in words for piece in pieces)}
            if on != {page}:
                yield f"item {item.id}: {mark.data['subcategory']} is said to be on {page} and stands on {on}"


def _pieces(bank: str) -> list[str]:
    """The longest part without slots of every line of a bank."""
    return [max(re.split(r"\{\w+\}", line), key=len).strip() for line in banks()[bank]]


def _stands(item: Item, block: Block, key: str, text: str) -> Iterator[str]:
    if block.kind in {"para", "heading", "line"} and _plain(block.text) not in text:
        yield f"item {item.id}: {key} does not stand on its page"
    if block.kind == "cover":
        there = _plain(block.text.format(s=block.secret)) in text
        if (key in {"bad_redactions", "redactions_unsure", "phi"} and not there) or (block.how in COVERED and there):
            yield f"item {item.id}: {key} {block.how}: words {'are' if there else 'are not'} there"
    if block.kind in {"hidden", "rows"} and block.secret and _plain(block.secret) not in text:
        yield f"item {item.id}: {key} {block.kind} {block.how} is not there"


def _negatives(truth: Mapping[str, Any], texts: Texts) -> Iterator[str]:
    personal = {(place["file"], place["page"]) for place in truth["phi"]}
    names = {name.split()[1].lower() for name in banks()["person bad"]}
    for place, text in texts.items():
        numbers = [re.sub(r"\D", "", found) for found in TEN.findall(text)]
        if place not in personal and any(passes(number) for number in numbers):
            yield f"{place} has a number that passes modulus 11"
        if place not in personal and any(name in text.lower() for name in names):
            yield f"{place} has a patient's name"
        for number in numbers:
            if passes(number) and not number.startswith(("999", "31", "3002")):
                yield f"{place} has a number that may have been issued"


def _pairs(folio: Portfolio, truth: Mapping[str, Any]) -> Iterator[str]:
    alike = {frozenset((pair["a"], pair["b"])): pair["kind"] for pair in truth["similar"]}
    for one, other in itertools.combinations(folio.items, 2):
        a, b = _shingles(one), _shingles(other)
        share = len(a & b) / max(1, min(len(a), len(b)))
        kind = alike.get(frozenset((one.id, other.id)), "")
        if kind not in {"duplicate", "near"} and share > 0.2:
            print(f"  {folio.seed}: {one.id} and {other.id} ({kind or 'no pair'}) share {share:.2f}")
        if (kind in {"duplicate", "near"}) != (share > (0.5 if kind else 0.33)):
            yield f"items {one.id} and {other.id} ({kind or 'no pair'}) share {share:.2f}"


def _shingles(item: Item) -> set[tuple[str, ...]]:
    words = " ".join(block.text + " ".join(map(" ".join, block.rows)) for block in item.blocks).lower().split()
    return {tuple(words[at : at + 5]) for at in range(len(words) - 4)}


def _in_files(folio: Portfolio, path: Path) -> Iterator[str]:
    for item in folio.items:
        file = path if path.is_file() else path / item.file
        if item.metadata.get("revision") and item.carrier == "pdf" and file.read_bytes().count(b"%%EOF") < 2:
            yield f"item {item.id} has one revision only"
        if file.suffix != ".pdf":
            continue
        with LIBRARY.open(file) as document:
            for mark, page in item.found:
                if mark.data.get("kind") == "exif_gps" and not _has_place(document, document[item.first + page - 2]):
                    yield f"item {item.id}: no place in the picture"
                if (
                    mark.key == "active"
                    and "of" not in mark.data
                    and not _is_active(document[item.first + page - 2], mark.data["kind"])
                ):
                    yield f"item {item.id}: {mark.data['kind']} is not there"


def _has_place(document: Any, page: Any) -> bool:
    streams = [document.extract_image(image[0])["image"] for image in page.get_images()]
    return any(Image.open(io.BytesIO(stream)).getexif().get_ifd(0x8825) for stream in streams)


def _is_active(page: Any, kind: str) -> bool:
    keys = {"launch": "Launch", "javascript": "JavaScript", "link_drive": "URI"}
    if kind == "attachment":
        return any(note.type[1] == "FileAttachment" for note in page.annots())
    if kind == "dead_icon":
        return bool(page.get_images())
    refs = re.findall(r"(\d+) 0 R", page.parent.xref_get_key(page.xref, "Annots")[1])
    return any(f"/{keys[kind]}" in page.parent.xref_object(int(ref)) for ref in refs)


def _counted(truth: Mapping[str, Any]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for key in ("phi", "active", "similar", "unseen"):
        counts.update(f"{key} {place.get('kind') or place.get('why')}" for place in truth[key])
    for key in ("not_phi", "bad_redactions", "good_redactions", "redactions_unsure", "passages", "items"):
        counts[key] += len(truth[key])
    counts.update((f"exam {truth['exam']['kind']}", f"signature {truth['referee']['signature']}"))
    counts["referee is the applicant"] += truth["referee"]["is_applicant"]
    for item in truth["items"]:
        if item["measured"]:
            counts.update(
                (f"author {item['author']}", f"simulated {item['simulated']}", f"date kind {item['date_kind']}")
            )
            counts.update(f"mhra {each['grade']}" for each in item["mhra"])
            counts.update(f"scope {each['kind']}" for each in item["scope"])
            counts.update(f"trap {each}" for each in item["traps"])
            counts.update(f"role {each}" for each in item["roles"])
            counts[f"date of {len(item['date'] or '')} characters"] += 1
    return counts


if __name__ == "__main__":
    main()
