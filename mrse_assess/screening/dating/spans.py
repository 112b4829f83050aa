"""Where days, months and years stand in a text."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from mrse_assess.intake.text.dates import apart, every_date
from mrse_assess.intake.text.words import MONTHS

_MORE_ISO: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)([-/._])([01]\d)\2([0-3]\d)(?!\d)")
_COMPACT: Final = re.compile(r"(?<![A-Za-z\d.])((?:19|20)\d\d)()([01]\d)([0-3]\d)(?![A-Za-z\d]|\.\d)")
_NAMES: Final = f"(?:{'|'.join(month[:3] for month in MONTHS)})[a-z]{{0,6}}"
_DAY_OF: Final = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\sday\sof\s({_NAMES}),?\s(\d{{4}})\b", re.IGNORECASE)
_GLUED: Final = re.compile(rf"(?<!\w)(\d{{1,2}})({_NAMES})(\d{{4}}|\d{{2}})(?!\w)", re.IGNORECASE)
_SIGNED: Final = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)?[\s._/-]({_NAMES})\.?(?:[/._]|\s?')(\d{{4}}|\d{{2}})(?![^\W_])", re.IGNORECASE
)
_YEAR_FIRST: Final = re.compile(
    rf"(?<!\w)((?:19|20)\d\d)[-/\s]({_NAMES})[-/\s](\d{{1,2}})(?!\w)(?!,?\s\d{{4}})",
    re.IGNORECASE,
)
_ROMAN: Final = re.compile(
    r"(?<![\w.])(\d{1,2})([./-])(i{1,3}|i?[vx]|vi{1,3}|xii?)\2(\d{4}|\d{2})(?![\w/])", re.IGNORECASE
)
_ROMAN_MARKS: Final = tuple(f"{sign}{figure}" for sign in "./-" for figure in "ivx")
_ROMANS: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_SHORT_MONTH: Final = re.compile(rf"\b({_NAMES})\.?(?:[-/]|\s?')(\d{{4}}|\d{{2}})(?![\w/\-])", re.IGNORECASE)
_MONTH_LAST: Final = re.compile(r"(?<![\w/.\-])(20\d\d)[-/](0[1-9]|1[0-2])(?![\w/\-])")
_TWO_AND_TWO: Final = re.compile(r"(?<![\w/.,\-])(0[1-9]|1[0-2])/([12]\d)(?![\w/.,\-]\w|\d)")
_YEAR: Final = re.compile(r"(?<![\w./\-])((?:19[89]|20[0-4])\d)(?![\w/\-]|\.\d)")
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?"
_UP_TO: Final = re.compile(
    rf"(?<![\w./]){_DAY}(?:,\s?{_DAY}){{0,4}}(?:\s{_NAMES})?,?\s?(?:[-\u2014&/]|to|and|until)\s?(?:[a-z]{{3,6}}day\s)?$",
    re.IGNORECASE,
)
_DECIMAL: Final = re.compile(r"\d\.\d{1,2}\s(?=[A-Za-z])")
_MONTH_AND_YEAR: Final = re.compile(rf"({_NAMES})\.?,?\s'?(\d{{4}}|\d{{2}})", re.IGNORECASE)
_LOOKED_BACK: Final = 44  # characters
_FULL_LINE: Final = 40  # characters from which a line may be one of running text
_YEARS_SHOWN: Final = 2  # figures of a year cut short


class Span(NamedTuple):
    """Where a date stands and which it is; ``weak``: a year or two pairs of figures, which may be something else."""

    start: int
    end: int
    iso: str
    weak: bool = False


def spans_in(text: str) -> list[Span]:
    """Every day, month and year in the text, whole dates before parts of them. A span of days counts as its last."""
    weak = {match.start(): match for pattern in (_YEAR, _TWO_AND_TWO) for match in pattern.finditer(text)}
    parts = [(*each.span(), said) for each in _SHORT_MONTH.finditer(text) if (said := _month(each))]
    parts += [(*each.span(), "-".join(each.groups())) for each in _MONTH_LAST.finditer(text) if not _is_pair(each)]
    parts += [(*match.span(), _weak(match)) for match in weak.values()]
    days = (_unbroken(text, *each) for each in (*_days(text), *every_date(text)))
    found = sorted(apart([*days, *parts], len(text)))
    return [
        Span(_begin(text, start) if len(iso) == len("2023-05-02") else start, end, iso, weak=_is_weak(weak, start, end))
        for start, end, iso in found
        if iso
    ]


def _days(text: str) -> Iterator[tuple[int, int, str]]:
    """The days in the forms that intake does not know."""
    for pattern in (_MORE_ISO, _COMPACT):
        yield from (_dated(each, "-".join(each.group(1, 3, 4))) for each in pattern.finditer(text))
    small = text.lower()
    for pattern in (*((_DAY_OF,) if "day of" in small else ()), _GLUED, _SIGNED):
        yield from (_dated(each, " ".join(each.groups())) for each in pattern.finditer(text))
    yield from (_dated(each, " ".join(each.group(3, 2, 1))) for each in _YEAR_FIRST.finditer(text))
    for each in _ROMAN.finditer(text) if any(mark in small for mark in _ROMAN_MARKS) else ():
        month = _ROMANS.index(each.group(3).lower()) + 1
        yield _dated(each, f"{each.group(1)}/{month}/{each.group(4)}")


def _unbroken(text: str, start: int, end: int, iso: str) -> tuple[int, int, str]:
    """The date, without a figure before it that is none of its own.

    That of a number ("Version 2.1 May 2024"), or one that ends a short line: "Note 9", and under it "June 2022".
    """
    if match := _DECIMAL.match(text[max(0, start - 2) : end]):
        start += match.end() - min(2, start)
        month = _MONTH_AND_YEAR.fullmatch(text, start, end)
        return start, end, _month(month) if month else ""
    day, broken, rest = text[start:end].partition("\n")
    if not broken or not day.isdecimal() or start - text.rfind("\n", 0, start) > _FULL_LINE:
        return start, end, iso
    known = every_date(rest)
    return (end - len(rest), end, known[0][2]) if known else (start, end, iso)


def _dated(match: re.Match[str], plain: str) -> tuple[int, int, str]:
    """The place with its date; an empty place where there is no such day."""
    known = every_date(plain)
    return (*match.span(), known[0][2]) if known else (match.start(), match.start(), "")


def _month(match: re.Match[str]) -> str:
    year = match.group(2)
    known = every_date(f"{match.group(1)} {year if len(year) > _YEARS_SHOWN else '20' + year}")
    return known[0][2] if known else ""


def _weak(match: re.Match[str]) -> str:
    return match.group(1) if match.re is _YEAR else f"20{match.group(2)}-{match.group(1)}"


def _is_weak(weak: dict[int, re.Match[str]], start: int, end: int) -> bool:
    return start in weak and weak[start].end() == end


def _is_pair(match: re.Match[str]) -> bool:
    """Whether the figures are two years that follow each other: "2011/12"."""
    return int(match.group(2)) == int(match.group(1)[2:]) + 1


def _begin(text: str, start: int) -> int:
    """Where the days begin of which the date at this place is the last: "14 to 16 November 2023"."""
    back = max(0, start - _LOOKED_BACK)
    before = text[back:start].rpartition("\n")[2]
    match = _UP_TO.search(before)
    return start - len(before) + match.start() if match else start
