"""A grid with a row for each item of evidence, read as items with the sub-categories that each supports."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from mrse_assess.intake.front.contents_entries import list_label
from mrse_assess.intake.grids.grid import Cell, Grid, Row
from mrse_assess.intake.table.item_notes import with_notes
from mrse_assess.intake.table.item_roles import (
    Columns,
    columns_of,
    is_headed_as_codes,
    is_headed_as_item,
    spans,
    tail_of,
)
from mrse_assess.intake.table.listed_codes import read_listed
from mrse_assess.intake.table.listed_said import Listed, Said
from mrse_assess.intake.text.labels import Label, id_key
from mrse_assess.intake.text.lines import flat
from mrse_assess.model.places import Locator

_LEAST: Final = 3  # items, and codes, of a table
_FULL: Final = 14  # sub-categories that no item shows all of
_SHORT: Final = 3  # letters of a text that may be a part of any head
_NEARLY: Final = 0.85
_MOST_WORDS: Final = 12  # words behind a code: its title, and no more
_MORE_LABELS: Final = re.compile(r"^(?:,|;|&|/|\band\b)\s*(?=(?:[A-Za-z]+\.?\s?)?\d|[A-Z]\b)", re.IGNORECASE)
_NO_LABEL: Final = Label("", "", "", "")

Cells = Sequence[tuple[Cell, Listed]]
"""The cells of a row that may hold codes, as they were read."""


class Item(NamedTuple):
    """One item and what it claims; ``unread`` is the text of its codes where it could not be read.

    ``guessed``: the cell may belong to other items as well, or held more than was understood. ``beside`` are the pages
    that stand in the row of each sub-category, where several rows of the item have some; ``again``: each row names it.
    """

    label: Label
    said: tuple[Said, ...]
    text: str
    place: Locator | None
    pages: str = ""
    unread: str = ""
    guessed: bool = False
    beside: tuple[tuple[str, str], ...] = ()
    again: bool = False

    def pages_of(self, code: str) -> str:
        """The text that says the pages for one sub-category."""
        said = [bool(pages.strip()) for pages in dict(self.beside).values()]
        own = self.again or sum(said) > 1 or not any(said[:1])
        return dict(self.beside).get(code, "") if own else self.pages


@dataclass(frozen=True, kw_only=True)
class ItemTable:
    """The grid as items with their sub-categories, and how well it can be read so.

    ``twice`` counts items that come back after others, ``nameless`` rows with codes and no item, ``guesses`` cells in
    which words or numbers beside the codes were not understood.
    """

    grid: Grid
    items: tuple[Item, ...]
    twice: int
    nameless: int
    guesses: int
    heads: tuple[str, ...]
    named: bool  # the column of items says that it is one, or its labels do
    told: bool  # the columns of codes say that they are of sub-categories

    @property
    def codes(self) -> frozenset[str]:
        """Every sub-category that an item claims."""
        return frozenset(said.code for item in self.items for said in item.said)

    @property
    def claiming(self) -> int:
        """How many items claim something."""
        return sum(bool(item.said) for item in self.items)

    @property
    def is_sound(self) -> bool:
        """Whether nearly every row is one item, each once, with codes that were read."""
        doubtful = self.twice + self.nameless + sum(bool(item.unread) for item in self.items)
        enough = self.claiming >= _LEAST and len(self.codes) >= _LEAST
        odd = self.is_of_scheme or self.names_all
        return enough and not odd and doubtful <= (1 - _NEARLY) * len(self.items) + 0.5

    @property
    def is_of_scheme(self) -> bool:
        """Whether the "items" are the categories, each with its own sub-categories: a copy of the guidance's table."""
        pairs = [(item.label.id, said.code.partition(".")[0]) for item in self.items for said in item.said]
        return all(number == category for number, category in pairs)

    @property
    def names_all(self) -> bool:
        """Whether most items name nearly all sub-categories: then something that was not seen says which are meant."""
        return mostly_all([tuple(said.code for said in item.said) for item in self.items if item.said])

    @property
    def score(self) -> float:
        """More for every item that claims; less for what is odd."""
        claims = sum(len(item.said) for item in self.items)
        odd = 2 * self.twice + 2 * self.nameless + self.guesses + 2 * sum(bool(item.unread) for item in self.items)
        odd += sum(item.guessed for item in self.items)
        keys = [id_key(item.label.id) for item in self.items]
        rising = sum(one < two for one, two in pairwise(keys)) / max(1, len(keys) - 1)
        return self.claiming + 0.3 * claims + rising - odd


