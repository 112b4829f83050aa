"""The authentication by a referee: who, in what role, when, whether signed; not the applicant's own statement."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from mrse_assess.intake.front.fields import Pair, read_pairs
from mrse_assess.intake.front.form_columns import heads_both, of_referee, pairs_across
from mrse_assess.intake.front.person_names import as_name, has_title, person_in, same_person
from mrse_assess.intake.front.referee_fields import field_of, fits
from mrse_assess.intake.front.signatory import date_alone, is_letter, role_below, signatory
from mrse_assess.intake.front.signatures import UNFILLED, is_signed
from mrse_assess.intake.front.statement_words import (
    heads_statement,
    is_applicants,
    is_headed_so,
    is_of_portfolio,
    vouches,
)
from mrse_assess.intake.text.dates import first_date
from mrse_assess.intake.text.labels import plain
from mrse_assess.intake.text.lines import FileLines, Line, PageLines, segments
from mrse_assess.model.places import Locator
from mrse_assess.model.portfolio import Authentication

_SHORT_HEADING: Final = 6  # words
_LONGEST_VALUE: Final = 5  # words of a name that does not look like one
_MOST_LINES: Final = 45
_MOST_ON_NEXT: Final = 15  # lines of the page after the heading's
_FIRST_LINES: Final = 3  # lines of a page of which one must be a field where a form goes on
_LETTER_HEAD: Final = 16  # lines above the subject of a letter
_SENDER: Final = re.compile(r"\W*from\s*:\s*\w", re.IGNORECASE)
_LOW_ON_PAGE: Final = 0.75  # share of the page's height
_MOST_PLACES: Final = 40
_NEAR_PAGES: Final = 2


class _Place(NamedTuple):
    file: FileLines
    page: PageLines
    start: int  # line of the heading


def find_authentications(
    files: Sequence[FileLines], table_end: tuple[str, int, float] | None
) -> tuple[Authentication, ...]:
    """What may be the referee's authentication, the fullest first: what stands after the table, else what says so.

    ``table_end`` is file, page and height where the table stops. Absent and left empty both give ``present`` false; an
    empty form keeps its place.
    """
    after, others = _places(files, table_end)
    found = [_read(place) for place in after]
    if not any(each.present for each in found):
        found.extend(_read(place) for place in others if _is_about_portfolio(place))
    if not any(each.present for each in found):
        found.extend(_whole(_read(place) for place in others if is_headed_so(_heading(place))))
    kept = [each for each in found if each.locator is not None]
    return tuple(sorted(kept, key=_fullness, reverse=True))


def by_referee(found: Sequence[Authentication], applicant: str | None) -> Authentication:
    """The authentication among these that is not the applicant's own, as fully filled in as there is one."""
    others = [each for each in found if not same_person(each.referee_name, applicant)]
    return next(iter(others), Authentication(present=False))


def _places(files: Sequence[FileLines], table_end: tuple[str, int, float] | None) -> tuple[list[_Place], list[_Place]]:
    """Headings of authentication: those right after the table, and all others."""
    after: list[_Place] = []
    others: list[_Place] = []
    end_page, end_height = table_end[1:] if table_end is not None else (0, 0.0)
    for file in files:
        for page in file.pages:
            here = [_Place(file, page, index) for index, line in enumerate(page.lines) if heads_statement(line)]
            near = (
                table_end is not None
                and file.file == table_end[0]
                and table_end[1] <= page.number <= table_end[1] + _NEAR_PAGES
            )
            for found in here:
                below = page.number != end_page or found.page.lines[found.start].y0 >= end_height - 4
                meant = page.number == end_page or _is_meant(found)
                (after if near and below and meant else others).append(found)
    return after, others[:_MOST_PLACES]


def _is_meant(place: _Place) -> bool:
    """Whether a heading on a page after the table's is of the authentication: work may begin there, with managers."""
    text = " ".join(line.text for _, line in _block(place))
    return vouches(_heading(place).text) or is_of_portfolio(text)


def _whole(found: Iterable[Authentication]) -> list[Authentication]:
    """Those in which somebody is named with role and date: a heading alone says too little."""
    return [each for each in found if each.referee_name and each.role and each.dated_on]


def _heading(place: _Place) -> Line:
    return place.page.lines[place.start]


def _is_about_portfolio(place: _Place) -> bool:
    text = " ".join(line.text for _, line in _block(place))
    return is_of_portfolio(text) and vouches(text)


def _block(place: _Place) -> list[tuple[PageLines, Line]]:
    """The lines from the heading to the applicant's own statement, on the following page too where the form goes on."""
    found: list[tuple[PageLines, Line]] = []
    for line in place.page.lines[place.start :]:
        if len(found) >= _MOST_LINES or (found and is_applicants(line) and not heads_both(line)):
            return found
        if _begins_another(line, found):
            return found
        found.append((place.page, line))
    following = next(iter(place.file.pages[place.page.number : place.page.number + 1]), None)
    if following is None or not _reaches_over(place, found, following):
        return found
    for line in following.lines[:_MOST_ON_NEXT]:
        if len(found) >= _MOST_LINES or is_applicants(line):
            break
        found.append((following, line))
    return found


