"""The tables of the store, their version, and the triggers that make the log append-only."""

from sqlalchemy import (
    DDL,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    event,
)

SCHEMA_VERSION = "1"
"""Changes with every change of the tables. A store of another version is refused."""

metadata = MetaData()

about = Table("about", metadata, Column("key", String(40), primary_key=True), Column("value", Text, nullable=False))
"""What the store says of itself: its schema version."""

events = Table(
    "events",
    metadata,
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("event", String(36), nullable=False, unique=True),
    Column("application", Text, nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("kind", String(40), nullable=False),
    Column("actor", Text, nullable=False),
    Column("recorded_at", String(32), nullable=False),  # text, because databases keep moments to different precision
    Column("payload", Text, nullable=False),
    Column("scheme_version", Text, nullable=False),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False, unique=True),
    UniqueConstraint("application", "actor", "previous", name="one_successor_each"),  # a chain cannot fork
    Index("chain_order", "application", "actor", "sequence"),
)

texts = Table(
    "texts",
    metadata,
    Column("event", String(36), ForeignKey("events.event"), nullable=False),
    Column("field", String(40), nullable=False),
    Column("salt", String(36)),  # erased together with the text, or the text could be guessed from its hash
    Column("text", Text),
    PrimaryKeyConstraint("event", "field"),
)
"""The free texts, apart from the chain. Both columns are null once a purge has erased them."""

drafts = Table(
    "drafts",
    metadata,
    Column("application", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("slot", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("saved_at", String(32), nullable=False),
    Column("digest", String(64), nullable=False),  # shows damage of the file; drafts are no part of the chain
    PrimaryKeyConstraint("application", "actor", "slot"),
)
"""Half-typed text: kept until it is recorded or cleared, changed at will."""

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
