"""How this applicant writes a reference, and where it leads."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .model import Item, Plan, Ref, chance

SIMULATED = ("simulated", "hypothetical case", "simulated example")


@dataclass(frozen=True, kw_only=True)
class Places:
    """The file of each item, its first and last page there and the pages of its divider."""

    files: Mapping[str, str]
    spans: Mapping[str, tuple[int, int]]
    divider: int = 0


def page_hint(plan: Plan, places: Places, ref: Ref) -> str:
    """The page numbers as they are written."""
    if not ref.pages:
        return ""
    shift = 0
    if plan.habits.counting in {"portfolio", "printed"}:
        shift = places.spans[ref.item.id][0] + places.divider - 1
    first, last = (page + shift for page in ref.pages)
    return str(first) if first == last else f"{first}-{last}"


def section_hint(plan: Plan, ref: Ref) -> str:
    """The part as the truth names it."""
    if ref.part is None:
        return ""
    return f"table {table_of(ref)}" if plan.habits.places == "words" else str(ref.part)


def table_of(ref: Ref) -> int:
    """Each page has one table, so that a part names the table of its page."""
    return ((ref.part or 1) + 1) // 2


def pages_of(places: Places, ref: Ref) -> list[int]:
    """Every page to which a reference leads."""
    first, last = places.spans[ref.item.id]
    body = first + places.divider
    if ref.pages:
        return list(range(body + ref.pages[0] - 1, body + ref.pages[1]))
    if ref.part:
        return [body + table_of(ref) - 1]
    return list(range(first, last + 1))


def place_words(plan: Plan, places: Places, ref: Ref) -> str:
    """The place alone, in this applicant's words."""
    rng = chance("words", plan.seed)
    page = rng.choice(("p.", "p", "page ", "pg ", "Page "))
    part = rng.choice(("section ", "sect. ", "s.", "Section "))
    if told := page_hint(plan, places, ref):
        many = {"p.": "pp.", "p": "pp", "page ": "pages ", "pg ": "pgs ", "Page ": "Pages "}[page]
        return f"{many if '-' in told else page}{told}"
    if ref.part:
        return f"Table {table_of(ref)}" if plan.habits.places == "words" else f"{part}{ref.part}"
    return ""


def note_words(plan: Plan, item: Item) -> str:
    """The note behind an item in a cell."""
    if not item.simulated:
        return ""
    told = chance("note", plan.seed).choice(SIMULATED)
    return {"cell": f" ({told})", "legend": "*"}.get(plan.habits.note, "")


def ref_words(plan: Plan, places: Places, ref: Ref, *, place: bool = True, title: bool = False) -> str:
    """A whole reference."""
    rng = chance("form", plan.seed)
    form = rng.choice(("{}, {}", "{} ({})", "{} - {}", "{}: {}"))
    name = f"{ref.item.label}{note_words(plan, ref.item)}"
    if title:
        name = f"{ref.item.label} {ref.item.title}{note_words(plan, ref.item)}"
    told = place_words(plan, places, ref) if place else ""
    return form.format(name, told) if told else name


def truth_of(plan: Plan, places: Places, ref: Ref, *, paged: bool) -> dict[str, Any]:
    """What reading should find of a reference."""
    made: dict[str, Any] = {
        "subcategory": ref.code,
        "evidence": ref.item.id,
        "page_hint": page_hint(plan, places, ref) or None,
        "section_hint": section_hint(plan, ref) or None,
        "notes": ["simulated"] if ref.item.simulated else [],
        "file": places.files.get(ref.item.id),
    }
    if not ref.item.sent:
        made["pages"] = None
    elif ref.item.id in places.spans and paged:
        made["pages"] = pages_of(places, ref)
    return made
