"""Running heads and feet: lines that stand at the same height with the same words on several pages."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from mrse_assess.intake.text.lines import FileLines, Line, PageLines

_EDGE_LINES: Final = 4
_DIGITS: Final = re.compile(r"\d+")
_LEAST: Final = 3

RunningKeys = frozenset[tuple[str, int]]


def running_keys(file: FileLines) -> RunningKeys:
    """What recurs at the heads and feet of a file's pages; numbers count as equal, so page numbers are found."""
    counts = Counter(key for page in file.pages for key in {_key(line) for line in edge_lines(page)})
    return frozenset(key for key, count in counts.items() if count >= _LEAST)


def edge_lines(page: PageLines) -> tuple[Line, ...]:
    """The first and last lines of a page."""
    if len(page.lines) <= 2 * _EDGE_LINES:
        return page.lines
    return page.lines[:_EDGE_LINES] + page.lines[-_EDGE_LINES:]


def body_lines(page: PageLines, keys: RunningKeys) -> tuple[Line, ...]:
    """The page's lines without its running head and foot."""
    edge = {id(line) for line in edge_lines(page) if _key(line) in keys}
    return tuple(line for line in page.lines if id(line) not in edge)


def band_lines(page: PageLines, share: float) -> tuple[Line, ...]:
    """Lines within the top or bottom ``share`` of the page's height."""
    low, high = share * page.page.height, (1 - share) * page.page.height
    return tuple(line for line in page.lines if line.y1 <= low or line.y0 >= high)


def text_of(lines: Iterable[Line] | Sequence[Line]) -> str:
    """The lines' text, one line each."""
    return "\n".join(line.text for line in lines)


def _key(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("#", line.text.lower()), round(line.y0 / 6)
