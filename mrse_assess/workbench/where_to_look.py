"""Where an item opens for a sub-category: at the page that the applicant names, else where its words stand most."""

from mrse_assess.model.observation import Passage
from mrse_assess.model.portfolio import CrossReferenceEntry, EvidenceItem
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.evidence import cited_number, item_places
from mrse_assess.workbench.views import Unit
from mrse_assess.workbench.worklist import entries_of

LONG_ITEM = 8
"""From so many pages on, a reference to an item without a page leaves the assessor searching."""

MOST_PAGES = 3


def opening_page(assessment: Assessment, unit: Unit) -> int:
    """The page of the unit's item, from 1, at which it opens."""
    item, entry = assessment.portfolio.item(unit.evidence_id), _entry(assessment, unit)
    if item is None or entry is None:
        return 1
    return next(iter(likely_pages(assessment, unit)), cited_number(item, entry))


def likely_pages(assessment: Assessment, unit: Unit) -> tuple[int, ...]:
    """Pages of a long item that may show the sub-category, likeliest first; () where the applicant named one."""
    item, entry = assessment.portfolio.item(unit.evidence_id), _entry(assessment, unit)
    if item is None or entry is None or entry.page_hint or entry.section_spans or assessment.screening is None:
        return ()
    return _pages(assessment.once("passages by unit", lambda: _by_unit(assessment)).get(unit, ()), item)


def _pages(passages: tuple[Passage, ...], item: EvidenceItem) -> tuple[int, ...]:
    places = item_places(item)
    if len(places) < LONG_ITEM:
        return ()
    found = ((one.place.file, one.place.page) for one in sorted(passages, key=lambda one: one.rank))
    numbers = dict.fromkeys(places.index(place) + 1 for place in found if place in places)
    return tuple(numbers)[:MOST_PAGES]


def _by_unit(assessment: Assessment) -> dict[Unit, tuple[Passage, ...]]:
    found: dict[Unit, list[Passage]] = {}
    for one in assessment.screening.passages if assessment.screening else ():
        found.setdefault(Unit(one.sub_category, one.evidence_id), []).append(one)
    return {unit: tuple(passages) for unit, passages in found.items()}


def _entry(assessment: Assessment, unit: Unit) -> CrossReferenceEntry | None:
    cited = entries_of(assessment, unit.sub_category)
    return next((one for one in cited if one.evidence_id == unit.evidence_id), None)
