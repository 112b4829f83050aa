"""Whether the answers of a case are true of its files, by words and pages: ``python -m ...strangers.check FOLDER``."""

import email
import email.policy
import json
import re
import sys
import unicodedata
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any, Final

from ..apart.sheet import LIBRARY  # noqa: TID252 - the set is imported by two names
from .chance import words
from .days import COARSE, FULL, written
from .identifiers import check_digit
from .paper import plain

HINTS: Final = {
    "medical": r"(?i)gadolin|lorazepam|dexmedet|carotid|adrenaline|adenosine",
    "us_framework": r"\bACR\b|MRMD|zone IV|American College|Joint Commission",
    "ionising": r"IR\(ME\)R|IRR17|Film badges|entrance surface dose",
    "image_harm": r"planning CT|radiosurgery|radiotherapy fields|biopsy needle",
    "mr_safe_metal": r"titanium plate is MR Safe|MR safe metals|aluminium trolleys are MR Safe",
}
MADE_UP: Final = r"(?i)simulated case|invented one|hypothetical|fictional|simulated evidence|I imagined|mock exercise"
MENTION: Final = (
    r"(?i)MHRA(?:'s|\)|,)? ?(?:\(|saf|gui|MRI|v4|20\d\d|nov|sec|\d|s\b)|DB2007|Safety Guidelines for (?:Mag|MRI)"
)
Pages = dict[tuple[str, int], str]


def pages_of(portfolio: Path) -> Pages:
    """The words of each page of each file."""
    files = [portfolio] if portfolio.is_file() else sorted(portfolio.iterdir())
    found: Pages = {}
    for file in files:
        if file.suffix == ".pdf":
            with LIBRARY.open(file) as document:
                found |= {(file.name, at): _normal(page.get_text()) for at, page in enumerate(document, start=1)}
        elif file.suffix == ".eml":
            read = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
            body = read.get_body(("plain",))
            text = body.get_content() if body else ""
            found[file.name, 1] = "\n".join(f"{key}: {value}" for key, value in read.items()) + f"\n{text}"
        elif file.suffix in {".docx", ".docm"}:
            found[file.name, 1] = _word(file)
        else:
            found[file.name, 1] = ""
    return found


def _normal(text: str) -> str:
    """Without ligatures."""
    return unicodedata.normalize("NFKC", text)


def _word(file: Path) -> str:
    """All words of the text, of heads and of feet, deleted ones too."""
    with zipfile.ZipFile(file) as packed:
        names = [name for name in packed.namelist() if re.match(r"word/(document|header|footer)\d*\.xml", name)]
        whole = "\n".join(packed.read(name).decode() for name in names)
    return unescape("\n".join(re.findall(r"<w:(?:t|delText)(?: [^>]*)?>([^<]*)<", whole)))


def wrong(truth: Mapping[str, Any], pages: Pages) -> Iterator[str]:
    """What is not as the answers say."""
    yield from _tiles(truth, pages)
    unseen = {(one["file"], one["page"]) for one in truth["unseen"]}
    for item in truth["items"]:
        own = {place: text for place, text in pages.items() if _within(item, place)}
        if not set(own) & unseen and any(own.values()):
            yield from (f"item {item['id']}: {said}" for said in _item(item, own))
    yield from _personal(truth, {place: text for place, text in pages.items() if place not in unseen})
    for key in ("phi", "not_phi", "bad_redactions", "good_redactions", "redactions_unsure", "active", "passages"):
        for one in truth[key]:
            gone = [page for page in one.get("pages") or [one["page"]] if (one["file"], page) not in pages]
            yield from (f"{key}: no page {page} in {one['file']}" for page in gone)
            if one.get("pages") == []:
                yield f"{key}: no page at all for {one}"
    ids = {item["id"] for item in truth["items"]}
    yield from (f"similar names no item: {one}" for one in truth["similar"] if {one["a"], one["b"]} - ids)


def _within(item: Mapping[str, Any], place: tuple[str, int]) -> bool:
    return any(place[0] == s["file"] and s["pages"][0] <= place[1] <= s["pages"][1] for s in item["spans"])


