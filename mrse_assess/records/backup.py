"""A consistent copy of the records while they are in use, and the way back."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, exists, insert, select

from mrse_assess.errors import BadRequestError, RecordsError
from mrse_assess.records.database import Database
from mrse_assess.records.schema import drafts, events, texts
from mrse_assess.records.sqlite import SqliteDatabase, prepare_file, reason_of, sync_folder
from mrse_assess.records.store import Store
from mrse_assess.records.verify import verify

_CHUNK = 1000


def backup(store: Store, path: Path) -> None:
    """Copy the records into one SQLite file (mode 0600) that needs no other; writers go on meanwhile.

    The copy holds at least everything that was acknowledged before the call. It is the same file wherever the records
    are kept.

    Raises:
        BadRequestError: there is a file of that name already.
        RecordsError: the copy could not be made, or this login sees part of the records only.
    """
    if store.database.partial:
        raise RecordsError("This login sees part of the records only; let the office make the backup.")
    part = _prepared_part(path)
    try:
        if store.path is None:
            with closing(SqliteDatabase(part)) as database, store.reading() as connection:
                _copy_into(database, connection)
        with closing(sqlite3.connect(part, isolation_level=None)) as copy:
            if store.path is not None:
                with store.reading() as connection:
                    connection.connection.driver_connection.backup(copy)  # type: ignore[union-attr]
            copy.execute("PRAGMA journal_mode=DELETE")  # no second file beside it
        _put(part, path)
    except sqlite3.Error as error:
        raise RecordsError(f"The backup could not be made: {reason_of(error)}.") from None
    except OSError as error:
        raise RecordsError(f"The backup could not be made ({error.strerror}).") from error
    finally:
        _remove(part)


def restore(source: Path, destination: Path | str, *, clock: Callable[[], datetime], new_id: Callable[[], str]) -> None:
    """Put a backup in the place of records that are not there (any more), after checking it whole.

    Args:
        source: a file that :func:`backup` wrote.
        destination: a file's path, or the ``postgresql://`` URL of an empty database.
        clock: the time now, with a time zone.
        new_id: a random UUID as text.

    Raises:
        BadRequestError: there are records at the destination, which are never overwritten.
        RecordsError: the backup is damaged, of another version, or no backup; nothing was put anywhere.
    """
    if not source.is_file() or source.stat().st_size == 0:  # an empty file would be taken for new records
        raise BadRequestError(f"There is no backup {source.name}.")
    on_server = isinstance(destination, str)
    part = _prepared_part(source.with_name(f"{source.name}.checked") if on_server else Path(destination))
    try:
        part.write_bytes(source.read_bytes())
        with Store.open(part, clock=clock, new_id=new_id) as copy:
            findings = verify(copy)
            if findings:
                raise RecordsError(
                    f"The backup is not whole and was not restored: {findings[0].found} Try an earlier one."
                )
            if on_server:
                _fill(str(destination), copy, clock=clock, new_id=new_id)
        if not on_server:
            _put(part, Path(destination))
    except OSError as error:
        raise RecordsError(f"The backup could not be restored ({error.strerror}).") from error
    finally:
        _remove(part)


def _fill(url: str, source: Store, *, clock: Callable[[], datetime], new_id: Callable[[], str]) -> None:
    """Copy the records into a database on a server that has none."""
    with (
        Store.open(url, clock=clock, new_id=new_id) as target,
        source.reading() as rows,
        target.writing() as connection,
    ):
        if connection.scalar(select(exists(select(events.c.sequence)))):
            raise BadRequestError(f"There are records in the database {target.database.name}; name an empty one.")
        _copy_rows(rows, connection)


def _copy_into(database: Database, source: Connection) -> None:
    """Make a new file hold what a server holds."""
    database.prepare(create=True)
    with database.writing() as connection:
        _copy_rows(source, connection)


def _copy_rows(source: Connection, target: Connection) -> None:
    for table in (events, texts, drafts):
        rows = source.execute(select(table).order_by(*table.primary_key.columns)).mappings()
        while chunk := rows.fetchmany(_CHUNK):
            target.execute(insert(table), [dict(row) for row in chunk])


def _prepared_part(path: Path) -> Path:
    """An empty file beside ``path``, which must be free, to be renamed to it once it is whole.

    A write-ahead log left from other records would be applied to the new file, so it stands in the way as well.
    """
    for name in (path, *_beside(path)):
        if name.exists():
            raise BadRequestError(f"There is a file {name.name} already; move it away, or give another name.")
    part = path.with_name(path.name + ".part")
    _remove(part)
    prepare_file(part)
    return part


def _put(part: Path, path: Path) -> None:
    """Give the finished file its name, durably."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(path)
    sync_folder(path.parent)


def _remove(part: Path) -> None:
    for leftover in (part, *_beside(part)):
        leftover.unlink(missing_ok=True)


def _beside(path: Path) -> tuple[Path, ...]:
    """The files that SQLite may keep beside the one it works on."""
    return tuple(path.with_name(path.name + end) for end in ("-wal", "-shm", "-journal"))
