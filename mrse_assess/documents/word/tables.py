"""Tables of a Word file: laid out as grids, and kept as rows of cells with their final text."""

from typing import TYPE_CHECKING, NamedTuple

from mrse_assess.documents.sheets import Cell, Grid, Mark, NativeCell
from mrse_assess.documents.word.blocks import column_widths, flattened, inner
from mrse_assess.documents.word.runs import Change, change_of
from mrse_assess.documents.word.state import Piece, State
from mrse_assess.documents.word.styles import has_borders
from mrse_assess.documents.word.tree import attr, child, children, local, number, value

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MOST_COLUMNS = 63  # Word's own limit
_WHITE = frozenset({"auto", "ffffff", "FFFFFF"})


class _Slot(NamedTuple):
    """One ``tc`` of the file: its row, first column, columns covered, and how it takes part in a vertical merge."""

    node: "Element"
    row: int
    column: int
    columns: int
    merge: str | None  # "restart", "continue" or None


class _Built(NamedTuple):
    """A cell that begins in its row, with its content, how many rows it covers, and its final text."""

    slot: _Slot
    rows: int
    html: str
    text: str
    id: str
    holds_deletions: bool


def grid(table: "Element", state: State) -> Grid:
    """The table for the layout; its text is added to the file's native tables."""
    widths, rows, built = _build(table, state, state.width)
    return Grid(
        widths=widths,
        rows=tuple(tuple(_cell(one) for one in built if one.slot.row == index) for index in range(rows)),
        bordered=_is_bordered(table, state),
    )


def simple_table(table: "Element", state: State) -> Piece:
    """A table inside a cell or box, as plain HTML; its cells are found again by their ids."""
    widths, rows, built = _build(table, state, state.width - 8)
    html, text = [], []
    for index in range(rows):
        in_row = [one for one in built if one.slot.row == index]
        html.append(f"<tr>{''.join(_simple_cell(one, widths) for one in in_row)}</tr>")
        text.append("\t".join(one.text for one in in_row))
    return Piece(f"<table>{''.join(html)}</table>", "\n".join(text))


def _build(table: "Element", state: State, room: float) -> tuple[tuple[float, ...], int, list[_Built]]:
    """Column widths, number of rows, and the cells in order; the native table is noted on the way."""
    slots, rows = _slots(table)
    columns = max((slot.column + slot.columns for slot in slots), default=1)
    widths = _fitted(column_widths(table, room), columns, room)
    position = len(state.tables)
    state.tables.append(())  # a table stands before those inside it
    built = [_built(slot, slots, widths, state) for slot in slots if slot.merge != "continue"]
    state.tables[position] = _native(built, rows, columns)
    _note_deletions(built, state)
    return widths, rows, built


def _slots(table: "Element") -> tuple[list[_Slot], int]:
    """Every cell of the table with its place in the grid, and how many rows there are."""
    slots: list[_Slot] = []
    rows = [row for row in flattened(table) if local(row) == "tr"]
    for index, row in enumerate(rows):
        column = number(value(row, "trPr", "gridBefore"))
        for node in flattened(row):
            if local(node) != "tc" or column >= _MOST_COLUMNS:
                continue
            properties = child(node, "tcPr")
            columns = min(max(number(value(properties, "gridSpan"), 1), 1), _MOST_COLUMNS - column)
            merge = child(properties, "vMerge")
            slots.append(
                _Slot(node, index, column, columns, None if merge is None else attr(merge, "val") or "continue")
            )
            column += columns
    return slots, len(rows)


def _built(slot: _Slot, slots: list[_Slot], widths: tuple[float, ...], state: State) -> _Built:
    before = state.deleted
    with state.narrowed(sum(widths[slot.column : slot.column + slot.columns]) - 9), state.changed(_change(slot.node)):
        content = inner(slot.node, state)
    holds_deletions, state.deleted = state.deleted > before, before  # a table around this one does not count them again
    return _Built(
        slot, _rows_covered(slot, slots), content.html, content.text.strip(), state.next_id("cell"), holds_deletions
    )


