"""Which acts count: an undo cancels acts of its own actor, and an undo that is itself undone cancels nothing.

An undo reaches what the same person recorded before it on the same application and attempt. Their records keep their
order in every store, so that the order in which two persons' records came together does not matter.
"""

from collections.abc import Iterable
from typing import NamedTuple

from mrse_assess.records.events import Event
from mrse_assess.records.shapes import UNDOABLE
from mrse_assess.terms import EventKind


class Named(NamedTuple):
    """An event as an undo can name it: its id, and whose of which application and attempt it must be."""

    event: str
    actor: str
    application: str
    attempt: int


def undone(events: Iterable[Event]) -> frozenset[str]:
    """The ids of the events that count as never done, of these events in the order of the store.

    An undo that names what is not there, another's, a later one or what cannot be undone does nothing by that name.
    """
    cancelled: set[Named] = set()
    found = set()
    for event in reversed(tuple(events)):  # the latest word on each undo is known before the undo is reached
        if event.kind in UNDOABLE and named_by(event, event.event) in cancelled:
            found.add(event.event)
        elif event.kind is EventKind.UNDO:
            cancelled.update(named_by(event, name) for name in event.payload["undone"])
    return frozenset(found)


def that_count(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events that were not undone, without the undos themselves: what the values in force follow from."""
    given = tuple(events)
    without = undone(given)
    return tuple(event for event in given if event.kind is not EventKind.UNDO and event.event not in without)


def named_by(undo: Event, name: str) -> Named:
    """What an undo means by an id."""
    return Named(name, undo.actor, undo.application, undo.attempt)
