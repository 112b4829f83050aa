"""The contents list: which items the applicant says there are, with titles, sub-categories and page numbers."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from mrse_assess.intake.anchors import Anchor
from mrse_assess.intake.candidates import CLOSING, LIST_HEADING, TABLE_HEADING
from mrse_assess.intake.codes import codes_in
from mrse_assess.intake.dates import is_date
from mrse_assess.intake.grid import Grid, Row, native_grid, pages_grid
from mrse_assess.intake.labels import Label, id_key, names_file, path_label, read_label
from mrse_assess.intake.lines import FileLines, Line, PageLines, flat, segments
from mrse_assess.intake.region import find_region
from mrse_assess.intake.running import body_lines, running_keys
from mrse_assess.model.places import Locator

_LEAST_ENTRIES: Final = 2
_MOST_ENTRIES: Final = 0.8  # share of the labels seen that the columns must give
_ALIGNED: Final = 8.0
_LONGEST_HEADING: Final = 10  # words
_PAGE_DIGITS: Final = 4
_FULL_ROW: Final = 2  # cells; the rest of an entry broken over a page fills fewer, a header more
_LONGEST_TITLE: Final = 120
_MOSTLY: Final = 0.6  # share of a column's cells
_TITLE_HEADS: Final = (re.compile(r"\btitle\b", re.IGNORECASE), re.compile(r"\bdescription\b", re.IGNORECASE))
_LEADER: Final = re.compile(r"[\s.\u2026_\u00b7]{3,}")
_LAST_NUMBER: Final = re.compile(r"(?:\bpp?\.?\s*|\bpages?\s*)?(\d{1,4})(?:\s*-\s*\d{1,4})?\s*$", re.IGNORECASE)


class Entry(NamedTuple):
    """One line of the contents list. ``page`` is the number printed there, whatever it counts from, or None."""

    id: str
    label: Label
    title: str
    claimed: tuple[str, ...]
    page: int | None
    place: Locator | None = None


class ContentsList(NamedTuple):
    """Where the contents list stands and what it lists."""

    file: str
    pages: tuple[int, ...]
    entries: tuple[Entry, ...]


class _Start(NamedTuple):
    label: Label
    anchor: Anchor


class _Columns(NamedTuple):
    """What a list's columns hold; ``others`` are all but those of the items' labels and of the sub-categories."""

    title: int | None
    codes: int | None
    others: tuple[int, ...]


class _Part(NamedTuple):
    """One page of a list, its lines from the list's heading on, and the labels at its left."""

    page: PageLines
    starts: tuple[_Start, ...]


def find_contents(
    files: Sequence[FileLines],
    codes: Collection[str],
    taken: Collection[tuple[str, int]],
    heading: re.Pattern[str] = LIST_HEADING,
) -> ContentsList | None:
    """The contents list, or None. ``taken`` are the pages of the cross reference table, which may share one with it.

    With another ``heading``: the list of items under that heading.
    """
    found = [each for file in files for each in _in_file(file, codes, taken, heading)]
    return max(found, key=lambda each: len(each.entries), default=None)


def _in_file(
    file: FileLines, codes: Collection[str], taken: Collection[tuple[str, int]], heading: re.Pattern[str]
) -> Iterator[ContentsList]:
    for table in file.reading.tables:
        grid = native_grid(file.file, table)
        entries = _entries(grid, codes)
        if len(entries) >= _LEAST_ENTRIES and any(
            LIST_HEADING.search(line.text) for page in file.pages for line in page.lines
        ):
            yield ContentsList(file.file, table.pages or _heading_pages(file, heading), entries)
            return
    yield from _on_pages(file, codes, taken, heading)


def _heading_pages(file: FileLines, heading: re.Pattern[str]) -> tuple[int, ...]:
    return tuple(page.number for page in file.pages if any(heading.search(line.text) for line in page.lines))[:1]


