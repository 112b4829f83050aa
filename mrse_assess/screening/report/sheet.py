"""How much the report says so that it stays one page: the fullest of a few levels of detail that fits."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from mrse_assess.model.letter import Block, Heading, Notice, Paragraph, Sentence


@dataclass(frozen=True, kw_only=True)
class Detail:
    """How many of each are named before "and so many more"."""

    places: int  # of one finding
    runs: int  # of pages of one item
    items: int  # without pages
    findings: int  # of one line
    claims: int
    asks: int  # sentences of what to send back


LEVELS: Final = (
    Detail(places=8, runs=4, items=16, findings=8, claims=8, asks=12),
    Detail(places=5, runs=3, items=12, findings=6, claims=6, asks=12),
    Detail(places=4, runs=2, items=8, findings=5, claims=4, asks=9),
    Detail(places=3, runs=2, items=6, findings=4, claims=3, asks=7),
    Detail(places=2, runs=2, items=5, findings=3, claims=2, asks=6),
    Detail(places=1, runs=1, items=4, findings=2, claims=1, asks=4),
)
"""From the fullest to the shortest."""

# The sheet as it is set: points, and characters to a line, with some room left.
_ROOM: Final = 745.0
_LINE: Final = 11.7
_ROW: Final = 12.0
_ENTRY: Final = 12.8
_TITLE: Final = 22.3
_FIRST_HEADING: Final = 36.2
_HEADING: Final = 18.5
_NOTICE: Final = 21.6
_IN_ROW: Final = 86
_IN_NOTICE: Final = 110
_WHOLE: Final = 112


def fits(head: Sequence[Sentence], blocks: Sequence[Block]) -> bool:
    """Whether the blocks are likely to stand on one page of A4 under their head."""
    top = _TITLE + sum(_set((line,), _WHOLE, _ENTRY) for line in head[1:])
    return top + sum(map(_height, blocks)) <= _ROOM


def _height(block: Block) -> float:
    match block:
        case Heading(level=level):
            return _FIRST_HEADING if level == 1 else _HEADING
        case Notice(entries=entries):
            return _NOTICE + sum(_set(entry, _IN_NOTICE, _ENTRY) for entry in entries)
        case Paragraph(sentences=sentences, lead=lead):
            return _set(sentences, _IN_ROW if lead else _WHOLE, _ROW)
        case _:
            return 0.0


def _set(sentences: Sequence[Sentence], width: int, row: float) -> float:
    """The height of sentences that run on: its first line with the space around it, and the lines after it."""
    lines = ceil(len(" ".join(each.text for each in sentences)) / width)
    return row + _LINE * (lines - 1)
