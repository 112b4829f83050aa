"""Everything in one PDF, or the evidence alone, typeset as often as its numbers need to settle."""

from dataclasses import dataclass
from typing import Any, Final

import pymupdf as untyped_pymupdf

from .blocks import Block, Made, Para, Sheets
from .chance import chance
from .claims import claimed
from .front import front_of
from .model import Evidence, Item, Part, Plan, Ref
from .numbers import Numbers, numbering_of
from .papers import sheets_of
from .phrases import Phrases
from .typeset import Making, typeset

pymupdf: Any = untyped_pymupdf  # its own functions have no types
_ROUNDS: Final = 6


@dataclass(frozen=True, kw_only=True)
class Bound:
    """A typeset portfolio, or its front and its evidence apart."""

    front: Made
    evidence: Made
    numbers: Numbers
    refs: tuple[Ref, ...]
    phrases: Phrases


def bound(plan: Plan, *, apart: bool) -> Bound:
    """The front and the evidence with the right numbers; ``apart`` when they lie in different files."""
    before, total = 0 if apart else 4, 60
    kept: dict[tuple[int, int], tuple[Made, Evidence]] = {}
    for _ in range(_ROUNDS):
        if (before, total) not in kept:
            kept[before, total] = _evidence(plan, before=before, total=total, apart=apart)
        made, evidence = kept[before, total]
        refs = claimed(plan, evidence)
        numbers = Numbers(plan=plan, evidence=evidence)
        phrases = Phrases(numbers, refs)
        front = typeset(front_of(phrases), _making(plan, 0, total))
        if apart or (front.count == before and front.count + made.count == total):
            return Bound(front=front, evidence=made, numbers=numbers, refs=refs, phrases=Phrases(numbers, refs))
        before, total = front.count, front.count + made.count
    raise ValueError(f"seed {plan.habits.seed}: the pages do not settle")


def _making(plan: Plan, before: int, total: int) -> Making:
    return Making(face=plan.habits.face, before=before, total=total, seed=plan.habits.seed)


def _evidence(plan: Plan, *, before: int, total: int, apart: bool) -> tuple[Made, Evidence]:
    """All items that have pages, one after the other."""
    numbering = numbering_of(plan.habits)
    printed = plan.habits.counting == "printed"
    start = 0 if printed or apart else before
    last = total - before if printed else total
    sheets: list[Sheets] = []
    parts: dict[str, list[Part]] = {}
    items = [item for item in plan.sent if item.carrier in {"pdf", "jpg"}]
    for item in items:
        own, parts[item.id] = sheets_of(plan, item, numbering)
        sheets += own
    made = typeset(sheets, _making(plan, start, last))
    spans = spans_of(items, made, 0 if apart else before)
    evidence = Evidence(
        spans=spans,
        parts={item.id: _part_pages(item, parts[item.id], made) for item in items},
        running=start + 1,
    )
    return made, loosened(plan, evidence) if apart else evidence


def loosened(plan: Plan, evidence: Evidence) -> Evidence:
    """The same items, each counted in its own file; those that are letters by wire or office files among them."""
    if plan.habits.segments == "volumes":
        return evidence
    spans = {name: (1, last - first + 1) for name, (first, last) in evidence.spans.items()}
    parts = dict(evidence.parts)
    for item in plan.sent:
        if item.carrier == "eml":
            spans[item.id] = (1, 1)
        if item.carrier in {"docx", "odt"}:
            parts[item.id] = dict.fromkeys(sheets_of(plan, item, "none")[1], 0)
    return Evidence(spans=spans, parts=parts, running=None)


def spans_of(items: list[Item], made: Made, before: int) -> dict[str, tuple[int, int]]:
    """First and last page of each item."""
    begins = [made.pages[f"item/{item.id}" if item.divider else f"body/{item.id}"][0] for item in items]
    ends = [*(begin - 1 for begin in begins[1:]), made.count]
    return {item.id: (before + first, before + last) for item, first, last in zip(items, begins, ends, strict=True)}


def _part_pages(item: Item, parts: list[Part], made: Made) -> dict[Part, int]:
    begin = made.pages[f"body/{item.id}"][0]
    return {part: made.pages[f"{item.id}/{part.kind}/{part.number}"][0] - begin + 1 for part in parts}


def joined(made: Bound) -> Any:
    """Front and evidence as one document, with the bookmarks of both."""
    document = pymupdf.open(stream=made.front.pdf, filetype="pdf")
    evidence = pymupdf.open(stream=made.evidence.pdf, filetype="pdf")
    shift, outline = len(document), evidence.get_toc()
    document.insert_pdf(evidence)
    marks = [[1, title, page + shift] for _, title, page in outline]
    document.set_toc(_front_marks(made) + marks if made.phrases.habits.segments == "bookmarks" else [])
    return document


def _front_marks(made: Bound) -> list[list[Any]]:
    found = (("Contents", "contents"), ("Cross reference table", "table"))
    return [[1, name, made.front.pages[mark][0]] for name, mark in found if mark in made.front.pages]


def cut(document: Any, first: int, last: int) -> bytes:
    """Some pages as a file."""
    made = pymupdf.open()
    made.insert_pdf(document, from_page=first - 1, to_page=last - 1)
    return saved(made)


def saved(document: Any) -> bytes:
    """The same document gives the same bytes."""
    document.set_metadata({})
    return bytes(document.tobytes(garbage=3, deflate=True, no_new_id=True))


def note_of(plan: Plan) -> list[Block]:
    """A CV in few words, as a file that nobody asked for."""
    rng = chance("cv", plan.habits.seed)
    years = f"Since {rng.randint(2008, 2016)} in MRI; since {rng.randint(2017, 2021)} responsible for MR safety advice."
    return [Para(text="Curriculum vitae", bold=True, size=4), Para(text=plan.people.applicant), Para(text=years)]
