"""Labels of items that stand under each other on a page: where a table by item may be."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from mrse_assess.intake.front.contents_entries import list_label
from mrse_assess.intake.grids.anchors import Anchor
from mrse_assess.intake.table.listed_codes import read_listed
from mrse_assess.intake.text.labels import Label, read_label
from mrse_assess.intake.text.lines import Line, PageLines, segments
from mrse_assess.intake.text.part_headings import CLOSING, TABLE_HEADING, names_list
from mrse_assess.intake.text.words import GLUED_ITEM_WORDS, ITEM_WORDS

_LEAST: Final = 3  # labels on a page, and words that may be codes
_LEAST_LATER: Final = 2  # labels on a further page, and in a column of two
_ALIGNED: Final = 9.0  # points by which labels under each other may be out of line
_CLUSTERS: Final = 3  # columns of labels looked at on a page
_SAME: Final = 0.6  # share of the items of two lists that are the same ones
_LONGEST_HEADING: Final = 13  # words
_WANDERS: Final = 14.0  # points by which the column may wander from page to page
_EDGE_LINES: Final = 6  # lines at a page's edge in which a table's first or last rows may stand alone
_CODE: Final = re.compile(r"[(\[]?(?:\D{0,4}\d)?(?:\s?\.\d(?![\d.]\d)|\s?\(?(?:i{1,3}|iv)\)?(?![A-Za-z])|\([a-d]\))")
_CATEGORY: Final = re.compile(r"(?:[Cc]at\w*\.?|C)?(\d)")
_WORDED: Final = re.compile(r"[(\[]?([A-Za-z]{1,12})[\W_]{0,3}\d{0,3}[A-Za-z]?$")


class Mark(NamedTuple):
    """A label and where it stands."""

    label: Label
    anchor: Anchor


class Part(NamedTuple):
    """Labels under each other on a page, or on a half of one."""

    page: PageLines
    body: tuple[Line, ...]
    marks: tuple[Mark, ...]

    @property
    def x0(self) -> float:
        """The left edge of the labels."""
        return min(mark.anchor.x0 for mark in self.marks)

    @property
    def ids(self) -> frozenset[str]:
        """The items."""
        return _ids(self.marks)

    @property
    def is_worded(self) -> bool:
        """Whether a word stands before the labels."""
        return bool(self.marks[0].label.word)


def parts_of(page: PageLines, body: Sequence[Line], codes: Sequence[str]) -> Iterator[Part]:
    """The columns of labels of a page that holds codes, each cut where its items begin anew."""
    if sum(bool(_CODE.match(word.text)) for word in page.page.words) < _LEAST and not any(map(_heads_categories, body)):
        return
    left = [mark for line in body for mark in _marks(line)]
    for _ in range(_CLUSTERS):
        column = _best_column(left)
        if len(column) < _LEAST_LATER:
            return
        taken = set(map(id, column))
        left = [mark for mark in left if id(mark) not in taken]
        if _are_codes(column, codes):
            continue
        cuts = [line.y0 for line in body if names_part(line)]
        cut = list(_cut(column, cuts))
        if _names_once(cut):
            ends = [*(marks[0].anchor.y0 for marks in cut[1:]), page.page.height]
            yield from (
                Part(page, tuple(line for line in body if line.y0 < end - 1), tuple(marks))
                for marks, end in zip(cut, ends, strict=True)
                if len(_ids(marks)) >= _LEAST_LATER
            )


def rest_of(
    parts: Sequence[Part], page: PageLines, body: Sequence[Line], codes: Sequence[str], *, before: bool
) -> Part | None:
    """The few rows of a table at the foot of the page before its parts, or at the head of the page after; else None.

    Each names an item that is none of theirs, at their left edge, and lists sub-categories.
    """
    part = parts[0 if before else -1]
    ids = frozenset[str]().union(*(each.ids for each in parts))
    near = body[-_EDGE_LINES:] if before else body[:_EDGE_LINES]
    start = max((place + 1 for place, line in enumerate(near) if before and names_part(line)), default=0)
    end = next((place for place, line in enumerate(near) if not before and names_part(line)), len(near))
    marks: list[Mark] = []
    for line in near[start:end]:
        mark = next((each for each in _marks(line) if abs(each.anchor.x0 - part.x0) <= _WANDERS), None)
        if mark is None or not _lists_codes(line, mark, codes) or bool(mark.label.word) != part.is_worded:
            continue
        if mark.label.id not in ids:
            marks.append(mark)
    return Part(page, tuple(body), tuple(marks)) if marks else None


def _lists_codes(line: Line, mark: Mark, codes: Sequence[str]) -> bool:
    """Whether a part of the line beside the label lists sub-categories and nothing else."""
    for words in segments(line):
        if words[0].x0 == mark.anchor.x0:
            continue
        listed = read_listed(" ".join(word.text for word in words), codes)
        if listed.said and listed.begins and not listed.unread and not listed.words:
            return True
    return False


def _names_once(parts: Sequence[Sequence[Mark]]) -> bool:
    """Whether each part names other items, or all again; in a table by sub-category some of them recur."""
    ids = [_ids(part) for part in parts]
    return all(
        not one & two or len(one & two) >= _SAME * min(len(one), len(two)) >= _SAME * _LEAST
        for place, one in enumerate(ids)
        for two in ids[:place]
    )


def _ids(marks: Sequence[Mark]) -> frozenset[str]:
    return frozenset(mark.label.id for mark in marks)


def _heads_categories(line: Line) -> bool:
    """Whether a line counts categories, as heads of columns do."""
    numbers = [match.group(1) for word in line.words if (match := _CATEGORY.fullmatch(word.text))]
    return len(numbers) > _LEAST and all(one < two for one, two in pairwise(numbers))


def names_part(line: Line) -> bool:
    """Whether the line is the heading of a table, a list or of what closes one."""
    text = line.text
    short = len(line.words) <= _LONGEST_HEADING and len(segments(line)) == 1
    return short and (names_list(text) or any(each.search(text) for each in (TABLE_HEADING, CLOSING)))


def _marks(line: Line) -> Iterator[Mark]:
    """Labels in a line: at the beginning of its segments, and elsewhere where a word says that they are."""
    seen: set[float] = set()
    for words in segments(line):
        label = list_label(" ".join(word.text for word in words))
        if label is not None:
            seen.add(words[0].x0)
            yield _mark(label, words[0].x0, words[-1].x1, line)
    for place, word in enumerate(line.words):
        match = _WORDED.match(word.text)
        if word.x0 in seen or match is None or match.group(1).lower() not in ITEM_WORDS | GLUED_ITEM_WORDS:
            continue
        label = read_label(" ".join(each.text for each in line.words[place : place + 3]))
        if label is not None:
            yield _mark(label, word.x0, word.x1, line)


def _mark(label: Label, x0: float, x1: float, line: Line) -> Mark:
    return Mark(label, Anchor(label.id, None, x0, x1, line.y0, line.y1, False))


def _best_column(found: Sequence[Mark]) -> tuple[Mark, ...]:
    """The labels that stand under each other, as many as can be; those with a word first."""
    best: list[Mark] = []
    rank = (0, 0)
    for start in found:
        near = [other for other in found if abs(other.anchor.x0 - start.anchor.x0) <= _ALIGNED]
        column = [other for other in near if bool(other.label.word) == bool(start.label.word)]
        ids = {mark.label.id for mark in column}
        worded = len({mark.label.id for mark in column if mark.label.word})
        if (len(ids) + worded, len(column)) > rank:
            best, rank = column, (len(ids) + worded, len(column))
    return tuple(sorted(best, key=lambda mark: mark.anchor.y0))


def _are_codes(marks: Sequence[Mark], codes: Sequence[str]) -> bool:
    labels = [mark.label for mark in marks]
    bare = [label.id for label in labels if not label.word and label.id in codes]
    return len(bare) > len(labels) / 2 and any("." in each for each in bare)


def _cut(marks: Sequence[Mark], cuts: Sequence[float]) -> Iterator[list[Mark]]:
    """The column's parts: between headings, and where an item comes again after others."""
    part: list[Mark] = []
    for mark in marks:
        again = any(each.label.id == mark.label.id for each in part) and part[-1].label.id != mark.label.id
        if part and (again or any(part[-1].anchor.y1 <= cut < mark.anchor.y0 for cut in cuts)):
            yield part
            part = []
        part.append(mark)
    if part:
        yield part
