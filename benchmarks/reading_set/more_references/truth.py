"""The true reading of a plan, in the form of ``inspect --json``."""

from typing import Any

from .cells import text_of
from .counting import Layout, numbering
from .model import Item, Plan, Reference
from .plan import cited
from .vouching import WITHOUT_LETTERS


def truth_of(plan: Plan, layout: Layout, marks: dict[str, int], files: dict[str, str]) -> dict[str, Any]:
    """All answers, from the plan and from where things were set."""
    front = files.get("", "Portfolio.pdf")
    named = cited(plan.cells)
    people = plan.people
    shown = {"file": front}
    return {
        "applicant": {"name": people.applicant + people.letters},
        "submission_date": people.submitted.isoformat() if people.submitted else None,
        "table": shown | {"pages": _run(marks["table"], marks["table end"])},
        "contents_list": shown | {"pages": _run(marks["list"], marks["list end"])} if plan.listed != "none" else None,
        "cross_references": [
            _entry(plan, layout, files, cell.code, reference) for cell in plan.cells for reference in cell.references
        ],
        "authentication": _authentication(plan),
        "evidence": [_item(plan, layout, files, item) for item in plan.items if item.sent],
        "unresolved": [
            {"subcategory": cell.code, "evidence": reference.item.id}
            for cell in plan.cells
            for reference in cell.references
            if not reference.item.sent
        ],
        "orphans": [item.id for item in plan.items if item.sent and item.id not in named],
        "page_counting": plan.counting,
        "page_counting_also": _also(plan),
    }


def _also(plan: Plan) -> list[str]:
    """Other names for the same counting: an item that is a file of its own is counted from its first page by both."""
    return ["file"] if plan.counting == "item" and plan.carrier != "pdf" else []


def _run(first: int, last: int) -> list[int]:
    return list(range(first, last + 1))


def _place(layout: Layout, files: dict[str, str], item: Item, pages: list[int]) -> dict[str, Any]:
    """Pages of the item (its first sheet is 1) as pages of its file."""
    less = 0 if files else 1 - layout.first[item.id]
    return {"file": files.get(item.id, "Portfolio.pdf"), "pages": [page - less for page in pages]}


def _entry(plan: Plan, layout: Layout, files: dict[str, str], code: str, reference: Reference) -> dict[str, Any]:
    item, hint = reference.item, reference.hint
    written = numbering(plan, layout, plan.counting)
    led = hint.pages or tuple(sorted({part.page for part in hint.parts}))
    pages = [page + plan.divided for page in led] or _run(1, item.pages + plan.divided)
    return {
        "subcategory": code,
        "evidence": item.id,
        "page_hint": joined([written(item, page) for page in hint.pages]) if hint.pages else None,
        "section_hint": hint.section,
        "notes": ["simulated"] if reference.simulated else [],
        **(_place(layout, files, item, pages) if item.sent else {"file": None, "pages": None}),
    }


def joined(pages: list[int]) -> str:
    """Pages as runs: "3-5, 8"."""
    runs: list[list[int]] = []
    for page in sorted(set(pages)):
        if runs and runs[-1][-1] == page - 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def _item(plan: Plan, layout: Layout, files: dict[str, str], item: Item) -> dict[str, Any]:
    place = _place(layout, files, item, [1, item.pages + plan.divided])
    claims = dict(plan.claims).get(item.index)
    return {"id": item.id, "title": item.title, "spans": [place], "claimed": list(claims) if claims else None}


def _authentication(plan: Plan) -> dict[str, Any]:
    people = plan.people
    if people.form == "absent":
        return {"present": False}
    letters = "" if people.form in WITHOUT_LETTERS else people.referee_letters
    form = "%Y-%m-%d" if "{d}" in people.vouched_form else "%Y-%m"
    return {
        "present": True,
        "referee_name": people.referee + letters,
        "role": people.role,
        "date": people.vouched.strftime(form) if people.vouched else None,
        "signed": people.signed,
    }


def texts_of(plan: Plan, layout: Layout) -> dict[str, str]:
    """The words of each cell by its sub-category, for those who check by eye."""
    write = numbering(plan, layout, plan.counting)
    return {cell.code: text_of(cell, write, plan.simulated_words, "({r})") for cell in plan.cells}