def mostly_all(claimed: Sequence[Sequence[str]]) -> bool:
    """Whether most of the items that claim name nearly all sub-categories, as none does."""
    return sum(len(set(each)) >= _FULL for each in claimed) > max(1, len(claimed) / 2)


class _Reading(NamedTuple):
    """What rows are read against."""

    grid: Grid
    columns: Columns
    codes: Sequence[str]
    marks: Collection[str]


def item_table(grid: Grid, codes: Sequence[str], marks: Collection[str]) -> ItemTable | None:
    """The grid read as a table by item; None where no column names items or none their sub-categories.

    ``marks`` are what the legend explains as "simulated".
    """
    if not grid.rows:
        return None
    grid = _apart(grid)
    found = [
        _read(_Reading(grid, columns, codes, marks))
        for place in range(len(grid.rows[0].cells))
        if (columns := columns_of(grid, place, codes)) is not None
    ]
    return max(found, key=lambda table: (table.named, table.score), default=None)


def _apart(grid: Grid) -> Grid:
    """The grid of a recognised page, cells that were taken together although they hold a line for each row cut apart.

    Of lines drawn in a picture some are not seen.
    """
    rows = list(grid.rows)
    for column in range(len(rows[0].cells)):
        start = 0
        for place in range(1, len(rows) + 1):
            if place < len(rows) and rows[place].cells[column] == rows[start].cells[column]:
                continue
            lines = rows[start].cells[column].text.split("\n")
            if 1 < place - start == len(lines) and rows[start].page in grid.recognised:
                for index in range(start, place):
                    cells = list(rows[index].cells)
                    cells[column] = cells[column]._replace(text=lines[index - start])
                    rows[index] = rows[index]._replace(cells=tuple(cells))
            start = place
    return grid._replace(rows=tuple(rows))


def _read(reading: _Reading) -> ItemTable:
    """Every row below the head: a new item, or more of the one above."""
    columns, items = reading.columns, list[Item]()
    twice = nameless = guesses = 0
    last: Cell | None = None
    leads = columns.item < min(columns.codes)  # below an item that stands first, no item means the same one
    for row, label in list(zip(reading.grid.rows, columns.labels, strict=True))[columns.first :]:
        if _repeats_heads(row, columns) or spans(row.cells):
            continue
        cell = row.cells[columns.item]
        listed = _listed(reading, row)
        guesses += sum(bool(each.unread) and bool(each.said) for _, each in listed)
        goes_on = cell == last or (leads and not cell.text.strip())
        last = cell if cell.text.strip() else last
        if label is None and not goes_on:
            nameless += any(each.said for _, each in listed)
            continue
        nameless += label is not None and _names_another(row, label, columns)
        found = _items(reading, row, label or _NO_LABEL, listed)
        if label is None or (items and label.id == items[-1].label.id):
            _add_to_last(items, found[0], again=label is not None and bool(cell.text.strip()))
            continue
        twice += sum(any(each.label.id == other.label.id for other in items) for each in found)
        items.extend(found)
    return ItemTable(
        grid=reading.grid,
        items=tuple(_doubted(items, reading)),
        twice=twice,
        nameless=nameless,
        guesses=guesses,
        heads=columns.heads,
        named=is_headed_as_item(columns),
        told=is_headed_as_codes(columns),
    )


