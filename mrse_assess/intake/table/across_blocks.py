"""Heads of a table on its side that is broken into blocks: a few sub-categories across, and what is offered below them.

A block may hold as few as two, so that they are told by standing one after another in the scheme and by going on where
the block above ended.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from mrse_assess.intake.grids.rulings import positions, verticals
from mrse_assess.intake.table.tick_axes import Axis, Entry, Kind, lone_code, new_entry
from mrse_assess.intake.text.lines import Line, PageLines, segments
from mrse_assess.model.pages import Word

_LEAST: Final = 2  # sub-categories across
_BEFORE: Final = 2.5  # points before a head at which its column may begin
_SIDE: Final = 1  # parts of the line before the first head


def block_axes(level: PageLines, codes: Sequence[str]) -> tuple[Axis, ...]:
    """The rows of heads of a page that go on in the scheme's order from block to block."""
    found = [axis for line in level.lines if (axis := _axis(line, codes)) is not None]
    kept = [
        axis
        for place, axis in enumerate(found)
        if any(_go_on(one, other, codes) for one, other in _pairs(found, place))
        or (len(found) == 1 and axis.names[0] in {codes[0], *_ends(codes)})
    ]
    return tuple(kept)


def block_edges(level: PageLines, axis: Axis, lines: Sequence[Line]) -> list[float]:
    """Where the columns begin and end: lines drawn between the heads, else the gap that the fewest words cross."""
    drawn = positions([each for each in verticals(level.page.rulings) if each.end > axis.bottom + 2])
    words = [word for line in lines for word in line.words]
    entries = axis.entries
    first = max((at for at in drawn if at <= entries[0].x0 + 1), default=entries[0].x0 - _BEFORE)
    inner = [_edge(drawn, words, one, two) for one, two in pairwise(entries)]
    return [first, *inner, level.page.width + 1]


def _axis(line: Line, codes: Sequence[str]) -> Axis | None:
    """The heads of a line: every part of it but the first begins with the code that follows the one before."""
    parts = segments(line)
    named = [(lone_code(_text(words), codes), words) for words in parts]
    while named and named[0][0] is None and len(parts) - len(named) < _SIDE:
        named = named[1:]
    if len(named) < _LEAST or any(code is None for code, _ in named):
        return None
    places = [codes.index(code) for code, _ in named if code is not None]
    if any(second != first + 1 for first, second in pairwise(places)):
        return None
    return Axis(Kind.CODES, tuple(_entry(code, words) for code, words in named if code is not None), worded=True)


def _entry(code: str, words: Sequence[Word]) -> Entry:
    box = words[0]._replace(
        x1=words[-1].x1, y0=min(word.y0 for word in words), y1=max(word.y1 for word in words), text=_text(words)
    )
    return new_entry(code, box.text, box)


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _pairs(found: Sequence[Axis], place: int) -> Iterator[tuple[Axis, Axis]]:
    if place:
        yield found[place - 1], found[place]
    if place + 1 < len(found):
        yield found[place], found[place + 1]


def _go_on(one: Axis, other: Axis, codes: Sequence[str]) -> bool:
    """Whether a row of heads begins with the sub-category after the last of the one above."""
    return codes.index(other.names[0]) == codes.index(one.names[-1]) + 1


def _ends(codes: Sequence[str]) -> Sequence[str]:
    """Sub-categories with which the last block of a table may begin."""
    return codes[-4:]


def _edge(drawn: Sequence[float], words: Sequence[Word], one: Entry, two: Entry) -> float:
    between = [at for at in drawn if one.x1 - 1 <= at <= two.x0 + 1]
    if between:
        return between[-1]
    gaps = (two.x0 - _BEFORE, (one.x1 + two.x0) / 2, one.x1 + _BEFORE)
    return min(gaps, key=lambda at: sum(word.x0 < at < word.x1 for word in words))
