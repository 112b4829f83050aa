"""Opening the next attempt: what the last letter asked for, and which sub-categories it leaves open."""

from dataclasses import dataclass
from typing import Final

from mrse_assess.errors import BadRequestError
from mrse_assess.model.acts import Issue
from mrse_assess.model.judgement import SettingValue
from mrse_assess.records import settings_in_force
from mrse_assess.rules import decide
from mrse_assess.terms import EventKind, OutcomeKind, SubCategoryState
from mrse_assess.workbench.resubmission.carrying import STAND, counted_judgements
from mrse_assess.workspace import Application, Workspace
from mrse_assess.workspace.attempts import (
    Opened,
    Submission,
    enter_next,
    found_of,
    standing_issue,
    why_no_further_attempt,
)
from mrse_assess.workspace.reading import Tell

CARRY_OVER: Final = "carry_over"
FURTHER_SCOPE: Final = "further_scope"
JUDGED_ONLY: Final = "judged_only"


@dataclass(frozen=True, kw_only=True)
class SettingRead:
    """How a setting read when the letter was issued, and on whose word."""

    key: str
    value: str
    source: str


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What the letter of an attempt asked for.

    ``unmet`` are the sub-categories that were not satisfactory; ``sets`` the least of them that would have been
    enough, as the letter said; ``open_codes`` those that the next attempt is read against; ``settings`` by which.
    """

    letter: str
    outcome: OutcomeKind
    unmet: tuple[str, ...]
    sets: tuple[tuple[str, ...], ...]
    missing_parts: tuple[str, ...]
    open_codes: tuple[str, ...]
    carry_over: str
    settings: tuple[SettingRead, ...]


def asked_of(workspace: Workspace, application: Application) -> Asked | None:
    """What the letter of this attempt asked for, None where none stands that asks for something.

    Raises:
        BadRequestError: a setting that says what is open has no value.
    """
    found = found_of(workspace, application)
    issue = standing_issue(found)
    if issue is None or issue.outcome not in {OutcomeKind.FURTHER_EVIDENCE, OutcomeKind.INCOMPLETE}:
        return None
    counted = counted_judgements(workspace, application)
    decision = decide(counted, workspace.scheme, {one.setting: one.value for one in found.readings})
    states = {one.code: one.state for one in decision.sub_categories}
    unmet = tuple(code for code, state in states.items() if state != SubCategoryState.SATISFACTORY)
    settings = () if issue.outcome is OutcomeKind.INCOMPLETE else _settings_at(workspace, issue)
    values = {one.key: one.value for one in settings}
    offered = {code for code, state in states.items() if state != SubCategoryState.NOTHING_OFFERED}
    asked = set(unmet) if values.get(CARRY_OVER) == STAND else set(states)
    if values.get(FURTHER_SCOPE) == JUDGED_ONLY:
        asked &= offered
    return Asked(
        letter=issue.letter,
        outcome=issue.outcome,
        unmet=unmet,
        sets=decision.pivotal,
        missing_parts=tuple(part.part for part in counted.parts if not part.confirmed),
        open_codes=tuple(code for code in states if code in asked),
        carry_over=values.get(CARRY_OVER, ""),
        settings=settings,
    )


def resubmit(workspace: Workspace, reference: str, handed_over: Submission, tell: Tell) -> Application:
    """Enter the next attempt of an application, open for what its letter asked for.

    Raises:
        BadRequestError: no letter that stands asks for anything, or a setting stands in the way.
        UnreadablePortfolioError: nothing in what was handed over could be opened.
    """
    before = workspace.application(reference)
    if why := why_no_further_attempt(workspace, before):
        raise BadRequestError(f"{why} Nothing was taken in.")
    asked = asked_of(workspace, before)
    if asked is None:  # the letter was taken back a moment ago
        raise BadRequestError(f"No letter of {reference} asks for anything now. Nothing was taken in.")
    opened = Opened(asked_by=asked.letter, open_codes=asked.open_codes, carry_over=asked.carry_over)
    return enter_next(workspace, before, handed_over, opened, tell)


def _settings_at(workspace: Workspace, issue: Issue) -> tuple[SettingRead, ...]:
    """The settings as they were when the letter was issued: what it promised holds, whatever was set since."""
    said = workspace.store.events(application="", kind=EventKind.SETTING)
    then = [event for event in said if issue.recorded_at is None or event.recorded_at <= issue.recorded_at]
    known = {setting.key: setting for setting in settings_in_force(then)}
    return tuple(_read(key, known.get(key), issue) for key in (CARRY_OVER, FURTHER_SCOPE))


def _read(key: str, setting: SettingValue | None, issue: Issue) -> SettingRead:
    if setting is None:
        raise BadRequestError(
            f"The setting {key} had no value when {issue.letter} was issued, so what is open now cannot be said. "
            "Set it, and let the letter be superseded by one that says it."
        )
    return SettingRead(key=key, value="" if setting.not_applicable else setting.value, source=setting.source)
