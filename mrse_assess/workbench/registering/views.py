"""The frozen values of the register of applications."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from mrse_assess.model.acts import Registration
from mrse_assess.workspace.states import State


class Stage(StrEnum):
    """How far one assessor of an application has come, as far as those are told who may know of its assessors."""

    UNDECLARED = "undeclared"
    DECLARED = "declared"
    SEALED = "sealed"
    CONFLICT = "conflict"
    TAKEN_OFF = "taken_off"


class Waiting(StrEnum):
    """For whom an application waits."""

    OFFICE = "office"
    CHAIR = "chair"
    ASSESSORS = "assessors"
    APPLICANT = "applicant"


@dataclass(frozen=True, kw_only=True)
class AssessorView:
    """One assessor of an application, those too who handed it back or whom it was taken off.

    ``task`` is an id of the scheme's list. ``kinds`` are the kinds of interest declared, in words, and ``why`` is what
    was said to them, or why the application was taken off. ``given_by`` and ``given_at`` are of the latest record of
    giving or taking.
    """

    person: str
    name: str
    task: str
    stage: Stage
    allocated: bool
    task_words: str = ""
    kinds: tuple[str, ...] = ()
    why: str = ""
    given_by: str = ""
    given_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Wait:
    """Something that is waited for, in words that follow the one who does it: "office: allocate 2 assessors"."""

    of: Waiting
    words: str


@dataclass(frozen=True, kw_only=True)
class RegisterEntry:
    """One application of the register. What the reader's standing does not see is empty: None, "" or ().

    ``said_by`` is the name of whoever wrote down last what is known. ``needed`` says how many have it of how many, ""
    where nobody is registered; ``enough``: no fewer than are needed. ``asked_for`` is for what it is given now, "" for
    an assessment. ``third`` is a sentence on another assessment, "" where there is nothing to say; one is to be
    allocated only where ``third_asked``. ``barred`` are those to whom it cannot be given: they have it, or declared an
    interest. ``version`` names who is given it as it stands, ``said_version`` what is known of it; each changes with
    every record.
    """

    application: str
    attempt: int
    received: date
    state: State | None = None
    said: Registration | None = None
    said_by: str = ""
    assessors: tuple[AssessorView, ...] = ()
    needed: str = ""
    enough: bool = False
    asked_for: str = ""
    waits: tuple[Wait, ...] = ()
    third: str = ""
    third_asked: bool = False
    barred: tuple[str, ...] = ()
    may_allocate: bool = False
    may_describe: bool = False
    may_read_letter: bool = False
    version: str = ""
    said_version: str = ""


@dataclass(frozen=True, kw_only=True)
class PersonView:
    """Somebody to whom an application can be given. ``load`` counts those given to them and without an outcome."""

    person: str
    name: str
    load: int


@dataclass(frozen=True, kw_only=True)
class RegisterSheet:
    """The register as one person reads it. ``persons`` is () where nobody is registered, or nothing can be given."""

    entries: tuple[RegisterEntry, ...] = ()
    persons: tuple[PersonView, ...] = ()
    roles: tuple[tuple[str, str], ...] = ()
    routes: tuple[tuple[str, str], ...] = ()
    read_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Known:
    """What the office knows of an application, as it is typed: :class:`~mrse_assess.model.acts.Registration`.

    ``answers`` is a day such as 2027-03-31, or "".
    """

    applicant_reference: str = ""
    guidance_version: str = ""
    employer: str = ""
    professional_role: str = ""
    route: str = ""
    salutation: str = ""
    answers: str = ""
    follows: str = ""
