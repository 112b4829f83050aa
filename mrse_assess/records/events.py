"""An event before and after it is stored."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Any

from mrse_assess.terms import EventKind


class AnyHead(Enum):
    """Said instead of a head by a writer to whom it does not matter what was recorded meanwhile."""

    ANY = "any"


ANY_HEAD = AnyHead.ANY
"""Append whatever the head is."""


@dataclass(frozen=True, kw_only=True)
class NewEvent:
    """An act to be recorded. ``event`` is a UUID and the idempotency key: a retry with the same one cannot double.

    ``payload`` has the fields that :data:`mrse_assess.records.payloads.SHAPES` gives for the kind, free texts as plain
    text. Settings belong to no application: theirs is "" and attempt 0.
    """

    event: str
    application: str
    attempt: int
    kind: EventKind
    actor: str
    payload: Mapping[str, Any]
    scheme_version: str = ""


@dataclass(frozen=True, kw_only=True)
class Event:
    """A stored act. ``payload`` has its free texts joined in; those in ``erased`` are "" because a purge took them.

    Those in ``withheld`` are "" because they stayed with the person who wrote them when the record came in a bundle.

    ``sequence`` counts from 1 in the order of storing, in this store only. ``recorded_at`` is UTC with microseconds.
    ``previous`` is the hash of the same actor's event before it on the same application, "" for the first.
    """

    sequence: int
    event: str
    application: str
    attempt: int
    kind: EventKind
    actor: str
    recorded_at: datetime
    payload: Mapping[str, Any]
    scheme_version: str
    previous: str
    hash: str
    erased: tuple[str, ...] = field(default=())
    withheld: tuple[str, ...] = field(default=())
