"""The referee's authentication: by somebody else than the applicant, signed in which way, and dated (clause G8e).

Whether the referee is suitable is for a person to say.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from mrse_assess.intake.front.fields import read_pairs
from mrse_assess.intake.front.person_names import same_person
from mrse_assess.intake.front.referee_fields import field_of
from mrse_assess.intake.front.signatures import UNFILLED
from mrse_assess.model.observation import Observation
from mrse_assess.model.places import Locator
from mrse_assess.model.portfolio import Authentication
from mrse_assess.screening.ages import first_day, last_day, years_before
from mrse_assess.screening.answers import Looked
from mrse_assess.screening.material import Material
from mrse_assess.screening.phrases import any_of
from mrse_assess.screening.saying import say
from mrse_assess.screening.vocabulary import CheckData
from mrse_assess.terms import Look

_NOT_SIGNED: Final = {"none": Look.CONCERN, "unseen": Look.NOT_CHECKABLE}
_MOST_PLACES: Final = 8
_LINES: Final = 40  # of a page, from the heading on
_ROOM: Final = 4.0  # points


def look(material: Material, data: CheckData) -> Looked:
    """Who authenticated, in which way it is signed and when; an applicant's own authentication is a concern."""
    found = material.portfolio.authentication
    applicant = material.portfolio.applicant_name
    if found.present and not same_person(found.referee_name, applicant):
        return Looked(observations=tuple(_by_another(material, data, found)))
    every = [found] if found.present else material.portfolio.authentications
    own = [each for each in every if same_person(each.referee_name, applicant)]
    if own:
        places = [each.locator for each in own if each.locator][:_MOST_PLACES]
        applicants = say(material, data, "is_applicant", Look.CONCERN, places=places)
        return Looked(observations=(applicants, _signed(material, data, own[0], places)))
    return Looked(observations=(_missing(material, data, found),))


def _by_another(material: Material, data: CheckData, found: Authentication) -> Iterator[Observation]:
    places = [found.locator] if found.locator else []
    if found.referee_name:
        yield say(material, data, "named", Look.CLEAR, places=places)
    else:
        yield say(material, data, "unnamed", Look.CONCERN, places=places)
    yield _signed(material, data, found, places)
    yield from _dates(material, data, found.dated_on, places)


def _signed(material: Material, data: CheckData, found: Authentication, places: Sequence[Locator]) -> Observation:
    way = _way(material, data, found)
    return say(material, data, f"signed_{way}", _NOT_SIGNED.get(way, Look.CLEAR), places=places)


def _way(material: Material, data: CheckData, found: Authentication) -> str:
    """How it is signed: digital, typed, picture, none, or unseen."""
    place = found.locator
    page = material.pages.get((place.file, place.page)) if place else None
    if place is None or page is None:
        return "unseen"
    facts = material.facts.get(place.file)
    signatures = [each for each in facts.signatures if abs(each.page - place.page) <= 1] if facts else []
    top = place.box[1] if place.box else 0.0
    following = material.pages.get((place.file, place.page + 1))
    lines = [line for line in page.lines.lines if line.y0 >= top - _ROOM][:_LINES]
    lines += following.lines.lines[: _LINES - len(lines)] if following else ()
    text = "\n".join(line.text for line in lines)
    if any(each.signed for each in signatures) or any_of(data.lists["digital"]).search(text):
        return "digital"
    written = [pair.value for pair in read_pairs(lines, field_of) if pair.field == "signature"]
    if any(map(str.isalpha, written[0])) and not UNFILLED.match(written[0]) if written else False:
        return "typed" if found.signed is not False else "none"
    if any_of(data.lists["typed"]).search(text):
        return "typed"
    if found.signed is None:
        return "unseen"
    return "picture" if found.signed else "none"


def _dates(material: Material, data: CheckData, said: str | None, places: Sequence[Locator]) -> Iterator[Observation]:
    if said is None:
        yield say(material, data, "undated", Look.CONCERN, places=places)
        return
    sent: date | None = material.submitted_on
    years = int(data.tables["age"][0]["years"])
    if sent and first_day(said) > sent:
        yield say(material, data, "dated_later", Look.CONCERN, places=places, dated=said)
    elif sent and last_day(said) < years_before(sent, years):
        yield say(material, data, "dated_long_before", Look.CONCERN, places=places, dated=said, years=years)


def _missing(material: Material, data: CheckData, found: Authentication) -> Observation:
    if found.locator:
        return say(material, data, "empty", Look.CONCERN, places=[found.locator])
    unread = [Locator(file=page.file, page=page.number) for page in material.pages.values() if not page.seen]
    if unread:
        return say(material, data, "not_seen", Look.NOT_CHECKABLE, places=unread[:_MOST_PLACES])
    return say(material, data, "missing", Look.CONCERN)
