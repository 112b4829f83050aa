"""One line of a picture as words: cut out, read letter by letter, cut where the blanks are. Runs in the worker."""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from mrse_assess.documents.recognition.engine import STEP, STRIP_HEIGHT, Engine, Letters

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from mrse_assess.documents.recognition.regions import Region

_NARROWEST, _WIDEST = 48, 4800  # pixels of a strip
_PAPER = 127  # what a strip is filled up with: nothing, to the network
_CELL_GAP = 0.75 * STRIP_HEIGHT  # pixels without ink that no blank between words has
_EDGE = STRIP_HEIGHT // 8  # rows above and below, where a neighbour's letters or a drawn line may show
_LEAST_OF_ROWS, _MOST_OF_ROWS = 0.04, 0.4  # of the ink of the fullest row: letters at all, and small letters
_INK_ROWS = 2  # pixels of ink from which a column is not blank


class Piece(NamedTuple):
    """A word of a strip: from where to where as shares of its length, and the certainty of its letters on the mean."""

    text: str
    start: float
    end: float
    certainty: float


class _Letter(NamedTuple):
    character: str
    at: float  # pixels from the strip's left
    certainty: float


class Strip(NamedTuple):
    """A line that was read: its words from left to right, the band of its ink, the height of its small letters.

    Band and height are shares of the strip's height; all are empty where nothing was read.
    """

    pieces: tuple[Piece, ...] = ()
    top: float = 0.0
    bottom: float = 1.0
    small: float = 0.0

    @property
    def certainty(self) -> float:
        """The mean over its letters; 0 without any."""
        letters = sum(len(piece.text) for piece in self.pieces)
        return sum(piece.certainty * len(piece.text) for piece in self.pieces) / letters if letters else 0.0


def read_strip(engine: Engine, picture: "NDArray[np.uint8]", region: "Region") -> Strip:
    """The words of a region."""
    strip, length = cut_out(picture, region)
    letters = _decoded(engine.letters(strip))
    groups: list[list[_Letter]] = []
    if letters:
        ink = _ink(strip[:, :length])
        inked = [bool(rows >= _INK_ROWS) for rows in ink[_EDGE:-_EDGE].sum(axis=0).tolist()]
        groups = _groups(letters, inked)
    if not groups:
        return Strip()
    edges = _edges(groups, inked)
    pieces = (_piece(group, start / length, end / length) for group, (start, end) in zip(groups, edges, strict=True))
    return Strip(tuple(pieces), *_band(ink))


def cut_out(picture: "NDArray[np.uint8]", region: "Region") -> tuple["NDArray[np.uint8]", int]:
    """The region lying straight, :data:`STRIP_HEIGHT` pixels high, and its length; short ones are filled up."""
    import cv2
    import numpy as np

    length = min(max(round(region.length * STRIP_HEIGHT / max(region.height, 1.0)), STEP), _WIDEST)
    scale_x, scale_y = length / region.length, STRIP_HEIGHT / region.height
    turn = math.radians(region.angle)
    cos, sin = math.cos(turn), math.sin(turn)
    matrix = np.array(
        [
            [cos * scale_x, sin * scale_x, length / 2 - scale_x * (cos * region.x + sin * region.y)],
            [-sin * scale_y, cos * scale_y, STRIP_HEIGHT / 2 - scale_y * (cos * region.y - sin * region.x)],
        ]
    )
    size = (length, STRIP_HEIGHT)
    strip = cv2.warpAffine(picture, matrix, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    if length < _NARROWEST:
        strip = np.pad(strip, ((0, 0), (0, _NARROWEST - length)), constant_values=_PAPER)
    return strip.astype(np.uint8), length


def _decoded(letters: Letters) -> list[_Letter]:
    """The likeliest characters; the same one in steps that follow each other is one, as the network means it."""
    best = letters.certainty.argmax(axis=1)
    sure = letters.certainty.max(axis=1)
    found: list[_Letter] = []
    before = 0
    for step, which in enumerate(best.tolist()):
        if which and which != before:
            found.append(_Letter(letters.characters[which], (step + 0.5) * STEP, float(sure[step])))
        before = which
    return found


def _ink(strip: "NDArray[np.uint8]") -> "NDArray[np.uint8]":
    """1 where something is written, 0 on the paper."""
    import cv2
    import numpy as np

    _, ink = cv2.threshold(cv2.GaussianBlur(strip, (3, 3), 0), 0, 1, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    light_on_dark = ink.mean() > 0.5  # noqa: PLR2004
    return (1 - ink if light_on_dark else ink).astype(np.uint8)


def _band(ink: "NDArray[np.uint8]") -> tuple[float, float, float]:
    """From where to where the letters reach about the middle, and how high the small ones are."""
    rows: list[int] = ink.sum(axis=1).tolist()
    ruled = 0.8 * ink.shape[1]  # a row of ink from end to end is a line under or over the words
    rows = [0 if count > ruled else count for count in rows]
    most = max(rows[STRIP_HEIGHT // 4 : -STRIP_HEIGHT // 4])
    top = bottom = STRIP_HEIGHT // 2
    while top > 0 and rows[top - 1] > _LEAST_OF_ROWS * most:
        top -= 1
    while bottom < STRIP_HEIGHT and rows[bottom] > _LEAST_OF_ROWS * most:
        bottom += 1
    small = sum(count >= _MOST_OF_ROWS * most for count in rows[top:bottom])
    if bottom - top < STRIP_HEIGHT // 4:
        return 0.2, 0.8, 0.3
    return top / STRIP_HEIGHT, bottom / STRIP_HEIGHT, small / STRIP_HEIGHT


def _groups(letters: Sequence[_Letter], inked: Sequence[bool]) -> list[list[_Letter]]:
    """The letters of each word: cut at blanks, and at gaps between cells that a blank was not seen in."""
    groups: list[list[_Letter]] = [[]]
    for letter in letters:
        if letter.character.isspace():
            groups.append([])
            continue
        if groups[-1]:
            begin, end = _blank(inked, groups[-1][-1].at, letter.at)
            if end - begin > _CELL_GAP:
                groups.append([])
        groups[-1].append(letter)
    return [group for group in groups if group]


def _blank(inked: Sequence[bool], first: float, last: float) -> tuple[int, int]:
    """Where the longest run of columns without ink between two places begins and ends; empty where there is none."""
    longest = (0, 0)
    begun = None
    for column in range(max(int(first), 0), min(int(last), len(inked)) + 1):
        blank = column < min(int(last), len(inked)) and not inked[column]
        if blank and begun is None:
            begun = column
        elif not blank and begun is not None:
            if column - begun > longest[1] - longest[0]:
                longest = (begun, column)
            begun = None
    return longest


def _edges(groups: Sequence[Sequence[_Letter]], inked: Sequence[bool]) -> list[tuple[float, float]]:
    """From where to where the ink of each word reaches, in pixels of the strip."""
    starts: list[float] = [_blank(inked, 0, groups[0][0].at)[1]]
    ends: list[float] = []
    for one, other in pairwise(groups):
        left, right = one[-1].at, other[0].at
        begin, end = _blank(inked, left, right)
        middle = (left + right) / 2
        ends.append(begin if end > begin else middle)
        starts.append(end if end > begin else middle)
    begin, end = _blank(inked, groups[-1][-1].at, len(inked))
    ends.append(begin if end > begin else len(inked))
    return list(zip(starts, ends, strict=True))


def _piece(letters: Sequence[_Letter], start: float, end: float) -> Piece:
    certainty = sum(letter.certainty for letter in letters) / len(letters)
    return Piece("".join(letter.character for letter in letters), start, max(end, start), certainty)
