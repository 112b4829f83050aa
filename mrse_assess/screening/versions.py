"""Tables of versions: which version, when, by whom and what was changed, rows put together where their cells wrap."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, NamedTuple

from mrse_assess.model.pages import Word
from mrse_assess.screening.cells import Rows
from mrse_assess.screening.phrases import words_of

_COLUMNS: Final = ("version", "date", "by", "change")
HISTORY_LISTS: Final = tuple(f"history_{name}" for name in _COLUMNS)
"""The lists of the data of the check ``dates`` that hold the heads of the columns."""

_FEWEST: Final = 3  # columns by whose heads a table is one of versions
_VERSION: Final = re.compile(
    r"(?:(?:v|ver|version|issue|rev|revision|draft|edition)\.?\s?)?\d{1,3}(?:\.\d{1,3}){0,2}[a-z]?(?:\s\(?draft\)?)?"
    r"|draft(?:\s\w{1,8})?|final|[A-H]",
    re.IGNORECASE,
)
_NUMBERS: Final = re.compile(r"\d+")
_SLACK: Final = 6.0  # points by which a cell may begin left of its head
_CLOSE: Final = 2.2  # heights of a line between the lines of a row
_MOST_LINES: Final = 60


class Cell(NamedTuple):
    """A cell's words in one line of text, and where on the page its first line stands."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Version:
    """One row: its cells by what their column is, of version, date, by and change; ``lines`` are those of the page."""

    cells: Mapping[str, Cell]
    lines: range

    @property
    def number(self) -> tuple[int, ...]:
        """The version's number, () where it has none."""
        return tuple(map(int, _NUMBERS.findall(self.cells["version"].text)))


class Versions(NamedTuple):
    """A table of versions: the line of its heads, and its rows from top to bottom."""

    head: int
    rows: tuple[Version, ...]

    @property
    def first(self) -> Version:
        """The oldest version: that of the lowest number, else the one on top."""
        return min(self.rows, key=lambda row: row.number)

    @property
    def lines(self) -> range:
        """The lines of the page that the table takes, its heads too."""
        return range(self.head, self.rows[-1].lines.stop)


_Heads = Sequence[tuple[str, float]]
_Placed = Mapping[str, tuple[str, int, int]]


def version_tables(rows: Rows, lists: Mapping[str, Sequence[str]]) -> Iterator[Versions]:
    """Every table of versions on a page; ``lists`` has the heads of columns as ``history_version`` and so on."""
    for at in range(len(rows.lines)):
        heads = _heads(rows, at, lists)
        if heads and (found := tuple(_rows(rows, at, heads))):
            yield Versions(at, found)


def _heads(rows: Rows, at: int, lists: Mapping[str, Sequence[str]]) -> _Heads:
    """What the columns are and where they begin, where enough cells of the line are such heads."""
    cells = rows.cells(at)
    if len(cells) < _FEWEST:
        return ()
    said = [" ".join(words_of(_text(words))) for words in cells]
    names = [next((name for name in _COLUMNS if text in lists[f"history_{name}"]), "") for text in said]
    known = [name for name in names if name]
    if len(set(known)) < _FEWEST or known[0] != "version":
        return ()
    return [(name, words[0].x0) for name, words in zip(names, cells, strict=True)]


def _rows(rows: Rows, head: int, heads: _Heads) -> Iterator[Version]:
    """The rows under the heads. One begins with a version; what stands below without one belongs to it."""
    under_way: list[_Placed] = []
    begun = head + 1
    last = rows.lines[head]
    for at in islice(range(head + 1, len(rows.lines)), _MOST_LINES):
        line = rows.lines[at]
        placed = _placed(rows, at, heads)
        begins = "version" in placed
        parted = line.y0 - last.y1 > _CLOSE * max(line.y1 - line.y0, 4.0)
        if not placed or parted or (begins and not _VERSION.fullmatch(placed["version"][0])):
            break
        if begins and under_way:
            yield from _row(under_way, range(begun, at))
        if begins:
            under_way, begun = [], at
        elif not under_way:
            break
        under_way.append(placed)
        last = line
    yield from _row(under_way, range(begun, begun + len(under_way)))


def _placed(rows: Rows, at: int, heads: _Heads) -> _Placed:
    """The cells of a line by the columns in which they begin; none where one reaches over the next column's cell."""
    found: dict[str, tuple[str, int, int]] = {}
    start = rows.start_of(at)
    for words in rows.cells(at):
        text = _text(words)
        column = max((number for number, (_, left) in enumerate(heads) if left <= words[0].x0 + _SLACK), default=0)
        beyond = column + 1 < len(heads) and words[-1].x1 > heads[column + 1][1] + _SLACK
        if beyond:
            return {}
        found.setdefault(heads[column][0], (text, start, start + len(text)))
        start += len(text) + 1
    found.pop("", None)
    return found


def _row(lines: Sequence[_Placed], taken: range) -> Iterator[Version]:
    cells = {}
    for name in _COLUMNS:
        parts = [line[name] for line in lines if name in line]
        if parts:
            cells[name] = Cell(" ".join(part[0] for part in parts), *parts[0][1:])
    if lines:
        yield Version(cells, taken)


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)
