"""Zip files that are the same bytes each time: entries in order of name, one fixed date."""

import io
import zipfile

DATE = (2026, 9, 1, 9, 0, 0)


def settled(data: bytes) -> bytes:
    """The same zip with fixed order and dates; the content type list stays first, as Office expects."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return out.getvalue()
