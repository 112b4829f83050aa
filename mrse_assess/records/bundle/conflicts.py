"""Where two persons recorded different things of one shared unit without knowing of each other."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from mrse_assess.records.bundle.report import Conflict
from mrse_assess.records.canonical import canonical, moment_text
from mrse_assess.records.events import Event
from mrse_assess.records.order import in_order
from mrse_assess.records.shapes import SHAPES, owner_of
from mrse_assess.records.undone import that_count
from mrse_assess.terms import EventKind

CONTESTABLE = frozenset(
    {
        EventKind.JUDGEMENT,
        EventKind.CONCLUSION,
        EventKind.PART,
        EventKind.OUTCOME,
        EventKind.READING_CHOICE,
        EventKind.SETTING,
        EventKind.PERSON,
        EventKind.REGISTRATION,
        EventKind.ALLOCATION,
        EventKind.LETTER_EDIT,
        EventKind.LETTER_STATE,
    }
)
"""Kinds of which two values cannot both be meant: of their units one holds, and a person should know that it does."""

SharedUnit = tuple[str, int, EventKind, tuple[str, ...]]


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """Which events came together, by their hashes: those ``added`` with a bundle, and those that were here.

    ``places`` are the places of shared events in the store that the bundle was made from: whoever recorded an event
    there knew those before it.
    """

    added: Collection[str]
    places: Mapping[str, int]

    def were_apart(self, one: Event, other: Event) -> bool:
        """Whether neither of the two was recorded where the other was known."""
        return any(
            new.hash in self.added and old.hash not in self.added and not self._came_before(old, new)
            for new, old in ((one, other), (other, one))
        )

    def _came_before(self, old: Event, new: Event) -> bool:
        return self.places.get(old.hash, len(self.places)) < self.places.get(new.hash, len(self.places))


def is_contestable(event: Event) -> bool:
    """Whether the event says something of a shared unit of which two values cannot both be meant."""
    return event.kind in CONTESTABLE and not owner_of(event.kind, event.actor, _own(event))


def conflicts_among(events: Iterable[Event], meeting: Meeting) -> tuple[Conflict, ...]:
    """The conflicts that this coming together brought, in the order of the units."""
    latest = _latest_of_each_person(events)
    return tuple(found for unit in sorted(latest) for found in _of_unit(unit, tuple(latest[unit].values()), meeting))


def _latest_of_each_person(events: Iterable[Event]) -> dict[SharedUnit, dict[str, Event]]:
    """What each person said last of each shared unit, the one in force last. A withdrawal takes back all of it."""
    latest: dict[SharedUnit, dict[str, Event]] = {}
    for event in in_order(that_count(events)):
        withdrawn = event.kind is EventKind.WITHDRAWAL
        kind = EventKind(event.payload["of"]) if withdrawn else event.kind
        own = tuple(event.payload["unit"]) if withdrawn else _own(event)
        if kind not in CONTESTABLE or owner_of(kind, event.actor, own):
            continue
        said = latest.setdefault((event.application, event.attempt, kind, own), {})
        if withdrawn:
            said.clear()
        else:
            said.pop(event.actor, None)
            said[event.actor] = event
    return latest


def _own(event: Event) -> tuple[str, ...]:
    return tuple(event.payload[name] for name in SHAPES[event.kind].unit)


def _of_unit(unit: SharedUnit, said: tuple[Event, ...], meeting: Meeting) -> Iterator[Conflict]:
    if not said:
        return
    application, attempt, kind, own = unit
    holds = said[-1]
    for other in said[:-1]:
        if canonical(other.payload) != canonical(holds.payload) and meeting.were_apart(holds, other):
            yield Conflict(
                application=application,
                attempt=attempt,
                kind=kind,
                unit=own,
                holds=holds.actor,
                holds_since=moment_text(holds.recorded_at),
                other=other.actor,
                other_at=moment_text(other.recorded_at),
            )
