"""A bundle to bytes and back. What comes back was checked whole: parts, events, chains, and what the manifest says."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from cattrs.errors import BaseValidationError
from cattrs.preconf.json import make_converter

from mrse_assess.errors import RecordsError
from mrse_assess.records.bundle.content import Bundle, Carried, Manifest, by_chain, chains_of
from mrse_assess.records.bundle.lines import event_of, line_of
from mrse_assess.records.bundle.packing import MANIFEST, RECORDS, digest_of, unpacked
from mrse_assess.records.canonical import canonical, parsed
from mrse_assess.records.shapes import UNDOABLE
from mrse_assess.terms import EventKind

FORMAT = "mrse-bundle"
VERSION = 2
"""Changes with every change of what a bundle holds. One of another version is refused."""


def parts_of(bundle: Bundle) -> dict[str, bytes]:
    """The parts of the bundle's file by name, to be packed."""
    lines = "".join(f"{line_of(event)}\n" for event in bundle.events)
    parts = {RECORDS: lines.encode(), **bundle.files}
    said = {
        "format": FORMAT,
        "version": VERSION,
        "parts": {name: {"sha256": digest_of(data), "size": len(data)} for name, data in parts.items()},
        **asdict(bundle.manifest),
    }
    return {MANIFEST: canonical(said).encode(), **parts}


def opened(data: bytes) -> Bundle:
    """The bundle that these bytes (decrypted before, where it was encrypted) are.

    Raises:
        BadRequestError: they are none.
        RecordsError: it is of another version, damaged or was tampered with, and the sentence says where.
    """
    parts = unpacked(data)
    said = _manifest(parts.pop(MANIFEST))
    _check_parts(said["parts"], parts)
    manifest = _structured(said)
    events = _events(parts.pop(RECORDS, b""))
    _check_chains(events)
    if chains_of(events) != tuple(sorted(manifest.chains, key=lambda one: (one.application, one.actor))):
        raise _tampered("its chains are not those that its list names")
    return Bundle(manifest=manifest, events=events, files=parts)


def _manifest(data: bytes) -> dict[str, Any]:
    try:
        said = parsed(data.decode("utf-8"))
        version = (said["format"], said["version"])
    except (ValueError, KeyError, RecursionError):
        raise _tampered("its list of contents cannot be understood") from None
    if version[0] != FORMAT or not isinstance(version[1], int):
        raise _tampered("its list of contents is of another kind of file")
    if version[1] != VERSION:
        raise RecordsError(
            f"The bundle is of version {version[1]}, and this program reads version {VERSION}; "
            "update the older of the two programs."
        )
    return said


def _structured(said: Mapping[str, Any]) -> Manifest:
    try:
        manifest: Manifest = make_converter(detailed_validation=False).structure(dict(said), Manifest)
        canonical(asdict(manifest)).encode()
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, BaseValidationError):
        raise _tampered("its list of contents cannot be understood") from None
    return manifest


def _check_parts(listed: Any, parts: Mapping[str, bytes]) -> None:
    """Every part is listed with its size and hash, and none is listed that is not there."""
    if not isinstance(listed, Mapping) or set(listed) != set(parts):
        raise _tampered("its files are not those that its list names")
    for name, data in parts.items():
        if listed[name] != {"sha256": digest_of(data), "size": len(data)}:
            raise _tampered(f"{name} is not what its list says")
        folder, _, file = name.rpartition("/")
        if folder and file.removesuffix(".json") != digest_of(data):
            raise _tampered(f"{name} does not bear the name of its content")


def _events(data: bytes) -> tuple[Carried, ...]:
    try:
        lines = data.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        raise _tampered("its records are not text") from None
    if lines.pop():
        raise _tampered("its last record is cut off")
    return tuple(event_of(line, number) for number, line in enumerate(lines, start=1))


def _check_chains(events: Iterable[Carried]) -> None:
    """Each chain is there from its first event on, no event twice, and an undo names what it can undo."""
    given = tuple(events)
    if len({event.row["event"] for event in given}) < len(given):
        raise _tampered("a record is in it twice")
    for chain in by_chain(given).values():
        previous = ""
        earlier: dict[str, Carried] = {}
        for event in chain:
            if event.row["previous"] != previous:
                raise _tampered("a record does not follow the one before it in its chain")
            if event.row["kind"] == EventKind.UNDO and not _undoes_its_own(event, earlier):
                raise _tampered("a record undoes what it cannot")
            previous = event.row["hash"]
            earlier[event.row["event"]] = event


def _undoes_its_own(undo: Carried, earlier: Mapping[str, Carried]) -> bool:
    names = json.loads(undo.row["payload"])["undone"]
    return all(
        name in earlier
        and earlier[name].row["attempt"] == undo.row["attempt"]
        and earlier[name].row["kind"] in UNDOABLE
        for name in names
    )


def _tampered(what: str) -> RecordsError:
    return RecordsError(f"The bundle was damaged or tampered with: {what}. Nothing was taken over from it.")