def _change(cell: "Element") -> Change | None:
    """The tracked insertion or deletion of the cell, or of its whole row."""
    row = next((up for up in cell.iterancestors() if local(up) == "tr"), None)
    noted = [*children(child(cell, "tcPr"), "cellDel", "cellIns"), *children(child(row, "trPr"), "del", "ins")]
    return change_of(noted[0]) if noted else None


def _note_deletions(built: list[_Built], state: State) -> None:
    """Say once of a table that text of it is no longer in force."""
    holding = [one for one in built if one.holds_deletions]
    if holding:
        state.marks.append(Mark(code="deleted-in-table", id=holding[0].id, slots={"count": len(holding)}))


def _rows_covered(slot: _Slot, slots: list[_Slot]) -> int:
    if slot.merge != "restart":
        return 1
    below = {other.row for other in slots if other.column == slot.column and other.merge == "continue"}
    covered = 1
    while slot.row + covered in below:
        covered += 1
    return covered


def _native(built: list[_Built], rows: int, columns: int) -> tuple[tuple[NativeCell, ...], ...]:
    """Rows of equal length: a merged cell stands in every place it covers, a missing one is empty."""
    places = [[NativeCell(text="", id="")] * columns for _ in range(rows)]
    for one in built:
        cell = NativeCell(text=one.text, id=one.id)
        for row in range(one.slot.row, min(one.slot.row + one.rows, rows)):
            places[row][one.slot.column : one.slot.column + one.slot.columns] = [cell] * one.slot.columns
    return tuple(tuple(row) for row in places)


def _cell(one: _Built) -> Cell:
    return Cell(
        html=one.html,
        column=one.slot.column,
        columns=one.slot.columns,
        rows=one.rows,
        id=one.id,
        shade=_shade(one.slot.node),
    )


def _simple_cell(one: _Built, widths: tuple[float, ...]) -> str:
    width = max(sum(widths[one.slot.column : one.slot.column + one.slot.columns]) - 9, 6.0)
    span = f'colspan="{one.slot.columns}" rowspan="{one.rows}"'
    return f'<td id="{one.id}" {span} style="width:{width:.0f}pt">{one.html}</td>'


def _fitted(widths: tuple[float, ...], columns: int, room: float) -> tuple[float, ...]:
    """One width for each column, together no wider than the room."""
    known = list(widths[:columns])
    known += [room / max(columns, 1)] * (columns - len(known))
    scale = min(1.0, room / max(sum(known), 1.0))
    return tuple(width * scale for width in known)


def _shade(node: "Element") -> str | None:
    """The cell's fill, made pale enough to read on."""
    fill = attr(child(node, "tcPr", "shd"), "fill") or "auto"
    if fill in _WHITE or len(fill) != 6 or not all(digit in "0123456789abcdefABCDEF" for digit in fill):  # noqa: PLR2004 - RRGGBB
        return None
    levels = [int(fill[at : at + 2], 16) for at in (0, 2, 4)]
    pale = [255 - (255 - level) // 4 if sum(levels) < 540 else level for level in levels]  # noqa: PLR2004 - of 765
    return "#" + "".join(f"{level:02x}" for level in pale)


def _is_bordered(table: "Element", state: State) -> bool:
    """Whether Word draws lines: the table's own borders decide, then its style's, then those of any cell."""
    own = child(table, "tblPr", "tblBorders")
    if own is not None:
        return has_borders(own) or _cells_bordered(table)
    return state.styles.table_borders(value(table, "tblPr", "tblStyle")) or _cells_bordered(table)


def _cells_bordered(table: "Element") -> bool:
    return any(
        has_borders(child(cell, "tcPr", "tcBorders")) for row in children(table, "tr") for cell in children(row, "tc")
    )
