"""Spreadsheets as sheets of cells, each worksheet on pages of its own. Runs in the worker.

Values are those last saved: nothing is calculated, no link is followed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from mrse_assess.documents.layout import A4, MARGIN
from mrse_assess.documents.pictures import UnreadablePictureError, open_picture, redraw
from mrse_assess.documents.sheets import Cell, Flow, Grid, Mark, NativeCell, ProtectedFileError, Segment, Sheet, Turn
from mrse_assess.documents.sheets import escape as shown
from mrse_assess.documents.word.package import DamagedPackageError, Package
from mrse_assess.documents.word.tree import attr, descendants

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

MOST_ROWS = 1000
MOST_COLUMNS = 60
MOST_CELLS = 20_000
"""Of a file; what is beyond is left out, and said so."""

_MOST_SHEETS = 200
_LONGEST_CELL = 5000
_POINTS_A_CHARACTER = 5.2
_COLUMN = (26.0, 210.0)  # points a column is at least and at most wide
_PORTRAIT = A4[0] - 2 * MARGIN
_LANDSCAPE = A4[1] - 2 * MARGIN
_TALLEST = 480.0  # points a picture may be high
_LETTERS = 26


class DamagedTablesError(Exception):
    """The file is no spreadsheet that can be opened."""


class _Merge(NamedTuple):
    """Cells shown as one: first row and column, how many rows and columns it covers."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True, kw_only=True)
class _Table:
    """The used part of a worksheet as text, the place of its first cell, its merged cells, what was left out."""

    rows: tuple[tuple[str, ...], ...]
    first_row: int
    first_column: int
    merges: tuple[_Merge, ...]
    left_out: int

    @property
    def columns(self) -> int:
        return max((len(row) for row in self.rows), default=0)


@dataclass(kw_only=True)
class _Printed:
    """The sheet being put together."""

    segments: list[Segment] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    tables: list[tuple[tuple[NativeCell, ...], ...]] = field(default_factory=list)
    pictures: dict[str, bytes] = field(default_factory=dict)
    ids: int = 0
    cells: int = 0

    def mark(self, code: str, **slots: object) -> str:
        self.ids += 1
        self.marks.append(Mark(code=code, id=f"mark{self.ids}", slots=slots))
        return f"mark{self.ids}"


def spreadsheet(path: Path, form: str) -> Sheet:
    """The worksheets in order: name, cells, pictures, comments.

    Raises:
        DamagedTablesError: it cannot be opened.
        ProtectedFileError: it is encrypted.
    """
    import python_calamine

    try:
        book = python_calamine.CalamineWorkbook.from_path(str(path))
    except python_calamine.PasswordError as error:
        raise ProtectedFileError from error
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise DamagedTablesError from error
    printed = _Printed(marks=[Mark(code="values-as-saved")])
    extras = _extras(path) if form == "xlsx" else {}
    hidden = 0
    for number, told in enumerate(book.sheets_metadata[:_MOST_SHEETS]):
        is_hidden = told.visible != python_calamine.SheetVisibleEnum.Visible
        hidden += is_hidden
        try:
            table = _table(book.get_sheet_by_index(number), printed)
        except (python_calamine.CalamineError, ValueError, OSError):
            table = None
        _print(printed, told.name, table, extras.get(told.name, _Extras()), is_hidden=is_hidden)
    if hidden:
        printed.marks.append(Mark(code="sheet-hidden", slots={"count": hidden}))
    return Sheet(
        segments=tuple(printed.segments),
        pictures=printed.pictures,
        marks=tuple(printed.marks),
        tables=tuple(printed.tables),
    )


def _table(sheet: "CalamineSheet", printed: _Printed) -> _Table:
    """The used part of the worksheet up to the limits."""
    width = min(sheet.width, MOST_COLUMNS)
    room = (MOST_CELLS - printed.cells) // max(width, 1)
    height = min(sheet.height, MOST_ROWS, max(room, 0))
    rows = [row[:width] for row in sheet.to_python(skip_empty_area=True, nrows=height)] if height else []
    printed.cells += len(rows) * width
    first = sheet.start or (0, 0)
    merges = tuple(
        _Merge(top - first[0], left - first[1], bottom - top + 1, right - left + 1)
        for (top, left), (bottom, right) in (sheet.merged_cell_ranges or ())[:MOST_CELLS]
        if first[0] <= top < first[0] + height and first[1] <= left < first[1] + width
    )
    left_out = max(sheet.height - height, 0) + max(sheet.width - width, 0)
    return _Table(
        rows=tuple(tuple(_text(value) for value in row) for row in rows),
        first_row=first[0],
        first_column=first[1],
        merges=merges,
        left_out=left_out,
    )