def _on_pages(
    file: FileLines, codes: Collection[str], taken: Collection[tuple[str, int]], heading: re.Pattern[str]
) -> Iterator[ContentsList]:
    keys = running_keys(file)
    for page in file.pages:
        if not _heads_a_list(page, heading):
            continue
        parts: list[_Part] = []
        for following in file.pages[page.number - 1 :]:
            body = _list_part(body_lines(following, keys), heading, first=not parts)
            shared = bool(parts) and (file.file, following.number) in taken
            starts = () if shared else _starts(body)
            if not starts or (parts and not _goes_on(parts[-1].starts, starts)):
                break
            parts.append(_Part(following._replace(lines=body), starts))
        entries = _list_entries(parts, codes)
        if len(entries) >= _LEAST_ENTRIES:
            yield ContentsList(file.file, tuple(part.page.number for part in parts), entries)


def _heads_a_list(page: PageLines, heading: re.Pattern[str]) -> bool:
    return any(heading.search(line.text) and len(line.words) <= _LONGEST_HEADING for line in page.lines)


def _list_part(body: Sequence[Line], heading: re.Pattern[str], *, first: bool) -> tuple[Line, ...]:
    """The lines from the list's heading to the next part's heading."""
    start = 0
    if first:
        heads = [i for i, line in enumerate(body) if heading.search(line.text) and len(line.words) <= _LONGEST_HEADING]
        start = heads[0] + 1 if heads else 0
    lines = list(body[start:])
    ends = (
        i
        for i, line in enumerate(lines)
        if len(line.words) < _LONGEST_HEADING - 1
        and (TABLE_HEADING.search(line.text) or CLOSING.search(line.text))
        and not line.words[-1].text.isdecimal()
    )
    return tuple(lines[: next(ends, len(lines))])


def _goes_on(before: Sequence[_Start], here: Sequence[_Start]) -> bool:
    return id_key(here[0].label.id) > id_key(before[-1].label.id)


def _list_entries(parts: Sequence[_Part], codes: Collection[str]) -> tuple[Entry, ...]:
    """The entries of all pages: from the columns they share, else line by line."""
    regions = [
        find_region(part.page, [start.anchor for start in part.starts], part.page.lines, continued=index > 0)
        for index, part in enumerate(parts)
    ]
    entries = _entries(pages_grid(regions), codes) if regions else ()
    if len(entries) < _MOST_ENTRIES * sum(len(part.starts) for part in parts):
        entries = tuple(_line_entry(line, codes) for part in parts for line in part.page.lines if _line_label(line))
    return tuple({entry.id: entry for entry in reversed(entries)}.values())[::-1]


def _starts(body: Sequence[Line]) -> tuple[_Start, ...]:
    """Labels that stand under each other, the column with most of them."""
    found = [start for line in body for start in _line_starts(line)]
    best: list[_Start] = []
    for start in found:
        column = [other for other in found if abs(other.anchor.x0 - start.anchor.x0) <= _ALIGNED]
        if len({each.label.id for each in column}) > len({each.label.id for each in best}):
            best = column
    return tuple(sorted(best, key=lambda each: each.anchor.y0))


def _line_starts(line: Line) -> Iterator[_Start]:
    for words in segments(line)[:3]:
        label = read_label(" ".join(word.text for word in words), bare=True)
        if label is not None:
            yield _Start(label, Anchor(label.id, None, words[0].x0, words[0].x1, line.y0, line.y1, False))


def _entries(grid: Grid, codes: Collection[str]) -> tuple[Entry, ...]:
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
    columns = _Columns(_title_column(grid, column_labels, others), code_column, tuple(others))
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
    return tuple(found)


def _id_column(grid: Grid, codes: Collection[str]) -> tuple[int | None, list[Label | None]]:
    """The column that names the items, and its labels: one that counts up, else one of files; None when neither.

    A column of sub-categories counts up too, so beside it a column of files is preferred.
    """
    width = range(len(grid.rows[0].cells))
    labels = {index: [read_label(row.cells[index].text, bare=True) for row in grid.rows] for index in width}
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


def _title_column(grid: Grid, labels: Sequence[Label | None], columns: Sequence[int]) -> int | None:
    """The column headed as that of titles, or None."""
    first = next((place for place, label in enumerate(labels) if label is not None), 0)
    heads = {index: " ".join(flat(row.cells[index].text) for row in grid.rows[:first]) for index in columns}
    return next((index for head in _TITLE_HEADS for index in columns if head.search(heads[index])), None)


