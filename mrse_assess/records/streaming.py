"""Records of many applications in one go: every chain's head in one query, and the records themselves without words.

Statistics need no free text, so none is read: the fields that hold one are "" and named as withheld, erased or not.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import Connection, Select, func, select

from mrse_assess.errors import RecordsError
from mrse_assess.records.canonical import application_digest, digest, frozen, is_text_hash, parsed
from mrse_assess.records.events import Event
from mrse_assess.records.schema import events, heads, on_server
from mrse_assess.records.shapes import SHAPES
from mrse_assess.records.store import Store
from mrse_assess.terms import EventKind

AT_ONCE: Final = 100
"""Applications asked for in one query: their records are in memory together."""
_flat = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode
"""The spelling of :func:`~mrse_assess.records.canonical.canonical`, for an object without objects inside."""
_COLUMNS = tuple(events.columns.keys())
_NOT_LINKED = frozenset({"sequence", "hash"})


@dataclass(frozen=True, kw_only=True)
class Log:
    """The records of one application in the order of storing."""

    application: str
    events: tuple[Event, ...]


def application_heads(store: Store) -> dict[str, str]:
    """The head of every application that has a record, as :meth:`Store.application_head` gives it, by application."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    with store.reading() as connection:
        for row in connection.execute(_query_of_heads(connection)):
            if row.application:
                found[row.application][row.actor] = row.hash
    return {application: application_digest(of_it) for application, of_it in found.items()}


def logs(store: Store, applications: Sequence[str], kinds: Collection[EventKind]) -> Iterator[Log]:
    """The records of these kinds, application by application as they are named, each checked against its hash.

    An application without a record of these kinds has an empty log. Only so many are held at once as are asked for in
    one query.

    Raises:
        RecordsError: a record is damaged, or of a kind that is not known.
    """
    for first in range(0, len(applications), AT_ONCE):
        asked = applications[first : first + AT_ONCE]
        query = (
            select(events)
            .where(events.c.application.in_(asked), events.c.kind.in_([str(kind) for kind in kinds]))
            .order_by(events.c.sequence)
        )
        found: dict[str, list[Event]] = {one: [] for one in asked}
        with store.reading() as connection:
            for cells in connection.execute(query):
                row = dict(zip(_COLUMNS, cells, strict=True))  # several times faster than a mapping of each row
                found[row["application"]].append(_event(row))
        yield from (Log(application=one, events=tuple(found.pop(one))) for one in asked)


def _query_of_heads(connection: Connection) -> Select[Any]:
    if on_server(connection):
        return select(heads.c.application, heads.c.actor, heads.c.hash)
    last = select(func.max(events.c.sequence)).group_by(events.c.application, events.c.actor).scalar_subquery()
    return select(events.c.application, events.c.actor, events.c.hash).where(events.c.sequence.in_(last))


def _event(row: Mapping[str, Any]) -> Event:
    """The event of a stored row, refused if the row is not what was hashed."""
    try:
        payload = parsed(row["payload"]) if _is_sound(row) else None
        recorded_at = datetime.fromisoformat(row["recorded_at"])
    except (ValueError, TypeError, AttributeError):
        payload = None
    if payload is None:
        raise RecordsError(f"Record {row['sequence']} does not match its hash; run verify, and restore a backup.")
    if row["kind"] not in SHAPES:
        raise RecordsError(f"Record {row['sequence']} is of a kind that is not known; open it with a newer version.")
    apart = tuple(name for name, value in payload.items() if isinstance(value, dict) and is_text_hash(value))
    return Event(
        sequence=row["sequence"],
        event=row["event"],
        application=row["application"],
        attempt=row["attempt"],
        kind=EventKind(row["kind"]),
        actor=row["actor"],
        recorded_at=recorded_at,
        payload=_without(payload, apart),
        scheme_version=row["scheme_version"],
        previous=row["previous"],
        hash=row["hash"],
        withheld=apart,
    )


def _is_sound(row: Mapping[str, Any]) -> bool:
    link = {name: value for name, value in row.items() if name not in _NOT_LINKED}
    link["payload_hash"] = digest(link.pop("payload"))
    return bool(digest(_flat(link)) == row["hash"])


def _without(payload: Mapping[str, Any], apart: Iterable[str]) -> Mapping[str, Any]:
    """The payload with "" in the place of what lies apart."""
    kept = {name: frozen(value) if isinstance(value, list | dict) else value for name, value in payload.items()}
    return MappingProxyType(kept | dict.fromkeys(apart, ""))
