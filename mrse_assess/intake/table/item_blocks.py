"""Tables by item in blocks: a line with the item's label, below it fields with names, or a line for each sub-category.

Cards, stacked rows, sentences. The blocks are put into a grid with a row for each item, to be read as any other.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from mrse_assess.intake.front.contents_entries import list_label
from mrse_assess.intake.grids.columns import bodies_of
from mrse_assess.intake.grids.grid import Cell, Grid, Row
from mrse_assess.intake.table.item_grids import ItemGrid, heading_above
from mrse_assess.intake.table.item_parts import names_part
from mrse_assess.intake.table.listed_places import starting_code
from mrse_assess.intake.text.labels import Label, plain
from mrse_assess.intake.text.lines import FileLines, Line, segments
from mrse_assess.intake.text.part_headings import CLOSING, TABLE_HEADING
from mrse_assess.model.pages import NativeTable, TableCell
from mrse_assess.model.places import Box
from mrse_assess.terms import TextSource

_LEAST: Final = 3  # items
_LONGEST_NAME: Final = 5  # words of a field's name
_NEAR: Final = 4.0  # points
_CLOSE: Final = 1.0  # of a line's height, between the lines of a field
_SHORT_NAME: Final = 2  # words of a name that is not known, before a colon
_ANYWHERE: Final = float("inf")
_HEADS: Final = ("Evidence", "Title", "Sub-categories", "Pages", "Simulated")
_CODES: Final = re.compile(
    r"\W*(?:evidence for |used for |claimed |mrse |offered |relevant |scheme )*(?:supports?|supporting|claims?|claimed"
    r"|covers|meets|(?:sub-?\s?)?categor(?:y|ies)|sub-?cats?|codes?|criteria|criterion|competenc(?:y|ies))"
    r"(?: (?:sub-?\s?categor(?:y|ies)|categories|codes?|claimed|supported|covered|met|for|under|and where))*"
    r"(?:\s?\([^()]*\))?\W*",
    re.IGNORECASE,
)
_ITEM_FIELD: Final = re.compile(
    r"\W*(?:evidence|item|document|appendix|exhibit|annex|label|ref(?:erence)?|id)(?:\s(?:of|for)\s\w+)?"
    r"(?:\s+(?:number|no\.?|id|ref(?:erence)?\.?|code|label|item))?\W*",
    re.IGNORECASE,
)
_PAGES: Final = re.compile(r"\W*(?:pages?|pp?\.?|page numbers?|where|location)\W*", re.IGNORECASE)
_SIMULATED: Final = re.compile(r"\W*simulated.{0,12}", re.IGNORECASE)
_WHERE: Final = re.compile(
    r"\b(?:where|pages?|part|place|location|section|found|reference|evidenced?|pp)\b", re.IGNORECASE
)
_CODE_COLUMN: Final = re.compile(r"\b(?:code|sub-?\s?cat\w*|category|criterion|no\.?|ref\.?)", re.IGNORECASE)
_NAMED: Final = re.compile(r"([^\W\d][^:\d]{1,40}?)\s*:\s*(.*)", re.DOTALL)


class _Line(NamedTuple):
    """A line of a page or a row of a file's own table as its parts, each with its left edge or column."""

    parts: tuple[tuple[float, str], ...]
    page: int | None
    box: Box | None
    source: Line | None = None

    @property
    def text(self) -> str:
        """All parts."""
        return " ".join(text for _, text in self.parts)


class _Block(NamedTuple):
    """An item's label with the lines from there to the next."""

    label: Label
    lines: tuple[_Line, ...]


class _Said(NamedTuple):
    """What a block says of its item, and the lines that say it."""

    codes: str
    pages: str
    simulated: str
    lines: tuple[_Line, ...]


def block_grids(file: FileLines, codes: Sequence[str]) -> Iterator[ItemGrid]:
    """The grid of the blocks under each heading that names the table; of the file's own tables where it has some."""
    if file.reading.tables:
        yield from _native(file, file.reading.tables, codes)
        return
    if not any(_names_table(line) for page in file.pages for line in page.lines):
        return
    bodies = bodies_of(file)
    for page in file.pages:
        for place, line in enumerate(bodies[page.number]):
            if _names_table(line):
                lines = list(_below(bodies, page.number, place + 1))
                yield from _grid(file, lines, codes, _above(bodies[page.number], place))


def _names_table(line: Line) -> bool:
    return bool(TABLE_HEADING.search(line.text)) and names_part(line)


