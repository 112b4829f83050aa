"""The date of each item, and how much of the portfolio is recent (guidance, clause G7: dated, mostly recent).

Ages are advisory: they decide nothing. A date found in the file's own data alone is weak, and said to be.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from mrse_assess.model.dates import date_in_words, day_in_words
from mrse_assess.model.observation import DatedBy, Observation
from mrse_assess.model.portfolio import EvidenceItem
from mrse_assess.screening.ages import Age, age_of, last_day
from mrse_assess.screening.answers import Looked
from mrse_assess.screening.dating import FoundDate, Kind, dates_of, item_date, kind_said
from mrse_assess.screening.material import Material
from mrse_assess.screening.names import named
from mrse_assess.screening.saying import say
from mrse_assess.screening.vocabulary import CheckData
from mrse_assess.terms import Look

METADATA: Final = "metadata"
_FULL: Final = len("2023-05-02")


class _Seen(NamedTuple):
    """What one item says of its date."""

    item: EvidenceItem
    dated: DatedBy | None
    unread: bool
    due: tuple[FoundDate, ...]


def look(material: Material, data: CheckData) -> Looked:
    """Each item's date with its source, or that none was found; the share of recent work for the portfolio."""
    seen = [_seen(material, data, item) for item in material.portfolio.evidence]
    observations = [each for one in seen for each in _said(material, data, one)]
    observations.extend(_share(material, data, seen))
    return Looked(
        observations=tuple(observations), items={one.item.id: {"dated": one.dated} for one in seen if one.dated}
    )


def _seen(material: Material, data: CheckData, item: EvidenceItem) -> _Seen:
    pages = material.pages_of(item)
    found = dates_of(pages, data.lists)
    applicant = named(material.portfolio.applicant_name)
    best = item_date(pages, data.lists, applicant, material.submitted_on, found)
    dated = DatedBy(date=best.iso, kind=kind_said(best), place=best.place) if best else _by_file(material, item)
    due = tuple(each for each in found if each.kind is Kind.DUE)
    return _Seen(item, dated, not pages or any(not page.seen for page in pages), due)


def _by_file(material: Material, item: EvidenceItem) -> DatedBy | None:
    """The date that the file's own data give, where the file holds this item alone."""
    files = {span.file for span in item.spans}
    facts = material.facts.get(next(iter(files), "")) if len(files) == 1 else None
    if facts is None or not _has_whole_file(material, item):
        return None
    said = (
        facts.properties.get("created", ""),
        facts.properties.get("modified", ""),
        *(p.taken_on for p in facts.photos),
    )
    day = next((text[:_FULL] for text in said if _is_day(text[:_FULL])), None)
    return DatedBy(date=day, kind=METADATA) if day else None


def _is_day(text: str) -> bool:
    try:
        return len(text) == _FULL and bool(date.fromisoformat(text))
    except ValueError:
        return False


def _has_whole_file(material: Material, item: EvidenceItem) -> bool:
    own = {(span.file, page) for span in item.spans for page in span.pages}
    return all(place in own for place in material.pages if place[0] == item.spans[0].file)


def _said(material: Material, data: CheckData, seen: _Seen) -> Iterator[Observation]:
    item, dated = seen.item, seen.dated
    if dated is None:
        kind, outcome = ("unread", Look.NOT_CHECKABLE) if seen.unread else ("undated", Look.CONCERN)
        yield say(material, data, kind, outcome, item=item.id)
        return
    in_words = date_in_words(dated.date)
    if dated.kind == METADATA:
        yield say(material, data, METADATA, Look.CONCERN, item=item.id, date=in_words)
    else:
        places = [dated.place] if dated.place else []
        yield say(material, data, "dated", Look.CLEAR, item=item.id, places=places, date=in_words, what=dated.kind)
    yield from _aged(material, data, seen)


def _aged(material: Material, data: CheckData, seen: _Seen) -> Iterator[Observation]:
    day, dated = material.submitted_on, seen.dated
    if day is None or dated is None:
        return
    years = _years(material)
    places = [dated.place] if dated.place else []
    if years and age_of(dated.date, day, years) is Age.OLDER:
        words: dict[str, Any] = {"date": date_in_words(dated.date), "years": years, "from_day": day_in_words(day)}
        yield say(material, data, "older", Look.CONCERN, item=seen.item.id, places=places, **words)
    passed = [each for each in seen.due if last_day(each.iso) < day]
    if passed and len(passed) == len(seen.due):
        latest = max(passed, key=lambda each: each.iso)
        said = date_in_words(latest.iso)
        yield say(material, data, "review_overdue", Look.CLEAR, item=seen.item.id, places=[latest.place], date=said)


def _years(material: Material) -> int:
    """How far back recent work reaches, as the scheme's rule says."""
    return next((rule.years for rule in material.scheme.rules if rule.years), 0)


def _share(material: Material, data: CheckData, seen: Sequence[_Seen]) -> Iterator[Observation]:
    """One sentence about the portfolio: how many items are recent, with what could not be dated."""
    day, years = material.submitted_on, _years(material)
    if not seen or not years:
        return
    known = [one.dated.date for one in seen if one.dated]
    total = len(seen)
    counts: dict[str, Any] = {"total": total, "undated": total - len(known), "years": years}
    if day is None:
        yield say(material, data, "no_submission_day", Look.NOT_CHECKABLE, **counts)
        return
    ages = [age_of(each, day, years) for each in known]
    recent, older, straddling = (ages.count(age) for age in (Age.WITHIN, Age.OLDER, Age.STRADDLING))
    counts |= {"recent": recent, "older": older, "straddling": straddling, "from_day": day_in_words(day)}
    kind, outcome = _answer(recent, older, total, data.tables["share"][0])
    yield say(material, data, kind, outcome, **counts)


def _answer(recent: int, older: int, total: int, share: Mapping[str, float]) -> tuple[str, Look]:
    """The answer that no way of dating the other items could turn; else that it is open."""
    if recent > share["more_than"] * total:
        return "mostly_recent", Look.CLEAR
    if total - older <= share["more_than"] * total:
        return "mostly_older", Look.CONCERN
    return "share_open", Look.NOT_CHECKABLE
