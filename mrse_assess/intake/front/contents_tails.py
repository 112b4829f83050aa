"""What stands after a title in a contents list: page numbers and claimed sub-categories, taken off it."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from mrse_assess.intake.text.codes import codes_in
from mrse_assess.intake.text.dates import date_at_end
from mrse_assess.intake.text.labels import plain

_LEAST: Final = 2  # entries
_MOSTLY: Final = 0.6  # share of the entries that must end alike before a bare number counts as a page
_LEADER: Final = r"(?:\s*[.\u2026_\u00b7]{3,}[\s.\u2026_\u00b7]*|(?:\s[.\u2026\u00b7]){3,}\s*)"
_LONG_LEADER: Final = re.compile(r"([.\u2026_\u00b7])(?:\s?\1){4,}")
_RANGE: Final = r"(\d{1,4})(?:\s*(?:-|to)\s*\d{1,4})?"
_LED: Final = re.compile(rf"{_LEADER}(?:p(?:p|ages?|g)?\.?\s*)?{_RANGE}\s*$", re.IGNORECASE)
_MARKED: Final = re.compile(
    rf"[\s,;:-]*[(\[]?\b(?:starts?\s+(?:at|on)\s+)?(?:p|pp|pg|pgs|pages?)\b\.?\s*{_RANGE}\s*[)\]]?\s*$", re.IGNORECASE
)
_BARE: Final = re.compile(rf"\s+{_RANGE}\s*$")
_MOST_PAGES: Final = 1900  # a greater number is a year
_EMPTY_LEADER: Final = re.compile(rf"{_LEADER}$")
_CODE: Final = r"\d(?:\.\d)?"
_CODES: Final = rf"{_CODE}(?:\s*(?:,|;|/|&|\+|\band\b)\s*(?:and\s+)?{_CODE})*"
_LEADS: Final = (
    r"(?:(?:it\s+)?(?:supports?|supporting|supported|offered|claimed|claims?|claiming|used|evidence|covers?|covering|maps?|mapped"
    r"|relates?|linked|meets?|addresses|shows?|see|for|to|under|against|as"
    r"|sub-?\s?categor(?:y|ies)|sub-?cats?|categor(?:y|ies)|cats?|criteri(?:on|a)|competenc(?:y|ies)|codes?)\b[.:]?\s*)+"
)
_CLAIMS: Final = (
    re.compile(rf"[\s,;:-]*[(\[{{]\s*(?:{_LEADS})?({_CODES})\s*[)\]}}]\s*$", re.IGNORECASE),
    re.compile(rf"[\s,;:(-]+{_LEADS}({_CODES})\s*\)?\s*$", re.IGNORECASE),
    re.compile(rf"\s*(?:\s-+>?|\u2192|->|=>|\||:)\s*({_CODES})\s*$", re.IGNORECASE),
)
_BARE_CLAIMS: Final = re.compile(rf"\s+({_CODES})\s*$", re.IGNORECASE)


class Told(NamedTuple):
    """A title without what follows it, the sub-categories claimed there, and the page number."""

    title: str
    claimed: tuple[str, ...]
    page: int | None


def told(text: str, codes: Collection[str]) -> Told:
    """A title with its tail taken off, as far as the tail says itself what it is."""
    title = plain(text).strip()
    claimed: tuple[str, ...] = ()
    page: int | None = None
    for _ in range(2):  # claims before the page, or after it
        if page is None:
            title, page = page_off(title)
        if not claimed:
            title, claimed = claims_off(title, codes)
    return Told(_EMPTY_LEADER.sub("", title).strip(" ,;:-|"), claimed, page)


def told_alike(found: Sequence[Told], numbers: Sequence[str], codes: Collection[str]) -> tuple[Told, ...]:
    """Titles with bare tails taken off that most of the list has alike: codes, then numbers that rise.

    ``numbers`` are the items' own labels: a title that ends with that ("Pump 1", "Pump 2") keeps it.
    """
    found = _without_dates(_alike_claims(found, codes))
    matches = [_BARE.search(each.title) if each.page is None else None for each in found]
    matches = [match if match and int(match.group(1)) < _MOST_PAGES else None for match in matches]
    pages = [int(match.group(1)) for match in matches if match is not None]
    own = sum(match is not None and match.group(1) == each for match, each in zip(matches, numbers, strict=True))
    without = sum(each.page is None for each in found)
    rising = all(one <= two for one, two in pairwise(pages)) and len(set(pages)) > 1
    if len(pages) < max(_LEAST, _MOSTLY * without) or not rising or own > len(pages) / 2:
        return tuple(found)
    return tuple(
        each if match is None else _with_page(each, match, codes) for each, match in zip(found, matches, strict=True)
    )


def _with_page(each: Told, match: re.Match[str], codes: Collection[str]) -> Told:
    before = told(each.title[: match.start()], codes)
    return Told(before.title, each.claimed or before.claimed, int(match.group(1)))


def _alike_claims(found: Sequence[Told], codes: Collection[str]) -> Sequence[Told]:
    matches = [None if each.claimed else _BARE_CLAIMS.search(each.title) for each in found]
    read = [codes_in(match.group(1), codes) if match else () for match in matches]
    dotted = sum(any("." in code for code in claimed) for claimed in read)
    if dotted < max(_LEAST, _MOSTLY * sum(not each.claimed for each in found)):
        return found
    return [
        each._replace(title=each.title[: match.start()].strip(" ,;:-|"), claimed=claimed) if match and claimed else each
        for each, match, claimed in zip(found, matches, read, strict=True)
    ]


def _without_dates(found: Sequence[Told]) -> Sequence[Told]:
    """Titles without the date of a column that could not be told from theirs: most of the list ends with one."""
    matches = [date_at_end(each.title) for each in found]
    if sum(match is not None for match in matches) < max(_LEAST, _MOSTLY * len(found)):
        return found
    return [
        each._replace(title=each.title[:start].strip(" ,;:-|(")) if start else each
        for each, start in zip(found, matches, strict=True)
    ]


def page_off(title: str) -> tuple[str, int | None]:
    """The title without the page number that a leader or a word marks at its end, and that number."""
    title = _LONG_LEADER.sub(r"\1\1\1\1", title)
    match = _LED.search(title) or _MARKED.search(title)
    if not match or not match.start() or int(match.group(1)) >= _MOST_PAGES:
        return title, None
    return title[: match.start()].strip(), int(match.group(1))


def claims_off(title: str, codes: Collection[str]) -> tuple[str, tuple[str, ...]]:
    """The title without the sub-categories that a bracket or words mark at its end, and these."""
    for pattern in _CLAIMS:
        match = pattern.search(title)
        claimed = codes_in(match.group(1), codes) if match else ()
        if match and claimed and match.start():
            return title[: match.start()].strip(), claimed
    return title, ()
