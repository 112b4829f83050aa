"""Who made an item, as its words say: sender, author line, signature, name under the title (guidance, clause G7)."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from mrse_assess.model.places import Locator
from mrse_assess.screening.cells import Labels, Rows, is_titled
from mrse_assess.screening.checks.authorship.by_name import named_lines
from mrse_assess.screening.checks.authorship.history import Sheet
from mrse_assess.screening.checks.authorship.made import makers
from mrse_assess.screening.checks.authorship.wording import Words, words_of_lists
from mrse_assess.screening.messages import head_at
from mrse_assess.screening.names import Named, person_in
from mrse_assess.screening.page_text import PageText
from mrse_assess.screening.vocabulary import CheckData

_FROM: Final = re.compile(r"[ >]*From\b(:?)\s+(\S.{0,140})")
_MAIL_HEAD: Final = re.compile(r"[ >]*(?:To|Sent|Sent on|Date|Cc|Subject|On)\b:?\s")
_WROTE: Final = re.compile(r"[ >]*On .{4,120}?\bwrote\s?:")
_HEAD_LINES: Final = 16
_TITLE_LINES: Final = 10
_WHOLE_PAGES: Final = 2  # first pages in which an author line may stand anywhere
_AFTER_CLOSING: Final = 3  # lines
_LONGEST_VALUE: Final = 90  # characters
_BEFORE_NAME: Final = frozenset({"", "by", "dr", "mr", "mrs", "ms", "prof", "miss", "by dr", "by mr", "by ms"})
_CONTACT: Final = re.compile(r"\b(?:ext|extn|extension|tel|telephone|phone|bleep|pager|mobile)\b", re.IGNORECASE)
_LONGEST_BYLINE: Final = 11  # words
_POST: Final = re.compile(r"\s*(?:$|[,(|\u2022\-]|MIPEM|PhD|MSc|BSc)")


_TURNED: Final = re.compile(
    r"(?:van |de |von )?[A-Z][a-z']+(?:[A-Z][a-z]+)?(?:-[A-Z][a-z]+)?, "
    r"(?:(?:Dr|Mr|Mrs|Ms|Prof)\.? )?[A-Z][a-z]+(?![\w'])"
)


class Byline(NamedTuple):
    """Who is named as having made an item, and where. ``name`` is "" where only a department is."""

    name: str
    is_applicant: bool
    place: Locator
    sent: bool = False  # as the sender of a message


def author_of(sheets: Sequence[Sheet], applicant: Named, data: CheckData) -> Byline | None:
    """Who made the item. The applicant counts wherever named as author; of others the strongest kind of line."""
    words = words_of_lists(tuple(sorted(data.lists.items())))
    rows = [sheet.rows for sheet in sheets]
    named = (
        _newest([*_senders(rows, applicant, words)]),
        _labelled(sheets, applicant, words, words.author),
        _of_first_versions(sheets, applicant),
    )
    if any(_is_minutes(each, words) for each in rows[:2]):
        minuted = _labelled(sheets, applicant, words, words.minuted)
        return _of_minutes(
            [sheet.rows.page for sheet in sheets], applicant, words, [list(way) for way in (*named, minuted)]
        )
    signed = (
        _certified(rows[:2], words),
        _signed(rows, applicant, words),
        _under_title(rows, applicant),
        _by_name(rows, applicant, words),
        _after_by(rows, applicant, words),
    )
    nameless: Byline | None = None
    for way in (*named, *signed, _labelled(sheets, applicant, words, words.doer)):
        found = list(way)
        best = next((each for each in found if each.is_applicant), next((each for each in found if each.name), None))
        if best is not None:
            return best
        nameless = nameless or next(iter(found), None)
    return nameless


def _is_minutes(rows: Rows, words: Words) -> bool:
    """Whether a page is headed as minutes, or a line at its head begins as their title does."""
    begins = (line.text.lower().startswith(words.minutes_begin) for line in rows.lines[:_TITLE_LINES])
    return is_titled(rows, words.meetings, _TITLE_LINES) or any(begins)


def _of_minutes(
    pages: Sequence[PageText], applicant: Named, words: Words, ways: Sequence[Sequence[Byline]]
) -> Byline | None:
    """Whoever made what was brought to the meeting, else whoever wrote the minutes down, the last of the ways.

    Where neither is said nobody is who is named in them, or may be on a page that was not read.
    """
    made = [
        Byline(each.page.text[each.start : each.end], each.is_applicant, each.page.place(each.start, each.end))
        for each in makers(pages, applicant, words.after_maker, words.before_maker)
    ]
    own = next((each for each in made if each.is_applicant), None)
    own = own or next((each for way in ways for each in way if each.is_applicant), None)
    taken = next((each for each in ways[-1] if each.name), None)
    if own is not None or taken is not None or made:
        return own or next(iter(made), None) or taken
    if any(not page.seen or applicant.is_in(page.text) for page in pages):
        return None
    written = next((each for way in ways for each in way if each.name), None)
    return written or _first_line(pages)


def _first_line(pages: Sequence[PageText]) -> Byline | None:
    page = next((page for page in pages if page.text), None)
    return Byline("-", is_applicant=False, place=page.place(0, len(page.text.partition("\n")[0]))) if page else None


def _byline(rows: Rows, start: int, value: str, applicant: Named, words: Words) -> Byline | None:
    """What a value that names an author says, or None where it names nobody."""
    whole = rows.page.place(start, start + len(value.rstrip()), quoted=False)
    aside = words.aside.search(value)
    value = value[: aside.start()] if aside and aside.start() else value
    spot = next(applicant.spots(value), None) or next(applicant.in_capitals(value, 2), None)
    if spot is not None:
        place = rows.page.place(start + spot.start, start + spot.end)
        return Byline(value[spot.start : spot.end], is_applicant=True, place=place)
    person = _turned(value, words) or person_in(value)
    if person and value.find(person) <= len("Professor ") and not _is_department(person, words):
        at = start + value.find(person)
        return Byline(person, is_applicant=False, place=rows.page.place(at, at + len(person)))
    return Byline("", is_applicant=False, place=whole) if value.strip() else None


def _turned(value: str, words: Words) -> str:
    """The name with which a value begins that gives the surname first, "Example, Ada", or ""."""
    match = _TURNED.match(value)
    said = re.findall(r"[a-z]+", match.group().lower()) if match else []
    is_post = any(word in words.not_persons or word in words.posts.posts for word in said)
    return match.group() if match and not is_post else ""


def _is_department(name: str, words: Words) -> bool:
    return any(word in words.not_persons for word in re.findall(r"[a-z]+", name.lower()))


def _is_office(name: str, words: Words) -> bool:
    """Whether a sender is a department alone, without the mailbox of a person."""
    shown, _, mailbox = name.partition("<")
    said = re.findall(r"[a-z]+", shown.lower())
    own = re.findall(r"[a-z]+", mailbox.partition("@")[0].lower())
    is_shared = all(word in words.not_persons or word in said for word in own)
    is_office = bool(said) and _is_department(shown, words) and not person_in(shown).istitle()
    return "@" not in shown and is_office and is_shared


def _by_name(rows: Sequence[Rows], applicant: Named, words: Words) -> Iterator[Byline]:
    """Who is named on a line that holds nothing else: "Ada Example and Bo Other, MR Physicists. 3 May 2023"."""
    for page, at, person in named_lines(rows, applicant, words.posts, words.aside):
        start = page.start_of(at)
        yield Byline(person.name, person.is_applicant, page.page.place(start + person.start, start + person.end))


def _newest(sent: Sequence[Byline]) -> Sequence[Byline]:
    """The senders without those of older messages below one that a department sent: whoever signs it made it."""
    shared = bool(sent) and not sent[0].name
    return [each for each in sent if each.is_applicant or not each.name] if shared else sent


def _senders(rows: Sequence[Rows], applicant: Named, words: Words) -> Iterator[Byline]:
    """Who the messages are from. A line that begins with "From" is a sender's where the head of a message follows."""
    for page in rows:
        lines = [line.text for line in page.lines]
        for at, text in enumerate(lines):
            match = _FROM.match(text)
            if match and (match.group(1) or "@" in text or any(map(_MAIL_HEAD.match, lines[at + 1 : at + 3]))):
                found = _byline(page, page.start_of(at) + match.start(2), match.group(2), applicant, words)
                if found:
                    sender = "" if _is_office(match.group(2), words) else match.group(2)
                    yield found._replace(name=found.name or sender, sent=True)
            elif (head := head_at(lines, at)) is not None:
                found = _byline(page, page.start_of(at) + head.start, head.sender, applicant, words)
                if found:
                    yield found._replace(name=found.name or head.sender, sent=True)
            elif _WROTE.match(text) and applicant.is_in(text):
                yield Byline(person_in(text), is_applicant=True, place=page.page.place(*_span(page, at)))


