"""What stands across in the heads of a matrix, level or upright: sub-categories or items."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import Final, NamedTuple

from mrse_assess.intake.text.codes import read_code
from mrse_assess.intake.text.labels import Label, id_key, read_label
from mrse_assess.intake.text.lines import Line, PageLines, lines_of
from mrse_assess.intake.text.words import GLUED_ITEM_WORDS, ITEM_WORDS
from mrse_assess.model.pages import Word

_LEAST_CODES: Final = 6
_LEAST_ITEMS: Final = 3
_LEAST_UNORDERED: Final = 5  # heads of items that are not in order
_LEAST_BARE: Final = 4  # heads that are numbers without a word
_TALL: Final = 1.5  # height by width from which a word of several letters stands upright
_SKIPPED: Final = 1.5  # the numbers that items span, by their count
_LONGEST: Final = 60  # words of a line of heads
_THINNEST: Final = 5.0  # points of an upright line's width
_HEADS: Final = re.compile(r"(?<!\S)(?:\S{0,8}\d\S{0,4}|[A-Z]{1,2})(?!\S)")
_ENDS: Final = re.compile(r"(?:^|\s)\S{0,3}\d[).]{0,2}\Z")
_END: Final = 8  # characters of a line's end that hold such a number and the space before it
_LABEL: Final = 5  # letters of a label that is about as high as wide
_SHORT: Final = 2  # letters of a word that looks the same upright
_GAP: Final = 1.5  # line heights before the last of several heads
_UNDER: Final = 12.0  # points between the left edges of heads under each other
_TWO_ROWS: Final = 2.0  # heights of a head between the two rows of heads
_NEXT: Final = 1.5  # distances between heads from one to the next
_CLOSE: Final = 1.0  # line heights between a word and the number that it belongs to


class Kind(StrEnum):
    """What an axis names."""

    CODES = "sub-categories"
    ITEMS = "items"
    CATEGORIES = "major categories"


class Entry(NamedTuple):
    """One head or row: the code or item id, as written, and its box."""

    name: str
    written: str
    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def across(self) -> float:
        """The middle of its width."""
        return (self.x0 + self.x1) / 2

    @property
    def down(self) -> float:
        """The middle of its height."""
        return (self.y0 + self.y1) / 2


class Axis(NamedTuple):
    """Heads or rows in order. ``worded``: its items have a word or letter before the number, or it is of codes."""

    kind: Kind
    entries: tuple[Entry, ...]
    worded: bool

    @property
    def names(self) -> tuple[str, ...]:
        """What the entries name."""
        return tuple(entry.name for entry in self.entries)

    @property
    def top(self) -> float:
        """Where the highest entry begins."""
        return min(entry.y0 for entry in self.entries)

    @property
    def bottom(self) -> float:
        """Where the lowest entry ends."""
        return max(entry.y1 for entry in self.entries)


def without_upright(page: PageLines) -> PageLines:
    """The page with its level lines only; itself where no word stands upright."""
    groups = _upright_groups(page)
    upright = {id(word) for group in groups for word in group}
    return (
        page._replace(lines=lines_of([each for each in page.page.words if id(each) not in upright]))
        if upright
        else page
    )


def heads(page: PageLines, level: PageLines, codes: Sequence[str]) -> tuple[Axis, ...]:
    """Every row of heads with codes or labels that the page may hold; ``level`` is the page without upright words."""
    found = [
        *_axes(_upright_entries(page, level), codes),
        *(axis for line in level.lines for axis in _axes(level_entries(line), codes)),
    ]
    found = [_filled(axis, level, codes) for axis in found]
    return tuple(found)


def _filled(axis: Axis, level: PageLines, codes: Sequence[str]) -> Axis:
    """Heads of sub-categories with those between them that stand a little higher or lower: their cell has two rows."""
    missing = [code for code in codes if code not in axis.names]
    if axis.kind is not Kind.CODES or not missing or len(axis.entries) < _LEAST_CODES:
        return axis
    entries, reach = list(axis.entries), _TWO_ROWS * (axis.entries[0].y1 - axis.entries[0].y0)
    near = [line for line in level.lines if axis.top - reach <= line.y0 and line.y1 <= axis.bottom + reach]
    for word in (word for line in near for word in line.words):
        code = lone_code(word.text, codes)
        at = next((place for place, entry in enumerate(entries) if entry.x0 > word.x0), 0)
        before, after = entries[at - 1], entries[at]
        if code in missing and not at and _is_before(entries, code, word, codes):
            entries.insert(0, new_entry(code, word.text, word._replace(y0=axis.top, y1=axis.bottom)))
            continue
        between = at and before.x1 < word.x0 and word.x1 < after.x0
        if code in missing and between and codes.index(before.name) < codes.index(code) < codes.index(after.name):
            entries.insert(at, new_entry(code, word.text, word._replace(y0=axis.top, y1=axis.bottom)))
    return axis._replace(entries=tuple(entries))


def _is_before(entries: Sequence[Entry], code: str, word: Word, codes: Sequence[str]) -> bool:
    """Whether a word is the head before the first that was found: a word for items close before it hid it."""
    near = entries[0].x0 - word.x0 <= _NEXT * (entries[1].x0 - entries[0].x0)
    return codes.index(code) + 1 == codes.index(entries[0].name) and word.x1 < entries[0].x0 and near


def few_heads(level: PageLines, before: Axis, top: float) -> Iterator[Axis]:
    """Rows of heads below ``top`` with the one or two items that follow those before, under the first of them."""
    if before.kind is not Kind.ITEMS or not before.worded:
        return
    for line in level.lines:
        if line.y0 < top or len(line.words) > _LONGEST:
            continue
        labels = [(label, word) for text, word in _worded(line) if (label := read_label(text)) is not None]
        keys = [id_key(before.names[-1]), *(id_key(label.id) for label, _ in labels)]
        under = labels and abs(labels[0][1].x0 - before.entries[0].x0) < _UNDER
        if under and len(labels) < _LEAST_ITEMS and all(one < two for one, two in pairwise(keys)):
            yield Axis(
                before.kind, tuple(new_entry(label.id, label.written, word) for label, word in labels), worded=True
            )


def _is_tall(word: Word) -> bool:
    return (
        len(word.text) > _SHORT and word.x1 - word.x0 >= _THINNEST and word.y1 - word.y0 > _TALL * (word.x1 - word.x0)
    )


def _upright_groups(page: PageLines) -> list[list[Word]]:
    """The words of each upright line, in reading order: tall ones, and short ones of the same line between them."""
    words = page.page.words
    lines = {(word.block, word.line) for word in words if _is_tall(word)}
    lines.update((first.block, first.line) for first, second in pairwise(words) if _stacked(first, second))
    groups: dict[tuple[int, int], list[Word]] = {}
    for word in words if lines else ():
        if (word.block, word.line) in lines:
            groups.setdefault((word.block, word.line), []).append(word)
    return [_over_first(group) for group in groups.values()]


def _stacked(first: Word, second: Word) -> bool:
    """Whether a word of a line stands above or below the one before it."""
    apart = second.y1 <= first.y0 + 1 or first.y1 <= second.y0 + 1
    return first[5:] == second[5:] and apart and first.x0 < second.x1 and second.x0 < first.x1


def _over_first(group: Sequence[Word]) -> list[Word]:
    """The words of an upright line: those above or below its first one that is tall or has another above it."""
    upright = next(
        (one for one, other in pairwise([*group, group[-1]]) if _is_tall(one) or _stacked(one, other)), group[0]
    )
    return [word for word in group if word.x0 < upright.x1 and upright.x0 < word.x1]


def _upright_entries(page: PageLines, level: PageLines) -> list[tuple[str, Word]]:
    """The upright lines of a page, and the words beside them that are too short to tell which way they stand."""
    found = upright_lines(page) if level is not page else []
    if not found:
        return []
    top, bottom = min(word.y0 for _, word in found), max(word.y1 for _, word in found)
    short = (word for line in level.lines for word in line.words if len(word.text) <= _LABEL)
    return [*found, *((word.text, word) for word in short if top <= word.y0 and word.y1 <= bottom)]


def upright_lines(page: PageLines) -> list[tuple[str, Word]]:
    """The text of every upright line of the page, and its box as one word."""
    return [_uprightnew_entry(group) for group in _upright_groups(page)]


def _uprightnew_entry(words: Sequence[Word]) -> tuple[str, Word]:
    """The text of an upright line and its box as one word."""
    text = " ".join(word.text for word in words)
    edges = zip(*((word.x0, word.y0, word.x1, word.y1) for word in words), strict=True)
    x0, y0, x1, y1 = (choose(side) for choose, side in zip((min, min, max, max), edges, strict=True))
    return text, Word(x0, y0, x1, y1, text, words[0].block, words[0].line)


def level_entries(line: Line) -> list[tuple[str, Word]]:
    """The words of a line that may be heads, "Ev. 3" or "Cat 3" as one."""
    return [] if len(line.words) > _LONGEST or not _may_be_heads(line) else _worded(line)


def _worded(line: Line) -> list[tuple[str, Word]]:
    found: list[tuple[str, Word]] = []
    for word in line.words:
        before = found[-1] if found else None
        if before is not None and _belong(before[1], word):
            text = f"{before[0]} {word.text}"
            found[-1] = (text, before[1]._replace(x1=word.x1, text=text))
        else:
            found.append((word.text, word))
    return found


def _may_be_heads(line: Line) -> bool:
    """Whether a line has numbers or single letters enough, or ends in a short number; running text mostly has not."""
    text = line.text
    return bool(_ENDS.search(text[-_END:])) or len(_HEADS.findall(text)) >= _LEAST_ITEMS


def _belong(first: Word, second: Word) -> bool:
    bare = first.text.lower().strip(".:#")
    near = second.x0 - first.x1 < _CLOSE * (second.y1 - second.y0)
    return near and (bare in ITEM_WORDS or bare in GLUED_ITEM_WORDS or bare in {"cat", "category", "sc", "no", "sub"})


def _axes(texts: Sequence[tuple[str, Word]], codes: Sequence[str]) -> Iterator[Axis]:
    """The axis of codes and that of items that texts side by side may be."""
    if not texts:
        return
    ordered = sorted(texts, key=lambda pair: pair[1].x0)
    of_codes = [new_entry(code, text, word) for text, word in ordered if (code := lone_code(text, codes))]
    names = [entry.name for entry in of_codes]
    if are_codes(names, codes) and (len(names) > 1 or _is_last_head(ordered, of_codes[0])):
        yield Axis(Kind.CODES, tuple(of_codes), worded=True)
        return
    labels = [(label, word) for text, word in ordered if (label := read_label(text, bare=True)) is not None]
    for kept in ([pair for pair in labels if pair[0].word], [pair for pair in labels if not pair[0].word]):
        items = [new_entry(label.id, label.written, word) for label, word in kept]
        if are_items([label for label, _ in kept]) and not mostly_codes([label for label, _ in kept], codes):
            yield Axis(Kind.ITEMS, tuple(items), worded=bool(kept[0][0].word))


def _is_last_head(texts: Sequence[tuple[str, Word]], entry: Entry) -> bool:
    """Whether one code is the last head of several: other heads before it, and a gap."""
    if len(texts) == 1 or entry.x1 != texts[-1][1].x1:
        return False
    return entry.x0 - texts[-2][1].x1 > _GAP * (entry.y1 - entry.y0)


def new_entry(name: str, written: str, word: Word) -> Entry:
    """An entry with the box of a word."""
    return Entry(name, written, word.x0, word.y0, word.x1, word.y1)


def lone_code(text: str, codes: Sequence[str]) -> str | None:
    """The sub-category of the scheme that a head begins with, and no other; None where it begins with none."""
    code = read_code(text, codes) if any(character.isdecimal() for character in text[:12]) else None
    return code.code if code is not None and code.code and not code.also else None


def are_codes(names: Sequence[str], codes: Sequence[str]) -> bool:
    """Whether names side by side are heads of sub-categories: many in the scheme's order, or all of one category."""
    places = [codes.index(name) for name in names]
    if not places or any(first >= second for first, second in pairwise(places)):
        return False
    return len(names) >= _LEAST_CODES or is_category(names, codes)


def is_category(names: Sequence[str], codes: Sequence[str]) -> bool:
    """Whether names are all sub-categories of one category."""
    return list(names) == [code for code in codes if code.partition(".")[0] == names[0].partition(".")[0]]


def are_items(labels: Sequence[Label]) -> bool:
    """Whether labels side by side are heads of items: enough of them, rising, without large gaps."""
    keys = [id_key(label.id) for label in labels]
    worded = bool(labels) and bool(labels[0].word)
    if len(keys) < (_LEAST_ITEMS if worded else _LEAST_BARE):
        return False
    if any(first >= second for first, second in pairwise(keys)):
        return worded and len(set(keys)) == len(keys) >= _LEAST_UNORDERED
    first, last = labels[0].id, labels[-1].id
    if first.isdecimal() and last.isdecimal() and not worded:
        return int(last) - int(first) < _SKIPPED * len(keys)
    return True


def mostly_codes(labels: Sequence[Label], codes: Sequence[str]) -> bool:
    """Whether numbers without a word are sub-categories with a point rather than items."""
    return not labels[0].word and sum("." in label.id and label.id in codes for label in labels) > len(labels) / 2
