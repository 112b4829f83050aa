"""Entries of a contents list: from the columns of a grid, or line by line."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

from mrse_assess.intake.front.contents_tails import Told, page_off, told, told_alike
from mrse_assess.intake.grids.grid import Grid, Row
from mrse_assess.intake.text.codes import codes_in
from mrse_assess.intake.text.dates import begins_with_date, is_date
from mrse_assess.intake.text.labels import Label, id_key, names_file, path_label, plain, read_label
from mrse_assess.intake.text.lines import Line, flat, segments
from mrse_assess.model.places import Locator

_LEAST_ENTRIES: Final = 2
_FULL_ROW: Final = 2  # cells; the rest of an entry broken over a page fills fewer, a header more
_LONGEST_TITLE: Final = 120
_MOSTLY: Final = 0.6  # share of a column's cells
_INDENT: Final = 8.0  # points
_CLOSE: Final = 1.0  # of a line's height, between two lines of one title
_CLOSER: Final = 0.85  # of the distance between entries, between two lines of one title
_FAR: Final = 3.0  # line heights below which nothing belongs to a title any more
_WORDED: Final = 0.75  # share of a list's labels
_RISING: Final = 0.8  # share of the pages that must not fall from entry to entry
_PAGE_HEADS: Final = (re.compile(r"^(?:pages?|pp?\.?)(?:\s+(?:nos?\.?|numbers?|range|in item))?$", re.IGNORECASE),)
_TITLE_HEADS: Final = (re.compile(r"\btitle\b", re.IGNORECASE), re.compile(r"\bdescription\b", re.IGNORECASE))
_REMARK: Final = re.compile(
    r"[(\[][^()\[\]]*[A-Za-z]{3}[^()\[\]]*[)\]]|[-\u2013,]?\s*\bsimulated\b|[*\u2020\u2021]", re.IGNORECASE
)
_HEADS_PART: Final = re.compile(
    r"\W*(?:folder|directory|(?:major\s+|sub-?\s?)?category|volume)\b[\s:-]*(?:(?:sub-?)?cat(?:egory)?\.?\s*)?"
    r"\d+(?:\.\d+)*(?:\W*$|\s*[:-])",
    re.IGNORECASE,
)
"""A line of a list in parts that says whose items follow: "Folder Category 4", "Sub-category 5.1"."""

_BULLET: Final = re.compile(r"^[\s\u2022\u25aa\u25cf\u25cb\u2023\u00b7*\u2013\u2014-]+(?=\w|#)")
_PAGES: Final = re.compile(r"(?:pp?\.?\s*|pages?\s*)?(\d{1,4})(?:\s*(?:-|to)\s*\d{1,4})?", re.IGNORECASE)


class Entry(NamedTuple):
    """One line of the contents list. ``page`` is the number printed there, whatever it counts from, or None.

    ``told_pages`` and ``told_codes`` are the raw text of the columns headed as that of pages, and of sub-categories.
    """

    id: str
    label: Label
    title: str
    claimed: tuple[str, ...]
    page: int | None
    place: Locator | None = None
    told_pages: str = ""
    told_codes: str = ""


class _Columns(NamedTuple):
    """What a list's columns hold; ``others`` are all but those of the items' labels and of the sub-categories."""

    title: int | None
    codes: int | None
    others: tuple[int, ...]
    pages: int | None = None


def without_bullet(text: str) -> str:
    """The text made plain, without the bullet or dash before it."""
    return _BULLET.sub("", plain(text))


def list_label(text: str) -> Label | None:
    """The label that a line or cell of a list begins with, after a bullet where there is one."""
    text = without_bullet(text)
    return None if begins_with_date(text) else read_label(text, bare=True)


def entries_of_grid(grid: Grid, codes: Collection[str]) -> tuple[Entry, ...]:
    """The grid's rows as entries; () when no column counts items up."""
    if not grid.rows:
        return ()
    width = len(grid.rows[0].cells)
    id_column, column_labels = _id_column(grid, codes)
    if id_column is None:
        return ()
    others = [index for index in range(width) if index != id_column]
    code_column = max(others, key=lambda index: _code_cells(grid, index, codes), default=None)
    if code_column is not None and not _code_cells(grid, code_column, codes):
        code_column = None
    others = [index for index in others if index != code_column]
    columns = _Columns(
        _headed_column(grid, column_labels, others, _TITLE_HEADS),
        code_column,
        tuple(others),
        _headed_column(grid, column_labels, others, _PAGE_HEADS),
    )
    found: list[Entry] = []
    heads: set[str] = set()
    for row, label in zip(grid.rows, column_labels, strict=True):
        texts = {flat(cell.text) for cell in row.cells} - {""}
        if not found and label is None:
            heads |= texts
        if label is None and (texts <= heads or (row.new_page and len(texts) > _FULL_ROW)):
            continue  # the header, or its repetition on another page
        if label is not None:
            found.append(_entry(row, label, columns, codes))
        elif found:
            found[-1] = _longer(found[-1], row, others)
    return finished(found, codes)


