"""Whether the recognised words that a file came with are as good as those that recognition here would give."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from mrse_assess.documents.recognition.engine import Engine
from mrse_assess.documents.recognition.looking import lines_on
from mrse_assess.documents.recognition.regions import Region
from mrse_assess.documents.recognition.strips import read_strip
from mrse_assess.documents.recognition.tidying import tidied

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from mrse_assess.model.pages import Word

_WORDS: Final = 80  # read again, or a few more
_AGREEING: Final = 0.98  # share of words that are the same both times
_UNCOVERED: Final = 0.08  # share of the length of lines on the picture that the layer has no words for
_NO_LETTERS: Final = re.compile(r"[\W_]+")


class _Line(NamedTuple):
    """A line on the picture, in its pixels, and the words that the layer has there."""

    region: Region
    texts: tuple[str, ...]


def is_good(engine: Engine, picture: "NDArray[np.uint8]", dpi: float, words: Sequence["Word"]) -> bool:
    """Whether the layer's words cover what is written on the picture, and say what some of its lines say.

    Lines with numbers are read first: a page number or a sub-category that the layer has wrong leads astray.
    """
    found, _ = lines_on(engine, picture, dpi)
    lines = [_Line(region, _inside(region.scaled(72 / dpi), words)) for region in found]
    covered = [line for line in lines if line.texts]
    uncovered = sum(line.region.length for line in lines if not line.texts)
    if not covered or uncovered > _UNCOVERED * sum(line.region.length for line in lines):
        return False
    same = total = 0
    for line in _some(covered):
        again = _folded(tidied(piece.text) for piece in read_strip(engine, picture, line.region).pieces)
        theirs = _folded(line.texts)
        same += sum((again & theirs).values())
        total += max(sum(again.values()), sum(theirs.values()))
    return same >= _AGREEING * total


def _inside(region: Region, words: Sequence["Word"]) -> tuple[str, ...]:
    """The words whose middle lies in the region; both in points."""
    turn = math.radians(region.angle)
    cos, sin = math.cos(turn), math.sin(turn)
    found = []
    for word in words:
        x, y = (word.x0 + word.x1) / 2 - region.x, (word.y0 + word.y1) / 2 - region.y
        if abs(cos * x + sin * y) <= region.length / 2 and abs(cos * y - sin * x) <= region.height / 2:
            found.append(word.text)
    return tuple(found)


def _some(lines: Sequence[_Line]) -> list[_Line]:
    """Some of the lines, those with digits first, of each kind those from all over the page."""
    ordered = sorted(enumerate(lines), key=lambda each: (not _is_telling(each[1]), each[0] % 3, each[0]))
    chosen: list[_Line] = []
    count = 0
    for _, line in ordered:
        if count < _WORDS:
            chosen.append(line)
            count += len(line.texts)
    return chosen


def _is_telling(line: _Line) -> bool:
    return any(character.isdigit() for text in line.texts for character in text)


def _folded(texts: Iterable[str]) -> "Counter[str]":
    """The words without marks and case; marks that a layer has as words of their own count for nothing."""
    return Counter(filter(None, (_NO_LETTERS.sub("", text).lower() for text in texts)))
