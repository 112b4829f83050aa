"""What a grid's rows claim: which column holds the codes, which the references, and the rows under each code."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Final, NamedTuple

from mrse_assess.intake.cells.legend import legend_marks
from mrse_assess.intake.cells.phrases import says_simulated
from mrse_assess.intake.cells.references import Known, read_cell
from mrse_assess.intake.grids.grid import Cell, Grid, Row
from mrse_assess.intake.table.coded_rows import CodedRow, Layout, coded_rows, with_rests
from mrse_assess.intake.table.listed_codes import read_listed
from mrse_assess.intake.table.marking import is_mark
from mrse_assess.intake.table.roles import Roles, category_column, code_column, find_roles
from mrse_assess.intake.text.codes import codes_in, read_code
from mrse_assess.intake.text.labels import read_label

_LEADER: Final = re.compile(r"(?:[.\u2026_\u00b7]\s?){4,}")
_HEADER_ROWS: Final = 3
_LEAST_ITEMS_ACROSS: Final = 3
_MANY_ITEMS_ACROSS: Final = 5
_MANY_LISTED: Final = 0.25  # share of code cells with several codes from which a table is one by item


class ClaimRow(NamedTuple):
    """One row under one code. ``cells`` are its reference cells; the parts of a row broken over a page are joined.

    ``own_pages`` are the cells of pages of each reference cell, () where ``pages`` is for all of them.
    """

    code: str
    cells: tuple[Cell, ...]
    pages: Cell | None
    simulated: Cell | None
    comments: tuple[Cell, ...]
    doubtful: bool
    flows: bool
    own_pages: tuple[Cell | None, ...] = ()


class Interpretation(NamedTuple):
    """A grid understood as rows of claims. ``foreign`` counts codes that the scheme does not have.

    ``ticked``: the items stand across, and marks in their columns claim.
    """

    grid: Grid
    roles: Roles
    rows: tuple[ClaimRow, ...]
    foreign: int
    headers: tuple[str, ...]
    ticked: bool = False


def interpret(grid: Grid, codes: Sequence[str], known: Known) -> Interpretation | None:
    """The grid as rows of claims, or None when it has no column of codes."""
    of_codes = code_column(grid, codes)
    if of_codes is None:
        return None
    width = len(grid.rows[0].cells)
    category = category_column(grid, codes, of_codes)
    first = next(i for i, row in enumerate(grid.rows) if _bears_code(row, of_codes, codes))
    headers = _headers(grid.rows[:first], width)
    coded, foreign = coded_rows(grid, codes, Layout(of_codes, category, headers, first))
    roles = find_roles([each.row for each in coded], headers, of_codes, category, known)
    ticked = _item_columns(headers, of_codes)
    if roles.references and not _holds_marks([each.row for each in coded], ticked):
        ticked = {}
    if ticked:
        coded = [each._replace(row=_ticked(each.row, ticked)) for each in coded]
        roles = roles._replace(references=tuple(sorted(ticked)), pages=None, comments=(), paired=())
    coded = [each._replace(row=_without(each.row, roles.rated)) for each in coded]
    coded = list(with_rests(coded, of_codes, roles.references, known))
    rows = tuple(_claim_row(each, roles) if roles.references else _typed_row(each, of_codes, codes) for each in coded)
    rows = _noted_below(rows, coded, roles)
    return Interpretation(grid, roles, rows, foreign, headers, bool(ticked))


def lists_codes(table: Interpretation, codes: Sequence[str]) -> bool:
    """Whether the code column lists codes in many of its cells as a list by item does, and the same ones again.

    There a cell holds several, or says where in the item the evidence for one stands: "1.1 (p 3)".
    """
    texts = (row.cells[table.roles.code].text for row in table.grid.rows)
    read = [(_listed(text, codes), codes_in(text, codes)) for text in texts]
    cells = [found or listed for listed, found in read if found or listed]
    several = sum(bool(listed) or len(found) > 1 for listed, found in read)
    again = sum(map(len, cells)) > len({code for found in cells for code in found})
    return again and several > _MANY_LISTED * len(cells)


def _listed(text: str, codes: Sequence[str]) -> tuple[str, ...]:
    """The codes of a list that says pages and the like beside some of them; () for any other text."""
    listed = read_listed(text, codes)
    paged = any(each.pages or each.section for each in listed.said)
    sure = paged and listed.begins and not (listed.unread or listed.words or any(each.guessed for each in listed.said))
    return tuple(each.code for each in listed.said) if sure else ()


def _bears_code(row: Row, column: int, codes: Sequence[str]) -> bool:
    code = read_code(row.cells[column].text, codes)
    return code is not None and code.code is not None


def _headers(rows: Sequence[Row], width: int) -> tuple[str, ...]:
    """The words above each column: the last rows before the first code that do not run across columns."""
    above = [row for row in rows if not row.flows][-_HEADER_ROWS:]
    if not above:  # words of a header set close: its cells are filled all the same
        above = [row for row in rows[-1:] if all(cell.text.strip() for cell in row.cells)]
    return tuple(" ".join(row.cells[index].text for row in above).replace("\n", " ").strip() for index in range(width))


def _without(row: Row, columns: Collection[int]) -> Row:
    """The row with nothing in these columns."""
    cells = (cell._replace(text="") if place in columns else cell for place, cell in enumerate(row.cells))
    return row._replace(cells=tuple(cells)) if columns else row


def _claim_row(each: CodedRow, roles: Roles) -> ClaimRow:
    cells = each.row.cells

    def cell(index: int | None) -> Cell | None:
        return cells[index] if index is not None else None

    references = tuple(_after_leader(cells[index]) for index in roles.references)
    comments = tuple(cells[index] for index in roles.comments)
    return ClaimRow(
        each.code,
        references,
        cell(roles.pages),
        cell(roles.simulated) or _said_simulated(cells, {*roles.references, *roles.comments, roles.pages}),
        comments,
        each.doubtful,
        each.row.flows,
        tuple(map(cell, roles.paired)),
    )


def _noted_below(rows: Sequence[ClaimRow], coded: Sequence[CodedRow], roles: Roles) -> tuple[ClaimRow, ...]:
    """The rows, those that go on below a sub-category's code with what is said there: that its work was simulated."""
    found: list[ClaimRow] = []
    for row, each in zip(rows, coded, strict=True):
        before = found[-1] if found else None
        goes_on = before is not None and before.code == row.code and not each.row.cells[roles.code].text.strip()
        said = before.simulated if goes_on and before is not None and roles.simulated is None else None
        found.append(row._replace(simulated=row.simulated or said))
    return tuple(found)


