"""Whether the answers of a case are true of its files, by words and pages: ``python -m ...boarders.check FOLDER``."""

import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from ..arrivals.check import PLACED, Pages, Place, _forms  # noqa: TID252 - the set is imported by two names
from ..strangers.check import pages_of  # noqa: TID252 - as above
from ..strangers.identifiers import check_digit  # noqa: TID252 - as above
from ..strangers.paper import plain  # noqa: TID252 - as above
from .chance import words

HINTS: Final = {
    "medical": r"(?i)gadolin|gadoterate|midazolam|lorazepam|beta blocker",
    "us_framework": r"\bACR\b|MRMD|American College|Joint Commission",
    "ionising": r"IRR17|IR\(ME\)R|dosemeters|lead aprons",
    "image_quality": r"signal to noise ratio|Uniformity of|sharper cartilage|Ghosting",
    "mr_safe_metal": r"(?i)is MR Safe, since|aluminium and therefore MR Safe|titanium screws|brass keys",
    "image_harm": r"planning of radiotherapy|radiosurgery|flipped from left|contouring",
}
MENTION: Final = r"MHRA|DB2007|Medicines and Healthcare|comply with section|same guidelines"
ELSE: Final = r"MHRA (?:by Yellow Card|medical device alert|is on the quotation|does not concern)"
REMOVED: Final = "MMMM"
MADE_UP: Final = (
    r"(?i)made it up|simulated evidence|fictitious|evidence simulated|imagined|invented for|did not happen"
    r"|hypothetical case|a simulation: figures|SIMULATED -"
)
PROOFS: Final = {
    "abmrs_mrse": r"MRSEU-\d",
    "abmrs_mrso": r"MRSO-\d",
    "course": r"KIE-\d|Northfold",
}
NAMES: Final = rf"\b(?:{'|'.join(words('personal')['last'])})\b"


def wrong(truth: Mapping[str, Any], pages: Pages) -> Iterator[str]:
    """What is not as the answers say."""
    unseen = {(one["file"], one["page"]) for one in truth["unseen"]}
    every = [place for item in truth["items"] for place in _places(item)]
    yield from (f"{place} is no page" for place in every if place not in pages)
    if len(every) != len(set(every)):
        yield "items overlap"
    for item in truth["items"]:
        own = {place: pages.get(place, "") for place in _places(item)}
        if not set(own) & unseen and any(own.values()):
            yield from (f"item {item['id']}: {said}" for said in _item(item, own))
    yield from _personal(truth, {place: text for place, text in pages.items() if place not in unseen})
    for key in PLACED:
        for one in truth[key]:
            named = one.get("pages", [one.get("page")])
            yield from (f"{key}: no page {page}" for page in named or [0] if (one["file"], page) not in pages)
    gone = [(one["file"], one["page"]) for one in truth["good_redactions"]]
    yield from (f"{place}: words that were to be gone" for place in gone if REMOVED in pages.get(place, ""))
    yield from _front(truth, " ".join(text for place, text in pages.items() if place not in every))
    ids = {item["id"] for item in truth["items"]}
    yield from (f"similar names no item: {one}" for one in truth["similar"] if {one["a"], one["b"]} - ids)


def _front(truth: Mapping[str, Any], text: str) -> Iterator[str]:
    """What stands before the evidence names each item, and the proof of the examination is of its kind."""
    missing = [
        one["id"] for one in truth["items"] if not re.search(rf"(?:Evidence|Item|Document)\s+{one['id']}\b", text)
    ]
    yield from (f"item {one} is not listed" for one in missing)
    seen = next((kind for kind, words_of in PROOFS.items() if re.search(words_of, text)), "none")
    if seen != truth["exam"]["kind"] or truth["exam"]["present"] != (seen == "abmrs_mrse"):
        yield f"the examination looks like {seen}"


def _places(item: Mapping[str, Any]) -> list[Place]:
    return [(s["file"], at) for s in item["spans"] for at in range(s["pages"][0], s["pages"][1] + 1)]


def _item(item: Mapping[str, Any], own: Pages) -> Iterator[str]:
    text = " ".join(" ".join(own.values()).split())
    if item["date"] and not any(plain(one) in plain(text) for one in _forms(item["date"])):
        yield f"{item['date']} stands nowhere"
    if item["simulated"] is not None and item["simulated"] != bool(re.search(MADE_UP, text)):
        yield "made up or not"
    said = {at: re.sub(ELSE, "", " ".join(words_on.split())) for (_, at), words_on in own.items()}
    for one in item["mhra"] or ():
        if one["section"] and one["section"] not in said[one["page"]]:
            yield f"no section {one['section']} on page {one['page']}"
    for key, pattern, told in _sought(item):
        seen = {at for at, page in said.items() if re.search(pattern, page)}
        if told != seen:
            yield f"{key} on {seen}, listed on {told}"


def _sought(item: Mapping[str, Any]) -> Iterator[tuple[str, str, set[int]]]:
    yield "mhra", MENTION, {one["page"] for one in item["mhra"]}
    for kind, pattern in HINTS.items():
        yield kind, pattern, {one["page"] for one in item["scope"] if one["kind"] == kind}


def _personal(truth: Mapping[str, Any], pages: Pages) -> Iterator[str]:
    """Personal data stand on pages that the answers name, and on no other."""
    told: dict[Place, set[str]] = {}
    for one in truth["phi"]:
        told.setdefault((one["file"], one["page"]), set()).add(one["kind"])
    alike = {(one["file"], one["page"]) for one in truth["not_phi"]}
    for place, text in pages.items():
        kinds = told.get(place, set())
        if place[0].endswith(".png") or "hidden_text" in kinds:
            continue
        seen = {
            "patient_name": bool(re.search(NAMES, f"{place[0]} {text}", re.IGNORECASE)),
            "number": any(_good(digits) for digits in re.findall(r"(?<!\d)\d{3}[\s-]?\d{3}[\s-]?\d{4}(?!\d)", text)),
            "dob": place not in alike and bool(re.search(r"(?i)(?:DOB|born|date of birth)\W+\d", text)),
        }
        listed = {"number" if kind in {"nhs_number", "chi_number"} else kind for kind in kinds}
        for kind, there in seen.items():
            if there != (kind in listed) and not (kind == "dob" and kind in listed):
                yield f"{place}: {kind} {'is' if there else 'is not'} there, and {sorted(kinds)} are listed"


def _good(digits: str) -> bool:
    ten = re.sub(r"\D", "", digits)
    return check_digit(ten[:9]) == int(ten[9])


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
