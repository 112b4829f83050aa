"""Where parts of an item begin that a reference names in words: a heading, a tab, a dated e-mail, the last paragraph.

Each function gives the pages of the item on which the part may begin; where there are none or several, nobody knows.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from mrse_assess.intake.text.labels import plain, squeezed
from mrse_assess.intake.text.lines import PageLines
from mrse_assess.intake.text.page_numbers import Place
from mrse_assess.intake.text.words import MONTHS, PART_WORDS

Pages = Callable[[Place], PageLines | None]

_LAST: Final = re.compile(r"(?:final|last|closing|concluding) (?:paragraph|page|sentence)")
_FIRST: Final = re.compile(r"(?:opening|first) (?:paragraph|sentence)")
_LOOSE: Final = re.compile(r"\w+ (?:paragraph|half|sentence|page)")
_DATE: Final = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th)?\s+({'|'.join(month[:3] for month in MONTHS)})[a-z]*\.?(?:\s+(\d{{4}}))?",
    re.IGNORECASE,
)
_AMERICAN: Final = re.compile(
    rf"\b({'|'.join(month[:3] for month in MONTHS)})[a-z]*\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b",
    re.IGNORECASE,
)
_FIGURES: Final = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{2,4})|(\d{4})-(\d\d)-(\d\d)")
_DAY: Final = re.compile(
    rf"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+{_DATE.pattern}", re.IGNORECASE
)
_SENT: Final = re.compile(r"\W*(?:sent|date|dated|received|on)\b\s*:?", re.IGNORECASE)
_BULLET: Final = re.compile(r"[\u2022\u2023\u25aa\u25cf\u25cb\u25e6\u2043\uf0b7\u00b7]$")
_NUMBER: Final = (
    r"(?:(?:section|sec|part|chapter|appendix|annexe?|slide|step|minute)\.?\s+)?"
    r"(?:(?:\d[\d.]*|[A-Z])[.):]?\s+)?(?:-\s*)?"
)
_CONTENTS: Final = re.compile(r"(?:\.{2,}|\u2026|(?:\s\.){2,})\s*\d{1,3}\s*$")
_CONTINUED: Final = re.compile(r"[(\[,\u2013-]?\s*\b(?:continued|cont(?:'?d)?|ctd)\b\.?\s*[)\]]?\s*$", re.IGNORECASE)
_SHEET: Final = "sheet "
_BULLETS: Final = "bullet "
_PARTS: Final = "|".join(("table", "figure", "slide", "row", "step", *sorted(PART_WORDS)))
_NUMBERED: Final = re.compile(rf"(?:{_PARTS})\s(?:[\dA-Z].*|[ivx]+|[a-z])|[\w.()]{{1,4}}")
_RUN_IN: Final = r"[)\]\"'\u201d\u2019]?(?:\s*[:.]|\s+[\u2013\u2014-])(?:\s|$)"
_TOP_LINES: Final = 3
_LONGEST_HEADING: Final = 10  # words
_SHORTEST: Final = 3  # letters of a heading
_SHORTEST_YEAR: Final = 2  # digits


def worded(hint: str, item: Sequence[Place], page_of: Pages) -> tuple[Place, ...] | None:
    """The pages of a part that is named in words, () where that cannot be told; None for a hint of another kind."""
    low = " ".join(hint.lower().split())
    if _LOOSE.fullmatch(low):
        return tuple(item[-1:] if _LAST.fullmatch(low) else item[:1] if _FIRST.fullmatch(low) else ())
    if (date := date_in(hint)) is not None and not re.search(r"[a-z]{4,}", _DATE.sub("", low)):
        sent = [place for place in item if _is_sent(page_of(place), date)]
        return _one(sent or (place for place in item if _is_entered(page_of(place), date)))
    if low.startswith(_BULLETS) and (number := low.removeprefix(_BULLETS)).isdecimal():
        return _bullet(int(number), item, page_of)
    name = hint.removeprefix(_SHEET)
    if name != hint:
        return _one(place for place in item if _names_sheet(page_of(place), name))
    numbered = _NUMBERED.fullmatch(hint) or not any(character.isalpha() for character in name)
    return None if numbered or len(squeezed(name)) < _SHORTEST else _headed(name, item, page_of)


def date_in(text: str) -> tuple[int, int, int | None] | None:
    """Day, month and year (None where it is not said) of the first date in the text."""
    text = plain(text)
    if (match := _AMERICAN.search(text)) is not None:  # as mail programs may write it
        return int(match.group(2)), _month(match.group(1)), int(match.group(3))
    if (match := _DATE.search(text)) is not None:
        return int(match.group(1)), _month(match.group(2)), int(match.group(3)) if match.group(3) else None
    if (figures := _FIGURES.search(text)) is None:
        return None
    if figures.group(4):
        return int(figures.group(6)), int(figures.group(5)), int(figures.group(4))
    year = figures.group(3)
    return int(figures.group(1)), int(figures.group(2)), int(year) + 2000 * (len(year) == _SHORTEST_YEAR)


def _month(name: str) -> int:
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(name.lower()))


def is_contents_line(text: str) -> bool:
    """Whether a line stands in a list of contents: it ends in points and a page's number."""
    return _CONTENTS.search(text) is not None


