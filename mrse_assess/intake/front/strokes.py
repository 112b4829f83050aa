"""A signature's ink: pictures, and strokes that hang together as a name written by hand does."""

from collections.abc import Sequence
from typing import Final

from mrse_assess.intake.front.statement_words import vouches
from mrse_assess.intake.text.lines import Line, PageLines
from mrse_assess.model.pages import Drawn
from mrse_assess.model.places import Box
from mrse_assess.terms import TextSource

_TOUCHING: Final = 2.0  # points between strokes of one hand
_WIDEST_STROKE: Final = 160.0  # points
_LEAST_WIDTH: Final = 22.0  # points of all strokes; marks in boxes are less
_LEAST_HEIGHT: Final = 5.0
_ROOM: Final = 1.3  # line heights of white space below a label in which somebody may have signed
_MOST_ROOM: Final = 110.0  # points
_FRAGMENT: Final = 4  # letters that recognition makes of a scrawl
_WORDS_OF_STATEMENT: Final = 12  # lines from the heading among which a statement ends
_FOOT: Final = 8.0  # points above the next line's words up to which ink is the signature's


def ink_of(page: PageLines) -> tuple[Box, ...]:
    """What may be a signature on a page: what is inked, and strokes of some width that hang together."""
    if page.page.text_source is not TextSource.WRITTEN:
        return page.page.inked
    return (*page.page.inked, *_scrawls(page.page.drawn))


def _scrawls(drawn: Sequence[Drawn]) -> list[Box]:
    clusters: list[Box] = []
    for shape in sorted((each for each in drawn if _is_stroke(each)), key=lambda each: each.x0):
        box = (shape.x0, shape.y0, shape.x1, shape.y1)
        near = next((place for place, each in enumerate(clusters) if _touch(each, box)), None)
        if near is None:
            clusters.append(box)
        else:
            last = clusters[near]
            clusters[near] = (
                min(last[0], box[0]), min(last[1], box[1]), max(last[2], box[2]), max(last[3], box[3])
            )  # fmt: skip
    return [box for box in clusters if box[2] - box[0] >= _LEAST_WIDTH and box[3] - box[1] >= _LEAST_HEIGHT]


def _is_stroke(shape: Drawn) -> bool:
    """Whether a shape may be a stroke of a pen: no area, and neither level nor upright."""
    width, height = shape.x1 - shape.x0, shape.y1 - shape.y0
    return not shape.filled and 1 < width <= _WIDEST_STROKE and height > 1


def _touch(one: Box, other: Box) -> bool:
    apart = max(other[0] - one[2], one[0] - other[2], other[1] - one[3], one[1] - other[3])
    return apart <= _TOUCHING


def room_below(block: Sequence[tuple[PageLines, Line]], place: int) -> float:
    """Where the room for a signature below a line ends: at the next line's words, else at the line's own foot.

    A few letters alone in it are what text recognition made of the ink.
    """
    page, line = block[place]
    height = line.y1 - line.y0
    for there, below in block[place + 1 :]:
        if there.number != page.number or below.y0 < line.y1 - 1:
            break
        if is_fragment(there, below):
            continue
        gap = below.y0 - line.y1
        return below.y0 - _FOOT if _ROOM * height < gap <= _MOST_ROOM else line.y1
    return line.y1


def is_fragment(page: PageLines, line: Line) -> bool:
    """Whether a line is no words, only what recognition made of ink."""
    seen = page.page.text_source is TextSource.RECOGNISED
    return seen and len(line.words) == 1 and len(line.text.strip()) < _FRAGMENT and not line.text.strip().isdecimal()


def is_inked_below(block: Sequence[tuple[PageLines, Line]]) -> bool:
    """Whether ink stands between the words that vouch and the next line: a signature that no label announces."""
    for place, (page, line) in enumerate(block[:_WORDS_OF_STATEMENT]):
        if not vouches(" ".join(each.text for _, each in block[: place + 1])):
            continue
        following = next((below for there, below in block[place + 1 :] if there is page and below.y0 > line.y1), None)
        foot = min([line.y1 + _MOST_ROOM, *([following.y0] if following is not None else [])])
        if any(line.y1 - _FOOT < box[1] and box[3] < foot + _FOOT and _is_hand(box) for box in ink_of(page)):
            return True
    return False


def _is_hand(box: Box) -> bool:
    return box[2] - box[0] >= _LEAST_WIDTH and _LEAST_HEIGHT <= box[3] - box[1] <= _MOST_ROOM