def _reaches_over(place: _Place, found: Sequence[tuple[PageLines, Line]], following: PageLines) -> bool:
    """Whether the statement goes on at the head of the next page."""
    lines = [line for _, line in found]
    told = signatory(lines)
    if told.name and (told.date or _date_above(place, lines)):
        return False  # said in words, and whole: what follows is another page's
    if told.name and _signs_over_the_page(told.name, found[-1], following):
        return True
    pairs = read_pairs(lines, field_of)
    return bool(pairs or not told.name) and _goes_on(pairs, found[-1], following)


def _signs_over_the_page(name: str, last: tuple[PageLines, Line], following: PageLines) -> bool:
    """Whether a statement that ends at the page's foot is signed at the head of the next page."""
    page, line = last
    if line.y1 < _LOW_ON_PAGE * page.page.height:
        return False
    heads = (person_in(line.text) for line in following.lines[:_FIRST_LINES])
    return any(same_person(person.name, name) for person in heads if person is not None)


def _begins_another(line: Line, found: Sequence[tuple[PageLines, Line]]) -> bool:
    """Whether the line heads another authentication, the one above it being filled in."""
    if not found or len(line.words) > _SHORT_HEADING or "authenticat" not in line.text.lower():
        return False
    return "name" in _filled(read_pairs([each for _, each in found], field_of))


def _goes_on(pairs: Sequence[Pair], last: tuple[PageLines, Line], following: PageLines) -> bool:
    """Whether the form goes on there: nothing is filled in yet, or a form cut by the page's foot begins with fields."""
    if not _filled(pairs):
        return True
    page, line = last
    missing = {"signature", "date"} - {pair.field for pair in pairs}
    if not missing or line.y1 < _LOW_ON_PAGE * page.page.height:
        return False
    begins = {pair.field for pair in read_pairs(following.lines[:_FIRST_LINES], field_of)}
    return bool(begins) and bool(
        missing & {pair.field for pair in read_pairs(following.lines[:_MOST_ON_NEXT], field_of)}
    )


def _read(place: _Place) -> Authentication:
    block, column = of_referee(_block(place))
    lines = [line for _, line in block]
    pairs = _pairs(lines)
    values = _filled(pairs)
    told = signatory(lines)
    signature = next((pair.value for pair in pairs if pair.field == "signature"), None)
    name, role = _name_and_role(values, lines, signature)
    role = role or (told.role if name is None or same_person(name, told.name) else None)
    name = name or told.name
    said = first_date(values["date"]) if "date" in values else first_date(signature or "")
    date = said or (told.date if "date" not in values or same_person(name, told.name) else None)
    date = date or _date_above(place, lines)
    signed = is_signed(
        signature, block, lambda text: field_of(text) == "signature", dated=date is not None, column=column, name=name
    )
    present = bool(name or signed or (date and role))
    if not present and not _is_form(pairs):
        return Authentication(present=False)
    heading = place.page.lines[place.start]
    return Authentication(
        present=present,
        referee_name=name,
        role=role,
        dated_on=date,
        signed=signed,
        locator=Locator(file=place.file.file, page=place.page.number, box=heading.box),
    )


def _date_above(place: _Place, lines: Sequence[Line]) -> str | None:
    """The date of a letter or an e-mail that stands above its subject, at the head of the page."""
    above = place.page.lines[: place.start]
    sent = any(_SENDER.match(plain(line.text)) for line in above)
    if len(above) > _LETTER_HEAD or not (sent or is_letter(lines)):
        return None
    parts = (words for line in above for words in segments(line, gap=0.8))
    return date_alone([plain(" ".join(word.text for word in words)).strip() for words in parts])


def _pairs(lines: Sequence[Line]) -> list[Pair]:
    """The fields with their values, those with a head of fields across above their values among them."""
    across = pairs_across(lines, field_of)
    return across or read_pairs(lines, field_of, fits)


def _name_and_role(
    values: Mapping[str, str], lines: Sequence[Line], signature: str | None
) -> tuple[str | None, str | None]:
    """Name and role from the fields; a role written after the name or under it where it has no field of its own."""
    name, role = values.get("name"), values.get("role") or values.get("relationship")
    if name is None and signature and (person := person_in(signature)) and has_title(person.name):
        return person.name, role or person.role
    if name is None:
        return None, role
    person = person_in(name)
    if person is None:
        return name, role or role_below(lines, name)
    if "role" in values or person.role is not None:
        return person.name, values.get("role") or person.role
    return person.name, role or role_below(lines, name)


def _is_form(pairs: Sequence[Pair]) -> bool:
    """Whether there are fields for a referee to fill in. Words such as "line manager" alone make no form."""
    fields = {pair.field for pair in pairs}
    return bool(fields & {"name", "signature"}) and len(fields) > 1


def _filled(pairs: Sequence[Pair]) -> dict[str, str]:
    found: dict[str, str] = {}
    for pair in pairs:
        if pair.field in {"name", "role", "relationship", "date"} and not UNFILLED.match(pair.value) and _may_be(pair):
            found.setdefault(pair.field, pair.value)
    return found


def _may_be(pair: Pair) -> bool:
    """Whether the value may be the field's: below a heading such as "Referee" a statement may follow, and no name."""
    return pair.field != "name" or as_name(pair.value) is not None or len(pair.value.split()) <= _LONGEST_VALUE


def _fullness(found: Authentication) -> int:
    return sum(value is not None for value in (found.referee_name, found.role, found.dated_on)) + bool(found.signed)
