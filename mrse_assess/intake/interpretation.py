"""What a grid's columns and rows mean: which column holds the codes, which the references, pages and comments."""

import re
from collections.abc import Mapping, Sequence
from statistics import mean
from typing import Final, NamedTuple

from mrse_assess.intake.codes import codes_in, read_code
from mrse_assess.intake.grid import Cell, Grid, Row
from mrse_assess.intake.labels import read_label
from mrse_assess.intake.marking import is_mark
from mrse_assess.intake.references import Known, read_cell

_EVIDENCE_HEAD: Final = re.compile(
    r"evidence|item|document|appendix|exhibit|attachment|\bref|file|annex", re.IGNORECASE
)
_PAGE_HEAD: Final = re.compile(r"\bpages?\b|\bpp?\b\.?", re.IGNORECASE)
_OTHER_HEAD: Final = re.compile(
    r"categor|comment|note|title|descri|guidance|requirement|specific|section|part|where|simulat|detail|date",
    re.IGNORECASE,
)
_SIMULATED_HEAD: Final = re.compile(r"simulat|hypothetic", re.IGNORECASE)
_HEADER_ROWS: Final = 3
_LEAST_ITEMS_ACROSS: Final = 3
_SOME: Final = 0.15
_MOSTLY: Final = 0.8
_MANY_LISTED: Final = 0.25  # share of code cells with several codes from which a table is one by item


class Column(NamedTuple):
    """How a column's cells read, over the rows that bear a code: shares of the cells that are not empty."""

    place: int
    header: str
    filled: int
    labelled: float
    bare: float
    words: float  # words not understood, for each cell
    numeric: float  # cells that hold nothing but numbers and page words


class Roles(NamedTuple):
    """Which columns hold what. ``category`` is None when there is no column of major categories."""

    code: int
    category: int | None
    references: tuple[int, ...]
    pages: int | None
    simulated: int | None
    comments: tuple[int, ...]


class ClaimRow(NamedTuple):
    """One row under one code. ``cells`` are its reference cells; the parts of a row broken over a page are joined."""

    code: str
    cells: tuple[Cell, ...]
    pages: Cell | None
    simulated: Cell | None
    comments: tuple[Cell, ...]
    doubtful: bool
    flows: bool


class Interpretation(NamedTuple):
    """A grid understood as rows of claims. ``foreign`` counts codes that the scheme does not have."""

    grid: Grid
    roles: Roles
    rows: tuple[ClaimRow, ...]
    foreign: int
    headers: tuple[str, ...]


class _Layout(NamedTuple):
    """Where a grid's codes stand, and its first row with one."""

    code: int
    category: int | None
    headers: tuple[str, ...]
    first: int


def interpret(grid: Grid, codes: Sequence[str], known: Known) -> Interpretation | None:
    """The grid as rows of claims, or None when it has no column of codes."""
    width = len(grid.rows[0].cells) if grid.rows else 0
    code_column = _code_column(grid, codes, width)
    if code_column is None:
        return None
    category = _category_column(grid, codes, code_column, width)
    first = next(i for i, row in enumerate(grid.rows) if _code_of(row, code_column, codes))
    headers = _headers(grid.rows[:first], width)
    coded, foreign = _coded_rows(grid, codes, _Layout(code_column, category, headers, first))
    roles = _roles(coded, headers, code_column, category, known)
    ticked = {} if roles.references else _item_columns(headers, code_column)
    coded = [(code, _ticked(row, ticked), doubtful) for code, row, doubtful in coded] if ticked else coded
    roles = roles._replace(references=tuple(sorted(ticked)), pages=None, comments=()) if ticked else roles
    rows = tuple(_claim_row(code, row, roles, doubtful) for code, row, doubtful in coded)
    if not roles.references:
        rows = tuple(_typed_row(code, row, doubtful, code_column, codes) for code, row, doubtful in coded)
    return Interpretation(grid, roles, rows, foreign, headers)


def _code_column(grid: Grid, codes: Sequence[str], width: int) -> int | None:
    counts = []
    for index in range(width):
        found = {code.code for row in grid.rows if (code := read_code(row.cells[index].text, codes)) and code.code}
        counts.append((len(found), -index))
    best = max(counts, default=(0, 0))
    return -best[1] if best[0] else None


