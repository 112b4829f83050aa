"""Applications whose documents and free texts were erased at the end of their keeping: they open nowhere."""

from typing import TYPE_CHECKING

from mrse_assess.errors import BadRequestError
from mrse_assess.records import Event
from mrse_assess.terms import EventKind

if TYPE_CHECKING:
    from mrse_assess.workspace.core import Workspace


class PurgedError(BadRequestError):
    """The application was purged: what is asked for was erased, and is not missing."""


def purge_of(workspace: "Workspace", reference: str) -> Event | None:
    """The record of the purge of an application, None while it is kept."""
    found = workspace.store.events(application=reference, kind=EventKind.PURGE)
    return found[-1] if found else None


def refuse_purged(workspace: "Workspace", reference: str) -> None:
    """Refuse to open what was erased.

    Raises:
        PurgedError: the application was purged, when, by whom and why.
    """
    purge = purge_of(workspace, reference)
    if purge is not None:
        day = workspace.scheme.day_of(purge.recorded_at).isoformat()
        raise PurgedError(
            f"The documents and free texts of {reference} were erased on {day} by {purge.actor} "
            f"({purge.payload['why']}). Its records stay, without them."
        )