def _doubted(items: Sequence[Item], reading: _Reading) -> Iterator[Item]:
    """The items; on recognised pages one whose codes go back, where others' rise, may have two rows in one."""
    places = [[reading.codes.index(said.code) for said in item.said] for item in items]
    back = [any(one > two for one, two in pairwise(here)) for here in places]
    odd = bool(reading.grid.recognised) and sum(back) <= (1 - _NEARLY) * len(items)
    return (item._replace(guessed=item.guessed or (odd and falls)) for item, falls in zip(items, back, strict=True))


def _listed(reading: _Reading, row: Row) -> Cells:
    """What the row's cells of codes say."""
    columns = reading.columns
    if columns.tailed:
        cells = [row.cells[index] for index in columns.codes]
        return [(cell, tail_of(cell.text, reading.codes, reading.marks) or Listed(blank=True)) for cell in cells]
    return [
        (row.cells[index], read_listed(row.cells[index].text, reading.codes, category, reading.marks))
        for index, category in columns.codes.items()
    ]


def _names_another(row: Row, label: Label, columns: Columns) -> bool:
    """Whether another cell of the row names another item, as where two columns of items are read across."""
    others = (list_label(row.cells[index].text) for index in columns.remarks)
    return any(other.word == label.word != "" and other.id != label.id and not other.rest for other in others if other)


def _repeats_heads(row: Row, columns: Columns) -> bool:
    filled = [(text, head) for cell, head in zip(row.cells, columns.heads, strict=True) if (text := flat(cell.text))]
    alike = sum(text == head or (len(text) > _SHORT and text in head) for text, head in filled)
    return alike > len(filled) / 2


def _items(reading: _Reading, row: Row, label: Label, listed: Cells) -> list[Item]:
    """The row's item, or items where its first cell names several."""
    columns = reading.columns
    said = with_notes(
        [each for _, one in listed for each in one.said], row, label, columns, reading.codes, reading.marks
    )
    cells = [cell for cell, one in listed if one.said] or [cell for cell, _ in listed]
    text = "; ".join(dict.fromkeys(flat(cell.text) for cell, _ in listed if cell.text.strip()))
    unread = text if any(not one.said and not one.blank and cell.text.strip() for cell, one in listed) else ""
    guessed = any(one.unread or one.words > len(one.said) * _MOST_WORDS for _, one in listed)
    place = next(
        (Locator(file=reading.grid.file, page=cell.page, box=cell.box) for cell in cells if cell.page is not None), None
    )
    pages = row.cells[columns.pages].text if columns.pages is not None else ""
    beside = tuple((each.code, pages) for each in said)
    item = Item(label, tuple(said), text, place, pages, unread, guessed, beside)
    return [item, *(item._replace(label=each) for each in _further(label))]


def _further(label: Label) -> Iterator[Label]:
    """Further labels of the same cell: "E1, E2", "Evidence 3 and 4"."""
    rest = label.rest
    while link := _MORE_LABELS.match(rest):
        following = list_label(rest[link.end() :])
        if following is None or (following.rest and not _MORE_LABELS.match(following.rest)):
            return
        yield following
        rest = following.rest


def _add_to_last(items: list[Item], added: Item, *, again: bool) -> None:
    """Codes of a further row of the last item; ``again``: the row names it."""
    if not items:
        return
    last = items[-1]
    known = {each.code for each in last.said}
    items[-1] = last._replace(
        said=(*last.said, *(each for each in added.said if each.code not in known)),
        text="; ".join(dict.fromkeys(filter(None, (last.text, added.text)))),
        place=last.place if last.said or not added.said else added.place,
        pages=last.pages or added.pages,
        unread="; ".join(filter(None, (last.unread, added.unread))),
        guessed=last.guessed or added.guessed,
        beside=(*last.beside, *(each for each in added.beside if each[0] not in known)),
        again=again,
    )
