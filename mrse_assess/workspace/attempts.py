"""The attempts of an application under one reference, and when another may be entered.

A further submission is an attempt of its own, with records of its own; nothing of an earlier attempt is changed by it.
Another version of the portfolio of the same attempt is a second entry, and the reading that it replaces stays.
"""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mrse_assess.errors import BadRequestError
from mrse_assess.model.acts import ApplicationEntry, Issue
from mrse_assess.records import InForce, from_event, in_force
from mrse_assess.terms import EventKind, LetterAct, OutcomeKind
from mrse_assess.workspace.register import Application, application_of, applications_of, in_turn

if TYPE_CHECKING:
    from mrse_assess.workspace.core import Workspace
    from mrse_assess.workspace.reading import Tell

ASKS_FOR_MORE: Final = frozenset({OutcomeKind.FURTHER_EVIDENCE, OutcomeKind.INCOMPLETE})
"""The outcomes whose letters ask the applicant to send something."""
ATTEMPTS_ALLOWED: Final = "attempts_allowed"
_TAKEN_BACK: Final = frozenset({LetterAct.RECALLED, LetterAct.SUPERSEDED, LetterAct.HELD})


@dataclass(frozen=True, kw_only=True)
class Opened:
    """What the letter of the attempt before opened: see :class:`~mrse_assess.model.acts.ApplicationEntry`."""

    asked_by: str
    open_codes: tuple[str, ...] = ()
    carry_over: str = ""


@dataclass(frozen=True, kw_only=True)
class Submission:
    """What was handed over and by whom it is entered; ``password`` opens encrypted files and is not kept."""

    source: Path
    received_on: date
    by: str
    password: str | None = None


def entries_of(workspace: "Workspace", reference: str) -> tuple[ApplicationEntry, ...]:
    """Every entry of the reference: each attempt, and each version of it, in the order of recording."""
    events = workspace.store.events(application=reference, kind=EventKind.APPLICATION)
    return in_turn(from_event(event) for event in events)


def attempt_of(workspace: "Workspace", reference: str, attempt: int) -> Application:
    """One attempt of an application, in its latest version; BadRequestError, naming those there are, without it."""
    latest = {entry.attempt: entry for entry in entries_of(workspace, reference)}
    if not latest:
        return workspace.application(reference)  # which says that there is none
    if attempt not in latest:
        there = ", ".join(str(one) for one in sorted(latest))
        raise BadRequestError(f"{reference} has no attempt {attempt}; there are: {there}.")
    return application_of(latest[attempt])


def attempts_of(workspace: "Workspace", reference: str) -> tuple[Application, ...]:
    """Every attempt of an application, each in its latest version."""
    entries = entries_of(workspace, reference)
    return tuple(
        applications_of(entry for entry in entries if entry.attempt == attempt)[0]
        for attempt in sorted({entry.attempt for entry in entries})
    )


def versions_of(workspace: "Workspace", application: Application) -> tuple[ApplicationEntry, ...]:
    """The versions of one attempt's portfolio, the one in use last."""
    entries = entries_of(workspace, application.reference)
    return tuple(entry for entry in entries if entry.attempt == application.attempt)


def found_of(workspace: "Workspace", application: Application) -> InForce:
    """Everything in force for the attempt."""
    events = workspace.store.events(application=application.reference)
    return in_force(events, application.reference, application.attempt)


def standing_issue(found: InForce) -> Issue | None:
    """The letter of the attempt that was issued last and stands: neither held nor taken back."""
    gone = {one.letter for one in found.letter_states if one.state in _TAKEN_BACK}
    issues = [issue for issue in found.issues if issue.letter not in gone]
    return max(issues, key=lambda issue: (str(issue.recorded_at), issue.event), default=None)


def why_no_further_attempt(workspace: "Workspace", application: Application) -> str:
    """What stands in the way of another attempt after this one, "" when nothing does."""
    found = found_of(workspace, application)
    called = f"Attempt {application.attempt} of {application.reference}"
    if found.purged:
        return f"The documents of {application.reference} were erased; a new application gets a reference of its own."
    issue = standing_issue(found)
    if issue is None:
        return f"{called} has no issued letter that stands, so nothing more was asked for yet."
    if issue.outcome not in ASKS_FOR_MORE:
        return f"{called} ended with a letter that asks for nothing more ({issue.outcome})."
    if issue.outcome is OutcomeKind.INCOMPLETE:
        return ""  # the letter asks for missing parts, whatever the number of attempts at the assessment
    return _why_none_left(workspace, application)