def _id_column(grid: Grid, codes: Collection[str]) -> tuple[int | None, list[Label | None]]:
    """The column that names the items, and its labels: one that counts up, else one of files; None when neither.

    A column of sub-categories counts up too, so beside it a column of files is preferred.
    """
    width = range(len(grid.rows[0].cells))
    labels = {index: [list_label(row.cells[index].text) for row in grid.rows] for index in width}
    best = max(width, key=lambda index: (_counted(labels[index]), -index))
    counts = _counted(labels[best]) >= _LEAST_ENTRIES
    if counts and not _are_codes(labels[best], codes):
        return best, labels[best]
    for index in width:
        texts = [row.cells[index].text for row in grid.rows if row.cells[index].text.strip()]
        named = sum(map(names_file, texts))
        if named >= _LEAST_ENTRIES and named >= _MOSTLY * len(texts):
            cells = [row.cells[index].text for row in grid.rows]
            return index, [path_label(text) if names_file(text) else None for text in cells]
    return (best, labels[best]) if counts else (None, [])


def _are_codes(labels: Sequence[Label | None], codes: Collection[str]) -> bool:
    """Whether the labels are sub-categories: without a word, mostly codes of the scheme, and some with a point."""
    there = [label for label in labels if label is not None]
    bare = [label.id for label in there if not label.word and label.id in codes]
    return len(bare) >= _MOSTLY * len(there) and any("." in each for each in bare)


def _headed_column(
    grid: Grid, labels: Sequence[Label | None], columns: Sequence[int], wanted: Sequence[re.Pattern[str]]
) -> int | None:
    """The column headed in one of the wanted ways, or None."""
    first = next((place for place, label in enumerate(labels) if label is not None), 0)
    heads = {index: " ".join(flat(row.cells[index].text) for row in grid.rows[:first]).strip() for index in columns}
    return next((index for head in wanted for index in columns if head.search(heads[index])), None)


def _counted(labels: Sequence[Label | None]) -> int:
    """How many different labels stand in rising order."""
    keys = [id_key(label.id) for label in labels if label is not None]
    rising = sum(first < second for first, second in pairwise(keys))
    return rising + 1 if keys and rising >= 0.7 * (len(keys) - 1) else 0


def _code_cells(grid: Grid, index: int, codes: Collection[str]) -> int:
    dotted = [_codes_of(row.cells[index].text, codes) for row in grid.rows]
    return sum(bool(found) for found in dotted) if any("." in code for found in dotted for code in found) else 0


def _codes_of(text: str, codes: Collection[str]) -> tuple[str, ...]:
    """The codes that a cell lists, whatever is remarked on one of them: "1.1 (simulated), 2.2"."""
    return codes_in(text, codes) or codes_in(_REMARK.sub(" ", text), codes)


def _entry(row: Row, label: Label, columns: _Columns, codes: Collection[str]) -> Entry:
    code_cell = row.cells[columns.codes] if columns.codes is not None else None
    claimed = _codes_of(code_cell.text, codes) if code_cell is not None else ()
    texts = [flat(row.cells[index].text) for index in columns.others]
    pages = [_PAGES.fullmatch(plain(text).strip()) for text in texts if len(text) > 0]
    page = next((int(match.group(1)) for match in reversed(pages) if match is not None), None)
    cell = code_cell or (row.cells[columns.others[0]] if columns.others else None)
    place = Locator(file="", page=cell.page, box=cell.box) if cell is not None and cell.page is not None else None
    title = flat(label.rest) or _told(row, columns, texts)
    told_pages = row.cells[columns.pages].text if columns.pages is not None else ""
    told_codes = code_cell.text if code_cell is not None else ""
    return Entry(label.id, label, title, claimed, page, place, told_pages, told_codes)


def _told(row: Row, columns: _Columns, texts: Sequence[str]) -> str:
    """The title: what stands in its column, else the longest text that is no date and no file's name, if any."""
    headed = flat(row.cells[columns.title].text) if columns.title is not None else ""
    words = [text for text in texts if text and not _only_number(text)]
    telling = [text for text in words if not is_date(text) and not names_file(text)]
    return headed or max(telling or words, key=len, default="")


