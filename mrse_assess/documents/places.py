"""Where a stored file and what was made of it lie in the workspace. Only hashes of ours become paths."""

import functools
import importlib.metadata
import string
from pathlib import Path

from mrse_assess.documents.conversion import CONVERTER_VERSION
from mrse_assess.documents.recognition.engine import recogniser
from mrse_assess.documents.values import StoredFile
from mrse_assess.errors import BadRequestError
from mrse_assess.terms import MediaKind

READER_VERSION = 12
"""Goes up with every change of what a reading holds, so that cached ones are made anew."""

_HASH_LENGTH = 64


@functools.cache  # asking the installed packages takes a hundredth of a second, and each file of a portfolio asks
def reader_name() -> str:
    """The reading and recognition libraries and their versions with ours; the libraries are not imported for it."""
    return f"PyMuPDF {importlib.metadata.version('pymupdf')}, {recogniser()}, pages {READER_VERSION}"


def original_of(stored: StoredFile, originals: Path) -> Path:
    """The stored bytes.

    Raises:
        BadRequestError: what stands as the hash is not one.
    """
    return originals / _hash(stored)


def pdf_of(stored: StoredFile, originals: Path, cache: Path) -> Path:
    """The PDF whose pages are shown: the file itself, or what it was turned into."""
    if stored.media is MediaKind.PDF:
        unlocked = unlocked_of(stored, cache)
        return unlocked if unlocked.exists() else original_of(stored, originals)
    return cache / f"{_hash(stored)}.{_made_by()}.pdf"


def unlocked_of(stored: StoredFile, cache: Path) -> Path:
    """Where the unencrypted copy of an encrypted PDF is kept."""
    return cache / f"{_hash(stored)}.unlocked.pdf"


def reading_of(stored: StoredFile, cache: Path) -> Path:
    """The cached reading."""
    return cache / f"{_hash(stored)}.{_made_by()}.pages.gz"


def words_of(stored: StoredFile, cache: Path) -> Path:
    """The words of the pages, kept beside the cached reading and made from it."""
    return cache / f"{_hash(stored)}.{_made_by()}.words"


def recognised_of(stored: StoredFile, cache: Path) -> Path:
    """The pages of a reading under way that are recognised already."""
    return cache / f"{_hash(stored)}.{_made_by()}.recognised"


@functools.cache
def _made_by() -> str:
    versions = (importlib.metadata.version("pymupdf"), importlib.metadata.version("rapidocr"))
    return f"{'-'.join(versions)}-{READER_VERSION}-{CONVERTER_VERSION}"


def _hash(stored: StoredFile) -> str:
    if len(stored.sha256) != _HASH_LENGTH or not set(stored.sha256) <= set(string.hexdigits.lower()):
        raise BadRequestError("a stored file is named by something that is not a SHA-256; take the portfolio in again")
    return stored.sha256
