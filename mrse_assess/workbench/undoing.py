"""Undo and redo: the latest of one's own acts that counts is cancelled by a record, and brought back by another."""

from dataclasses import fields, replace

from mrse_assess.errors import BadRequestError
from mrse_assess.model.acts import Undo
from mrse_assess.terms import EventKind
from mrse_assess.workbench.act_words import VERDICT, changes, chief_of, group_words, unit_of_act
from mrse_assess.workbench.assessment import Assessment
from mrse_assess.workbench.course_views import Undone, UndoView
from mrse_assess.workbench.entries import entry_from_text, entry_to_text
from mrse_assess.workbench.half_typed import draft_slot, recorded_entry
from mrse_assess.workbench.history import VERDICT_WORDS
from mrse_assess.workbench.own_acts import Group, OwnActs
from mrse_assess.workbench.recording import case_of, record
from mrse_assess.workbench.views import Entry, Unit


def own_acts(assessment: Assessment) -> OwnActs:
    """This assessor's acts on the application."""
    return OwnActs.of(assessment.events, assessment.assessor, assessment.application.attempt)


def undoable(assessment: Assessment) -> UndoView:
    """What undo and redo would do now, in words."""
    acts = own_acts(assessment)
    undoing = acts.to_redo()
    again = acts.undone_by(undoing) if undoing else ()
    return UndoView(
        undo=group_words(acts.to_undo(), acts, assessment.scheme), redo=group_words(again, acts, assessment.scheme)
    )


def undo(assessment: Assessment) -> Undone:
    """Cancel the latest acts that count.

    Raises:
        BadRequestError: there are none.
    """
    acts = own_acts(assessment)
    group = acts.to_undo()
    if not group:
        raise BadRequestError("There is nothing to undo.")
    return _carry_out(assessment, acts, group, tuple(event.event for event in group))


def redo(assessment: Assessment) -> Undone:
    """Bring back what was undone last.

    Raises:
        BadRequestError: nothing was undone, or something new was done since.
    """
    acts = own_acts(assessment)
    undoing = acts.to_redo()
    if undoing is None:
        raise BadRequestError("There is nothing to do again.")
    return _carry_out(assessment, acts, acts.undone_by(undoing), (undoing.event,))


def _carry_out(assessment: Assessment, acts: OwnActs, group: Group, names: tuple[str, ...]) -> Undone:
    words = group_words(group, acts, assessment.scheme)
    chief = chief_of(group, acts)
    judged = _claims_of(group)
    before = {unit: recorded_entry(assessment, unit) for unit in judged}
    receipt = record(assessment, Undo(**case_of(assessment), undone=names))
    for claim, entry in before.items():
        _keep_typed_words(assessment, claim, entry, recorded_entry(assessment, claim))
    unit = unit_of_act(chief) if chief else None
    of_verdict = (
        chief is not None
        and chief.kind in (EventKind.JUDGEMENT, EventKind.CONCLUSION)
        and VERDICT in changes(acts.superseded(chief), chief.payload)
        and len(judged) <= 1
    )
    said = words + _verdict_now(assessment, unit) if unit and of_verdict else words
    return Undone(receipt=receipt, words=said, unit=unit)


def _verdict_now(assessment: Assessment, unit: Unit) -> str:
    stands = assessment.judgement(*unit) if unit.evidence_id else assessment.conclusion(unit.sub_category)
    if stands is None:
        return f", not yet {'judged' if unit.evidence_id else 'concluded'} again"
    words = VERDICT_WORDS[stands.verdict]
    return f" is {words[0].lower()}{words[1:]} again"


# ---------------------------------------------------------------- half-typed words


def _claims_of(group: Group) -> tuple[Unit, ...]:
    """The claims whose form shows what these acts said."""
    units = (unit_of_act(event) for event in group)
    return tuple(dict.fromkeys(unit for unit in units if unit and unit.sub_category and unit.evidence_id))


def _keep_typed_words(assessment: Assessment, unit: Unit, before: Entry, after: Entry) -> None:
    """Half-typed words outlive the undoing; what the draft only repeated of the record goes with it.

    A draft holds the whole form. Without this, a draft begun after a verdict would bring an undone verdict back.
    """
    store, slot = assessment.workspace.store, draft_slot(unit)
    place = (assessment.application.reference, assessment.assessor, slot)
    kept = store.draft(*place)
    draft = entry_from_text(kept.text) if kept else None
    if draft is None:
        return
    typed = {
        field.name: getattr(draft, field.name)
        for field in fields(Entry)
        if field.name not in ("verdict", "page") and getattr(draft, field.name) != getattr(before, field.name)
    }
    rebased = replace(after, **typed)
    if rebased == after:
        store.clear_draft(*place)
    else:
        store.save_draft(*place, entry_to_text(rebased))
