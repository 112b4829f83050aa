"""Sub-category codes as applicants write them: "1.1", "1.1)", "1 (i)", "SC 1.1", "Category 3", "3.1", "1.1/1.2"."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from typing import Final, NamedTuple

from mrse_assess.intake.text.labels import plain

LOST_POINT: Final = "\u2e33"
"""A point that text recognition lost and that was put back; a code with it is doubtful."""

_PREFIX: Final = re.compile(
    r"[(\[\s\u2022\u25aa\u25cf\u25cb\u00b7*-]*"
    r"(?:(?:for|under|re|mrse|exp|experience|major)\b[.:\s]*)*"
    r"(?:(?:sub[\s-]*)?(?:cat[a-z]{0,8}|sub)\b[.:\s#]*(?:no\b[.:\s]*)?"
    r"|(?:(?:sc|code|no|ref|unit|area)\b[.:\s-]*|(?:sc[.-]?|s|c))(?=[0-9lI|])|[#\u00a7]\s*)?",
    re.IGNORECASE,
)
_ENDS: Final = r"(?![\d%]|/(?!\s?[0-9lIO|])|[.,]\d|[a-z]|[A-Z](?![a-z]{2}))"
_DOTTED: Final = re.compile(r"0?([0-9lIO|SB])\s?[.,\u00b7\u2e33]\s?([0-9lIO|])" + _ENDS)
_BRACKETED: Final = re.compile(r"0?(\d)\s?\(\s?(i{1,3}|iv|[a-d1-4]|[il1|]{1,3})\s?\)")
_ALONE: Final = re.compile(r"0?(\d)(?![\d%]|/(?!\s?\d[.,]\d)|[.,]\d|\.\s\d|[a-zA-Z])")
_OTHERWISE: Final = re.compile(r"(\d)(?:\s?[.-]\s?(i{1,3}|iv|[a-d])|(i{1,3}|iv|[a-d])|\s?-\s?([1-4]))(?![\w.,-])")
_NEXT: Final = re.compile(r"[^\S\n]*(/|,|&|\+|;|\band\b|-|\bto\b)\s*")
_ANOTHER: Final = re.compile(
    r"(?:[Ss][Cc]\s?|[SC])?(?:0?(\d)\s?[.,\u00b7]\s?(\d)|(\d))(?![\d%/]|[.,]\d|[a-zA-Z]|\s?\()"
)
_OCR: Final = str.maketrans({"l": "1", "I": "1", "|": "1", "O": "0", "S": "5", "B": "8"})
ORDINALS: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "a": 1, "b": 2, "c": 3, "d": 4}
"""The second half of a code written as a numeral or letter."""

_AFTER: Final = ")].:;,- \n\t"
_RANGES: Final = frozenset({"-", "to"})


class Code(NamedTuple):
    """A number that stands where a sub-category code would.

    ``code`` is the unit's code, or None: then ``category`` is a major category's number, or None too for a number that
    the scheme does not have. ``rest`` is the text after it, ``prefixed`` whether "Category" stood before it. ``also``
    are further codes of the same cell ("1.1/1.2"). ``doubtful``: a letter was read as a digit.
    """

    code: str | None
    category: str | None
    rest: str
    prefixed: bool
    doubtful: bool = False
    also: tuple[str, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The code with the further ones of its cell."""
        return (self.code, *self.also) if self.code else self.also


def read_code(text: str, codes: Iterable[str]) -> Code | None:
    """The code that the text begins with; None when it begins with anything else."""
    text = _bare(text)
    start = _start(text)
    known = codes if isinstance(codes, list | tuple) else sorted(codes)
    prefixed = any(character.isalpha() for character in text[:start])
    for pattern in (_DOTTED, _BRACKETED):
        match = pattern.match(text, start)
        if match:
            return _dotted(match, text, known, prefixed=prefixed)
    match = _ALONE.match(text, start)
    if match is None:
        return None
    number = match.group(1)
    also, end = _also(text, match.end(), number, known) if number in known else ((), match.end())
    return Code(number if number in known else None, _category(number, known), _rest(text, end), prefixed, also=also)


