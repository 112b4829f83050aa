"""The pages of a reading under way that are recognised already, kept as they are finished: a broken reading goes on."""

import os
from pathlib import Path

from mrse_assess.documents.codec import UntrustedAnswerError, decode_page
from mrse_assess.documents.findings import Finding
from mrse_assess.documents.values import ReadingLimits
from mrse_assess.model.pages import PageReading

Finished = tuple[bytes, tuple[PageReading, tuple[Finding, ...]]]
"""A page as a line and as a value."""

_LARGEST = 512 * 1024 * 1024  # bytes


class Journal:
    """A file of lines, one for each finished page, in the order in which they were finished."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def finished(self, limits: ReadingLimits) -> dict[int, Finished]:
        """The pages by their number; a line that was cut off, or is not one of ours, is as if it were not there."""
        try:
            if self._path.stat().st_size > _LARGEST:
                return {}
            lines = self._path.read_bytes().split(b"\n")[:-1]
        except OSError:
            return {}
        found: dict[int, Finished] = {}
        for line in lines:
            try:
                page = decode_page(line, limits)
            except UntrustedAnswerError:
                continue
            found[page[0].number] = (line, page)
        return found

    def add(self, line: bytes) -> None:
        """Keep a finished page. A line begins on its own, so that one cut off before does not spoil it."""
        descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(descriptor, "ab") as stream:
            stream.write(b"\n" + line + b"\n")

    def forget(self) -> None:
        """Drop it; the reading is complete and kept elsewhere."""
        self._path.unlink(missing_ok=True)
