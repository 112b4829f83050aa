"""How an applicant labels the items and writes references to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Final


@dataclass(frozen=True, kw_only=True)
class Labels:
    """The words of one applicant. ``short`` stands directly before an id, space included where there is one."""

    word: str
    plural: str
    short: str
    system: str  # "number", "padded", "letter", "sub" (4a, 4b), "decimal" (4.1)

    def written(self, item_id: str) -> str:
        """The id as this applicant writes it."""
        return item_id.zfill(2) if self.system == "padded" else item_id

    def long(self, item_id: str) -> str:
        """As on a divider: "Evidence 07"."""
        return f"{self.word} {self.written(item_id)}"

    def brief(self, item_id: str) -> str:
        """As in a cell: "E07"."""
        return f"{self.short}{self.written(item_id)}"


_WORDS: Final = (
    *(
        ("Evidence", "Evidence", "E"),
        ("Item", "Items", "Item "),
        ("Exhibit", "Exhibits", "Ex. "),
        ("Document", "Documents", "Doc "),
    ),
    *(
        ("Attachment", "Attachments", "Att. "),
        ("Evidence", "Evidence", "Ev. "),
        ("Evidence item", "Evidence items", "EI "),
    ),
)
_LETTERED: Final = (
    ("Appendix", "Appendices", "App. "),
    ("Annex", "Annexes", "Annex "),
    ("Appendix", "Appendices", "Appendix "),
)


def draw_labels(rng: Random, segments: str, items: int) -> Labels:
    """Labels for a portfolio: letters only where the alphabet is long enough."""
    if segments == "sub_items":
        word, plural, short = rng.choice(_WORDS)
        return Labels(word=word, plural=plural, short=short, system=rng.choice(("sub", "sub", "decimal")))
    if items <= 20 and rng.random() < 0.2:
        word, plural, short = rng.choice(_LETTERED)
        return Labels(word=word, plural=plural, short=short, system="letter")
    word, plural, short = rng.choice(_WORDS)
    return Labels(word=word, plural=plural, short=short, system=rng.choice(("number", "number", "padded")))


def draw_ids(rng: Random, labels: Labels, items: int) -> list[str]:
    """The normalised ids, in order."""
    if labels.system == "letter":
        return [chr(ord("A") + place) for place in range(items)]
    if labels.system not in {"sub", "decimal"}:
        return [str(place) for place in range(1, items + 1)]
    ids: list[str] = []
    group = 0
    while len(ids) < items:
        group += 1
        size = min(rng.choice((1, 2, 2, 3)), items - len(ids))
        ids += [str(group)] if size == 1 else [_sub(labels, group, place) for place in range(size)]
    return ids


def _sub(labels: Labels, group: int, place: int) -> str:
    return f"{group}{'abc'[place]}" if labels.system == "sub" else f"{group}.{place + 1}"


def ranged(numbers: Sequence[int], dash: str = "-", comma: str = ", ") -> str:
    """Page numbers as "3-5, 8"."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return comma.join(str(run[0]) if len(run) == 1 else f"{run[0]}{dash}{run[-1]}" for run in runs)