def read_other_form(text: str, codes: Iterable[str]) -> str | None:
    """The code that a text without a point or bracket may mean: "1i", "1.i", "1a", "1-1"; such may be items as well."""
    text = plain(text).strip()
    match = _OTHERWISE.match(text, _start(text))
    if match is None:
        return None
    second = match.group(2) or match.group(3) or match.group(4)
    written = f"{match.group(1)}.{ORDINALS.get(second, second)}"
    return written if written in codes else None


def codes_in(text: str, codes: Iterable[str]) -> tuple[str, ...]:
    """Every code of a list such as "1.1, 2.2 and 3"; () when the text holds anything that is no code."""
    known = tuple(codes)
    found: list[str] = []
    for part in re.split(r"[,;&+\n/]|\band\b|\s{2,}|(?<=\d)\s(?=\d)", plain(text)):
        if not part.strip():
            continue
        code = read_code(part, known)
        if code is None or code.code is None or code.rest:
            return ()
        found.extend(code.codes)
    return tuple(dict.fromkeys(found))


def _start(text: str) -> int:
    match = _PREFIX.match(text)
    return match.end() if match else 0


def _dotted(match: re.Match[str], text: str, known: Collection[str], *, prefixed: bool) -> Code:
    first, second = match.group(1).translate(_OCR), match.group(2)
    mended = match.group().translate(_OCR) != match.group() or LOST_POINT in match.group()
    doubtful = mended and match.re is _DOTTED
    number = str(ORDINALS.get(second) or _ordinal(second.translate(_OCR), match))
    written = f"{first}.{number}"
    if written not in known and first in known and number != "0":
        written = first  # a category without sub-categories, numbered as if it had some
    if written not in known:
        return Code(None, None, _rest(text, match.end()), prefixed, doubtful)
    also, end = _also(text, match.end(), written, known)
    return Code(written, first, _rest(text, end), prefixed, doubtful, also)


def _bare(text: str) -> str:
    """The text made plain, without the accents that text recognition puts on letters."""
    if text.isascii():
        return text
    return "".join(each for each in unicodedata.normalize("NFD", plain(text)) if not unicodedata.combining(each))


def _ordinal(digits: str, match: re.Match[str]) -> str:
    """A Roman numeral that was recognised as ones, counted: "(11)" and "(il)" are the second."""
    strokes = match.re is _BRACKETED and len(digits) > 1
    return str(len(digits)) if strokes else digits


def _also(text: str, end: int, first: str, known: Collection[str]) -> tuple[tuple[str, ...], int]:
    """Further codes after the first, and where they end: "/1.2", ", 2.1 and 3", "-1.3" (all in between), "/2"."""
    found: list[str] = []
    before = first
    while (link := _NEXT.match(text, end)) and (match := _ANOTHER.match(text, link.end())):
        code = _linked(match, link.group(1), before, known, last=not text[match.end() :].strip(_AFTER))
        if code is None:
            break
        found.extend((*_between(before, code, known), code) if link.group(1) in _RANGES else (code,))
        before, end = code, match.end()
    return tuple(each for each in dict.fromkeys(found) if each != first), end


def _linked(match: re.Match[str], link: str, before: str, known: Collection[str], *, last: bool) -> str | None:
    """The code after a link; a number without a point counts where it can be no word's beginning."""
    if match.group(1):
        code = f"{match.group(1)}.{match.group(2)}"
        return code if code in known else None
    number, category = match.group(3), before.partition(".")[0]
    if link == "/" and f"{category}.{number}" in known:
        return f"{category}.{number}"
    listed = last or _NEXT.match(match.string, match.end())
    return number if number in known and link not in _RANGES and listed else None


def _between(first: str, last: str, known: Collection[str]) -> Sequence[str]:
    order = list(known)
    return order[order.index(first) + 1 : order.index(last)]


def _category(number: str, known: Collection[str]) -> str | None:
    return number if any(code.partition(".")[0] == number for code in known) else None


def _rest(text: str, end: int) -> str:
    return text[end:].lstrip(_AFTER).strip()
