"""One assessor's acts on one application, as the records tell them: which count, which belong together, in what order.

Nothing is remembered beside the records, so that undo and redo know the same after a reload, in another tab and on
another machine.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from mrse_assess.records import Event, undone
from mrse_assess.records.shapes import SHAPES, UNDOABLE
from mrse_assess.terms import EventKind

Group = tuple[Event, ...]
"""Acts of one transaction: done as one, and undone as one."""


@dataclass(frozen=True)
class OwnActs:
    """The acts of one actor on one application and attempt, in order; ``undone`` has the ids of what counts no more."""

    events: tuple[Event, ...]
    undone: frozenset[str]

    @classmethod
    def of(cls, events: Iterable[Event], actor: str, attempt: int) -> "OwnActs":
        """The actor's acts among the events of one application."""
        own = tuple(event for event in events if event.actor == actor and event.attempt == attempt)
        return cls(own, undone(own))

    def to_undo(self) -> Group:
        """The latest acts of one transaction that count and can be undone; () when there are none."""
        for group in reversed(self.groups()):
            if counting := tuple(event for event in group if self._can_be_undone(event)):
                return counting
        return ()

    def to_redo(self) -> Event | None:
        """The undo that is taken back next: the latest that counts, unless something new was done since."""
        for event in reversed(self.events):
            if event.kind is not EventKind.UNDO:
                return None
            if event.event not in self.undone and self.undone_by(event):
                return event
        return None

    def undone_by(self, undo: Event) -> Group:
        """The acts that an undo cancels; () for one that takes back another undo."""
        names = set(undo.payload["undone"])
        return tuple(event for event in self.events if event.event in names and event.kind is not EventKind.UNDO)

    def superseded(self, event: Event) -> Mapping[str, Any] | None:
        """What was in force of the same unit before the event, as far as it counts; None when nothing was."""
        if event.kind is EventKind.WITHDRAWAL:
            return self._standing(event, EventKind(event.payload["of"]), tuple(event.payload["unit"]))
        return self._standing(event, event.kind, unit_of(event))

    def _standing(self, before: Event, kind: EventKind, unit: tuple[Any, ...]) -> Mapping[str, Any] | None:
        for earlier in reversed(self.events[: self.events.index(before)]):
            if earlier.event in self.undone:
                continue
            if earlier.kind is EventKind.WITHDRAWAL:
                if (earlier.payload["of"], tuple(earlier.payload["unit"])) == (kind, unit):
                    return None
            elif earlier.kind is kind and unit_of(earlier) == unit:
                return earlier.payload
        return None

    def groups(self) -> list[Group]:
        """Every act but the undos, by transaction, in order."""
        together = groupby(self.events, key=lambda event: event.recorded_at)  # an undo between two acts parts them
        acts = (tuple(event for event in group if event.kind is not EventKind.UNDO) for _, group in together)
        return [group for group in acts if group]

    def _can_be_undone(self, event: Event) -> bool:
        return event.kind in UNDOABLE and event.event not in self.undone


def unit_of(event: Event) -> tuple[Any, ...]:
    """What tells records of one kind apart."""
    return tuple(event.payload[name] for name in SHAPES[event.kind].unit)
