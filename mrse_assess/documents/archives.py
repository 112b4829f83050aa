"""Reading zip archives entry by entry without believing them. Runs in the worker."""

import zipfile
import zlib
from typing import IO, NamedTuple

_ENCRYPTED = 0x1
_UTF8_NAME = 0x800
_UNICODE_PATH_FIELD = 0x7075
_LOCAL_HEADER_BYTES = 30

DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)
"""What the standard library raises on a broken archive, depending on where it is broken."""


class Member(NamedTuple):
    """One file of a source: its place in the listing, its raw name, and the size it claims."""

    place: int
    name: str
    size: int


class EntryFault(Exception):  # noqa: N818 - a fault of the material on its way to becoming a Problem
    """An entry cannot be opened; ``code`` is that of the Problem to report."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def entry_name(info: zipfile.ZipInfo) -> str:
    """The entry's name as its maker meant it.

    Many programs write UTF-8 without saying so, which the library then reads as an old IBM code page; some give the
    right name in an extra field.
    """
    if info.flag_bits & _UTF8_NAME:
        return info.orig_filename
    try:
        raw = info.orig_filename.encode("cp437")
    except UnicodeEncodeError:
        return info.orig_filename
    better = _unicode_path(info.extra, raw)
    if better is not None:
        return better
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return info.orig_filename


def _unicode_path(extra: bytes, raw: bytes) -> str | None:
    """The name in the Unicode path field, if it belongs to this name (its checksum agrees)."""
    while len(extra) >= 4:  # noqa: PLR2004 - two bytes of kind, two of length
        kind, length = int.from_bytes(extra[:2], "little"), int.from_bytes(extra[2:4], "little")
        content, extra = extra[4 : 4 + length], extra[4 + length :]
        if kind == _UNICODE_PATH_FIELD and int.from_bytes(content[1:5], "little") == zlib.crc32(raw):
            return content[5:].decode("utf-8", "replace")
    return None


def overlapping(infos: list[zipfile.ZipInfo]) -> frozenset[int]:
    """Indices of entries that share packed bytes with another: whose the bytes are cannot be told."""
    shared: set[int] = set()
    reached, furthest = 0, 0
    for index in sorted(range(len(infos)), key=lambda index: infos[index].header_offset):
        info = infos[index]
        if info.header_offset < reached:
            shared |= {index, furthest}
        end = info.header_offset + _LOCAL_HEADER_BYTES + len(info.filename) + info.compress_size
        if end > reached:
            reached, furthest = end, index
    return frozenset(shared)


def open_entry(archive: zipfile.ZipFile, info: zipfile.ZipInfo, password: str | None) -> IO[bytes]:
    """The entry's bytes as a stream that checks their checksum at the end.

    Raises:
        EntryFault: it is encrypted and the password is missing or wrong, or it is damaged.
    """
    encrypted = bool(info.flag_bits & _ENCRYPTED)
    if encrypted and password is None:
        raise EntryFault("archive-entry-encrypted")
    try:
        return archive.open(info, pwd=password.encode("utf-8") if encrypted and password else None)
    except DAMAGED as error:
        raise EntryFault("archive-entry-encrypted" if encrypted else "archive-entry-damaged") from error
