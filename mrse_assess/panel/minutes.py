"""How long the panel spent on what."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from mrse_assess.records import Event, from_event
from mrse_assess.records.order import in_order
from mrse_assess.terms import EventKind

Spent = dict[tuple[str, str], timedelta]


def spent(events: Iterable[Event], meeting: str, until: datetime) -> Spent:
    """Time on each unit (sub-category and item), from the moment the panel turned to it to the next, or until it rose.

    Args:
        events: of one application and attempt.
        meeting: which one.
        until: the time now, for what is on the table still.
    """
    told: Spent = {}
    here: tuple[str, str] | None = None
    since = until
    for event in in_order(events):
        if event.kind not in {EventKind.ON_TABLE, EventKind.MEETING} or event.payload["meeting"] != meeting:
            continue
        _add(told, here, since, event.recorded_at)
        act = from_event(event)
        here = (act.sub_category, act.evidence_id) if event.kind is EventKind.ON_TABLE else None
        since = event.recorded_at
    _add(told, here, since, until)
    return told


def _add(told: Spent, unit: tuple[str, str] | None, since: datetime, until: datetime) -> None:
    if unit is not None:
        told[unit] = told.get(unit, timedelta()) + max(until - since, timedelta())
