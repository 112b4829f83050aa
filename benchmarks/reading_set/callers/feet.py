"""Numbers at the foot and labels at the head of pages, put on when everything is bound."""

from typing import Any, Final

from .chance import chance
from .claims import Laid
from .habits import Habits
from .plan import Item, Plan

_INK: Final = (0.25, 0.25, 0.25)
_UNNUMBERED: Final = frozenset({"email", "certificate", "slides", "plan"})
_ROMAN: Final = [
    "i",
    "ii",
    "iii",
    "iv",
    "v",
    "vi",
    "vii",
    "viii",
    "ix",
    "x",
    "xi",
    "xii",
    "xiii",
    "xiv",
    "xv",
    "xvi",
    "xvii",
    "xviii",
    "xix",
    "xx",
]


def feet_of(habits: Habits) -> str:
    """``running`` through the file, ``evidence`` (from its first page on), ``own`` of each paper, or ``none``."""
    seed = habits.seed
    if habits.form == "docx":
        return "none"
    if habits.counting == "printed":
        return "evidence" if habits.bound and seed % 2 == 0 else "own"
    if habits.counting == "portfolio":
        return "none" if seed % 4 == 3 and habits.marked != "contents_pages" else "running"
    if habits.counting == "file":
        return "running" if seed % 2 else "none"
    from_divider = habits.counting == "item" and habits.marked in {"dividers", "sub_items"} and habits.bound
    return ("running" if habits.bound else "none", "none" if from_divider else "own", "none")[seed % 3]


def printed_of(plan: Plan, laid: Laid, front: int) -> dict[tuple[str, int], int]:
    """The number that is printed on each page of the evidence; ``front`` pages stand before it in its file."""
    feet = feet_of(plan.habits)
    made: dict[tuple[str, int], int] = {}
    for item in plan.sent:
        if item.id not in laid.spans or item.id in laid.nominal or item.carrier != "pdf":
            continue
        first, last = laid.spans[item.id]
        for at in range(first, last + 1):
            if feet == "running":
                made[laid.files[item.id], at] = at
            elif feet == "evidence":
                made[laid.files[item.id], at] = at - front
            elif feet == "own" and at >= first + item.divider and _numbered(plan, item):
                made[laid.files[item.id], at] = at - first - item.divider + item.first_printed
    return made


def _numbered(plan: Plan, item: Item) -> bool:
    return plan.habits.counting == "printed" or item.kind not in _UNNUMBERED


def stamp(plan: Plan, document: Any, at: int, shown: int | None, item: Item | None, total: int) -> None:
    """Put the number and the label on a page (``at`` from 0); what is not given is not put."""
    page = document[at]
    rng = chance("feet", plan.habits.seed)
    form = rng.choice(("Page {}", "{}", "Page {} of {t}", "- {} -", "MRSE portfolio    {}"))
    if feet_of(plan.habits) == "own":
        form = rng.choice(("Page {}", "{}", "Page {}"))
    elif feet_of(plan.habits) == "evidence" and "{t}" in form:
        form = "Page {}"
    middle = rng.random() < 0.6
    if shown is not None:
        said = form.replace("{t}", str(total)).replace("{}", str(shown))
        across = page.rect.width / 2 - 2.4 * len(said) if middle else page.rect.width - 70 - 4.8 * len(said)
        page.insert_text((across, page.rect.height - 32), said, fontsize=9, fontname="helv", color=_INK)
    if item is not None:
        corner = page.rect.width - 66 - 6.2 * len(item.label) if rng.random() < 0.7 else 58
        colour = rng.choice(((0.7, 0, 0), (0, 0, 0), (0, 0.2, 0.6)))
        page.insert_text((corner, 36), item.label, fontsize=12, fontname="hebo", color=colour)


def roman(document: Any, count: int) -> None:
    """Small Roman numbers at the foot of the front."""
    for at in range(count):
        page = document[at]
        page.insert_text(
            (page.rect.width / 2 - 6, page.rect.height - 32), _ROMAN[at % len(_ROMAN)], fontsize=9, color=_INK
        )
