"""References: which pages of which item a row means, how that is counted, and how the applicant writes it."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .axes import Choice
from .plan import Plan

Place = tuple[str, int]  # file, page of it from 1


@dataclass(frozen=True, kw_only=True)
class Placed:
    """Where an item lies: its pages in order, and whether the first of them is a divider."""

    id: str
    places: tuple[Place, ...]
    divided: bool
    paged: bool = True


class Ref(NamedTuple):
    """One reference. ``ranges`` are places in the item from 1, its divider included; () for the whole item."""

    id: str
    ranges: tuple[tuple[int, int], ...]
    section: str | None  # as written: "section 2"
    simulated: bool
    beyond: bool = False


class Written(NamedTuple):
    """A reference as the cell has it: its hints as numbers that the applicant counts."""

    ref: Ref
    page_hint: str | None
    section_hint: str | None
    pages: tuple[tuple[int, int], ...]


Numbering = Callable[[str, int], int]
"""(item, place in it from 1) -> the number by which the applicant calls this page."""

SECTIONS = ("section {n}", "section {n}", "para {n}", "table {n}", "sec. {n}", "s. {n}", "figure {n}", "paragraph {n}")


def draw(plan: Plan, code: str, each: str, placed: Mapping[str, Placed], dice: random.Random) -> Ref:
    """What this row means by naming this item."""
    choice = plan.choice
    simulated = (code, each) in plan.simulated
    there = placed.get(each)
    section = _section(choice, dice)
    if there is None or not there.paged or choice.counting == "none" or dice.random() < _share_without(choice):
        return Ref(each, (), section, simulated)
    count, first = len(there.places), 2 if there.divided else 1
    if "page beyond item" in choice.extras and choice.counting.startswith("item") and dice.random() < 0.06:
        return Ref(each, ((count + 3, count + 3),), None, simulated, beyond=True)
    if count - first < 1 and dice.random() < 0.4:
        return Ref(each, (), section, simulated)
    ranges = _ranges(first, count, dice)
    keep = section if choice.wording == "prose" and len(ranges) == 1 and ranges[0][0] == ranges[0][1] else None
    return Ref(each, ranges, keep, simulated)


def _share_without(choice: Choice) -> float:
    return {"bare": 0.6, "plural": 0.6, "padded_section": 0.5, "file_name": 0.4}.get(choice.wording, 0.22)


def _section(choice: Choice, dice: random.Random) -> str | None:
    share = {"padded_section": 0.7, "prose": 0.5, "evidence": 0.12, "appendix": 0.15, "titled": 0.1, "dotted": 0.1}
    if dice.random() >= share.get(choice.wording, 0.0):
        return None
    form = (
        dice.choice(("para {n}", "paragraph {n}", "section {n}"))
        if choice.wording == "prose"
        else dice.choice(SECTIONS)
    )
    return form.format(n=dice.choice((1, 2, 3, 4, 2.1, 3.2)) if "section" in form else dice.randint(1, 4))


def _ranges(first: int, count: int, dice: random.Random) -> tuple[tuple[int, int], ...]:
    start = dice.randint(first, count)
    end = min(count, start + dice.choice((0, 0, 0, 1, 1, 2)))
    later = end + 2
    if later <= count and dice.random() < 0.3:
        return ((start, end), (later, later))
    return ((start, end),)


def write(ref: Ref, number: Numbering) -> Written:
    """The reference in the applicant's numbers."""
    pages = tuple((number(ref.id, a), number(ref.id, a) + b - a) for a, b in ref.ranges)
    hint = ", ".join(f"{a}-{b}" if b > a else str(a) for a, b in pages) or None
    return Written(ref, hint, _section_hint(ref.section), pages)


def _section_hint(section: str | None) -> str | None:
    if section is None:
        return None
    word, _, number = section.partition(" ")
    return f"{word} {number}" if word in {"table", "figure", "slide"} else number


def ids_in_runs(ids: Sequence[str]) -> list[tuple[str, str]]:
    """Runs of at least three consecutive whole numbers as (first, last), others alone."""
    runs: list[list[str]] = []
    for each in ids:
        if runs and each.isdecimal() and runs[-1][-1].isdecimal() and int(each) == int(runs[-1][-1]) + 1:
            runs[-1].append(each)
        else:
            runs.append([each])
    return [pair for run in runs for pair in ([(run[0], run[-1])] if len(run) > 2 else [(one, one) for one in run])]
