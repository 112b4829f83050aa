"""Many acts in few transactions: the same chain, checks and hashes as one by one, with the heads kept in memory.

For records that come in numbers (a simulated cohort), not for what a person waits for: an act is durable once its batch
is, and other writers wait for as long as a batch takes.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import datetime
from types import TracebackType
from typing import Any, NamedTuple, Self

from sqlalchemy import Connection, insert, select

from mrse_assess.errors import RecordsError
from mrse_assess.records.canonical import application_digest
from mrse_assess.records.database import Database
from mrse_assess.records.events import NewEvent
from mrse_assess.records.payloads import check
from mrse_assess.records.rows import (
    chain_heads,
    chain_moment,
    find_event,
    later_than,
    link,
    next_sequence,
    refuse_other_content,
    refuse_undo,
)
from mrse_assess.records.schema import events, texts
from mrse_assess.terms import EventKind

BATCH = 5000
"""Events in one transaction, unless somebody asks otherwise."""
_AT_ONCE = 500
_CLOSED = "Nothing more can be appended here: an act was refused before, or its end was reached. Begin anew."


class _End(NamedTuple):
    """The last event of a chain: its hash and its moment, as they are stored."""

    hash: str
    moment: str


class Bulk:
    """Appends acts in batches. Use it as a context manager: leaving it makes the last batch durable.

    What :meth:`append` is given at once is never parted by the end of a batch. When something is refused or fails, the
    batch that it belongs to is left out as a whole, batches before it stay, and nothing more can be appended here.
    """

    def __init__(
        self, database: Database, *, clock: Callable[[], datetime], new_id: Callable[[], str], batch: int
    ) -> None:
        self._database = database
        self._clock = clock
        self._new_id = new_id
        self._batch = max(1, batch)
        self._transaction = ExitStack()
        self._connection: Connection | None = None
        self._closed = False
        self._waiting: list[tuple[datetime, tuple[NewEvent, ...]]] = []
        self._taken = 0  # in this batch, like the next three
        self._known: set[str] = set()
        self._rows: list[dict[str, Any]] = []
        self._texts: list[dict[str, str]] = []
        self._sequence = 0  # the number that comes next
        self._ends: dict[str, dict[str, _End]] = {}  # by application and actor, of those seen so far

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            self._transaction.__exit__(kind, error, trace)
        elif not self._closed:
            with self._all_or_nothing():
                self._end_batch()
        self._closed = True

    def append(self, new_events: Sequence[NewEvent]) -> None:
        """Take acts of one moment, to be recorded as :meth:`~mrse_assess.records.Store.append_many` would now.

        Raises:
            BadRequestError: an act does not fit its shape, or an undo names what it cannot undo.
            RecordsError: an id is stored already with other content, or the database refused. All but the shape is
                found when the head is asked for or the batch ends, so it may concern what was given before.
        """
        with self._all_or_nothing():
            for new in new_events:
                check(new)
            self._waiting.append((self._clock(), tuple(new_events)))
            self._taken += len(new_events)
            if self._taken >= self._batch:
                self._end_batch()

    def application_head(self, application: str) -> str:
        """The application's head after everything appended so far, as the store itself will tell it."""
        with self._all_or_nothing():
            ends = self._ends_of(self._linked(), application)
            return application_digest({actor: end.hash for actor, end in ends.items()})

    @contextmanager
    def _all_or_nothing(self) -> Iterator[None]:
        """Leave the batch out if anything inside is refused or fails."""
        if self._closed:
            raise RecordsError(_CLOSED)
        try:
            yield
        except BaseException as error:
            self._closed = True
            self._transaction.__exit__(type(error), error, error.__traceback__)
            raise

    # ------------------------------------------------------------ one batch

    def _begun(self) -> Connection:
        """The transaction of the batch; heads are read anew if others recorded something since the one before."""
        if self._connection is None:
            self._connection = self._transaction.enter_context(self._database.writing())
            upcoming = next_sequence(self._connection)
            if upcoming != self._sequence:
                self._ends.clear()
                self._sequence = upcoming
        return self._connection

    def _end_batch(self) -> None:
        if self._waiting or self._connection is not None:
            self._insert(self._linked())
        self._transaction.close()
        self._connection, self._taken = None, 0
        self._known.clear()

    def _linked(self) -> Connection:
        """Give every act that waits its place in its chain."""
        connection, waiting = self._begun(), self._waiting
        self._known |= _stored_among(connection, [new.event for _, acts in waiting for new in acts])
        for now, acts in waiting:
            chains = {(new.application, new.actor) for new in acts}
            ends = (self._ends_of(connection, application).get(actor) for application, actor in chains)
            moment = later_than((end.moment for end in ends if end), now)
            for new in acts:
                self._link(connection, new, moment)
        self._waiting = []
        return connection

    def _link(self, connection: Connection, new: NewEvent, now: datetime) -> None:
        is_known = new.event in self._known
        if is_known or new.kind is EventKind.UNDO:
            self._insert(connection)  # what is asked for may be of this batch
        if is_known:
            refuse_other_content(find_event(connection, new.event), new)
            return
        if new.kind is EventKind.UNDO:
            refuse_undo(connection, new)
        ends = self._ends_of(connection, new.application)
        previous = ends[new.actor].hash if new.actor in ends else ""
        row, apart = link(new, now=now, previous=previous, sequence=self._sequence, new_id=self._new_id)
        ends[new.actor] = _End(row["hash"], row["recorded_at"])
        self._sequence += 1
        self._known.add(new.event)
        self._rows.append(row)
        self._texts.extend(apart)

    def _insert(self, connection: Connection) -> None:
        for table, rows in ((events, self._rows), (texts, self._texts)):
            if rows:
                connection.execute(insert(table), rows)
        self._rows, self._texts = [], []

    def _ends_of(self, connection: Connection, application: str) -> dict[str, _End]:
        """The end of every chain of the application, by actor."""
        if application not in self._ends:
            self._ends[application] = {
                actor: _End(last, chain_moment(connection, application, actor))
                for actor, last in chain_heads(connection, application).items()
            }
        return self._ends[application]


def _stored_among(connection: Connection, ids: Sequence[str]) -> set[str]:
    """Those of these ids under which a record is stored."""
    portions = (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))
    return {
        stored
        for some in portions
        for stored in connection.scalars(select(events.c.event).where(events.c.event.in_(some)))
    }
