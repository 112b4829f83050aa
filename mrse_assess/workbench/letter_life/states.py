"""Where each letter stands, from the records of issue, of sign-off and of what became of it."""

from collections.abc import Iterable

from mrse_assess.model.acts import Issue, LetterStateChange
from mrse_assess.records import InForce
from mrse_assess.terms import LetterAct
from mrse_assess.workbench.letter_life.views import IssuedLetter, LetterState, SignedOff

_OF_ACT = {
    LetterAct.HELD: LetterState.HELD,
    LetterAct.RECALLED: LetterState.RECALLED,
    LetterAct.SUPERSEDED: LetterState.SUPERSEDED,
}


def issued_letters(found: InForce) -> tuple[IssuedLetter, ...]:
    """Every letter that was issued, in the order of issue, with what became of it."""
    changes = {one.letter: one for one in found.letter_states}
    in_turn = sorted(found.issues, key=lambda one: (one.recorded_at is not None, one.recorded_at, one.letter))
    return tuple(_issued(one, changes.get(one.letter)) for one in in_turn)


def held_drafts(found: InForce) -> tuple[str, ...]:
    """Letters held before they were issued. With another outcome a letter has another id, and is held all the same."""
    issued = {one.letter for one in found.issues}
    return tuple(one.letter for one in found.letter_states if one.state is LetterAct.HELD and one.letter not in issued)


def state_of_draft(found: InForce, signed: Iterable[SignedOff]) -> LetterState:
    """Where the letter stands that is to be issued next."""
    if held_drafts(found):
        return LetterState.HELD
    return LetterState.SIGNED_OFF if any(one.counts for one in signed) else LetterState.DRAFTED


def _issued(issue: Issue, change: LetterStateChange | None) -> IssuedLetter:
    return IssuedLetter(
        letter=issue.letter,
        state=_OF_ACT.get(change.state, LetterState.ISSUED) if change else LetterState.ISSUED,
        outcome=issue.outcome,
        at=issue.recorded_at,
        by=issue.by,
        head=issue.head,
        why=change.why if change else "",
        by_letter=change.by_letter if change else "",
    )
