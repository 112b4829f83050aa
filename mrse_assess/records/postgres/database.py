"""Records on a PostgreSQL server, for several people at once: settings made and read back on every connection."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import psycopg
from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import SQLAlchemyError

from mrse_assess.errors import RecordsError
from mrse_assess.records.database import READING, Database, refuse_version
from mrse_assess.records.findings import Finding
from mrse_assess.records.postgres.catalog import UNLOCKED, changed_tables, given_rights
from mrse_assess.records.postgres.faults import is_lost, reason_of
from mrse_assess.records.postgres.scripts import SCHEMA, make_tables, run_script
from mrse_assess.records.postgres.url import checked_url, shown_url

OLDEST = 140_000
"""The oldest version of the server, as it numbers them."""

WRITERS_LOCK = 0x6D727365
"""The advisory lock that each writing transaction holds: one number for all that write to a database."""

SETTINGS = (
    ("search_path", SCHEMA),
    ("client_encoding", "UTF8"),
    ("default_transaction_isolation", "read committed"),  # see _on_begin
    ("synchronous_commit", "on"),  # off and local lose acknowledged records at a power cut
    ("lock_timeout", "30s"),  # how long a writer waits for the others
    ("statement_timeout", "120s"),
    ("idle_in_transaction_session_timeout", "60s"),  # a laptop that sleeps in mid-write holds nobody up for longer
    ("row_security", "on"),
)
CHECKED = (
    ("synchronous_commit", ("on",)),
    ("fsync", ("on",)),
    ("full_page_writes", ("on",)),
    ("session_replication_role", ("origin",)),  # otherwise the triggers sleep
    ("server_encoding", ("UTF8",)),
    ("client_encoding", ("UTF8",)),
)
"""Name, and the values one of which must be read back."""

PAUSES = (0.2, 0.5, 1.0, 2.0, 4.0, 8.0)
"""Seconds to wait before each repetition of a write whose connection was lost: enough for a server to start again."""

CONNECTING = {"connect_timeout": 10, "keepalives_idle": 30, "keepalives_interval": 10, "keepalives_count": 3}

_SEES_ALL = ("The server's own files were not looked at; who runs it does so with pg_amcheck and with data checksums.",)
_SEES_PART = (
    "Records that this login may not see were not checked, nor whether any of them is missing; the office can.",
    "Tables, triggers and policies were not checked; the office can.",
    "Heads of earlier moments were not looked for; the office can.",
)

T = TypeVar("T")


class ConnectionLostError(RecordsError):
    """The connection went away in mid-write, so nobody knows whether it took."""


class PostgresDatabase(Database):
    """Records in one database of a server. Writers wait for each other, readers for nobody."""

    def __init__(self, location: str) -> None:
        url = checked_url(location)
        super().__init__(open_engine(url), name=shown_url(url))

    @contextmanager
    def translated(self, act: str) -> Iterator[None]:
        """Turn a fault of the server into a RecordsError; its own words are left out, for they can quote rows."""
        try:
            yield
        except (SQLAlchemyError, psycopg.Error) as error:
            if is_lost(error):
                raise ConnectionLostError(f"The records could not be {act}: {reason_of(error)}.") from None
            raise RecordsError(f"The records could not be {act}: {reason_of(error)}.") from None

    def prepare(self, *, create: bool) -> None:
        """Make the tables in a database without any, once, whoever comes first; or look whose they are."""
        with self.reading() as connection:
            there = _tables(connection)
        if not there and create:
            with self.writing() as connection:
                if not _tables(connection):
                    make_tables(connection)
        elif not there:
            raise RecordsError(f"There are no records in the database {self.name}; restore a backup into it.")
        with self.reading() as connection:
            refuse_version(connection)

    def written(self, act: Callable[[Connection], T]) -> T:
        """What ``act`` returns of one transaction, begun anew where the connection was lost.

        Whether the lost one took is not known; its acts are found again by their ids and not doubled.
        """
        for pause in PAUSES:
            try:
                return super().written(act)
            except ConnectionLostError:
                time.sleep(pause)
        try:
            return super().written(act)
        except ConnectionLostError:
            raise ConnectionLostError(
                f"The database {self.name} went away while this was recorded, and cannot tell whether it took. "
                "Record it again once the server can be reached: it will not stand there twice."
            ) from None

    def reason_of(self, error: BaseException) -> str:
        """See :func:`reason_of`."""
        return reason_of(error)

    def unsound(self) -> Iterator[Finding]:
        """Tables, triggers and policies against those that this version makes, and rights that nobody should have."""
        if self.partial:
            return
        with self.translated("verified"):
            yield from changed_tables(self.engine)
        with self.reading() as connection:
            yield from given_rights(connection)

    @property
    def unchecked(self) -> tuple[str, ...]:
        """What a login that sees part of the records cannot tell; and what only the server's own tools can."""
        return _SEES_PART if self.partial else _SEES_ALL

    @property
    def logins(self) -> tuple[tuple[str, str], ...]:
        """Every login that is a person's, and whose; RecordsError for a person's own login."""
        with self.reading() as connection:
            rows = connection.execute(text("SELECT login, person FROM people ORDER BY person, login"))
            return tuple((login, person) for login, person in rows)

    def carry_out(self, script: str) -> None:
        """Carry out a script of :mod:`mrse_assess.records.postgres.roles`, all of it or nothing; for the office.

        Raises:
            RecordsError: this login may not, or the server refused.
        """
        with self.writing() as connection:
            run_script(connection, script)

    def clean_up(self) -> None:
        """Write the tables that held erased texts anew, so that the old pages leave the disk."""
        with self.translated("cleaned up"), self.engine.connect() as connection:
            outside = connection.execution_options(isolation_level="AUTOCOMMIT")
            for table in ("texts", "drafts"):
                outside.exec_driver_sql(f"VACUUM (FULL) {table}")

    @property
    def partial(self) -> bool:
        """Whether this login is a person's, to whom the database shows what the scheme lets them see."""
        with self.reading() as connection:
            return bool(connection.scalar(text("SELECT row_security_active('events')")))

    @property
    def person(self) -> str | None:
        """The person of the scheme whose login this is; None for the office's own."""
        with self.reading() as connection:
            person: str | None = connection.scalar(text("SELECT own_person()"))
            return person


