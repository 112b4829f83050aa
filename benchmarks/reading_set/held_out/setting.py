"""All evidence set at once, and where each item and each place in it came to stand."""

from typing import Any, Final

import pymupdf

from benchmarks.reading_set.set_aside.engine import Sheets, typeset

from .markup import preamble
from .model import Item, Paper, Person
from .papers import MARK, Draft, paper
from .plan import Plan

LIBRARY: Final[Any] = pymupdf


def size_of(plan: Plan) -> float:
    """Size of type, in points."""
    return (10.0, 10.5, 11.0)[plan.seed % 3]


def set_evidence(plan: Plan, person: Person, items: tuple[Item, ...]) -> tuple[Any, dict[str, Paper]]:
    """The pages of all items that were sent, and each item's paper."""
    drafts = [paper(plan, person, item) for item in items if item.sent]
    source = preamble(plan["face"], size_of(plan)) + "".join("".join(draft.said) for draft in drafts)
    sheets = typeset(source, {})
    return sheets.pdf, _papers(drafts, sheets)


def _papers(drafts: list[Draft], sheets: Sheets) -> dict[str, Paper]:
    firsts = [sheets.places[f"i:{draft.item.id}"][0] for draft in drafts]
    made = {}
    for at, draft in enumerate(drafts):
        first = firsts[at]
        after = firsts[at + 1] if at + 1 < len(drafts) else _pages(sheets) + 1
        spots = tuple(
            (spot, sheets.places[MARK.format(draft.item.id, number)][0] - first + 1)
            for number, spot in enumerate(draft.spots)
        )
        made[draft.item.id] = Paper(first=first, count=after - first, spots=spots)
    return made


def _pages(sheets: Sheets) -> int:
    with LIBRARY.open("pdf", sheets.pdf) as document:
        return len(document)
