"""What an application waits for, and by whom it is done: derived from the records, never stored."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from mrse_assess.records import InForce
from mrse_assess.workbench.registering import wording
from mrse_assess.workbench.registering.third import TASK
from mrse_assess.workbench.registering.views import AssessorView, Stage, Wait, Waiting
from mrse_assess.workspace.attempts import ASKS_FOR_MORE
from mrse_assess.workspace.people import APPEAL
from mrse_assess.workspace.states import State, latest_issue, state_of


@dataclass(frozen=True, kw_only=True)
class Around:
    """What counts beside the records: how many assessments are ``needed`` (None: not set), and the day."""

    needed: int | None
    today: date
    third_asked: bool = False
    alone: bool = False


def waits_of(found: InForce, assessors: Sequence[AssessorView], around: Around) -> tuple[Wait, ...]:
    """Everything that is waited for now, in the order in which it is done; () where nothing is.

    Args:
        found: everything in force for the application and attempt.
        assessors: all of them, those who handed it back and whom it was taken off too.
        around: see :class:`Around`. Where somebody works ``alone``, nobody is waited for before the outcome.
    """
    state = state_of(found)
    if state in _AFTER:
        fresh = [one for one in _at_work(assessors) if one.task in {APPEAL, TASK}]
        return (*_of_assessors(fresh), *_AFTER[state](found, around))
    return () if around.alone else tuple(_before_the_panel(assessors, around))


def _before_the_panel(assessors: Sequence[AssessorView], around: Around) -> Iterator[Wait]:
    at_work = _at_work(assessors)
    yield from _of_the_office(assessors, len(at_work), around)
    yield from _of_assessors(at_work)
    if around.third_asked:
        yield Wait(of=Waiting.OFFICE, words=wording.ALLOCATE_THIRD)
    elif at_work and all(one.stage is Stage.SEALED for one in at_work) and len(at_work) >= (around.needed or 1):
        yield Wait(of=Waiting.CHAIR, words=wording.SIT)


def _at_work(assessors: Sequence[AssessorView]) -> list[AssessorView]:
    return [one for one in assessors if one.allocated and one.stage is not Stage.CONFLICT]


def _of_assessors(at_work: Sequence[AssessorView]) -> Iterator[Wait]:
    for stage, words in ((Stage.UNDECLARED, wording.to_declare), (Stage.DECLARED, wording.to_seal)):
        names = [one.name for one in at_work if one.stage is stage]
        if names:
            yield Wait(of=Waiting.ASSESSORS, words=words(names))


def _of_the_office(assessors: Sequence[AssessorView], at_work: int, around: Around) -> Iterator[Wait]:
    gone = [one.name for one in assessors if one.allocated and one.stage is Stage.CONFLICT]
    if gone:
        yield Wait(of=Waiting.OFFICE, words=wording.replace_conflicted(gone))
    elif not at_work:
        yield Wait(of=Waiting.OFFICE, words=wording.allocate(around.needed))
    elif around.needed is not None and at_work < around.needed:
        yield Wait(of=Waiting.OFFICE, words=wording.allocate_more(around.needed - at_work, around.needed))


def _one(of: Waiting, words: str) -> Callable[[InForce, Around], tuple[Wait, ...]]:
    return lambda _found, _around: (Wait(of=of, words=words),)


def _nothing(_found: InForce, _around: Around) -> tuple[Wait, ...]:
    return ()


def _after_a_letter(found: InForce, around: Around) -> tuple[Wait, ...]:
    """What the letter asked the applicant for."""
    letter = latest_issue(found)
    if letter is None or letter.outcome not in ASKS_FOR_MORE:
        return ()
    words, late = wording.to_answer(found.registration.answers if found.registration else None, around.today)
    return (Wait(of=Waiting.OFFICE if late else Waiting.APPLICANT, words=words),)


_AFTER: dict[State, Callable[[InForce, Around], tuple[Wait, ...]]] = {
    State.PANEL: _one(Waiting.CHAIR, wording.SETTLE),
    State.DECIDED: _one(Waiting.OFFICE, wording.SIGN_AND_ISSUE),
    State.HELD: _one(Waiting.OFFICE, wording.RELEASE),
    State.RECALLED: _one(Waiting.OFFICE, wording.ANOTHER_LETTER),
    State.ISSUED: _after_a_letter,
    State.SUPERSEDED: _nothing,
    State.PURGED: _nothing,
}
