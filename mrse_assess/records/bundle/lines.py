"""An event as a line of JSON, and every check that a line from elsewhere must stand."""

import json
import re
from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any

from mrse_assess.errors import BadRequestError, RecordsError
from mrse_assess.records.bundle.content import COLUMNS, Carried
from mrse_assess.records.canonical import TEXT_HASH, canonical, is_text_hash, parsed, text_hash
from mrse_assess.records.events import NewEvent
from mrse_assess.records.payloads import check
from mrse_assess.records.shapes import SHAPES
from mrse_assess.records.verify import faults_of_event
from mrse_assess.terms import EventKind

MOST_ATTEMPTS = 1000
_SALT_LENGTH = 36
_HASH = re.compile("[0-9a-f]{64}")
_PAIR = 2


def line_of(event: Carried) -> str:
    """The one spelling of the event, without a line feed."""
    return canonical({"row": event.row, "texts": {field: list(pair) for field, pair in event.texts.items()}})


def event_of(line: str, number: int) -> Carried:
    """The event that the line spells.

    Raises:
        RecordsError: it spells none, or one that does not match its hash; the line is named by its number, and
            nothing of it is quoted.
    """
    try:
        event = _carried(json.loads(line))
        fault = _fault(event)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        fault = "it cannot be understood"
    except BadRequestError as error:
        fault = str(error).rstrip(".")
    if fault:
        raise RecordsError(f"Record {number} of the bundle is not what was recorded: {fault}. Nothing was taken over.")
    return event


def hashed_fields(row: Mapping[str, Any]) -> dict[str, str]:
    """The hash of each free text that the event has, by field."""
    return {field: value[TEXT_HASH] for field, value in parsed(row["payload"]).items() if is_text_hash(value)}


def _carried(said: Any) -> Carried:
    if set(said) != {"row", "texts"} or set(said["row"]) != set(COLUMNS):
        raise ValueError("other keys than an event has")
    if not all(isinstance(pair, list) and len(pair) == _PAIR for pair in said["texts"].values()):
        raise ValueError("a text without its salt")
    return Carried(row=dict(said["row"]), texts={field: (pair[0], pair[1]) for field, pair in said["texts"].items()})


def _fault(event: Carried) -> str:
    """What is wrong with the event by itself, in words; "" when nothing is."""
    row = event.row
    if isinstance(row["kind"], str) and row["kind"] not in set(EventKind):
        return "its kind is not known to this version; a newer one made the bundle"
    if faults := tuple(faults_of_event(row)):
        return faults[0]
    if not 0 <= row["attempt"] <= MOST_ATTEMPTS:
        return "its attempt is out of range"
    return _fault_of_texts(event) or _fault_of_act(event)


def _fault_of_texts(event: Carried) -> str:
    hashes = hashed_fields(event.row)
    if not all(isinstance(value, str) and _HASH.fullmatch(value) for value in hashes.values()):
        return "the hash of a text is none"
    for field, (salt, text) in event.texts.items():
        if not (isinstance(salt, str) and isinstance(text, str) and salt and text) or len(salt) > _SALT_LENGTH:
            return "a text or its salt is none"
        if field not in hashes or text_hash(salt, text) != hashes[field]:
            return "a text does not match its hash"
    return ""


def _fault_of_act(event: Carried) -> str:
    """The act with its texts, checked as if it were recorded here."""
    row = event.row
    kind = EventKind(row["kind"])
    absent = dict.fromkeys(hashed_fields(row), "")
    texts = {field: text for field, (_, text) in event.texts.items()}
    given = {**parsed(row["payload"]), **absent, **texts}
    check(
        NewEvent(
            event=row["event"],
            application=row["application"],
            attempt=row["attempt"],
            kind=kind,
            actor=row["actor"],
            payload={**_defaults(kind), **given},
            scheme_version=row["scheme_version"],
        )
    )
    return ""


def _defaults(kind: EventKind) -> dict[str, Any]:
    """What a field says that was added to the shape after the event was recorded."""
    shape = SHAPES[kind]
    known = {one.name: one for one in fields(shape.value)}
    return {
        name: field.pack(known[name].default)
        for name, field in shape.fields.items()
        if known[name].default is not MISSING
    }
