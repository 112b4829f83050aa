"""Page hints that go to the end of their item: "p 3 onwards" is written "3-" until the item's pages are known."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from mrse_assess.intake.leading.counting import Found
from mrse_assess.intake.text.page_numbers import Hinted, Place

_OPEN: Final = "-"


class Closed(NamedTuple):
    """The hint as it is shown, "3-5" or, where its item's end is not known, "3 onwards"; and the pages it adds."""

    hint: str | None
    added: tuple[Place, ...]


def is_open(hint: str | None) -> bool:
    """Whether a part of the hint goes to the item's end."""
    return any(part.endswith(_OPEN) for part in _parts(hint))


def closed(hint: str | None, hinted: Hinted | None, counting: Found | None) -> Closed:
    """The hint with the last page of its item, counted as this applicant counts."""
    if not is_open(hint):
        return Closed(hint, ())
    added: list[Place] = []
    shown = []
    for part in _parts(hint):
        rest = _rest(int(part[:-1]), hinted, counting) if part.endswith(_OPEN) else ()
        added.extend(rest)
        shown.append(_shown(part, rest))
    return Closed(", ".join(shown), tuple(added))


def _rest(first: int, hinted: Hinted | None, counting: Found | None) -> Sequence[Place]:
    """The item's pages from this number on."""
    if hinted is None or counting is None:
        return ()
    there = counting.places(hinted._replace(numbers=(first,)))
    return hinted.item[hinted.item.index(there[0]) :] if there else ()


def _shown(part: str, rest: Sequence[Place]) -> str:
    if not part.endswith(_OPEN):
        return part
    first = part[:-1]
    if not rest:
        return f"{first} onwards"
    return first if len(rest) == 1 else f"{first}-{int(first) + len(rest) - 1}"


def _parts(hint: str | None) -> list[str]:
    return [part.strip() for part in (hint or "").split(",") if part.strip()]
