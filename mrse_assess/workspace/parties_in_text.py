"""Finding names in the text of a portfolio. Run in the worker: names and numbers of items come back, no text does."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from mrse_assess.intake.front.fields import read_pairs
from mrse_assess.intake.front.person_names import as_name, has_title, same_person
from mrse_assess.intake.text.lines import Line, PageLines, file_lines
from mrse_assess.model.pages import DocumentReading
from mrse_assess.model.portfolio import Portfolio
from mrse_assess.screening.page_text import PageText
from mrse_assess.workspace.party_names import names_person
from mrse_assess.workspace.party_names import wanted as wanted_person
from mrse_assess.workspace.party_words import PartyWords, folded, party_words, same_organisation

FRONT_PAGES = 6
LONGEST_VALUE = 240  # characters after a label in which names are looked for
LONGEST_NAME = 60
LEAST_WORDS = 2
MOST_PARTIES = 40
_PARTS_OF_LIST = re.compile(r"\s*(?:[,;/&]|\b(?:and|with)\b)\s*", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:the|an?)\s", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\([^)]{0,80}\)|<[^>]{0,120}>")
_LABEL_END = re.compile(r"\s*(?::|\s-\s)\s*")
_SENTENCE_END = re.compile(r"[.;:!?](?:\s|$)|,\s(?=[a-z])|\s(?:as|and I|since|where|in)\s")

Place = tuple[str, int]
"""A file and a page of it."""

Counted = tuple[str, str, set[str]]
"""A name, the part that it has, and the items in which it was found."""


class Party(NamedTuple):
    """Somebody or some organisation that has to do with an application.

    ``part`` is a key of ``parties.toml``. ``items`` is in how many items of evidence the name was found, 0 where it
    stands outside of them.
    """

    name: str
    part: str
    items: int = 0


class Found(NamedTuple):
    """The parties found, and how many pages could not be read for names."""

    parties: tuple[Party, ...]
    unread: int


def find_parties(readings: Sequence[DocumentReading], portfolio: Portfolio) -> Found:
    """Employer and referee as the portfolio names them, then those named in the evidence, the most frequent first."""
    words, pages = party_words(), _pages(readings)
    people = _people(pages, portfolio, words)
    referee = portfolio.authentication.referee_name
    others = [one for one in people if not same_person(one[0], referee)]
    others.sort(key=lambda one: (-len(one[2]), one[0]))
    fixed = [Party(name, "employer") for name in _employers(readings, portfolio, words)]
    if referee and not same_person(referee, portfolio.applicant_name):
        fixed.append(Party(referee, "referee"))
    evidence = [Party(name, part, len(items)) for name, part, items in others[:MOST_PARTIES]]
    return Found((*fixed, *evidence), _unread(pages.values()))


def _people(pages: Mapping[Place, PageLines], portfolio: Portfolio, words: PartyWords) -> list[Counted]:
    """Everybody named after a label. The applicant's name is not among them, nor within them: it is not shown yet."""
    applicant = wanted_person(portfolio.applicant_name or "")
    of_items = _items_of_pages(portfolio)
    people: list[Counted] = []
    for place, page in pages.items():
        for name, part in _named_on(page, words):
            is_applicant = same_person(name, portfolio.applicant_name)
            if not is_applicant and not (applicant and names_person(applicant, name)):
                _gather(people, name, part, of_items.get(place, ()))
    return people


def find_own(
    readings: Sequence[DocumentReading], portfolio: Portfolio, wanted: Mapping[str, tuple[str, ...]]
) -> tuple[Party, ...]:
    """Which of somebody's own names stand in the portfolio.

    Args:
        readings: the portfolio's pages.
        portfolio: as it was read.
        wanted: what to look for, by the key of ``parties.toml`` that says what it is.
    """
    pages, of_items = _pages(readings), _items_of_pages(portfolio)
    texts = {place: PageText(page).text for place, page in pages.items()}
    found = []
    for part, names in wanted.items():
        for name in names:
            places = [place for place, text in texts.items() if _stands_in(name, part, text)]
            if places:
                items = {item for place in places for item in of_items.get(place, ())}
                found.append(Party(name, part, len(items)))
    return tuple(found)


