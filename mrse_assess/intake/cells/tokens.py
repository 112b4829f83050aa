"""A cell's text cut into tokens: numbers, words, file names, dates, brackets and separators.

Written by hand, one pass from left to right, so that its time is linear and every choice can be read.
"""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from mrse_assess.intake.cells.file_names import Named, named_files
from mrse_assess.intake.cells.said_places import Begun, Headings, Place, nothing_begun, said_places
from mrse_assess.intake.cells.said_titles import Said, said_titles
from mrse_assess.intake.text.labels import plain
from mrse_assess.intake.text.words import AND_WORDS, ARROW, FILE_ENDINGS, MONTHS, RANGE_WORDS

LONGEST_CELL: Final = 4000
"""Characters of a cell that are read; more than that is prose, not references."""


class Kind(StrEnum):
    """What a token is."""

    NUMBER = "number"  # 7, 07, 4a, 4.1
    WORD = "word"
    FILE = "file"
    TITLE = "title"
    PLACE = "place"
    DATE = "date"
    DASH = "dash"
    COMMA = "comma"
    SEMICOLON = "semicolon"
    AND = "and"
    COLON = "colon"
    OPEN = "open"
    CLOSE = "close"
    OTHER = "other"


class Token(NamedTuple):
    """One token. ``spaced``: white space stands before it; ``new_line``: it begins a line of the cell.

    ``repaired``: its letters were put right where text recognition mixes them up with digits, or a title is not whole.
    ``item`` is the id of the item with that title; of a place said in words "page" or "section", what its text names.
    """

    kind: Kind
    text: str
    start: int
    end: int
    spaced: bool
    new_line: bool
    repaired: bool = False
    item: str | None = None

    @property
    def low(self) -> str:
        """The text in lower case."""
        return self.text.lower()


_SINGLE: Final = {
    ",": Kind.COMMA,
    ";": Kind.SEMICOLON,
    "&": Kind.AND,
    "+": Kind.AND,
    "/": Kind.AND,
    "|": Kind.SEMICOLON,
    "\u2022": Kind.SEMICOLON,
    ":": Kind.COLON,
    "(": Kind.OPEN,
    "[": Kind.OPEN,
    ")": Kind.CLOSE,
    "]": Kind.CLOSE,
    "-": Kind.DASH,
    ARROW: Kind.DASH,
}
_SEVERAL: Final = re.compile(
    r"\b(pages?|pgs?|pp?|sections?|items?|documents?|evidence|figures?|tables?|slides?|para(?:graph)?s?|exhibits?|refs?|nos?|numbers?)"
    r"\(s\)",
    re.IGNORECASE,
)
"""A word for one or several, "Page(s) 2"; it keeps its length in letters and spaces."""

_SPACE: Final = re.compile(r"\s+")
_FILE: Final = re.compile(
    r"[^\W_](?:[\w\-()+'&.]|[,:](?=_)){0,120}?\.(?:" + "|".join(FILE_ENDINGS) + r")(?![\w])", re.IGNORECASE
)
_MONTH: Final = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in MONTHS)
_DATE: Final = re.compile(
    rf"\d{{1,2}}[/.\-]\d{{1,2}}[/.\-](?:19|20)\d{{2}}(?!\d)|\d{{4}}-\d{{2}}-\d{{2}}(?!\d)"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s(?:{_MONTH})\b(?:\s\d{{4}})?|(?:{_MONTH})\s\d{{4}}\b"
    rf"|(?:0[1-9]|[12]\d|3[01])[/.](?:0[1-9]|1[0-2])[/.](?:1[5-9]|[2-4]\d)(?![\d./])"
    rf"|\d{{1,2}}(?::[0-5]\d)?\s?[ap]m\b",
    re.IGNORECASE,
)
_YEARS: Final = re.compile(r"((?:19|20)\d\d)\s?[/-]\s?(?:20)?(\d\d)(?![\d.])")
_DOTS: Final = re.compile(r"(?:(?<=\d)|(?<=\d\s)|(?<=\d[a-z]))(?:\.{2,3}|\u2026)(?=\s?[A-Za-z]{1,10}\.?\s?\d|\d)")
"""The dots of "E3...E5": a range. Dots that lead to a page's number are more."""
_NUMBER: Final = re.compile(r"\d{1,4}(?:\.\d{1,3}){0,3}[a-zA-Z]?(?![a-zA-Z\d])")
_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_RUN: Final = re.compile(r"[^\W_]+")
_NO_TITLES: Final[Mapping[str, str]] = {}
_NO_HEADINGS: Final[Headings] = {}


