"""Sub-categories told by the words of their titles where no codes are written: each is given its code."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import log
from typing import Final, NamedTuple

from mrse_assess.intake.text.codes import read_code
from mrse_assess.intake.text.labels import plain, squeezed
from mrse_assess.intake.text.lines import FileLines, Line, PageLines, lines_of, segments
from mrse_assess.intake.text.part_headings import CLOSING, TABLE_HEADING
from mrse_assess.model.pages import NativeTable, Word
from mrse_assess.model.scheme import SubCategory

_LEAST: Final = 6  # sub-categories that a column of titles names
_MOSTLY: Final = 0.4  # share of a column's lines that begin a title; others go on with one
_AGAIN: Final = 3  # times that a line stands in a column to be a head
_ALIKE: Final = 6.0  # points
_COVERED: Final = 0.5  # share of a line's weight that a title must have
_ENOUGH: Final = 3.3  # weight: more than one rare word
_CLEARLY: Final = 1.2  # times the weight of the second best title
_ABOUT: Final = 0.5  # weight of words that are said about a sub-category, beside its title
_NEAR: Final = 2.0  # heights of a line between pieces of one text on a recognised page
_NO_BREADTH: Final = 0.5  # points
_LONGEST_HEADING: Final = 13  # words
_PAGES: Final = 5  # of a table
_WORD: Final = re.compile(r"[a-z]{3,}")
_ENDING: Final = re.compile(r"(?:ations?|ions?|ings?|ed|es|s)$")
_STEM: Final = 6  # letters
_COMMON: Final = frozenset(["the", "and", "for", "with", "within", "from", "that", "which", "not"])


class _Said(NamedTuple):
    """A line of a column with the sub-category whose title it begins, None where none, its first word and page."""

    code: str | None
    text: str
    word: Word
    page: int


class Titles:
    """The titles of a scheme's sub-categories, to compare what applicants write with."""

    def __init__(self, units: Sequence[SubCategory]) -> None:
        self.words: dict[str, Mapping[str, float]] = {
            unit.code: {
                **dict.fromkeys(_stems(unit.about), _ABOUT),
                **dict.fromkeys(_stems(f"{unit.title} {unit.short_name}"), 1.0),
            }
            for unit in units
        }
        there = Counter(stem for words in self.words.values() for stem in words)
        self.weights = {stem: log(len(units) / count) for stem, count in there.items()}
        self.unknown = log(max(len(units), 2))
        self.names = {squeezed(name): unit.code for unit in units for name in (unit.title, unit.short_name)}

    def code_of(self, text: str) -> str | None:
        """The sub-category whose title the text is like, far more than any other; None where it is like none."""
        if code := self.names.get(squeezed(text)):
            return code
        stems = set(_stems(text))
        whole = sum(self.weights.get(stem, self.unknown) for stem in stems)
        scores = {
            code: sum(self.weights[stem] * words[stem] for stem in stems & words.keys())
            for code, words in self.words.items()
        }
        code = max(scores, key=scores.__getitem__)
        best, second = scores.pop(code), max(scores.values(), default=0.0)
        return code if best >= max(_ENOUGH, _COVERED * whole, _CLEARLY * second) else None


def _stems(text: str) -> list[str]:
    words = _WORD.findall(plain(text).lower())
    return [_ENDING.sub("", word)[:_STEM] for word in words if word not in _COMMON]


def with_codes(files: Sequence[FileLines], units: Sequence[SubCategory]) -> tuple[FileLines, ...] | None:
    """The files with a code before each title in tables that bear titles only; None where there is no such table."""
    titles = Titles(units)
    codes = [unit.code for unit in units]
    found = [_coded(file, titles, codes) for file in files]
    return tuple(found) if any(one is not two for one, two in zip(found, files, strict=True)) else None


def _coded_native(file: FileLines, titles: Titles, codes: Sequence[str]) -> FileLines:
    """The file with codes before the titles in its own tables; itself where those have codes or no titles."""
    found = [_told(table, titles, codes) for table in file.reading.tables]
    if len({code for _, said in found for code in said}) < _LEAST:
        return file
    return file._replace(reading=replace(file.reading, tables=tuple(table for table, _ in found)))


