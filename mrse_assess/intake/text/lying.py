"""Pages left lying on their side: their words read upwards or downwards, as on a wide table's sheet."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from mrse_assess.model.pages import PageReading, Word

_LEAST: Final = 12  # words that show how a page lies
_LONG: Final = 4  # characters from which a word is wider than it is high
_UPRIGHT: Final = 1.3  # height to width of a word that does not lie level
_NEARLY_ALL: Final = 0.85
_WIDE: Final = 0.4  # share of the page's height that lines on their side take up; heads of columns take less
_UPWARDS: Final = -90.0
_DOWNWARDS: Final = 90.0


def stood_up(page: PageReading) -> PageReading:
    """The page with the quarter turn by which its words lie as its skew; itself where they lie level, or few do not.

    Only heads of columns stand upright on a page that is meant so: nearly all of its words must.
    """
    if page.skew or page.width <= 0:
        return page
    upright = [word for word in page.words if len(word.text) >= _LONG and _is_upright(word)]
    level = sum(len(word.text) > 1 and word.x1 - word.x0 > word.y1 - word.y0 for word in page.words)
    if len(upright) < _LEAST or len(upright) < _NEARLY_ALL * (len(upright) + level):
        return page
    if max(word.y1 for word in upright) - min(word.y0 for word in upright) < _WIDE * page.height:
        return page
    return replace(page, skew=_UPWARDS if _reads_upwards(upright) else _DOWNWARDS)


def _is_upright(word: Word) -> bool:
    return word.y1 - word.y0 > _UPRIGHT * (word.x1 - word.x0)


def _reads_upwards(words: Sequence[Word]) -> bool:
    """Whether of neighbouring words of a line the second mostly stands higher."""
    steps = [
        second.y0 - first.y0
        for first, second in pairwise(words)
        if (first.block, first.line) == (second.block, second.line) and first.y0 != second.y0
    ]
    return 2 * sum(step < 0 for step in steps) >= len(steps)
