"""What reading should find, from the plan and from where things were put."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .counting import Numbers
from .front import codes_in_list
from .model import Item, Plan, Ref, Shown


@dataclass(frozen=True, kw_only=True)
class Found:
    """Where things are: the file of the front, of the table and of each item; pages are None in files without any."""

    front: str
    table: str
    paged: bool
    shown: Shown
    files: Mapping[str, str]
    begins: Mapping[str, int]


def answers(numbers: Numbers, found: Found, *, inverted: bool) -> dict[str, Any]:
    """The truth of the case."""
    plan = numbers.plan
    none = plan.choice.table == "none"
    only_list = inverted and plan.choice.contents == "absent"
    cited = {ref.item.id for ref in plan.refs}
    made: dict[str, Any] = {
        "applicant": {"name": plan.applicant},
        "submission_date": plan.submitted.isoformat() if plan.submitted else None,
        "table": None if none else _located(found.table, found.shown.table, paged=found.paged),
        "cross_references": [_reference(numbers, found, ref) for ref in plan.refs],
        "authentication": _authentication(plan),
        "evidence": [_item(plan, found, item, claims=not only_list) for item in plan.sent],
        "unresolved": [{"subcategory": ref.code, "evidence": ref.item.id} for ref in plan.refs if not ref.item.sent],
        "orphans": [item.id for item in plan.sent if item.id not in cited],
        "page_counting": plan.choice.counting if numbers.hinted else "none",
        "page_counting_also": numbers.same() if numbers.hinted else [],
    }
    if not only_list:
        absent = plan.choice.contents == "absent"
        made["contents_list"] = None if absent else _located(found.front, found.shown.contents, paged=found.paged)
    return made


def _located(file: str, pages: list[int], *, paged: bool) -> dict[str, Any]:
    return {"file": file, **({"pages": pages} if paged else {})}


def _has_pages(found: Found, item: Item) -> bool:
    return item.id in found.begins


def _reference(numbers: Numbers, found: Found, ref: Ref) -> dict[str, Any]:
    item = ref.item
    entry: dict[str, Any] = {
        "subcategory": ref.code,
        "evidence": item.id,
        "page_hint": numbers.hint(ref),
        "section_hint": _section(ref),
        "notes": ["simulated"] if item.simulated else [],
        "file": found.files.get(item.id),
    }
    if not item.sent:
        return {**entry, "pages": None}
    if _has_pages(found, item):
        entry["pages"] = _pages(found, ref)
    return entry


def _section(ref: Ref) -> str | None:
    if ref.paragraph:
        return str(ref.paragraph)
    return ", ".join(part.hint for part in ref.parts) or None


def _pages(found: Found, ref: Ref) -> list[int]:
    """Every page to which the reference leads, as positions in the file."""
    item = ref.item
    begin = found.begins[item.id]
    whole = list(range(begin, begin + item.length))
    if ref.beyond or not ref.placed:
        return whole
    named = [page for first, last in ref.pages for page in range(first, last + 1)]
    named = named or [part.page for part in ref.parts]
    return sorted({begin + page - 1 + item.divider for page in named})


def _item(plan: Plan, found: Found, item: Item, *, claims: bool) -> dict[str, Any]:
    span: dict[str, Any] = {"file": found.files[item.id]}
    if _has_pages(found, item):
        begin = found.begins[item.id]
        span["pages"] = [begin, begin + item.length - 1]
    made = {"id": item.id, "title": item.title, "spans": [span]}
    return {**made, "claimed": codes_in_list(plan, item)} if claims else made


def _authentication(plan: Plan) -> dict[str, Any]:
    kind = plan.choice.vouch
    if kind == "absent":
        return {"present": False}
    return {
        "present": True,
        "referee_name": plan.referee,
        "role": plan.referee_post,
        "date": None if kind == "unsigned" else plan.vouched.isoformat(),
        "signed": kind != "unsigned",
    }
