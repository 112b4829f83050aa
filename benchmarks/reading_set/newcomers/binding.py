"""Puts the front and the items together: one PDF, or a front and bound parts or single files."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .chance import chance
from .choice import Choice
from .counting import Numbers
from .drawing import draw_item, numbered, stamped
from .front import drawn_front
from .model import Item, Plan, Shown
from .paper import Paper
from .wording import Wording

_LOWER = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv")


@dataclass(frozen=True, kw_only=True)
class Bound:
    """A bound document, and where its items begin."""

    paper: Paper
    shown: Shown
    numbers: Numbers


def front_paper(choice: Choice) -> Paper:
    """The paper of the front."""
    rng = chance("paper", choice.seed)
    paper = Paper(choice.font, rng.choice((10.0, 10.5, 11.0)), justified=choice.font == "times" and rng.random() < 0.5)
    paper.margin = rng.choice((54.0, 60.0, 72.0))
    return paper


def bound(plan: Plan) -> Bound:
    """All in one PDF: drawn until the number of pages before the evidence is the one that was reckoned with."""
    before = 5
    for _ in range(6):
        begins = _begins(plan.sent, before)
        numbers = Numbers(plan=plan, begins=begins, printed=_printed(plan, begins, before))
        paper = front_paper(plan.choice)
        style = _foot(plan.choice)
        paper.furniture = lambda sheet: _front_foot(sheet, plan, numbers, before, style)  # noqa: B023 - drawn at once
        shown = drawn_front(paper, Wording(numbers), _listed(plan, numbers))
        if paper.number == before:
            break
        before = paper.number
    else:
        raise RuntimeError(f"seed {plan.choice.seed}: the front does not settle")
    _items(paper, plan, plan.sent, numbers.printed)
    return Bound(paper=paper, shown=shown, numbers=numbers)


def _begins(items: tuple[Item, ...], before: int) -> dict[str, int]:
    begins, at = {}, before + 1
    for item in items:
        begins[item.id] = at
        at += item.length
    return begins


def _offset(choice: Choice, before: int) -> int | None:
    """The printed number of a page is its position less this; None where none are printed."""
    rng = chance("printed", choice.seed)
    if choice.counting == "printed":
        return rng.choice((before, before, 1, 2))
    return 0 if rng.random() < 0.4 else None


def _printed(plan: Plan, begins: Mapping[str, int], before: int) -> dict[str, int | None]:
    offset = _offset(plan.choice, before)
    return {each: None if offset is None else begin - offset for each, begin in begins.items()}


def _listed(plan: Plan, numbers: Numbers) -> dict[str, int | None]:
    """The numbers in the contents list: printed ones, or positions where none are printed."""
    choice = plan.choice
    if choice.segments != "contents_pages" and chance("listed", choice.seed).random() < 0.35:
        return {}
    return {
        item.id: numbers.begins[item.id] if numbers.printed[item.id] is None else numbers.printed[item.id]
        for item in plan.sent
    }


def _foot(choice: Choice) -> str:
    return str(chance("foot", choice.seed).choice(("{}", "Page {}", "- {} -", "{}")))


def _front_foot(paper: Paper, plan: Plan, numbers: Numbers, before: int, style: str) -> None:
    """Name in the head of some; numbers at the foot as the evidence goes on with them."""
    if plan.choice.seed % 5 == 2 and paper.number > 1:
        stamped(paper, plan.applicant, "left")
    first = plan.sent[0].id
    printed = numbers.printed[first]
    if printed is None:
        return
    shown = paper.number - (numbers.begins[first] - printed)
    if shown > 0:
        numbered(paper, style.format(shown))
    elif plan.choice.seed % 2 and before < len(_LOWER) and printed == 1:
        numbered(paper, _LOWER[paper.number])


def _items(paper: Paper, plan: Plan, items: tuple[Item, ...], printed: Mapping[str, int | None]) -> list[list[Any]]:
    """Draw these items on the paper; its bookmarks."""
    choice = plan.choice
    style, toc = _foot(choice), []
    side = chance("stamp", choice.seed).choice(("left", "right"))
    for item in items:
        first = paper.number + 1
        toc.append([1, f"{item.label} - {item.title}", first])

        def furniture(sheet: Paper, item: Item = item, first: int = first) -> None:
            if choice.segments == "stamps":
                stamped(sheet, item.label, side)
            number = printed.get(item.id)
            if number is not None:
                numbered(sheet, style.format(number + sheet.number - first))

        paper.furniture = furniture
        draw_item(paper, choice, item)
    if choice.segments == "bookmarks" or (choice.segments in {"dividers", "headings"} and choice.seed % 4 == 1):
        paper.doc.set_toc(toc)
    return toc


def parted(plan: Plan, items: tuple[Item, ...], printed: Mapping[str, int | None]) -> Paper:
    """Some of the items as one bound file."""
    paper = Paper("arial", 10.5)
    _items(paper, plan, items, printed)
    return paper


def single(plan: Plan, item: Item) -> Paper:
    """An item as a file of its own, with the page numbers that it had where it came from."""
    paper = Paper("arial", 10.5)
    number = own_number(plan.choice, item)

    def furniture(sheet: Paper) -> None:
        if number is not None:
            numbered(sheet, _foot(plan.choice).format(number + sheet.number - 1))

    paper.furniture = furniture
    draw_item(paper, plan.choice, item)
    return paper


def own_number(choice: Choice, item: Item) -> int | None:
    """The number printed on the first page of an item's own file."""
    if item.carrier != "pdf":
        return None
    if choice.counting == "printed":
        return item.prints_from
    return 1 if chance("own", choice.seed, item.id).random() < 0.4 else None
