"""Between the values that people record and the payloads of events, with every check that a payload must stand."""

import re
from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any
from uuid import UUID

from mrse_assess.errors import BadRequestError, RecordsError
from mrse_assess.model.acts import Act, Person
from mrse_assess.model.judgement import OutcomeChoice, PartConfirmation, Recorded, SettingValue
from mrse_assess.records.canonical import is_text_hash
from mrse_assess.records.events import Event, NewEvent
from mrse_assess.records.shapes import OF_NO_APPLICATION, SHAPES, WITHDRAWABLE
from mrse_assess.terms import EventKind, Verdict

Value = Recorded | PartConfirmation | OutcomeChoice | SettingValue | Person | Act
"""Anything that can be recorded."""

_KINDS = {shape.value: kind for kind, shape in SHAPES.items()}
_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")


def to_event(value: Value, *, event: str, actor: str, scheme_version: str = "") -> NewEvent:
    """The act of recording ``value``, by ``actor``, under the idempotency key ``event`` (a UUID).

    Raises:
        BadRequestError: the value says that somebody else did it, or a field does not fit.
    """
    new = packed(value, event=event, actor=actor, scheme_version=scheme_version)
    check(new)
    return new


def packed(value: Value, *, event: str, actor: str, scheme_version: str = "") -> NewEvent:
    """The same, not yet checked: for whoever appends many, since each store checks what it is given.

    Raises:
        BadRequestError: the value says that somebody else did it.
    """
    kind = _KINDS[type(value)]
    said = getattr(value, "assessor", "") or getattr(value, "by", "")
    if said and said != actor:
        raise BadRequestError(f"A {kind} names another person than the one who records it; record it as that person.")
    return NewEvent(
        event=event,
        application=getattr(value, "application", ""),
        attempt=getattr(value, "attempt", 0),
        kind=kind,
        actor=actor,
        payload={name: field.pack(getattr(value, name)) for name, field in SHAPES[kind].fields.items()},
        scheme_version=scheme_version or getattr(value, "scheme_version", ""),
    )


def from_event(event: Event) -> Any:
    """The value that a stored event records, of the class that :data:`SHAPES` names for its kind.

    A field that was added to the shape after the event was written takes the class's default.

    Raises:
        RecordsError: the payload was written by a newer version, or is damaged.
    """
    shape = SHAPES[event.kind]
    _refuse_payload_of_another_version(event)
    given = {name: field.unpack(event.payload[name]) for name, field in shape.fields.items() if name in event.payload}
    own = {
        "application": event.application,
        "attempt": event.attempt,
        "assessor": event.actor,
        "by": event.actor,
        "recorded_at": event.recorded_at,
        "scheme_version": event.scheme_version,
        "event": event.event,
    }
    names = {field.name for field in fields(shape.value)}
    return shape.value(**given, **{name: said for name, said in own.items() if name in names and name not in given})


def check(new: NewEvent) -> None:
    """Refuse an event that could not be read back as what it says.

    Raises:
        BadRequestError: naming the field, never its content.
    """
    _check_frame_of_event(new)
    shape = SHAPES[new.kind]
    if set(new.payload) != set(shape.fields):
        odd = ", ".join(sorted(set(new.payload) ^ set(shape.fields)))
        raise BadRequestError(f"The payload of a {new.kind} has missing or unknown fields: {odd}.")
    for name, field in shape.fields.items():
        if not field.fits(new.payload[name]):
            raise BadRequestError(f"The field {name} of a {new.kind} must be {field.name}.")
    for name, value in new.payload.items():
        if value == "" or isinstance(value, bool):  # most fields say nothing, and bulk comes through here
            continue
        for inner, text in _texts_within(value, name):
            refuse_unwritable(inner, text)
    if new.kind is EventKind.JUDGEMENT and new.payload["verdict"] == Verdict.NOTHING_OFFERED:
        raise BadRequestError("The verdict nothing_offered is for a whole sub-category, not for an item of evidence.")
    if new.kind is EventKind.WITHDRAWAL:
        _check_withdrawal(new.payload)
    if new.kind is EventKind.UNDO:
        _check_undo(new)