def _told(table: NativeTable, titles: Titles, codes: Sequence[str]) -> tuple[NativeTable, frozenset[str]]:
    """The table with codes in the column that names most sub-categories by their titles, and which those are."""
    if any((there := read_code(cell.text, codes)) and there.code for row in table.rows for cell in row):
        return table, frozenset()
    best, most = 0, frozenset[str]()
    for column in range(max(map(len, table.rows), default=0)):
        lines = [line for row in table.rows for cell in row[column : column + 1] for line in cell.text.split("\n")]
        said = frozenset(code for line in lines if (code := titles.code_of(line)))
        best, most = (column, said) if len(said) > len(most) else (best, most)
    if not most:
        return table, most
    rows = tuple(
        tuple(replace(cell, text=_led(cell.text, titles)) if at == best else cell for at, cell in enumerate(row))
        for row in table.rows
    )
    return replace(table, rows=rows), most


def _led(text: str, titles: Titles) -> str:
    return "\n".join(f"{code} {line}" if (code := titles.code_of(line)) else line for line in text.split("\n"))


def _coded(file: FileLines, titles: Titles, codes: Sequence[str]) -> FileLines:
    if file.reading.tables:
        return _coded_native(file, titles, codes)
    pages = [file.page(number) for number in _table_pages(file)]
    columns: dict[float, list[_Said]] = defaultdict(list)
    for page in pages:
        for words, longer, coded in _segments(page, codes):
            at = next((x0 for x0 in columns if abs(x0 - words[0].x0) <= _ALIKE), words[0].x0)
            text = _text(words)
            code = None if coded else titles.code_of(text) or titles.code_of(_text(longer))
            columns[at].append(_Said(code, text, words[0], page.number))
    best = _with_last(_once(max(columns.values(), key=_breadth, default=[])), codes)
    said = [each for each in best if each.code]
    if _breadth(best) < _LEAST or len(said) < _MOSTLY * len(best):
        return file
    return file._replace(
        pages=tuple(_with(page, [each for each in said if each.page == page.number]) for page in file.pages)
    )


def _breadth(column: Sequence[_Said]) -> int:
    return len({said.code for said in column if said.code})


def _once(column: Sequence[_Said]) -> list[_Said]:
    """The column without lines that come again and again, as heads do."""
    texts = Counter(each.text for each in column)
    return [each for each in column if each.code or texts[each.text] < _AGAIN]


def _with_last(column: Sequence[_Said], codes: Sequence[str]) -> list[_Said]:
    """The column with the one sub-category that is left for the one title that is like none, where it is so."""
    told = [place for place, each in enumerate(column) if each.code]
    missing = [code for code in codes if code not in {each.code for each in column}]
    inside = column[told[0] : told[-1]] if told else ()
    left = {squeezed(each.text) for each in inside if not each.code and each.text[:1].isupper()}
    if len(missing) != 1 or len(left) != 1:
        return list(column)
    return [each._replace(code=missing[0]) if squeezed(each.text) in left else each for each in column]


def _table_pages(file: FileLines) -> Iterator[int]:
    """The pages below the first heading of the table, up to the statement that closes it."""
    below = 0
    for page in file.pages:
        if not (below or any(map(_names_table, page.lines))):
            continue
        below += 1
        yield page.number
        if below == _PAGES or any(CLOSING.search(line.text) for line in page.lines):
            return


def _names_table(line: Line) -> bool:
    """Whether a line is the table's heading, also where text recognition cut its words apart."""
    short = len(line.words) <= _LONGEST_HEADING
    return short and bool(TABLE_HEADING.search(line.text) or "crossreferenc" in squeezed(line.text))


def _segments(page: PageLines, codes: Sequence[str]) -> Iterator[tuple[tuple[Word, ...], tuple[Word, ...], bool]]:
    """The pieces of each line, each also with the one near behind it, and whether a code stands in or before it."""
    for line in page.lines:
        coded = False
        parts = segments(line)
        for words, after in zip(parts, (*parts[1:], ()), strict=True):
            code = read_code(_text(words), codes)
            coded = coded or (code is not None and bool(code.code))
            near = bool(after) and after[0].x0 - words[-1].x1 <= _NEAR * (line.y1 - line.y0)
            yield words, (*words, *after) if near else words, coded


def _text(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _with(page: PageLines, said: Sequence[_Said]) -> PageLines:
    """The page with each code as a word of no breadth before the first word of its title."""
    if not said:
        return page
    codes = {id(each.word): each.code for each in said}
    words: list[Word] = []
    for word in page.page.words:
        code = codes.get(id(word))
        if code:
            words.append(word._replace(x1=word.x0 + _NO_BREADTH, text=code))
        words.append(word._replace(x0=word.x0 + _NO_BREADTH) if code else word)
    return page._replace(page=replace(page.page, words=tuple(words), certainty=()), lines=lines_of(words))
