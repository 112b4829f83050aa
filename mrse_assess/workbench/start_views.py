"""The frozen values of the start page."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


@dataclass(frozen=True, kw_only=True)
class ApplicationRow:
    """One application of the workspace. ``state`` is in words ("12 of 33 claims judged"); ``share`` is 0 to 1."""

    application: str
    applicant: str
    attempt: int
    received: date | None
    state: str
    share: float
    problems: int = 0


class Progress(NamedTuple):
    """How far an intake is: what is being done ("Reading page"), how much of how much (0 when not known)."""

    words: str
    done: int
    total: int


@dataclass(frozen=True, kw_only=True)
class Taken:
    """What taking a portfolio in came to: an application, or the name of a file that needs a password."""

    application: str = ""
    locked_file: str = ""
    remarks: tuple[str, ...] = ()
