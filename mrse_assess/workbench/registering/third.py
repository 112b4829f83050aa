"""Whether the scheme asks for another assessment before the panel sits, and by which of its rules.

It tells that assessors differ, never in what: who is given the third assessment, and who gives it, stay blind.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from mrse_assess.model.judgement import Judgements, PartConfirmation
from mrse_assess.model.scheme import Scheme
from mrse_assess.panel.agenda import agenda
from mrse_assess.rules import outcome
from mrse_assess.terms import Consequence, Phase, RuleStatus
from mrse_assess.workbench.resubmission.carrying import as_one_side
from mrse_assess.workbench.whole import WholeCase
from mrse_assess.workspace.states import State, state_of
from mrse_assess.workspace.visibility import is_conflicted, judging

SETTING: Final = "third_assessor_when"
NEEDED: Final = "assessors_needed"
TASK: Final = "third"
FIELD: Final = "third"
"""The field of ``workspace/visibility.toml`` that it is."""
OUTCOME_DIFFERS: Final = "outcome_differs"
OUTCOME_OPEN: Final = "outcome_open"
USUAL: Final = 2
"""Fewer assessments than this cannot differ."""


@dataclass(frozen=True, kw_only=True)
class Third:
    """``ground``: the value of the setting that asks, "" where none does; ``unseen``: judgements are not open here."""

    ground: str = ""
    unseen: bool = False


def third_of(case: WholeCase) -> Third:
    """Whether another assessment is asked for now: every one needed is sealed, and the panel has not sat."""
    when, assessors = _setting(case, SETTING), judging(case.in_force)
    if when not in {OUTCOME_DIFFERS, OUTCOME_OPEN} or not _is_time(case, assessors):
        return Third()
    rows = (*case.in_force.judgements.judgements, *case.in_force.judgements.conclusions)
    if not set(assessors) <= {row.assessor for row in rows}:  # a login of one's own is not shown them
        return Third(unseen=True)
    judged = _supposing_parts(_of_those(assessors, case), case.scheme)
    if _outcomes_differ(assessors, judged, case):
        return Third(ground=OUTCOME_DIFFERS)
    if when == OUTCOME_OPEN and _can_decide(assessors, judged, case):
        return Third(ground=OUTCOME_OPEN)
    return Third()


def needed_of(case: WholeCase) -> int | None:
    """How many assessments the scheme asks for, None while it has set no number."""
    value = _setting(case, NEEDED)
    return int(value) if value.isdecimal() else None


def _setting(case: WholeCase, key: str) -> str:
    found = case.settings.get(key)
    return "" if found is None or found.not_applicable else found.value


def _is_time(case: WholeCase, assessors: Sequence[str]) -> bool:
    """Not while one is missing, and not once there is one more than are needed: a third was asked for already."""
    needed = max(needed_of(case) or USUAL, USUAL)
    return state_of(case.in_force) is State.SEALED and len(assessors) == needed and not _has_third(case)


def _has_third(case: WholeCase) -> bool:
    found = case.in_force
    return any(one.allocated and one.task == TASK and not is_conflicted(one.person, found) for one in found.allocations)


def _of_those(assessors: Sequence[str], case: WholeCase) -> Judgements:
    """Their own rows, and what stands from an earlier attempt; not those of somebody whom it was taken off."""
    found = case.judgements
    return replace(
        found,
        judgements=tuple(one for one in found.judgements if one.phase is Phase.MODERATION or one.assessor in assessors),
        conclusions=tuple(
            one for one in found.conclusions if one.phase is Phase.MODERATION or one.assessor in assessors
        ),
    )


def _supposing_parts(judged: Judgements, scheme: Scheme) -> Judgements:
    """Parts that nobody has spoken of count as present: they are everybody's and no assessor's own."""
    said = {part.part for part in judged.parts}
    supposed = (
        PartConfirmation(application=judged.application, attempt=judged.attempt, part=part.id, confirmed=True)
        for part in scheme.parts
        if part.id not in said
    )
    return replace(judged, parts=(*judged.parts, *supposed))


def _outcomes_differ(assessors: Sequence[str], judged: Judgements, case: WholeCase) -> bool:
    """One assessor's judgements alone meet the rules, another's do not. What is referred to the panel is neither."""
    own = {outcome(_alone(who, judged), case.scheme, case.readings) for who in assessors}
    return own >= {RuleStatus.MET, RuleStatus.NOT_MET}


def _alone(assessor: str, judged: Judgements) -> Judgements:
    return replace(
        judged,
        judgements=tuple(one for one in judged.judgements if one.phase is Phase.MODERATION or one.assessor == assessor),
        conclusions=tuple(
            one for one in judged.conclusions if one.phase is Phase.MODERATION or one.assessor == assessor
        ),
    )


def _can_decide(assessors: Sequence[str], judged: Judgements, case: WholeCase) -> bool:
    """Something stands on the panel's agenda on which the outcome hangs."""
    sides = as_one_side(judged, case.in_force.judgements)
    found = agenda(sides, assessors, case.scheme, case.readings)
    return any(item.consequence is Consequence.OUTCOME for item in found.items)
