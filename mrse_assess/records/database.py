"""Where the records of a workspace are kept: what the store asks of any database."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Engine, insert, select

from mrse_assess.errors import BadRequestError, RecordsError
from mrse_assess.records.findings import Finding
from mrse_assess.records.schema import SCHEMA_VERSION, about

READING = "mrse_assess_reading"
"""Execution option of transactions that only read: they do not wait for writers."""

T = TypeVar("T")


class Database(ABC):
    """One database with the tables of the records, there or to be made.

    ``name`` is what messages call it, ``path`` its file where it is one.
    """

    def __init__(self, engine: Engine, *, name: str, path: Path | None = None) -> None:
        self.engine = engine
        self.name = name
        self.path = path

    @abstractmethod
    def translated(self, act: str) -> AbstractContextManager[None]:
        """Turn a fault of the database inside into a RecordsError that quotes nothing of what is stored."""

    @abstractmethod
    def prepare(self, *, create: bool) -> None:
        """Make the tables where there are none yet and ``create`` says so, and refuse those of another version.

        Raises:
            RecordsError: there are none, they are of another version, or cannot be kept safely.
        """

    @abstractmethod
    def clean_up(self) -> None:
        """Take what was erased out of the database's own files as well, as far as it can."""

    @abstractmethod
    def reason_of(self, error: BaseException) -> str:
        """Why the database refused, in words, and what to do."""

    @abstractmethod
    def unsound(self) -> Iterator[Finding]:
        """What is wrong with the database itself: its files, tables and triggers, whatever the rows say."""

    @property
    def unchecked(self) -> tuple[str, ...]:
        """What verifying cannot see here, a sentence each."""
        return ()

    @property
    def partial(self) -> bool:
        """Whether whoever is connected may see part of the records only."""
        return False

    @property
    def person(self) -> str | None:
        """Whose login this is, where the database knows its users as persons of the scheme."""
        return None

    @property
    def logins(self) -> tuple[tuple[str, str], ...]:
        """Every login that is a person's, and whose, for the office."""
        return ()

    def carry_out(self, script: str) -> None:
        """Carry out a script of :mod:`mrse_assess.records.postgres.roles`, all of it or nothing; for the office.

        Raises:
            BadRequestError: the records are in a file, which knows no logins.
            RecordsError: this login may not, or the server refused.
        """
        del script
        raise BadRequestError(
            f"The records are in the file {self.name}, which knows no logins; make a workspace on a server with "
            "init --records postgresql://host/database."
        )

    def written(self, act: Callable[[Connection], T]) -> T:
        """What ``act`` returns of one writing transaction; it is called again where that can do no harm."""
        with self.writing() as connection:
            return act(connection)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction that holds the right to write from its first moment; durable once it has ended."""
        with self.translated("written, and nothing was changed"), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One snapshot of the records; it waits for nobody and nobody for it."""
        with self.translated("read"), self.engine.execution_options(**{READING: True}).begin() as connection:
            yield connection

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def say_version(connection: Connection) -> None:
    """Write into new tables which version they are of."""
    connection.execute(insert(about), {"key": "schema_version", "value": SCHEMA_VERSION})


def refuse_version(connection: Connection) -> None:
    """Refuse tables of another version.

    Raises:
        RecordsError: naming both versions.
    """
    version = connection.scalar(select(about.c.value).where(about.c.key == "schema_version"))
    if version != SCHEMA_VERSION:
        raise RecordsError(
            f"The records are of version {version}, and this program reads version {SCHEMA_VERSION}; "
            "open them with the program that wrote them, or update this one."
        )
