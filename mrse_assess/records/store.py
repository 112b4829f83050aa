"""The store: acts are appended, chained and durable before the call returns; nothing is ever changed."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, select, update

from mrse_assess.errors import BadRequestError, StaleWriteError
from mrse_assess.records.bulk import BATCH, Bulk
from mrse_assess.records.canonical import application_digest
from mrse_assess.records.database import Database
from mrse_assess.records.drafts import Draft, read_drafts, remove_drafts, write_draft
from mrse_assess.records.events import ANY_HEAD, AnyHead, Event, NewEvent
from mrse_assess.records.location import database_at
from mrse_assess.records.payloads import check, refuse_unwritable
from mrse_assess.records.rows import (
    chain_head,
    chain_heads,
    find_event,
    insert_event,
    moment_after,
    read_events,
    refuse_other_content,
    refuse_undo,
)
from mrse_assess.records.schema import events, texts
from mrse_assess.terms import EventKind


class Store:
    """The event table of one workspace. Open it with :meth:`open`; close it, or use it as a context manager.

    Threads may share a store. Several processes may open one file: writers wait for each other, readers never.
    """

    def __init__(self, database: Database, clock: Callable[[], datetime], new_id: Callable[[], str]) -> None:
        self.database = database
        self._clock = clock
        self._new_id = new_id

    @classmethod
    def open(
        cls, location: str | Path, *, clock: Callable[[], datetime], new_id: Callable[[], str], create: bool = True
    ) -> Self:
        """Open the records at a path, a ``sqlite:///`` or a ``postgresql://`` URL.

        Args:
            location: a file on a local disk, which gets mode 0600 and missing folders 0700; or a database on a server.
            clock: the time now, with a time zone.
            new_id: a random UUID as text; used to salt free texts.
            create: whether to begin new records where there are none yet.

        Raises:
            BadRequestError: the location is no file and no database that records can be kept in.
            RecordsError: the records are of another version, damaged, none at all, or cannot be kept safely.
        """
        database = database_at(location)
        try:
            database.prepare(create=create)
        except BaseException:
            database.close()
            raise
        return cls(database, clock, new_id)

    @property
    def path(self) -> Path | None:
        """The file that holds the records, None where a database server does."""
        return self.database.path

    def close(self) -> None:
        """Close every connection; the last one to close folds SQLite's write-ahead log into the file."""
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def append(self, new: NewEvent, expected_head: str | AnyHead | None = ANY_HEAD) -> Event:
        """Record one act; durable when this returns. See :meth:`append_many`."""
        return self.append_many((new,), expected_head)[0]

    def append_many(
        self, new_events: Sequence[NewEvent], expected_head: str | AnyHead | None = ANY_HEAD
    ) -> tuple[Event, ...]:
        """Record acts in one transaction: all of them or none; durable when this returns.

        An act whose id is stored already with the same content is returned as it was stored and adds nothing, so
        that a save whose answer was lost can be repeated.

        Args:
            new_events: the acts, in order.
            expected_head: the head that the writer last saw of this actor's chain on this application (None: no
                record yet); :data:`ANY_HEAD` where it does not matter.

        Raises:
            BadRequestError: an act does not fit its shape, an undo names what it cannot undo, or a head is given for
                acts of several chains.
            StaleWriteError: the chain moved on since.
            RecordsError: an id is stored already with other content, or the database refused.
        """
        for new in new_events:
            check(new)
        if expected_head is not ANY_HEAD and len({(new.application, new.actor) for new in new_events}) > 1:
            raise BadRequestError("A head can only be expected of one person's records of one application at a time.")
        return self.database.written(lambda connection: self._append_in(connection, new_events, expected_head))

    def append_in_bulk(self, batch: int = BATCH) -> Bulk:
        """Begin to append acts in numbers: as :meth:`append_many` does, but some thousand in one transaction.

        Args:
            batch: how many events make a transaction, at least.
        """
        return Bulk(self.database, clock=self._clock, new_id=self._new_id, batch=batch)

    def erase_texts(self, purge: NewEvent) -> Event:
        """Record a purge and erase the free texts and drafts of its application, at the end of their retention.

        Verdicts, reasons and the chain stay whole. Erased texts read as "", and the event says which they were.

        Raises:
            BadRequestError: the act is not a purge.
        """
        if purge.kind is not EventKind.PURGE:
            raise BadRequestError("Texts are only erased by a record of kind purge.")
        check(purge)
        stored = self.database.written(lambda connection: self._erase_in(connection, purge))
        self.database.clean_up()
        return stored

    def events(
        self,
        application: str | None = None,
        kind: EventKind | None = None,
        since_sequence: int | None = None,
        actor: str | None = None,
    ) -> tuple[Event, ...]:
        """The events in the order of storing, each checked against its hash; ``since_sequence`` leaves out that one.

        Raises:
            RecordsError: a record is damaged.
        """
        query = select(events).order_by(events.c.sequence)
        for column, value in ((events.c.application, application), (events.c.kind, kind), (events.c.actor, actor)):
            if value is not None:
                query = query.where(column == str(value))
        if since_sequence is not None:
            query = query.where(events.c.sequence > since_sequence)
        with self.reading() as connection:
            return read_events(connection, query)

    def find(self, event: str) -> Event | None:
        """The event with this id, or None: what a client asks who does not know whether its save took."""
        with self.reading() as connection:
            return find_event(connection, event)

    def head(self, application: str, actor: str) -> str | None:
        """The head of one person's chain on the application, None when there is no record of theirs yet."""
        with self.reading() as connection:
            return chain_head(connection, application, actor) or None

    def heads(self, application: str) -> dict[str, str]:
        """The head of every person's chain on the application, by person."""
        with self.reading() as connection:
            return chain_heads(connection, application)

    def application_head(self, application: str) -> str:
        """One digest over the heads of all chains of the application: its first eight characters stand in a letter.

        "" when nothing is recorded.
        """
        return application_digest(self.heads(application))

    def save_draft(self, application: str, actor: str, slot: str, text: str) -> Draft:
        """Keep half-typed text, in the place of what that slot held; durable when this returns."""
        for name, value in (("application", application), ("actor", actor), ("slot", slot), ("text", text)):
            refuse_unwritable(name, value)
        draft = Draft(application=application, actor=actor, slot=slot, text=text, saved_at=self._clock())
        self.database.written(lambda connection: write_draft(connection, draft))
        return draft

    def draft(self, application: str, actor: str, slot: str) -> Draft | None:
        """What the person was typing there, or None."""
        return next((draft for draft in self.drafts(application, actor) if draft.slot == slot), None)

    def drafts(self, application: str, actor: str) -> tuple[Draft, ...]:
        """Everything the person was typing on the application, in the order of the slots."""
        with self.reading() as connection:
            return read_drafts(connection, application, actor)

    def clear_draft(self, application: str, actor: str, slot: str) -> None:
        """Forget the draft; nothing happens when there is none."""
        self.database.written(lambda connection: remove_drafts(connection, application, actor, slot))

    def reading(self) -> AbstractContextManager[Connection]:
        """One snapshot of the records, for the tools of this room."""
        return self.database.reading()

    def writing(self) -> AbstractContextManager[Connection]:
        """One transaction that other writers wait for, durable once it has ended; for the tools of this room.

        It is not repeated where the connection to a server is lost: what it writes must be safe to write again.
        """
        return self.database.writing()

    def _append_in(
        self, connection: Connection, new_events: Sequence[NewEvent], expected_head: str | AnyHead | None
    ) -> tuple[Event, ...]:
        stored = []
        now = moment_after(connection, new_events, self._clock())
        head_checked = expected_head is ANY_HEAD
        for new in new_events:
            before = find_event(connection, new.event)
            refuse_other_content(before, new)
            if before is None and not head_checked:
                _refuse_stale(chain_head(connection, new.application, new.actor), expected_head)
                head_checked = True
            if before is None and new.kind is EventKind.UNDO:
                refuse_undo(connection, new)
            stored.append(before or insert_event(connection, new, now=now, new_id=self._new_id))
        return tuple(stored)

    def _erase_in(self, connection: Connection, purge: NewEvent) -> Event:
        (stored,) = self._append_in(connection, (purge,), ANY_HEAD)
        of_application = select(events.c.event).where(
            events.c.application == purge.application, events.c.sequence < stored.sequence
        )
        connection.execute(
            update(texts)
            .where(texts.c.event.in_(of_application.scalar_subquery()), texts.c.text.is_not(None))
            .values(text=None, salt=None)
        )
        remove_drafts(connection, purge.application)
        return stored


def _refuse_stale(head: str, expected_head: str | AnyHead | None) -> None:
    if (head or None) != (expected_head or None):
        raise StaleWriteError(
            "These records went on elsewhere since this page last looked, so nothing was written; "
            "bring the page up to date and record it again."
        )
