"""The whole log of one application as it lies in the store: every row with its hash, and the free texts beside it."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from mrse_assess.records.rows import read_events
from mrse_assess.records.schema import events, texts
from mrse_assess.records.store import Store
from mrse_assess.records.withheld import told_apart
from mrse_assess.terms import EventKind

WORDS_TO_ONESELF = frozenset(
    {(EventKind.PRIVATE_NOTE, "text"), (EventKind.PARKING, "words"), (EventKind.DISMISSAL, "why")}
)
"""Texts that a person wrote for nobody but themself: they leave a workspace with nobody else."""


@dataclass(frozen=True, kw_only=True)
class Logged:
    """A row as it was hashed, and salt and text of each free text that may be shown, by field."""

    row: dict[str, Any]
    texts: dict[str, tuple[str, str]]


def log_of(store: Store, application: str) -> tuple[Logged, ...]:
    """Every record of the application in the order of storing, without words that people wrote to themselves.

    Raises:
        RecordsError: a record is damaged.
    """
    query = select(events).where(events.c.application == application).order_by(events.c.sequence)
    apart: dict[str, dict[str, tuple[str | None, str | None]]] = {}
    with store.reading() as connection:
        read_events(connection, query)  # which checks each against its hash
        rows = [dict(row) for row in connection.execute(query).mappings()]
        wanted = query.with_only_columns(events.c.event).order_by(None).scalar_subquery()
        for text in connection.execute(select(texts).where(texts.c.event.in_(wanted))):
            apart.setdefault(text.event, {})[text.field] = (text.salt, text.text)
    return tuple(Logged(row=row, texts=_shown(row, apart.get(row["event"], {}))) for row in rows)


def _shown(row: dict[str, Any], apart: dict[str, tuple[str | None, str | None]]) -> dict[str, tuple[str, str]]:
    kind = EventKind(row["kind"])
    given = told_apart(apart)[0].items()
    return {
        name: (salt, text)
        for name, (salt, text) in sorted(given)
        if salt and text is not None and (kind, name) not in WORDS_TO_ONESELF
    }
