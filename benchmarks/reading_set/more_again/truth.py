"""The true reading of a plan, in the form of ``inspect --json``."""

from typing import Any

from ..more_references.truth import _authentication, joined  # noqa: TID252 - the same statements
from .drawing import claimed
from .model import Item, Plan, Ref
from .place import Layout, also, numbering

Truth = dict[str, Any]
Place = tuple[str, list[int] | None]
SINGLE = {"pdf": "Portfolio.pdf", "docx": "Portfolio.docx"}


def truth_of(plan: Plan, layout: Layout, marks: dict[str, int]) -> Truth:
    """All answers, from the plan and from where things were drawn."""
    front = plan.front or SINGLE[plan.carrier]
    cited = {item.id for row in plan.rows for ref in row.refs for item in ref.items}
    people = plan.people
    sent = [item for item in plan.items if item.sent]
    hinted = any(ref.hint.pages for row in plan.rows for ref in row.refs)
    return {
        "applicant": {"name": people.applicant + people.letters},
        "submission_date": people.submitted.isoformat() if people.submitted else None,
        "table": _run(front, marks, "table"),
        "contents_list": _run(front, marks, "list") if plan.listing != "none" else None,
        "cross_references": [_entry(plan, layout, row.code, ref) for row in plan.rows for ref in row.refs],
        "authentication": _authentication(plan),  # type: ignore[arg-type]  # it looks at people alone
        "evidence": [_item(plan, layout, item) for item in sent],
        "unresolved": [
            {"subcategory": row.code, "evidence": ref.id}
            for row in plan.rows
            for ref in row.refs
            if not any(item.sent for item in ref.items)
        ],
        "orphans": [item.id for item in sent if item.id not in cited],
        "page_counting": plan.counting if hinted else "none",
        "page_counting_also": also(plan, layout) if hinted else [],
    }


def _run(file: str, marks: dict[str, int], name: str) -> Truth:
    return {"file": file, "pages": list(range(marks[name], marks[f"{name} end"] + 1))} if marks else {"file": file}


def _place(plan: Plan, layout: Layout, item: Item, pages: list[int]) -> Place:
    """Pages of the item, its first sheet being 1, as pages of its file; None where the file has no pages."""
    file = item.file or SINGLE[plan.carrier]
    if file.endswith(".docx"):
        return file, None
    first = layout.in_file.get(item.id, 1) if plan.front else layout.first[item.id]
    return file, [first + page - 1 for page in pages]


def _whole(plan: Plan, item: Item) -> list[int]:
    return list(range(1, item.pages + plan.divided + 1))


def _entry(plan: Plan, layout: Layout, code: str, ref: Ref) -> Truth:
    hint, items = ref.hint, [item for item in ref.items if item.sent]
    number = numbering(plan, layout, plan.counting)
    entry: Truth = {
        "subcategory": code,
        "evidence": ref.id,
        "page_hint": joined([number(ref.items[0], page) for page in hint.pages]) if hint.pages else None,
        "section_hint": hint.section,
        "notes": ["simulated"] if ref.simulated else [],
        "file": None,
        "pages": None,
    }
    places = [
        _place(plan, layout, item, [page + plan.divided for page in hint.led] or _whole(plan, item)) for item in items
    ]
    if not places:
        return entry
    file = places[0][0]
    entry["file"] = file
    entry["pages"] = sorted({page for name, pages in places if name == file for page in pages or ()})
    if places[0][1] is None:
        del entry["pages"]
    if len({name for name, _ in places}) > 1:
        entry["spans"] = [_span(place) for place in places]
    return entry


def _span(place: Place) -> Truth:
    file, pages = place
    return {"file": file, "pages": [pages[0], pages[-1]]} if pages else {"file": file}


def _item(plan: Plan, layout: Layout, item: Item) -> Truth:
    span = _span(_place(plan, layout, item, _whole(plan, item)))
    return {"id": item.id, "title": item.title, "spans": [span], "claimed": claimed(plan, item) or None}