def _span(rows: Rows, line: int) -> tuple[int, int]:
    start = rows.start_of(line)
    return start, start + len(rows.lines[line].text)


def _labelled(sheets: Sequence[Sheet], applicant: Named, words: Words, labels: Labels) -> Iterator[Byline]:
    """Names after a label that begins a line or a cell, or under it; not in a table of versions."""
    for number, sheet in enumerate(sheets):
        page = sheet.rows
        for at in range(len(page.lines)):
            near = number < _WHOLE_PAGES or number == len(sheets) - 1 or at < _HEAD_LINES
            if near and labels.may_begin(page.lines[at].text) and at not in sheet.lines:
                yield from _in_line(page, at, applicant, words, labels)


def _of_first_versions(sheets: Sequence[Sheet], applicant: Named) -> Iterator[Byline]:
    """Who made the first version, as a table of versions says."""
    makers = (maker for sheet in sheets for maker in sheet.makers(applicant))
    return (Byline(each.name, each.is_applicant, each.place) for each in makers if each.first and each.name)


def _certified(rows: Sequence[Rows], words: Words) -> Iterator[Byline]:
    """That a certificate is by whoever awards it."""
    for page in rows:
        match = words.certified.search(page.page.text)
        if match and (_begins_with(page, match, words.certifies) or is_titled(page, words.certificates)):
            yield Byline("-", is_applicant=False, place=page.page.place(*match.span()))


