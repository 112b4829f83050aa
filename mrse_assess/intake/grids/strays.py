"""Numbers at the left of a table that are no codes: with those a line of references may begin that wraps."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from mrse_assess.intake.grids.anchors import Anchor

_LEAST: Final = 6  # codes with a point that show the order


def without_strays(column: Sequence[Anchor]) -> tuple[Anchor, ...]:
    """The codes under each other without numbers alone that no category's place in the order allows.

    Nothing is left out where the codes with a point are few or do not rise.
    """
    dotted = [place for place, anchor in enumerate(column) if anchor.code and "." in anchor.code]
    names = [column[place].code or "" for place in dotted]
    if len(dotted) < _LEAST or any(one > two for one, two in pairwise(names)):
        return tuple(column)
    kept: list[Anchor] = []
    highest = ""
    for place, anchor in enumerate(column):
        number = anchor.code or anchor.category or ""
        after = min((column[at].code or "" for at in dotted if at > place), default="").partition(".")[0]
        if "." in number or (highest <= number and (not after or number <= after)):
            kept.append(anchor)
            highest = max(highest, number.partition(".")[0])
    return tuple(kept)
