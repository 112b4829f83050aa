"""What a careful assessor would notice, put together from the marks."""

from collections.abc import Sequence
from typing import Any, Final

from ..apart.model import Drawn, Mark  # noqa: TID252 - the set is imported by two names
from .front import exam_of, own_referee, signature_of

Found = tuple[str, int, Mark]
"""A file, a page of it, and the mark that stands there."""
BLANK: Final = ("date", "date_kind", "author", "roles", "simulated", "mhra", "scope", "traps")


def truth_of(seed: int, drawn: Sequence[Drawn], more: Sequence[Found]) -> dict[str, Any]:
    """The answers; ``more`` are marks of whole files."""
    found = [(one.file, one.offset + page, mark) for one in drawn for page, mark in one.marks] + list(more)
    return {
        "items": [_item(one) for one in drawn],
        "phi": _places(found, "phi"),
        "not_phi": _without(_places(found, "not_phi"), _places(found, "phi")),
        "bad_redactions": _places(found, "bad"),
        "good_redactions": _without(_places(found, "good"), _places(found, "bad")),
        "redactions_unsure": _places(found, "unsure"),
        "similar": _similar(drawn),
        "active": _places(found, "active"),
        "exam": {"present": exam_of(seed) != "none", "kind": exam_of(seed)},
        "referee": {"is_applicant": own_referee(seed), "signature": signature_of(seed)},
        "passages": _passages(drawn),
        "unseen": _unseen(drawn),
    }


def _places(found: Sequence[Found], key: str) -> list[dict[str, Any]]:
    made = [{"file": file, "page": page, **mark.data} for file, page, mark in found if mark.key == key]
    unique = [one for at, one in enumerate(made) if one not in made[:at]]
    return sorted(unique, key=lambda one: (one["file"], one["page"]))


def _without(these: Sequence[dict[str, Any]], those: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those places of the first on whose page there is none of the second."""
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
        "roles": sorted(work.roles),
        "simulated": work.simulated,
        "mhra": [{"subcategory_claims": codes, **reference} for reference in here["mhra"]],
        "scope": here["scope"],
        "traps": sorted(work.traps),
        "unmeasured": [],
    }
    for key in ("date", "author", "roles"):
        if work.extra.get(f"{key} unmeasured"):
            item[key] = None
            item["unmeasured"].append(key)
    if work.extra.get("scan") in {"blurred", "outlines"}:
        item |= dict.fromkeys(BLANK) | {"unmeasured": list(BLANK)}
    return item


def _similar(drawn: Sequence[Drawn]) -> list[dict[str, str]]:
    names = dict.fromkeys(one.work.pair for one in drawn if one.work.pair)
    sides = {name: [str(one.number) for one in drawn if one.work.pair == name] for name in names}
    return [{"a": a, "b": b, "kind": name.split("/")[0]} for name, (a, b) in sides.items()]


def _passages(drawn: Sequence[Drawn]) -> list[dict[str, Any]]:
    made = []
    for one in drawn:
        if one.pages < 8 or one.work.hint or one.work.traps:
            continue
        for code in one.work.codes:
            pages = {one.offset + page for page, m in one.marks if m.key == "passage" and m.data["code"] == code}
            where = {"subcategory": code, "item": str(one.number), "file": one.file, "pages": sorted(pages)}
            made += [where] if pages else []
    return made


def _unseen(drawn: Sequence[Drawn]) -> list[dict[str, Any]]:
    made = []
    for one in drawn:
        if why := one.work.extra.get("scan"):
            made += [{"file": one.file, "page": one.offset + page, "why": why} for page in range(1, one.pages + 1)]
    return made