def enter_next(
    workspace: "Workspace", before: Application, handed_over: Submission, opened: Opened, tell: "Tell"
) -> Application:
    """Enter the attempt after this one.

    Raises:
        BadRequestError: its letter asks for nothing, none was issued, or a setting stands in the way.
        UnreadablePortfolioError: nothing in it could be opened.
    """
    if why := why_no_further_attempt(workspace, before):
        raise BadRequestError(f"{why} Nothing was taken in.")
    said = replace(
        _entry(before, handed_over),
        attempt=before.attempt + 1,
        asked_by=opened.asked_by,
        open_codes=opened.open_codes,
        carry_over=opened.carry_over,
    )
    return workspace.enter(handed_over.source, said, password=handed_over.password, tell=tell, by=handed_over.by)


def replace_version(
    workspace: "Workspace", reference: str, handed_over: Submission, tell: "Tell", *, why: str
) -> Application:
    """Enter another version of the portfolio of the present attempt. The reading that it replaces stays.

    Raises:
        BadRequestError: no reason is given, or the attempt has a letter: then it is for the next one.
        UnreadablePortfolioError: nothing in it could be opened.
    """
    before = workspace.application(reference)
    if refusal := why_no_other_version(workspace, before, why):
        raise BadRequestError(f"{refusal} Nothing was taken in.")
    latest = versions_of(workspace, before)[-1]
    said = replace(
        _entry(before, handed_over),
        replaces=before.reading,
        why=why.strip(),
        asked_by=latest.asked_by,
        open_codes=latest.open_codes,
        carry_over=latest.carry_over,
    )
    return workspace.enter(handed_over.source, said, password=handed_over.password, tell=tell, by=handed_over.by)


def why_no_other_version(workspace: "Workspace", application: Application, why: str) -> str:
    """What stands in the way of another version of this attempt's portfolio, "" when nothing does."""
    found = found_of(workspace, application)
    if found.purged:
        return f"The documents of {application.reference} were erased; a new application gets a reference of its own."
    if standing_issue(found) is not None:
        return f"Attempt {application.attempt} has its letter; what comes now is the next attempt (--attempt-of)."
    if not why.strip():
        return "Write why the portfolio is replaced (--why); the reason is kept with the records."
    return ""


def why_taken(workspace: "Workspace", application: Application) -> str:
    """Why a portfolio is not simply added under a reference that is there, in one sentence."""
    judged = found_of(workspace, application).judgements
    if judged.judgements or judged.conclusions:
        return (
            f"The reference {application.reference} is taken, and attempt {application.attempt} is being judged: "
            "another version of its portfolio comes with --replaces and --why, the next attempt with --attempt-of."
        )
    return (
        f"The reference {application.reference} is taken; give the application another one, or say whether this is the "
        "applicant's next attempt (--attempt-of) or another version of the same (--replaces, with --why)."
    )


def _why_none_left(workspace: "Workspace", application: Application) -> str:
    setting = workspace.settings().get(ATTEMPTS_ALLOWED)
    if setting is None:
        return f"The setting {ATTEMPTS_ALLOWED} has no value, so nobody can say whether there is another attempt."
    if setting.not_applicable:  # the scheme has set no limit
        return ""
    if not setting.value.isdecimal() or application.attempt >= int(setting.value):
        return (
            f"{application.reference} has had {application.attempt} of the attempts allowed "
            f"({ATTEMPTS_ALLOWED} is {setting.value}, from: {setting.source})."
        )
    return ""


def _entry(before: Application, handed_over: Submission) -> ApplicationEntry:
    return ApplicationEntry(
        application=before.reference,
        attempt=before.attempt,
        received_on=handed_over.received_on,
        portfolio_digest="",
        file_name=handed_over.source.name,
    )
