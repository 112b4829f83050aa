"""What stands down the left side of a matrix: sub-categories, major categories or items."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from mrse_assess.intake.grids.anchors import Anchor, anchors_of, columns, distinct, in_order
from mrse_assess.intake.grids.rulings import horizontals, positions
from mrse_assess.intake.table.tick_axes import Axis, Entry, Kind, mostly_codes
from mrse_assess.intake.text.labels import Label, id_key, read_label
from mrse_assess.intake.text.lines import Line, PageLines, segments
from mrse_assess.intake.text.words import ITEM_WORDS
from mrse_assess.model.pages import Word

_LEAST_CATEGORIES: Final = 6
_ALIGNED: Final = 6.0  # points
_LEAST_HIGH: Final = 6.0  # points of a row


def rows_below(level: PageLines, across: Axis, codes: Sequence[str], top: float) -> tuple[Axis, ...]:
    """The rows that may belong to heads, left of them, else right, below ``top``: of codes, categories or items."""
    left, right = left_edge(across), right_edge(across)
    return _rows(level, across, codes, top, (0.0, left)) or _rows(level, across, codes, top, (right, level.page.width))


def _rows(
    level: PageLines, across: Axis, codes: Sequence[str], top: float, between: tuple[float, float]
) -> tuple[Axis, ...]:
    beside = _lines_between(level, between, top)
    if across.kind is Kind.ITEMS:
        edge = between[1] if between[0] < across.entries[0].x0 else between[0]
        found = [_code_rows(beside, codes), _category_rows(beside, codes), _counted_rows(beside, codes, edge)]
    else:
        found = [_item_rows(beside, codes)]
    return tuple(axis for axis in found if axis is not None)


def right_edge(across: Axis) -> float:
    """Where the column of the last head ends at the earliest."""
    last = across.entries[-1]
    if len(across.entries) == 1:
        return last.x1 + 1
    return max(last.x1, (last.across * 3 - across.entries[-2].across) / 2)


def left_edge(across: Axis) -> float:
    """Where the column of the first head begins at the latest."""
    first = across.entries[0]
    if len(across.entries) == 1:
        return first.x0 - 1
    return min(first.x0, (first.across * 3 - across.entries[1].across) / 2)


def _lines_between(level: PageLines, between: tuple[float, float], top: float) -> PageLines:
    """The lines below ``top`` with their words between two edges only."""
    lines = []
    for line in level.lines:
        if (line.y0 + line.y1) / 2 > top:
            words = tuple(word for word in line.words if between[0] < (word.x0 + word.x1) / 2 < between[1])
            if words:
                lines.append(Line(words, min(word.y0 for word in words), max(word.y1 for word in words)))
    return level._replace(lines=tuple(lines))


def _code_rows(beside: PageLines, codes: Sequence[str]) -> Axis | None:
    anchors = [anchor for anchor in anchors_of(beside, codes) if anchor.code]
    best = next(iter(columns(anchors)), ())
    centred = _first_of_lines(anchors)
    best = centred if distinct(centred) > distinct(best) and in_order(centred, codes) == 1.0 else best
    entries: list[Entry] = []
    for anchor in best:
        code = anchor.code or ""
        if entries and codes.index(code) < codes.index(entries[-1].name):
            break  # what stands below the table
        entries.append(Entry(code, code, anchor.x0, anchor.y0, anchor.x1, anchor.y1))
    return Axis(Kind.CODES, tuple(entries), worded=True) if entries else None


def _first_of_lines(anchors: Sequence[Anchor]) -> tuple[Anchor, ...]:
    """The first anchor of each height, wherever it begins: titles set in the middle of their column."""
    found: dict[float, Anchor] = {}
    for anchor in sorted(anchors, key=lambda each: each.x0):
        if not any(abs(anchor.y0 - other) < anchor.y1 - anchor.y0 for other in found):
            found[anchor.y0] = anchor
    return tuple(found[height] for height in sorted(found))


def _category_rows(beside: PageLines, codes: Sequence[str]) -> Axis | None:
    """Rows of major categories, where no row has a sub-category's code."""
    anchors = [anchor for anchor in anchors_of(beside, codes) if anchor.category]
    best = next(iter(columns(anchors)), ())
    numbers = [anchor.category or "" for anchor in best]
    whole = sorted({code.partition(".")[0] for code in codes})
    dotted = any(anchor.code and "." in anchor.code for anchor in best)
    if dotted or len(numbers) < _LEAST_CATEGORIES or numbers != [each for each in whole if each in numbers]:
        return None
    entries = tuple(
        Entry(number, number, anchor.x0, anchor.y0, anchor.x1, anchor.y1)
        for number, anchor in zip(numbers, best, strict=True)
    )
    return Axis(Kind.CATEGORIES, entries, worded=True)


