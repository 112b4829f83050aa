"""Who records a cohort, at which moment: the clock that is set, the ids that are drawn, and when the records end."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from numpy.random import Generator

from mrse_assess.records.bulk import Bulk
from mrse_assess.records.events import NewEvent
from mrse_assess.records.payloads import Value, packed

_ID_BYTES = 16


class OverError(Exception):
    """Nothing more happens to an application: its last state is reached, or the records end."""


class SetClock:
    """A clock that says what it was set to."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """The moment it was set to last."""
        return self.now


def ids_from(random: Generator) -> Callable[[], str]:
    """Random UUIDs as text, the same ones from the same generator."""
    return lambda: str(UUID(bytes=random.bytes(_ID_BYTES), version=4))


class Pen:
    """Records the acts of a cohort, each at its moment."""

    def __init__(
        self, bulk: Bulk, clock: SetClock, new_id: Callable[[], str], *, scheme_version: str, end: datetime
    ) -> None:
        self._bulk = bulk
        self._clock = clock
        self._new_id = new_id
        self._version = scheme_version
        self.end = end
        self.written = 0

    def record(self, at: datetime, actor: str, *values: Value) -> None:
        """Record one act of a person, which may say several things.

        Raises:
            OverError: the records end before.
        """
        if at > self.end:
            raise OverError
        self._clock.now = at
        self._bulk.append([self._event(value, actor) for value in values])
        self.written += len(values)

    def head(self, application: str) -> str:
        """The application's head now."""
        return self._bulk.application_head(application)

    def _event(self, value: Value, actor: str) -> NewEvent:
        return packed(value, event=self._new_id(), actor=actor, scheme_version=self._version)
