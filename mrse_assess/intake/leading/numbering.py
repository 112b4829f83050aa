"""Numbers at the beginnings of an item's lines, of paragraphs, clauses, steps and rows, that go on in their order.

One number at the beginning of a line may stand there by chance. It begins a part where the number before or after it
begins a line too, in the right order and with the same left edge.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from mrse_assess.intake.leading.said_parts import is_contents_line
from mrse_assess.intake.text.labels import plain
from mrse_assess.intake.text.lines import Line, PageLines
from mrse_assess.intake.text.page_numbers import Place

_NUMBER: Final = re.compile(r"[(\[]?(?:\u00a7\s?)?(\d{1,3}(?:\.\d{1,2}){0,3}|[A-Z])[.):\]]?")
_WORDED: Final = re.compile(r"(?:step|row|clause|para(?:graph)?|item|no|point)\.?", re.IGNORECASE)
_EDGE: Final = 0.08  # of the page's height
_SAME_EDGE: Final = 8.0  # points


class Start(NamedTuple):
    """A number that begins a line: where, with its left edge. ``order`` counts all such lines of the item.

    ``heading``: the line is set larger or bolder than the running text.
    """

    place: Place
    order: int
    x0: float
    number: tuple[str, ...]
    heading: bool = False


def starts(pages: Iterable[tuple[Place, PageLines]]) -> tuple[Start, ...]:
    """Every number that begins a line of the pages, in order."""
    found: list[Start] = []
    for place, page in pages:
        headings = {plain(heading.text).strip() for heading in page.page.headings}
        for line in page.lines:
            if _is_page_number(line, page) or is_contents_line(plain(line.text)):
                continue
            words = [plain(word.text) for word in line.words[:3]]
            worded = len(words) > 1 and _WORDED.fullmatch(words[0]) is not None
            match = _NUMBER.fullmatch(words[worded])
            rest = words[worded + 1] if len(words) > worded + 1 else ""
            if match and not rest[:1].islower():
                number, heading = tuple(match.group(1).split(".")), plain(line.text).strip() in headings
                found.append(Start(place, len(found), line.x0, number, heading))
    return tuple(found)


def _is_page_number(line: Line, page: PageLines) -> bool:
    """Whether a line is a number alone at the head or foot of its page."""
    edge = _EDGE * page.page.height
    return len(line.words) == 1 and (line.y1 < edge or line.y0 > page.page.height - edge)


def begins(number: str, found: Sequence[Start]) -> tuple[Start, ...]:
    """The starts of this number that stand in a row of numbers."""
    wanted = tuple(number.split("."))
    return tuple(each for each in found if each.number == wanted and any(_goes_with(each, other) for other in found))


def _goes_with(one: Start, other: Start) -> bool:
    if abs(one.x0 - other.x0) > _SAME_EDGE:
        return False
    return _follows(one, other) if other.order > one.order else _follows(other, one)


def _follows(before: Start, after: Start) -> bool:
    """Whether one number is the next after another that stands before it: 2.2 or 3.1 after 2.1."""
    if before.order >= after.order or "" in {*before.number, *after.number}:
        return False
    first, second = before.number, after.number
    if len(first) == len(second) and first[:-1] == second[:-1]:
        return _value(second[-1]) == _value(first[-1]) + 1
    same = next((place for place, pair in enumerate(zip(first, second, strict=False)) if pair[0] != pair[1]), None)
    if same is None:
        return len(second) == len(first) + 1 and second[-1] == "1"
    return _value(second[same]) == _value(first[same]) + 1 and all(part == "1" for part in second[same + 1 :])


def _value(part: str) -> int:
    return int(part) if part.isdecimal() else ord(part)
