"""How far an application has come, from receipt to its letter. Derived from the records, never stored."""

from enum import StrEnum

from mrse_assess.model.acts import Issue, LetterStateChange
from mrse_assess.records import InForce
from mrse_assess.terms import LetterAct
from mrse_assess.workspace.visibility import has_declared, judging, sealed


class State(StrEnum):
    """Each state of an application, in the order in which it passes through them."""

    RECEIVED = "received"
    HANDED_BACK = "handed_back"
    ALLOCATED = "allocated"
    DECLARED = "declared"
    JUDGING = "judging"
    SEALED = "sealed"
    PANEL = "panel"
    DECIDED = "decided"
    HELD = "held"
    ISSUED = "issued"
    RECALLED = "recalled"
    SUPERSEDED = "superseded"
    PURGED = "purged"

    @property
    def words(self) -> str:
        """The state as a person reads it."""
        return _WORDS[self]


_WORDS = {
    State.RECEIVED: "received",
    State.HANDED_BACK: "handed back, to be given to somebody else",
    State.ALLOCATED: "allocated, declarations to come",
    State.DECLARED: "declared, nothing judged yet",
    State.JUDGING: "being judged",
    State.SEALED: "sealed, for the panel",
    State.PANEL: "before the panel",
    State.DECIDED: "outcome chosen",
    State.HELD: "letter held",
    State.ISSUED: "letter issued",
    State.RECALLED: "letter recalled",
    State.SUPERSEDED: "letter superseded",
    State.PURGED: "documents and free text erased",
}

OVER = frozenset({State.DECIDED, State.HELD, State.ISSUED, State.RECALLED, State.SUPERSEDED, State.PURGED})
"""The states in which an application is no work for its assessors any more."""

_OF_LETTER = {
    LetterAct.HELD: State.HELD,
    LetterAct.RECALLED: State.RECALLED,
    LetterAct.SUPERSEDED: State.SUPERSEDED,
}
_TAKEN_BACK = frozenset({LetterAct.RECALLED, LetterAct.SUPERSEDED})


def state_of(found: InForce) -> State:
    """The state of an application and attempt.

    Args:
        found: everything in force for it, whether or not the workspace has a register of persons.
    """
    if found.purged:
        return State.PURGED
    letter = latest_issue(found)
    if letter is not None:
        became = fate_of(letter.letter, found)
        return _OF_LETTER.get(became.state, State.ISSUED) if became else State.ISSUED
    if found.outcome is not None:
        held = any(one.state is LetterAct.HELD for one in found.letter_states)
        return State.HELD if held else State.DECIDED
    if found.meetings or found.reveals:
        return State.PANEL
    return _before_the_panel(found)


def latest_issue(found: InForce) -> Issue | None:
    """The letter issued last, None before the first."""
    return max(found.issues, key=lambda issue: (str(issue.recorded_at), issue.event), default=None)


def standing_letter(found: InForce) -> Issue | None:
    """The letter that was issued and neither recalled nor superseded since; a letter on hold stands."""
    gone = {one.letter for one in found.letter_states if one.state in _TAKEN_BACK}
    return next((one for one in found.issues if one.letter not in gone), None)


def fate_of(letter: str, found: InForce) -> LetterStateChange | None:
    """What became of a letter last, None where nothing was recorded."""
    return next((one for one in found.letter_states if one.letter == letter), None)


def _before_the_panel(found: InForce) -> State:
    rows = (*found.judgements.judgements, *found.judgements.conclusions)
    began = {row.assessor for row in rows}
    assessors = set(judging(found)) or (set() if found.allocations else began | sealed(found))
    if not assessors:
        taken_back = any(one.allocated for one in found.allocations)
        return State.HANDED_BACK if taken_back else State.RECEIVED
    if sealed(found) >= assessors:
        return State.SEALED
    if assessors & (began | sealed(found)):
        return State.JUDGING
    return State.DECLARED if all(has_declared(one, found) for one in assessors) else State.ALLOCATED
