"""References to the MHRA guidelines (guidance, clause G4): which, how far they go, and in how many sub-categories.

Traceable references are asked for in a number of sub-categories, and should assess or show compliance or justify a
deviation. Yellow Cards, device alerts and registrations are none. Nothing here says that a reference is good enough.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from mrse_assess.model.observation import MhraReference, Observation
from mrse_assess.model.portfolio import EvidenceItem
from mrse_assess.screening.answers import Looked
from mrse_assess.screening.checks.mhra.anachronisms import anachronisms
from mrse_assess.screening.checks.mhra.finding import references_in
from mrse_assess.screening.material import Material
from mrse_assess.screening.saying import say
from mrse_assess.screening.vocabulary import CheckData
from mrse_assess.terms import Look

MENTION: Final = "mention"
TRACEABLE: Final = "traceable"
APPLIED: Final = "applied"
_GRADES: Final = (APPLIED, TRACEABLE, MENTION)
_MOST_PLACES: Final = 12
_MOST_NAMED: Final = 6


class _Seen(NamedTuple):
    item: EvidenceItem
    references: tuple[MhraReference, ...]
    unread: bool


def look(material: Material, data: CheckData) -> Looked:
    """The references of each item with their grade, and in how many sub-categories candidates stand."""
    seen = [_seen(material, data, item) for item in material.portfolio.evidence]
    observations = [each for one in seen for each in _said(material, data, one)]
    return Looked(
        observations=(*observations, *_together(material, data, seen)),
        items={one.item.id: {"mhra": one.references} for one in seen},
    )


def _seen(material: Material, data: CheckData, item: EvidenceItem) -> _Seen:
    pages = material.pages_of(item)
    return _Seen(item, references_in(pages, data), not pages or any(not page.seen for page in pages))


def _said(material: Material, data: CheckData, seen: _Seen) -> Iterator[Observation]:
    """One answer for each sub-category for which an item with references is cited, of its strongest grade."""
    grade = next((grade for grade in _GRADES if any(each.grade == grade for each in seen.references)), None)
    if grade is None:
        return
    best = [each for each in seen.references if each.grade == grade]
    places = [each.place for each in best][:_MOST_PLACES]
    for code in material.cited_for.get(seen.item.id, ()):
        words: dict[str, Any] = {"item": seen.item.id, "sub_category": code, "places": places}
        yield say(material, data, grade, Look.CLEAR, cited=_in_words(best), **words)
    yield from anachronisms(material, data, seen.item, seen.references)


def _in_words(references: Sequence[MhraReference]) -> str:
    """What is cited: "2021, section 4.2; 2015"."""
    each = (", ".join(filter(None, (one.edition, one.section and f"section {one.section}"))) for one in references)
    named = list(dict.fromkeys(text or "no edition" for text in each))
    return "; ".join(named[:_MOST_NAMED]) + (" ..." if len(named) > _MOST_NAMED else "")


def _together(material: Material, data: CheckData, seen: Sequence[_Seen]) -> Iterator[Observation]:
    """Whether enough sub-categories have candidates; where too few and pages could not be read, that is said."""
    needed = next((rule.threshold for rule in material.scheme.rules if rule.counts == "mhra_references"), None)
    if not needed or not seen:
        return
    codes = _codes(material, seen, (APPLIED, TRACEABLE))
    words: Mapping[str, Any] = {"count": len(codes), "codes": ", ".join(codes) or "none", "needed": needed}
    if len(codes) >= needed:
        yield say(material, data, "enough", Look.CLEAR, **words)
        return
    unread = [one.item.id for one in seen if one.unread]
    if unread:
        yield say(material, data, "unread", Look.NOT_CHECKABLE, items=", ".join(unread), **words)
        return
    mentions = [code for code in _codes(material, seen, (MENTION,)) if code not in codes]
    yield say(material, data, "too_few", Look.CONCERN, mentions=", ".join(mentions) or "none", **words)


def _codes(material: Material, seen: Sequence[_Seen], grades: Sequence[str]) -> list[str]:
    """The sub-categories with items whose references have one of the grades, in the scheme's order."""
    found = {
        code
        for one in seen
        if any(each.grade in grades for each in one.references)
        for code in material.cited_for.get(one.item.id, ())
    }
    return [code for code in material.scheme.codes if code in found]
