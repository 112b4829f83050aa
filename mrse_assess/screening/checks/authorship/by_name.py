"""Lines that hold nothing but who made an item: names with their posts, a day, "(author)" (guidance, clause G7)."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from mrse_assess.screening.cells import Rows
from mrse_assess.screening.dating.spans import spans_in
from mrse_assess.screening.names import Named, person_in

_HEAD_LINES: Final = 8
_END_LINES: Final = 8
_LONGEST: Final = 110  # characters
_GREETING_WITHIN: Final = 10  # lines
_AUTHOR: Final = re.compile(
    r"\((?:(?:lead|joint|main|first|co|principal)[\s-])?authors?\)|,\s(?:co-)?authors?(?=$|\s\()", re.IGNORECASE
)
_BY: Final = re.compile(r"(?:by|signed)\b:?\s", re.IGNORECASE)
_WEEKDAY: Final = re.compile(r"\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\b", re.IGNORECASE)
_PARTED: Final = re.compile(r"[,;|()\u2022\u2014:]|(?<![A-Z])\.(?=\s|$)|\.\s*$|\s-\s|\s/\s|\s(?:and|&|with)\s")
_INITIALS_END: Final = re.compile(r"(?<=[A-Z]{2})\.(?=\s|$)")
_DOTTED: Final = re.compile(r"[A-Z](?:\.[A-Z]){1,3}")
_TITLES: Final = re.compile(r"(?:(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Professor)\.?\s)")
_LETTERS_AFTER: Final = re.compile(r"(?:,?\s(?:[A-Z]{3,7}|PhD|MSc|BSc|MPhil|MEng))+$")
_SMALL: Final = frozenset({"of", "and", "the", "for", "in", "at", "with"})
_GREETING: Final = re.compile(r"\s*(?:Dear|To whom)\b")


class Person(NamedTuple):
    """Somebody named, from and to in the line."""

    name: str
    is_applicant: bool
    start: int
    end: int


class Line(NamedTuple):
    """A line that holds nothing else: its people; ``marked`` by a post or "(author)"; ``dated`` by a day."""

    people: tuple[Person, ...]
    marked: bool
    dated: bool


class Posts(NamedTuple):
    """Words of posts, and of departments and places."""

    posts: frozenset[str]
    not_persons: frozenset[str]


def named_lines(
    sheets: Sequence[Rows], applicant: Named, posts: Posts, aside: re.Pattern[str]
) -> Iterator[tuple[Rows, int, Person]]:
    """Each person of such lines near the title or at the end of an item, with the page and the line.

    Others than the applicant count by their post, as "(author)" or with a day under the title, not where a letter is
    addressed to them.
    """
    for number, rows in enumerate(sheets):
        end = len(rows.lines) if number == len(sheets) - 1 else 0
        head = range(_HEAD_LINES if number == 0 else 0)
        for at in (line for line in range(len(rows.lines)) if line in head or end - _END_LINES <= line < end):
            if "\t" not in rows.parted(at) and not _is_of_others(rows, at, aside):
                found = read_line(rows.lines[at].text, applicant, posts)
                is_open = not (at in head and _greets(rows, at))
                is_told = found is not None and at in head and found.dated and _are_names(rows, found)
                yield from ((rows, at, each) for each in _makers(found, is_open=is_open, is_told=is_told))


def _makers(found: Line | None, *, is_open: bool, is_told: bool) -> Iterator[Person]:
    """Whose work the line says it is: the applicant's where the applicant is among them, by initials only with more."""
    if found is None:
        return
    own = [each for each in found.people if each.is_applicant]
    yield from (each for each in own if found.marked or found.dated or not each.name.isupper())
    if not own and is_open and (found.marked or is_told):
        yield from found.people


def _are_names(rows: Rows, found: Line) -> bool:
    """Whether no word of the people's names is written small on the page: "Door Rules, 3 May 2023" names nobody."""
    small = set(re.findall(r"(?<![A-Za-z'-])[a-z]{3,}", rows.page.text))
    return all(small.isdisjoint(_words(person.name)) for person in found.people)


def _is_of_others(rows: Rows, at: int, aside: re.Pattern[str]) -> bool:
    """Whether the line above says what the people of this one have to do with the item: "Approved by:"."""
    above = rows.lines[at - 1].text.strip() if at else ""
    return above.endswith(":") or (bool(aside.search(above)) and len(above.split()) <= len(["to", "be", "done", "by"]))


def _greets(rows: Rows, at: int) -> bool:
    return any(_GREETING.match(line.text) for line in rows.lines[at + 1 : at + 1 + _GREETING_WITHIN])


def read_line(text: str, applicant: Named, posts: Posts) -> Line | None:
    """Who a line names, None where it holds anything else."""
    if len(text) > _LONGEST:
        return None
    left, dated = _without_days(text)
    marked = bool(_AUTHOR.search(left))
    left = _AUTHOR.sub(lambda match: " " * len(match.group()), left)
    begin = match.end() if (match := _BY.match(left)) else 0
    people: list[Person] = []
    for start, part in _parts(left, begin):
        person = _person(start, part, applicant, posts)
        if person is not None:
            people.append(person)
        elif not people or not _says_post(part, posts):
            return None
        else:
            marked = marked or not posts.posts.isdisjoint(_words(part))
    return Line(tuple(people), marked, dated) if people else None


def _without_days(text: str) -> tuple[str, bool]:
    """The line with spaces in place of its days."""
    spans = spans_in(text)
    for each in spans:
        text = text[: each.start] + " " * (each.end - each.start) + text[each.end :]
    text = _WEEKDAY.sub(lambda match: " " * len(match.group()), text) if spans else text
    return text, bool(spans)


def _parts(text: str, begin: int) -> Iterator[tuple[int, str]]:
    text = _INITIALS_END.sub(",", text)
    for match in (*_PARTED.finditer(text, begin), None):
        part = text[begin : match.start() if match else len(text)]
        if part.strip():
            yield begin + len(part) - len(part.lstrip()), part.strip()
        begin = match.end() if match else begin


def _person(start: int, part: str, applicant: Named, posts: Posts) -> Person | None:
    """The person whose name is all that a part of the line holds."""
    part = _LETTERS_AFTER.sub("", part)
    bare = _TITLES.sub("", part)
    said = f"{part}." if _DOTTED.fullmatch(part) else part
    own = next(applicant.spots(said), None) or next(applicant.in_capitals(said, 0), None)
    if own is not None and own.end - own.start >= len(bare.rstrip(".")):
        return Person(part, is_applicant=True, start=start, end=start + len(part))
    name = person_in(part)
    if name != part or not posts.posts.isdisjoint(_words(part)) or not posts.not_persons.isdisjoint(_words(part)):
        return None
    return Person(part, is_applicant=False, start=start, end=start + len(part))


def _says_post(part: str, posts: Posts) -> bool:
    """Whether a part of the line is a post, a department or a place, and no sentence."""
    words = _words(part)
    is_named = all(word[:1].isupper() or not word[:1].isalpha() or word in _SMALL for word in part.split())
    return not posts.posts.isdisjoint(words) or is_named


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.lower())
