"""The items that a reference means: the one with its id, its parts, the item it is part of, or one in a folder."""

from collections.abc import Mapping
from string import ascii_lowercase

from mrse_assess.intake.cells.folders_said import folders_of
from mrse_assess.model.portfolio import EvidenceItem

Items = Mapping[str, EvidenceItem]


def targets(wanted: str, sub_category: str, items: Items) -> list[EvidenceItem]:
    """The item with this id; else its parts, the item that it is part of, or the one in a folder that fits."""
    if wanted in items:
        return [items[wanted]]
    same = [item for each, item in items.items() if "/" in each and each.rpartition("/")[2] == wanted]
    if same:
        fitting = _in_folder_of(sub_category, same)
        return fitting if len(fitting) == 1 else []
    return _parts(wanted, items) or _whole(wanted, items)


def _in_folder_of(sub_category: str, same: list[EvidenceItem]) -> list[EvidenceItem]:
    """Items whose folder names the sub-category, else those whose folder names its category."""
    category = sub_category.partition(".")[0]
    return [item for item in same if sub_category in folders_of(item.id)] or [
        item for item in same if category in folders_of(item.id)
    ]


def _parts(wanted: str, items: Items) -> list[EvidenceItem]:
    """4a and 4b for 4, or 4i and 4ii; 4.1 and 4.2 for 4."""
    lettered = [
        item
        for each, item in items.items()
        if wanted.isdecimal() and each.startswith(wanted) and each.removeprefix(wanted).isalpha()
    ]
    return lettered or [item for each, item in items.items() if wanted.isdecimal() and each.startswith(wanted + ".")]


def _whole(wanted: str, items: Items) -> list[EvidenceItem]:
    """4 for 4a and for 4ii."""
    number = wanted.rstrip(ascii_lowercase)
    whole = number if number != wanted and number.isdecimal() else ""
    return [items[whole]] if whole in items else []
