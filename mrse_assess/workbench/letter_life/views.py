"""What the letter's commands and pages show: where a letter stands, its edits, what keeps it from being issued."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mrse_assess.model.letter import Letter, Refusal
from mrse_assess.terms import OutcomeKind


class LetterState(StrEnum):
    """Where a letter stands. It follows from the records and is stored nowhere."""

    DRAFTED = "drafted"
    HELD = "held"
    SIGNED_OFF = "signed off"
    ISSUED = "issued"
    RECALLED = "recalled"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, kw_only=True)
class Edit:
    """A person's words in place of a composed sentence.

    ``number`` is the sentence's in the trace, None for an edit that is ``stale``: what it was made for has changed.
    ``composed`` stood there then; ``now`` is what is composed there today, "" where nothing of the kind is.
    """

    anchor: str
    number: int | None
    composed: str
    text: str
    now: str
    by: str
    why: str

    @property
    def stale(self) -> bool:
        """Whether it fits no sentence any more."""
        return self.number is None


@dataclass(frozen=True, kw_only=True)
class Drafted:
    """The letter as the records give it now.

    ``digest`` is that of its sentences without the day of issue, ``head`` that of the records it rests on.
    """

    letter: Letter
    refusals: tuple[Refusal, ...]
    edits: tuple[Edit, ...]
    digest: str
    head: str


@dataclass(frozen=True, kw_only=True)
class SignedOff:
    """A second person's approval. ``stale``: sentences or records have changed since. ``why_not``: it cannot count."""

    by: str
    at: datetime | None
    stale: bool
    event: str
    why_not: str = ""

    @property
    def counts(self) -> bool:
        """Whether a letter can be issued on it."""
        return not self.stale and not self.why_not


@dataclass(frozen=True, kw_only=True)
class IssuedLetter:
    """A letter that was issued, and what became of it; ``why`` is the reason of the last change of its state."""

    letter: str
    state: LetterState
    outcome: OutcomeKind
    at: datetime | None
    by: str
    head: str
    why: str = ""
    by_letter: str = ""

    @property
    def stands(self) -> bool:
        """Whether it has not been taken back."""
        return self.state not in (LetterState.RECALLED, LetterState.SUPERSEDED)


@dataclass(frozen=True, kw_only=True)
class LetterStatus:
    """Where the letters of an application stand: those issued, and the one that is to be."""

    application: str
    attempt: int
    letter: str
    state: LetterState
    chosen_by: str
    signed_off: tuple[SignedOff, ...]
    refusals: tuple[Refusal, ...]
    edits: tuple[Edit, ...]
    issued: tuple[IssuedLetter, ...]
    moved: bool = False  # records have changed since the letter that stands was issued
