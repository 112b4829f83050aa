"""The file: a zip of parts that are stored as they are, so that it can never grow when it is unpacked.

The same content gives the same bytes. ``manifest.json`` names every other part with its size and SHA-256.
"""

import hashlib
import io
import re
import struct
import zipfile
from collections.abc import Mapping

from mrse_assess.errors import BadRequestError, RecordsError

MANIFEST = "manifest.json"
RECORDS = "records.jsonl"
MOST_BYTES = 2**30
"""A bundle is held in memory while it is made and read."""

_NAMES = re.compile(r"records\.jsonl|readings/[0-9a-f]{64}\.json|(originals|letters)/[0-9a-f]{64}")
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)
_MODE = 0o600 << 16
_UNREADABLE = (
    zipfile.BadZipFile,
    ValueError,
    OSError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    KeyError,
    OverflowError,
    struct.error,
)
"""What the library may raise when it is given what is no zip, or a broken one."""


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The parts in one zip, the manifest first and the others in the order of their names.

    Raises:
        BadRequestError: they are more than a bundle may hold.
    """
    if sum(map(len, parts.values())) > MOST_BYTES:
        raise BadRequestError(
            f"A bundle holds {MOST_BYTES // 2**20} MB at most; leave the originals out, or send fewer applications."
        )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as zipped:
        for name in sorted(parts, key=lambda name: (name != MANIFEST, name)):
            info = zipfile.ZipInfo(name, _FIXED_DATE)
            info.external_attr = _MODE
            zipped.writestr(info, parts[name])
    return out.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """The parts by name.

    Raises:
        BadRequestError: the bytes are no bundle.
        RecordsError: a part is damaged, has a name that no bundle gives, or the parts are larger than the file.
    """
    if len(data) > 2 * MOST_BYTES:
        raise BadRequestError("The file is larger than any bundle; it was not opened.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as zipped:
            members = zipped.infolist()
            _refuse_strange(members, len(data))
            return {member.filename: zipped.read(member) for member in members}
    except _UNREADABLE as error:
        if MANIFEST.encode() in data[:64]:
            raise RecordsError("The bundle is damaged or cut off; ask for it to be sent again.") from error
        raise BadRequestError("The file is not a bundle; name one that bundle export wrote.") from error


def digest_of(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _refuse_strange(members: list[zipfile.ZipInfo], size: int) -> None:
    names = [member.filename for member in members]
    if MANIFEST not in names:
        raise BadRequestError("The file is not a bundle; name one that bundle export wrote.")
    if len(set(names)) < len(names) or not all(name == MANIFEST or _NAMES.fullmatch(name) for name in names):
        raise RecordsError("The bundle holds a file under a name that no bundle gives; it was not opened.")
    if any(member.compress_type != zipfile.ZIP_STORED for member in members):
        raise RecordsError("The bundle holds a compressed file, as no bundle does; it was not opened.")
    if sum(member.file_size for member in members) > size:
        raise RecordsError("The bundle's files are said to be larger than the bundle; it was not opened.")
