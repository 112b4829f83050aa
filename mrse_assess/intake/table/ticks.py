"""Tables of ticks: sub-categories across and items down, where a mark claims."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from mrse_assess.intake.cells.cell import Sign
from mrse_assess.intake.cells.references import Reference
from mrse_assess.intake.grids.grid import Cell, native_grid
from mrse_assess.intake.grids.rulings import horizontals, verticals
from mrse_assess.intake.table.claims import Claim, RowReading, doubted
from mrse_assess.intake.table.marking import is_empty, is_mark
from mrse_assess.intake.text.codes import read_code
from mrse_assess.intake.text.labels import Label, read_label
from mrse_assess.intake.text.lines import FileLines, Line, PageLines, segments
from mrse_assess.model.pages import NativeTable, Word
from mrse_assess.model.places import Box, Locator

_LEAST_CODES: Final = 6
_DRAWN: Final = "(a picture)"
_LEAST_DRAWN: Final = 2.0  # points of a mark that is a picture; less is a speck
_MOST_DRAWN: Final = 24.0
_ROW_HEIGHT: Final = 30.0  # points that a mark may be from its row's label where lines are drawn between


class TickTable(NamedTuple):
    """Where a table of ticks stands and what it claims, a row for each sub-category that has a mark."""

    file: str
    pages: tuple[int, ...]
    rows: tuple[RowReading, ...]
    end: tuple[int, float]


class _Head(NamedTuple):
    centres: tuple[tuple[str, float], ...]
    pitch: float
    bottom: float


class _Labelled(NamedTuple):
    label: Label
    text: str
    line: Line


def find_ticks(file: FileLines, codes: Sequence[str]) -> Iterator[TickTable]:
    """Every table of ticks of the file; one goes on over pages as long as labels and marks do."""
    if file.reading.tables:
        yield from (ticks for table in file.reading.tables if (ticks := _native(file, table, codes)) is not None)
        return
    number = 1
    while number <= len(file.pages):
        head = _head(file.page(number), codes)
        if head is None:
            number += 1
            continue
        pages: list[int] = []
        claims: list[Claim] = []
        bottom = head.bottom
        while number <= len(file.pages):
            page = file.page(number)
            here = _head(page, codes) or (head._replace(bottom=0.0) if pages else head)
            found, low = _page_claims(page, here)
            if not found:
                break
            pages.append(number)
            claims.extend(found)
            head, bottom = here, low
            number += 1
        if claims:
            yield TickTable(file.file, tuple(pages), _by_code(claims, codes), (pages[-1], bottom))
        else:
            number += 1


def _native(file: FileLines, table: NativeTable, codes: Sequence[str]) -> TickTable | None:
    """A table of ticks that the file itself holds: a row of codes, and below it items with marks."""
    heads: dict[int, str] = {}
    claims: list[Claim] = []
    for row in native_grid(file.file, table).rows:
        found = {
            place: code.code
            for place, cell in enumerate(row.cells)
            if (code := read_code(cell.text, codes)) is not None and code.code and not code.rest
        }
        if len(set(found.values())) >= _LEAST_CODES:
            heads = found
        elif heads:
            claims.extend(_row_claims(file.file, row.cells, heads))
    if not claims:
        return None
    pages = tuple(sorted({claim.place.page for claim in claims if claim.place is not None})) or table.pages
    end = max(
        ((claim.place.page, claim.place.box[3]) for claim in claims if claim.place and claim.place.box), default=None
    )
    return TickTable(file.file, pages, _by_code(claims, codes), end or (pages[-1] if pages else 1, 0.0))


def _row_claims(file: str, cells: Sequence[Cell], heads: dict[int, str]) -> Iterator[Claim]:
    before = cells[: min(heads)]
    labels = (label for cell in before if (label := read_label(cell.text, bare=True)) is not None)
    label = next(labels, None)
    if label is None:
        return
    for place, code in heads.items():
        cell = cells[place]
        if is_mark(cell.text):
            locator = Locator(file=file, page=cell.page, box=cell.box) if cell.page is not None else None
            yield Claim(code, _reference(label), f"{label.written}: {cell.text.strip()}", locator)


def _head(page: PageLines, codes: Sequence[str]) -> _Head | None:
    """The line in which the codes stand side by side, in the scheme's order."""
    for line in page.lines:
        if len(line.words) < _LEAST_CODES:
            continue
        found = [
            (code.code, (word.x0 + word.x1) / 2)
            for word in line.words
            if (code := read_code(word.text, codes)) and code.code
        ]
        places = [codes.index(code) for code, _ in found]
        if len(set(places)) >= _LEAST_CODES and places == sorted(set(places)):
            centres = [at for _, at in found]
            pitch = min(second - first for first, second in pairwise(centres))
            return _Head(tuple(found), pitch, line.y1)
    return None