def _above(body: Sequence[Line], place: int) -> str:
    """The heading with the lines about it, which may say which version the table is."""
    return "\n".join(line.text for line in body[max(0, place - 2) : place + 2])


def _below(bodies: dict[int, tuple[Line, ...]], number: int, start: int) -> Iterator[_Line]:
    """The lines from here to the next heading of a part, over the pages that follow."""
    while number in bodies:
        for line in bodies[number][start:]:
            if names_part(line) or CLOSING.search(line.text):
                return
            yield _line(line, number)
        number, start = number + 1, 0


def _line(line: Line, number: int) -> _Line:
    parts = tuple((words[0].x0, " ".join(word.text for word in words)) for words in segments(line))
    return _Line(parts, number, line.box, line)


def _native(file: FileLines, tables: Sequence[NativeTable], codes: Sequence[str]) -> Iterator[ItemGrid]:
    """Cards that are a table each, together; and each table of several blocks by itself."""
    cards: list[_Line] = []
    for table in tables:
        lines = [_row(row) for row in table.rows]
        lines = [line for line in lines if line.parts]
        labels = [line for line in lines if _label(line) is not None]
        if len(labels) == 1 and labels[0] is lines[0]:
            cards += lines
        elif len(labels) >= _LEAST:
            yield from _grid(file, lines, codes, None)
    if cards:
        yield from _grid(file, cards, codes, None)


def _row(row: Sequence[TableCell]) -> _Line:
    """A row of a file's own table; a cell that covers several columns counts once."""
    parts: list[tuple[float, str]] = []
    for column, cell in enumerate(row):
        text = cell.text.strip()
        if text and not any(text == other for _, other in parts):
            parts.append((float(column), text))
    return _Line(tuple(parts), row[0].page if row else None, row[0].box if row else None)


def _label(line: _Line) -> Label | None:
    """The item that a line names, with a word before its label, or beside the name of a field of items."""
    label = list_label(line.parts[0][1])
    if label is not None and label.word:
        return label
    name = _ITEM_FIELD.fullmatch(line.parts[0][1])
    beside = list_label(line.parts[1][1]) if name and len(line.parts) > 1 else None
    return beside._replace(word=beside.word or "item") if beside is not None else None


def _grid(file: FileLines, lines: Sequence[_Line], codes: Sequence[str], above: str | None) -> Iterator[ItemGrid]:
    """The blocks as a grid; nothing where they do not look alike or few of them name sub-categories."""
    blocks, head = _blocks(lines, codes)
    where = _where(head)
    said = [_said(block, codes, where) for block in blocks]
    while said and not said[-1].codes:
        said.pop()  # what follows the table
    if sum(bool(each.codes) for each in said) < _LEAST:
        return
    rows = [_item_row(block, each) for block, each in zip(blocks, said, strict=False)]
    ends = [(line.page, line.box[3]) for each in said for line in each.lines if line.page is not None and line.box]
    first = blocks[0].lines[0].page
    pages = tuple(sorted({first or 1, *(page for page, _ in ends)}))
    native = bool(file.reading.tables)
    read = {page for page, _ in ends if file.page(page).page.text_source is not TextSource.WRITTEN}
    grid = Grid(
        file.file,
        (Row(tuple(Cell(text, first, None) for text in _HEADS), first), *rows),
        pages,
        native=native,
        ruled=native,
        recognised=frozenset() if native else frozenset(read),
    )
    headed, listed, heading = (True, False, above) if above is not None else heading_above(file, pages[0], _ANYWHERE)
    yield ItemGrid(grid, headed, listed, max(ends, default=(pages[-1], 0.0)), heading)


def _blocks(lines: Sequence[_Line], codes: Sequence[str]) -> tuple[list[_Block], _Line | None]:
    """The lines cut where a new item's label begins one at the first label's edge, up to an item that comes again.

    With the lines' head; no blocks where a sub-category stands before the first item: then the items are its own.
    """
    found: list[_Block] = []
    head, edge = None, None
    for line in lines:
        label = _label(line)
        edge = line.parts[0][0] if edge is None and label is not None else edge
        begins = label is not None and edge is not None and abs(line.parts[0][0] - edge) <= _NEAR
        if not begins:
            if found:
                found[-1] = found[-1]._replace(lines=(*found[-1].lines, line))
            elif starting_code(line.parts[0][1], codes) is not None:
                return [], None
            elif len(line.parts) > 1:
                head = line
            continue
        if label is not None and any(block.label.id == label.id for block in found):
            if found[-1].label.id != label.id:
                break
            continue
        if label is not None:
            found.append(_Block(label, (line,)))
    return found, head


