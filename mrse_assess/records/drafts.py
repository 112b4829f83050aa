"""Half-typed text: durable like a record, but changed at will and no part of the chain."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, delete, func, insert, select

from mrse_assess.errors import RecordsError
from mrse_assess.records.canonical import canonical, digest, moment, moment_text
from mrse_assess.records.schema import drafts, on_server


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What one person was typing into one place of the screen, and when it was last saved (UTC)."""

    application: str
    actor: str
    slot: str
    text: str
    saved_at: datetime


def draft_digest(application: str, actor: str, slot: str, text: str, saved_at: str) -> str:
    """What shows that a stored draft is damaged."""
    return digest(canonical([application, actor, slot, text, saved_at]))


def write_draft(connection: Connection, draft: Draft) -> None:
    """Put the draft in the place of the one before it."""
    remove_drafts(connection, draft.application, draft.actor, draft.slot)
    key = (draft.application, draft.actor, draft.slot)
    saved_at = moment_text(draft.saved_at)
    row = {
        "application": draft.application,
        "actor": draft.actor,
        "slot": draft.slot,
        "text": draft.text,
        "saved_at": saved_at,
        "digest": draft_digest(*key, draft.text, saved_at),
    }
    connection.execute(insert(drafts), row)


def read_drafts(connection: Connection, application: str, actor: str) -> tuple[Draft, ...]:
    """The person's drafts on the application, in the order of their slots.

    Raises:
        RecordsError: a stored draft is damaged.
    """
    query = select(drafts).where(drafts.c.application == application, drafts.c.actor == actor)
    return tuple(_draft(row) for row in connection.execute(query.order_by(drafts.c.slot)))


def remove_drafts(connection: Connection, application: str, actor: str | None = None, slot: str | None = None) -> None:
    """Remove one draft, one person's, or all of an application."""
    if on_server(connection):  # where nobody has a right to delete
        connection.execute(select(func.forget_drafts(application, actor, slot)))
        return
    doomed = delete(drafts).where(drafts.c.application == application)
    if actor is not None:
        doomed = doomed.where(drafts.c.actor == actor)
    if slot is not None:
        doomed = doomed.where(drafts.c.slot == slot)
    connection.execute(doomed)


def _draft(row: Row[tuple[str, str, str, str, str, str]]) -> Draft:
    try:
        if draft_digest(row.application, row.actor, row.slot, row.text, row.saved_at) == row.digest:
            return Draft(
                application=row.application,
                actor=row.actor,
                slot=row.slot,
                text=row.text,
                saved_at=moment(row.saved_at),
            )
    except (ValueError, TypeError):
        pass
    raise RecordsError("A draft is damaged; run verify, and clear the draft or restore a backup.")
