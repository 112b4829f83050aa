"""Whether the answers of a case are true of its files, by words and pages: ``python -m ...newcomers.check FOLDER``."""

import email
import email.policy
import json
import re
import sys
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any, Final

import pymupdf

from .chance import words
from .dates import MONTHS, written
from .extras import check_digit

LIBRARY: Any = pymupdf
DAY_FORMS: Final = (
    *("long", "slash", "slash1", "dots", "dots2", "ordinal", "dash", "iso", "short", "hyphen", "hyphen2", "two"),
    *("spelt", "us", "caps", "dicom"),
)
HINTS: Final = {
    "medical": r"(?i)gadolin|sedat|chloral|diazepam|adrenaline|eGFR|metformin|optic nerve",
    "us_framework": r"\bACR\b|MRMD|Zone I|Zone 4|College of Radiology|Federal",
    "ionising": r"IR\(ME\)R|IRR17|fluoroscop|X-ray tube|dosimeter|Lead aprons",
    "image_harm": r"treatment planning|radiotherapy plan|planning CT|planning series|frame co-ordinates",
}
MADE_UP: Final = (
    r"hypothetical|simulated|fictitious|imaginary|made-up|made up for|table-top|invented patient|mock request"
)
Pages = dict[tuple[str, int], str]


def plain(text: str) -> str:
    """Without spaces, so that line ends do not matter."""
    return "".join(text.split())


def pages_of(portfolio: Path) -> Pages:
    """The words of each page of each file."""
    files = [portfolio] if portfolio.is_file() else sorted(portfolio.iterdir())
    found: Pages = {}
    for file in files:
        if file.suffix == ".pdf":
            with LIBRARY.open(file) as document:
                found |= {(file.name, at): page.get_text() for at, page in enumerate(document, start=1)}
        elif file.suffix == ".eml":
            read = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
            found[file.name, 1] = "\n".join(f"{k}: {v}" for k, v in read.items()) + "\n" + read.get_content()
        elif file.suffix in {".docx", ".docm"}:
            found[file.name, 1] = _word(file)
        else:
            found[file.name, 1] = ""
    return found


def _word(file: Path) -> str:
    """All words of the text, of headers and of footers, deleted ones too."""
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
            yield from _item(item, own)
    yield from _personal(truth, {place: text for place, text in pages.items() if place not in unseen})
    for key in ("phi", "not_phi", "bad_redactions", "good_redactions", "redactions_unsure", "active", "passages"):
        for one in truth[key]:
            for page in one.get("pages") or [one["page"]]:
                if (one["file"], page) not in pages:
                    yield f"{key}: no page {page} in {one['file']}"
    ids = {item["id"] for item in truth["items"]}
    yield from (f"similar names no item: {one}" for one in truth["similar"] if {one["a"], one["b"]} - ids)


def _within(item: Mapping[str, Any], place: tuple[str, int]) -> bool:
    return any(place[0] == s["file"] and s["pages"][0] <= place[1] <= s["pages"][1] for s in item["spans"])


def _tiles(truth: Mapping[str, Any], pages: Pages) -> Iterator[str]:
    places = [
        (s["file"], at) for i in truth["items"] for s in i["spans"] for at in range(s["pages"][0], s["pages"][1] + 1)
    ]
    yield from (f"{place} is no page" for place in places if place not in pages)
    if len(places) != len(set(places)):
        yield "items overlap"
    left = {place for place in pages if place not in places}
    lone = {file for file, _ in left if not re.match(r"portfolio\.pdf|00 |Examination", file)}
    if lone:
        yield f"pages of no item: {lone}"
    first = min((at for file, at in places if file == "portfolio.pdf"), default=0)
    if any(file == "portfolio.pdf" and at > first for file, at in left):
        yield "pages between items belong to none"
    text = "".join(pages[place] for place in left)
    for number in re.findall(r"Evidence\s+(\d+)", text):
        if number not in {item["id"] for item in truth["items"]}:
            yield f"reference to Evidence {number}, which is not there"


def _item(item: Mapping[str, Any], own: Pages) -> Iterator[str]:
    text = "\n".join(own.values())
    flat = plain(text)
    if item["date"] and not any(plain(one) in flat for one in _forms(item["date"])):
        yield f"item {item['id']}: {item['date']} stands nowhere"
    for one in item["mhra"] or ():
        page = next(text for (_, at), text in own.items() if at == one["page"])
        if "MHRA" not in page and "DB2007" not in page:
            yield f"item {item['id']}: no MHRA on page {one['page']}"
        if one["section"] and one["section"] not in page:
            yield f"item {item['id']}: no {one['section']} on page {one['page']}"
    named = {one["page"] for one in item["mhra"] or ()}
    for (_, at), words_ in own.items():
        count = len(
            re.findall(
                r"MHRA(?:'s|\)|,)? (?:\(|Saf|Gui|gui|MRI|v4|20|Nov|[Ss]ec|safety g)|DB2007|MHRA, |\[1\] MHRA|MHRA guid",
                words_.replace("\n", " "),
            )
        )
        if count and at not in named:
            yield f"item {item['id']}: MHRA on page {at} that is not listed"
    if item["scope"] is not None:
        yield from _scopes(item, own)
    if item["simulated"] is False and re.search(MADE_UP, " ".join(text.split())):
        yield f"item {item['id']}: sounds made up"


def _scopes(item: Mapping[str, Any], own: Pages) -> Iterator[str]:
    for kind, pattern in HINTS.items():
        told = {one["page"] for one in item["scope"] if one["kind"] == kind}
        seen = {at for (_, at), text in own.items() if re.search(pattern, " ".join(text.split()))}
        if told - seen:
            yield f"item {item['id']}: {kind} not on {told - seen}"
        if seen - told:
            yield f"item {item['id']}: {kind} on {seen - told} not listed"


def _forms(day: str) -> list[str]:
    if len(day) == 4:
        return [day]
    if len(day) == 7:
        month = date.fromisoformat(f"{day}-01")
        return [written(month, form) for form in ("month", "month3", "month figures")]
    whole = date.fromisoformat(day)
    more = [
        f"{whole.day} {MONTHS[whole.month - 1][:3]}",
        f"{MONTHS[whole.month - 1][:3]} {whole.day}, {whole.year}",
        f"{whole.day:02d} {MONTHS[whole.month - 1]} {whole.year}",
    ]
    return [*(written(whole, form) for form in DAY_FORMS), *more]


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
        if any(re.search(rf"M(?:r|rs) \w+ {last}", text) for last in words("personal")["last"]):
            yield f"{place}: a patient's name"
        if re.search(r"(?i)(?:DOB|D\.O\.B\.|date of birth)\W+\d", text):
            yield f"{place}: a birth date"


def main() -> int:
    """Check every case in a folder of them."""
    bad = 0
    for answer in sorted(Path(sys.argv[1]).glob("*/truth.json"), key=lambda path: int(path.parent.name)):
        case = json.loads(answer.read_text(encoding="utf-8"))
        for line in wrong(case["truth"], pages_of(Path(case["portfolio"]))):
            print(answer.parent.name, line)
            bad += 1
    print(f"{bad} wrong")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
