"""Makes the single-file portfolios: typesets every part, finds where each page falls, and binds the whole."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from . import treatments
from .binder import Leaf, bind
from .places import Placed, Places
from .plan import Item, Plan
from .typeset import Sheet, Typesetter

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@dataclass(frozen=True, kw_only=True)
class Made:
    """A finished portfolio. ``front`` gives the pages, from 1, of each part before the evidence, in ``front_file``."""

    plan: Plan
    files: dict[str, bytes]
    places: Places
    sheets: dict[str, Sheet]  # by item id
    front_file: str
    front: dict[str, tuple[int, ...]]


def shown(iso: str) -> str:
    """A date as the papers write it: 21 November 2026."""
    day = date.fromisoformat(iso)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def label(plan: Plan, item: Item) -> str:
    """The label that the applicant gives an item."""
    return item.label or plan.labels["label"].format(id=item.id)


def claims(plan: Plan, item_id: str) -> list[str]:
    """The sub-categories for which the table cites an item."""
    return [row.sub for row in plan.rows if any(ref.split("@")[0] == item_id for ref in row.refs)]


def context(plan: Plan, item: Item | None = None) -> dict[str, Any]:
    """What a typst file may name: the setting, and for an item its date and parameters."""
    own = {"date": item.date, "params": item.params} if item else {"date": plan.submitted, "params": {}}
    return {**plan.setting, **own, "front": plan.front, "submitted": plan.submitted}


def document(plan: Plan, item: Item, setter: Typesetter) -> Sheet:
    """The document of one item by itself, without a cover."""
    return setter.sheet(f"documents/{item.source}.typ", context(plan, item))


def with_cover(plan: Plan, item: Item, setter: Typesetter, sheet: Sheet) -> list[bytes]:
    """The pages of an item in order: its cover sheet, where the plan asks for covers, and the document as treated."""
    body = treatments.treat(sheet, item, seed=f"{plan.name}/{item.id}")
    if plan.labels.get("cover", "sheet") != "sheet":
        return [body]
    about = {
        "label": label(plan, item),
        "title": item.title,
        "kind": item.kind,
        "shown": shown(item.date),
        "claims": claims(plan, item.id) or ["-"],
        "count": sheet.pages + 1,
        "role": item.role,
        "commentary": item.commentary,
        "simulated": item.simulated,
    }
    cover = setter.sheet("cover.typ", {**context(plan, item), "cover": about})
    if cover.pages != 1:
        raise RuntimeError(f"{plan.name}: the cover of item {item.id} runs over one page")
    return [cover.pdf, body]


def front_matter(plan: Plan, setter: Typesetter, places: Places) -> Sheet:
    """Title page, contents list, table and authentication, with the page numbers of ``places``."""
    listed = [
        {
            "id": placed.item.id,
            "label": label(plan, placed.item),
            "title": placed.item.title,
            "shown": shown(placed.item.date),
            "claims": claims(plan, placed.item.id) or ["-"],
            "page": str(placed.first - places.offset) if placed.file.endswith(".pdf") else "",
        }
        for placed in places.placed
        if placed.item.id not in plan.front.get("not_listed", [])
    ]
    rows = [{"sub": row.sub, "cell": places.cell(row), "comment": row.comment} for row in plan.rows]
    return setter.sheet("front.typ", {**context(plan), "items": listed, "rows": rows})


def place(plan: Plan, sheets: dict[str, Sheet], before: int) -> Places:
    """Where each item falls when ``before`` pages stand ahead of the evidence."""
    placed: list[Placed] = []
    page = before + 1
    cover = 1 if plan.labels.get("cover", "sheet") == "sheet" else 0
    for item in plan.items:
        sheet = sheets[item.id]
        marks = {name: page + cover + at - 1 for name, at in sheet.marks.items()}
        placed.append(
            Placed(item=item, file=plan.front["file"], first=page, last=page + cover + sheet.pages - 1, marks=marks)
        )
        page = placed[-1].last + 1
    return Places(plan=plan, placed=tuple(placed), offset=before if plan.labels.get("counting") == "printed" else 0)


def settle(plan: Plan, setter: Typesetter, sheets: dict[str, Sheet]) -> tuple[Places, Sheet]:
    """The places and the front matter that agree with each other: page numbers change the front, the front the pages."""
    before = 5
    for _ in range(4):
        places = place(plan, sheets, before)
        front = front_matter(plan, setter, places)
        if front.pages == before:
            return places, front
        before = front.pages
    raise RuntimeError(f"{plan.name}: the front matter does not settle")


def front_pages(sheet: Sheet) -> dict[str, tuple[int, ...]]:
    """The pages of each part of the front matter, from its marks."""
    marks = sheet.marks
    found = {
        part: tuple(range(marks[f"{part}-first"], marks[f"{part}-last"] + 1))
        for part in ("contents", "table")
        if f"{part}-first" in marks
    }
    return {**found, **({"auth": (marks["auth"],)} if "auth" in marks else {})}


def single_file(plan: Plan, setter: Typesetter) -> Made:
    """A portfolio in one PDF."""
    sheets = {item.id: document(plan, item, setter) for item in plan.items}
    places, front = settle(plan, setter, sheets)
    leaves = [Leaf(pdf=front.pdf, bookmark=plan.front["title"] if plan.labels.get("bookmarks", "yes") == "yes" else "")]
    for item in plan.items:
        leaves.extend(_leaf(plan, item, with_cover(plan, item, setter, sheets[item.id])))
    data = bind(
        leaves,
        title=plan.front["title"],
        author=plan.setting["applicant"]["name"],
        footer=plan.labels.get("footer", ""),
        offset=places.offset,
    )
    name = plan.front["file"]
    return Made(plan=plan, files={name: data}, places=places, sheets=sheets, front_file=name, front=front_pages(front))


def _leaf(plan: Plan, item: Item, parts: list[bytes]) -> list[Leaf]:
    """One leaf of an item's cover and body together, so that the stamp counts through both."""
    whole = parts[0] if len(parts) == 1 else bind([Leaf(pdf=part) for part in parts], title="", author="")
    name = label(plan, item)
    marked = plan.labels.get("bookmarks", "yes") == "yes"
    return [
        Leaf(
            pdf=whole,
            stamp=plan.labels.get("stamp", "").replace("LABEL", name),
            bookmark=f"{name}: {item.title}" if marked else "",
        )
    ]
