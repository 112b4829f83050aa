"""The one order of events, the same in every store that holds them, however they came together."""

from collections.abc import Iterable
from datetime import datetime

from mrse_assess.records.events import Event


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events by when they were recorded, each person's in the order in which they recorded them.

    The number that a store gives an event says when it came into that store, which differs between the laptops of two
    assessors. The moments of one chain may go back where a clock was set back; an event then counts as recorded no
    sooner than the one before it in its chain. What was recorded at one moment is ordered by application and actor.
    """
    latest: dict[tuple[str, str], datetime] = {}
    placed = []
    for event in sorted(events, key=lambda event: event.sequence):
        chain = (event.application, event.actor)
        moment = max(event.recorded_at, latest.get(chain, event.recorded_at))
        latest[chain] = moment
        placed.append(((moment, *chain, event.sequence), event))
    return tuple(event for _, event in sorted(placed, key=lambda pair: pair[0]))
