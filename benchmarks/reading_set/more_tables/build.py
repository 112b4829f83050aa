"""One case: the portfolio of a seed and its true reading."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..case import Case  # noqa: TID252 - the set is imported by two names, with and without its parent's
from . import designs
from .layout import Marks, made
from .plan import Item, Plan, make_plan
from .word import made_docx


def build(seed: int, folder: Path) -> Case:
    """Make the portfolio of this seed inside ``folder``, which exists and is empty."""
    design = designs.of_seed(seed)
    plan = make_plan(seed, design.name, design.axis, design.able)
    name = f"MRSE_{plan.applicant.split()[-1]}"
    if design.axis == "docx":
        file = folder / f"{name}.docx"
        made_docx(plan, design, file)
        truth = _truth(plan, file.name, None)
    else:
        file = folder / f"{name}.pdf"
        truth = _truth(plan, file.name, made(plan, design, file))
    axes = {
        "file": "docx" if design.axis == "docx" else "pdf",
        "table": design.axis,
        "source": "digital",
        "counting": plan.counting,
        "segments": "headings" if design.axis == "docx" else plan.shown_as,
    }
    return Case(name=f"more_tables_{seed:03d}", portfolio=file, truth=truth, axes=axes, traits=(design.name,))


def _truth(plan: Plan, file: str, marks: Marks | None) -> Mapping[str, Any]:
    starts = {int(one["item"]): one["page"] for one in marks or () if one["kind"] == "item"}

    def place(item: Item, pages: tuple[int, ...]) -> dict[str, Any]:
        if marks is None:
            return {"file": file}
        first = starts[item.number] - 1
        return {"file": file, "pages": [first + page for page in pages or range(1, item.pages + 1)]}

    def shown(item: Item, pages: tuple[int, ...]) -> str | None:
        if not pages:
            return None
        offset = {"file": starts.get(item.number, 1) - 1, "item": 0}.get(
            plan.counting, starts.get(item.number, 1) - 1 - plan.numbered_front
        )
        first, last = pages[0] + offset, pages[-1] + offset
        return str(first) if first == last else f"{first}-{last}"

    named = {one.item.number for one in plan.references}
    year, month, day = plan.submitted
    also = ["printed", "portfolio"] if plan.counting == "file" else []
    return {
        "applicant": {"name": plan.applicant},
        "submission_date": f"{year}-{month:02d}-{day:02d}",
        "table": _table(file, marks),
        "contents_list": {"file": file, **({"pages": _at(marks, "contents")} if marks else {})},
        "cross_references": [
            {
                "subcategory": one.code,
                "evidence": one.item.id,
                "page_hint": shown(one.item, one.pages),
                "section_hint": None,
                "notes": ["simulated"] if one.simulated else [],
                **place(one.item, one.pages),
            }
            for one in plan.references
        ],
        "authentication": {
            "present": True,
            "referee_name": plan.referee,
            "role": plan.role,
            "date": f"{year}-{month:02d}-{day:02d}",
            "signed": True,
        },
        "evidence": [
            {
                "id": item.id,
                "title": item.title,
                "spans": [{"file": file, **_span(item, starts)}],
                "claimed": [one.code for one in plan.of_item(item)] or None if plan.contents_claims else None,
            }
            for item in plan.items
        ],
        "unresolved": [],
        "orphans": [item.id for item in plan.items if item.number not in named],
        "page_counting": plan.counting,
        **({"page_counting_also": also} if also else {}),
    }


def _span(item: Item, starts: Mapping[int, int]) -> dict[str, Any]:
    if not starts:
        return {}
    return {"pages": [starts[item.number], starts[item.number] + item.pages - 1]}


def _at(marks: Marks, kind: str) -> list[int]:
    return [one["page"] for one in marks if one["kind"] == kind]


def _table(file: str, marks: Marks | None) -> dict[str, Any]:
    if marks is None:
        return {"file": file}
    first = _at(marks, "table")[0]
    last = max(_at(marks, "row") or _at(marks, "table end"))
    return {"file": file, "pages": list(range(first, last + 1))}