def _code_of(row: Row, column: int, codes: Sequence[str]) -> str | None:
    code = read_code(row.cells[column].text, codes)
    return code.code if code else None


def _category_column(grid: Grid, codes: Sequence[str], code_column: int, width: int) -> int | None:
    """A column of major categories that agrees with the codes of its rows."""
    for index in range(width):
        if index == code_column:
            continue
        pairs = [
            (read_code(row.cells[index].text, codes), code)
            for row in grid.rows
            if row.cells[index].text.strip() and (code := _code_of(row, code_column, codes))
        ]
        agree = sum(bool(found and found.category == code.partition(".")[0]) for found, code in pairs)
        if len(pairs) > 1 and agree >= 0.8 * len(pairs):
            return index
    return None


def _headers(rows: Sequence[Row], width: int) -> tuple[str, ...]:
    """The words above each column: the last rows before the first code that do not run across columns."""
    above = [row for row in rows if not row.flows][-_HEADER_ROWS:]
    return tuple(" ".join(row.cells[index].text for row in above).replace("\n", " ").strip() for index in range(width))


def _coded_rows(grid: Grid, codes: Sequence[str], layout: _Layout) -> tuple[list[tuple[str, Row, bool]], int]:
    """Every row with the code it stands under. A row without a code belongs to the one above it."""
    found: list[tuple[str, Row, bool]] = []
    foreign, current = 0, None
    at_head = False  # nothing but the repeated header has been seen on this page
    for row in grid.rows[layout.first :]:
        at_head = at_head or row.new_page
        if _repeats_header(row, layout.headers):
            continue
        goes_on = at_head
        text = row.cells[layout.code].text
        code = read_code(text, codes)
        leaf = _leaf(row, codes, layout.category)
        if code and code.code:
            several = codes_in(text, codes) if "\n" not in text.strip() else ()
            found.extend((each, row, code.doubtful) for each in several or (code.code,))
            current, at_head = found[-1][0], False
        elif leaf:
            _append(found, leaf, row, joins=goes_on and current == leaf)
            current, at_head = leaf, False
        elif not text.strip():
            if current and not row.flows:
                _append(found, current, row, joins=goes_on)
        else:
            foreign += bool(code and not code.category)
            current = current if goes_on and not code else None
    return found, foreign


def _append(found: list[tuple[str, Row, bool]], code: str, row: Row, *, joins: bool) -> None:
    """Add a row under a code; at the head of a page it is the rest of the row before it."""
    if not joins or not found:
        found.append((code, row, False))
        return
    before = found[-1][1]
    cells = tuple(
        first
        if not second.text.strip()
        else Cell(f"{first.text}\n{second.text}".strip(), first.page or second.page, first.box or second.box)
        for first, second in zip(before.cells, row.cells, strict=True)
    )
    found[-1] = (code, before._replace(cells=cells), found[-1][2])


def _leaf(row: Row, codes: Sequence[str], category: int | None) -> str | None:
    """The category without sub-categories that the row stands under, told by its category cell."""
    if category is None:
        return None
    code = read_code(row.cells[category].text, codes)
    return code.code if code and code.code and "." not in code.code else None


def _repeats_header(row: Row, headers: Sequence[str]) -> bool:
    cells = [" ".join(cell.text.split()) for cell in row.cells]
    same = sum(bool(cell) and cell in header for cell, header in zip(cells, headers, strict=True))
    return same > 1 and same >= 0.6 * sum(bool(cell) for cell in cells)


def _roles(
    coded: Sequence[tuple[str, Row, bool]],
    headers: Sequence[str],
    code_column: int,
    category: int | None,
    known: Known,
) -> Roles:
    others = [index for index in range(len(headers)) if index not in {code_column, category}]
    stats = [_column(index, headers[index], coded, known) for index in others]
    references = _reference_columns(stats)
    rest = [column for column in stats if column.place not in references]
    simulated = next((column.place for column in rest if _SIMULATED_HEAD.search(column.header)), None)
    pages = next((column.place for column in rest if _is_page_column(column)), None)
    comments = tuple(column.place for column in rest if column.place not in {pages, simulated})
    return Roles(code_column, category, references, pages, simulated, comments)