def is_continued(text: str) -> bool:
    """Whether a heading says that it was begun on a page before: "3. Findings (continued)"."""
    return _CONTINUED.search(text) is not None


def _one(found: Iterable[Place]) -> tuple[Place, ...]:
    there = tuple(found)
    return there if len(there) == 1 else ()


def _is_sent(page: PageLines | None, date: tuple[int, int, int | None]) -> bool:
    """Whether a message with this date begins on the page."""
    for line in page.lines if page is not None else ():
        text = plain(line.text)
        said = date_in(text) if _SENT.match(text) else None
        if said is not None and said[:2] == date[:2] and (None in {said[2], date[2]} or said[2] == date[2]):
            return True
    return False


def _is_entered(page: PageLines | None, date: tuple[int, int, int | None]) -> bool:
    """Whether an entry of a diary or log begins on the page: a line begins with its date."""
    for line in page.lines if page is not None else ():
        text = plain(line.text).strip()
        begun = _DAY.match(text) or _DATE.match(text) or _FIGURES.match(text)
        said = date_in(text[: begun.end()]) if begun else None
        if said is not None and said[:2] == date[:2] and (None in {said[2], date[2]} or said[2] == date[2]):
            return True
    return False


def _names_sheet(page: PageLines | None, name: str) -> bool:
    """Whether the page begins a tab of a workbook: its name stands in a line of its own, or behind "Sheet"."""
    wanted = squeezed(name)
    lines = (squeezed(line.text) for line in (page.lines if page is not None else ()))
    return any(line in {wanted, "sheet" + wanted, "worksheet" + wanted, "tab" + wanted} for line in lines)


def _bullet(number: int, item: Sequence[Place], page_of: Pages) -> tuple[Place, ...]:
    """The page of the bullet with this number, counted through the item."""
    count = 0
    for place in item:
        page = page_of(place)
        for line in page.lines if page is not None else ():
            count += _BULLET.match(plain(line.words[0].text)) is not None
            if count == number:
                return (place,)
    return ()


def _headed(name: str, item: Sequence[Place], page_of: Pages) -> tuple[Place, ...]:
    """The page with this heading: set so, a line of these words alone, or one that goes on behind them.

    Where no line has the words alone, they may be the beginning of a heading.
    """
    words = _NUMBER + r"[\W_]*".join(squeezed(name))
    whole = re.compile(words + r"\W*", re.IGNORECASE)
    run_in = re.compile(words + _RUN_IN, re.IGNORECASE)
    begun = re.compile(words + r"(?!\w)", re.IGNORECASE)
    pages = [(place, page) for place in item if (page := page_of(place)) is not None]
    ways = (
        (_set_so, whole.fullmatch),
        (_lines, whole.fullmatch),
        (_lines, run_in.match),
        (_set_so, begun.match),
        (_short_lines, begun.match),
    )
    for texts, says in ways:
        there = [(place, top) for place, page in pages if (top := _says(page, texts(page), says)) is not None]
        if there:
            return _one(place for at, (place, top) in enumerate(there) if not (top and _goes_on(there, at)))
    return ()


def _goes_on(found: Sequence[tuple[Place, bool]], at: int) -> bool:
    """Whether the page before has the heading too, which is repeated on each page then."""
    place, before = found[at][0], found[at - 1][0] if at else ("", 0)
    return before == (place[0], place[1] - 1)


def _says(page: PageLines, texts: Iterable[str], says: Callable[[str], object]) -> bool | None:
    """Whether the first text of a page that says so stands at its top, where headings are repeated; None for none."""
    for text in texts:
        if text and not is_contents_line(text) and not is_continued(text) and says(text):
            return squeezed(text) in {squeezed(line.text) for line in page.lines[:_TOP_LINES]}
    return None


def _set_so(page: PageLines) -> list[str]:
    return [plain(heading.text).strip() for heading in page.page.headings]


def _lines(page: PageLines) -> list[str]:
    return [plain(line.text).strip() for line in page.lines]


def _short_lines(page: PageLines) -> list[str]:
    return [text for text in _lines(page) if len(text.split()) <= _LONGEST_HEADING]
