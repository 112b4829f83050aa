"""Reading and writing rows inside a transaction: the chain is made here."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Column, Connection, Select, func, insert, select

from mrse_assess.errors import BadRequestError, RecordsError
from mrse_assess.records.canonical import (
    TEXT_HASH,
    canonical,
    event_hash,
    frozen,
    is_text_hash,
    moment,
    moment_text,
    parsed,
    text_hash,
)
from mrse_assess.records.events import Event, NewEvent
from mrse_assess.records.schema import events, heads, on_server, texts
from mrse_assess.records.shapes import SHAPES, UNDOABLE
from mrse_assess.records.withheld import SaltAndText, told_apart
from mrse_assess.terms import EventKind

COARSE = timedelta(seconds=1)
"""No clock ticks slower; what is recorded within one tick is put in order by microseconds."""


def chain_head(connection: Connection, application: str, actor: str) -> str:
    """The hash of the actor's last event on the application, "" when there is none."""
    if on_server(connection):
        query = select(heads.c.hash).where(heads.c.application == application, heads.c.actor == actor)
        return connection.scalar(query) or ""
    return _last(connection, events.c.hash, application, actor)


def chain_heads(connection: Connection, application: str) -> dict[str, str]:
    """The head of every actor's chain on the application, by actor, in the order of the actors."""
    if on_server(connection):
        query = select(heads.c.actor, heads.c.hash).where(heads.c.application == application)
    else:
        last = (
            select(func.max(events.c.sequence)).where(events.c.application == application).group_by(events.c.actor)
        ).scalar_subquery()
        query = select(events.c.actor, events.c.hash).where(events.c.sequence.in_(last))
    return {row.actor: row.hash for row in sorted(connection.execute(query), key=lambda row: str(row.actor))}


def next_sequence(connection: Connection) -> int:
    """The number of the record that is inserted next, counting those that the writer may not see."""
    query = select(func.last_sequence()) if on_server(connection) else select(func.max(events.c.sequence))
    return (connection.scalar(query) or 0) + 1


def insert_event(connection: Connection, new: NewEvent, *, now: datetime, new_id: Callable[[], str]) -> Event:
    """Append one checked event to its chain, and its free texts beside it. Returns it as it will be read."""
    previous = chain_head(connection, new.application, new.actor)
    row, apart = link(new, now=now, previous=previous, sequence=next_sequence(connection), new_id=new_id)
    connection.execute(insert(events), row)
    if apart:
        connection.execute(insert(texts), apart)
    return _event(row, {text["field"]: text["text"] for text in apart})


def link(
    new: NewEvent, *, now: datetime, previous: str, sequence: int, new_id: Callable[[], str]
) -> tuple[dict[str, Any], list[dict[str, str]]]:
    """The row of a checked event that follows ``previous`` in its chain, and those of its free texts."""
    payload, apart = _split(new, new_id)
    row: dict[str, Any] = {
        "event": new.event,
        "application": new.application,
        "attempt": new.attempt,
        "kind": str(new.kind),
        "actor": new.actor,
        "recorded_at": moment_text(now),
        "payload": canonical(payload),
        "scheme_version": new.scheme_version,
        "previous": previous,
    }
    row["hash"] = event_hash(**row)
    row["sequence"] = sequence
    return row, apart


def moment_after(connection: Connection, new_events: Sequence[NewEvent], now: datetime) -> datetime:
    """The one moment of a transaction, after that of the transaction before it in each of its chains."""
    chains = {(new.application, new.actor) for new in new_events}
    return later_than((chain_moment(connection, *chain) for chain in chains), now)


def later_than(moments: Iterable[str], now: datetime) -> datetime:
    """The moment of acts whose chains ended at these moments ("" for a new chain).

    Acts of one transaction are one act of the person and undone as one, so a coarse clock must not join two. A clock
    that was set back by more than :data:`COARSE` is believed all the same.
    """
    for last in filter(None, moments):
        if timedelta(0) <= moment(last) - now < COARSE:
            now = moment(last) + timedelta(microseconds=1)
    return now


def chain_moment(connection: Connection, application: str, actor: str) -> str:
    """The moment of the actor's last event on the application, as it is stored; "" when there is none."""
    return _last(connection, events.c.recorded_at, application, actor)


def can_all_be_undone(connection: Connection, undo: NewEvent) -> bool:
    """Whether every record that the undo names is stored, the same person's, and of a kind that can be undone."""
    names = undo.payload["undone"]
    own = (undo.application, undo.attempt, undo.actor)
    query = select(events.c.application, events.c.attempt, events.c.actor, events.c.kind)
    found = [row for name in names for row in connection.execute(query.where(events.c.event == name))]
    return len(found) == len(names) and all(tuple(row[:3]) == own and row.kind in UNDOABLE for row in found)


def find_event(connection: Connection, event: str) -> Event | None:
    """The event with this id, None when there is none that the reader may see."""
    found = read_events(connection, select(events).where(events.c.event == event))
    return found[0] if found else None


