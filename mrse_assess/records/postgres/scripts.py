"""The SQL files beside this module, with names filled in."""

from importlib.resources import files

from sqlalchemy import Connection

from mrse_assess.records.database import say_version
from mrse_assess.records.schema import metadata

SCHEMA = "mrse_records"
"""The part of the database that holds the records and nothing else; one workspace to a database."""


def script(name: str, *, schema: str = SCHEMA, **filled: str) -> str:
    """One of the files; ``SCHEMA_NAME`` and the given words in capitals are replaced.

    What is filled in must be quoted already, or need no quotation.
    """
    text = files("mrse_assess.records.postgres").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")
    for word, value in {"SCHEMA_NAME": schema, **filled}.items():
        text = text.replace(word, value)
    return text


def run_script(connection: Connection, script: str) -> None:
    """Carry out several statements without parameters."""
    connection.connection.driver_connection.execute(script)  # type: ignore[union-attr]


def make_tables(connection: Connection, schema: str = SCHEMA) -> None:
    """Make everything that the records need in an empty database, or beside it under another name."""
    connection.exec_driver_sql(f"CREATE SCHEMA {schema}")
    connection.exec_driver_sql(f"SET LOCAL search_path = {schema}")
    metadata.create_all(connection, checkfirst=False)
    run_script(connection, script("making", schema=schema))
    say_version(connection)
