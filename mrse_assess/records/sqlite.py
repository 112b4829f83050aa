"""Records in a SQLite file that keeps what it acknowledges: settings made and read back on every connection."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from mrse_assess.errors import BadRequestError, RecordsError
from mrse_assess.records.database import READING, Database, refuse_version, say_version
from mrse_assess.records.findings import Finding, damaged
from mrse_assess.records.schema import about, metadata

BUSY_MILLISECONDS = 30_000

PRAGMAS: tuple[tuple[str, str, str | int], ...] = (
    ("busy_timeout", str(BUSY_MILLISECONDS), BUSY_MILLISECONDS),  # first: the switch to WAL may have to wait
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),  # NORMAL loses acknowledged records at a power cut
    ("fullfsync", "ON", 1),  # macOS: through the drive's cache as well
    ("checkpoint_fullfsync", "ON", 1),
    ("foreign_keys", "ON", 1),
    ("secure_delete", "ON", 1),  # erased texts are overwritten, not only unlinked
    ("trusted_schema", "OFF", 0),  # a file from elsewhere runs no functions of its own
    ("cell_size_check", "ON", 1),
)
"""Name, value set, value that must be read back."""

FAULTS = (SQLAlchemyError, sqlite3.Error, UnicodeDecodeError)
"""What a database that refuses or is damaged may raise; in a damaged file even its error messages may not decode."""

_WORDS = {
    "SQLITE_FULL": "the disk is full; make room and try again",
    "SQLITE_BUSY": "another program held the records for too long; close it and try again",
    "SQLITE_LOCKED": "another program held the records for too long; close it and try again",
    "SQLITE_READONLY": "the file or its folder is read-only; check its permissions",
    "SQLITE_PERM": "the file or its folder may not be used; check its permissions",
    "SQLITE_CANTOPEN": "the file or its folder cannot be opened; check that it exists and its permissions",
    "SQLITE_IOERR": "the disk reported a fault; copy the workspace elsewhere and check the disk",
    "SQLITE_CORRUPT": "the file is damaged; restore a backup",
    "SQLITE_NOTADB": "the file is not a records file, or is damaged; restore a backup",
    "SQLITE_CONSTRAINT": "a safeguard of the records refused it; run verify",
}


class SqliteDatabase(Database):
    """Records in a file on a local disk."""

    path: Path

    def __init__(self, path: Path) -> None:
        super().__init__(open_engine(path), name=path.name, path=path)

    def translated(self, act: str) -> AbstractContextManager[None]:
        """See :func:`translated`."""
        return translated(act)

    def prepare(self, *, create: bool) -> None:
        """Make the tables in a new file, or look whose they are."""
        with self.writing() as connection:
            names = inspect(connection).get_table_names()
            if not names and create:
                metadata.create_all(connection)
                say_version(connection)
            elif about.name not in names:
                raise RecordsError(f"{self.name} is a database, but holds no records; give another path.")
            refuse_version(connection)

    def reason_of(self, error: BaseException) -> str:
        """See :func:`reason_of`."""
        return reason_of(error)

    def unsound(self) -> Iterator[Finding]:
        """SQLite's own checks of the file; tables, indexes and triggers against those that this version makes."""
        with self.reading() as connection:
            yield from _of_file(connection)
            yield from _of_schema(connection)

    def clean_up(self) -> None:
        """Fold the write-ahead log, which still has what was erased, into the file."""
        with self.translated("cleaned up"), self.engine.connect() as connection:
            connection.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[union-attr]


def path_of(location: str | Path) -> Path:
    """The file that a path or a ``sqlite:///`` URL names.

    Raises:
        BadRequestError: the location names no file, or another kind of database.
    """
    if isinstance(location, Path) or "://" not in location:
        text = str(location)
    else:
        try:
            url = make_url(location)
        except ArgumentError:
            raise BadRequestError("The location of the records is not a path or a database URL.") from None
        if url.get_backend_name() != "sqlite":
            raise BadRequestError(
                f"Records are kept in SQLite files or on PostgreSQL; {url.get_backend_name()} is not supported."
            )
        text = url.database or ""
    if text in {"", ":memory:"} or text.startswith("file:"):
        raise BadRequestError("Records must lie in a file; give its path.")
    return Path(text)


