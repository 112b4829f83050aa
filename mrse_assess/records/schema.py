"""The tables of the store, their version, and the triggers that make the log append-only."""

from sqlalchemy import (
    DDL,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    column,
    event,
    table,
)
from sqlalchemy.types import TypeEngine

SCHEMA_VERSION = "1"
"""Changes with every change of the tables. A store of another version is refused."""

metadata = MetaData()


def _text(length: int | None = None) -> TypeEngine[str]:
    """Text that compares as its characters' numbers do, in every database and with every version of its libraries."""
    kind = String(length) if length else Text()
    return kind.with_variant(type(kind)(length, collation="C"), "postgresql")


about = Table("about", metadata, Column("key", _text(40), primary_key=True), Column("value", _text(), nullable=False))
"""What the store says of itself: its schema version."""

events = Table(
    "events",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("event", _text(36), nullable=False, unique=True),
    Column("application", _text(), nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("kind", _text(40), nullable=False),
    Column("actor", _text(), nullable=False),
    Column("recorded_at", _text(32), nullable=False),  # text, because databases keep moments to different precision
    Column("payload", _text(), nullable=False),
    Column("scheme_version", _text(), nullable=False),
    Column("previous", _text(64), nullable=False),
    Column("hash", _text(64), nullable=False, unique=True),
    UniqueConstraint("application", "actor", "previous", name="one_successor_each"),  # a chain cannot fork
    Index("chain_order", "application", "actor", "sequence"),
)

texts = Table(
    "texts",
    metadata,
    Column("event", _text(36), ForeignKey("events.event"), nullable=False),
    Column("field", _text(40), nullable=False),
    Column("salt", _text(36)),  # erased together with the text, or the text could be guessed from its hash
    Column("text", _text()),
    PrimaryKeyConstraint("event", "field"),
)
"""The free texts, apart from the chain. Both columns are null once a purge has erased them."""

drafts = Table(
    "drafts",
    metadata,
    Column("application", _text(), nullable=False),
    Column("actor", _text(), nullable=False),
    Column("slot", _text(), nullable=False),
    Column("text", _text(), nullable=False),
    Column("saved_at", _text(32), nullable=False),
    Column("digest", _text(64), nullable=False),  # shows damage of the file; drafts are no part of the chain
    PrimaryKeyConstraint("application", "actor", "slot"),
)
"""Half-typed text: kept until it is recorded or cleared, changed at will."""

heads = table("heads", column("application"), column("actor"), column("hash"))
"""On a server: the head of every chain, of those too whose records the reader may not see."""


def on_server(connection: Connection) -> bool:
    """Whether the records are on a server, which may show its users part of them only (``postgres/sql/making.sql``)."""
    return connection.dialect.name == "postgresql"


_SQLITE_TRIGGERS = (
    """CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
    BEGIN SELECT RAISE(ABORT, 'records are append-only'); END""",
    """CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
    BEGIN SELECT RAISE(ABORT, 'records are append-only'); END""",
    # INSERT OR REPLACE deletes without a delete trigger unless recursive_triggers is on
    """CREATE TRIGGER events_are_never_replaced BEFORE INSERT ON events
    WHEN EXISTS (SELECT 1 FROM events WHERE sequence = NEW.sequence OR event = NEW.event OR hash = NEW.hash
                 OR (application = NEW.application AND actor = NEW.actor AND previous = NEW.previous))
    BEGIN SELECT RAISE(ABORT, 'records are append-only'); END""",
    """CREATE TRIGGER texts_are_never_replaced BEFORE INSERT ON texts
    WHEN EXISTS (SELECT 1 FROM texts WHERE event = NEW.event AND field = NEW.field)
    BEGIN SELECT RAISE(ABORT, 'records are append-only'); END""",
    """CREATE TRIGGER texts_are_never_deleted BEFORE DELETE ON texts
    BEGIN SELECT RAISE(ABORT, 'records are append-only'); END""",
    """CREATE TRIGGER texts_are_only_erased_by_a_purge BEFORE UPDATE ON texts
    WHEN NEW.text IS NOT NULL OR NEW.salt IS NOT NULL OR NEW.event <> OLD.event OR NEW.field <> OLD.field
      OR NOT EXISTS (SELECT 1 FROM events AS purge JOIN events AS purged ON purged.application = purge.application
                     WHERE purge.kind = 'purge' AND purged.event = OLD.event AND purge.sequence > purged.sequence)
    BEGIN SELECT RAISE(ABORT, 'texts are only erased together with a purge record'); END""",
)

for _trigger in _SQLITE_TRIGGERS:
    event.listen(metadata, "after_create", DDL(_trigger).execute_if(dialect="sqlite"))  # type: ignore[no-untyped-call]
