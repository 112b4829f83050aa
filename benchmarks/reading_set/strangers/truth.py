"""What reading should find, from the plan and from where things were put."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .binding import Pages
from .front import claims_in_list, listed
from .model import PAGED, Item, Plan, Ref
from .numbers import Numbers

Answer = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Found:
    """Where things are; pages are left out in files that have none."""

    table: str
    contents: str
    table_pages: Sequence[int]
    contents_pages: Sequence[int]
    paged: bool
    pages: Mapping[str, Pages]
    files: Mapping[str, str]  # of the first piece of each item
    begins: Mapping[str, int] = field(default_factory=dict)


def answers(numbers: Numbers, found: Found) -> Answer:
    """The truth of the case."""
    plan, habit = numbers.plan, numbers.plan.habit
    only_list = habit.table == "inverted" and habit.contents == "absent"
    cited = {item.id for ref in plan.refs for item in ref.items}
    table = None if habit.table == "none" else _located(found.table, found.table_pages, paged=found.paged)
    made: Answer = {
        "applicant": {"name": plan.applicant},
        "submission_date": plan.submitted.isoformat() if plan.submitted else None,
        "table": table,
        "cross_references": [_reference(numbers, found, ref) for ref in plan.refs],
        "authentication": _authentication(plan),
        "evidence": [_item(plan, found, item, claims=not only_list) for item in plan.sent],
        "unresolved": [{"subcategory": ref.code, "evidence": ref.id} for ref in plan.refs if not ref.item.sent],
        "orphans": [item.id for item in plan.sent if item.id not in cited],
        "page_counting": numbers.way if numbers.hinted else "none",
        "page_counting_also": numbers.same() if numbers.hinted else [],
    }
    if not only_list:
        absent = habit.contents == "absent"
        made["contents_list"] = None if absent else _located(found.contents, found.contents_pages, paged=found.paged)
    return made


def _located(file: str, pages: Sequence[int], *, paged: bool) -> Answer:
    return {"file": file, **({"pages": list(pages)} if paged else {})}


def spans_of(plan: Plan, found: Found, item: Item) -> list[Answer]:
    """The files of an item with their first and last page; those of Word files are not known."""
    spans = []
    for at, piece in enumerate(item.pieces):
        span: Answer = {"file": found.files[item.id] if at == 0 else piece.file}
        if plan.habit.form != "docx" and piece.carrier in PAGED:
            first = found.begins.get(item.id, 1) if at == 0 else 1
            many = found.pages[item.id].count if at == 0 and piece.carrier == "pdf" else 1
            span["pages"] = [first, first + many - 1]
        spans.append(span)
    return spans


def _reference(numbers: Numbers, found: Found, ref: Ref) -> Answer:
    entry: Answer = {
        "subcategory": ref.code,
        "evidence": ref.id,
        "page_hint": numbers.hint(ref),
        "section_hint": ", ".join(part.hint for part in ref.parts) or None,
        "notes": ["simulated"] if ref.simulated else [],
        "file": found.files[ref.item.id] if ref.item.sent else None,
    }
    if not ref.item.sent:
        return {**entry, "pages": None}
    if (ref.pages or ref.parts) and not ref.beyond:
        pages = _placed(numbers, found, ref)
        return {**entry, "pages": pages} if pages else entry
    spans = [span for item in ref.items for span in spans_of(numbers.plan, found, item)]
    own = [span for span in spans if span["file"] == entry["file"] and "pages" in span]
    pages = sorted({page for span in own for page in range(span["pages"][0], span["pages"][1] + 1)})
    if pages:
        entry["pages"] = pages
    return entry | {"spans": spans} if len({span["file"] for span in spans}) > 1 else entry


def _placed(numbers: Numbers, found: Found, ref: Ref) -> list[int]:
    """The pages that are named, or on which the named parts begin, as positions in the file."""
    item = ref.item
    if item.id not in found.begins:
        return []
    parts = numbers.plan.laid[item.id].parts
    named = [page for first, last in ref.pages for page in range(first, last + 1)]
    named = named or [parts[part.mark] for part in ref.parts]
    return sorted({found.begins[item.id] + numbers.divider + page - 1 for page in named})


def _item(plan: Plan, found: Found, item: Item, *, claims: bool) -> Answer:
    made: Answer = {"id": item.id, "title": item.title, "spans": spans_of(plan, found, item)}
    if not claims:
        return made
    return {**made, "claimed": claims_in_list(plan, item) if item in listed(plan) else None}


def _authentication(plan: Plan) -> Answer:
    kind = plan.habit.vouch
    if kind == "absent":
        return {"present": False}
    signed = kind != "unsigned"
    dated = plan.vouched.isoformat() if signed else None
    return {"present": True, "referee_name": plan.referee, "role": plan.role, "date": dated, "signed": signed}
