"""What reading should find, from the plan and from where things were put."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .front import claims_in_list
from .model import Item, Ref
from .numbers import in_figures
from .phrases import Phrases
from .vouching import found_of


@dataclass(frozen=True, kw_only=True)
class Found:
    """The file of the front and of each item, and the pages of the front's parts (None without any)."""

    front: str
    files: Mapping[str, str]
    pages: Mapping[str, list[int]] | None


def answers(phrases: Phrases, found: Found) -> dict[str, Any]:
    """The truth of the case."""
    plan, refs, habits = phrases.plan, phrases.refs, phrases.habits
    hinted = phrases.numbers.hinted(refs)
    cited = {ref.item.id for ref in refs}
    only_list = habits.table == "inverted" and habits.contents == "absent"
    made: dict[str, Any] = {
        "applicant": {"name": plan.people.applicant},
        "submission_date": plan.people.submitted.isoformat() if plan.people.submitted else None,
        "table": None if habits.table == "none" else _located(found, "table"),
        "cross_references": [_reference(phrases, found, ref) for ref in refs],
        "authentication": found_of(plan),
        "evidence": [_item(phrases, found, item, claims=not only_list) for item in plan.sent],
        "unresolved": [{"subcategory": ref.code, "evidence": ref.item.id} for ref in refs if not ref.item.sent],
        "orphans": [item.id for item in plan.sent if item.id not in cited],
        "page_counting": habits.counting if hinted else "none",
        "page_counting_also": phrases.numbers.same(refs) if hinted else [],
    }
    if not only_list:
        made["contents_list"] = None if habits.contents == "absent" else _located(found, "contents")
    return made


def _located(found: Found, mark: str) -> dict[str, Any]:
    return {"file": found.front, **({"pages": found.pages[mark]} if found.pages is not None else {})}


def _reference(phrases: Phrases, found: Found, ref: Ref) -> dict[str, Any]:
    item = ref.item
    entry: dict[str, Any] = {
        "subcategory": ref.code,
        "evidence": item.id,
        "page_hint": in_figures(phrases.numbers.shown(ref)) or None,
        "section_hint": ref.part.hint if ref.part else None,
        "notes": ["simulated"] if item.simulated else [],
        "file": found.files[item.id] if item.sent else None,
    }
    if not item.sent:
        return {**entry, "pages": None}
    if item.id in phrases.numbers.evidence.spans:
        entry["pages"] = _pages(phrases, ref)
    if item.beside:
        entry["spans"] = _spans(phrases, found, item)
    return entry


def _pages(phrases: Phrases, ref: Ref) -> list[int]:
    """Every page to which the reference leads, as positions in the file."""
    evidence, item = phrases.numbers.evidence, ref.item
    first, last = evidence.spans[item.id]
    body = first + item.divider
    if ref.beyond or not (ref.pages or ref.part):
        return list(range(first, last + 1))
    if ref.pages:
        return sorted({body + page - 1 for begin, end in ref.pages for page in range(begin, end + 1)})
    return [body + evidence.parts[item.id][ref.part] - 1] if ref.part else []


def _spans(phrases: Phrases, found: Found, item: Item) -> list[dict[str, Any]]:
    span: dict[str, Any] = {"file": found.files[item.id]}
    if item.id in phrases.numbers.evidence.spans:
        span["pages"] = list(phrases.numbers.evidence.spans[item.id])
    return [span, {"file": item.beside, "pages": [1, 1]}] if item.beside else [span]


def _item(phrases: Phrases, found: Found, item: Item, *, claims: bool) -> dict[str, Any]:
    made: dict[str, Any] = {"id": item.id, "title": item.title, "spans": _spans(phrases, found, item)}
    if not claims:
        return made
    named = claims_in_list(phrases, item)
    return {**made, "claimed": named or None}