def refuse_other_content(before: Event | None, new: NewEvent) -> None:
    """Refuse an act under an id that another record has; without one before it there is nothing to refuse.

    Raises:
        RecordsError: naming the id.
    """
    if before is not None and not same_content(before, new):
        raise RecordsError(f"The id {new.event} belongs to another record already; record the change under a new id.")


def refuse_undo(connection: Connection, undo: NewEvent) -> None:
    """Refuse an undo of what is not stored, is another's or cannot be undone.

    Raises:
        BadRequestError: without naming it.
    """
    if not can_all_be_undone(connection, undo):
        raise BadRequestError("An undo can only name earlier records of the same person that can be undone.")


def read_events(connection: Connection, query: Select[Any]) -> tuple[Event, ...]:
    """The events that ``query`` (a select of whole rows of events) gives, texts joined in, each checked.

    Raises:
        RecordsError: a row does not match its hash, or cannot be understood.
    """
    rows = [dict(row) for row in connection.execute(query).mappings()]
    lying_apart = _texts_of(connection, query) if rows else {}
    return tuple(_checked_event(row, lying_apart.get(row["event"], {})) for row in rows)


def same_content(stored: Event, new: NewEvent) -> bool:
    """Whether a retry says what was stored. Texts that are not there (any more) are taken to be the same."""
    if (stored.application, stored.attempt, stored.kind, stored.actor, stored.scheme_version) != (
        new.application,
        new.attempt,
        new.kind,
        new.actor,
        new.scheme_version,
    ):
        return False
    absent = {*stored.erased, *stored.withheld}
    said = {name: value for name, value in new.payload.items() if name not in absent}
    kept = {name: value for name, value in stored.payload.items() if name not in absent}
    return canonical(said) == canonical(kept)


def _last(connection: Connection, column: Column[str], application: str, actor: str) -> str:
    query = (
        select(column)
        .where(events.c.application == application, events.c.actor == actor)
        .order_by(events.c.sequence.desc())
        .limit(1)
    )
    return connection.scalar(query) or ""


def _split(new: NewEvent, new_id: Callable[[], str]) -> tuple[dict[str, Any], list[dict[str, str]]]:
    """The payload with its free texts replaced by hashes, and those texts. An empty text stays where it is."""
    payload = dict(new.payload)
    apart = []
    for field in SHAPES[new.kind].texts:
        if (text := payload[field]) and isinstance(text, str):
            salt = new_id()
            payload[field] = {TEXT_HASH: text_hash(salt, text)}
            apart.append({"event": new.event, "field": field, "salt": salt, "text": text})
    return payload, apart


def _texts_of(connection: Connection, query: Select[Any]) -> dict[str, dict[str, SaltAndText]]:
    """Salt and text by event and field, of the events that ``query`` gives."""
    wanted = query.with_only_columns(events.c.event).order_by(None).scalar_subquery()
    found: dict[str, dict[str, SaltAndText]] = {}
    for row in connection.execute(select(texts).where(texts.c.event.in_(wanted))):
        found.setdefault(row.event, {})[row.field] = (row.salt, row.text)
    return found


def _checked_event(row: Mapping[str, Any], rows_of_texts: Mapping[str, SaltAndText]) -> Event:
    """The event of a stored row, refused if the row or a text is not what was hashed."""
    apart, withheld = told_apart(rows_of_texts)
    try:
        sound = _is_sound(row, apart, withheld)
    except (ValueError, TypeError, AttributeError):
        sound = False
    if not sound:
        raise RecordsError(f"Record {row['sequence']} does not match its hash; run verify, and restore a backup.")
    if row["kind"] not in SHAPES:
        raise RecordsError(f"Record {row['sequence']} is of a kind that is not known; open it with a newer version.")
    return _event(row, {field: text for field, (_, text) in apart.items()}, withheld)


def _is_sound(row: Mapping[str, Any], apart: Mapping[str, SaltAndText], withheld: Sequence[str]) -> bool:
    """Whether the row and the texts beside it are what was hashed."""
    parts = {name: value for name, value in row.items() if name not in {"sequence", "hash"}}
    kept = {field: value[TEXT_HASH] for field, value in parsed(row["payload"]).items() if is_text_hash(value)}
    return (
        event_hash(**parts) == row["hash"]
        and set(kept) == {*apart, *withheld}
        and all(text is None or text_hash(salt or "", text) == kept[field] for field, (salt, text) in apart.items())
    )


def _event(row: Mapping[str, Any], apart: Mapping[str, str | None], withheld: tuple[str, ...] = ()) -> Event:
    absent = dict.fromkeys(withheld, "")
    joined = {**parsed(row["payload"]), **{field: text or "" for field, text in apart.items()}, **absent}
    return Event(
        sequence=row["sequence"],
        event=row["event"],
        application=row["application"],
        attempt=row["attempt"],
        kind=EventKind(row["kind"]),
        actor=row["actor"],
        recorded_at=moment(row["recorded_at"]),
        payload=frozen(joined),
        scheme_version=row["scheme_version"],
        previous=row["previous"],
        hash=row["hash"],
        erased=tuple(sorted(field for field, text in apart.items() if text is None)),
        withheld=withheld,
    )