def _tiles(truth: Mapping[str, Any], pages: Pages) -> Iterator[str]:
    """Items have pages of their own, one after another, and every reference of the front names one."""
    places = [
        (s["file"], at) for i in truth["items"] for s in i["spans"] for at in range(s["pages"][0], s["pages"][1] + 1)
    ]
    yield from (f"{place} is no page" for place in places if place not in pages)
    if len(places) != len(set(places)):
        yield "items overlap"
    left = [place for place in pages if place not in places]
    if any(file != "portfolio.pdf" and not re.match(r"0[01] ", file) for file, _ in left):
        yield "a file of no item"
    first = min((at for file, at in places if file == "portfolio.pdf"), default=0)
    if any(file == "portfolio.pdf" and at > first for file, at in left):
        yield "pages between items belong to none"
    ids = {item["id"] for item in truth["items"]}
    named = set(re.findall(r"(?:Evidence|Item)\s+(\d+)", "".join(pages[place] for place in left)))
    if named != ids:
        yield f"the front names {named ^ ids} otherwise"


def _item(item: Mapping[str, Any], own: Pages) -> Iterator[str]:
    text = "\n".join(own.values())
    if item["date"] and not any(plain(one) in plain(text) for one in _forms(item["date"])):
        yield f"{item['date']} stands nowhere"
    for one in item["mhra"] or ():
        page = next(text for (_, at), text in own.items() if at == one["page"])
        if not re.search(MENTION, " ".join(page.split())) or (one["section"] or "") not in page:
            yield f"no reference on page {one['page']}"
    named = {one["page"] for one in item["mhra"] or ()}
    for (_, at), said in own.items():
        if re.search(MENTION, " ".join(said.split())) and at not in named and item["mhra"] is not None:
            yield f"a reference on page {at} that is not listed"
    if item["scope"] is not None:
        yield from _scopes(item, own)
    if item["simulated"] is not None and not item["simulated"] and re.search(MADE_UP, " ".join(text.split())):
        yield "sounds made up"


def _scopes(item: Mapping[str, Any], own: Pages) -> Iterator[str]:
    for kind, pattern in HINTS.items():
        told = {one["page"] for one in item["scope"] if one["kind"] == kind}
        seen = {at for (_, at), text in own.items() if re.search(pattern, " ".join(text.split()))}
        if told != seen:
            yield f"{kind} on {seen}, listed on {told}"


def _forms(day: str) -> list[str]:
    if len(day) < 10:
        first = date.fromisoformat((day + "-01-01")[:10])
        return [written(first, form) for form in COARSE]
    whole = date.fromisoformat(day)
    mailed = [f"{whole.day} {whole:%b %Y}", f"{whole:%b} {whole.day}, {whole.year}", f"{whole:%d %B %Y}"]
    return [*(written(whole, form) for form in FULL), *mailed]


def _personal(truth: Mapping[str, Any], pages: Pages) -> Iterator[str]:
    """No number, name or birth date of a patient but on pages that the answers name."""
    told = {(one["file"], one["page"]) for one in truth["phi"]}
    for place, text in pages.items():
        if place in told:
            continue
        for digits in re.findall(r"(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)", text):
            ten = re.sub(r"\D", "", digits)
            if check_digit(ten[:9]) == int(ten[9]):
                yield f"{place}: {ten} has a good check digit"
        if re.search("|".join(words("personal")["last"]), text, re.IGNORECASE):
            yield f"{place}: a patient's name"
        if re.search(r"(?i)(?:DOB|D\.O\.B\.|date of birth)\W+\d\d?\W(?!01/1900)", text):
            yield f"{place}: a birth date"


def main() -> int:
    """Check every case in a folder of them."""
    bad = 0
    for answer in sorted(Path(sys.argv[1]).glob("*/truth.json"), key=lambda path: int(path.parent.name)):
        case = json.loads(answer.read_text(encoding="utf-8"))
        for said in wrong(case["truth"], pages_of(Path(case["portfolio"]))):
            print(answer.parent.name, said)
            bad += 1
    print(f"{bad} wrong")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
