"""What reading should find, from the plan and the pages, never from the project's own reading."""

from collections.abc import Mapping, Sequence
from typing import Any

from .axes import Choice
from .front import claimed_in_contents
from .layout import Layout, number
from .plan import CODES, Plan
from .references import Placed, Written

Located = dict[str, Any] | None
COUNTINGS = ("item", "item_after_divider", "file", "portfolio", "printed")


def truth(
    plan: Plan, layout: Layout, written: Mapping[str, Sequence[Written]], front: Mapping[str, Any], front_pages: int
) -> dict[str, Any]:
    """The answers. ``front`` has applicant, table, contents_list and authentication."""
    references = [
        _reference(plan, layout, code, each)
        for code in CODES
        for each in (written.get(code, ()) if front["table"] else ())
    ]
    cited = {part for entry in references for part in _parts(plan, entry["evidence"])}
    hinted = (
        [each for refs in written.values() for each in refs if each.pages and not each.ref.beyond]
        if front["table"]
        else []
    )
    return {
        "applicant": {"name": front["applicant"]["name"]},
        "submission_date": front["applicant"]["date"],
        "table": front["table"],
        "contents_list": front["contents_list"],
        "cross_references": references,
        "authentication": front["authentication"],
        "evidence": [_item(plan, layout.placed[item.id], item.title, item.codes) for item in plan.items],
        "unresolved": [
            {"subcategory": entry["subcategory"], "evidence": entry["evidence"]}
            for entry in references
            if entry["file"] is None
        ],
        "orphans": [item.id for item in plan.items if item.id not in cited],
        "page_counting": plan.choice.counting if hinted else "none",
        "page_counting_also": _same(plan.choice, layout, hinted, front_pages, plan) if hinted else [],
    }


def _parts(plan: Plan, each: str) -> list[str]:
    """The items that an id means: itself, or 4a and 4b for 4."""
    ids = [item.id for item in plan.items]
    return [each] if each in ids else [one for one in ids if one[:-1] == each and one[-1:].isalpha()]


def _reference(plan: Plan, layout: Layout, code: str, each: Written) -> dict[str, Any]:
    parts = [layout.placed[part] for part in _parts(plan, each.ref.id)]
    places = [place for part in parts for place in part.places]
    if each.ref.ranges and parts and not each.ref.beyond:
        places = [parts[0].places[at - 1] for a, b in each.ref.ranges for at in range(a, b + 1)]
    file = places[0][0] if places else None
    entry = {
        "subcategory": code,
        "evidence": each.ref.id,
        "page_hint": each.page_hint,
        "section_hint": each.section_hint,
        "notes": ["simulated"] if each.ref.simulated else [],
        "file": file,
        "pages": sorted({page for name, page in places if name == file}) or None,
    }
    if any(not part.paged for part in parts):
        del entry["pages"]
    if len({name for name, _ in places}) > 1:
        entry["spans"] = _spans(parts)
    return entry


def _item(plan: Plan, placed: Placed, title: str, codes: tuple[str, ...]) -> dict[str, Any]:
    return {"id": placed.id, "title": title, "spans": _spans([placed]), "claimed": claimed_in_contents(plan, codes)}


def _spans(parts: Sequence[Placed]) -> list[dict[str, Any]]:
    spans = []
    for part in parts:
        pages = [page for _, page in part.places]
        spans.append({"file": part.places[0][0], **({"pages": [pages[0], pages[-1]]} if part.paged else {})})
    return spans


def _same(choice: Choice, layout: Layout, hinted: Sequence[Written], front_pages: int, plan: Plan) -> list[str]:
    """The other countings by which every hint leads to the same pages."""
    found = []
    for counting in COUNTINGS:
        if counting not in {choice.counting, "printed"}:
            other = Plan(**{**vars(plan), "choice": Choice(**{**vars(choice), "counting": counting})})
            if all(
                number(other, layout, front_pages, each.ref.id, a) == shown
                for each in hinted
                for (a, _), (shown, _) in zip(each.ref.ranges, each.pages, strict=True)
            ):
                found.append(counting)
    return found
