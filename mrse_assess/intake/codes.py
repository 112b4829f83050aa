"""Sub-category codes as applicants write them: "1.1", "1.1)", "1 (i)", "Category 3", "3.1"."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from mrse_assess.intake.labels import plain

_PREFIX: Final = re.compile(r"[(\[\s]*(?:(?:sub[\s-]*)?(?:category|categories|cat)\b[.:\s]*)?", re.IGNORECASE)
_DOTTED: Final = re.compile(r"([0-9lIO|])\s?[.,\u00b7]\s?([0-9lIO|])(?![\d/%]|[.,]\d|[a-zA-Z])")
_BRACKETED: Final = re.compile(r"(\d)\s?\(\s?(i{1,3}|iv|[a-d1-4])\s?\)")
_ALONE: Final = re.compile(r"(\d)(?![\d/%]|[.,]\s?\d|[a-zA-Z])")
_OCR: Final = str.maketrans({"l": "1", "I": "1", "|": "1", "O": "0"})
_ORDINALS: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "a": 1, "b": 2, "c": 3, "d": 4}
_AFTER: Final = ")].:;,- \n\t"


class Code(NamedTuple):
    """A number that stands where a sub-category code would.

    ``code`` is the unit's code, or None: then ``category`` is a major category's number, or None too for a number that
    the scheme does not have. ``rest`` is the text after it, ``prefixed`` whether "Category" stood before it.
    """

    code: str | None
    category: str | None
    rest: str
    prefixed: bool
    doubtful: bool = False


def read_code(text: str, codes: Iterable[str]) -> Code | None:
    """The code that the text begins with; None when it begins with anything else."""
    text = plain(text)
    start = _start(text)
    known = frozenset(codes)
    prefixed = any(character.isalpha() for character in text[:start])
    for pattern in (_DOTTED, _BRACKETED):
        match = pattern.match(text, start)
        if match:
            return _dotted(match, text, known, prefixed=prefixed)
    match = _ALONE.match(text, start)
    if match is None:
        return None
    number, rest = match.group(1), _rest(text, match.end())
    return Code(number if number in known else None, _category(number, known), rest, prefixed)


def codes_in(text: str, codes: Iterable[str]) -> tuple[str, ...]:
    """Every code of a list such as "1.1, 2.2 and 3"; () when the text holds anything that is no code."""
    found: list[str] = []
    for part in re.split(r"[,;&+\n]|\band\b|\s/\s|\s{2,}|(?<=\d)\s(?=\d)", plain(text)):
        if not part.strip():
            continue
        code = read_code(part, codes)
        if code is None or code.code is None or code.rest:
            return ()
        found.append(code.code)
    return tuple(dict.fromkeys(found))


def _start(text: str) -> int:
    match = _PREFIX.match(text)
    return match.end() if match else 0


def _dotted(match: re.Match[str], text: str, known: frozenset[str], *, prefixed: bool) -> Code:
    first, second = match.group(1).translate(_OCR), match.group(2)
    doubtful = match.group().translate(_OCR) != match.group() and match.re is _DOTTED
    number = str(_ORDINALS.get(second, second.translate(_OCR)))
    written, rest = f"{first}.{number}", _rest(text, match.end())
    if written in known:
        return Code(written, first, rest, prefixed, doubtful)
    if first in known and number != "0":  # a category without sub-categories, numbered as if it had some
        return Code(first, first, rest, prefixed, doubtful)
    return Code(None, None, rest, prefixed, doubtful)


def _category(number: str, known: frozenset[str]) -> str | None:
    return number if any(code.partition(".")[0] == number for code in known) else None


def _rest(text: str, end: int) -> str:
    return text[end:].lstrip(_AFTER).strip()
