"""Tables as an export gives them, a sign between the cells of a row: "1.1;E05;2;Quench pipe survey"."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from mrse_assess.intake.grids.grid import Cell, Grid, Row
from mrse_assess.intake.text.codes import read_code
from mrse_assess.intake.text.labels import plain, read_label
from mrse_assess.intake.text.lines import FileLines, Line, PageLines
from mrse_assess.model.pages import Word
from mrse_assess.model.places import Box

_SIGNS: Final = ";|\t,"
_LEAST: Final = 4  # lines of a table
_LEAST_SIGNS: Final = 2  # in each line; with one it would be a sentence
_MOSTLY: Final = 0.8  # share of the rows that begin with a code or a label
_GAP: Final = 1.5  # line heights between a line and the rest of its last cell


class Delimited(NamedTuple):
    """A table of that kind, and from which height of its first page to which of its last it reaches."""

    grid: Grid
    top: float
    end: tuple[int, float]


class _Piece(NamedTuple):
    text: str
    words: tuple[Word, ...]


class _Line(NamedTuple):
    """A line cut at its signs; one without any goes on with the last cell of the line before."""

    page: int
    line: Line
    pieces: tuple[_Piece, ...]


def delimited_grids(file: FileLines, codes: Sequence[str]) -> Iterator[Delimited]:
    """Every table of the file that is written with signs between its cells."""
    if file.reading.tables:
        return
    texts = [plain("\n".join([line.text for line in page.lines])) for page in file.pages]
    for sign in _SIGNS:
        pages = [page for page, text in zip(file.pages, texts, strict=True) if _may_hold(text, sign)]
        lines = [_cut(page, line, sign) for page in pages for line in page.lines]
        for rows in _blocks(lines):
            if _is_table(rows, codes) and (_has_heads(rows, codes) or not _is_prose(rows, sign)):
                yield _grid(file.file, rows)


def _may_hold(text: str, sign: str) -> bool:
    """Whether neighbouring lines have as many signs each, those aside that have none."""
    if text.count(sign) < _LEAST * _LEAST_SIGNS:
        return False
    counts = [count for line in text.split("\n") if (count := line.count(sign))]
    return any(count >= _LEAST_SIGNS and len(list(group)) >= _LEAST - 1 for count, group in groupby(counts))


def _cut(page: PageLines, line: Line, sign: str) -> _Line:
    """The line's pieces between the signs that do not stand in quotes."""
    if sign not in (text := plain(line.text)):  # most lines, by far
        return _Line(page.number, line, (_Piece(text.strip('" '), tuple(line.words)),))
    pieces: list[list[Word]] = [[]]
    quoted = False
    for word in (each._replace(text=plain(each.text)) for each in line.words):
        start = 0
        for place, character in enumerate(f"{word.text}\n"):
            quoted ^= character == '"'
            spaced = sign == "," and place == len(word.text) - 1  # a comma of a sentence
            if character != "\n" and (character != sign or quoted or spaced):
                continue
            if place > start:
                pieces[-1].append(_part(word, start, place))
            if character == sign:
                pieces.append([])
            start = place + 1
    cut = tuple(_Piece(" ".join(word.text for word in words).strip('" '), tuple(words)) for words in pieces)
    return _Line(page.number, line, cut)


def _part(word: Word, start: int, end: int) -> Word:
    step = (word.x1 - word.x0) / len(word.text)
    return word._replace(x0=word.x0 + start * step, x1=word.x0 + end * step, text=word.text[start:end])


def _blocks(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Lines under each other with as many pieces each, those that go on with a last cell put to it."""
    rows: list[_Line] = []
    for line in lines:
        if rows and len(line.pieces) == len(rows[-1].pieces):
            rows.append(line)
        elif rows and len(line.pieces) == 1 and _goes_on(rows[-1], line):
            rows[-1] = _longer(rows[-1], line)
        else:
            yield rows
            rows = [line] if len(line.pieces) > _LEAST_SIGNS else []
    yield rows


def _goes_on(row: _Line, line: _Line) -> bool:
    above, below = row.line, line.line
    near = row.page == line.page and below.y0 - above.y1 < _GAP * (above.y1 - above.y0) - (above.y1 - above.y0)
    return near and below.x0 >= above.x0 - 1


def _longer(row: _Line, line: _Line) -> _Line:
    last, more = row.pieces[-1], line.pieces[0]
    whole = _Piece(f"{last.text} {more.text}".strip(), (*last.words, *more.words))
    return row._replace(line=line.line, pieces=(*row.pieces[:-1], whole))


def _is_table(rows: Sequence[_Line], codes: Sequence[str]) -> bool:
    """Whether most rows begin with a code of the scheme or a label; the first may be heads."""
    first = [row.pieces[0].text for row in rows[1:]]
    told = sum(_is_code(text, codes) or _is_label(text) for text in first)
    return len(rows) >= _LEAST and told >= _MOSTLY * len(first)


def _has_heads(rows: Sequence[_Line], codes: Sequence[str]) -> bool:
    """Whether the first row names what stands below it."""
    first = rows[0].pieces[0].text
    return not _is_code(first, codes) and not _is_label(first)


def _is_prose(rows: Sequence[_Line], sign: str) -> bool:
    """Whether a blank follows each sign, as in a sentence or a list of references."""
    texts = [plain(row.line.text) for row in rows]
    return all(text.count(sign) == text.count(f"{sign} ") + text.endswith(sign) for text in texts)


def _is_code(text: str, codes: Sequence[str]) -> bool:
    code = read_code(text, codes)
    return code is not None and bool(code.code) and read_label(code.rest) is None  # an item is a cell of its own


def _is_label(text: str) -> bool:
    label = read_label(text, bare=True)
    return label is not None and not label.rest


def _grid(file: str, lines: Sequence[_Line]) -> Delimited:
    rows: list[Row] = []
    for page, group in groupby(lines, key=lambda each: each.page):
        for place, line in enumerate(group):
            cells = tuple(Cell(piece.text, page, _box(piece, line.line)) for piece in line.pieces)
            rows.append(Row(cells, page, new_page=not place))
    pages = tuple(dict.fromkeys(line.page for line in lines))
    grid = Grid(file, tuple(rows), pages, ruled=True)
    return Delimited(grid, lines[0].line.y0, (lines[-1].page, lines[-1].line.y1))


def _box(piece: _Piece, line: Line) -> Box | None:
    if not piece.words:
        return None
    words = piece.words
    return min(word.x0 for word in words), min(w.y0 for w in words), max(w.x1 for w in words), max(line.y1, words[0].y1)
