"""A consistent copy of the records while they are in use, and the way back."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from mrse_assess.errors import BadRequestError, RecordsError
from mrse_assess.records.sqlite import prepare_file, reason_of, sync_folder
from mrse_assess.records.store import Store
from mrse_assess.records.verify import verify


def backup(store: Store, path: Path) -> None:
    """Copy the records into one file (mode 0600) that needs no other; writers go on meanwhile.

    The copy holds at least everything that was acknowledged before the call.

    Raises:
        BadRequestError: there is a file of that name already.
        RecordsError: the copy could not be made.
    """
    part = _prepared_part(path)
    try:
        with store.reading() as connection, closing(sqlite3.connect(part, isolation_level=None)) as copy:
            connection.connection.driver_connection.backup(copy)  # type: ignore[union-attr]
            copy.execute("PRAGMA journal_mode=DELETE")  # no second file beside it
        _put(part, path)
    except sqlite3.Error as error:
        raise RecordsError(f"The backup could not be made: {reason_of(error)}.") from None
    except OSError as error:
        raise RecordsError(f"The backup could not be made ({error.strerror}).") from error
    finally:
        _remove(part)


def restore(source: Path, destination: Path, *, clock: Callable[[], datetime], new_id: Callable[[], str]) -> None:
    """Put a backup in the place of records that are not there (any more), after checking it whole.

    Raises:
        BadRequestError: there are records at the destination, which are never overwritten.
        RecordsError: the backup is damaged, of another version, or no backup; nothing was put anywhere.
    """
    if not source.is_file() or source.stat().st_size == 0:  # an empty file would be taken for new records
        raise BadRequestError(f"There is no backup {source.name}.")
    part = _prepared_part(destination)
    try:
        part.write_bytes(source.read_bytes())
        with Store.open(part, clock=clock, new_id=new_id) as copy:
            findings = verify(copy)
        if findings:
            raise RecordsError(f"The backup is not whole and was not restored: {findings[0].found} Try an earlier one.")
        _put(part, destination)
    except OSError as error:
        raise RecordsError(f"The backup could not be restored ({error.strerror}).") from error
    finally:
        _remove(part)


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