def _column(index: int, header: str, coded: Sequence[tuple[str, Row, bool]], known: Known) -> Column:
    texts = [row.cells[index].text for _, row, _ in coded if row.cells[index].text.strip()]
    cells = [cell for cell in (read_cell(text, known) for text in texts) if not cell.blank]
    if not cells:
        return Column(index, header, 0, 0.0, 0.0, 0.0, 0.0)
    labelled = mean(any(each.labelled for each in cell.references) for cell in cells)
    bare = mean(bool(cell.references) and not any(each.labelled for each in cell.references) for cell in cells)
    words = mean(len(cell.leftover) for cell in cells)
    numeric = mean(bool((cell.loose_pages or cell.references) and not cell.leftover) for cell in cells)
    return Column(index, header, len(cells), labelled, bare, words, numeric)


def _reference_columns(stats: Sequence[Column]) -> tuple[int, ...]:
    """The columns that name items: labelled ones and those headed so; else the best of the bare ones."""
    scored = [(_reference_score(column), column) for column in stats if column.filled]
    good = [(score, column) for score, column in scored if score > 0]
    if not good:
        return ()
    best, first = max(good, key=lambda pair: (pair[0], -pair[1].place))
    also = [
        column.place
        for score, column in good
        if column is not first
        and score >= 0.6 * best
        and _EVIDENCE_HEAD.search(column.header)
        and not _is_page_column(column)
    ]
    return tuple(sorted([first.place, *also]))


def _reference_score(column: Column) -> float:
    score = 3.0 * column.labelled + 1.5 * column.bare - 0.15 * min(column.words, 10.0)
    score += 1.5 if _EVIDENCE_HEAD.search(column.header) else 0.0
    score -= 3.0 if _PAGE_HEAD.search(column.header) and not _EVIDENCE_HEAD.search(column.header) else 0.0
    score -= 1.0 if _OTHER_HEAD.search(column.header) and not _EVIDENCE_HEAD.search(column.header) else 0.0
    return score if column.labelled + column.bare > _SOME else 0.0


def _is_page_column(column: Column) -> bool:
    if _PAGE_HEAD.search(column.header):
        return True
    return not column.header and column.numeric > _MOSTLY


def _claim_row(code: str, row: Row, roles: Roles, doubtful: bool) -> ClaimRow:
    def cell(index: int | None) -> Cell | None:
        return row.cells[index] if index is not None else None

    references = tuple(row.cells[index] for index in roles.references)
    comments = tuple(row.cells[index] for index in roles.comments)
    return ClaimRow(code, references, cell(roles.pages), cell(roles.simulated), comments, doubtful, row.flows)


def _typed_row(code: str, row: Row, doubtful: bool, code_column: int, codes: Sequence[str]) -> ClaimRow:
    """A row typed as a line of text: the references stand after the code and its title."""
    found = read_code(row.cells[code_column].text, codes)
    after = [found.rest if found else "", *(cell.text for cell in row.cells[code_column + 1 :])]
    text = " ".join(part for part in after if part)
    _, colon, tail = text.partition(": ")
    cell = row.cells[code_column]._replace(text=tail if colon else text)
    return ClaimRow(code, (cell,), None, None, (), doubtful, flows=False)


def lists_codes(table: Interpretation, codes: Sequence[str]) -> bool:
    """Whether the code column lists several codes in many of its cells, as a list by item does."""
    cells = [row.cells[table.roles.code].text for row in table.grid.rows]
    several = sum(len(codes_in(text, codes)) > 1 for text in cells)
    return several > _MANY_LISTED * sum(bool(read_code(text, codes)) for text in cells)


def _item_columns(headers: Sequence[str], code_column: int) -> dict[int, str]:
    """Columns headed by an item's label, in a table of ticks with the items across; {} when they are few."""
    found = {
        place: header
        for place, header in enumerate(headers)
        if place != code_column and (label := read_label(header, bare=True)) and not label.rest
    }
    return found if len(found) >= _LEAST_ITEMS_ACROSS else {}


def _ticked(row: Row, items: Mapping[int, str]) -> Row:
    """The row with the item's label in place of each mark."""
    cells = tuple(
        cell._replace(text=items[place] if is_mark(cell.text) else "") if place in items else cell
        for place, cell in enumerate(row.cells)
    )
    return row._replace(cells=cells)
