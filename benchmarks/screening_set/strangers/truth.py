"""What a careful assessor would notice, put together from the marks."""

from collections.abc import Sequence
from typing import Any, Final

from .model import Drawn, Mark
from .plan import Plan

Found = tuple[str, int, Mark]
KEYS: Final = ("date", "date_kind", "author", "roles", "simulated", "mhra", "scope", "traps")
BLIND: Final = {"outlines", "blurred"}


def truth_of(plan: Plan, drawn: Sequence[Drawn], more: Sequence[Found]) -> dict[str, Any]:
    """The answers; ``more`` are marks of whole files."""
    found = [(one.file, one.offset + page, mark) for one in drawn for page, mark in one.marks] + list(more)
    phi, bad = _places(found, "phi"), _places(found, "bad")
    return {
        "items": [_item(one) for one in drawn],
        "phi": phi,
        "not_phi": _without(_places(found, "not_phi"), phi),
        "bad_redactions": bad,
        "good_redactions": _without(_places(found, "good"), bad),
        "redactions_unsure": _places(found, "unsure"),
        "similar": _similar(drawn),
        "active": _places(found, "active"),
        "exam": {"present": plan.exam == "abmrs_mrse", "kind": plan.exam},
        "referee": {"is_applicant": plan.own_referee, "signature": plan.signature},
        "passages": _passages(drawn),
        "unseen": _unseen(drawn),
    }


def _places(found: Sequence[Found], key: str) -> list[dict[str, Any]]:
    made = [{"file": file, "page": page, **mark.data} for file, page, mark in found if mark.key == key]
    unique = [one for at, one in enumerate(made) if one not in made[:at]]
    return sorted(unique, key=lambda one: (one["file"], one["page"], one.get("kind", "")))


def _without(these: Sequence[dict[str, Any]], those: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    pages = {(one["file"], one["page"]) for one in those}
    return [one for one in these if (one["file"], one["page"]) not in pages]


def _item(one: Drawn) -> dict[str, Any]:
    work, codes = one.work, list(one.work.codes)
    here = {
        key: [{"page": one.offset + page, **mark.data} for page, mark in one.marks if mark.key == key]
        for key in ("mhra", "scope")
    }
    item: dict[str, Any] = {
        "id": str(one.number),
        "spans": [{"file": one.file, "pages": [one.offset + 1, one.offset + one.pages]}],
        "date": work.date,
        "date_kind": work.date_kind,
        "author": work.author,
        "roles": None if work.roles is None else sorted(work.roles),
        "simulated": work.simulated,
        "mhra": [{"subcategory_claims": codes, **reference} for reference in here["mhra"]],
        "scope": here["scope"],
        "traps": sorted(set(work.traps)),
    }
    blank = set(work.unmeasured) | {key for key in ("author", "roles") if item[key] is None}
    if BLIND & set(work.special) or work.genre == "photo":
        blank |= set(KEYS)
    item |= dict.fromkeys(blank)
    item["unmeasured"] = sorted(blank)
    return item


def _similar(drawn: Sequence[Drawn]) -> list[dict[str, str]]:
    names = dict.fromkeys(one.work.pair for one in drawn if one.work.pair)
    sides = {name: [str(one.number) for one in drawn if one.work.pair == name] for name in names}
    return [{"a": a, "b": b, "kind": name.split("/")[0]} for name, (a, b) in sides.items()]


def _passages(drawn: Sequence[Drawn]) -> list[dict[str, Any]]:
    made = []
    for one in drawn:
        if one.pages < 8 or one.work.hint:
            continue
        for code in one.work.passage_codes:
            pages = {one.offset + page for page, m in one.marks if m.key == "passage" and m.data["code"] == code}
            made.append({"subcategory": code, "item": str(one.number), "file": one.file, "pages": sorted(pages)})
    return made


def _unseen(drawn: Sequence[Drawn]) -> list[dict[str, Any]]:
    made = []
    for one in drawn:
        why = next((kind for kind in one.work.special if kind in {"scan", *BLIND}), "")
        made += [{"file": one.file, "page": one.offset + page, "why": why} for page in range(1, one.pages + 1) if why]
    return made
