"""Codes of recognised pages that a slip spoilt, put right where their neighbours leave one code only.

"43" between 4.2 and 5.1 is 4.3, and so is "9.3" there: the column counts through the scheme's codes. Written pages are
never changed.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from mrse_assess.intake.text.codes import LOST_POINT, read_code
from mrse_assess.intake.text.labels import read_label
from mrse_assess.intake.text.lines import PageLines, segments
from mrse_assess.model.pages import Word
from mrse_assess.terms import TextSource

_LIKE: Final = re.compile(r"\(?[\dlIO|SBZ][.,:;\u00b7' ]?[\dlIO|SBZ][).:,]?\Z")
_ROMAN: Final = re.compile(r"\d?\s?\([il1|]{1,3}\)\Z|\d\s?\([il1|!]{0,3}\)?\Z", re.IGNORECASE)
_DIGITS: Final = str.maketrans({"l": "1", "I": "1", "|": "1", "O": "0", "S": "5", "B": "8", "Z": "2"})
_ALIGNED: Final = 6.0  # points
_LEAST: Final = 5  # codes in order that make a column of codes


def put_in_order(page: PageLines, codes: Sequence[str]) -> dict[Word, str]:
    """The words of a recognised page that must be other codes than they say, with those codes, marked as doubtful."""
    if page.page.text_source is TextSource.WRITTEN:
        return {}
    likely = [word for word in page.page.words if _LIKE.match(word.text) or word.text.strip("().:") in codes]
    found: dict[Word, str] = {}
    for column in _columns(likely):
        found.update(_mended(column, codes))
    for column in _columns([word for word in page.page.words if _ROMAN.match(word.text)]):
        beside = _beside(page, column)
        start = 0
        for end in range(1, len(column) + 1):
            if end == len(column) or (column[end].text[0].isdecimal() and column[end].text[0] != column[start].text[0]):
                group = (column[start:end], codes, beside[start:end])
                found.update(_in_turn(*group) or _counted_on(*group))
                start = end
    return found


def _columns(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Words under each other by their left edge, top to bottom."""
    groups: list[list[Word]] = []
    for word in sorted(words, key=lambda each: each.x0):
        if groups and word.x0 - groups[-1][0].x0 <= _ALIGNED:
            groups[-1].append(word)
        else:
            groups.append([word])
    return (sorted(group, key=lambda each: each.y0) for group in groups if len(group) >= _LEAST)


def _mended(column: Sequence[Word], codes: Sequence[str]) -> dict[Word, str]:
    places = [_place(word.text, codes) for word in column]
    sure = _rising(places)
    if len(sure) < _LEAST:
        return {}
    found: dict[Word, str] = {}
    for first, last in pairwise(sure):
        between = column[first + 1 : last]
        missing = codes[(places[first] or 0) + 1 : places[last]]
        if len(between) == len(missing):
            found.update({word: _doubtful(code) for word, code in zip(between, missing, strict=True)})
            continue
        pointed = {word: _pointed(word.text) for word in between}
        found.update({word: _doubtful(code) for word, code in pointed.items() if code in missing})
    return found


def _beside(page: PageLines, column: Sequence[Word]) -> list[str]:
    """The words of the cell to the right of each code, which are the title in most tables; "" for none."""
    found = []
    for word in column:
        middle = (word.y0 + word.y1) / 2
        line = next((line for line in page.lines if line.y0 <= middle <= line.y1 and word in line.words), None)
        after = [part for part in segments(line) if part[0].x0 > word.x0] if line is not None else []
        found.append(" ".join(each.text for each in after[0]) if after else "")
    return found


def _in_turn(column: Sequence[Word], codes: Sequence[str], beside: Sequence[str]) -> dict[Word, str]:
    """Rows of one category, each with a title of its own and as many as it has sub-categories, as these in turn.

    Strokes of numerals are lost, none are gained: where one says more than its place does, nothing is.
    """
    wanted = [code for code in codes if code.partition(".")[0] == column[0].text[0] and "." in code]
    titles = {text for text in beside if text[:1].isalpha() and read_label(text) is None}
    if len(column) != len(wanted) or len(titles) != len(column):
        return {}
    strokes = [sum(each in "iIl1|!" for each in word.text.partition("(")[2]) for word in column]
    if any(count > place for place, count in enumerate(strokes, start=1)):
        return {}
    return {
        word: _doubtful(code) if count != place else code
        for place, (word, code, count) in enumerate(zip(column, wanted, strokes, strict=True), start=1)
    }


def _counted_on(column: Sequence[Word], codes: Sequence[str], beside: Sequence[str]) -> dict[Word, str]:
    """Codes with Roman numerals that lost a stroke or their category: "4(ii)" after 4(ii) is 4(iii).

    Only where no code stands twice with the next one there as well: such a table has a row for each item, unless the
    words ``beside`` the two are the same, as a title is that stands in each row of its code. A code after a later one
    of its category is the one after that.
    """
    read: list[str | None] = []
    for word in column:
        before = next((code for code in reversed(read) if code), None)
        alone = word.text.startswith("(") and before is not None
        full = read_code(before.partition(".")[0] + word.text if alone and before else word.text, codes)
        read.append(full.code if full is not None else None)
    found: dict[Word, str] = {}
    for place, (word, code) in enumerate(zip(column, read, strict=True)):
        again = bool(place) and code == read[place - 1]
        if again and beside[place] and beside[place] == beside[place - 1]:
            if column[place - 1] in found:
                found[word] = found[column[place - 1]]
        elif code is None or again or (place and _goes_back(read[place - 1], code)):
            after = _after(read[place - 1], codes) if place and code is not None else None
            if code is not None and (after is None or after in read):
                return {}
            if after is not None:
                found[word] = _doubtful(after)
        elif word.text.startswith("("):
            found[word] = _doubtful(code)
    return found


def _goes_back(before: str | None, code: str) -> bool:
    """Whether a code stands after a later one of its category."""
    return before is not None and before > code and before.partition(".")[0] == code.partition(".")[0]


def _after(code: str | None, codes: Sequence[str]) -> str | None:
    """The next code of the same category."""
    place = codes.index(code) + 1 if code in codes else len(codes)
    same = place < len(codes) and codes[place].partition(".")[0] == (code or "").partition(".")[0]
    return codes[place] if same else None


def _place(text: str, codes: Sequence[str]) -> int | None:
    code = read_code(text, codes)
    return codes.index(code.code) if code is not None and code.code is not None else None


def _rising(places: Sequence[int | None]) -> list[int]:
    """Indexes of the longest run of places that only rises, those between left out; a column has few."""
    best: list[list[int]] = []
    for index, place in enumerate(places):
        before = [run for run in best if place is not None and (places[run[-1]] or 0) < place]
        best.append([*max(before, key=len, default=[]), index] if place is not None else [])
        best = [run for run in best if run]
    return max(best, key=len, default=[])


def _pointed(text: str) -> str:
    """The two digits of the text with a point between them."""
    digits = "".join(each for each in text.translate(_DIGITS) if each.isdigit())
    return ".".join(digits)


def _doubtful(code: str) -> str:
    return code.replace(".", LOST_POINT)
