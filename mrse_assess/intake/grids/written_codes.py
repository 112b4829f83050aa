"""Codes written otherwise put in the scheme's form before the table is looked for.

Two ways of writing say nothing by themselves and are read only where many stand under each other in the scheme's order:
"1a" or "1-1" for 1.1, which may be items; and "i", "(a)" or "1" under a heading such as "Category 1", which may be any
list. Only the words that bear the code change; the cells beside them stay as they are.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from mrse_assess.intake.grids.lost_points import put_in_order
from mrse_assess.intake.text.codes import read_code, read_other_form
from mrse_assess.intake.text.lines import FileLines, Line, PageLines, lines_of
from mrse_assess.model.pages import NativeTable, Word

_OTHER: Final = re.compile(r"\(?\d(?:[.-]?(?:i{1,3}|iv|[a-d])|-[1-4])[).:]?\Z")
_OTHER_FIRST: Final = re.compile(r"\s*\(?\d(?:\s?[.-]?\s?(?:i{1,3}|iv|[a-d])|\s?-\s?[1-4])[).:]{0,2}(?=\s|\Z)")
_CODES_HEAD: Final = re.compile(r"categor|criteri|competenc", re.IGNORECASE)
_PART: Final = re.compile(r"[(.]?(i{1,3}|iv|[a-d]|[1-4])[).:]{0,2}\Z")
_HEADING: Final = re.compile(r"(?:major\s+)?(?:categor|cat\b|\d\s?[.:)-]?\s+[A-Z])", re.IGNORECASE)
_PLACES: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "a": 1, "b": 2, "c": 3, "d": 4}
_LEAST: Final = 4  # codes of another form under each other, in order
_LEAST_CATEGORIES: Final = 5  # of headings that are numbered only
_LEAST_NAMED: Final = 3  # of headings that say "Category"
_LONGEST_CODE: Final = 6  # characters
_ALIGNED: Final = 5.0  # points
_LONGEST: Final = 14  # words of a heading


class _Part(NamedTuple):
    """A word that numbers a row within the category of the heading above it."""

    page: int
    word: Word
    category: str
    place: int


def usual_codes(file: FileLines, codes: Sequence[str]) -> FileLines:
    """The file with the codes of its table in the scheme's form; most files are given back as they are."""
    changed = {**_other_forms(file, codes), **_under_headings(file, codes)}
    for page in file.pages:
        if page.number not in changed and (mended := put_in_order(page, codes)):
            changed[page.number] = mended
    if not changed:
        return file
    return file._replace(pages=tuple(_rewritten(page, changed.get(page.number, {})) for page in file.pages))


def usual_table(table: NativeTable, codes: Sequence[str]) -> NativeTable:
    """A table of the file's own with "1a" or "1-1" read as 1.1, where a column of sub-categories counts so in order."""
    width = max((len(row) for row in table.rows), default=0)
    columns = [[row[place].text if place < len(row) else "" for row in table.rows] for place in range(width)]
    usual = max((len(_usual_in(texts, codes)) for texts in columns), default=0)
    for place, texts in enumerate(columns):
        found = {at: each for at, text in enumerate(texts) if (each := _other_form(text, codes))}
        rising = all(first < second for first, second in pairwise(codes.index(code) for code, _ in found.values()))
        headed = any(_CODES_HEAD.search(text) for text in texts[: min(found, default=0)])
        if len(found) >= max(_LEAST, usual + 1) and rising and headed:
            rows = [list(row) for row in table.rows]
            for at, (code, rest) in found.items():
                rows[at][place] = replace(rows[at][place], text=f"{code} {rest}".strip())
            return replace(table, rows=tuple(map(tuple, rows)))
    return table


def _other_form(text: str, codes: Sequence[str]) -> tuple[str, str] | None:
    """The code that a cell begins with in another form, and the text behind it."""
    match = _OTHER_FIRST.match(text)
    code = read_other_form(match.group().strip("() .:"), codes) if match else None
    return (code, text[match.end() :].strip()) if match and code else None


def _usual_in(texts: Sequence[str], codes: Sequence[str]) -> set[str]:
    """The codes with a point that cells hold in their usual form."""
    read = (read_code(text, codes) for text in texts)
    return {code.code for code in read if code is not None and code.code and "." in code.code}


