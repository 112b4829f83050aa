"""Rows under their codes: rows without a code belong to the one above, the rest of a broken row to its beginning."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from mrse_assess.intake.cells.references import Known, read_cell
from mrse_assess.intake.grids.grid import Cell, Grid, Row
from mrse_assess.intake.text.codes import Code, codes_in, read_code
from mrse_assess.model.places import Box

_CATEGORY: Final = re.compile(r"(?:major |experience )*category\s+[1-9](?![\d.])", re.IGNORECASE)
_SHORT: Final = 3  # letters of a word that says too little
_DASHES: Final = ("-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2022")


class Layout(NamedTuple):
    """Where a grid's codes stand, what its header says, and its first row with a code."""

    code: int
    category: int | None
    headers: tuple[str, ...]
    first: int


class CodedRow(NamedTuple):
    """A row with the code it stands under; ``doubtful``: a letter was read as a digit."""

    code: str
    row: Row
    doubtful: bool


def coded_rows(grid: Grid, codes: Sequence[str], layout: Layout) -> tuple[list[CodedRow], int]:
    """Every row with its code, one for each code of a joint row, and how many bear a code that the scheme has not."""
    found: list[CodedRow] = []
    foreign = 0
    current: tuple[str, ...] = ()
    there = _bare_codes(grid, codes, layout.code) if grid.recognised else frozenset[str]()
    headed = _headed_categories(grid, codes, layout.code)
    at_head = False  # nothing but the repeated header has been seen on this page
    for row in grid.rows[layout.first :]:
        at_head = at_head or row.new_page
        if _repeats_header(row, layout.headers):
            continue
        goes_on = at_head
        text = row.cells[layout.code].text
        code = read_code(text, codes)
        leaf = _leaf(row, codes, layout.category)
        if (under := _under(row, code, headed, codes, bare=not text.strip())) is not None:
            current, at_head = under, at_head and not under
        elif code and code.code:
            stacked = codes_in(text, codes) if grid.ruled and "\n" in text.strip() else ()
            current, at_head = stacked or code.codes, False
            unseen = _may_hold_next(row, grid, current, there, codes)
            doubtful = code.doubtful or unseen or _holds_more(text, current, codes)
            found.extend(CodedRow(each, row, doubtful) for each in current)
        elif leaf:
            _append(found, (leaf,), row, joins=goes_on and current == (leaf,))
            current, at_head = (leaf,), False
        elif not any(map(str.isalnum, text)) or (current and not code and _is_only_row(text, current)):
            if current and not row.flows:
                _append(found, current, row, joins=goes_on)
                if _may_hold_next(row, grid, current, there, codes):
                    found[-1] = found[-1]._replace(doubtful=True)
        elif goes_on and not code:
            _append(found, () if _heads_a_column(row, layout.headers) else current, row, joins=True)
        else:
            foreign += bool(code and not code.category)
            current = ()
    return found, foreign


def with_rests(
    coded: Sequence[CodedRow], of_codes: int, references: Sequence[int], known: Known
) -> tuple[CodedRow, ...]:
    """The rows, those put to the row above that merely go on there: pages or a note stand for references in them."""
    found: list[CodedRow] = []
    for each in coded:
        before = found[-1] if found else None
        below = before is not None and before.code == each.code and not each.row.cells[of_codes].text.strip()
        if before is not None and below and _is_rest(each.row, references, known):
            found[-1] = before._replace(row=_joined(before.row, each.row))
        else:
            found.append(each)
    return tuple(found)


def _is_rest(row: Row, references: Sequence[int], known: Known) -> bool:
    cells = [read_cell(row.cells[place].text, known) for place in references if row.cells[place].text.strip()]
    named = any(cell.references or cell.blank or cell.above or cell.codes or cell.leftover for cell in cells)
    return bool(cells) and not named and any(cell.notes or cell.loose_pages or cell.loose_sections for cell in cells)


def _under(
    row: Row, code: Code | None, headed: frozenset[str], codes: Sequence[str], *, bare: bool
) -> tuple[str, ...] | None:
    """Under which codes rows stand below a heading across the columns; None where it is a row of a code itself.

    ``bare``: nothing stands in the column of codes, so that the heading may be kept to the first column.
    """
    if not row.flows:
        return () if bare and _heads_category(row) else None
    if code is not None and code.code:
        return () if code.code in headed else None
    alone = _lone_category(row, codes)
    return (alone,) if alone and alone not in headed else None


