"""What stands down the left side of a matrix: sub-categories, major categories or items."""

from collections.abc import Sequence
from typing import Final

from mrse_assess.intake.grids.anchors import Anchor, anchors_of, columns, distinct, in_order
from mrse_assess.intake.table.tick_axes import Axis, Entry, Kind, mostly_codes
from mrse_assess.intake.text.labels import Label, id_key, read_label
from mrse_assess.intake.text.lines import Line, PageLines, segments
from mrse_assess.model.pages import Word

_LEAST_CATEGORIES: Final = 6
_ALIGNED: Final = 6.0  # points


def rows_below(level: PageLines, across: Axis, codes: Sequence[str], top: float) -> tuple[Axis, ...]:
    """The rows that may belong to heads, left of them and below ``top``: of codes, of categories or of items."""
    left = left_edge(across)
    if across.kind is Kind.ITEMS:
        found = [_code_rows(level, codes, left, top), _category_rows(level, codes, left, top)]
    else:
        found = [_item_rows(level, codes, left, top)]
    return tuple(axis for axis in found if axis is not None)


def left_edge(across: Axis) -> float:
    """Where the column of the first head begins at the latest."""
    first = across.entries[0]
    if len(across.entries) == 1:
        return first.x0 - 1
    return min(first.x0, (first.across * 3 - across.entries[1].across) / 2)


def _left_lines(level: PageLines, left: float, top: float) -> PageLines:
    """The lines below ``top`` with their words left of the heads only."""
    lines = []
    for line in level.lines:
        if (line.y0 + line.y1) / 2 > top:
            words = tuple(word for word in line.words if (word.x0 + word.x1) / 2 < left)
            if words:
                lines.append(Line(words, min(word.y0 for word in words), max(word.y1 for word in words)))
    return level._replace(lines=tuple(lines))


def _code_rows(level: PageLines, codes: Sequence[str], left: float, top: float) -> Axis | None:
    anchors = [anchor for anchor in anchors_of(_left_lines(level, left, top), codes) if anchor.code]
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


def _category_rows(level: PageLines, codes: Sequence[str], left: float, top: float) -> Axis | None:
    """Rows of major categories, where no row has a sub-category's code."""
    anchors = [anchor for anchor in anchors_of(_left_lines(level, left, top), codes) if anchor.category]
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


def _item_rows(level: PageLines, codes: Sequence[str], left: float, top: float) -> Axis | None:
    """Rows of items: the labels under each other that are most, worded ones first."""
    found: list[tuple[Label, tuple[Word, ...]]] = []
    for line in _left_lines(level, left, top).lines:
        for words in segments(line):
            label = read_label(" ".join(word.text for word in words), bare=True)
            if label is not None:
                found.append((label, words))
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


def _rows_worth(group: Sequence[tuple[Label, tuple[Word, ...]]]) -> tuple[float, float]:
    distinct = len({label.id for label, _ in group})
    return distinct * (1.5 if group[0][0].word else 1.0), -group[0][1][0].x0
