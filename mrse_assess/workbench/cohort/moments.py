"""The states that an application has passed through, and when: the state of every moment at which it could change."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from mrse_assess.cohort.frames import Moment
from mrse_assess.model.judgement import Judgements
from mrse_assess.records import Event, InForce, events_in_force, from_event
from mrse_assess.records.order import in_order
from mrse_assess.terms import EventKind
from mrse_assess.workspace.states import state_of

_JUDGED = frozenset({EventKind.JUDGEMENT, EventKind.CONCLUSION})
_TAKES_BACK = frozenset({EventKind.UNDO, EventKind.WITHDRAWAL})
_TELLING = _TAKES_BACK | {
    EventKind.APPLICATION,
    EventKind.ALLOCATION,
    EventKind.DECLARATION,
    EventKind.SEAL,
    EventKind.REVEAL,
    EventKind.MEETING,
    EventKind.OUTCOME,
    EventKind.ISSUE,
    EventKind.LETTER_STATE,
    EventKind.PURGE,
}
"""The records that a state follows from, beside whether somebody has judged."""


def moments_of(events: Iterable[Event], found: InForce) -> tuple[Moment, ...]:
    """The states of one attempt in turn, as they were told then: what was undone later had its time all the same.

    What was recorded in one moment is one step.

    Args:
        events: of the application, all attempts.
        found: what is in force for the attempt now.
    """
    given = (event for event in events if event.attempt == found.attempt or event.kind is EventKind.PURGE)
    ordered = in_order(_telling(given))
    states = list(_states(ordered, found))
    kept = [pair for place, pair in enumerate(states) if place == 0 or pair[1] != states[place - 1][1]]
    ends = [since for since, _ in kept[1:]]
    return tuple(
        Moment(state=state, since=since, until=until) for (since, state), until in zip(kept, (*ends, None), strict=True)
    )


def _telling(events: Iterable[Event]) -> Iterator[Event]:
    """The events without judgements that change no state: of somebody who has judged already and takes nothing back."""
    given = tuple(events)
    take_back = {event.actor for event in given if event.kind in _TAKES_BACK}
    began: set[str] = set()
    for event in given:
        if event.kind in _TELLING or (event.kind in _JUDGED and event.actor not in began):
            yield event
        if event.kind in _JUDGED and event.actor not in take_back:
            began.add(event.actor)


def _states(ordered: Sequence[Event], found: InForce) -> Iterator[tuple[datetime, str]]:
    values: dict[str, Any] = {}
    began: set[str] = set()
    moment, may_differ = None, False
    for place, event in enumerate(ordered):
        moment = max(moment, event.recorded_at) if moment else event.recorded_at
        may_differ = may_differ or event.kind not in _JUDGED or event.actor not in began
        if event.kind in _TAKES_BACK:
            began.discard(event.actor)
        elif event.kind in _JUDGED:
            began.add(event.actor)
        is_last_of_moment = place + 1 == len(ordered) or ordered[place + 1].recorded_at > moment
        if may_differ and is_last_of_moment:
            yield moment, str(state_of(_then(ordered[: place + 1], found, values)))
            may_differ = False


def _then(ordered: Sequence[Event], found: InForce, values: dict[str, Any]) -> InForce:
    """What was in force then, as far as a state follows from it."""
    latest = events_in_force(sorted(ordered, key=lambda event: event.sequence))
    by_kind: dict[EventKind, list[Any]] = {}
    for event in latest.values():
        if event.event not in values:
            values[event.event] = from_event(event)
        by_kind.setdefault(event.kind, []).append(values[event.event])
    earlier = tuple(one for one in found.declarations if one.attempt < found.attempt)
    return replace(
        found,
        judgements=_judged(found, by_kind),
        outcome=next(iter(by_kind.get(EventKind.OUTCOME, ())), None),
        seals=tuple(by_kind.get(EventKind.SEAL, ())),
        reveals=tuple(by_kind.get(EventKind.REVEAL, ())),
        issues=tuple(by_kind.get(EventKind.ISSUE, ())),
        purged=any(event.kind is EventKind.PURGE for event in ordered),
        allocations=tuple(by_kind.get(EventKind.ALLOCATION, ())),
        declarations=(*by_kind.get(EventKind.DECLARATION, ()), *earlier),
        meetings=tuple(by_kind.get(EventKind.MEETING, ())),
        letter_states=tuple(by_kind.get(EventKind.LETTER_STATE, ())),
    )


def _judged(found: InForce, by_kind: Mapping[EventKind, list[Any]]) -> Judgements:
    return Judgements(
        application=found.application,
        attempt=found.attempt,
        judgements=tuple(by_kind.get(EventKind.JUDGEMENT, ())),
        conclusions=tuple(by_kind.get(EventKind.CONCLUSION, ())),
    )
