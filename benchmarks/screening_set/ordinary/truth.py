"""The answers of a portfolio, from its items and where their marks came to stand."""

from collections.abc import Mapping
from typing import Any

from .model import Item, Portfolio

LISTS = ("phi", "bad_redactions", "good_redactions", "redactions_unsure", "active", "unseen")


def truth_of(folio: Portfolio, front: Mapping[str, int], front_file: str) -> dict[str, Any]:
    """The keys that the README of the set explains."""
    made: dict[str, Any] = {"applicant": {"name": folio.people.name}, "submission_date": folio.submitted}
    lonely = [item for item in folio.items if "3" in item.codes]
    if len(lonely) == 1 and "3_not_independent" not in lonely[0].traps:
        lonely[0].traps.append("3_not_independent")
    made["items"] = [_item(item) for item in folio.items]
    for key in LISTS:
        made[key] = _places(folio, key)
    found = {(place["file"], place["page"]) for place in made["phi"]}
    alike = {(place["file"], place["page"]): place for place in _places(folio, "not_phi")}
    made["not_phi"] = [place for key, place in alike.items() if key not in found]
    bad = {(place["file"], place["page"]) for key in ("bad_redactions", "redactions_unsure") for place in made[key]}
    made["good_redactions"] = [each for each in made["good_redactions"] if (each["file"], each["page"]) not in bad]
    made["similar"] = [{"a": a, "b": b, "kind": kind} for a, b, kind in folio.pairs]
    made["exam"] = {"present": folio.exam == "abmrs_mrse", "kind": folio.exam, "file": front_file,
                    "page": front.get("certificate")}  # fmt: skip
    people = folio.people
    made["referee"] = {"is_applicant": people.is_applicant, "signature": people.signature, "name": people.referee,
                       "file": front_file, "page": front["referee"]}  # fmt: skip
    made["passages"] = _passages(folio)
    return made


def _item(item: Item) -> dict[str, Any]:
    last = item.first + item.pages - 1
    known: dict[str, Any] = {
        "id": item.id,
        "title": item.title,
        "spans": [{"file": item.file, "pages": [item.first, last]}],
        "codes": list(item.codes),
        "measured": not item.unseen,
    }
    keys = ("date", "date_kind", "author", "roles", "simulated", "mhra", "scope", "traps")
    if item.unseen:
        return known | dict.fromkeys(keys)
    on = [(mark, item.first + page - 1) for mark, page in item.found]
    return known | {
        "date": item.date,
        "date_kind": item.date_kind,
        "author": item.author,
        "roles": sorted(set(item.roles)),
        "simulated": item.simulated,
        "simulated_said": "note" if item.noted else "item" if item.simulated else None,
        "mhra": [
            {"subcategory_claims": list(item.codes), **mark.data, "page": page}
            for mark, page in on
            if mark.key == "mhra"
        ],
        "scope": [{**mark.data, "page": page} for mark, page in on if mark.key == "scope"],
        "traps": sorted(set(item.traps)),
    }


def _places(folio: Portfolio, key: str) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = []
    for item in (*folio.items, *folio.loose):
        for mark, page in item.found:
            place = {**mark.data, "file": item.file, "page": item.first + page - 1}
            if mark.key == key and place not in made:
                made.append(place)
    return made


def _passages(folio: Portfolio) -> list[dict[str, Any]]:
    made = []
    for item in folio.items:
        for code in item.codes:
            pages = [
                item.first + page - 1
                for mark, page in item.found
                if mark.key == "passage" and mark.data["subcategory"] == code
            ]
            if pages:
                made.append({"subcategory": code, "item": item.id, "file": item.file, "pages": pages})
    return made