def _lone_category(row: Row, codes: Sequence[str]) -> str | None:
    """The category without sub-categories that a heading across the columns names, cut by their edges."""
    text = " ".join(dict.fromkeys(cell.text for cell in row.cells if cell.text.strip()))
    code = read_code(text, codes)
    cut = code is not None and read_code(row.cells[0].text, codes) is None
    return code.code if cut and code is not None and code.code and "." not in code.code else None


def _heads_category(row: Row) -> bool:
    """Whether a row's first words call it a major category's heading, and nothing beside them holds a number."""
    filled = [" ".join(cell.text.split()) for cell in row.cells if cell.text.strip()]
    headed = bool(filled) and _CATEGORY.match(filled[0]) is not None
    return headed and not any(character.isdigit() for text in filled[1:] for character in text)


def _is_only_row(text: str, current: Sequence[str]) -> bool:
    """Whether a dash stands where the only row of a category without sub-categories needs no code."""
    return text.strip()[:1] in _DASHES and "." not in current[-1]


def _headed_categories(grid: Grid, codes: Sequence[str], column: int) -> frozenset[str]:
    """Categories without sub-categories that have a row of their own: one that runs across columns is their heading."""
    read = (read_code(row.cells[column].text, codes) for row in grid.rows if not row.flows)
    return frozenset(code.code for code in read if code is not None and code.code and "." not in code.code)


def _bare_codes(grid: Grid, codes: Sequence[str], column: int) -> frozenset[str]:
    """The codes that the grid's column of codes holds."""
    read = (read_code(row.cells[column].text, codes) for row in grid.rows)
    return frozenset(each for code in read if code is not None for each in code.codes)


def _may_hold_next(row: Row, grid: Grid, current: Sequence[str], there: frozenset[str], codes: Sequence[str]) -> bool:
    """Whether a row of a recognised page may hold that of the next code too, which was seen nowhere."""
    following = codes[codes.index(current[-1]) + 1 :][:1]
    return row.page in grid.recognised and not set(following) <= there


def _holds_more(text: str, current: Sequence[str], codes: Sequence[str]) -> bool:
    """Whether further lines of the cell begin with later sub-categories and titles: the rows' bounds were lost."""
    read = (read_code(line, codes) for line in text.strip().split("\n")[1:])
    later = codes[codes.index(current[-1]) + 1 :]
    below = [each.code for each in read if each is not None and each.code and each.rest]
    return any(code in later and "." in code for code in below)


def _append(found: list[CodedRow], under: Sequence[str], row: Row, *, joins: bool) -> None:
    """Add a row under its codes, if any; at the head of a page it is the rest of the row before it."""
    if not joins or len(found) < len(under):
        found.extend(CodedRow(code, row, doubtful=False) for code in under)
        return
    for place in range(len(found) - len(under), len(found)):
        found[place] = found[place]._replace(row=_joined(found[place].row, row))


def _joined(before: Row, row: Row) -> Row:
    cells = tuple(
        first
        if not second.text.strip()
        else Cell(
            f"{first.text}\n{second.text}".strip(),
            first.page or second.page,
            _around(first, second),
            (*first.heights, *second.heights) if first.page == second.page else (),
        )
        for first, second in zip(before.cells, row.cells, strict=True)
    )
    return before._replace(cells=cells)


def _around(first: Cell, second: Cell) -> Box | None:
    """The box around both cells where they stand on one page, else that of the first."""
    if first.box is None or second.box is None or first.page != second.page:
        return first.box or second.box
    left, top = (min(first.box[at], second.box[at]) for at in (0, 1))
    right, bottom = (max(first.box[at], second.box[at]) for at in (2, 3))
    return left, top, right, bottom


def _leaf(row: Row, codes: Sequence[str], category: int | None) -> str | None:
    """The category without sub-categories that the row stands under, told by its category cell."""
    if category is None:
        return None
    code = read_code(row.cells[category].text, codes)
    return code.code if code and code.code and "." not in code.code else None


def _heads_a_column(row: Row, headers: Sequence[str]) -> bool:
    """Whether any cell says what its column's header says, so that the row is a header written otherwise."""
    cells = [" ".join(cell.text.split()) for cell in row.cells]
    return any(cell and cell in header for cell, header in zip(cells, headers, strict=True))


def _repeats_header(row: Row, headers: Sequence[str]) -> bool:
    cells = [" ".join(cell.text.split()) for cell in row.cells]
    same = sum(bool(cell) and cell in header for cell, header in zip(cells, headers, strict=True))
    filled = [cell for cell in cells if cell]
    if same == len(filled) == 1:  # the second line of a header
        return filled[0].isalpha() and len(filled[0]) > _SHORT
    return same > 1 and same >= 0.6 * len(filled)