def prepare_file(path: Path) -> None:
    """Create the file (0600) and its missing folders (0700) if need be; an existing file gets 0600 too.

    Raises:
        RecordsError: the system refused.
    """
    try:
        missing = [folder for folder in (path.parent, *path.parent.parents) if not folder.exists()]
        for folder in reversed(missing):
            folder.mkdir(mode=0o700, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        path.chmod(0o600)
        sync_folder(path.parent)
    except OSError as error:
        raise RecordsError(
            f"The records file {path.name} cannot be used ({error.strerror}); check its folder and permissions."
        ) from error


def sync_folder(folder: Path) -> None:
    """Make a new file's name durable, not only its content. Windows has no such call and needs none."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def open_engine(path: Path) -> Engine:
    """An engine on the file. Its transactions take the write lock at once, unless they say :data:`READING`."""
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        hide_parameters=True,  # they hold portfolio text, which belongs in no message
        connect_args={"timeout": BUSY_MILLISECONDS / 1000},
    )
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


@contextmanager
def translated(act: str) -> Iterator[None]:
    """Turn a fault of the database inside into a RecordsError: ``The records could not be <act>: ...``.

    The database's own words are left out, because they can quote what is stored.
    """
    try:
        yield
    except FAULTS as error:
        raise RecordsError(f"The records could not be {act}: {reason_of(error)}.") from None


def reason_of(error: BaseException) -> str:
    """Why SQLite refused, in words, and what to do."""
    name = getattr(getattr(error, "orig", error), "sqlite_errorname", "")
    primary = "_".join(name.split("_")[:2])  # SQLITE_IOERR_FSYNC -> SQLITE_IOERR
    return _WORDS.get(primary, "the file is damaged or cannot be read; run verify, or restore a backup")


def _on_connect(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # the driver's own BEGIN is deferred; see _on_begin
    for name, value, expected in PRAGMAS:
        try:
            connection.execute(f"PRAGMA {name}={value}")
            (found,) = connection.execute(f"PRAGMA {name}").fetchone() or (None,)
        except FAULTS as error:
            connection.close()
            raise RecordsError(f"The records cannot be opened: {reason_of(error)}.") from None
        if found != expected:
            connection.close()
            raise RecordsError(
                f"The records cannot be kept safely here: SQLite's {name} stays {found}, and must be {expected}. "
                "Move the workspace to a local disk, or use another build of SQLite."
            )


def _on_begin(connection: Connection) -> None:
    reading = connection.get_execution_options().get(READING, False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def _of_file(connection: Connection) -> Iterator[Finding]:
    """SQLite's own checks of pages, indexes and references."""
    for pragma, sound in (("integrity_check", [("ok",)]), ("foreign_key_check", [])):
        try:
            faults = [tuple(row) for row in connection.exec_driver_sql(f"PRAGMA {pragma}")]
        except FAULTS as error:
            yield damaged("file", f"The file cannot be checked: {reason_of(error)}.")
            continue
        if faults != sound:
            yield damaged("file", f"The database's {pragma} finds {len(faults)} faults in the file.")


def _of_schema(connection: Connection) -> Iterator[Finding]:
    """Tables, indexes and triggers against those that this version makes."""
    query = "SELECT type, name, tbl_name, sql FROM sqlite_master"
    pristine = create_engine("sqlite://")
    with pristine.begin() as fresh:
        metadata.create_all(fresh)
        expected = {tuple(row) for row in fresh.exec_driver_sql(query)}
    pristine.dispose()
    try:
        found = {tuple(row) for row in connection.exec_driver_sql(query)}
    except FAULTS as error:
        yield damaged("schema", f"The tables cannot be listed: {reason_of(error)}.")
        return
    for kind, name, *_ in sorted(expected - found, key=str):
        yield damaged("schema", f"The {kind} {name} is missing or was changed.")
    for kind, *_ in sorted(found - expected, key=str):
        yield damaged("schema", f"There is a {kind} that does not belong to the records.")
