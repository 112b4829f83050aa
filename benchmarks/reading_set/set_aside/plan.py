"""Which portfolio each seed stands for: blocks of sixty seeds in which each value of each axis occurs several times."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Final

from benchmarks.reading_set.set_aside.chance import chance

BLOCK: Final = 60
Axes = dict[str, str]


@dataclass(frozen=True, kw_only=True)
class Plan:
    """The axes of one seed; everything else is drawn from chance by the seed's name."""

    seed: int
    axes: Axes


def plan(seed: int) -> Plan:
    """The plan of a seed, found without building anything."""
    return Plan(seed=seed, axes=_block(seed // BLOCK)[seed % BLOCK])


def _block(number: int) -> list[Axes]:
    rng = chance(f"block {number}")
    slots = [{"file": file, "segments": segments} for (file, segments), times in _FILES.items() for _ in range(times)]
    _deal(slots, "source", _SOURCES, _source_fits, rng)
    _deal(slots, "table", _TABLES, _table_fits, rng)
    _deal(slots, "counting", _COUNTINGS, _counting_fits, rng)
    rng.shuffle(slots)
    return slots


def _deal(
    slots: list[Axes], axis: str, amounts: dict[str, int], fits: Callable[[Axes, str], bool], rng: Random
) -> None:
    """Give each slot a value of the axis that fits it: an exact matching by augmenting paths, in random order."""
    values = [value for value, times in amounts.items() for _ in range(times)]
    rng.shuffle(values)
    owner: dict[int, int] = {}  # position in values -> slot
    order = list(range(len(slots)))
    rng.shuffle(order)

    def place(slot: int, seen: set[int]) -> bool:
        for position, value in enumerate(values):
            if position in seen or not fits(slots[slot], value):
                continue
            seen.add(position)
            if position not in owner or place(owner[position], seen):
                owner[position] = slot
                return True
        return False

    for slot in order:
        if not place(slot, set()):
            raise AssertionError(f"The amounts of the axis {axis} do not fit the slots: change them together.")
    for position, slot in owner.items():
        slots[slot][axis] = values[position]


def _source_fits(slot: Axes, value: str) -> bool:
    if slot["file"] == "docx":
        return value == "digital"
    return value != "ocr_layer" or slot["file"] == "pdf"


def _table_fits(slot: Axes, value: str) -> bool:
    if slot["file"] == "docx" or value == "docx":
        return value == "docx" and slot["file"] != "pdf" and slot["source"] == "digital"
    return value != "picture" or slot["source"] == "digital"


def _counting_fits(slot: Axes, value: str) -> bool:
    if slot["file"] == "docx" or slot["table"] == "none":
        return value == "none"
    if slot["table"] == "ticks":
        return value in {"none", "item", "printed"} and (value != "printed" or slot["file"] == "pdf")
    if value == "file":
        return slot["file"] != "pdf" and slot["segments"] not in {"files", "folders"}
    if value in {"portfolio", "printed"}:
        return slot["file"] == "pdf"
    if value == "item_after_divider":
        return slot["segments"] in {"dividers", "sub_items", "files"}
    return True


_FILES: Final = {
    ("docx", "headings"): 2,
    ("docx", "dividers"): 2,
    ("docx", "sub_items"): 2,
    ("folder", "files"): 3,
    ("folder", "folders"): 3,
    ("folder", "dividers"): 1,
    ("folder", "stamps"): 1,
    ("folder", "bookmarks"): 1,
    ("folder", "headings"): 1,
    ("zip", "files"): 3,
    ("zip", "folders"): 2,
    ("zip", "dividers"): 1,
    ("zip", "headings"): 1,
    ("zip", "sub_items"): 1,
    ("pdf", "bookmarks"): 6,
    ("pdf", "dividers"): 7,
    ("pdf", "stamps"): 6,
    ("pdf", "headings"): 6,
    ("pdf", "contents_pages"): 6,
    ("pdf", "sub_items"): 5,
}
_SOURCES: Final = {"digital": 47, "ocr_layer": 4, "scan": 9}
_TABLES: Final = (
    dict.fromkeys(("ruled", "rules", "zebra", "bare", "typed", "inverted", "merged"), 4)
    | dict.fromkeys(("ticks", "two_headers", "per_category", "broken_rows", "landscape", "two_column", "none"), 3)
    | {"picture": 2, "docx": 9}
)
_COUNTINGS: Final = {"item": 14, "item_after_divider": 6, "file": 4, "portfolio": 8, "printed": 8, "none": 20}