def _rewritten(page: PageLines, words: Mapping[Word, str]) -> PageLines:
    if not words:
        return page
    changed = tuple(word._replace(text=words[word]) if word in words else word for word in page.page.words)
    return page._replace(page=replace(page.page, words=changed), lines=lines_of(changed))


def _other_forms(file: FileLines, codes: Sequence[str]) -> dict[int, dict[Word, str]]:
    """Columns of "1a", "1-1" and the like, where the page has no column of the usual form that is as long."""
    found: dict[int, dict[Word, str]] = {}
    for page in file.pages:
        likely = [word for word in page.page.words if len(word.text) <= _LONGEST_CODE and _OTHER.match(word.text)]
        if len(likely) < _LEAST:
            continue
        for column in _columns(likely):
            read = [(word, code) for word in column if (code := read_other_form(word.text, codes))]
            places = [codes.index(code) for _, code in read]
            rising = all(first < second for first, second in pairwise(places))
            if len(read) >= _LEAST and len(read) == len(column) and rising and not _has_usual(page, codes, len(read)):
                found[page.number] = dict(read)
                break
    return found


def _columns(words: Sequence[Word]) -> Iterator[list[Word]]:
    groups: list[list[Word]] = []
    for word in sorted(words, key=lambda each: each.x0):
        if groups and word.x0 - groups[-1][0].x0 <= _ALIGNED:
            groups[-1].append(word)
        else:
            groups.append([word])
    return (sorted(group, key=lambda each: each.y0) for group in groups)


def _has_usual(page: PageLines, codes: Sequence[str], count: int) -> bool:
    """Whether the page has as many codes of the usual form that begin a line or a cell."""
    usual = {word.text.strip("().:") for word in page.page.words if "." in word.text} & set(codes)
    return len(usual) >= count


def _under_headings(file: FileLines, codes: Sequence[str]) -> dict[int, dict[Word, str]]:
    parts: list[_Part] = []
    named: set[str] = set()
    for group, by_name in _headed_groups(file, codes):
        parts.extend(group)
        named.update(part.category for part in group if by_name)
    categories = {part.category for part in parts}
    if len(categories) < _LEAST_CATEGORIES and len(named) < _LEAST_NAMED:
        return {}
    found: dict[int, dict[Word, str]] = {}
    for part in parts:
        code = f"{part.category}.{part.place}"
        found.setdefault(part.page, {})[part.word] = code if code in codes else part.category
    return found


def _headed_groups(file: FileLines, codes: Sequence[str]) -> Iterator[tuple[list[_Part], bool]]:
    """The rows under each heading of a category where they number exactly the category's sub-categories."""
    current: str | None = None
    by_name = False
    rows: list[_Part] = []
    for page in file.pages:
        for line in page.lines:
            heading = _heading(line, codes)
            if heading is not None:
                yield _kept(rows, codes), by_name
                current, by_name, rows = *heading, []
            elif current is not None:
                rows.extend(() if _bears_code(line, codes) else _parts(page, line, current))
    yield _kept(rows, codes), by_name


def _heading(line: Line, codes: Sequence[str]) -> tuple[str, bool] | None:
    if len(line.words) > _LONGEST or not _HEADING.match(line.text):
        return None
    code = read_code(line.text, codes)
    if code is None or code.category is None or (code.code is not None and "." in code.code):
        return None
    return code.category, code.prefixed


def _bears_code(line: Line, codes: Sequence[str]) -> bool:
    """Whether the row has its code in the usual form; then a letter or number in it is an item's."""
    return any("." in (code := word.text.strip("().:")) and code in codes for word in line.words[:3])


def _parts(page: PageLines, line: Line, category: str) -> Iterator[_Part]:
    for word in line.words[:3]:
        match = _PART.match(word.text.lower()) if len(word.text) <= _LONGEST_CODE else None
        if match:
            written = match.group(1)
            yield _Part(page.number, word, category, _PLACES.get(written) or int(written))
            return


def _kept(rows: Sequence[_Part], codes: Sequence[str]) -> list[_Part]:
    """The rows of the first column that counts through the whole category, in order; [] when none does."""
    if not rows:
        return []
    category = rows[0].category
    expected = sum(code.partition(".")[0] == category for code in codes)
    first = rows[0].word.x0
    column = [row for row in rows if abs(row.word.x0 - first) <= _ALIGNED][:expected]
    return column if [row.place for row in column] == list(range(1, expected + 1)) else []
