"""How wide words are in the type of the figures, and where their lines break."""

from functools import lru_cache
from typing import Any

from mrse_assess.cohort.figures.style import POINT, style


@lru_cache(maxsize=8192)
def extent(words: str, points: float, *, bold: bool = False) -> tuple[float, float, float]:
    """Width, height above the line and depth below it, in millimetres."""
    width, height, depth = _paths().get_text_width_height_descent(words, font(points, bold=bold), ismath=False)
    return width * POINT, (height - depth) * POINT, depth * POINT


def width(words: str, points: float, *, bold: bool = False) -> float:
    """Of one line, in millimetres."""
    return extent(words, points, bold=bold)[0]


def lines(words: str, room: float, points: float, *, bold: bool = False) -> tuple[str, ...]:
    """The words in lines no wider than ``room``; a word that is wider by itself is broken."""
    found: list[str] = []
    for word in words.split():
        joined = f"{found[-1]} {word}" if found else word
        if found and width(joined, points, bold=bold) <= room:
            found[-1] = joined
        else:
            found.extend(_broken(word, room, points, bold=bold))
    return tuple(found) or ("",)


def _broken(word: str, room: float, points: float, *, bold: bool) -> list[str]:
    pieces = [word]
    while len(pieces[-1]) > 1 and width(pieces[-1], points, bold=bold) > room:
        last = pieces[-1]
        fits = [end for end in range(1, len(last)) if width(last[:end], points, bold=bold) <= room]
        end = max(fits, default=1)
        pieces[-1:] = [last[:end], last[end:]]
    return pieces


@lru_cache
def font(points: float, *, bold: bool) -> Any:
    """The type of a size, as the drawing library has it."""
    from matplotlib.font_manager import FontProperties

    return FontProperties(family=[style().page.font], size=points, weight="bold" if bold else "normal")


@lru_cache
def _paths() -> Any:
    from matplotlib.textpath import TextToPath

    return TextToPath()
