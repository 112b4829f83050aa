"""The true reading of a plan, in the form of ``inspect --json``."""

from dataclasses import dataclass, field
from typing import Any

from .desk import Design
from .plan import Item, Plan, Ref

Truth = dict[str, Any]


@dataclass(kw_only=True)
class Layout:
    """Where things stand: the file of the front, each item's file and first page there, and marks of the front."""

    file: str
    pages: bool = True
    first: dict[str, int] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    marks: dict[str, int] = field(default_factory=dict)


def truth_of(plan: Plan, design: Design, layout: Layout) -> Truth:
    """All answers."""
    hinted = any(ref.pages for ref in plan.refs)
    counting = plan.counting if hinted else "none"
    cited = {item.id for item in plan.cited}
    year, month, day = plan.submitted
    truth: Truth = {
        "applicant": {"name": plan.name},
        "submission_date": f"{year}-{month:02d}-{day:02d}",
        "table": _run(layout, "first", "last"),
        "cross_references": [_entry(plan, layout, ref) for ref in plan.refs],
        "authentication": _vouched(plan),
        "evidence": [_item(plan, design, layout, item) for item in plan.sent],
        "unresolved": [{"subcategory": ref.code, "evidence": ref.item.id} for ref in plan.refs if not ref.item.sent],
        "orphans": [item.id for item in plan.sent if item.id not in cited],
        "page_counting": counting,
        "page_counting_also": _also(plan, layout) if hinted else [],
    }
    if design.contents != "combined":
        truth["contents_list"] = _run(layout, "contents", "contents last")
    else:
        for item in truth["evidence"]:
            del item["claimed"]
    return truth


def _run(layout: Layout, first: str, last: str) -> Truth:
    if not layout.pages:
        return {"file": layout.file}
    return {"file": layout.file, "pages": list(range(layout.marks[first], layout.marks[last] + 1))}


def _vouched(plan: Plan) -> Truth:
    if plan.vouched == "absent":
        return {"present": False}
    year, month, day = plan.submitted
    date = f"{year}-{month:02d}-{day:02d}"
    return {"present": True, "referee_name": plan.referee, "role": plan.role, "date": date, "signed": True}


def _length(plan: Plan, item: Item) -> int:
    return item.pages + (plan.segments == "dividers")


def _entry(plan: Plan, layout: Layout, ref: Ref) -> Truth:
    item = ref.item
    entry: Truth = {
        "subcategory": ref.code,
        "evidence": item.id,
        "page_hint": _hint(plan, layout, ref),
        "section_hint": str(ref.section) if ref.section else None,
        "notes": ["simulated"] if ref.simulated else [],
        "file": None,
        "pages": None,
    }
    if not item.sent:
        return entry
    entry["file"] = layout.files.get(item.id, layout.file)
    if not layout.pages:
        del entry["pages"]
        return entry
    first, divider = layout.first[item.id], plan.segments == "dividers"
    led = ref.pages or ((item.sections[ref.section - 1][1],) if ref.section else ())
    offsets = [page + divider - 1 for page in led] or list(range(_length(plan, item)))
    entry["pages"] = [first + offset for offset in offsets]
    return entry


def _hint(plan: Plan, layout: Layout, ref: Ref) -> str | None:
    if not ref.pages:
        return None
    start = layout.first.get(ref.item.id, 1) - 1 + (plan.segments == "dividers")
    offset = {"item": 0, "file": start}.get(plan.counting, start - _before(plan, layout))
    shown = [page + offset for page in ref.pages]
    return str(shown[0]) if len(shown) == 1 else f"{shown[0]}-{shown[-1]}"


def _before(plan: Plan, layout: Layout) -> int:
    return layout.first.get(plan.sent[0].id, 1) - 1


def _also(plan: Plan, layout: Layout) -> list[str]:
    """Other countings by which each hint leads to the same pages."""
    if plan.counting == "file":
        return ["portfolio", "printed"]
    if plan.counting == "item" and layout.files:
        return ["file"]
    return []


def _item(plan: Plan, design: Design, layout: Layout, item: Item) -> Truth:
    file = layout.files.get(item.id, layout.file)
    span: Truth = {"file": file}
    if layout.pages:
        first = layout.first[item.id]
        span["pages"] = [first, first + _length(plan, item) - 1]
    claimed = [ref.code for ref in plan.of_item(item)] if plan.claims and design.contents != "combined" else []
    return {"id": item.id, "title": item.title, "spans": [span], "claimed": claimed or None}
