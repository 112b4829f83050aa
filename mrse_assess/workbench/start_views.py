"""The frozen values of the start page."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


@dataclass(frozen=True, kw_only=True)
class ApplicationRow:
    """One application of the workspace. ``state`` is in words ("12 of 33 claims judged"); ``share`` is 0 to 1.

    ``closed``: nothing of it opens before interests are declared; then ``applicant`` is empty. ``given``: it is one's
    own to assess or to chair, and may be handed back. ``looked_on``: by chair or office, who have no share in it.
    """

    application: str
    applicant: str
    attempt: int
    received: date | None
    state: str
    share: float
    problems: int = 0
    closed: bool = False
    given: bool = False
    looked_on: bool = False


@dataclass(frozen=True, kw_only=True)
class PartyRow:
    """One name on which an interest is declared. ``part`` says what it has to do with the application.

    ``possible`` is why it may concern the reader ("your employer"), "" where nothing says so.
    """

    name: str
    part: str
    possible: str = ""


@dataclass(frozen=True, kw_only=True)
class DeclarationSheet:
    """What is declared on: the names found, what of the reader's own was found, and kinds of interest by id.

    ``not_looked`` says why names may be missing, "" where everything was looked at.
    """

    application: str
    parties: tuple[PartyRow, ...]
    kinds: tuple[tuple[str, str], ...]
    not_looked: str = ""


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
