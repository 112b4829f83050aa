"""From the log to the values in force: the latest record of each unit that counts, less what was withdrawn.

Which record of a unit is the latest follows from when it was recorded, not from when it came into this store
(:mod:`mrse_assess.records.order`), and the values come out in an order that depends on what they say: two stores with
the same records answer alike.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from mrse_assess.model.acts import (
    Acceptance,
    Allocation,
    ApplicationEntry,
    Correction,
    Declaration,
    Dismissal,
    Issue,
    ItemSpan,
    LetterEdit,
    LetterStateChange,
    Meeting,
    PageOffset,
    Parking,
    Person,
    PinnedQuote,
    PrivateNote,
    ReadingChoice,
    Registration,
    Reveal,
    Seal,
    SignOff,
)
from mrse_assess.model.judgement import Judgements, OutcomeChoice, SettingValue
from mrse_assess.records.events import Event
from mrse_assess.records.order import in_order
from mrse_assess.records.payloads import from_event
from mrse_assess.records.shapes import SHAPES, owner_of
from mrse_assess.records.undone import that_count
from mrse_assess.terms import EventKind

Unit = tuple[str, int, EventKind, str, tuple[str, ...]]
"""Application, attempt, kind, actor ("" for a shared unit), and the fields that tell records of the kind apart."""


@dataclass(frozen=True, kw_only=True)
class InForce:
    """Everything in force for one application and attempt. Settings are the workspace's: :func:`settings_in_force`.

    ``parked`` and ``dismissals`` hold only what is put aside now; ``seals``, ``allocations`` and ``declarations`` the
    latest of each assessor, reopened and taken-off ones too, and with the last the conflicts declared on earlier
    attempts; ``issues`` every letter issued; ``letter_edits`` those with words of their own; ``purged`` is true once
    the free texts were erased.
    """

    application: str
    attempt: int
    entry: ApplicationEntry | None
    judgements: Judgements
    outcome: OutcomeChoice | None
    readings: tuple[ReadingChoice, ...]
    corrections: tuple[Correction, ...]
    item_spans: tuple[ItemSpan, ...]
    page_offsets: tuple[PageOffset, ...]
    quotes: tuple[PinnedQuote, ...]
    notes: tuple[PrivateNote, ...]
    parked: tuple[Parking, ...]
    dismissals: tuple[Dismissal, ...]
    seals: tuple[Seal, ...]
    reveals: tuple[Reveal, ...]
    issues: tuple[Issue, ...]
    purged: bool
    registration: Registration | None = None
    allocations: tuple[Allocation, ...] = ()
    declarations: tuple[Declaration, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    acceptances: tuple[Acceptance, ...] = ()
    letter_edits: tuple[LetterEdit, ...] = ()
    sign_offs: tuple[SignOff, ...] = ()
    letter_states: tuple[LetterStateChange, ...] = ()


def in_force(events: Iterable[Event], application: str, attempt: int) -> InForce:
    """The values in force for one application and attempt; events of others are passed over.

    Raises:
        RecordsError: a record cannot be understood.
    """
    of_application = [event for event in events if event.application == application]
    latest = events_in_force(event for event in of_application if event.attempt == attempt)

    def values(kind: EventKind, unless_erased: str = "") -> tuple[Any, ...]:
        chosen = sorted((unit for unit in latest if unit[2] is kind), key=_natural)
        return tuple(from_event(latest[unit]) for unit in chosen if _is_there(latest[unit], unless_erased))

    return InForce(
        application=application,
        attempt=attempt,
        entry=next(iter(values(EventKind.APPLICATION)), None),
        judgements=Judgements(
            application=application,
            attempt=attempt,
            judgements=values(EventKind.JUDGEMENT),
            conclusions=values(EventKind.CONCLUSION),
            parts=values(EventKind.PART),
        ),
        outcome=next(iter(values(EventKind.OUTCOME)), None),
        readings=values(EventKind.READING_CHOICE),
        corrections=values(EventKind.CORRECTION),
        item_spans=values(EventKind.ITEM_SPAN, unless_erased="spans"),  # to have no pages would say: no such item
        page_offsets=values(EventKind.PAGE_OFFSET),
        quotes=values(EventKind.QUOTE),
        notes=tuple(note for note in values(EventKind.PRIVATE_NOTE) if note.text),
        parked=tuple(parking for parking in values(EventKind.PARKING) if parking.parked),
        dismissals=tuple(one for one in values(EventKind.DISMISSAL) if one.dismissed),
        seals=values(EventKind.SEAL),
        reveals=values(EventKind.REVEAL),
        issues=values(EventKind.ISSUE),
        purged=any(event.kind is EventKind.PURGE for event in of_application),
        registration=next(iter(values(EventKind.REGISTRATION)), None),
        allocations=values(EventKind.ALLOCATION),
        declarations=(*values(EventKind.DECLARATION), *_earlier_conflicts(of_application, attempt)),
        meetings=values(EventKind.MEETING),
        acceptances=values(EventKind.ACCEPTANCE),
        letter_edits=tuple(edit for edit in values(EventKind.LETTER_EDIT) if edit.text),
        sign_offs=values(EventKind.SIGN_OFF),
        letter_states=values(EventKind.LETTER_STATE),
    )


def _earlier_conflicts(events: Iterable[Event], attempt: int) -> tuple[Declaration, ...]:
    """Conflicts of interest declared on earlier attempts: it is the same applicant, so they hold for this one too."""
    earlier = (event for event in events if event.attempt < attempt and event.kind is EventKind.DECLARATION)
    latest = events_in_force(earlier)
    said: Iterable[Declaration] = (from_event(latest[unit]) for unit in sorted(latest, key=_natural))
    return tuple({one.by: one for one in said if one.conflicted}.values())


def judgements_in_force(events: Iterable[Event], application: str, attempt: int) -> Judgements:
    """The judgements, conclusions and part confirmations in force: what the rules are applied to."""
    return in_force(events, application, attempt).judgements


def settings_in_force(events: Iterable[Event]) -> tuple[SettingValue, ...]:
    """The settings that have a value or are said not to apply, in the order of their keys."""
    latest = events_in_force(event for event in events if event.kind is EventKind.SETTING)
    said = (from_event(latest[unit]) for unit in sorted(latest))
    return tuple(setting for setting in said if setting.value or setting.not_applicable)


def persons_in_force(events: Iterable[Event]) -> tuple[Person, ...]:
    """Everybody who works with the scheme, those who left too, in natural order of their ids."""
    latest = events_in_force(event for event in events if event.kind is EventKind.PERSON)
    return tuple(from_event(latest[unit]) for unit in sorted(latest, key=_natural))


def attempts(events: Iterable[Event]) -> tuple[tuple[str, int], ...]:
    """Every application and attempt that has a record, in natural order."""
    found = {(event.application, event.attempt) for event in events if event.application}
    return tuple(sorted(found, key=lambda pair: (natural(pair[0]), pair[1])))


def events_in_force(events: Iterable[Event]) -> dict[Unit, Event]:
    """The latest event of each unit, among those that were not undone, that was not withdrawn since."""
    latest: dict[Unit, Event] = {}
    for event in in_order(that_count(events)):
        if event.kind is EventKind.WITHDRAWAL:
            of = EventKind(event.payload["of"])
            latest.pop(_unit(event, of, tuple(event.payload["unit"])), None)
        else:
            own = tuple(event.payload[name] for name in SHAPES[event.kind].unit)
            latest[_unit(event, event.kind, own)] = event
    return latest


def natural(text: str) -> tuple[tuple[bool, int, str, str], ...]:
    """A sort key that puts "10" after "9" and "4.10" after "4.9"; different texts have different keys."""
    return tuple(_piece(piece) for piece in re.findall(r"[0-9]+|[^0-9]+", text))


def _piece(piece: str) -> tuple[bool, int, str, str]:
    if piece.strip("0123456789"):
        return (True, 0, piece, piece)
    digits = piece.lstrip("0")
    return (False, len(digits), digits, piece)  # not int(): an id may have more digits than Python converts


def _is_there(event: Event, field: str) -> bool:
    return field not in event.erased and field not in event.withheld


def _unit(event: Event, kind: EventKind, own: tuple[str, ...]) -> Unit:
    return (event.application, event.attempt, kind, owner_of(kind, event.actor, own), own)


def _natural(unit: Unit) -> tuple[Any, ...]:
    _, _, _, actor, own = unit
    return (natural(actor), tuple(natural(part) for part in own))
