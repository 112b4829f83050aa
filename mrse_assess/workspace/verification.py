"""Whether a whole workspace is sound: records, originals, readings, and what the records say of the scheme."""

import contextlib
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from mrse_assess.errors import MrseAssessError
from mrse_assess.model.acts import Issue
from mrse_assess.model.problem import Problem
from mrse_assess.records import Event, from_event, unchecked, verify
from mrse_assess.terms import EventKind, Severity
from mrse_assess.workspace.attempts import entries_of
from mrse_assess.workspace.core import Workspace
from mrse_assess.workspace.issued_letters import faults_of_letter, unrecorded_letters
from mrse_assess.workspace.purged import purge_of
from mrse_assess.workspace.register import Application, application_of


@dataclass(frozen=True, kw_only=True)
class Verification:
    """What verifying found. ``heads`` are the applications' heads, to be compared with letters and minutes."""

    problems: tuple[Problem, ...]
    applications: int
    events: int
    heads: dict[str, str]

    @property
    def sound(self) -> bool:
        """Whether nothing is an error."""
        return all(problem.severity is not Severity.ERROR for problem in self.problems)


def verification(workspace: Workspace) -> Verification:
    """Look at everything, and go on after a finding."""
    findings = verify(workspace.store, _heads_in_letters(workspace))
    problems = [_error(finding.code, finding.found, finding.advice) for finding in findings]
    problems.extend(_note("not-checked", sentence) for sentence in unchecked(workspace.store))
    try:
        events = workspace.store.events()
        applications = workspace.applications()
    except MrseAssessError as error:
        problems.append(_error("records-unreadable", str(error), "Restore a backup."))
        return Verification(problems=tuple(problems), applications=0, events=0, heads={})
    for application in applications:
        problems.extend(_of_entries(workspace, application))
    problems.extend(_of_scheme(workspace, events))
    problems.extend(_of_letters(workspace, events))
    return Verification(
        problems=tuple(problems),
        applications=len(applications),
        events=len(events),
        heads={one.reference: workspace.store.application_head(one.reference) for one in applications},
    )


def verification_as_json(found: Verification) -> dict[str, Any]:
    """The answer of ``verify --json``."""
    return {
        "sound": found.sound,
        "applications": found.applications,
        "events": found.events,
        "heads": found.heads,
        "problems": [
            {"code": one.code, "severity": one.severity.value, "message": one.found, "hint": one.advice}
            for one in found.problems
        ],
    }


def _of_entries(workspace: Workspace, application: Application) -> Iterator[Problem]:
    """Every attempt and version of the application, or that they were erased at the end of their keeping."""
    purge = purge_of(workspace, application.reference)
    if purge is not None:
        day = workspace.scheme.day_of(purge.recorded_at).isoformat()
        yield _note("purged", f"{application.reference} was purged on {day}: its documents and free texts are erased.")
        return
    for entry in entries_of(workspace, application.reference):
        yield from _of_application(workspace, application_of(entry))


def _of_application(workspace: Workspace, application: Application) -> Iterator[Problem]:
    """The reading is what was recorded, and every original it names is there and unchanged."""
    try:
        portfolio = workspace.portfolio(application)
    except MrseAssessError as error:
        yield _error("reading-damaged", str(error), "Restore a backup.")
        return
    for document in portfolio.documents:
        path = workspace.layout.originals / document.sha256
        if not path.is_file():
            yield _error(
                "original-missing", f"A file of {application.reference} is missing from originals.", "Restore a backup."
            )
            continue
        with path.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != document.sha256:
                yield _error(
                    "original-changed",
                    f"A file of {application.reference} was changed in originals.",
                    "Restore a backup.",
                )


def _of_letters(workspace: Workspace, events: tuple[Event, ...]) -> Iterator[Problem]:
    """Every issued letter lies here as it was issued, and was made from records that are still here."""
    layout = workspace.layout
    issues: tuple[Issue, ...] = tuple(from_event(event) for event in events if event.kind is EventKind.ISSUE)
    erased = {event.application for event in events if event.kind is EventKind.PURGE and event.payload.get("letters")}
    for issue in issues:
        if issue.application in erased and not (layout.letters / issue.letter).exists():
            yield _note("letter-erased", f"The files of the letter {issue.letter} were erased with its application.")
        elif layout.letters.is_dir():
            for code, found in faults_of_letter(layout, issue):
                yield _error(code, found, "Restore a backup.")
        else:
            found = f"The letter {issue.letter} was issued, and none of its files is here."
            yield _warning("letter-elsewhere", found, "If it was issued in this workspace, restore a backup.")
    for name in unrecorded_letters(layout, frozenset(issue.letter for issue in issues)):
        found = f"The files of a letter {name} lie here without a record of its issue."
        yield _warning("letter-unrecorded", found, "It was not issued. Issue it, or delete the folder.")


def _heads_in_letters(workspace: Workspace) -> dict[str, list[str]]:
    """The heads that letters issued here bear, which its records must have had."""
    if not workspace.layout.letters.is_dir():
        return {}
    heads: dict[str, list[str]] = {}
    with contextlib.suppress(MrseAssessError):  # what cannot be read is said by those who look at it
        for event in workspace.store.events(kind=EventKind.ISSUE):
            heads.setdefault(event.application, []).append(str(event.payload["head"]))
    return heads


def _of_scheme(workspace: Workspace, events: tuple[Event, ...]) -> Iterator[Problem]:
    """Records name only what the scheme has, and applications that the register has."""
    scheme = workspace.scheme
    reasons = {reason.id for reason in scheme.reasons}
    registered = {one.application for one in events if one.kind is EventKind.APPLICATION}
    if workspace.store.database.partial:  # the register shows a person only what they may see
        registered = {one.application for one in events}
    for event in events:
        where = f"Record {event.sequence} of {event.application or 'the settings'}"
        if event.application and event.application not in registered:
            yield _error("application-unknown", f"{where}: the register has no such application.", "Restore a backup.")
        code = event.payload.get("sub_category")
        if code and code not in scheme.codes:
            yield _error(
                "sub-category-unknown", f"{where} names a sub-category that the scheme lacks.", "Update the program."
            )
        if set(event.payload.get("reasons", ())) - reasons:
            yield _error("reason-unknown", f"{where} names a reason that the scheme lacks.", "Update the program.")
        if event.kind is EventKind.SETTING and event.payload["key"] not in {spec.id for spec in scheme.settings}:
            yield _warning("setting-unknown", f"{where} sets what the scheme lacks.", "It is passed over.")


def _error(code: str, found: str, advice: str) -> Problem:
    return Problem(code=code, severity=Severity.ERROR, found=found, advice=advice)


def _warning(code: str, found: str, advice: str) -> Problem:
    return Problem(code=code, severity=Severity.WARNING, found=found, advice=advice)


def _note(code: str, found: str) -> Problem:
    return Problem(code=code, severity=Severity.NOTE, found=found, advice="This is no fault.")
