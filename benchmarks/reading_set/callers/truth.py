"""What reading should find, from the plan and from where everything lies."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .claims import Laid, Ref, hint_of, same_countings
from .front import CONTENTS
from .plan import Item, Plan
from .tables import MARK
from .vouching import found_of


@dataclass(frozen=True, kw_only=True)
class Made:
    """Everything that the answers are drawn from; ``pages`` of the front's marks, None where it has no pages."""

    plan: Plan
    laid: Laid
    refs: Sequence[Ref]
    front: str
    pages: Mapping[str, Sequence[int]] | None


def truth_of(made: Made) -> dict[str, Any]:
    """The answers."""
    plan, refs = made.plan, tuple(made.refs)
    habits = plan.habits
    hinted = any(ref.pages for ref in refs)
    shown = () if habits.table == "none" else refs
    cited = {ref.item.id for ref in shown}
    only_table = habits.table == "inverted" and habits.contents == "absent"
    answers: dict[str, Any] = {
        "applicant": {"name": plan.people.applicant},
        "submission_date": plan.people.submitted.isoformat() if plan.people.submitted else None,
        "table": None if habits.table == "none" else _place(made, MARK),
        "cross_references": [_reference(made, ref) for ref in shown],
        "authentication": found_of(plan),
        "evidence": [_item(made, item, listed=not only_table) for item in plan.sent],
        "unresolved": [{"subcategory": ref.code, "evidence": ref.item.id} for ref in shown if not ref.item.sent],
        "orphans": [item.id for item in plan.sent if item.id not in cited],
    }
    if not (hinted and shown):
        answers |= {"page_counting": "none", "page_counting_also": []}
    elif habits.form != "docx":  # in a Word file nobody can tell
        answers |= {"page_counting": habits.counting, "page_counting_also": same_countings(plan, made.laid, refs)}
    if not only_table:
        answers["contents_list"] = None if habits.contents == "absent" else _place(made, CONTENTS)
    return answers


def _place(made: Made, mark: str) -> dict[str, Any]:
    return {"file": made.front, **({"pages": list(made.pages[mark])} if made.pages is not None else {})}


def _reference(made: Made, ref: Ref) -> dict[str, Any]:
    item, laid = ref.item, made.laid
    entry: dict[str, Any] = {
        "subcategory": ref.code,
        "evidence": item.id,
        "page_hint": hint_of(laid, ref, made.plan.habits.counting) if item.sent else None,
        "section_hint": ref.part.hint if ref.part else None,
        "notes": ["simulated"] if item.simulated else [],
        "file": laid.files[item.id] if item.sent else None,
    }
    if not item.sent:
        return {**entry, "pages": None}
    if item.id not in laid.nominal:
        entry["pages"] = _pages(laid, ref)
    if item.id in laid.beside:
        entry["spans"] = _spans(laid, item)
    return entry


def _pages(laid: Laid, ref: Ref) -> list[int]:
    """Every page that the reference leads to."""
    first, last = laid.spans[ref.item.id]
    if ref.pages and not ref.beyond:
        return sorted({at for begin, end in ref.pages for at in range(begin, end + 1)})
    if ref.part and not ref.beyond:
        return [laid.parts[ref.item.id][ref.part]]
    return list(range(first, last + 1))


def _spans(laid: Laid, item: Item) -> list[dict[str, Any]]:
    span: dict[str, Any] = {"file": laid.files[item.id]}
    if item.id not in laid.nominal:
        span["pages"] = list(laid.spans[item.id])
    beside = laid.beside.get(item.id)
    return [span, {"file": beside, "pages": [1, 1]}] if beside else [span]


def _item(made: Made, item: Item, *, listed: bool) -> dict[str, Any]:
    entry: dict[str, Any] = {"id": item.id, "title": item.title, "spans": _spans(made.laid, item)}
    if not listed:
        return entry
    claims = made.plan.habits.contents == "grid_claims" and item.claimed
    return {**entry, "claimed": list(item.claimed) if claims else None}
