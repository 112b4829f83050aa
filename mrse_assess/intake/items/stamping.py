"""Where items begin when nearly every page bears a stamp: the first page of each run of equal stamps."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from mrse_assess.intake.items.marks import Mark, Source
from mrse_assess.intake.text.lines import FileLines

_STAMPED: Final = 0.6  # share of the pages after the first stamped one that must bear a stamp
_WITHOUT: Final = 6.0  # weight of the signs that make a page without a stamp the first of an item without any
_MOST_BEFORE: Final = 3  # pages without a stamp that may begin an item


def starts_by_stamps(file: FileLines, marks: Sequence[Mark], skipped: Collection[int]) -> dict[int, Mark]:
    """The first page of each run of equal stamps, where nearly every page bears one; {} where they do not."""
    stamps: dict[int, Mark] = {}
    for mark in marks:
        if mark.source is Source.STAMP:
            stamps.setdefault(mark.page, mark)
    if not stamps:
        return {}
    first = min(stamps)
    pages = [page.number for page in file.pages if page.number >= first and page.number not in skipped]
    if len(stamps) < _STAMPED * len(pages) or len(stamps) == 1:
        return {}
    starts: dict[int, Mark] = {}
    current = ""
    for number in pages:
        stamp = stamps.get(number)
        if stamp is not None and stamp.label.id != current:
            current = stamp.label.id
            starts[number] = stamp
    return {**_without_stamps(marks, stamps), **_from_unstamped(starts, marks, stamps)}


def _without_stamps(marks: Sequence[Mark], stamps: Mapping[int, Mark]) -> dict[int, Mark]:
    """Where items begin that bear no stamp at all: on pages without one, which several other signs call theirs."""
    stamped = {mark.label.id for mark in stamps.values()}
    signs: dict[tuple[str, int], dict[Source, Mark]] = defaultdict(dict)
    for mark in marks:
        if mark.label.id not in stamped and mark.page not in stamps:
            signs[mark.label.id, mark.page][mark.source] = mark
    weights = {place: sum(mark.weight for mark in found.values()) for place, found in signs.items()}
    found: dict[str, int] = {}
    for (each, page), weight in sorted(weights.items(), key=lambda item: (-item[1], item[0][1])):
        if weight >= _WITHOUT:
            found.setdefault(each, page)
    return {page: max(signs[each, page].values(), key=lambda mark: mark.weight) for each, page in found.items()}


def _from_unstamped(starts: dict[int, Mark], marks: Sequence[Mark], stamped: Collection[int]) -> dict[int, Mark]:
    """Starts moved back to an unstamped page, right before the stamped ones, that is marked as the item's."""
    others: dict[tuple[int, str], Mark] = {}
    for mark in sorted(marks, key=lambda each: each.weight):
        if mark.source is not Source.STAMP:
            others[mark.page, mark.label.id] = mark
    moved: dict[int, Mark] = {}
    for page, mark in starts.items():
        before = _unstamped_before(page, stamped)
        earlier = next((number for number in before if (number, mark.label.id) in others), page)
        moved[earlier] = others.get((earlier, mark.label.id), mark)
    return moved


def _unstamped_before(page: int, stamped: Collection[int]) -> list[int]:
    """Up to three pages without a stamp right before this one, first to last."""
    found: list[int] = []
    for number in range(page - 1, max(0, page - 1 - _MOST_BEFORE), -1):
        if number in stamped:
            break
        found.insert(0, number)
    return found
