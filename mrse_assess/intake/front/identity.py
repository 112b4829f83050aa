"""The applicant's name and the date of submission, from the pages before the evidence."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Final, NamedTuple

from mrse_assess.intake.front.fields import read_pairs
from mrse_assess.intake.front.person_names import as_name, has_title, names_post, person_in
from mrse_assess.intake.front.prose_names import beginning, is_place, names_in_prose
from mrse_assess.intake.text.dates import first_date, is_date
from mrse_assess.intake.text.labels import plain
from mrse_assess.intake.text.lines import FileLines, Line, PageLines
from mrse_assess.intake.text.part_headings import TABLE_HEADING, is_sentence, names_list
from mrse_assess.model.places import Locator

_NAME: Final = re.compile(
    r"(?:name of (?:the )?)?(?:applicant|candidate)(?:'s)?(?: (?:full )?name)?|submitted by|prepared by|compiled by"
    r"|portfolio of|author|applicant (?:details|information)",
    re.IGNORECASE,
)
_PLAIN_NAME: Final = re.compile(r"(?:full |your )?name(?: in full)?|print name", re.IGNORECASE)
_SURNAME: Final = re.compile(r"surname|family name|last name", re.IGNORECASE)
_FORENAME: Final = re.compile(r"(?:first|given) names?|forenames?", re.IGNORECASE)
_DATE: Final = re.compile(
    r"(?:date of )?submission(?: date)?|date submitted|submitted(?: on)?|date of application|application date",
    re.IGNORECASE,
)
_OTHER: Final = re.compile(
    r"title|post|role|position|job title|employer|hospital|trust|organisation|department|address|e-?mail|telephone"
    r"|date of birth|d\.?o\.?b\.?|registration(?: number)?|signature|signed",
    re.IGNORECASE,
)
_INLINE_NAMES: Final = (
    re.compile(
        r"\b(?:portfolio (?:of|by|for)|(?:submitted|prepared|compiled|written|presented|produced) by"
        r"|(?:applicant|candidate|author):?)\s+(.{4,80})",
        re.IGNORECASE,
    ),
    re.compile(r"^by:?\s+(.{4,80})", re.IGNORECASE),
    re.compile(
        r"\bI,\s+([^,]{4,60}),\s+(?:.{0,160},\s+)?(?:hereby |wish to |would like to |am )?"
        r"(?:submit|apply|enclose|declare|submitting|applying)\b",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?:portfolio|application|submission|certificate|mrse)\s*[-:|,]\s+(.{4,80})", re.IGNORECASE),
    re.compile(r"^(.{4,60}?)(?:'s?\s|\s[-|:]\s|,\s).{0,40}\b(?:portfolio|mrse|certificate)\b", re.IGNORECASE),
)
_OF_ONESELF: Final = re.compile(r"\bI,\s")
_INLINE_DATE: Final = re.compile(
    r"\b(?:submitted|submission|date of submission|sent|lodged|delivered|handed in"
    r"|(?<!mail )(?<!letter )(?<!memo )(?<!minutes )(?<!message )(?<!report )(?<!note )(?<!entry )dated)\b(.{0,60})",
    re.IGNORECASE,
)
_AFTER_TITLE: Final = re.compile(r"\bportfolio\b[\s,:|-]+(.+)$", re.IGNORECASE)
_SUBMITTED_BY: Final = re.compile(r"\bsubmitted\b", re.IGNORECASE)
_CUT_DATE: Final = re.compile(
    r"\b(?:submitted|submission)\b(?:\s+\w+){0,2}?\s+(\d{1,2}(?:st|nd|rd|th)?(?:\s+of)?(?:\s+[A-Z][a-z]+)?)$",
    re.IGNORECASE,
)
_MAIL_HEAD: Final = re.compile(r"\W*(?:from|to|cc|sent|date|received)\s*:", re.IGNORECASE)
_GOES_ON: Final = re.compile(r"(?:[A-Z][a-z]{2,8}\.?,?\s+)?(?:19|20)\d\d\b")
_ON: Final = re.compile(r"\s*(?:on\s+)?\d", re.IGNORECASE)
_ABOUT: Final = re.compile(r"portfolio|certificate|mrse|mr safety expert", re.IGNORECASE)
_PAGES: Final = 4
_COVER_WORDS: Final = 90  # a page with more is no cover
_LONGEST_HEAD: Final = 9  # words of a line at the head of a page that says more further down
_MOST_HEAD: Final = 12  # lines
_DAY: Final = len("2025-01-31")
_MONTH: Final = len("2026-08")


class Identity(NamedTuple):
    """Who applies and when the portfolio was submitted; None where it was not found."""

    name: str | None
    submitted_on: date | None


def find_identity(files: Sequence[FileLines], front: Mapping[str, int], referee: Locator | None) -> Identity:
    """The applicant and the date. ``front`` gives, for each file to look at, the first page not to look at.

    What stands from ``referee`` on, where the authentication begins, is not the applicant's. Fields for the purpose
    count before words in a line, and these before a name or date that merely stands on the cover.
    """
    pages: list[tuple[Line, ...]] = []
    for file in files:
        if file.file in front:
            shown = file.pages[: max(1, min(front[file.file] - 1, _PAGES))]
            pages.extend(_before(page, referee) for page in shown)
    ways = (_named, names_in_prose, _named_in_line, _named_on_cover)
    names = (name for way in ways for lines in pages for name in way(lines))
    said = (day for way in (_dated, _dated_in_line) for lines in pages for day in way(lines))
    submitted_on = next(said, None)
    if submitted_on is None and not any(map(_says_month, pages)):
        submitted_on = next((day for lines in pages for day in _dated_plainly(lines)), None)
    return Identity(next(names, None), submitted_on)


def applicant_named(lines: Sequence[Line]) -> str | None:
    """The name that these lines give the applicant in so many words, or None."""
    pairs = read_pairs(lines, _field, _fits)
    given = [pair.value for pair in pairs if pair.field == "name"]
    return next((name for value in given if (name := as_name(value))), None)


def _before(page: PageLines, referee: Locator | None) -> tuple[Line, ...]:
    if referee is None or page.file != referee.file or referee.box is None or page.number < referee.page:
        return page.lines
    above = [line for line in page.lines if page.number == referee.page and line.y1 <= referee.box[1] + 1]
    while above and _MAIL_HEAD.match(plain(above[-1].text)):  # of the referee's own e-mail, whose subject it is
        above.pop()
    return tuple(above)


def _field(text: str) -> str | None:
    text = plain(text).strip(" .*").partition(" (")[0]
    if _PLAIN_NAME.fullmatch(text):
        return "plain name"
    kinds = (("name", _NAME), ("surname", _SURNAME), ("forename", _FORENAME), ("submitted", _DATE), ("other", _OTHER))
    found = next((kind for kind, pattern in kinds if pattern.fullmatch(text)), None)
    return found or ("date" if text.lower() in {"date", "dated"} else None)


def _fits(field: str, value: str) -> bool:
    """Whether a value is such as the field has, so that a label needs no sign before it."""
    if field in {"name", "plain name"}:
        return as_name(value) is not None
    return field in {"submitted", "date"} and is_date(value)


def _named(lines: Sequence[Line]) -> Iterator[str]:
    pairs = read_pairs(lines, _field, _fits)
    values = {field: [pair.value for pair in pairs if pair.field == field] for field in ("name", "plain name")}
    parts = {pair.field: pair.value for pair in reversed(pairs) if pair.field in {"surname", "forename"}}
    joined = [f"{parts['forename']} {parts['surname']}"] if len(parts) > 1 else []
    yield from (name for value in (*values["name"], *joined, *values["plain name"]) if (name := as_name(value)))


def _named_in_line(lines: Sequence[Line]) -> Iterator[str]:
    texts = [plain(line.text).strip() for line in lines]
    texts += [f"{one} {two}" for one, two in pairwise(texts) if _OF_ONESELF.search(one)]
    found = (said for way in _INLINE_NAMES for text in texts for said in _after_each(way, text))
    yield from (name for text in found if (name := beginning(text)))


def _after_each(way: re.Pattern[str], text: str) -> Iterator[str]:
    """What stands behind each of the words that name somebody: "Portfolio of evidence submitted by Una Vale"."""
    match = way.search(text)
    while match is not None:
        yield match.group(1) if match.end(1) == len(text) or not is_place("", text[match.end(1) :]) else ""
        match = way.search(text, max(match.start(1), match.start() + 1))


def _named_on_cover(lines: Sequence[Line]) -> Iterator[str]:
    """A name alone on a line of a page that says what it is the cover of; one with a title first."""
    lines = lines if _is_cover(lines) else _head(lines)
    if not _is_cover(lines):
        return
    alone = [name for line in lines if (name := as_name(line.text)) and name == " ".join(plain(line.text).split())]
    yield from sorted(alone, key=lambda name: not has_title(name))
    in_post = (person_in(line.text) for line in lines)
    yield from (each.name for each in in_post if each is not None and each.role and names_post(each.role))


def _head(lines: Sequence[Line]) -> Sequence[Line]:
    """The short lines with which a page begins, above the heading of a list, a table or running text."""
    end = next((place for place, line in enumerate(lines) if _ends_head(line)), len(lines))
    return lines[: min(end, _MOST_HEAD)]


def _ends_head(line: Line) -> bool:
    text = plain(line.text)
    return len(line.words) > _LONGEST_HEAD or names_list(text) or bool(TABLE_HEADING.search(text)) or is_sentence(text)


def _is_cover(lines: Sequence[Line]) -> bool:
    return sum(len(line.words) for line in lines) <= _COVER_WORDS and any(_ABOUT.search(line.text) for line in lines)


def _dated(lines: Sequence[Line]) -> Iterator[date]:
    yield from _days(pair.value for pair in read_pairs(lines, _field, _fits) if pair.field == "submitted")


def _dated_in_line(lines: Sequence[Line]) -> Iterator[date]:
    texts = [plain(line.text) for line in lines]
    yield from _days(match.group(1) for text in texts if (match := _INLINE_DATE.search(text)))
    yield from _days(below for text, below in pairwise(texts) if _SUBMITTED_BY.search(text) and _ON.match(below))
    cut = ((match.group(1), below) for text, below in pairwise(texts) if (match := _CUT_DATE.search(text)))
    yield from _days(f"{day} {below}" for day, below in cut if _GOES_ON.match(below))


def _says_month(lines: Sequence[Line]) -> bool:
    """Whether the month of submission is said without its day: no other date of the page is that of submission."""
    fields = (pair.value for pair in read_pairs(lines, _field, _fits) if pair.field == "submitted")
    in_lines = (match.group(1) for line in lines if (match := _INLINE_DATE.search(plain(line.text))))
    return any(len(first_date(text) or "") == _MONTH for text in (*fields, *in_lines))


def _dated_plainly(lines: Sequence[Line]) -> Iterator[date]:
    """A field "Date" where the page is about the portfolio, or a date alone on the cover."""
    yield from _days(pair.value for pair in read_pairs(lines, _field, _fits) if pair.field == "date")
    if _is_cover(lines):
        yield from _days(line.text for line in lines if is_date(line.text))
        after = (match.group(1) for line in lines if (match := _AFTER_TITLE.search(plain(line.text))))
        yield from _days(text for text in after if is_date(text))


def _days(texts: Iterator[str]) -> Iterator[date]:
    found = (first_date(text) for text in texts)
    yield from (date.fromisoformat(each) for each in found if each and len(each) == _DAY)