def _begins_with(rows: Rows, match: re.Match[str], phrases: tuple[str, ...]) -> bool:
    """Whether a line begins with what was found, and that is one of the phrases."""
    begins = rows.start_of(rows.line_at(match.start())) == match.start()
    return begins and match.group().lower().startswith(phrases)


def _after_by(rows: Sequence[Rows], applicant: Named, words: Words) -> Iterator[Byline]:
    """A name after "by" at the beginning of a line near the title, with a post or by itself."""
    for page in rows[:2]:
        for at, line in enumerate(page.lines[:_HEAD_LINES]):
            length = words.by.leading(line.text)
            value = line.text[length:].lstrip(" :")
            found = _byline(page, page.start_of(at) + len(line.text) - len(value), value, applicant, words)
            if length and found and found.name and _POST.match(value.partition(found.name)[2].lstrip(".") or " "):
                yield found


def _in_line(rows: Rows, at: int, applicant: Named, words: Words, labels: Labels) -> Iterator[Byline]:
    start, cells = rows.start_of(at), rows.parted(at).split("\t")
    for number, cell in enumerate(cells):
        length = labels.leading(cell)
        if length and not (labels is words.doer and _CONTACT.search(cell)):
            value = cell[length:].lstrip(" :-.)")
            tries = [(start + len(cell) - len(value), value)]
            if not value and _heads_list(cells, number, words):
                length = 0
            elif not value:
                beside = [(start + len(cell) + 1, cells[number + 1])] if number + 1 < len(cells) else []
                tries = [*beside, rows.under(at, start, start + length)]
            named = (
                _byline(rows, begin, text[:_LONGEST_VALUE], applicant, words)
                for begin, text in tries
                if length and text
            )
            found = [each for each in named if each]
            yield from [each for each in found if each.name][:1] or found[:1]
        start += len(cell) + 1


def _heads_list(cells: Sequence[str], number: int, words: Words) -> bool:
    """Whether a label is the head of a column of names, beside which nobody signs."""
    others = {cell.strip(" :").lower() for cell in cells} - {cells[number].strip(" :").lower()}
    is_name = cells[number].strip(" :").lower() in {"name", "names"}
    return is_name and bool(others) and words.beside_names.isdisjoint(others)


def _signed(rows: Sequence[Rows], applicant: Named, words: Words) -> Iterator[Byline]:
    """The name under the words that close a letter."""
    for page in rows:
        lines = [line.text for line in page.lines]
        for at, text in enumerate(lines):
            closing, _, rest = text.partition(",")
            if len(closing) > len("with kindest regards to all") or closing.strip(" .").lower() not in words.closings:
                continue
            tries = [(page.start_of(at) + len(closing) + 1, rest)] if rest.strip() else []
            tries += [(page.start_of(n), lines[n]) for n in range(at + 1, min(len(lines), at + 1 + _AFTER_CLOSING))]
            named = [each for start, value in tries if (each := _signature(page, start, value, applicant, words))]
            yield from [each for each in named if each.is_applicant][:1] or [each for each in named[:1] if each.name]


def _signature(rows: Rows, start: int, value: str, applicant: Named, words: Words) -> Byline | None:
    """Whose name a line under the closing words is; the applicant's first name alone will do there."""
    if value.strip(" .,") in applicant.given:
        return Byline(value.strip(" .,"), is_applicant=True, place=rows.page.place(start, start + len(value)))
    return _byline(rows, start, value[:_LONGEST_VALUE], applicant, words)


def _under_title(rows: Sequence[Rows], applicant: Named) -> Iterator[Byline]:
    """The applicant's name at the beginning of a line near the title, alone or with a post."""
    for page in rows[:2]:
        for at in range(min(_HEAD_LINES, len(page.lines))):
            text = page.lines[at].text
            spot = next((each for each in applicant.spots(text) if not each.weak), None)
            if spot is None or text[: spot.start].strip(" .").lower() not in _BEFORE_NAME:
                continue
            if _POST.match(text[spot.end :]) and len(text.split()) <= _LONGEST_BYLINE and not text.endswith("."):
                start = page.start_of(at)
                place = page.page.place(start + spot.start, start + spot.end)
                yield Byline(text[spot.start : spot.end], is_applicant=True, place=place)
