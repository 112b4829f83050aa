"""What can be wrong with the look of pages: emptiness, words off the paper, words over words."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from .bind import opened

_MARGIN: Final = 14.0


def faults_of_pages(data: bytes) -> Iterator[str]:
    """All that is wrong with the pages of a PDF."""
    with opened(data) as document:
        for at, page in enumerate(document, 1):
            words = page.get_text("words")
            if not words and not page.get_images():
                yield f"page {at}: empty"
            for left, top, right, foot, word, *_ in words:
                if min(left, top) < _MARGIN or right > page.rect.width - _MARGIN or foot > page.rect.height - _MARGIN:
                    yield f"page {at}: {word} leaves the paper"
            yield from (f"page {at}: {one} lies over {other}" for one, other in _over(words))
            yield from _over_lines(page, words, at)


def _over(words: Sequence[tuple[Any, ...]]) -> Iterator[tuple[str, str]]:
    """Words that share room."""
    down = sorted(words, key=lambda word: word[1])
    for at, (left, top, right, foot, one, *_) in enumerate(down):
        for x0, y0, x1, y1, other, *_rest in down[at + 1 :]:
            if y0 >= foot:
                break
            if min(right, x1) - max(left, x0) > 1.5 and min(foot, y1) - y0 > 0.45 * min(foot - top, y1 - y0):
                yield one, other


def _over_lines(page: Any, words: Sequence[tuple[Any, ...]], at: int) -> Iterator[str]:
    """Words through which an upright rule of a table goes."""
    rules = [
        (piece[1].x, min(piece[1].y, piece[2].y), max(piece[1].y, piece[2].y))
        for drawn in page.get_drawings()
        for piece in drawn["items"]
        if piece[0] == "l" and abs(piece[1].x - piece[2].x) < 0.1
    ]
    for left, top, right, foot, word, *_ in words:
        middle = (top + foot) / 2
        if any(left + 1.5 < x < right - 1.5 and y0 < middle < y1 for x, y0, y1 in rules):
            yield f"page {at}: a rule goes through {word}"
