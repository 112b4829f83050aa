"""One spelling for a value, so that its hash means something, and the hashes of the record chain."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from types import MappingProxyType
from typing import Any

TEXT_HASH = "text_hash"


def frozen(value: Any) -> Any:
    """The JSON value with lists as tuples and objects as read-only mappings."""
    if isinstance(value, Mapping):
        return MappingProxyType({key: frozen(inner) for key, inner in value.items()})
    if isinstance(value, list | tuple):
        return tuple(frozen(inner) for inner in value)
    return value


def thawed(value: Any) -> Any:
    """The inverse of :func:`frozen`: plain lists and dictionaries."""
    if isinstance(value, Mapping):
        return {key: thawed(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [thawed(inner) for inner in value]
    return value


def canonical(value: Any) -> str:
    """The only JSON spelling of the value: keys sorted, no spaces, no escapes that are not needed."""
    return json.dumps(
        value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=_mapping_as_dict
    )


def _mapping_as_dict(value: Any) -> dict[Any, Any]:
    """What :func:`frozen` made read-only; the rest of what a payload may hold is spelt as it is."""
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"a {type(value).__name__} is no JSON value")


def parsed(text: str) -> dict[str, Any]:
    """The object that a stored payload spells; ValueError when it spells none."""
    value = json.loads(text)
    if not isinstance(value, dict):
        raise ValueError("not an object")  # noqa: TRY004 - a damaged row, not a caller's mistake
    return value


def digest(text: str) -> str:
    """SHA-256 of the text in UTF-8, in hexadecimal."""
    return sha256(text.encode("utf-8")).hexdigest()


def text_hash(salt: str, text: str) -> str:
    """What a payload keeps of a free text: nothing can be guessed from it once the salt is erased too."""
    return digest(salt + text)


def is_text_hash(value: Any) -> bool:
    """Whether a payload's value stands for a free text that lies apart."""
    return isinstance(value, Mapping) and set(value) == {TEXT_HASH}


def event_hash(
    *,
    event: str,
    application: str,
    attempt: int,
    kind: str,
    actor: str,
    recorded_at: str,
    payload: str,
    scheme_version: str,
    previous: str,
) -> str:
    """The hash of one link. ``payload`` is its canonical JSON with free texts replaced by their hashes."""
    link = {
        "event": event,
        "application": application,
        "attempt": attempt,
        "kind": kind,
        "actor": actor,
        "recorded_at": recorded_at,
        "payload_hash": digest(payload),
        "scheme_version": scheme_version,
        "previous": previous,
    }
    return digest(canonical(link))


def application_digest(heads: Mapping[str, str]) -> str:
    """One digest over every actor's head, in the order of the actors; "" when nothing is recorded."""
    return digest(canonical(sorted(heads.items()))) if heads else ""


def moment_text(moment: datetime) -> str:
    """The moment in UTC with microseconds, always the same width, so that texts sort as moments do.

    ValueError when the moment has no time zone.
    """
    if moment.tzinfo is None:
        raise ValueError("a moment to be recorded needs its time zone")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def moment(text: str) -> datetime:
    """The inverse of :func:`moment_text`; ValueError when the text is anything else."""
    value = datetime.fromisoformat(text)
    if value.tzinfo is None or moment_text(value) != text:
        raise ValueError("not a moment in UTC with microseconds")
    return value.astimezone(UTC)
