"""What the columns of a table by item hold: the items, their sub-categories, pages, what is said of them."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from mrse_assess.intake.front.contents_entries import list_label
from mrse_assess.intake.grids.grid import Cell, Grid
from mrse_assess.intake.table.listed_codes import read_listed
from mrse_assess.intake.table.listed_said import Listed
from mrse_assess.intake.text.labels import Label, names_file, path_label, plain, read_label
from mrse_assess.intake.text.lines import flat
from mrse_assess.intake.text.part_headings import heads_codes

_LEAST: Final = 3  # items of a table
_MOSTLY: Final = 0.6  # share of a column's cells
_NEARLY: Final = 0.85
_CATEGORIES: Final = 3  # columns headed with a category's number
_HEADERS: Final = 4  # rows above the first item that may be headers
_ITEM_HEAD: Final = re.compile(
    r"\b(?:evidence|items?|documents?|docs?|exhibits?|appendix|annex|label)\b", re.IGNORECASE
)
_PAGE_HEAD: Final = re.compile(
    r"^(?!.*\b(?:number|no\.?) of pages|.*\bpage count)(?:.*\b(?:pages?|pgs?|pp)(?:\b|\()|p\.?$)", re.IGNORECASE
)
_COUNT_HEAD: Final = re.compile(
    r"\b(?:count|total|how many|(?:number|no\.?) of (?!items? of evidence|evidence|item\b)|row)\b", re.IGNORECASE
)
_OTHER_HEAD: Final = re.compile(
    r"\b(?:mhra|clauses?|audit|hours|version|dated?|pages?|standards?|paragraphs?|iec|regulations?)\b", re.IGNORECASE
)
_SIMULATED_HEAD: Final = re.compile(r"\bsimulat|\bhypothetical|\breal or\b", re.IGNORECASE)
_CATEGORY_HEAD: Final = re.compile(r"(?:(?:major\s+)?cat(?:egory)?\.?\s*|C)?(\d)\b", re.IGNORECASE)
_FURTHER_HEAD: Final = re.compile(
    r"\b(?:also|others?|further|additional(?:ly)?|secondary|second|third|fourth|fifth|minor|partial(?:ly)?|main|primary|chief|principal"
    r"|relevant|touches|plus)\b",
    re.IGNORECASE,
)
_TAIL: Final = re.compile(
    r"(?:^|[\s(\[;:,.\u2013\u2014-])((?:(?:supports?|claims?|claimed|covers?|meets|evidence|used|offered)\s+(?:for\s+)?"
    r"(?:under\s+)?)?(?:sub-?\s?categor(?:y|ies)|sub-?cats?|categor(?:y|ies)|cats?|criteri(?:on|a)"
    r"|competenc(?:y|ies)|supports?|claims?|codes?)\b[.:]?.*)$",
    re.IGNORECASE | re.DOTALL,
)
_BRACKETED_TAIL: Final = re.compile(r"[(\[]([^()\[\]]*\d[^()\[\]]*)[)\]]\s*$")


@dataclass
class Columns:
    """What the columns hold, by their places; ``codes`` with the category where a column is one category's.

    ``first`` is the first row with an item. ``tailed``: the codes stand at the end of a text in their column.
    """

    item: int
    first: int
    labels: tuple[Label | None, ...]
    heads: tuple[str, ...]
    codes: dict[int, str | None] = field(default_factory=dict)
    pages: int | None = None
    simulated: int | None = None
    remarks: tuple[int, ...] = ()
    tailed: bool = False


def columns_of(grid: Grid, place: int, codes: Sequence[str]) -> Columns | None:
    """The columns, where the one at this place names items; None where it does not or no column holds codes."""
    labels = _labels([row.cells[place].text for row in grid.rows])
    there = [label for label in labels if label is not None]
    if len({label.id for label in there}) < (1 if grid.native else _LEAST) or _are_codes(there, codes):
        return None
    first = next(index for index, label in enumerate(labels) if label is not None)
    heads = _heads(grid, first)
    filled = sum(bool(row.cells[place].text.strip()) and not spans(row.cells) for row in grid.rows[first:])
    counts = _PAGE_HEAD.search(heads[place]) or (
        _COUNT_HEAD.search(heads[place]) and not _ITEM_HEAD.search(heads[place])
    )
    if len(there) < _MOSTLY * filled or (counts and not any(label.word for label in there)):
        return None
    columns = Columns(item=place, first=first, labels=labels, heads=heads)
    others = [index for index in range(len(heads)) if index != place]
    columns.codes = _category_columns(grid, first, others, codes) or _code_columns(grid, columns, others, codes)
    if not columns.codes:
        columns.codes = _tails(grid, columns, [*others, place], codes)
        columns.tailed = True
    rest = [index for index in others if index not in columns.codes or columns.tailed]
    columns.pages = next((index for index in rest if _PAGE_HEAD.search(heads[index])), None)
    columns.simulated = next((index for index in rest if _SIMULATED_HEAD.search(heads[index])), None)
    columns.remarks = tuple(index for index in rest if index not in {columns.pages, columns.simulated})
    return columns if columns.codes else None


def is_headed_as_codes(columns: Columns) -> bool:
    """Whether the columns of codes say that they are of sub-categories."""
    return any(heads_codes(columns.heads[index]) for index in columns.codes)


def is_headed_as_item(columns: Columns) -> bool:
    """Whether the column of items says so, or its labels do."""
    worded = any(label is not None and label.word for label in columns.labels)
    return worded or bool(_ITEM_HEAD.search(columns.heads[columns.item]))


def tail_of(text: str, codes: Sequence[str], marks: Collection[str] = ()) -> Listed | None:
    """The sub-categories that a title ends with, in words ("Supports 1.1") or brackets; None when with none."""
    text = plain(text)
    for match in (_TAIL.search(text), _BRACKETED_TAIL.search(text)):
        if match is not None:
            listed = read_listed(_without_lead(match.group(1)), codes, marks=marks)
            if listed.blank or (listed.said and listed.begins and not listed.unread and not listed.words):
                return listed
    return None


def _without_lead(text: str) -> str:
    """The text after "Sub-categories:", so that what says "none" can be told."""
    return re.sub(r"^[^\d:]*:\s*", "", text)


def _labels(texts: Sequence[str]) -> tuple[Label | None, ...]:
    """The item that each cell names; where most have a word before them, those without are something else."""
    found = [_label(text) for text in texts]
    there = [label for label in found if label is not None]
    worded = sum(bool(label.word) for label in there)
    only = worded > len(there) / 2
    return tuple(label if label is None or label.word or not only else None for label in found)


def _label(text: str) -> Label | None:
    """The item that a cell names: by its label, also after the number of the row, or by a file's name."""
    label = list_label(text)
    if label is None:
        return path_label(text) if names_file(text) else None
    inner = read_label(label.rest) if not label.word else None
    return inner if inner is not None else label