def _where(head: _Line | None) -> float | None:
    """The left edge of the column that says where in the item, below a head that says so; None without one."""
    if head is None or not _CODE_COLUMN.search(head.parts[0][1]):
        return None
    return next((at for at, text in head.parts[1:] if _WHERE.search(text)), None)


def _item_row(block: _Block, said: _Said) -> Row:
    """One row of the grid; its place is that of the lines that name sub-categories."""
    line = said.lines[0] if said.lines else block.lines[0]
    texts = (block.label.written, block.label.rest, said.codes, said.pages, said.simulated)
    return Row(tuple(Cell(text, line.page, line.box) for text in texts), line.page)


def _said(block: _Block, codes: Sequence[str], where: float | None) -> _Said:
    """What the block's fields say; without a field of sub-categories, the lines that begin with one."""
    found: dict[str, list[str]] = {"codes": [], "pages": [], "simulated": []}
    lines: list[_Line] = []
    kind, edge, last = "", None, block.lines[0]
    for line in block.lines[1:]:
        name, rest = _named(line)
        if name:
            kind = _kind(name)
            edge = line.parts[1][0] if len(line.parts) > 1 else None
        elif kind and not _goes_on(line, last, edge):
            kind = ""
        if kind:
            found[kind].append(rest)
            lines.append(line)
        last = line
    texts = {key: "\n".join(filter(None, parts)) for key, parts in found.items()}
    if texts["codes"]:
        return _Said(texts["codes"], texts["pages"], texts["simulated"], tuple(lines))
    return _entries(block, codes, where)


def _goes_on(line: _Line, last: _Line, edge: float | None) -> bool:
    """Whether a line is more of the field above: below its text, and near or on the next page."""
    if edge is not None and line.parts[0][0] < edge - _NEAR:
        return False
    if line.box is None or last.box is None or line.page != last.page:
        return edge is not None or line.page == last.page
    return line.box[1] - last.box[3] <= _CLOSE * (last.box[3] - last.box[1])


def _named(line: _Line) -> tuple[str, str]:
    """The name that a line's field has and its text; "" and the whole line where it goes on with the one above."""
    first, rest = line.parts[0][1], " ".join(text for _, text in line.parts[1:])
    match = _NAMED.fullmatch(line.text)
    if match and (_kind(match[1]) or len(match[1].split()) <= _SHORT_NAME):
        return match[1], match[2]
    if _kind(first) or (rest and len(first.split()) <= _LONGEST_NAME and not any(map(str.isdecimal, first))):
        return first, rest
    return "", line.text


def _kind(name: str) -> str:
    """What a field of this name says: "codes", "pages" or "simulated"; "" what is of no concern here."""
    for kind, pattern in (("codes", _CODES), ("pages", _PAGES), ("simulated", _SIMULATED)):
        if pattern.fullmatch(plain(name)):
            return kind
    return ""


def _entries(block: _Block, codes: Sequence[str], where: float | None) -> _Said:
    """The lines of a block without fields that begin with a sub-category alone, each with where it is shown."""
    found: list[str] = []
    lines: list[_Line] = []
    for line in block.lines[1:]:
        begins = starting_code(line.parts[0][1], codes)
        alone = begins is not None and begins[1].lstrip()[:1] in {"", "-", ":", "("}
        edge = lines[0].parts[0][0] if lines else line.parts[0][0]
        if begins is not None and alone and abs(line.parts[0][0] - edge) <= _NEAR:
            found.append(f"{begins[0]} - {begins[1].lstrip(' -:')} {_told(line, where, 1)}".strip(" -"))
        elif found and line.parts[0][0] > edge + _NEAR:
            found[-1] = f"{found[-1]} {_told(line, where, 0)}".strip()
        else:
            continue
        lines.append(line)
    return _Said("\n".join(found), "", "", tuple(lines))


def _told(line: _Line, where: float | None, start: int) -> str:
    """The part of a line that says where in the item: all but its first parts, or what stands in that column."""
    if where is None:
        return " ".join(text for _, text in line.parts[start:])
    if line.source is None:
        return " ".join(text for at, text in line.parts if at >= where)
    return " ".join(word.text for word in line.source.words if word.x0 >= where - _NEAR)
