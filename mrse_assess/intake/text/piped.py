"""Tables typed with upright strokes between their columns: the strokes as drawn lines, the words without them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from mrse_assess.intake.text.lines import FileLines, Line, PageLines, lines_of
from mrse_assess.model.pages import Ruling, Word

_STROKES: Final = "|\u2502\u2503\u00a6\u2551\uff5c"
_ACROSS: Final = frozenset({*"-=_+~\u2014\u2013", *map(chr, range(0x2500, 0x2580)), *_STROKES})
_LEAST: Final = 3  # strokes of a line, and lines
_LEAST_ALIGNED: Final = 4  # lines with a stroke at the same place, where each has one or two
_ALIGNED: Final = 3.0  # points
_LONG: Final = 6  # characters of a line drawn across
_SPACE: Final = 0.4  # of a line's height that a stroke reaches beyond it


def piped_files(files: Sequence[FileLines]) -> list[FileLines]:
    """The files with the strokes of their pages as drawn lines."""
    return [file._replace(pages=tuple(map(piped, file.pages))) for file in files]


def piped(page: PageLines) -> PageLines:
    """The page with its strokes as drawn lines; itself where no table on it is typed with strokes."""
    across = [line for line in page.lines if _is_across(line.text)]
    typed = [line for line in page.lines if _strokes(line.text) and not _is_across(line.text)]
    several = [line for line in typed if _strokes(line.text) >= _LEAST]
    lines = several if len(several) >= _LEAST else _aligned(typed)
    if not lines:
        return page
    cut = {id(word) for line in lines for word in line.words}
    drawn_across = [word for word in page.page.words if _is_across(word.text)]
    gone = cut | {id(word) for line in across for word in line.words} | {id(word) for word in drawn_across}
    words = [word for word in page.page.words if id(word) not in gone]
    words += [part for line in lines for word in line.words for part in _parts(word)]
    drawn = [ruling for line in lines for ruling in _drawn(line)]
    drawn += [_level(line.x0, line.x1, line.y0, line.y1) for line in across]
    drawn += [_level(word.x0, word.x1, word.y0, word.y1) for word in drawn_across]
    whole = replace(page.page, words=tuple(words), rulings=(*page.page.rulings, *drawn), certainty=())
    return page._replace(page=whole, lines=lines_of(words))


def _aligned(typed: Sequence[Line]) -> list[Line]:
    """The lines with strokes that stand under each other in enough of them; [] where too few do."""
    places = sorted(at for line in typed for word in line.words for at in _places(word))
    columns = [at for at in places if sum(abs(at - other) <= _ALIGNED for other in places) >= _LEAST_ALIGNED]
    return [
        line
        for line in typed
        if any(abs(at - other) <= _ALIGNED for word in line.words for at in _places(word) for other in columns)
    ]


def _level(x0: float, x1: float, y0: float, y1: float) -> Ruling:
    return Ruling(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)


def _strokes(text: str) -> int:
    return sum(map(text.count, _STROKES))


def _places(word: Word) -> Iterator[float]:
    """Where the word's strokes stand, in points from the left."""
    step = (word.x1 - word.x0) / len(word.text)
    return (word.x0 + (place + 0.5) * step for place, each in enumerate(word.text) if each in _STROKES)


def _is_across(text: str) -> bool:
    """Whether a word or line is nothing but a line drawn across with signs."""
    if text[:1] not in _ACROSS:
        return False
    drawn = text.replace(" ", "")
    return len(drawn) >= _LONG and _ACROSS.issuperset(drawn) and not set(_STROKES).issuperset(drawn)


def _drawn(line: Line) -> Iterator[Ruling]:
    """An upright line for each stroke, a little higher than its line of text."""
    beyond = _SPACE * (line.y1 - line.y0)
    for word in line.words:
        for at in _places(word):
            yield Ruling(at, line.y0 - beyond, at, line.y1 + beyond)


def _parts(word: Word) -> Iterator[Word]:
    """The word cut at its strokes, which are left out; nothing of one that is a line across."""
    if _is_across(word.text):
        return
    step = (word.x1 - word.x0) / len(word.text)
    start = 0
    for place, character in enumerate(f"{word.text}|"):
        if character not in _STROKES:
            continue
        if place > start:
            x0, x1 = word.x0 + start * step, word.x0 + place * step
            yield word._replace(x0=x0, x1=x1, text=word.text[start:place])
        start = place + 1
