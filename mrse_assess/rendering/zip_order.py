"""A zip written so that the same content gives the same bytes: fixed order, fixed date, no trace of the machine."""

import io
import zipfile
from typing import Final

_FIRST: Final = "[Content_Types].xml"  # readers of Office files expect it at the start
_DATE: Final = (1980, 1, 1, 0, 0, 0)
_REGULAR_FILE: Final = 0o100644 << 16


def rewritten(archive: bytes) -> bytes:
    """The same entries in fixed order with a fixed date, compressed alike."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as source, zipfile.ZipFile(target, "w") as made:
        for name in sorted(source.namelist(), key=lambda entry: (entry != _FIRST, entry)):
            entry = zipfile.ZipInfo(name, _DATE)
            entry.create_system = 3
            entry.external_attr = _REGULAR_FILE
            made.writestr(entry, source.read(name), compress_type=zipfile.ZIP_DEFLATED, compresslevel=6)
    return target.getvalue()
