"""How an applicant names items: in lists, on pages and in the table."""

from random import Random
from typing import Final

LONG: Final = {
    "evidence": "Evidence {}",
    "e": "E{}",
    "item": "Item {}",
    "document": "Document {}",
    "appendix": "Appendix {}",
    "padded": "Evidence {}",
    "exhibit": "Exhibit {}",
    "roman": "Appendix {}",
    "annex": "Annex {}",
    "hash": "Evidence {}",
    "dotted": "Evidence {}",
    "subbed": "Evidence {}",
    "attachment": "Attachment {}",
    "evidence_item": "Evidence item {}",
}
SHORT: Final = {
    "evidence": ("Evidence {}", "Evidence {}", "E{}", "Ev {}", "Ev. {}", "{}"),
    "e": ("E{}",),
    "item": ("Item {}", "Item {}", "{}"),
    "document": ("Document {}", "Doc {}", "Doc. {}"),
    "appendix": ("Appendix {}", "App. {}", "App {}"),
    "padded": ("Ev. {}", "Evidence {}", "{}"),
    "exhibit": ("Exhibit {}", "Ex. {}"),
    "roman": ("Appendix {}",),
    "annex": ("Annex {}",),
    "hash": ("#{}",),
    "dotted": ("Evidence {}", "E{}"),
    "subbed": ("Evidence {}", "{}"),
    "attachment": ("Attachment {}", "Att. {}"),
    "evidence_item": ("Evidence item {}", "Item {}"),
}
PLURAL: Final = {
    "Evidence {}": "Evidence {}",
    "Item {}": "Items {}",
    "Document {}": "Documents {}",
    "Appendix {}": "Appendices {}",
    "Exhibit {}": "Exhibits {}",
    "Attachment {}": "Attachments {}",
    "Annex {}": "Annexes {}",
    "{}": "{}",
    "Doc {}": "Docs {}",
}
_ROMAN: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI")


def numbers(family: str, codes: list[str], *, parted: bool, rng: Random) -> list[str]:
    """The numbers or letters of items whose first sub-categories are these, as written."""
    count = len(codes)
    if family in {"appendix", "annex"}:
        return [chr(ord("A") + at) for at in range(count)]
    if family == "roman":
        return list(_ROMAN[:count])
    if family in {"dotted", "subbed"}:
        return _by_code(family, codes)
    if parted:
        return _parted(count, rng)
    return [f"{at:02}" if family == "padded" else str(at) for at in range(1, count + 1)]


def _by_code(family: str, codes: list[str]) -> list[str]:
    seen: dict[str, int] = {}
    made = []
    for code in codes:
        key = code[0] if family == "dotted" else code
        seen[key] = seen.get(key, 0) + 1
        made.append(f"{key}.{seen[key]}" if family == "dotted" else f"{key}{chr(ord('a') + seen[key] - 1)}")
    return made


def _parted(count: int, rng: Random) -> list[str]:
    """Some numbers in parts: 1, 2a, 2b, 3, ..."""
    made: list[str] = []
    number = 0
    while len(made) < count:
        number += 1
        parts = rng.choice((1, 2, 1, 3, 2)) if count - len(made) > 3 else 1
        made += [f"{number}{letter}" for letter in "abc"[:parts]] if parts > 1 else [str(number)]
    return made


def normal(written: str) -> str:
    """The id: without leading zeros."""
    return written.lstrip("0")
