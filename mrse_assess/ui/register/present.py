"""From the register's values to what the start page shows of them."""

from typing import Any

from mrse_assess.model.acts import Registration
from mrse_assess.ui.wording import clock, day, day_and_clock
from mrse_assess.workbench.registering.views import AssessorView, RegisterEntry, RegisterSheet, Stage, Waiting
from mrse_assess.workspace.states import State

STAGES = {
    Stage.UNDECLARED: "not declared yet",
    Stage.DECLARED: "no interest",
    Stage.SEALED: "sealed",
    Stage.CONFLICT: "declared an interest",
    Stage.TAKEN_OFF: "taken off",
}
WAITING = {
    Waiting.OFFICE: "Office",
    Waiting.CHAIR: "Chair",
    Waiting.ASSESSORS: "Assessors",
    Waiting.APPLICANT: "Applicant",
}


def register(sheet: RegisterSheet) -> dict[str, Any] | None:
    """What belongs to no single application, None for somebody who keeps none of them.

    ``together``: persons are registered, so that applications are given to them and waited for.
    """
    if not any(_is_shown(entry) for entry in sheet.entries):
        return None
    there = {entry.state for entry in sheet.entries}
    return {
        "together": any(entry.needed for entry in sheet.entries),
        "read_at": clock(sheet.read_at),
        "states": [{"id": one.value, "words": _state(one)} for one in State if one in there],
        "waiting": [{"id": one.value, "words": words} for one, words in WAITING.items()],
        "persons": [{"id": one.person, "name": one.name or one.person, "load": one.load} for one in sheet.persons],
        "roles": [{"id": one, "words": words} for one, words in sheet.roles],
        "routes": [{"id": one, "words": words} for one, words in sheet.routes],
    }


def entries(sheet: RegisterSheet) -> dict[str, dict[str, Any]]:
    """What the page shows of each application, by its reference; nothing of those whose assessors are not seen."""
    return {entry.application: _entry(entry, sheet) for entry in sheet.entries if _is_shown(entry)}


def _is_shown(entry: RegisterEntry) -> bool:
    return entry.may_allocate or entry.may_describe or entry.may_read_letter


def _entry(entry: RegisterEntry, sheet: RegisterSheet) -> dict[str, Any]:
    said = entry.said
    return {
        "state": entry.state.value if entry.state else "",
        "state_words": _state(entry.state) if entry.state else "",
        "role": dict(sheet.roles).get(said.professional_role, "") if said else "",
        "employer": said.employer if said else "",
        "guidance": said.guidance_version if said else "",
        "needed": entry.needed,
        "enough": entry.enough,
        "asked_for": entry.asked_for,
        "assessors": [_assessor(one) for one in entry.assessors],
        "waits": [{"of": one.of.value, "who": WAITING[one.of], "words": one.words} for one in entry.waits],
        "third": entry.third,
        "third_asked": entry.third_asked,
        "barred": list(entry.barred),
        "may_allocate": entry.may_allocate,
        "may_describe": entry.may_describe,
        "letter": entry.may_read_letter,
        "version": entry.version,
        "known": _known(said),
        "known_version": entry.said_version,
        "known_by": f"{entry.said_by}, {day_and_clock(said.recorded_at.astimezone())}"
        if said and said.recorded_at
        else "",
    }


def _assessor(one: AssessorView) -> dict[str, Any]:
    when = day(one.given_at)
    how = "given" if one.allocated else "taken off"
    return {
        "person": one.person,
        "name": one.name,
        "task": one.task_words,
        "stage": one.stage.value,
        "words": STAGES[one.stage],
        "allocated": one.allocated,
        "kinds": list(one.kinds),
        "why": one.why,
        "given": f"{how} {when} by {one.given_by}" if when else "",
    }


def _known(said: Registration | None) -> dict[str, str]:
    known = said or Registration(application="", attempt=0)
    return {
        "applicant_reference": known.applicant_reference,
        "professional_role": known.professional_role,
        "employer": known.employer,
        "salutation": known.salutation,
        "route": known.route,
        "guidance_version": known.guidance_version,
        "answers": known.answers.isoformat() if known.answers else "",
        "follows": known.follows,
    }


def _state(state: State) -> str:
    return f"{state.words[:1].upper()}{state.words[1:]}"
