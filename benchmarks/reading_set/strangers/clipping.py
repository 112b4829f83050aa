"""Whether what is drawn on a page can be read: no words off the paper, none over others."""

import io
from collections.abc import Iterator, Sequence
from typing import Any

from .typeset import pymupdf


def clipped(name: str, data: bytes) -> Iterator[str]:
    """Words that leave the paper or lie over others."""
    with pymupdf.open(stream=io.BytesIO(data), filetype="pdf") as document:
        for page in document:
            words = [word for word in page.get_text("words") if word[4].strip()]
            out = [
                word[4]
                for word in words
                if word[0] < 0 or word[1] < 0 or word[2] > page.rect.width + 1 or word[3] > page.rect.height + 1
            ]
            if out:
                yield f"{name}, page {page.number + 1}: off the paper: {out[:4]}"
            if over := _overlaps(words):
                yield f"{name}, page {page.number + 1}: words over others: {over[:3]}"


def _overlaps(words: Sequence[Any]) -> list[tuple[str, str]]:
    """Pairs of words of which one covers a good part of the other's height, and more than a sliver of its width."""
    found = []
    rows = sorted(words, key=lambda word: word[1])
    for at, one in enumerate(rows):
        for other in rows[at + 1 :]:
            if other[1] >= one[3]:
                break
            wide = min(one[2], other[2]) - max(one[0], other[0])
            tall = min(one[3], other[3]) - other[1]
            if wide > 1.0 and tall > 0.5 * min(one[3] - one[1], other[3] - other[1]):
                found.append((one[4], other[4]))
    return found