def _counted(labels: Sequence[Label | None]) -> int:
    """How many different labels stand in rising order."""
    keys = [id_key(label.id) for label in labels if label is not None]
    rising = sum(first < second for first, second in pairwise(keys))
    return rising + 1 if keys and rising >= 0.7 * (len(keys) - 1) else 0


def _code_cells(grid: Grid, index: int, codes: Collection[str]) -> int:
    dotted = [codes_in(row.cells[index].text, codes) for row in grid.rows]
    return sum(bool(found) for found in dotted) if any("." in code for found in dotted for code in found) else 0


def _entry(row: Row, label: Label, columns: _Columns, codes: Collection[str]) -> Entry:
    code_cell = row.cells[columns.codes] if columns.codes is not None else None
    claimed = codes_in(code_cell.text, codes) if code_cell is not None else ()
    texts = [flat(row.cells[index].text) for index in columns.others]
    page = next((int(text) for text in reversed(texts) if text.isdecimal() and len(text) <= _PAGE_DIGITS), None)
    title = flat(label.rest) or _told(row, columns, texts)
    if page is None and (match := _LAST_NUMBER.search(title)) and _LEADER.search(title[: match.start()] + " " * 3):
        page = int(match.group(1)) if re.search(r"[.\u2026_]{3,}\s*$|\s{3,}$", title[: match.start()]) else None
    title, trailing = _without_leader(title)
    cell = code_cell or (row.cells[columns.others[0]] if columns.others else None)
    place = Locator(file="", page=cell.page, box=cell.box) if cell is not None and cell.page is not None else None
    return Entry(label.id, label, title, claimed, page if page is not None else trailing, place)


def _told(row: Row, columns: _Columns, texts: Sequence[str]) -> str:
    """The title: what stands in its column, else the longest text that is no date and no file's name, if any."""
    headed = flat(row.cells[columns.title].text) if columns.title is not None else ""
    words = [text for text in texts if text and not _only_number(text)]
    telling = [text for text in words if not is_date(text) and not names_file(text)]
    return headed or max(telling or words, key=len, default="")


def _only_number(text: str) -> bool:
    return bool(re.fullmatch(r"(?:pp?\.?\s*|pages?\s*)?[\d\s,\-\u2013]+", text, re.IGNORECASE))


def _without_leader(title: str) -> tuple[str, int | None]:
    """The title without dots and the number that they lead to."""
    match = re.search(r"[\s.\u2026_\u00b7]{3,}(\d{1,4})\s*$", title)
    if match:
        return title[: match.start()].strip(" ."), int(match.group(1))
    return " ".join(title.split()).strip(" ."), None


def _longer(entry: Entry, row: Row, others: Sequence[int]) -> Entry:
    """The entry with the rest of its title from the row below."""
    words = " ".join(flat(row.cells[index].text) for index in others if not _only_number(row.cells[index].text or "0"))
    return entry._replace(title=f"{entry.title} {words}".strip()) if words and len(words) < _LONGEST_TITLE else entry


def _line_label(line: Line) -> Label | None:
    return read_label(line.text, bare=True)


def _line_entry(line: Line, codes: Collection[str]) -> Entry:
    label = _line_label(line)
    assert label is not None  # noqa: S101  # the caller keeps lines with a label only
    title, page = _without_leader(label.rest)
    if page is None and line.words[-1].text.isdecimal():
        title, page = title.removesuffix(line.words[-1].text).strip(), int(line.words[-1].text)
    claimed = codes_in(tail, codes) if (tail := _code_tail(title, codes)) else ()
    return Entry(label.id, label, title.removesuffix(tail).strip(" ,;(") if tail else title, claimed, page)


def _code_tail(title: str, codes: Collection[str]) -> str:
    """The codes that a title ends with, as they are written."""
    words = title.split(" ")
    for start in range(len(words)):
        tail = " ".join(words[start:]).strip("()[]")
        if "." in tail and codes_in(tail, codes):
            return tail
    return ""
