"""Codes that stand under each other: where a page may hold rows of the cross reference table."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from mrse_assess.intake.text.codes import read_code
from mrse_assess.intake.text.lines import Line, PageLines
from mrse_assess.model.pages import Word

_LIKELY: Final = re.compile(
    r"[(\[#\u00a7\u2022]{0,2}(?:sc|s|c)?[.-]?0?[\dlIO|SB]"
    r"(?:[.,\u00b7\u2e33](?:[\dlIO|](?![\d%])(?:[.,:;)\]-]{1,2}|[^\d.,%].*)?)?|\([\w|]{1,3}\)?|/.{1,8}|[)\].:;,-]{0,2})?\Z",
    re.IGNORECASE,
)
_ALIGNED: Final = 5.0  # points
_STACKED: Final = 12.0  # points by which a number may be off the words above it in its cell
_PREFIX_GAP: Final = 1.0  # line heights between "Category" and its number
_STACK: Final = re.compile(r"(?:sub-?|(?:sub-?)?cat[a-z]{0,8}\.?|experience)\Z", re.IGNORECASE)
_PREFIX_WORDS: Final = frozenset(
    word
    for words in (
        ("category", "category:", "categories", "cat", "cat.", "sub-category", "subcategory", "sub-cat", "sub-cat."),
        ("sub", "sc", "sc.", "s", "c", "code", "no", "no.", "exp", "exp.", "experience", "ref", "ref.", "unit", "area"),
        ("for", "under", "#", "\u00a7", "\u2022"),
    )
    for word in words
)


class Anchor(NamedTuple):
    """A code (or a major category's bare number) and the words it is written in.

    ``stacked``: words before the number stand on lines above it; its own line is then ``height`` points high.
    """

    code: str | None
    category: str | None
    x0: float
    x1: float
    y0: float
    y1: float
    doubtful: bool
    stacked: bool = False
    height: float = 0.0

    @property
    def first(self) -> float:
        """The middle of its first line."""
        return self.y0 + self.height / 2 if self.stacked else (self.y0 + self.y1) / 2

    @property
    def last(self) -> float:
        """The middle of its last line."""
        return self.y1 - self.height / 2 if self.stacked else (self.y0 + self.y1) / 2


def anchors_of(page: PageLines, codes: Collection[str]) -> tuple[Anchor, ...]:
    """Every word of the page that could be a code, top to bottom."""
    found: list[tuple[Anchor, Anchor]] = []
    alone: set[Anchor] = set()  # with nothing beside them on their own line
    for number, line in enumerate(page.lines):
        for place, word in enumerate(line.words):
            if _LIKELY.match(word.text) and (anchor := _anchor(line, place, codes)) is not None:
                rank = _rank(_prefix(line, place).text)
                found.append((anchor, _with_stack(anchor, page.lines[max(number - 2, 0) : number], rank)))
                alone.update({anchor} if line.x0 >= anchor.x0 and line.x1 <= anchor.x1 else ())
    at = [anchor.x0 for anchor, higher in found if anchor != higher]
    return tuple(
        # one by itself may stand below a header, beside the words of its row
        higher if anchor in alone or sum(abs(anchor.x0 - x) <= _STACKED for x in at) > 1 else anchor
        for anchor, higher in found
    )


def _with_stack(anchor: Anchor, above: Sequence[Line], rank: int) -> Anchor:
    """The anchor from the top of "Sub-category" where that stands on the lines above its number in a narrow cell.

    ``rank`` is that of the word which the number's own line begins with: what stands above must come before it.
    """
    for line in reversed(above):
        ranks = [
            _rank(word.text)
            for place, word in enumerate(line.words)
            if abs(word.x0 - anchor.x0) <= _STACKED and _STACK.match(word.text) and not _has_number(line, place)
        ]
        under = any(each < rank for each in ranks)
        rank = min(ranks, default=rank)
        if not under or anchor.y0 - line.y1 > 0.6 * (line.y1 - line.y0):
            break
        height = anchor.height if anchor.stacked else anchor.y1 - anchor.y0
        anchor = anchor._replace(y0=line.y0, stacked=True, height=height)
    return anchor


def _rank(text: str) -> int:
    """The place of a word before a code: "Experience", "Sub-", "category", then the number itself."""
    low = text.lower()
    return next((rank for rank, start in enumerate(("exp", "sub", "cat")) if low.startswith(start)), 3)


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
    code = read_code(_text_from(line, place), codes)
    if code is None or (code.code is None and code.category is None):
        return None
    if word.text.endswith(";") or (word.text.endswith(",") and code.code is None):
        return None  # the end of a reference that wraps
    return Anchor(code.code, code.category, first.x0, word.x1, word.y0, word.y1, code.doubtful)


def _text_from(line: Line, place: int) -> str:
    """The word, with the next where it may be the code's other half: "1 (i)", "1. 1"."""
    word = line.words[place]
    if place + 1 < len(line.words) and word.text[-1:] in "0123456789.lI|":
        after = line.words[place + 1]
        halved = after.text.startswith("(") or (word.text.endswith(".") and len(after.text) == 1)
        if halved and after.x0 - word.x1 < word.y1 - word.y0:
            return f"{word.text} {after.text}"
    return word.text


def _prefix(line: Line, place: int) -> Word:
    """The word that the code begins with: "Category" where it stands right before the number, in the same cell."""
    near = _PREFIX_GAP * (line.words[place].y1 - line.words[place].y0)
    while place and _is_prefix(line.words[place - 1].text) and line.words[place].x0 - line.words[place - 1].x1 < near:
        place -= 1
    return line.words[place]


def _is_prefix(text: str) -> bool:
    return text.lower() in _PREFIX_WORDS or bool(_STACK.match(text))


def _has_number(line: Line, place: int) -> bool:
    """Whether the number follows on the same line: the word is then the code above, not a part of this one."""
    return place + 1 < len(line.words) and line.words[place + 1].text[:1].isdecimal()