def _text(value: Any) -> str:
    """A value as a person would write it."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return f"{value:.12g}"
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes") if value.time() != time() else value.date().isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)[:_LONGEST_CELL]


def _print(printed: _Printed, name: str, table: _Table | None, extras: "_Extras", *, is_hidden: bool) -> None:
    """One worksheet: its name, its cells in as many bands of columns as fit beside each other, what else it holds."""
    widths = _widths(table) if table is not None else ()
    landscape = sum(widths) > _PORTRAIT
    printed.segments.append(Turn(landscape=landscape))
    title = shown(f"{name} (hidden)" if is_hidden else name)
    if table is None:
        what = "A sheet that cannot be shown"
        title += f' <span class="mark" id="{printed.mark("not-drawn", what=what)}">[{what}]</span>'
    if table is not None and table.left_out:
        words = f"{table.left_out} rows and columns more are not shown"
        title += f' <span class="mark" id="{printed.mark("rows-left-out", count=table.left_out)}">[{words}]</span>'
    printed.segments.append(Flow(html=f"<h2>{title}</h2>"))
    if table is not None and table.rows:
        _print_cells(printed, table, widths, _LANDSCAPE if landscape else _PORTRAIT)
    _print_extras(printed, extras, _LANDSCAPE if landscape else _PORTRAIT)


def _widths(table: _Table) -> tuple[float, ...]:
    """How wide each column wants to be, by its longest line of text."""
    longest = [0] * table.columns
    for row in table.rows:
        for column, text in enumerate(row):
            if len(text) > longest[column]:
                longest[column] = max(map(len, text.split("\n")))
    return tuple(min(max(length * _POINTS_A_CHARACTER + 10, _COLUMN[0]), _COLUMN[1]) for length in longest)


def _print_cells(printed: _Printed, table: _Table, widths: tuple[float, ...], room: float) -> None:
    covered, ids = _covered(table), {}
    for row in range(len(table.rows)):
        for column in range(table.columns):
            printed.ids += 1
            ids[row, column] = f"cell{printed.ids}"
    bands = tuple(_bands(widths, room))
    for first, last in bands:
        if len(bands) > 1:
            letters = f"{_letters(table.first_column + first)} to {_letters(table.first_column + last - 1)}"
            printed.segments.append(Flow(html=f'<p class="mark">Columns {letters}</p>'))
        rows = tuple(tuple(_cells(table, row, (first, last), covered, ids)) for row in range(len(table.rows)))
        printed.segments.append(Grid(widths=widths[first:last], rows=rows))
    printed.tables.append(_native(table, covered, ids))


def _bands(widths: tuple[float, ...], room: float) -> Iterator[tuple[int, int]]:
    """Runs of columns that fit beside each other, first and one past the last."""
    first, used = 0, 0.0
    for column, width in enumerate(widths):
        if column > first and used + width > room:
            yield first, column
            first, used = column, 0.0
        used += width
    yield first, len(widths)


def _covered(table: _Table) -> Mapping[tuple[int, int], _Merge]:
    """The merge that each cell belongs to."""
    found: dict[tuple[int, int], _Merge] = {}
    for merge in table.merges:
        for row in range(merge.row, min(merge.row + merge.rows, len(table.rows))):
            for column in range(merge.column, min(merge.column + merge.columns, table.columns)):
                found.setdefault((row, column), merge)
    return found


def _cells(
    table: _Table,
    row: int,
    band: tuple[int, int],
    covered: Mapping[tuple[int, int], _Merge],
    ids: Mapping[tuple[int, int], str],
) -> Iterator[Cell]:
    """The cells of a row that begin in it, within a band of columns."""
    first, last = band
    for column in range(first, last):
        merge = covered.get((row, column))
        if merge is None:
            yield _cell(table.rows[row][column], column - first, ids[row, column])
        elif (row, column) == (merge.row, merge.column):
            columns = min(merge.columns, last - column)
            yield _cell(table.rows[row][column], column - first, ids[row, column], columns, merge.rows)


def _cell(text: str, column: int, name: str, columns: int = 1, rows: int = 1) -> Cell:
    html = "<br/>".join(shown(line) for line in text.split("\n")) or "&#160;"
    return Cell(html=f'<p style="font-size:8.5pt">{html}</p>', column=column, columns=columns, rows=rows, id=name)


def _native(
    table: _Table, covered: Mapping[tuple[int, int], _Merge], ids: Mapping[tuple[int, int], str]
) -> tuple[tuple[NativeCell, ...], ...]:
    """Rows of equal length, a merged cell in every place it covers."""
    rows = []
    for row in range(len(table.rows)):
        cells = []
        for column in range(table.columns):
            merge = covered.get((row, column))
            place = (row, column) if merge is None else (merge.row, merge.column)
            cells.append(NativeCell(text=table.rows[place[0]][place[1]], id=ids[place]))
        rows.append(tuple(cells))
    return tuple(rows)


def _letters(column: int) -> str:
    """The letters that a spreadsheet names a column by, which is counted from 0."""
    name = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, _LETTERS)
        name = chr(ord("A") + letter) + name
    return name


@dataclass(frozen=True, kw_only=True)
class _Extras:
    """What a worksheet holds beside its cells: pictures as they lie in the file, comments in words, other drawings."""

    pictures: tuple[tuple[str, bytes | None], ...] = ()
    comments: tuple[str, ...] = ()
    charts: int = 0


def _extras(path: Path) -> Mapping[str, _Extras]:
    """Pictures, comments and charts by worksheet; nothing where the package is too damaged to find them."""
    try:
        package = Package(path)
    except DamagedPackageError:
        return {}
    main = package.main_part()
    book, parts = package.xml(main), package.relationships(main)
    found = {}
    for sheet in descendants(book, "sheet") if book is not None else ():
        relationship = parts.get(attr(sheet, "id") or "")
        if relationship is not None and not relationship.external:
            found[attr(sheet, "name") or ""] = _extras_of(package, relationship.target)
    return found


def _extras_of(package: Package, part: str) -> _Extras:
    pictures: list[tuple[str, bytes | None]] = []
    comments: list[str] = []
    charts = 0
    for beside in package.relationships(part).values():
        if beside.kind == "drawing" and not beside.external:
            for drawn in package.relationships(beside.target).values():
                charts += drawn.kind.startswith(("chart", "diagramData"))
                if drawn.kind == "image" and not drawn.external:
                    pictures.append((drawn.target, package.data(drawn.target)))
        elif beside.kind == "comments" and not beside.external:
            comments.extend(_comments(package, beside.target))
    return _Extras(pictures=tuple(pictures), comments=tuple(comments), charts=charts)


def _comments(package: Package, part: str) -> Iterator[str]:
    root = package.xml(part)
    if root is None:
        return
    authors = [author.text or "" for author in descendants(root, "author")]
    for node in descendants(root, "comment"):
        number = attr(node, "authorId") or ""
        author = authors[int(number)] if number.isdecimal() and int(number) < len(authors) else ""
        by = f", {author}" if author else ""
        words = " ".join("".join(text.text or "" for text in descendants(node, "t")).split())
        yield f"Comment at {attr(node, 'ref') or '?'}{by}: {words}"


def _print_extras(printed: _Printed, extras: _Extras, room: float) -> None:
    html = [f'<p class="mark">[{shown(words)}]</p>' for words in extras.comments]
    html += [_picture(printed, content, room) for _, content in extras.pictures]
    for _ in range(extras.charts):
        html.append(_not_drawn(printed, "A chart"))
    if html:
        printed.segments.append(Flow(html="".join(html)))


def _picture(printed: _Printed, content: bytes | None, room: float) -> str:
    try:
        if content is None:
            raise UnreadablePictureError  # noqa: TRY301 - said like any other that cannot be drawn
        drawn = redraw(open_picture(BytesIO(content)))
    except UnreadablePictureError:
        return _not_drawn(printed, "A picture that cannot be decoded")
    scale = min(room / drawn.width, _TALLEST / drawn.height, 0.75)
    name = f"picture{len(printed.pictures) + 1}"
    printed.pictures[name] = drawn.data
    size = f"width:{drawn.width * scale:.1f}pt;height:{drawn.height * scale:.1f}pt"
    return f'<p><img src="{name}" style="{size}"/></p>'


def _not_drawn(printed: _Printed, what: str) -> str:
    return f'<p class="mark" id="{printed.mark("not-drawn", what=what)}">[{what}: not drawn here]</p>'
