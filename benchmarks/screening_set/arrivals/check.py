"""Whether the answers of a case are true of its files, by words and pages: ``python -m ...arrivals.check FOLDER``."""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

from ..strangers.check import pages_of  # noqa: TID252 - the set is imported by two names
from ..strangers.identifiers import check_digit  # noqa: TID252 - as above
from ..strangers.paper import plain  # noqa: TID252 - as above
from .chance import words
from .days import COARSE, FULL, written
from .front import CODES

HINTS: Final = {
    "medical": r"Gadolinium|chloral hydrate|optic nerve",
    "us_framework": r"ACR manual|MRMD|Joint Commission",
    "ionising": r"IR\(ME\)R|IRR17|dose area",
    "image_harm": r"radiotherapy|stereotactic",
    "mr_safe_metal": r"titanium cage is|trolleys are MR Safe",
    "image_quality": r"ghosting ratio|Readers complained|Three readers preferred",
}
MADE_UP: Final = (
    r"(?i)simulated (?:case|evidence)|worked example|hypothetical|fictitious|\(simulated|item is simulated"
    r"|paper exercise"
)
MENTION: Final = (
    r"(?i)MHRA,? ?(?:\(?20\d\d|saf|guid|Nov)|DB2007|MHRA[^.]{0,30}Safety Guidelines|same guidelines"
    r"|For emergencies the same"
)
PLACED: Final = ("phi", "not_phi", "bad_redactions", "good_redactions", "redactions_unsure", "active", "passages")
Place = tuple[str, int]
Pages = Mapping[Place, str]


def wrong(truth: Mapping[str, Any], pages: Pages) -> Iterator[str]:
    """What is not as the answers say."""
    own = [_places(item) for item in truth["items"]]
    every = [place for places in own for place in places]
    yield from (f"{place} is no page" for place in every if place not in pages)
    if len(every) != len(set(every)):
        yield "items overlap"
    yield from _front(truth, " ".join(text for place, text in pages.items() if place not in every))
    unseen = {(one["file"], one["page"]) for one in truth["unseen"]}
    for item, places in zip(truth["items"], own, strict=True):
        if not set(places) & unseen and any(pages[place] for place in places):
            yield from (f"item {item['id']}: {said}" for said in _item(item, {at: pages[at] for at in places}))
    yield from _personal(truth, {place: text for place, text in pages.items() if place not in unseen})
    for key in PLACED:
        for one in truth[key]:
            named = one.get("pages", [one.get("page")])
            yield from (f"{key}: no page {page}" for page in named or [0] if (one["file"], page) not in pages)
    ids = {item["id"] for item in truth["items"]}
    yield from (f"similar names no item: {one}" for one in truth["similar"] if {one["a"], one["b"]} - ids)


def _places(item: Mapping[str, Any]) -> list[Place]:
    return [(s["file"], at) for s in item["spans"] for at in range(s["pages"][0], s["pages"][1] + 1)]


def _front(truth: Mapping[str, Any], text: str) -> Iterator[str]:
    """The front names every item and no other, and every sub-category."""
    ids = {item["id"] for item in truth["items"]}
    named = set(re.findall(r"(?:Evidence|Item|Document)\s+(\d+)", text))
    if named != ids:
        yield f"the front names {named ^ ids} otherwise"
    yield from (f"no row for {code}" for code in CODES if f"{code} {CODES[code][:12]}" not in " ".join(text.split()))


def _item(item: Mapping[str, Any], own: Pages) -> Iterator[str]:
    text = " ".join(" ".join(own.values()).split())
    if item["date"] and not any(plain(one) in plain(text) for one in _forms(item["date"])):
        yield f"{item['date']} stands nowhere"
    if item["simulated"] is False and re.search(MADE_UP, text):
        yield "sounds made up"
    for one in item["mhra"] or ():
        page = next(said for (_, at), said in own.items() if at == one["page"])
        if one["section"] and one["section"] not in page:
            yield f"no section {one['section']} on page {one['page']}"
    if item["mhra"] is not None:
        yield from _same("mhra", {one["page"] for one in item["mhra"]}, MENTION, own)
    for kind, pattern in HINTS.items() if item["scope"] is not None else ():
        yield from _same(kind, {one["page"] for one in item["scope"] if one["kind"] == kind}, pattern, own)


def _same(key: str, told: set[int], pattern: str, own: Pages) -> Iterator[str]:
    seen = {at for (_, at), text in own.items() if re.search(pattern, " ".join(text.split()))}
    if told != seen:
        yield f"{key} on {seen}, listed on {told}"


def _forms(day: str) -> list[str]:
    whole = date.fromisoformat((day + "-01-01")[:10])
    if len(day) < len("2020-01-01"):
        return [written(whole, form) for form in COARSE]
    return [*(written(whole, form) for form in FULL), f"{whole:%d %b %Y}", f"{whole:%b} {whole.day}, {whole.year}"]


def _personal(truth: Mapping[str, Any], pages: Pages) -> Iterator[str]:
    """Personal data stand on pages that the answers name, and on no other."""
    names = "|".join(words("personal")["last"])
    told: dict[Place, set[str]] = {}
    for one in truth["phi"]:
        told.setdefault((one["file"], one["page"]), set()).add(one["kind"])
    for place, text in pages.items():
        kinds, shown = told.get(place, set()), f"{place[0]} {text}"
        seen = re.search(names, shown, re.IGNORECASE) is not None
        if seen != bool(kinds & {"patient_name", "hidden_text"}):
            yield f"{place}: a name {'is' if seen else 'is not'} there, and {sorted(kinds)} are listed"
        good = any(
            check_digit(ten[:9]) == int(ten[9])
            for digits in re.findall(r"(?<!\d)\d{3}[\s-]?\d{3}[\s-]?\d{4}(?!\d)", text)
            if (ten := re.sub(r"\D", "", digits))
        )
        if good != bool(kinds & {"nhs_number", "chi_number"}) and "hidden_text" not in kinds:
            yield f"{place}: a number {'is' if good else 'is not'} there, and {sorted(kinds)} are listed"
        if (
            "dob" not in kinds
            and re.search(r"(?i)(?:DOB|d\.o\.b\.|date of birth)\W+\d", text)
            and "hidden" not in kinds
        ):
            yield f"{place}: a birth date"


def main() -> int:
    """Check every case in a folder of them."""
    bad = 0
    for answer in sorted(Path(sys.argv[1]).glob("*/truth.json"), key=lambda path: int(path.parent.name)):
        truth = json.loads(answer.read_text(encoding="utf-8"))["truth"]
        files = answer.parent / "files"
        folder = files / "portfolio" if (files / "portfolio").is_dir() else files
        for said in wrong(truth, pages_of(folder)):
            print(answer.parent.name, said)
            bad += 1
    print(f"{bad} wrong")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
