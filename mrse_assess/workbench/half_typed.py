"""Words that are typed and not recorded yet, and claims that are kept for what an assessor said of them."""

from collections.abc import Iterator
from dataclasses import replace

from mrse_assess.model.acts import Parking, PinnedQuote, PrivateNote
from mrse_assess.terms import EventKind
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.entries import entry_from_text, entry_of
from mrse_assess.workbench.views import Entry, Unit

_SLOT = "judgement"


def draft_slot(unit: Unit) -> str:
    """Where the half-typed entry of a unit is kept."""
    return f"{_SLOT}/{unit.sub_category}/{unit.evidence_id}"


def private_note(assessment: Assessment, unit: Unit) -> str:
    """The assessor's private words on the unit, "" when there are none."""
    for note in assessment.in_force.notes:
        if note.by == assessment.assessor and (note.sub_category, note.evidence_id) == unit:
            return note.text
    return ""


def recorded_entry(assessment: Assessment, unit: Unit) -> Entry:
    """What stands in the form by the records alone."""
    judgement, private = assessment.judgement(*unit), private_note(assessment, unit)
    if judgement is None:
        return Entry(private=private)
    return entry_of(assessment.scheme, judgement, assessment.portfolio.item(unit.evidence_id), private)


def half_typed_units(assessment: Assessment) -> tuple[Unit, ...]:
    """The claims whose draft says something that is not recorded; the page that was on screen is nothing said."""
    found = []
    for draft in assessment.workspace.store.drafts(assessment.application.reference, assessment.assessor):
        kind, _, place = draft.slot.partition("/")
        unit = Unit(*place.partition("/")[::2])
        entry = entry_from_text(draft.text) if kind == _SLOT else None
        if entry is not None and unit.sub_category in assessment.scheme.codes and unit.evidence_id:
            recorded = recorded_entry(assessment, unit)
            if replace(entry, page=recorded.page) != recorded:
                found.append(unit)
    return tuple(found)


def spoken_of(assessment: Assessment) -> tuple[Unit, ...]:
    """Every claim that this assessor parked, noted, quoted for or half typed a judgement of, judged or not."""
    found = dict.fromkeys((*_recorded_on(assessment), *half_typed_units(assessment)))
    return tuple(unit for unit in found if unit.evidence_id and unit.sub_category in assessment.scheme.codes)


def is_remembered(assessment: Assessment, evidence_id: str) -> bool:
    """Whether the table as read, or this assessor in whatever way, ever named the item."""
    named = assessment.once("named", lambda: frozenset(_named(assessment)))
    return evidence_id in named or any(unit.evidence_id == evidence_id for unit in spoken_of(assessment))


def _recorded_on(assessment: Assessment) -> Iterator[Unit]:
    in_force = assessment.in_force
    said: tuple[Parking | PrivateNote | PinnedQuote, ...] = (*in_force.parked, *in_force.notes, *in_force.quotes)
    yield from (Unit(one.sub_category, one.evidence_id) for one in said if one.by == assessment.assessor)


def _named(assessment: Assessment) -> Iterator[str]:
    yield from (entry.evidence_id for entry in assessment.read_portfolio.cross_references)
    yield from (judgement.evidence_id for judgement in assessment.own.judgements)
    for event in assessment.events:
        if event.kind is EventKind.CORRECTION and event.actor == assessment.assessor:
            yield from (event.payload["evidence_id"], event.payload["corrected_evidence_id"])
