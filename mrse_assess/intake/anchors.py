"""Codes that stand under each other: where a page may hold rows of the cross reference table."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from mrse_assess.intake.codes import read_code
from mrse_assess.intake.lines import Line, PageLines
from mrse_assess.model.pages import Word

_LIKELY: Final = re.compile(r"[(\[]{0,2}[\dlIO|](?:\s?[.,\u00b7]\s?[\dlIO|]?)?(?:\(\w{1,3}\))?[)\].:;,]{0,2}\Z")
_ALIGNED: Final = 5.0  # points
_PREFIX_WORDS: Final = frozenset({"category", "cat", "cat.", "sub-category", "subcategory", "category:"})


class Anchor(NamedTuple):
    """A code (or a major category's bare number) and the words it is written in."""

    code: str | None
    category: str | None
    x0: float
    x1: float
    y0: float
    y1: float
    doubtful: bool


def anchors_of(page: PageLines, codes: Collection[str]) -> tuple[Anchor, ...]:
    """Every word of the page that could be a code, top to bottom."""
    found: list[Anchor] = []
    for line in page.lines:
        for place, word in enumerate(line.words):
            if _LIKELY.match(word.text) and (anchor := _anchor(line, place, codes)) is not None:
                found.append(anchor)
    return tuple(found)


def columns(anchors: Sequence[Anchor]) -> tuple[tuple[Anchor, ...], ...]:
    """Anchors under each other, by left edge, centre or right edge; the column with most codes first."""
    found = [
        *_aligned([(anchor.x0, anchor) for anchor in anchors]),
        *_aligned([((anchor.x0 + anchor.x1) / 2, anchor) for anchor in anchors]),
        *_aligned([(anchor.x1, anchor) for anchor in anchors]),
    ]
    return tuple(sorted(found, key=lambda column: (-distinct(column), column[0].x0)))


def _aligned(placed: Sequence[tuple[float, Anchor]]) -> list[tuple[Anchor, ...]]:
    groups: list[list[tuple[float, Anchor]]] = []
    for edge, anchor in sorted(placed, key=lambda pair: pair[0]):
        if groups and edge - groups[-1][0][0] <= _ALIGNED:
            groups[-1].append((edge, anchor))
        else:
            groups.append([(edge, anchor)])
    return [tuple(sorted((anchor for _, anchor in group), key=lambda a: a.y0)) for group in groups]


def distinct(column: Sequence[Anchor]) -> int:
    """How many codes of the scheme a column holds."""
    return len({anchor.code for anchor in column if anchor.code})


def in_order(column: Sequence[Anchor], codes: Sequence[str]) -> float:
    """The share of neighbours whose codes do not go back in the scheme's order, 0 to 1."""
    places = [codes.index(anchor.code) for anchor in column if anchor.code]
    pairs = list(pairwise(places))
    return sum(first <= second for first, second in pairs) / len(pairs) if pairs else 1.0


def _anchor(line: Line, place: int, codes: Collection[str]) -> Anchor | None:
    word = line.words[place]
    first = _prefix(line, place)
    text = " ".join(each.text for each in line.words[place : place + 2]) if place + 1 < len(line.words) else word.text
    code = read_code(text if text[len(word.text) :].lstrip().startswith("(") else word.text, codes)
    if code is None or (code.code is None and code.category is None):
        return None
    return Anchor(code.code, code.category, first.x0, word.x1, word.y0, word.y1, code.doubtful)


def _prefix(line: Line, place: int) -> Word:
    """The word that the code begins with: "Category" where it stands right before the number."""
    if place and line.words[place - 1].text.lower() in _PREFIX_WORDS:
        return line.words[place - 1]
    return line.words[place]
