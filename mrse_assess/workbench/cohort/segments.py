"""Rows of applications kept in the cache of a workspace, by the head of each application's records.

A segment is a folder with one Parquet file for each frame and an index. It is written once, whole or not at all, and
never changed; a later segment with the same application takes its place. A segment that is damaged is as good as none.
They say nothing that the records do not say, are 0600 like them, and hold no words of anybody.
"""

import contextlib
import hashlib
import json
import os
import shutil
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from mrse_assess.workbench.cohort.access import Access
from mrse_assess.workbench.cohort.cases import LeftOut
from mrse_assess.workspace.files import write_durably

INDEX: Final = "index.json"
MOST_KINDS: Final = 4
"""So many folders are kept beside each other: rows made under other schemes, by other versions, for other logins."""
_UNFINISHED: Final = ".part"


class DamagedSegmentError(Exception):
    """A file of a segment is missing or is not what was written."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One application of a segment: the head that its rows were made from, who may see them, what is in no row.

    ``awaited`` are the names of screenings that were not kept then; where one is, the rows are made anew. One that
    goes, as all do when an application is purged, takes nothing away: its rows have no words, and stay until another
    record.
    """

    application: str
    head: str
    access: tuple[Access, ...]
    left_out: tuple[LeftOut, ...] = ()
    awaited: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Segment:
    """One segment as its index describes it; ``files`` gives the SHA-256 of each frame's file."""

    folder: Path
    entries: tuple[Entry, ...]
    files: Mapping[str, str]

    def read(self, name: str) -> bytes:
        """The Parquet file of a frame.

        Raises:
            DamagedSegmentError: it is missing or was changed.
        """
        try:
            data = _file(self.folder, name).read_bytes()
        except OSError as error:
            raise DamagedSegmentError from error
        if hashlib.sha256(data).hexdigest() != self.files[name]:
            raise DamagedSegmentError
        return data

    def remove(self) -> None:
        """Take the segment away; nothing happens where another did so."""
        shutil.rmtree(self.folder, ignore_errors=True)


class Segments:
    """The segments of one kind of rows. ``kind`` names what the rows depend on beside the records.

    Args:
        cache: the cache folder of a workspace.
        kind: schemes, version of the rows, and reader's login where the database shows each their own.
    """

    def __init__(self, cache: Path, kind: Sequence[str]) -> None:
        name = hashlib.sha256(json.dumps(list(kind)).encode()).hexdigest()[:16]
        self._folder = cache / "cohort" / name

    def all(self) -> Iterator[Segment]:
        """Every segment whose index is whole, in the order of their names; those that are not are taken away."""
        for folder in sorted(self._folder.glob("*")) if self._folder.is_dir() else ():
            if folder.name.endswith(_UNFINISHED):
                continue  # another process is at it, or was ended
            try:
                yield _described(folder)
            except (DamagedSegmentError, OSError, ValueError, TypeError, KeyError):
                shutil.rmtree(folder, ignore_errors=True)

    def write(self, entries: Sequence[Entry], files: Mapping[str, bytes]) -> Segment:
        """Keep a new segment and return it."""
        self._make_folder()
        name = uuid.uuid4().hex
        part = self._folder / f"{name}{_UNFINISHED}"
        part.mkdir(mode=0o700)
        segment = Segment(
            folder=self._folder / name,
            entries=tuple(entries),
            files={frame: hashlib.sha256(data).hexdigest() for frame, data in files.items()},
        )
        try:
            for frame, data in files.items():
                write_durably(_file(part, frame), data)
            write_durably(part / INDEX, _index(segment))
            part.rename(segment.folder)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise
        return segment

    def _make_folder(self) -> None:
        """The folder, and none of more kinds than are kept: the one used longest ago goes first."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.utime(self._folder)
        with contextlib.suppress(OSError):  # another process takes away the same ones
            kinds = sorted(self._folder.parent.iterdir(), key=lambda folder: folder.stat().st_mtime, reverse=True)
            for folder in kinds[MOST_KINDS:]:
                shutil.rmtree(folder, ignore_errors=True)


def _file(folder: Path, frame: str) -> Path:
    return folder / f"{frame}.parquet"


def _index(segment: Segment) -> bytes:
    """The index, with its own digest in its first line."""
    rows = [(one.application, one.head, _access(one), _left_out(one), one.awaited) for one in segment.entries]
    said = json.dumps({"files": dict(segment.files), "entries": rows}, ensure_ascii=False).encode()
    return hashlib.sha256(said).hexdigest().encode() + b"\n" + said


def _access(entry: Entry) -> list[dict[str, Any]]:
    return [one.as_json() for one in entry.access]


def _left_out(entry: Entry) -> list[tuple[int, str]]:
    return [(one.attempt, one.why) for one in entry.left_out]


def _described(folder: Path) -> Segment:
    digest, _, said = (folder / INDEX).read_bytes().partition(b"\n")
    if hashlib.sha256(said).hexdigest().encode() != digest:
        raise DamagedSegmentError
    value = json.loads(said)
    return Segment(folder=folder, entries=tuple(map(_entry, value["entries"])), files=value["files"])


def _entry(row: Sequence[Any]) -> Entry:
    application, head, access, left_out, awaited = row
    return Entry(
        application=application,
        head=head,
        access=tuple(Access.from_json(one) for one in access),
        left_out=tuple(LeftOut(application=application, attempt=attempt, why=why) for attempt, why in left_out),
        awaited=tuple(map(str, awaited)),
    )
