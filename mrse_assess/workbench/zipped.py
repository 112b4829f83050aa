"""Files for somebody to take away, in one: the same files give the same bytes."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from mrse_assess.errors import BadRequestError
from mrse_assess.workspace.files import write_durably

_FIXED_DATE = (1980, 1, 1, 0, 0, 0)


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip of these files by name: names in order, a fixed date."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted(files.items()):
            entry = zipfile.ZipInfo(name, _FIXED_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return made.getvalue()


def write_new(out: Path, data: bytes) -> None:
    """Write a file that must not be there yet.

    Raises:
        BadRequestError: ``out`` exists, or cannot be written.
    """
    if out.exists():
        raise BadRequestError(f"{out} exists already; name a new file.")
    try:
        write_durably(out, data)
    except OSError as error:
        raise BadRequestError(f"{out} cannot be written: {error.strerror}.") from error
