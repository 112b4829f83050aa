"""From a location to the database that keeps the records there."""

from pathlib import Path

from mrse_assess.errors import BadRequestError
from mrse_assess.records.database import Database
from mrse_assess.records.postgres.url import checked_url, is_server
from mrse_assess.records.sqlite import SqliteDatabase, path_of, prepare_file


def database_at(location: str | Path) -> Database:
    """The database at a path, a ``sqlite:///`` or a ``postgresql://`` URL; nothing is asked of a server yet.

    Raises:
        BadRequestError: the location is none that records can be kept at.
        RecordsError: the file cannot be made.
    """
    if is_server(location):
        from mrse_assess.records.postgres.database import PostgresDatabase  # noqa: PLC0415 - most never need its driver

        return PostgresDatabase(str(location))
    path = path_of(location)
    prepare_file(path)
    return SqliteDatabase(path)


def checked_server(location: str) -> str:
    """The URL of a database server as it may stand in a workspace's settings.

    Raises:
        BadRequestError: it is none, holds a password, or asks for something unsafe.
    """
    if not is_server(location):
        raise BadRequestError("Records are kept in the workspace's own file, or at a URL postgresql://host/database.")
    checked_url(location)
    return location
