"""Cells that list every sub-category with a box before or behind it, of which some are ticked."""

import re
from itertools import pairwise
from typing import Final

_OPEN: Final = "\u2610\u25a1\u25fb\u25ab\u25a2\u274f\u2751\u25cb\u25ef\uf06f\uf0a8\uf0a3"
_CLOSED: Final = "\u2611\u2612\u25a0\u25fc\u25cf\u22a0\u2713\u2714\u2717\u2718\u2715\u2716\uf0fe\uf0fd\uf0fc\uf052"
_BOX: Final = re.compile(
    rf"(?P<open>[{_OPEN}]|[\[(]\s*_?\s*[\])])|(?P<closed>[{_CLOSED}]|[\[(]\s?(?:x|[{_CLOSED}])\s?[\])])", re.IGNORECASE
)


def ticked_only(text: str, count: int) -> str | None:
    """The text without what stands at open boxes, "" where no box is ticked; None where the text has no open boxes.

    ``count`` is that of the scheme's sub-categories: a few open boxes and nothing else are the bullets of a list.
    """
    marks = list(_BOX.finditer(text))
    opened = sum(mark["open"] is not None for mark in marks)
    if not opened or (opened == len(marks) and opened < count / 2):
        return None
    before, behind = text[: marks[0].start()], text[marks[-1].end() :]
    leads = not any(map(str.isdecimal, before)) or any(map(str.isdecimal, behind))
    if leads:
        pieces = [text[one.end() : two.start()] for one, two in pairwise(marks)] + [behind]
    else:
        starts = [0, *(mark.end() for mark in marks[:-1])]
        pieces = [text[start : mark.start()] for start, mark in zip(starts, marks, strict=True)]
    return "; ".join(piece.strip() for mark, piece in zip(marks, pieces, strict=True) if mark["closed"] is not None)