def _said_simulated(cells: Sequence[Cell], others: set[int | None]) -> Cell | None:
    """The cell of the code or its title where it says that the row's work was simulated: "4.1 (simulated)".

    The table's key below its last row, which the cell may have taken in, says it of no row.
    """
    said = (cell for at, cell in enumerate(cells) if at not in others and says_simulated(cell.text))
    return next((cell for cell in said if says_simulated(_without_key(cell.text))), None)


def _without_key(text: str) -> str:
    """A cell's text without lines that explain the table's marks."""
    return "\n".join(line for line in text.split("\n") if not legend_marks([line]))


def _typed_row(each: CodedRow, of_codes: int, codes: Sequence[str]) -> ClaimRow:
    """A row typed as a line of text: the references stand after the code and its title."""
    cells = each.row.cells
    found = read_code(cells[of_codes].text, codes)
    after = [found.rest if found else "", *(cell.text for cell in cells[of_codes + 1 :])]
    text = " ".join(part for part in after if part)
    head, colon, tail = text.partition(": ")
    titled = colon and not any(each.labelled for each in read_cell(head, Known()).references)
    cell = _after_leader(cells[of_codes]._replace(text=tail if titled else text))
    return ClaimRow(each.code, (cell,), None, None, (), each.doubtful, flows=False)


def _after_leader(cell: Cell) -> Cell:
    """The cell without a title and the dots that lead from it to the reference.

    Where a title is so long that it goes on below, an item stands before the dots already.
    """
    leader = _LEADER.search(cell.text)
    after = cell.text[leader.end() :] if leader else ""
    if leader is None or not after.strip():
        return cell
    before = cell.text[: leader.start()]
    named = any(each.labelled for each in read_cell(before, Known()).references)
    return cell._replace(text=f"{before} {after.lstrip()}" if named else after)


def _item_columns(headers: Sequence[str], of_codes: int) -> dict[int, str]:
    """Columns headed by an item's label, in a table of ticks with the items across; {} when they are few."""
    found = {
        place: header
        for place, header in enumerate(headers)
        if place != of_codes and (label := read_label(header, bare=True)) and not label.rest
    }
    return found if len(found) >= _LEAST_ITEMS_ACROSS else {}


def _holds_marks(rows: Sequence[Row], items: Mapping[int, str]) -> bool:
    """Whether many columns are headed by items and hold nothing but marks, which recognition may take for digits."""
    texts = [row.cells[place].text.strip() for row in rows for place in items]
    return len(items) >= _MANY_ITEMS_ACROSS and all(not text or is_mark(text) for text in texts)


def _ticked(row: Row, items: Mapping[int, str]) -> Row:
    """The row with the item's label in place of each mark."""
    cells = tuple(
        cell._replace(text=items[place] if is_mark(cell.text) else "") if place in items else cell
        for place, cell in enumerate(row.cells)
    )
    return row._replace(cells=cells)
