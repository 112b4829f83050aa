"""The register of applications: which were taken in, under which reference, from which reading."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mrse_assess.errors import BadRequestError, RecordsError
from mrse_assess.model.acts import ApplicationEntry

_REFERENCE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_NUMBERED = "MRSE-{year}-{number:03d}"


@dataclass(frozen=True, kw_only=True)
class Application:
    """One application of the register. ``reading`` is the SHA-256 of what was understood of its portfolio.

    ``applicant`` is the name as the portfolio gives it, "" when none was found.
    """

    reference: str
    attempt: int
    received_on: date
    applicant: str
    source: str
    reading: str


def applications_of(entries: Iterable[ApplicationEntry]) -> tuple[Application, ...]:
    """The applications in the order of their references: of each the latest attempt, in its latest version."""
    latest = {entry.application: entry for entry in in_turn(entries)}
    return tuple(application_of(latest[reference]) for reference in sorted(latest))


def in_turn(entries: Iterable[ApplicationEntry]) -> tuple[ApplicationEntry, ...]:
    """By attempt, and in the order of recording, which a store need not have kept: records come together in any."""
    return tuple(sorted(entries, key=lambda entry: (entry.attempt, str(entry.recorded_at or ""))))


def checked_reference(reference: str) -> str:
    """The reference itself, if it can serve as one.

    Raises:
        BadRequestError: it has other characters than letters, digits, dot, hyphen and underscore, or more than 64.
    """
    if not _REFERENCE.fullmatch(reference):
        raise BadRequestError(
            f"{reference!r} cannot be an application reference: use up to 64 letters, digits, dots, hyphens or "
            "underscores, beginning with a letter or digit."
        )
    return reference


def next_reference(taken: Iterable[str], received_on: date) -> str:
    """The first free reference of the year in which the portfolio was received ("MRSE-2026-004")."""
    used = set(taken)
    number = 1
    while (reference := _NUMBERED.format(year=received_on.year, number=number)) in used:
        number += 1
    return reference


def _day_of_record(entry: ApplicationEntry) -> date:
    """For an entry without a date of receipt: it was received by the day on which it was entered."""
    if entry.recorded_at is None:
        raise RecordsError(f"The entry of {entry.application} has no date; run verify, and restore a backup.")
    return entry.recorded_at.date()


def application_of(entry: ApplicationEntry) -> Application:
    """The application as an entry gives it."""
    return Application(
        reference=entry.application,
        attempt=entry.attempt,
        received_on=entry.received_on or _day_of_record(entry),
        applicant=entry.applicant,
        source=entry.file_name,
        reading=entry.portfolio_digest,
    )