def _page_claims(page: PageLines, head: _Head) -> tuple[list[Claim], float]:
    below = [line for line in page.lines if line.y0 >= head.bottom - 1]
    labelled = [row for line in below if (row := _labelled(line, head)) is not None]
    if not labelled:
        return [], 0.0
    claims = []
    bottom = head.bottom
    rules = [stroke.at for stroke in horizontals(page.page.rulings)]
    uprights = [stroke.at for stroke in verticals(page.page.rulings)]
    marks = [(word, frozenset[Sign]()) for line in below for word in line.words if is_mark(word.text)]
    marks += [(word, frozenset({Sign.DRAWN_MARK})) for word in _drawn_marks(page, head)]
    for word, signs in marks:
        code = _code_at(word, head, uprights)
        row = _row_of(word, labelled, rules) if code is not None else None
        if code is not None and row is not None:
            claims.append(_claim(page, code, row, word, signs))
            bottom = max(bottom, word.y1)
    return claims, max(bottom, labelled[-1].line.y1)


def _drawn_marks(page: PageLines, head: _Head) -> list[Word]:
    """Small pictures below the codes, as marks; none where words stand."""
    found: list[Word] = []
    for x0, y0, x1, y1 in page.page.inked:
        small = _LEAST_DRAWN <= x1 - x0 <= head.pitch and _LEAST_DRAWN <= y1 - y0 <= _MOST_DRAWN
        if small and y0 >= head.bottom - 1 and not any(_over(word, (x0, y0, x1, y1)) for word in page.page.words):
            found.append(Word(x0, y0, x1, y1, _DRAWN, 0, 0))
    return found


def _over(word: Word, box: Box) -> bool:
    return box[0] <= (word.x0 + word.x1) / 2 <= box[2] and box[1] <= (word.y0 + word.y1) / 2 <= box[3]


def _labelled(line: Line, head: _Head) -> _Labelled | None:
    left = head.centres[0][1] - head.pitch / 2
    right = head.centres[-1][1] + head.pitch / 2
    if not all(is_mark(word.text) or is_empty(word.text) for word in line.words if left < word.x0 < right):
        return None
    for words in segments(line):
        text = " ".join(word.text for word in words)
        label = read_label(text, bare=True)
        if label is not None and words[0].x0 < left:
            return _Labelled(label, text, line)
    return None


def _code_at(word: Word, head: _Head, uprights: Sequence[float]) -> str | None:
    """The code in whose column the mark stands: the nearest without an upright line between the two."""
    middle = (word.x0 + word.x1) / 2

    def between(centre: tuple[str, float]) -> tuple[int, float]:
        low, high = min(middle, centre[1]), max(middle, centre[1])
        return sum(low < at < high for at in uprights), high - low

    code, at = min(head.centres, key=between)
    return (
        code
        if abs(at - middle) <= head.pitch / 2 or (between((code, at))[0] == 0 and abs(at - middle) <= head.pitch)
        else None
    )


def _row_of(word: Word, labelled: Sequence[_Labelled], rules: Sequence[float]) -> _Labelled | None:
    """The item in whose row the mark stands: the nearest without a ruling between the two."""
    middle = (word.y0 + word.y1) / 2

    def between(row: _Labelled) -> tuple[int, float]:
        other = (row.line.y0 + row.line.y1) / 2
        low, high = min(middle, other), max(middle, other)
        return sum(low < at < high for at in rules), high - low

    row = min(labelled, key=between, default=None)
    return row if row is not None and (between(row)[0] == 0 or between(row)[1] <= _ROW_HEIGHT) else None


def _claim(page: PageLines, code: str, row: _Labelled, word: Word, signs: frozenset[Sign]) -> Claim:
    return Claim(
        code,
        doubted(_reference(row.label), *signs),
        f"{row.label.written}: {word.text}",
        Locator(file=page.file, page=page.number, box=(word.x0, word.y0, word.x1, word.y1)),
    )


def _reference(label: Label) -> Reference:
    return Reference(evidence_id=label.id, labelled=bool(label.word))


def _by_code(claims: Sequence[Claim], codes: Sequence[str]) -> tuple[RowReading, ...]:
    rows = []
    for code in codes:
        here = tuple({claim.reference.evidence_id: claim for claim in claims if claim.sub_category == code}.values())
        if here:
            rows.append(RowReading(code, here, blank=False, above=False, codes=(), unread="", place=here[0].place))
    return tuple(rows)
