"""What the program noticed of an item, as the screen shows it: prompts with a place to look at, never a verdict."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from mrse_assess.model.places import Box


class FindingKind(StrEnum):
    """How strongly the program speaks: worth a look, a plain find, or could not look."""

    POSSIBLE = "possible"
    PLAIN = "plain"
    NOT_CHECKED = "not_checked"


class FindingMark(NamedTuple):
    """A place of a finding: the page of the item, from 1, and a box on it in points, or None for the whole page."""

    page: int
    box: Box | None


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One line of what the program noticed. ``word`` is its label ("possible", "reference", "not checked").

    ``message`` has at most 40 characters; ``detail`` says it in full, ``clause`` and ``note`` what in the guidance it
    belongs to ("G11"; the id of a note). ``page`` is the first page of the item to look at, None where there is none.
    ``observations`` are the ids of what screening said that stand behind it: these are dismissed together. Those that
    reading itself makes have none, and stay.
    """

    kind: FindingKind
    word: str
    message: str
    page: int | None = None
    check: str = ""
    about: str = ""  # the check in words ("dates")
    detail: str = ""
    clause: str = ""
    note: str = ""
    note_text: str = ""
    marks: tuple[FindingMark, ...] = ()
    observations: tuple[str, ...] = ()

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages of the item to look at, in order."""
        return tuple(sorted({mark.page for mark in self.marks} | ({self.page} if self.page else set())))


@dataclass(frozen=True, kw_only=True)
class DismissedFinding:
    """A prompt that this assessor put aside: why, and when (local time)."""

    finding: Finding
    why: str
    at: datetime | None


@dataclass(frozen=True, kw_only=True)
class FindingsView:
    """What the program noticed of one claim, prompts first.

    ``checked`` and ``unchecked`` are the checks, in words, that could look at the item and those that could not.
    ``looking``: screening is still at work; ``fault`` says why it did not come to an end. ``reasons`` are what can be
    picked to put a prompt aside.
    """

    findings: tuple[Finding, ...] = ()
    dismissed: tuple[DismissedFinding, ...] = ()
    checked: tuple[str, ...] = ()
    unchecked: tuple[str, ...] = ()
    looking: bool = False
    fault: str = ""
    reasons: tuple[str, ...] = ()

    @property
    def prompts(self) -> tuple[Finding, ...]:
        """Those that ask for a look, what could not be checked among them; plain finds do not."""
        return tuple(one for one in self.findings if one.kind is not FindingKind.PLAIN)