def tokens(
    text: str,
    files: tuple[str, ...] = (),
    titles: Mapping[str, str] = _NO_TITLES,
    headings: Headings = _NO_HEADINGS,
    begun: Begun = nothing_begun,
) -> tuple[Token, ...]:
    """The tokens of a cell's text.

    ``files`` are known names in lower case, found however they are spaced or broken; ``titles`` those of items by id,
    ``headings`` those on their pages, ``begun`` tells the items of which a line begins with the words given.
    """
    text = _SEVERAL.sub(r"\1s  ", plain(text)[:LONGEST_CELL])
    said, places = said_titles(text, titles), said_places(text, headings, begun)
    named = {place: name for place, name in named_files(text, files).items() if not _cuts_title(place, name, said)}
    found: list[Token] = []
    place, spaced, new_line = 0, True, True
    while place < len(text):
        space = _SPACE.match(text, place)
        if space:
            spaced, new_line = True, new_line or "\n" in space.group()
            place = space.end()
            continue
        if place in named:
            token = Token(Kind.FILE, named[place].name, place, named[place].end, spaced, new_line)
        elif place in places and not (place in said and _is_title(said[place], places[place])):
            end, hint, page, weak, _ = places[place]
            token = Token(Kind.PLACE, hint, place, end, spaced, new_line, weak, "page" if page else "section")
        elif place in said:
            end, item, whole = said[place]
            token = Token(Kind.TITLE, text[place:end], place, end, spaced, new_line, not whole, item)
        else:
            kind, end = _kind_at(text, place)
            token = Token(kind, text[place:end], place, end, spaced, new_line)
        found.append(token)
        place, spaced, new_line = token.end, False, False
    return tuple(found)


def _cuts_title(start: int, name: Named, said: Mapping[int, Said]) -> bool:
    """Whether an item's title begins in the name of a file and goes on behind it: the name is cut from the title."""
    return any(start < place < name.end < title.end for place, title in said.items() if title.item is not None)


def _is_title(said: Said, place: Place) -> bool:
    """Whether the words are an item's title rather than a place in one."""
    return (said.item is not None and (said.whole or place.passage)) or (said.whole and place.passage)


def _kind_at(text: str, place: int) -> tuple[Kind, int]:
    if not text[place].isalnum():
        return _sign_at(text, place)
    years = _YEARS.match(text, place)
    if years is not None and int(years[2]) == (int(years[1]) + 1) % 100:
        return Kind.DATE, years.end()  # "2021/22"
    for kind, pattern in ((Kind.FILE, _FILE), (Kind.DATE, _DATE), (Kind.NUMBER, _NUMBER)):
        match = pattern.match(text, place)
        if match:
            return kind, match.end()
    return _word_at(text, place)


def _sign_at(text: str, place: int) -> tuple[Kind, int]:
    if dots := _DOTS.match(text, place):
        return Kind.DASH, dots.end()
    if text[place] in "\u00a7\u00b6":  # section and paragraph signs
        return Kind.WORD, place + 1
    return _SINGLE.get(text[place], Kind.OTHER), place + 1


def _word_at(text: str, place: int) -> tuple[Kind, int]:
    match = _WORD.match(text, place)
    if match is None:
        run = _RUN.match(text, place)
        return Kind.OTHER, run.end() if run else place + 1
    word = match.group().lower()
    if word in AND_WORDS:
        return Kind.AND, match.end()
    if word in RANGE_WORDS:
        return Kind.DASH, match.end()
    return Kind.WORD, match.end()


def is_dashed_list(found: Sequence[Token]) -> bool:
    """Whether a cell's lines begin with dashes, all or all but those of a title before them."""
    lines = [token.kind is Kind.DASH for token in found if token.new_line]
    begun = lines[lines.index(True) :] if True in lines else []
    return found[0].kind is Kind.DASH or (len(begun) > 1 and all(begun))


def is_dashed(found: Sequence[Token], place: int) -> bool:
    """Whether the dash or arrow before this token begins its line in such a list, and joins or points at nothing."""
    before = found[place - 1] if place else None
    return before is not None and before.kind is Kind.DASH and before.new_line and is_dashed_list(found)
