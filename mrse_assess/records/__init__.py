"""The records: acts appended to a durable, chained log, and the values in force that follow from them.

The pandas frame of judgements is :mod:`mrse_assess.records.frame`, tables of confirmed parts are read by
:mod:`mrse_assess.records.parts`: apart, because pandas and the spreadsheet libraries take time to import.
"""

from mrse_assess.records.backup import backup, restore
from mrse_assess.records.drafts import Draft
from mrse_assess.records.events import ANY_HEAD, AnyHead, Event, NewEvent
from mrse_assess.records.findings import Finding
from mrse_assess.records.location import checked_server
from mrse_assess.records.payloads import from_event, to_event
from mrse_assess.records.replay import (
    InForce,
    attempts,
    events_in_force,
    in_force,
    judgements_in_force,
    persons_in_force,
    settings_in_force,
)
from mrse_assess.records.store import Store
from mrse_assess.records.undone import that_count, undone
from mrse_assess.records.verify import unchecked, verify

__all__ = [
    "ANY_HEAD",
    "AnyHead",
    "Draft",
    "Event",
    "Finding",
    "InForce",
    "NewEvent",
    "Store",
    "attempts",
    "backup",
    "checked_server",
    "events_in_force",
    "from_event",
    "in_force",
    "judgements_in_force",
    "persons_in_force",
    "restore",
    "settings_in_force",
    "that_count",
    "to_event",
    "unchecked",
    "undone",
    "verify",
]