def open_engine(url: Any) -> Engine:
    """An engine on the database. Its transactions take the writers' lock at once, unless they say ``READING``."""
    engine = create_engine(
        url,
        hide_parameters=True,  # they hold portfolio text, which belongs in no message
        pool_pre_ping=True,  # a connection that the server closed meanwhile is replaced
        pool_size=2,
        max_overflow=8,
        connect_args={**CONNECTING, "application_name": "mrse-assess"},
    )
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def _tables(connection: Connection) -> bool:
    """Whether the tables are there, asked of the catalogue itself.

    Functions such as to_regclass answer from what a session remembers, without what another made a moment ago.
    """
    there = "SELECT EXISTS (SELECT 1 FROM pg_catalog.pg_tables WHERE schemaname = :schema AND tablename = 'about')"
    return bool(connection.scalar(text(there), {"schema": SCHEMA}))


def _on_connect(connection: Any, _record: Any) -> None:
    fault = None
    if connection.info.server_version < OLDEST:
        fault = f"The database server is too old; records need PostgreSQL {OLDEST // 10_000} or newer."
    else:
        fault = _unsafe(connection)
    if fault:
        connection.close()
        raise RecordsError(fault)
    connection.commit()


def _unsafe(connection: Any) -> str | None:
    """Make the settings of the connection, and say which is not as it must be."""
    for name, value in SETTINGS:
        connection.execute("SELECT set_config(%s, %s, false)", (name, value))
    for name, right in CHECKED:
        (found,) = connection.execute("SELECT current_setting(%s)", (name,)).fetchone()
        if found not in right:
            return (
                f"The records cannot be kept safely on this server: its {name} is {found}, and must be {right[0]}. "
                "Tell who runs it."
            )
    return None


def _on_begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get(READING, False):
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
    elif not options.get(UNLOCKED, False) and options.get("isolation_level") != "AUTOCOMMIT":
        # READ COMMITTED, on purpose: what is read after the lock was waited for is what the last writer left
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS_LOCK})")