def is_unwritable(text: str) -> bool:
    """Whether the text holds a NUL or half of a surrogate pair, which no database and no file format keeps."""
    return _UNWRITABLE.search(text) is not None


def refuse_unwritable(name: str, text: str) -> None:
    """Refuse a text that :func:`is_unwritable`.

    Raises:
        BadRequestError: naming the field, never its content.
    """
    if is_unwritable(text):
        raise BadRequestError(f"The text of {name} holds a character that cannot be stored; remove it and try again.")


def fault_of_payload(kind: EventKind, payload: Any) -> str | None:
    """What is wrong with a payload as it lies in the store (free texts replaced by hashes), or None."""
    if not isinstance(payload, Mapping):
        return "the payload is not an object"
    shape = SHAPES[kind]
    if unknown := sorted(set(payload) - set(shape.fields)):
        return f"unknown fields: {', '.join(unknown)}"
    for name, field in shape.fields.items():
        if name not in payload:
            if not _has_default(shape.value, name):
                return f"the field {name} is missing"
        elif not (field.apart and is_text_hash(payload[name])) and not field.fits(payload[name]):
            return f"the field {name} is not {field.name}"
    return None


def _refuse_payload_of_another_version(event: Event) -> None:
    if fault := fault_of_payload(event.kind, event.payload):
        raise RecordsError(
            f"Record {event.sequence} ({event.kind}) cannot be read: {fault}. It was damaged, or written by another "
            "version of this program; run verify, or open the records with that version."
        )


def _check_frame_of_event(new: NewEvent) -> None:
    """Check what stands around the payload."""
    if not _is_uuid(new.event):
        raise BadRequestError("The id of an event must be a UUID in lower case with hyphens.")
    if not new.actor:
        raise BadRequestError(f"A {new.kind} needs the id of the person who records it.")
    if new.kind in OF_NO_APPLICATION:
        if new.application or new.attempt:
            raise BadRequestError(f"A {new.kind} belongs to no application: leave it empty, with attempt 0.")
    elif not new.application or new.attempt < 1:
        raise BadRequestError(f"A {new.kind} needs an application and an attempt from 1.")
    for name in ("application", "actor", "scheme_version"):
        refuse_unwritable(name, getattr(new, name))


def _check_withdrawal(payload: Mapping[str, Any]) -> None:
    """Refuse to take back what cannot be taken back, or a unit that no record could have."""
    of = EventKind(payload["of"])
    if of not in WITHDRAWABLE:
        raise BadRequestError(f"A {of} cannot be withdrawn; those that can are {', '.join(sorted(WITHDRAWABLE))}.")
    if len(payload["unit"]) != len(SHAPES[of].unit):
        raise BadRequestError(f"The unit of a {of} is ({', '.join(SHAPES[of].unit)}); give one text for each.")


def _check_undo(new: NewEvent) -> None:
    """Refuse an undo of nothing, of itself, or of what is no record. Whose records they are the store's log tells."""
    names = new.payload["undone"]
    if not names or len(set(names)) < len(names) or not all(map(_is_uuid, names)) or new.event in names:
        raise BadRequestError("An undo names the ids of one or more earlier records, each once.")


def _is_uuid(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False


def _has_default(value: type[Any], name: str) -> bool:
    spec = value.__dataclass_fields__[name]
    return spec.default is not MISSING or spec.default_factory is not MISSING


def _texts_within(value: Any, path: str = "") -> list[tuple[str, str]]:
    """Every text inside a JSON value with the name of the field it stands in."""
    if isinstance(value, str):
        return [(path, value)]
    if isinstance(value, Mapping):
        return [found for key, inner in value.items() for found in _texts_within(inner, path or str(key))]
    if isinstance(value, list | tuple):
        return [found for inner in value for found in _texts_within(inner, path)]
    return []