def _only_number(text: str) -> bool:
    return bool(re.fullmatch(r"(?:pp?\.?\s*|pages?\s*)?[\d\s,\-\u2013]+", text, re.IGNORECASE))


def _longer(entry: Entry, row: Row, others: Sequence[int]) -> Entry:
    """The entry with the rest of its title from the row below."""
    words = " ".join(flat(row.cells[index].text) for index in others if not _only_number(row.cells[index].text or "0"))
    return entry._replace(title=f"{entry.title} {words}".strip()) if words and len(words) < _LONGEST_TITLE else entry


def entries_of_lines(lines: Sequence[Line], codes: Collection[str], left: float) -> tuple[Entry, ...]:
    """Lines that begin with a label as entries; lines without one, set further right, go on with the title above."""
    found: list[Entry] = []
    right = max((line.x1 for line in lines), default=0.0)
    labels = _labels(lines, left)
    apart = _apart(lines, labels)
    for above, line, label in zip([None, *lines], lines, labels, strict=False):
        text = _spaced(line)
        if label is not None:
            found.append(Entry(label.id, label, label.rest, (), None))
        elif _HEADS_PART.match(text):
            continue
        elif found and len(found[-1].title) < _LONGEST_TITLE and _is_rest(above, line, left, right, apart):
            found[-1] = found[-1]._replace(title=f"{found[-1].title} {text}")
    return finished(found, codes)


def _labels(lines: Sequence[Line], left: float) -> list[Label | None]:
    """The label at the left of each line. Numbers alone are of titles where nearly all labels have a word."""
    labels = [list_label(_spaced(line)) if line.x0 <= left + _INDENT else None for line in lines]
    there = [label for label in labels if label is not None]
    worded = sum(bool(label.word) for label in there) >= _WORDED * len(there)
    return [label if label is not None and (label.word or not worded) else None for label in labels]


def _apart(lines: Sequence[Line], labels: Sequence[Label | None]) -> float:
    """The usual distance from the top of one entry to that of the next right below it, 0 where none follow."""
    steps = [
        two.y0 - one.y0
        for (one, above), (two, label) in pairwise(zip(lines, labels, strict=True))
        if above is not None and label is not None and two.y0 > one.y0
    ]
    return median(steps or [0.0])


def _is_rest(above: Line | None, line: Line, left: float, right: float, apart: float) -> bool:
    """Whether a line goes on with the title above.

    It is set further right, or it stands closer than entries do, or its first word had no room above; never far below.
    """
    height = line.y1 - line.y0
    if above is None:
        return True
    if line.y0 - above.y1 > _FAR * max(height, above.y1 - above.y0):
        return False
    if line.x0 > left + _INDENT:
        return True
    if page_off(_spaced(above))[1] is not None:
        return False
    if above.y0 < line.y0 < above.y0 + _CLOSER * apart:
        return True
    first = line.words[0]
    return line.y0 - above.y1 < _CLOSE * height and above.x1 + (first.x1 - first.x0) > right


def _spaced(line: Line) -> str:
    """The line's text, a number that a gap sets apart at its end marked as led to."""
    parts = [" ".join(word.text for word in words) for words in segments(line, gap=1.5)]
    if len(parts) > 1 and _PAGES.fullmatch(plain(parts[-1]).strip()):
        return " ".join(parts[:-1]) + " ..... " + parts[-1]
    return " ".join(parts)


def finished(found: Sequence[Entry], codes: Collection[str]) -> tuple[Entry, ...]:
    """Entries with what follows their titles taken off; numbers that do not rise are no pages."""
    tails = [_paged(told(entry.title, codes), entry.page) for entry in found]
    read = told_alike(tails, [entry.id for entry in found], codes)
    entries = [_with_tail(entry, tail) for entry, tail in zip(found, read, strict=True)]
    pages = [entry.page for entry in entries if entry.page is not None]
    rising = sum(one <= two for one, two in pairwise(pages))
    if rising < _RISING * (len(pages) - 1) or (len(pages) > 1 and len(set(pages)) == 1):
        entries = [entry._replace(page=None) for entry in entries]
    return tuple(entries)


def _paged(tail: Told, page: int | None) -> Told:
    """The tail with the page that a column gives, which no number in the title is taken for then."""
    return tail if page is None else tail._replace(page=page)


def _with_tail(entry: Entry, tail: Told) -> Entry:
    page = entry.page if entry.page is not None else tail.page
    return entry._replace(title=" ".join(tail.title.split()), claimed=entry.claimed or tail.claimed, page=page)