def _heads(grid: Grid, first: int) -> tuple[str, ...]:
    """What stands above the first item in each column."""
    above = grid.rows[max(0, first - _HEADERS) : first]
    return tuple(
        " ".join(dict.fromkeys(filter(None, (flat(row.cells[index].text) for row in above))))
        for index in range(len(grid.rows[0].cells))
    )


def spans(cells: Sequence[Cell]) -> bool:
    """Whether a row is one text over its whole width: a kind of documents, or a heading."""
    return len(cells) > 1 and len({flat(cell.text) for cell in cells}) == 1


def _are_codes(labels: Sequence[Label], codes: Sequence[str]) -> bool:
    """Whether the labels are sub-categories: without a word, mostly codes of the scheme, and some with a point."""
    bare = [label.id for label in labels if not label.word and label.id in codes]
    return len(bare) >= _MOSTLY * len(labels) and any("." in each for each in bare)


def _category_columns(grid: Grid, first: int, others: Sequence[int], codes: Sequence[str]) -> dict[int, str | None]:
    """Columns that are headed with the categories' numbers in their order; {} where there are none."""
    known = {code.partition(".")[0] for code in codes}
    for row in reversed(grid.rows[max(0, first - _HEADERS) : first]):
        found: dict[int, str | None] = {}
        for index in others:
            match = _CATEGORY_HEAD.match(flat(row.cells[index].text).strip())
            if match and match.group(1) in known:
                found[index] = match.group(1)
        numbers = [str(number) for number in found.values()]
        if len(numbers) >= _CATEGORIES and all(one < two for one, two in pairwise(numbers)):
            return found
    return {}


def _code_columns(grid: Grid, columns: Columns, others: Sequence[int], codes: Sequence[str]) -> dict[int, str | None]:
    """Columns of which nearly all cells are lists of codes, with further places for codes beside them."""
    rated = {index: _rated(grid, columns, index, codes) for index in others}
    recognised = bool(grid.recognised)  # text recognition loses figures
    sure = [index for index in others if _is_sure(rated[index], columns.heads[index], recognised=recognised)]
    headed = [index for index in sure if heads_codes(columns.heads[index])]
    kept = headed or [index for index in sure if rated[index][0] >= _MOSTLY * max(rated[each][0] for each in sure)]
    if not kept:
        return {}
    beside = {*kept, *(index for index in sure if _FURTHER_HEAD.search(columns.heads[index]))}
    heads = {columns.heads[each] for each in kept} | {""}
    for steps in (range(max(kept) + 1, len(columns.heads)), range(min(kept) - 1, -1, -1)):
        for index in steps:
            read, filled, _ = rated.get(index, (0, 1, False))
            if columns.heads[index] not in heads or read < filled:
                break
            beside.add(index)
    return dict.fromkeys(sorted(beside))


def _is_sure(rated: tuple[int, int, bool], head: str, *, recognised: bool) -> bool:
    read, filled, dotted = rated
    named = heads_codes(head)
    if not (dotted and filled) or (_OTHER_HEAD.search(head) and not named):
        return False
    return read >= (_MOSTLY if named or recognised else _NEARLY) * filled


def _rated(grid: Grid, columns: Columns, index: int, codes: Sequence[str]) -> tuple[int, int, bool]:
    """Of a column's cells below its head: how many are lists of codes, how many say anything, whether with points."""
    texts = [row.cells[index].text for row in grid.rows[columns.first :] if not spans(row.cells)]
    cells = [read_listed(text, codes) for text in texts if text.strip() and flat(text) not in columns.heads[index]]
    said = [cell for cell in cells if not cell.blank]
    read = sum(cell.begins and bool(cell.said) and not cell.unread for cell in said)
    return read, len(said), any(cell.dotted for cell in said)


def _tails(grid: Grid, columns: Columns, places: Sequence[int], codes: Sequence[str]) -> dict[int, str | None]:
    """The column in which most texts end with their sub-categories; {} when there is none."""
    for index in places:
        texts = [
            row.cells[index].text
            for row, label in zip(grid.rows, columns.labels, strict=True)
            if label is not None and row.cells[index].text.strip()
        ]
        found = [tail for text in texts if (tail := tail_of(text, codes)) is not None]
        if len(found) >= max(_LEAST, _MOSTLY * len(texts)) and any(each.dotted for each in found):
            return {index: None}
    return {}