def _counted_rows(beside: PageLines, codes: Sequence[str], edge: float) -> Axis | None:
    """Rows in words beside the numbers of the categories: as many drawn beside each as it has sub-categories."""
    wanted = list(dict.fromkeys(code.partition(".")[0] for code in codes))
    words = [words[0] for line in beside.lines for words in segments(line)]
    words = [word for word in words if word.text.strip(".:()") in wanted]
    words = [word for word in words if abs(word.x0 - words[0].x0) <= _ALIGNED]
    if [word.text.strip(".:()") for word in words] != wanted:
        return None
    strokes = horizontals(beside.page.rulings)
    entries: list[Entry] = []
    for number, word in zip(wanted, words, strict=True):
        around = positions([each for each in strokes if each.start < word.x1 and word.x0 < each.end])
        upper = max((at for at in around if at <= word.y0 + 1), default=0.0)
        lower = min((at for at in around if at >= word.y1 - 1), default=0.0)
        across = positions([each for each in strokes if each.start < edge - 2 and each.end > edge + 2])
        edges = [at for at in across if upper - 1 <= at <= lower + 1]
        rows = [(one, two) for one, two in pairwise(edges) if two - one >= _LEAST_HIGH]
        names = [code for code in codes if code.partition(".")[0] == number]
        if len(rows) != len(names):
            return None
        entries += [
            Entry(name, name, word.x0, one + 1, edge, two - 1) for name, (one, two) in zip(names, rows, strict=True)
        ]
    return Axis(Kind.CODES, tuple(entries), worded=True)


def _item_rows(beside: PageLines, codes: Sequence[str]) -> Axis | None:
    """Rows of items: the labels under each other that are most, worded ones first."""
    found = list(_labels(beside))
    groups: dict[tuple[int, bool], list[tuple[Label, tuple[Word, ...]]]] = {}
    for label, words in sorted(found, key=lambda pair: pair[1][0].x0):
        key = next(
            (
                key
                for key in groups
                if abs(groups[key][0][1][0].x0 - words[0].x0) <= _ALIGNED and key[1] == bool(label.word)
            ),
            (len(groups), bool(label.word)),
        )
        groups.setdefault(key, []).append((label, words))
    best = max(groups.values(), key=_rows_worth, default=[])
    best = sorted(best, key=lambda pair: pair[1][0].y0)
    if not best or mostly_codes([label for label, _ in best], codes):
        return None
    entries: list[Entry] = []
    for label, words in best:
        before = [entry.name for entry in entries]
        if label.id in before or (before and not label.word and id_key(label.id) <= id_key(before[-1])):
            break  # what stands below the table
        entries.append(Entry(label.id, label.written, words[0].x0, words[0].y0, words[-1].x1, words[0].y1))
    return Axis(Kind.ITEMS, tuple(entries), worded=bool(best[0][0].word))


def _labels(beside: PageLines) -> Iterator[tuple[Label, tuple[Word, ...]]]:
    """The labels of the lines, those of narrow cells put together: "Appendix" and "A" under it."""
    waiting: tuple[Word, ...] = ()
    for line in beside.lines:
        above, waiting = waiting, ()
        for words in segments(line):
            text = " ".join(word.text for word in words)
            if text.lower().strip(".:#") in ITEM_WORDS:
                waiting = words
                continue
            under = above and abs(words[0].x0 - above[0].x0) <= _ALIGNED and words[0].y0 - above[0].y1 < _LEAST_HIGH
            label = read_label(f"{above[-1].text} {text}") if under else read_label(text, bare=True)
            if label is not None and not (under and label.rest):
                yield label, (above[0]._replace(x1=max(above[0].x1, words[-1].x1)),) if under else words
            elif under and (label := read_label(text, bare=True)) is not None:
                yield label, words


def _rows_worth(group: Sequence[tuple[Label, tuple[Word, ...]]]) -> tuple[float, float]:
    distinct = len({label.id for label, _ in group})
    return distinct * (1.5 if group[0][0].word else 1.0), -group[0][1][0].x0
