"""The certificate of the ABMRS MRSE examination, told from other credentials and from courses (guidance, clause G1).

Whether the examination was passed is confirmed by a person; this only says which certificate is among the pages.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from mrse_assess.intake.text.dates import every_date
from mrse_assess.model.observation import Observation
from mrse_assess.model.places import Locator
from mrse_assess.screening.ages import last_day
from mrse_assess.screening.answers import Looked
from mrse_assess.screening.material import Material
from mrse_assess.screening.names import named
from mrse_assess.screening.owners import Owners
from mrse_assess.screening.page_text import PageText
from mrse_assess.screening.phrases import any_of
from mrse_assess.screening.saying import say
from mrse_assess.screening.vocabulary import CheckData
from mrse_assess.terms import Look

WANTED: Final = "abmrs_mrse"
COURSE: Final = "course"
UNCLEAR: Final = "abmrs_unclear"
_MOST_PLACES: Final = 8
_ROOM: Final = 60  # characters


class _Certificate(NamedTuple):
    page: PageText
    kind: str


def look(material: Material, data: CheckData) -> Looked:
    """The certificate wanted, with its name and validity; else what stands in its place; else that none was found."""
    found = [_Certificate(page, kind) for page in material.pages.values() if (kind := _kind_of(page, data))]
    right = [each for each in found if each.kind == WANTED]
    if right:
        return Looked(observations=tuple(_of_right(material, data, right)))
    others = [each for each in found if each.kind != WANTED]
    observations = [*_of_others(material, data, others)]
    said = [place for page in material.pages.values() for place in _statements(page, data)][:_MOST_PLACES]
    unread = tuple(_whole(page) for page in material.pages.values() if not page.seen)[:_MOST_PLACES]
    if said and not others:
        observations.append(say(material, data, "said_only", Look.CONCERN, places=said))
    if unread:
        observations.append(say(material, data, "not_seen", Look.NOT_CHECKABLE, places=unread))
    elif not observations:
        observations.append(say(material, data, "none_found", Look.CONCERN))
    return Looked(observations=tuple(observations))


def _kind_of(page: PageText, data: CheckData) -> str:
    """What a page certifies, or "" where it is no certificate."""
    limits = data.tables["certificate"][0]
    if not 0 < page.lines.word_count <= int(limits["most_words"]):
        return ""
    text = any_of(data.lists["no_certificate"]).sub(" ", page.text)
    if any_of(data.lists["body"]).search(text):
        return _credential(text, data) if any_of(data.lists["certifies"]).search(text) else ""
    if not any_of(data.lists["course_certifies"]).search(text):
        return ""
    exam = any_of(data.lists["like_an_exam"]).search(text)
    return COURSE if exam and any_of(data.lists["field"]).search(text) else ""


def _credential(text: str, data: CheckData) -> str:
    """The credential that a certificate of the body names: of several the one with a code, else it is not clear."""
    named_here = [row["kind"] for row in data.tables["credential"] if any_of(tuple(row["words"])).search(text)]
    coded = [row["kind"] for row in data.tables["credential"] if any_of(tuple(row["codes"])).search(text)]
    kinds = coded or named_here
    return str(kinds[0]) if len(kinds) == 1 else UNCLEAR


def _of_right(material: Material, data: CheckData, found: Sequence[_Certificate]) -> Iterator[Observation]:
    owners, page = Owners.of(material), found[0].page
    item, places = owners.at(page.file, page.number), [_whole(each.page) for each in found][:_MOST_PLACES]
    yield say(material, data, WANTED, Look.CLEAR, item=item, places=places)
    applicant = named(material.portfolio.applicant_name)
    if applicant and not any(applicant.is_in(each.page.text) for each in found):
        yield say(material, data, "other_name", Look.CONCERN, item=item, places=places)
    ends = [iso for each in found for iso in _ends(each.page, data)]
    if ends and material.submitted_on and last_day(max(ends)) < material.submitted_on:
        yield say(material, data, "expired", Look.CONCERN, item=item, places=places, until=max(ends))


def _ends(page: PageText, data: CheckData) -> Iterator[str]:
    """The dates that stand after words of the end of validity."""
    for match in page.find(any_of(data.lists["valid_until"])):
        room = page.text[match.end() : match.end() + _ROOM].replace("\n", " ")
        yield from (iso for _, _, iso in every_date(room)[:1])


def _of_others(material: Material, data: CheckData, found: Sequence[_Certificate]) -> Iterator[Observation]:
    for kind in dict.fromkeys(each.kind for each in found):
        places = [_whole(each.page) for each in found if each.kind == kind][:_MOST_PLACES]
        item = Owners.of(material).at(places[0].file, places[0].page)
        yield say(material, data, kind, Look.CONCERN, item=item, places=places)


def _statements(page: PageText, data: CheckData) -> Iterator[Locator]:
    """Where the words say that the examination was passed."""
    passed = any_of(data.lists["passed"])
    for match in page.find(any_of(data.lists["exam"])):
        begin, end = max(0, match.start() - _ROOM), match.end() + _ROOM
        around = re.split(r"[.;]\s", page.text[begin : match.start()])[-1] + page.text[match.start() : end]
        if passed.search(around):
            yield page.place(*match.span())


def _whole(page: PageText) -> Locator:
    return Locator(file=page.file, page=page.number)
