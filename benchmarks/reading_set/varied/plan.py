"""A portfolio before it has pages: its items, what each is claimed for, and how items are called."""

import random
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

from .axes import Choice
from .evidence import Author, Paper, kinds
from .people import People, people

CODES: Final = (
    "1.1",
    "1.2",
    "2.1",
    "2.2",
    "3",
    "4.1",
    "4.2",
    "4.3",
    "5.1",
    "5.2",
    "6.1",
    "6.2",
    "7.1",
    "7.2",
    "8.1",
    "8.2",
)


@cache
def scheme() -> dict[str, Any]:
    """Titles of codes and categories in the set's own words."""
    return tomllib.loads((Path(__file__).parent / "words" / "scheme.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, kw_only=True)
class Item:
    """One item. ``id`` is normalised ("3", "B", "4a", "4.1"), ``written`` as the applicant writes it ("03")."""

    id: str
    written: str
    paper: Paper
    codes: tuple[str, ...]

    @property
    def title(self) -> str:
        """The title by which the contents list calls it."""
        return self.paper.title


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Items in their order, and for each claimed code the ids named, some of which may not have been sent."""

    choice: Choice
    cast: People
    items: tuple[Item, ...]
    rows: dict[str, tuple[str, ...]]
    missing: tuple[str, ...]
    orphans: tuple[str, ...]
    simulated: tuple[tuple[str, str], ...]  # (code, id)
    word: str  # before an id where one is used: "Evidence"
    written: dict[str, str] = field(default_factory=dict)  # id as written, of missing ones too


def make_plan(choice: Choice) -> Plan:
    """The plan of a seed."""
    dice = random.Random(f"plan {choice.seed}")  # noqa: S311
    cast = people(dice)
    claimed = _claimed(choice, dice)
    wanted = _wanted(choice, claimed, dice)
    author = Author(cast, dice)
    names = _ids(choice, [codes[0] for _, codes in wanted])
    small = choice.source != "digital"
    items = tuple(
        Item(
            id=each,
            written=written,
            paper=author.paper(kind, _length(dice, small=small, long="long" in choice.extras)),
            codes=codes,
        )
        for (kind, codes), (each, written) in zip(wanted, names, strict=True)
    )
    orphans = _orphans(choice, items, dice)
    rows = {code: [item.id for item in items if code in item.codes and item.id not in orphans] for code in claimed}
    missing = _missing(choice, items, rows, dice)
    written = {item.id: item.written for item in items} | dict(missing)
    if choice.segments == "sub_items" and "whole parent" in choice.extras:
        _name_whole(items, rows, written)
    return Plan(
        choice=choice,
        cast=cast,
        items=items,
        rows={code: tuple(dict.fromkeys(ids)) for code, ids in rows.items()},
        missing=tuple(each for each, _ in missing),
        orphans=orphans,
        simulated=_simulated(choice, rows, dice),
        word=_word(choice, dice),
        written=written,
    )


def _claimed(choice: Choice, dice: random.Random) -> list[str]:
    left_out = dice.sample([code for code in CODES if code != "3"], dice.choice((0, 0, 1, 2)))
    if choice.not_claimed == "left_out" and not left_out:
        left_out = [dice.choice(CODES)]
    return [code for code in CODES if code not in left_out]


def _wanted(choice: Choice, claimed: list[str], dice: random.Random) -> list[tuple[str, tuple[str, ...]]]:
    """Kinds with the codes that each is claimed for, in an order as applicants have it."""
    left, chosen = list(claimed), []
    count = dice.randint(8, 12) if choice.source != "digital" else dice.randint(10, 25)
    by_code = {code: [kind for kind, spec in kinds().items() if code in spec["codes"]] for code in CODES}
    while left:
        code = left.pop(0)
        kind = dice.choice(by_code[code])
        also = [one for one in left if one in kinds()[kind]["codes"] or (dice.random() < 0.12 and one != "3")]
        room = count - len(chosen)
        also = dice.sample(also, min(len(also), 2))
        if room < len(left) + 2 and not also:
            also = dice.sample([one for one in left if one != "3"] or left, min(len(left), 1))
        left = [one for one in left if one not in also]
        chosen.append((kind, tuple(sorted({code, *also}))))
    if "3" in claimed and sum("3" in codes for _, codes in chosen) < 2:
        chosen.append((dice.choice(by_code["3"]), ("3",)))
    while len(chosen) < count:
        code = dice.choice(claimed)
        chosen.append((dice.choice(by_code[code]), (code,)))
    if dice.random() < 0.65 or choice.wording == "dotted" or choice.segments in {"folders", "sub_items"}:
        return sorted(chosen, key=lambda pair: (pair[1][0].partition(".")[0], pair[1][0]))
    dice.shuffle(chosen)
    return chosen


def _length(dice: random.Random, *, small: bool, long: bool) -> int:
    """Passages added to a paper, of which about three fill a page."""
    return (
        dice.choice((0, 0, 1, 3))
        if small
        else dice.choice((2, 5, 8, 9, 12))
        if long
        else dice.choice((0, 0, 1, 2, 3, 5, 7))
    )


def _ids(choice: Choice, main: list[str]) -> list[tuple[str, str]]:
    """Normalised id and id as written of each item."""
    count = len(main)
    if choice.segments == "sub_items":
        return _lettered(main)
    if choice.wording == "dotted":
        seen: dict[str, int] = {}
        names = []
        for code in main:
            category = code.partition(".")[0]
            seen[category] = seen.get(category, 0) + 1
            names.append(f"{category}.{seen[category]}")
        return [(name, name) for name in names]
    if choice.wording in {"appendix", "exhibit"}:
        return [(letter, letter) for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[:count]]
    padded = choice.wording in {"padded_section", "file_name"}
    return [(str(number), f"{number:02}" if padded else str(number)) for number in range(1, count + 1)]


def _lettered(main: list[str]) -> list[tuple[str, str]]:
    """4a, 4b: items of one category share a number."""
    order: list[str] = []
    for code in main:
        if code.partition(".")[0] not in order:
            order.append(code.partition(".")[0])
    names, seen = [], dict.fromkeys(order, 0)
    for code in main:
        category = code.partition(".")[0]
        alone = sum(one.partition(".")[0] == category for one in main) == 1
        name = f"{order.index(category) + 1}" + ("" if alone else "abcdefghij"[seen[category]])
        seen[category] += 1
        names.append((name, name))
    return names


def _orphans(choice: Choice, items: tuple[Item, ...], dice: random.Random) -> tuple[str, ...]:
    """Items that no row will name: only such whose codes have another item."""
    if "orphans" not in choice.extras:
        return ()
    free = [item for item in items if all(sum(code in one.codes for one in items) > 1 for code in item.codes)]
    return tuple(item.id for item in dice.sample(free, min(len(free), dice.choice((1, 1, 2)))))


def _missing(
    choice: Choice, items: tuple[Item, ...], rows: dict[str, list[str]], dice: random.Random
) -> list[tuple[str, str]]:
    """Ids that rows name though nothing was sent under them; they are put into the rows."""
    count = 2 if "two missing" in choice.extras else 1 if "missing" in choice.extras else 0
    taken = {item.id for item in items}
    found: list[tuple[str, str]] = []
    for _ in range(count):
        each = _unused(choice, taken)
        if each is None:
            break
        taken.add(each)
        shown = each.zfill(2) if choice.wording in {"padded_section", "file_name"} else each
        found.append((each, shown))
        rows[dice.choice(list(rows))].append(each)
    return found


def _unused(choice: Choice, taken: set[str]) -> str | None:
    if choice.segments == "sub_items" or choice.wording not in {"appendix", "exhibit", "dotted"}:
        top = max(int("".join(c for c in each if c.isdecimal())) for each in taken)
        return str(top + 1 + choice.seed % 2)
    if choice.wording == "dotted":
        return next(
            (name for category in "84567" for name in [f"{category}.{choice.seed % 3 + 4}"] if name not in taken), None
        )
    return next((letter for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" if letter not in taken), None)


def _name_whole(items: tuple[Item, ...], rows: dict[str, list[str]], written: dict[str, str]) -> None:
    """One row names "4" where 4a and 4b were sent."""
    for ids in rows.values():
        stems = {each[:-1] for each in ids if each[-1:].isalpha()}
        for stem in sorted(stems):
            parts = [item.id for item in items if item.id[:-1] == stem and item.id[-1:].isalpha()]
            if len(parts) > 1 and all(part in ids for part in parts):
                ids[ids.index(parts[0])] = stem
                ids[:] = [each for each in ids if each not in parts]
                written[stem] = stem
                return


def _simulated(choice: Choice, rows: dict[str, list[str]], dice: random.Random) -> tuple[tuple[str, str], ...]:
    if "simulated" not in choice.extras and choice.seed % 3:
        return ()
    codes = dice.sample([code for code, ids in rows.items() if ids and code != "3"], 2)
    if choice.notes == "comment":
        return tuple((code, each) for code in codes for each in rows[code])
    return tuple((code, rows[code][0]) for code in codes[: dice.choice((1, 2))])


def _word(choice: Choice, dice: random.Random) -> str:
    words = {
        "evidence": ("Evidence",), "short": ("E",), "item_brackets": ("Item",), "appendix": ("Appendix", "Annex"),
        "padded_section": ("Ev.",), "plural": ("Document", "Attachment"), "prose": ("E", "Evidence"),
        "titled": ("Evidence", "Item"), "colon": ("E", "Item "), "columns": ("Evidence", "", "E"),
        "exhibit": ("Exhibit",), "hash": ("#", "No. "), "dotted": ("Evidence", "E", "Item"),
        "bare": ("Evidence", "Item"), "file_name": ("Evidence",),
    }  # fmt: skip
    return dice.choice(words[choice.wording])
