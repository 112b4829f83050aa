"""Which portfolio each seed stands for: eighty slots in which every form and habit comes several times."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from .chance import chance

SLOTS: Final = 80
Slot = dict[str, str]

FORMS: Final = {"pdf": 36, "folder": 16, "zip": 8, "docx_folder": 6, "docx_zip": 3, "docx": 3, "scan": 8}
TABLES: Final = {
    "ruled": 7,
    "rules": 5,
    "zebra": 4,
    "bare": 5,
    "typed": 5,
    "ticks": 6,
    "inverted": 6,
    "two_headers": 4,
    "per_category": 5,
    "merged": 5,
    "broken_rows": 4,
    "landscape": 3,
    "two_column": 3,
    "picture": 3,
    "none": 3,
    "docx": 12,
}
SEGMENTS: Final = {
    "pdf": {"bookmarks": 6, "dividers": 8, "stamps": 6, "headings": 6, "contents_pages": 4, "sub_items": 6},
    "loose": {"files": 11, "folders": 5, "dividers": 4, "sub_items": 4},
    "front": {"files": 6, "folders": 3},
    "docx": {"headings": 3},
    "scan": {"dividers": 3, "headings": 3, "stamps": 2},
}
COUNTINGS: Final = {"item": 38, "item_after_divider": 4, "file": 4, "portfolio": 12, "printed": 10, "none": 12}
KIN: Final = {"folder": "loose", "zip": "loose", "docx_folder": "front", "docx_zip": "front"}
HABITS: Final[Mapping[str, Mapping[str, int]]] = {
    "codes": {"plain": 38, "stop": 6, "bracket": 5, "roman": 7, "letter": 4, "word": 8, "short": 4, "row_title": 8},
    "third": {"3": 48, "3.": 6, "Category 3": 12, "3.1": 6, "3 (no sub-categories)": 8},
    "labels": {
        "Evidence": 20,
        "E": 11,
        "Item": 8,
        "Ev.": 5,
        "Document": 6,
        "Appendix": 6,
        "Exhibit": 4,
        "Annex": 4,
        "Tab": 3,
        "Decimal": 5,
        "Doc": 4,
        "Roman": 3,
        "Evidence No.": 1,
    },
    "joint": {"comma": 22, "semicolon": 18, "lines": 16, "and": 12, "ampersand": 6, "grouped": 6},
    "hints": {"brackets": 24, "comma": 18, "plain": 14, "before": 8, "square": 6, "colon": 10},
    "pages": {"p. ": 18, "p": 18, "page ": 20, "pg ": 6, "P": 4, "pp": 14},
    "parts": {"section ": 26, "s.": 8, "Sec. ": 10, "\u00a7": 8, "Section ": 28},
    "placed": {"never": 18, "sometimes": 40, "often": 22},
    "notes": {"none": 32, "word": 18, "star": 8, "key": 7, "column": 8, "sentence": 7},
    "vouched": {"fields": 26, "grid": 14, "prose": 12, "letter": 10, "electronic": 8, "unsigned": 4, "absent": 6},
    "contents": {"lines": 18, "leaders": 14, "grid": 20, "claims": 20, "none": 8},
    "empty": {"left_out": 58, "dash": 8, "na": 7, "blank": 7},
    "missing": {"none": 60, "unlisted": 12, "to follow": 8},
    "orphans": {"none": 56, "one": 16, "two": 8},
    "beside": {"nothing": 58, "guidance": 6, "older": 7, "statement": 9},
    "place": {"front": 68, "end": 12},
    "decoy": {"no": 62, "yes": 18},
    "face": {
        "Liberation Sans": 24,
        "Liberation Serif": 14,
        "New Computer Modern": 8,
        "DejaVu Sans": 10,
        "Liberation Sans Narrow": 6,
        "DejaVu Serif": 6,
        "Noto Sans": 12,
    },
}
LARGE: Final = 41
"""The seed of 150 pages."""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """One applicant. ``slot`` has a value for every habit and form; see the tables of this module."""

    seed: int
    slot: Mapping[str, str]

    def __getitem__(self, habit: str) -> str:
        return self.slot[habit]

    @property
    def large(self) -> bool:
        """Whether it is the portfolio of 150 pages."""
        return self.seed == LARGE

    @property
    def worded(self) -> bool:
        """Whether the table is in a Word file."""
        return self["form"].startswith("docx")

    @property
    def single(self) -> bool:
        """Whether all is one PDF."""
        return self["form"] in {"pdf", "scan"}

    @property
    def divided(self) -> bool:
        """Whether a title sheet stands before each item."""
        return self["segments"] == "dividers"

    @property
    def numbered(self) -> bool:
        """Whether pages bear printed numbers."""
        return self["counting"] == "printed" or (self["counting"] == "portfolio" and self.seed % 3 > 0)


def plan_of(seed: int) -> Plan:
    """The plan of a seed, found without building anything."""
    return Plan(seed=seed, slot=_slots(seed // SLOTS)[seed % SLOTS])


@cache
def _slots(block: int) -> tuple[Slot, ...]:
    rng = chance("slots", block)
    slots: list[Slot] = [{"form": form} for form, times in FORMS.items() for _ in range(times)]
    for kin in SEGMENTS:
        _deal([one for one in slots if KIN.get(one["form"], one["form"]) == kin], "segments", SEGMENTS[kin], block)
    rng.shuffle(slots)
    at = LARGE if block == 0 else 0
    big = next(i for i, one in enumerate(slots) if (one["form"], one["segments"]) == ("pdf", "bookmarks"))
    slots[at], slots[big] = slots[big], slots[at]
    _deal(slots, "table", TABLES, block, _table_fits)
    _deal(slots, "counting", COUNTINGS, block, _counting_fits)
    for habit, amounts in HABITS.items():
        _deal(slots, habit, amounts, block, _FITS.get(habit, _anything))
    for one in slots:
        one["source"] = "digital"
    for at, one in enumerate([one for one in slots if one["form"] == "scan"]):
        one["source"] = "ocr_layer" if at % 8 in {1, 4, 6} else "scan"
    return tuple(slots)


def _deal(
    slots: list[Slot],
    axis: str,
    amounts: Mapping[str, int],
    block: int,
    fits: Callable[[Slot, str], bool] | None = None,
) -> None:
    """Give each value to as many slots as it is due, the value that fits fewest slots first; then fill what is left."""
    fits = fits or _anything
    rng = chance("deal", axis, block)
    free = list(slots)
    rng.shuffle(free)
    for value in sorted(amounts, key=lambda each: sum(fits(one, each) for one in slots)):
        for one in [one for one in free if fits(one, value)][: amounts[value]]:
            one[axis] = value
            free.remove(one)
    for one in free:
        one[axis] = rng.choice([value for value in amounts if fits(one, value)])


def _anything(_: Slot, __: str) -> bool:
    return True


def _table_fits(slot: Slot, value: str) -> bool:
    form = slot["form"]
    if form.startswith("docx") or value == "docx":
        return form.startswith("docx") and value == "docx"
    if form == "scan":
        return value in {"ruled", "rules", "zebra", "bare", "ticks", "inverted", "merged", "per_category"}
    return True


def _counting_fits(slot: Slot, value: str) -> bool:
    form, segments, table = slot["form"], slot["segments"], slot["table"]
    if table == "none" or form == "docx":
        return value == "none"
    if form in {"pdf", "scan"}:
        if segments == "contents_pages":
            return value in {"portfolio", "printed", "none"}
        return value not in {"file", "none"} if segments == "dividers" else value not in {"file", "item_after_divider"}
    if segments == "dividers":
        return value in {"file", "item"}
    return value in {"item", "none"}


def _labels_fit(slot: Slot, value: str) -> bool:
    if value in {"Decimal", "Roman", "Appendix", "Annex"} and slot["segments"] == "sub_items":
        return False
    if slot["codes"] == "letter":
        return value not in {"Decimal", "Appendix", "Annex"}
    return not (value == "Decimal" and slot["table"] in {"two_column", "typed", "inverted", "ticks", "bare"})


def _notes_fit(slot: Slot, value: str) -> bool:
    if slot["table"] == "none":
        return value == "none"
    if slot["table"] in {"ticks", "inverted"}:
        return value in {"none", "key", "star", "sentence"}
    if slot["table"] in {"two_column", "typed"}:
        return value != "column"
    return True


def _contents_fit(slot: Slot, value: str) -> bool:
    if slot["segments"] == "contents_pages":
        return value == "leaders"
    if slot["table"] == "none":
        return value in {"grid", "lines"}
    return value != "none" or slot["segments"] != "bookmarks"


def _place_fits(slot: Slot, value: str) -> bool:
    return value == "front" or (slot["form"] in {"pdf", "scan"} and slot["table"] != "none")


def _beside_fits(slot: Slot, value: str) -> bool:
    if value == "older":
        return slot["table"] not in {"none", "picture", "docx"} and slot["form"] != "scan"
    if value == "guidance":
        return slot["table"] != "none" and slot["form"] != "scan"
    return value == "nothing" or slot["form"] != "scan"


def _vouched_fits(slot: Slot, value: str) -> bool:
    return value != "letter" or slot["form"] in {"pdf", "folder", "zip"}


def _empty_fits(slot: Slot, value: str) -> bool:
    return value == "left_out" or slot["table"] not in {"none", "inverted", "ticks"}


def _missing_fits(slot: Slot, value: str) -> bool:
    return value == "none" or (slot["table"] != "none" and (value == "unlisted" or slot["contents"] != "none"))


def _orphans_fit(slot: Slot, value: str) -> bool:
    return value == "none" or (slot["table"] not in {"none", "inverted", "ticks"} and slot["form"] != "scan")


_FITS: Final[Mapping[str, Callable[[Slot, str], bool]]] = {
    "labels": _labels_fit,
    "notes": _notes_fit,
    "contents": _contents_fit,
    "place": _place_fits,
    "beside": _beside_fits,
    "vouched": _vouched_fits,
    "empty": _empty_fits,
    "missing": _missing_fits,
    "orphans": _orphans_fit,
}
