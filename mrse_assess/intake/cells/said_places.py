"""Places inside an item that a cell says in words: headings, tabs of a workbook, dated e-mails, "the third page".

Found in the text before it is cut into tokens, because a heading's words and numbers name nothing else. A heading is
known by quotation marks or a word ("under", "section", "headed"), or by being one of the items' own.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from mrse_assess.intake.cells.place_words import roman_value
from mrse_assess.intake.cells.sentences import in_a_sentence
from mrse_assess.intake.text.labels import plain, squeezed
from mrse_assess.intake.text.words import (
    AND_WORDS,
    ITEM_WORDS,
    MONTHS,
    ORDINAL_WORDS,
    PAGE_WORDS,
    PAGES_WORDS,
    SECTION_WORDS,
)


class Place(NamedTuple):
    """A place said in words: up to where, as which hint.

    ``page``: the hint is a page, counted in the item. ``weak``: nothing but the words says that it is a heading, so
    that it must be one of the item's own. ``passage``: no heading has these words, but a line begins with them.
    """

    end: int
    hint: str
    page: bool = False
    weak: bool = False
    passage: bool = False


Headings = Mapping[str, frozenset[str]]
"""The headings on the pages of each item, by its id."""

Begun = Callable[[str], frozenset[str]]
"""The items of which a line begins with these words, by their ids."""


def nothing_begun(_: str) -> frozenset[str]:
    """Of no item is anything known."""
    return frozenset()


_NO_HEADINGS: Final[Headings] = {}
_MONTH: Final = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in MONTHS)
_DATE: Final = (
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTH})\b\.?(?:\s+(?:19|20)\d\d)?"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d)|\d{4}-\d\d-\d\d(?!\d)"
)
_MAIL: Final = re.compile(
    r"\b(?:(?:my|the|our|his|her|their|this|an?)\s+)?(?:e-?\s?mails?|messages?|repl(?:y|ies)|responses?|correspondence"
    r"|(?:(?:diary|log(?:book)?|journal)\s+)?entr(?:y|ies))"
    rf"\b[\s,:]*(?:(?:of|dated|sent|from|on|for|in)\s+)*({_DATE})",
    re.IGNORECASE,
)
_QUOTE: Final = (
    r"(?:[\u201c\u201d\u201e]([^\u201c\u201d\"]{2,90})[\u201c\u201d\"]|\"([^\u201c\u201d\"]{2,90})[\"\u201d]"
    r"|\u2018([^\u2018]{2,90}?)'(?!\w)|(?<!\w)'([^']{2,90}?)'(?!\w))"
)
_SHEET: Final = r"(?:work)?sheets?|tabs?"
_PART: Final = r"(?:sub-?\s?)?section|sect?ion|secton|part|paragraph|para|heading|passage|chapter"
_CALLED: Final = r"(?:headed|entitled|titled|called|named|labelled|marked)"
_LED: Final = rf"(?:the\s+)?\b(?:{{}})\b\s*(?:{_CALLED}\b\s*)?:?\s*"
_UNDER: Final = rf"\b(?:under(?:neath)?|beneath|{_CALLED})\b\s*(?:the\s+)?(?:(?:sub-?)?heading\b\s*)?:?\s*"
_BEFORE: Final = (
    ("sheet ", re.compile(_LED.format(_SHEET), re.IGNORECASE)),
    ("", re.compile(_UNDER, re.IGNORECASE)),
    ("", re.compile(rf"(?:see\s+)?{_LED.format(_PART)}", re.IGNORECASE)),
)
"""What stands before the name of a place, and the word that its hint keeps."""

_DESCRIBES: Final = re.compile(
    r"(?:called|named|labelled|marked|titled)\b(?!\s+(?:the\s+)?(?:sub-?)?heading)", re.IGNORECASE
)
"""What may as well describe a device or a file as lead to a heading: "implants labelled MR Conditional"."""

_BEHIND: Final = (
    ("sheet ", re.compile(rf"{_QUOTE}\s+(?:{_SHEET})\b", re.IGNORECASE)),
    ("", re.compile(rf"{_QUOTE}\s+(?:{_PART})\b(?!\s*\d)", re.IGNORECASE)),
)
_QUOTED: Final = re.compile(_QUOTE)
_THE_TAB: Final = re.compile(rf"\b(?:the|see)\s+([A-Z][\w'/&-]*(?:\s+[\w'/&-]+){{0,4}}?)\s+(?:{_SHEET})\b(?!\s*\d)")
_PART_BEHIND: Final = re.compile(rf"\s+(?:{_PART})\b(?!\s*\d)", re.IGNORECASE)
_ORDINAL_PAGE: Final = re.compile(
    rf"\b(?:the\s+)?(?:({'|'.join(ORDINAL_WORDS)})|(\d{{1,2}})(?:st|nd|rd|th))\s+page\b", re.IGNORECASE
)
_LOOSE: Final = re.compile(
    r"\b(?:the\s+)?((?:(?:final|last|closing|concluding|opening|first|second|third|penultimate)\s+(?:paragraph|half|sentence)"
    r"|(?:final|last)\s+page))\b(?!\s+(?:of|on|in)\s+(?:the\s+)?p(?:age|g)?\b)",
    re.IGNORECASE,
)
_RANGED: Final = re.compile(r"(?:\bto|\buntil|\bthrough|-)\s*(?:the\s*)?$", re.IGNORECASE)
_NUMBERED: Final = re.compile(r"\s*[(\[,;-]?\s*(?:section|sect?|\u00a7)\.?\s*(?:\d|[a-z]\b)", re.IGNORECASE)
_NAME: Final = re.compile(r"[^\W\d_](?:[\w'/&]|-(?=\s*\w))*(?<=\w)")
_STOPS: Final = AND_WORDS | PAGE_WORDS | PAGES_WORDS | SECTION_WORDS | frozenset({"see", "only", "both"})
_ON_PAGE: Final = re.compile(r"(?:on|at|in)\s+(?:the\s+)?(?:(?:pages?|pgs?|pp?)\b|(?:pp?|pgs?)?\.?\d)", re.IGNORECASE)
_LONGEST_NAME: Final = 7  # words
_LONGEST_NUMERAL: Final = 4  # letters
_SHORTEST: Final = 3  # letters of a heading
_LEAST_QUOTED: Final = 4  # letters of one in quotation marks with which a line begins
_LEAST_LETTERS: Final = 8  # of a heading that is looked for without a word before it


def said_places(text: str, headings: Headings = _NO_HEADINGS, begun: Begun = nothing_begun) -> dict[int, Place]:
    """The places that a text says in words, by where they begin."""
    own = _known(tuple(headings.values())) if headings else {}
    found: dict[int, Place] = {}
    for start, place in (*_all(text, own), *_quoted(text, begun)):
        if not any(start < other.end and begin < place.end for begin, other in found.items()):
            found[start] = place
    return found


def _all(text: str, own: Mapping[str, int]) -> Iterator[tuple[int, Place]]:
    """Every place in the order of how surely it is one; where two overlap the first is meant."""
    for match in _MAIL.finditer(text):
        yield match.start(), Place(match.end(), " ".join(match.group(1).split()))
    yield from _counted(text)
    for word, before in _BEFORE:
        for match in before.finditer(text):
            called = _DESCRIBES.match(match.group()) is not None and text[match.end() : match.end() + 1].islower()
            name = _quoted_at(text, match.end()) or (None if called else _own_at(text, match.end(), own))
            if name is None and not _DESCRIBES.match(match.group()):
                name = _name_at(text, match.end())
            if name is not None and not _NUMBERED.match(text, name.end):
                yield match.start(), name._replace(hint=word + name.hint)
    for word, behind in _BEHIND:
        for match in behind.finditer(text):
            yield match.start(), Place(match.end(), word + _inside(match))
    for match in _THE_TAB.finditer(text):
        yield match.start(), Place(match.end(), "sheet " + " ".join(match.group(1).split()))
    if own:
        yield from _unmarked(text, own)


def _counted(text: str) -> Iterator[tuple[int, Place]]:
    """Pages by their place in the item, and parts that have no number."""
    for match in _ORDINAL_PAGE.finditer(text):
        number = ORDINAL_WORDS.index(match.group(1).lower()) + 1 if match.group(1) else int(match.group(2))
        yield match.start(), Place(match.end(), str(number), page=True)
    for match in _LOOSE.finditer(text):
        if not (match.group(1).lower().endswith("page") and _RANGED.search(text, 0, match.start())):
            yield match.start(), Place(match.end(), " ".join(match.group(1).lower().split()))


def _unmarked(text: str, own: Mapping[str, int]) -> Iterator[tuple[int, Place]]:
    """Headings of the items in quotation marks, and those that stand there as they are."""
    for match in _QUOTED.finditer(text):
        if squeezed(_inside(match)) in own:
            yield match.start(), Place(match.end(), _inside(match), weak=True)
    letters = squeezed(text)
    there = (heading for heading in own if heading.isalnum() and len(heading) > _SHORTEST and heading in letters)
    for heading in sorted(there, key=len, reverse=True):
        for match in re.finditer(r"(?<!\w)" + r"\W*".join(heading) + r"(?!\w)", text, re.IGNORECASE):
            behind = _PART_BEHIND.match(text, match.end())
            if behind is None and len(heading) < _LEAST_LETTERS:
                continue
            end = behind.end() if behind else match.end()
            if behind is None and in_a_sentence(text, match.start(), end):
                continue
            if not _NUMBERED.match(text, end):
                yield match.start(), Place(end, " ".join(match.group().split()), weak=behind is None)


def _quoted(text: str, begun: Begun) -> Iterator[tuple[int, Place]]:
    """What stands in quotation marks and at the beginning of a line of an item, a heading or a passage."""
    for match in _QUOTED.finditer(text):
        if len(squeezed(words := _inside(match))) >= _LEAST_QUOTED and begun(words):
            yield match.start(), Place(match.end(), words, weak=True, passage=True)


def quoted(text: str) -> tuple[str, ...]:
    """Everything that stands in quotation marks."""
    return tuple(map(_inside, _QUOTED.finditer(plain(text))))


def _inside(match: re.Match[str]) -> str:
    return _flat(next(group for group in match.groups() if group is not None)).strip(" .,:")


def _quoted_at(text: str, start: int) -> Place | None:
    match = _QUOTED.match(text, start)
    return Place(match.end(), _inside(match)) if match else None


def _own_at(text: str, start: int, own: Mapping[str, int]) -> Place | None:
    """The longest heading of an item that stands there."""
    best: Place | None = None
    place, letters = start, ""
    if not text[start : start + 2].isalpha():
        return None
    while place < len(text) and len(letters) < _longest(own):
        letters += squeezed(text[place])
        place += 1
        if letters in own and text[place - 1].isalnum() and not text[place : place + 1].isalnum():
            best = Place(place, _flat(text[start:place]))
    return best


def _longest(own: Mapping[str, int]) -> int:
    return max(own.values(), default=0)


def _name_at(text: str, start: int) -> Place | None:
    """A name that begins with a capital, up to the next sign or the next word that begins something else."""
    end, place, words = start, start, 0
    while (match := _NAME.match(text, place)) is not None and words < _LONGEST_NAME:
        low = match.group().lower()
        begins = low in _STOPS or low in ITEM_WORDS or _ON_PAGE.match(text, place) is not None
        if begins or any(map(str.isdigit, low)) or not (words or match.group()[0].isupper()):
            break
        end, words = match.end(), words + 1
        place = end + len(text[end:]) - len(text[end:].lstrip(" \n"))
    name = _flat(text[start:end])
    numeral = (name.isupper() and len(name) <= _LONGEST_NUMERAL) or roman_value(name.split(" ")[0]) > 0
    number = text[place : place + 1].isdigit()
    return None if numeral or number or len(name.split(" ")[0]) <= 1 else Place(end, name)


def _flat(text: str) -> str:
    """With single spaces, and a word that a line's end parts put together."""
    return re.sub(r"(?<=\w)-\s+(?=\w)", "-", " ".join(text.split()))


@lru_cache(maxsize=8)
def _known(headings: tuple[frozenset[str], ...]) -> dict[str, int]:
    return {key: len(key) for each in headings for heading in each if len(key := squeezed(heading)) >= _SHORTEST}
