"""The evidence set into pages, and where everything then lies."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from .blocks import Block, Newpage, Set, Sheets, Space, Title, Words
from .claims import Laid
from .evidence import Paper, Part, mark_of
from .feet import feet_of, printed_of, stamp
from .plan import Item, Plan
from .scanner import pymupdf
from .typeset import set_pages

PAGED: Final = frozenset({"pdf", "jpg"})


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """All items that have pages, in one document; ``spans`` and ``parts`` are positions in it."""

    made: Set
    items: tuple[Item, ...]
    spans: Mapping[str, tuple[int, int]]
    parts: Mapping[str, Mapping[Part, int]]


def sheets_of(plan: Plan, item: Item) -> tuple[list[Sheets], list[Part]]:
    """The divider, where there is one, and the item."""
    paper = Paper(plan, item)
    sheets = paper.sheets(_lead(plan, item))
    return ([_divider(plan, item), *sheets] if item.divider else sheets), paper.parts


def _lead(plan: Plan, item: Item) -> tuple[Block, ...]:
    """What the applicant puts above the first page."""
    how, seed = plan.habits.marked, plan.habits.seed
    if how == "headings" or (how == "sub_items" and plan.habits.form == "docx"):
        form = ("{}: {}", "{} \u2013 {}", "{}  {}")[seed % 3]
        return (Title(text=form.format(item.label, item.title)), Space(height=4))
    if how == "files" and seed % 3 == 0:
        return (Words(text=item.label, bold=True, bigger=2),)
    return ()


def _divider(plan: Plan, item: Item) -> Sheets:
    """A sheet of its own with label and title, sometimes also what the item is for."""
    blocks: list[Block] = [Title(text=item.label), Words(text=item.title, bigger=5)]
    if plan.habits.seed % 3 == 1 and item.claimed:
        blocks.append(
            Words(
                text=f"For sub-categories {', '.join(item.claimed)}"
                if len(item.claimed) > 1
                else f"For sub-category {item.claimed[0]}"
            )
        )
    if plan.habits.seed % 4 == 2:
        blocks.append(Words(text=f"The pages that follow are my own work of {item.when.year}.", italic=True))
    return Sheets(blocks=tuple(blocks), middle=plan.habits.seed % 2 == 0, mark=f"divider|{item.id}")


def evidence_of(plan: Plan) -> Evidence:
    """Set the items that have pages."""
    items = tuple(item for item in plan.sent if item.carrier in PAGED)
    sheets: list[Sheets] = []
    named: dict[str, list[Part]] = {}
    for item in items:
        own, named[item.id] = sheets_of(plan, item)
        sheets += own
    made = set_pages(sheets, plan.habits.face, plan.habits.seed)
    begins = [made.pages[f"{'divider' if item.divider else 'body'}|{item.id}"][0] for item in items]
    ends = [*(begin - 1 for begin in begins[1:]), made.count]
    spans = {item.id: span for item, span in zip(items, zip(begins, ends, strict=True), strict=True)}
    parts = {item.id: {part: made.pages[mark_of(item, part)][0] for part in named[item.id]} for item in items}
    return Evidence(made=made, items=items, spans=spans, parts=parts)


def laid_together(plan: Plan, evidence: Evidence, file: str, front: int) -> Laid:
    """All in one file, after ``front`` pages."""
    spans = {each: (first + front, last + front) for each, (first, last) in evidence.spans.items()}
    parts = {each: {part: at + front for part, at in own.items()} for each, own in evidence.parts.items()}
    laid = Laid(files=dict.fromkeys(spans, file), spans=spans, parts=parts)
    return replace(laid, printed=printed_of(plan, laid, front))


def laid_apart(plan: Plan, evidence: Evidence, files: Mapping[str, str], beside: Mapping[str, str]) -> Laid:
    """Each item in its own file."""
    spans: dict[str, tuple[int, int]] = {}
    parts: dict[str, Mapping[Part, int]] = {}
    nominal = frozenset(item.id for item in plan.sent if item.carrier == "docx")
    for item in plan.sent:
        if item.id in evidence.spans:
            first, last = evidence.spans[item.id]
            spans[item.id] = (1, last - first + 1)
            parts[item.id] = (
                {part: at - first + 1 for part, at in evidence.parts[item.id].items()} if item.carrier == "pdf" else {}
            )
        elif item.carrier == "eml":
            spans[item.id], parts[item.id] = (1, 1), {}
        else:
            spans[item.id], parts[item.id] = nominal_of(plan, item)
    laid = Laid(files=files, spans=spans, parts=parts, nominal=nominal, beside=beside)
    return replace(laid, printed=printed_of(plan, laid, 0))


def nominal_of(plan: Plan, item: Item) -> tuple[tuple[int, int], dict[Part, int]]:
    """The pages that an item in Word has by its breaks, and where its parts begin by them."""
    sheets, parts = sheets_of(plan, item)
    marks = {mark_of(item, part): part for part in parts}
    at, found = 0, {}
    for sheet in sheets:
        at += 1
        for block in sheet.blocks:
            at += isinstance(block, Newpage)
            part = marks.get(getattr(block, "mark", ""))
            if part:
                found[part] = at
    return (1, at), found


def opened(data: bytes) -> Any:
    """A PDF to work on."""
    return pymupdf.open(stream=data, filetype="pdf")


def saved(document: Any) -> bytes:
    """The same document gives the same bytes."""
    document.set_metadata({})
    return bytes(document.tobytes(garbage=3, deflate=True, no_new_id=True))


def stamped(plan: Plan, document: Any, laid: Laid, file: str, *, first: int = 1) -> None:
    """Numbers and labels on the pages of a file, of which the page ``first`` is the first of ``document``."""
    labels = plan.habits.marked == "stamps"
    total = len(document)
    for item in plan.sent:
        if laid.files.get(item.id) != file or item.id in laid.nominal or item.carrier != "pdf":
            continue
        begin, end = laid.spans[item.id]
        for at in range(begin, end + 1):
            stamp(
                plan,
                document,
                at - first,
                laid.printed.get((file, at)),
                item if labels else None,
                _total(plan, item, begin, end, total),
            )


def _total(plan: Plan, item: Item, begin: int, end: int, total: int) -> int:
    """What "of" is followed by."""
    return item.first_printed + end - begin - item.divider if feet_of(plan.habits) == "own" else total
