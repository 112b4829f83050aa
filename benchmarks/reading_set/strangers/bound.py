"""A portfolio in one PDF: front, evidence, and the numbers that each needs of the other."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from . import opening
from .binding import THROUGH, Pages, bookmark, laid_out, numbered, outlined, own_numbers, printing
from .chance import chance
from .claims import claimed
from .front import LIST_BEGIN, LIST_END
from .model import Plan
from .numbers import Numbers
from .phrases import Phrases
from .scanner import scanned
from .tables import BEGIN, END
from .truth import Found
from .typeset import Section, opened, saved, typeset

_ROUNDS = 8


@dataclass(frozen=True, kw_only=True)
class Bound:
    """The file's bytes, and what its truth needs."""

    pdf: bytes
    numbers: Numbers
    found: Found


def prepared(plan: Plan) -> tuple[Plan, Mapping[str, Pages]]:
    """The plan with the lengths of its items and the references that they allow."""
    laid, pages = laid_out(plan)
    plan = replace(plan, laid=laid)
    through = printing(plan) in THROUGH
    printed = frozenset(item.id for item in plan.sent) if through else frozenset(own_numbers(plan))
    return replace(plan, refs=claimed(plan, printed)), pages


def bind(plan: Plan, name: str) -> Bound:
    """Typeset until the front is as long as its own page numbers say."""
    plan, pages = prepared(plan)
    before = 5
    spread = False
    for _ in range(_ROUNDS):
        numbers = _numbers(plan, pages, before)
        front = opening.made(Phrases(numbers), _listed(numbers, before), spread=spread)
        sheets = typeset(front.before, front.pictures)
        if front.before and opening.spoiled(sheets) and not spread:
            spread = True
        elif sheets.count == before:
            break
        else:
            before = sheets.count
    else:
        raise ValueError(f"seed {plan.habit.seed}: the front does not settle")
    sections = [*front.before, *_evidence(numbers, pages, before), *front.behind]
    whole = typeset([{**one, "name": f"{at}:{one['name']}"} for at, one in enumerate(sections)], front.pictures)
    table_pages = opening.pages_of(whole, BEGIN, END)
    found = Found(
        table=name, contents=name, table_pages=table_pages,
        contents_pages=opening.pages_of(whole, LIST_BEGIN, LIST_END), paged=True, pages=pages,
        files={item.id: name for item in plan.sent}, begins=numbers.begins,
    )  # fmt: skip
    return Bound(pdf=_finished(numbers, whole.pdf, table_pages), numbers=numbers, found=found)


def _numbers(plan: Plan, pages: Mapping[str, Pages], before: int) -> Numbers:
    begins, at = {}, before + 1
    for item in plan.sent:
        begins[item.id] = at
        at += pages[item.id].count
    mode, own = printing(plan), own_numbers(plan)
    shift = {"through": 0, "offset": -1, "anew": -before}.get(mode)
    apart = int(plan.habit.divided)
    printed: dict[str, int | None] = {
        item.id: begins[item.id] + shift if shift is not None else own[item.id] - apart if item.id in own else None
        for item in plan.sent
    }
    return Numbers(plan=plan, begins=begins, printed=printed)


def _listed(numbers: Numbers, before: int) -> dict[str, int]:
    """The page numbers in the list of evidence: the printed ones where they run through, else those of the file."""
    plan = numbers.plan
    mode = printing(plan)
    if (
        mode not in THROUGH
        and plan.habit.segments != "contents_pages"
        and chance("list pages", plan.habit.seed).random() < 0.4
    ):
        return {}
    shift = {"offset": -1, "anew": -before}.get(mode, 0)
    return {item.id: numbers.begins[item.id] + shift for item in plan.sent}


def _evidence(numbers: Numbers, pages: Mapping[str, Pages], before: int) -> list[Section]:
    plan = numbers.plan
    own = own_numbers(plan)
    shift = {"offset": -1, "anew": -before}.get(printing(plan), 0)
    return [one for item in plan.sent for one in numbered(plan, item, pages[item.id], own.get(item.id), shift)]


def _finished(numbers: Numbers, pdf: bytes, table_pages: list[int]) -> bytes:
    habit = numbers.plan.habit
    document = opened(pdf)
    if habit.scan == "signed":
        document = scanned(document, habit.seed, layer=False, only=frozenset(table_pages))
    elif habit.scan:
        document = scanned(document, habit.seed, layer=habit.scan == "layer")
    if habit.segments == "bookmarks":
        rng = chance("bookmarks", habit.seed)
        entries = [(bookmark(item, rng), numbers.begins[item.id]) for item in numbers.plan.sent]
        lead = (
            [("Cross reference table", table_pages[0])]
            if table_pages and rng.random() < 0.5 and not habit.behind
            else []
        )
        outlined(document, [*lead, *entries])
    return saved(document)
