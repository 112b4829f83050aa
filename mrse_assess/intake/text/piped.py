"""Tables typed with upright strokes between their columns: the strokes as drawn lines, the words without them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from mrse_assess.intake.text.lines import FileLines, Line, PageLines, lines_of
from mrse_assess.model.pages import Ruling, Word

_STROKES: Final = "|\u2502\u2503\u00a6\u2551\uff5c"
_ACROSS: Final = frozenset("-=_+\u2500\u2501\u2550\u253c\u251c\u2524\u2500\u2014\u2013" + _STROKES)
_LEAST: Final = 3  # strokes of a line, and lines
_LONG: Final = 6  # characters of a line drawn across
_SPACE: Final = 0.4  # of a line's height that a stroke reaches beyond it


def piped_files(files: Sequence[FileLines]) -> list[FileLines]:
    """The files with the strokes of their pages as drawn lines."""
    return [file._replace(pages=tuple(map(piped, file.pages))) for file in files]


def piped(page: PageLines) -> PageLines:
    """The page with its strokes as drawn lines; itself where no table on it is typed with strokes."""
    lines = [line for line in page.lines if sum(map(_strokes, line.words)) >= _LEAST]
    if len(lines) < _LEAST:
        return page
    taken = {id(word) for line in lines for word in line.words}
    words = [word for word in page.page.words if id(word) not in taken and not _is_across(word)]
    words += [part for line in lines for word in line.words for part in _parts(word)]
    drawn = [ruling for line in lines for ruling in _drawn(line)]
    drawn += [
        Ruling(word.x0, (word.y0 + word.y1) / 2, word.x1, (word.y0 + word.y1) / 2)
        for word in page.page.words
        if _is_across(word)
    ]
    whole = replace(page.page, words=tuple(words), rulings=(*page.page.rulings, *drawn), certainty=())
    return page._replace(page=whole, lines=lines_of(words))


def _strokes(word: Word) -> int:
    return sum(character in _STROKES for character in word.text)


def _is_across(word: Word) -> bool:
    return len(word.text) >= _LONG and _ACROSS.issuperset(word.text)


def _drawn(line: Line) -> Iterator[Ruling]:
    """An upright line for each stroke, a little higher than its line of text."""
    beyond = _SPACE * (line.y1 - line.y0)
    for word in line.words:
        step = (word.x1 - word.x0) / len(word.text)
        for place, character in enumerate(word.text):
            if character in _STROKES:
                at = word.x0 + (place + 0.5) * step
                yield Ruling(at, line.y0 - beyond, at, line.y1 + beyond)


def _parts(word: Word) -> Iterator[Word]:
    """The word cut at its strokes, which are left out; nothing of one that is a line across."""
    if _is_across(word):
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