def _stands_in(name: str, part: str, text: str) -> bool:
    if is_organisation(name, part):
        return same_organisation_in(name, text)
    person = wanted_person(name)
    return person is not None and names_person(person, text)


def is_organisation(name: str, part: str) -> bool:
    """Whether one of somebody's own names is that of an organisation; in a list of both kinds, as its words say."""
    if part == "own_other":
        words = folded(name).split()
        return len(words) == 1 or bool(set(words) & party_words().organisations)
    return part == "own_employer"


def same_organisation_in(name: str, text: str) -> bool:
    """Whether the text names the organisation, in whatever capitals and with whatever stands between its words."""
    core = party_words().core(name)
    return bool(core) and f" {core} " in f" {folded(text)} "


# ---------------------------------------------------------------- pages and items


def _pages(readings: Sequence[DocumentReading]) -> dict[Place, PageLines]:
    files = map(file_lines, readings)
    return {(file.file, page.number): page for file in files for page in file.pages}


def _items_of_pages(portfolio: Portfolio) -> dict[Place, set[str]]:
    found: dict[Place, set[str]] = {}
    for item in portfolio.evidence:
        for span in item.spans:
            for page in span.pages:
                found.setdefault((span.file, page), set()).add(item.id)
    return found


def _unread(pages: Iterable[PageLines]) -> int:
    return sum(not PageText(page).seen for page in pages)


def _gather(people: list[Counted], name: str, part: str, items: Iterable[str]) -> None:
    """Count the name in, under the fullest form in which it was found; an author stays one."""
    for number, (known, as_what, where) in enumerate(people):
        if same_person(known, name):
            fuller = max(known, name, key=len)
            people[number] = (fuller, "author" if "author" in (as_what, part) else as_what, where | set(items))
            return
    people.append((name, part, set(items)))


# ---------------------------------------------------------------- people


def _named_on(page: PageLines, words: PartyWords) -> Iterator[tuple[str, str]]:
    """Each name on the page with what its label says of it."""
    texts = [line.text for line in page.lines]
    for at, text in enumerate(texts):
        label = words.label_of(text)
        if label is None:
            continue
        part, value = label
        following = texts[at + 1] if not value and at + 1 < len(texts) else ""
        for name in _names_in(value or following):
            yield name, part


def _names_in(value: str) -> Iterator[str]:
    bare = _IN_BRACKETS.sub(" ", value[:LONGEST_VALUE])
    for piece in _PARTS_OF_LIST.split(bare):
        name = as_name(piece.strip(" .:-|"))
        if name and len(name) <= LONGEST_NAME and not is_named_organisation(name):
            yield " ".join(name.split())


def is_named_organisation(name: str) -> bool:
    """Whether what looks like a name has a word of an organisation in it."""
    return not has_title(name) and bool(set(folded(name).split()) & party_words().organisations)


# ---------------------------------------------------------------- employers


def _employers(readings: Sequence[DocumentReading], portfolio: Portfolio, words: PartyWords) -> list[str]:
    """Where the applicant or the referee works, each organisation once."""
    found: list[str] = []
    for lines in _front(readings, portfolio):
        for value in _said_employers(lines, words):
            if not any(same_organisation(value, known) for known in found):
                found.append(value)
    return found


def _front(readings: Sequence[DocumentReading], portfolio: Portfolio) -> Iterator[tuple[Line, ...]]:
    """The pages before the evidence, and those of the authentication."""
    taken = {(span.file, page) for item in portfolio.evidence for span in item.spans for page in span.pages}
    locator = portfolio.authentication.locator
    signed = {(locator.file, locator.page), (locator.file, locator.page + 1)} if locator else set()
    for file in map(file_lines, readings):
        for page in file.pages:
            place = (file.file, page.number)
            if place in signed or (place not in taken and page.number <= FRONT_PAGES):
                yield page.lines


def _said_employers(lines: Sequence[Line], words: PartyWords) -> Iterator[str]:
    for pair in read_pairs(lines, words.employer_field):
        yield from words.organisation_in(pair.value)
    for line in lines:
        match = words.employed.search(line.text)
        if match:
            value = _SENTENCE_END.split(line.text[match.end() :])[0].strip()
            yield from words.organisation_in(value[article.end() :] if (article := _ARTICLE.match(value)) else value)
